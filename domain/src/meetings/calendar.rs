//! A meeting as a calendar file (RFC 5545).

use crate::{MeetingId, Timestamp};

use super::MeetingStatus;

/// What the calendar of a telephone shows on a locked screen must tell nothing: the title is neutral, and who comes and
/// what it is about is left out. Times are UTC, which every calendar shows in its own time.
pub fn calendar_file(
    id: MeetingId,
    title: &str,
    place: &str,
    (starts_at, ends_at): (Timestamp, Option<Timestamp>),
    status: MeetingStatus,
    version: i32,
    written_at: Timestamp,
) -> String {
    // An hour where nobody has said how long it lasts: without an end it would take no time at all.
    let ends_at = ends_at.unwrap_or(starts_at.plus_seconds(3600));
    let status = if status == MeetingStatus::Cancelled { "CANCELLED" } else { "CONFIRMED" };
    let lines = [
        "BEGIN:VCALENDAR".to_owned(),
        "VERSION:2.0".to_owned(),
        "PRODID:-//KLAR//KLAR//NO".to_owned(),
        "CALSCALE:GREGORIAN".to_owned(),
        "METHOD:PUBLISH".to_owned(),
        "BEGIN:VEVENT".to_owned(),
        format!("UID:{id}@klar"),
        format!("DTSTAMP:{}", utc(written_at)),
        format!("DTSTART:{}", utc(starts_at)),
        format!("DTEND:{}", utc(ends_at)),
        format!("SEQUENCE:{}", version.max(1) - 1),
        format!("STATUS:{status}"),
        format!("SUMMARY:{}", escaped(title)),
        format!("LOCATION:{}", escaped(place)),
        "CLASS:PRIVATE".to_owned(),
        "END:VEVENT".to_owned(),
        "END:VCALENDAR".to_owned(),
    ];
    lines.iter().map(|line| folded(line)).collect()
}

fn utc(at: Timestamp) -> String {
    let at = jiff::Timestamp::from_millisecond(at.0).unwrap_or(jiff::Timestamp::UNIX_EPOCH);
    let at = jiff::tz::Offset::UTC.to_datetime(at);
    format!("{:04}{:02}{:02}T{:02}{:02}{:02}Z", at.year(), at.month(), at.day(), at.hour(), at.minute(), at.second())
}

/// A text as a value (section 3.3.11). What would end a line, and every other control character, is a space.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => out.extend(['\\', c]),
            // Some programs take the two separators of Unicode for ends of lines.
            c if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}') => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

/// A line of at most 75 bytes, each further one begun with a space (section 3.1), cut between characters.
fn folded(line: &str) -> String {
    let mut out = String::with_capacity(line.len() + 8);
    let mut length = 0;
    for c in line.chars() {
        if length + c.len_utf8() > 75 {
            out.push_str("\r\n ");
            length = 1;
        }
        out.push(c);
        length += c.len_utf8();
    }
    out.push_str("\r\n");
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use uuid::Uuid;

    fn file(title: &str, place: &str, status: MeetingStatus) -> String {
        let at = Timestamp("2026-03-20T13:30:00Z".parse::<jiff::Timestamp>().unwrap().as_millisecond());
        calendar_file(MeetingId(Uuid::from_u128(7)), title, place, (at, None), status, 2, at)
    }

    #[test]
    fn it_tells_when_and_where() {
        let text = file("Møte", "Møterom 2, rådhuset; inngang \\ bak", MeetingStatus::Planned);
        assert_eq!(
            text,
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//KLAR//KLAR//NO\r\nCALSCALE:GREGORIAN\r\nMETHOD:PUBLISH\r\nBEGIN:VEVENT\r\n\
             UID:00000000-0000-0000-0000-000000000007@klar\r\nDTSTAMP:20260320T133000Z\r\nDTSTART:20260320T133000Z\r\n\
             DTEND:20260320T143000Z\r\nSEQUENCE:1\r\nSTATUS:CONFIRMED\r\nSUMMARY:Møte\r\n\
             LOCATION:Møterom 2\\, rådhuset\\; inngang \\\\ bak\r\nCLASS:PRIVATE\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
        );
        assert!(file("Møte", "", MeetingStatus::Cancelled).contains("\r\nSTATUS:CANCELLED\r\n"));
    }

    /// As a calendar reads it: lines joined again, and each a name and a value.
    fn read(text: &str) -> Vec<(String, String)> {
        let unfolded = text.strip_suffix("\r\n").unwrap().replace("\r\n ", "");
        unfolded.split("\r\n").map(|line| line.split_once(':').unwrap()).map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
    }

    fn unescaped(value: &str) -> String {
        let (mut out, mut letters) = (String::new(), value.chars());
        while let Some(c) = letters.next() {
            out.push(if c == '\\' { letters.next().unwrap() } else { c });
        }
        out
    }

    fn harmless(title: &str, place: &str) {
        let text = file(title, place, MeetingStatus::Planned);
        let names = |text: &str| read(text).into_iter().map(|(name, _)| name).collect::<Vec<_>>();
        assert_eq!(names(&text), names(&file("", "", MeetingStatus::Planned)), "{text}");
        for line in text.split("\r\n") {
            assert!(line.len() <= 75 && !line.contains(['\r', '\n', '\u{2028}', '\u{2029}', '\u{85}']), "{line:?}");
        }
        let seen = |typed: &str| -> String {
            typed.chars().map(|c| if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}') { ' ' } else { c }).collect()
        };
        for (name, value) in read(&text) {
            match name.as_str() {
                "SUMMARY" => assert_eq!(unescaped(&value), seen(title)),
                "LOCATION" => assert_eq!(unescaped(&value), seen(place)),
                _ => {}
            }
        }
    }

    #[test]
    fn hostile_texts_are_text() {
        for text in [
            "x\r\nATTENDEE:mailto:evil@example.com",
            "x\nEND:VEVENT\nBEGIN:VALARM",
            "x\\nATTACH:https://evil.example",
            "\\",
            "a\u{2028}DESCRIPTION:x\u{85}y\0z",
            "<script>alert(1)</script>;,:\"",
        ] {
            harmless(text, text);
        }
    }

    proptest! {
        #[test]
        fn no_text_begins_a_line(title in any::<String>(), place in "[\\r\\n\\\\;,: A-Zæ\u{2028}😀]{0,200}") {
            harmless(&title, &place);
        }
    }
}
