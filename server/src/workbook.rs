//! A table as an Excel workbook (ECMA-376). Every cell is text: nothing in it is ever worked out.
//!
//! A workbook of one sheet with nothing but text is seven short files in a zip archive. `rust_xlsxwriter` was weighed: it
//! is well kept and free enough, but with zip and zopfli it is a hundred times what is needed here, and it changes the
//! packing of everything else the program packs.

use std::fmt::Write;
use std::io;

use domain::Timestamp;
use domain::spreadsheet::{self, Sheet};

use crate::archive::Archive;

/// What such a file is.
pub(crate) const CONTENT_TYPE: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const DOCUMENT: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
/// How wide a column is, in characters.
const WIDTH: u32 = 28;
/// Excel's most characters in a cell, and in what is printed on each page.
const CELL: usize = 32_767;
const FOOTER: usize = 200;
/// The styles, by their place in [`STYLES`].
const TEXT: u32 = 0;
const BOLD: u32 = 1;
/// The mark that Excel itself sets when somebody types an apostrophe first: the cell stays text when it is edited.
const QUOTED: u32 = 2;
/// 49 is Excel's own number for the format "text".
const STYLES: &str = "<fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font>\
    <font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>\
    <fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills>\
    <borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>\
    <cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>\
    <cellXfs count=\"3\">\
    <xf numFmtId=\"49\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/>\
    <xf numFmtId=\"49\" fontId=\"1\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\" applyFont=\"1\"/>\
    <xf numFmtId=\"49\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\" quotePrefix=\"1\"/>\
    </cellXfs>\
    <cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles>";

/// The workbook, packed. The notes stand above the table, in the file's properties and on each page that is printed.
pub(crate) fn of(sheet: &Sheet, title: &str, author: &str, at: Timestamp) -> io::Result<Vec<u8>> {
    let mut archive = Archive::default();
    archive.add("[Content_Types].xml", content_types().as_bytes())?;
    let relations = [
        ("rId1", format!("{DOCUMENT}/officeDocument"), "xl/workbook.xml"),
        ("rId2", format!("{PACKAGE}/relationships/metadata/core-properties"), "docProps/core.xml"),
    ];
    archive.add("_rels/.rels", relationships(&relations).as_bytes())?;
    archive.add("docProps/core.xml", properties(sheet, title, author, at).as_bytes())?;
    let workbook = format!(
        "{HEAD}<workbook xmlns=\"{MAIN}\" xmlns:r=\"{DOCUMENT}\"><sheets><sheet name=\"KLAR\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
    );
    archive.add("xl/workbook.xml", workbook.as_bytes())?;
    let relations =
        [("rId1", format!("{DOCUMENT}/worksheet"), "worksheets/sheet1.xml"), ("rId2", format!("{DOCUMENT}/styles"), "styles.xml")];
    archive.add("xl/_rels/workbook.xml.rels", relationships(&relations).as_bytes())?;
    archive.add("xl/styles.xml", format!("{HEAD}<styleSheet xmlns=\"{MAIN}\">{STYLES}</styleSheet>").as_bytes())?;
    archive.add("xl/worksheets/sheet1.xml", worksheet(sheet).as_bytes())?;
    archive.finish()
}

fn content_types() -> String {
    let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml";
    format!(
        "{HEAD}<Types xmlns=\"{PACKAGE}/content-types\">\
         <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Default Extension=\"xml\" ContentType=\"application/xml\"/>\
         <Override PartName=\"/xl/workbook.xml\" ContentType=\"{kind}.sheet.main+xml\"/>\
         <Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"{kind}.worksheet+xml\"/>\
         <Override PartName=\"/xl/styles.xml\" ContentType=\"{kind}.styles+xml\"/>\
         <Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>\
         </Types>"
    )
}

fn relationships(all: &[(&str, String, &str)]) -> String {
    let each = all.iter().map(|(id, kind, target)| format!("<Relationship Id=\"{id}\" Type=\"{kind}\" Target=\"{target}\"/>"));
    format!("{HEAD}<Relationships xmlns=\"{PACKAGE}/relationships\">{}</Relationships>", each.collect::<String>())
}

fn properties(sheet: &Sheet, title: &str, author: &str, at: Timestamp) -> String {
    let made = chrono::DateTime::from_timestamp(at.0.div_euclid(1000), 0).map(|at| format!("{:?}Z", at.naive_utc())).unwrap_or_default();
    format!(
        "{HEAD}<cp:coreProperties xmlns:cp=\"{PACKAGE}/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" \
         xmlns:dcterms=\"http://purl.org/dc/terms/\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">\
         <dc:title>{}</dc:title><dc:creator>{}</dc:creator><dc:description>{}</dc:description>\
         <dcterms:created xsi:type=\"dcterms:W3CDTF\">{made}</dcterms:created></cp:coreProperties>",
        escaped(title, CELL),
        escaped(author, CELL),
        escaped(&sheet.notes.join(" "), CELL),
    )
}

fn worksheet(sheet: &Sheet) -> String {
    let (above, columns) = (sheet.notes.len() + 1, sheet.header.len().max(1));
    let mut xml = format!(
        "{HEAD}<worksheet xmlns=\"{MAIN}\"><sheetViews><sheetView workbookViewId=\"0\">\
         <pane ySplit=\"{above}\" topLeftCell=\"A{}\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews>\
         <cols><col min=\"1\" max=\"{columns}\" width=\"{WIDTH}\" customWidth=\"1\"/></cols><sheetData>",
        above + 1
    );
    let notes = sheet.notes.iter().map(|note| (std::slice::from_ref(note), TEXT));
    let table = std::iter::once((sheet.header.as_slice(), BOLD)).chain(sheet.rows.iter().map(|row| (row.as_slice(), TEXT)));
    for (line, (cells, style)) in (1..).zip(notes.chain(table)) {
        // Writing to a text cannot fail.
        let _ = write!(xml, "<row r=\"{line}\">");
        for cell in cells {
            let style = if spreadsheet::is_formula(cell) { QUOTED } else { style };
            let text = escaped(cell, CELL);
            let _ = write!(xml, "<c t=\"inlineStr\" s=\"{style}\"><is><t xml:space=\"preserve\">{text}</t></is></c>");
        }
        xml.push_str("</row>");
    }
    // An ampersand begins a command there.
    let footer = sheet.notes.iter().take(1).chain(sheet.notes.last()).cloned().collect::<Vec<_>>().join(" ").replace('&', " ");
    let _ = write!(xml, "</sheetData><headerFooter><oddFooter>&amp;L{}</oddFooter></headerFooter></worksheet>", escaped(&footer, FOOTER));
    xml
}

/// At most so many characters, as text of an element; what XML cannot hold is left out.
fn escaped(text: &str, most: usize) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars().take(most) {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '\n' | '\t' => out.push(c),
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => {}
            c => out.push(c),
        }
    }
    out
}
