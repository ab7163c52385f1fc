//! REL-1: the portal is killed again and again while people write in a case. What was acknowledged is there, once;
//! what was cut off is there whole or not at all.

use std::collections::BTreeMap;
use std::net::{SocketAddr, TcpListener};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::time::{Duration, Instant};

use domain::CaseId;
use domain::cases::{Happening, TimelineEntry};
use domain::identity::NationalId;
use store::{Clock, SignedIn, Store, StoreOptions, Viewer};

use crate::journeys::{fresh_key, open_case};
use crate::killed::Place;
use crate::world::{Answer, Client, ORIGIN, Union, elsewhere, person};

/// How many times the portal is killed, unless `KLAR_KILLS` says more.
const KILLS: u32 = 20;
/// How many write notes at a time, and how many send files.
const WRITERS: u32 = 3;

#[expect(clippy::disallowed_methods, reason = "a setting of the test, not of the program")]
fn kills() -> u32 {
    std::env::var("KLAR_KILLS").ok().and_then(|text| text.parse().ok()).unwrap_or(KILLS)
}

/// The portal in a process of its own.
pub(crate) struct Portal<'p> {
    place: &'p Place,
    address: SocketAddr,
    child: Child,
}

impl<'p> Portal<'p> {
    async fn start(place: &'p Place, address: SocketAddr) -> Self {
        Self::start_with(place, address, |_| ()).await
    }

    /// The same, with more said to it.
    pub(crate) async fn start_with(place: &'p Place, address: SocketAddr, more: impl FnOnce(&mut Command)) -> Self {
        let settings = [
            ("KLAR_LISTEN", address.to_string()),
            ("KLAR_PUBLIC_URL", ORIGIN.to_owned()),
            ("KLAR_OIDC_ISSUER", "https://id.example.org".to_owned()),
            ("KLAR_OIDC_CLIENT_ID", "klar".to_owned()),
            ("KLAR_OIDC_CLIENT_SECRET", "hemmelig".to_owned()),
            ("KLAR_OIDC_NATIONAL_ID_CLAIM", "pid".to_owned()),
            ("KLAR_OIDC_ACCEPTED_ACR", "high".to_owned()),
        ];
        let mut command = place.klar(&["serve"]);
        command.envs(settings).stdout(Stdio::null()).stderr(Stdio::null());
        more(&mut command);
        let mut portal = Self { place, address, child: command.spawn().unwrap() };
        let (began, mut browser) = (Instant::now(), Client::new(elsewhere(address)));
        while browser.get("/helse").await.status() != 200 {
            assert!(portal.child.try_wait().unwrap().is_none(), "it did not start");
            assert!(began.elapsed() < Duration::from_secs(60), "it never answered");
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        portal
    }

    /// SIGKILL: nothing in the program learns of it. Then it is started again.
    async fn killed_and_started(mut self) -> Self {
        self.child.kill().unwrap();
        assert!(!self.child.wait().unwrap().success());
        if self.place.on_sqlite() {
            assert_eq!(self.place.texts("PRAGMA integrity_check").await, ["ok"]);
        }
        Self::start(self.place, self.address).await
    }
}

impl Drop for Portal<'_> {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

/// What is going on.
#[derive(Debug, Default)]
struct Going {
    over: AtomicBool,
    acknowledged: AtomicU32,
}

/// What somebody wrote.
#[derive(Debug, Default)]
struct Written {
    /// Sends again what was cut off.
    patient: bool,
    /// The portal said that it is kept.
    acknowledged: Vec<String>,
    /// The portal was killed before it said anything, and it was not sent again.
    given_up: Vec<String>,
    /// How many times a request was cut off.
    cut: u32,
}

impl Written {
    /// Sends the same until it is acknowledged; the impatient give up when they are cut off.
    async fn send(&mut self, going: &Going, client: &mut Client, what: String, send: impl AsyncFn(&mut Client) -> Answer) {
        loop {
            let answer = send(client).await;
            match answer.status() {
                // Now and then the answer is lost on its way, and the same is sent again.
                302 if self.patient && uuid::Uuid::new_v4().as_bytes()[0] < 32 => continue,
                302 => {
                    self.acknowledged.push(what);
                    going.acknowledged.fetch_add(1, Ordering::Relaxed);
                    return;
                }
                // Nobody listens: it was killed before, and has not seen this.
                503 => {
                    tokio::time::sleep(Duration::from_millis(10)).await;
                    continue;
                }
                502 => self.cut += 1,
                other => panic!("{what}: {other} {}", answer.text()),
            }
            if !self.patient {
                return self.given_up.push(what);
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    }
}

/// Of three writers, one does not send again what was cut off.
fn writer(who: u32) -> Written {
    Written { patient: !who.is_multiple_of(3), ..Written::default() }
}

async fn write_notes(mut client: Client, case: &str, who: u32, going: &Going) -> Written {
    let mut written = writer(who);
    for n in 0.. {
        if going.over.load(Ordering::Relaxed) {
            break;
        }
        let (body, key) = (format!("Notat {n} fra {who}"), fresh_key());
        let fields = [("case", case), ("key", &*key), ("body", &*body)];
        written.send(going, &mut client, body.clone(), async |client| client.post_form("/api/notes/add", &fields).await).await;
    }
    written
}

/// As long as a page of text, and another for each name.
fn contents(name: &str) -> Vec<u8> {
    format!("{name}: blåbær\n").repeat(2_000).into_bytes()
}

async fn send_files(mut client: Client, case: &str, who: u32, going: &Going) -> Written {
    let (mut written, at) = (writer(who), format!("/saker/{case}/dokumenter"));
    for n in 0.. {
        if going.over.load(Ordering::Relaxed) {
            break;
        }
        let (name, key) = (format!("Fil {n} fra {who}.txt"), fresh_key());
        let (fields, bytes) = ([("key", &*key)], contents(&name));
        let files: [(&str, &str, &[u8]); 1] = [("file", &name, &bytes)];
        written.send(going, &mut client, name.clone(), async |client| client.post_files(&at, &fields, &files).await).await;
    }
    written
}

async fn whole_timeline(store: &Store, viewer: &Viewer, case: CaseId) -> Vec<TimelineEntry> {
    let (mut entries, mut after) = (Vec::new(), None);
    loop {
        let page = store.timeline(viewer, case, None, after).await.unwrap();
        entries.extend(page.entries);
        after = page.older;
        if after.is_none() {
            return entries;
        }
    }
}

/// What was acknowledged is there once, what was given up at most once, and nothing else is there.
fn compare(there: impl Iterator<Item = String>, written: &[Written]) {
    let mut times: BTreeMap<String, u32> = BTreeMap::new();
    for what in there {
        *times.entry(what).or_default() += 1;
    }
    for what in written.iter().flat_map(|written| &written.acknowledged) {
        assert_eq!(times.remove(what), Some(1), "{what} was acknowledged");
    }
    for what in written.iter().flat_map(|written| &written.given_up) {
        assert!(times.remove(what).is_none_or(|times| times == 1), "{what} was sent once");
    }
    assert_eq!(times, BTreeMap::new(), "nobody wrote this");
}

async fn killed_while_people_write(server: Option<String>) {
    let place = Place::new(server).await;
    let union = Union::small();
    let lines: Vec<String> = union.lines.iter().map(|line| serde_json::to_string(line).unwrap()).collect();
    std::fs::write(place.folder.path().join("registry.jsonl"), lines.join("\n")).unwrap();
    // What the program makes, the test reads: the same database, the same keys, the same folder of documents.
    assert!(place.run(&["migrate"]).status.success());
    let key_file = place.folder.path().join("data/keys.json");
    let store = Store::open(StoreOptions { database_url: place.url.clone(), key_file, clock: Clock::System }).await.unwrap();
    store.import_employers(union.employer_files()).await.unwrap();
    let imported = place.run(&["import", "registry", "registry.jsonl"]);
    assert!(imported.status.success(), "{imported:?}");
    store.set_case_types(&crate::case_types::plain(), "prøven", "Uten spørsmål og oppgaver").await.unwrap();

    let rep = store.person_by_national_id(&NationalId::read(person("ptv")).unwrap()).await.unwrap().unwrap();
    let token = store.open_session(&rep, "high", None).await.unwrap();
    let address = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let mut portal = Portal::start(&place, address).await;
    let viewer = async || match store.signed_in(&token, "r").await.unwrap() {
        Some(SignedIn::Viewer(viewer)) => viewer,
        other => panic!("{other:?}"),
    };
    let mut client = Client::new(elsewhere(address));
    client.set_cookie("__Host-klar", token.expose());
    let ada = place.id("SELECT id FROM members WHERE registry_key = '20'").await;
    let case = open_case(&mut client, "FERIE", &ada, "Skriver mens alt dør").await;
    let id: CaseId = case.parse().unwrap();
    let before = store.case(&viewer().await, id).await.unwrap().whole().unwrap();
    let lines_before = whole_timeline(&store, &viewer().await, id).await.len();

    let going = Going::default();
    let killing = async {
        for _ in 0..kills() {
            let [more, moment, ..] = *uuid::Uuid::new_v4().as_bytes();
            let (began, enough) = (Instant::now(), going.acknowledged.load(Ordering::Relaxed) + 1 + u32::from(more % 4));
            while going.acknowledged.load(Ordering::Relaxed) < enough {
                assert!(began.elapsed() < Duration::from_secs(120), "nothing is acknowledged any more");
                tokio::time::sleep(Duration::from_millis(1)).await;
            }
            tokio::time::sleep(Duration::from_millis(u64::from(moment % 64))).await;
            portal = portal.killed_and_started().await;
        }
        going.over.store(true, Ordering::Relaxed);
        portal
    };
    let notes = futures::future::join_all((0..WRITERS).map(|who| write_notes(client.clone(), &case, who, &going)));
    let files = futures::future::join_all((0..WRITERS).map(|who| send_files(client.clone(), &case, who, &going)));
    let (portal, notes, files) = tokio::join!(killing, notes, files);
    let cut: u32 = notes.iter().chain(&files).map(|written| written.cut).sum();
    assert!(cut >= kills(), "nothing was going on when it was killed: {cut} cut off");

    let viewer = viewer().await;
    let timeline = whole_timeline(&store, &viewer, id).await;
    let bodies = timeline.iter().filter_map(|entry| match &entry.what {
        Happening::Note { body, .. } => Some(body.clone()),
        _ => None,
    });
    compare(bodies, &notes);
    let after = store.case(&viewer, id).await.unwrap().whole().unwrap();
    compare(after.documents.iter().map(|document| document.name.clone()), &files);
    for document in &after.documents {
        let answer = client.get(&format!("/saker/{case}/dokumenter/{}/1/fil", document.id)).await;
        assert_eq!((answer.status(), answer.bytes() == contents(&document.name)), (200, true), "{}", document.name);
    }
    // Each change has its line and raised the version by one, or was not made.
    let changes = i32::try_from(timeline.len() - lines_before).unwrap();
    assert_eq!(after.version - before.version, changes);
    assert_eq!(usize::try_from(changes).unwrap(), after.documents.len() + timeline_notes(&timeline));
    // What the killed left behind is thrown away, and nothing else.
    store.sweep_objects(Clock::System.now().plus_seconds(60)).await.unwrap();
    let folders = std::fs::read_dir(place.folder.path().join("data/objects")).unwrap().map(|inner| inner.unwrap().path());
    let objects: usize = folders.map(|inner| std::fs::read_dir(inner).unwrap().count()).sum();
    assert_eq!(objects, after.documents.len());
    // The access log is whole too, and begins where it began.
    for step in ["checkpoint", "verify"] {
        let answer = place.run(&["audit", step]);
        assert!(answer.status.success(), "{answer:?}");
    }
    drop(portal);
}

fn timeline_notes(timeline: &[TimelineEntry]) -> usize {
    timeline.iter().filter(|entry| matches!(entry.what, Happening::Note { .. })).count()
}

#[tokio::test(flavor = "multi_thread")]
async fn rel_1_on_sqlite() {
    killed_while_people_write(None).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn rel_1_on_postgres() {
    match std::env::var_os("KLAR_TEST_POSTGRES") {
        Some(server) => killed_while_people_write(Some(server.into_string().unwrap())).await,
        None => eprintln!("skipped on PostgreSQL: KLAR_TEST_POSTGRES is not set"),
    }
}
