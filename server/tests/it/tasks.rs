//! Making tasks and ticking them off without script.

use crate::journeys::{add_task, errors, fresh_key, open_case, send, send_and_follow, texts, values};
use crate::world::{Client, World};

async fn with_a_case() -> (World, Client, String) {
    let world = World::peopled().await;
    let (mut client, ada) = (world.login("ptv").await, world.member_id("20").await);
    let case = open_case(&mut client, "FERIE", &ada, "Tekst").await;
    (world, client, case)
}

#[tokio::test]
async fn a_task_is_written_down_once() {
    let (world, mut client, case) = with_a_case().await;
    let form = client.get(&format!("/saker/{case}/oppgave")).await;
    assert_eq!(form.text_of("h1").as_deref(), Some("Ny oppgave"));
    let key = values(&form, "key").remove(0);
    let fields = [("case", case.as_str()), ("key", &key), ("title", "  Ring   rektor "), ("due", "24/9-26")];
    let page = send_and_follow(&mut client, "/api/tasks/add", &fields).await;
    assert_eq!(page.text_of("[role=status] h2").as_deref(), Some("Oppgaven er lagret. Du ser den i I dag."));
    assert_eq!(texts(&page, ".k-task-title"), ["Ring rektor"]);
    assert!(page.text().contains("3 dager igjen") && page.text().contains("Gjøres av Vakker Blomst"));
    send(&mut client, "/api/tasks/add", &fields).await;
    assert_eq!((world.rows("tasks").await, world.rows("drafts").await), (1, 0));
}

#[tokio::test]
async fn a_task_that_will_not_do_comes_back_with_what_was_typed() {
    let (world, mut client, case) = with_a_case().await;
    let long = "x".repeat(201);
    let (empty, not_a_date, unlikely) = ("Oppgave: må fylles ut", "Dato: skriv datoen slik: 12.3.2026", "Dato: se om årstallet er riktig");
    for (title, due, wrong) in [
        ("", "", vec![empty]),
        ("", "snart", vec![empty, not_a_date]),
        ("Ring", "1.1.2150", vec![unlikely]),
        (&*long, "", vec!["Oppgave: skriv kortere, høyst 200 tegn"]),
        ("a\u{1b}b", "", vec!["Oppgave: teksten har tegn vi ikke kan lese. Prøv å skrive den på nytt"]),
        ("\"><script>alert(1)</script>", "<", vec![not_a_date]),
    ] {
        let fields = [("case", case.as_str()), ("key", &*fresh_key()), ("title", title), ("due", due)];
        let page = send_and_follow(&mut client, "/api/tasks/add", &fields).await;
        assert_eq!(errors(&page), wrong, "{title:?} {due:?}");
        assert_eq!(page.text_of("title").as_deref(), Some("Feil: Ny oppgave – KLAR"));
        assert_eq!((values(&page, "title"), values(&page, "due")), (vec![title.to_owned()], vec![due.to_owned()]));
    }
    assert_eq!(world.rows("tasks").await, 0);
}

#[tokio::test]
async fn a_tick_is_set_and_taken_back() {
    let (world, mut client, case) = with_a_case().await;
    add_task(&mut client, &case, "Ring rektor", "").await;
    let page = client.get(&format!("/saker/{case}")).await;
    let fields = |page: &crate::world::Answer| ["case", "task", "version", "done", "to"].map(|name| (name, values(page, name).remove(0)));
    let tick = fields(&page);
    assert_eq!((tick[2].1.as_str(), tick[3].1.as_str()), ("1", "true"));
    let borrowed: Vec<_> = tick.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let page = send_and_follow(&mut client, "/api/tasks/tick", &borrowed).await;
    assert_eq!(page.text_of("[role=status] h2").as_deref(), Some("Lagret"));
    assert!(page.text().contains("Ferdig: Ring rektor"));
    let back = fields(&page);
    assert_eq!((back[2].1.as_str(), back[3].1.as_str()), ("2", "false"));
    // The first form again, from a tab left open: it is as it says already, and nothing more happens.
    assert!(send(&mut client, "/api/tasks/tick", &borrowed).await.ends_with("?huket=1"));
    let back: Vec<_> = back.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let page = send_and_follow(&mut client, "/api/tasks/tick", &back).await;
    assert!(page.text().contains("Ikke ferdig likevel: Ring rektor"));
    assert_eq!(world.rows("case_events").await, 4);
}

#[tokio::test]
async fn a_tick_on_something_that_has_changed_since_says_so_and_changes_nothing() {
    let (world, mut client, case) = with_a_case().await;
    add_task(&mut client, &case, "Ring rektor", "").await;
    let task = values(&client.get(&format!("/saker/{case}")).await, "task").remove(0);
    let tick = |version: &'static str, done: &'static str| {
        [("case", &*case), ("task", &*task), ("version", version), ("done", done), ("to", "/i-dag")]
    };
    assert_eq!(send(&mut client, "/api/tasks/tick", &tick("1", "true")).await, "/i-dag");
    let before = world.contents().await;
    // Today's list is left for the case, where one can see what has happened.
    let page = send_and_follow(&mut client, "/api/tasks/tick", &tick("1", "false")).await;
    assert_eq!(page.text_of("[role=status] h2").as_deref(), Some("Noen andre endret oppgaven først. Se hvordan den er nå, og prøv igjen."));
    assert_eq!(page.text_of("h1").as_deref(), Some("Ferie: Ada Abelvik"));
    assert!(world.contents().await == before);
}

#[tokio::test]
async fn a_tick_leads_nowhere_but_to_our_own_pages() {
    let (_world, mut client, case) = with_a_case().await;
    add_task(&mut client, &case, "Ring rektor", "").await;
    let task = values(&client.get(&format!("/saker/{case}")).await, "task").remove(0);
    for to in ["https://evil.example", "//evil.example", "/\\evil.example", "javascript:alert(1)", "/\nx", ""] {
        let fields = [("case", &*case), ("task", &*task), ("version", "1"), ("done", "true"), ("to", to)];
        assert_eq!(send(&mut client, "/api/tasks/tick", &fields).await, format!("/saker/{case}?huket=1"), "{to:?}");
    }
}

#[tokio::test]
async fn numbers_and_answers_that_are_none_are_refused() {
    let (world, mut client, case) = with_a_case().await;
    add_task(&mut client, &case, "Ring rektor", "").await;
    let task = values(&client.get(&format!("/saker/{case}")).await, "task").remove(0);
    let before = world.contents().await;
    for (version, done) in [("", "true"), ("1e9", "true"), ("99999999999999999999", "true"), ("1", "kanskje")] {
        let fields = [("case", &*case), ("task", &*task), ("version", version), ("done", done)];
        let answer = client.post_form("/api/tasks/tick", &fields).await;
        assert_eq!(answer.text_of("h1").as_deref(), Some("Dette kunne vi ikke ta imot"), "{version} {done}");
        assert_eq!(answer.status(), 422);
    }
    assert!(world.contents().await == before);
}
