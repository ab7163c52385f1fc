//! What a file is called: only ever shown and sent, never a path.

use domain::documents::{FILE_NAME_MAX, FileKind};
use unicode_normalization::UnicodeNormalization;

/// Names that mean a device in Windows, whatever comes after the dot.
const DEVICES: [&str; 4] = ["con", "prn", "aux", "nul"];
const NUMBERED: [&str; 2] = ["com", "lpt"];

/// A name that is safe to show, to put in a header and to save under: the last part of a path, composed (NFC), without
/// control characters and such as turn the direction of what is read, at most [`FILE_NAME_MAX`] characters, and ending
/// in the extension of what the file is.
pub fn clean(given: &str, kind: FileKind) -> String {
    let last = given.rsplit(['/', '\\']).next().unwrap_or_default();
    let (stem, _) = split(last);
    let visible = stem.nfc().filter(|c| !is_hidden(*c)).map(|c| if ":*?\"<>|".contains(c) { '_' } else { c });
    let joined = visible.collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ");
    let extension = kind.code();
    let stem: String = joined.trim_matches(['.', ' ']).chars().take(FILE_NAME_MAX - extension.len() - 1).collect();
    let stem = stem.trim_end_matches(['.', ' ']);
    let stem = if stem.is_empty() { "fil" } else { stem };
    if is_device(stem) { format!("_{stem}.{extension}") } else { format!("{stem}.{extension}") }
}

/// The same for a file that is not kept: what it was called, as far as that can be shown, to say which one it was.
pub fn clean_shown(given: &str) -> String {
    let last = given.rsplit(['/', '\\']).next().unwrap_or_default();
    let visible: String = last.nfc().filter(|c| !is_hidden(*c)).collect();
    visible.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(FILE_NAME_MAX).collect()
}

/// The extension that a name ends in, as it was written.
pub(crate) fn extension(given: &str) -> &str {
    split(given.rsplit(['/', '\\']).next().unwrap_or_default()).1
}

/// The name before the last dot, and what comes after it if that looks like an extension.
fn split(name: &str) -> (&str, &str) {
    match name.rsplit_once('.') {
        Some((stem, extension)) if (1..=5).contains(&extension.len()) && extension.chars().all(|c| c.is_ascii_alphanumeric()) => {
            (stem, extension)
        }
        _ => (name, ""),
    }
}

fn is_hidden(c: char) -> bool {
    c.is_control() && !c.is_whitespace()
        || matches!(c, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}')
        || matches!(c, '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}')
        || matches!(c, '\u{fff0}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}')
}

fn is_device(stem: &str) -> bool {
    let first = stem.split('.').next().unwrap_or_default().trim().to_lowercase();
    let numbered =
        |name: &&str| first.strip_prefix(*name).is_some_and(|rest| rest.chars().count() == 1 && rest.chars().all(|c| c.is_numeric()));
    DEVICES.contains(&first.as_str()) || NUMBERED.iter().any(numbered)
}

#[cfg(test)]
mod tests {
    use super::*;

    use proptest::prelude::*;

    fn pdf(given: &str) -> String {
        clean(given, FileKind::Pdf)
    }

    #[test]
    fn a_good_name_stays_as_it_is() {
        for name in ["Arbeidsavtale.pdf", "Møtereferat 12. mars 2026.pdf", "Ærlig talt – åpent brev (2).pdf", "v1.2 endelig.pdf"] {
            assert_eq!(pdf(name), name);
        }
        assert_eq!(clean("bilde.JPEG", FileKind::Jpg), "bilde.jpg");
        assert_eq!(clean("IMG_0001.HEIC", FileKind::Jpg), "IMG_0001.jpg");
        assert_eq!(pdf("a\u{30a}.pdf"), "å.pdf", "composed");
    }

    #[test]
    fn no_name_leads_anywhere() {
        for (given, kept) in [
            ("../../etc/passwd.pdf", "passwd.pdf"),
            ("..\\..\\windows\\x.pdf", "x.pdf"),
            ("C:\\Users\\Kari\\brev.pdf", "brev.pdf"),
            ("C:brev.pdf", "C_brev.pdf"),
            ("/", "fil.pdf"),
            ("..", "fil.pdf"),
            ("....pdf", "fil.pdf"),
            ("", "fil.pdf"),
            (".htaccess", "htaccess.pdf"),
            ("con.pdf", "_con.pdf"),
            ("LPT1.x.pdf", "_LPT1.x.pdf"),
            ("com².pdf", "_com².pdf"),
            ("NUL", "_NUL.pdf"),
            ("x.pdf::$DATA", "x.pdf__$DATA.pdf"),
            ("brev\r\nSet-Cookie: a=b.pdf", "brev Set-Cookie_ a=b.pdf"),
            ("brev\u{0}.exe\u{0}.pdf", "brev.exe.pdf"),
            ("faktura\u{202e}fdp.exe.pdf", "fakturafdp.exe.pdf"),
            ("a\u{200b}\u{feff}b\u{2066}c.pdf", "abc.pdf"),
            ("\"><img src=x onerror=alert(1)>.pdf", "___img src=x onerror=alert(1)_.pdf"),
            ("%2e%2e%2fx.pdf", "%2e%2e%2fx.pdf"),
            ("x.pdf. . .", "x.pdf.pdf"),
            ("rapport.pdf.exe", "rapport.pdf.pdf"),
        ] {
            assert_eq!(pdf(given), kept, "{given:?}");
        }
        assert_eq!(pdf(&format!("{}.pdf", "å".repeat(400))).chars().count(), FILE_NAME_MAX);
    }

    #[test]
    fn the_last_extension_counts() {
        assert_eq!(extension("a.pdf.exe"), "exe");
        assert_eq!(extension("C:\\x.y\\a"), "");
        assert_eq!(extension("a.b c"), "");
        assert_eq!(extension("æ.PDF"), "PDF");
    }

    proptest! {
        #[test]
        fn any_name_becomes_a_safe_one(given in "\\PC{0,300}|[./\\\\:\u{0}-\u{20}a-c]{0,20}|(con|COM1|nul|aux)[. ]{0,3}(pdf)?") {
            let name = pdf(&given);
            prop_assert!(name.chars().count() <= FILE_NAME_MAX && name.ends_with(".pdf") && name.len() > 4);
            let bad = name.chars().any(|c| c.is_control() || "/\\:*?\"<>|".contains(c) || is_hidden(c));
            prop_assert!(!bad && !name.starts_with(['.', ' ']) && !is_device(name.trim_end_matches(".pdf")));
            prop_assert_eq!(pdf(&name), name, "cleaning again changes nothing");
        }
    }
}
