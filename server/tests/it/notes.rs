//! Writing a note without script.

use crate::journeys::{add_note, errors, fresh_key, open_case, send, send_and_follow, texts, values};
use crate::world::{Client, World};

async fn with_a_case() -> (World, Client, String) {
    let world = World::peopled().await;
    let (mut client, ada) = (world.login("ptv").await, world.member_id("20").await);
    let case = open_case(&mut client, "FERIE", &ada, "Tekst").await;
    (world, client, case)
}

#[tokio::test]
async fn a_note_is_written_and_stands_in_the_case() {
    let (world, mut client, case) = with_a_case().await;
    let form = client.get(&format!("/saker/{case}/notat")).await;
    assert_eq!(form.text_of("h1").as_deref(), Some("Skriv notat"));
    assert_eq!(errors(&form).len(), 0);
    let (key, body) = (values(&form, "key").remove(0), "Møte med rektor.\r\n\r\nEnige om ny frist.");
    let fields = [("case", case.as_str()), ("key", &key), ("body", body)];
    let page = send_and_follow(&mut client, "/api/notes/add", &fields).await;
    assert_eq!(page.text_of("[role=status] h2").as_deref(), Some("Notatet er lagret"));
    assert!(page.text().contains("Møte med rektor.\n\nEnige om ny frist."), "line breaks are kept");
    // The form sent again, as by a double click or the reload button, adds nothing.
    send(&mut client, "/api/notes/add", &fields).await;
    assert_eq!((world.rows("notes").await, world.rows("case_events").await), (1, 2));
    let newer = client.get(&format!("/saker/{case}/notat")).await;
    assert_ne!(values(&newer, "key"), [key]);
    assert_eq!(newer.text_of("textarea").as_deref(), Some(""), "the draft is gone with the note");
}

#[tokio::test]
async fn a_note_that_will_not_do_comes_back_with_what_was_typed() {
    let (world, mut client, case) = with_a_case().await;
    let long = format!("{}</textarea><script>alert(1)</script>", "x".repeat(100_001));
    let unreadable = "Notat: teksten har tegn vi ikke kan lese. Prøv å skrive den på nytt";
    for (body, wrong) in [
        ("", "Notat: må fylles ut"),
        (" \r\n\t ", "Notat: må fylles ut"),
        (&*long, "Notat: skriv kortere, høyst 100000 tegn"),
        ("a\u{7}b", unreadable),
        ("a\0b", unreadable),
    ] {
        let fields = [("case", case.as_str()), ("key", &*fresh_key()), ("body", body)];
        let page = send_and_follow(&mut client, "/api/notes/add", &fields).await;
        assert_eq!(errors(&page), [wrong]);
        assert_eq!(page.text_of("title").as_deref(), Some("Feil: Skriv notat – KLAR"));
        assert_eq!(page.attributes("textarea", "aria-invalid"), [Some("true".to_owned())]);
        if !body.contains('\0') {
            let area = page.html().select(&scraper::Selector::parse("textarea").unwrap()).next().unwrap().text().collect::<String>();
            assert_eq!(area, body.replace("\r\n", "\n"));
        }
        assert!(!texts(&page, "script").iter().any(|script| script.contains("alert")));
    }
    assert_eq!(world.rows("notes").await, 0);
    // It waits until it will do, on another day too, and for nobody else.
    send(&mut client, "/api/notes/add", &[("case", &case), ("key", &fresh_key()), ("body", &long)]).await;
    world.pass(25 * 60);
    assert!(client.get(&format!("/saker/{case}/notat")).await.text().contains("&lt;/textarea&gt;&lt;script&gt;alert(1)"));
    add_note(&mut client, &case, "Kort nok").await;
    assert_eq!((world.rows("notes").await, world.rows("drafts").await), (1, 0));
}

#[tokio::test]
async fn what_looks_like_html_is_shown_as_it_was_written() {
    let (_world, mut client, case) = with_a_case().await;
    let hostile = "</textarea></p><script>alert(1)</script><img src=x onerror=alert(1)> {{7*7}} &amp; <b>";
    add_note(&mut client, &case, hostile).await;
    crate::journeys::add_task(&mut client, &case, hostile, "").await;
    let page = client.get(&format!("/saker/{case}")).await;
    assert!(texts(&page, ".k-prose").iter().any(|text| text == hostile), "{:?}", texts(&page, ".k-prose"));
    assert!(texts(&page, ".k-task-title").iter().any(|text| text == hostile));
    assert_eq!(page.attributes("main img, main b", "src").len(), 0);
    assert!(!texts(&page, "script").iter().any(|script| script.contains("alert")));
    let today = client.get("/i-dag").await;
    assert!(texts(&today, ".k-task-title").iter().any(|text| text == hostile));
}

#[tokio::test]
async fn a_reader_is_shown_the_notes_but_no_way_to_write() {
    let (world, mut client, case) = with_a_case().await;
    add_note(&mut client, &case, "Notatet til Vakker").await;
    let page = world.login("leader").await.get(&format!("/saker/{case}")).await;
    let why = "Du ser dette fordi du er klubbleder i Klubben ved Granlia. Du kan lese saken, men ikke skrive i den.";
    assert!(page.text().contains("Notatet til Vakker") && page.text().contains(why));
    let own = client.get(&format!("/saker/{case}")).await;
    for way in ["notat", "oppgave", "kontakt", "beslutning", "brev", "dokumenter", "moter/nytt"] {
        let link = format!("\"/saker/{case}/{way}\"");
        assert!(own.text().contains(&link) && !page.text().contains(&link), "{link}");
    }
    assert_eq!(texts(&page, "main form[method=post]").len(), 0);
}

/// The id of the note that was written last.
async fn newest(world: &World) -> String {
    world.uuids("SELECT id FROM notes ORDER BY id DESC LIMIT 1").await.remove(0)
}

async fn add_kind(client: &mut Client, case: &str, body: &str, kind: &str) {
    send(client, "/api/notes/add", &[("case", case), ("key", &fresh_key()), ("body", body), ("note_kind", kind)]).await;
}

#[tokio::test]
async fn a_private_draft_is_shown_to_its_author_alone_and_can_be_shared() {
    let (world, mut client, case) = with_a_case().await;
    add_kind(&mut client, &case, "Bare en tanke", "private").await;
    let note = newest(&world).await;
    let mut leader = world.login("leader").await;
    let case_page = format!("/saker/{case}");
    assert!(client.get(&case_page).await.text().contains("Bare en tanke"));
    for path in [case_page.clone(), format!("{case_page}/tidslinje"), "/saker".to_owned(), "/i-dag".to_owned()] {
        let page = leader.get(&path).await;
        assert!(page.status() == 200 && !page.text().contains("Bare en tanke") && !page.text().contains(&note), "{path}");
    }
    assert_eq!(leader.get(&format!("{case_page}/notat/{note}")).await.status(), 404);
    let share = [("case", &*case), ("note", &note), ("version", "1"), ("body", "Bare en tanke"), ("note_kind", "shared")];
    let page = send_and_follow(&mut client, "/api/notes/change", &share).await;
    assert_eq!(page.text_of("[role=status] h2").as_deref(), Some("Lagret"));
    let page = leader.get(&case_page).await;
    assert!(page.text().contains("Bare en tanke") && page.text().contains("Notat som følger saken videre"));
}

/// Sends a change of a version, with this text, and whether both texts are to stand.
async fn change(client: &mut Client, ids: &(String, String), sent: [&str; 3]) -> String {
    let fields = [("case", ids.0.as_str()), ("note", &ids.1), ("version", sent[0]), ("body", sent[1]), ("both", sent[2])];
    send(client, "/api/notes/change", &fields).await
}

#[tokio::test]
async fn two_who_change_one_note_choose_between_both_texts_and_neither_is_lost() {
    let (world, mut here, case) = with_a_case().await;
    add_note(&mut here, &case, "Møtet er torsdag").await;
    let note = newest(&world).await;
    let mut there = world.login("ptv").await;
    let (page, form) = (format!("/saker/{case}/notat/{note}"), format!("/saker/{case}/notat/{note}/endre"));
    let ids = (case.clone(), note.clone());
    // The same form stands open on two machines.
    for client in [&mut here, &mut there] {
        assert_eq!(values(&client.get(&form).await, "version"), ["1"]);
    }
    assert_eq!(change(&mut here, &ids, ["1", "Møtet er fredag", "false"]).await, format!("{page}?lagret=1"));
    assert_eq!(change(&mut there, &ids, ["1", "Møtet er i rom 2", "false"]).await, form);
    let choice = there.get(&form).await;
    assert_eq!((choice.status(), choice.text_of("h1").as_deref()), (409, Some("Notatet er endret mens du skrev")));
    assert_eq!(texts(&choice, ".k-versus .k-prose"), ["Møtet er fredag"]);
    assert_eq!(choice.text_of("textarea").as_deref(), Some("Møtet er i rom 2"));
    assert_eq!(values(&choice, "version"), ["2"]);
    // A third writer is quicker again: the choice comes once more, with the newest text.
    assert_eq!(change(&mut here, &ids, ["2", "Møtet er lørdag", "false"]).await, format!("{page}?lagret=1"));
    assert_eq!(change(&mut there, &ids, ["2", "Møtet er i rom 2", "false"]).await, form);
    assert_eq!(texts(&there.get(&form).await, ".k-versus .k-prose"), ["Møtet er lørdag"]);
    assert_eq!(change(&mut there, &ids, ["3", "Møtet er i rom 2", "true"]).await, format!("{page}?lagret=1"));
    let shown = there.get(&page).await;
    assert_eq!(texts(&shown, ".k-prose"), ["Møtet er lørdag Møtet er i rom 2", "Møtet er lørdag", "Møtet er fredag", "Møtet er torsdag"]);
    assert!(shown.text().contains("Endret ") && shown.text().contains("Tidligere versjoner"));
    assert_eq!(world.rows("drafts").await, 0);
    // Or what stands there is kept, and what was typed goes, because somebody said so.
    assert_eq!(change(&mut there, &ids, ["1", "Noe annet", "false"]).await, form);
    let kept = send(&mut there, "/api/drafts/drop", &[("form", &format!("note/{case}/{note}")), ("to", &page)]).await;
    assert_eq!((kept, world.rows("drafts").await), (page.clone(), 0));
    assert_eq!(there.get(&form).await.status(), 200);
    assert_eq!(change(&mut there, &ids, ["x", "Uten versjon", "false"]).await, form, "without a version both are shown");
    assert_eq!(there.get(&form).await.status(), 409);
}

#[tokio::test]
async fn after_a_day_a_note_is_added_to_and_the_text_of_a_late_change_is_kept() {
    let (world, mut client, case) = with_a_case().await;
    add_note(&mut client, &case, "Avtalt muntlig").await;
    let note = newest(&world).await;
    world.pass(24 * 3600);
    let mut client = world.login("ptv").await;
    let (page, form) = (format!("/saker/{case}/notat/{note}"), format!("/saker/{case}/notat/{note}/endre"));
    assert_eq!(client.get(&form).await.text_of("h1").as_deref(), Some("Notatet kan ikke endres lenger"));
    assert!(!client.get(&page).await.text().contains("/endre"));
    let late = [("case", &*case), ("note", &note), ("version", "1"), ("body", "Avtalt muntlig, og skriftlig")];
    let to = send(&mut client, "/api/notes/change", &late).await;
    assert_eq!(to, format!("{page}/tillegg?for-sent=1"));
    let shown = client.get(&to).await;
    assert_eq!(shown.text_of("textarea").as_deref(), Some("Avtalt muntlig, og skriftlig"));
    assert!(shown.text().contains("Fristen for å endre notatet gikk ut"));
    let key = values(&shown, "key").remove(0);
    let addition = [("case", &*case), ("note", &note), ("key", &key), ("body", "Nå også skriftlig")];
    for _ in 0..2 {
        assert_eq!(send(&mut client, "/api/notes/add-to", &addition).await, format!("{page}?lagret=1"));
    }
    let shown = client.get(&page).await;
    assert_eq!(texts(&shown, ".k-prose"), ["Avtalt muntlig", "Nå også skriftlig"]);
    assert!(client.get(&format!("/saker/{case}")).await.text().contains("Vakker Blomst la til "));
    assert_eq!((world.rows("note_additions").await, world.rows("drafts").await), (1, 0));
}

#[tokio::test]
async fn the_timeline_is_narrowed_and_paged_by_its_address() {
    let (_world, mut client, case) = with_a_case().await;
    for n in 0..35 {
        add_note(&mut client, &case, &format!("Notat nummer {n}.")).await;
    }
    crate::journeys::add_task(&mut client, &case, "Ring rektor", "").await;
    let here = format!("/saker/{case}");
    let page = client.get(&here).await;
    assert_eq!(texts(&page, ".k-timeline > li").len(), 30);
    let older = page.attributes(".k-pager a[rel=next]", "href").remove(0).unwrap();
    let rest = client.get(&older).await;
    assert_eq!((rest.status(), texts(&rest, ".k-timeline > li").len()), (200, 7));
    assert!(rest.text().contains("Saken ble laget") && rest.text().contains("Notat nummer 0."));
    let tasks = client.get(&format!("{here}/tidslinje?vis=tasks")).await;
    assert_eq!(texts(&tasks, ".k-timeline h2"), ["Ny oppgave: Ring rektor"]);
    assert_eq!(texts(&tasks, "nav [aria-current=page].k-chip"), ["Oppgaver"]);
    let none = client.get(&format!("{here}/tidslinje?vis=decisions")).await;
    assert!(none.text().contains("Ingenting her ennå"));
    for nonsense in ["?vis=alt&etter=x", "?etter=~", "?etter=00000000-0000-0000-0000-000000000000~x"] {
        let page = client.get(&format!("{here}/tidslinje{nonsense}")).await;
        assert_eq!((page.status(), texts(&page, ".k-timeline > li").len()), (200, 30), "{nonsense}");
    }
}
