//! Several members, chosen one at a time.

use domain::Lang;
use domain::cases::{GROUP_MAX, GROUP_MIN};
use leptos::prelude::*;
use ui::{ActionBar, Button, ButtonVariant, Form, HiddenField, List, ListItem, Section};

use crate::format;

use crate::cases::new::progress::Progress;
use crate::cases::new::text;

/// Those who were chosen, each with a way out, and the way on when there are enough.
pub(super) fn chosen(lang: Lang, progress: &Progress) -> Option<AnyView> {
    let count = progress.people.len();
    if count == 0 {
        return None;
    }
    let items: Vec<_> = progress
        .people
        .iter()
        .map(|person| {
            let (name, label) = (person.name.clone(), text::several_remove_name(lang, &person.name));
            let button = view! {
                <Button variant=ButtonVariant::Tertiary name="remove" value=person.id.to_string()>
                    <span aria-hidden="true">{text::several_remove(lang)}</span>
                    <span class="ds-sr-only">{label}</span>
                </Button>
            }
            .into_any();
            view! { <ListItem end=button>{name}</ListItem> }
        })
        .collect();
    let (number, most) = (format::number(count as u64), format::number(GROUP_MAX.into()));
    let (draft, enough) = (progress.draft.clone(), count >= GROUP_MIN as usize);
    let next = if enough { text::several_go_on(lang, &number) } else { text::several_one_more(lang) };
    let title = text::several_chosen(lang, &number, &most);
    let go_on = if enough {
        let draft = progress.draft.clone();
        view! {
            <Form action="/api/cases/new/members">
                <HiddenField name="draft" value=draft />
                <ActionBar>
                    <Button variant=ButtonVariant::Primary>{next}</Button>
                </ActionBar>
            </Form>
        }
        .into_any()
    } else {
        view! { <p class="k-meta">{next}</p> }.into_any()
    };
    Some(
        view! {
            <Section title=title>
                <Form action="/api/cases/new/members">
                    <HiddenField name="draft" value=draft />
                    <List divided=true>{items}</List>
                </Form>
                {go_on}
            </Section>
        }
        .into_any(),
    )
}
