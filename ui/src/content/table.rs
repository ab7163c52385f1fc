//! Rows and columns.

use leptos::prelude::*;

/// A column of a [`Table`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// The header.
    pub label: String,
    /// Whether it holds numbers, which stand to the right in figures of equal width.
    pub numeric: bool,
    /// Whether it holds short values that are never broken over two lines: dates, phones.
    pub short: bool,
}

impl Column {
    /// A column of text.
    pub fn new(label: impl Into<String>) -> Self {
        Self { label: label.into(), numeric: false, short: false }
    }

    /// A column of numbers.
    pub fn numeric(label: impl Into<String>) -> Self {
        Self { label: label.into(), numeric: true, short: true }
    }

    /// A column of short values that are never broken over two lines: dates, phones.
    pub fn short(label: impl Into<String>) -> Self {
        Self { label: label.into(), numeric: false, short: true }
    }
}

/// A row of a [`Table`]: one cell for each column, the first one its header.
#[derive(Default)]
pub struct Row {
    cells: Vec<AnyView>,
}

impl Row {
    /// A row without cells.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The same row with one more cell.
    #[must_use]
    pub fn cell(mut self, cell: impl IntoView + 'static) -> Self {
        self.cells.push(cell.into_any());
        self
    }
}

/// Rows and columns with real headers.
///
/// Makes `table.k-table` with `caption`, `thead` and `tbody`; the first cell of each
/// row is its header. On a phone each row becomes a card: every cell carries its column's
/// header in `data-label`, and a link in the first cell covers the card.
#[component]
pub fn Table(
    /// What the table shows, with how many there are.
    #[prop(into)]
    caption: String,
    /// Whether only screen readers get the caption, because the page already says it.
    #[prop(optional)]
    hide_caption: bool,
    /// The columns.
    columns: Vec<Column>,
    /// The rows.
    rows: Vec<Row>,
) -> impl IntoView {
    let caption_class = if hide_caption { "ds-sr-only" } else { "k-table__caption" };
    let headers = columns
        .iter()
        .map(|column| {
            view! {
                <th scope="col" data-numeric=column.numeric.then_some("")>
                    {column.label.clone()}
                </th>
            }
        })
        .collect::<Vec<_>>();
    let rows = rows.into_iter().map(|row| view! { <tr>{cells(row, &columns)}</tr> }).collect::<Vec<_>>();
    view! {
        <table class="k-table">
            <caption class=caption_class>{caption}</caption>
            <thead>
                <tr>{headers}</tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

/// The cells of one row.
fn cells(row: Row, columns: &[Column]) -> Vec<AnyView> {
    row.cells
        .into_iter()
        .zip(columns)
        .enumerate()
        .map(|(index, (cell, column))| {
            let label = column.label.clone();
            let numeric = column.numeric.then_some("");
            let short = column.short.then_some("");
            if index == 0 {
                view! {
                    <th scope="row" data-numeric=numeric data-short=short>
                        {cell}
                    </th>
                }
                .into_any()
            } else {
                view! {
                    <td data-label=label data-numeric=numeric data-short=short>
                        {cell}
                    </td>
                }
                .into_any()
            }
        })
        .collect()
}
