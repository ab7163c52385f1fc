//! What the type asks: a few questions a page, those that the answers before call for.

use domain::Lang;
use domain::cases::{AnswerKind, NO, Question, Step, YES};
use domain::drafts::DraftForm;
use leptos::prelude::*;
use leptos_router::components::Redirect;
use leptos_router::hooks::use_params_map;
use ui::{ActionBar, Button, ButtonVariant, Choice, DateField, Form, HiddenField, PageHeading, RadioGroup, TextArea};

use crate::cases::text as words;
use crate::cx::PageCx;
use crate::drafts;
use crate::i18n;
use crate::load::load;
use crate::routes;

use super::api;
use super::progress::Progress;
use super::{frame, text};

/// One page of them. The way back is a button, so that it keeps what was typed.
#[component]
pub(crate) fn QuestionsPage() -> impl IntoView {
    let params = use_params_map().get_untracked();
    let draft = params.get("draft").unwrap_or_default();
    let page = params.get("page").and_then(|page| routes::question_page(&page));
    load(move || api::read_progress(draft.clone()), move |progress| show(&progress, page))
}

fn show(progress: &Progress, page: Option<u8>) -> AnyView {
    let PageCx { lang, case_types, .. } = PageCx::current();
    let asked = page.map(|page| (page, progress.typed.questions(page, &case_types))).filter(|(_, asked)| !asked.is_empty());
    let Some((page, asked)) = asked else {
        // Nothing is asked here: another type, or other answers, than when the address was written down.
        let open = progress.typed.next_open_step(&case_types, progress.today);
        return view! { <Redirect path=routes::new_case(&progress.draft, open) /> }.into_any();
    };
    let step = Step::Questions(page);
    let errors = frame::errors_at(progress, step);
    let wrong = if errors.is_empty() { Vec::new() } else { progress.typed.wrong_answers(page, &case_types, progress.today) };
    let title = if page == 0 { text::questions_title(lang) } else { text::questions_more(lang) };
    let fields: Vec<_> = asked
        .into_iter()
        .map(|question| {
            let error = wrong.iter().find(|(id, _)| *id == question.id).map(|(_, code)| frame::answer_error(lang, question, *code));
            field(lang, question, progress.typed.answers.get(&question.id).cloned(), error)
        })
        .collect();
    let draft = progress.draft.clone();
    let keeper = draft.parse().ok().map(|key| drafts::parts::typing(lang, DraftForm::NewCase(key)));
    let content = view! {
        <PageHeading title=title.clone() lead=text::questions_lead(lang) />
        <Form action="/api/cases/new/answers">
            <HiddenField name="draft" value=draft />
            <HiddenField name="page" value=page.to_string() />
            {fields}
            {keeper}
            <ActionBar>
                <Button variant=ButtonVariant::Primary>{i18n::next(lang)}</Button>
                <Button variant=ButtonVariant::Tertiary name="back" value="true">{i18n::back(lang)}</Button>
            </ActionBar>
        </Form>
    }
    .into_any();
    frame::step(lang, step, progress, None, &title, &errors, content)
}

fn field(lang: Lang, question: &Question, typed: Option<String>, error: Option<String>) -> AnyView {
    let (name, label) = (frame::answer_field(question.id), question.label.of(lang).to_owned());
    let hint = question.hint.as_ref().map(|hint| hint.of(lang).to_owned());
    let mark = (!question.required).then(|| i18n::optional(lang));
    match &question.kind {
        AnswerKind::Date { .. } => {
            let how = i18n::date_hint(lang);
            let hint = hint.map_or_else(|| how.clone(), |hint| format!("{hint} {how}"));
            view! { <DateField name=name label=label hint=hint value=typed error=error mark=mark /> }.into_any()
        }
        AnswerKind::Text => view! { <TextArea name=name label=label hint=hint value=typed error=error mark=mark rows=3 /> }.into_any(),
        AnswerKind::YesNo => {
            let options = vec![Choice::new(YES, words::yes(lang)), Choice::new(NO, words::no(lang))];
            radio(lang, question, options, typed, error)
        }
        AnswerKind::Choice(options) => {
            let options = options.iter().map(|option| Choice::new(option.id.code(), option.names.of(lang))).collect();
            radio(lang, question, options, typed, error)
        }
    }
}

/// One answer out of a few; "not known" too, where one need not answer: a radio button cannot be taken back.
fn radio(lang: Lang, question: &Question, mut options: Vec<Choice>, typed: Option<String>, error: Option<String>) -> AnyView {
    if !question.required {
        options.push(Choice::new("", text::not_known(lang)));
    }
    let (name, legend) = (frame::answer_field(question.id), question.label.of(lang).to_owned());
    let hint = question.hint.as_ref().map(|hint| hint.of(lang).to_owned());
    view! { <RadioGroup name=name legend=legend hint=hint options=options selected=typed error=error /> }.into_any()
}
