//! Dates are dates and instants are UTC; Oslo is only for showing (docs/adr/0005-time.md).

use std::fmt;
use std::str::FromStr;

/// A calendar day, stored and sent as `2026-03-25`, so that text order is date order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "sea-orm", derive(sea_orm::DeriveValueType), sea_orm(value_type = "String"))]
pub struct Date(jiff::civil::Date);

/// Text that is not a date, or not one between 1900 and 2199.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a date")]
pub struct InvalidDate;

impl Date {
    /// The day, if it exists in the calendar and lies in the years 1900–2199.
    pub fn new(year: i16, month: i8, day: i8) -> Option<Self> {
        (1900..2200).contains(&year).then(|| jiff::civil::Date::new(year, month, day).ok().map(Self)).flatten()
    }

    /// The year.
    pub fn year(self) -> i16 {
        self.0.year()
    }

    /// The month, 1–12.
    pub fn month(self) -> i8 {
        self.0.month()
    }

    /// The day of the month, 1–31.
    pub fn day(self) -> i8 {
        self.0.day()
    }

    /// Whole days from `self` to `other`; negative when `other` is earlier.
    pub fn days_until(self, other: Self) -> i32 {
        self.0.until(other.0).map_or(0, |span| span.get_days())
    }

    /// The day `days` later (earlier when negative); stops at the calendar's ends.
    pub fn plus_days(self, days: i32) -> Self {
        Self(self.0.saturating_add(jiff::Span::new().days(i64::from(days).clamp(-400_000, 400_000))))
    }

    /// Reads what a Norwegian would type: `12.3.2026`, `12/3-26`, `12-03-2026`, `120326`, `12032026`
    /// or `2026-03-12`. Two-digit years are read as 2000–2049 and 1950–1999.
    pub fn parse_typed(text: &str) -> Result<Self, InvalidDate> {
        let text = text.trim();
        if let Ok(date) = text.parse() {
            return Ok(date);
        }
        let parts: Vec<&str> = text.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).collect();
        let only_separators = text.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | '/' | '-' | ' ' | '\u{a0}'));
        let (day, month, year) = match parts.as_slice() {
            _ if !only_separators => return Err(InvalidDate),
            [day, month, year] => (*day, *month, *year),
            [run] if run.len() == 6 || run.len() == 8 => {
                let (day, rest) = run.split_at(2);
                let (month, year) = rest.split_at(2);
                (day, month, year)
            }
            _ => return Err(InvalidDate),
        };
        let year: i16 = match (year.len(), year.parse::<i16>()) {
            (2, Ok(yy)) if yy < 50 => 2000 + yy,
            (2, Ok(yy)) => 1900 + yy,
            (4, Ok(year)) => year,
            _ => return Err(InvalidDate),
        };
        let month = month.parse().map_err(|_| InvalidDate)?;
        let day = day.parse().map_err(|_| InvalidDate)?;
        Self::new(year, month, day).ok_or(InvalidDate)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year(), self.month(), self.day())
    }
}

impl FromStr for Date {
    type Err = InvalidDate;

    /// Strictly `YYYY-MM-DD`.
    fn from_str(s: &str) -> Result<Self, InvalidDate> {
        let shape = s.len() == 10 && s.bytes().enumerate().all(|(i, b)| if i == 4 || i == 7 { b == b'-' } else { b.is_ascii_digit() });
        let mut parts = s.splitn(3, '-');
        match (shape, parts.next(), parts.next(), parts.next()) {
            (true, Some(y), Some(m), Some(d)) => {
                Self::new(y.parse().map_err(|_| InvalidDate)?, m.parse().map_err(|_| InvalidDate)?, d.parse().map_err(|_| InvalidDate)?)
                    .ok_or(InvalidDate)
            }
            _ => Err(InvalidDate),
        }
    }
}

impl serde::Serialize for Date {
    fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_str(self)
    }
}

impl<'de> serde::Deserialize<'de> for Date {
    fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        let text = <std::borrow::Cow<'de, str>>::deserialize(d)?;
        text.parse().map_err(|_| serde::de::Error::custom(format!("`{text}` is not a date written YYYY-MM-DD")))
    }
}

/// An instant: whole milliseconds since 1970-01-01T00:00:00Z, the same number in both databases.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sea-orm", derive(sea_orm::DeriveValueType))]
#[serde(transparent)]
pub struct Timestamp(pub i64);

impl Timestamp {
    /// The instant `seconds` later (earlier when negative).
    pub const fn plus_seconds(self, seconds: i64) -> Self {
        Self(self.0.saturating_add(seconds.saturating_mul(1000)))
    }

    /// Date, hour and minute in Oslo: what a person is shown, and what decides which day it is.
    ///
    /// Follows the rule in force since 1996: summer time from 01:00 UTC on the last Sunday of March to
    /// 01:00 UTC on the last Sunday of October (EU directive 2000/84/EC, forskrift om sommertid §§ 1–2).
    /// Computed here rather than from a time-zone database so that browser and server agree without one.
    pub fn in_oslo(self) -> (Date, i8, i8) {
        let utc = jiff::Timestamp::from_millisecond(self.0).unwrap_or(jiff::Timestamp::UNIX_EPOCH);
        let year = jiff::tz::Offset::UTC.to_datetime(utc).year();
        let summer = last_sunday_0100(year, 3).zip(last_sunday_0100(year, 10)).is_some_and(|(on, off)| on <= utc && utc < off);
        let local = jiff::tz::Offset::constant(if summer { 2 } else { 1 }).to_datetime(utc);
        (Date(local.date()), local.hour(), local.minute())
    }

    /// When this day begins in Oslo.
    pub fn beginning_of(date: Date) -> Option<Self> {
        Self::at_oslo(date, 0, 0)
    }

    /// When the clocks in Oslo show this. `None` for what they never show: no such time of day, or one in the hour that
    /// is skipped in March. What they show twice in October is the first of the two.
    pub fn at_oslo(date: Date, hour: i8, minute: i8) -> Option<Self> {
        let local = jiff::civil::Time::new(hour, minute, 0, 0).ok()?.on(date.year(), date.month(), date.day());
        let shown = |offset| {
            let at = jiff::tz::Offset::constant(offset).to_timestamp(local).ok()?;
            Some(Self(at.as_millisecond())).filter(|at| at.in_oslo() == (date, hour, minute))
        };
        shown(2).or_else(|| shown(1))
    }

    /// The day in Oslo.
    pub fn oslo_date(self) -> Date {
        self.in_oslo().0
    }
}

fn last_sunday_0100(year: i16, month: i8) -> Option<jiff::Timestamp> {
    let day = jiff::civil::Date::new(year, month, 1).ok()?.nth_weekday_of_month(-1, jiff::civil::Weekday::Sunday).ok()?;
    jiff::tz::Offset::UTC.to_timestamp(day.at(1, 0, 0, 0)).ok()
}

/// A date can be part of a key; no key of ours is a number.
#[cfg(feature = "sea-orm")]
impl sea_orm::TryFromU64 for Date {
    fn try_from_u64(_: u64) -> Result<Self, sea_orm::DbErr> {
        Err(sea_orm::DbErr::ConvertFromU64("Date"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn date(text: &str) -> Date {
        text.parse().unwrap()
    }

    #[test]
    fn reads_what_people_type() {
        for typed in ["12.3.2026", "12/3-26", "12.03.26", " 12-3-2026 ", "120326", "12032026", "2026-03-12", "12 3 2026"] {
            assert_eq!(Date::parse_typed(typed), Ok(date("2026-03-12")), "{typed}");
        }
        assert_eq!(Date::parse_typed("1.1.75"), Ok(date("1975-01-01")));
        for typed in ["", "i går", "31.2.2026", "12.13.2026", "12.3", "1.2.3.4", "12.3.202", "12.3.99999", "0.1.2026", "12,3,2026x"] {
            assert_eq!(Date::parse_typed(typed), Err(InvalidDate), "{typed}");
        }
    }

    #[test]
    fn oslo_summer_time_changes_at_one_utc() {
        let at = |text: &str| Timestamp(text.parse::<jiff::Timestamp>().unwrap().as_millisecond()).in_oslo();
        assert_eq!(at("2026-03-29T00:59:59Z"), (date("2026-03-29"), 1, 59));
        assert_eq!(at("2026-03-29T01:00:00Z"), (date("2026-03-29"), 3, 0));
        assert_eq!(at("2026-10-25T00:59:00Z"), (date("2026-10-25"), 2, 59));
        assert_eq!(at("2026-10-25T01:00:00Z"), (date("2026-10-25"), 2, 0));
        assert_eq!(at("2026-12-31T23:30:00Z"), (date("2027-01-01"), 0, 30));
    }

    #[test]
    fn a_day_begins_at_midnight_in_oslo() {
        for (day, begins) in [
            ("2026-03-12", "2026-03-11T23:00:00Z"),
            ("2026-03-29", "2026-03-28T23:00:00Z"),
            ("2026-03-30", "2026-03-29T22:00:00Z"),
            ("2026-10-25", "2026-10-24T22:00:00Z"),
            ("2026-10-26", "2026-10-25T23:00:00Z"),
        ] {
            let begins = begins.parse::<jiff::Timestamp>().unwrap().as_millisecond();
            assert_eq!(Timestamp::beginning_of(date(day)), Some(Timestamp(begins)), "{day}");
        }
    }

    #[test]
    fn a_time_that_the_clocks_skip_is_none_and_one_they_show_twice_is_the_first() {
        let utc = |text: &str| Some(Timestamp(text.parse::<jiff::Timestamp>().unwrap().as_millisecond()));
        for (day, hour, minute, at) in [
            ("2026-03-12", 14, 30, utc("2026-03-12T13:30:00Z")),
            ("2026-07-12", 14, 30, utc("2026-07-12T12:30:00Z")),
            ("2026-03-29", 1, 59, utc("2026-03-29T00:59:00Z")),
            ("2026-03-29", 2, 30, None),
            ("2026-03-29", 3, 0, utc("2026-03-29T01:00:00Z")),
            ("2026-10-25", 2, 30, utc("2026-10-25T00:30:00Z")),
            ("2026-10-25", 3, 0, utc("2026-10-25T02:00:00Z")),
            ("2026-03-12", 24, 0, None),
            ("2026-03-12", 12, 60, None),
        ] {
            assert_eq!(Timestamp::at_oslo(date(day), hour, minute), at, "{day} {hour}.{minute}");
        }
    }

    proptest! {
        #[test]
        fn written_dates_read_back(y in 1900i16..2200, m in 1i8..13, d in 1i8..29) {
            let date = Date::new(y, m, d).unwrap();
            prop_assert_eq!(date.to_string().parse(), Ok(date));
            prop_assert_eq!(Date::parse_typed(&format!("{d}.{m}.{y}")), Ok(date));
        }

        #[test]
        fn days_add_up(days in -20_000i32..20_000) {
            let start = date("2026-01-01");
            prop_assert_eq!(start.days_until(start.plus_days(days)), days);
        }

        #[test]
        fn any_text_is_answered(text in ".*") {
            let _ = Date::parse_typed(&text);
        }
    }
}
