//! Who sees what: every office.

use domain::settings::{MatrixView, Proposed, Step};
use leptos::prelude::*;
use ui::{ActionBar, ButtonLink, ButtonVariant, CardLink, IconName, LinkTo, Page, PageHeading};

use crate::cx::PageCx;
use crate::layout::PageTitle;
use crate::load::load;
use crate::{format, routes};

use super::{api, parts, text};

/// The offices, each with a way to its rights.
#[component]
pub(crate) fn MatrixPage() -> impl IntoView {
    load(api::matrix, |matrix| show(&matrix))
}

fn show(matrix: &MatrixView) -> AnyView {
    let lang = PageCx::current().lang;
    let cards: Vec<_> = matrix
        .offices
        .iter()
        .map(|office| {
            let facts = &office.facts;
            let meta = vec![text::held_in(lang, &parts::places(lang, &facts.held_at)), text::counted(lang, office.rights.len())];
            let title = format::sentence(facts.names.of(lang));
            view! { <CardLink href=routes::office_rights(facts.office) title=title level=2 meta=meta /> }
        })
        .collect();
    let new = matrix.may_change.then(|| {
        let (href, label) = (routes::change(Proposed::NewOffice, Step::Office), text::new_office(lang));
        view! { <ActionBar><ButtonLink href=href variant=ButtonVariant::Secondary icon=IconName::Plus>{label}</ButtonLink></ActionBar> }
    });
    let in_force = parts::in_force(lang, &matrix.version);
    view! {
        <PageTitle page=text::matrix(lang) />
        <Page>
            <PageHeading title=text::matrix(lang) lead=text::matrix_lead(lang) back=LinkTo::new(routes::SETTINGS, text::title(lang)) />
            <p>{in_force}" "<a class="ds-link" href=routes::POLICY_VERSIONS>{text::versions(lang)}</a></p>
            <div class="k-cards">{cards}</div>
            {new}
        </Page>
    }
    .into_any()
}
