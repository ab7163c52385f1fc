//! The file itself: its watermark, its columns, its name.

use domain::Lang;
use domain::cases::{CaseExport, CaseTypes};
use domain::org::Offices;
use domain::spreadsheet::Sheet;

use crate::i18n::terms;
use crate::{format, lifecycle};

use super::{filter, parts, text};

/// The table, and above it who made it, when, what for, and what is to become of it.
pub fn sheet(lang: Lang, offices: &Offices, types: &CaseTypes, export: &CaseExport) -> Sheet {
    let rows = export.rows.iter().map(|row| {
        let next = match &row.next {
            Some(next) => next.title.clone(),
            None if !row.readable => text::known_row(lang),
            None => String::new(),
        };
        let due = row.next.as_ref().and_then(|next| next.due).map(|due| due.to_string()).unwrap_or_default();
        vec![
            row.number.to_string(),
            types.name(lang, &row.case_type).to_owned(),
            row.everybody.as_ref().map_or_else(|| row.about.join(", "), |place| parts::all_there(lang, place)),
            row.waiting.map_or_else(|| terms::status(lang, row.status).to_owned(), |waiting| lifecycle::parts::waits(lang, waiting)),
            row.owner.clone(),
            next,
            due,
            row.updated_at.oslo_date().to_string(),
        ]
    });
    Sheet { notes: notes(lang, offices, types, export), header: header(lang), rows: rows.collect() }
}

fn header(lang: Lang) -> Vec<String> {
    vec![
        text::column_number(lang),
        text::about_what(lang),
        text::who(lang),
        text::status(lang),
        text::owner_label(lang),
        text::column_next(lang),
        text::column_due(lang),
        text::column_changed(lang),
    ]
}

/// The watermark, one line each.
fn notes(lang: Lang, offices: &Offices, types: &CaseTypes, export: &CaseExport) -> Vec<String> {
    let held = export.offices.iter().map(|(office, unit)| text::office_at(lang, offices.name(lang, office), unit));
    let held = held.collect::<Vec<_>>().join(", ");
    let total = text::counted(lang, export.rows.len() as u64);
    vec![
        text::watermark_who(lang, &export.made_by, &held, &format::time(lang, export.made_at)),
        text::watermark_why(lang, terms::purpose(lang, export.order.purpose), &export.order.why),
        text::watermark_what(lang, &total, &filter::in_one_line(lang, types, &export.filter)),
        text::watermark_duty(lang),
    ]
}

/// What the file is called, without its ending: who made it and when stand in it too.
pub fn file_name(lang: Lang, export: &CaseExport) -> String {
    text::file_name(lang, &export.made_at.oslo_date().to_string(), &export.made_by)
}
