//! Search as one types. Without script the same field is an ordinary form.

use std::time::Duration;

use domain::Lang;
use domain::members::MemberPage;
use leptos::leptos_dom::helpers::debounce;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::web_sys::HtmlInputElement;
use ui::{Column, EmptyState, IconLink, IconName, LinkTo, Row, Table};
use wasm_bindgen::JsCast;

use crate::{AppError, i18n, routes};

use super::{api, text};

/// The id of the search form; the filters in force stand beside it and belong to it.
pub(super) const FORM: &str = "medlemssok";

/// What the last search gave.
#[derive(Clone)]
enum Found {
    /// Nothing typed since the page came: the server's own list stands.
    Unasked,
    /// The newest answer, with the words it answers.
    Page(String, MemberPage),
    /// No answer came; the server said that there had been too many.
    Failed(bool),
}

/// The list below the search field: the server's, until something is typed there. `narrowing` are the filters in force, as
/// an address has them; `exports` says whether the viewer takes lists out as files.
#[island]
pub fn MemberSearch(lang: Lang, narrowing: String, exports: bool, children: Children) -> impl IntoView {
    let (found, set_found) = signal(Found::Unasked);
    let asked = StoredValue::new(0_u32);
    let narrowing = StoredValue::new(narrowing);
    let search = move |typed: String| {
        asked.update_value(|count| *count = count.wrapping_add(1));
        let this = asked.get_value();
        spawn_local(async move {
            let Some(narrowing) = narrowing.try_get_value() else { return };
            let answer = api::members(typed.clone(), narrowing.clone(), String::new()).await;
            // An answer that comes after a newer question is of no use.
            if asked.try_get_value() != Some(this) {
                return;
            }
            match answer {
                Ok(page) => {
                    remember(&typed, &routes::members(&typed, &narrowing, None));
                    set_found.try_set(Found::Page(typed, page));
                }
                Err(AppError::Unauthenticated) => {
                    let _ = window().location().reload();
                }
                Err(error) => {
                    set_found.try_set(Found::Failed(matches!(error, AppError::TooManySearches(_))));
                }
            }
        });
    };
    let search = std::cell::RefCell::new(debounce(Duration::from_millis(200), search));
    // It lives as long as the page.
    window_event_listener_untyped("input", move |event| {
        let field = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        if let Some(field) = field.filter(|field| field.form().is_some_and(|form| form.id() == FORM)) {
            (search.borrow_mut())(field.value());
        }
    });
    view! {
        <div aria-live="polite">
            <div class="k-stack" hidden=move || !matches!(found.get(), Found::Unasked)>{children()}</div>
            <div class="k-stack">
                {move || match found.get() {
                    Found::Unasked => ().into_any(),
                    Found::Page(query, page) => results(lang, &query, &narrowing.get_value(), exports, &page),
                    Found::Failed(false) => view! { <p>{text::search_failed(lang)}</p> }.into_any(),
                    Found::Failed(true) => view! { <p>{text::search_stopped(lang)}</p> }.into_any(),
                }}
            </div>
        </div>
    }
}

/// Puts the search in the address, so that coming back brings it back; and in the form of the filters, so that choosing
/// one keeps it.
fn remember(typed: &str, address: &str) {
    if let Ok(Some(field)) = document().query_selector(".k-filters input[name=q]") {
        let _ = field.set_attribute("value", typed);
    }
    if let Ok(history) = window().history() {
        let _ = history.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(address));
    }
}

/// How many, and who, and what can be done with the list; or why there is nobody.
pub(super) fn results(lang: Lang, query: &str, narrowing: &str, exports: bool, page: &MemberPage) -> AnyView {
    if page.total == 0 {
        return nobody(lang, query.trim(), narrowing);
    }
    let columns =
        vec![Column::new(text::column_name(lang)), Column::new(text::column_job(lang)), Column::new(text::column_workplace(lang))];
    let rows: Vec<Row> = page
        .rows
        .iter()
        .map(|row| {
            let joined = |part: fn(&domain::members::Job) -> &String| row.jobs.iter().map(part).cloned().collect::<Vec<_>>().join(", ");
            Row::new()
                .cell(view! { <a href=routes::member(row.id)>{row.name.clone()}</a> })
                .cell(joined(|job| &job.title))
                .cell(joined(|job| &job.workplace))
        })
        .collect();
    let file = exports.then(|| {
        let href = routes::member_file(query, narrowing);
        view! { <IconLink href=href icon=IconName::Document>{text::take_out(lang)}</IconLink> }
    });
    let save = (!narrowing.is_empty()).then(|| {
        let href = routes::segments(narrowing);
        view! { <IconLink href=href icon=IconName::Plus>{text::save_segment(lang)}</IconLink> }
    });
    view! {
        <p class="k-count">{text::counted(lang, page.total)}</p>
        <div class="k-links">{save}{file}</div>
        <Table caption=text::title(lang) columns=columns rows=rows hide_caption=true />
    }
    .into_any()
}

fn nobody(lang: Lang, query: &str, narrowing: &str) -> AnyView {
    let all = (!narrowing.is_empty()).then(|| LinkTo::new(routes::members(query, "", None), i18n::clear_filters(lang)));
    let (title, why) = match (query.is_empty(), narrowing.is_empty()) {
        (true, true) => (text::nobody_here(lang), text::nobody_here_why(lang)),
        (true, false) => (text::nobody_chosen(lang), text::nobody_chosen_why(lang)),
        (false, true) => (text::nobody_found(lang, query), text::nobody_found_why(lang)),
        (false, false) => (text::nobody_found(lang, query), text::nobody_chosen_why(lang)),
    };
    view! { <EmptyState title=title why=why action=all /> }.into_any()
}
