//! How tasks look in a list.

use domain::tasks::TaskRow;
use domain::{Date, Lang};
use leptos::prelude::*;
use ui::{List, ListItem, Tag, Tone};

use crate::{cases, format, routes};

use super::text;
use super::tick::TickTask;

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
    let done = (task.done && place == Place::ReadOnly).then(|| view! { <Tag tone=Tone::Success>{text::done(lang)}</Tag> });
    let end = match place {
        Place::ReadOnly => done.into_any(),
        Place::Today | Place::Case => {
            let to = if place == Place::Today { routes::TODAY.to_owned() } else { String::new() };
            view! {
                <TickTask
                    lang=lang
                    case=task.case.to_string()
                    task=task.id.to_string()
                    title=task.title.clone()
                    version=task.version
                    done=task.done
                    to=to
                    stay=place == Place::Today
                />
            }
            .into_any()
        }
    };
    let title = task.title.clone();
    view! {
        <ListItem end=end>
            <div class="k-task">
                <span class="k-task-title">{title}</span>
                {when}
                <span class="k-meta">{below}</span>
            </div>
        </ListItem>
    }
    .into_any()
}
