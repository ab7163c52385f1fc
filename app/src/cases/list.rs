//! The case list.

use domain::Lang;
use domain::cases::{CasePage, CaseType, Status};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use ui::{
    ButtonLink, ButtonVariant, Chip, EmptyState, Filters, IconName, LinkTo, Page, PageHeading, PageWidth, Pager, SelectField, SelectOption,
};

use crate::cx::PageCx;
use crate::i18n::{self, terms};
use crate::layout::PageTitle;
use crate::load::load;
use crate::routes;

use super::{api, parts, text};

/// The word in the address for "only mine".
pub(super) const MINE: &str = "meg";

/// What the address asks for.
#[derive(Clone, Default)]
struct Asked {
    owner: String,
    status: String,
    case_type: String,
    after: String,
}

impl Asked {
    fn is_narrowed(&self) -> bool {
        !(self.owner.is_empty() && self.status.is_empty() && self.case_type.is_empty())
    }

    fn address(&self) -> String {
        routes::cases(&self.owner, &self.status, &self.case_type, None)
    }
}

/// The cases the viewer may read, the latest change first.
#[component]
pub(crate) fn CasesPage() -> impl IntoView {
    let query = use_query_map().get_untracked();
    let take = |name: &str| query.get(name).unwrap_or_default();
    let asked = Asked { owner: take("eier"), status: take("status"), case_type: take("type"), after: take("etter") };
    let shown = asked.clone();
    let fetch = move || {
        let asked = asked.clone();
        async move { api::cases(asked.owner, asked.status, asked.case_type, asked.after).await }
    };
    load(fetch, move |page| show(&shown, &page))
}

fn show(asked: &Asked, page: &CasePage) -> AnyView {
    let PageCx { lang, me, .. } = PageCx::current();
    let opens_cases = me.is_some_and(|me| me.opens_cases);
    let filters = (page.total_unfiltered > 0).then(|| filters(lang, asked, page.total));
    let list = list(lang, asked, page);
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
            {filters}
            {list}
        </Page>
    }
    .into_any()
}

fn list(lang: Lang, asked: &Asked, page: &CasePage) -> AnyView {
    if page.total_unfiltered == 0 {
        return view! { <EmptyState title=text::none(lang) why=text::none_why(lang) /> }.into_any();
    }
    if page.total == 0 {
        let clear = LinkTo::new(routes::CASES, i18n::clear_filters(lang));
        return view! { <EmptyState title=text::none_match(lang) why=text::none_match_why(lang) action=clear /> }.into_any();
    }
    let next = page
        .next
        .as_ref()
        .map(|next| LinkTo::new(routes::cases(&asked.owner, &asked.status, &asked.case_type, Some(next)), i18n::next_page(lang)));
    let first = (!asked.after.is_empty()).then(|| LinkTo::new(asked.address(), i18n::first_page(lang)));
    view! {
        {parts::cards(lang, &page.rows, page.today)}
        <Pager label=i18n::pages(lang) previous=first next=next />
    }
    .into_any()
}

fn filters(lang: Lang, asked: &Asked, total: u64) -> AnyView {
    let remove = i18n::remove_filter(lang);
    let mut chips = Vec::new();
    if asked.owner == MINE {
        chips.push(Chip::new(Asked { owner: String::new(), ..asked.clone() }.address(), text::mine(lang), remove.clone()));
    }
    if let Ok(status) = asked.status.parse::<Status>() {
        chips.push(Chip::new(Asked { status: String::new(), ..asked.clone() }.address(), terms::status(lang, status), remove.clone()));
    }
    if let Ok(kind) = asked.case_type.parse::<CaseType>() {
        chips.push(Chip::new(Asked { case_type: String::new(), ..asked.clone() }.address(), terms::case_type(lang, kind), remove));
    }
    let statuses = Status::ALL.iter().map(|status| SelectOption::new(status.code(), terms::status(lang, *status))).collect::<Vec<_>>();
    let kinds = CaseType::ALL.iter().map(|kind| SelectOption::new(kind.code(), terms::case_type(lang, *kind))).collect::<Vec<_>>();
    let whose = vec![SelectOption::new(MINE, text::mine(lang))];
    let Asked { owner, status, case_type, .. } = asked.clone();
    let clear = asked.is_narrowed().then(|| LinkTo::new(routes::CASES, i18n::clear_filters(lang)));
    view! {
        <Filters action=routes::CASES title=i18n::narrow(lang) submit=i18n::show(lang) count=text::counted(lang, total) chips=chips clear=clear>
            <SelectField name="eier" label=text::whose(lang) options=whose selected=owner empty=i18n::all(lang) />
            <SelectField name="status" label=text::status(lang) options=statuses selected=status empty=i18n::all(lang) />
            <SelectField name="type" label=text::about_what(lang) options=kinds selected=case_type empty=i18n::all(lang) />
        </Filters>
    }
    .into_any()
}
