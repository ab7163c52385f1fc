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

/// The same with somebody who takes part, and a task of the representative's: its id.
async fn with_two() -> (World, Client, Client, String, String) {
    let (world, mut ptv, case) = with_a_case().await;
    let leader = world.member_id("2").await;
    world.insert_pair("case_participants", ["case_id", "person_id"], [&case, &leader]).await;
    add_task(&mut ptv, &case, "Ring rektor", "24.9.2026").await;
    let task = values(&ptv.get(&format!("/saker/{case}")).await, "task").remove(0);
    let other = world.login("leader").await;
    (world, ptv, other, case, task)
}

/// What stands in a form on the page, ready to be sent.
fn form<'a>(page: &crate::world::Answer, names: &[&'a str]) -> Vec<(&'a str, String)> {
    names.iter().map(|name| (*name, values(page, name).pop().unwrap_or_default())).collect()
}

fn sent<'a>(fields: &'a [(&'a str, String)], instead: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let kept = fields.iter().filter(|(name, _)| !instead.iter().any(|(other, _)| other == name));
    kept.map(|(name, value)| (*name, value.as_str())).chain(instead.iter().copied()).collect()
}

#[tokio::test]
async fn a_task_is_given_to_somebody_who_finds_it_on_today_and_leads_to_its_page() {
    let (world, mut ptv, mut leader, case, _) = with_two().await;
    let page = ptv.get(&format!("/saker/{case}/oppgave")).await;
    let people = texts(&page, "select[name=given_to] option");
    assert_eq!(people, ["Vakker Blomst", "Klok Fjord"]);
    let to = page.attributes("select[name=given_to] option", "value").remove(1).unwrap();
    let fields = [
        ("case", &*case),
        ("key", &fresh_key()),
        ("title", "Skriv referat"),
        ("due", "25.9.2026"),
        ("given_to", &to),
        ("repeat", "weekly"),
        ("details", "Første linje\nandre linje"),
    ];
    let page = send_and_follow(&mut ptv, "/api/tasks/add", &fields).await;
    assert_eq!(page.text_of("[role=status] h2").as_deref(), Some("Oppgaven er lagret. Den som skal gjøre den, ser den i I dag."));
    assert!(page.text().contains("Ny oppgave til Klok Fjord: Skriv referat"));
    let today = leader.get("/i-dag").await;
    let link = today.attributes(".k-task-title a", "href").remove(0).unwrap();
    assert!(link.starts_with(&format!("/saker/{case}/oppgaver/")), "{link}");
    let page = leader.get(&link).await;
    assert_eq!((page.status(), page.text_of("h1").as_deref()), (200, Some("Skriv referat")));
    for told in ["Første linje\nandre linje", "Klok Fjord (deg)", "25. september 2026", "Hver uke", "Vakker Blomst, "] {
        assert!(page.text().contains(told), "{told}: {}", page.text());
    }
    // Done: the next one comes, a week later.
    let tick = form(&page, &["case", "task", "version", "done", "to"]);
    let page = send_and_follow(&mut leader, "/api/tasks/tick", &sent(&tick, &[("done", "true")])).await;
    assert_eq!(page.text_of("[role=status] h2").as_deref(), Some("Lagret"));
    assert!(leader.get("/i-dag").await.text().contains("2. oktober 2026"));
    assert_eq!(world.rows("tasks").await, 3);
}

#[tokio::test]
async fn what_cannot_be_given_or_repeated_comes_back_with_what_was_typed() {
    let (world, mut ptv, _, case, task) = with_two().await;
    let stranger = world.member_id("20").await;
    for (given, repeat, wrong) in [
        (&*stranger, "never", "Hvem skal gjøre det?: valget finnes ikke lenger. Velg på nytt"),
        ("x", "never", "Hvem skal gjøre det?: valget finnes ikke lenger. Velg på nytt"),
        ("", "daily", "Dato: må fylles ut"),
        ("", "sometimes", "Gjentas: valget finnes ikke lenger. Velg på nytt"),
    ] {
        for (path, own) in [("/api/tasks/add", ("key", fresh_key())), ("/api/tasks/change", ("task", task.clone()))] {
            let fields = [("case", &*case), (own.0, &*own.1), ("version", "1"), ("title", "Ny"), ("given_to", given), ("repeat", repeat)];
            let page = send_and_follow(&mut ptv, path, &fields).await;
            assert_eq!(errors(&page), [wrong], "{path}");
            assert_eq!(values(&page, "title"), ["Ny"]);
        }
    }
    assert_eq!((world.rows("tasks").await, world.rows("case_events").await), (1, 2));
}

#[tokio::test]
async fn two_who_change_a_task_see_both_and_either_can_be_kept() {
    let (world, mut ptv, mut leader, case, task) = with_two().await;
    let path = format!("/saker/{case}/oppgaver/{task}/endre");
    let opened = form(&ptv.get(&path).await, &["case", "task", "version", "title", "due"]);
    assert_eq!(opened[3].1, "Ring rektor");
    for keep_mine in [false, true] {
        let theirs = form(&leader.get(&path).await, &["case", "task", "version", "title", "due"]);
        let words = format!("Lederens {keep_mine}");
        let page = send_and_follow(&mut leader, "/api/tasks/change", &sent(&theirs, &[("title", &words)])).await;
        assert_eq!(page.text_of("h1").as_deref(), Some(&*words));
        let before = world.contents().await;
        // The other one's form is older: nothing is changed, and both are there.
        let page = send_and_follow(&mut ptv, "/api/tasks/change", &sent(&opened, &[("title", "Min <b>egen</b>"), ("due", "")])).await;
        assert_eq!(page.text_of("[role=status] h2").as_deref(), Some("Noen andre endret oppgaven mens du skrev"));
        assert!(page.text_of("[role=status]").unwrap().contains("Klok Fjord endret den "));
        assert!(texts(&page, ".ds-card dd").contains(&words), "{:?}", texts(&page, ".ds-card dd"));
        assert_eq!(values(&page, "title"), ["Min <b>egen</b>"]);
        assert_eq!((&world.contents().await["tasks"], &world.contents().await["case_events"]), (&before["tasks"], &before["case_events"]));
        // Back another day: still both.
        assert_eq!(values(&ptv.get(&path).await, "title"), ["Min <b>egen</b>"]);
        if keep_mine {
            let mine = form(&page, &["case", "task", "version", "title", "due"]);
            let page = send_and_follow(&mut ptv, "/api/tasks/change", &sent(&mine, &[])).await;
            assert_eq!(page.text_of("h1").as_deref(), Some("Min <b>egen</b>"));
            let story = ptv.get(&format!("/saker/{case}")).await;
            assert!(story.text().contains(&format!("Fra «{words}» til «Min &lt;b&gt;egen&lt;/b&gt;»")), "{}", story.text());
        } else {
            let page = send_and_follow(&mut ptv, "/api/tasks/keep", &[("case", &case), ("task", &task)]).await;
            assert_eq!(page.text_of("h1").as_deref(), Some(&*words));
            assert_eq!(values(&ptv.get(&path).await, "title"), [words]);
        }
        assert_eq!(world.rows("drafts").await, 0);
    }
}

/// REL-4, INP-6: the same form twice is one, and a change sent again leads to the same page.
#[tokio::test]
async fn forms_of_a_task_sent_twice_do_one_thing() {
    let (world, mut ptv, _, case, task) = with_two().await;
    let here = format!("/saker/{case}/oppgaver/{task}");
    let key = fresh_key();
    let comment = [("case", &*case), ("task", &task), ("key", &key), ("comment", "Ringte to ganger")];
    let change = [("case", &*case), ("task", &*task), ("version", "1"), ("title", "Ring igjen")];
    let drop = [("case", &*case), ("task", &*task), ("version", "2"), ("reason", "De ringte selv")];
    for (path, fields, leads) in [
        ("/api/tasks/comment", &comment[..], "kommentar"),
        ("/api/tasks/change", &change[..], "endret"),
        ("/api/tasks/drop", &drop[..], "droppet"),
    ] {
        let once = send(&mut ptv, path, fields).await;
        assert_eq!(once, format!("{here}?gjort={leads}"));
        let after = world.contents().await;
        assert_eq!(send(&mut ptv, path, fields).await, once);
        assert!(world.contents().await == after, "{path}");
    }
    let page = ptv.get(&here).await;
    assert!(page.text().contains("Ringte to ganger") && page.text().contains("Hvorfor: De ringte selv"));
    // Dropped: it is not to be done, not to be changed, and can be taken up again.
    assert!(!page.text().contains("/endre") && !page.text().contains("Dropp oppgaven"));
    let again = form(&page, &["case", "task", "version", "to"]);
    let again: Vec<_> = again.iter().map(|(name, value)| (*name, if *name == "version" { "3" } else { value.as_str() })).collect();
    let page = send_and_follow(&mut ptv, "/api/tasks/tick", &again).await;
    assert!(page.text().contains("Dropp oppgaven"));
    assert!(ptv.get(&format!("/saker/{case}")).await.text().contains("Droppet: Ring igjen"));
}

#[tokio::test]
async fn empty_comments_and_reasons_are_refused_and_long_ones_kept() {
    let (world, mut ptv, mut leader, case, task) = with_two().await;
    let long = "x".repeat(5_001);
    for (path, name, typed, wrong) in [
        ("/api/tasks/comment", "comment", "", "Kommentar: må fylles ut"),
        ("/api/tasks/comment", "comment", &*long, "Kommentar: skriv kortere, høyst 5000 tegn"),
        ("/api/tasks/drop", "reason", " ", "Hvorfor: må fylles ut"),
    ] {
        let fields = [("case", &*case), ("task", &*task), ("key", &fresh_key()), ("version", "1"), (name, typed)];
        let page = send_and_follow(&mut ptv, path, &fields).await;
        assert!(errors(&page).contains(&wrong.to_owned()), "{:?}", errors(&page));
        // What one has typed is one's own.
        assert!(errors(&leader.get(&format!("/saker/{case}/oppgaver/{task}")).await).is_empty());
    }
    assert!(ptv.get(&format!("/saker/{case}/oppgaver/{task}")).await.text().contains(&long));
    assert_eq!(world.rows("task_comments").await, 0);
    // Dropped after somebody has changed it: not dropped, and the reason is kept.
    let changed = [("case", &*case), ("task", &*task), ("version", "1"), ("title", "Ring lærer")];
    send(&mut leader, "/api/tasks/change", &changed).await;
    let late = [("case", &*case), ("task", &*task), ("version", "1"), ("reason", "For sent")];
    let page = send_and_follow(&mut ptv, "/api/tasks/drop", &late).await;
    assert!(page.text_of("[role=status] h2").unwrap().starts_with("Noen andre endret oppgaven først."));
    assert_eq!(values(&page, "reason"), ["For sent"]);
}

/// INP-15: what people type is text, wherever it is shown.
#[tokio::test]
async fn hostile_texts_in_tasks_are_shown_as_they_are() {
    let (_world, mut ptv, _, case, task) = with_two().await;
    for hostile in ["<img src=x onerror=alert(1)>", "javascript:alert(1)", "{{7*7}}", "<svg/onload=alert(1)>", "[a](javascript:alert(1))"] {
        let key = fresh_key();
        let fields = [("case", &*case), ("task", &*task), ("key", &key), ("comment", hostile)];
        send(&mut ptv, "/api/tasks/comment", &fields).await;
        for path in [format!("/saker/{case}/oppgaver/{task}"), format!("/saker/{case}")] {
            let page = ptv.get(&path).await;
            assert!(texts(&page, ".k-prose").contains(&hostile.to_owned()), "{hostile}");
            assert!(!page.text().contains("<img src=x") && !page.text().contains("<svg/onload"), "{hostile}");
            assert!(!page.attributes("a", "href").into_iter().flatten().any(|href| href.starts_with("javascript")));
        }
    }
}

#[tokio::test]
async fn a_description_that_is_written_over_can_be_read_by_those_who_read_the_case() {
    let (_world, mut ptv, mut leader, case, task) = with_two().await;
    let page = format!("/saker/{case}/oppgaver/{task}");
    let opened = form(&ptv.get(&format!("{page}/endre")).await, &["case", "task", "version", "title", "due"]);
    let now = form(&leader.get(&format!("{page}/endre")).await, &["case", "task", "version", "title", "due"]);
    send_and_follow(&mut leader, "/api/tasks/change", &sent(&now, &[("details", "Lederens tekst")])).await;
    let both = send_and_follow(&mut ptv, "/api/tasks/change", &sent(&opened, &[("details", "Min tekst")])).await;
    let version = values(&both, "version").remove(0);
    let over = send_and_follow(&mut ptv, "/api/tasks/change", &sent(&opened, &[("details", "Min tekst"), ("version", &version)])).await;
    assert!(texts(&over, "details .k-prose").contains(&"Lederens tekst".to_owned()), "{}", over.text());
    let read = leader.get(&page).await;
    assert!(texts(&read, "summary").contains(&"Tidligere tekst".to_owned()));
    assert!(texts(&read, "details .k-meta").iter().any(|text| text.ends_with("da Vakker Blomst endret det")));
}
