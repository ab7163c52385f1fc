//! One's own part of the organisation: the unit itself, or a choice when there are several.

use domain::org::UnitChoice;
use leptos::prelude::*;
use ui::{CardLink, EmptyState, LinkTo, List, ListItem, Page, PageHeading};

use crate::cx::PageCx;
use crate::i18n::{self, terms};
use crate::layout::PageTitle;
use crate::load::load;
use crate::routes;

use super::{api, text, unit};

/// The page of one's only unit, or links to one's units.
#[component]
pub(crate) fn OrganisationPage() -> impl IntoView {
    let fetch = || async {
        let mine = api::my_units().await?;
        match mine.as_slice() {
            [only] => {
                let view = api::unit(only.unit.id.to_string(), String::new()).await?;
                Ok((Vec::new(), Some(view)))
            }
            _ => Ok((mine, None)),
        }
    };
    load(fetch, |(mine, only)| only.map_or_else(|| choose(&mine), |view| unit::show(view, "")))
}

fn choose(mine: &[UnitChoice]) -> AnyView {
    let lang = PageCx::current().lang;
    let items: Vec<_> = mine
        .iter()
        .map(|choice| {
            let kind = terms::unit_kind(lang, choice.unit.kind).to_owned();
            let meta = choice.above.clone().map_or_else(|| kind.clone(), |above| text::kind_in(lang, &kind, &above));
            let (href, title) = (routes::unit(choice.unit.id, None), choice.unit.name.clone());
            view! { <ListItem><CardLink href=href title=title level=2 meta=vec![meta] /></ListItem> }
        })
        .collect();
    let body = if items.is_empty() {
        view! { <EmptyState title=text::no_units(lang) why=text::no_units_why(lang) /> }.into_any()
    } else {
        view! { <List label=text::title(lang)>{items}</List> }.into_any()
    };
    let lead = (!mine.is_empty()).then(|| text::choose(lang));
    view! {
        <PageTitle page=text::title(lang) />
        <Page>
            <PageHeading title=text::title(lang) lead=lead back=LinkTo::new(routes::MORE, i18n::nav_more(lang)) />
            {body}
        </Page>
    }
    .into_any()
}
