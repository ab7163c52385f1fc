//! Files of case types for tests, and the settings page that shows those in force.

use domain::cases::CaseTypes;

use crate::journeys::{errors, fresh_key, send, send_and_follow, texts, values};
use crate::world::World;

/// The standard where no type asks anything, or has anything to be done.
pub(crate) fn plain() -> String {
    let mut keep = true;
    let lines = CaseTypes::standard_text().lines().filter(|line| {
        if line.starts_with("[[") {
            keep = !line.starts_with("[[type.");
        }
        keep
    });
    lines.fold(String::new(), |text, line| text + line + "\n")
}

/// The same where each type asks one thing, `svar`.
pub(crate) fn asking() -> String {
    const QUESTION: &str = "
[[type.question]]
id = \"svar\"
label.nb = \"Hva mer vet vi?\"
label.nn = \"Kva meir veit vi?\"
label.en = \"What else do we know?\"
answer = \"text\"
required = true
share = false
";
    let plain = plain();
    let (top, types) = plain.split_at(plain.find("[[type]]").unwrap());
    types.split("[[type]]").skip(1).fold(top.to_owned(), |text, one| text + "[[type]]" + one + QUESTION)
}

/// The first way in which a case of this type can end.
pub(crate) fn an_outcome(case_type: &str) -> String {
    CaseTypes::standard().get(case_type.parse().unwrap()).unwrap().outcomes[0].code.to_string()
}

const KEEP: &str = "/api/settings/case-types/keep";
const PUBLISH: &str = "/api/settings/case-types/publish";

#[tokio::test]
async fn the_pages_show_what_each_type_asks_and_who_has_changed_what() {
    let world = World::peopled().await;
    world.store.set_case_types(CaseTypes::standard_text(), "Kari Kontor", "Standarden igjen").await.unwrap();
    for key in ["admin", "dpo"] {
        let mut client = world.login(key).await;
        let list = client.get("/innstillinger/sakstyper").await;
        assert_eq!((list.text_of("h1").as_deref(), texts(&list, ".k-cards a").len()), (Some("Sakstyper"), 29));
        let rows = texts(&list, "tbody tr");
        assert!(rows[0].starts_with("Versjon 3Standarden igjenKari Kontor") && rows[2].contains("Slik portalen kom med dem"), "{rows:?}");
        let changes = list.attributes("main a", "href").contains(&Some("/innstillinger/sakstyper/endre".to_owned()));
        assert_eq!(changes, key == "admin");
        let one = client.get("/innstillinger/sakstyper/OPPSIGELSE").await;
        for said in [
            "Medlemmet er sagt opp, eller har fått vite at det kan skje.",
            "Personalsak",
            "Når fikk medlemmet oppsigelsen?",
            "En dato som har vært",
            "Bare når «Er oppsigelsen skriftlig?» er besvart med «Ja»",
            "Oppsigelsen ble trukket",
            "7 dager etter svaret på «Når fikk medlemmet oppsigelsen?»",
            "Bare når «Hvilken grunn står i brevet?» er besvart med «Det står ingen grunn»",
        ] {
            assert!(one.text().contains(said), "{said}");
        }
        assert!(client.get("/innstillinger/sakstyper/VARSLING").await.text().contains("Følger ikke med når saken sendes videre"));
        assert_eq!(client.get("/innstillinger/sakstyper/FINNES_IKKE").await.status(), 404);
        assert!(client.get("/innstillinger").await.attributes("main a", "href").contains(&Some("/innstillinger/sakstyper".to_owned())));
    }
}

#[tokio::test]
async fn a_file_is_pasted_looked_over_and_put_in_force_once() {
    let world = World::peopled().await;
    let mut admin = world.login("admin").await;
    let edit = admin.get("/innstillinger/sakstyper/endre").await;
    let field = scraper::Selector::parse("textarea[name=contents]").unwrap();
    let shown = |page: &crate::world::Answer| page.html().select(&field).next().unwrap().text().collect::<String>();
    assert_eq!(shown(&edit), plain(), "it begins with what is in force");
    assert_eq!(admin.get("/innstillinger/sakstyper/endre/sjekk").await.location(), Some("/innstillinger/sakstyper/endre"));

    // What is wrong is said, each with its line, and what was written is kept.
    let wrong = plain().replacen("name.nn = \"Ferie\"", "name.nn = \"\"", 1).replacen("group = \"job\"", "group = \"jobb\"", 1);
    let page = send_and_follow(&mut admin, KEEP, &[("contents", &wrong.replace('\n', "\r\n"))]).await;
    let line = |text: &str| wrong.lines().position(|line| line == text).unwrap() + 1;
    let said = [
        format!("Linje {}, OPPSIGELSE, group: «jobb» er ikke noe portalen kjenner", line("group = \"jobb\"")),
        format!("Linje {}, FERIE, name.nn: må fylles ut", line("name.nn = \"\"")),
    ];
    assert_eq!(texts(&page, ".ds-error-summary a"), said);
    assert_eq!(shown(&page), wrong);
    let without = plain().replace("\"FERIE\"", "\"FERIER\"");
    let page = send_and_follow(&mut admin, KEEP, &[("contents", &without)]).await;
    assert_eq!(texts(&page, ".ds-error-summary a"), ["Linje 1: FERIE mangler. En type kan lukkes med closed = true, men aldri fjernes"]);

    let changed = plain().replacen("name.nb = \"Ferie\"", "name.nb = \"Ferie og fri\"", 1).replacen(
        "sensitivity = \"health\"",
        "sensitivity = \"general\"",
        1,
    );
    let check = send_and_follow(&mut admin, KEEP, &[("contents", &changed)]).await;
    assert_eq!(check.text_of("h1").as_deref(), Some("Se over endringen"));
    for said in ["Ferie og fri", "Det heter nå «Ferie»", "Sak om helse → Vanlig sak", "Andre kan få vite mer"] {
        assert!(check.text().contains(said), "{said}");
    }
    let (key, base) = (values(&check, "key").remove(0), values(&check, "base").remove(0));
    let page = send_and_follow(&mut admin, PUBLISH, &[("key", &key), ("base", &base), ("note", " ")]).await;
    assert_eq!(errors(&page), ["Hvorfor endrer du sakstypene: må fylles ut"]);
    assert_eq!(world.rows("case_types").await, 2, "nothing holds yet");
    let fields = [("key", key.as_str()), ("base", &base), ("note", "Vi sier ferie og fri")];
    let led: Vec<String> = [send(&mut admin, PUBLISH, &fields).await, send(&mut admin, PUBLISH, &fields).await].into();
    assert_eq!(led, ["/innstillinger/sakstyper?lagret=1"; 2]);
    assert_eq!(world.rows("case_types").await, 3, "sent twice, it is one version");
    let list = admin.get(&led[0]).await;
    assert_eq!(list.text_of("[role=status] h2").as_deref(), Some("Sakstypene gjelder nå"));
    assert!(list.text().contains("Vi sier ferie og fri"));
    // From the next page on, for everybody.
    let about = world.login("ptv").await.get(&format!("/saker/ny/{}/hva", fresh_key())).await;
    assert!(about.text().contains("Ferie og fri"));
    // The data protection officer reads that it was done, and why.
    let log = world.login("dpo").await.get("/innsyn").await.text();
    assert!(log.contains("Satte versjon 3 av sakstypene i kraft") && log.contains("Vi sier ferie og fri"));
}

#[tokio::test]
async fn of_two_who_change_the_types_the_second_is_told() {
    let world = World::peopled().await;
    let mut admin = world.login("admin").await;
    let mine = plain().replacen("name.nb = \"Ferie\"", "name.nb = \"Ferie og fri\"", 1);
    let check = send_and_follow(&mut admin, KEEP, &[("contents", &mine)]).await;
    let theirs = plain().replacen("name.nb = \"Pensjon\"", "name.nb = \"Pensjon og AFP\"", 1);
    world.store.set_case_types(&theirs, "En annen", "Et annet navn").await.unwrap();
    let (key, base) = (values(&check, "key").remove(0), values(&check, "base").remove(0));
    let page = send_and_follow(&mut admin, PUBLISH, &[("key", &key), ("base", &base), ("note", "Mitt")]).await;
    for said in ["Sakstypene er endret siden du begynte", "Det heter nå «Pensjon og AFP»", "Det heter nå «Ferie»"] {
        assert!(page.text().contains(said), "{said}");
    }
    assert_eq!((world.rows("case_types").await, values(&page, "note")), (3, vec!["Mitt".to_owned()]));
    // The data protection officer sees the settings and changes nothing.
    let mut dpo = world.login("dpo").await;
    assert_eq!(dpo.post_form(KEEP, &[("contents", &mine)]).await.status(), 403);
    assert_eq!(dpo.get("/innstillinger/sakstyper/endre").await.status(), 403);
    send(&mut admin, "/api/settings/case-types/drop", &[]).await;
    assert_eq!(admin.get("/innstillinger/sakstyper/endre/sjekk").await.location(), Some("/innstillinger/sakstyper/endre"));
}
