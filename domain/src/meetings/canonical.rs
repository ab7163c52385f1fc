//! The bytes of a protocol: what is signed, and what is kept.
//!
//! Version 1: the seven bytes `KLARPRO`, the byte 1, and then every field in the order of [`Protocol`]. A text is its
//! length in bytes as four bytes, the most significant first, and its UTF-8; a list is the number of its items and then
//! they; what may be missing is the byte 0, or the byte 1 and then it; a date is the text `2026-03-12`. There is one way
//! to write a protocol, and nothing may stand behind it: two protocols that differ have different bytes. What has been
//! signed is read for ever, so this version is never changed; another gets another number.

use std::str::FromStr;

use uuid::Uuid;

use super::{Action, Head, LINES_MAX, Point, Protocol};

const BEGINS: &[u8; 8] = b"KLARPRO\x01";

/// These bytes are no protocol.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("these bytes are no protocol")]
pub struct NotAProtocol;

impl Protocol {
    /// The one way to write it.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = BEGINS.to_vec();
        let to = &mut bytes;
        to.extend(self.number.to_be_bytes());
        maybe(to, self.corrects.as_ref(), |to, digest| to.extend(digest));
        to.extend(self.case_number.to_be_bytes());
        text(to, self.kind.code());
        maybe(to, self.head.held_on, |to, day| text(to, &day.to_string()));
        for line in [&self.head.place, &self.head.employer, &self.head.ours, &self.head.basis] {
            text(to, line);
        }
        count(to, self.points.len());
        for Point { subject, employer, ours, agreed, disagreed } in &self.points {
            for cell in [subject, employer, ours, agreed, disagreed] {
                text(to, cell);
            }
        }
        maybe(to, self.ended_on, |to, day| text(to, &day.to_string()));
        for line in [&self.longer_time, &self.employer_comment, &self.our_comment] {
            text(to, line);
        }
        count(to, self.actions.len());
        for Action { id, who, what, due } in &self.actions {
            to.extend(id.as_bytes());
            text(to, who);
            text(to, what);
            maybe(to, *due, |to, day| text(to, &day.to_string()));
        }
        bytes
    }

    /// Reads what [`Protocol::to_bytes`] wrote, and nothing else.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, NotAProtocol> {
        let mut from = Reader(bytes.strip_prefix(BEGINS).ok_or(NotAProtocol)?);
        let protocol = Self {
            number: u32::from_be_bytes(from.array()?),
            corrects: from.maybe(Reader::array)?,
            case_number: i64::from_be_bytes(from.array()?),
            kind: from.parsed()?,
            head: Head {
                held_on: from.maybe(Reader::parsed)?,
                place: from.text()?,
                employer: from.text()?,
                ours: from.text()?,
                basis: from.text()?,
            },
            points: from.list(|from| {
                Ok(Point {
                    subject: from.text()?,
                    employer: from.text()?,
                    ours: from.text()?,
                    agreed: from.text()?,
                    disagreed: from.text()?,
                })
            })?,
            ended_on: from.maybe(Reader::parsed)?,
            longer_time: from.text()?,
            employer_comment: from.text()?,
            our_comment: from.text()?,
            actions: from.list(|from| {
                let id = Uuid::from_bytes(from.array()?);
                Ok(Action { id, who: from.text()?, what: from.text()?, due: from.maybe(Reader::parsed)? })
            })?,
        };
        if from.0.is_empty() { Ok(protocol) } else { Err(NotAProtocol) }
    }
}

fn count(to: &mut Vec<u8>, count: usize) {
    // Nothing here is nearly so long; were it, the length would not fit and the text would not be read again.
    to.extend(u32::try_from(count).unwrap_or(u32::MAX).to_be_bytes());
}

fn text(to: &mut Vec<u8>, text: &str) {
    count(to, text.len());
    to.extend(text.as_bytes());
}

fn maybe<T>(to: &mut Vec<u8>, what: Option<T>, write: impl FnOnce(&mut Vec<u8>, T)) {
    to.push(u8::from(what.is_some()));
    if let Some(what) = what {
        write(to, what);
    }
}

struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    fn take(&mut self, length: usize) -> Result<&'a [u8], NotAProtocol> {
        let (taken, rest) = self.0.split_at_checked(length).ok_or(NotAProtocol)?;
        self.0 = rest;
        Ok(taken)
    }

    fn array<const N: usize>(&mut self) -> Result<[u8; N], NotAProtocol> {
        self.take(N)?.try_into().map_err(|_| NotAProtocol)
    }

    fn count(&mut self) -> Result<usize, NotAProtocol> {
        usize::try_from(u32::from_be_bytes(self.array()?)).map_err(|_| NotAProtocol)
    }

    fn text(&mut self) -> Result<String, NotAProtocol> {
        let length = self.count()?;
        std::str::from_utf8(self.take(length)?).map(str::to_owned).map_err(|_| NotAProtocol)
    }

    /// A text that has one way to be written.
    fn parsed<T: FromStr + ToString>(&mut self) -> Result<T, NotAProtocol> {
        let text = self.text()?;
        let parsed: T = text.parse().map_err(|_| NotAProtocol)?;
        if parsed.to_string() == text { Ok(parsed) } else { Err(NotAProtocol) }
    }

    fn maybe<T>(&mut self, read: impl FnOnce(&mut Self) -> Result<T, NotAProtocol>) -> Result<Option<T>, NotAProtocol> {
        match self.array()? {
            [0] => Ok(None),
            [1] => read(self).map(Some),
            _ => Err(NotAProtocol),
        }
    }

    fn list<T>(&mut self, mut read: impl FnMut(&mut Self) -> Result<T, NotAProtocol>) -> Result<Vec<T>, NotAProtocol> {
        let count = self.count()?;
        // What says that there are thousands was not written here.
        if count > LINES_MAX { Err(NotAProtocol) } else { (0..count).map(|_| read(self)).collect() }
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::meetings::MeetingKind;
    use proptest::prelude::*;

    pub(in crate::meetings) fn protocol() -> Protocol {
        Protocol {
            number: 1,
            corrects: None,
            case_number: 1001,
            kind: MeetingKind::Negotiation,
            head: Head {
                held_on: Some("2026-03-12".parse().unwrap()),
                place: "Rådhuset".to_owned(),
                employer: "Rektor Rød".to_owned(),
                ours: "Vakker Blomst".to_owned(),
                basis: "Arbeidsmiljøloven § 17-3".to_owned(),
            },
            points: ["Frist", "Lønn"]
                .map(|subject| Point {
                    subject: subject.to_owned(),
                    employer: "Nei".to_owned(),
                    ours: "Ja".to_owned(),
                    agreed: String::new(),
                    disagreed: "Alt".to_owned(),
                })
                .to_vec(),
            ended_on: Some("2026-03-12".parse().unwrap()),
            longer_time: String::new(),
            employer_comment: "Ingen".to_owned(),
            our_comment: String::new(),
            actions: vec![Action { id: Uuid::from_u128(3), who: "Rektor".to_owned(), what: "Svare".to_owned(), due: None }],
        }
    }

    fn any_protocol() -> impl Strategy<Value = Protocol> {
        let text = "\\PC{0,12}";
        let day = proptest::option::of((1950i16..2100, 1i8..13, 1i8..29).prop_map(|(y, m, d)| crate::Date::new(y, m, d).unwrap()));
        let point = [text; 5].prop_map(|[subject, employer, ours, agreed, disagreed]| Point { subject, employer, ours, agreed, disagreed });
        let action =
            (any::<u128>(), text, text, day.clone()).prop_map(|(id, who, what, due)| Action { id: Uuid::from_u128(id), who, what, due });
        let lists = (proptest::collection::vec(point, 0..4), proptest::collection::vec(action, 0..4));
        (any::<u32>(), any::<Option<[u8; 32]>>(), any::<i64>(), [text; 7], day.clone(), day, lists).prop_map(
            |(
                number,
                corrects,
                case_number,
                [place, employer, ours, basis, longer_time, employer_comment, our_comment],
                held_on,
                ended_on,
                lists,
            )| {
                let head = Head { held_on, place, employer, ours, basis };
                let (points, actions) = lists;
                let kind = MeetingKind::Discussion;
                Protocol {
                    number,
                    corrects,
                    case_number,
                    kind,
                    head,
                    points,
                    ended_on,
                    longer_time,
                    employer_comment,
                    our_comment,
                    actions,
                }
            },
        )
    }

    /// What has been signed is read for ever: these are the bytes of version 1.
    #[test]
    fn version_one_is_written_like_this() {
        let short = Protocol {
            head: Head { place: "Ås".to_owned(), ..Head::default() },
            points: Vec::new(),
            ended_on: None,
            employer_comment: String::new(),
            actions: Vec::new(),
            ..protocol()
        };
        let mut bytes = b"KLARPRO\x01\0\0\0\x01\0\0\0\0\0\0\0\x03\xe9\0\0\0\x0bnegotiation\0\0\0\0\x03\xc3\x85s".to_vec();
        // Three empty texts, no points, no day, three empty texts, no actions.
        bytes.extend([0; 4 * 3 + 4 + 1 + 4 * 3 + 4]);
        assert_eq!(short.to_bytes(), bytes);
    }

    #[test]
    fn every_changed_byte_is_another_protocol_or_none() {
        let bytes = protocol().to_bytes();
        for at in 0..bytes.len() {
            let mut bent = bytes.clone();
            bent[at] ^= 1;
            assert_ne!(Protocol::from_bytes(&bent), Ok(protocol()), "byte {at}");
            assert_eq!(Protocol::from_bytes(&bytes[..at]), Err(NotAProtocol), "cut at {at}");
        }
        assert_eq!(Protocol::from_bytes(&[bytes, vec![0]].concat()), Err(NotAProtocol));
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_and_only_that(one in any_protocol(), other in any_protocol()) {
            let read = Protocol::from_bytes(&one.to_bytes());
            prop_assert_eq!(read.as_ref(), Ok(&one));
            prop_assert_eq!(one == other, one.to_bytes() == other.to_bytes());
        }

        #[test]
        fn whatever_reads_is_written_as_it_was(bytes in proptest::collection::vec(any::<u8>(), 0..80), at in 0usize..200) {
            let _ = Protocol::from_bytes(&bytes);
            let mut bent = protocol().to_bytes();
            let at = at % bent.len();
            bent.splice(at..at, bytes);
            if let Ok(read) = Protocol::from_bytes(&bent) {
                prop_assert_eq!(read.to_bytes(), bent);
            }
        }
    }
}
