//! Reading a registry file line by line.

use std::io::{BufRead, Read};

use domain::registry::{Line, MAX_LINE, Reason, Rejected, parse_line};

/// What a file held.
#[derive(Debug, Default)]
pub struct FileRead {
    /// The lines that could be read, with their numbers, from 1.
    pub lines: Vec<(u64, Line)>,
    /// Those that could not.
    pub rejected: Vec<Rejected>,
}

/// Reads a whole file. Empty lines are skipped; a line of wrong encoding or beyond all length is rejected, and
/// never held in memory whole. An error is returned when the file itself cannot be read, as when it is cut short.
pub fn read(mut reader: impl BufRead) -> std::io::Result<FileRead> {
    let mut file = FileRead::default();
    let mut bytes = Vec::new();
    for number in 1.. {
        bytes.clear();
        let limit = MAX_LINE as u64 + 2;
        if reader.by_ref().take(limit).read_until(b'\n', &mut bytes)? == 0 {
            break;
        }
        if !bytes.ends_with(b"\n") && bytes.len() as u64 == limit {
            reader.skip_until(b'\n')?;
        }
        match std::str::from_utf8(&bytes) {
            Ok(text) if text.trim().is_empty() => {}
            Ok(text) => match parse_line(number, text.trim_end_matches(['\r', '\n'])) {
                Ok(line) => file.lines.push((number, line)),
                Err(rejected) => file.rejected.push(rejected),
            },
            Err(_) => file.rejected.push(Rejected { line: number, reason: Reason::NotUtf8 }),
        }
    }
    Ok(file)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_line_is_judged_by_itself_and_numbered() {
        let long = format!("{{\"type\":\"{}\"}}\n", "x".repeat(3 * MAX_LINE));
        let mut text = b"{\"type\":\"unit\",\"id\":\"U\",\"kind\":\"union\",\"name\":\"Forbundet\"}\r\n\n\xff\xfe\n".to_vec();
        text.extend(long.as_bytes());
        text.extend(b"{\"type\":\"unit\",\"id\":\"K\",\"kind\":\"county\",\"name\":\"Nord\",\"parent\":\"U\"}");
        let file = read(text.as_slice()).unwrap();
        assert_eq!(file.lines.iter().map(|(number, _)| *number).collect::<Vec<_>>(), [1, 5]);
        assert_eq!(file.rejected.iter().map(|rejected| rejected.line).collect::<Vec<_>>(), [3, 4]);
        assert_eq!(file.rejected[0].reason, Reason::NotUtf8);
        assert_eq!(file.rejected[1].reason, Reason::LineTooLong);
    }
}
