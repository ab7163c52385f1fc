//! Opening the database: SQLite in a file, or PostgreSQL.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use migration::{LogMigrator, Migrator, MigratorTrait, SchemaManager};
use sea_orm::{
    ConnectOptions, Database, DatabaseConnection, DatabaseTransaction, DbBackend, SqliteTransactionMode, TransactionOptions,
    TransactionTrait,
};

use crate::access_log::Log;
use crate::crypto::Keys;
use crate::{Clock, StoreError};

/// How to open a store.
#[derive(Debug, Clone)]
pub struct StoreOptions {
    /// `sqlite:///path/to/file` or `postgres://…`.
    pub database_url: String,
    /// The key file; made on the first run, with mode 0600.
    pub key_file: PathBuf,
    /// Where the time comes from.
    pub clock: Clock,
}

/// The portal's memory. Cheap to clone: all clones share the connections.
#[derive(Debug, Clone)]
pub struct Store {
    /// Many connections for reading.
    pub(crate) db: DatabaseConnection,
    /// Where writes begin. SQLite has one writer; asking for it in our own queue beats its lock.
    writer: DatabaseConnection,
    pub(crate) log: Arc<Log>,
    pub(crate) keys: Arc<Keys>,
    pub(crate) clock: Clock,
    pub(crate) policies: Arc<crate::policy::Policies>,
    /// Whoever reaches more members than this is the leader of a county or of the union.
    pub(crate) many: u64,
}

/// See [`Store::many`]. The largest clubs have some 2,000 members, the largest locals a few thousand.
const MANY: u64 = 5_000;

impl Store {
    /// Opens the database, checks that the keys fit it, and brings its tables up to date.
    ///
    /// A new database gets new keys; an old one without its key file is refused, and nothing is written.
    pub async fn open(options: StoreOptions) -> Result<Self, StoreError> {
        let (db, writer) = connect(&options.database_url).await?;
        let sealed = key_checks_exist(&db).await?;
        let keys = if sealed { Keys::load(&options.key_file)? } else { Keys::load_or_make(&options.key_file)? };
        if sealed {
            keys.check(&db, &writer).await?;
        }
        Migrator::up(&writer, None).await?;
        keys.check(&db, &writer).await?;
        let keys = Arc::new(keys);
        let (log, log_writer) = connect_log(&options.database_url, &db).await?;
        LogMigrator::up(&log_writer, None).await?;
        let log = Arc::new(Log::start(log, log_writer, keys.clone(), options.clock.clone()));
        let store = Self { db, writer, log, keys, clock: options.clock, policies: Arc::default(), many: MANY };
        store.derive_if_never_done().await?;
        Ok(store)
    }

    /// The same store, where whoever reaches more members than this is taken for the leader of a county: lists and
    /// searches are the same, and worked out in another way. For tests, whose unions are small.
    #[must_use]
    pub fn with_many(self, many: u64) -> Self {
        Self { many, ..self }
    }

    /// The clock everything here goes by.
    pub fn clock(&self) -> &Clock {
        &self.clock
    }

    /// Whether the database answers, and the access log, without which nothing is shown.
    pub async fn ping(&self) -> Result<(), StoreError> {
        self.db.ping().await?;
        self.log.db.ping().await.map_err(StoreError::from)
    }

    /// Begins a transaction that will write. What is not committed is undone.
    pub(crate) async fn begin(&self) -> Result<DatabaseTransaction, StoreError> {
        Ok(self.writer.begin_with_options(immediate(&self.writer)).await?)
    }
}

/// SQLite takes its write lock at the beginning of such a transaction, not in the middle, where it could not wait.
pub(crate) fn immediate(db: &DatabaseConnection) -> TransactionOptions {
    TransactionOptions {
        sqlite_transaction_mode: (db.get_database_backend() == DbBackend::Sqlite).then_some(SqliteTransactionMode::Immediate),
        ..TransactionOptions::default()
    }
}

/// Whether anything was ever sealed here. A database that has never been migrated has no such table; one that does
/// not answer must not be taken for it.
async fn key_checks_exist(db: &DatabaseConnection) -> Result<bool, StoreError> {
    if !SchemaManager::new(db).has_table("key_checks").await? {
        return Ok(false);
    }
    Ok(crate::scope::key_checks().one(db).await?.is_some())
}

async fn connect(url: &str) -> Result<(DatabaseConnection, DatabaseConnection), StoreError> {
    if !url.starts_with("sqlite:") {
        let db = Database::connect(pool(url, 16)).await?;
        return Ok((db.clone(), db));
    }
    let writer = Database::connect(sqlite(url, 1)).await?;
    let readers = if url.contains(":memory:") { writer.clone() } else { Database::connect(sqlite(url, READERS)).await? };
    Ok((readers, writer))
}

/// Where the access log is read, and where it is written. With SQLite it is a file beside the database, with a lock of
/// its own, so that looks can be written while an import holds the database's.
async fn connect_log(url: &str, db: &DatabaseConnection) -> Result<(DatabaseConnection, DatabaseConnection), StoreError> {
    if url.starts_with("sqlite:") { connect(&log_url(url)).await } else { Ok((db.clone(), Database::connect(pool(url, 1)).await?)) }
}

/// `klar.db` has its log in `klar-log.db`.
fn log_url(url: &str) -> String {
    if url.contains(":memory:") {
        return url.to_owned();
    }
    let (path, options) = url.split_at(url.find('?').unwrap_or(url.len()));
    match path.strip_suffix(".db") {
        Some(stem) => format!("{stem}-log.db{options}"),
        None => format!("{path}-log{options}"),
    }
}

fn pool(url: &str, size: u32) -> ConnectOptions {
    let mut options = ConnectOptions::new(url);
    options
        .max_connections(size)
        .acquire_timeout(Duration::from_secs(10))
        // Statements carry what people search for; they do not belong in a log.
        .sqlx_logging(false)
        .record_stmt_in_spans(false);
    options
}

/// Connections that read an SQLite file at the same time. Each is a thread; more than a few only get in each other's way.
const READERS: u32 = 4;

/// What each connection to an SQLite file may remember of it, in KiB: the upper levels of every index of a whole union.
pub(crate) const CACHE_KIB: u32 = 12 * 1024;

/// A note that was acknowledged must survive a power cut: WAL with `synchronous = FULL`. Deleted contents are
/// overwritten, and the schema may not call functions.
fn sqlite(url: &str, size: u32) -> ConnectOptions {
    let mut options = pool(url, size);
    options.map_sqlx_sqlite_opts(|options| {
        options
            .create_if_missing(true)
            .foreign_keys(true)
            .busy_timeout(Duration::from_secs(5))
            .pragma("journal_mode", "WAL")
            .pragma("synchronous", "FULL")
            .pragma("secure_delete", "ON")
            .pragma("trusted_schema", "OFF")
            .pragma("cache_size", format!("-{CACHE_KIB}"))
    });
    options
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_log_lies_beside_the_database() {
        for (database, log) in [
            ("sqlite://data/klar.db", "sqlite://data/klar-log.db"),
            ("sqlite:///var/lib/klar.db?mode=rwc", "sqlite:///var/lib/klar-log.db?mode=rwc"),
            ("sqlite://klar", "sqlite://klar-log"),
            ("sqlite::memory:", "sqlite::memory:"),
        ] {
            assert_eq!(log_url(database), log);
        }
    }
}
