//! What a case type asks of a new case, without script: asked, checked, kept, saved; and a type by data alone.

use domain::cases::CaseTypes;

use crate::journeys::{errors, fresh_key, send, send_and_follow, texts, values};
use crate::world::{Answer, Client, World};

/// The standard is in force, and somebody has told what happened in a case of this type.
async fn told(case_type: &str) -> (World, Client, String, String) {
    let world = World::peopled().await;
    world.store.set_case_types(CaseTypes::standard_text(), "prøven", "Standarden").await.unwrap();
    let (mut client, ada, draft) = (world.login("ptv").await, world.member_id("20").await, fresh_key());
    let to = tell(&mut client, case_type, &ada, &draft).await;
    (world, client, draft, to)
}

async fn tell(client: &mut Client, case_type: &str, member: &str, draft: &str) -> String {
    send(client, "/api/cases/new/about", &[("draft", draft), ("case_type", case_type)]).await;
    send(client, "/api/cases/new/who", &[("draft", draft), ("member", member)]).await;
    let fields = [("draft", draft), ("happened", "15.9.2026"), ("description", "Fikk brev på jobb")];
    send(client, "/api/cases/new/what", &fields).await
}

/// Sends a page of answers; where it leads.
async fn answer(client: &mut Client, draft: &str, page: &str, answers: &[(&str, &str)]) -> String {
    let names: Vec<String> = answers.iter().map(|(question, _)| format!("answers[{question}]")).collect();
    let mut fields = vec![("draft", draft), ("page", page)];
    fields.extend(names.iter().zip(answers).map(|(name, (_, answer))| (name.as_str(), *answer)));
    send(client, "/api/cases/new/answers", &fields).await
}

fn checked(page: &Answer) -> Vec<String> {
    page.attributes("input[type=radio][checked]", "value").into_iter().flatten().collect()
}

#[tokio::test]
async fn what_a_type_asks_is_asked_checked_kept_and_saved() {
    let (world, mut client, draft, to) = told("OPPSIGELSE").await;
    assert_eq!(to, format!("/saker/ny/{draft}/sporsmal/1"));
    let page = client.get(&to).await;
    assert_eq!(page.text_of("h1").as_deref(), Some("Noen spørsmål om saken"));
    assert!(page.text().contains("Steg 4 av 5") && page.text().contains("Når fikk medlemmet oppsigelsen?"));
    assert!(!page.text().contains("Hvilken grunn står i brevet?"), "what hangs on an answer is not asked before it");
    assert_eq!((page.attributes("input[type=text]", "name").len(), texts(&page, "form fieldset").len()), (2, 3), "five on a page");
    assert_eq!(errors(&page), [] as [&str; 0], "nobody is told off before they have answered");

    assert_eq!(answer(&mut client, &draft, "0", &[("ansatt_fra", "snart"), ("bli", "yes")]).await, to);
    let page = client.get(&to).await;
    let wrong = [
        "Når fikk medlemmet oppsigelsen: må fylles ut",
        "Er oppsigelsen skriftlig: velg ett av svarene",
        "Når begynte medlemmet i jobben: skriv datoen slik: 12.3.2026",
    ];
    assert_eq!(errors(&page), wrong);
    assert_eq!(page.text_of("title").as_deref(), Some("Feil: Noen spørsmål om saken – KLAR"));
    assert_eq!(
        (values(&page, "\"answers[ansatt_fra]\""), checked(&page)),
        (vec!["snart".to_owned()], vec!["".to_owned(), "yes".to_owned()])
    );

    let first = [("brev_kom", "14.9.2026"), ("skriftlig", "yes"), ("ansatt_fra", "1/8-15"), ("drofting", ""), ("bli", "yes")];
    assert_eq!(answer(&mut client, &draft, "0", &first).await, format!("/saker/ny/{draft}/sporsmal/2"));
    let page = client.get(&format!("/saker/ny/{draft}/sporsmal/2")).await;
    assert_eq!((page.text_of("h1").as_deref(), texts(&page, "form fieldset").len()), (Some("Noen spørsmål til"), 1));
    assert_eq!(answer(&mut client, &draft, "1", &[("grunn", "ingen")]).await, format!("/saker/ny/{draft}/sjekk"));

    let page = client.get(&format!("/saker/ny/{draft}/sjekk")).await;
    for shown in ["Oppsigelse", "14. september 2026", "Er oppsigelsen skriftlig?", "1. august 2015", "Det står ingen grunn", "Ikke fylt ut"]
    {
        assert!(page.text().contains(shown), "{shown}");
    }
    let links: Vec<_> = page.attributes("main a", "href").into_iter().flatten().collect();
    for (number, count) in [(1, 5), (2, 2)] {
        // The way back leads to the last page of questions.
        let to_page = links.iter().filter(|link| **link == format!("/saker/ny/{draft}/sporsmal/{number}")).count();
        assert_eq!(to_page, count, "{links:?}");
    }

    let page = send_and_follow(&mut client, "/api/cases/new/save", &[("draft", &draft)]).await;
    assert_eq!(page.text_of("h1").as_deref(), Some("Oppsigelse: Ada Abelvik"));
    assert!(texts(&page, "h2").contains(&"Dette vet vi".to_owned()));
    for shown in ["14. september 2026", "1. august 2015", "Det står ingen grunn", "Vil medlemmet bli i jobben?"] {
        assert!(page.text().contains(shown), "{shown}");
    }
    assert!(!page.text().contains("Hadde arbeidsgiveren et møte"), "what was not answered is not there");
    let tasks = texts(&page, ".k-task-title");
    assert_eq!(tasks.len(), 6, "{tasks:?}");
    assert!(tasks.contains(&"Krev forhandling skriftlig".to_owned()) && page.text().contains("I dag"), "a week after the letter came");
    assert_eq!((world.rows("case_answers").await, world.rows("tasks").await, world.rows("drafts").await), (5, 6, 0));
    // A letter takes what was answered; what was not is asked for.
    let case = page.attributes("main a[href$='/brev']", "href").remove(0).unwrap();
    let form = client.get(&format!("{case}/KRAV_FORHANDLING")).await;
    assert_eq!(
        (values(&form, "\"fields[received]\""), checked(&form)),
        (vec!["14.9.2026".to_owned()], vec!["yes".to_owned(), "nb".to_owned()])
    );
    assert!(texts(&form, "details").iter().any(|found| found.contains("Vil medlemmet stå i stillingen")));
    assert!(!texts(&form, "details").iter().any(|found| found.contains("Hvorfor krever dere forhandlinger")));
}

#[tokio::test]
async fn what_hangs_on_another_answer_is_asked_and_saved_only_then() {
    let (world, mut client, draft, _) = told("OPPSIGELSE").await;
    let first = |written| [("brev_kom", "14.9.2026"), ("skriftlig", written), ("ansatt_fra", ""), ("drofting", ""), ("bli", "")];
    assert_eq!(answer(&mut client, &draft, "0", &first("no")).await, format!("/saker/ny/{draft}/sjekk"));
    let page = client.get(&format!("/saker/ny/{draft}/sjekk")).await;
    assert!(!page.text().contains("Hvilken grunn"));
    // The page that asks nothing leads on to where something is missing, or to the end.
    assert_eq!(client.get(&format!("/saker/ny/{draft}/sporsmal/2")).await.location(), Some(&*format!("/saker/ny/{draft}/sjekk")));

    assert_eq!(answer(&mut client, &draft, "0", &first("yes")).await, format!("/saker/ny/{draft}/sporsmal/2"));
    // It is required, and a case is not saved without.
    let page = send_and_follow(&mut client, "/api/cases/new/save", &[("draft", &draft)]).await;
    assert_eq!(errors(&page), ["Hvilken grunn står i brevet: velg ett av svarene"]);
    let link = format!("/saker/ny/{draft}/sporsmal/2#f-answers-grunn");
    assert_eq!(page.attributes(".ds-error-summary a", "href"), [Some(link)]);
    let page = client.get(&format!("/saker/ny/{draft}/sporsmal/2")).await;
    assert_eq!(page.attributes("#f-answers-grunn", "aria-invalid"), [Some("true".to_owned())], "the link leads to the field");
    assert_eq!(world.rows("cases").await, 0);
    answer(&mut client, &draft, "1", &[("grunn", "provetid")]).await;

    // The first answer is taken back: what hung on it stays in the form, and is not saved.
    assert_eq!(answer(&mut client, &draft, "0", &first("no")).await, format!("/saker/ny/{draft}/sjekk"));
    let page = send_and_follow(&mut client, "/api/cases/new/save", &[("draft", &draft)]).await;
    assert!(!page.text().contains("Prøvetiden gikk ikke bra"));
    assert!(!texts(&page, ".k-task-title").contains(&"Få kopi av oppsigelsen".to_owned()), "nor is what is done only then");
    assert_eq!(world.texts("SELECT question FROM case_answers ORDER BY 1").await, ["brev_kom", "skriftlig"]);
}

#[tokio::test]
async fn going_back_keeps_the_answers_and_complains_of_nothing() {
    let (_world, mut client, draft, first) = told("OPPSIGELSE").await;
    let fields = [("draft", &*draft), ("page", "0"), ("answers[brev_kom]", "i går"), ("answers[skriftlig]", "yes"), ("back", "true")];
    let page = send_and_follow(&mut client, "/api/cases/new/answers", &fields).await;
    assert_eq!((page.text_of("h1").as_deref(), errors(&page).len()), (Some("Hva skjedde, og når?"), 0));
    let page = client.get(&first).await;
    assert_eq!((errors(&page).len(), values(&page, "\"answers[brev_kom]\"")), (0, vec!["i går".to_owned()]));
    assert!(checked(&page).contains(&"yes".to_owned()));
    // Another day it is found again, where something is missing.
    let page = client.get("/saker/ny").await;
    assert!(page.attributes("main a", "href").contains(&Some(first)) && page.text().contains("Fortsett: Oppsigelse"));
}

#[tokio::test]
async fn answers_that_are_none_and_pages_that_are_not_there_do_no_harm() {
    let (world, mut client, draft, first) = told("OPPSIGELSE").await;
    for (came, written) in [("1.9.2026", "kanskje"), ("1.9.2026", "Yes"), ("\0", "no"), ("1.1.2099", "no")] {
        assert_eq!(answer(&mut client, &draft, "0", &[("brev_kom", came), ("skriftlig", written)]).await, first, "{came} {written}");
    }
    assert_eq!(answer(&mut client, &draft, "0", &[("ukjent", "x"), ("grunn", "ingen"), ("GRUNN", "x")]).await, first);
    // Nothing is asked there: nothing is taken, and one is led to what is missing.
    for page in ["7", "255"] {
        assert_eq!(answer(&mut client, &draft, page, &[("brev_kom", "1.9.2026")]).await, first);
    }
    for page in ["256", "-1", "x", ""] {
        let answer = client.post_form("/api/cases/new/answers", &[("draft", &draft), ("page", page)]).await;
        assert_eq!(answer.status(), 422, "{page}");
    }
    for page in ["0", "3", "256", "x"] {
        assert_eq!(client.get(&format!("/saker/ny/{draft}/sporsmal/{page}")).await.location(), Some(&*first), "{page}");
    }
    assert_eq!(world.rows("cases").await, 0);
}

#[tokio::test]
async fn a_type_that_is_closed_meanwhile_is_not_taken() {
    let (world, mut client, draft, _) = told("FERIE").await;
    let ada = world.member_id("20").await;
    crate::journeys::open_case(&mut client, "FERIE", &ada, "Før den ble lukket").await;
    answer(&mut client, &draft, "0", &[("hva", "naar"), ("onske", "Juli")]).await;
    let closed = CaseTypes::standard_text().replacen("code = \"FERIE\"\n", "code = \"FERIE\"\nclosed = true\n", 1);
    world.store.set_case_types(&closed, "prøven", "Ikke lenger").await.unwrap();
    let page = send_and_follow(&mut client, "/api/cases/new/save", &[("draft", &draft)]).await;
    assert_eq!(errors(&page), ["Hva det gjelder: valget finnes ikke lenger. Velg på nytt"]);
    let page = client.get(&format!("/saker/ny/{draft}/hva")).await;
    assert!(page.attributes("input[name=case_type]", "value").iter().flatten().all(|code| code != "FERIE"));
    // What was answered is still there when another type asks the same.
    assert!(
        client.get("/saker").await.attributes("option", "value").contains(&Some("FERIE".to_owned())),
        "the list may still be narrowed to it"
    );
    assert_eq!(world.rows("cases").await, 1, "the one that was there before");
}

/// Every type of the standard can be made, whatever it asks.
#[tokio::test]
async fn every_type_of_the_standard_goes_all_the_way() {
    let (world, mut client, ..) = told("ANNET").await;
    let ada = world.member_id("20").await;
    for facts in CaseTypes::standard().iter() {
        let case = crate::journeys::open_case(&mut client, facts.case_type.code(), &ada, "Tekst").await;
        let page = client.get(&format!("/saker/{case}")).await;
        assert_eq!(page.text_of("h1"), Some(format!("{}: Ada Abelvik", facts.names.nb)));
        assert!(!texts(&page, ".k-task-title").is_empty(), "{}", facts.case_type);
    }
}

/// The document's own example, put in force as it says.
#[tokio::test]
async fn a_type_by_data_alone_as_the_document_says() {
    let document = include_str!("../../../docs/adding-a-case-type.md");
    let (_, rest) = document.split_once("```toml\n").unwrap();
    let (example, _) = rest.split_once("```").unwrap();
    let example: String = example.lines().map(|line| line.strip_prefix("   ").unwrap_or(line).to_owned() + "\n").collect();

    let world = World::peopled().await;
    world.store.set_case_types(CaseTypes::standard_text(), "prøven", "Standarden").await.unwrap();
    let exported = world.store.case_types_text(None).await.unwrap().unwrap();
    let text = format!("{exported}\n{example}");
    let changes = world.store.check_case_types(&text).await.unwrap();
    assert_eq!(changes.iter().map(|change| change.case_type.code()).collect::<Vec<_>>(), ["HJEMMEKONTOR"]);
    world.store.set_case_types(&text, "prøven", "Vi får mange saker om hjemmekontor").await.unwrap();

    let (mut client, ada, draft) = (world.login("ptv").await, world.member_id("20").await, fresh_key());
    let page = client.get(&format!("/saker/ny/{draft}/hva")).await;
    assert!(page.text().contains("Hjemmekontor") && page.text().contains("uenighet om, å jobbe hjemmefra"));
    assert_eq!(tell(&mut client, "HJEMMEKONTOR", &ada, &draft).await, format!("/saker/ny/{draft}/sporsmal/1"));
    assert_eq!(texts(&client.get(&format!("/saker/ny/{draft}/sporsmal/1")).await, "form fieldset legend span").len(), 2);
    answer(&mut client, &draft, "0", &[("avtale", "yes"), ("hva", "vil")]).await;
    assert_eq!(answer(&mut client, &draft, "1", &[("avtale_dato", "1.10.2025")]).await, format!("/saker/ny/{draft}/sjekk"));
    let page = send_and_follow(&mut client, "/api/cases/new/save", &[("draft", &draft)]).await;
    assert_eq!(page.text_of("h1").as_deref(), Some("Hjemmekontor: Ada Abelvik"));
    assert_eq!(texts(&page, ".k-task-title"), ["Se over avtalen"]);
    assert!(page.text().contains("1. oktober 2026") && page.text().contains("Medlemmet vil jobbe hjemmefra"));
    // The list, and Today, call it by its name; in one's own language.
    assert!(client.get("/saker?type=HJEMMEKONTOR").await.text().contains("Hjemmekontor: Ada Abelvik"));
    client.post_form("/sprak", &[("lang", "nn")]).await;
    assert!(client.get("/i-dag").await.text().contains("Heimekontor: Ada Abelvik"));
}
