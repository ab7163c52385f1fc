//! How far the sending of files has come. Without script the browser's own bar says it.

use std::cell::Cell;
use std::rc::Rc;

use domain::Lang;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::wasm_bindgen::closure::Closure;
use leptos::web_sys::{Element, HtmlFormElement};
use web_sys::{FormData, ProgressEvent, XmlHttpRequest};

use super::text;

/// Sends the form around it by itself and shows how far that has come, then goes where the answer leads. What goes wrong
/// is said, and leaves the form as it was, to be sent again. Files that are dropped anywhere in the form are chosen.
#[island]
pub fn SendingProgress(lang: Lang, form: String) -> impl IntoView {
    let shown = NodeRef::<leptos::html::Div>::new();
    let under_way = Rc::new(Cell::new(false));
    super::drop_zone::open(form.clone());
    // It lives as long as the page.
    window_event_listener_untyped("submit", move |event| {
        let sent = event.target().and_then(|target| target.dyn_into::<HtmlFormElement>().ok());
        let Some(sent) = sent.filter(|sent| sent.id() == form && !event.default_prevented()) else { return };
        let Some(shown) = shown.get_untracked() else { return };
        if under_way.get() || send(&sent, lang, shown.into(), Rc::clone(&under_way)).is_some() {
            event.prevent_default();
        }
    });
    view! { <div class="k-sending" node_ref=shown><progress max="100" aria-hidden="true" hidden=true></progress><p aria-live="polite"></p></div> }
}

/// Shows how far it has come, in per cent; `None` when nothing is on its way; and says it.
fn show(shown: &Element, percent: Option<i32>, words: &str) {
    if let Some(bar) = shown.first_element_child() {
        let _ = bar.set_attribute("value", &percent.unwrap_or(0).to_string());
        let _ = bar.toggle_attribute_with_force("hidden", percent.is_none());
    }
    if let Some(said) = shown.last_element_child() {
        said.set_text_content(Some(words));
    }
}

/// Begins to send. Nothing when the browser cannot; then it sends the form as it always does.
fn send(form: &HtmlFormElement, lang: Lang, shown: Element, under_way: Rc<Cell<bool>>) -> Option<()> {
    let request = XmlHttpRequest::new().ok()?;
    let fields = FormData::new_with_form(form).ok()?;
    request.open_with_async("POST", &form.action(), true).ok()?;
    request.set_request_header("Accept", "text/html").ok()?;
    let bar = shown.clone();
    let tell = Closure::<dyn FnMut(ProgressEvent)>::new(move |event: ProgressEvent| {
        if event.length_computable() && event.total() > 0.0 {
            #[expect(clippy::cast_possible_truncation, reason = "from 0 to 100")]
            let percent = (event.loaded() / event.total() * 100.0) as i32;
            let words = if percent == 100 { text::being_checked(lang) } else { text::under_way(lang, percent) };
            show(&bar, Some(percent), &words);
        }
    });
    request.upload().ok()?.set_onprogress(Some(tell.as_ref().unchecked_ref()));
    let (answered, here, bar, stop) = (request.clone(), form.clone(), shown.clone(), Rc::clone(&under_way));
    let done = Closure::<dyn FnMut()>::new(move || {
        // It was sent once, and that has to do: the files may be hundreds of megabytes on a telephone's account.
        let words = match answered.status().unwrap_or(0) {
            // Where the answer leads, or, asked for by itself, the page that says why nothing can be added here.
            200..300 | 401 | 403 | 404 | 409 => return drop(window().location().assign(&answered.response_url())),
            413 => text::too_much(lang),
            // No answer, a fault of ours, or one that says: later.
            0 | 408 | 429 | 500.. => text::broken_off(lang),
            _ => text::not_read(lang),
        };
        // Sent again, it is another try (see `SubmitOnce`), with the files as they were chosen and the same key.
        let _ = here.remove_attribute("data-sent");
        stop.set(false);
        show(&bar, None, &words);
    });
    request.set_onloadend(Some(done.as_ref().unchecked_ref()));
    request.send_with_opt_form_data(Some(&fields)).ok()?;
    under_way.set(true);
    show(&shown, Some(0), &text::under_way(lang, 0));
    // They live as long as the page: until it leads on.
    tell.forget();
    done.forget();
    Some(())
}
