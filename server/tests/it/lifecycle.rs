//! A case that waits, is closed and opened again, without script.

use crate::journeys::{add_note, add_task, close, errors, fresh_key, meet, open_case, send, send_and_follow, step, texts, values};
use crate::world::{Answer, Client, World};

async fn with_a_case() -> (World, Client, String) {
    let world = World::peopled().await;
    let (mut client, ada) = (world.login("ptv").await, world.member_id("20").await);
    let case = open_case(&mut client, "FERIE", &ada, "Tekst").await;
    (world, client, case)
}

fn said(page: &Answer) -> Option<String> {
    page.text_of("[role=status] h2")
}

/// Where it is sent, the page of the form, its fields, and what was typed.
type Sent<'a> = (&'a str, &'a str, Vec<(&'a str, &'a str)>, &'a str);

/// Where the links of a page lead.
fn links(page: &Answer) -> Vec<String> {
    page.attributes("main a", "href").into_iter().flatten().collect()
}

#[tokio::test]
async fn a_case_waits_until_its_day_and_is_gone_on_with() {
    let (world, mut client, case) = with_a_case().await;
    let here = format!("/saker/{case}");
    let page = client.get(&here).await;
    assert!(links(&page).contains(&format!("{here}/vent")) && links(&page).contains(&format!("{here}/avslutt")));
    assert!(!links(&page).contains(&format!("{here}/gjenapne")));
    let form = client.get(&format!("{here}/vent")).await;
    assert_eq!((form.text_of("h1").as_deref(), errors(&form).len()), (Some("Sett på vent"), 0));
    let fields = [("waiting_for", "employer"), ("waiting_note", "Svar fra rektor"), ("waiting_until", "24.9.2026")];
    let to = step(&mut client, &case, "/vent", "/api/lifecycle/wait", &fields).await;
    let page = client.get(&to).await;
    assert_eq!(said(&page).as_deref(), Some("Saken er satt på vent. Den dagen du satte, står den i I dag."));
    let waits = "Venter på arbeidsgiveren til 24. september 2026";
    assert!(page.text().contains(waits) && page.text().contains("Svar fra rektor"));
    assert!(!page.text().contains("Dagen er kommet"));
    // Lists say until when, and whoever may only know of the case is not told.
    for path in ["/saker", "/saker?status=waiting", "/i-dag"] {
        assert!(client.get(path).await.text().contains(waits), "{path}");
    }
    assert!(client.get("/saker?status=open").await.text().contains("Ingen saker passer"));
    let list = world.login("officer").await.get("/saker?status=waiting").await;
    assert!(list.text().contains("Venter") && !list.text().contains("24. september"), "the officer knows that it waits, and no more");
    // The form again is as it waits now.
    let form = client.get(&format!("{here}/vent")).await;
    assert_eq!(form.text_of("h1").as_deref(), Some("Vent lenger eller på noen andre"));
    assert_eq!(
        (values(&form, "waiting_note"), values(&form, "waiting_until")),
        (vec!["Svar fra rektor".to_owned()], vec!["24.9.2026".to_owned()])
    );
    // Its day comes.
    assert!(!client.get("/i-dag").await.text().contains("Du har ventet lenge nok"));
    world.pass(3 * 24 * 3600);
    let mut client = world.login("ptv").await;
    let today = client.get("/i-dag").await;
    assert!(texts(&today, "h2").contains(&"Du har ventet lenge nok".to_owned()));
    assert!(client.get(&here).await.text().contains("Dagen er kommet. Gå videre med saken, eller vent lenger."));
    assert!(!world.login("leader").await.get("/i-dag").await.text().contains("Du har ventet lenge nok"));
    // The button on the page is a form of its own.
    let page = client.get(&here).await;
    let fields = ["case", "version", "key"].map(|name| (name, values(&page, name).remove(0)));
    let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let page = send_and_follow(&mut client, "/api/lifecycle/go-on", &fields).await;
    assert_eq!(said(&page).as_deref(), Some("Saken venter ikke lenger"));
    assert!(!page.text().contains("Dagen er kommet"));
    // Sent twice, it is done once; a form of an older version does nothing, and says so.
    assert_eq!(send(&mut client, "/api/lifecycle/go-on", &fields).await, format!("{here}?videre=1"));
    let old = [("case", case.as_str()), ("version", "1"), ("key", &fresh_key())];
    let page = send_and_follow(&mut client, "/api/lifecycle/go-on", &old).await;
    assert_eq!(said(&page).as_deref(), Some("Det har skjedd noe i saken siden du så den. Se hvordan den er nå, og prøv igjen."));
    assert!(!client.get("/i-dag").await.text().contains("Du har ventet lenge nok"));
}

#[tokio::test]
async fn a_form_that_will_not_do_says_where_and_keeps_what_was_typed() {
    let (world, mut client, case) = with_a_case().await;
    let long = "x".repeat(201);
    let (whom, until) = ("Hvem venter du på?: velg ett", "Til når?: må fylles ut");
    for (fields, wrong) in [
        ([("waiting_for", ""), ("waiting_note", "Kari"), ("waiting_until", "")], vec![whom.to_owned(), until.to_owned()]),
        (
            [("waiting_for", "member"), ("waiting_note", &long), ("waiting_until", "1.10.2026")],
            vec!["Hvem, eller hva?: skriv kortere, høyst 200 tegn".to_owned()],
        ),
        (
            [("waiting_for", "member"), ("waiting_note", "\"><b>"), ("waiting_until", "snart")],
            vec!["Til når?: skriv datoen slik: 12.3.2026".to_owned()],
        ),
    ] {
        let to = step(&mut client, &case, "/vent", "/api/lifecycle/wait", &fields).await;
        let page = client.get(&to).await;
        let told = errors(&page);
        assert_eq!(told.len(), wrong.len(), "{told:?}, {wrong:?}");
        assert_eq!(page.text_of("title").as_deref(), Some("Feil: Sett på vent – KLAR"));
        assert_eq!(
            (values(&page, "waiting_note"), values(&page, "waiting_until")),
            (vec![fields[1].1.to_owned()], vec![fields[2].1.to_owned()])
        );
        assert_eq!(told.last().unwrap(), wrong.last().unwrap());
    }
    let past = [("waiting_for", "member"), ("waiting_until", "20.9.2026")];
    let to = step(&mut client, &case, "/vent", "/api/lifecycle/wait", &past).await;
    assert_eq!(errors(&client.get(&to).await).len(), 1, "a day that is over");
    let ending = [("outcome", ""), ("what_agreed", "Fri i juli"), ("follow_up", ""), ("follow_up_on", "1.11.2026")];
    let to = step(&mut client, &case, "/avslutt", "/api/lifecycle/close", &ending).await;
    let page = client.get(&to).await;
    assert_eq!(errors(&page).len(), 2, "how it ended, and what is to be done then: {:?}", errors(&page));
    assert_eq!(page.text_of("textarea").as_deref().map(str::trim), Some("Fri i juli"));
    assert_eq!(values(&page, "follow_up_on"), ["1.11.2026"]);
    assert_eq!(world.texts("SELECT status FROM cases").await, ["open"]);
    // It waits for its writer alone, and goes when it is done.
    assert!(world.login("leader").await.get(&format!("/saker/{case}")).await.status() == 200);
    close(&mut client, &case, "ENIGE", "Fri i juli").await;
    let to = step(&mut client, &case, "/gjenapne", "/api/lifecycle/reopen", &[("reason", " ")]).await;
    assert_eq!(errors(&client.get(&to).await).len(), 1);
    assert_eq!(world.texts("SELECT status FROM cases").await, ["closed"]);
}

#[tokio::test]
async fn a_case_is_closed_with_how_it_ended_and_opened_again_for_a_reason() {
    let (world, mut client, case) = with_a_case().await;
    let here = format!("/saker/{case}");
    add_task(&mut client, &case, "Ring rektor", "24.9.2026").await;
    let form = client.get(&format!("{here}/avslutt")).await;
    assert_eq!(form.text_of("h1").as_deref(), Some("Avslutt saken"));
    assert!(form.text().contains("Ring rektor") && form.text().contains("Hva skal skje med dem?"));
    assert!(values(&form, "outcome").contains(&"ENIGE".to_owned()) && !form.text().contains("Dette er ikke ferdig"));
    // What becomes of the task must be said.
    let mut fields =
        vec![("outcome", "ENIGE"), ("what_agreed", "Fri i juli"), ("follow_up", "Se at han fikk fri"), ("follow_up_on", "1.8.2027")];
    let to = step(&mut client, &case, "/avslutt", "/api/lifecycle/close", &fields).await;
    assert_eq!(errors(&client.get(&to).await).len(), 1);
    fields.push(("open_tasks", "drop"));
    let to = step(&mut client, &case, "/avslutt", "/api/lifecycle/close", &fields).await;
    let page = client.get(&to).await;
    assert_eq!(said(&page).as_deref(), Some("Saken er avsluttet nå"));
    let text = page.text();
    for words in [
        "Avsluttet 21. september 2026",
        "Fri i juli",
        "Dette ble avtalt",
        "Se at han fikk fri",
        "Skal det skrives noe nytt, må saken åpnes igjen først.",
    ] {
        assert!(text.contains(words), "{words}");
    }
    // What was dropped says why, and what is to be followed up stands in Today.
    assert!(text.contains("Saken ble avsluttet"));
    assert_eq!(texts(&client.get("/i-dag").await, ".k-task-title"), ["Se at han fikk fri"]);
    assert!(client.get("/saker?status=closed").await.text().contains(&case));
    // There is nothing to write with but the way to open it again.
    for way in ["notat", "oppgave", "kontakt", "beslutning", "brev", "dokumenter", "moter/nytt", "vent", "avslutt"] {
        assert!(!links(&page).contains(&format!("{here}/{way}")), "{way}");
    }
    assert!(links(&page).contains(&format!("{here}/gjenapne")));
    // What is left is ticked off.
    let tick = ["task", "version", "done"].map(|name| (name, values(&page, name).remove(0)));
    let mut tick: Vec<_> = tick.iter().map(|(name, value)| (*name, value.as_str())).collect();
    tick.push(("case", &case));
    assert_eq!(send(&mut client, "/api/tasks/tick", &tick).await, format!("{here}?huket=1"));
    let form = client.get(&format!("{here}/gjenapne")).await;
    assert!(form.text().contains("Fri i juli"), "how it ended stands beside");
    let to = step(&mut client, &case, "/gjenapne", "/api/lifecycle/reopen", &[("reason", "Fikk ikke fri likevel")]).await;
    let page = client.get(&to).await;
    assert_eq!(said(&page).as_deref(), Some("Saken er åpnet igjen"));
    for words in ["Fikk ikke fri likevel", "Saken ble avsluttet: ", "Fri i juli"] {
        assert!(page.text().contains(words), "{words}");
    }
    add_note(&mut client, &case, "Nytt møte").await;
    assert_eq!(world.texts("SELECT status FROM cases").await, ["open"]);
}

#[tokio::test]
async fn closing_says_what_is_not_finished_and_nothing_of_it_is_lost() {
    let (world, mut client, case) = with_a_case().await;
    let here = format!("/saker/{case}");
    let (meeting, _) = meet(&mut client, &case, "Møtet").await;
    let note = [("form", format!("note/{case}")), ("fields", "body=Halvveis".to_owned())];
    let note: Vec<_> = note.iter().map(|(name, value)| (*name, value.as_str())).collect();
    assert_eq!(client.post_form("/api/drafts/keep", &note).await.status(), 303);
    send(&mut client, "/api/tasks/add", &[("case", &case), ("key", &fresh_key()), ("title", ""), ("details", "Uten tittel")]).await;
    let page = client.get(&format!("{here}/avslutt")).await;
    assert!(page.text().contains("Dette er ikke ferdig") && page.text().contains("30 dager"));
    for way in [format!("{here}/notat"), format!("{here}/oppgave"), format!("{here}/moter/{meeting}/protokoll")] {
        assert!(links(&page).contains(&way), "{way}: {:?}", links(&page));
    }
    // The leader has not begun anything.
    assert!(!world.login("leader").await.get(&here).await.text().contains("Halvveis"));
    close(&mut client, &case, "ENIGE", "").await;
    let closed = client.get(&format!("{here}/notat")).await;
    assert_eq!((closed.status(), closed.text_of("h1").as_deref()), (409, Some("Saken er avsluttet")));
    assert!(closed.text().contains("Åpne saken igjen først") && links(&closed).contains(&here));
    step(&mut client, &case, "/gjenapne", "/api/lifecycle/reopen", &[("reason", "Ikke ferdig")]).await;
    assert_eq!(client.get(&format!("{here}/notat")).await.text_of("textarea").as_deref().map(str::trim), Some("Halvveis"));
    assert!(client.get(&format!("{here}/oppgave")).await.text().contains("Uten tittel"));
}

#[tokio::test]
async fn what_is_sent_to_a_case_that_was_closed_meanwhile_is_refused_in_a_sentence_and_kept() {
    let (world, mut client, case) = with_a_case().await;
    let here = format!("/saker/{case}");
    add_note(&mut client, &case, "Et notat").await;
    let note = world.uuids("SELECT id FROM notes").await.remove(0);
    let (meeting, _) = meet(&mut client, &case, "Møtet").await;
    close(&mut client, &case, "ENIGE", "").await;
    let contents = async || {
        let mut contents = world.contents().await;
        contents.remove("drafts");
        contents
    };
    let before = contents().await;
    let key = fresh_key();
    let of = [("case", case.as_str()), ("key", key.as_str())];
    let sent: [Sent<'_>; 7] = [
        ("/api/notes/add", "/notat", vec![("body", "Skrevet imens a")], "Skrevet imens a"),
        (
            "/api/notes/change",
            &format!("/notat/{note}/endre"),
            vec![("note", &note), ("version", "1"), ("body", "Skrevet imens b")],
            "Skrevet imens b",
        ),
        ("/api/notes/add-to", &format!("/notat/{note}/tillegg"), vec![("note", &note), ("body", "Skrevet imens c")], "Skrevet imens c"),
        ("/api/tasks/add", "/oppgave", vec![("title", "Skrevet imens d")], "Skrevet imens d"),
        (
            "/api/entries/contact",
            "/kontakt",
            vec![("way", "called"), ("with", "member"), ("on", "1.1.2026"), ("said", "Skrevet imens e")],
            "Skrevet imens e",
        ),
        (
            "/api/entries/decide",
            "/beslutning",
            vec![("decided", "Skrevet imens f"), ("reason", "Frist"), ("by", "Styret")],
            "Skrevet imens f",
        ),
        (
            "/api/meetings/record",
            &format!("/moter/{meeting}/referat"),
            vec![("meeting", &meeting), ("version", "2"), ("minutes", "Skrevet imens g")],
            "Skrevet imens g",
        ),
    ];
    for (path, _, fields, _) in &sent {
        let all: Vec<_> = of.iter().chain(fields).copied().collect();
        let answer = client.post_form(path, &all).await;
        assert_eq!((answer.status(), answer.text_of("h1").as_deref()), (409, Some("Saken er avsluttet")), "{path}");
        assert!(answer.text().contains("Åpne saken igjen først") && links(&answer).contains(&here), "{path}");
        assert_eq!(contents().await, before, "{path}");
    }
    let file = client.post_files(&format!("{here}/dokumenter"), &[("key", &*fresh_key())], &[("file", "a.txt", b"abc")]).await;
    assert_eq!(file.status(), 409);
    assert_eq!(contents().await, before);
    for path in [
        "/dokumenter",
        "/brev",
        "/brev/FULLMAKT",
        "/brev/FULLMAKT/se",
        "/brev/FULLMAKT/brev.pdf",
        "/brev/FULLMAKT/brev.docx",
        "/moter/nytt",
    ] {
        assert_eq!(client.get(&format!("{here}{path}")).await.status(), 409, "{path}");
    }
    // Opened again, each form has what was typed.
    step(&mut client, &case, "/gjenapne", "/api/lifecycle/reopen", &[("reason", "Ikke ferdig")]).await;
    for (path, form, _, text) in &sent {
        assert!(client.get(&format!("{here}{form}")).await.text().contains(text), "{path}: {text}");
    }
}

#[tokio::test]
async fn only_its_owner_closes_it_and_whoever_comes_too_late_keeps_the_text() {
    let (world, mut client, case) = with_a_case().await;
    let here = format!("/saker/{case}");
    let helper = world.member_id("10").await;
    world.insert_pair("case_participants", ["case_id", "person_id"], [&case, &helper]).await;
    let mut board = world.login("board").await;
    let page = board.get(&here).await;
    assert!(links(&page).contains(&format!("{here}/vent")) && !links(&page).contains(&format!("{here}/avslutt")), "{:?}", links(&page));
    for path in ["/avslutt", "/gjenapne"] {
        assert_eq!(board.get(&format!("{here}{path}")).await.status(), 403, "{path}");
    }
    for path in ["close", "reopen"] {
        let fields = [("case", case.as_str()), ("key", &fresh_key()), ("version", "1"), ("outcome", "ENIGE"), ("reason", "x")];
        assert_eq!(board.post_form(&format!("/api/lifecycle/{path}"), &fields).await.status(), 403, "{path}");
    }
    // A note is written while the form stands open: the owner is asked once more, with the text there.
    let form = client.get(&format!("{here}/avslutt")).await;
    let (version, key) = (values(&form, "version").remove(0), values(&form, "key").remove(0));
    add_note(&mut board, &case, "Rektor ringte").await;
    let fields = [("case", case.as_str()), ("version", &version), ("key", &key), ("outcome", "ENIGE"), ("what_agreed", "Fri i juli")];
    let page = send_and_follow(&mut client, "/api/lifecycle/close", &fields).await;
    assert_eq!(said(&page).as_deref(), Some("Det har skjedd noe i saken mens du skrev"));
    assert!(page.text().contains("Sist: ") && page.text_of("textarea").as_deref().map(str::trim) == Some("Fri i juli"));
    close(&mut client, &case, "ENIGE", "Fri i juli").await;
    // Whoever may not open it again is told whom to ask.
    let page = board.get(&here).await;
    assert!(page.text().contains("Vakker Blomst eier saken og kan åpne den igjen.") && !links(&page).contains(&format!("{here}/gjenapne")));
    // A form that stood open all the time: there is nothing to set to wait any more, and the text is there to read.
    let late = [
        ("case", case.as_str()),
        ("version", "1"),
        ("key", &fresh_key()),
        ("waiting_for", "member"),
        ("waiting_note", "Svaret"),
        ("waiting_until", "1.10.2026"),
    ];
    let page = send_and_follow(&mut board, "/api/lifecycle/wait", &late).await;
    assert_eq!(said(&page).as_deref(), Some("Dette kan ikke gjøres slik saken er nå"));
    assert!(page.text().contains("Svaret"));
    assert_eq!(world.texts("SELECT status FROM cases").await, ["closed"]);
}

#[tokio::test]
async fn many_tasks_at_once_leave_closed_cases_out_and_say_so() {
    let (world, mut client, case) = with_a_case().await;
    let ada = world.member_id("20").await;
    let other = open_case(&mut client, "FERIE", &ada, "Tekst").await;
    close(&mut client, &case, "ENIGE", "").await;
    let page = client.get("/saker/felles-oppgave").await;
    assert!(page.text().contains(&other) && !page.text().contains(&case), "one that is closed is not offered");
    let fields = [("key", fresh_key()), ("cases[]", case.clone()), ("cases[]", other.clone()), ("title", "Felles".to_owned())];
    let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let page = send_and_follow(&mut client, "/api/cases/many/add", &fields).await;
    assert!(page.text().contains("1 sak har fått oppgaven") && page.text().contains("Sak 1001: saken er avsluttet. Åpne den igjen først."));
    assert_eq!(world.rows("tasks").await, 1);
}
