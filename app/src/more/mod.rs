//! More: who am I here, which language, and the way out.

use domain::Lang;
use leptos::prelude::*;
use ui::{Button, ButtonLink, ButtonVariant, Fact, Facts, Form, HiddenField, IconName, Page, PageHeading, Section};

use crate::cx::PageCx;
use crate::i18n::{self, texts};
use crate::layout::PageTitle;
use crate::{format, routes};

texts! {
    title() { nb: "Mer", nn: "Meir", en: "More" }
    my_offices() { nb: "Vervene dine", nn: "Verva dine", en: "Your offices" }
    what_they_give() { nb: "Se hva vervene gir deg", nn: "Sjå kva verva gjev deg", en: "See what your offices give you" }
    at_unit(unit: &str) { nb: "i {unit}", nn: "i {unit}", en: "at {unit}" }
    until(date: &str) { nb: "til {date}", nn: "til {date}", en: "until {date}" }
    access_log() { nb: "Innsynslogg", nn: "Innsynslogg", en: "Access log" }
    access_log_why() {
        nb: "Som personvernombud kan du se hvem som har sett på medlemmer og saker.",
        nn: "Som personvernombod kan du sjå kven som har sett på medlemer og saker.",
        en: "As data protection officer you can see who has looked at members and cases.",
    }
    access_log_open() { nb: "Se loggen", nn: "Sjå loggen", en: "See the log" }
    logged_in_as(name: &str) { nb: "Du er logget inn som {name}.", nn: "Du er logga inn som {name}.", en: "You are logged in as {name}." }
    organisation() { nb: "Organisasjonen", nn: "Organisasjonen", en: "The organisation" }
    organisation_open() { nb: "Se verv, tall og det som mangler", nn: "Sjå verv, tal og det som manglar", en: "See offices, numbers and what is missing" }
    member_registry() { nb: "Medlemsregisteret", nn: "Medlemsregisteret", en: "The member registry" }
    see_imports() { nb: "Se filene vi har fått", nn: "Sjå filene vi har fått", en: "See the files we have been given" }
    where_logged_in() { nb: "Se hvor du er logget inn", nn: "Sjå kvar du er logga inn", en: "See where you are logged in" }
    settings() { nb: "Innstillinger", nn: "Innstillingar", en: "Settings" }
    see_settings() { nb: "Se hvem som ser hva", nn: "Sjå kven som ser kva", en: "See who sees what" }
    log_out_why() {
        nb: "Logg ut når du er ferdig, særlig på en maskin andre bruker. Etter 30 minutter uten aktivitet logger vi deg ut.",
        nn: "Logg ut når du er ferdig, særleg på ei maskin andre bruker. Etter 30 minutt utan aktivitet loggar vi deg ut.",
        en: "Log out when you have finished, above all on a machine others use. After 30 minutes without activity we log you out.",
    }
}

/// Name, offices, language, log out.
#[component]
pub(crate) fn MorePage() -> impl IntoView {
    let PageCx { lang, me, offices: names, .. } = PageCx::current();
    let me = me.unwrap_or_default();
    let log = me.reads_access_log.then(|| {
        view! {
            <Section title=access_log(lang)>
                <p>{access_log_why(lang)}</p>
                <p><ButtonLink href=routes::ACCESS_LOG variant=ButtonVariant::Secondary>{access_log_open(lang)}</ButtonLink></p>
            </Section>
        }
    });
    let organisation = me.sees_organisation.then(|| {
        view! {
            <Section title=organisation(lang)>
                <p><ButtonLink href=routes::ORGANISATION variant=ButtonVariant::Secondary>{organisation_open(lang)}</ButtonLink></p>
            </Section>
        }
    });
    let registry = me.administers_registry.then(|| {
        view! {
            <Section title=member_registry(lang)>
                <p><ButtonLink href=routes::IMPORTS variant=ButtonVariant::Secondary>{see_imports(lang)}</ButtonLink></p>
            </Section>
        }
    });
    let settings = me.sees_settings.then(|| {
        view! {
            <Section title=settings(lang)>
                <p><ButtonLink href=routes::SETTINGS variant=ButtonVariant::Secondary>{see_settings(lang)}</ButtonLink></p>
            </Section>
        }
    });
    let name = me.name;
    let offices: Vec<_> = me
        .offices
        .into_iter()
        .map(|(office, unit, end)| {
            let end = end.map(|end| format!(", {}", until(lang, &format::date(lang, end)))).unwrap_or_default();
            view! { <Fact label=names.name(lang, &office).to_owned()>{at_unit(lang, &unit)}{end}</Fact> }
        })
        .collect();
    view! {
        <PageTitle page=title(lang) />
        <Page>
            <PageHeading title=title(lang) lead=logged_in_as(lang, &name) />
            <Section title=my_offices(lang)>
                <Facts>{offices}</Facts>
                <p><ButtonLink href=routes::MY_MANDATES variant=ButtonVariant::Secondary>{what_they_give(lang)}</ButtonLink></p>
            </Section>
            {organisation}
            {log}
            {registry}
            {settings}
            <LanguageChoice back=routes::MORE />
            <Section title=i18n::log_out(lang)>
                <p>{log_out_why(lang)}</p>
                <Form action=routes::LOGOUT>
                    <Button variant=ButtonVariant::Secondary icon=IconName::Logout>{i18n::log_out(lang)}</Button>
                </Form>
                <p><ButtonLink href=routes::MY_SESSIONS variant=ButtonVariant::Tertiary>{where_logged_in(lang)}</ButtonLink></p>
            </Section>
        </Page>
    }
}

/// One button for each language that is not the present one.
#[component]
pub(crate) fn LanguageChoice(back: &'static str) -> impl IntoView {
    let lang = PageCx::current().lang;
    let choices: Vec<_> = Lang::ALL
        .iter()
        .filter(|other| **other != lang)
        .map(|other| view! { <Button variant=ButtonVariant::Tertiary name="lang" value=other.code()><span lang=other.code()>{other.own_name()}</span></Button> })
        .collect();
    view! {
        <Section title=i18n::language(lang)>
            <Form action=routes::LANGUAGE>
                <HiddenField name="til" value=back />
                <div class="k-row">{choices}</div>
            </Form>
        </Section>
    }
}
