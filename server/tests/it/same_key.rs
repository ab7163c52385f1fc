//! A form that comes back to life and is sent again with another text: both texts are there, and one knows which is saved
//! (REL-4).

use scraper::Selector;

use crate::journeys::{a_call, add_note, add_task, fresh_key, meet, open_case, send, send_all, tell_and_save, values};
use crate::world::{Answer, Client, World};

/// What is typed in the field that tells one text from another.
const TEXT: &str = "{text}";

/// A form: where it stands, where it is sent, what is typed, and the table it adds to.
struct Form {
    page: String,
    to: &'static str,
    typed: Vec<(&'static str, String)>,
    table: &'static str,
}

fn form(page: String, to: &'static str, typed: &[(&'static str, &str)], table: &'static str) -> Form {
    Form { page, to, typed: typed.iter().map(|(name, value)| (*name, (*value).to_owned())).collect(), table }
}

impl Form {
    /// The fields that the page has hidden in it, with this text typed.
    fn filled(&self, page: &Answer, text: &str) -> Vec<(String, String)> {
        let hidden = Selector::parse(&format!("form[action='{}'] input[type=hidden]", self.to)).unwrap();
        let html = page.html();
        let hidden =
            html.select(&hidden).map(|input| (input.attr("name").unwrap().to_owned(), input.attr("value").unwrap_or_default().to_owned()));
        hidden.chain(self.typed.iter().map(|(name, value)| ((*name).to_owned(), value.replace(TEXT, text)))).collect()
    }
}

async fn with_a_case() -> (World, Client, String) {
    let world = World::peopled().await;
    let (mut client, ada) = (world.login("ptv").await, world.member_id("20").await);
    let case = open_case(&mut client, "FERIE", &ada, "Tekst").await;
    (world, client, case)
}

/// Every form with a key and a text, in a case with a note, a task and a protocol that can be signed.
async fn forms(world: &World, client: &mut Client, case: &str) -> Vec<Form> {
    add_note(client, case, "Et notat").await;
    add_task(client, case, "En oppgave", "").await;
    let (meeting, _) = meet(client, case, "Møtet").await;
    let of = [("case", case), ("meeting", &*meeting), ("number", "1")];
    let head =
        [("version", "2"), ("step", "hvem"), ("held_on", "24.9.2026"), ("place", "Rådhuset"), ("employer_party", "A"), ("our_party", "B")];
    send(client, "/api/meetings/protocol/save", &[&of[..], &head].concat()).await;
    send(client, "/api/meetings/protocol/present", &[&of[..], &[("version", "3"), ("presented", "true")]].concat()).await;
    let (note, task) = (world.id("SELECT id FROM notes").await, values(&client.get(&format!("/saker/{case}")).await, "task").remove(0));
    let call = a_call("", "Møtet").into_iter().filter(|(name, _)| !["case", "key", "place"].contains(&name.as_str()));
    let mut call: Vec<(&str, String)> = call.map(|(name, value)| (&*name.leak(), value)).collect();
    call.push(("place", TEXT.to_owned()));
    let at = |end: &str| format!("/saker/{case}/{end}");
    let contact = [("way", "met"), ("with", "member"), ("on", "1.1.2026"), ("said", TEXT)];
    let decision = [("decided", TEXT), ("by", "Styret"), ("reason", "Fordi")];
    let signature = [("signer_name", TEXT), ("signer_role", "Rektor"), ("signed_on", "1.1.2026"), ("signed_how", "paper")];
    vec![
        form(at("notat"), "/api/notes/add", &[("body", TEXT)], "notes"),
        form(at(&format!("notat/{note}/tillegg")), "/api/notes/add-to", &[("body", TEXT)], "note_additions"),
        form(at("kontakt"), "/api/entries/contact", &contact, "case_entries"),
        form(at("beslutning"), "/api/entries/decide", &decision, "case_entries"),
        form(at("andre/ny"), "/api/outsiders/save", &[("outsider_role", "witness"), ("outsider_name", TEXT)], "case_outsiders"),
        form(at("oppgave"), "/api/tasks/add", &[("title", TEXT)], "tasks"),
        form(at(&format!("oppgaver/{task}")), "/api/tasks/comment", &[("comment", TEXT)], "task_comments"),
        form("/saker/felles-oppgave".to_owned(), "/api/cases/many/add", &[("cases[]", case), ("title", TEXT)], "tasks"),
        Form { page: at("moter/nytt"), to: "/api/meetings/save", typed: call, table: "meetings" },
        form(
            at(&format!("moter/{meeting}/protokoll/signatur")),
            "/api/meetings/protocol/note-signature",
            &signature,
            "protocol_signatures",
        ),
    ]
}

#[tokio::test]
async fn another_text_with_the_same_key_is_kept_and_not_called_saved() {
    let (world, mut client, case) = with_a_case().await;
    for form in forms(&world, &mut client, &case).await {
        let what = form.to;
        let page = client.get(&form.page).await;
        assert_eq!(page.status(), 200, "{what}");
        let (first, other) = (form.filled(&page, "Det første"), form.filled(&page, "Det første, og mer"));
        let saved = send_all(&mut client, what, &first).await;
        let (rows, before) = (world.rows(form.table).await, world.contents().await);
        assert_eq!(send_all(&mut client, what, &first).await, saved, "{what}: the same again leads to the same");
        assert!(world.contents().await == before, "{what}: and is one");

        let to = send_all(&mut client, what, &other).await;
        let joint = if form.page.contains('?') { '&' } else { '?' };
        assert_eq!(to, format!("{}{joint}lagret-forst=1", form.page), "{what}");
        assert_eq!((world.rows(form.table).await, world.rows("drafts").await), (rows, 1), "{what}");
        let shown = client.get(&to).await;
        assert_eq!(
            (shown.status(), shown.text_of("[role=status] h2").as_deref()),
            (422, Some("Det du skrev først, er allerede lagret")),
            "{what}"
        );
        assert!(shown.text().contains("er ikke lagret ennå") && shown.text().contains("Det første, og mer"), "{what}");
        assert!(!shown.text_of("title").unwrap().starts_with("Feil"), "{what}: nothing is wrong with it");
        let link = shown.attributes("[role=status] a", "href").remove(0).unwrap();
        assert_eq!(client.get(&link).await.status(), 200, "{what}: {link}");

        // Thrown away, or saved as something new: the form has a key of its own.
        let again = send_all(&mut client, what, &form.filled(&shown, "Det første, og mer")).await;
        assert!(!again.contains("lagret-forst"), "{what}: {again}");
        assert_eq!((world.rows(form.table).await, world.rows("drafts").await), (rows + 1, 0), "{what}");
        send_all(&mut client, what, &other).await;
        let drop = Selector::parse("form[action='/api/drafts/drop'] input").unwrap();
        let drop: Vec<_> = shown
            .html()
            .select(&drop)
            .map(|input| (input.attr("name").unwrap().to_owned(), input.attr("value").unwrap().to_owned()))
            .collect();
        assert_eq!(world.rows("drafts").await, 1, "{what}");
        assert_eq!(send_all(&mut client, "/api/drafts/drop", &drop).await, link, "{what}");
        assert_eq!((world.rows(form.table).await, world.rows("drafts").await), (rows + 1, 0), "{what}");
    }
}

/// The steps of a new case share one key, which is the name of its draft.
#[tokio::test]
async fn a_new_case_that_goes_on_after_it_was_saved_is_another() {
    let (world, mut client, _) = with_a_case().await;
    let (draft, ada) = (fresh_key(), world.member_id("20").await);
    send(&mut client, "/api/cases/new/about", &[("draft", &draft), ("case_type", "FERIE")]).await;
    send(&mut client, "/api/cases/new/who", &[("draft", &draft), ("member", &ada)]).await;
    let case = tell_and_save(&mut client, &draft, "Det første").await;
    let saved = format!("/saker/{case}?ny=1");
    assert_eq!(send(&mut client, "/api/cases/new/save", &[("draft", &draft)]).await, saved, "the same again leads to the same");
    // Back, and more is written.
    let told = [("draft", &*draft), ("happened", "12.3.2026"), ("description", "Det første, og mer")];
    let to = send(&mut client, "/api/cases/new/what", &told).await;
    assert!(!to.contains(&draft) && to.ends_with(&format!("?lagret-forst={case}")), "{to}");
    let page = client.get(&to).await;
    assert_eq!((page.status(), page.text_of("[role=status] h2").as_deref()), (422, Some("Det du skrev først, er allerede lagret")));
    assert_eq!(page.attributes("[role=status] a", "href"), [Some(format!("/saker/{case}"))]);
    let other = to.split('/').nth(3).unwrap().to_owned();
    send(&mut client, "/api/cases/new/about", &[("draft", &other), ("case_type", "FERIE")]).await;
    send(&mut client, "/api/cases/new/who", &[("draft", &other), ("member", &ada)]).await;
    let second = tell_and_save(&mut client, &other, "Det første, og mer").await;
    assert_ne!(second, case);
    assert!(client.get(&format!("/saker/{second}")).await.text().contains("Det første, og mer"));
    assert!(!client.get(&format!("/saker/{case}")).await.text().contains("og mer"));
    assert_eq!(world.rows("drafts").await, 0);
}

/// Whoever gives a case away and does not stay sees it no more; the same form again is answered like the first.
#[tokio::test]
async fn a_case_that_is_given_away_twice_is_given_away() {
    let (world, mut client, case) = with_a_case().await;
    let form = client.get(&format!("/saker/{case}/tilgang/eier")).await;
    let person = form.attributes("input[name=person]", "value").remove(0).unwrap();
    let give = [("case", &*case), ("person", &person)];
    assert_eq!(send(&mut client, "/api/participants/give", &give).await, "/saker");
    let before = world.contents().await;
    assert_eq!(send(&mut client, "/api/participants/give", &give).await, "/saker");
    assert!(world.contents().await == before);
    let somebody_else = world.member_id("20").await;
    let other = client.post_form("/api/participants/give", &[("case", &*case), ("person", &somebody_else)]).await;
    assert!([403, 404].contains(&other.status()), "{}", other.status());
}
