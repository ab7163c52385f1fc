//! The text of the letter as WordprocessingML.

use domain::Lang;
use domain::letters::{Block, Fact, Letter, Run, Signature, Text};

use crate::words;

use super::xml::{HEAD, Xml};

/// The width of the text, in twentieths of a point, as `parts::PAGE` leaves it.
const WIDTH: usize = 9066;
/// The first list with numbers; the one before it has dots.
const FIRST_NUMBERED: usize = 2;

pub(super) const WORDS: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
pub(super) const RELATED: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// The document, and how many lists with numbers it has: each begins with 1.
pub(super) fn document(letter: &Letter) -> (String, usize) {
    let mut body = Body { xml: Xml::default(), lang: letter.lang, numbered: 0, dated: true };
    body.dated = !letter.blocks.iter().any(|block| matches!(block, Block::From(_)));
    let mut xml = Xml::default();
    std::mem::swap(&mut xml, &mut body.xml);
    xml.element("w:document", &[("xmlns:w", WORDS), ("xmlns:r", RELATED)], |xml| {
        xml.element("w:body", &[], |xml| {
            std::mem::swap(xml, &mut body.xml);
            let mut blocks = letter.blocks.iter().peekable();
            while let Some(block) = blocks.next() {
                match (block, blocks.peek()) {
                    // The last words stay with the line to sign on.
                    (Block::Paragraph(text), Some(Block::Signatures(_))) => body.paragraph("Closing", None, text),
                    _ => body.block(block),
                }
            }
            std::mem::swap(xml, &mut body.xml);
            xml.element("w:sectPr", &[], |xml| {
                xml.empty("w:footerReference", &[("w:type", "default"), ("r:id", "rId4")]);
                xml.empty("w:pgSz", &[("w:w", "11906"), ("w:h", "16838")]);
                let margin = [("w:top", "1280"), ("w:right", "1420"), ("w:bottom", "1420"), ("w:left", "1420")];
                let edges = [("w:header", "708"), ("w:footer", "708"), ("w:gutter", "0")];
                xml.empty("w:pgMar", &[margin.as_slice(), edges.as_slice()].concat());
            });
        });
    });
    (HEAD.to_owned() + &xml.finish(), body.numbered)
}

struct Body {
    xml: Xml,
    lang: Lang,
    numbered: usize,
    /// Whether lines to sign on have one for place and date: where the letter has no sender, and so no date of its own.
    dated: bool,
}

impl Body {
    fn block(&mut self, block: &Block) {
        match block {
            Block::From(lines) => self.each(lines, "Sender", "SenderMore"),
            Block::To(lines) => {
                self.each(lines, "AddressFirst", "Address");
                self.paragraph("Address", None, &Text::default());
            }
            Block::Facts(facts) => {
                for fact in facts {
                    self.fact(fact);
                }
            }
            Block::Subject(text) => self.paragraph("Heading1", None, text),
            Block::Heading(text) => self.paragraph("Heading2", None, text),
            Block::Paragraph(text) => self.paragraph("Normal", None, text),
            Block::Note(text) => self.paragraph("Note", None, text),
            Block::List { ordered, items } => {
                let list = if *ordered { FIRST_NUMBERED + self.numbered } else { 1 };
                self.numbered += usize::from(*ordered);
                let style = if *ordered { "ListNumber" } else { "ListBullet" };
                for item in items {
                    self.paragraph(style, Some(list), item);
                }
            }
            Block::Table { header, rows } => self.table(header, rows),
            Block::Signatures(all) => all.chunks(2).for_each(|pair| self.signatures(pair)),
        }
    }

    fn each(&mut self, lines: &[Text], first: &str, rest: &str) {
        for (at, line) in lines.iter().enumerate() {
            self.paragraph(if at == 0 { first } else { rest }, None, line);
        }
    }

    fn fact(&mut self, fact: &Fact) {
        let mut line = vec![Run { text: format!("{}:", fact.label.to_plain()), strong: false }];
        line.push(Run { text: " ".to_owned(), strong: false });
        line.extend(fact.value.0.iter().map(|run| Run { text: run.text.clone(), strong: true }));
        self.paragraph("Fact", None, &Text(line));
    }

    fn paragraph(&mut self, style: &str, list: Option<usize>, text: &Text) {
        let xml = &mut self.xml;
        xml.element("w:p", &[], |xml| {
            xml.element("w:pPr", &[], |xml| {
                xml.empty("w:pStyle", &[("w:val", style)]);
                if let Some(list) = list {
                    xml.element("w:numPr", &[], |xml| {
                        xml.empty("w:ilvl", &[("w:val", "0")]);
                        xml.empty("w:numId", &[("w:val", &list.to_string())]);
                    });
                }
            });
            for run in &text.0 {
                put_run(xml, run);
            }
        });
    }

    fn table(&mut self, header: &[Text], rows: &[Vec<Vec<Text>>]) {
        let columns = header.len().max(1);
        self.opened("Table", columns, |body, width| {
            body.row(true, |body| {
                for text in header {
                    body.cell(width, |body| body.paragraph("TableHead", None, text));
                }
            });
            for row in rows {
                body.row(false, |body| {
                    for column in 0..columns {
                        let paragraphs = row.get(column).map(Vec::as_slice).unwrap_or_default();
                        body.cell(width, |body| {
                            for text in paragraphs {
                                body.paragraph("TableText", None, text);
                            }
                            if paragraphs.is_empty() {
                                body.paragraph("TableText", None, &Text::default());
                            }
                        });
                    }
                });
            }
        });
        self.paragraph("After", None, &Text::default());
    }

    fn signatures(&mut self, pair: &[Signature]) {
        let lang = self.lang;
        self.opened("Signatures", 2, |body, width| {
            body.row(false, |body| {
                for at in 0..2 {
                    body.cell(width, |body| match pair.get(at) {
                        Some(signature) => {
                            if body.dated {
                                body.paragraph("ToSign", None, &Text::plain(words::place_and_date(lang)));
                            }
                            body.paragraph("ToSign", None, &Text::plain(words::signature(lang)));
                            let unnamed = signature.name.is_blank();
                            let name = if unnamed { Text::plain(words::name(lang)) } else { signature.name.clone() };
                            body.paragraph(if unnamed { "SenderMore" } else { "Signer" }, None, &name);
                            body.paragraph("SenderMore", None, &signature.role);
                        }
                        None => body.paragraph("SenderMore", None, &Text::default()),
                    });
                }
            });
        });
        self.paragraph("After", None, &Text::default());
    }

    fn opened(&mut self, style: &str, columns: usize, rows: impl FnOnce(&mut Self, usize)) {
        let width = WIDTH / columns;
        let mut outer = Xml::default();
        std::mem::swap(&mut outer, &mut self.xml);
        outer.element("w:tbl", &[], |xml| {
            xml.element("w:tblPr", &[], |xml| {
                xml.empty("w:tblStyle", &[("w:val", style)]);
                xml.empty("w:tblW", &[("w:w", "5000"), ("w:type", "pct")]);
                xml.empty("w:tblLayout", &[("w:type", "fixed")]);
                xml.empty("w:tblLook", &[("w:firstRow", if style == "Table" { "1" } else { "0" }), ("w:noHBand", "1"), ("w:noVBand", "1")]);
            });
            xml.element("w:tblGrid", &[], |xml| {
                for _ in 0..columns {
                    xml.empty("w:gridCol", &[("w:w", &width.to_string())]);
                }
            });
            std::mem::swap(xml, &mut self.xml);
            rows(self, width);
            std::mem::swap(xml, &mut self.xml);
        });
        self.xml = outer;
    }

    /// A row; the head repeats on each page that the table goes on to.
    fn row(&mut self, head: bool, cells: impl FnOnce(&mut Self)) {
        let mut outer = Xml::default();
        std::mem::swap(&mut outer, &mut self.xml);
        outer.element("w:tr", &[], |xml| {
            xml.element("w:trPr", &[], |xml| {
                if head {
                    xml.empty("w:cantSplit", &[]);
                    xml.empty("w:tblHeader", &[]);
                }
            });
            std::mem::swap(xml, &mut self.xml);
            cells(self);
            std::mem::swap(xml, &mut self.xml);
        });
        self.xml = outer;
    }

    fn cell(&mut self, width: usize, inside: impl FnOnce(&mut Self)) {
        let mut outer = Xml::default();
        std::mem::swap(&mut outer, &mut self.xml);
        outer.element("w:tc", &[], |xml| {
            xml.element("w:tcPr", &[], |xml| xml.empty("w:tcW", &[("w:w", &width.to_string()), ("w:type", "dxa")]));
            std::mem::swap(xml, &mut self.xml);
            inside(self);
            std::mem::swap(xml, &mut self.xml);
        });
        self.xml = outer;
    }
}

/// A line feed is a new line in the same paragraph.
fn put_run(xml: &mut Xml, run: &Run) {
    xml.element("w:r", &[], |xml| {
        if run.strong {
            xml.element("w:rPr", &[], |xml| xml.empty("w:b", &[]));
        }
        let text = domain::letters::shown(&run.text);
        for (at, line) in text.split('\n').enumerate() {
            if at > 0 {
                xml.empty("w:br", &[]);
            }
            xml.element("w:t", &[("xml:space", "preserve")], |xml| xml.text(line));
        }
    });
}
