//! Forward-only migrations, written in SQL once for both databases.
//!
//! Each migration is one `.sql` file beside this one, named by its time. The few words in which SQLite and
//! PostgreSQL differ are written in braces and filled in by [`dialect`]. Migrations never import entities:
//! an old migration must mean the same for ever.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::DbBackend;
pub use sea_orm_migration::{MigratorTrait, SchemaManager};

/// Every migration, oldest first.
pub struct Migrator;

impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        macro_rules! migrations {
            ($($name:literal,)+) => {
                vec![$(Box::new(SqlFile { name: $name, sql: include_str!(concat!($name, ".sql")) }),)+]
            };
        }
        migrations![
            "m20261121_100000_organisation",
            "m20261121_100100_members",
            "m20261121_100200_sessions",
            "m20261121_100300_cases",
            "m20261121_100400_drafts",
            "m20261121_100500_access_log",
            "m20261121_100600_keys",
            "m20261122_100000_reach",
            "m20261122_130000_imports",
        ]
    }
}

struct SqlFile {
    name: &'static str,
    sql: &'static str,
}

impl MigrationName for SqlFile {
    fn name(&self) -> &str {
        self.name
    }
}

#[async_trait::async_trait]
impl MigrationTrait for SqlFile {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let db = manager.get_connection();
        db.execute_unprepared(&dialect(self.sql, manager.get_database_backend())).await?;
        Ok(())
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}

/// Fills in the words that differ. `{sorted}` is text compared byte by byte on both, which keyset paging rests on;
/// a `{clustered}` table lies in the order of its key, where the database can do that.
fn dialect(sql: &str, backend: DbBackend) -> String {
    let words: &[(&str, &str)] = match backend {
        DbBackend::Postgres => &[
            ("{uuid}", "uuid"),
            ("{bytes}", "bytea"),
            ("{bigint}", "bigint"),
            ("{int}", "integer"),
            ("{bool}", "boolean"),
            ("{sorted}", "text COLLATE \"C\""),
            ("{sequence}", "bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY"),
            ("{strict}", ""),
            ("{clustered}", ""),
        ],
        _ => &[
            ("{uuid}", "blob"),
            ("{bytes}", "blob"),
            ("{bigint}", "integer"),
            ("{int}", "integer"),
            ("{bool}", "integer"),
            ("{sorted}", "text"),
            ("{sequence}", "integer PRIMARY KEY AUTOINCREMENT"),
            ("{strict}", "STRICT"),
            ("{clustered}", "STRICT, WITHOUT ROWID"),
        ],
    };
    words.iter().fold(sql.to_owned(), |sql, (word, meaning)| sql.replace(word, meaning))
}
