//! "Who has read about me": for the officer to hand to the member who asks.

use domain::Lang;
use domain::access_log::ReadAbout;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use ui::{Alert, Column, EmptyState, IconLink, IconName, LinkTo, Page, PageHeading, PageWidth, Row, Table, Tone};

use crate::cx::PageCx;
use crate::layout::PageTitle;
use crate::load::load;
use crate::{format, routes};

use super::{api, parts, text};

/// Every look at one member.
#[component]
pub(crate) fn ReadAboutPage() -> impl IntoView {
    let id = use_params_map().get_untracked().get("id").unwrap_or_default();
    load(move || api::who_read_about(id.clone()), |report| show(&report))
}

fn show(report: &ReadAbout) -> AnyView {
    let lang = PageCx::current().lang;
    let name = &report.member.name;
    let title = text::report(lang, name);
    let more = report.more.then(|| view! { <p>{text::report_more(lang)}</p> });
    let list = if report.rows.is_empty() {
        view! { <EmptyState title=text::report_none(lang, name) why=text::report_none_why(lang) /> }.into_any()
    } else {
        table(lang, report)
    };
    let file = routes::read_about_file(report.member.id);
    let lead = text::report_lead(lang, &report.member.member_no, &format::time(lang, report.made_at));
    view! {
        <PageTitle page=title.clone() />
        <Page width=PageWidth::Lists>
            <PageHeading title=title back=LinkTo::new(routes::ACCESS_LOG, text::title(lang)) lead=lead />
            <div class="k-screen">
                <Alert tone=Tone::Info title=text::report_check(lang)>
                    <p>{text::report_check_why(lang)}</p>
                    <p>{text::print_hint(lang)}</p>
                </Alert>
                <p><IconLink href=file icon=IconName::Document external=true>{text::as_file(lang)}</IconLink></p>
            </div>
            {list}
            {more}
        </Page>
    }
    .into_any()
}

fn table(lang: Lang, report: &ReadAbout) -> AnyView {
    let offices = PageCx::current().offices;
    let columns = vec![
        Column::new(text::column_who(lang)),
        Column::new(text::column_office(lang)),
        Column::new(text::column_what(lang)),
        Column::short(text::column_when(lang)),
    ];
    let rows = report
        .rows
        .iter()
        .map(|row| {
            Row::new()
                .cell(parts::name(lang, Some(&row.by)))
                .cell(parts::offices(lang, &offices, row))
                .cell(parts::what_about_you(lang, row))
                .cell(format::time(lang, row.at))
        })
        .collect();
    view! { <Table caption=text::report(lang, &report.member.name) hide_caption=true columns=columns rows=rows /> }.into_any()
}
