//! Everything that has happened in a case, newest first.

use domain::Lang;
use domain::cases::{Happening, TimelineEntry};
use leptos::prelude::*;
use ui::{IconName, Timeline, TimelineItem};

use crate::format;

use super::text;

/// The whole timeline.
pub(super) fn view(lang: Lang, entries: &[TimelineEntry]) -> AnyView {
    let items: Vec<_> = entries.iter().map(|entry| item(lang, entry)).collect();
    view! { <Timeline>{items}</Timeline> }.into_any()
}

fn item(lang: Lang, entry: &TimelineEntry) -> AnyView {
    let (title, icon, body) = match &entry.what {
        Happening::Opened => (text::event_opened(lang), IconName::Cases, None),
        Happening::Note { body, .. } => (text::event_note(lang), IconName::Note, Some(body.clone())),
        Happening::TaskMade { title, .. } => (text::event_task_made(lang, title), IconName::Plus, None),
        Happening::TaskDone { title, .. } => (text::event_task_done(lang, title), IconName::Check, None),
        Happening::TaskReopened { title, .. } => (text::event_task_reopened(lang, title), IconName::Clock, None),
    };
    view! {
        <TimelineItem title=title time=format::time(lang, entry.at) icon=icon by=entry.by.clone()>
            {body.map(|body| view! { <p class="k-prose">{body}</p> })}
        </TimelineItem>
    }
    .into_any()
}
