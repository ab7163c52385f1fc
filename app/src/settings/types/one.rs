//! One case type: what it asks, how it ends, what is to be done, and what goes with a case that is handed on.

use domain::Lang;
use domain::cases::{AnswerKind, Condition, Question, TypeFacts, TypeTask, YES};
use domain::settings::TypesView;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use ui::{Fact, Facts, LinkTo, List, ListItem, Page, PageHeading, Section, Tag, Tone};

use crate::cx::PageCx;
use crate::i18n::terms;
use crate::layout::PageTitle;
use crate::load::load;
use crate::settings::api;
use crate::{AppError, error_view, format, routes};

use super::{list, text};

/// All that is true of a type, in words.
#[component]
pub(crate) fn TypePage() -> impl IntoView {
    let code = use_params_map().get_untracked().get("type").unwrap_or_default();
    load(api::case_types, move |types| match types.types.iter().find(|facts| facts.case_type.code() == code) {
        Some(facts) => show(&types, facts),
        None => {
            PageCx::set_status(404);
            error_view::of(&AppError::NotFound)
        }
    })
}

fn show(types: &TypesView, facts: &TypeFacts) -> AnyView {
    let lang = PageCx::current().lang;
    let (title, lead) = (facts.names.of(lang).to_owned(), facts.help.of(lang).to_owned());
    let kinds: Vec<&str> = facts.kinds.iter().map(|kind| text::kind(lang, *kind)).collect();
    let (group, kinds) = (terms::case_group(lang, facts.group), format::sentence(&format::either(lang, &kinds)));
    let (sensitivity, description) = (text::sensitivity(lang, facts.sensitivity), text::goes_along(lang, facts.shares_description));
    let questions: Vec<_> = facts.questions.iter().map(|question| asked(lang, facts, question)).collect();
    let outcomes: Vec<_> = facts
        .outcomes
        .iter()
        .map(|outcome| {
            let name = outcome.names.of(lang).to_owned();
            view! { <ListItem>{name}</ListItem> }
        })
        .collect();
    let tasks: Vec<_> = facts.tasks.iter().map(|task| task_item(lang, facts, task)).collect();
    let closed = facts.closed.then(|| view! { <Tag tone=Tone::Warning>{text::closed(lang)}</Tag> });
    let (code, in_force) = (text::code_is(lang, facts.case_type.code()), list::in_force(lang, &types.now));
    view! {
        <PageTitle page=title.clone() />
        <Page>
            <PageHeading title=title lead=lead back=LinkTo::new(routes::CASE_TYPES, text::title(lang))>
                {closed}
            </PageHeading>
            <Facts>
                <Fact label=text::group(lang)>{group}</Fact>
                <Fact label=text::who_reads(lang)>{sensitivity}</Fact>
                <Fact label=text::about_how_many(lang)>{kinds}</Fact>
                <Fact label=text::description_shared(lang)>{description}</Fact>
            </Facts>
            {section(text::questions(lang), questions)}
            {section(text::outcomes(lang), outcomes)}
            {section(text::tasks(lang), tasks)}
            <p class="k-meta">{code}" "{in_force}</p>
        </Page>
    }
    .into_any()
}

fn section(title: String, items: Vec<impl IntoView + 'static>) -> Option<AnyView> {
    (!items.is_empty()).then(|| view! { <Section title=title><List divided=true>{items}</List></Section> }.into_any())
}

fn asked(lang: Lang, facts: &TypeFacts, question: &Question) -> AnyView {
    let answers = match &question.kind {
        AnswerKind::Date { past: true } => text::past_date(lang),
        AnswerKind::Date { past: false } => text::any_date(lang),
        AnswerKind::Text => text::words(lang),
        AnswerKind::YesNo => text::yes_or_no(lang),
        AnswerKind::Choice(options) => format::either(lang, &options.iter().map(|option| option.names.of(lang)).collect::<Vec<_>>()),
    };
    let required = if question.required { text::required(lang) } else { text::optional(lang) };
    let when = question.when.map(|when| text::asked_when(lang, &condition(lang, facts, when)));
    let lines = [Some(answers), Some(required), when, Some(text::goes_along(lang, question.shared))];
    item(question.label.of(lang), lines.into_iter().flatten())
}

fn task_item(lang: Lang, facts: &TypeFacts, task: &TypeTask) -> AnyView {
    let due = task.due.map(|due| {
        let after = due.after.and_then(|question| facts.question(question)).map(|question| question.label.of(lang));
        match (due.days, after) {
            (0, None) => text::due_at_once(lang),
            (days, None) => text::due_after(lang, days),
            (0, Some(question)) => text::due_on_answer(lang, question),
            (days, Some(question)) => text::due_after_answer(lang, days, question),
        }
    });
    let when = task.when.map(|when| text::done_when(lang, &condition(lang, facts, when)));
    item(task.title.of(lang), [due, when].into_iter().flatten())
}

/// "«Er oppsigelsen skriftlig?» er besvart med «Ja»".
fn condition(lang: Lang, facts: &TypeFacts, when: Condition) -> String {
    let Some(question) = facts.question(when.question) else { return String::new() };
    let answer = match &question.kind {
        AnswerKind::Choice(options) => options.iter().find(|option| option.id == when.is).map(|option| option.names.of(lang).to_owned()),
        _ if when.is.code() == YES => Some(text::yes(lang)),
        _ => Some(text::no(lang)),
    };
    text::answered(lang, question.label.of(lang), &answer.unwrap_or_default())
}

fn item(title: &str, lines: impl Iterator<Item = String>) -> AnyView {
    let (title, lines) = (title.to_owned(), lines.map(|line| view! { <p class="k-meta">{line}</p> }).collect::<Vec<_>>());
    view! {
        <ListItem>
            <p>{title}</p>
            {lines}
        </ListItem>
    }
    .into_any()
}
