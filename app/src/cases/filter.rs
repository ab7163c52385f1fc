//! The filters of the list: read from the address, told in words, and chosen in a form.

use domain::Lang;
use domain::cases::{CaseFilter, CaseOrder, CaseTypes, Status, Whose, case_names as names};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use ui::{Chip, Filters, LinkTo, SelectField, SelectOption};

use crate::cx::PageCx;
use crate::i18n::{self, terms};
use crate::routes;

use super::text;

/// The filter that the page's address asks for.
pub(super) fn asked() -> CaseFilter {
    let query = use_query_map().get_untracked();
    let names = [names::WHOSE, names::STATUS, names::TYPE, names::ORDER];
    let pairs = names.iter().filter_map(|name| Some(format!("{name}={}", routes::encode(&query.get(name)?))));
    CaseFilter::read(&pairs.collect::<Vec<_>>().join("&"))
}

/// Each filter in force in words, with its name in the address.
pub(super) fn told(lang: Lang, types: &CaseTypes, filter: &CaseFilter) -> Vec<(&'static str, String)> {
    [
        (names::WHOSE, filter.whose.map(|whose| whose_words(lang, whose))),
        (names::STATUS, filter.status.map(|status| terms::status(lang, status).to_owned())),
        (names::TYPE, filter.case_type.map(|kind| types.name(lang, &kind).to_owned())),
        (names::ORDER, Some(filter.order).filter(|order| *order == CaseOrder::Nearest).map(|order| order_words(lang, order))),
    ]
    .into_iter()
    .filter_map(|(name, words)| Some((name, words?)))
    .collect()
}

/// The same in one line; "alle" when nothing is narrowed.
pub(super) fn in_one_line(lang: Lang, types: &CaseTypes, filter: &CaseFilter) -> String {
    let told: Vec<String> = told(lang, types, filter).into_iter().map(|(_, words)| words).collect();
    if told.is_empty() { text::all_you_see(lang) } else { told.join("; ") }
}

/// How many there are, the filters in force, each with a way to undo it, and the form to choose others.
pub(super) fn form(lang: Lang, asked: &CaseFilter, total: u64, here: fn(&str) -> String) -> AnyView {
    let remove = |(name, words)| Chip::new(here(&asked.without(name).narrowing()), words, i18n::remove_filter(lang));
    let types = PageCx::current().case_types;
    let chips: Vec<Chip> = told(lang, &types, asked).into_iter().map(remove).collect();
    let whose = Whose::ALL.iter().map(|whose| SelectOption::new(whose.code(), whose_words(lang, *whose))).collect();
    let statuses = Status::ALL.iter().map(|status| SelectOption::new(status.code(), terms::status(lang, *status))).collect();
    let kinds = types.iter().map(|kind| SelectOption::new(kind.case_type.code(), kind.names.of(lang))).collect();
    let orders = CaseOrder::ALL.iter().map(|order| SelectOption::new(order.code(), order_words(lang, *order))).collect();
    let clear = asked.is_narrowed().then(|| LinkTo::new(here(""), i18n::clear_filters(lang)));
    let chosen = |name: &str| asked.pairs().into_iter().find(|(own, _)| *own == name).map(|(_, code)| code);
    let (mine, status, kind, order) = (chosen(names::WHOSE), chosen(names::STATUS), chosen(names::TYPE), asked.order.to_string());
    let (all, every) = (text::all_you_see(lang), i18n::all(lang));
    view! {
        <Filters action=here("") title=i18n::narrow(lang) submit=i18n::show(lang) count=text::counted(lang, total) chips=chips clear=clear>
            <SelectField name=names::WHOSE label=text::whose(lang) options=whose selected=mine empty=all />
            <SelectField name=names::STATUS label=text::status(lang) options=statuses selected=status empty=every.clone() />
            <SelectField name=names::TYPE label=text::about_what(lang) options=kinds selected=kind empty=every />
            <SelectField name=names::ORDER label=text::order(lang) options=orders selected=order />
        </Filters>
    }
    .into_any()
}

fn whose_words(lang: Lang, whose: Whose) -> String {
    match whose {
        Whose::Mine => text::mine(lang),
        Whose::TakingPart => text::taking_part(lang),
        Whose::Club => text::my_club(lang),
    }
}

fn order_words(lang: Lang, order: CaseOrder) -> String {
    match order {
        CaseOrder::Latest => text::by_change(lang),
        CaseOrder::Nearest => text::by_date(lang),
    }
}
