//! The organisation number of the Norwegian business register (Enhetsregisteret).

use std::fmt;
use std::str::FromStr;

use super::{as_text, digits, weighted_sum};

const WEIGHTS: [u32; 8] = [3, 2, 7, 6, 5, 4, 3, 2];

/// Text that is not nine digits with the right check digit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an organisation number")]
pub struct InvalidOrgNumber;

/// An organisation number: nine digits, the last a check digit.
///
/// The register issues numbers that begin with 8 or 9. That is custom and not a rule, so nothing is refused for
/// it; invented employers use numbers that begin with 2 or 3.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "sea-orm", derive(sea_orm::DeriveValueType), sea_orm(value_type = "String"))]
pub struct OrgNumber([u8; 9]);

impl OrgNumber {
    /// Reads what a person typed: spaces and dashes between the digits are dropped.
    pub fn parse(text: &str) -> Result<Self, InvalidOrgNumber> {
        digits(text).and_then(Self::from_digits).ok_or(InvalidOrgNumber)
    }

    /// The number that begins with these eight digits; `None` when they are more than eight or the sum would
    /// need a check digit of ten.
    pub fn from_eight_digits(eight: u32) -> Option<Self> {
        let text = format!("{eight:08}");
        let [a, b, c, d, e, f, g, h]: [u8; 8] = text.as_bytes().try_into().ok()?;
        let check = (11 - weighted_sum(text.as_bytes(), &WEIGHTS) % 11) % 11;
        let check = b'0' + u8::try_from(check).ok().filter(|check| *check < 10)?;
        Some(Self([a, b, c, d, e, f, g, h, check]))
    }

    /// The nine digits.
    pub fn as_str(&self) -> &str {
        as_text(&self.0)
    }

    /// As people write it: `923 609 016`.
    pub fn spaced(&self) -> String {
        let [a, b, c, d, e, f, g, h, i] = self.0.map(char::from);
        format!("{a}{b}{c} {d}{e}{f} {g}{h}{i}")
    }

    fn from_digits(all: [u8; 9]) -> Option<Self> {
        let [.., check] = all;
        let sum = weighted_sum(&all, &WEIGHTS) + u32::from(check - b'0');
        sum.is_multiple_of(11).then_some(Self(all))
    }
}

impl fmt::Debug for OrgNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "OrgNumber({})", self.as_str())
    }
}

impl fmt::Display for OrgNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// Exactly nine digits, as in files, addresses and the database; what people type goes through
/// [`OrgNumber::parse`].
impl FromStr for OrgNumber {
    type Err = InvalidOrgNumber;
    fn from_str(s: &str) -> Result<Self, InvalidOrgNumber> {
        if s.len() == 9 { Self::parse(s) } else { Err(InvalidOrgNumber) }
    }
}

impl serde::Serialize for OrgNumber {
    fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.serialize_str(self.as_str())
    }
}

impl<'de> serde::Deserialize<'de> for OrgNumber {
    fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        let text = <std::borrow::Cow<'de, str>>::deserialize(d)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(feature = "sea-orm")]
impl sea_orm::TryFromU64 for OrgNumber {
    fn try_from_u64(_: u64) -> Result<Self, sea_orm::DbErr> {
        Err(sea_orm::DbErr::ConvertFromU64("OrgNumber"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn published_vectors() {
        for text in ["923609016", "974760673", "919274018", "984851006", "310000019", "310000027", "310000035", "310000043", "310000051"] {
            assert_eq!(OrgNumber::parse(text).map(|number| number.to_string()), Ok(text.to_owned()));
        }
        assert_eq!(OrgNumber::parse("833286602"), Err(InvalidOrgNumber));
    }

    #[test]
    fn written_and_read() {
        let number = OrgNumber::parse("923\u{a0}609 016").unwrap();
        assert_eq!(number.spaced(), "923 609 016");
        assert_eq!(serde_json::to_string(&number).unwrap(), "\"923609016\"");
        assert_eq!(serde_json::from_str::<OrgNumber>("\"923609016\"").unwrap(), number);
        for text in ["", "92360901", "9236090160", "92360901x", "923 609 016"] {
            assert_eq!(text.parse::<OrgNumber>(), Err(InvalidOrgNumber), "{text}");
            assert!(serde_json::from_value::<OrgNumber>(text.into()).is_err(), "{text}");
        }
    }

    #[test]
    fn eight_digits_make_nine() {
        assert_eq!(OrgNumber::from_eight_digits(31_000_001).map(|n| n.to_string()).as_deref(), Some("310000019"));
        assert_eq!(OrgNumber::from_eight_digits(31_000_006), None, "the check digit would be ten");
        assert_eq!(OrgNumber::from_eight_digits(100_000_000), None);
    }

    proptest! {
        #[test]
        fn any_text_is_answered(text in ".*") {
            let _ = OrgNumber::parse(&text);
        }

        #[test]
        fn what_is_made_is_read(eight in 0u32..100_000_000) {
            if let Some(number) = OrgNumber::from_eight_digits(eight) {
                prop_assert_eq!(number.to_string().parse(), Ok(number));
                prop_assert_eq!(OrgNumber::parse(&number.spaced()), Ok(number));
            }
        }

        /// All weights are coprime to eleven, so one wrong digit always shows.
        #[test]
        fn one_changed_digit_is_always_refused(eight in 0u32..100_000_000, at in 0usize..9, by in 1u8..10) {
            if let Some(number) = OrgNumber::from_eight_digits(eight) {
                let mut changed = number.0;
                changed[at] = b'0' + (changed[at] - b'0' + by) % 10;
                prop_assert_eq!(OrgNumber::from_digits(changed), None);
            }
        }
    }
}
