//! Every page in every language.

use domain::access::Policy;
use http::Method;

use crate::access::{Caller, rows};
use crate::journeys::errors;
use crate::scene::Scene;

/// The headings of pages, in bokmål, nynorsk and English.
const HEADINGS: [(&str, [&str; 3]); 20] = [
    ("/i-dag", ["Hei, Vakker", "Hei, Vakker", "Hello, Vakker"]),
    ("/medlemmer", ["Medlemmer", "Medlemer", "Members"]),
    ("/medlemmer/{member}", ["Ada Abelvik", "Ada Abelvik", "Ada Abelvik"]),
    ("/arbeidsgivere/{employer}", ["Granlia sykehjem", "Granlia sykehjem", "Granlia sykehjem"]),
    ("/organisasjon/{unit}", ["Klubben ved Granlia", "Klubben ved Granlia", "Klubben ved Granlia"]),
    (
        "/organisasjon/{unit}/uten-tillitsvalgt",
        ["Arbeidsplasser uten tillitsvalgt", "Arbeidsplassar utan tillitsvald", "Workplaces without a representative"],
    ),
    ("/saker", ["Saker", "Saker", "Cases"]),
    ("/saker/{case}", ["Ferie: Ada Abelvik", "Ferie: Ada Abelvik", "Holiday: Ada Abelvik"]),
    ("/saker/ny/{draft}/hva", ["Hva gjelder saken?", "Kva gjeld saka?", "What is the case about?"]),
    ("/saker/ny/{draft}/hvem", ["Hvem gjelder saken?", "Kven gjeld saka?", "Who is the case about?"]),
    ("/saker/ny/{draft}/hendelse", ["Hva skjedde, og når?", "Kva hende, og når?", "What happened, and when?"]),
    ("/saker/ny/{draft}/sporsmal/1", ["Noen spørsmål om saken", "Nokre spørsmål om saka", "Some questions about the case"]),
    ("/saker/ny/{draft}/sjekk", ["Stemmer dette?", "Stemmer dette?", "Is this right?"]),
    ("/saker/{case}/notat", ["Skriv notat", "Skriv notat", "Write a note"]),
    ("/saker/{case}/notat/{note}/endre", ["Endre notatet", "Endre notatet", "Change the note"]),
    ("/saker/{case}/notat/{note}/tillegg", ["Legg til i notatet", "Legg til i notatet", "Add to the note"]),
    ("/saker/{case}/kontakt", ["Skriv opp kontakt", "Skriv opp kontakt", "Write down contact"]),
    ("/saker/{case}/tidslinje", ["Alt som har skjedd", "Alt som har hendt", "Everything that has happened"]),
    ("/saker/{case}/oppgave", ["Ny oppgave", "Ny oppgåve", "New task"]),
    ("/mer", ["Mer", "Meir", "More"]),
];
/// Bokmål words that stand on most pages and would show that a text was forgotten; not names of places or people.
const BOKMAL: [&str; 14] = [
    "Medlemmer",
    "Saker",
    "Hopp til",
    "Hovedmeny",
    "Søk",
    "Lagre",
    "Fortsett",
    "Tilbake",
    "Hva ",
    "Oppgaver",
    "Skriv",
    "Logg ut",
    "Velg",
    "Ingen ",
];
const NEVER_IN_NYNORSK: [&str; 8] = ["Medlemmer", "Hopp til innholdet", "Hovedmeny", "Hva ", "Hvem ", "Oppgaver", " ikke ", "Velg "];

#[tokio::test]
async fn every_page_is_in_the_language_that_was_chosen() {
    let scene = Scene::new().await;
    for (index, lang) in ["nb", "nn", "en"].into_iter().enumerate() {
        for row in rows().into_iter().filter(|row| row.fields.is_none() && !row.file) {
            let mut client = scene.client(row.right.0);
            client.set_cookie("lang", lang);
            let page = row.ask(&scene, &mut client, Caller::Page, None).await;
            assert_eq!(page.attributes("html", "lang"), [Some(lang.to_owned())], "{}", row.route);
            let left_over: &[&str] = [&[][..], &NEVER_IN_NYNORSK, &BOKMAL][index];
            // What people wrote, and the languages' own names, are in their own language.
            let mut text = page.html().root_element().text().collect::<String>();
            for rule in Policy::standard().rules() {
                text = text.replace(&rule.reason, "");
            }
            for area in page.html().select(&scraper::Selector::parse("textarea, .k-letter").unwrap()) {
                text = text.replace(&area.text().collect::<String>(), "");
            }
            let found: Vec<_> = left_over.iter().filter(|word| text.contains(**word)).collect();
            assert!(found.is_empty(), "{} in {lang}: {found:?}", row.route);
            assert!(page.text_of("title").is_some_and(|title| title.ends_with("KLAR")), "{}", row.route);
        }
        for (path, headings) in HEADINGS {
            let mut client = scene.client("ptv");
            client.set_cookie("lang", lang);
            assert_eq!(client.get(&scene.fill(path)).await.text_of("h1").as_deref(), Some(headings[index]), "{path} {lang}");
        }
    }
}

#[tokio::test]
async fn errors_and_refusals_are_in_the_language_too() {
    let scene = Scene::new().await;
    let note = scene.fill("/saker/{case}/notat");
    for (lang, wrong, prefix, hidden, forbidden) in [
        ("nn", "Notat: må fyllast ut", "Feil: ", "Vi finn ikkje denne sida", "Dette kan du ikkje gjere her"),
        ("en", "Note: must be filled in", "Error: ", "We cannot find this page", "You cannot do this here"),
    ] {
        let mut ptv = scene.client("ptv");
        ptv.set_cookie("lang", lang);
        ptv.post_form("/api/notes/add", &[("case", scene.id("case")), ("key", &crate::journeys::fresh_key())]).await;
        let page = ptv.get(&note).await;
        let summary = page.text_of(".ds-error-summary li a");
        assert_eq!(summary.as_deref(), Some(wrong));
        assert!(page.text_of("title").unwrap().starts_with(prefix));
        let mut leader = scene.client("leader");
        leader.set_cookie("lang", lang);
        assert_eq!(leader.get(&note).await.text_of("h1").as_deref(), Some(forbidden));
        let refused = leader.post_form("/api/notes/add", &[("case", scene.id("case")), ("key", &crate::journeys::fresh_key())]).await;
        assert_eq!(refused.text_of("h1").as_deref(), Some(forbidden));
        assert_eq!(leader.get(&scene.fill("/saker/{health}")).await.text_of("h1").as_deref(), Some(hidden));
    }
    let mut ptv = scene.client("ptv");
    assert_eq!(errors(&ptv.get(&note).await), ["Notat: må fylles ut"], "an error is a code until it is shown");
}

#[tokio::test]
async fn the_choice_goes_before_what_the_browser_asks_for() {
    let scene = Scene::new().await;
    for (accept, cookie, lang) in [
        ("en", None, "en"),
        ("nn, nb;q=0.8", None, "nn"),
        ("no", None, "nb"),
        ("de, fr;q=0.5", None, "nb"),
        ("en-GB,en;q=0.9", Some("nn"), "nn"),
        ("en", Some("de"), "en"),
        ("", Some("en"), "en"),
    ] {
        let mut client = scene.client("ptv");
        cookie.into_iter().for_each(|code| client.set_cookie("lang", code));
        let page = client.send(Method::GET, "/mer", &[("accept", "text/html"), ("accept-language", accept)], "").await;
        assert_eq!(page.attributes("html", "lang"), [Some(lang.to_owned())], "{accept} {cookie:?}");
    }
}

#[tokio::test]
async fn it_is_chosen_with_a_button_on_the_page() {
    let scene = Scene::new().await;
    let mut client = scene.client("ptv");
    let page = client.get("/mer").await;
    assert_eq!(page.attributes("button[name=lang]", "value"), ["nn", "en"].map(|code| Some(code.to_owned())));
    assert_eq!(page.attributes("button[name=lang] span[lang]", "lang"), ["nn", "en"].map(|code| Some(code.to_owned())));
    let answer = client.post_form("/sprak", &[("til", "/mer"), ("lang", "en")]).await;
    assert_eq!((answer.status(), answer.location()), (303, Some("/mer")));
    assert_eq!(client.get("/mer").await.text_of("h1").as_deref(), Some("More"));
}
