//! What can be set here.

use domain::settings::MatrixView;
use leptos::prelude::*;
use ui::{CardLink, LinkTo, Page, PageHeading};

use crate::cx::PageCx;
use crate::i18n;
use crate::layout::PageTitle;
use crate::load::load;
use crate::routes;

use super::types::text as types;
use super::{api, parts, text};

/// The ways into the settings.
#[component]
pub(crate) fn SettingsPage() -> impl IntoView {
    load(api::matrix, |matrix| show(&matrix))
}

fn show(matrix: &MatrixView) -> AnyView {
    let lang = PageCx::current().lang;
    let in_force = parts::in_force(lang, &matrix.version);
    view! {
        <PageTitle page=text::title(lang) />
        <Page>
            <PageHeading title=text::title(lang) lead=text::lead(lang) back=LinkTo::new(routes::MORE, i18n::nav_more(lang)) />
            <div class="k-cards">
                <CardLink href=routes::MATRIX title=text::matrix(lang) level=2 meta=vec![text::matrix_about(lang), in_force] />
                <CardLink href=routes::POLICY_VERSIONS title=text::versions(lang) level=2 meta=vec![text::versions_about(lang)] />
                <CardLink href=routes::CASE_TYPES title=types::title(lang) level=2 meta=vec![types::about(lang)] />
                <CardLink href=routes::HOLDERS title=text::holders(lang) level=2 meta=vec![text::holders_about(lang)] />
            </div>
        </Page>
    }
    .into_any()
}
