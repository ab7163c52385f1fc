//! The number of a case, as people say and write it.

use crate::Code;

/// A case's number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CaseNumber(pub i64);

/// No series will ever come so far.
const DIGITS_MAX: usize = 12;

impl CaseNumber {
    /// Reads "1042", "sak 1042", "Sak nr. 1 042" and the like: words and signs before the number, and spaces in it.
    pub fn read(typed: &str) -> Result<Self, Code> {
        let typed = typed.trim();
        if typed.is_empty() {
            return Err(Code::Missing);
        }
        let at = typed.find(|letter: char| letter.is_ascii_digit()).ok_or(Code::NotACaseNumber)?;
        let (before, number) = typed.split_at(at);
        // Spaces of every kind may stand between the digits.
        let digits: String = number.split_whitespace().collect();
        let is_number = digits.len() <= DIGITS_MAX && digits.bytes().all(|digit| digit.is_ascii_digit());
        if !is_number || !is_what_one_says(before) {
            return Err(Code::NotACaseNumber);
        }
        digits.parse().map(Self).map_err(|_| Code::NotACaseNumber)
    }
}

/// "sak", "saksnummer:", "Case no." and the like, or nothing.
fn is_what_one_says(before: &str) -> bool {
    const WORDS: [&str; 14] = [
        "sak",
        "saka",
        "saken",
        "sak nr",
        "sak nummer",
        "saksnr",
        "saksnummer",
        "nr",
        "nummer",
        "case",
        "case no",
        "case number",
        "no",
        "",
    ];
    let bare: String = before.to_lowercase().replace(['.', ':', '#', '-', '–'], " ");
    let bare = bare.split_whitespace().collect::<Vec<_>>().join(" ");
    WORDS.contains(&bare.as_str())
}

impl std::fmt::Display for CaseNumber {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_read_as_people_write_it() {
        for typed in [
            "1042",
            " 1042 ",
            "sak 1042",
            "Sak nr. 1042",
            "SAK 1 042",
            "saksnummer: 1042",
            "#1042",
            "Saka 1042",
            "case no. 1042",
            "1\u{a0}042",
        ] {
            assert_eq!(CaseNumber::read(typed), Ok(CaseNumber(1042)), "{typed}");
        }
        assert_eq!(CaseNumber::read("  "), Err(Code::Missing));
        for typed in ["sak", "ferie 1042", "1042a", "10.42", "sak 1042 og 1043", "1234567890123", "-", "١٠٤٢", "sak 1042?"] {
            assert_eq!(CaseNumber::read(typed), Err(Code::NotACaseNumber), "{typed}");
        }
        assert_eq!(CaseNumber(1042).to_string(), "1042");
    }
}
