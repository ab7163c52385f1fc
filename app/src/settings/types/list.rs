//! Every case type, by group, and the versions of them.

use domain::Lang;
use domain::cases::{CaseGroup, TypeFacts};
use domain::settings::{TypesVersion, TypesView};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use ui::{ActionBar, Alert, ButtonLink, ButtonVariant, CardLink, Column, LinkTo, Page, PageHeading, Row, Section, Table, Tone};

use crate::cx::PageCx;
use crate::i18n::terms;
use crate::layout::PageTitle;
use crate::load::load;
use crate::settings::{api, text as settings};
use crate::{format, routes};

use super::text;

/// A card for each type, with how sensitive it is and how much it asks.
#[component]
pub(crate) fn TypesPage() -> impl IntoView {
    let published = use_query_map().get_untracked().get(routes::IN_FORCE).is_some();
    load(api::case_types, move |types| show(&types, published))
}

fn show(types: &TypesView, published: bool) -> AnyView {
    let lang = PageCx::current().lang;
    let groups: Vec<_> = CaseGroup::ALL.iter().map(|group| group_of(lang, *group, types)).collect();
    let receipt = published
        .then(|| view! { <Alert tone=Tone::Success title=text::published(lang) status=true><p>{text::published_next(lang)}</p></Alert> });
    let change = types.may_change.then(|| {
        view! {
            <ActionBar>
                <ButtonLink href=routes::EDIT_CASE_TYPES variant=ButtonVariant::Secondary>{text::edit(lang)}</ButtonLink>
            </ActionBar>
        }
    });
    let (in_force, before) = (in_force(lang, &types.now), before(lang, types));
    view! {
        <PageTitle page=text::title(lang) />
        <Page>
            <PageHeading title=text::title(lang) lead=text::lead(lang) back=LinkTo::new(routes::SETTINGS, settings::title(lang)) />
            {receipt}
            <p>{in_force}</p>
            {change}
            {groups}
            {before}
        </Page>
    }
    .into_any()
}

fn group_of(lang: Lang, group: CaseGroup, types: &TypesView) -> Option<AnyView> {
    let cards: Vec<_> = types.types.iter().filter(|facts| facts.group == group).map(|facts| card(lang, facts)).collect();
    (!cards.is_empty())
        .then(|| view! { <Section title=terms::case_group(lang, group)><div class="k-cards">{cards}</div></Section> }.into_any())
}

fn card(lang: Lang, facts: &TypeFacts) -> AnyView {
    let closed = facts.closed.then(|| text::closed(lang));
    let counts = text::counts(lang, facts.questions.len(), facts.tasks.len());
    let meta: Vec<String> =
        [closed, Some(text::sensitivity(lang, facts.sensitivity).to_owned()), Some(counts)].into_iter().flatten().collect();
    view! { <CardLink href=routes::case_type(facts.case_type) title=facts.names.of(lang) meta=meta /> }.into_any()
}

/// Which version is in force.
pub(super) fn in_force(lang: Lang, now: &TypesVersion) -> String {
    if now.standard {
        text::in_force_standard(lang)
    } else {
        text::in_force(lang, now.version, &format::time(lang, now.made_at), &now.made_by)
    }
}

/// The versions there have been, with who made each and why.
fn before(lang: Lang, types: &TypesView) -> Option<AnyView> {
    if types.before.is_empty() {
        return None;
    }
    let columns = vec![
        Column::new(settings::column_version(lang)),
        Column::new(settings::version_note(lang)),
        Column::new(settings::column_who(lang)),
        Column::new(settings::column_when(lang)),
    ];
    let row = |version: &TypesVersion| {
        let note = if version.standard { text::standard_note(lang) } else { version.note.clone() };
        Row::new()
            .cell(settings::version(lang, version.version))
            .cell(note)
            .cell(version.made_by.clone())
            .cell(format::time(lang, version.made_at))
    };
    let rows: Vec<Row> = std::iter::once(&types.now).chain(&types.before).map(row).collect();
    Some(
        view! {
            <Section title=text::versions(lang)>
                <Table caption=text::versions(lang) hide_caption=true columns=columns rows=rows />
            </Section>
        }
        .into_any(),
    )
}
