//! Reading a file of JSON Lines.

use std::io::{BufRead, Read};

use domain::registry::{Line, MAX_LINE, Reason, Rejected, parse_line};
use rayon::prelude::*;

/// What a file held.
#[derive(Debug, Default)]
pub struct FileRead {
    /// The lines that could be read, with their numbers, from 1.
    pub lines: Vec<(u64, Line)>,
    /// Those that could not.
    pub rejected: Vec<Rejected>,
    /// How many lines there were in all.
    pub count: u64,
}

/// So many lines are read before they are parsed, on all processors.
const AT_ONCE: usize = 16_384;
pub(super) const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// Reads a whole file. Empty lines are skipped; a line of wrong encoding or beyond all length is rejected, and
/// never held in memory whole. An error is returned when the file itself cannot be read.
pub fn read(mut reader: impl BufRead) -> std::io::Result<FileRead> {
    let mut file = FileRead::default();
    let mut waiting: Vec<(u64, Vec<u8>)> = Vec::with_capacity(AT_ONCE);
    loop {
        let mut bytes = Vec::with_capacity(512);
        let limit = MAX_LINE as u64 + 2;
        match reader.by_ref().take(limit).read_until(b'\n', &mut bytes) {
            Ok(0) => break,
            Ok(_) => {}
            Err(error) if error.kind() == std::io::ErrorKind::UnexpectedEof => {
                file.reject(file.count + 1, Reason::CutShort);
                break;
            }
            Err(error) => return Err(error),
        }
        file.count += 1;
        if !bytes.ends_with(b"\n") && bytes.len() as u64 == limit {
            reader.skip_until(b'\n')?;
        }
        if file.count == 1 && bytes.starts_with(BYTE_ORDER_MARK) {
            bytes.drain(..BYTE_ORDER_MARK.len());
        }
        waiting.push((file.count, bytes));
        if waiting.len() == AT_ONCE {
            file.take(&waiting);
            waiting.clear();
        }
    }
    file.take(&waiting);
    if file.lines.is_empty() && file.rejected.is_empty() {
        file.rejected.push(Rejected { line: 0, reason: Reason::EmptyFile });
    }
    Ok(file)
}

impl FileRead {
    pub(super) fn reject(&mut self, line: u64, reason: Reason) {
        self.rejected.push(Rejected { line, reason });
    }

    pub(super) fn take(&mut self, waiting: &[(u64, Vec<u8>)]) {
        let parsed: Vec<_> = waiting.par_iter().filter_map(|(number, bytes)| Some((*number, parse(*number, bytes)?))).collect();
        for (number, line) in parsed {
            match line {
                Ok(line) => self.lines.push((number, line)),
                Err(rejected) => self.rejected.push(rejected),
            }
        }
    }
}

/// `None` for an empty line.
fn parse(number: u64, bytes: &[u8]) -> Option<Result<Line, Rejected>> {
    match std::str::from_utf8(bytes) {
        Ok(text) if text.trim().is_empty() => None,
        Ok(text) => Some(parse_line(number, text.trim_end_matches(['\r', '\n']))),
        Err(_) => Some(Err(Rejected { line: number, reason: Reason::NotUtf8 })),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_line_is_judged_by_itself_and_numbered() {
        let long = format!("{{\"type\":\"{}\"}}\n", "x".repeat(3 * MAX_LINE));
        let mut text = b"\xef\xbb\xbf{\"type\":\"unit\",\"id\":\"U\",\"kind\":\"union\",\"name\":\"Forbundet\"}\r\n\n\xff\xfe\n".to_vec();
        text.extend(long.as_bytes());
        text.extend(b"{\"type\":\"unit\",\"id\":\"K\",\"kind\":\"county\",\"name\":\"Nord\",\"parent\":\"U\"}");
        let file = read(text.as_slice()).unwrap();
        assert_eq!(file.lines.iter().map(|(number, _)| *number).collect::<Vec<_>>(), [1, 5]);
        assert_eq!(file.rejected.iter().map(|rejected| rejected.line).collect::<Vec<_>>(), [3, 4]);
        assert_eq!(file.rejected[0].reason, Reason::NotUtf8);
        assert_eq!(file.rejected[1].reason, Reason::LineTooLong);
    }

    #[test]
    fn a_file_with_nothing_in_it_is_empty() {
        for nothing in [&b""[..], b"\n\n", b"\xef\xbb\xbf"] {
            let file = read(nothing).unwrap();
            assert_eq!(file.rejected, [Rejected { line: 0, reason: Reason::EmptyFile }]);
        }
    }

    #[test]
    fn lines_keep_their_order_and_numbers_past_one_portion() {
        let line = "{\"type\":\"unit\",\"id\":\"U\",\"kind\":\"union\",\"name\":\"Forbundet\"}\n";
        let file = read(line.repeat(AT_ONCE + 10).as_bytes()).unwrap();
        assert!(file.lines.iter().map(|(number, _)| *number).eq(1..=AT_ONCE as u64 + 10));
    }
}
