//! What is written in cases: sealed with a key of each case's own, and gone when that is thrown away. CRYPT-4, 6, 8, 9.

use domain::CaseId;
use domain::cases::{CaseFilter, CaseSeen, Sensitivity};
use sea_orm::{ConnectionTrait, Statement, Value};
use store::{Store, StoreError, StoreOptions};

use crate::cases::{key, note, opened, task};
use crate::union::Union;
use crate::world::{World, both};

/// A case with something written everywhere; returns it with its number.
async fn written(world: &World, about: &str, text: &str) -> (CaseId, i64) {
    let rep = world.viewer("rep").await;
    let case = opened(world, &rep, about, Sensitivity::Health).await;
    world.store.add_note(&rep, case, key(), "note", note(text)).await.unwrap();
    world.store.add_task(&rep, case, key(), "task", task(text)).await.unwrap();
    (case, world.whole(&rep, case).await.number)
}

async fn change(world: &World, sql: &str, values: impl IntoIterator<Item = Value>) {
    let statement = Statement::from_sql_and_values(world.raw.get_database_backend(), sql, values);
    assert_eq!(world.raw.execute_raw(statement).await.unwrap().rows_affected(), 1);
}

/// What the store says of a case that lies erased.
async fn erased(world: &World, store: &Store, case: CaseId) -> bool {
    let rep = world.viewer("rep").await;
    match store.case(&rep, case).await.unwrap() {
        CaseSeen::Known(known) => known.erased_at.is_some(),
        CaseSeen::Whole(_) => false,
    }
}

both! {
    async fn nothing_that_was_written_lies_open(world: World) {
        world.import(&Union::small()).await;
        let (case, _) = written(&world, "m1", "CANARY-contents").await;
        assert!(world.holds(b"note").await, "the search finds what is there");
        for canary in ["CANARY", "Om m1"] {
            assert!(!world.holds(canary.as_bytes()).await, "{canary}");
        }
        let view = world.whole(&world.viewer("rep").await, case).await;
        assert_eq!((view.description.as_str(), view.tasks[0].title.as_str()), ("Om m1", "CANARY-contents"));
        // Nor is a short note told from a longer one by its size.
        let rep = world.viewer("rep").await;
        world.store.add_note(&rep, case, key(), "note", note("Ja")).await.unwrap();
        let lengths = world.rows("SELECT DISTINCT length(body) FROM notes").await;
        assert_eq!(lengths.len(), 1);
    }

    async fn what_is_moved_to_another_row_or_case_does_not_open(world: World) {
        world.import(&Union::small()).await;
        let ((one, _), (other, _)) = (written(&world, "m1", "Den ene").await, written(&world, "m2", "Den andre").await);
        let rep = world.viewer("rep").await;
        let unreadable = async |case| assert!(matches!(world.store.case(&rep, case).await, Err(StoreError::Sealed(_))));
        let bodies = async || -> Vec<(uuid::Uuid, Vec<u8>)> {
            let rows = world.rows("SELECT id, body FROM notes ORDER BY written_at, id").await;
            rows.iter().map(|row| (row.try_get_by_index(0).unwrap(), row.try_get_by_index(1).unwrap())).collect()
        };
        let before = bodies().await;
        let put = async |id: uuid::Uuid, body: &[u8]| {
            change(&world, "UPDATE notes SET body = $1 WHERE id = $2", [body.to_vec().into(), id.into()]).await;
        };
        // Another note's text, in another case and in the same.
        put(before[0].0, &before[1].1).await;
        unreadable(one).await;
        put(before[0].0, &before[0].1).await;
        world.store.add_note(&rep, one, key(), "note", note("Den tredje")).await.unwrap();
        let third = bodies().await.into_iter().find(|(id, _)| *id != before[0].0 && *id != before[1].0).unwrap();
        put(third.0, &before[0].1).await;
        unreadable(one).await;
        put(third.0, &third.1).await;
        assert_eq!(world.whole(&rep, one).await.timeline.len(), 4);
        // And a case's key in the place of another's.
        let keys = world.case_key_rows("SELECT case_id, sealed FROM case_keys").await;
        let key_of = |case: CaseId| {
            let row = keys.iter().find(|row| row.try_get_by_index::<uuid::Uuid>(0).unwrap() == case.0).unwrap();
            row.try_get_by_index::<Vec<u8>>(1).unwrap()
        };
        let sql = "UPDATE case_keys SET sealed = $1 WHERE case_id = $2";
        let backend = world.case_keys.get_database_backend();
        let moved = Statement::from_sql_and_values(backend, sql, [key_of(one).into(), other.0.into()]);
        world.case_keys.execute_raw(moved).await.unwrap();
        unreadable(other).await;
    }

    async fn what_is_erased_is_gone_here_and_in_an_older_backup(world: World) {
        world.import(&Union::small()).await;
        let ((gone, number), (kept, _)) = (written(&world, "m1", "Skal bort").await, written(&world, "m2", "Skal bli").await);
        let key_row = world.case_key_rows("SELECT case_id, sealed FROM case_keys").await;
        let sealed = key_row.iter().find(|row| row.try_get_by_index::<uuid::Uuid>(0).unwrap() == gone.0).unwrap();
        let sealed: Vec<u8> = sealed.try_get_by_index(1).unwrap();
        assert!(world.holds(&sealed).await, "the search finds what is there");
        let backup = tempfile::tempdir().unwrap();
        if world.on_sqlite() {
            world.run(&format!("VACUUM INTO '{}'", backup.path().join("klar.db").display())).await;
        }
        for _ in 0..2 {
            world.store.erase_case(number).await.unwrap();
        }
        assert!(matches!(world.store.erase_case(number + 100).await, Err(StoreError::NotFound)));
        assert!(!world.holds(&sealed).await, "the key is overwritten, not only marked as deleted");

        // Here: it is known that there was such a case, and nothing can be added.
        let rep = world.viewer("rep").await;
        assert!(erased(&world, &world.store, gone).await);
        assert!(matches!(world.store.add_note(&rep, gone, key(), "note", note("Etterpå")).await, Err(StoreError::Forbidden)));
        let rows = world.store.cases(&rep, &CaseFilter::default()).await.unwrap().rows;
        let tasks: Vec<_> = rows.iter().map(|row| row.next.as_ref().map(|next| next.title.as_str())).collect();
        assert_eq!((rows.len(), tasks.iter().flatten().count()), (2, 1));
        assert_eq!(world.store.today(&rep).await.unwrap().tasks.len(), 1);
        assert_eq!(world.whole(&rep, kept).await.description, "Om m2");

        // In the backup, which knows nothing of the erasing, with the keys of today.
        if world.on_sqlite() {
            let folder = backup.path().display().to_string();
            std::fs::copy(world.folder.path().join("klar-case-keys.db"), backup.path().join("klar-case-keys.db")).unwrap();
            let options = StoreOptions { database_url: format!("sqlite://{folder}/klar.db"), ..world.options.clone() };
            let restored = Store::open(options).await.unwrap();
            assert!(matches!(restored.case(&rep, gone).await, Err(StoreError::Inconsistent { table: "case_keys", .. })));
            assert_eq!(restored.case(&rep, kept).await.unwrap().whole().unwrap().description, "Om m2");
        } else {
            change(&world, "UPDATE cases SET erased_at = NULL WHERE id = $1", [gone.0.into()]).await;
            assert!(matches!(world.store.case(&rep, gone).await, Err(StoreError::Inconsistent { table: "case_keys", .. })));
        }
    }

    async fn an_erasing_that_was_broken_off_is_finished_at_the_next_start(world: World) {
        world.import(&Union::small()).await;
        let (case, _) = written(&world, "m1", "Skal bort").await;
        change(&world, "UPDATE cases SET erased_at = 1 WHERE id = $1", [case.0.into()]).await;
        let count = async || world.case_key_rows("SELECT count(*) FROM case_keys").await[0].try_get_by_index::<i64>(0).unwrap();
        assert_eq!(count().await, 1);
        let again = Store::open(world.options.clone()).await.unwrap();
        assert_eq!(count().await, 0);
        assert!(erased(&world, &again, case).await);
    }

    async fn without_the_keys_of_the_cases_nothing_starts(world: World) {
        world.import(&Union::small()).await;
        written(&world, "m1", "Uten nøkkel").await;
        world.case_keys.execute_unprepared("DELETE FROM case_keys").await.unwrap();
        let before = world.contents(&[]).await;
        let refused = Store::open(world.options.clone()).await.unwrap_err();
        assert!(matches!(&refused, StoreError::Keys(words) if words.contains("the keys of the cases are missing")), "{refused:?}");
        assert_eq!(world.contents(&[]).await, before);
    }

    async fn what_was_written_before_is_sealed_at_the_start(world: World) {
        world.import(&Union::small()).await;
        let (one, _) = written(&world, "m1", "Gammelt").await;
        let (other, _) = written(&world, "m2", "Nytt").await;
        // As an older program left it.
        for (table, column, text) in [("cases", "description", "Åpent i saken"), ("notes", "body", "Åpent notat"), ("tasks", "title", "Åpen")] {
            let case = if table == "cases" { "id" } else { "case_id" };
            let sql = format!(
                "INSERT INTO unsealed_texts (of_table, row_id, case_id, text) SELECT '{table}', id, {case}, '{text}' FROM {table} WHERE {case} = $1"
            );
            change(&world, &sql, [one.0.into()]).await;
            let sql = format!("UPDATE {table} SET {column} = $2 WHERE {case} = $1");
            change(&world, &sql, [one.0.into(), Vec::<u8>::new().into()]).await;
        }
        let sql = "DELETE FROM case_keys WHERE case_id = $1";
        let forget = Statement::from_sql_and_values(world.case_keys.get_database_backend(), sql, [one.0.into()]);
        world.case_keys.execute_raw(forget).await.unwrap();

        let store = Store::open(world.options.clone()).await.unwrap();
        let rep = world.viewer("rep").await;
        let view = store.case(&rep, one).await.unwrap().whole().unwrap();
        assert_eq!((view.description.as_str(), view.tasks[0].title.as_str()), ("Åpent i saken", "Åpen"));
        assert!(view.timeline.iter().any(|entry| format!("{entry:?}").contains("Åpent notat")));
        assert_eq!(world.whole(&rep, other).await.description, "Om m2", "what was sealed stays as it was");
        assert_eq!(world.count("unsealed_texts").await, 0);
    }
}
