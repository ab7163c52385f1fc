//! Dates as they stand in a letter.

use crate::{Date, Lang};

const MONTHS: [(&str, &str); 12] = [
    ("januar", "January"),
    ("februar", "February"),
    ("mars", "March"),
    ("april", "April"),
    ("mai", "May"),
    ("juni", "June"),
    ("juli", "July"),
    ("august", "August"),
    ("september", "September"),
    ("oktober", "October"),
    ("november", "November"),
    ("desember", "December"),
];

/// A date as people write it: "17. mai 2026", "17 May 2026".
pub fn written(date: Date, lang: Lang) -> String {
    let month = usize::try_from(date.month() - 1).ok().and_then(|month| MONTHS.get(month));
    let (norwegian, english) = month.copied().unwrap_or_default();
    match lang {
        Lang::Nb | Lang::Nn => format!("{}. {norwegian} {}", date.day(), date.year()),
        Lang::En => format!("{} {english} {}", date.day(), date.year()),
    }
}
