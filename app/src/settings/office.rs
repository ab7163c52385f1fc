//! What one office may see and do, how far, and why.

use domain::Lang;
use domain::settings::{MatrixView, OfficeRights, Proposed, Step};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use ui::{ActionBar, ButtonLink, ButtonVariant, Column, EmptyState, LinkTo, Page, PageHeading, PageWidth, Row, Table};

use crate::cx::PageCx;
use crate::layout::PageTitle;
use crate::load::load;
use crate::{AppError, error_view, format, rights, routes};

use super::{api, parts, text};

/// The rights of an office.
#[component]
pub(crate) fn OfficePage() -> impl IntoView {
    let code = use_params_map().get_untracked().get("office").unwrap_or_default();
    load(api::matrix, move |matrix| match matrix.offices.iter().find(|office| office.facts.office.code() == code) {
        Some(office) => show(&matrix, office),
        None => {
            PageCx::set_status(404);
            error_view::of(&AppError::NotFound)
        }
    })
}

fn show(matrix: &MatrixView, office: &OfficeRights) -> AnyView {
    let lang = PageCx::current().lang;
    let facts = &office.facts;
    let title = format::sentence(facts.names.of(lang));
    let lead = text::office_lead(lang, &parts::places(lang, &facts.held_at));
    let list = if office.rights.is_empty() {
        view! { <EmptyState title=text::no_rights(lang) why=text::office_none_why(lang) /> }.into_any()
    } else {
        table(lang, office)
    };
    let change = matrix.may_change.then(|| {
        let rights = routes::change(Proposed::Office(facts.office), Step::Rights);
        let office = routes::change(Proposed::Facts(facts.office), Step::Office);
        view! {
            <ActionBar>
                <ButtonLink href=rights variant=ButtonVariant::Primary>{text::change_rights(lang)}</ButtonLink>
                <ButtonLink href=office variant=ButtonVariant::Secondary>{text::change_office(lang)}</ButtonLink>
            </ActionBar>
        }
    });
    let about = [text::code_is(lang, facts.office.code()), parts::single(lang, facts.single), parts::agreement(lang, facts.of_agreement)];
    let about = about.join(" ");
    let in_force = parts::in_force(lang, &matrix.version);
    view! {
        <PageTitle page=title.clone() />
        <Page width=PageWidth::Lists>
            <PageHeading title=title lead=lead back=LinkTo::new(routes::MATRIX, text::matrix(lang)) />
            <p class="k-meta">{about}</p>
            {change}
            {list}
            <p class="k-meta">{in_force}</p>
        </Page>
    }
    .into_any()
}

/// What the table of the policy says in several lines is told in one where it can be.
fn table(lang: Lang, office: &OfficeRights) -> AnyView {
    let columns = vec![Column::new(text::column_right(lang)), Column::new(text::column_far(lang)), Column::new(text::column_why(lang))];
    let place = parts::places(lang, &office.facts.held_at);
    let rows = rights::lines(office.rights.iter().map(|right| (right.power, right.reason.as_str())))
        .into_iter()
        .map(|(action, breadth, classes, reason)| {
            Row::new()
                .cell(rights::what(lang, action, &classes))
                .cell(format::sentence(&rights::breadth(lang, breadth, &place)))
                .cell(view! { <span lang="nb">{reason.to_owned()}</span> })
        })
        .collect();
    view! { <Table caption=text::matrix(lang) hide_caption=true columns=columns rows=rows /> }.into_any()
}
