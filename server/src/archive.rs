//! A zip archive in memory, as office files are: each file packed, none larger than four gigabytes.

use std::io::{self, Write};

use flate2::write::DeflateEncoder;
use flate2::{Compression, Crc};

/// 1 January 1980, midnight: what is in the archive does not depend on when it was made.
const DAY: u16 = 0x0021;
const VERSION: u16 = 20;
/// Names are UTF-8.
const FLAGS: u16 = 0x0800;
const DEFLATED: u16 = 8;

/// An archive under way.
#[derive(Debug, Default)]
pub(crate) struct Archive {
    bytes: Vec<u8>,
    directory: Vec<u8>,
    files: u16,
}

impl Archive {
    /// Packs a file.
    pub(crate) fn add(&mut self, name: &str, contents: &[u8]) -> io::Result<()> {
        let mut encoder = DeflateEncoder::new(Vec::new(), Compression::fast());
        encoder.write_all(contents)?;
        let packed = encoder.finish()?;
        let mut crc = Crc::new();
        crc.update(contents);
        let mut what = Vec::new();
        for part in [VERSION, FLAGS, DEFLATED, 0, DAY] {
            what.extend(part.to_le_bytes());
        }
        for part in [crc.sum(), size(packed.len())?, size(contents.len())?] {
            what.extend(part.to_le_bytes());
        }
        what.extend(short(name.len())?.to_le_bytes());
        what.extend(0_u16.to_le_bytes());
        let begins = size(self.bytes.len())?;
        self.bytes.extend(b"PK\x03\x04");
        self.bytes.extend(&what);
        self.bytes.extend(name.as_bytes());
        self.bytes.extend(packed);
        self.directory.extend(b"PK\x01\x02");
        self.directory.extend(VERSION.to_le_bytes());
        self.directory.extend(&what);
        // No comment, the first disk, no attributes.
        self.directory.extend([0; 10]);
        self.directory.extend(begins.to_le_bytes());
        self.directory.extend(name.as_bytes());
        self.files = self.files.saturating_add(1);
        Ok(())
    }

    /// The whole.
    pub(crate) fn finish(mut self) -> io::Result<Vec<u8>> {
        let (begins, long) = (size(self.bytes.len())?, size(self.directory.len())?);
        self.bytes.extend(&self.directory);
        self.bytes.extend(b"PK\x05\x06");
        self.bytes.extend([0; 4]);
        for _ in 0..2 {
            self.bytes.extend(self.files.to_le_bytes());
        }
        self.bytes.extend(long.to_le_bytes());
        self.bytes.extend(begins.to_le_bytes());
        self.bytes.extend([0; 2]);
        Ok(self.bytes)
    }
}

fn size(bytes: usize) -> io::Result<u32> {
    u32::try_from(bytes).map_err(io::Error::other)
}

fn short(bytes: usize) -> io::Result<u16> {
    u16::try_from(bytes).map_err(io::Error::other)
}
