//! A protocol as it stands: what each side says, who has signed, and whether it still is what was signed.

pub(crate) mod api;
mod paper;
mod signature;
mod step;

pub use paper::protocol_paper;
pub(crate) use signature::NoteSignaturePage;
pub(crate) use step::ProtocolStepPage;

use domain::documents::FileRefusal;
use domain::meetings::{Check, Protocol, ProtocolStatus, ProtocolView, SignatureView, Step};
use domain::{Field, Lang};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use ui::{
    ActionBar, Alert, Button, ButtonLink, ButtonVariant, Column, Details, Fact, Facts, Form, HiddenField, IconName, List, ListItem, Page,
    PageHeading, PageWidth, Row, Section, SummaryList, SummaryRow, Table, Tag, Tone,
};

use crate::cx::PageCx;
use crate::i18n::{self, terms};
use crate::layout::PageTitle;
use crate::load::load;
use crate::routes::{self, MeetingDone};
use crate::{documents, earlier, format};

use super::{meeting, parts, text};

/// The whole of it.
#[component]
pub(crate) fn ProtocolPage() -> impl IntoView {
    let (case, meeting) = parts::asked();
    let query = use_query_map().get_untracked();
    let number = query.get(routes::PROTOCOL_VERSION).unwrap_or_default();
    let (done, control) = (parts::just_done(), query.get(routes::CONTROL).is_some());
    let why = query.get(routes::NOT_KEPT).and_then(|why| why.parse().ok());
    load(move || api::protocol(case.clone(), meeting.clone(), number.clone()), move |protocol| show(&protocol, done, control, why))
}

/// `why` it was not kept in the case, if that was tried.
fn show(view: &ProtocolView, done: Option<MeetingDone>, control: bool, why: Option<FileRefusal>) -> AnyView {
    let PageCx { lang, me, offices, .. } = PageCx::current();
    let row = &view.meeting;
    let title = text::protocol_title(lang, view.number);
    let status = status(lang, view);
    let older = (!view.latest).then(|| {
        let newest = routes::protocol(row.case, row.id, None);
        view! { <Alert tone=Tone::Info><p>{text::superseded(lang)}" "<a class="ds-link" href=newest>{text::to_protocol(lang)}</a></p></Alert> }
    });
    let name = me.map(|me| me.name).unwrap_or_default();
    let office = view.as_office.as_ref().map(|(office, unit)| format!("{}, {unit}", offices.name(lang, office))).unwrap_or_default();
    let (lead, back) = (parts::title(lang, row.kind, row.starts_at), parts::to_meeting(lang, row));
    let checked = checked(lang, view, control);
    let contents = view.protocol.as_ref().map(|protocol| contents(lang, view, protocol));
    let earlier = earlier::folded(lang, &view.earlier, |(step, was)| earlier::lines(step::told(lang, *step, was)));
    let (signatures, ways) = (signatures(lang, view), ways(lang, view, &name, &office));
    let not_kept = why.map(|why| {
        let words = format::sentence(documents::parts::refused_because(lang, why));
        view! { <Alert tone=Tone::Warning title=text::paper_not_kept(lang) status=true><p>{words}</p></Alert> }
    });
    let paper = view.protocol.is_some().then(|| as_paper(lang, view));
    view! {
        <PageTitle page=title.clone() />
        <Page width=PageWidth::Lists>
            {done.map(|done| parts::receipt(lang, done))}
            {not_kept}
            <PageHeading title=title lead=lead back=back>
                <Tag tone=Tone::Info>{status}</Tag>
            </PageHeading>
            {older}
            {checked}
            {contents}
            {earlier}
            {signatures}
            {paper}
            {ways}
        </Page>
    }
    .into_any()
}

/// How far it has come.
fn status(lang: Lang, view: &ProtocolView) -> String {
    match view.status {
        ProtocolStatus::Signed if view.by_both() => text::by_both(lang),
        ProtocolStatus::Signed => text::by_one(lang),
        other => text::protocol_status(lang, other).to_owned(),
    }
}

/// What is altered is always said; that all is well when it is asked for.
fn checked(lang: Lang, view: &ProtocolView, control: bool) -> Option<AnyView> {
    let (tone, title, what) = match view.check {
        Check::Changed => (Tone::Danger, text::altered(lang), text::altered_what(lang)),
        Check::Missing => (Tone::Danger, text::missing(lang), text::missing_what(lang)),
        _ if !control => return None,
        Check::Whole => (Tone::Success, text::controlled(lang, &format::time(lang, view.now)), text::controlled_whole(lang)),
        Check::Unsigned => (Tone::Info, text::controlled(lang, &format::time(lang, view.now)), text::controlled_unsigned(lang)),
    };
    Some(view! { <Alert tone=tone title=title status=true><p>{what}</p></Alert> }.into_any())
}

/// Whether it can be written in: then each line leads to its question.
fn writes(view: &ProtocolView) -> bool {
    view.may_work && view.latest && view.status == ProtocolStatus::Draft
}

fn contents(lang: Lang, view: &ProtocolView, protocol: &Protocol) -> AnyView {
    let corrects = protocol.corrects.map(|_| view! { <p>{text::corrects(lang, protocol.number.saturating_sub(1))}</p> });
    let told = |text: &str| if text.is_empty() { text::nothing(lang) } else { text.to_owned() };
    let day = |day: Option<domain::Date>| day.map_or_else(|| text::nothing(lang), |day| format::date(lang, day));
    let head = &protocol.head;
    let head = lines(
        lang,
        view,
        Step::Head,
        vec![
            (Field::HeldOn, day(head.held_on)),
            (Field::MeetingPlace, told(&head.place)),
            (Field::EmployerParty, told(&head.employer)),
            (Field::OurParty, told(&head.ours)),
            (Field::Basis, told(&head.basis)),
        ],
    );
    let result =
        lines(lang, view, Step::Result, vec![(Field::EndedOn, day(protocol.ended_on)), (Field::LongerTime, told(&protocol.longer_time))]);
    let comments = lines(
        lang,
        view,
        Step::Comments,
        vec![(Field::EmployerComment, told(&protocol.employer_comment)), (Field::OurComment, told(&protocol.our_comment))],
    );
    let actions = if protocol.actions.is_empty() {
        view! { <p>{text::nothing(lang)}</p> }.into_any()
    } else {
        parts::actions(lang, &protocol.actions)
    };
    let (points, change) = (points(lang, view, protocol), change(lang, view, Step::Actions));
    view! {
        {corrects}
        <Section title=text::head(lang)>{head}</Section>
        <Section title=text::points(lang)>{points}</Section>
        <Section title=text::result(lang)>{result}</Section>
        <Section title=text::comments(lang)>{comments}</Section>
        <Section title=text::to_do(lang)>{actions}{change}</Section>
    }
    .into_any()
}

fn step_of(view: &ProtocolView, step: Step) -> String {
    routes::protocol_step(view.meeting.case, view.meeting.id, step)
}

fn change(lang: Lang, view: &ProtocolView, step: Step) -> Option<AnyView> {
    let link = || view! { <p><a class="ds-link" href=step_of(view, step)>{i18n::change(lang)}<span class="ds-sr-only">": "{text::to_do(lang)}</span></a></p> };
    writes(view).then(|| link().into_any())
}

fn lines(lang: Lang, view: &ProtocolView, step: Step, lines: Vec<(Field, String)>) -> AnyView {
    if !writes(view) {
        let facts: Vec<_> = lines
            .into_iter()
            .map(|(field, text)| view! { <Fact label=terms::field(lang, field)><span class="k-prose">{text}</span></Fact> })
            .collect();
        return view! { <Facts>{facts}</Facts> }.into_any();
    }
    let rows: Vec<_> = lines
        .into_iter()
        .map(|(field, text)| {
            view! {
                <SummaryRow label=terms::field(lang, field) href=step_of(view, step) change=i18n::change(lang)>
                    <span class="k-prose">{text}</span>
                </SummaryRow>
            }
        })
        .collect();
    view! { <SummaryList>{rows}</SummaryList> }.into_any()
}

fn points(lang: Lang, view: &ProtocolView, protocol: &Protocol) -> AnyView {
    if protocol.points.is_empty() {
        let first = writes(view).then(|| view! { <p><a class="ds-link" href=step_of(view, Step::Point(1))>{text::write_on(lang)}</a></p> });
        return view! { <p>{text::no_points(lang)}</p> {first} }.into_any();
    }
    let columns = [Field::Subject, Field::EmployerSays, Field::WeSay, Field::Agreed, Field::Disagreed]
        .map(|field| Column::new(terms::field(lang, field)));
    let cell = |text: &str| {
        let text = if text.is_empty() { "–".to_owned() } else { text.to_owned() };
        view! { <span class="k-prose">{text}</span> }
    };
    let rows = (1_u8..)
        .zip(&protocol.points)
        .map(|(n, point)| {
            let subject = if writes(view) {
                view! { <a class="ds-link" href=step_of(view, Step::Point(n))>{point.subject.clone()}</a> }.into_any()
            } else {
                point.subject.clone().into_any()
            };
            Row::new()
                .cell(subject)
                .cell(cell(&point.employer))
                .cell(cell(&point.ours))
                .cell(cell(&point.agreed))
                .cell(cell(&point.disagreed))
        })
        .collect();
    view! { <Table caption=text::points(lang) hide_caption=true columns=columns.to_vec() rows=rows /> }.into_any()
}

fn signatures(lang: Lang, view: &ProtocolView) -> AnyView {
    let (case, id) = (view.meeting.case, view.meeting.id);
    let list = if view.signatures.is_empty() {
        view! { <p>{text::no_signatures(lang)}</p> }.into_any()
    } else {
        let items: Vec<_> = view.signatures.iter().map(|signature| signed(lang, signature)).collect();
        view! { <List divided=true>{items}</List> }.into_any()
    };
    let control = (view.status == ProtocolStatus::Signed).then(|| {
        let digest = view.digest.clone();
        view! {
            <p>
                <ButtonLink href=routes::protocol_control(case, id, view.number) variant=ButtonVariant::Secondary icon=IconName::Check>
                    {text::control(lang)}
                </ButtonLink>
            </p>
            <Details summary=text::fingerprint(lang)><p class="k-digest">{digest}</p></Details>
        }
    });
    view! { <Section title=text::signatures(lang)>{list}{control}</Section> }.into_any()
}

/// Who signed, how and when.
fn signed(lang: Lang, signature: &SignatureView) -> AnyView {
    let told: Vec<_> = paper::told(lang, signature).into_iter().map(|line| view! { <span class="k-meta">{line}</span> }).collect();
    let name = [&signature.name, &signature.role].into_iter().filter(|text| !text.is_empty()).cloned().collect::<Vec<_>>().join(", ");
    let holds = match signature.holds {
        true => view! { <Tag tone=Tone::Success>{text::holds(lang)}</Tag> }.into_any(),
        false => view! { <Tag tone=Tone::Danger>{text::broken(lang)}</Tag> }.into_any(),
    };
    view! {
        <ListItem end=holds>
            <div class="k-task">
                <span class="k-task-title">{name}</span>
                {told}
            </div>
        </ListItem>
    }
    .into_any()
}

/// To have it as a PDF; and, signed by both, to keep that in the case for ever.
fn as_paper(lang: Lang, view: &ProtocolView) -> AnyView {
    let (case, id) = (view.meeting.case, view.meeting.id);
    let kept = view.kept.as_ref().map(|kept| {
        let (href, name) = (routes::document(case, kept.document), kept.newest.name.clone());
        view! { <p>{text::paper_kept(lang)}" "<a class="ds-link" href=href>{name}</a></p> }
    });
    let may_keep = view.may_work && view.kept.is_none() && view.by_both() && view.check == Check::Whole;
    let keep = may_keep.then(|| {
        let fields = vec![("key", crate::cx::fresh_key())];
        one_button(view, "/api/meetings/protocol/keep", fields, ButtonVariant::Secondary, text::paper_keep(lang))
    });
    let file = routes::protocol_file(case, id, view.number);
    view! {
        <Section title=text::paper(lang)>
            {kept}
            <p>
                <ButtonLink href=file variant=ButtonVariant::Secondary icon=IconName::Document external=true>{text::paper_take(lang)}</ButtonLink>
            </p>
            {keep}
        </Section>
    }
    .into_any()
}

/// A form with one button, for what is done to this version.
fn one_button(
    view: &ProtocolView,
    action: &'static str,
    fields: Vec<(&'static str, String)>,
    variant: ButtonVariant,
    words: String,
) -> AnyView {
    let fields: Vec<_> = fields.into_iter().map(|(name, value)| view! { <HiddenField name=name value=value /> }).collect();
    let (case, meeting) = (view.meeting.case.to_string(), view.meeting.id.to_string());
    let (number, version) = (view.number.to_string(), view.version.to_string());
    view! {
        <Form action=action>
            <HiddenField name="case" value=case />
            <HiddenField name="meeting" value=meeting />
            <HiddenField name="number" value=number />
            <HiddenField name="version" value=version />
            {fields}
            <ActionBar><Button variant=variant>{words}</Button></ActionBar>
        </Form>
    }
    .into_any()
}

/// The next thing to do: show it, sign it, note the other side's signature, correct it.
fn ways(lang: Lang, view: &ProtocolView, name: &str, office: &str) -> AnyView {
    const PRESENT: &str = "/api/meetings/protocol/present";
    if !view.may_work || !view.latest || matches!(view.check, Check::Changed) {
        return ().into_any();
    }
    let (case, id) = (view.meeting.case, view.meeting.id);
    let sign = (!view.signed_by_me).then(|| {
        let key = vec![("key", crate::cx::fresh_key())];
        view! {
            <p>{text::sign_as(lang, name, office)}</p>
            {one_button(view, "/api/meetings/protocol/sign", key, ButtonVariant::Primary, text::sign(lang))}
        }
    });
    let note = || {
        view! {
            <p>
                <ButtonLink href=routes::note_signature(case, id) variant=ButtonVariant::Secondary icon=IconName::Edit>
                    {text::note_signature(lang)}
                </ButtonLink>
            </p>
        }
    };
    match view.status {
        ProtocolStatus::Draft => view! {
            <p>{text::present_why(lang)}</p>
            {one_button(view, PRESENT, vec![("presented", "true".to_owned())], ButtonVariant::Primary, text::present(lang))}
        }
        .into_any(),
        ProtocolStatus::Presented => view! {
            {sign}
            {note()}
            {one_button(view, PRESENT, vec![("presented", "false".to_owned())], ButtonVariant::Tertiary, text::withdraw(lang))}
        }
        .into_any(),
        ProtocolStatus::Signed => view! { {sign}{note()}{meeting::begin(case, id, text::correct(lang))} }.into_any(),
    }
}
