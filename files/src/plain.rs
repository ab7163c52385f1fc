//! Plain text and e-mail.

use std::borrow::Cow;

use domain::documents::{FileNote, FileRefusal};
use encoding_rs::{UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use mail_parser::MessageParser;

/// The text, read as the encoding it says or looks like; what is not text is refused. What the file is called decides
/// nothing here: a page of HTML is text, and is only ever sent as such.
pub(crate) fn text(bytes: &[u8]) -> Result<Cow<'_, str>, FileRefusal> {
    let (text, broken) = if bytes.starts_with(b"\xff\xfe") {
        UTF_16LE.decode_with_bom_removal(bytes)
    } else if bytes.starts_with(b"\xfe\xff") {
        UTF_16BE.decode_with_bom_removal(bytes)
    } else if std::str::from_utf8(bytes).is_ok() {
        UTF_8.decode_with_bom_removal(bytes)
    } else {
        WINDOWS_1252.decode_without_bom_handling(bytes)
    };
    let control = |c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t' | '\u{c}');
    if broken || text.chars().any(control) { Err(FileRefusal::NotWhatItSays) } else { Ok(text) }
}

/// Whether it is an e-mail: text that begins with header lines, some that every e-mail has among them.
pub(crate) fn mail(bytes: &[u8]) -> Result<Vec<FileNote>, FileRefusal> {
    let head = bytes.get(..64 * 1024).unwrap_or(bytes);
    // Cut between two bytes of a letter, it is still text.
    let head = whole_lines(head);
    if bytes.contains(&0) || text(head).is_err() {
        return Err(FileRefusal::NotWhatItSays);
    }
    let lines = head.split(|b| *b == b'\n').map(|line| line.strip_suffix(b"\r").unwrap_or(line));
    let (mut known, mut any) = (0, false);
    for line in lines.take_while(|line| !line.is_empty()) {
        if line.starts_with(b" ") || line.starts_with(b"\t") {
            if any { continue } else { return Err(FileRefusal::NotWhatItSays) }
        }
        let Some(colon) = line.iter().position(|b| *b == b':') else { return Err(FileRefusal::NotWhatItSays) };
        let (name, _) = line.split_at(colon);
        if name.is_empty() || !name.iter().all(|b| b.is_ascii_graphic()) {
            return Err(FileRefusal::NotWhatItSays);
        }
        any = true;
        let name = name.to_ascii_lowercase();
        known += usize::from([&b"from"[..], b"to", b"date", b"subject", b"message-id", b"received"].contains(&name.as_slice()));
    }
    if known < 2 {
        return Err(FileRefusal::NotWhatItSays);
    }
    let attached = MessageParser::default().parse(bytes).is_some_and(|message| message.attachment_count() > 0);
    Ok(if attached { vec![FileNote::Attachments] } else { Vec::new() })
}

/// Up to the last line end, or all of it where there is none.
fn whole_lines(bytes: &[u8]) -> &[u8] {
    bytes.iter().rposition(|b| *b == b'\n').and_then(|at| bytes.get(..=at)).unwrap_or(bytes)
}
