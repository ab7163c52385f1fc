//! Tables. A row may be longer than a page: it goes on on the next, under the same column heads.

use domain::letters::Text;
use krilla::tagging::{TableHeaderScope, Tag};

use crate::flow::Flow;
use crate::lines::Line;
use crate::styles::{ACCENT, BODY, BOTTOM, CELL, COLUMN, COLUMN_HEAD, HAIR, LEFT, Style};
use crate::tree::Branch;

const INSIDE: f32 = 5.0;
const BETWEEN: f32 = 12.0;

struct Columns {
    count: usize,
    width: f32,
}

impl Columns {
    fn x(&self, column: usize) -> f32 {
        LEFT + column as f32 * (self.width + BETWEEN)
    }
}

/// A paragraph of a cell, and where it stands in the structure.
struct Paragraph {
    branch: Branch,
    lines: std::iter::Peekable<std::vec::IntoIter<Line>>,
    style: Style,
}

/// The tallest heads that repeat on each page, in points.
const HEAD_MAX: f32 = 160.0;

/// Puts a table on pages.
pub(crate) fn table(flow: &mut Flow, header: &[Text], rows: &[Vec<Vec<Text>>]) {
    let count = header.len().max(1);
    let columns = Columns { count, width: (COLUMN - BETWEEN * (count - 1) as f32) / count as f32 };
    let table = flow.tree.add(None, Tag::Table);
    let head = flow.tree.add(Some(table), Tag::THead);
    let row = flow.tree.add(Some(head), Tag::TR);
    let cells: Vec<Branch> = header.iter().map(|_| flow.tree.add(Some(row), Tag::TH(TableHeaderScope::Column))).collect();
    let tallest = header.iter().map(|text| flow.break_lines(text, &COLUMN_HEAD, columns.width).len()).max().unwrap_or_default();
    let height = COLUMN_HEAD.leading * tallest as f32;
    flow.space(2.0);
    let body = flow.tree.add(Some(table), Tag::TBody);
    let mut header = header;
    if height <= HEAD_MAX {
        flow.room(height + CELL.leading * 2.0 + INSIDE * 4.0);
        put_head(flow, header, Some(&cells), &columns);
    } else {
        // Heads as long as this are text like any other: they stand once, and may go on on the next page.
        let cells = header.iter().zip(cells).map(|(text, cell)| vec![paragraph(flow, cell, text, &COLUMN_HEAD, &columns)]).collect();
        header = &[];
        put_cells(flow, header, cells, &columns);
    }
    for row in rows {
        put_row(flow, header, row, body, &columns);
    }
    flow.y += BODY.after + 2.0;
}

fn paragraph(flow: &Flow, branch: Branch, text: &Text, style: &Style, columns: &Columns) -> Paragraph {
    Paragraph { branch, lines: flow.break_lines(text, style, columns.width).into_iter().peekable(), style: *style }
}

/// The heads of the columns; on further pages they repeat, and are told once.
fn put_head(flow: &mut Flow, header: &[Text], cells: Option<&[Branch]>, columns: &Columns) {
    let top = flow.y;
    let lines: Vec<Vec<Line>> = header.iter().map(|text| flow.break_lines(text, &COLUMN_HEAD, columns.width)).collect();
    let tallest = lines.iter().map(Vec::len).max().unwrap_or_default();
    for (column, lines) in lines.into_iter().enumerate() {
        flow.y = top + COLUMN_HEAD.leading * (tallest - lines.len()) as f32;
        for line in lines {
            flow.put_line(cells.and_then(|cells| cells.get(column)).copied(), line, &COLUMN_HEAD, columns.x(column));
            flow.y += COLUMN_HEAD.leading;
        }
    }
    flow.y = top + COLUMN_HEAD.leading * tallest as f32 + INSIDE;
    flow.rule(LEFT, COLUMN, 1.0, ACCENT);
    flow.y += INSIDE;
}

fn put_row(flow: &mut Flow, header: &[Text], row: &[Vec<Text>], body: Branch, columns: &Columns) {
    let branch = flow.tree.add(Some(body), Tag::TR);
    let mut cells = Vec::new();
    for column in 0..columns.count {
        let cell = flow.tree.add(Some(branch), Tag::TD);
        let mut paragraphs = Vec::new();
        for text in row.get(column).map(Vec::as_slice).unwrap_or_default() {
            let branch = flow.tree.add(Some(cell), Tag::P);
            paragraphs.push(paragraph(flow, branch, text, &CELL, columns));
        }
        cells.push(paragraphs);
    }
    put_cells(flow, header, cells, columns);
}

fn put_cells(flow: &mut Flow, header: &[Text], mut cells: Vec<Vec<Paragraph>>, columns: &Columns) {
    let whole = cells.iter().map(|cell| height(cell)).fold(CELL.leading, f32::max) + INSIDE * 2.0;
    let short = whole.min(CELL.leading * 4.0 + INSIDE);
    if flow.y + short > BOTTOM {
        flow.next_page();
        put_head(flow, header, None, columns);
    }
    loop {
        let top = flow.y;
        let mut lowest = top + CELL.leading;
        for (column, cell) in cells.iter_mut().enumerate() {
            flow.y = top;
            put_cell(flow, cell, columns.x(column));
            lowest = lowest.max(flow.y);
        }
        flow.y = lowest + INSIDE;
        if cells.iter().all(Vec::is_empty) {
            break;
        }
        flow.next_page();
        put_head(flow, header, None, columns);
    }
    flow.rule(LEFT, COLUMN, 0.5, HAIR);
    flow.y += INSIDE;
}

fn height(cell: &[Paragraph]) -> f32 {
    cell.iter().map(|paragraph| paragraph.lines.len() as f32 * CELL.leading + CELL.after).sum()
}

/// As much of a cell as this page has room for; what is left stays in `cell`.
fn put_cell(flow: &mut Flow, cell: &mut Vec<Paragraph>, x: f32) {
    while let Some(paragraph) = cell.first_mut() {
        let style = paragraph.style;
        while paragraph.lines.peek().is_some() {
            if flow.y + style.leading > BOTTOM {
                return;
            }
            let Some(line) = paragraph.lines.next() else { break };
            flow.put_line(Some(paragraph.branch), line, &style, x);
            flow.y += style.leading;
        }
        flow.y += style.after;
        cell.remove(0);
    }
}
