//! The files we have been given.

use domain::Lang;
use domain::imports::{ImportRow, ImportState};
use leptos::prelude::*;
use ui::{Column, EmptyState, LinkTo, Page, PageHeading, PageWidth, Row, Table, Tag, Tone};

use crate::cx::PageCx;
use crate::i18n;
use crate::layout::PageTitle;
use crate::load::load;
use crate::{format, routes};

use super::{api, text};

/// The latest imports, the latest first.
#[component]
pub(crate) fn ImportsPage() -> impl IntoView {
    load(api::imports, |rows| show(&rows))
}

fn show(rows: &[ImportRow]) -> AnyView {
    let lang = PageCx::current().lang;
    let list = if rows.is_empty() {
        view! { <EmptyState title=text::none(lang) why=text::none_why(lang) /> }.into_any()
    } else {
        table(lang, rows)
    };
    view! {
        <PageTitle page=text::title(lang) />
        <Page width=PageWidth::Lists>
            <PageHeading title=text::title(lang) lead=text::lead(lang) back=LinkTo::new(routes::MORE, i18n::nav_more(lang)) />
            {list}
        </Page>
    }
    .into_any()
}

fn table(lang: Lang, rows: &[ImportRow]) -> AnyView {
    let columns = vec![
        Column::new(text::when(lang)),
        Column::new(text::file(lang)),
        Column::new(text::contents(lang)),
        Column::new(text::what_came_of_it(lang)),
    ];
    let rows = rows
        .iter()
        .map(|row| {
            let when = format::time(lang, row.begun_at);
            let href = routes::import(row.id);
            Row::new()
                .cell(view! { <a href=href>{when}</a> })
                .cell(row.files.clone())
                .cell(text::file_kind(lang, row.kind))
                .cell(state_tag(lang, row))
        })
        .collect();
    view! { <Table caption=text::title(lang) columns=columns rows=rows hide_caption=true /> }.into_any()
}

/// What became of it, in a word or two.
pub(super) fn state_tag(lang: Lang, row: &ImportRow) -> AnyView {
    let tone = match row.state {
        ImportState::Applied | ImportState::Approved => Tone::Success,
        ImportState::Held => Tone::Warning,
        ImportState::Refused => Tone::Danger,
        ImportState::Rejected => Tone::Neutral,
    };
    let unchanged = row.unchanged && row.state == ImportState::Applied;
    let words = if unchanged { text::unchanged(lang) } else { text::state(lang, row.state).to_owned() };
    view! { <Tag tone=if unchanged { Tone::Neutral } else { tone }>{words}</Tag> }.into_any()
}
