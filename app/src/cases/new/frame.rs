//! What stands around every step.

use domain::cases::{Question, QuestionId, Step};
use domain::drafts::DraftForm;
use domain::{Code, Field, FieldErrors, Lang};
use leptos::prelude::*;
use ui::{BackLink, ErrorItem, ErrorSummary, LinkTo, Page, Steps, field_id};

use crate::cx::PageCx;
use crate::drafts;
use crate::i18n::{self, terms};
use crate::layout::PageTitle;
use crate::routes;

use super::progress::Progress;
use super::text;

/// The errors that belong to a step: what was refused elsewhere is said there.
pub(super) fn errors_at(progress: &Progress, step: Step) -> FieldErrors {
    let of_step = |field: &Field| step == Step::Check || step.fields().contains(field);
    FieldErrors(progress.errors.0.iter().filter(|(field, _)| of_step(field)).copied().collect())
}

/// The name of a question's field.
pub(super) fn answer_field(question: QuestionId) -> String {
    format!("answers[{question}]")
}

/// What is wrong with an answer, in the question's own words.
pub(super) fn answer_error(lang: Lang, question: &Question, code: Code) -> String {
    let chosen = !matches!(question.kind, domain::cases::AnswerKind::Date { .. } | domain::cases::AnswerKind::Text);
    terms::error_at(lang, question.label.of(lang).trim_end_matches('?'), chosen, code)
}

/// A line of the error summary leads to its field: on this page, or on that of the step which asks for it.
fn item(lang: Lang, step: Step, draft: &str, field: Field, code: Code) -> ErrorItem {
    let text = terms::error(lang, field, code);
    match [Step::About, Step::Who, Step::What].into_iter().find(|other| other.fields().contains(&field)) {
        Some(other) if other != step => leads_to(draft, other, field.code(), text),
        _ => ErrorItem::field(field.code(), text),
    }
}

fn leads_to(draft: &str, step: Step, field: &str, text: String) -> ErrorItem {
    ErrorItem::new(format!("{}#{}", routes::new_case(draft, step), field_id(field)), text)
}

/// A line for each answer that is wrong: on this page of questions, or on any.
fn answer_items(lang: Lang, step: Step, progress: &Progress) -> Vec<ErrorItem> {
    let types = PageCx::current().case_types;
    let mut items = Vec::new();
    for other in progress.typed.steps(&types) {
        let Step::Questions(page) = other else { continue };
        if step != Step::Check && step != other {
            continue;
        }
        let asked = progress.typed.questions(page, &types);
        for (id, code) in progress.typed.wrong_answers(page, &types, progress.today) {
            let Some(question) = asked.iter().find(|question| question.id == id) else { continue };
            let (name, text) = (answer_field(id), answer_error(lang, question, code));
            items.push(if step == other { ErrorItem::field(&name, text) } else { leads_to(&progress.draft, other, &name, text) });
        }
    }
    items
}

/// The way back, the step count, errors, and the step itself.
pub(super) fn step(
    lang: Lang,
    step: Step,
    progress: &Progress,
    back: Option<LinkTo>,
    question: &str,
    errors: &FieldErrors,
    content: AnyView,
) -> AnyView {
    let mut items: Vec<ErrorItem> = Vec::new();
    for (field, code) in &errors.0 {
        match field {
            Field::Answers => items.extend(answer_items(lang, step, progress)),
            field => items.push(item(lang, step, &progress.draft, *field, *code)),
        }
    }
    let draft = progress.draft.parse().map(|key| DraftForm::NewCase(key).to_string()).unwrap_or_default();
    let saved_first = drafts::parts::saved_first(lang, draft, routes::CASES.to_owned());
    let count = text::step(lang, step.number(), Step::COUNT);
    view! {
        <PageTitle page=question has_errors=!items.is_empty() />
        <Page>
            {back.map(|to| view! { <BackLink to=to /> })}
            <Steps label=count current=u32::from(step.number()) total=u32::from(Step::COUNT) />
            <ErrorSummary title=i18n::fix_errors(lang) items=items />
            {saved_first}
            {content}
        </Page>
    }
    .into_any()
}
