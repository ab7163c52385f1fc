//! Tasks that come again.

use crate::Date;
use crate::code::code_enum;

code_enum! {
    /// How often a task comes again: when it is ticked off, the next one is made.
    #[derive(Default)]
    pub enum Repeat {
        /// Once.
        #[default]
        Never = "never",
        /// Each day.
        Daily = "daily",
        /// Each week.
        Weekly = "weekly",
        /// Every second week.
        Fortnightly = "fortnightly",
        /// Each month, on the same day; on the last where a month is too short.
        Monthly = "monthly",
    }
}

impl Repeat {
    /// When the next one is due, when one due on `due` is ticked off on `today`: the first day of the series after `due`
    /// that is not over. So what was forgotten for a while does not come back once for each time it was forgotten.
    ///
    /// `day` is the day of the month that a monthly task was given for, 1–31: it comes back to the 31st after a short
    /// month. `None` when it does not come again, or the calendar ends.
    pub fn next(self, due: Date, day: i8, today: Date) -> Option<Date> {
        let every = match self {
            Self::Never => return None,
            Self::Daily => 1,
            Self::Weekly => 7,
            Self::Fortnightly => 14,
            Self::Monthly => return monthly(due, day, today),
        };
        let over = due.days_until(today).max(0);
        // Whole steps: at least one, and as many as it takes to come to today.
        let steps = ((over + every - 1) / every).max(1);
        let next = due.plus_days(steps * every);
        Date::new(next.year(), next.month(), next.day())
    }
}

fn monthly(due: Date, day: i8, today: Date) -> Option<Date> {
    // From the month before today on: whatever lies before that is over.
    let first = if today > due { month_of(today) - 1 } else { month_of(due) };
    (first..first + 4).filter_map(|month| in_month(month, day)).find(|next| *next > due && *next >= today)
}

/// Months since the year 0.
fn month_of(date: Date) -> i32 {
    i32::from(date.year()) * 12 + i32::from(date.month()) - 1
}

/// This day of the month, or its last.
fn in_month(month: i32, day: i8) -> Option<Date> {
    let (year, month) = (i16::try_from(month.div_euclid(12)).ok()?, i8::try_from(month.rem_euclid(12) + 1).ok()?);
    let day = day.clamp(1, 31);
    (day.min(28)..=day).rev().find_map(|day| Date::new(year, month, day))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn date(text: &str) -> Date {
        text.parse().unwrap()
    }

    fn next(repeat: Repeat, due: &str, today: &str) -> String {
        repeat.next(date(due), date(due).day(), date(today)).unwrap().to_string()
    }

    #[test]
    fn the_next_comes_after_the_last() {
        assert_eq!(Repeat::Never.next(date("2026-03-12"), 12, date("2026-03-12")), None);
        for (repeat, after) in [
            (Repeat::Daily, "2026-03-13"),
            (Repeat::Weekly, "2026-03-19"),
            (Repeat::Fortnightly, "2026-03-26"),
            (Repeat::Monthly, "2026-04-12"),
        ] {
            // Ticked on the day, and before it.
            assert_eq!((next(repeat, "2026-03-12", "2026-03-12"), next(repeat, "2026-03-12", "2026-03-01")), (after.into(), after.into()));
        }
        // Forgotten for a while: the next that is not over, on the same weekday or the same day of the month.
        assert_eq!(next(Repeat::Daily, "2026-03-12", "2026-03-20"), "2026-03-20");
        assert_eq!(next(Repeat::Weekly, "2026-03-12", "2026-03-27"), "2026-04-02");
        assert_eq!(next(Repeat::Weekly, "2026-03-12", "2026-03-26"), "2026-03-26");
        assert_eq!(next(Repeat::Fortnightly, "2026-03-12", "2026-03-27"), "2026-04-09");
        assert_eq!(next(Repeat::Monthly, "2026-01-12", "2026-03-12"), "2026-03-12");
        assert_eq!(next(Repeat::Monthly, "2026-01-12", "2026-03-13"), "2026-04-12");
    }

    #[test]
    fn a_short_month_has_its_last_day_and_the_next_month_the_right_one() {
        let after = |due: &str| Repeat::Monthly.next(date(due), 31, date(due)).unwrap().to_string();
        assert_eq!(
            (after("2027-01-31"), after("2027-02-28"), after("2027-03-31")),
            ("2027-02-28".into(), "2027-03-31".into(), "2027-04-30".into())
        );
        // 2028 is a leap year; 2100 is none.
        assert_eq!((after("2028-01-31"), after("2100-01-31")), ("2028-02-29".into(), "2100-02-28".into()));
        assert_eq!(Repeat::Monthly.next(date("2027-02-28"), 29, date("2027-02-28")), Some(date("2027-03-29")));
        assert_eq!(next(Repeat::Monthly, "2026-12-31", "2026-12-31"), "2027-01-31");
    }

    #[test]
    fn at_the_end_of_the_calendar_nothing_comes() {
        for repeat in Repeat::ALL {
            assert_eq!(repeat.next(date("2199-12-31"), 31, date("2199-12-31")), None);
        }
    }

    fn any_date() -> impl Strategy<Value = Date> {
        (1950i16..2185, 1i8..13, 1i8..32).prop_filter_map("no such day", |(year, month, day)| Date::new(year, month, day))
    }

    proptest! {
        #[test]
        fn the_next_is_later_not_over_and_the_nearest_of_its_series(
            due in any_date(), late in -4000i32..4000, day in 1i8..32, which in 1usize..5,
        ) {
            let (repeat, today) = (Repeat::ALL[which], due.plus_days(late));
            // A series of months always stands on its day, or on the last of a month without it.
            let due = if repeat == Repeat::Monthly { in_month(month_of(due), day).unwrap() } else { due };
            let next = repeat.next(due, day, today).unwrap();
            prop_assert!(next > due && next >= today);
            // Counted out one by one.
            let mut expected = due;
            loop {
                expected = match repeat {
                    Repeat::Monthly => {
                        let mut walk = expected.plus_days(1);
                        while walk.month() == expected.month() || (walk.day() != day && walk.plus_days(1).day() != 1) {
                            walk = walk.plus_days(1);
                        }
                        walk
                    }
                    Repeat::Daily => expected.plus_days(1),
                    Repeat::Weekly => expected.plus_days(7),
                    _ => expected.plus_days(14),
                };
                if expected >= today {
                    break;
                }
            }
            prop_assert_eq!(next, expected);
        }
    }
}
