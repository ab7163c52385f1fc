//! Opening the database: SQLite in a file, or PostgreSQL.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use migration::{Migrator, MigratorTrait, SchemaManager};
use sea_orm::{
    ConnectOptions, Database, DatabaseConnection, DatabaseTransaction, DbBackend, SqliteTransactionMode, TransactionOptions,
    TransactionTrait,
};

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
    pub(crate) keys: Arc<Keys>,
    pub(crate) clock: Clock,
    pub(crate) policies: Arc<crate::policy::Policies>,
}

impl Store {
    /// Opens the database, checks that the keys fit it, and brings its tables up to date.
    ///
    /// A new database gets new keys; an old one without its key file is refused, and nothing is written.
    pub async fn open(options: StoreOptions) -> Result<Self, StoreError> {
        let (db, writer) = connect(&options.database_url).await?;
        let sealed = key_checks_exist(&db).await?;
        let keys = if sealed { Keys::load(&options.key_file)? } else { Keys::load_or_make(&options.key_file)? };
        let store = Self { db, writer, keys: Arc::new(keys), clock: options.clock, policies: Arc::default() };
        if sealed {
            store.check_keys().await?;
        }
        Migrator::up(&store.writer, None).await?;
        store.check_keys().await?;
        store.derive_if_never_done().await?;
        Ok(store)
    }

    /// The clock everything here goes by.
    pub fn clock(&self) -> &Clock {
        &self.clock
    }

    /// Whether the database answers.
    pub async fn ping(&self) -> Result<(), StoreError> {
        self.db.ping().await.map_err(StoreError::from)
    }

    /// Begins a transaction that will write. What is not committed is undone.
    pub(crate) async fn begin(&self) -> Result<DatabaseTransaction, StoreError> {
        let options = TransactionOptions {
            sqlite_transaction_mode: (self.writer.get_database_backend() == DbBackend::Sqlite).then_some(SqliteTransactionMode::Immediate),
            ..TransactionOptions::default()
        };
        Ok(self.writer.begin_with_options(options).await?)
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
    let readers = if url.contains(":memory:") { writer.clone() } else { Database::connect(sqlite(url, 8)).await? };
    Ok((readers, writer))
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
    });
    options
}
