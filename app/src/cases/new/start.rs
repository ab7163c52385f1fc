//! The way in: straight to the first question, unless something was begun before.

use domain::MemberId;
use leptos::prelude::*;
use leptos_router::components::Redirect;
use leptos_router::hooks::use_query_map;
use ui::{ButtonLink, ButtonVariant, CardLink, LinkTo, Page, PageHeading};

use crate::cx::PageCx;
use crate::i18n;
use crate::layout::PageTitle;
use crate::load::load;
use crate::{format, routes};

use super::api;
use super::progress::Begun;
use super::text;

/// Asks whether to go on with what was begun; with nothing begun it asks nothing.
#[component]
pub(crate) fn StartPage() -> impl IntoView {
    let member = use_query_map().get_untracked().get("medlem").and_then(|id| id.parse::<MemberId>().ok());
    load(api::list_begun, move |(fresh, begun)| {
        let first = routes::new_case_first(&fresh, member);
        if begun.is_empty() || member.is_some() {
            return view! { <Redirect path=first /> }.into_any();
        }
        choose(&first, &begun)
    })
}

fn choose(first: &str, begun: &[Begun]) -> AnyView {
    let PageCx { lang, case_types, .. } = PageCx::current();
    let cards: Vec<_> = begun
        .iter()
        .map(|begun| {
            let what = begun.typed.case_type().map_or_else(|_| text::nothing_chosen(lang), |kind| case_types.name(lang, &kind).to_owned());
            let href = routes::new_case(&begun.draft, begun.typed.next_open_step(&case_types, begun.today));
            let meta = vec![text::touched(lang, &format::time(lang, begun.updated_at))];
            view! { <CardLink href=href title=text::go_on_with(lang, &what) meta=meta level=2 /> }
        })
        .collect();
    let first = first.to_owned();
    view! {
        <PageTitle page=text::title(lang) />
        <Page>
            <PageHeading title=text::unfinished_title(lang) lead=text::unfinished_lead(lang) back=LinkTo::new(routes::TODAY, i18n::nav_today(lang)) />
            <div class="k-cards">{cards}</div>
            <p>
                <ButtonLink href=first variant=ButtonVariant::Secondary>{text::begin_new(lang)}</ButtonLink>
            </p>
        </Page>
    }
    .into_any()
}
