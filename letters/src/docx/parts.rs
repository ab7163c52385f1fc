//! The files of a DOCX beside its text.

use domain::letters::Letter;
use domain::{Lang, Timestamp};

use crate::words;

use super::body::{RELATED, WORDS};
use super::xml::{HEAD, Xml};

pub(super) const CONTENT_TYPES: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/><Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/><Override PartName="/word/settings.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml"/><Override PartName="/word/footer1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/><Override PartName="/docProps/app.xml" ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/></Types>"#;

pub(super) const PACKAGE: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/><Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties" Target="docProps/app.xml"/></Relationships>"#;

pub(super) const RELATIONS: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" Target="numbering.xml"/><Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/settings" Target="settings.xml"/><Relationship Id="rId4" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer" Target="footer1.xml"/></Relationships>"#;

pub(super) const APP: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>KLAR</Application></Properties>"#;

/// Title, language and time.
pub(super) fn core(letter: &Letter, made: Timestamp) -> String {
    let mut xml = Xml::default();
    let spaces = [
        ("xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"),
        ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
        ("xmlns:dcterms", "http://purl.org/dc/terms/"),
        ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
    ];
    xml.element("cp:coreProperties", &spaces, |xml| {
        xml.element("dc:title", &[], |xml| xml.text(&letter.title));
        xml.element("dc:language", &[], |xml| xml.text(words::tag(letter.lang)));
        if let Ok(at) = jiff::Timestamp::from_second(made.0.div_euclid(1000)) {
            xml.element("dcterms:created", &[("xsi:type", "dcterms:W3CDTF")], |xml| xml.text(&at.to_string()));
        }
    });
    HEAD.to_owned() + &xml.finish()
}

pub(super) fn settings(lang: Lang) -> String {
    let mut xml = Xml::default();
    xml.element("w:settings", &[("xmlns:w", WORDS)], |xml| {
        xml.empty("w:defaultTabStop", &[("w:val", "708")]);
        xml.element("w:compat", &[], |xml| {
            let mode = [("w:name", "compatibilityMode"), ("w:uri", "http://schemas.microsoft.com/office/word"), ("w:val", "15")];
            xml.empty("w:compatSetting", &mode);
        });
        xml.empty("w:themeFontLang", &[("w:val", words::tag(lang))]);
    });
    HEAD.to_owned() + &xml.finish()
}

/// The lists: one with dots, and `numbered` with numbers, each of which begins with 1.
pub(super) fn numbering(numbered: usize) -> String {
    let mut xml = Xml::default();
    xml.element("w:numbering", &[("xmlns:w", WORDS)], |xml| {
        for (id, format, text) in [("0", "bullet", "•"), ("1", "decimal", "%1.")] {
            xml.element("w:abstractNum", &[("w:abstractNumId", id)], |xml| {
                xml.empty("w:multiLevelType", &[("w:val", "singleLevel")]);
                xml.element("w:lvl", &[("w:ilvl", "0")], |xml| {
                    xml.empty("w:start", &[("w:val", "1")]);
                    xml.empty("w:numFmt", &[("w:val", format)]);
                    xml.empty("w:lvlText", &[("w:val", text)]);
                    xml.empty("w:lvlJc", &[("w:val", "left")]);
                    xml.element("w:pPr", &[], |xml| xml.empty("w:ind", &[("w:left", "426"), ("w:hanging", "340")]));
                });
            });
        }
        xml.element("w:num", &[("w:numId", "1")], |xml| xml.empty("w:abstractNumId", &[("w:val", "0")]));
        for list in 0..numbered {
            xml.element("w:num", &[("w:numId", &(list + 2).to_string())], |xml| {
                xml.empty("w:abstractNumId", &[("w:val", "1")]);
                xml.element("w:lvlOverride", &[("w:ilvl", "0")], |xml| xml.empty("w:startOverride", &[("w:val", "1")]));
            });
        }
    });
    HEAD.to_owned() + &xml.finish()
}

/// What the letter is called, and which page it is.
pub(super) fn footer(letter: &Letter) -> String {
    let (page, of) = words::page_of_parts(letter.lang);
    let mut xml = Xml::default();
    xml.element("w:ftr", &[("xmlns:w", WORDS), ("xmlns:r", RELATED)], |xml| {
        xml.element("w:p", &[], |xml| {
            xml.element("w:pPr", &[], |xml| xml.empty("w:pStyle", &[("w:val", "Footer")]));
            run(xml, &letter.title);
            xml.element("w:r", &[], |xml| xml.empty("w:tab", &[]));
            run(xml, page);
            xml.element("w:fldSimple", &[("w:instr", " PAGE ")], |xml| run(xml, "1"));
            run(xml, of);
            xml.element("w:fldSimple", &[("w:instr", " NUMPAGES ")], |xml| run(xml, "1"));
        });
    });
    HEAD.to_owned() + &xml.finish()
}

fn run(xml: &mut Xml, text: &str) {
    xml.element("w:r", &[], |xml| xml.element("w:t", &[("xml:space", "preserve")], |xml| xml.text(&text.replace('\n', " "))));
}

/// How a paragraph looks: half points for sizes, twentieths of a point for distances.
struct Style {
    id: &'static str,
    name: &'static str,
    size: u16,
    bold: bool,
    colour: &'static str,
    before: u16,
    after: u16,
    /// Of a heading: its level in the outline, from 0.
    outline: Option<u8>,
    more: &'static str,
}

const fn style(id: &'static str, name: &'static str, size: u16, bold: bool, colour: &'static str, before: u16, after: u16) -> Style {
    Style { id, name, size, bold, colour, before, after, outline: None, more: "" }
}

const INK: &str = "1C1C1A";
const GREY: &str = "4F5556";
const ACCENT: &str = "0B4F55";

const STYLES: [Style; 18] = [
    style("Normal", "Normal", 22, false, INK, 0, 160),
    Style { outline: Some(0), more: "<w:keepNext/>", ..style("Heading1", "heading 1", 36, true, INK, 360, 240) },
    Style { outline: Some(1), more: "<w:keepNext/>", ..style("Heading2", "heading 2", 25, true, ACCENT, 240, 80) },
    style("Sender", "Avsender", 26, true, ACCENT, 0, 20),
    style("SenderMore", "Avsender, mer", 20, false, GREY, 0, 0),
    style("AddressFirst", "Mottaker, først", 22, false, INK, 560, 0),
    style("Address", "Mottaker", 22, false, INK, 0, 0),
    Style { more: "<w:keepNext/>", ..style("Closing", "Closing", 22, false, INK, 0, 160) },
    style("Fact", "Opplysning", 20, false, GREY, 0, 20),
    style("Note", "Merknad", 19, false, GREY, 0, 180),
    Style { more: "<w:contextualSpacing/>", ..style("ListBullet", "List Bullet", 22, false, INK, 0, 160) },
    Style { more: "<w:contextualSpacing/>", ..style("ListNumber", "List Number", 22, false, INK, 0, 160) },
    Style { more: "<w:keepNext/>", ..style("TableHead", "Tabellhode", 19, true, ACCENT, 40, 40) },
    style("TableText", "Tabelltekst", 20, false, INK, 40, 60),
    Style {
        more: "<w:keepNext/><w:pBdr><w:top w:val=\"single\" w:sz=\"6\" w:space=\"2\" w:color=\"1C1C1A\"/><w:between w:val=\"single\" w:sz=\"6\" w:space=\"2\" w:color=\"1C1C1A\"/></w:pBdr>",
        ..style("ToSign", "Underskriftslinje", 18, false, GREY, 700, 0)
    },
    style("Signer", "Den som signerer", 22, true, INK, 60, 0),
    style("After", "Mellomrom", 12, false, INK, 0, 120),
    Style { more: "<w:tabs><w:tab w:val=\"right\" w:pos=\"9066\"/></w:tabs>", ..style("Footer", "footer", 17, false, GREY, 0, 0) },
];

/// How everything looks, and in which language the text is.
pub(super) fn styles(lang: Lang) -> String {
    let mut xml = Xml::default();
    xml.element("w:styles", &[("xmlns:w", WORDS)], |xml| {
        xml.element("w:docDefaults", &[], |xml| {
            xml.element("w:rPrDefault", &[], |xml| {
                xml.element("w:rPr", &[], |xml| {
                    let font = "Calibri";
                    xml.empty("w:rFonts", &[("w:ascii", font), ("w:hAnsi", font), ("w:eastAsia", font), ("w:cs", font)]);
                    xml.empty("w:sz", &[("w:val", "22")]);
                    xml.empty("w:lang", &[("w:val", words::tag(lang)), ("w:eastAsia", words::tag(lang)), ("w:bidi", "ar-SA")]);
                });
            });
            xml.element("w:pPrDefault", &[], |xml| {
                xml.element("w:pPr", &[], |xml| xml.empty("w:spacing", &[("w:line", "276"), ("w:lineRule", "auto")]));
            });
        });
        for style in &STYLES {
            paragraph_style(xml, style);
        }
        table_styles(xml);
    });
    HEAD.to_owned() + &xml.finish()
}

fn paragraph_style(xml: &mut Xml, style: &Style) {
    let default = if style.id == "Normal" { "1" } else { "0" };
    xml.element("w:style", &[("w:type", "paragraph"), ("w:default", default), ("w:styleId", style.id)], |xml| {
        xml.empty("w:name", &[("w:val", style.name)]);
        if style.id != "Normal" {
            xml.empty("w:basedOn", &[("w:val", "Normal")]);
        }
        if style.outline.is_some() {
            xml.empty("w:next", &[("w:val", "Normal")]);
        }
        xml.empty("w:qFormat", &[]);
        xml.element("w:pPr", &[], |xml| {
            // The order of these is the schema's: what keeps together, borders and tabs, distances, the outline.
            let (first, last) = if style.more.contains("contextual") { ("", style.more) } else { (style.more, "") };
            xml.raw(first);
            xml.empty("w:spacing", &[("w:before", &style.before.to_string()), ("w:after", &style.after.to_string())]);
            xml.raw(last);
            if let Some(level) = style.outline {
                xml.empty("w:outlineLvl", &[("w:val", &level.to_string())]);
            }
        });
        xml.element("w:rPr", &[], |xml| {
            xml.empty("w:b", &[("w:val", if style.bold { "1" } else { "0" })]);
            xml.empty("w:color", &[("w:val", style.colour)]);
            xml.empty("w:sz", &[("w:val", &style.size.to_string())]);
        });
    });
}

fn table_styles(xml: &mut Xml) {
    for (id, name, lines) in [("Table", "Tabell", true), ("Signatures", "Underskrifter", false)] {
        xml.element("w:style", &[("w:type", "table"), ("w:styleId", id)], |xml| {
            xml.empty("w:name", &[("w:val", name)]);
            xml.element("w:tblPr", &[], |xml| {
                if lines {
                    xml.element("w:tblBorders", &[], |xml| {
                        let line = |width: &'static str, colour: &'static str| {
                            [("w:val", "single"), ("w:sz", width), ("w:space", "0"), ("w:color", colour)]
                        };
                        xml.empty("w:bottom", &line("4", "B9BFBF"));
                        xml.empty("w:insideH", &line("4", "B9BFBF"));
                    });
                }
                xml.element("w:tblCellMar", &[], |xml| {
                    xml.empty("w:left", &[("w:w", "0"), ("w:type", "dxa")]);
                    xml.empty("w:right", &[("w:w", "200"), ("w:type", "dxa")]);
                });
            });
        });
    }
}
