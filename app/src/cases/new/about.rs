//! What is it about?

use domain::cases::{CaseGroup, CaseTypes, Step};
use domain::{Field, Lang};
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};
use ui::{ActionBar, Button, ButtonVariant, Choice, Form, HiddenField, LinkTo, RadioGroup};

use crate::cx::PageCx;
use crate::i18n::{self, terms};
use crate::load::load;
use crate::routes;

use super::api;
use super::progress::Progress;
use super::{frame, text};

/// One choice among the case types, by group, in plain words.
#[component]
pub(crate) fn AboutPage() -> impl IntoView {
    let draft = use_params_map().get_untracked().get("draft").unwrap_or_default();
    let member = use_query_map().get_untracked().get("medlem").unwrap_or_default();
    load(move || api::read_progress(draft.clone()), move |progress| show(&progress, &member))
}

fn show(progress: &Progress, member: &str) -> AnyView {
    let PageCx { lang, case_types, .. } = PageCx::current();
    let errors = frame::errors_at(progress, Step::About);
    let error = errors.of(Field::CaseType).map(|code| terms::error(lang, Field::CaseType, code));
    let question = text::about_question(lang);
    let back = LinkTo::new(routes::TODAY, i18n::nav_today(lang));
    let (draft, member, selected) = (progress.draft.clone(), member.to_owned(), progress.typed.case_type.clone());
    let legend = question.clone();
    let content = view! {
        <Form action="/api/cases/new/about">
            <HiddenField name="draft" value=draft />
            <HiddenField name="member" value=member />
            <RadioGroup
                name=Field::CaseType.code()
                legend=legend
                heading=true
                hint=text::about_hint(lang)
                options=choices(lang, &case_types)
                selected=selected
                error=error
            />
            <ActionBar>
                <Button variant=ButtonVariant::Primary>{i18n::next(lang)}</Button>
            </ActionBar>
        </Form>
    }
    .into_any();
    frame::step(lang, Step::About, progress, Some(back), &question, &errors, content)
}

/// Every type a new case can be of, under the heading of its group.
fn choices(lang: Lang, types: &CaseTypes) -> Vec<Choice> {
    let mut choices = Vec::new();
    for group in CaseGroup::ALL {
        let mut heading = Some(terms::case_group(lang, *group));
        for kind in types.offered().filter(|kind| kind.group == *group) {
            let choice = Choice::new(kind.case_type.code(), kind.names.of(lang)).describe(kind.help.of(lang));
            choices.push(choice.under(heading.take()));
        }
    }
    choices
}
