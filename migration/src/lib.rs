//! Forward-only migrations, written in SQL once for both databases.
//!
//! Each migration is one `.sql` file beside this one, named by its time. The few words in which SQLite and
//! PostgreSQL differ are written in braces and filled in by [`dialect`]; a line for one of them alone begins with its
//! name in braces. Migrations never import entities:
//! an old migration must mean the same for ever.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::DbBackend;
pub use sea_orm_migration::{MigratorTrait, SchemaManager};

/// The files of a folder, by name.
macro_rules! migrations {
    ($folder:literal: $($name:literal,)+) => {
        vec![$(Box::new(SqlFile { name: $name, sql: include_str!(concat!($folder, $name, ".sql")) }),)+]
    };
}

/// Every migration of the database, oldest first.
pub struct Migrator;

impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        migrations![
            "":
            "m20261121_100000_organisation",
            "m20261121_100100_members",
            "m20261121_100200_sessions",
            "m20261121_100300_cases",
            "m20261121_100400_drafts",
            "m20261121_100500_access_log",
            "m20261121_100600_keys",
            "m20261122_100000_reach",
            "m20261122_110000_access_log_chain",
            "m20261122_120000_employer_register",
            "m20261122_130000_imports",
            "m20261125_100000_key_rotation",
            "m20261125_100000_reach",
            "m20261125_100100_case_lists",
            "m20261125_140000_shortfalls",
            "m20261125_150000_policy_versions",
            "m20261125_210000_member_segments",
            "m20261126_090000_case_lists",
            "m20261126_120000_case_totals",
            "m20261126_130000_policy_offices",
            "m20261126_150000_case_types",
            "m20261127_100000_sealed_contents",
            "m20261127_110000_case_events",
            "m20261127_120000_participants",
            "m20261127_130000_tasks",
            "m20261127_140000_case_lists",
            "m20261127_140000_documents",
            "m20261127_200000_notes",
            "m20261128_140000_meetings",
            "m20261128_150000_lifecycle",
            "m20261129_090000_papers",
            "m20261130_100000_case_kinds",
            "m20261130_110000_case_links",
            "m20261201_100000_earlier_texts",
            "m20261201_100000_outsiders",
            "m20261201_110000_meeting_lines",
            "m20261201_120000_conflict_numbers",
            "m20261201_130000_task_drafts",
            "m20261201_140000_letter_templates",
            "m20261202_100000_document_pages",
        ]
    }
}

/// Every migration of the access log, which lies in a file of its own with SQLite, and beside the other tables with
/// PostgreSQL (docs/adr/0006-access-log.md).
pub struct LogMigrator;

impl MigratorTrait for LogMigrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        migrations![
            "log/":
            "m20261122_110000_chain",
        ]
    }

    fn migration_table_name() -> DynIden {
        "access_log_migrations".into_iden()
    }
}

/// Every migration of the cases' keys, which lie in a file of their own with SQLite, and beside the other tables with
/// PostgreSQL (docs/adr/0013-case-keys.md).
pub struct CaseKeyMigrator;

impl MigratorTrait for CaseKeyMigrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        migrations![
            "case_keys/":
            "m20261127_100000_case_keys",
        ]
    }

    fn migration_table_name() -> DynIden {
        "case_key_migrations".into_iden()
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

/// Fills in the words that differ, and leaves out the lines marked for the other database. `{sorted}` is text compared
/// byte by byte on both, which keyset paging rests on; a `{clustered}` table lies in the order of its key, where the
/// database can do that.
fn dialect(sql: &str, backend: DbBackend) -> String {
    let words: &[(&str, &str)] = match backend {
        DbBackend::Postgres => &[
            ("{uuid}", "uuid"),
            ("{bytes}", "bytea"),
            ("{no_bytes}", "''::bytea"),
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
            ("{no_bytes}", "x''"),
            ("{bigint}", "integer"),
            ("{int}", "integer"),
            ("{bool}", "integer"),
            ("{sorted}", "text"),
            ("{sequence}", "integer PRIMARY KEY AUTOINCREMENT"),
            ("{strict}", "STRICT"),
            ("{clustered}", "STRICT, WITHOUT ROWID"),
        ],
    };
    let (ours, others) = match backend {
        DbBackend::Postgres => ("{postgres} ", "{sqlite} "),
        _ => ("{sqlite} ", "{postgres} "),
    };
    let lines: Vec<&str> =
        sql.lines().filter(|line| !line.starts_with(others)).map(|line| line.strip_prefix(ours).unwrap_or(line)).collect();
    words.iter().fold(lines.join("\n"), |sql, (word, meaning)| sql.replace(word, meaning))
}
