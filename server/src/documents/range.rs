//! Which part of a file is asked for.

use std::ops::Range;

use http::{HeaderMap, header};

/// What is to be answered.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Asked {
    /// All of it.
    Whole,
    /// One part.
    Part(Range<u64>),
    /// A part that there is not.
    Nowhere,
}

/// Reads the header (RFC 9110, section 14). At most one range is answered: whoever asks for several, or for something
/// that cannot be read, is given the whole, as if nothing had been asked; so is whoever has a part of what the file was
/// before, since a version never changes and nothing here says so.
pub(super) fn asked(headers: &HeaderMap, length: u64) -> Asked {
    let mut all = headers.get_all(header::RANGE).iter();
    let (Some(one), None) = (all.next(), all.next()) else { return Asked::Whole };
    if headers.contains_key(header::IF_RANGE) {
        return Asked::Whole;
    }
    let one = one.to_str().ok().and_then(|one| one.strip_prefix("bytes="));
    let Some((first, last)) = one.filter(|one| !one.contains(',')).and_then(|one| one.split_once('-')) else { return Asked::Whole };
    let number = |text: &str| {
        let text = text.trim();
        text.bytes().all(|b| b.is_ascii_digit()).then(|| text.parse::<u64>().ok()).flatten()
    };
    match (first.trim().is_empty(), last.trim().is_empty()) {
        (true, false) => match number(last) {
            Some(0) => Asked::Nowhere,
            Some(_) if length == 0 => Asked::Nowhere,
            Some(count) => Asked::Part(length.saturating_sub(count)..length),
            None => Asked::Whole,
        },
        (false, ended) => match (number(first), if ended { Some(u64::MAX) } else { number(last) }) {
            (Some(first), Some(last)) if first > last => Asked::Whole,
            (Some(first), Some(_)) if first >= length => Asked::Nowhere,
            (Some(first), Some(last)) => Asked::Part(first..last.saturating_add(1).min(length)),
            _ => Asked::Whole,
        },
        (true, true) => Asked::Whole,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(range: &str) -> Asked {
        let mut headers = HeaderMap::new();
        headers.insert(header::RANGE, range.parse().unwrap());
        asked(&headers, 100)
    }

    #[test]
    fn one_range_and_no_more() {
        for (range, part) in [
            ("bytes=0-0", 0..1),
            ("bytes=0-99", 0..100),
            ("bytes=0-", 0..100),
            ("bytes=99-500", 99..100),
            ("bytes=-10", 90..100),
            ("bytes=-1000", 0..100),
            ("bytes= 3 - 4", 3..5),
            ("bytes=0-18446744073709551615", 0..100),
        ] {
            assert_eq!(of(range), Asked::Part(part), "{range}");
        }
        for range in ["bytes=100-", "bytes=100-200", "bytes=-0"] {
            assert_eq!(of(range), Asked::Nowhere, "{range}");
        }
        let thousand = format!("bytes={}", (0..1000).map(|i| format!("{i}-{i}")).collect::<Vec<_>>().join(","));
        for range in [
            thousand.as_str(),
            "bytes=0-1,5-6",
            "bytes=5-4",
            "bytes=-",
            "bytes=",
            "bytes",
            "items=0-1",
            "bytes=a-b",
            "bytes=+1-2",
            "bytes=99999999999999999999-",
        ] {
            assert_eq!(of(range), Asked::Whole, "{range}");
        }
        assert_eq!(asked(&HeaderMap::new(), 100), Asked::Whole);
        let mut twice = HeaderMap::new();
        twice.append(header::RANGE, "bytes=0-1".parse().unwrap());
        twice.append(header::RANGE, "bytes=2-3".parse().unwrap());
        assert_eq!(asked(&twice, 100), Asked::Whole);
    }
}
