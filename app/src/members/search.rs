//! Search as one types. Without script the same field is an ordinary form.

use std::time::Duration;

use domain::Lang;
use domain::members::MemberPage;
use leptos::leptos_dom::helpers::debounce;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::web_sys::HtmlInputElement;
use ui::{Column, EmptyState, HiddenField, Row, SearchField, Table};

use crate::{AppError, i18n, routes};

use super::{api, text};

/// What the last search gave.
#[derive(Clone)]
enum Found {
    /// Nothing typed since the page came: the server's own list stands.
    Unasked,
    /// The newest answer, with the words it answers.
    Page(String, MemberPage),
    /// No answer came.
    Failed,
}

/// The search field, and below it the list: the server's, until something is typed.
#[island]
pub fn MemberSearch(lang: Lang, query: String, workplace: String, children: Children) -> impl IntoView {
    let (found, set_found) = signal(Found::Unasked);
    let asked = StoredValue::new(0_u32);
    let place = workplace.clone();
    let search = move |typed: String| {
        let workplace = place.clone();
        asked.update_value(|count| *count = count.wrapping_add(1));
        let this = asked.get_value();
        spawn_local(async move {
            let answer = api::members(typed.clone(), workplace.clone(), String::new()).await;
            // An answer that comes after a newer question is of no use.
            if asked.try_get_value() != Some(this) {
                return;
            }
            match answer {
                Ok(page) => {
                    remember(&routes::members(&typed, &workplace, None));
                    set_found.try_set(Found::Page(typed, page));
                }
                Err(AppError::Unauthenticated) => {
                    let _ = window().location().reload();
                }
                Err(_) => {
                    set_found.try_set(Found::Failed);
                }
            }
        });
    };
    let mut search = debounce(Duration::from_millis(200), search);
    let typed = move |event: leptos::ev::Event| search(event_target::<HtmlInputElement>(&event).value());
    view! {
        <div class="k-stack">
        <div on:input=typed>
            <SearchField action=routes::MEMBERS label=text::search_label(lang) submit=i18n::search(lang) value=query hint=text::search_hint(lang)>
                <HiddenField name="arbeidsplass" value=workplace />
            </SearchField>
        </div>
        <div aria-live="polite">
            <div class="k-stack" hidden=move || !matches!(found.get(), Found::Unasked)>{children()}</div>
            <div class="k-stack">
                {move || match found.get() {
                    Found::Unasked => ().into_any(),
                    Found::Page(query, page) => results(lang, &query, &page),
                    Found::Failed => view! { <p>{text::search_failed(lang)}</p> }.into_any(),
                }}
            </div>
        </div>
        </div>
    }
}

/// Puts the search in the address, so that coming back brings it back.
fn remember(address: &str) {
    if let Ok(history) = window().history() {
        let _ = history.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(address));
    }
}

/// How many, and who; or why there is nobody.
pub(super) fn results(lang: Lang, query: &str, page: &MemberPage) -> AnyView {
    if page.total == 0 {
        return if query.trim().is_empty() {
            view! { <EmptyState title=text::nobody_here(lang) why=text::nobody_here_why(lang) /> }.into_any()
        } else {
            view! { <EmptyState title=text::nobody_found(lang, query.trim()) why=text::nobody_found_why(lang) /> }.into_any()
        };
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
    view! {
        <p class="k-count">{text::counted(lang, page.total)}</p>
        <Table caption=text::title(lang) columns=columns rows=rows hide_caption=true />
    }
    .into_any()
}
