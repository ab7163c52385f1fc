//! How tasks look in a list.

use domain::tasks::{Repeat, TaskRow};
use domain::{Date, Lang};
use leptos::prelude::*;
use ui::{List, ListItem, Tag, Tone};

use crate::i18n::terms;
use crate::{cases, format, routes};

use super::text;
use super::tick::{self, Ticked};

/// Where the list stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    /// On Today: each task names its case.
    Today,
    /// In its case: each task names who is to do it.
    Case,
    /// In a case the viewer may only read: no ticks.
    ReadOnly,
}

/// The list, in the order it comes.
pub(crate) fn list(lang: Lang, tasks: &[TaskRow], today: Date, place: Place) -> AnyView {
    let items: Vec<_> = tasks.iter().map(|task| item(lang, task, today, place)).collect();
    view! { <List divided=true>{items}</List> }.into_any()
}

fn item(lang: Lang, task: &TaskRow, today: Date, place: Place) -> AnyView {
    let below = match place {
        Place::Today => view! { <a href=routes::case(task.case)>{text::case_number(lang, task.case_number)}</a> }.into_any(),
        Place::Case | Place::ReadOnly => text::owner(lang, &task.owner).into_any(),
    };
    let when = task.due.filter(|_| !task.done).map(|due| match cases::parts::urgency(lang, due, today) {
        Some(tag) => tag,
        None => view! { <Tag>{format::date(lang, due)}</Tag> }.into_any(),
    });
    let over = task.done.then(|| match task.dropped {
        true => view! { <Tag>{text::dropped(lang)}</Tag> }.into_any(),
        false => view! { <Tag tone=Tone::Success>{text::done(lang)}</Tag> }.into_any(),
    });
    let again = (task.repeat != Repeat::Never && !task.done).then(|| terms::repeat(lang, task.repeat));
    let again = again.map(|often| view! { <Tag>{often}</Tag> });
    let end = match place {
        // One that was dropped is taken up again on its own page.
        Place::ReadOnly => over.into_any(),
        _ if task.dropped => over.into_any(),
        Place::Today | Place::Case => {
            let (case, id) = (task.case.to_string(), task.id.to_string());
            let ticked = Ticked { case, task: id, title: &task.title, version: task.version, done: task.done };
            match place {
                Place::Today => tick::button_that_stays(lang, ticked, routes::TODAY),
                _ => tick::button(lang, &ticked, ""),
            }
        }
    };
    let (title, href) = (task.title.clone(), routes::task(task.case, task.id));
    view! {
        <ListItem end=end>
            <div class="k-task">
                <span class="k-task-title"><a href=href>{title}</a></span>
                {when}
                {again}
                <span class="k-meta">{below}</span>
            </div>
        </ListItem>
    }
    .into_any()
}
