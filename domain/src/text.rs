//! Text as people type it: made safe to store, to search in and to sort.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

use crate::Code;

/// One line of text: trimmed, composed (NFC), inner whitespace single, at most `max` characters.
pub fn line(typed: &str, max: u32) -> Result<String, Code> {
    let joined = visible(typed).split_whitespace().collect::<Vec<_>>().join(" ");
    checked(&joined, max)
}

/// Text of several lines: line ends as `\n`, trimmed, composed, at most `max` characters.
pub fn lines(typed: &str, max: u32) -> Result<String, Code> {
    checked(visible(typed).replace("\r\n", "\n").replace('\r', "\n").trim(), max)
}

/// Empty where nothing was typed.
pub fn optional(typed: Result<String, Code>) -> Result<String, Code> {
    if typed == Err(Code::Missing) { Ok(String::new()) } else { typed }
}

/// An e-mail address, as far as one can see that it is one; or nothing.
pub fn email(typed: &str) -> Result<String, Code> {
    let email = optional(line(typed, 254))?;
    let well = email.split_once('@').is_some_and(|(name, host)| {
        !name.is_empty() && host.contains('.') && !host.contains('@') && !email.contains([' ', ',', ';', '<', '>', '"'])
    });
    if email.is_empty() || well { Ok(email) } else { Err(Code::NotAnAddress) }
}

/// Without characters that turn or hide other characters: they could make one text look like another. They go before
/// anything is trimmed, so that nothing hides behind them.
fn visible(typed: &str) -> String {
    typed.chars().filter(|c| !is_invisible(*c)).collect()
}

fn checked(text: &str, max: u32) -> Result<String, Code> {
    if text.chars().any(|c| c.is_control() && c != '\n' && c != '\t') {
        return Err(Code::Unreadable);
    }
    let text: String = text.nfc().collect();
    if text.is_empty() {
        return Err(Code::Missing);
    }
    if text.chars().count() > max as usize {
        return Err(Code::TooLong { max });
    }
    Ok(text)
}

pub(crate) fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{061c}')
}

/// The form in which names are searched: lower case, accents gone, but æ, ø and å are letters of their own.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.nfc().flat_map(char::to_lowercase) {
        match c {
            'å' | 'æ' | 'ø' => folded.push(c),
            'ä' => folded.push('æ'),
            'ö' => folded.push('ø'),
            c if is_invisible(c) => {}
            c => folded.extend(c.nfd().filter(|c| !is_combining_mark(*c))),
        }
    }
    folded.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A key whose byte order is the Norwegian order of the alphabet: … x y z æ ø å, and `aa` as `å`.
pub fn sort_key(text: &str) -> String {
    fold(text)
        .replace("aa", "å")
        .chars()
        .map(|c| match c {
            'æ' => '{',
            'ø' => '|',
            'å' => '}',
            c => c,
        })
        .collect()
}

/// A name as searches look in it: folded, with a space before each word. The parts of a double name are words.
pub fn searched(name: &str) -> String {
    format!(" {}", fold(&name.replace(is_dash, " ")))
}

fn is_dash(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}' | '\u{2013}')
}

/// The words of a search, each to be found at the start of a word in a name; at most five.
pub fn search_words(typed: &str) -> Vec<String> {
    let typed: String = typed.chars().filter(|c| !c.is_control()).take(100).collect();
    fold(&typed).split(|c| matches!(c, ' ' | ',') || is_dash(c)).filter(|word| !word.is_empty()).take(5).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn keeps_what_was_meant() {
        assert_eq!(line("  Ola \u{a0} Nordmann ", 20), Ok("Ola Nordmann".to_owned()));
        assert_eq!(lines("a\r\n\r\nb\r", 20), Ok("a\n\nb".to_owned()));
        assert_eq!(line("A\u{30a}se", 20), Ok("Åse".to_owned()));
        assert_eq!(line("a\u{202e}b\u{200b}", 20), Ok("ab".to_owned()));
    }

    #[test]
    fn refuses_what_cannot_be_read() {
        assert_eq!(line("a\0b", 20), Err(Code::Unreadable));
        assert_eq!(lines("a\u{1b}[31mb", 20), Err(Code::Unreadable));
        assert_eq!(line(" \u{200b} ", 20), Err(Code::Missing));
        assert_eq!(line("æøå", 2), Err(Code::TooLong { max: 2 }));
    }

    #[test]
    fn sorts_as_norwegians_do() {
        let mut names = vec!["Åse", "Ærlig", "Zara", "Ørjan", "Aase", "Adam", "Élise", "Erik"];
        names.sort_by_key(|name| sort_key(name));
        assert_eq!(names, ["Adam", "Élise", "Erik", "Zara", "Ærlig", "Ørjan", "Åse", "Aase"]);
    }

    #[test]
    fn folds_accents_but_not_letters() {
        assert_eq!(fold("Ærlig ÉLISE Åse"), "ærlig elise åse");
        assert_eq!(search_words(" Blå, ÅKER "), ["blå", "åker"]);
        assert_eq!(search_words("Anne-Lise Berg\u{2013}Å"), ["anne", "lise", "berg", "å"]);
        assert_eq!(searched("Berg-Å Anne\u{2011}Lise"), " berg å anne lise");
    }

    proptest! {
        #[test]
        fn folding_is_stable(text in ".*") {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once);
        }

        #[test]
        fn clean_text_stays_clean_behind_what_is_invisible(text in "[\u{feff}\u{200b} \r\na]{0,8}") {
            if let Ok(clean) = lines(&text, 1000) {
                prop_assert_eq!(lines(&clean, 1000), Ok(clean));
            }
        }

        #[test]
        fn clean_text_stays_clean(text in ".*") {
            if let Ok(clean) = lines(&text, 1000) {
                prop_assert_eq!(lines(&clean, 1000), Ok(clean));
            }
        }
    }
}
