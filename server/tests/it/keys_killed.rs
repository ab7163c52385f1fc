//! CRYPT-7: `klar keys rotate` is killed at every stage while others read, write and log in; it goes on where it was.

use std::process::{Child, Stdio};
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::time::{Duration, Instant};

use domain::Date;
use domain::identity::NationalId;
use store::drafts::Draft;
use store::keys::Node;
use store::{Clock, SignedIn, Store, StoreOptions, Viewer};

use crate::killed::Place;
use crate::world::LINES;

/// So many that they are sealed anew in several transactions.
const MANY: usize = 450;

/// Makes the sealing of each row take a while, so that it can be killed in the middle.
const SLOW_SQLITE: &str = "CREATE TRIGGER slow AFTER UPDATE OF national_id ON members BEGIN SELECT count(*) FROM \
     (WITH RECURSIVE c (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c WHERE x < 1000) SELECT x FROM c); END";
const SLOW_POSTGRES: &str = "CREATE FUNCTION slow() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_sleep(0.003); RETURN NEW; END $$; \
     CREATE TRIGGER slow AFTER UPDATE OF national_id ON members FOR EACH ROW EXECUTE FUNCTION slow()";

fn national_id(n: usize) -> NationalId {
    let born = Date::new(1950, 1, 1).unwrap().plus_days(i32::try_from(n).unwrap());
    (0..1000).find_map(|individ| NationalId::synthetic(born, individ)).unwrap()
}

fn registry() -> String {
    let member = |n| {
        format!(
            r#"{{"type":"member","id":"x{n}","national_id":"{}","given_name":"Ny","family_name":"Her","local":"L1","kind":"active","joined":"2026-01-01"}}"#,
            national_id(n).expose()
        )
    };
    LINES.lines().map(str::to_owned).chain((0..MANY).map(member)).collect::<Vec<_>>().join("\n")
}

/// How far the rotation has come.
async fn has_come(place: &Place, stage: Stage) -> bool {
    match stage {
        Stage::Added => std::fs::read_to_string(place.folder.path().join("data/keys.json")).unwrap().contains("\"2\""),
        Stage::Activated => place.texts("SELECT CAST(value AS text) FROM counters WHERE name = 'active_key'").await == ["2"],
        Stage::Sealed(rows) => {
            let mark = if place.on_sqlite() { "x'00000002'" } else { "'\\x00000002'::bytea" };
            let sql = format!("SELECT CAST(count(*) AS text) FROM members WHERE substr(national_id, 3, 4) = {mark}");
            place.texts(&sql).await[0].parse::<usize>().unwrap() >= rows
        }
    }
}

#[derive(Debug, Clone, Copy)]
enum Stage {
    Added,
    Activated,
    Sealed(usize),
}

async fn wait_until(place: &Place, child: &mut Child, stage: Stage) {
    let began = Instant::now();
    while !has_come(place, stage).await {
        assert!(child.try_wait().unwrap().is_none(), "it had finished before it could be killed at {stage:?}");
        assert!(began.elapsed() < Duration::from_secs(60), "it never came to {stage:?}");
        tokio::time::sleep(Duration::from_millis(2)).await;
    }
}

async fn viewer(store: &Store) -> Viewer {
    let person = store.person_by_national_id(&NationalId::read("01918502064").unwrap()).await.unwrap().unwrap();
    let token = store.open_session(&person, "high", None).await.unwrap();
    match store.signed_in(&token, "r").await.unwrap() {
        Some(SignedIn::Viewer(viewer)) => viewer,
        other => panic!("{other:?}"),
    }
}

async fn killed_at_every_stage(server: Option<String>) {
    let place = Place::new(server).await;
    std::fs::write(place.folder.path().join("registry.jsonl"), registry()).unwrap();
    let imported = place.run(&["import", "registry", "registry.jsonl"]);
    assert!(imported.status.success(), "{imported:?}");
    place.do_it(if place.on_sqlite() { SLOW_SQLITE } else { SLOW_POSTGRES }).await;

    let key_file = place.folder.path().join("data/keys.json");
    let store = Store::open(StoreOptions { database_url: place.url.clone(), key_file, clock: Clock::System }).await.unwrap();
    let viewer = viewer(&store).await;
    let kept = |text: String| Draft { typed: text, ..Draft::default() };
    for n in 0..20 {
        store.keep_draft(&viewer, &format!("form {n}"), &kept(format!("utkast {n}"))).await.unwrap();
    }
    let (over, reads, writes) = (AtomicBool::new(false), AtomicU32::new(0), AtomicU32::new(0));
    let serving = async {
        let mut node = Node::new("tjener".to_owned());
        while !over.load(Ordering::Relaxed) {
            store.follow_keys(&mut node).await.unwrap();
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    };
    let reading = async {
        let mut n = 0;
        while !over.load(Ordering::Relaxed) {
            assert!(store.person_by_national_id(&national_id(n % MANY)).await.unwrap().is_some(), "{n} was not recognised");
            let draft = store.draft::<String>(&viewer, &format!("form {}", n % 20)).await.unwrap();
            assert_eq!(draft, Some(kept(format!("utkast {}", n % 20))));
            reads.fetch_add(1, Ordering::Relaxed);
            n += 1;
            tokio::time::sleep(Duration::from_millis(2)).await;
        }
    };
    let writing = async {
        while !over.load(Ordering::Relaxed) {
            let text = kept(format!("skrevet {}", writes.fetch_add(1, Ordering::Relaxed)));
            store.keep_draft(&viewer, "form", &text).await.unwrap();
            assert_eq!(store.draft(&viewer, "form").await.unwrap().as_ref(), Some(&text));
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    };
    let rotating = async {
        for stage in [Stage::Added, Stage::Activated, Stage::Sealed(1), Stage::Sealed(150)] {
            let mut child = place.klar(&["keys", "rotate"]).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
            wait_until(&place, &mut child, stage).await;
            // SIGKILL: nothing in the program learns of it.
            child.kill().unwrap();
            assert!(!child.wait().unwrap().success());
            for n in 0..MANY {
                assert!(store.person_by_national_id(&national_id(n)).await.unwrap().is_some(), "{n} after {stage:?}");
            }
        }
        // On a thread of its own: those who read and write here go on meanwhile.
        let mut command = place.klar(&["keys", "rotate"]);
        let done = tokio::task::spawn_blocking(move || command.output().unwrap()).await.unwrap();
        over.store(true, Ordering::Relaxed);
        assert!(done.status.success(), "{done:?}");
    };
    tokio::join!(rotating, serving, reading, writing);
    assert!(reads.into_inner() > 10 && writes.into_inner() > 10);

    let listed = String::from_utf8(place.run(&["keys", "list"]).stdout).unwrap();
    let lines: Vec<&str> = listed.lines().collect();
    assert_eq!(lines.len(), 2, "being killed has not made more keys: {listed}");
    assert!(lines[0].starts_with("key 1: retired ") && lines[0].ends_with("; seals nothing"), "{listed}");
    assert!(lines[1].starts_with("key 2: active; seals ") && lines[1].contains(&format!("{} in members", MANY + 4)), "{listed}");
    for n in 0..MANY {
        assert!(store.person_by_national_id(&national_id(n)).await.unwrap().is_some());
    }
    // The registry's digests go by a key that is kept: the same file changes nothing.
    let again = place.run(&["import", "registry", "registry.jsonl"]);
    assert!(String::from_utf8_lossy(&again.stdout).starts_with("Nothing was changed"), "{again:?}");
    let removed = place.run(&["keys", "remove", "1"]);
    let said = String::from_utf8_lossy(&removed.stderr).into_owned();
    assert!(!removed.status.success() && said.contains("needed to read backups"), "{said}");
    let refused = place.run(&["keys", "retire", "2"]);
    assert!(String::from_utf8_lossy(&refused.stderr).contains("key 2 is the active one"), "{refused:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn on_sqlite() {
    killed_at_every_stage(None).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn on_postgres() {
    match std::env::var_os("KLAR_TEST_POSTGRES") {
        Some(server) => killed_at_every_stage(Some(server.into_string().unwrap())).await,
        None => eprintln!("skipped on PostgreSQL: KLAR_TEST_POSTGRES is not set"),
    }
}
