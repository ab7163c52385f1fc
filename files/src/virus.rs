//! Viruses: one that every scanner must know is recognised always; for the others there may be a scanner.
//!
//! The scanner is ClamAV's `clamd`, spoken to by `INSTREAM` (clamd(8)): the bytes go over the connection in pieces, each
//! after its length, and an empty piece ends them.

use std::io;

use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};

/// The test file that is no virus and that scanners call one (eicar.org), in two pieces, so that a scanner does not find
/// it in this program.
const EICAR: [&[u8]; 2] = [b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS", b"-TEST-FILE!$H+H*"];
const PIECE: usize = 64 * 1024;
/// Longer than any answer: what more comes is not read.
const ANSWER: u64 = 4096;

/// Whether the test file is in these bytes, wherever it stands.
pub fn is_test_virus(bytes: &[u8]) -> bool {
    let [first, second] = EICAR;
    let mut rest = bytes;
    while let Some(at) = crate::pdf::find(rest, first) {
        rest = rest.get(at + first.len()..).unwrap_or_default();
        if rest.starts_with(second) {
            return true;
        }
    }
    false
}

/// What a scanner says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scan {
    /// It found nothing.
    Clean,
    /// It found something; what it calls it is nothing a person can use.
    Found,
}

/// Sends the bytes to `clamd` and reads its word. Any other word than "nothing" and "found", a limit of its own among
/// them, is an error: what was not scanned is never called scanned.
pub async fn scan(connection: impl AsyncRead + AsyncWrite + Unpin, bytes: &[u8]) -> io::Result<Scan> {
    let mut connection = connection;
    connection.write_all(b"zINSTREAM\0").await?;
    for piece in bytes.chunks(PIECE) {
        let length = u32::try_from(piece.len()).map_err(io::Error::other)?;
        connection.write_all(&length.to_be_bytes()).await?;
        connection.write_all(piece).await?;
    }
    connection.write_all(&0_u32.to_be_bytes()).await?;
    connection.flush().await?;
    let mut answer = Vec::new();
    connection.take(ANSWER).read_to_end(&mut answer).await?;
    let said = answer.split(|b| *b == 0).next().unwrap_or_default().trim_ascii();
    if said == b"stream: OK" {
        Ok(Scan::Clean)
    } else if said.starts_with(b"stream: ") && said.ends_with(b" FOUND") {
        Ok(Scan::Found)
    } else {
        Err(io::Error::other("the virus scanner did not scan"))
    }
}
