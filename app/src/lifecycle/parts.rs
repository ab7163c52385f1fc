//! Where a case stands, as other pages show it.

use domain::cases::{CaseView, Status};
use domain::lifecycle::{Closing, Transition, WaitOver, Waiting, WaitingRow};
use domain::{Date, Lang};
use leptos::prelude::*;
use ui::{Alert, Button, ButtonLink, ButtonVariant, CardLink, Form, HiddenField, Tone};

use crate::cx::{PageCx, fresh_key};
use crate::{cases, format, routes};

use super::text;

/// "Venter på arbeidsgiveren til 3. desember 2026".
pub(crate) fn waits(lang: Lang, waiting: WaitingRow) -> String {
    text::waits(lang, text::whom(lang, waiting.for_whom), &format::date(lang, waiting.until))
}

/// The same of one whose words are known too.
pub(crate) fn waits_for(lang: Lang, waiting: &Waiting) -> String {
    waits(lang, WaitingRow { for_whom: waiting.for_whom, until: waiting.until })
}

/// "Avsluttet 3. desember 2026: Vi ble enige", and what was agreed.
pub(super) fn ended(lang: Lang, closing: &Closing) -> AnyView {
    let agreed = closing.agreed.clone().map(|agreed| {
        view! {
            <p class="k-meta">{text::agreed(lang)}</p>
            <p class="k-prose">{agreed}</p>
        }
    });
    view! {
        <p>{closed(lang, closing)}</p>
        {agreed}
    }
    .into_any()
}

/// "Avsluttet 3. desember 2026: Vi ble enige".
pub(crate) fn closed(lang: Lang, closing: &Closing) -> String {
    text::closed_on(lang, closing.outcome.of(lang), &format::date(lang, closing.on))
}

/// What a case waits for or how it ended, above everything else in it; nothing for an open one.
pub(crate) fn standing(lang: Lang, case: &CaseView) -> Option<AnyView> {
    if let Some(waiting) = &case.waiting {
        let over = waiting.until <= case.today;
        let tone = if over { Tone::Warning } else { Tone::Info };
        let note = waiting.note.clone().map(|note| view! { <p class="k-prose">{note}</p> });
        let over = over.then(|| view! { <p>{text::waits_over(lang)}</p> });
        return Some(view! { <Alert tone=tone title=waits_for(lang, waiting)>{note}{over}</Alert> }.into_any());
    }
    if case.status != Status::Closed {
        return None;
    }
    let ended = case.closing.as_ref().map(|closing| ended(lang, closing));
    let ask = (!case.moves.contains(&Transition::Reopen)).then(|| view! { <p>{text::ask_owner(lang, &case.owner)}</p> });
    Some(
        view! {
            <Alert tone=Tone::Info title=text::closed(lang)>
                {ended}
                <p>{text::closed_means(lang)}</p>
                {ask}
            </Alert>
        }
        .into_any(),
    )
}

/// The step that comes first for a case that waits or is closed.
pub(crate) fn first_step(lang: Lang, case: &CaseView) -> Option<AnyView> {
    if case.moves.contains(&Transition::GoOn) {
        let (id, version, key) = (case.id.to_string(), case.version.to_string(), fresh_key());
        return Some(
            view! {
                <Form action="/api/lifecycle/go-on">
                    <HiddenField name="case" value=id />
                    <HiddenField name="version" value=version />
                    <HiddenField name="key" value=key />
                    <Button variant=ButtonVariant::Primary>{text::go_on(lang)}</Button>
                </Form>
            }
            .into_any(),
        );
    }
    let reopen = || {
        view! { <ButtonLink href=routes::reopen_case(case.id) variant=ButtonVariant::Primary>{text::reopen(lang)}</ButtonLink> }.into_any()
    };
    case.moves.contains(&Transition::Reopen).then(reopen)
}

/// The steps beside: to wait, and to close.
pub(crate) fn other_steps(lang: Lang, case: &CaseView) -> Vec<AnyView> {
    let wait = if case.waiting.is_some() { text::wait_longer(lang) } else { text::wait(lang) };
    [(Transition::Wait, routes::set_to_wait(case.id), wait), (Transition::Close, routes::close_case(case.id), text::close(lang))]
        .into_iter()
        .filter(|(transition, ..)| case.moves.contains(transition))
        .map(|(_, href, words)| view! { <ButtonLink href=href variant=ButtonVariant::Secondary>{words}</ButtonLink> }.into_any())
        .collect()
}

/// Cases that have waited long enough, on Today.
pub(crate) fn waited(lang: Lang, rows: &[WaitOver], today: Date) -> AnyView {
    let types = PageCx::current().case_types;
    let card = |row: &WaitOver| {
        let title = waits(lang, row.waiting);
        let meta = vec![text::back_to(lang, row.number), types.name(lang, &row.case_type).to_owned(), text::waits_over(lang)];
        let near = cases::parts::urgency(lang, row.waiting.until, today);
        view! { <CardLink href=routes::case(row.case) title=title meta=meta>{near}</CardLink> }
    };
    let cards: Vec<_> = rows.iter().map(card).collect();
    view! { <div class="k-cards">{cards}</div> }.into_any()
}
