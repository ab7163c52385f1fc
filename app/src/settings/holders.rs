//! Finding somebody who holds an office.

use domain::settings::Holders;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use ui::{CardLink, EmptyState, LinkTo, Page, PageHeading, SearchField, Section};

use crate::cx::PageCx;
use crate::i18n;
use crate::layout::PageTitle;
use crate::load::load;
use crate::routes;

use super::{api, text};

/// A search, and whom it finds.
#[component]
pub(crate) fn HoldersPage() -> impl IntoView {
    let query = use_query_map().get_untracked().get("q").unwrap_or_default();
    let asked = query.clone();
    load(move || api::office_holders(query.clone()), move |found| show(asked.trim(), &found))
}

fn show(query: &str, holders: &Holders) -> AnyView {
    let PageCx { lang, offices, .. } = PageCx::current();
    let cards: Vec<_> = holders
        .found
        .iter()
        .map(|holder| {
            let meta = holder.offices.iter().map(|(office, unit)| text::office_at(lang, offices.name(lang, office), unit)).collect();
            view! { <CardLink href=routes::holder(holder.id) title=holder.name.clone() meta=meta /> }
        })
        .collect();
    let more = holders.more.then(|| view! { <p>{text::holders_more(lang)}</p> });
    let found = if query.is_empty() {
        ().into_any()
    } else if cards.is_empty() {
        view! { <EmptyState title=text::holders_none(lang, query) why=text::holders_none_why(lang) /> }.into_any()
    } else {
        view! { <Section title=text::holders_found(lang, query)><div class="k-cards">{cards}</div>{more}</Section> }.into_any()
    };
    let value = query.to_owned();
    view! {
        <PageTitle page=text::holders(lang) />
        <Page>
            <PageHeading title=text::holders(lang) lead=text::holders_lead(lang) back=LinkTo::new(routes::SETTINGS, text::title(lang)) />
            <SearchField action=routes::HOLDERS label=text::holders_label(lang) submit=i18n::search(lang) value=value />
            {found}
        </Page>
    }
    .into_any()
}
