//! How a look is told.

use domain::Lang;
use domain::access_log::{LogRow, LookedAt, Person};
use domain::org::Offices;
#[cfg(feature = "ssr")]
use domain::spreadsheet;

use super::text;

/// Who, as far as the registry knows them.
pub(super) fn name(lang: Lang, person: Option<&Person>) -> String {
    person.map(|person| person.name.clone()).filter(|name| !name.is_empty()).unwrap_or_else(|| text::unknown_person(lang))
}

/// "klubbleder i Klubben ved Granlia"; several after one another.
pub(super) fn offices(lang: Lang, offices: &Offices, row: &LogRow) -> String {
    let each = row.offices.iter().map(|(office, unit)| text::office_at(lang, offices.name(lang, office), unit));
    each.collect::<Vec<_>>().join(", ")
}

/// What was looked at, as the officer reads it.
pub(super) fn what(lang: Lang, row: &LogRow) -> String {
    match &row.what {
        LookedAt::Member(person) => text::opened_card(lang, &name(lang, person.as_ref())),
        LookedAt::Case(Some(number)) => text::opened_case(lang, *number),
        LookedAt::Case(None) => text::opened_a_case(lang),
        LookedAt::Document(Some(number)) => text::opened_document(lang, *number),
        LookedAt::Document(None) => text::opened_a_document(lang),
        LookedAt::Members => text::saw_members(lang),
        LookedAt::MembersTakenOut => text::took_members(lang),
        LookedAt::CasesTakenOut => text::took_cases(lang),
        LookedAt::CaseTakenOut(Some(number)) => text::took_case(lang, *number),
        LookedAt::CaseTakenOut(None) => text::took_a_case(lang),
        LookedAt::SearchStopped => text::search_stopped(lang),
        LookedAt::GuessingStopped => text::guessing_stopped(lang),
        LookedAt::Cases => text::saw_cases(lang),
        LookedAt::RegistryFile => text::saw_registry_file(lang),
        LookedAt::Employer => text::saw_employer(lang),
        LookedAt::Unit => text::saw_unit(lang),
        LookedAt::Today => text::saw_today(lang),
        LookedAt::Policy(Some(version)) => text::changed_policy(lang, *version),
        LookedAt::Policy(None) => text::tried_policy(lang),
        LookedAt::CaseTypes(Some(version)) => text::changed_types(lang, *version),
        LookedAt::CaseTypes(None) => text::tried_types(lang),
        LookedAt::Holders => text::searched_holders(lang),
        LookedAt::Explained(person) => text::explained(lang, &name(lang, person.as_ref())),
        LookedAt::ExplainedCase(Some(number)) => text::explained_case(lang, *number),
        LookedAt::ExplainedCase(None) => text::explained_a_case(lang),
        LookedAt::Log => text::saw_log(lang),
        LookedAt::Report(person) => text::saw_report(lang, &name(lang, person.as_ref())),
        LookedAt::Export(person) => text::took_report(lang, &name(lang, person.as_ref())),
        LookedAt::Other => text::something_else(lang),
    }
}

/// The words that go with it: what was searched for, asked about, or given as a reason.
pub(super) fn words(lang: Lang, row: &LogRow) -> Option<String> {
    let words = Some(row.words.as_str()).filter(|words| !words.is_empty())?;
    Some(match row.what {
        LookedAt::Policy(_) | LookedAt::CaseTypes(_) => text::noted(lang, words),
        LookedAt::Explained(_) => text::asked_about(lang, words),
        _ => text::searched(lang, words),
    })
}

/// What was looked at, as the member it is about reads it: not even which case.
pub(super) fn what_about_you(lang: Lang, row: &LogRow) -> String {
    match row.what {
        LookedAt::Member(_) => text::report_card(lang),
        LookedAt::Case(_) => text::report_case(lang),
        LookedAt::Document(_) => text::report_document(lang),
        LookedAt::CaseTakenOut(_) => text::report_case_taken(lang),
        LookedAt::Explained(_) => text::report_explained(lang),
        LookedAt::ExplainedCase(_) => text::report_case(lang),
        LookedAt::Report(_) => text::report_report(lang),
        LookedAt::Export(_) => text::report_export(lang),
        _ => text::something_else(lang),
    }
}

/// The report as a file for a spreadsheet: UTF-8 with a mark, semicolons, and nothing that a spreadsheet would take
/// for a formula.
#[cfg(feature = "ssr")]
pub fn csv(lang: Lang, names: &Offices, report: &domain::access_log::ReadAbout) -> String {
    let mut file = String::from('\u{feff}');
    let mut line = |cells: [String; 4]| {
        file.push_str(&cells.map(|cell| spreadsheet::csv_cell(&cell)).join(";"));
        file.push_str("\r\n");
    };
    line([text::column_when(lang), text::column_who(lang), text::column_office(lang), text::column_what(lang)]);
    for row in &report.rows {
        line([crate::format::time(lang, row.at), name(lang, Some(&row.by)), offices(lang, names, row), what_about_you(lang, row)]);
    }
    file
}
