//! "Who can see this case?": by name, and what can be done about it.

use domain::participants::{AccessView, Conflicted, Participant, Whom};
use domain::{CaseId, Lang};
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};
use ui::{
    ActionBar, Alert, Button, ButtonLink, ButtonVariant, Details, Form, HiddenField, LinkTo, List, ListItem, Page, PageHeading, Section,
    Tone,
};

use crate::cx::PageCx;
use crate::format;
use crate::layout::PageTitle;
use crate::load::load;
use crate::routes::{self, AccessDone};

use super::{api, text};

/// Those who take part, those who see it by an office, those who are kept out.
#[component]
pub(crate) fn AccessPage() -> impl IntoView {
    let case = use_params_map().get_untracked().get("id").unwrap_or_default();
    let query = use_query_map().get_untracked();
    let done = AccessDone::ALL.into_iter().find(|done| query.get(routes::ACCESS_DONE).as_deref() == Some(done.code()));
    load(move || api::case_access(case.clone()), move |access| show(&access, done))
}

fn show(access: &AccessView, done: Option<AccessDone>) -> AnyView {
    let lang = PageCx::current().lang;
    let receipt = done.map(|done| {
        let words = match done {
            AccessDone::Asked => text::done_asked(lang),
            AccessDone::Ended => text::done_ended(lang),
            AccessDone::Given => text::done_given(lang),
            AccessDone::KeptOut => text::done_kept_out(lang),
            AccessDone::KeptOutOfMeetings => text::done_kept_out_of_meetings(lang),
            AccessDone::LetIn => text::done_let_in(lang),
        };
        view! { <Alert tone=Tone::Success title=words status=true>""</Alert> }
    });
    let id = access.case;
    let (taking_part, by_office) = (taking_part(lang, access), by_office(lang, access));
    let kept_out = access.may_work.then(|| {
        let content = kept_out(lang, access);
        view! { <Section title=text::kept_out_title(lang)>{content}</Section> }
    });
    let mine = access.mine;
    let actions = access.may_work.then(|| {
        view! {
            <ActionBar>
                <ButtonLink href=routes::ask_participant(id) variant=ButtonVariant::Primary>{text::ask(lang)}</ButtonLink>
                {mine.then(|| view! { <ButtonLink href=routes::give_case(id) variant=ButtonVariant::Secondary>{text::give(lang)}</ButtonLink> })}
            </ActionBar>
        }
    });
    let back = LinkTo::new(routes::case(id), text::back(lang, access.number));
    view! {
        <PageTitle page=text::title(lang) />
        <Page>
            {receipt}
            <PageHeading title=text::title(lang) lead=text::lead(lang) back=back />
            <Section title=text::takes_part(lang)>{taking_part}</Section>
            {actions}
            <Section title=text::by_office(lang)>{by_office}</Section>
            {kept_out}
        </Page>
    }
    .into_any()
}

fn line(name: String, meta: Vec<String>, end: Option<AnyView>) -> AnyView {
    let meta: Vec<_> = meta.into_iter().map(|words| view! { <span class="k-meta">{words}</span> }).collect();
    view! {
        <ListItem end=end>
            <div class="k-task">
                <span class="k-task-title">{name}</span>
                {meta}
            </div>
        </ListItem>
    }
    .into_any()
}

fn taking_part(lang: Lang, access: &AccessView) -> AnyView {
    let owner = if access.mine { text::you(lang, &access.owner) } else { access.owner.clone() };
    let owner = line(owner, vec![text::owner(lang)], None);
    let others: Vec<_> = access.participants.iter().map(|one| participant(lang, access, one)).collect();
    view! { <List label=text::takes_part(lang) divided=true>{owner}{others}</List> }.into_any()
}

fn participant(lang: Lang, access: &AccessView, one: &Participant) -> AnyView {
    let role = text::role(lang, one.role);
    let meta = match (one.sees, one.until) {
        (false, _) => text::sees_nothing(lang, &role),
        (true, Some(until)) => text::until(lang, &role, &format::date(lang, until)),
        (true, None) => role,
    };
    let end = access.may_work.then(|| {
        let (person, label) = (one.person.to_string(), text::end_part_of(lang, &one.name));
        let words = view! { <span aria-hidden="true">{text::end_part(lang)}</span><span class="ds-sr-only">{label}</span> };
        button("/api/participants/remove", access.case, ("person", person), words.into_any())
    });
    line(one.name.clone(), vec![meta], end)
}

fn button(action: &'static str, case: CaseId, (name, whom): (&'static str, String), words: AnyView) -> AnyView {
    view! {
        <Form action=action>
            <HiddenField name="case" value=case.to_string() />
            <HiddenField name=name value=whom />
            <Button variant=ButtonVariant::Secondary>{words}</Button>
        </Form>
    }
    .into_any()
}

fn by_office(lang: Lang, access: &AccessView) -> AnyView {
    let PageCx { offices, .. } = PageCx::current();
    let unnamed = match access.unnamed {
        0 => None,
        1 => Some(text::unnamed_one(lang)),
        more => Some(text::unnamed(lang, more)),
    };
    if access.onlookers.is_empty() && unnamed.is_none() {
        return view! { <p>{text::nobody_by_office(lang)}</p> }.into_any();
    }
    let lines: Vec<_> = access
        .onlookers
        .iter()
        .map(|one| {
            let office = text::at(lang, offices.name(lang, &one.why.office), &one.why.unit);
            line(one.name.clone(), vec![if one.reads { text::reads(lang, &office) } else { text::knows(lang, &office) }], None)
        })
        .collect();
    let list = (!lines.is_empty()).then(|| view! { <List label=text::by_office(lang) divided=true>{lines}</List> });
    view! { {list}{unnamed.map(|words| view! { <p class="k-meta">{words}</p> })} }.into_any()
}

fn kept_out(lang: Lang, access: &AccessView) -> AnyView {
    let list = if access.conflicted.is_empty() {
        view! { <p>{text::kept_out_none(lang)}</p> }.into_any()
    } else {
        let lines: Vec<_> = access.conflicted.iter().map(|one| conflicted(lang, access.case, one)).collect();
        view! { <List label=text::kept_out_title(lang) divided=true>{lines}</List> }.into_any()
    };
    let case = access.case;
    view! {
        {list}
        <ActionBar>
            <ButtonLink href=routes::keep_out(case) variant=ButtonVariant::Secondary>{text::keep_out(lang)}</ButtonLink>
        </ActionBar>
    }
    .into_any()
}

fn conflicted(lang: Lang, case: CaseId, one: &Conflicted) -> AnyView {
    let when = format::date(lang, one.made_at.oslo_date());
    let (name, holds, whom) = match &one.whom {
        Whom::Number(number) => (text::by_number(lang, number), text::number_holds(lang), ("member_number", number.clone())),
        Whom::Person(person) if one.name.is_empty() => (text::protected(lang), text::holds(lang), ("person", person.to_string())),
        Whom::Person(person) => (one.name.clone(), text::holds(lang), ("person", person.to_string())),
    };
    let meta =
        vec![if one.holds { holds } else { text::holds_not(lang) }, one.reason.clone(), text::kept_out_by(lang, &one.made_by, &when)];
    let (summary, sure) = (text::let_in_of(lang, &name), text::let_in_sure(lang, &name));
    let end = view! {
        <Details summary=summary>
            <p>{sure}</p>
            {button("/api/participants/let-in", case, whom, text::let_in(lang).into_any())}
        </Details>
    }
    .into_any();
    line(name, meta, Some(end))
}
