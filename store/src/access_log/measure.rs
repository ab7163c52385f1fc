//! How many looks the log takes each second: `cargo test --release -p store --lib measure -- --ignored --nocapture`.
//!
//! SQLite in the folder that `KLAR_TEST_FOLDER` names, so that commits wait for a real disk; PostgreSQL where
//! `KLAR_TEST_POSTGRES` says, an empty database that is kept.

use std::time::Instant;

use domain::access::{Grant, Grants};
use domain::org::Office;
use domain::{Date, MandateId, MemberId, UnitId};
use uuid::Uuid;

use super::{Detail, Look};
use crate::{Clock, Store, StoreOptions, Viewer};

const LOOKS: usize = 8_000;

#[expect(clippy::disallowed_methods, reason = "a measurement is told where to measure")]
fn told(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}

fn viewer() -> Viewer {
    let grant = Grant {
        mandate: MandateId(Uuid::now_v7()),
        office: Office::CLUB_LEADER,
        unit: UnitId(Uuid::now_v7()),
        unit_name: "Klubben ved Granlia skole".to_owned(),
        workplace: None,
        employers: Vec::new(),
        until: None,
        powers: Vec::new(),
    };
    let grants = Grants { person: MemberId(Uuid::now_v7()), list: vec![grant] };
    Viewer {
        grants,
        policy: std::sync::Arc::new(domain::access::Policy::standard()),
        case_types: std::sync::Arc::default(),
        name: "Kari".to_owned(),
        today: Date::new(2026, 3, 12).unwrap(),
        request_id: Uuid::now_v7().to_string(),
        helps: false,
        session: domain::sessions::SessionId(Uuid::nil()),
        reached: tokio::sync::OnceCell::new(),
    }
}

async fn measure(name: &str, database_url: String, folder: &std::path::Path) {
    let store = Store::open(StoreOptions { database_url, key_file: folder.join("keys.json"), clock: Clock::System }).await.unwrap();
    for callers in [1, 8, 64] {
        let begun = Instant::now();
        let work = (0..callers).map(|_| {
            let (store, viewer) = (store.clone(), viewer());
            tokio::spawn(async move {
                let mut slowest = std::time::Duration::ZERO;
                for _ in 0..LOOKS / callers {
                    let asked = Instant::now();
                    let look = Look::Member(MemberId(Uuid::now_v7()));
                    store.log_detailed(&viewer, look, &Detail::of(&viewer)).await.unwrap();
                    slowest = slowest.max(asked.elapsed());
                }
                slowest
            })
        });
        let slowest = futures::future::join_all(work).await.into_iter().map(Result::unwrap).max().unwrap();
        let each = LOOKS as f64 / begun.elapsed().as_secs_f64();
        println!("{name}, {callers} callers: {each:.0} looks a second, the slowest {} ms", slowest.as_millis());
    }
    let begun = Instant::now();
    let rows = store.verify_log(&[]).await.unwrap().unwrap().rows;
    println!("{name}: {rows} rows verified in {} ms", begun.elapsed().as_millis());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "a measurement"]
async fn measure_looks_each_second() {
    let parent = told("KLAR_TEST_FOLDER").map_or_else(std::env::temp_dir, std::path::PathBuf::from);
    let folder = tempfile::tempdir_in(parent).unwrap();
    measure("SQLite", format!("sqlite://{}", folder.path().join("klar.db").display()), folder.path()).await;
    if let Some(url) = told("KLAR_TEST_POSTGRES") {
        let other = tempfile::tempdir().unwrap();
        measure("PostgreSQL", url, other.path()).await;
    }
}
