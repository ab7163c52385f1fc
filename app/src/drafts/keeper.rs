//! Keeps what is typed, in the browser: sends it to the server, and nowhere else.
//!
//! Nothing is put in the browser's own store, which the next person at the same computer could read. Without coverage
//! the text stays where it is, in the form, and is sent when there is some.

use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

use domain::Lang;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::web_sys::{Element, Event, HtmlElement, HtmlFormElement, Node, js_sys};
use wasm_bindgen::{JsCast, JsValue};

use super::{api, text};
use crate::{AppError, format};

/// While somebody types, no more often than this.
const EVERY: Duration = Duration::from_secs(2);
/// After a failure, no more often than this.
const AGAIN: Duration = Duration::from_secs(5);
/// How near the end of the room the count begins.
const NEAR: u32 = 2_000;

/// What the island remembers between two letters, and where it says it. Plain cells, and words put straight into the
/// page: every page pays for what is in the browser's program, and signals are dear.
struct Keeping {
    lang: Lang,
    /// Which form, as the server knows it.
    form: String,
    /// The name of the field whose room is counted, if one is, and the most it takes.
    field: String,
    max: u32,
    line: NodeRef<leptos::html::P>,
    /// Something was typed that is not sent.
    waiting: Cell<bool>,
    /// Something is on its way.
    sending: Cell<bool>,
    /// A moment to send is set.
    set: Cell<bool>,
}

impl Keeping {
    /// The line under the field, and the form both stand in, when what happened, happened in it.
    fn around(&self, event: &Event) -> Option<(HtmlElement, HtmlFormElement)> {
        let line: HtmlElement = self.line.get_untracked()?.into();
        let form = form_around(&line)?;
        let own = event.target()?.dyn_into::<Node>().is_ok_and(|at| form.contains(Some(&at)));
        own.then_some((line, form))
    }

    fn typed(self: &Rc<Self>, event: &Event) -> Option<()> {
        let (line, form) = self.around(event)?;
        self.waiting.set(true);
        self.send_in(EVERY, form.clone());
        let typed = form.query_selector(&format!("[name=\"{}\"]", self.field)).ok()??;
        let length = property(&typed, "value")?.as_string()?.chars().count();
        line.last_element_child()?.set_text_content(self.room(u32::try_from(length).unwrap_or(u32::MAX)).as_deref());
        None
    }

    /// How much room is left, when there is little.
    fn room(&self, length: u32) -> Option<String> {
        match self.max.checked_sub(length) {
            None => Some(text::over(self.lang, &format::number(u64::from(length - self.max)))),
            Some(left) if left < NEAR => Some(text::left(self.lang, &format::number(u64::from(left)))),
            Some(_) => None,
        }
    }

    fn say(&self, words: &str) {
        if let Some(said) = self.line.get_untracked().and_then(|line| line.first_element_child()) {
            said.set_text_content(Some(words));
        }
    }

    /// Sends what is waiting, after this long; at most one such wait at a time.
    fn send_in(self: &Rc<Self>, wait: Duration, form: HtmlFormElement) {
        if self.sending.get() || self.set.replace(true) {
            return;
        }
        let this = Rc::clone(self);
        set_timeout(
            move || {
                this.set.set(false);
                this.send(form);
            },
            wait,
        );
    }

    fn send(self: &Rc<Self>, form: HtmlFormElement) {
        // A form that is on its way takes everything with it; see `SubmitOnce`.
        if !self.waiting.get() || self.sending.get() || form.has_attribute("data-sent") {
            return;
        }
        let Some(fields) = typed_in(&form) else { return };
        self.waiting.set(false);
        self.sending.set(true);
        let this = Rc::clone(self);
        spawn_local(async move {
            let answer = api::keep_draft(this.form.clone(), fields).await;
            this.sending.set(false);
            // No coverage, or a fault of ours, goes over; whoever is logged out or may not write here is not helped by more.
            let (said, again) = match answer {
                Ok(at) => (text::kept_at(this.lang, &format::clock(at)), this.waiting.get().then_some(EVERY)),
                Err(error) => {
                    this.waiting.set(true);
                    match error {
                        AppError::Unauthenticated => (text::logged_out(this.lang), None),
                        AppError::Unavailable | AppError::Internal(_) => (text::not_kept(this.lang), Some(AGAIN)),
                        AppError::Forbidden | AppError::NotFound => (text::not_here(this.lang), None),
                        _ => (text::not_kept(this.lang), None),
                    }
                }
            };
            this.say(&said);
            if let Some(wait) = again {
                this.send_in(wait, form);
            }
        });
    }
}

/// The fields of a form, as the browser would send them.
fn typed_in(form: &HtmlFormElement) -> Option<String> {
    let made_of = |class: &str, from: &JsValue| {
        let class: js_sys::Function = property(&js_sys::global(), class)?.dyn_into().ok()?;
        js_sys::Reflect::construct(&class, &js_sys::Array::of1(from)).ok()
    };
    let fields = made_of("URLSearchParams", &made_of("FormData", form)?)?;
    fields.unchecked_into::<js_sys::Object>().to_string().as_string()
}

fn property(of: &JsValue, name: &str) -> Option<JsValue> {
    js_sys::Reflect::get(of, &name.into()).ok()
}

/// The form around an element.
fn form_around(element: &Element) -> Option<HtmlFormElement> {
    element.closest("form").ok().flatten()?.dyn_into().ok()
}

/// A calm line under a long field that says when the draft was kept. Screen readers are not told of every letter.
#[island]
pub fn KeepDraft(lang: Lang, form: String, field: String, max: u32) -> impl IntoView {
    let line = NodeRef::<leptos::html::P>::new();
    let (waiting, sending, set) = Default::default();
    let keeping = Rc::new(Keeping { lang, form, field, max, line, waiting, sending, set });
    let left = Rc::clone(&keeping);
    // They live as long as the page.
    window_event_listener_untyped("input", move |event| {
        keeping.typed(&event);
    });
    window_event_listener_untyped("focusout", move |event| {
        if let Some((_, form)) = left.around(&event) {
            left.send(form);
        }
    });
    view! { <p class="k-meta k-draft" node_ref=line><span></span><span class="k-draft__room"></span></p> }
}
