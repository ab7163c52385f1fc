//! Text flowing down pages.

use domain::Lang;
use domain::letters::Text;
use krilla::image::Image;
use krilla::pdf::PdfDocument;

use crate::fonts::Fonts;
use crate::lines::{Line, lines, one_line};
use crate::orientation::Turn;
use crate::styles::{BOTTOM, Colour, FOOT, FOOTER, HAIR, LEFT, RIGHT, Style, TOP};
use crate::tree::{Branch, Leaf, Tree};
use crate::{RenderError, words};

/// Something on a page. Places are in points from the upper left corner.
pub(crate) enum Mark {
    /// A line of text; `y` is its baseline.
    Text { line: Line, x: f32, y: f32, size: f32, colour: Colour },
    /// A horizontal line.
    Rule { x: f32, y: f32, width: f32, thick: f32, colour: Colour },
    /// A picture in a rectangle.
    Picture { image: Box<Image>, turn: Turn, x: f32, y: f32, width: f32, height: f32 },
    /// A page of another PDF in a rectangle.
    Page { pdf: PdfDocument, page: usize, x: f32, y: f32, width: f32, height: f32 },
}

/// Something drawn, and whether it has a place in the structure: what has none repeats or adorns.
pub(crate) struct Drawn {
    pub(crate) mark: Mark,
    pub(crate) told: bool,
}

/// An area that leads to another page.
pub(crate) struct Link {
    pub(crate) x: f32,
    pub(crate) y: f32,
    pub(crate) width: f32,
    pub(crate) height: f32,
    pub(crate) to: usize,
    pub(crate) words: String,
}

/// A page.
#[derive(Default)]
pub(crate) struct Sheet {
    pub(crate) drawn: Vec<Drawn>,
    pub(crate) links: Vec<Link>,
}

/// A heading, for the list of them that readers show beside the page.
pub(crate) struct Outlined {
    pub(crate) words: String,
    pub(crate) level: u16,
    pub(crate) sheet: usize,
    pub(crate) y: f32,
}

/// A document under way.
pub(crate) struct Flow {
    pub(crate) lang: Lang,
    pub(crate) fonts: &'static Fonts,
    pub(crate) sheets: Vec<Sheet>,
    pub(crate) tree: Tree,
    pub(crate) outline: Vec<Outlined>,
    /// How far down the page the text has come.
    pub(crate) y: f32,
}

impl Flow {
    pub(crate) fn new(lang: Lang) -> Result<Self, RenderError> {
        let fonts = Fonts::get()?;
        Ok(Self { lang, fonts, sheets: vec![Sheet::default()], tree: Tree::default(), outline: Vec::new(), y: TOP })
    }

    /// The page the text is on.
    pub(crate) fn sheet(&self) -> usize {
        self.sheets.len().saturating_sub(1)
    }

    pub(crate) fn next_page(&mut self) {
        self.sheets.push(Sheet::default());
        self.y = TOP;
    }

    /// Goes to the next page unless there is room for `height` here, or this page is empty.
    pub(crate) fn room(&mut self, height: f32) {
        if self.y + height > BOTTOM && self.y > TOP {
            self.next_page();
        }
    }

    /// Free space, but not at the head of a page.
    pub(crate) fn space(&mut self, height: f32) {
        if self.y > TOP {
            self.y += height;
        }
    }

    /// Draws on the page the text is on; without a place in the structure if `of` is none.
    pub(crate) fn draw(&mut self, of: Option<Branch>, mark: Mark) {
        let sheet = self.sheet();
        self.draw_on(sheet, of, mark);
    }

    pub(crate) fn draw_on(&mut self, sheet: usize, of: Option<Branch>, mark: Mark) {
        let Some(page) = self.sheets.get_mut(sheet) else { return };
        let at = page.drawn.len();
        page.drawn.push(Drawn { mark, told: of.is_some() });
        if let Some(of) = of {
            self.tree.leaf(of, Leaf { sheet, mark: at });
        }
    }

    pub(crate) fn rule(&mut self, x: f32, width: f32, thick: f32, colour: Colour) {
        let y = self.y;
        self.draw(None, Mark::Rule { x, y, width, thick, colour });
    }

    pub(crate) fn break_lines(&self, text: &Text, style: &Style, width: f32) -> Vec<Line> {
        lines(self.fonts, self.lang, text, style, width)
    }

    /// One line at the height the text has come to, which stays there.
    pub(crate) fn put_line(&mut self, of: Option<Branch>, line: Line, style: &Style, x: f32) {
        let mark = Mark::Text { line, x, y: baseline(self.y, style), size: style.size, colour: style.colour };
        self.draw(of, mark);
    }

    /// A text, line under line, from page to page. No line stands alone at the foot or the head of a page if it has company.
    pub(crate) fn put(&mut self, of: Option<Branch>, text: &Text, style: &Style, x: f32, width: f32) {
        let lines = self.break_lines(text, style, width);
        self.put_lines(of, lines, style, x);
        self.y += style.after;
    }

    pub(crate) fn put_lines(&mut self, of: Option<Branch>, lines: Vec<Line>, style: &Style, x: f32) {
        let count = lines.len();
        for (at, line) in lines.into_iter().enumerate() {
            let left = count - at;
            let together = if count > 1 && (at == 0 || left == 2) { 2.0 } else { 1.0 };
            self.room(style.leading * together);
            self.put_line(of, line, style, x);
            self.y += style.leading;
        }
    }

    /// What the document is called and which page this is, at the foot of each.
    pub(crate) fn footers(&mut self, title: &str) {
        let of = self.sheets.len();
        for sheet in 0..of {
            let page = one_line(self.fonts, self.lang, &words::page_of(self.lang, sheet + 1, of), &FOOT, 120.0);
            let title = one_line(self.fonts, self.lang, title, &FOOT, RIGHT - LEFT - page.width - 24.0);
            let y = baseline(FOOTER, &FOOT);
            let x = RIGHT - page.width;
            self.draw_on(sheet, None, Mark::Rule { x: LEFT, y: FOOTER - 6.0, width: RIGHT - LEFT, thick: 0.5, colour: HAIR });
            self.draw_on(sheet, None, Mark::Text { line: title, x: LEFT, y, size: FOOT.size, colour: FOOT.colour });
            self.draw_on(sheet, None, Mark::Text { line: page, x, y, size: FOOT.size, colour: FOOT.colour });
        }
    }
}

/// Where the letters of a line stand whose upper edge is at `top`.
pub(crate) fn baseline(top: f32, style: &Style) -> f32 {
    top + (style.leading - style.size) / 2.0 + style.size * 0.82
}
