//! Ticking a task off where it stands. Without script it is an ordinary form.

use std::cell::Cell;
use std::rc::Rc;

use domain::Lang;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::web_sys::{Element, HtmlElement, HtmlFormElement};
use ui::{Button, ButtonVariant, Form, HiddenField, IconName};
use wasm_bindgen::JsCast;

use super::{api, text};

/// A task, as far as ticking it off needs to know it.
pub(super) struct Ticked<'a> {
    pub(super) case: String,
    pub(super) task: String,
    pub(super) title: &'a str,
    pub(super) version: i32,
    pub(super) done: bool,
}

/// The button that ticks a task off or takes the tick back, and leads to `to`, or else to the case: the page comes anew,
/// because its timeline has changed too.
pub(super) fn button(lang: Lang, ticked: &Ticked<'_>, to: &str) -> AnyView {
    let form = form(lang, ticked, to);
    view! { <div class="k-tick">{form}</div> }.into_any()
}

/// The same; with script the page stays as it is, and the button becomes the one that turns it back.
pub(super) fn button_that_stays(lang: Lang, ticked: Ticked<'_>, to: &str) -> AnyView {
    let (case, task, version, done) = (ticked.case.clone(), ticked.task.clone(), ticked.version, ticked.done);
    let now = form(lang, &ticked, to);
    let back = form(lang, &Ticked { done: !done, version: version.wrapping_add(1), ..ticked }, to);
    view! {
        <TickTask case=case task=task version=version done=done>
            <div class="k-tick__one">{now}</div>
            <div class="k-tick__one" hidden=true>{back}</div>
        </TickTask>
    }
    .into_any()
}

fn form(lang: Lang, ticked: &Ticked<'_>, to: &str) -> AnyView {
    let (done, version) = (ticked.done, ticked.version.to_string());
    let label = if done { text::mark_undone(lang, ticked.title) } else { text::mark_done(lang, ticked.title) };
    let (case, task, to) = (ticked.case.clone(), ticked.task.clone(), to.to_owned());
    view! {
        <Form action="/api/tasks/tick">
            <HiddenField name="case" value=case />
            <HiddenField name="task" value=task />
            <HiddenField name="to" value=to />
            <HiddenField name="version" value=version />
            <HiddenField name="done" value=(!done).to_string() />
            <Button variant=if done { ButtonVariant::Tertiary } else { ButtonVariant::Secondary } icon=IconName::Check>
                <span aria-hidden="true">{if done { text::undo(lang) } else { text::done(lang) }}</span>
                <span class="ds-sr-only">{label}</span>
            </Button>
        </Form>
    }
    .into_any()
}

/// Sends whichever of two forms is shown, and then shows the other. The forms come from the server: the browser's program
/// need not know how they are made.
#[island]
pub fn TickTask(case: String, task: String, version: i32, done: bool, children: Children) -> impl IntoView {
    let forms = NodeRef::<leptos::html::Div>::new();
    let state = Rc::new(Cell::new((done, version)));
    let sending = Rc::new(Cell::new(false));
    // It lives as long as the page.
    window_event_listener_untyped("submit", move |event| {
        let sent = event.target().and_then(|target| target.dyn_into::<HtmlFormElement>().ok());
        let (Some(form), Some(forms)) = (sent, forms.get_untracked()) else { return };
        if event.default_prevented() || !forms.contains(Some(&form)) {
            return;
        }
        event.prevent_default();
        if sending.replace(true) {
            return;
        }
        let (case, task, state, sending) = (case.clone(), task.clone(), Rc::clone(&state), Rc::clone(&sending));
        spawn_local(async move {
            let (done, version) = state.get();
            let answer = api::tick_task(case, task, version, !done, String::new()).await;
            sending.set(false);
            // It may be sent again; see `SubmitOnce`.
            let _ = form.remove_attribute("data-sent");
            match answer {
                Ok(true) => {
                    let next = version.wrapping_add(1);
                    state.set((!done, next));
                    // A page that is not as it was made is had anew.
                    if turn(&forms, next).is_none() {
                        let _ = window().location().reload();
                    }
                }
                // Whatever it was, the server says it better: send the form the ordinary way.
                Ok(false) | Err(_) => {
                    let _ = form.submit();
                }
            }
        });
    });
    view! {
        <div class="k-tick" aria-live="polite" node_ref=forms>
            {children()}
        </div>
    }
}

/// Shows the other form, and stands at its button; both are about this version now.
fn turn(forms: &Element, version: i32) -> Option<()> {
    let find = |selector| forms.query_selector(selector).ok().flatten();
    let (shown, other) = (find(".k-tick__one:not([hidden])")?, find(".k-tick__one[hidden]")?);
    for one in [&shown, &other] {
        one.query_selector("[name=version]").ok()??.set_attribute("value", &version.to_string()).ok()?;
    }
    shown.set_attribute("hidden", "").ok()?;
    other.remove_attribute("hidden").ok()?;
    other.query_selector("button").ok()??.unchecked_into::<HtmlElement>().focus().ok()
}
