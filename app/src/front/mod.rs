//! The front page, when nobody is logged in.

use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use ui::{Alert, ButtonLink, ButtonVariant, IconName, Page, PageHeading, Tone};

use crate::cx::PageCx;
use crate::i18n::texts;
use crate::layout::PageTitle;
use crate::more::LanguageChoice;
use crate::routes;

texts! {
    title() { nb: "Arbeidsrommet for tillitsvalgte", nn: "Arbeidsrommet for tillitsvalde", en: "The workroom for representatives" }
    lead() {
        nb: "Her følger du opp medlemmene og sakene på arbeidsplassen din.",
        nn: "Her følgjer du opp medlemene og sakene på arbeidsplassen din.",
        en: "Here you look after the members and the cases at your workplace.",
    }
    log_in() { nb: "Logg inn med BankID", nn: "Logg inn med BankID", en: "Log in with BankID" }
    members() { nb: "Medlemmene du representerer, med oppdatert kontaktinformasjon", nn: "Medlemene du representerer, med oppdatert kontaktinformasjon", en: "The members you represent, with contact details that are up to date" }
    cases() { nb: "Saker med notater og oppgaver, samlet på ett sted", nn: "Saker med notat og oppgåver, samla på éin stad", en: "Cases with notes and tasks, in one place" }
    safe() { nb: "Bare du og de du jobber med, ser det du skriver", nn: "Berre du og dei du jobbar med, ser det du skriv", en: "Only you and those you work with see what you write" }
    who() {
        nb: "Du som har et verv i forbundet, kan logge inn. Du trenger ingen egen bruker.",
        nn: "Du som har eit verv i forbundet, kan logge inn. Du treng ingen eigen brukar.",
        en: "If you hold an office in the union, you can log in. You need no account.",
    }
    logged_out() { nb: "Du er logget ut", nn: "Du er logga ut", en: "You are logged out" }
    away_title() { nb: "Du har vært borte en stund, så vi har logget deg ut", nn: "Du har vore borte ei stund, så vi har logga deg ut", en: "You have been away for a while, so we have logged you out" }
    away_text() { nb: "Det du har lagret, er tatt vare på.", nn: "Det du har lagra, er teke vare på.", en: "What you have saved is kept." }
    away_typed() { nb: "Det du skrev, er tatt vare på. Logg inn, så finner du det igjen i skjemaet.", nn: "Det du skreiv, er teke vare på. Logg inn, så finn du det igjen i skjemaet.", en: "What you wrote is kept. Log in, and you find it in the form." }
}

/// What this is, and one button.
#[component]
pub(crate) fn FrontPage() -> impl IntoView {
    let lang = PageCx::current().lang;
    let query = use_query_map().get_untracked();
    let to = query.get("til").as_deref().and_then(routes::own_path).map_or_else(|| routes::LOGIN.to_owned(), routes::login_to);
    let notice = if query.get("borte").is_some() {
        let words = if query.get(routes::TYPED).is_some() { away_typed(lang) } else { away_text(lang) };
        Some((Tone::Info, away_title(lang), Some(words)))
    } else if query.get("utlogget").is_some() {
        Some((Tone::Success, logged_out(lang), None))
    } else {
        None
    };
    view! {
        <PageTitle page=title(lang) />
        <Page>
            {notice.map(|(tone, title, text)| view! { <Alert tone=tone title=title status=true>{text.map(|text| view! { <p>{text}</p> })}</Alert> })}
            <PageHeading title=title(lang) lead=lead(lang) autofocus=false />
            <ul>
                <li>{members(lang)}</li>
                <li>{cases(lang)}</li>
                <li>{safe(lang)}</li>
            </ul>
            <p>
                <ButtonLink href=to variant=ButtonVariant::Primary icon=IconName::Lock external=true>
                    {log_in(lang)}
                </ButtonLink>
            </p>
            <p class="k-meta">{who(lang)}</p>
            <LanguageChoice back=routes::FRONT />
        </Page>
    }
}
