//! When a login leads nowhere: it failed, or the person holds no office.

use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use ui::{Button, ButtonLink, ButtonVariant, Fact, Facts, Form, IconLink, IconName, Page, PageHeading};

use crate::cx::PageCx;
use crate::i18n::{self, texts};
use crate::layout::PageTitle;
use crate::routes;

/// Why nobody was logged in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LoginFailure {
    /// The person stopped.
    Cancelled,
    /// The attempt is over, was used, or belongs to another browser.
    Expired,
    /// The registry does not know the person.
    NotRecognised,
    /// The way of logging in is not strong enough.
    WeakLogin,
    /// The identity provider does not answer.
    ProviderDown,
    /// A check of the answer failed.
    Refused,
}

impl LoginFailure {
    /// All.
    pub const ALL: [Self; 6] = [Self::Cancelled, Self::Expired, Self::NotRecognised, Self::WeakLogin, Self::ProviderDown, Self::Refused];

    /// The word in the address.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Cancelled => "avbrutt",
            Self::Expired => "utlopt",
            Self::NotRecognised => "ukjent",
            Self::WeakLogin => "svak",
            Self::ProviderDown => "nede",
            Self::Refused => "avvist",
        }
    }

    /// Reads the word in the address.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|why| why.code() == code)
    }
}

texts! {
    cancelled_title() { nb: "Du avbrøt innloggingen", nn: "Du avbraut innlogginga", en: "You cancelled the login" }
    cancelled_text() { nb: "Du er ikke logget inn. Prøv igjen når du vil.", nn: "Du er ikkje logga inn. Prøv igjen når du vil.", en: "You are not logged in. Try again when you like." }
    expired_title() { nb: "Innloggingen tok for lang tid", nn: "Innlogginga tok for lang tid", en: "The login took too long" }
    expired_text() {
        nb: "Kanskje du brukte tilbakeknappen eller to faner. Prøv en gang til.",
        nn: "Kanskje du brukte tilbakeknappen eller to faner. Prøv ein gong til.",
        en: "You may have used the back button or two tabs. Try once more.",
    }
    unknown_title() { nb: "Vi finner deg ikke i medlemsregisteret", nn: "Vi finn deg ikkje i medlemsregisteret", en: "We cannot find you in the member registry" }
    unknown_text() {
        nb: "Innloggingen virket, men du står ikke i registeret vårt. Ring fagforeningen din, så hjelper de deg.",
        nn: "Innlogginga verka, men du står ikkje i registeret vårt. Ring fagforeininga di, så hjelper dei deg.",
        en: "The login worked, but you are not in our registry. Call your local and they will help you.",
    }
    weak_title() { nb: "Logg inn med BankID med kodebrikke eller passord", nn: "Logg inn med BankID med kodebrikke eller passord", en: "Log in with BankID with code device or password" }
    weak_text() {
        nb: "Måten du logget inn på, er ikke sikker nok for opplysningene her. Prøv igjen og velg det høyeste sikkerhetsnivået.",
        nn: "Måten du logga inn på, er ikkje sikker nok for opplysningane her. Prøv igjen og vel det høgaste tryggleiksnivået.",
        en: "The way you logged in is not safe enough for the information here. Try again and choose the highest level.",
    }
    down_title() { nb: "Innloggingen svarer ikke akkurat nå", nn: "Innlogginga svarer ikkje akkurat no", en: "The login does not answer just now" }
    down_text() {
        nb: "Det er ikke noe galt med deg eller BankID-en din. Vent noen minutter og prøv igjen.",
        nn: "Det er ikkje noko gale med deg eller BankID-en din. Vent nokre minutt og prøv igjen.",
        en: "Nothing is wrong with you or your BankID. Wait some minutes and try again.",
    }
    refused_title() { nb: "Vi kunne ikke logge deg inn", nn: "Vi kunne ikkje logge deg inn", en: "We could not log you in" }
    refused_text() {
        nb: "Svaret fra innloggingen stemte ikke. Prøv igjen. Skjer det flere ganger, så ring fagforeningen din og oppgi koden under.",
        nn: "Svaret frå innlogginga stemde ikkje. Prøv igjen. Skjer det fleire gonger, så ring fagforeininga di og oppgje koden under.",
        en: "The answer from the login was not right. Try again. If it happens often, call your local and give them the code below.",
    }
    again() { nb: "Prøv igjen", nn: "Prøv igjen", en: "Try again" }
    code(id: &str) { nb: "Feilkode: {id}", nn: "Feilkode: {id}", en: "Error code: {id}" }
    without_title(name: &str) { nb: "Hei, {name}. Du har ikke et verv nå", nn: "Hei, {name}. Du har ikkje eit verv no", en: "Hello, {name}. You hold no office now" }
    without_text() {
        nb: "KLAR er for deg som er tillitsvalgt. Vervet ditt kan være avsluttet, eller det har ikke begynt ennå.",
        nn: "KLAR er for deg som er tillitsvald. Vervet ditt kan vere avslutta, eller det har ikkje byrja enno.",
        en: "KLAR is for representatives. Your office may have ended, or it has not begun yet.",
    }
    without_next() {
        nb: "Er du nylig valgt? Da må fagforeningen din registrere vervet. Ring dem, så ordner de det. Du kommer inn så snart det er gjort.",
        nn: "Er du nyleg vald? Då må fagforeininga di registrere vervet. Ring dei, så ordnar dei det. Du kjem inn så snart det er gjort.",
        en: "Newly elected? Your local must enter your office. Call them and they will see to it. You are in as soon as that is done.",
    }
    local() { nb: "Fagforeningen din", nn: "Fagforeininga di", en: "Your local" }
    phone() { nb: "Telefon", nn: "Telefon", en: "Telephone" }
    email() { nb: "E-post", nn: "E-post", en: "E-mail" }
}

/// A login that failed: why, what to do, and an id.
#[component]
pub(crate) fn LoginFailedPage() -> impl IntoView {
    let lang = PageCx::current().lang;
    let query = use_query_map().get_untracked();
    let why = query.get("hvorfor").as_deref().and_then(LoginFailure::from_code).unwrap_or(LoginFailure::Refused);
    // Only an id of our own making is shown; whatever else stands in the address is not.
    let id = query.get("id").and_then(|id| id.parse::<domain::IncidentId>().ok());
    let (title, text) = match why {
        LoginFailure::Cancelled => (cancelled_title(lang), cancelled_text(lang)),
        LoginFailure::Expired => (expired_title(lang), expired_text(lang)),
        LoginFailure::NotRecognised => (unknown_title(lang), unknown_text(lang)),
        LoginFailure::WeakLogin => (weak_title(lang), weak_text(lang)),
        LoginFailure::ProviderDown => (down_title(lang), down_text(lang)),
        LoginFailure::Refused => (refused_title(lang), refused_text(lang)),
    };
    view! {
        <PageTitle page=title.clone() />
        <Page>
            <PageHeading title=title lead=text />
            <p>
                <ButtonLink href=routes::LOGIN variant=ButtonVariant::Primary external=true>
                    {again(lang)}
                </ButtonLink>
            </p>
            {id.map(|id| view! { <p class="k-meta">{code(lang, &id.to_string())}</p> })}
        </Page>
    }
}

/// Known, but without an office: says so kindly, and whom to call.
#[component]
pub(crate) fn WithoutMandatePage() -> impl IntoView {
    let PageCx { lang, me, .. } = PageCx::current();
    let name = me.as_ref().map(|me| me.name.clone()).unwrap_or_default();
    let title = without_title(lang, &name);
    // The answer to a form that was open when the office ended.
    let refused = use_query_map().get_untracked().get(routes::NOT_SAVED).is_some();
    if refused {
        PageCx::set_status(403);
    }
    view! {
        <PageTitle page=title.clone() />
        <Page>
            <PageHeading title=title lead=without_text(lang) />
            {refused.then(|| view! { <p>{i18n::not_saved(lang)}</p> })}
            <p>{without_next(lang)}</p>
            {me.and_then(|me| me.local).map(|(name, telephone, mail)| view! {
                <Facts>
                    <Fact label=local(lang)>{name}</Fact>
                    {telephone.map(|number| view! {
                        <Fact label=phone(lang)>
                            <IconLink href=format!("tel:{}", number.replace(' ', "")) icon=IconName::Phone external=true>{number}</IconLink>
                        </Fact>
                    })}
                    {mail.map(|address| view! {
                        <Fact label=email(lang)>
                            <IconLink href=format!("mailto:{address}") icon=IconName::Mail external=true>{address}</IconLink>
                        </Fact>
                    })}
                </Facts>
            })}
            <Form action=routes::LOGOUT>
                <Button variant=ButtonVariant::Secondary icon=IconName::Logout>{i18n::log_out(lang)}</Button>
            </Form>
        </Page>
    }
}
