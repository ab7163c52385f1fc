//! Drafts while one types, and text that comes when the session is over (INP-1, 8).

use http::Method;

use crate::journeys::{add_note, fresh_key, open_case, send, texts, values};
use crate::world::{Answer, Client, ORIGIN, World};

async fn with_a_case() -> (World, Client, String) {
    let world = World::peopled().await;
    let (mut client, ada) = (world.login("ptv").await, world.member_id("20").await);
    let case = open_case(&mut client, "FERIE", &ada, "Tekst").await;
    (world, client, case)
}

/// What the island sends.
pub(crate) async fn keep(client: &mut Client, form: &str, key: &str, fields: &[(&str, &str)]) -> Answer {
    let key = (!key.is_empty()).then_some(("key", key));
    let fields = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(key.iter().chain(fields)).finish();
    let body = url::form_urlencoded::Serializer::new(String::new()).extend_pairs([("form", form), ("fields", &fields)]).finish();
    let headers = [
        ("accept", "application/json"),
        ("content-type", "application/x-www-form-urlencoded"),
        ("origin", ORIGIN),
        ("sec-fetch-site", "same-origin"),
    ];
    client.send(Method::POST, "/api/drafts/keep", &headers, &body).await
}

#[tokio::test]
async fn what_is_typed_is_there_when_the_form_is_opened_again() {
    let (world, mut client, case) = with_a_case().await;
    let form = format!("note/{case}");
    let page = client.get(&format!("/saker/{case}/notat")).await;
    assert!(!page.text().contains("Du har et utkast"));
    let key = values(&page, "key").remove(0);
    let typed = [("body", "Halvveis i en setn"), ("note_kind", "shared"), ("case", "x"), ("annet", "y")];
    let answer = keep(&mut client, &form, &key, &typed).await;
    assert_eq!((answer.status(), answer.json()), (200, serde_json::json!(world.now().0)));
    let again = client.get(&format!("/saker/{case}/notat")).await;
    assert_eq!(again.text_of("textarea").as_deref(), Some("Halvveis i en setn"));
    assert!(again.text().contains("Du har et utkast fra i dag kl. "));
    assert_eq!(again.attributes("input[name=note_kind][checked]", "value"), [Some("shared".to_owned())]);
    world.pass(24 * 3600);
    let mut client = world.login("ptv").await;
    assert!(client.get(&format!("/saker/{case}/notat")).await.text().contains("Du har et utkast fra i går kl. "));
    // It is thrown away when somebody says so.
    assert_eq!(send(&mut client, "/api/drafts/drop", &[("form", &form)]).await, format!("/saker/{case}/notat"));
    assert_eq!(world.rows("drafts").await, 0);
    assert!(!client.get(&format!("/saker/{case}/notat")).await.text().contains("Du har et utkast"));
}

/// The last letters may come after the form: they must not bring back what is saved.
#[tokio::test]
async fn letters_that_come_after_the_form_are_no_draft() {
    let (world, mut client, case) = with_a_case().await;
    let key = fresh_key();
    send(&mut client, "/api/notes/add", &[("case", &case), ("key", &key), ("body", "Hele setningen")]).await;
    let answer = keep(&mut client, &format!("note/{case}"), &key, &[("body", "Hele setn")]).await;
    assert_eq!((answer.status(), world.rows("drafts").await), (200, 0));
    let note = world.uuids("SELECT id FROM notes").await.remove(0);
    let contact = [("case", &*case), ("key", &key), ("way", "met"), ("with", "member"), ("on", "1.1.2026"), ("said", "Ja")];
    send(&mut client, "/api/entries/contact", &contact).await;
    send(&mut client, "/api/notes/add-to", &[("case", &case), ("note", &note), ("key", &key), ("body", "Mer")]).await;
    send(&mut client, "/api/notes/change", &[("case", &case), ("note", &note), ("version", "1"), ("body", "En annen")]).await;
    for form in [format!("contact/{case}"), format!("addition/{case}/{note}"), format!("note/{case}/{note}")] {
        let answer = keep(&mut client, &form, &key, &[("body", "En annen"), ("said", "J"), ("version", "1")]).await;
        assert_eq!((answer.status(), world.rows("drafts").await), (200, 0), "{form}");
    }
}

#[tokio::test]
async fn only_the_forms_there_are_keep_anything_and_only_for_those_who_may_send_them() {
    let (world, mut client, case) = with_a_case().await;
    add_note(&mut client, &case, "Notat").await;
    let note = world.uuids("SELECT id FROM notes").await.remove(0);
    let (mut leader, mut outsider) = (world.login("leader").await, world.login("outsider").await);
    for form in [
        format!("note/{case}"),
        format!("note/{case}/{note}"),
        format!("addition/{case}/{note}"),
        format!("contact/{case}"),
        format!("decision/{case}"),
    ] {
        for (who, client, status) in [("leader", &mut leader, 403), ("outsider", &mut outsider, 404)] {
            assert_eq!(keep(client, &form, "", &[("body", "Snik")]).await.status(), status, "{who}: {form}");
        }
        assert_eq!(keep(&mut client, &form, "", &[("body", "Mitt")]).await.status(), 200, "{form}");
    }
    assert_eq!(world.rows("drafts").await, 5);
    for form in
        ["", "office/new", "note/x", &format!("note/{case}/{}", fresh_key()), &format!("NOTE/{case}"), &format!("note/{}", fresh_key())]
    {
        assert_eq!(keep(&mut client, form, "", &[("body", "Snik")]).await.status(), 404, "{form}");
    }
    assert_eq!(world.rows("drafts").await, 5);
}

/// The steps of a new case share one draft: what is typed in one leaves the others as they are.
#[tokio::test]
async fn what_is_typed_in_a_new_case_leaves_its_other_steps_alone() {
    let (world, mut client, _) = with_a_case().await;
    let (draft, ada) = (fresh_key(), world.member_id("20").await);
    send(&mut client, "/api/cases/new/about", &[("draft", &draft), ("case_type", "FERIE")]).await;
    send(&mut client, "/api/cases/new/who", &[("draft", &draft), ("member", &ada)]).await;
    let answer = keep(&mut client, &format!("case/new/{draft}"), "", &[("description", "Hun fikk nei"), ("member", "en annen")]).await;
    assert_eq!(answer.status(), 200);
    let page = client.get(&format!("/saker/ny/{draft}/hendelse")).await;
    assert_eq!(page.text_of("textarea").as_deref(), Some("Hun fikk nei"));
    send(&mut client, "/api/cases/new/what", &[("draft", &draft), ("happened", "12.3.2026"), ("description", "Hun fikk nei")]).await;
    let to = send(&mut client, "/api/cases/new/save", &[("draft", &draft)]).await;
    assert!(to.ends_with("?ny=1"), "{to}");
    assert_eq!(keep(&mut client, &format!("case/new/{draft}"), "", &[("description", "Hun f")]).await.status(), 200);
    assert_eq!(world.rows("drafts").await, 0, "the case is made");
    let board = keep(&mut world.login("board").await, &format!("case/new/{draft}"), "", &[("description", "Snik")]).await;
    assert_eq!(board.status(), 403);
}

/// INP-8: half an hour and 2,000 words later the text is there after the login; and nobody else, at the same computer,
/// sees it.
#[tokio::test]
async fn what_is_sent_when_the_session_is_over_waits_behind_the_login_for_that_person_alone() {
    let (world, mut client, case) = with_a_case().await;
    let form = format!("/saker/{case}/notat");
    let key = values(&client.get(&form).await, "key").remove(0);
    let body = "Ordene mine. ".repeat(2_000);
    world.pass(31 * 60);
    // Somebody else logs in meanwhile, which clears away what is over.
    let mut leader = world.login("leader").await;
    let fields = [("case", &*case), ("key", &key), ("body", body.trim()), ("note_kind", "shared")];
    let sent = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
    let referer = format!("{ORIGIN}{form}");
    let headers = [
        ("accept", "text/html"),
        ("content-type", "application/x-www-form-urlencoded"),
        ("sec-fetch-site", "same-origin"),
        ("referer", referer.as_str()),
    ];
    let answer = client.send(Method::POST, "/api/notes/add", &headers, &sent).await;
    assert_eq!((answer.status(), answer.location()), (303, Some(&*format!("/?borte=1&skrevet=1&til={form}"))));
    let told = client.get(answer.location().unwrap()).await;
    assert!(told.text().contains("Det du skrev, er tatt vare på.") && !told.text().contains("Ordene mine"));
    assert_eq!((world.rows("notes").await, world.rows("drafts").await), (0, 1));
    // Another person at the same computer, and elsewhere.
    let mut other = client.clone();
    world.log_in(&mut other, "outsider", "/").await;
    for client in [&mut other, &mut leader] {
        for path in [form.as_str(), "/i-dag", "/saker/ny"] {
            assert!(!client.get(path).await.text().contains("Ordene mine"), "{path}");
        }
    }
    let back = world.log_in(&mut client, "ptv", &form).await;
    assert_eq!(back.location(), Some(form.as_str()));
    let page = client.get(&form).await;
    assert_eq!(page.text_of("textarea").map(|text| text.trim().to_owned()).as_deref(), Some(body.trim()));
    assert_eq!(page.attributes("input[name=note_kind][checked]", "value"), [Some("shared".to_owned())]);
    assert!(page.text().contains("Du har et utkast fra i dag kl. "));
}

#[tokio::test]
async fn with_a_cookie_that_never_was_a_session_nothing_is_kept() {
    let (world, _, case) = with_a_case().await;
    let random = world.login("leader").await.cookie("__Host-klar").unwrap().chars().rev().collect::<String>();
    for cookie in [random.as_str(), "x", ""] {
        let mut client = world.client_with(cookie);
        let answer = client.post_form("/api/notes/add", &[("case", &case), ("key", &fresh_key()), ("body", "Snik")]).await;
        assert_eq!((answer.status(), answer.location()), (303, Some("/?borte=1&til=/i-dag")), "{cookie}");
    }
    // Nor with one that its owner has ended.
    let mut ended = world.login("ptv").await;
    let token = ended.cookie("__Host-klar").unwrap().to_owned();
    ended.post_form("/logg-ut", &[]).await;
    world.client_with(&token).post_form("/api/notes/add", &[("case", &case), ("key", &fresh_key()), ("body", "Snik")]).await;
    assert_eq!(world.rows("drafts").await, 0);
}

/// INP-1: a note of more than we take is refused with the text in the form; ten megabytes are a page in plain words.
#[tokio::test]
async fn too_much_is_said_in_plain_words() {
    let (world, mut client, case) = with_a_case().await;
    let long = "å".repeat(100_001);
    let to = send(&mut client, "/api/notes/add", &[("case", &case), ("key", &fresh_key()), ("body", &long)]).await;
    let page = client.get(&to).await;
    assert_eq!(page.text_of("textarea"), Some(long));
    assert_eq!(texts(&page, ".ds-error-summary li a"), ["Notat: skriv kortere, høyst 100000 tegn"]);
    let huge = "x".repeat(10_000_000);
    let answer = client.post_form("/api/notes/add", &[("case", &case), ("key", &fresh_key()), ("body", &huge)]).await;
    assert_eq!((answer.status(), answer.text_of("h1").as_deref()), (413, Some("Det ble for mye på én gang")));
    assert!(answer.text().contains("Gå tilbake, så står den der ennå."));
    assert_eq!(world.rows("notes").await, 0);
}
