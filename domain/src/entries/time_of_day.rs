//! A time of the day, as people say it.

use std::fmt;
use std::str::FromStr;

use crate::Code;

/// Hour and minute in Oslo, kept as `14:30`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct TimeOfDay {
    hour: u8,
    minute: u8,
}

impl TimeOfDay {
    /// The hour, 0–23.
    pub const fn hour(self) -> u8 {
        self.hour
    }

    /// The minute, 0–59.
    pub const fn minute(self) -> u8 {
        self.minute
    }

    /// Reads `14.30`, `14:30`, `kl. 14.30`, `1430`, `930` or `14`.
    pub fn parse_typed(typed: &str) -> Result<Self, Code> {
        let typed = typed.trim().trim_start_matches("kl").trim_start_matches('.').trim();
        let (hour, minute) = match typed.split_once(['.', ':']) {
            Some((hour, minute)) if minute.len() == 2 => (hour, minute),
            Some(_) => return Err(Code::NotATime),
            None if typed.len() <= 2 => (typed, "00"),
            None => typed.len().checked_sub(2).and_then(|at| typed.split_at_checked(at)).ok_or(Code::NotATime)?,
        };
        let digits = |text: &str| !text.is_empty() && text.len() <= 2 && text.bytes().all(|byte| byte.is_ascii_digit());
        if !digits(hour) || !digits(minute) {
            return Err(Code::NotATime);
        }
        match (hour.parse(), minute.parse()) {
            (Ok(hour @ 0..24), Ok(minute @ 0..60)) => Ok(Self { hour, minute }),
            _ => Err(Code::NotATime),
        }
    }
}

impl fmt::Display for TimeOfDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.hour, self.minute)
    }
}

impl FromStr for TimeOfDay {
    type Err = Code;
    fn from_str(text: &str) -> Result<Self, Code> {
        Self::parse_typed(text)
    }
}

impl serde::Serialize for TimeOfDay {
    fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_str(self)
    }
}

impl<'de> serde::Deserialize<'de> for TimeOfDay {
    fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        let text = <std::borrow::Cow<'de, str>>::deserialize(d)?;
        text.parse().map_err(|_| serde::de::Error::custom("not a time of the day"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn reads_what_people_type() {
        for (typed, time) in
            [("14.30", "14:30"), ("kl. 9:05", "09:05"), ("kl 14", "14:00"), ("1430", "14:30"), ("930", "09:30"), ("0", "00:00")]
        {
            assert_eq!(TimeOfDay::parse_typed(typed).map(|time| time.to_string()), Ok(time.to_owned()), "{typed}");
        }
        for typed in ["", "24.00", "12.60", "12.5", "midt på dagen", "æø", "1.2.3", "-1", "+1", "123456"] {
            assert_eq!(TimeOfDay::parse_typed(typed), Err(Code::NotATime), "{typed}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_answered_and_what_is_read_is_written_the_same(typed in ".{0,8}") {
            if let Ok(time) = TimeOfDay::parse_typed(&typed) {
                prop_assert_eq!(time.to_string().parse(), Ok(time));
            }
        }
    }
}
