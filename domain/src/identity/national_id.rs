//! The Norwegian national identity number (fødselsnummer) and its siblings.

use std::fmt;

use super::{as_text, digits, weighted_sum};
use crate::Date;

/// Weights of the first check digit over the nine digits before it.
const FIRST: [u32; 9] = [3, 7, 6, 1, 8, 9, 4, 5, 2];
/// Weights of the second check digit over the ten digits before it.
const SECOND: [u32; 10] = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2];

/// Which national ids a running system takes: real persons only in production, invented ones only elsewhere.
///
/// There is no third choice on purpose: a system for trying things out can then never hold a real person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Accept {
    /// Tests, demonstration, development: the month must be 81–92, which the population register
    /// (Folkeregisteret) gives to no living person.
    SyntheticOnly,
    /// Production.
    RealOnly,
}

/// Whether a person has a birth number or a temporary D-number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NationalIdKind {
    /// Fødselsnummer.
    BirthNumber,
    /// D-number: given to people without a birth number; the day is written with 40 added.
    DNumber,
}

/// Why text is not a national id. Never holds the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NationalIdError {
    /// Something other than eleven digits.
    #[error("a national id has eleven digits")]
    NotElevenDigits,
    /// The first six digits are no date. Hospital numbers (H-numbers, month + 40) end here too.
    #[error("the first six digits are not a date")]
    NotADate,
    /// Wrong under the rule in force until 2032 and under the one from 2032.
    #[error("the check digits are wrong")]
    WrongCheckDigits,
    /// An invented person, in production.
    #[error("synthetic national ids are not accepted here")]
    SyntheticNotAccepted,
    /// A number that may belong to a real person, outside production.
    #[error("only synthetic national ids are accepted here")]
    RealNotAccepted,
}

/// A national id (fødselsnummer or D-number) with a valid date and valid check digits.
///
/// It says nothing about whether the number is in use. Sex and century are deliberately not derived: from 2032
/// that is no longer possible (Skatteetaten, "Nytt fødselsnummer fra 2032").
///
/// There is no `Display`, and `Debug` hides everything; whoever needs the digits calls [`expose`](Self::expose),
/// so that every such place can be found. `Serialize` writes the digits, for the registry file.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NationalId([u8; 11]);

impl NationalId {
    /// Reads what a person typed or an identity provider sent, and refuses what this system must not hold.
    pub fn parse(text: &str, accept: Accept) -> Result<Self, NationalIdError> {
        let id = Self::from_digits(digits(text).ok_or(NationalIdError::NotElevenDigits)?)?;
        id.accepted_by(accept)?;
        Ok(id)
    }

    /// Reads a number from a file: exactly eleven digits, real or synthetic. Follow it by [`Self::accepted_by`].
    pub fn read(text: &str) -> Result<Self, NationalIdError> {
        let eleven = digits(text).filter(|_| text.len() == 11);
        Self::from_digits(eleven.ok_or(NationalIdError::NotElevenDigits)?)
    }

    /// Whether a system that accepts `accept` may hold this number; the error says which way it fails.
    pub fn accepted_by(&self, accept: Accept) -> Result<(), NationalIdError> {
        match (accept, self.is_synthetic()) {
            (Accept::SyntheticOnly, true) | (Accept::RealOnly, false) => Ok(()),
            (Accept::SyntheticOnly, false) => Err(NationalIdError::RealNotAccepted),
            (Accept::RealOnly, true) => Err(NationalIdError::SyntheticNotAccepted),
        }
    }

    /// An invented person born on `date`: month + 80, check digits by the classic rule.
    ///
    /// `individ` is the three-digit individual number. `None` when it is above 999, or when the sum would need a
    /// check digit of ten; about 827 of the 1,000 individual numbers of a date can be used.
    pub fn synthetic(date: Date, individ: u16) -> Option<Self> {
        let text = format!("{:02}{:02}{:02}{individ:03}", date.day(), date.month() + 80, date.year() % 100);
        let nine: [u8; 9] = text.as_bytes().try_into().ok()?;
        let [a, b, c, d, e, f, g, h, i] = nine;
        let j = check_digit(weighted_sum(&nine, &FIRST))?;
        let k = check_digit(weighted_sum(&[a, b, c, d, e, f, g, h, i, j], &SECOND))?;
        Some(Self([a, b, c, d, e, f, g, h, i, j, k]))
    }

    /// Whether this is an invented person: the month has 80 added (Skatteetaten's Tenor, "Test-Norge").
    pub fn is_synthetic(&self) -> bool {
        let [_, _, month, ..] = self.0;
        month >= b'8'
    }

    /// Birth number or D-number; either may be synthetic.
    pub fn kind(&self) -> NationalIdKind {
        let [day, ..] = self.0;
        if day >= b'4' { NationalIdKind::DNumber } else { NationalIdKind::BirthNumber }
    }

    /// The eleven digits. The only way to them: search for `expose(` to see who looks.
    pub fn expose(&self) -> &str {
        as_text(&self.0)
    }

    /// What a person may be shown: the date part only, `131172 *****`.
    pub fn masked(&self) -> String {
        let [a, b, c, d, e, f, ..] = self.0;
        format!("{} *****", as_text(&[a, b, c, d, e, f]))
    }

    fn from_digits(all: [u8; 11]) -> Result<Self, NationalIdError> {
        let [d1, d2, m1, m2, y1, y2, ..] = all;
        let two = |tens: u8, ones: u8| (tens - b'0') * 10 + (ones - b'0');
        let day = match two(d1, d2) {
            d_number @ 41..=71 => d_number - 40,
            day => day,
        };
        let month = match two(m1, m2) {
            synthetic @ 81..=92 => synthetic - 80,
            month => month,
        };
        // The century is unknown, so year 00 counts as a leap year, as in Skatteetaten's own validator.
        let year = 2000 + i16::from(two(y1, y2));
        let (month, day) = (month.try_into().ok(), day.try_into().ok());
        month.zip(day).and_then(|(month, day)| Date::new(year, month, day)).ok_or(NationalIdError::NotADate)?;
        if checks(&all) { Ok(Self(all)) } else { Err(NationalIdError::WrongCheckDigits) }
    }
}

/// Classic rule: both remainders are 0. From 2032-01-01, for new numbers whenever the person was born, the first
/// may also be 1, 2 or 3 (Skatteetaten). Old and new numbers live side by side, so the wider rule reads both.
fn checks(all: &[u8; 11]) -> bool {
    let [.., k1, k2] = *all;
    let remainder = |sum: u32, check: u8| (sum + u32::from(check - b'0')) % 11;
    remainder(weighted_sum(all, &FIRST), k1) <= 3 && remainder(weighted_sum(all, &SECOND), k2) == 0
}

/// The ASCII digit that brings the sum to a multiple of eleven; `None` when it would have to be ten.
fn check_digit(sum: u32) -> Option<u8> {
    let digit = (11 - sum % 11) % 11;
    (digit < 10).then_some(b'0' + u8::try_from(digit).ok()?)
}

impl fmt::Debug for NationalId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("NationalId(***********)")
    }
}

impl serde::Serialize for NationalId {
    fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.serialize_str(self.expose())
    }
}

/// As [`NationalId::read`]: strict, and without asking whether this system accepts real or synthetic numbers.
impl<'de> serde::Deserialize<'de> for NationalId {
    fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        let text = <std::borrow::Cow<'de, str>>::deserialize(d)?;
        Self::read(&text).map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use NationalIdError::*;
    use proptest::prelude::*;

    fn real(text: &str) -> Result<NationalId, NationalIdError> {
        NationalId::parse(text, Accept::RealOnly)
    }

    fn synthetic(text: &str) -> Result<NationalId, NationalIdError> {
        NationalId::parse(text, Accept::SyntheticOnly)
    }

    /// From Skatteetaten's and NAV's public test suites; all generated, none of a person.
    #[test]
    fn published_vectors() {
        for text in ["13097248022", "29029648784", "53097248016", "30108299939"] {
            assert_eq!(real(text).map(|id| id.expose().to_owned()), Ok(text.to_owned()));
            assert_eq!(synthetic(text), Err(RealNotAccepted), "{text}");
        }
        for text in [
            "10915596784",
            "50846202355",
            "01918502064",
            "24869200928",
            "03827102597",
            "17850350450",
            "30896600407",
            "12929903445",
            "48838800680",
            "29829602332",
        ] {
            assert_eq!(synthetic(text).map(|id| id.expose().to_owned()), Ok(text.to_owned()));
            assert_eq!(real(text), Err(SyntheticNotAccepted), "{text}");
        }
        for text in ["02013299987", "13097248032"] {
            assert_eq!(real(text), Err(WrongCheckDigits), "{text}");
        }
    }

    #[test]
    fn kinds() {
        assert_eq!(real("53097248016").map(|id| id.kind()), Ok(NationalIdKind::DNumber));
        assert_eq!(synthetic("50846202355").map(|id| id.kind()), Ok(NationalIdKind::DNumber));
        assert_eq!(real("13097248022").map(|id| id.kind()), Ok(NationalIdKind::BirthNumber));
        assert_eq!(synthetic("10915596784").map(|id| id.kind()), Ok(NationalIdKind::BirthNumber));
    }

    #[test]
    fn the_rule_of_2032_is_read_beside_the_classic_one() {
        let id = real("30108299939").unwrap();
        assert_ne!(check_digit(weighted_sum(&id.0, &FIRST)), Some(id.0[9]), "the classic rule would refuse it");
    }

    #[test]
    fn dates_that_are_none() {
        for (text, why) in [
            ("00017012345", "day 0"),
            ("32017012345", "day 32"),
            ("30027012345", "30 February"),
            ("29027012345", "29 February 1970"),
            ("01007012345", "month 0"),
            ("01137012345", "month 13"),
            ("01417012345", "H-number"),
            ("01527012345", "H-number"),
            ("01807012345", "month 80"),
            ("01937012345", "month 93"),
            ("40017012345", "day 40"),
            ("72017012345", "day 72"),
        ] {
            assert_eq!(real(text), Err(NotADate), "{why}");
        }
        assert_ne!(real("29020012345"), Err(NotADate), "1900 was not a leap year, 2000 was, and which it is cannot be seen");
    }

    #[test]
    fn what_people_type_between_the_digits_is_dropped() {
        for text in ["109155 96784", " 10915596784 ", "109155-96784", "109155\u{a0}96784", "10 91 55\u{2013}967\u{202f}84"] {
            assert_eq!(synthetic(text).map(|id| id.expose().to_owned()), Ok("10915596784".to_owned()), "{text}");
        }
        for text in ["", "1091559678", "109155967840", "1091559678a", "109155/96784", "１０９１５５９６７８４"] {
            assert_eq!(synthetic(text), Err(NotElevenDigits), "{text}");
        }
    }

    #[test]
    fn shows_no_more_than_the_date() {
        let id = synthetic("10915596784").unwrap();
        assert_eq!(id.masked(), "109155 *****");
        assert_eq!(format!("{id:?}"), "NationalId(***********)");
        assert_eq!(serde_json::to_string(&id).unwrap(), "\"10915596784\"");
    }

    #[test]
    fn deserializing_is_strict_but_does_not_choose_between_real_and_synthetic() {
        let read = |text: &str| serde_json::from_str::<NationalId>(&format!("\"{text}\"")).map_err(|error| error.to_string());
        assert!(read("10915596784").unwrap().is_synthetic());
        assert!(!read("13097248022").unwrap().is_synthetic());
        for (text, says) in [
            ("109155 96784", "a national id has eleven digits"),
            ("10995596784", "the first six digits are not a date"),
            ("10915596785", "the check digits are wrong"),
        ] {
            let error = read(text).unwrap_err();
            assert!(error.starts_with(says) && !error.contains(text), "{error}");
        }
    }

    #[test]
    fn about_827_individual_numbers_of_a_date_can_be_used() {
        let date = Date::new(1972, 9, 13).unwrap();
        let usable = (0..1000).filter(|n| NationalId::synthetic(date, *n).is_some()).count();
        assert!((800..850).contains(&usable), "{usable}");
        assert_eq!(NationalId::synthetic(date, 1000), None);
    }

    fn any_synthetic() -> impl Strategy<Value = NationalId> {
        (1930i16..2015, 1i8..13, 1i8..29, 0u16..1000)
            .prop_filter_map("check digit ten", |(y, m, d, n)| NationalId::synthetic(Date::new(y, m, d)?, n))
    }

    proptest! {
        #[test]
        fn any_text_is_answered(text in ".*") {
            let _ = synthetic(&text);
            let _ = serde_json::from_value::<NationalId>(text.into());
        }

        #[test]
        fn eleven_digits_are_answered(text in "[0-9]{11}") {
            if let Ok(id) = serde_json::from_str::<NationalId>(&format!("\"{text}\"")) {
                prop_assert_eq!(id.expose(), &text);
                let debug = format!("{id:?}");
                prop_assert!(!debug.contains(&text));
            }
        }

        #[test]
        fn what_is_made_is_read(id in any_synthetic()) {
            prop_assert!(id.is_synthetic());
            prop_assert_eq!(synthetic(id.expose()), Ok(id.clone()));
            prop_assert_eq!(real(id.expose()), Err(SyntheticNotAccepted));
        }

        /// Always, not just mostly: every weight of the second check digit is coprime to eleven and a changed
        /// digit differs by 1–9, so the second sum is off whatever the first one says, under either rule.
        #[test]
        fn one_changed_digit_is_always_refused(id in any_synthetic(), at in 0usize..11, by in 1u8..10) {
            let mut changed = id.0;
            changed[at] = b'0' + (changed[at] - b'0' + by) % 10;
            prop_assert!(NationalId::from_digits(changed).is_err());
        }

        /// Neighbouring weights of the second check digit differ, so the same holds for the commonest slip.
        #[test]
        fn two_neighbours_swapped_are_always_refused(id in any_synthetic(), at in 0usize..10) {
            let mut swapped = id.0;
            swapped.swap(at, at + 1);
            prop_assert!(swapped == id.0 || NationalId::from_digits(swapped).is_err());
        }
    }
}
