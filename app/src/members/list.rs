//! The member list.

use domain::members::{MemberFilter, MemberPage, Segment, WorkplaceChoice};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use ui::{Details, EmptyState, HiddenField, LinkTo, List, ListItem, Page, PageHeading, PageWidth, Pager, SearchField};

use crate::cx::PageCx;
use crate::i18n;
use crate::layout::PageTitle;
use crate::load::load;
use crate::routes;

use super::search::{FORM, MemberSearch, results};
use super::{api, filter, text};

/// The members the viewer's mandates show: search, filters, exact count, page by page.
#[component]
pub(crate) fn MembersPage() -> impl IntoView {
    let asked = filter::asked();
    let after = use_query_map().get_untracked().get("etter").unwrap_or_default();
    let (shown, later) = (asked.clone(), !after.is_empty());
    let fetch = move || {
        let (asked, after) = (asked.clone(), after.clone());
        async move {
            let page = api::members(asked.query.clone(), asked.narrowing(), after).await?;
            Ok((page, api::workplaces().await?, api::list_segments(String::new()).await?.segments))
        }
    };
    load(fetch, move |(page, workplaces, segments)| show(&shown, later, page, &workplaces, &segments))
}

fn show(asked: &MemberFilter, later: bool, page: MemberPage, workplaces: &[WorkplaceChoice], segments: &[Segment]) -> AnyView {
    let PageCx { lang, me, .. } = PageCx::current();
    let sees_members = me.is_some_and(|me| me.sees_members);
    let body = if sees_members {
        list(asked, later, page, workplaces, segments)
    } else {
        view! { <EmptyState title=text::no_list(lang) why=text::no_list_why(lang) /> }.into_any()
    };
    view! {
        <PageTitle page=text::title(lang) />
        <Page width=PageWidth::Lists>
            <PageHeading title=text::title(lang) lead=sees_members.then(|| text::lead(lang)) />
            {body}
        </Page>
    }
    .into_any()
}

fn list(asked: &MemberFilter, later: bool, page: MemberPage, workplaces: &[WorkplaceChoice], segments: &[Segment]) -> AnyView {
    let PageCx { lang, me, .. } = PageCx::current();
    let exports = me.is_some_and(|me| me.exports_members);
    let (query, narrowing) = (asked.query.clone(), asked.narrowing());
    let next = page.next.as_ref().map(|next| LinkTo::new(routes::members(&query, &narrowing, Some(next)), i18n::next_page(lang)));
    let first = later.then(|| LinkTo::new(routes::members(&query, &narrowing, None), i18n::first_page(lang)));
    let chosen = workplaces.iter().find(|choice| Some(choice.number) == asked.workplace).map(|choice| {
        let about = text::about_workplace(lang, &choice.name);
        view! { <p><a href=routes::employer(choice.number)>{about}</a></p> }
    });
    // The filters in force belong to the search form, so that a search without script keeps them.
    let kept: Vec<_> = asked.pairs().into_iter().map(|(name, value)| view! { <HiddenField name=name value=value form=FORM /> }).collect();
    let results = results(lang, &query, &narrowing, exports, &page);
    view! {
        {saved(asked, segments)}
        {filter::form(asked, workplaces)}
        {chosen}
        {kept}
        <div class="k-stack">
            <SearchField
                action=routes::MEMBERS
                label=text::search_label(lang)
                submit=i18n::search(lang)
                value=query
                hint=text::search_hint(lang)
                form_id=FORM
            />
            <MemberSearch lang=lang narrowing=narrowing exports=exports>
                {results}
                <Pager label=i18n::pages(lang) previous=first next=next />
            </MemberSearch>
        </div>
    }
    .into_any()
}

/// The viewer's own segments, one tap away, and which of them this is.
fn saved(asked: &MemberFilter, segments: &[Segment]) -> Option<AnyView> {
    let lang = PageCx::current().lang;
    if segments.is_empty() {
        return None;
    }
    let narrowing = asked.narrowing();
    let links: Vec<_> = segments
        .iter()
        .map(|segment| {
            let (href, name) = (routes::members("", &segment.narrowing, None), segment.name.clone());
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
                <p><a class="ds-link" href=routes::SEGMENTS>{text::change_segments(lang)}</a></p>
            </Details>
        }
        .into_any(),
    )
}
