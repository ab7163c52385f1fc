//! What wakes up in the browser on every page.

use leptos::prelude::*;

/// A form that is on its way is not sent again by a second click.
///
/// The server makes one thing of two clicks anyway; this only shows that something is happening.
#[island]
pub fn SubmitOnce() -> impl IntoView {
    Effect::new(|| {
        let sent = window_event_listener(leptos::ev::submit, |event| {
            let form = event_target::<leptos::web_sys::HtmlFormElement>(&event);
            if event.default_prevented() || form.method() != "post" || form.has_attribute("data-download") {
                return;
            }
            if form.has_attribute("data-sent") {
                event.prevent_default();
            } else {
                // The attribute is also what the style sheet dims the button by.
                let _ = form.set_attribute("data-sent", "");
            }
        });
        // Coming back by the browser's own button, the form can be sent again.
        let back = window_event_listener(leptos::ev::pageshow, |_| {
            while let Ok(Some(form)) = document().query_selector("form[data-sent]") {
                let _ = form.remove_attribute("data-sent");
            }
        });
        on_cleanup(move || {
            sent.remove();
            back.remove();
        });
    });
}
