//! A whole case as one PDF: a list of contents, what is written, and the attachments.

use domain::letters::{Block, Fact, Text};
use domain::{Lang, Timestamp};
use krilla::image::Image;
use krilla::tagging::Tag;

use crate::attachment::{Pages, pages, picture};
use crate::blocks::{self, Levels, heading, text_at};
use crate::flow::{Flow, Link, Mark, baseline};
use crate::lines::one_line;
use crate::orientation::Turn;
use crate::styles::{BODY, BOTTOM, COLUMN, HAIR, LEFT, NOTE, RIGHT, SMALL, TOP};
use crate::tree::{Branch, Leaf};
use crate::{RenderError, draw, words};

/// What a bundle is made of.
#[derive(Debug, Clone)]
pub struct Bundle {
    /// The language of what stands around the parts.
    pub lang: Lang,
    /// What it is called.
    pub title: String,
    /// What stands under that: number, member, owner and so on.
    pub facts: Vec<Fact>,
    /// Its parts, in order. Each begins on a page of its own.
    pub parts: Vec<Part>,
}

/// A part of a bundle.
#[derive(Debug, Clone)]
pub struct Part {
    /// What it is called in the list of contents, and over it.
    pub name: String,
    /// What is in it.
    pub content: Content,
}

/// What is in a part.
#[derive(Debug, Clone)]
pub enum Content {
    /// Text.
    Text(Vec<Block>),
    /// A PDF, shown page by page.
    Pdf(Vec<u8>),
    /// A picture: JPEG, PNG, GIF or WebP.
    Picture(Vec<u8>),
    /// A file that is not here. The list of contents and a page say so, by its name.
    Missing(Missing),
}

/// Why a file is not among the pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Missing {
    /// Files of its kind have no pages.
    NoPages,
    /// It is locked, broken, or made in a way that cannot be shown.
    Unreadable,
    /// There is more than one file can hold.
    TooMuch,
}

/// A part, read before the list of contents is written: what cannot be shown is said there.
enum Ready<'p> {
    Text(&'p [Block]),
    Pages(Pages),
    Picture(Box<Image>, Turn),
    Missing(Missing),
}

impl Ready<'_> {
    fn of(content: &Content) -> Ready<'_> {
        match content {
            Content::Text(all) => Ready::Text(all),
            Content::Pdf(file) => pages(file).map_or(Ready::Missing(Missing::Unreadable), Ready::Pages),
            Content::Picture(file) => {
                picture(file).map_or(Ready::Missing(Missing::Unreadable), |(image, turn)| Ready::Picture(Box::new(image), turn))
            }
            Content::Missing(why) => Ready::Missing(*why),
        }
    }
}

struct Entry {
    sheet: usize,
    /// Where the page number goes.
    y: f32,
    link: usize,
    branch: Branch,
}

/// The whole as one PDF. What cannot be included is named on a page in its place, so that nobody thinks they have
/// everything when they have not.
pub fn bundle(bundle: &Bundle, made: Timestamp) -> Result<Vec<u8>, RenderError> {
    let mut flow = Flow::new(bundle.lang)?;
    heading(&mut flow, &Text::plain(&bundle.title), 1, true);
    if !bundle.facts.is_empty() {
        blocks::all(&mut flow, &[Block::Facts(bundle.facts.clone())], Levels::PART);
    }
    heading(&mut flow, &Text::plain(words::contents(bundle.lang)), 2, false);
    let ready: Vec<Ready<'_>> = bundle.parts.iter().map(|part| Ready::of(&part.content)).collect();
    let entries = contents(&mut flow, &bundle.parts, &ready);
    for ((part, ready), entry) in bundle.parts.iter().zip(ready).zip(&entries) {
        flow.next_page();
        let begins = flow.sheet();
        number(&mut flow, entry, &part.name, begins);
        heading(&mut flow, &Text::plain(&part.name), 2, false);
        content(&mut flow, &part.name, ready);
    }
    flow.footers(&bundle.title);
    draw::pdf(flow, &bundle.title, made)
}

/// The list, without its numbers: they are known when the parts are there.
fn contents(flow: &mut Flow, parts: &[Part], ready: &[Ready<'_>]) -> Vec<Entry> {
    let list = flow.tree.add(None, Tag::TOC);
    let put = |(part, ready): (&Part, &Ready<'_>)| {
        let listed = match ready {
            Ready::Missing(why) => words::listed_missing(flow.lang, &part.name, *why),
            _ => part.name.clone(),
        };
        let item = flow.tree.add(Some(list), Tag::TOCI);
        let link = flow.tree.add(Some(item), Tag::Link);
        let lines = flow.break_lines(&Text::plain(&listed), &BODY, COLUMN - 60.0);
        flow.room(BODY.leading * lines.len() as f32 + 6.0);
        let (top, sheet) = (flow.y, flow.sheet());
        flow.put_lines(Some(link), lines, &BODY, LEFT);
        let y = flow.y - BODY.leading;
        flow.y += 3.0;
        flow.rule(LEFT, COLUMN, 0.5, HAIR);
        flow.y += 4.0;
        let height = flow.y - top - 4.0;
        let area = Link { x: LEFT, y: top, width: COLUMN, height, to: 0, words: String::new() };
        let at = flow.sheets.get_mut(sheet).map_or(0, |page| {
            page.links.push(area);
            page.links.len() - 1
        });
        Entry { sheet, y, link: at, branch: link }
    };
    parts.iter().zip(ready).map(put).collect()
}

/// Fills in on which page a part begins.
fn number(flow: &mut Flow, entry: &Entry, name: &str, sheet: usize) {
    let words = words::go_to(flow.lang, &domain::letters::shown(name), sheet + 1);
    let line = one_line(flow.fonts, flow.lang, &(sheet + 1).to_string(), &BODY, 60.0);
    let x = RIGHT - line.width;
    let mark = Mark::Text { line, x, y: baseline(entry.y, &BODY), size: BODY.size, colour: BODY.colour };
    flow.draw_on(entry.sheet, Some(entry.branch), mark);
    flow.tree.link(entry.branch, Leaf { sheet: entry.sheet, mark: entry.link });
    if let Some(link) = flow.sheets.get_mut(entry.sheet).and_then(|page| page.links.get_mut(entry.link)) {
        link.to = sheet;
        link.words = words;
    }
}

fn content(flow: &mut Flow, name: &str, ready: Ready<'_>) {
    match ready {
        Ready::Text(all) => blocks::all(flow, all, Levels::PART),
        Ready::Pages(pages) => put_pages(flow, name, &pages),
        Ready::Picture(image, turn) => {
            let (width, height) = image.size();
            let size = if turn.sideways() { (height as f32, width as f32) } else { (width as f32, height as f32) };
            let (x, width, height) = fitted(flow, size, true);
            let figure = flow.tree.add(None, Tag::Figure(Some(words::picture(flow.lang, &domain::letters::shown(name)))));
            let y = flow.y;
            flow.draw(Some(figure), Mark::Picture { image, turn, x, y, width, height });
        }
        Ready::Missing(why) => {
            let paragraph = flow.tree.add(None, Tag::P);
            let text = Text::plain(&words::left_out(flow.lang, name, why));
            flow.put(Some(paragraph), &text, &BODY, LEFT, COLUMN);
            flow.y += NOTE.after;
        }
    }
}

/// Where a rectangle goes that keeps its shape and fills what is left of the page; small pictures are not blown up.
fn fitted(flow: &Flow, (width, height): (f32, f32), small: bool) -> (f32, f32, f32) {
    let scale = (COLUMN / width).min((BOTTOM - flow.y) / height);
    let scale = if small { scale.min(1.0) } else { scale };
    (LEFT + (COLUMN - width * scale) / 2.0, width * scale, height * scale)
}

fn put_pages(flow: &mut Flow, name: &str, pages: &Pages) {
    let name = domain::letters::shown(name);
    for (at, size) in pages.sizes.iter().enumerate() {
        if at > 0 {
            flow.next_page();
            let mark = text_at(flow, &name, &SMALL, LEFT, TOP, COLUMN);
            flow.draw(None, mark);
            flow.y = TOP + SMALL.leading + 6.0;
        }
        let (x, width, height) = fitted(flow, *size, false);
        let words = words::page_of_attachment(flow.lang, &name, at + 1, pages.sizes.len());
        let figure = flow.tree.add(None, Tag::Figure(Some(words)));
        let (y, pdf) = (flow.y, pages.pdf.clone());
        flow.draw(Some(figure), Mark::Page { pdf, page: at, x, y, width, height });
        let edge = |y: f32| Mark::Rule { x, y, width, thick: 0.4, colour: HAIR };
        flow.draw(None, edge(y));
        flow.draw(None, edge(y + height));
    }
}
