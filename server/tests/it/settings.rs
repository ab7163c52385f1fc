//! The settings pages: the access matrix changed as a browser without script does it, and what somebody sees.

use crate::journeys::{errors, fresh_key, send, send_and_follow, texts, values};
use crate::scene::Scene;
use crate::world::{Answer, Client, World};

const EDIT: &str = "/innstillinger/tilgang/KLUBBLEDER/endre";

/// Every box that is ticked on the page, as its form would send it, and the hidden fields of that form.
fn ticked(page: &Answer) -> Vec<(String, String)> {
    let form = "form[action='/api/settings/rights']";
    let read = |selector: &str| {
        let names = page.attributes(selector, "name").into_iter().map(Option::unwrap);
        names.zip(page.attributes(selector, "value").into_iter().map(Option::unwrap)).collect::<Vec<_>>()
    };
    let mut fields = read(&format!("{form} input[type=hidden]"));
    fields.extend(read(&format!("{form} input[type=checkbox][checked]")));
    fields
}

/// Sends the form of the rights with these fields; where it leads.
async fn tick(client: &mut Client, fields: &[(String, String)]) -> String {
    let fields: Vec<_> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    send(client, "/api/settings/rights", &fields).await
}

/// Puts the proposal on the last page in force; the page it leads to.
async fn publish(client: &mut Client, check: &Answer, note: &str) -> Answer {
    let form = "form[action='/api/settings/publish'] input[type=hidden]";
    let names = check.attributes(form, "name").into_iter().map(Option::unwrap);
    let hidden: Vec<_> = names.zip(check.attributes(form, "value").into_iter().map(Option::unwrap)).collect();
    let mut fields: Vec<_> = hidden.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    fields.push(("note", note));
    send_and_follow(client, "/api/settings/publish", &fields).await
}

#[tokio::test]
async fn a_changed_row_closes_an_open_session_s_access_on_the_next_request() {
    let world = World::peopled().await;
    let (mut leader, mut admin, ada) = (world.login("leader").await, world.login("admin").await, world.member_id("20").await);
    let card = format!("/medlemmer/{ada}");
    assert_eq!(leader.get(&card).await.status(), 200);

    // The boxes are those of the standard; without those of members nothing is new, so no reason is asked for.
    let page = admin.get(EDIT).await;
    let mut fields = ticked(&page);
    assert!(fields.contains(&("rights[case.contents.general][]".to_owned(), "see/unit".to_owned())), "{fields:?}");
    fields.retain(|(name, _)| !name.starts_with("rights[member."));
    let to = tick(&mut admin, &fields).await;
    assert_eq!(to, "/innstillinger/tilgang/KLUBBLEDER/sjekk");
    assert_eq!(leader.get(&card).await.status(), 200, "nothing holds before it is put in force");
    let check = admin.get(&to).await;
    assert!(texts(&check, ".ds-tag").iter().all(|tag| tag == "Borte"), "{:?}", texts(&check, ".ds-tag"));
    let mut places = texts(&check, "tbody th");
    places.sort();
    assert_eq!(places, ["Klubben ved Furumo", "Klubben ved Granlia"]);
    let page = publish(&mut admin, &check, "Vi prøver").await;
    assert_eq!(page.text_of("[role=status] h2").as_deref(), Some("Reglene gjelder nå"));
    assert_eq!(leader.get(&card).await.status(), 404);
    assert!(leader.get("/mer/verv").await.text().contains("Du leser vanlige saker og personalsaker"));

    // Back again, as a new version.
    let back = admin.get("/innstillinger/versjoner/0/tilbake").await;
    publish(&mut admin, &back, "Vi angret").await;
    assert_eq!(leader.get(&card).await.status(), 200);
    let versions = admin.get("/innstillinger/versjoner").await;
    assert_eq!(texts(&versions, "tbody th"), ["Versjon 2", "Versjon 1", "Standarden"]);
    let mut dpo = world.login("dpo").await;
    let log = dpo.get("/innsyn").await;
    let first = texts(&log, ".k-card-link h3");
    assert_eq!(
        first[..2],
        [
            "Ryddig Skuff har endret reglene for tilgang (versjon 2)".to_owned(),
            "Ryddig Skuff har endret reglene for tilgang (versjon 1)".to_owned(),
        ]
    );
    assert!(log.text().contains("Satte versjon 1 av reglene for tilgang i kraft") && log.text().contains("Grunn: Vi prøver"));
    assert_eq!(dpo.get("/innstillinger/versjoner/1").await.text_of("h1").as_deref(), Some("Versjon 1"));
    assert!(!dpo.get("/innstillinger/versjoner/1").await.text().contains("tilbake"));
}

#[tokio::test]
async fn a_new_right_needs_a_reason_and_what_was_typed_is_kept() {
    let world = World::peopled().await;
    let mut admin = world.login("admin").await;
    let mut fields = ticked(&admin.get(EDIT).await);
    for tick in ["see/unit", "see/employer"] {
        fields.push(("rights[case.contents.health][]".to_owned(), tick.to_owned()));
    }
    let to = tick(&mut admin, &fields).await;
    assert_eq!(to, "/innstillinger/tilgang/KLUBBLEDER/hvorfor");
    let page = admin.get(&to).await;
    assert_eq!(errors(&page), Vec::<String>::new(), "nobody has been here yet");
    let unit = "reasons[case.contents.health/see/unit]";
    let page =
        send_and_follow(&mut admin, "/api/settings/reasons", &[("office", "KLUBBLEDER"), (unit, "Klubben hjelper <b>syke</b>")]).await;
    assert_eq!(errors(&page), ["Lese saker om helse, hos hele arbeidsgiveren: må fylles ut"]);
    assert_eq!(page.attributes(&format!("input[name='{unit}']"), "value"), [Some("Klubben hjelper <b>syke</b>".to_owned())]);
    let fields = [("office", "KLUBBLEDER"), (unit, "Klubben hjelper <b>syke</b>"), ("others", "Det samme; overalt")];
    let check = send_and_follow(&mut admin, "/api/settings/reasons", &fields).await;
    assert_eq!(check.text_of("h1").as_deref(), Some("Nye regler for klubbleder"));
    // Without a note it is refused, and the page says so at the field.
    let refused = publish(&mut admin, &check, " ").await;
    assert_eq!(errors(&refused), ["Hvorfor endrer du reglene: må fylles ut"]);
    assert_eq!(world.rows("policies").await, 0);
    publish(&mut admin, &refused, "Helse også").await;
    let office = admin.get("/innstillinger/tilgang/KLUBBLEDER").await;
    let rows = texts(&office, "tbody tr");
    assert!(rows.iter().any(|row| row.starts_with("Lese saker om helse") && row.ends_with("Det samme; overalt")), "{rows:?}");
    assert!(office.text().contains("Klubben hjelper &lt;b&gt;syke&lt;/b&gt;"));
    // And it holds: the leader reads the health case of the representative from now on.
    let (mut ptv, ada) = (world.login("ptv").await, world.member_id("20").await);
    let case = crate::journeys::open_case(&mut ptv, "YRKESSKADE", &ada, "Tekst").await;
    assert_eq!(world.login("leader").await.get(&format!("/saker/{case}")).await.status(), 200);
}

#[tokio::test]
async fn what_no_rule_can_give_is_not_offered_and_is_refused_at_its_field() {
    let world = World::peopled().await;
    let mut admin = world.login("admin").await;
    let page = admin.get("/innstillinger/tilgang/ADMIN/endre").await;
    let offered = page.attributes("input[type=checkbox]", "name");
    assert!(!offered.iter().flatten().any(|name| name.contains("contents") || name.contains("protected")), "{offered:?}");
    let mut fields = ticked(&page);
    fields.push(("rights[case.contents.health][]".to_owned(), "see/own".to_owned()));
    let to = tick(&mut admin, &fields).await;
    assert_eq!(to, "/innstillinger/tilgang/ADMIN/endre");
    let page = admin.get(&to).await;
    let words =
        "Saker om helse: Administrator og personvernombud kan aldri se innholdet i saker, eller medlemmer med beskyttede opplysninger";
    assert_eq!(errors(&page), [words]);
    assert_eq!(page.attributes("details[open] input[checked]", "name"), [Some("rights[case.contents.health][]".to_owned())]);
    let key = fresh_key();
    let to = send(&mut admin, "/api/settings/publish", &[("office", "ADMIN"), ("key", &key), ("base", "0"), ("note", "x")]).await;
    assert_eq!((to.as_str(), world.rows("policies").await), ("/innstillinger/tilgang/ADMIN/endre", 0));
    // Begin again: the form is as the rules are.
    let office = send_and_follow(&mut admin, "/api/settings/drop", &[("office", "ADMIN")]).await;
    assert_eq!(office.text_of("h1").as_deref(), Some("Administrator"));
    assert_eq!(errors(&admin.get("/innstillinger/tilgang/ADMIN/endre").await), Vec::<String>::new());
}

#[tokio::test]
async fn the_second_of_two_is_told_what_the_first_has_changed() {
    let world = World::peopled().await;
    let (mut first, mut second) = (world.login("admin").await, world.login("admin").await);
    // One person in two windows is two as well: the proposals are for different offices.
    let mut fields = ticked(&first.get(EDIT).await);
    fields.retain(|(name, _)| !name.starts_with("rights[member."));
    let check = tick(&mut first, &fields).await;
    let mut fields = ticked(&second.get("/innstillinger/tilgang/HTV/endre").await);
    fields.retain(|(name, _)| name != "rights[statistics][]");
    let theirs = tick(&mut second, &fields).await;
    let (check, old) = (first.get(&check).await, second.get(&theirs).await);
    publish(&mut first, &check, "Først").await;
    let page = publish(&mut second, &old, "Sist").await;
    assert_eq!(page.text_of(".ds-alert h2").as_deref(), Some("Reglene er endret siden du begynte"));
    assert!(page.text().contains("Vi har tatt vare på det du valgte") && !page.text().contains("/api/settings/publish"));
    let fields = [("office", "HTV"), ("seen", values(&page, "seen")[0].clone().leak())];
    let page = send_and_follow(&mut second, "/api/settings/go-on", &fields).await;
    assert_eq!(values(&page, "note"), ["Sist"]);
    let page = publish(&mut second, &page, "Sist").await;
    assert_eq!(page.text_of("h1").as_deref(), Some("Versjon 2"));
    assert_eq!(world.rows("policies").await, 2);
}

#[tokio::test]
async fn whoever_gives_themselves_more_is_told_that_it_is_seen() {
    let world = World::peopled().await;
    let mut admin = world.login("admin").await;
    let mut fields = ticked(&admin.get("/innstillinger/tilgang/ADMIN/endre").await);
    fields.push(("rights[member.basics][]".to_owned(), "see/unit".to_owned()));
    tick(&mut admin, &fields).await;
    let page = send_and_follow(&mut admin, "/api/settings/reasons", &[("office", "ADMIN"), ("others", "Nysgjerrig")]).await;
    // One reason only: it has a field of its own, and the common one is none of the page's.
    assert_eq!(page.text_of("[data-color=warning] h2").as_deref(), Some("Du gir deg selv mer"));
    publish(&mut admin, &page, "Nysgjerrig").await;
    let log = world.login("dpo").await.get("/innsyn").await;
    assert_eq!(texts(&log, ".k-card-link h3")[0], "Ryddig Skuff har gitt seg selv mer tilgang (versjon 1)");
}

#[tokio::test]
async fn an_administrator_is_told_why_and_never_what() {
    let scene = Scene::new().await;
    let mut admin = scene.client("admin");
    let found = admin.get("/innstillinger/person?q=klok").await;
    assert_eq!(texts(&found, ".k-card-link h3"), ["Klok Fjord"]);
    // Ada is a member, and holds no office.
    assert_eq!(texts(&admin.get("/innstillinger/person?q=ada").await, ".k-card-link h3"), Vec::<String>::new());
    let ask = |question: &str| scene.fill(&format!("/innstillinger/person/{{holder}}{question}"));
    let page = admin.get(&ask("")).await;
    assert_eq!(texts(&page, ".k-facts dd")[1..], ["2".to_owned(), "2".to_owned()], "the health case is not the leader's");
    for (question, words) in [
        ("?medlem=20", "Ja, personen ser medlem 20"),
        ("?sak=1001", "Ja, personen kan lese sak 1001, men ikke skrive i den"),
        ("?sak=1002", "Nei, personen ser ingen sak med nummer 1002"),
        ("?medlem=27", "Nei, personen ser ikke noe medlem med nummer 27"),
    ] {
        let page = admin.get(&ask(question)).await;
        assert_eq!(page.text_of("[role=status] h2").as_deref(), Some(words));
        assert!(!page.text().contains("Abelvik") && !page.text().contains("Kanarifugl"), "{question}");
    }
    assert!(admin.get(&ask("?medlem=20")).await.text().contains("Det følger av vervet som klubbleder i Klubben ved Granlia."));
    // Somebody protected, somebody elsewhere, somebody who has left and nobody at all are answered alike.
    let mut answers = Vec::new();
    for number in ["9", "21", "22", "29", "99999"] {
        let page = admin.get(&ask(&format!("?medlem={number}"))).await;
        let main = page.text_of("main").unwrap().replace(&format!("nummer {number}"), "nummer N");
        answers.push((page.status(), main));
    }
    assert!(answers.iter().all(|answer| *answer == answers[0]), "{answers:?}");
    // The member who asks is told that somebody has asked.
    let report = scene.client("dpo").get(&scene.fill("/innsyn/{member}")).await;
    assert!(report.text().contains("Så hva vervene til medlemmet gir, eller hvem som ser medlemmet"));
}

#[tokio::test]
async fn the_way_to_the_settings_is_there_for_those_who_have_it() {
    let scene = Scene::new().await;
    for (who, there) in [("admin", true), ("dpo", true), ("leader", false), ("ptv", false)] {
        assert_eq!(scene.client(who).get("/mer").await.text().contains("href=\"/innstillinger\""), there, "{who}");
    }
    let office = "/innstillinger/tilgang/KLUBBLEDER";
    assert!(scene.client("admin").get(office).await.text().contains("Endre rettene"));
    assert!(!scene.client("dpo").get(office).await.text().contains("Endre rettene"));
    for path in ["/innstillinger/tilgang/KONGE", "/innstillinger/versjoner/7", "/innstillinger/versjoner/x", "/innstillinger/person/x"] {
        assert_eq!(scene.client("admin").get(path).await.status(), 404, "{path}");
    }
}

/// Everything that the form of an office would send as it stands.
fn office_fields(page: &Answer) -> Vec<(String, String)> {
    let form = "form[action='/api/settings/office']";
    let read = |selector: &str| {
        let names = page.attributes(selector, "name").into_iter().map(Option::unwrap);
        names.zip(page.attributes(selector, "value").into_iter().map(Option::unwrap_or_default)).collect::<Vec<_>>()
    };
    let mut fields = read(&format!("{form} input[type=hidden]"));
    fields.extend(read(&format!("{form} input[type=text]")));
    fields.extend(read(&format!("{form} input[type=checkbox][checked]")));
    fields
}

async fn send_office(client: &mut Client, fields: &[(String, String)]) -> Answer {
    let fields: Vec<_> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    send_and_follow(client, "/api/settings/office", &fields).await
}

fn set(fields: &mut Vec<(String, String)>, name: &str, value: &str) {
    fields.retain(|(other, _)| other != name);
    fields.push((name.to_owned(), value.to_owned()));
}

#[tokio::test]
async fn an_office_is_added_without_script_and_refused_at_its_fields() {
    let world = World::peopled().await;
    let mut admin = world.login("admin").await;
    let page = admin.get("/innstillinger/nytt-verv").await;
    assert_eq!((page.text_of("h1").as_deref(), errors(&page)), (Some("Nytt verv"), vec![]));
    let mut fields = office_fields(&page);
    set(&mut fields, "code", "verne ombud");
    set(&mut fields, "names[nb]", "verneombud; lokalt");
    set(&mut fields, "names[nn]", "<b>verneombod</b>");
    set(&mut fields, "rules[]", "single");
    let page = send_office(&mut admin, &fields).await;
    assert_eq!(
        errors(&page),
        [
            "Kode: bruk store bokstaver fra A til Z, tall og understrek, og begynn med en bokstav. Minst 2 og høyst 32 tegn",
            "Navn på bokmål: bruk vanlige tegn, og ikke semikolon",
            "Navn på engelsk: må fylles ut",
            "Velg minst ett sted vervet kan holdes",
        ]
    );
    let kept = office_fields(&page);
    for (name, value) in [("code", "verne ombud"), ("names[nn]", "<b>verneombod</b>"), ("rules[]", "single")] {
        assert!(kept.contains(&(name.to_owned(), value.to_owned())), "{kept:?}");
    }
    let mut fields = kept;
    for (name, value) in
        [("code", "verneombud"), ("names[nb]", "verneombud"), ("names[en]", "safety representative"), ("held_at[]", "club")]
    {
        set(&mut fields, name, value);
    }
    let check = send_office(&mut admin, &fields).await;
    assert_eq!((check.text_of("h1").as_deref(), texts(&check, ".ds-tag")), (Some("Nytt verv"), vec!["Ny".to_owned()]));
    assert!(check.text().contains("Vervet Verneombud (VERNEOMBUD)") && check.text().contains("&lt;b&gt;verneombod"));
    assert_eq!((world.rows("policies").await, admin.get("/innstillinger/tilgang/VERNEOMBUD").await.status()), (0, 404));
    let done = publish(&mut admin, &check, "Vi har vervet").await;
    assert_eq!(done.text_of("[role=status] h2").as_deref(), Some("Reglene gjelder nå"));
    assert_eq!(texts(&done, "[role=status] a"), ["Gi retter til vervet verneombud"]);
    assert!(texts(&admin.get("/innstillinger/tilgang").await, "h2").contains(&"Verneombud".to_owned()));
    let office = admin.get("/innstillinger/tilgang/VERNEOMBUD").await;
    assert!(office.text().contains("Ingen retter") && office.text().contains("Bare én i hver enhet har vervet om gangen."));
    // Rights come as for every other office.
    let to = "/innstillinger/tilgang/VERNEOMBUD/endre";
    assert_eq!(admin.get(to).await.text_of("h1").as_deref(), Some("Hva skal verneombud kunne se og gjøre?"));
    // The form is empty again, and the code is taken.
    assert_eq!(office_fields(&admin.get("/innstillinger/nytt-verv").await).iter().find(|(name, _)| name == "code").unwrap().1, "");
    assert_eq!(errors(&send_office(&mut admin, &fields).await)[0], "Kode: forbundet har allerede et verv med denne koden");
    let again = send_and_follow(&mut admin, "/api/settings/drop", &[("facts", "nytt")]).await;
    assert_eq!(again.text_of("h1").as_deref(), Some("Hvem som ser hva"));
}

#[tokio::test]
async fn another_name_is_on_every_page_from_the_next_one_on() {
    let world = World::peopled().await;
    let (mut admin, mut ptv, mut leader) = (world.login("admin").await, world.login("ptv").await, world.login("leader").await);
    assert!(ptv.get("/mer").await.text().contains("plasstillitsvalgt"));
    let mut fields = office_fields(&admin.get("/innstillinger/tilgang/PTV/verv").await);
    assert!(
        fields.contains(&("rules[]".to_owned(), "agreement".to_owned())) && fields.iter().all(|(name, _)| name != "code"),
        "{fields:?}"
    );
    set(&mut fields, "names[nb]", "husets tillitsvalgte");
    let check = send_office(&mut admin, &fields).await;
    assert_eq!(check.text_of("h1").as_deref(), Some("Endre vervet plasstillitsvalgt"));
    assert!(check.text().contains("Bokmål: plasstillitsvalgt → Bokmål: husets tillitsvalgte"), "{}", check.text());
    publish(&mut admin, &check, "Slik sier vi det").await;
    for page in ["/i-dag", "/mer", "/mer/verv"] {
        let text = ptv.get(page).await.text();
        assert!(text.to_lowercase().contains("husets tillitsvalgte") && !text.contains("plasstillitsvalgt"), "{page}");
    }
    let club = leader.get(&format!("/organisasjon/{}", world.unit_id("C1").await)).await.text();
    assert!(club.contains("Husets tillitsvalgte") && !club.contains("lasstillitsvalgt"));
    let version = admin.get("/innstillinger/versjoner/1").await;
    assert_eq!(texts(&version, ".ds-tag"), ["Gjelder nå", "Endret"]);
}
