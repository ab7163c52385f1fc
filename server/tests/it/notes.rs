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
    let long = format!("{}</textarea><script>alert(1)</script>", "x".repeat(20_001));
    let unreadable = "Notat: teksten har tegn vi ikke kan lese. Prøv å skrive den på nytt";
    for (body, wrong) in [
        ("", "Notat: må fylles ut"),
        (" \r\n\t ", "Notat: må fylles ut"),
        (&*long, "Notat: skriv kortere, høyst 20000 tegn"),
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
    assert!(!page.text().contains("/notat") && !page.text().contains("/oppgave\""));
    assert_eq!(texts(&page, "main form").len(), 0);
}
