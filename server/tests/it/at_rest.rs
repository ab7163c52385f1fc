//! CRYPT-6: what people write lies readable nowhere: not in the database's files, its log or a backup of them, not in the
//! folder of documents, not in a folder for what passes, and not in what the program says of itself.

use std::collections::HashMap;
use std::fs::File;
use std::net::TcpListener;
use std::path::Path;
use std::process::{Command, Stdio};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use domain::identity::NationalId;
use domain::registry::Line;
use store::{Clock, Store, StoreOptions};

use crate::journeys::{add_document, add_note, answer_questions, fresh_key, live, meet, send, values};
use crate::killed::Place;
use crate::starting::{files_under, holds};
use crate::world::{Client, Union, elsewhere, person};
use crate::writes_killed::Portal;

/// Each text that is written begins so, and ends with a word of its own.
const CANARY: &str = "Kanarifugl";

/// The ways in which a text may lie somewhere: as it is, in the two byte orders of UTF-16, as hexadecimal digits, and
/// in base64 wherever in a group of three bytes it begins.
fn forms(text: &str) -> Vec<Vec<u8>> {
    let hex: String = text.bytes().map(|byte| format!("{byte:02x}")).collect();
    let utf16 = |order: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(order).collect::<Vec<u8>>();
    let mut forms = vec![text.as_bytes().to_vec(), utf16(u16::to_le_bytes), utf16(u16::to_be_bytes)];
    forms.extend([hex.clone().into_bytes(), hex.to_uppercase().into_bytes()]);
    for before in 0..3_usize {
        let encoded = STANDARD.encode([&vec![0; before], text.as_bytes()].concat());
        // What its neighbours have a part in is left out.
        let (from, until) = (if before == 0 { 0 } else { 4 }, (before + text.len()) / 3 * 4);
        forms.push(encoded.as_bytes()[from..until].to_vec());
    }
    forms
}

/// Looks for many texts in one go: there is much to look through.
struct Search {
    /// By the two bytes that a form begins with.
    forms: HashMap<[u8; 2], Vec<(String, Vec<u8>)>>,
    begins: Vec<bool>,
}

impl Search {
    fn of(texts: impl IntoIterator<Item = String>) -> Self {
        let mut search = Self { forms: HashMap::new(), begins: vec![false; 1 << 16] };
        for text in texts {
            for form in forms(&text) {
                search.begins[usize::from(u16::from_be_bytes([form[0], form[1]]))] = true;
                search.forms.entry([form[0], form[1]]).or_default().push((text.clone(), form));
            }
        }
        search
    }

    /// One of the texts that lies in these bytes.
    fn found_in(&self, bytes: &[u8]) -> Option<&str> {
        for (at, pair) in bytes.windows(2).enumerate() {
            if self.begins[usize::from(pair[0]) << 8 | usize::from(pair[1])]
                && let Some((text, _)) = self.forms[pair].iter().find(|(_, form)| bytes[at..].starts_with(form))
            {
                return Some(text);
            }
        }
        None
    }
}

#[test]
fn the_search_finds_a_text_in_every_form() {
    let text = "Kanarifugl æøå";
    let search = Search::of([text.to_owned(), "12345678901".to_owned()]);
    for form in forms(text) {
        assert_eq!(search.found_in(&[b"xyz", &form[..], b"zyx"].concat()), Some(text), "{}", String::from_utf8_lossy(&form));
    }
    for before in ["", "a", "ab", "abc"] {
        let encoded = STANDARD.encode(format!("{before}{text}, og mer"));
        assert_eq!(search.found_in(encoded.as_bytes()), Some(text), "{before}");
    }
    assert_eq!(search.found_in("Kanarifugl æøa 1234567890 12345678".as_bytes()), None);
}

/// Writes everything that a case can hold; the case.
async fn write_it_all(place: &Place, client: &mut Client, ada: &str, leader: &str) -> String {
    let said = |what: &str| format!("{CANARY} {what} æøå");
    let draft = fresh_key();
    send(client, "/api/cases/new/about", &[("draft", &draft), ("case_type", "YRKESSKADE")]).await;
    send(client, "/api/cases/new/who", &[("draft", &draft), ("member", ada)]).await;
    let what = [("draft", &*draft), ("happened", "12.3.2026"), ("description", &said("beskrivelse"))];
    let to = send(client, "/api/cases/new/what", &what).await;
    answer_questions(client, &draft, to, &said("svar")).await;
    let to = send(client, "/api/cases/new/save", &[("draft", &draft)]).await;
    let case = to.strip_prefix("/saker/").and_then(|rest| rest.strip_suffix("?ny=1")).unwrap().to_owned();
    let of = |more: &[(&str, &str)]| -> Vec<(String, String)> {
        let own = [("case".to_owned(), case.clone()), ("key".to_owned(), fresh_key())];
        own.into_iter().chain(more.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))).collect()
    };
    for (path, fields) in [
        ("/api/notes/add", vec![("body", "notat"), ("note_kind", "=shared")]),
        ("/api/notes/add", vec![("body", "kladd"), ("note_kind", "=private")]),
        ("/api/tasks/add", vec![("title", "oppgave"), ("details", "detaljer")]),
        ("/api/entries/contact", vec![("way", "=called"), ("with", "=other"), ("on", "=1.1.2026"), ("who", "hvem"), ("said", "samtale")]),
        ("/api/entries/decide", vec![("decided", "beslutning"), ("reason", "begrunnelse"), ("by", "av")]),
        ("/api/participants/keep-out", vec![("person", &*format!("={leader}")), ("reason", "inhabil")]),
        ("/api/letters/keep", vec![("template", "=REFERAT"), ("fields[title]", "brevutkast")]),
        // Refused, and kept as a draft.
        ("/api/tasks/add", vec![("title", "halvferdig"), ("due", "=snart")]),
        (
            "/api/drafts/keep",
            vec![("form", &*format!("=note/{case}")), ("fields", &*format!("=body={}", app::routes::encode(&said("tastet"))))],
        ),
    ] {
        let fields: Vec<_> = fields
            .into_iter()
            .map(|(name, value)| {
                // What is no text stands behind a sign of its own.
                if let Some(as_it_is) = value.strip_prefix('=') {
                    return (name, as_it_is.to_owned());
                }
                (name, said(value))
            })
            .collect();
        let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let all = of(&fields);
        let all: Vec<_> = all.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let answer = client.post_form(path, &all).await;
        assert!([200, 302, 303].contains(&answer.status()), "{path}: {} {}", answer.status(), answer.text());
    }
    // A note that was changed is there as it was, too.
    add_note(client, &case, &said("først")).await;
    let note = place.id("SELECT id FROM notes ORDER BY id DESC LIMIT 1").await;
    let (changed, more) = (said("siden"), said("tillegg"));
    send(client, "/api/notes/change", &[("case", &case), ("note", &note), ("version", "1"), ("body", &changed)]).await;
    send(client, "/api/notes/add-to", &[("case", &case), ("note", &note), ("key", &fresh_key()), ("body", &more)]).await;
    add_document(client, &case, &format!("{}.txt", said("filnavn")), said("innhold").repeat(3_000).as_bytes()).await;
    meet(client, &case, &said("møtet")).await;
    live(client, &case, &crate::case_types::an_outcome("YRKESSKADE"), &said("livet")).await;
    // A letter that is kept as a document, read as a file, and bound with everything else.
    let letter = [
        ("case", &*case),
        ("template", "FULLMAKT"),
        ("lang", "nb"),
        ("fields[member]", "Ada Abelvik"),
        ("fields[employer]", "Granlia sykehjem"),
        ("fields[unit]", "Klubben ved Granlia"),
        ("fields[representative]", "Vakker Blomst"),
        ("fields[matter]", &*said("brev")),
        ("fields[health]", "no"),
        ("fields[share]", "yes"),
    ];
    let to = send(client, "/api/letters/keep", &letter).await;
    let preview = client.get(&to).await;
    let fields = ["case", "template", "key", "seen"].map(|name| (name, values(&preview, name).remove(0)));
    let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    send(client, "/api/letters/save", &fields).await;
    assert_eq!(client.get(&format!("/saker/{case}/brev/FULLMAKT/brev.pdf")).await.status(), 200);
    let whole = [("case", &*case), ("purpose", "other"), ("why", &*said("formål"))];
    assert_eq!(client.post_form("/saker/hele/hent", &whole).await.status(), 200);
    case
}

async fn what_is_written_lies_readable_nowhere(server: Option<String>) {
    let place = Place::new(server.clone()).await;
    let (outside, temp, log) = (tempfile::tempdir().unwrap(), place.folder.path().join("tmp"), place.folder.path().join("said.txt"));
    std::fs::create_dir(&temp).unwrap();
    let union = Union::small();
    let lines: Vec<String> = union.lines.iter().map(|line| serde_json::to_string(line).unwrap()).collect();
    let registry = outside.path().join("registry.jsonl");
    std::fs::write(&registry, lines.join("\n")).unwrap();
    assert!(place.run(&["migrate"]).status.success());
    let key_file = place.folder.path().join("data/keys.json");
    let store = Store::open(StoreOptions { database_url: place.url.clone(), key_file, clock: Clock::System }).await.unwrap();
    store.import_employers(union.employer_files()).await.unwrap();
    let imported = place.run(&["import", "registry", &registry.display().to_string()]);
    assert!(imported.status.success(), "{imported:?}");
    store.set_case_types(&crate::case_types::asking(), "prøven", "Alle spør").await.unwrap();
    let rep = store.person_by_national_id(&NationalId::read(person("ptv")).unwrap()).await.unwrap().unwrap();
    let token = store.open_session(&rep, "high", None).await.unwrap();
    let address = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let portal = Portal::start_with(&place, address, |command| {
        let said = File::create(&log).unwrap();
        command.env("TMPDIR", &temp).env("KLAR_LOG_FILTER", "trace").stderr(said.try_clone().unwrap()).stdout(said);
    })
    .await;
    let mut client = Client::new(elsewhere(address));
    client.set_cookie("__Host-klar", token.expose());
    let ada = place.id("SELECT id FROM members WHERE registry_key = '20'").await;
    let leader = place.id("SELECT id FROM members WHERE registry_key = '2'").await;
    let case = write_it_all(&place, &mut client, &ada, &leader).await;
    // It is all there, for whom it is for; and the log beside it while the program still runs.
    assert!(client.get(&format!("/saker/{case}")).await.text().contains(CANARY));
    let mut everywhere: Vec<(String, Vec<u8>)> = Vec::new();
    let mut look = |folder: &Path, when: &str| {
        for path in files_under(folder) {
            everywhere.push((format!("{} {when}", path.display()), std::fs::read(&path).unwrap()));
        }
    };
    look(place.folder.path(), "while it runs");
    drop(portal);
    if place.on_sqlite() {
        for file in ["klar.db", "klar-log.db", "klar-case-keys.db"] {
            let path = place.folder.path().join(file);
            assert!(path.exists(), "{file} is where the search looks");
            let copy = outside.path().join(format!("backup-{file}"));
            place.do_it(&format!("ATTACH '{}' AS source; VACUUM source INTO '{}'; DETACH source", path.display(), copy.display())).await;
        }
    }
    look(place.folder.path(), "after it was killed");
    look(outside.path(), "of the backup");
    everywhere.retain(|(name, _)| !name.contains("registry.jsonl"));
    if let Some(server) = server {
        everywhere.push(("the dump".to_owned(), dumped(&place, &server).await));
    }
    assert!(everywhere.iter().any(|(_, bytes)| holds(bytes, "Blomst")), "the search finds what is there");
    assert!(everywhere.iter().any(|(name, bytes)| name.contains("said.txt") && holds(bytes, "TRACE")), "the log leaves nothing out");
    assert!(everywhere.iter().any(|(name, _)| name.contains("/objects/")), "documents lie where the search looks");
    let numbers =
        union.lines.iter().filter_map(|line| if let Line::Member(member) = line { Some(member.national_id.expose()) } else { None });
    // As it was written, and as something to search in might hold it.
    let wanted = [CANARY.to_owned(), CANARY.to_lowercase()].into_iter().chain(numbers.map(str::to_owned));
    let search = Search::of(wanted);
    for (name, bytes) in &everywhere {
        assert_eq!(search.found_in(bytes), None, "lies readable in {name}");
    }
}

/// The database as a backup has it; without the program that makes one, what the tables hold.
async fn dumped(place: &Place, server: &str) -> Vec<u8> {
    let programs = std::fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let dump = programs.map(|version| version.path().join("bin/pg_dump")).find(|program| program.exists());
    if let Some(program) = dump {
        assert!(server.starts_with("postgres"));
        let output = Command::new(program).arg(&place.url).stdin(Stdio::null()).output().unwrap();
        if output.status.success() {
            return output.stdout;
        }
        eprintln!("no dump, so the tables: {}", String::from_utf8_lossy(&output.stderr));
    }
    let mut all = Vec::new();
    for table in place.texts("SELECT CAST(table_name AS text) FROM information_schema.tables WHERE table_schema = 'public'").await {
        let rows = place.texts(&format!("SELECT CAST(to_jsonb(t) AS text) FROM \"{table}\" AS t")).await;
        all.extend(rows.join("\n").into_bytes());
    }
    all
}

#[tokio::test(flavor = "multi_thread")]
async fn crypt_6_on_sqlite() {
    what_is_written_lies_readable_nowhere(None).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn crypt_6_on_postgres() {
    match std::env::var_os("KLAR_TEST_POSTGRES") {
        Some(server) => what_is_written_lies_readable_nowhere(Some(server.into_string().unwrap())).await,
        None => eprintln!("skipped on PostgreSQL: KLAR_TEST_POSTGRES is not set"),
    }
}
