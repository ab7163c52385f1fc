//! The last page before new rules are put in force: what differs, what would happen, and why.

use domain::Lang;
use domain::org::Offices;
use domain::settings::{CheckView, OfficeTouched, Proposed, Reached, Step};
use leptos::prelude::*;
use leptos_router::components::Redirect;
use leptos_router::hooks::use_params_map;
use ui::{
    ActionBar, Alert, Button, ButtonLink, ButtonVariant, Column, EmptyState, ErrorItem, ErrorSummary, Form, HiddenField, LinkTo, Page,
    PageHeading, PageWidth, Row, Section, Steps, Table, TextField, Tone,
};

use crate::cx::PageCx;
use crate::i18n;
use crate::layout::PageTitle;
use crate::load::load;
use crate::{format, routes};

use super::{api, office_form, parts, text};

/// Other rights for one office.
#[component]
pub(crate) fn CheckOfficePage() -> impl IntoView {
    let office = use_params_map().get_untracked().get("office").unwrap_or_default();
    let what = office.parse().map(Proposed::Office).ok();
    load(move || api::check_change(office.clone(), String::new(), String::new()), move |check| page(what, check))
}

/// An earlier version, once more.
#[component]
pub(crate) fn BringBackPage() -> impl IntoView {
    let version = use_params_map().get_untracked().get("version").unwrap_or_default();
    let what = version.parse().map(Proposed::Version).ok();
    load(move || api::check_change(String::new(), String::new(), version.clone()), move |check| page(what, check))
}

/// A new office.
#[component]
pub(crate) fn CheckNewOfficePage() -> impl IntoView {
    check_facts(office_form::NEW.to_owned(), Some(Proposed::NewOffice))
}

/// Another name for an office, or other facts about it.
#[component]
pub(crate) fn CheckFactsPage() -> impl IntoView {
    let office = use_params_map().get_untracked().get("office").unwrap_or_default();
    let what = office.parse().map(Proposed::Facts).ok();
    check_facts(office, what)
}

fn check_facts(facts: String, what: Option<Proposed>) -> impl IntoView {
    load(move || api::check_change(String::new(), facts.clone(), String::new()), move |check| page(what, check))
}

/// `what` is known whenever the server had an answer.
fn page(what: Option<Proposed>, check: Result<CheckView, Step>) -> AnyView {
    match (check, what) {
        (Ok(check), _) => show(&check),
        // Something is still missing: back to where it is asked for.
        (Err(step), Some(what)) => view! { <Redirect path=routes::change(what, step) /> }.into_any(),
        (Err(_), None) => ().into_any(),
    }
}

fn show(check: &CheckView) -> AnyView {
    let PageCx { lang, offices, .. } = PageCx::current();
    let back = |step| LinkTo::new(routes::change(check.what, step), i18n::back(lang));
    let (title, back) = match check.what {
        Proposed::Office(office) => (text::check_title(lang, offices.name(lang, &office)), back(Step::Rights)),
        Proposed::NewOffice => (text::new_office(lang), back(Step::Office)),
        Proposed::Facts(office) => (text::change_office_title(lang, offices.name(lang, &office)), back(Step::Office)),
        Proposed::Version(0) => (text::bring_back_standard(lang), LinkTo::new(routes::policy_version(0), parts::version(lang, 0))),
        Proposed::Version(version) => {
            (text::bring_back_title(lang, version), LinkTo::new(routes::policy_version(version), parts::version(lang, version)))
        }
    };
    let items: Vec<ErrorItem> = check.wrong.iter().map(|(_, wrong)| ErrorItem::field("note", parts::note_wrong(lang, *wrong))).collect();
    let steps = matches!(check.what, Proposed::Office(_)).then(|| view! { <Steps label=text::step(lang, 3) current=3 total=3 /> });
    let body = if check.base != check.now.version {
        meanwhile(lang, &offices, check)
    } else if check.changes.is_empty() {
        view! { <EmptyState title=text::no_differences(lang) why=text::no_differences_why(lang) action=change_more(lang, check) /> }
            .into_any()
    } else {
        whole(lang, &offices, check)
    };
    view! {
        <PageTitle page=title.clone() has_errors=!items.is_empty() />
        <Page width=PageWidth::Lists>
            <ErrorSummary title=i18n::fix_errors(lang) items=items />
            <PageHeading title=title lead=text::check_lead(lang) back=back />
            {steps}
            {body}
        </Page>
    }
    .into_any()
}

fn change_more(lang: Lang, check: &CheckView) -> Option<LinkTo> {
    match check.what {
        Proposed::Office(_) => Some(LinkTo::new(routes::change(check.what, Step::Rights), text::change_more(lang))),
        Proposed::NewOffice | Proposed::Facts(_) => Some(LinkTo::new(routes::change(check.what, Step::Office), text::change_more(lang))),
        Proposed::Version(_) => None,
    }
}

/// What the form is about, hidden in it.
fn about(what: Proposed) -> AnyView {
    match what {
        Proposed::Office(office) => view! { <HiddenField name="office" value=office.code().to_owned() /> }.into_any(),
        Proposed::NewOffice => view! { <HiddenField name="facts" value=office_form::NEW /> }.into_any(),
        Proposed::Facts(office) => view! { <HiddenField name="facts" value=office.code().to_owned() /> }.into_any(),
        Proposed::Version(version) => view! { <HiddenField name="version" value=version.to_string() /> }.into_any(),
    }
}

/// Others were quicker: what they have changed, and the way on.
fn meanwhile(lang: Lang, offices: &Offices, check: &CheckView) -> AnyView {
    let (at, by) = check.now.made.clone().map_or_else(Default::default, |(at, by)| (format::time(lang, at), by));
    let (now, seen) = (check.now.version, check.now.version.to_string());
    let (changes, about) = (parts::changes(lang, offices, &check.meanwhile), about(check.what));
    view! {
        <Alert tone=Tone::Warning title=text::meanwhile(lang)><p>{text::meanwhile_text(lang, now, &by, &at)}</p></Alert>
        <Section title=text::meanwhile_changes(lang)>{changes}</Section>
        <Form action="/api/settings/go-on">
            {about}
            <HiddenField name="seen" value=seen />
            <ActionBar><Button variant=ButtonVariant::Primary>{text::meanwhile_go_on(lang)}</Button></ActionBar>
        </Form>
    }
    .into_any()
}

fn whole(lang: Lang, offices: &Offices, check: &CheckView) -> AnyView {
    let changes = parts::changes(lang, offices, &check.changes);
    let touched: Vec<_> = check.dry_run.offices.iter().map(|office| touched(lang, offices, office)).collect();
    let sampled = check.dry_run.offices.iter().any(|office| !office.sample.is_empty());
    let warning = if check.gives_self {
        view! { <Alert tone=Tone::Warning title=text::gives_self(lang)><p>{text::gives_self_text(lang)}</p></Alert> }.into_any()
    } else {
        view! { <p>{text::seen_by_officer(lang)}</p> }.into_any()
    };
    let error = check.wrong.first().map(|(_, wrong)| parts::note_wrong(lang, *wrong));
    let (key, base, note, about) = (check.key.clone(), check.base.to_string(), check.note.clone(), about(check.what));
    let more = change_more(lang, check)
        .map(|more| view! { <ButtonLink href=more.href variant=ButtonVariant::Secondary>{more.label}</ButtonLink> });
    view! {
        <Section title=text::differences(lang)>{changes}</Section>
        {(!touched.is_empty()).then(|| view! {
            <Section title=text::dry_run(lang)>
                {sampled.then(|| view! { <p>{text::sample(lang)}" "{text::reach_note(lang)}</p> })}
                {touched}
            </Section>
        })}
        {warning}
        <Form action="/api/settings/publish">
            {about}
            <HiddenField name="key" value=key />
            <HiddenField name="base" value=base />
            <TextField name="note" label=text::note(lang) hint=text::note_hint(lang) value=note error=error />
            <ActionBar>
                <Button variant=ButtonVariant::Primary>{text::publish(lang)}</Button>
                {more}
            </ActionBar>
        </Form>
    }
    .into_any()
}

fn touched(lang: Lang, offices: &Offices, touched: &OfficeTouched) -> AnyView {
    let office = offices.name(lang, &touched.office);
    let count = match touched.holders {
        0 => text::touched_none(lang, office),
        1 => text::touched_one(lang, office),
        many => text::touched(lang, office, &format::number(many)),
    };
    if touched.sample.is_empty() {
        return view! { <p>{count}</p> }.into_any();
    }
    let columns = vec![
        Column::new(text::column_where(lang)),
        Column::numeric(text::column_members(lang)),
        Column::numeric(text::column_read(lang)),
        Column::numeric(text::column_known(lang)),
    ];
    let rows = touched
        .sample
        .iter()
        .map(|one| {
            let cell = |of: fn(&Reached) -> u64| before_after(lang, of(&one.before), of(&one.after));
            Row::new()
                .cell(one.unit.clone())
                .cell(cell(|reach| reach.members))
                .cell(cell(|reach| reach.read))
                .cell(cell(|reach| reach.known))
        })
        .collect();
    view! {
        <p>{count}</p>
        <Table caption=text::sample_caption(lang, office) columns=columns rows=rows />
    }
    .into_any()
}

fn before_after(lang: Lang, before: u64, after: u64) -> String {
    if before == after { format::number(after) } else { text::before_after(lang, &format::number(before), &format::number(after)) }
}
