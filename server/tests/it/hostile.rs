//! INP-15: what looks like HTML, a link, a template or a formula, in every text field of a case, is shown as it was typed.

use testkit::hostile::TEXTS;

use crate::journeys::{add_task, fresh_key, open_case, send, texts, values};
use crate::world::{Answer, World};

/// A text as a page shows it: line breaks and the like are spaces there.
fn on_a_page(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The page holds nothing that the text could have made: no script with its words, no picture, no frame, no event, no
/// link elsewhere.
pub(crate) fn nothing_came_alive(page: &Answer, text: &str) {
    let html = page.html();
    let count = |selector: &str| html.select(&scraper::Selector::parse(selector).unwrap()).count();
    for selector in ["main img", "main iframe", "main script[src]", "main svg script", "[onerror]", "[onload]", "main [onfocus]"] {
        assert_eq!(count(selector), 0, "{selector} after {text}");
    }
    assert!(!texts(page, "script").iter().any(|script| script.contains("alert(1)") && !script.contains("\\u003c")), "{text}");
    for href in page.attributes("a", "href").into_iter().flatten() {
        assert!(!href.starts_with("javascript:") && !href.contains("evil.example"), "{href}");
    }
}

pub(crate) fn shows(page: &Answer, text: &str, times: usize) {
    nothing_came_alive(page, text);
    let whole = on_a_page(&page.html().root_element().text().collect::<String>());
    let seen = whole.matches(&on_a_page(text)).count();
    assert!(seen >= times, "{text} stands {seen} times, not {times}: {whole}");
}

#[tokio::test]
async fn every_text_field_of_a_case_shows_what_was_typed() {
    let world = World::peopled().await;
    let (mut client, ada) = (world.login("ptv").await, world.member_id("20").await);
    for text in TEXTS {
        let case = open_case(&mut client, "FERIE", &ada, text).await;
        add_task(&mut client, &case, text, "").await;
        let newest = async || world.uuids("SELECT id FROM notes ORDER BY id DESC LIMIT 1").await.remove(0);
        for (kind, body) in [("private", text), ("shared", text), ("internal", "Først")] {
            send(&mut client, "/api/notes/add", &[("case", &case), ("key", &fresh_key()), ("body", body), ("note_kind", kind)]).await;
        }
        let note = newest().await;
        let change = [("case", &*case), ("note", &note), ("version", "1"), ("body", text)];
        assert_eq!(send(&mut client, "/api/notes/change", &change).await, format!("/saker/{case}/notat/{note}?lagret=1"));
        send(&mut client, "/api/notes/add-to", &[("case", &case), ("note", &note), ("key", &fresh_key()), ("body", text)]).await;
        let contact = [("way", "met"), ("with", "other"), ("on", "1.1.2026"), ("who", text), ("said", text)];
        let own = [("case", &*case), ("key", &*fresh_key())];
        let fields: Vec<_> = own.iter().chain(&contact).copied().collect();
        assert_eq!(send(&mut client, "/api/entries/contact", &fields).await, format!("/saker/{case}?kontakt=1"));
        let decision = [("case", &*case), ("key", &*fresh_key()), ("decided", text), ("reason", text), ("by", text)];
        assert_eq!(send(&mut client, "/api/entries/decide", &decision).await, format!("/saker/{case}?beslutning=1"));

        // Description, task (in the list and the timeline), private and shared note, the changed one, what was added (under
        // it, and as a line), contact twice, a decision thrice.
        let page = client.get(&format!("/saker/{case}")).await;
        shows(&page, text, 12);
        shows(&client.get(&format!("/saker/{case}/tidslinje")).await, text, 9);
        shows(&client.get(&format!("/saker/{case}/notat/{note}")).await, text, 2);
        shows(&client.get("/i-dag").await, text, 1);
        // What stood there before is shown too.
        let back = [("case", &*case), ("note", &note), ("version", "2"), ("body", "Sist")];
        send(&mut client, "/api/notes/change", &back).await;
        shows(&client.get(&format!("/saker/{case}/notat/{note}")).await, text, 2);
        // In the fields themselves, when a form comes back: refused, or chosen between.
        let stale = [("case", &*case), ("note", &note), ("version", "1"), ("body", text)];
        let to = send(&mut client, "/api/notes/change", &stale).await;
        let choice = client.get(&to).await;
        assert_eq!(choice.status(), 409);
        nothing_came_alive(&choice, text);
        let area = |page: &Answer| -> Vec<String> {
            let areas = scraper::Selector::parse("textarea").unwrap();
            page.html().select(&areas).map(|area| area.text().collect::<String>()).collect()
        };
        assert_eq!(area(&choice), [text]);
        let refused = [("case", &*case), ("key", &*fresh_key()), ("decided", text), ("by", text), ("reason", "")];
        let to = send(&mut client, "/api/entries/decide", &refused).await;
        let form = client.get(&to).await;
        nothing_came_alive(&form, text);
        assert_eq!((area(&form), values(&form, "by")), (vec![text.to_owned(), String::new()], vec![text.to_owned()]));
    }
}
