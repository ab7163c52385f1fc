//! PDF: what is looked for, and what is decided.
//!
//! - It must begin with its header, at the first byte, and end as a PDF does; HTML near the beginning, or an archive
//!   behind the end, is another kind of file in the same bytes, and refused.
//! - Encrypted ones are refused, those that only forbid printing among them: nobody can look for danger in them, search
//!   them, or open them when the password has left with whoever set it.
//! - `/Launch` starts a program, which no honest document does: refused.
//! - Scripts are noted, not refused: fillable forms of public offices carry them to add numbers up. Files attached
//!   inside are noted too: documents signed electronically carry their evidence so. We run and open neither, and a
//!   browser gets the file with a policy that forbids it.
//!
//! The names are looked for in the bytes as they lie, and in what unpacks from each stream, as far as the counter allows;
//! written with escapes (`/J#53`) they are found as well. What is packed twice is not looked through. A scanner for
//! viruses is the second fence.

use std::io::Read;

use domain::documents::{FileNote, FileRefusal};
use flate2::read::ZlibDecoder;

/// How much is unpacked to look for names, altogether.
const UNPACKED: u64 = 64 * 1024 * 1024;
/// Of each stream: objects are short; a long one is a picture.
const EACH: u64 = 4 * 1024 * 1024;
/// The most streams that are looked into.
const STREAMS: usize = 20_000;
/// How near the end its mark must be. Some programs fill up with zeros or line ends.
const TAIL: usize = 4096;

/// Looks at a PDF as bytes.
pub(crate) fn check(bytes: &[u8]) -> Result<Vec<FileNote>, FileRefusal> {
    if !bytes.starts_with(b"%PDF-") {
        return Err(if find(head(bytes), b"%PDF-").is_some() { FileRefusal::TwoInOne } else { FileRefusal::NotWhatItSays });
    }
    let start = head(bytes).to_ascii_lowercase();
    if [&b"<html"[..], b"<!doctype", b"<script", b"<svg", b"<?php", b"pk\x03\x04"].iter().any(|mark| find(&start, mark).is_some()) {
        return Err(FileRefusal::TwoInOne);
    }
    let last = bytes.get(bytes.len().saturating_sub(TAIL)..).unwrap_or_default();
    if find(last, b"%%EOF").is_none() {
        return Err(FileRefusal::Broken);
    }
    let behind = bytes.get(bytes.len().saturating_sub(22 + usize::from(u16::MAX))..).unwrap_or_default();
    if find(behind, b"PK\x05\x06").is_some() && find(bytes, b"PK\x01\x02").is_some() {
        return Err(FileRefusal::TwoInOne);
    }
    let mut found = Found::default();
    found.look(bytes);
    let (mut left, mut at) = (UNPACKED, 0);
    for _ in 0..STREAMS {
        let Some(next) = bytes.get(at..).and_then(|rest| find(rest, b"stream")) else { break };
        at += next + b"stream".len();
        let rest = bytes.get(at..).unwrap_or_default();
        let rest = rest.strip_prefix(b"\r\n").or_else(|| rest.strip_prefix(b"\n")).or_else(|| rest.strip_prefix(b"\r"));
        let Some(packed) = rest.filter(|packed| packed.first().is_some_and(|first| first & 0x0f == 8)) else { continue };
        let mut plain = Vec::new();
        // What cannot be unpacked to its end was unpacked so far, and is looked at so far.
        let _ = ZlibDecoder::new(packed).take(EACH.min(left)).read_to_end(&mut plain);
        left = left.saturating_sub(u64::try_from(plain.len()).unwrap_or(u64::MAX));
        found.look(&plain);
        if left == 0 {
            break;
        }
    }
    found.judge()
}

fn head(bytes: &[u8]) -> &[u8] {
    bytes.get(..1024).unwrap_or(bytes)
}

#[derive(Default)]
struct Found {
    encrypted: bool,
    launches: bool,
    scripts: bool,
    attachments: bool,
}

impl Found {
    /// Reads every name in these bytes.
    fn look(&mut self, bytes: &[u8]) {
        let mut rest = bytes;
        while let Some(at) = memchr::memchr(b'/', rest) {
            rest = rest.get(at + 1..).unwrap_or_default();
            match name(rest).as_slice() {
                b"Encrypt" => self.encrypted = true,
                b"Launch" => self.launches = true,
                b"JavaScript" => self.scripts = true,
                b"EmbeddedFiles" | b"EmbeddedFile" | b"RichMedia" => self.attachments = true,
                _ => {}
            }
        }
    }

    fn judge(&self) -> Result<Vec<FileNote>, FileRefusal> {
        if self.encrypted {
            return Err(FileRefusal::Locked);
        }
        if self.launches {
            return Err(FileRefusal::StartsPrograms);
        }
        let notes = [(self.scripts, FileNote::Scripts), (self.attachments, FileNote::Attachments)];
        Ok(notes.into_iter().filter_map(|(there, note)| there.then_some(note)).collect())
    }
}

/// The name that begins here, with `#xx` read as the character it means; at most as long as those that are looked for.
fn name(bytes: &[u8]) -> Vec<u8> {
    let mut name = Vec::with_capacity(16);
    let mut bytes = bytes.iter().copied();
    while let (Some(byte), true) = (bytes.next(), name.len() < 16) {
        match byte {
            b'#' => {
                let digit = |byte: Option<u8>| byte.and_then(|byte| char::from(byte).to_digit(16));
                let (Some(high), Some(low)) = (digit(bytes.next()), digit(bytes.next())) else { break };
                name.extend(u8::try_from(high * 16 + low));
            }
            0..=32 | b'/' | b'<' | b'>' | b'[' | b']' | b'(' | b')' | b'{' | b'}' | b'%' => break,
            other => name.push(other),
        }
    }
    name
}

pub(crate) fn find(bytes: &[u8], what: &[u8]) -> Option<usize> {
    memchr::memmem::find(bytes, what)
}
