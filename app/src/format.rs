//! Dates and times as people say them.

use domain::tasks::Nearness;
use domain::{Date, Lang, Timestamp};

use crate::i18n::texts;

texts! {
    day_month_year(day: i8, month: &str, year: i16) { nb: "{day}. {month} {year}", nn: "{day}. {month} {year}", en: "{day} {month} {year}" }
    at_clock(date: &str, hour: &str, minute: &str) { nb: "{date} kl. {hour}.{minute}", nn: "{date} kl. {hour}.{minute}", en: "{date} at {hour}:{minute}" }
    due_today() { nb: "I dag", nn: "I dag", en: "Today" }
    due_tomorrow() { nb: "I morgen", nn: "I morgon", en: "Tomorrow" }
    days_left(days: i32) { nb: "{days} dager igjen", nn: "{days} dagar att", en: "{days} days left" }
    day_over() { nb: "1 dag over fristen", nn: "1 dag over fristen", en: "1 day overdue" }
    and(most: &str, last: &str) { nb: "{most} og {last}", nn: "{most} og {last}", en: "{most} and {last}" }
    or(most: &str, last: &str) { nb: "{most} eller {last}", nn: "{most} eller {last}", en: "{most} or {last}" }
    days_over(days: i32) { nb: "{days} dager over fristen", nn: "{days} dagar over fristen", en: "{days} days overdue" }
}

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

/// A number as people read it: from five digits on, in groups of three with hard spaces between them.
pub(crate) fn number(number: u64) -> String {
    let digits = number.to_string();
    if digits.len() < 5 {
        return digits;
    }
    let mut grouped = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            grouped.push('\u{a0}');
        }
        grouped.push(digit);
    }
    grouped
}

/// "a, b og c".
pub(crate) fn both(lang: Lang, words: &[&str]) -> String {
    listed(words, |most, last| and(lang, most, last))
}

/// "a, b eller c".
pub(crate) fn either(lang: Lang, words: &[&str]) -> String {
    listed(words, |most, last| or(lang, most, last))
}

fn listed(words: &[&str], join: impl Fn(&str, &str) -> String) -> String {
    match words {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [most @ .., last] => join(&most.join(", "), last),
    }
}

/// The same text with a large first letter, for where it stands alone.
pub(crate) fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// "17. mai 2026".
pub(crate) fn date(lang: Lang, date: Date) -> String {
    let (norwegian, english) = usize::try_from(date.month() - 1).ok().and_then(|index| MONTHS.get(index)).copied().unwrap_or_default();
    let month = if lang == Lang::En { english } else { norwegian };
    day_month_year(lang, date.day(), month, date.year())
}

/// "14.30", in Oslo.
pub(crate) fn clock(at: Timestamp) -> String {
    let (_, hour, minute) = at.in_oslo();
    format!("{hour:02}.{minute:02}")
}

/// "17. mai 2026 kl. 14.30", in Oslo.
pub(crate) fn time(lang: Lang, at: Timestamp) -> String {
    let (day, hour, minute) = at.in_oslo();
    at_clock(lang, &date(lang, day), &format!("{hour:02}"), &format!("{minute:02}"))
}

/// How near a date is, in words: "5 dager igjen", "I dag", "2 dager over fristen"; the date itself when it is far.
pub(crate) fn nearness(lang: Lang, due: Date, today: Date) -> String {
    match Nearness::of(due, today) {
        Nearness::Over(1) => day_over(lang),
        Nearness::Over(days) => days_over(lang, days),
        Nearness::Today => due_today(lang),
        Nearness::Soon(1) => due_tomorrow(lang),
        Nearness::Soon(days) => days_left(lang, days),
        Nearness::Later => date(lang, due),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_numbers_stand_in_groups() {
        for (n, text) in [(0, "0"), (9_999, "9999"), (10_000, "10\u{a0}000"), (399_994, "399\u{a0}994"), (1_234_567, "1\u{a0}234\u{a0}567")]
        {
            assert_eq!(number(n), text);
        }
    }

    #[test]
    fn dates_read_as_people_say_them() {
        let may: Date = "2026-05-17".parse().unwrap();
        assert_eq!(date(Lang::Nb, may), "17. mai 2026");
        assert_eq!(date(Lang::En, may), "17 May 2026");
        assert_eq!(time(Lang::Nb, Timestamp(1_779_021_000_000)), "17. mai 2026 kl. 14.30");
        assert_eq!(nearness(Lang::Nb, may, "2026-05-12".parse().unwrap()), "5 dager igjen");
        assert_eq!(nearness(Lang::Nb, may, "2026-05-19".parse().unwrap()), "2 dager over fristen");
        assert_eq!(nearness(Lang::Nn, may, may), "I dag");
    }
}
