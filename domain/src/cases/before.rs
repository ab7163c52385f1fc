//! What is worth knowing before a case is made: that there may be one already, that somebody was no member yet, and how such
//! cases have ended here before.

use serde::{Deserialize, Serialize};

use crate::Date;

use super::{CaseRow, CaseType, Endings, Status};

/// How many cases are shown at most.
const SHOWN: usize = 3;
/// How long a closed case of the same type is likely to be about the same, in days.
const LIKELY: i32 = 365;

/// What the page says before a case is saved. It stops nobody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Before {
    /// Cases about the same members, or the same place, that may be about the same thing, the likeliest first.
    pub alike: Vec<CaseRow>,
    /// Those who joined after the day it happened.
    pub joined_later: Vec<Joined>,
    /// How such cases have ended.
    pub endings: Option<Endings>,
}

/// Since when somebody is a member.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Joined {
    /// Their name.
    pub name: String,
    /// The day.
    pub on: Date,
}

impl Before {
    /// Of the cases about these members or this place that somebody may read, newest first, those that may be the one about
    /// to be made; and who of them joined too late.
    pub fn of(about: Vec<CaseRow>, kind: Option<&CaseType>, joined: Vec<Joined>, happened: Option<Date>, today: Date) -> Self {
        let same = |row: &CaseRow| kind == Some(&row.case_type);
        let mut alike: Vec<CaseRow> = about.into_iter().filter(|row| may_be_the_same(row, same(row), today)).collect();
        alike.sort_by_key(|row| !same(row));
        alike.truncate(SHOWN);
        let joined_later = joined.into_iter().filter(|one| joined_later(one.on, happened)).collect();
        Self { alike, joined_later, endings: None }
    }
}

/// Whether somebody who joined on that day was no member yet when it happened.
pub fn joined_later(joined: Date, happened: Option<Date>) -> bool {
    happened.is_some_and(|happened| joined.days_until(happened) < 0)
}

/// Work that goes on may always be about the same; what is over, when it was of the same type and not long ago.
fn may_be_the_same(row: &CaseRow, same_type: bool, today: Date) -> bool {
    row.status != Status::Closed || (same_type && row.updated_at.oslo_date().days_until(today) <= LIKELY)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{CaseId, Timestamp};

    fn date(text: &str) -> Date {
        text.parse().unwrap()
    }

    fn row(number: i64, kind: &str, status: Status, touched: &str) -> CaseRow {
        CaseRow {
            id: CaseId(uuid::Uuid::from_u128(number.unsigned_abs().into())),
            number,
            case_type: kind.parse().unwrap(),
            about: vec!["God Agurk".into()],
            everybody: None,
            status,
            owner: "Blid Furu".into(),
            mine: true,
            next: None,
            waiting: None,
            updated_at: Timestamp::at_oslo(date(touched), 12, 0).unwrap(),
            readable: true,
        }
    }

    fn numbers(rows: Vec<CaseRow>) -> Vec<i64> {
        let kind: CaseType = "FERIE".parse().unwrap();
        let before = Before::of(rows, Some(&kind), Vec::new(), None, date("2026-11-26"));
        before.alike.iter().map(|row| row.number).collect()
    }

    #[test]
    fn work_that_goes_on_and_what_was_of_the_same_type_of_late_may_be_the_same() {
        let rows = vec![
            row(1, "LONN", Status::Closed, "2026-11-01"),
            row(2, "LONN", Status::Open, "2024-01-01"),
            row(3, "FERIE", Status::Closed, "2025-11-26"),
            row(4, "FERIE", Status::Closed, "2025-11-25"),
            row(5, "FERIE", Status::Open, "2024-01-01"),
        ];
        assert_eq!(numbers(rows), [3, 5, 2]);
    }

    #[test]
    fn no_more_than_a_few_are_shown() {
        assert_eq!(numbers((1..9).map(|number| row(number, "FERIE", Status::Open, "2026-11-01")).collect()), [1, 2, 3]);
    }

    #[test]
    fn whoever_joined_on_the_day_or_before_it_was_a_member() {
        let later = |joined: &[&str], happened: Option<&str>| {
            let joined = joined.iter().map(|on| Joined { name: (*on).to_owned(), on: date(on) }).collect();
            let before = Before::of(Vec::new(), None, joined, happened.map(date), date("2026-11-26"));
            before.joined_later.into_iter().map(|one| one.name).collect::<Vec<_>>()
        };
        assert_eq!(later(&["2026-03-01", "2026-02-28"], Some("2026-03-01")), Vec::<String>::new());
        assert_eq!(later(&["2026-02-28", "2026-03-02"], Some("2026-03-01")), ["2026-03-02"]);
        assert_eq!(later(&["2026-03-02"], None), Vec::<String>::new());
    }
}
