//! Every version of the rules.

use domain::Lang;
use domain::settings::{VersionRow, Versions};
use leptos::prelude::*;
use ui::{Column, LinkTo, Page, PageHeading, PageWidth, Row, Table, Tag, Tone};

use crate::cx::PageCx;
use crate::layout::PageTitle;
use crate::load::load;
use crate::{format, routes};

use super::{api, parts, text};

/// Newest first, the standard last.
#[component]
pub(crate) fn VersionsPage() -> impl IntoView {
    load(api::policy_versions, |versions| show(&versions))
}

fn show(versions: &Versions) -> AnyView {
    let lang = PageCx::current().lang;
    let columns = vec![
        Column::new(text::column_version(lang)),
        Column::new(text::version_note(lang)),
        Column::numeric(text::column_changes(lang)),
        Column::new(text::column_who(lang)),
        Column::new(text::column_when(lang)),
    ];
    let rows = versions.rows.iter().enumerate().map(|(place, row)| cells(lang, row, place == 0)).collect();
    let more = versions.more.then(|| view! { <p>{text::versions_more(lang)}</p> });
    view! {
        <PageTitle page=text::versions(lang) />
        <Page width=PageWidth::Lists>
            <PageHeading title=text::versions(lang) lead=text::versions_lead(lang) back=LinkTo::new(routes::SETTINGS, text::title(lang)) />
            <Table caption=text::versions(lang) hide_caption=true columns=columns rows=rows />
            {more}
        </Page>
    }
    .into_any()
}

fn cells(lang: Lang, row: &VersionRow, newest: bool) -> Row {
    let (href, name) = (routes::policy_version(row.version), parts::version(lang, row.version));
    let (when, by) = row.made.clone().map_or_else(Default::default, |(at, by)| (format::time(lang, at), by));
    let tags = tags(lang, row, newest);
    let note = if row.version == 0 { text::standard_about(lang) } else { row.note.clone() };
    Row::new()
        .cell(view! { <a href=href>{name}</a> })
        .cell(view! { <span>{note}</span>{tags} })
        .cell(row.changes.to_string())
        .cell(by)
        .cell(when)
}

/// Whether it is in force, and whether its maker gave themselves more.
pub(super) fn tags(lang: Lang, row: &VersionRow, in_force: bool) -> AnyView {
    let now = in_force.then(|| view! { <Tag tone=Tone::Success>{text::now(lang)}</Tag> });
    let gave = row.gave_self.then(|| view! { <Tag tone=Tone::Warning>{text::gave_self(lang)}</Tag> });
    view! { <span class="k-tags">{now}{gave}</span> }.into_any()
}
