//! Reading a ZIP archive (docx, xlsx and odt are such) as something that somebody made to hurt.
//!
//! The list at the end (the central directory) is read first and held against limits; then each part is unpacked with a
//! counter of its own, because what the list declares is only a claim. Only what office programs write is understood:
//! stored or deflated parts, one disk, no ZIP64. Two readers of an archive that disagree are how things are smuggled
//! past checks, so the parts must lie one after the other, be named twice alike, and fill the file.

use std::io::Read;

use domain::documents::FileRefusal;
use flate2::read::DeflateDecoder;

/// The most parts.
pub const ENTRIES: usize = 2_000;
/// The most bytes all parts together are when they are unpacked.
pub const UNPACKED: u64 = 200 * 1024 * 1024;
/// How many times larger the whole may become, and one part of it.
pub const RATIO: u64 = 100;
/// Parts smaller than this may be packed better: a sheet of equal cells is, and it hurts nobody.
const RATIO_FROM: u64 = 1024 * 1024;

const END: [u8; 4] = *b"PK\x05\x06";
const LISTED: [u8; 4] = *b"PK\x01\x02";
pub(crate) const LOCAL: [u8; 4] = *b"PK\x03\x04";
const SYMLINK: u32 = 0xA000;

/// An archive whose list has been read and found harmless.
#[derive(Debug)]
pub struct Archive<'a> {
    bytes: &'a [u8],
    entries: Vec<Entry>,
}

#[derive(Debug)]
pub(crate) struct Entry {
    pub(crate) name: String,
    method: u16,
    packed: u64,
    unpacked: u64,
    /// Where its own bytes begin.
    start: usize,
}

/// Little-endian numbers at a place.
fn two(bytes: &[u8], at: usize) -> Option<u16> {
    bytes.get(at..at.checked_add(2)?)?.try_into().ok().map(u16::from_le_bytes)
}

fn four(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..at.checked_add(4)?)?.try_into().ok().map(u32::from_le_bytes)
}

fn size(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

impl<'a> Archive<'a> {
    /// Reads the list.
    pub fn read(bytes: &'a [u8]) -> Result<Self, FileRefusal> {
        let end = end(bytes).ok_or(FileRefusal::Broken)?;
        let (count, length, start) = ends(bytes, end).ok_or(FileRefusal::Broken)?;
        if count > ENTRIES {
            return Err(FileRefusal::Bomb);
        }
        let listed = start.checked_add(length).and_then(|to| bytes.get(start..to)).ok_or(FileRefusal::Broken)?;
        if start + length != end {
            return Err(FileRefusal::Broken);
        }
        let mut entries = Vec::with_capacity(count);
        let (mut at, mut declared, mut lies) = (0, 0_u64, Vec::with_capacity(count));
        for _ in 0..count {
            let entry = Self::entry(bytes, listed, &mut at, &mut lies, start)?;
            declared = declared.saturating_add(entry.unpacked);
            if declared > UNPACKED || entry.unpacked > RATIO_FROM && entry.unpacked > entry.packed.saturating_mul(RATIO) {
                return Err(FileRefusal::Bomb);
            }
            entries.push(entry);
        }
        let whole = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        if at != listed.len() || declared > RATIO_FROM && declared > whole.saturating_mul(RATIO) {
            return Err(if at == listed.len() { FileRefusal::Bomb } else { FileRefusal::Broken });
        }
        apart(&mut lies, start)?;
        Ok(Self { bytes, entries })
    }

    /// One line of the list, held against what stands before the part itself. `lies` is told from where to where it does.
    fn entry(bytes: &[u8], listed: &[u8], at: &mut usize, lies: &mut Vec<(usize, usize)>, list: usize) -> Result<Entry, FileRefusal> {
        let broken = || FileRefusal::Broken;
        let head = listed.get(*at..).ok_or_else(broken)?;
        if !head.starts_with(&LISTED) {
            return Err(FileRefusal::Broken);
        }
        let read = |at| two(head, at).ok_or_else(broken);
        let (flags, method) = (read(8)?, read(10)?);
        let (packed, unpacked) = (four(head, 20).ok_or_else(broken)?, four(head, 24).ok_or_else(broken)?);
        let (name_length, extra, comment) = (usize::from(read(28)?), usize::from(read(30)?), usize::from(read(32)?));
        let (attributes, local) = (four(head, 38).ok_or_else(broken)?, size(four(head, 42).ok_or_else(broken)?));
        let name = head.get(46..46 + name_length).ok_or_else(broken)?;
        *at += 46 + name_length + extra + comment;
        if flags & 1 != 0 {
            return Err(FileRefusal::Locked);
        }
        if !matches!(method, 0 | 8) || packed == u32::MAX || unpacked == u32::MAX {
            return Err(FileRefusal::Broken);
        }
        if (attributes >> 16) & 0xF000 == SYMLINK {
            return Err(FileRefusal::Paths);
        }
        let own = bytes.get(local..).filter(|own| own.starts_with(&LOCAL)).ok_or_else(broken)?;
        let (own_name, own_extra) = (two(own, 26).ok_or_else(broken)?, two(own, 28).ok_or_else(broken)?);
        let header = 30 + usize::from(own_name) + usize::from(own_extra);
        let same = own.get(30..30 + usize::from(own_name)) == Some(name) && two(own, 8) == Some(method);
        let start = local.checked_add(header).ok_or_else(broken)?;
        let stop = start.checked_add(size(packed)).filter(|stop| *stop <= list).ok_or_else(broken)?;
        if !same {
            return Err(FileRefusal::Broken);
        }
        lies.push((local, stop));
        let name = std::str::from_utf8(name).map_err(|_| FileRefusal::Paths)?;
        path(name)?;
        Ok(Entry { name: name.to_owned(), method, packed: u64::from(packed), unpacked: u64::from(unpacked), start })
    }

    pub(crate) fn entries(&self) -> &[Entry] {
        &self.entries
    }

    pub(crate) fn entry_named(&self, name: &str) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.name == name)
    }

    /// The first `most` bytes of a part, unpacked.
    pub(crate) fn open(&self, entry: &Entry, most: u64) -> Result<Vec<u8>, FileRefusal> {
        let mut out = Vec::new();
        self.reader(entry)?.take(most).read_to_end(&mut out).map_err(|_| FileRefusal::Broken)?;
        Ok(out)
    }

    fn reader(&self, entry: &Entry) -> Result<Box<dyn Read + 'a>, FileRefusal> {
        let length = usize::try_from(entry.packed).map_err(|_| FileRefusal::Broken)?;
        let bytes = self.bytes.get(entry.start..entry.start + length).ok_or(FileRefusal::Broken)?;
        Ok(if entry.method == 0 { Box::new(bytes) } else { Box::new(DeflateDecoder::new(bytes)) })
    }

    /// Unpacks everything once, keeps nothing of it, and counts: what is declared must be what comes, and no more. The
    /// first bytes of each part are shown to `look`.
    pub(crate) fn unpack(&self, mut look: impl FnMut(&str, &[u8]) -> Result<(), FileRefusal>) -> Result<(), FileRefusal> {
        let mut all = 0_u64;
        let mut buffer = vec![0; 64 * 1024];
        for entry in &self.entries {
            let (mut reader, mut own, mut first) = (self.reader(entry)?, 0_u64, true);
            loop {
                let read = reader.read(&mut buffer).map_err(|_| FileRefusal::Broken)?;
                if first {
                    look(&entry.name, buffer.get(..read).unwrap_or_default())?;
                    first = false;
                }
                if read == 0 {
                    break;
                }
                let read = u64::try_from(read).unwrap_or(u64::MAX);
                (own, all) = (own.saturating_add(read), all.saturating_add(read));
                if own > entry.unpacked || all > UNPACKED {
                    return Err(FileRefusal::Bomb);
                }
            }
            if own != entry.unpacked {
                return Err(FileRefusal::Broken);
            }
        }
        Ok(())
    }
}

/// Parts lie one after the other, from the first byte on: parts that share bytes are how a small file becomes a very large
/// one, and what lies between them is read by nobody. The note of sizes that may follow a part is 12 to 24 bytes.
fn apart(lies: &mut Vec<(usize, usize)>, list: usize) -> Result<(), FileRefusal> {
    lies.sort_unstable();
    lies.push((list, list));
    let mut free = 0;
    for (from, to) in lies {
        if *from < free {
            return Err(FileRefusal::Bomb);
        }
        if *from > free + 24 || free == 0 && *from != 0 {
            return Err(FileRefusal::Broken);
        }
        free = *to;
    }
    Ok(())
}

/// Where the end of the list begins: the file ends with it, and with its comment.
fn end(bytes: &[u8]) -> Option<usize> {
    let from = bytes.len().checked_sub(22)?;
    let until = from.saturating_sub(usize::from(u16::MAX));
    (until..=from).rev().find(|at| {
        bytes.get(*at..*at + 4) == Some(&END[..])
            && two(bytes, *at + 20).is_some_and(|comment| *at + 22 + usize::from(comment) == bytes.len())
    })
}

/// How many parts, how long the list is, and where it begins. Other disks, and numbers too large for this form, are not
/// understood.
fn ends(bytes: &[u8], end: usize) -> Option<(usize, usize, usize)> {
    let (disk, list_disk, here, all) = (two(bytes, end + 4)?, two(bytes, end + 6)?, two(bytes, end + 8)?, two(bytes, end + 10)?);
    let (length, start) = (four(bytes, end + 12)?, four(bytes, end + 16)?);
    let understood = disk == 0 && list_disk == 0 && here == all && length != u32::MAX && start != u32::MAX;
    understood.then_some((usize::from(all), size(length), size(start)))
}

/// A part's name may lead only inwards.
fn path(name: &str) -> Result<(), FileRefusal> {
    let absolute = name.starts_with('/') || name.contains(['\\', ':']) || name.chars().any(char::is_control);
    if name.is_empty() || absolute || name.split('/').any(|part| part == ".." || part == ".") { Err(FileRefusal::Paths) } else { Ok(()) }
}
