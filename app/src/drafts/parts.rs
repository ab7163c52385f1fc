//! What a form with a long text says about its draft.

use domain::Lang;
use domain::drafts::{DraftForm, Kept};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use ui::{Alert, Button, ButtonVariant, Form, HiddenField, Tone};

use super::keeper::KeepDraft;
use super::text;
use crate::cx::PageCx;
use crate::{format, routes};

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

/// That what was typed first with the form's key is saved, and what stands in the form now is not: where the address says so,
/// with the status that says it too (422). Leads to what is `saved`, and throws the draft of this `form` away.
pub(crate) fn saved_first(lang: Lang, form: String, saved: String) -> Option<AnyView> {
    let asked = use_query_map().get_untracked().get(routes::SAVED_FIRST)?;
    PageCx::set_status(422);
    // A case that was opened is named in the address.
    let saved = asked.parse().map_or(saved, routes::case);
    Some(
        view! {
            <Alert tone=Tone::Warning title=text::saved_first(lang) status=true>
                <p>{text::not_saved_now(lang)}</p>
                <p><a class="ds-link" href=saved.clone()>{text::see_saved(lang)}</a></p>
                <Form action="/api/drafts/drop">
                    <HiddenField name="form" value=form />
                    <HiddenField name="to" value=saved />
                    <Button variant=ButtonVariant::Secondary>{text::throw_this_away(lang)}</Button>
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
