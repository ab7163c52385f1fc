//! The small markup in which the text of a template is written.
//!
//! | a line that begins so | is |
//! |---|---|
//! | `# ` | the subject, once in each text |
//! | `## ` | a heading |
//! | `from: `, `to: ` | a line of the sender's or the receiver's block |
//! | `fact: Label \| value` | a line such as the date |
//! | `note: ` | a small paragraph: where a rule comes from |
//! | `- `, `1. ` | an item of a list |
//! | `\| a \| b \|` | a row of a table; the first is its header |
//! | `sign: name \| role` | a line to sign on |
//! | `[if id]`, `[if not id]`, `[if id = option]` … `[end]` | text that is there only when a field is filled (so) |
//! | anything else | a paragraph, until an empty line |
//!
//! In all of them `{id}` is a field and `**words**` stand out.

use super::parse::Wrong;

/// A line of the markup, read.
#[derive(Debug, Clone, Eq)]
pub(super) struct Node {
    /// Its line in the file, from 1.
    pub(super) line: usize,
    pub(super) kind: Kind,
}

/// Where a line stands is not what it says.
impl PartialEq for Node {
    fn eq(&self, other: &Self) -> bool {
        self.kind == other.kind
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Kind {
    From(Words),
    To(Words),
    Fact(Words, Words),
    Subject(Words),
    Heading(Words),
    Paragraph(Words),
    Note(Words),
    Item { ordered: bool, words: Words },
    Row(Vec<Words>),
    Sign(Words, Words),
    If { field: String, test: Test, then: Vec<Node> },
}

/// When the text inside `[if …]` is there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Test {
    Filled,
    Empty,
    Is(String),
}

/// Words with fields between them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Words(pub(super) Vec<Piece>);

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Piece {
    Text { text: String, strong: bool },
    Field { id: String, strong: bool },
}

impl Words {
    /// The field, when there is nothing else.
    pub(super) fn only_field(&self) -> Option<&str> {
        match self.0.as_slice() {
            [Piece::Field { id, .. }] => Some(id),
            _ => None,
        }
    }

    pub(super) fn fields(&self) -> impl Iterator<Item = &str> {
        self.0.iter().filter_map(|piece| match piece {
            Piece::Field { id, .. } => Some(id.as_str()),
            Piece::Text { .. } => None,
        })
    }
}

impl Kind {
    /// All words in it, but not those inside an `[if …]`.
    pub(super) fn words(&self) -> Vec<&Words> {
        match self {
            Self::From(words)
            | Self::To(words)
            | Self::Subject(words)
            | Self::Heading(words)
            | Self::Paragraph(words)
            | Self::Note(words)
            | Self::Item { words, .. } => vec![words],
            Self::Fact(one, other) | Self::Sign(one, other) => vec![one, other],
            Self::Row(cells) => cells.iter().collect(),
            Self::If { .. } => Vec::new(),
        }
    }
}

/// Reads a text whose first line is line `first` of its file.
pub(super) fn read(lines: &[&str], first: usize) -> Result<Vec<Node>, (usize, Wrong)> {
    let mut open: Vec<(usize, String, Test, Vec<Node>)> = Vec::new();
    let mut nodes: Vec<Node> = Vec::new();
    let mut paragraph: Vec<&str> = Vec::new();
    for (line, text) in (first..).zip(lines.iter().map(|line| line.trim())) {
        let kind = special(text).map_err(|wrong| (line, wrong))?;
        if !paragraph.is_empty() && (text.is_empty() || kind.is_some()) {
            close(&mut paragraph, &mut nodes, line - 1)?;
        }
        match kind {
            Some(Special::If(field, test)) => open.push((line, field, test, std::mem::take(&mut nodes))),
            Some(Special::End) => {
                let (line, field, test, before) = open.pop().ok_or((line, Wrong::EndWithoutIf))?;
                let then = std::mem::replace(&mut nodes, before);
                nodes.push(Node { line, kind: Kind::If { field, test, then } });
            }
            Some(Special::Line(kind)) => nodes.push(Node { line, kind }),
            None if text.is_empty() => {}
            None => paragraph.push(text),
        }
    }
    close(&mut paragraph, &mut nodes, first + lines.len().saturating_sub(1))?;
    match open.pop() {
        Some((line, ..)) => Err((line, Wrong::IfWithoutEnd)),
        None => Ok(nodes),
    }
}

fn close(paragraph: &mut Vec<&str>, nodes: &mut Vec<Node>, last: usize) -> Result<(), (usize, Wrong)> {
    if paragraph.is_empty() {
        return Ok(());
    }
    let line = last + 1 - paragraph.len();
    let text = std::mem::take(paragraph).join(" ");
    nodes.push(Node { line, kind: Kind::Paragraph(words(&text).map_err(|wrong| (line, wrong))?) });
    Ok(())
}

enum Special {
    If(String, Test),
    End,
    Line(Kind),
}

fn special(text: &str) -> Result<Option<Special>, Wrong> {
    if let Some(inside) = text.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
        return condition(inside.trim()).map(Some);
    }
    if let Some(cells) = text.strip_prefix('|') {
        let cells = cells.strip_suffix('|').ok_or(Wrong::RowWithoutEnd)?;
        let cells: Vec<Words> = cells.split('|').map(words).collect::<Result<_, _>>()?;
        return Ok(Some(Special::Line(Kind::Row(cells))));
    }
    let numbered = text.split_once(". ").filter(|(number, _)| !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit()));
    if let Some((_, rest)) = numbered {
        return Ok(Some(Special::Line(Kind::Item { ordered: true, words: words(rest)? })));
    }
    let Some((mark, rest)) = text.split_once(' ') else { return Ok(None) };
    let kind = match mark {
        "#" => Kind::Subject(words(rest)?),
        "##" => Kind::Heading(words(rest)?),
        "-" => Kind::Item { ordered: false, words: words(rest)? },
        "from:" => Kind::From(words(rest)?),
        "to:" => Kind::To(words(rest)?),
        "note:" => Kind::Note(words(rest)?),
        "fact:" => {
            let (label, value) = halves(rest)?;
            Kind::Fact(label, value)
        }
        "sign:" => {
            let (name, role) = halves(rest)?;
            Kind::Sign(name, role)
        }
        _ => return Ok(None),
    };
    Ok(Some(Special::Line(kind)))
}

fn halves(text: &str) -> Result<(Words, Words), Wrong> {
    let (one, other) = text.split_once('|').ok_or(Wrong::HalfMissing)?;
    Ok((words(one)?, words(other)?))
}

fn condition(inside: &str) -> Result<Special, Wrong> {
    if inside == "end" {
        return Ok(Special::End);
    }
    let test = inside.strip_prefix("if ").ok_or(Wrong::Bracket)?;
    let (field, test) = match (test.split_once('='), test.strip_prefix("not ")) {
        (Some((field, option)), _) => (field, Test::Is(option.trim().to_owned())),
        (None, Some(field)) => (field, Test::Empty),
        (None, None) => (test, Test::Filled),
    };
    Ok(Special::If(field.trim().to_owned(), test))
}

/// Reads `{id}` and `**words**`.
fn words(text: &str) -> Result<Words, Wrong> {
    let mut pieces = Vec::new();
    let mut strong = false;
    let parts: Vec<&str> = text.trim().split("**").collect();
    if parts.len().is_multiple_of(2) {
        return Err(Wrong::StrongWithoutEnd);
    }
    for part in parts {
        let mut rest = part;
        while let Some((before, after)) = rest.split_once('{') {
            let (id, after) = after.split_once('}').ok_or(Wrong::FieldWithoutEnd)?;
            plain(before, strong, &mut pieces)?;
            pieces.push(Piece::Field { id: id.trim().to_owned(), strong });
            rest = after;
        }
        plain(rest, strong, &mut pieces)?;
        strong = !strong;
    }
    Ok(Words(pieces))
}

fn plain(text: &str, strong: bool, pieces: &mut Vec<Piece>) -> Result<(), Wrong> {
    if text.contains('}') {
        return Err(Wrong::FieldWithoutEnd);
    }
    if !text.is_empty() {
        pieces.push(Piece::Text { text: super::document::shown(text), strong });
    }
    Ok(())
}
