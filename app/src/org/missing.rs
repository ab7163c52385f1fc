//! A whole list of what is missing.

use domain::org::ShortfallPage;
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};
use ui::{EmptyState, LinkTo, Page, PageHeading, PageWidth, Pager};

use crate::cx::PageCx;
use crate::i18n;
use crate::layout::PageTitle;
use crate::load::load;
use crate::routes;

use super::{api, parts, text};

/// How many, what to do, and each of them, page by page.
#[component]
pub(crate) fn ShortfallsPage() -> impl IntoView {
    let params = use_params_map().get_untracked();
    let take = |name: &str| params.get(name).unwrap_or_default();
    let (unit, list) = (take("unit"), take("list"));
    let after = use_query_map().get_untracked().get("etter").unwrap_or_default();
    let further = !after.is_empty();
    load(move || api::missing(unit.clone(), list.clone(), after.clone()), move |page| show(&page, further))
}

fn show(page: &ShortfallPage, further: bool) -> AnyView {
    let PageCx { lang, offices, .. } = PageCx::current();
    let (kind, unit) = (page.kind, page.unit.id);
    let title = text::shortfall(lang, kind).to_owned();
    let next = page.next.as_ref().map(|next| LinkTo::new(routes::shortfalls(unit, kind, Some(next)), i18n::next_page(lang)));
    let first = further.then(|| LinkTo::new(routes::shortfalls(unit, kind, None), i18n::first_page(lang)));
    let body = if page.total == 0 {
        view! { <EmptyState title=text::none_missing(lang, kind) /> }.into_any()
    } else {
        let table = parts::shortfalls(lang, &offices, kind, &page.rows, page.today);
        view! {
            <p>{text::what_to_do(lang, kind)}</p>
            <p class="k-count">{parts::counted(lang, kind, page.total)}</p>
            {table}
            <Pager label=i18n::pages(lang) previous=first next=next />
        }
        .into_any()
    };
    let back = LinkTo::new(routes::unit(unit, None), page.unit.name.clone());
    view! {
        <PageTitle page=title.clone() />
        <Page width=PageWidth::Lists>
            <PageHeading title=title back=back />
            {body}
        </Page>
    }
    .into_any()
}
