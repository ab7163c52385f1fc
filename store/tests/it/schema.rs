//! The migrated tables, and the tables this program knows.

use std::collections::BTreeMap;

use sea_orm::ConnectionTrait;
use store::{Store, schema};

use crate::union::Union;
use crate::world::{World, both};

/// Tables no entity is for: the series of case numbers, and the migrations' own.
const WITHOUT_ENTITY: [&str; 4] = ["access_log_migrations", "case_key_migrations", "counters", "seaql_migrations"];

/// Each table's columns, and whether each may be empty.
async fn columns(world: &World, table: &str) -> BTreeMap<String, bool> {
    let sql = if world.on_sqlite() {
        format!("SELECT name, \"notnull\" = 0 AND pk = 0 FROM pragma_table_info('{table}')")
    } else {
        format!(
            "SELECT CAST(column_name AS text), is_nullable = 'YES' FROM information_schema.columns
                WHERE table_schema = 'public' AND table_name = '{table}'"
        )
    };
    let rows = match table {
        "case_keys" => world.case_key_rows(&sql).await,
        _ if table.starts_with("access_log") => world.log_rows(&sql).await,
        _ => world.rows(&sql).await,
    };
    rows.iter().map(|row| (row.try_get_by_index(0).unwrap(), row.try_get_by_index(1).unwrap())).collect()
}

both! {
    async fn the_tables_are_those_of_the_entities_column_for_column(world: World) {
        let mut known = Vec::new();
        for table in schema::tables().into_iter().chain(schema::log_tables()).chain(schema::case_key_tables()) {
            let expected: BTreeMap<String, bool> = table.columns.into_iter().map(|column| (column.name, column.optional)).collect();
            assert_eq!(columns(&world, table.name).await, expected, "{}", table.name);
            known.push(table.name.to_owned());
        }
        known.extend(WITHOUT_ENTITY.map(str::to_owned));
        if world.on_sqlite() {
            known.retain(|table| !table.starts_with("access_log") && !table.starts_with("case_key"));
        }
        known.sort();
        let mut tables = world.tables().await;
        tables.sort();
        assert_eq!(tables, known);
    }

    async fn migrating_again_changes_nothing(world: World) {
        world.import(&Union::small()).await;
        let before = (world.contents(&[]).await, world.tables().await);
        for _ in 0..2 {
            Store::open(world.options.clone()).await.unwrap();
        }
        assert_eq!((world.contents(&[]).await, world.tables().await), before);
    }

    async fn a_row_that_cannot_be_is_refused_by_the_database(world: World) {
        world.import(&Union::small()).await;
        let id = if world.on_sqlite() { "zeroblob(16)" } else { "gen_random_uuid()" };
        let nowhere = format!("INSERT INTO case_parties (case_id, member_id) VALUES ({id}, {id})");
        assert!(world.raw.execute_unprepared(&nowhere).await.is_err());
        assert!(world.raw.execute_unprepared("UPDATE employments SET percent = 101").await.is_err());
    }
}

#[tokio::test]
async fn sqlite_keeps_what_it_has_acknowledged() {
    let world = World::sqlite().await;
    assert_eq!(world.texts("PRAGMA journal_mode").await, ["wal"]);
}

/// Otherwise each question would be planned anew (.cargo/config.toml).
#[tokio::test]
async fn sqlite_plans_a_statement_once() {
    let world = World::sqlite().await;
    assert!(world.texts("PRAGMA compile_options").await.contains(&"ENABLE_QPSG".to_owned()));
}
