//! The whole timeline of a case, and parts of it.

use domain::Lang;
use domain::cases::{TimelinePage as Lines, TimelinePart};
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};
use ui::{EmptyState, LinkTo, Page, PageHeading, Pager};

use crate::cx::PageCx;
use crate::i18n;
use crate::layout::PageTitle;
use crate::load::load;
use crate::routes;

use super::{api, text, timeline};

/// One page of it; what it is narrowed to, and where it begins, stand in the address.
#[component]
pub(crate) fn TimelinePage() -> impl IntoView {
    let id = use_params_map().get_untracked().get("id").unwrap_or_default();
    let query = use_query_map().get_untracked();
    let (part, after) = (query.get("vis").unwrap_or_default(), query.get("etter").unwrap_or_default());
    let is_first = routes::timeline_cursor(&after).is_none();
    load(move || api::timeline(id.clone(), part.clone(), after.clone()), move |page| show(&page, is_first))
}

fn show(page: &Lines, is_first: bool) -> AnyView {
    let lang = PageCx::current().lang;
    let all = routes::timeline(page.case, None, None);
    let list = if page.entries.is_empty() {
        let clear = LinkTo::new(all, i18n::clear_filters(lang));
        view! { <EmptyState title=text::nothing_here(lang) why=text::nothing_here_why(lang) action=clear /> }.into_any()
    } else {
        timeline::view(lang, page.case, &page.entries, 2)
    };
    let older = page.older.map(|older| LinkTo::new(routes::timeline(page.case, page.part, Some(older)), text::older(lang)));
    let first = (!is_first).then(|| LinkTo::new(routes::timeline(page.case, page.part, None), text::newest(lang)));
    let (title, back) = (text::whole_timeline(lang), LinkTo::new(routes::case(page.case), text::case_number(lang, page.case_number)));
    let parts = parts(lang, page);
    view! {
        <PageTitle page=title.clone() />
        <Page>
            <PageHeading title=title back=back />
            {parts}
            {list}
            <Pager label=i18n::pages(lang) previous=first next=older />
        </Page>
    }
    .into_any()
}

/// The parts, each a link: it works without script, and can be kept and gone back from.
fn parts(lang: Lang, page: &Lines) -> AnyView {
    let link = |part: Option<TimelinePart>| {
        let words = part.map_or_else(|| i18n::all(lang), |part| text::timeline_part(lang, part).to_owned());
        let current = (page.part == part).then_some("page");
        view! { <li><a class="k-chip" href=routes::timeline(page.case, part, None) aria-current=current>{words}</a></li> }
    };
    let links: Vec<_> = std::iter::once(None).chain(TimelinePart::ALL.iter().copied().map(Some)).map(link).collect();
    view! {
        <nav aria-label=text::parts(lang)>
            <ul class="k-chips">{links}</ul>
        </nav>
    }
    .into_any()
}
