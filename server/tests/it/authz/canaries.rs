//! AUTHZ-3: every secret field holds words of its own, everybody visits every address with every id of the world, and
//! every byte that leaves the portal is searched for words that the oracle says this person may not see.
//!
//! Addresses come from the router, ids and fields from the table in `access/rows.rs`: a new page is visited as soon as
//! it has its row, and without a row a test says where to put one.

mod needles;
mod visits;
mod world;

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex};

use super::running::{Counts, Running};
use crate::world::{Answer, World};
use needles::{Needle, Search, needles};
use visits::{Ids, visits};

/// What the portal wrote in its log.
#[derive(Clone, Default)]
struct Written(Arc<Mutex<Vec<u8>>>);

impl std::io::Write for Written {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// Everything of an answer that goes over the wire; of a file that packs its words, they too.
fn bytes_of(answer: &Answer) -> String {
    let packed = [("application/pdf", "fil.pdf"), ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "fil.docx")];
    let packed = packed.into_iter().find(|(kind, _)| answer.header("content-type") == Some(kind));
    let words = packed.and_then(|(_, name)| files::check(name, answer.bytes().to_vec()).unwrap().text);
    let words = words.unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ");
    let headers = answer.headers().iter().map(|(name, value)| format!("{name}: {}\n", String::from_utf8_lossy(value.as_bytes())));
    format!("{}\n{}\n{words}", headers.collect::<String>(), answer.text())
}

#[tokio::test]
async fn no_byte_of_what_one_may_not_see_reaches_anybody() {
    let log = Written::default();
    let writer = log.clone();
    let subscriber = tracing_subscriber::fmt()
        .with_env_filter("info,app=debug,domain=debug,server=debug,store=debug")
        .with_ansi(false)
        .with_writer(move || writer.clone())
        .finish();
    let written = tracing::subscriber::set_default(subscriber);
    let world = World::empty("", &[]).await;
    let mut counts = Counts::new();
    let mut running = Running::begin(&world, &mut counts, world::facts).await;
    let drafts = world::history(&mut running).await;
    let (mut wrong, mut asked, mut shown) = (BTreeSet::new(), 0, BTreeSet::new());
    // What the visitors write on their way is their own; what is secret stays as it is.
    let needles = needles(&running, &drafts);
    let search = Search::for_all(&needles);
    for actor in world::actors() {
        let mut client = running.client(actor).await;
        let ids = Ids::of(&running, &drafts).await;
        for visit in visits(&world, &ids) {
            let answer = visit.send(&mut client).await;
            asked += 1;
            assert!(answer.status() < 500, "{actor} at {visit:?}: {}", answer.text());
            // What somebody sends may come back to them: the search that was typed, the way to the login.
            let sent = search.in_text(&visit.sent());
            for needle in search.in_text(&bytes_of(&answer)).difference(&sent).map(|n| &needles[*n]) {
                if needle.allowed.contains(actor) {
                    shown.insert(&needle.word);
                } else {
                    wrong.insert(format!("{actor} is sent the {} {:?} at {}", needle.kind, needle.word, visit.path));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}\n", wrong.into_iter().collect::<Vec<_>>().join("\n"));
    drop(written);
    let log = String::from_utf8(std::mem::take(&mut *log.0.lock().unwrap())).unwrap();
    assert!(log.len() > 1000, "nothing was written in the log: {log}");
    let words = |text: &str| search.in_text(text).into_iter().map(|n| &needles[n].word).collect::<Vec<_>>();
    let told: Vec<_> = log.lines().filter(|line| !words(line).is_empty()).collect();
    assert!(told.is_empty(), "in the log:\n{}", told.join("\n"));
    for column in ["action", "subject_kind", "request_id"] {
        let texts = world.logged(&format!("SELECT CAST({column} AS text) FROM access_log")).await.join("\n");
        assert!(!texts.is_empty() && words(&texts).is_empty(), "{column}: {:?}", words(&texts));
    }
    // A word that nobody is shown proves nothing by not being shown to somebody.
    let never: Vec<_> = needles
        .iter()
        .filter(|needle| !needle.allowed.is_empty() && needle.kind != "national id" && !shown.contains(&needle.word))
        .collect();
    assert!(never.is_empty(), "nobody is shown {never:?}");
    eprintln!("{asked} answers");
}

/// The search finds a word in each way of writing it.
#[test]
fn a_word_is_found_however_it_is_written() {
    use base64::Engine;
    use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
    let needle = Needle::new("description", "Beskrivelse & nummer 7x".to_owned(), BTreeSet::new());
    let search = Search::for_all(&[needle]);
    let finds = |text: &str| !search.in_text(text).is_empty();
    let word = "Beskrivelse & nummer 7x";
    for before in ["", "a", "ab", "abc", "abcd"] {
        let text = format!("{before}{word} og mer");
        let hex: String = text.bytes().map(|byte| format!("{byte:02x}")).collect();
        for written in [text.clone(), STANDARD.encode(&text), URL_SAFE_NO_PAD.encode(&text), hex.clone(), hex.to_uppercase()] {
            assert!(finds(&format!("<p>{written}</p>")), "{written}");
        }
    }
    for written in
        ["Beskrivelse%20%26%20nummer%207x", "Beskrivelse+%26+nummer+7x", "Beskrivelse &amp; nummer 7x", "beskrivelse & NUMMER 7X"]
    {
        assert!(finds(written), "{written}");
    }
    assert!(!finds("Beskrivelse & nummer 8x"));
}
