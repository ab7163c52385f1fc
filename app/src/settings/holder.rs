//! What somebody who holds an office sees, and why they see or do not see a member or a case.

use domain::Lang;
use domain::mandates::MyMandate;
use domain::settings::{Answer, CaseReach, PersonView};
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};
use ui::{
    ActionBar, Alert, Button, ButtonVariant, Fact, Facts, FieldWidth, Form, FormMethod, LinkTo, Page, PageHeading, Section, TextField, Tone,
};

use crate::cx::PageCx;
use crate::layout::PageTitle;
use crate::load::load;
use crate::{format, rights, routes};

use super::{api, parts, text};

/// The person's offices, how much they reach, and a question.
#[component]
pub(crate) fn HolderPage() -> impl IntoView {
    let id = use_params_map().get_untracked().get("id").unwrap_or_default();
    let query = use_query_map().get_untracked();
    let (member, case) = (query.get("medlem").unwrap_or_default(), query.get("sak").unwrap_or_default());
    load(move || api::person_sees(id.clone(), member.clone(), case.clone()), |person| show(&person))
}

fn show(person: &PersonView) -> AnyView {
    let lang = PageCx::current().lang;
    let title = text::person_title(lang, &person.name);
    let mandates: Vec<_> = person.mandates.iter().map(|mandate| gives(lang, mandate)).collect();
    let answer = person.answer.as_ref().map(|answer| answered(lang, answer));
    let (reached, question) = (person.reached, question(lang, person));
    view! {
        <PageTitle page=title.clone() />
        <Page>
            {answer}
            <PageHeading title=title lead=text::person_lead(lang) back=LinkTo::new(routes::HOLDERS, text::holders(lang)) />
            <Section title=text::reach(lang)>
                <Facts>
                    <Fact label=text::column_members(lang)>{format::number(reached.members)}</Fact>
                    <Fact label=text::column_read(lang)>{format::number(reached.read)}</Fact>
                    <Fact label=text::column_known(lang)>{format::number(reached.known)}</Fact>
                </Facts>
                <p class="k-meta">{text::reach_note(lang)}</p>
            </Section>
            {question}
            <Section title=text::gives(lang)>{mandates}</Section>
        </Page>
    }
    .into_any()
}

fn gives(lang: Lang, mandate: &MyMandate) -> AnyView {
    let office = format::sentence(PageCx::current().offices.name(lang, &mandate.office));
    let heading = text::office_at(lang, &office, &mandate.unit);
    let until = mandate.until.map_or_else(|| text::no_end(lang), |date| text::until(lang, &format::date(lang, date)));
    let lines: Vec<_> = rights::lines(mandate.powers.iter().map(|power| (*power, ())))
        .into_iter()
        .map(|(action, breadth, classes, ())| {
            let line = rights::far(lang, &rights::what(lang, action, &classes), &rights::breadth(lang, breadth, &mandate.unit));
            view! { <li>{line}</li> }
        })
        .collect();
    let list =
        if lines.is_empty() { view! { <p>{text::gives_nothing(lang)}</p> }.into_any() } else { view! { <ul>{lines}</ul> }.into_any() };
    view! {
        <h3>{heading}</h3>
        <p class="k-meta">{until}</p>
        {list}
    }
    .into_any()
}

fn question(lang: Lang, person: &PersonView) -> AnyView {
    let (member, case) = match &person.answer {
        Some(Answer::Member { number, .. }) => (number.clone(), String::new()),
        Some(Answer::Case { number, .. }) => (String::new(), number.clone()),
        None => Default::default(),
    };
    let action = routes::holder(person.id);
    view! {
        <Section title=text::ask(lang)>
            <p>{text::ask_hint(lang)}</p>
            <Form action=action method=FormMethod::Get>
                <TextField name="medlem" label=text::ask_member(lang) value=member width=FieldWidth::Medium autocomplete="off" />
                <TextField name="sak" label=text::ask_case(lang) value=case width=FieldWidth::Medium autocomplete="off" input_mode="numeric" />
                <ActionBar><Button variant=ButtonVariant::Secondary>{text::ask_submit(lang)}</Button></ActionBar>
            </Form>
        </Section>
    }
    .into_any()
}

fn answered(lang: Lang, answer: &Answer) -> AnyView {
    let offices = PageCx::current().offices;
    let (tone, title, lines) = match answer {
        Answer::Member { number, why: Some(why), contact } => {
            let contact = if *contact { text::sees_contact(lang) } else { text::sees_no_contact(lang) };
            (Tone::Success, text::sees_member(lang, number), vec![parts::because(lang, &offices, why), contact])
        }
        Answer::Member { number, why: None, .. } => (Tone::Info, text::sees_no_member(lang, number), vec![text::sees_no_member_why(lang)]),
        Answer::Case { number, why: Some((reach, why)) } => {
            let title = match reach {
                CaseReach::Works => text::works_on_case(lang, number),
                CaseReach::Reads => text::reads_case(lang, number),
                CaseReach::Knows => text::knows_case(lang, number),
            };
            (Tone::Success, title, vec![parts::because(lang, &offices, why)])
        }
        Answer::Case { number, why: None } => (Tone::Info, text::knows_no_case(lang, number), vec![text::knows_no_case_why(lang)]),
    };
    let lines: Vec<_> = lines.into_iter().map(|line| view! { <p>{line}</p> }).collect();
    view! { <Alert tone=tone title=title status=true>{lines}</Alert> }.into_any()
}
