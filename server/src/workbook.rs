//! A table as an Excel workbook. Every cell is text: nothing in it is ever worked out.

use domain::Timestamp;
use domain::spreadsheet::{self, Sheet};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, XlsxError};

/// What such a file is.
pub(crate) const CONTENT_TYPE: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
/// How wide a column is, in characters.
const WIDTH: f64 = 28.0;
/// Excel's most characters in a cell, and in what is printed on each page.
const CELL: usize = 32_767;
const FOOTER: usize = 200;

/// The workbook, packed. The notes stand above the table, in the file's properties and on each page that is printed.
pub(crate) fn of(sheet: &Sheet, title: &str, author: &str, at: Timestamp) -> Result<Vec<u8>, XlsxError> {
    let (text, head) = (Format::new().set_num_format("@"), Format::new().set_num_format("@").set_bold());
    // The mark that Excel itself sets when somebody types an apostrophe first: the cell stays text when it is edited.
    let quoted = Format::new().set_num_format("@").set_quote_prefix();
    let mut workbook = Workbook::new();
    let made = ExcelDateTime::from_timestamp(at.0.div_euclid(1000))?;
    let properties = DocProperties::new().set_title(title).set_author(author).set_comment(sheet.notes.join(" "));
    workbook.set_properties(&properties.set_creation_datetime(&made));
    let page = workbook.add_worksheet();
    let mut line = 0;
    for note in &sheet.notes {
        page.write_string_with_format(line, 0, cut(note, CELL), if spreadsheet::is_formula(note) { &quoted } else { &text })?;
        line += 1;
    }
    for (row, format) in std::iter::once((&sheet.header, &head)).chain(sheet.rows.iter().map(|row| (row, &text))) {
        for (column, cell) in (0..).zip(row) {
            page.write_string_with_format(line, column, cut(cell, CELL), if spreadsheet::is_formula(cell) { &quoted } else { format })?;
        }
        line += 1;
    }
    for (column, _) in (0..).zip(&sheet.header) {
        page.set_column_width(column, WIDTH)?;
    }
    let below = u32::try_from(sheet.notes.len() + 1).unwrap_or(1);
    page.set_freeze_panes(below, 0)?;
    // An ampersand begins a command there.
    let footer = sheet.notes.iter().take(1).chain(sheet.notes.last()).cloned().collect::<Vec<_>>().join(" ").replace('&', " ");
    page.set_footer(format!("&L{}", cut(&footer, FOOTER)));
    workbook.save_to_buffer()
}

fn cut(text: &str, most: usize) -> String {
    text.chars().take(most).collect()
}
