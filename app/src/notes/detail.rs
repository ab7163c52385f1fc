//! One note: its text, what was added, and what stood there before.

use domain::Lang;
use domain::notes::{Addition, CHANGE_SECONDS, EarlierText, NoteKind, NoteView};
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};
use ui::{ActionBar, Alert, ButtonLink, ButtonVariant, Details, IconName, LinkTo, Page, PageHeading, Section, Tag, Tone};

use crate::cx::PageCx;
use crate::i18n::terms;
use crate::layout::PageTitle;
use crate::load::load;
use crate::{format, routes};

use super::{api, text};

/// The note, and what may be done with it.
#[component]
pub(crate) fn NotePage() -> impl IntoView {
    let params = use_params_map().get_untracked();
    let (case, note) = (params.get("id").unwrap_or_default(), params.get("note").unwrap_or_default());
    let saved = use_query_map().get_untracked().get(routes::SAVED).is_some();
    load(move || api::note(case.clone(), note.clone()), move |note| show(&note, saved))
}

fn show(note: &NoteView, saved: bool) -> AnyView {
    let lang = PageCx::current().lang;
    let back = LinkTo::new(routes::case(note.case), text::note_in(lang, note.case_number));
    let kind = (note.kind != NoteKind::Internal).then(|| {
        let words = terms::note_kind(lang, note.kind);
        view! { <Tag tone=Tone::Info>{words}</Tag> }
    });
    let written = text::written(lang, &format::time(lang, note.written_at), &note.by);
    let changed = note.changed_at.map(|at| view! { <p class="k-meta">{text::changed(lang, &format::time(lang, at))}</p> });
    let (body, actions) = (note.body.clone(), actions(lang, note));
    let (additions, earlier) = (additions(lang, &note.additions), earlier(lang, &note.earlier));
    view! {
        <PageTitle page=text::note_title(lang) />
        <Page>
            {saved.then(|| view! { <Alert tone=Tone::Success title=text::saved(lang) status=true>""</Alert> })}
            <PageHeading title=text::note_title(lang) back=back>{kind}</PageHeading>
            <p class="k-meta">{written}</p>
            {changed}
            <p class="k-prose">{body}</p>
            {additions}
            {actions}
            {earlier}
        </Page>
    }
    .into_any()
}

fn actions(lang: Lang, note: &NoteView) -> AnyView {
    let (change, add) = (routes::change_note(note.case, note.id), routes::add_to_note(note.case, note.id));
    let until = (note.may_change && note.kind != NoteKind::Private)
        .then(|| text::change_until(lang, &format::time(lang, note.written_at.plus_seconds(CHANGE_SECONDS))));
    let (may_change, may_add) = (note.may_change, note.may_add);
    let buttons = (may_change || may_add).then(|| {
        view! {
            <ActionBar>
                {may_change.then(|| view! {
                    <ButtonLink href=change variant=ButtonVariant::Primary icon=IconName::Edit>{text::change(lang)}</ButtonLink>
                })}
                {may_add.then(|| view! {
                    <ButtonLink href=add variant=ButtonVariant::Secondary icon=IconName::Plus>{text::add(lang)}</ButtonLink>
                })}
            </ActionBar>
        }
    });
    view! { {buttons} {until.map(|until| view! { <p class="k-meta">{until}</p> })} }.into_any()
}

fn additions(lang: Lang, additions: &[Addition]) -> Option<AnyView> {
    let each = |addition: &Addition| {
        let (body, by, at) = (addition.body.clone(), addition.by.clone(), format::time(lang, addition.at));
        view! {
            <p class="k-meta">{at}" · "{by}</p>
            <p class="k-prose">{body}</p>
        }
    };
    let all: Vec<_> = additions.iter().map(each).collect();
    (!all.is_empty()).then(|| view! { <Section title=text::additions(lang)>{all}</Section> }.into_any())
}

fn earlier(lang: Lang, earlier: &[EarlierText]) -> Option<AnyView> {
    let each = |text: &EarlierText| {
        let (body, stood) = (text.body.clone(), text::stood(lang, &format::time(lang, text.from), &format::time(lang, text.until)));
        view! {
            <p class="k-meta">{stood}</p>
            <p class="k-prose">{body}</p>
        }
    };
    let all: Vec<_> = earlier.iter().map(each).collect();
    (!all.is_empty()).then(|| view! { <Details summary=text::earlier(lang)>{all}</Details> }.into_any())
}
