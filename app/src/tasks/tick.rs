//! Ticking a task off where it stands. Without script it is an ordinary form.

use domain::Lang;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::web_sys::HtmlFormElement;
use ui::{Button, ButtonVariant, Form, HiddenField, IconName};

use super::{api, text};

/// The button that ticks a task off and takes the tick back.
///
/// `stay`: with script, the page stays as it is and only the button changes. In a case the page is loaded anew
/// instead, because its timeline has changed too.
#[island]
pub fn TickTask(lang: Lang, case: String, task: String, title: String, version: i32, done: bool, to: String, stay: bool) -> impl IntoView {
    let (state, set_state) = signal((done, version));
    let keys = StoredValue::new((case.clone(), task.clone()));
    let submit = move |event: leptos::ev::SubmitEvent| {
        if !stay {
            return;
        }
        event.prevent_default();
        let form = event_target::<HtmlFormElement>(&event);
        let (case, task) = keys.get_value();
        let (done, version) = state.get_untracked();
        spawn_local(async move {
            match api::tick_task(case, task, version, !done, String::new()).await {
                Ok(true) => {
                    set_state.try_set((!done, version.wrapping_add(1)));
                }
                // Whatever it was, the server says it better: send the form the ordinary way.
                Ok(false) | Err(_) => {
                    let _ = form.submit();
                }
            }
        });
    };
    view! {
        <div on:submit=submit class="k-tick" aria-live="polite">
            <Form action="/api/tasks/tick">
                <HiddenField name="case" value=case />
                <HiddenField name="task" value=task />
                <HiddenField name="to" value=to />
                {move || {
                    let (done, version) = state.get();
                    let label = if done { text::mark_undone(lang, &title) } else { text::mark_done(lang, &title) };
                    view! {
                        <HiddenField name="version" value=version.to_string() />
                        <HiddenField name="done" value=(!done).to_string() />
                        <Button variant=if done { ButtonVariant::Tertiary } else { ButtonVariant::Secondary } icon=IconName::Check>
                            <span aria-hidden="true">{if done { text::undo(lang) } else { text::done(lang) }}</span>
                            <span class="ds-sr-only">{label}</span>
                        </Button>
                    }
                        .into_any()
                }}
            </Form>
        </div>
    }
}
