//! AUD-1 to AUD-5: the access log is one gapless chain, whatever is done to it is noticed and named, and nobody
//! changes it through the database.

use std::path::PathBuf;

use domain::members::{MemberFilter, SearchLimits};
use domain::org::Office;
use futures::StreamExt;
use sea_orm::ConnectionTrait;
use store::access_log::checkpoints::{Checkpoint, Made};
use store::access_log::{Fault, Whole};
use store::{Store, Viewer};

use crate::union::Union;
use crate::world::{World, both};

const ORIGIN: &str = "klar.example.org/access-log";

/// Somebody whose list is empty: a look that costs little.
async fn treasurer(world: &World) -> Viewer {
    let mut union = Union::small();
    union.holds("m3", Office::TREASURER, "L2");
    world.import(&union).await;
    world.viewer("m3").await
}

async fn look(store: &Store, viewer: &Viewer) {
    store.members(viewer, &MemberFilter::default()).await.unwrap();
}

/// A log of so many rows.
async fn with_rows(world: &World, rows: usize) -> Viewer {
    let viewer = treasurer(world).await;
    for _ in 0..rows {
        look(&world.store, &viewer).await;
    }
    assert_eq!(world.store.log_size().await.unwrap(), i64::try_from(rows).unwrap());
    viewer
}

async fn verify(world: &World, checkpoints: &[Checkpoint]) -> Result<Whole, Fault> {
    world.store.verify_log(checkpoints).await.unwrap()
}

fn folder(world: &World) -> PathBuf {
    world.folder.path().join("checkpoints")
}

async fn checkpoint(world: &World) -> Made {
    world.store.make_checkpoint(&folder(world), ORIGIN).await.unwrap()
}

fn checkpoints(world: &World) -> Vec<Checkpoint> {
    world.store.checkpoints(&folder(world)).unwrap()
}

async fn log(world: &World, sql: &str) {
    world.log.execute_unprepared(sql).await.unwrap();
}

/// What somebody with all rights to the database does first.
async fn without_protection(world: &World) {
    if world.on_sqlite() {
        for trigger in ["update", "delete", "replace", "details_update"] {
            log(world, &format!("DROP TRIGGER access_log_{trigger}")).await;
        }
        log(world, "PRAGMA foreign_keys = OFF").await;
    } else {
        log(world, "ALTER TABLE access_log DISABLE TRIGGER ALL; ALTER TABLE access_log_details DISABLE TRIGGER ALL").await;
    }
}

/// The log as it is after this was done to ten rows, five of them signed.
async fn after(world: &World, sql: &str) -> Result<Whole, Fault> {
    let viewer = with_rows(world, 5).await;
    assert!(matches!(checkpoint(world).await, Made::Written(..)));
    for _ in 0..5 {
        look(&world.store, &viewer).await;
    }
    let signed = checkpoints(world);
    assert!(verify(world, &signed).await.is_ok());
    without_protection(world).await;
    // One connection, so that what SQLite is told of foreign keys is told to the one that writes.
    for statement in sql.split(';').filter(|statement| !statement.trim().is_empty()) {
        if world.on_sqlite() {
            log(world, &format!("PRAGMA foreign_keys = OFF; {statement}")).await;
        } else {
            log(world, statement).await;
        }
    }
    verify(world, &signed).await
}

both! {
    async fn aud_1_an_edited_row_is_named(world: World) {
        assert_eq!(after(&world, "UPDATE access_log SET action = 'open' WHERE seq = 4").await, Err(Fault::Altered(4)));
    }

    async fn aud_1_every_column_is_in_the_chain(world: World) {
        with_rows(&world, 3).await;
        without_protection(&world).await;
        let id = if world.on_sqlite() { "zeroblob(16)" } else { "gen_random_uuid()" };
        let hash = if world.on_sqlite() { "zeroblob(32)" } else { "decode(repeat('00', 32), 'hex')" };
        for change in [
            "at = at + 1".to_owned(),
            format!("person_id = {id}"),
            "action = 'open'".to_owned(),
            "subject_kind = 'case'".to_owned(),
            format!("subject_id = {id}"),
            "request_id = ''".to_owned(),
            "detail_digest = NULL".to_owned(),
            format!("entry_hash = {hash}"),
        ] {
            log(&world, "CREATE TABLE kept AS SELECT * FROM access_log").await;
            log(&world, &format!("UPDATE access_log SET {change} WHERE seq = 2")).await;
            assert_eq!(verify(&world, &[]).await, Err(Fault::Altered(2)), "{change}");
            let columns = ["at", "person_id", "action", "subject_kind", "subject_id", "request_id", "detail_digest", "entry_hash"];
            let back = columns.map(|column| format!("{column} = (SELECT {column} FROM kept WHERE kept.seq = access_log.seq)")).join(", ");
            log(&world, &format!("UPDATE access_log SET {back}; DROP TABLE kept")).await;
            assert!(verify(&world, &[]).await.is_ok());
        }
    }

    async fn aud_1_a_deleted_row_is_named(world: World) {
        let sql = "DELETE FROM access_log_details WHERE seq = 4; DELETE FROM access_log WHERE seq = 4";
        assert_eq!(after(&world, sql).await, Err(Fault::Missing(4)));
    }

    async fn aud_1_a_deleted_row_is_named_though_the_others_were_numbered_anew(world: World) {
        let sql = "DELETE FROM access_log_details WHERE seq >= 4; DELETE FROM access_log WHERE seq = 4;
            UPDATE access_log SET seq = -seq WHERE seq > 4; UPDATE access_log SET seq = -seq - 1 WHERE seq < 0";
        assert_eq!(after(&world, sql).await, Err(Fault::Altered(4)));
    }

    async fn aud_1_two_swapped_rows_are_named(world: World) {
        let sql = "UPDATE access_log SET seq = -1 WHERE seq = 3; UPDATE access_log SET seq = 3 WHERE seq = 4;
            UPDATE access_log SET seq = 4 WHERE seq = -1";
        assert_eq!(after(&world, sql).await, Err(Fault::Altered(3)));
    }

    async fn aud_1_an_inserted_row_is_named(world: World) {
        let columns = "at, person_id, action, subject_kind, subject_id, request_id, detail_digest, entry_hash";
        let copy = |from: i64, to: i64| format!("INSERT INTO access_log (seq, {columns}) SELECT {to}, {columns} FROM access_log WHERE seq = {from}");
        let sql = format!(
            "UPDATE access_log SET seq = -seq WHERE seq > 3; UPDATE access_log SET seq = -seq + 1 WHERE seq < 0; {}",
            copy(3, 4)
        );
        assert_eq!(after(&world, &sql).await, Err(Fault::Altered(4)));
        log(&world, &copy(1, 0)).await;
        assert_eq!(verify(&world, &[]).await, Err(Fault::Extra(0)));
    }

    async fn aud_1_a_cut_off_end_is_named_by_a_checkpoint(world: World) {
        let sql = "DELETE FROM access_log_details WHERE seq > 3; DELETE FROM access_log WHERE seq > 3";
        assert_eq!(after(&world, sql).await, Err(Fault::CutOff { from: 4, to: 5 }));
        assert!(verify(&world, &[]).await.is_ok(), "the chain alone cannot know");
        // What is written afterwards does not cover it up, and nothing new is signed.
        let viewer = world.viewer("m3").await;
        for _ in 0..5 {
            look(&world.store, &viewer).await;
        }
        assert!(verify(&world, &[]).await.is_ok());
        assert_eq!(verify(&world, &checkpoints(&world)).await, Err(Fault::Rewritten { from: 1, to: 5 }));
        assert!(matches!(checkpoint(&world).await, Made::Refused(Fault::Rewritten { .. })));
    }

    async fn aud_1_an_altered_detail_is_named_and_a_shredded_one_is_counted(world: World) {
        with_rows(&world, 3).await;
        log(&world, "DELETE FROM access_log_details WHERE seq = 1").await;
        let whole = verify(&world, &[]).await.unwrap();
        assert_eq!((whole.rows, whole.shredded), (3, 1));
        without_protection(&world).await;
        log(&world, "UPDATE access_log_details SET sealed = (SELECT sealed FROM access_log_details WHERE seq = 3) WHERE seq = 2").await;
        assert_eq!(verify(&world, &[]).await, Err(Fault::Detail(2)));
    }

    async fn checkpoints_are_signed_and_written_once(world: World) {
        let viewer = treasurer(&world).await;
        assert!(matches!(checkpoint(&world).await, Made::Nothing), "there is nothing to sign");
        for rows in 1..4 {
            look(&world.store, &viewer).await;
            let Made::Written(path, made) = checkpoint(&world).await else { panic!() };
            assert_eq!(made.size(), rows);
            assert!(path.ends_with(format!("2026-03-12/{rows:012}.txt")), "{}", path.display());
            assert!(matches!(checkpoint(&world).await, Made::Nothing));
        }
        assert_eq!(verify(&world, &checkpoints(&world)).await.unwrap().checkpoints, 3);
        // Another system's key does not do.
        let other = World::sqlite().await;
        let refused = other.store.checkpoints(&folder(&world)).unwrap_err().to_string();
        assert!(refused.contains("is not a checkpoint signed with this system's key"), "{refused}");
        let key = world.store.checkpoint_key(ORIGIN).unwrap();
        assert!(key.starts_with("klar.example.org/access-log+") && key != other.store.checkpoint_key(ORIGIN).unwrap(), "{key}");
    }

    async fn aud_3_the_database_refuses_to_change_the_log(world: World) {
        with_rows(&world, 2).await;
        let before = world.log_rows("SELECT * FROM access_log").await.len();
        let mut attempts = vec![
            "UPDATE access_log SET action = 'x'",
            "UPDATE access_log SET seq = 9 WHERE seq = 2",
            "DELETE FROM access_log",
            "DELETE FROM access_log WHERE seq = 2",
            "UPDATE access_log_details SET seq = 9 WHERE seq = 2",
        ];
        attempts.extend(if world.on_sqlite() {
            ["PRAGMA foreign_keys = OFF; DELETE FROM access_log", "INSERT OR REPLACE INTO access_log SELECT * FROM access_log WHERE seq = 2"]
        } else {
            ["TRUNCATE access_log CASCADE", "TRUNCATE access_log_details"]
        });
        for sql in attempts {
            let refused = world.log.execute_unprepared(sql).await.unwrap_err().to_string();
            assert!(refused.contains("the access log is append-only"), "{sql}: {refused}");
        }
        assert_eq!(world.log_rows("SELECT * FROM access_log").await.len(), before);
        assert!(verify(&world, &[]).await.is_ok());
    }

    async fn aud_4_two_nodes_and_four_thousand_looks_make_one_chain(world: World) {
        const EACH: usize = 2_000;
        let viewer = treasurer(&world).await;
        let other = Store::open(world.options.clone()).await.unwrap();
        for store in [&world.store, &other] {
            store.limit_searches(SearchLimits { per_minute: u32::MAX, per_day: u32::MAX });
        }
        let node = async |store: &Store| {
            futures::stream::iter(0..EACH).map(|_| look(store, &viewer)).buffer_unordered(64).count().await
        };
        let (here, there) = tokio::join!(node(&world.store), node(&other));
        assert_eq!((here, there), (EACH, EACH));
        let whole = verify(&world, &[]).await.unwrap();
        assert_eq!((whole.rows, whole.set_back), (i64::try_from(2 * EACH).unwrap(), 0));
    }

    async fn aud_5_a_clock_set_back_is_told_and_changes_no_order(world: World) {
        let viewer = with_rows(&world, 3).await;
        world.clock.advance_seconds(-3600);
        look(&world.store, &viewer).await;
        world.clock.advance_seconds(3600);
        look(&world.store, &viewer).await;
        // Within what two machines' clocks may differ nothing is said.
        world.clock.advance_seconds(-59);
        look(&world.store, &viewer).await;
        let whole = verify(&world, &[]).await.unwrap();
        assert_eq!((whole.rows, whole.set_back, whole.first_set_back), (6, 1, vec![4]));
    }

    async fn a_look_that_cannot_be_written_refuses_everybody_who_waits_and_the_next_is_free(world: World) {
        let viewer = with_rows(&world, 1).await;
        log(&world, "ALTER TABLE access_log RENAME COLUMN action TO other").await;
        let refused = futures::future::join_all((0..20).map(|_| world.store.today(&viewer))).await;
        assert!(refused.iter().all(Result::is_err));
        log(&world, "ALTER TABLE access_log RENAME COLUMN other TO action").await;
        look(&world.store, &viewer).await;
        assert_eq!(verify(&world, &[]).await.unwrap().rows, 2);
    }
}

/// A registry import holds SQLite's one write lock for as long as it takes. Pages are read meanwhile.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn on_sqlite_pages_are_read_while_somebody_holds_the_write_lock() {
    let world = World::sqlite().await;
    let viewer = with_rows(&world, 1).await;
    log_held(&world, &viewer).await;
    assert_eq!(verify(&world, &[]).await.unwrap().rows, 11);
}

async fn log_held(world: &World, viewer: &Viewer) {
    use sea_orm::{SqliteTransactionMode, TransactionOptions, TransactionTrait};
    let options = TransactionOptions { sqlite_transaction_mode: Some(SqliteTransactionMode::Exclusive), ..TransactionOptions::default() };
    let held = world.raw.begin_with_options(options).await.unwrap();
    held.execute_unprepared("UPDATE units SET phone = '1'").await.unwrap();
    let looks = futures::future::join_all((0..10).map(|_| look(&world.store, viewer)));
    tokio::time::timeout(std::time::Duration::from_secs(4), looks).await.expect("the pages waited for the lock");
    held.rollback().await.unwrap();
}
