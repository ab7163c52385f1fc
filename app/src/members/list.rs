//! The member list.

use domain::members::{MemberPage, WorkplaceChoice};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use ui::{
    Button, ButtonVariant, Details, EmptyState, Form, FormMethod, HiddenField, LinkTo, Page, PageHeading, PageWidth, Pager, SelectField,
    SelectOption,
};

use crate::cx::PageCx;
use crate::i18n;
use crate::layout::PageTitle;
use crate::load::load;
use crate::routes;

use super::search::{MemberSearch, results};
use super::{api, text};

/// What the address asks for.
#[derive(Clone, Default)]
struct Asked {
    query: String,
    workplace: String,
    after: String,
}

/// The members the viewer's mandates show: search, one filter, exact count, page by page.
#[component]
pub(crate) fn MembersPage() -> impl IntoView {
    let query = use_query_map().get_untracked();
    let take = |name: &str| query.get(name).unwrap_or_default();
    let asked = Asked { query: take("q"), workplace: take("arbeidsplass"), after: take("etter") };
    let shown = asked.clone();
    let fetch = move || {
        let asked = asked.clone();
        async move {
            let page = api::members(asked.query, asked.workplace, asked.after).await?;
            Ok((page, api::workplaces().await?))
        }
    };
    load(fetch, move |(page, workplaces)| show(&shown, page, &workplaces))
}

fn show(asked: &Asked, page: MemberPage, workplaces: &[WorkplaceChoice]) -> AnyView {
    let PageCx { lang, me, .. } = PageCx::current();
    let sees_members = me.is_some_and(|me| me.sees_members);
    let body = if sees_members {
        list(asked, page, workplaces)
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

fn list(asked: &Asked, page: MemberPage, workplaces: &[WorkplaceChoice]) -> AnyView {
    let lang = PageCx::current().lang;
    let next =
        page.next.as_ref().map(|next| LinkTo::new(routes::members(&asked.query, &asked.workplace, Some(next)), i18n::next_page(lang)));
    let first =
        (!asked.after.is_empty()).then(|| LinkTo::new(routes::members(&asked.query, &asked.workplace, None), i18n::first_page(lang)));
    let filter = (workplaces.len() > 1).then(|| workplace_filter(asked, workplaces));
    let chosen = workplaces.iter().find(|choice| choice.number.as_str() == asked.workplace).map(|choice| {
        let about = text::about_workplace(lang, &choice.name);
        view! { <p><a href=routes::employer(choice.number)>{about}</a></p> }
    });
    let Asked { query, workplace, .. } = asked.clone();
    let results = results(lang, &query, &page);
    view! {
        {filter}
        {chosen}
        <MemberSearch lang=lang query=query workplace=workplace>
            {results}
            <Pager label=i18n::pages(lang) previous=first next=next />
        </MemberSearch>
    }
    .into_any()
}

fn workplace_filter(asked: &Asked, workplaces: &[WorkplaceChoice]) -> AnyView {
    let lang = PageCx::current().lang;
    let options: Vec<SelectOption> = workplaces
        .iter()
        .map(|choice| SelectOption::new(choice.number.to_string(), text::workplace_with(lang, &choice.name, choice.members)))
        .collect();
    let Asked { query, workplace, .. } = asked.clone();
    let chosen = workplaces.iter().find(|choice| choice.number.as_str() == workplace);
    let summary = chosen.map_or_else(|| text::all_workplaces(lang), |choice| text::workplace_with(lang, &choice.name, choice.members));
    view! {
        <Details summary=summary open=chosen.is_some()>
            <Form action=routes::MEMBERS method=FormMethod::Get>
                <HiddenField name="q" value=query />
                <div class="k-row">
                    <SelectField name="arbeidsplass" label=text::workplace(lang) options=options selected=workplace empty=text::all_workplaces(lang) />
                    <Button variant=ButtonVariant::Secondary>{i18n::show(lang)}</Button>
                </div>
            </Form>
        </Details>
    }
    .into_any()
}
