//! The business register's bulk files.

use std::io::Cursor;
use std::time::Duration;

use sea_orm::{ConnectionTrait, TransactionTrait};
use serde_json::json;
use store::employers::{ImportError, Report};

use crate::union::{Union, org};
use crate::world::both;

both! {
    async fn entities_are_added_changed_and_left_alone(world: World) {
        let mut union = Union::small();
        let all = union.employers.len() as u64;
        assert_eq!(world.store.import_employers(union.employer_files()).await.unwrap(), Report { added: all, ..Report::default() });
        let before = world.contents(&[]).await;
        assert_eq!(world.store.import_employers(union.employer_files()).await.unwrap(), Report { unchanged: all, ..Report::default() });
        assert_eq!(world.contents(&[]).await, before);
        union.employers[0]["navn"] = json!("ØSTRE ÅS KOMMUNE");
        union.employer(50, "BEDR", Some(1));
        assert_eq!(world.store.import_employers(union.employer_files()).await.unwrap(), Report { added: 1, changed: 1, unchanged: all - 1, alerts: 0 });
        let sql = format!("SELECT name FROM employer_units WHERE number = '{}'", union.employers[0]["organisasjonsnummer"].as_str().unwrap());
        assert_eq!(world.texts(&sql).await, ["Østre Ås kommune"]);
    }

    async fn a_file_that_is_cut_short_changes_nothing(world: World) {
        let mut union = Union::small();
        world.import(&union).await;
        let before = world.contents(&[]).await;
        // So many that whole batches are written before the end is missed.
        for n in 100..2_700 {
            union.employer(n, "BEDR", Some(1));
        }
        let mut files = union.employer_files();
        let last = files.last_mut().unwrap().get_mut();
        last.truncate(last.len() - 10);
        let outcome = world.store.import_employers(files).await;
        assert!(matches!(outcome, Err(ImportError::File(_))), "{outcome:?}");
        assert_eq!(world.contents(&[]).await, before);
        for text in ["", "{}", "[]x", r#"[{"navn":"UTEN NUMMER"}]"#, r#"[{"organisasjonsnummer":"123456789"}]"#] {
            let outcome = world.store.import_employers(vec![Cursor::new(text.as_bytes().to_vec())]).await;
            assert!(matches!(outcome, Err(ImportError::File(_))), "{text}: {outcome:?}");
        }
        assert_eq!(world.contents(&[]).await, before);
        world.store.import_employers(union.employer_files()).await.unwrap();
        assert_eq!(world.count("employer_units").await, union.employers.len() as i64);
    }

    async fn an_entity_that_stands_twice_is_taken_as_it_stands_last(world: World) {
        let entity = |name: &str| json!({"organisasjonsnummer": org(1), "navn": name});
        let file = Cursor::new(serde_json::to_vec(&[entity("FØRST"), entity("SIST")]).unwrap());
        world.store.import_employers(vec![file]).await.unwrap();
        assert_eq!(world.texts("SELECT name FROM employer_units").await, ["Sist"]);
    }

    async fn nobody_is_kept_waiting_while_the_files_are_read_and_compared(world: World) {
        let mut union = Union::small();
        world.import(&union).await;
        for n in 100..2_700 {
            union.employer(n, "BEDR", Some(1));
        }
        let mut files = union.employer_files();
        let last = files.last_mut().unwrap().get_mut();
        last.truncate(last.len() - 10);
        // Somebody else writes: with SQLite the whole database is theirs, with PostgreSQL the registry's generation.
        let options = sea_orm::TransactionOptions {
            sqlite_transaction_mode: world.on_sqlite().then_some(sea_orm::SqliteTransactionMode::Immediate),
            ..sea_orm::TransactionOptions::default()
        };
        let held = world.raw.begin_with_options(options).await.unwrap();
        held.execute_unprepared("UPDATE counters SET value = value WHERE name = 'registry'").await.unwrap();
        // It comes to the end of the file, which is missing, without having asked for the lock.
        let outcome = tokio::time::timeout(Duration::from_secs(60), world.store.import_employers(files)).await.unwrap();
        assert!(matches!(outcome, Err(ImportError::File(_))), "{outcome:?}");
        held.rollback().await.unwrap();
    }

    async fn an_entity_that_stands_twice_and_last_as_it_is_there_stays_as_it_is(world: World) {
        let entity = |name: &str| json!({"organisasjonsnummer": org(1), "navn": name});
        let file = |names: &[&str]| vec![Cursor::new(serde_json::to_vec(&names.iter().map(|name| entity(name)).collect::<Vec<_>>()).unwrap())];
        world.store.import_employers(file(&["SIST"])).await.unwrap();
        let report = world.store.import_employers([file(&["FØRST"]), file(&["SIST"])].concat()).await.unwrap();
        assert_eq!(report.added, 0);
        assert_eq!(world.texts("SELECT name FROM employer_units").await, ["Sist"]);
    }
}
