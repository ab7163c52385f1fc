//! Filling a template: what comes of its text and what people wrote.

use crate::{Code, Lang};

use super::document::{Block, Fact, Letter, Run, Signature, Text, shown};
use super::markup::{Kind, Node, Piece, Test, Words};
use super::template::{FieldDef, FieldKind, Template};
use super::values::{NotFilled, Value, Values};

/// The letter, or what stands in its way. Values are put in as they are: nothing in them is read as markup.
pub fn fill(template: &Template, lang: Lang, values: &Values) -> Result<Letter, NotFilled> {
    let nodes = template.text(lang).ok_or(NotFilled::Language)?;
    let wrong: Vec<(String, Code)> =
        template.fields.iter().filter_map(|field| Some((field.id.clone(), wrong(field, values.get(&field.id))?))).collect();
    if !wrong.is_empty() {
        return Err(NotFilled::Fields(wrong));
    }
    let mut filling = Filling { template, lang, values, blocks: Vec::new(), title: String::new() };
    filling.nodes(nodes);
    filling.blocks.retain(|block| !matches!(block, Block::Table { rows, .. } if rows.is_empty()));
    Ok(Letter { lang, title: filling.title, blocks: filling.blocks })
}

fn wrong(field: &FieldDef, value: Option<&Value>) -> Option<Code> {
    let Some(value) = value else {
        return field.required.then_some(Code::Missing);
    };
    match (field.kind, value) {
        (FieldKind::Text | FieldKind::Person | FieldKind::Long, Value::Text(_))
        | (FieldKind::Date, Value::Date(_))
        | (FieldKind::List, Value::List(_)) => None,
        (FieldKind::Choice, Value::Choice(chosen)) if field.options.iter().any(|option| option.code == *chosen) => None,
        (FieldKind::Date, _) => Some(Code::NotADate),
        _ => Some(Code::NotOffered),
    }
}

struct Filling<'a> {
    template: &'a Template,
    lang: Lang,
    values: &'a Values,
    blocks: Vec<Block>,
    title: String,
}

impl Filling<'_> {
    fn nodes(&mut self, nodes: &[Node]) {
        let mut table: Option<&[Words]> = None;
        for node in nodes {
            if !matches!(node.kind, Kind::Row(_)) {
                table = None;
            }
            match &node.kind {
                Kind::If { field, test, then } => {
                    let value = self.values.get(field);
                    let there = match test {
                        Test::Filled => value.is_some(),
                        Test::Empty => value.is_none(),
                        Test::Is(option) => matches!(value, Some(Value::Choice(chosen)) if chosen == option),
                    };
                    if there {
                        self.nodes(then);
                    }
                }
                Kind::Row(cells) if table.is_none() => {
                    table = Some(cells);
                    let header = cells.iter().map(|cell| self.line(cell)).collect();
                    self.blocks.push(Block::Table { header, rows: Vec::new() });
                }
                Kind::Row(cells) => self.rows(cells),
                other => self.block(other),
            }
        }
    }

    fn block(&mut self, kind: &Kind) {
        match kind {
            Kind::From(words) => {
                let lines = self.lines(words);
                self.join(lines, |last| if let Block::From(lines) = last { Some(lines) } else { None }, Block::From);
            }
            Kind::To(words) => {
                let lines = self.lines(words);
                self.join(lines, |last| if let Block::To(lines) = last { Some(lines) } else { None }, Block::To);
            }
            Kind::Fact(label, value) => {
                let fact = Fact { label: self.line(label), value: self.line(value) };
                let facts = if fact.value.is_blank() { Vec::new() } else { vec![fact] };
                self.join(facts, |last| if let Block::Facts(facts) = last { Some(facts) } else { None }, Block::Facts);
            }
            Kind::Sign(name, role) => {
                let signature = Signature { name: self.line(name), role: self.line(role) };
                self.join(vec![signature], |last| if let Block::Signatures(all) = last { Some(all) } else { None }, Block::Signatures);
            }
            Kind::Item { ordered, words } => self.item(*ordered, words),
            Kind::Subject(words) => {
                let subject = self.line(words);
                self.title = subject.to_plain();
                self.blocks.push(Block::Subject(subject));
            }
            Kind::Heading(words) => {
                let heading = self.line(words);
                self.blocks.push(Block::Heading(heading));
            }
            Kind::Paragraph(words) => {
                let paragraphs = self.paragraphs(words);
                self.blocks.extend(paragraphs.into_iter().map(Block::Paragraph));
            }
            Kind::Note(words) => {
                let note = self.line(words);
                if !note.is_blank() {
                    self.blocks.push(Block::Note(note));
                }
            }
            Kind::Row(_) | Kind::If { .. } => {}
        }
    }

    /// Adds lines to the last block where it is of their kind, or makes one.
    fn join<T>(&mut self, lines: Vec<T>, same: impl FnOnce(&mut Block) -> Option<&mut Vec<T>>, make: impl FnOnce(Vec<T>) -> Block) {
        match self.blocks.last_mut().and_then(same) {
            _ if lines.is_empty() => {}
            Some(last) => last.extend(lines),
            None => self.blocks.push(make(lines)),
        }
    }

    fn item(&mut self, ordered: bool, words: &Words) {
        let items = match words.only_field().and_then(|id| self.values.get(id)) {
            Some(Value::List(points)) => points.iter().map(|point| one_line(point)).filter(|item| !item.is_blank()).collect(),
            _ => self.paragraphs(words),
        };
        match self.blocks.last_mut() {
            _ if items.is_empty() => {}
            Some(Block::List { ordered: same, items: list }) if *same == ordered => list.extend(items),
            _ => self.blocks.push(Block::List { ordered, items }),
        }
    }

    /// A row; where cells are lists, a row for each of their points.
    fn rows(&mut self, cells: &[Words]) {
        let list = |cell: &Words| match cell.only_field().and_then(|id| self.values.get(id)) {
            Some(Value::List(points)) => Some(points.clone()),
            _ => None,
        };
        let lists: Vec<Option<Vec<String>>> = cells.iter().map(list).collect();
        let is_list =
            |cell: &Words| cell.only_field().and_then(|id| self.template.field(id)).is_some_and(|field| field.kind == FieldKind::List);
        let rows: Vec<Vec<Vec<Text>>> = if cells.iter().any(is_list) {
            let longest = lists.iter().flatten().map(Vec::len).max().unwrap_or_default();
            let cell = |at: usize, (cell, list): (&Words, &Option<Vec<String>>)| match list {
                Some(points) => points.get(at).map(|point| vec![one_line(point)]).unwrap_or_default(),
                None if is_list(cell) => Vec::new(),
                None => self.paragraphs(cell),
            };
            (0..longest).map(|at| cells.iter().zip(&lists).map(|pair| cell(at, pair)).collect()).collect()
        } else {
            vec![cells.iter().map(|cell| self.paragraphs(cell)).collect()]
        };
        if let Some(Block::Table { rows: before, .. }) = self.blocks.last_mut() {
            before.extend(rows);
        }
    }

    /// The words as one line.
    fn line(&self, words: &Words) -> Text {
        let mut text = Text::default();
        for piece in &words.0 {
            match piece {
                Piece::Text { text: plain, strong } => text.push(plain, *strong),
                Piece::Field { id, strong } => text.push(&on_one_line(&self.value(id)), *strong),
            }
        }
        text
    }

    /// The words as lines: an answer of several lines is as many.
    fn lines(&self, words: &Words) -> Vec<Text> {
        match words.only_field() {
            Some(id) => self.value(id).lines().map(Text::plain).filter(|line| !line.is_blank()).collect(),
            None => Some(self.line(words)).filter(|line| !line.is_blank()).into_iter().collect(),
        }
    }

    /// The words as paragraphs: an empty line in an answer divides it.
    fn paragraphs(&self, words: &Words) -> Vec<Text> {
        let Some([Piece::Field { id, strong }]) = words.only_field().map(|_| words.0.as_slice()) else {
            return Some(self.line(words)).filter(|line| !line.is_blank()).into_iter().collect();
        };
        let mut paragraphs: Vec<Vec<&str>> = vec![Vec::new()];
        let value = self.value(id);
        for line in value.lines() {
            match paragraphs.last_mut() {
                Some(last) if !line.trim().is_empty() => last.push(line),
                Some(last) if last.is_empty() => {}
                _ => paragraphs.push(Vec::new()),
            }
        }
        paragraphs.retain(|lines| !lines.is_empty());
        paragraphs.into_iter().map(|lines| Text(vec![Run { text: lines.join("\n"), strong: *strong }])).collect()
    }

    /// What stands where a field is.
    fn value(&self, id: &str) -> String {
        let options = self.template.field(id).map(|field| field.options.as_slice()).unwrap_or_default();
        match self.values.get(id) {
            None => String::new(),
            Some(Value::Text(text)) => shown(text),
            Some(Value::Date(date)) => super::written(*date, self.lang),
            Some(Value::Choice(chosen)) => {
                options.iter().find(|option| option.code == *chosen).map(|option| shown(option.words.of(self.lang))).unwrap_or_default()
            }
            Some(Value::List(points)) => points.iter().map(|point| on_one_line(&shown(point))).collect::<Vec<_>>().join("\n"),
        }
    }
}

fn on_one_line(text: &str) -> String {
    text.replace('\n', " ")
}

fn one_line(text: &str) -> Text {
    Text::plain(&on_one_line(&shown(text)))
}
