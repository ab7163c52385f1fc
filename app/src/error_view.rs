//! The page that stands where something could not be shown: what happened, what to do, an id.

use leptos::prelude::*;
use ui::{ButtonLink, ButtonVariant, Page, PageHeading};

use crate::AppError;
use crate::cx::PageCx;
use crate::i18n::{self, texts};
use crate::layout::PageTitle;
use crate::{format, routes};

texts! {
    not_found_title() { nb: "Vi finner ikke denne siden", nn: "Vi finn ikkje denne sida", en: "We cannot find this page" }
    not_found_text() {
        nb: "Den kan være flyttet, eller den hører ikke til vervet ditt. Spør fagforeningen din om du mener du skulle sett den.",
        nn: "Ho kan vere flytta, eller ho høyrer ikkje til vervet ditt. Spør fagforeininga di om du meiner du skulle sett ho.",
        en: "It may have moved, or it does not belong to your office. Ask your local if you think you should see it.",
    }
    forbidden_title() { nb: "Dette kan du ikke gjøre her", nn: "Dette kan du ikkje gjere her", en: "You cannot do this here" }
    forbidden_text() {
        nb: "Vervet ditt lar deg se dette, men ikke gjøre det du prøvde på. Snakk med den som eier saken, eller med fagforeningen din.",
        nn: "Vervet ditt lèt deg sjå dette, men ikkje gjere det du prøvde på. Snakk med den som eig saka, eller med fagforeininga di.",
        en: "Your office lets you see this, but not do what you tried. Talk to whoever owns the case, or to your local.",
    }
    closed_title() { nb: "Saken er avsluttet", nn: "Saka er avslutta", en: "The case is closed" }
    closed_text() {
        nb: "En avsluttet sak tar ikke imot noe nytt. Åpne saken igjen først, eller be den som eier den. Det du hadde skrevet, er tatt vare på.",
        nn: "Ei avslutta sak tek ikkje imot noko nytt. Opne saka igjen først, eller be den som eig ho. Det du hadde skrive, er teke vare på.",
        en: "A closed case takes nothing new. Open the case again first, or ask whoever owns it. What you had written is kept.",
    }
    to_case() { nb: "Gå til saken", nn: "Gå til saka", en: "Go to the case" }
    conflict_title() { nb: "Noen andre endret dette først", nn: "Nokon andre endra dette først", en: "Somebody else changed this first" }
    conflict_text() {
        nb: "Vi har ikke lagret endringen din. Se på siden slik den er nå, og prøv igjen.",
        nn: "Vi har ikkje lagra endringa di. Sjå på sida slik ho er no, og prøv igjen.",
        en: "We have not saved your change. Look at the page as it is now, and try again.",
    }
    too_many_title() { nb: "Du har søkt mange ganger", nn: "Du har søkt mange gonger", en: "You have searched many times" }
    too_many_text(when: &str) {
        nb: "Medlemslister er begrenset, så ingen kan hente ut hele registeret. Prøv igjen etter {when}. Trenger du flere nå, så ring fagforeningen din.",
        nn: "Medlemslister er avgrensa, så ingen kan hente ut heile registeret. Prøv igjen etter {when}. Treng du fleire no, så ring fagforeininga di.",
        en: "Member lists are limited, so that nobody can take out the whole registry. Try again after {when}. If you need more now, call your local.",
    }
    misses_title() { nb: "Du har prøvd mange adresser", nn: "Du har prøvd mange adresser", en: "You have tried many addresses" }
    misses_text(when: &str) {
        nb: "Du har bedt om mange medlemmer eller saker som ikke er der for deg. Prøv igjen etter {when}. Det du har tilgang til, kan du åpne som vanlig.",
        nn: "Du har bede om mange medlemer eller saker som ikkje er der for deg. Prøv igjen etter {when}. Det du har tilgang til, kan du opne som vanleg.",
        en: "You have asked for many members or cases that are not there for you. Try again after {when}. What you have access to opens as usual.",
    }
    try_again() { nb: "Prøv igjen", nn: "Prøv igjen", en: "Try again" }
    login_title() { nb: "Du må logge inn", nn: "Du må logge inn", en: "You must log in" }
    login_text() {
        nb: "Du har vært borte en stund, så vi har logget deg ut.",
        nn: "Du har vore borte ei stund, så vi har logga deg ut.",
        en: "You have been away for a while, so we have logged you out.",
    }
    broken_title() { nb: "Noe gikk galt hos oss", nn: "Noko gjekk gale hos oss", en: "Something went wrong at our end" }
    broken_text() {
        nb: "Det du har lagret, er trygt. Prøv igjen om litt. Skjer det igjen, så ring fagforeningen din og oppgi koden under.",
        nn: "Det du har lagra, er trygt. Prøv igjen om litt. Skjer det igjen, så ring fagforeininga di og oppgje koden under.",
        en: "What you have saved is safe. Try again in a while. If it happens again, call your local and give them the code below.",
    }
    refused_title() { nb: "Dette kunne vi ikke ta imot", nn: "Dette kunne vi ikkje ta imot", en: "We could not accept this" }
    refused_text() {
        nb: "Siden du sendte fra, kan være gammel. Gå tilbake, last den på nytt og prøv igjen.",
        nn: "Sida du sende frå, kan vere gammal. Gå tilbake, last ho på nytt og prøv igjen.",
        en: "The page you sent from may be old. Go back, reload it and try again.",
    }
    code(id: &str) { nb: "Feilkode: {id}", nn: "Feilkode: {id}", en: "Error code: {id}" }
    home() { nb: "Gå til I dag", nn: "Gå til I dag", en: "Go to Today" }
    home_public() { nb: "Gå til forsiden", nn: "Gå til framsida", en: "Go to the front page" }
}

/// The page for an error, with its status.
pub(crate) fn of(error: &AppError) -> AnyView {
    PageCx::set_status(error.status());
    let PageCx { lang, me, path, .. } = PageCx::current();
    let (title, text) = match error {
        AppError::NotFound => (not_found_title(lang), not_found_text(lang)),
        AppError::Forbidden => (forbidden_title(lang), forbidden_text(lang)),
        AppError::Closed(_) => (closed_title(lang), closed_text(lang)),
        AppError::Conflict => (conflict_title(lang), conflict_text(lang)),
        AppError::Unauthenticated => (login_title(lang), login_text(lang)),
        AppError::TooManySearches(again) => (too_many_title(lang), too_many_text(lang, &format::time(lang, *again))),
        AppError::TooManyMisses(again) => (misses_title(lang), misses_text(lang, &format::time(lang, *again))),
        AppError::Invalid(_) => (refused_title(lang), refused_text(lang)),
        AppError::Unavailable | AppError::Internal(_) => (broken_title(lang), broken_text(lang)),
    };
    // Whoever may not write there has no draft there either, and is told so.
    let refused = matches!(error, AppError::NotFound | AppError::Forbidden) && is_sent_to(&path);
    let refused = refused.then(|| view! { <p>{i18n::not_saved(lang)}</p> });
    let id = if let AppError::Internal(id) = error { Some(code(lang, &id.to_string())) } else { None };
    // Only a page that was asked for can be asked for again; a form was sent to an address that is none.
    let again = matches!(error, AppError::TooManySearches(_)) && routes::own_path(&path).is_some_and(|path| !is_sent_to(path));
    let again = again.then(|| view! { <p><a href=path>{try_again(lang)}</a></p> });
    let (href, label) = match error {
        AppError::Closed(case) => (routes::case(*case), to_case(lang)),
        _ if me.is_some() => (routes::TODAY.to_owned(), home(lang)),
        _ => (routes::FRONT.to_owned(), home_public(lang)),
    };
    view! {
        <PageTitle page=title.clone() />
        <Page>
            <PageHeading title=title lead=text />
            {refused}
            {id.map(|id| view! { <p class="k-meta">{id}</p> })}
            {again}
            <p>
                <ButtonLink href=href variant=ButtonVariant::Primary>
                    {label}
                </ButtonLink>
            </p>
        </Page>
    }
    .into_any()
}

fn is_sent_to(path: &str) -> bool {
    path.starts_with(&format!("{}/", routes::API))
        || [routes::MEMBER_FILE_MADE, routes::CASE_FILE_MADE, routes::WHOLE_CASE_FILE].contains(&path)
}

/// The answer to an address that leads nowhere: the same, word for word, as for something one may not see.
#[component]
pub(crate) fn NotFoundPage() -> impl IntoView {
    of(&AppError::NotFound)
}
