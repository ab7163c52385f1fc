//! Is this right?

use domain::cases::{Before, Step};
use domain::{Date, Lang};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use ui::{ActionBar, Alert, Button, ButtonLink, ButtonVariant, Form, HiddenField, LinkTo, PageHeading, SummaryList, SummaryRow, Tone};

use crate::cases::answers;
use crate::cx::PageCx;
use crate::i18n::{self, terms};
use crate::load::load;
use crate::{format, routes};

use super::api;
use super::progress::Progress;
use super::{before, frame, text};

/// Everything that will be saved, each line with a way to change it.
#[component]
pub(crate) fn CheckPage() -> impl IntoView {
    let draft = use_params_map().get_untracked().get("draft").unwrap_or_default();
    load(move || api::progress_with_before(draft.clone()), |(progress, before)| show(&progress, before.as_ref()))
}

fn show(progress: &Progress, known: Option<&Before>) -> AnyView {
    let lang = PageCx::current().lang;
    let errors = frame::errors_at(progress, Step::Check);
    let question = text::check_question(lang);
    let earlier = progress.typed.step_before(Step::Check, &PageCx::current().case_types).unwrap_or(Step::What);
    let back = LinkTo::new(routes::new_case(&progress.draft, earlier), i18n::back(lang));
    let content = view! {
        <PageHeading title=question.clone() lead=text::check_lead(lang) />
        {before::joined_later(lang, progress, known)}
        {before::alike(lang, progress, known)}
        {summary(lang, progress)}
        {before::endings(lang, progress, known)}
        {finish(lang, progress)}
    }
    .into_any();
    frame::step(lang, Step::Check, progress, Some(back), &question, &errors, content)
}

fn summary(lang: Lang, progress: &Progress) -> AnyView {
    let missing = || text::not_filled_in(lang);
    let (typed, types) = (&progress.typed, PageCx::current().case_types);
    let to = |step| routes::new_case(&progress.draft, step);
    let kind = typed.case_type().map_or_else(|_| missing(), |kind| types.name(lang, &kind).to_owned());
    let who = progress.whom(lang).unwrap_or_else(missing);
    let when = match Date::parse_typed(&typed.happened) {
        Ok(date) => format::date(lang, date),
        Err(_) if typed.happened.trim().is_empty() => missing(),
        Err(_) => typed.happened.clone(),
    };
    let what = Some(typed.description.trim().to_owned()).filter(|what| !what.is_empty()).unwrap_or_else(missing);
    let answers = answer_lines(lang, progress);
    let change = move || i18n::change(lang);
    let (about, who_step, when_step, what_step) = (to(Step::About), to(Step::Who), to(Step::What), to(Step::What));
    view! {
        <SummaryList>
            <SummaryRow label=terms::field_case_type(lang) href=about change=change()>{kind}</SummaryRow>
            <SummaryRow label=terms::field_member(lang) href=who_step change=change()>{who}</SummaryRow>
            <SummaryRow label=text::what_when(lang) href=when_step change=change()>{when}</SummaryRow>
            <SummaryRow label=terms::field_description(lang) href=what_step change=change()>
                <span class="k-prose">{what}</span>
            </SummaryRow>
            {answers}
        </SummaryList>
    }
    .into_any()
}

/// A line for each question that is asked, with the answer as it was typed.
fn answer_lines(lang: Lang, progress: &Progress) -> Vec<AnyView> {
    let (typed, types) = (&progress.typed, PageCx::current().case_types);
    let mut lines = Vec::new();
    for step in typed.steps(&types) {
        let Step::Questions(page) = step else { continue };
        for question in typed.questions(page, &types) {
            let answer = typed.answers.get(&question.id).map(|answer| answer.trim()).filter(|answer| !answer.is_empty());
            let answer = answer.map_or_else(|| text::not_filled_in(lang), |answer| answers::said(lang, &question.said(answer)));
            let (label, href) = (question.label.of(lang).to_owned(), routes::new_case(&progress.draft, step));
            let line = view! {
                <SummaryRow label=label href=href change=i18n::change(lang)>
                    <span class="k-prose">{answer}</span>
                </SummaryRow>
            };
            lines.push(line.into_any());
        }
    }
    lines
}

/// The button that saves; or, when something is missing, the way to it.
fn finish(lang: Lang, progress: &Progress) -> AnyView {
    let open = progress.typed.next_open_step(&PageCx::current().case_types, progress.today);
    let open = if progress.is_known() { open } else { open.min(Step::Who) };
    if open != Step::Check {
        let missing = routes::new_case(&progress.draft, open);
        return view! {
            <Alert tone=Tone::Warning title=text::check_missing(lang)>
                <p>
                    <ButtonLink href=missing variant=ButtonVariant::Primary>{i18n::next(lang)}</ButtonLink>
                </p>
            </Alert>
        }
        .into_any();
    }
    let draft = progress.draft.clone();
    view! {
        <Form action="/api/cases/new/save">
            <HiddenField name="draft" value=draft />
            <ActionBar>
                <Button variant=ButtonVariant::Primary>{text::save(lang)}</Button>
            </ActionBar>
        </Form>
    }
    .into_any()
}
