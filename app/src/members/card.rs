//! One member's card.

use domain::Lang;
use domain::members::{Employment, MemberCard};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use ui::{Alert, ButtonLink, ButtonVariant, Card, Fact, Facts, IconLink, IconName, LinkTo, Page, PageHeading, Section, Tone};

use crate::cx::PageCx;
use crate::i18n::terms;
use crate::layout::PageTitle;
use crate::load::load;
use crate::{cases, format, routes, why};

use super::{api, text};

/// Contact first, then work, cases and membership.
#[component]
pub(crate) fn MemberPage() -> impl IntoView {
    let id = use_params_map().get_untracked().get("id").unwrap_or_default();
    load(move || api::member(id.clone()), show)
}

fn show(card: MemberCard) -> AnyView {
    let PageCx { lang, offices, .. } = PageCx::current();
    let why = why::sentence(lang, &offices, &card.why);
    let (name, may_open_case, id) = (card.name.clone(), card.may_open_case, card.id);
    let (contact, work, about, membership) =
        (contact(lang, &card), work(lang, &card.employments), about(lang, &card), membership(lang, &card));
    view! {
        <PageTitle page=name.clone() />
        <Page>
            <PageHeading title=name back=LinkTo::new(routes::MEMBERS, text::title(lang)) />
            {card.protected.then(|| view! { <Alert tone=Tone::Warning><p>{text::protected(lang)}</p></Alert> })}
            {contact}
            {may_open_case.then(|| view! {
                <p>
                    <ButtonLink href=routes::new_case_about(id) variant=ButtonVariant::Primary icon=IconName::Plus>
                        {text::new_case_about(lang)}
                    </ButtonLink>
                </p>
            })}
            {work}
            {about}
            {membership}
            <p class="k-meta">{why}</p>
        </Page>
    }
    .into_any()
}

fn contact(lang: Lang, card: &MemberCard) -> AnyView {
    let first = card.name.split(' ').next().unwrap_or_default();
    let phone = card.phone.as_ref().map(|number| {
        let (href, number, call) = (format!("tel:{}", number.replace(' ', "")), number.clone(), text::call(lang, first));
        view! {
            <Fact label=text::phone(lang)>
                <IconLink href=href icon=IconName::Phone external=true>{call}</IconLink>
                <span class="k-meta">{number}</span>
            </Fact>
        }
    });
    let email = card.email.as_ref().map(|address| {
        let (address, mail) = (address.clone(), text::mail(lang, first));
        view! {
            <Fact label=text::email(lang)>
                <IconLink href=format!("mailto:{address}") icon=IconName::Mail external=true>{mail}</IconLink>
                <span class="k-meta">{address.clone()}</span>
            </Fact>
        }
    });
    let missing = if card.contact { text::no_contact(lang) } else { text::contact_hidden(lang) };
    let nothing = (phone.is_none() && email.is_none()).then(|| view! { <p>{missing}</p> });
    let address = Some(card.address.join(", ")).filter(|address| !address.is_empty());
    let address = address.map(|address| view! { <Fact label=text::address(lang)>{address}</Fact> });
    view! { <Section title=text::contact(lang)>{nothing}<Facts>{phone}{email}{address}</Facts></Section> }.into_any()
}

fn work(lang: Lang, employments: &[Employment]) -> AnyView {
    let cards: Vec<_> = employments
        .iter()
        .map(|job| {
            let from = format::date(lang, job.from);
            let period = match job.to {
                Some(to) => text::from_to(lang, &from, &format::date(lang, to)),
                None => text::since(lang, &from),
            };
            let workplace = job.workplace.clone();
            let workplace = match job.workplace_number {
                Some(number) => view! { <a href=routes::employer(number)>{workplace}</a> }.into_any(),
                None => workplace.into_any(),
            };
            let employer = job.employer.as_ref().map(|employer| format!(", {employer}"));
            let title = text::employment(lang, &job.title, job.percent);
            let area = job.tariff_area.map(|area| text::agreement(lang, terms::tariff_area(lang, area)));
            view! {
                <Card>
                    <h3>{title}</h3>
                    <p>{workplace}{employer}</p>
                    <p class="k-meta">{period}</p>
                    {area.map(|area| view! { <p class="k-meta">{area}</p> })}
                </Card>
            }
        })
        .collect();
    let nothing = cards.is_empty().then(|| view! { <p>{text::no_employment(lang)}</p> });
    view! { <Section title=text::employments(lang)>{nothing}<div class="k-cards">{cards}</div></Section> }.into_any()
}

fn about(lang: Lang, card: &MemberCard) -> AnyView {
    let today = card.today;
    let list = if card.cases.is_empty() {
        view! { <p>{text::no_cases(lang, &card.name)}</p> }.into_any()
    } else {
        cases::parts::cards(lang, &card.cases, today)
    };
    view! { <Section title=text::cases(lang)>{list}</Section> }.into_any()
}

fn membership(lang: Lang, card: &MemberCard) -> AnyView {
    let MemberCard { kind, joined, local, section, member_no, national_id, .. } = card.clone();
    view! {
        <Section title=text::membership(lang)>
            <Facts>
                <Fact label=text::kind(lang)>{terms::membership(lang, kind)}</Fact>
                <Fact label=text::joined(lang)>{format::date(lang, joined)}</Fact>
                <Fact label=text::local(lang)>{local}</Fact>
                {section.map(|section| view! { <Fact label=text::section(lang)>{terms::section(lang, section)}</Fact> })}
                <Fact label=text::member_no(lang)>{member_no}</Fact>
                {national_id.map(|id| view! { <Fact label=text::national_id(lang)>{id}</Fact> })}
            </Facts>
        </Section>
    }
    .into_any()
}
