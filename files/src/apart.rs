//! Checking in a process of its own: what a file does to the libraries that read it, it does to that process alone.
//!
//! The question is the length of a name (four bytes, big-endian), the name, and the file to its end; the answer is the
//! length of a verdict (likewise), the verdict as JSON, and the bytes to keep.

use std::io::{self, Read, Write};

use domain::documents::{FILE_BYTES, FileRefusal};

use crate::{Checked, check};

/// Longer than any name that a browser sends.
const NAME: u64 = 64 * 1024;

/// Reads one question, checks, answers.
pub fn serve(mut question: impl Read, mut answer: impl Write) -> io::Result<()> {
    let mut length = [0; 4];
    question.read_exact(&mut length)?;
    let length = u64::from(u32::from_be_bytes(length));
    if length > NAME {
        return Err(io::Error::other("a name that is too long"));
    }
    let mut name = String::new();
    question.by_ref().take(length).read_to_string(&mut name)?;
    let mut bytes = Vec::new();
    let most = u64::try_from(FILE_BYTES).unwrap_or(u64::MAX).saturating_add(1);
    question.take(most).read_to_end(&mut bytes)?;
    let verdict = check(&name, bytes);
    let said = serde_json::to_vec(&verdict).map_err(io::Error::other)?;
    answer.write_all(&u32::try_from(said.len()).map_err(io::Error::other)?.to_be_bytes())?;
    answer.write_all(&said)?;
    if let Ok(kept) = &verdict {
        answer.write_all(&kept.bytes)?;
    }
    answer.flush()
}

/// What stands before the file in a question.
pub fn question(name: &str) -> Vec<u8> {
    // The end says what it is: of a name too long to be one, the beginning goes.
    let mut start = name.len().saturating_sub(4096);
    while !name.is_char_boundary(start) {
        start += 1;
    }
    let name = name.get(start..).unwrap_or_default();
    let mut question = u32::try_from(name.len()).unwrap_or(0).to_be_bytes().to_vec();
    question.extend(name.as_bytes());
    question
}

/// Reads an answer; nothing where it is none.
pub fn answer(bytes: &[u8]) -> Option<Result<Checked, FileRefusal>> {
    let (length, rest) = bytes.split_first_chunk::<4>()?;
    let (said, kept) = rest.split_at_checked(usize::try_from(u32::from_be_bytes(*length)).ok()?)?;
    let verdict: Result<Checked, FileRefusal> = serde_json::from_slice(said).ok()?;
    match verdict {
        Ok(_) if kept.is_empty() => None,
        Ok(checked) => Some(Ok(Checked { bytes: kept.to_vec(), ..checked })),
        Err(refusal) => Some(Err(refusal)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_verdict_comes_back_as_it_was() {
        for (name, bytes) in [("Notat.txt", &b"Hei"[..]), ("x.exe", b"MZ"), ("tom.pdf", b"")] {
            let asked = [question(name), bytes.to_vec()].concat();
            let mut said = Vec::new();
            serve(asked.as_slice(), &mut said).unwrap();
            assert_eq!(answer(&said), Some(check(name, bytes.to_vec())));
            for cut in 0..said.len() {
                // Cut within the bytes of a text it is another text: whoever asks looks at whether the process ended well.
                assert!(cut > said.len() - 3 || answer(&said[..cut]).is_none(), "{name} cut at {cut}");
            }
        }
        let long = format!("{}.txt", "å".repeat(5_000));
        let mut said = Vec::new();
        serve([question(&long), b"Hei".to_vec()].concat().as_slice(), &mut said).unwrap();
        assert!(answer(&said).unwrap().is_ok());
    }
}
