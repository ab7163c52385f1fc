//! One task.

use domain::drafts::DraftForm;
use domain::tasks::{COMMENT_MAX, Repeat, TaskView};
use domain::{Field, FieldErrors, Lang, Timestamp};
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};
use ui::{
    ActionBar, Alert, Button, ButtonLink, ButtonVariant, Details, ErrorSummary, Fact, Facts, Form, HiddenField, IconName, LinkTo, Page,
    PageHeading, Section, Tag, TextArea, TextField, Timeline, TimelineItem, Tone,
};

use crate::cx::PageCx;
use crate::i18n::{self, terms};
use crate::layout::PageTitle;
use crate::load::load;
use crate::routes::{self, TaskDone};
use crate::{cases, drafts, earlier, format};

use super::api::{self, TaskSeen};
use super::tick::{self, Ticked};
use super::{fields, text};

/// What is to be done, by whom and when; what has been said of it.
#[component]
pub(crate) fn TaskPage() -> impl IntoView {
    let params = use_params_map().get_untracked();
    let (case, task) = (params.get("id").unwrap_or_default(), params.get("task").unwrap_or_default());
    let done = use_query_map().get_untracked().get(routes::TASK_DONE).unwrap_or_default();
    let done = TaskDone::ALL.into_iter().find(|what| what.code() == done);
    load(move || api::task(case.clone(), task.clone()), move |seen| show(&seen, done))
}

fn show(seen: &TaskSeen, done: Option<TaskDone>) -> AnyView {
    let lang = PageCx::current().lang;
    let task = &seen.task;
    let errors = FieldErrors([&seen.comment.1.0[..], &seen.reason.1.0[..]].concat());
    let summary = fields::summary(lang, &errors);
    let title = task.title.clone();
    let back = LinkTo::new(routes::case(task.case), text::back_to(lang, task.case_number));
    let receipt = done.map(|done| receipt(lang, done));
    let (tags, facts, over) = (tags(lang, task), facts(lang, task), over(lang, task));
    let details = task.details.clone().map(|details| view! { <p class="k-prose">{details}</p> });
    let earlier = earlier::folded(lang, &task.earlier, |was| earlier::text(was));
    let actions = task.may_work.then(|| actions(lang, task));
    let (comments, dropping) = (comments(lang, seen), (task.may_work && task.closed.is_none()).then(|| dropping(lang, seen)));
    view! {
        <PageTitle page=title.clone() has_errors=!errors.is_empty() />
        <Page>
            {receipt}
            <ErrorSummary title=i18n::fix_errors(lang) items=summary />
            <PageHeading title=title back=back>{tags}</PageHeading>
            {over}
            {details}
            {earlier}
            {facts}
            {actions}
            <Section title=text::comments(lang)>{comments}</Section>
            {dropping}
        </Page>
    }
    .into_any()
}

fn receipt(lang: Lang, done: TaskDone) -> AnyView {
    let (tone, words) = match done {
        TaskDone::Ticked | TaskDone::Changed => (Tone::Success, text::saved(lang)),
        TaskDone::Kept => (Tone::Success, text::kept(lang)),
        TaskDone::Commented => (Tone::Success, text::commented(lang)),
        TaskDone::Dropped => (Tone::Success, text::is_dropped(lang)),
        TaskDone::TooLate => (Tone::Warning, text::too_late(lang)),
    };
    view! { <Alert tone=tone title=words status=true>{Vec::<AnyView>::new()}</Alert> }.into_any()
}

fn tags(lang: Lang, task: &TaskView) -> AnyView {
    let near = task.due.filter(|_| task.closed.is_none()).and_then(|due| cases::parts::urgency(lang, due, task.today));
    let over = task.closed.as_ref().map(|closed| match closed.dropped {
        Some(_) => view! { <Tag>{text::dropped(lang)}</Tag> }.into_any(),
        None => view! { <Tag tone=Tone::Success>{text::done(lang)}</Tag> }.into_any(),
    });
    view! { {near}{over} }.into_any()
}

/// That it is over: when, by whom, and why.
fn over(lang: Lang, task: &TaskView) -> Option<AnyView> {
    let closed = task.closed.as_ref()?;
    let at = format::time(lang, closed.at);
    let said = match &closed.dropped {
        Some(reason) => vec![text::dropped_by(lang, &closed.by, &at), text::because(lang, reason)],
        None => vec![text::done_by(lang, &closed.by, &at)],
    };
    let said = said.into_iter().map(|line| view! { <p>{line}</p> }).collect::<Vec<_>>();
    Some(view! { <Alert tone=Tone::Info>{said}</Alert> }.into_any())
}

fn facts(lang: Lang, task: &TaskView) -> AnyView {
    let owner = if task.mine { text::me(lang, &task.owner) } else { task.owner.clone() };
    let due = task.due.map_or_else(|| text::no_date(lang), |due| format::date(lang, due));
    let repeat = (task.repeat != Repeat::Never).then(|| terms::repeat(lang, task.repeat));
    let repeat = repeat.map(|often| view! { <Fact label=terms::field(lang, Field::TaskRepeat)>{often}</Fact> });
    let by_at = |(at, by): &(Timestamp, String)| text::by_at(lang, by, &format::time(lang, *at));
    let (made, changed) = (by_at(&task.made), task.changed.as_ref().map(by_at));
    let changed = changed.map(|changed| view! { <Fact label=text::changed(lang)>{changed}</Fact> });
    view! {
        <Facts>
            <Fact label=text::done_by_whom(lang)>{owner}</Fact>
            <Fact label=text::due(lang)>{due}</Fact>
            {repeat}
            <Fact label=text::made(lang)>{made}</Fact>
            {changed}
        </Facts>
    }
    .into_any()
}

fn actions(lang: Lang, task: &TaskView) -> AnyView {
    let is_dropped = task.closed.as_ref().is_some_and(|closed| closed.dropped.is_some());
    let to = routes::task_after(task.case, task.id, TaskDone::Ticked);
    let (case, id, version, done) = (task.case.to_string(), task.id.to_string(), task.version, task.closed.is_some());
    if is_dropped {
        return view! {
            <Form action="/api/tasks/tick">
                <HiddenField name="case" value=case />
                <HiddenField name="task" value=id />
                <HiddenField name="version" value=version.to_string() />
                <HiddenField name="to" value=to />
                <Button variant=ButtonVariant::Secondary>{text::take_up_again(lang)}</Button>
            </Form>
        }
        .into_any();
    }
    let change = (!done).then(|| {
        view! { <ButtonLink href=routes::change_task(task.case, task.id) variant=ButtonVariant::Secondary icon=IconName::Edit>{i18n::change(lang)}</ButtonLink> }
    });
    let tick = tick::button(lang, &Ticked { case, task: id, title: &task.title, version, done }, &to);
    view! {
        <ActionBar>
            {tick}
            {change}
        </ActionBar>
    }
    .into_any()
}

fn comments(lang: Lang, seen: &TaskSeen) -> AnyView {
    let task = &seen.task;
    let said: Vec<_> = task
        .comments
        .iter()
        .map(|comment| {
            let body = comment.body.clone();
            view! {
                <TimelineItem title=comment.by.clone() time=format::time(lang, comment.at) icon=IconName::Note>
                    <p class="k-prose">{body}</p>
                </TimelineItem>
            }
        })
        .collect();
    let said = if said.is_empty() {
        view! { <p>{text::no_comments(lang)}</p> }.into_any()
    } else {
        view! { <Timeline label=text::comments(lang)>{said}</Timeline> }.into_any()
    };
    let form = task.may_work.then(|| {
        let (case, id, key) = (task.case.to_string(), task.id.to_string(), seen.key.clone());
        let (typed, error) = (seen.comment.0.clone(), fields::error(lang, &seen.comment.1, Field::TaskComment));
        let draft = DraftForm::Comment(task.case, task.id);
        let notice = drafts::parts::saved_first(lang, draft.to_string(), routes::task(task.case, task.id))
            .or_else(|| drafts::parts::notice(lang, draft, seen.comment_kept.filter(|_| error.is_none())));
        view! {
            {notice}
            <Form action="/api/tasks/comment">
                <HiddenField name="case" value=case />
                <HiddenField name="task" value=id />
                <HiddenField name="key" value=key />
                <TextArea
                    name=Field::TaskComment.code()
                    label=text::new_comment(lang)
                    value=typed
                    error=error
                    rows=3
                />
                {drafts::parts::keeper(lang, draft, Field::TaskComment, COMMENT_MAX)}
                <ActionBar>
                    <Button variant=ButtonVariant::Secondary>{text::save_comment(lang)}</Button>
                </ActionBar>
            </Form>
        }
    });
    view! { {said}{form} }.into_any()
}

fn dropping(lang: Lang, seen: &TaskSeen) -> AnyView {
    let (case, id, version) = (seen.task.case.to_string(), seen.task.id.to_string(), seen.task.version.to_string());
    let (typed, error) = (seen.reason.0.clone(), fields::error(lang, &seen.reason.1, Field::Reason));
    let open = error.is_some() || !typed.is_empty();
    let draft = DraftForm::Dropped(seen.task.case, seen.task.id);
    let notice = drafts::parts::notice(lang, draft, seen.reason_kept.filter(|_| error.is_none()));
    view! {
        <Details summary=text::drop(lang) open=open>
            <p>{text::drop_lead(lang)}</p>
            {notice}
            <Form action="/api/tasks/drop">
                <HiddenField name="case" value=case />
                <HiddenField name="task" value=id />
                <HiddenField name="version" value=version />
                <TextField
                    name=Field::Reason.code()
                    label=text::drop_why(lang)
                    hint=text::drop_hint(lang)
                    value=typed
                    error=error
                />
                {drafts::parts::typing(lang, draft)}
                <Button variant=ButtonVariant::Danger>{text::drop(lang)}</Button>
            </Form>
        </Details>
    }
    .into_any()
}
