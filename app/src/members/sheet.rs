//! The file itself: its watermark, its columns, its name.

use domain::Lang;
use domain::members::MemberExport;
use domain::org::Offices;
use domain::spreadsheet::Sheet;

use crate::format;
use crate::i18n::terms;

use super::{filter, text};

/// The table, and above it who made it, when, what for, and what is to become of it.
pub fn sheet(lang: Lang, offices: &Offices, export: &MemberExport) -> Sheet {
    let column = [text::column_name(lang), text::column_job(lang), text::column_workplace(lang), text::joined(lang)];
    let contact = if export.contact { vec![text::phone(lang), text::email(lang)] } else { Vec::new() };
    let rows = export.rows.iter().map(|row| {
        let jobs = |part: fn(&domain::members::Job) -> &String| row.jobs.iter().map(part).cloned().collect::<Vec<_>>().join(", ");
        let mut cells = vec![row.name.clone(), jobs(|job| &job.title), jobs(|job| &job.workplace), row.joined.to_string()];
        if export.contact {
            cells.extend([row.phone.clone().unwrap_or_default(), row.email.clone().unwrap_or_default()]);
        }
        cells
    });
    Sheet { notes: notes(lang, offices, export), header: column.into_iter().chain(contact).collect(), rows: rows.collect() }
}

/// The watermark, one line each.
pub fn notes(lang: Lang, offices: &Offices, export: &MemberExport) -> Vec<String> {
    let held = export.offices.iter().map(|(office, unit)| text::office_at(lang, offices.name(lang, office), unit));
    let held = held.collect::<Vec<_>>().join(", ");
    let total = text::counted(lang, export.rows.len() as u64);
    vec![
        text::watermark_who(lang, &export.made_by, &held, &format::time(lang, export.made_at)),
        text::watermark_why(lang, terms::purpose(lang, export.order.purpose), &export.order.why),
        text::watermark_what(lang, &total, &filter::in_one_line(lang, &export.filter)),
        text::watermark_duty(lang),
    ]
}

/// What the file is called, without its ending: who made it and when stand in it too.
pub fn file_name(lang: Lang, export: &MemberExport) -> String {
    text::file_name(lang, &export.made_at.oslo_date().to_string(), &export.made_by)
}
