//! A letter as text: blocks of runs, before it is a page, a PDF or a file for Word.

use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;

use crate::Lang;
use crate::text::is_invisible;

/// A letter, whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Letter {
    /// The language it is written in.
    pub lang: Lang,
    /// Its subject: what it is called in lists, in the file's title and on top of each page.
    pub title: String,
    /// Its text, from top to bottom.
    pub blocks: Vec<Block>,
}

/// A piece of a letter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Block {
    /// Who it is from, a line each.
    From(Vec<Text>),
    /// Whom it is to, a line each.
    To(Vec<Text>),
    /// Date, case number and the like.
    Facts(Vec<Fact>),
    /// What it is about: its main heading.
    Subject(Text),
    /// A heading in it.
    Heading(Text),
    /// A paragraph. A line feed in it begins a new line.
    Paragraph(Text),
    /// A small paragraph: where a rule comes from.
    Note(Text),
    /// A list.
    List {
        /// Whether its items are numbered.
        ordered: bool,
        /// Its items.
        items: Vec<Text>,
    },
    /// A table of two to four columns.
    Table {
        /// What each column holds.
        header: Vec<Text>,
        /// Its rows; a cell is paragraphs.
        rows: Vec<Vec<Vec<Text>>>,
    },
    /// Lines to sign on.
    Signatures(Vec<Signature>),
}

/// A label and its value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fact {
    /// What.
    pub label: Text,
    /// The value.
    pub value: Text,
}

/// A line to sign on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signature {
    /// Who signs.
    pub name: Text,
    /// For whom, or as what.
    pub role: Text,
}

/// Some text: runs, one after another.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Text(pub Vec<Run>);

/// Text in one weight.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Run {
    /// The characters. Only ones that can be shown: see [`shown`].
    pub text: String,
    /// Whether it stands out.
    pub strong: bool,
}

impl Text {
    /// Plain text, made showable.
    pub fn plain(text: &str) -> Self {
        let text = shown(text);
        Self(if text.is_empty() { Vec::new() } else { vec![Run { text, strong: false }] })
    }

    /// The characters alone.
    pub fn to_plain(&self) -> String {
        self.0.iter().map(|run| run.text.as_str()).collect()
    }

    /// Whether there is nothing to see in it.
    pub fn is_blank(&self) -> bool {
        self.0.iter().all(|run| run.text.trim().is_empty())
    }

    /// Adds characters; those of one weight stay one run.
    pub(super) fn push(&mut self, text: &str, strong: bool) {
        match self.0.last_mut() {
            _ if text.is_empty() => {}
            Some(last) if last.strong == strong => last.text.push_str(text),
            _ => self.0.push(Run { text: text.to_owned(), strong }),
        }
    }
}

/// Text with only what can be shown: composed (NFC), line ends as `\n`, other white space as spaces, and without control
/// characters, characters that turn or hide others, and code points that are no characters. Nothing else is touched.
pub fn shown(text: &str) -> String {
    text.replace("\r\n", "\n")
        .chars()
        .filter_map(|c| match c {
            '\n' | '\r' | '\u{2028}' | '\u{2029}' | '\u{85}' | '\u{b}' | '\u{c}' => Some('\n'),
            '\t' => Some(' '),
            c if c.is_control() || is_invisible(c) || is_no_character(c) => None,
            c => Some(c),
        })
        .nfc()
        .collect()
}

/// Code points that are no characters, are set aside for private use, or are tags and variants that show nothing.
fn is_no_character(c: char) -> bool {
    let code = u32::from(c);
    code & 0xfffe == 0xfffe
        || matches!(c, '\u{fdd0}'..='\u{fdef}' | '\u{fe00}'..='\u{fe0f}' | '\u{fff9}'..='\u{fffb}' | '\u{e000}'..='\u{f8ff}')
        || code >= 0xe_0000
}
