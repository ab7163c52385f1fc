//! One version of the rules: what it changed, and the way to put it in force again.

use domain::settings::VersionView;
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};
use ui::{ActionBar, Alert, ButtonLink, ButtonVariant, Fact, Facts, LinkTo, Page, PageHeading, Section, Tone};

use crate::cx::PageCx;
use crate::layout::PageTitle;
use crate::load::load;
use crate::{format, routes};

use super::{api, parts, text, versions};

/// What was changed, by whom, when and why.
#[component]
pub(crate) fn VersionPage() -> impl IntoView {
    let version = use_params_map().get_untracked().get("version").unwrap_or_default();
    let published = use_query_map().get_untracked().get(routes::IN_FORCE).is_some();
    load(move || api::policy_version(version.clone()), move |version| show(&version, published))
}

fn show(version: &VersionView, published: bool) -> AnyView {
    let PageCx { lang, offices, .. } = PageCx::current();
    let row = &version.row;
    let title = parts::version(lang, row.version);
    let lead = row.made.as_ref().map_or_else(|| text::standard_about(lang), |(at, by)| text::made(lang, &format::time(lang, *at), by));
    let receipt = (published && version.in_force).then(|| {
        let new = version.changes.offices.iter().filter(|change| change.before.is_none()).map(|change| {
            let (href, name) = (routes::office_rights(change.after.office), text::give_rights(lang, change.after.names.of(lang)));
            view! { <p><a class="ds-link" href=href>{name}</a></p> }
        });
        let new: Vec<_> = new.collect();
        view! { <Alert tone=Tone::Success title=text::published(lang) status=true>{new}<p>{text::published_next(lang)}</p></Alert> }
    });
    let (note, tags) = (row.note.clone(), versions::tags(lang, row, version.in_force));
    let changes = (row.version > 0).then(|| {
        let changes = match version.changes.is_empty() {
            true => view! { <p>{text::version_same(lang)}</p> }.into_any(),
            false => parts::changes(lang, &offices, &version.changes),
        };
        view! {
            <Facts><Fact label=text::version_note(lang)>{note}</Fact></Facts>
            <Section title=text::version_changes(lang)>{changes}</Section>
        }
    });
    let again = (version.may_change && !version.in_force).then(|| {
        let href = routes::bring_back(row.version);
        view! { <ActionBar><ButtonLink href=href variant=ButtonVariant::Secondary>{text::bring_back(lang)}</ButtonLink></ActionBar> }
    });
    view! {
        <PageTitle page=title.clone() />
        <Page>
            {receipt}
            <PageHeading title=title lead=lead back=LinkTo::new(routes::POLICY_VERSIONS, text::versions(lang))>{tags}</PageHeading>
            {changes}
            {again}
        </Page>
    }
    .into_any()
}
