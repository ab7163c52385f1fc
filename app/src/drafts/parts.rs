//! What a form with a long text says about its draft.

use domain::Lang;
use domain::drafts::{DraftForm, Kept};
use leptos::prelude::*;
use ui::{Alert, Button, ButtonVariant, Form, HiddenField, Tone};

use super::keeper::KeepDraft;
use super::text;
use crate::format;

/// "Du har et utkast fra i går kl. 14.30", and a way to throw it away.
pub(crate) fn notice(lang: Lang, form: DraftForm, kept: Option<Kept>) -> Option<AnyView> {
    let Kept { at, today } = kept?;
    let clock = format::clock(at);
    let when = match at.oslo_date().days_until(today) {
        0 => text::today_at(lang, &clock),
        1 => text::yesterday_at(lang, &clock),
        _ => format::time(lang, at),
    };
    Some(
        view! {
            <Alert tone=Tone::Info title=text::you_have(lang, &when)>
                <p>{text::it_is_below(lang)}</p>
                <Form action="/api/drafts/drop">
                    <HiddenField name="form" value=form.to_string() />
                    <Button variant=ButtonVariant::Secondary>{text::throw_away(lang)}</Button>
                </Form>
            </Alert>
        }
        .into_any(),
    )
}

/// Keeps what is typed in the form around it.
pub(crate) fn typing(lang: Lang, form: DraftForm) -> AnyView {
    view! { <KeepDraft lang=lang form=form.to_string() field=String::new() max=0 /> }.into_any()
}

/// The same, with a word about how much room is left. `field` is its longest one, which takes `max` characters.
pub(crate) fn keeper(lang: Lang, form: DraftForm, field: domain::Field, max: u32) -> AnyView {
    view! { <KeepDraft lang=lang form=form.to_string() field=field.code().to_owned() max=max /> }.into_any()
}
