//! The blocks of a letter, put on pages.

use std::num::NonZeroU16;

use domain::letters::{Block, Fact, Signature, Text};
use krilla::tagging::{ListNumbering, Tag, TagKind};

use crate::flow::{Flow, Mark, Outlined, baseline};
use crate::styles::{
    ACCENT, ADDRESS, BODY, COLUMN, FACT, HAIR, HEADING, INK, ITEM, LABEL, LEFT, NOTE, RIGHT, SENDER, SENDER_MORE, SIGNER, SMALL, SUBJECT,
};
use crate::{table, words};

/// Which levels the headings in some blocks have.
#[derive(Clone, Copy)]
pub(crate) struct Levels {
    subject: u16,
    heading: u16,
}

impl Levels {
    /// A letter by itself.
    pub(crate) const LETTER: Self = Self { subject: 1, heading: 2 };
    /// Under a heading of the second level.
    pub(crate) const PART: Self = Self { subject: 3, heading: 3 };
}

/// Puts blocks on pages, one after another.
pub(crate) fn all(flow: &mut Flow, blocks: &[Block], levels: Levels) {
    let dated = !blocks.iter().any(|block| matches!(block, Block::From(_)));
    let mut rest = blocks.iter().peekable();
    while let Some(block) = rest.next() {
        match block {
            Block::From(lines) => from(flow, lines),
            Block::To(lines) => match rest.next_if(|next| matches!(next, Block::Facts(_))) {
                Some(Block::Facts(facts)) => to(flow, lines, facts),
                _ => to(flow, lines, &[]),
            },
            Block::Facts(all) => facts(flow, all),
            Block::Subject(text) => heading(flow, text, levels.subject, true),
            Block::Heading(text) => heading(flow, text, levels.heading, false),
            Block::Paragraph(text) => {
                closing(flow, text, rest.clone(), dated);
                let paragraph = flow.tree.add(None, Tag::P);
                flow.put(Some(paragraph), text, &BODY, LEFT, COLUMN);
            }
            Block::Note(text) => {
                let paragraph = flow.tree.add(None, Tag::P);
                flow.put(Some(paragraph), text, &NOTE, LEFT, COLUMN);
            }
            Block::List { ordered, items } => list(flow, *ordered, items),
            Block::Table { header, rows } => table::table(flow, header, rows),
            Block::Signatures(all) => signatures(flow, all, dated),
        }
    }
}

/// The last words stay with the line to sign on, and so does the paragraph before them: a page with nothing but a name on
/// it looks as if it belonged to something else.
fn closing<'a>(flow: &mut Flow, text: &Text, mut rest: impl Iterator<Item = &'a Block>, dated: bool) {
    let (after, all) = match (rest.next(), rest.next()) {
        (Some(Block::Signatures(all)), _) => (0.0, all),
        (Some(Block::Paragraph(_)), Some(Block::Signatures(all))) => (BODY.leading + BODY.after, all),
        _ => return,
    };
    let lines = flow.break_lines(text, &BODY, COLUMN).len() as f32;
    if lines <= 8.0 {
        flow.room(BODY.leading * lines + BODY.after + after + 6.0 + signature_height(all, dated));
    }
}

fn from(flow: &mut Flow, lines: &[Text]) {
    let div = flow.tree.add(None, Tag::Div);
    for (at, line) in lines.iter().enumerate() {
        let style = if at == 0 { SENDER } else { SENDER_MORE };
        let paragraph = flow.tree.add(Some(div), Tag::P);
        flow.put(Some(paragraph), line, &style, LEFT, COLUMN);
    }
    flow.space(7.0);
    flow.rule(LEFT, COLUMN, 1.0, ACCENT);
    flow.space(28.0);
}

/// The receiver to the left, date and the like to the right of it.
fn to(flow: &mut Flow, lines: &[Text], facts: &[Fact]) {
    let column = if facts.is_empty() { COLUMN } else { COLUMN * 0.56 };
    let top = flow.y;
    let sheet = flow.sheet();
    let div = flow.tree.add(None, Tag::Div);
    for line in lines {
        let paragraph = flow.tree.add(Some(div), Tag::P);
        flow.put(Some(paragraph), line, &ADDRESS, LEFT, column);
    }
    let below = flow.y;
    if !facts.is_empty() {
        if flow.sheet() == sheet {
            flow.y = top;
        }
        fact_lines(flow, facts, LEFT + COLUMN * 0.62, COLUMN * 0.38);
        flow.y = flow.y.max(below);
    }
    flow.space(30.0);
}

fn facts(flow: &mut Flow, facts: &[Fact]) {
    fact_lines(flow, facts, LEFT, COLUMN);
    flow.space(8.0);
    flow.rule(LEFT, COLUMN, 1.0, ACCENT);
    flow.space(26.0);
}

fn fact_lines(flow: &mut Flow, facts: &[Fact], x: f32, width: f32) {
    let div = flow.tree.add(None, Tag::Div);
    let label = |fact: &Fact| Text::plain(&format!("{}: ", fact.label.to_plain()));
    let labels: Vec<_> = facts.iter().map(|fact| flow.break_lines(&label(fact), &LABEL, width / 2.0)).collect();
    let widest = labels.iter().flatten().map(|line| line.width).fold(0.0, f32::max) + 8.0;
    for (fact, label) in facts.iter().zip(labels) {
        let paragraph = flow.tree.add(Some(div), Tag::P);
        flow.room(LABEL.leading * 2.0);
        let (top, sheet) = (flow.y, flow.sheet());
        flow.put_lines(Some(paragraph), label, &LABEL, x);
        let below = flow.y;
        if flow.sheet() == sheet {
            flow.y = top;
        }
        flow.put(Some(paragraph), &fact.value, &FACT, x + widest, width - widest);
        flow.y = flow.y.max(below);
    }
}

/// A heading with its place in the structure and in the list of headings. One without words is none: somebody who goes
/// from heading to heading would hear nothing.
pub(crate) fn heading(flow: &mut Flow, text: &Text, level: u16, large: bool) {
    if text.is_blank() {
        return;
    }
    let style = if large { SUBJECT } else { HEADING };
    let lines = flow.break_lines(text, &style, COLUMN);
    if !large {
        flow.space(9.0);
    }
    flow.room(style.leading * lines.len() as f32 + style.after + BODY.leading * 2.0);
    let plain = text.to_plain();
    flow.outline.push(Outlined { words: plain.clone(), level, sheet: flow.sheet(), y: flow.y });
    let tag: TagKind = Tag::Hn(NonZeroU16::new(level).unwrap_or(NonZeroU16::MIN), Some(plain)).into();
    let branch = flow.tree.add(None, tag);
    flow.put_lines(Some(branch), lines, &style, LEFT);
    flow.y += style.after;
}

fn list(flow: &mut Flow, ordered: bool, items: &[Text]) {
    let numbering = if ordered { ListNumbering::Decimal } else { ListNumbering::Disc };
    let list = flow.tree.add(None, Tag::L(numbering));
    for (at, item) in items.iter().enumerate() {
        let one = flow.tree.add(Some(list), Tag::LI);
        let label = flow.tree.add(Some(one), Tag::Lbl);
        let body = flow.tree.add(Some(one), Tag::LBody);
        let mark = if ordered { format!("{}. ", at + 1) } else { "• ".to_owned() };
        let lines = flow.break_lines(item, &ITEM, COLUMN - 18.0);
        flow.room(ITEM.leading * if lines.len() > 1 { 2.0 } else { 1.0 });
        for line in flow.break_lines(&Text::plain(&mark), &ITEM, 60.0).into_iter().take(1) {
            flow.put_line(Some(label), line, &ITEM, LEFT + 4.0);
        }
        flow.put_lines(Some(body), lines, &ITEM, LEFT + if items.len() > 9 && ordered { 24.0 } else { 18.0 });
        flow.y += ITEM.after;
    }
    flow.y += BODY.after - ITEM.after;
}

const GAP: f32 = 34.0;
const TO_SIGN: f32 = 30.0;

fn signature_height(all: &[Signature], dated: bool) -> f32 {
    let one = TO_SIGN + if dated { TO_SIGN + SMALL.leading } else { 0.0 } + SIGNER.leading + SMALL.leading + 14.0;
    one * all.len().div_ceil(2) as f32
}

/// Lines to sign on, two beside each other. Where the letter has no date of its own, one for place and date above each.
fn signatures(flow: &mut Flow, all: &[Signature], dated: bool) {
    flow.space(6.0);
    for pair in all.chunks(2) {
        flow.room(signature_height(pair, dated));
        let width = (COLUMN - GAP) / 2.0;
        let top = flow.y;
        let mut below = top;
        let begun = flow.sheet();
        for (at, signature) in pair.iter().enumerate() {
            let x = if at == 0 { LEFT } else { RIGHT - width };
            flow.y = if flow.sheet() == begun { top } else { below };
            let div = flow.tree.add(None, Tag::Div);
            if dated {
                flow.y += TO_SIGN;
                caption(flow, div, words::place_and_date(flow.lang), x, width);
            }
            flow.y += TO_SIGN;
            flow.rule(x, width, 0.7, INK);
            flow.y += 3.0;
            let sheet = flow.sheet();
            let name = if signature.name.is_blank() { Text::plain(words::name(flow.lang)) } else { signature.name.clone() };
            let style = if signature.name.is_blank() { SMALL } else { SIGNER };
            for (text, style) in [(&name, &style), (&signature.role, &SMALL)] {
                let paragraph = flow.tree.add(Some(div), Tag::P);
                flow.put(Some(paragraph), text, style, x, width);
            }
            below = if flow.sheet() == sheet { below.max(flow.y) } else { flow.y };
        }
        flow.y = below + 14.0;
    }
}

fn caption(flow: &mut Flow, div: crate::tree::Branch, text: &str, x: f32, width: f32) {
    flow.rule(x, width, 0.7, HAIR);
    flow.y += 2.0;
    let paragraph = flow.tree.add(Some(div), Tag::P);
    flow.put(Some(paragraph), &Text::plain(text), &SMALL, x, width);
}

/// A line of text drawn at a place of its own.
pub(crate) fn text_at(flow: &Flow, text: &str, style: &crate::styles::Style, x: f32, top: f32, width: f32) -> Mark {
    let line = crate::lines::one_line(flow.fonts, flow.lang, text, style, width);
    Mark::Text { line, x, y: baseline(top, style), size: style.size, colour: style.colour }
}
