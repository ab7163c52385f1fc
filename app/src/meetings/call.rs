//! The call, as each of those who are called may see it.

use domain::meetings::{Attendee, MeetingStatus, MeetingView, Side, named_to};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use ui::{Alert, CardLink, Fact, Facts, LinkTo, Page, PageHeading, Section, Tone};

use crate::cx::PageCx;
use crate::layout::PageTitle;
use crate::load::load;
use crate::routes;

use super::{api, parts, text};

/// Whom it goes to; and then the page to print or copy.
#[component]
pub(crate) fn CallPage() -> impl IntoView {
    let (case, meeting) = parts::asked();
    let to = use_query_map().get_untracked().get(routes::RECIPIENT).unwrap_or_default();
    load(
        move || api::meeting(case.clone(), meeting.clone()),
        move |meeting| match meeting.attendees.iter().find(|one| one.id.to_string() == to) {
            Some(recipient) => letter(&meeting, recipient),
            None => choose(&meeting),
        },
    )
}

fn choose(meeting: &MeetingView) -> AnyView {
    let lang = PageCx::current().lang;
    let row = &meeting.row;
    let cards: Vec<_> = meeting
        .attendees
        .iter()
        .map(|one| {
            let side = if one.side == Side::Ours { text::for_us(lang) } else { text::for_them(lang) };
            let meta: Vec<String> = [side, one.email.clone()].into_iter().filter(|text| !text.is_empty()).collect();
            view! { <CardLink href=routes::call(row.case, row.id, Some(one.id.to_string())) title=one.name.clone() meta=meta level=2 /> }
        })
        .collect();
    let nobody = meeting.attendees.is_empty().then(|| view! { <p>{text::no_participants(lang)}</p> });
    let back = parts::to_meeting(lang, row);
    view! {
        <PageTitle page=text::call_choose(lang) />
        <Page>
            <PageHeading title=text::call_choose(lang) lead=text::call_choose_lead(lang) back=back />
            {nobody}
            <div class="k-cards">{cards}</div>
        </Page>
    }
    .into_any()
}

/// Nothing of the case stands in it but what the call says, and nobody whom this recipient is not told of.
fn letter(meeting: &MeetingView, recipient: &Attendee) -> AnyView {
    let lang = PageCx::current().lang;
    let row = &meeting.row;
    let title = text::call_title(lang, text::kind(lang, row.kind));
    let back = LinkTo::new(routes::call(row.case, row.id, None), text::call_choose(lang));
    let off = (row.status == MeetingStatus::Cancelled).then(|| view! { <Alert tone=Tone::Warning><p>{text::called_off(lang)}</p></Alert> });
    let points: Vec<_> = meeting.agenda.iter().map(|point| view! { <li>{point.clone()}</li> }).collect();
    let agenda = (!points.is_empty()).then(|| view! { <Section title=text::agenda(lang)><ol class="ds-list">{points}</ol></Section> });
    let to = text::call_to(lang, &recipient.name);
    let (when, place, called_by) = (parts::when(lang, row.starts_at, row.ends_at), row.place.clone(), meeting.called_by.clone());
    let named: Vec<_> = named_to(&meeting.attendees, recipient.id).map(|one| view! { <li>{named(one)}</li> }).collect();
    view! {
        <PageTitle page=title.clone() />
        <Page>
            <PageHeading title=title back=back>
                <span>{to}</span>
            </PageHeading>
            <div class="k-not-printed"><p class="k-meta">{text::call_lead(lang)}</p></div>
            {off}
            <p>{text::call_invites(lang)}</p>
            <Facts>
                <Fact label=text::when(lang)>{when}</Fact>
                <Fact label=text::where_(lang)>{place}</Fact>
                <Fact label=text::called_by(lang)>{called_by}</Fact>
            </Facts>
            {agenda}
            <Section title=text::participants(lang)><ul class="ds-list">{named}</ul></Section>
        </Page>
    }
    .into_any()
}

fn named(one: &Attendee) -> String {
    if one.role.is_empty() { one.name.clone() } else { format!("{}, {}", one.name, one.role) }
}
