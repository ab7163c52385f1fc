//! The case list.

use domain::Lang;
use domain::cases::{CaseFilter, CaseOrder, CasePage};
use domain::members::Segment;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use ui::{ButtonLink, ButtonVariant, Details, EmptyState, IconLink, IconName, LinkTo, List, ListItem, Page, PageHeading, PageWidth, Pager};

use crate::cx::PageCx;
use crate::i18n;
use crate::layout::PageTitle;
use crate::load::load;
use crate::{links, routes};

use super::{api, filter, parts, text};

/// The cases the viewer may know of, narrowed and sorted as the address says.
#[component]
pub(crate) fn CasesPage() -> impl IntoView {
    let asked = filter::asked();
    let after = use_query_map().get_untracked().get("etter").unwrap_or_default();
    let (shown, later) = (asked.clone(), !after.is_empty());
    let fetch = move || {
        let (narrowing, after) = (asked.narrowing(), after.clone());
        async move { Ok((api::cases(narrowing, after).await?, api::list_segments(String::new()).await?.segments)) }
    };
    load(fetch, move |(page, segments)| show(&shown, later, &page, &segments))
}

fn show(asked: &CaseFilter, later: bool, page: &CasePage, segments: &[Segment]) -> AnyView {
    let PageCx { lang, me, .. } = PageCx::current();
    let opens_cases = me.is_some_and(|me| me.opens_cases);
    let any = page.total_unfiltered > 0;
    let filters = any.then(|| filter::form(lang, asked, page.total, |narrowing| routes::cases(narrowing, None)));
    let (saved, actions) = (saved(lang, asked, segments), (page.total > 0).then(|| actions(lang, asked)));
    let list = list(lang, asked, later, page);
    let find = any.then(|| links::parts::find(lang));
    view! {
        <PageTitle page=text::title(lang) />
        <Page width=PageWidth::Lists>
            <PageHeading title=text::title(lang) lead=text::lead(lang) />
            {opens_cases.then(|| view! {
                <p>
                    <ButtonLink href=routes::NEW_CASE variant=ButtonVariant::Primary icon=IconName::Plus>
                        {i18n::new_case(lang)}
                    </ButtonLink>
                </p>
            })}
            {find}
            {saved}
            {filters}
            {list}
            {actions}
        </Page>
    }
    .into_any()
}

fn list(lang: Lang, asked: &CaseFilter, later: bool, page: &CasePage) -> AnyView {
    if page.total_unfiltered == 0 {
        return view! { <EmptyState title=text::none(lang) why=text::none_why(lang) /> }.into_any();
    }
    if page.total == 0 {
        let clear = LinkTo::new(routes::CASES, i18n::clear_filters(lang));
        return view! { <EmptyState title=text::none_match(lang) why=text::none_match_why(lang) action=clear /> }.into_any();
    }
    let narrowing = asked.narrowing();
    let next = page.next.as_ref().map(|next| LinkTo::new(routes::cases(&narrowing, Some(next)), i18n::next_page(lang)));
    let first = later.then(|| LinkTo::new(routes::cases(&narrowing, None), i18n::first_page(lang)));
    // Of those there is nothing to sort by.
    let left_out =
        (asked.order == CaseOrder::Nearest && asked.whose.is_none()).then(|| view! { <p class="k-meta">{text::by_date_reads(lang)}</p> });
    view! {
        {left_out}
        {parts::cards(lang, &page.rows, page.today)}
        <Pager label=i18n::pages(lang) previous=first next=next />
    }
    .into_any()
}

/// What can be done with the list as a whole.
fn actions(lang: Lang, asked: &CaseFilter) -> AnyView {
    let narrowing = asked.narrowing();
    let save = asked.is_narrowed().then(|| (routes::case_segments(&narrowing), IconName::Filter, text::save_segment(lang)));
    let all = [
        save,
        Some((routes::many_tasks(&narrowing, None), IconName::Plus, text::many(lang))),
        Some((routes::case_file(&narrowing), IconName::Document, text::take_out(lang))),
    ];
    let links: Vec<_> = all
        .into_iter()
        .flatten()
        .map(|(href, icon, words)| view! { <ListItem><IconLink href=href icon=icon>{words}</IconLink></ListItem> })
        .collect();
    view! { <List>{links}</List> }.into_any()
}

/// The viewer's own saved lists, one tap away, and which of them this is.
fn saved(lang: Lang, asked: &CaseFilter, segments: &[Segment]) -> Option<AnyView> {
    if segments.is_empty() {
        return None;
    }
    let narrowing = asked.narrowing();
    let links: Vec<_> = segments
        .iter()
        .map(|segment| {
            let (href, name) = (routes::cases(&segment.narrowing, None), segment.name.clone());
            let current = (segment.narrowing == narrowing).then_some("true");
            view! { <ListItem><a class="ds-link" href=href aria-current=current>{name}</a></ListItem> }
        })
        .collect();
    let summary = match segments.iter().find(|segment| segment.narrowing == narrowing) {
        Some(segment) => text::segment_shown(lang, &segment.name),
        None => text::your_segments(lang, segments.len()),
    };
    Some(
        view! {
            <Details summary=summary>
                <List>{links}</List>
                <p><a class="ds-link" href=routes::CASE_SEGMENTS>{text::change_segments(lang)}</a></p>
            </Details>
        }
        .into_any(),
    )
}
