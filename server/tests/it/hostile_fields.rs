//! INP-15 in the fields that `hostile` leaves out: what brings a case to wait, to its end and open again, who is kept out
//! of it, its tasks, questions, meetings, protocols and letters; names of lists and purposes of files. And in each file
//! that is made of them: PDF, Word, CSV and calendar.

use testkit::hostile::TEXTS;

use crate::hostile::{nothing_came_alive, shows};
use crate::journeys::{fresh_key, live, meet, open_case, send, send_all, values};
use crate::world::{Answer, Client, World};

/// A file's words with no room between them: where lines end is the paper's business.
fn words(file: &Answer, name: &str) -> String {
    assert_eq!(file.status(), 200, "{name}: {}", file.text());
    let checked = files::check(name, file.bytes().to_vec()).unwrap();
    assert!(checked.notes.is_empty(), "{name} holds what acts by itself: {:?}", checked.notes);
    close(&checked.text.unwrap())
}

fn close(text: &str) -> String {
    text.split_whitespace().collect()
}

/// A paper has no letters for some scripts; of those texts what is asked is that the file is one.
fn says(file: &Answer, name: &str, text: &str, times: usize) {
    let words = words(file, name);
    let seen = words.matches(&close(text)).count();
    assert!(!text.is_ascii() || seen >= times, "{text} stands {seen} times in {name}, not {times}: {words}");
}

/// A table opened by a spreadsheet: each cell is text, and there is none that a text has made.
fn is_a_table(file: &Answer, text: &str) {
    assert_eq!(file.status(), 200, "{}", file.text());
    let table = file.text();
    let text_only = table.trim_start_matches('\u{feff}').as_bytes();
    let mut reader = csv::ReaderBuilder::new().delimiter(b';').has_headers(false).flexible(true).from_reader(text_only);
    let (mut found, mut widths) = (false, std::collections::BTreeSet::new());
    for row in reader.records().map(Result::unwrap) {
        widths.insert(row.len());
        for cell in &row {
            assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\0']), "a formula: {cell}");
            found |= cell.contains(text);
        }
    }
    assert!(found, "{text} is there: {table}");
    assert_eq!(widths.len(), 1, "no text makes a cell: {table}");
}

async fn case_of(client: &mut Client, case: &str, leader: &str, text: &str) {
    let here = format!("/saker/{case}");
    // The description, and the answer to what the type asks.
    shows(&client.get(&here).await, text, 2);
    send(client, "/api/participants/keep-out", &[("case", case), ("person", leader), ("reason", text)]).await;
    shows(&client.get(&format!("{here}/tilgang")).await, text, 1);

    send(client, "/api/tasks/add", &[("case", case), ("key", &fresh_key()), ("title", text), ("details", text)]).await;
    let task = values(&client.get(&here).await, "task").remove(0);
    send(client, "/api/tasks/comment", &[("case", case), ("task", &task), ("key", &fresh_key()), ("comment", text)]).await;
    let page = client.get(&format!("{here}/oppgaver/{task}")).await;
    shows(&page, text, 3);
    // The heading is the title of the page too, which stands among its tags.
    assert_eq!(page.text_of("title").map(|title| close(&title)), Some(close(&format!("{text} – KLAR"))));
    shows(&client.get(&format!("{here}/oppgaver/{task}/endre")).await, text, 1);
    send(client, "/api/tasks/drop", &[("case", case), ("task", &task), ("version", "1"), ("reason", text)]).await;
    shows(&client.get(&format!("{here}/oppgaver/{task}")).await, text, 4);

    for written in live(client, case, "ENIGE", text).await {
        shows(&client.get(&format!("{here}/tidslinje")).await, &written, 1);
    }
    nothing_came_alive(&client.get("/saker").await, text);
    // Refused, they stand in their fields.
    let wait = [("case", case), ("key", &*fresh_key()), ("version", "0"), ("waiting_for", ""), ("waiting_note", text)];
    let to = send(client, "/api/lifecycle/wait", &wait).await;
    let form = client.get(&to).await;
    nothing_came_alive(&form, text);
    assert_eq!(values(&form, "waiting_note"), [text]);
}

/// A meeting from the call to a protocol that the other side's signature is noted on.
async fn meeting_of(client: &mut Client, case: &str, text: &str) {
    let (id, told) = meet(client, case, text).await;
    let meeting = format!("/saker/{case}/moter/{id}");
    let mut to = format!("{meeting}/protokoll/hvem");
    while to.contains("/protokoll/") {
        let page = client.get(&to).await;
        nothing_came_alive(&page, text);
        let mut fields: Vec<(String, String)> = Vec::new();
        for name in ["case", "meeting", "number", "version", "step"] {
            fields.push((name.to_owned(), values(&page, name).remove(0)));
        }
        let typed: &[(&str, &str)] = match fields[4].1.as_str() {
            "hvem" => &[("held_on", "24.9.2026"), ("place", text), ("employer_party", text), ("our_party", text)],
            "punkt-1" => &[("subject", text), ("employer_says", text), ("we_say", text), ("agreed", text), ("disagreed", text)],
            "resultat" => &[("ended_on", "24.9.2026")],
            "oppfolging" => &[("actions[0][what]", text)],
            _ => &[],
        };
        fields.extend(typed.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
        to = send_all(client, "/api/meetings/protocol/save", &fields).await;
    }
    let of = |page: &Answer, more: &[(&str, &str)]| -> Vec<(String, String)> {
        let hidden = ["case", "meeting", "number", "version"].map(|name| (name.to_owned(), values(page, name).remove(0)));
        hidden.into_iter().chain(more.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))).collect()
    };
    let page = client.get(&to).await;
    let to = send_all(client, "/api/meetings/protocol/present", &of(&page, &[("presented", "true")])).await;
    client.get(&to).await;
    let form = client.get(&format!("{meeting}/protokoll/signatur")).await;
    let key = values(&form, "key").remove(0);
    let signer = [("key", &*key), ("signer_name", text), ("signer_role", text), ("signed_on", ""), ("signed_how", "paper")];
    let to = send_all(client, "/api/meetings/protocol/note-signature", &of(&form, &signer)).await;
    let refused = client.get(&to).await;
    nothing_came_alive(&refused, text);
    assert_eq!((values(&refused, "signer_name"), values(&refused, "signer_role")), (vec![text.to_owned()], vec![text.to_owned()]));
    let signer = [("key", &*key), ("signer_name", text), ("signer_role", text), ("signed_on", "21.9.2026"), ("signed_how", "paper")];
    send_all(client, "/api/meetings/protocol/note-signature", &of(&form, &signer)).await;

    // Two parties, a subject, what four say, what is to be done, and who has signed as what.
    shows(&client.get(&format!("{meeting}/protokoll?utgave=1")).await, text, 9);
    says(&client.get(&format!("{meeting}/protokoll.pdf?utgave=1")).await, "protokoll.pdf", text, 9);
    let page = client.get(&meeting).await;
    for said in told.iter().filter(|said| ["sted", "kaller", "sak", "rolle", "referat", "tiltak"].iter().any(|end| said.ends_with(end))) {
        shows(&page, said, 1);
    }
    let calls = client.get(&format!("{meeting}/innkalling")).await;
    for call in calls.attributes(".k-card-link a", "href").into_iter().flatten() {
        shows(&client.get(&call).await, &format!("{text} sak"), 1);
    }
    let calendar = client.get(&format!("{meeting}/kalender.ics")).await.text().replace("\r\n ", "");
    let begins = |with: &str| calendar.split("\r\n").filter(|line| line.starts_with(with)).count();
    assert_eq!((begins("BEGIN:VEVENT"), begins("DTSTART"), begins("LOCATION:"), begins("ATTENDEE")), (1, 1, 1, 0), "{calendar}");
    assert!(!calendar.replace("\r\n", "").contains('\n'), "{calendar}");
}

async fn letter_of(client: &mut Client, case: &str, text: &str) {
    let fields = [
        ("case", case),
        ("template", "FULLMAKT"),
        ("lang", "nb"),
        ("fields[member]", text),
        ("fields[employer]", text),
        ("fields[unit]", text),
        ("fields[representative]", text),
        ("fields[matter]", text),
        ("fields[health]", "no"),
        ("fields[share]", "yes"),
    ];
    let to = send(client, "/api/letters/keep", &fields).await;
    assert_eq!(to, format!("/saker/{case}/brev/FULLMAKT/se"));
    // A letter leaves out what nobody sees: such a text is not found in it as it was typed.
    shows(&client.get(&to).await, text, if text.is_ascii() { 5 } else { 0 });
    nothing_came_alive(&client.get(&format!("/saker/{case}/brev/FULLMAKT")).await, text);
    for name in ["brev.pdf", "brev.docx"] {
        says(&client.get(&format!("/saker/{case}/brev/FULLMAKT/{name}")).await, name, text, 5);
    }
}

async fn lists_of(client: &mut Client, text: &str) {
    for (list, narrowing, page) in [("cases", "eier=meg", "/saker/utvalg"), ("members", "ny=30", "/medlemmer/utvalg")] {
        // A list has a short name.
        let name: String = text.chars().take(60).collect();
        let fields = [("key", &*fresh_key()), ("narrowing", narrowing), ("name", &name)];
        send(client, &format!("/api/{list}/segments/save"), &fields).await;
        shows(&client.get(page).await, &name, 1);
    }
}

async fn files_of(client: &mut Client, case: &str, text: &str) {
    send(client, "/api/tasks/add", &[("case", case), ("key", &fresh_key()), ("title", text), ("due", "22.9.2026")]).await;
    let purpose = |why, purpose| [("narrowing", "type=FERIE"), ("purpose", purpose), ("why", why), ("kind", "csv")];
    let refused = client.post_form("/saker/fil/hent", &purpose(text, "")).await;
    let form = client.get(refused.location().unwrap()).await;
    nothing_came_alive(&form, text);
    assert_eq!(values(&form, "why"), [text]);
    is_a_table(&client.post_form("/saker/fil/hent", &purpose(text, "follow_up")).await, text);
    // It is bound in a process of its own, which takes its time; what may do harm in a page is enough.
    if !text.starts_with('<') {
        return;
    }
    let whole = client.post_form("/saker/hele/hent", &[("case", case), ("purpose", "other"), ("why", text)]).await;
    says(&whole, "sak.pdf", text, 15);
}

#[tokio::test]
async fn inp_15_every_other_field_and_every_file_says_what_was_typed() {
    let world = World::peopled().await;
    world.store.set_case_types(&crate::case_types::asking(), "prøven", "Alle spør").await.unwrap();
    let (ada, leader) = (world.member_id("20").await, world.member_id("2").await);
    let mut client = world.login("ptv").await.at(world.checking_apart(env!("CARGO_BIN_EXE_klar")).await);
    for text in TEXTS {
        let case = open_case(&mut client, "FERIE", &ada, text).await;
        case_of(&mut client, &case, &leader, text).await;
        meeting_of(&mut client, &case, text).await;
        letter_of(&mut client, &case, text).await;
        lists_of(&mut client, text).await;
        files_of(&mut client, &case, text).await;
    }
}

/// A file of members, which says what it was taken out for.
#[tokio::test]
async fn inp_15_the_purpose_of_a_file_of_members_is_text() {
    let world = World::peopled().await;
    let mut leader = world.login("leader").await;
    for text in TEXTS {
        let fields = [("narrowing", "ny=365"), ("purpose", "meeting"), ("why", text), ("kind", "csv"), ("contact", "true")];
        is_a_table(&leader.post_form("/medlemmer/fil/hent", &fields).await, text);
    }
}
