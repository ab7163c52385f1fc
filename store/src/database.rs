//! Opening the database: SQLite in a file, or PostgreSQL.

use std::fs::File;
use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::sync::Arc;
use std::time::Duration;

use migration::{CaseKeyMigrator, LogMigrator, Migrator, MigratorTrait, SchemaManager};
use sea_orm::{
    ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DatabaseTransaction, DbBackend, SqliteTransactionMode, Statement,
    TransactionOptions, TransactionTrait, sqlx,
};

use crate::access_log::Log;
use crate::crypto::{KeyRing, Keys, Place, ring};
use crate::reader::Reader;
use crate::{Clock, Objects, StoreError};

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
    /// Many connections for reading, or one for a request.
    pub(crate) db: Reader,
    /// Where writes begin. SQLite has one writer; asking for it in our own queue beats its lock.
    writer: DatabaseConnection,
    pub(crate) log: Arc<Log>,
    pub(crate) keys: Arc<KeyRing>,
    pub(crate) objects: Objects,
    pub(crate) clock: Clock,
    pub(crate) policies: Arc<crate::policy::Policies>,
    pub(crate) type_versions: Arc<crate::case_types::TypeVersions>,
    pub(crate) template_versions: Arc<crate::letters::TemplateVersions>,
    /// Whoever reaches more members than this is the leader of a county or of the union.
    pub(crate) many: u64,
    pub(crate) seen: Arc<crate::sessions::Seen>,
}

/// See [`Store::many`]. The largest clubs have some 2,000 members, the largest locals a few thousand.
const MANY: u64 = 5_000;

impl Store {
    /// Opens the database, checks that the keys fit it, and brings its tables up to date.
    ///
    /// A new database gets new keys; an old one without its key file is refused, and nothing is written.
    pub async fn open(options: StoreOptions) -> Result<Self, StoreError> {
        // Several that start at once come one after the other. Before the first connection: a SQLite file that is put into
        // WAL mode is locked for whoever opens it meanwhile.
        let objects = Objects::folder(&options.key_file.with_file_name("objects"))?;
        let alone = Alone::wait(&options.database_url).await?;
        let asks = apart(&options.database_url).await?;
        let sealed = key_checks_exist(&asks).await?;
        let keys = Arc::new(ring::load(options.key_file, &asks, sealed).await?);
        migrate_case_keys(&options.database_url).await?;
        let (db, writer) = connect(&options.database_url).await?;
        Migrator::up(&writer, None).await?;
        let tx = writer.begin_with_options(immediate(&writer)).await?;
        keys.begin(&tx).await?;
        crate::case_types::keep_standard(&tx, &options.clock).await?;
        tx.commit().await?;
        let (log, log_writer) = connect_log(&options.database_url).await?;
        LogMigrator::up(&log_writer, None).await?;
        let log = Arc::new(Log::start(&asks, log, log_writer, keys.clone(), options.clock.clone()));
        let store = Self {
            db: Reader::new(db),
            writer,
            log,
            keys,
            objects,
            clock: options.clock,
            policies: Arc::default(),
            type_versions: Arc::default(),
            template_versions: Arc::default(),
            many: MANY,
            seen: Arc::default(),
        };
        store.seal_what_is_not().await?;
        store.derive_if_never_done().await?;
        alone.over().await;
        Ok(store)
    }

    /// The same store, where whoever reaches more members than this is taken for the leader of a county: lists and
    /// searches are the same, and worked out in another way. For tests, whose unions are small.
    #[must_use]
    pub fn with_many(self, many: u64) -> Self {
        Self { many, ..self }
    }

    /// The same store, with its documents elsewhere than in the folder `objects` beside the key file.
    #[must_use]
    pub fn with_objects(self, objects: Objects) -> Self {
        Self { objects, ..self }
    }

    /// The same store, where each question that a page asks the database is shown to `watch` when it has been answered.
    /// For measuring.
    #[must_use]
    pub fn watched(mut self, watch: impl Fn(&Statement) + Send + Sync + 'static) -> Self {
        self.db.watch(watch);
        self
    }

    /// Puts these questions again, one after the other as a request does, and forgets the answers. For measuring what the
    /// asking alone costs.
    pub async fn ask_again(&self, questions: &[Statement]) -> Result<(), StoreError> {
        let request = self.db.for_request();
        for question in questions {
            request.query_all_raw(question.clone()).await?;
        }
        request.give_back().await;
        Ok(())
    }

    /// The clock everything here goes by.
    pub fn clock(&self) -> &Clock {
        &self.clock
    }

    /// Whether the database answers, and the access log, without which nothing is shown.
    pub async fn ping(&self) -> Result<(), StoreError> {
        self.db.pool().ping().await?;
        self.log.db.ping().await.map_err(StoreError::from)
    }

    /// The same store for one request: what it reads comes over one connection. Clones share it, until
    /// [`Store::let_go`].
    #[must_use]
    pub fn for_request(&self) -> Self {
        Self { db: self.db.for_request(), ..self.clone() }
    }

    /// Gives the request's connection back. What is still read afterwards comes from the pool.
    pub async fn let_go(&self) {
        self.db.give_back().await;
    }

    /// The same store for what goes on when the request is over.
    pub(crate) fn beyond_request(&self) -> Self {
        Self { db: Reader::new(self.db.pool().clone()), ..self.clone() }
    }

    /// Begins a transaction that will write. What is not committed is undone.
    ///
    /// The connection of a request is given back first: a request that held one while it waits for another could wait for
    /// ever, and what it reads later must show what it wrote.
    pub(crate) async fn begin(&self) -> Result<DatabaseTransaction, StoreError> {
        self.db.give_back().await;
        Ok(self.writer.begin_with_options(immediate(&self.writer)).await?)
    }

    /// Begins a transaction that will write something sealed. Until it is over, these keys stay the ones that seal.
    pub(crate) async fn begin_sealing(&self) -> Result<(DatabaseTransaction, Arc<Keys>), StoreError> {
        let tx = self.begin().await?;
        let keys = self.keys.held(&tx).await?;
        Ok((tx, keys))
    }

    /// Opens what was sealed.
    pub(crate) async fn open_sealed(&self, place: &Place, sealed: &[u8]) -> Result<zeroize::Zeroizing<Vec<u8>>, StoreError> {
        self.keys.open(&self.db, place, sealed).await
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
    let Some(keys) = sqlite_file(&beside(url, CASE_KEYS)) else {
        let db = Database::connect(pool(url, 16)).await?;
        return Ok((db.clone(), db));
    };
    let with_keys = |size| attached(sqlite(url, size, CACHE_KIB), &keys);
    Ok((Database::connect(with_keys(READERS)).await?, Database::connect(with_keys(1)).await?))
}

/// Makes the place where the cases' keys lie: with SQLite a file of its own, which every connection to the database has
/// at hand, so that a key is found as any row is.
async fn migrate_case_keys(url: &str) -> Result<(), StoreError> {
    let file = beside(url, CASE_KEYS);
    let db = match sqlite_file(&file) {
        Some(path) => {
            owners_alone(&path);
            Database::connect(sqlite(&file, 1, LITTLE_KIB)).await?
        }
        None => Database::connect(pool(url, 1)).await?,
    };
    CaseKeyMigrator::up(&db, None).await?;
    Ok(db.close().await?)
}

/// The same connections, each with the file of the cases' keys at hand.
fn attached(mut options: ConnectOptions, keys: &Path) -> ConnectOptions {
    let keys = keys.to_string_lossy().into_owned();
    options.map_sqlx_sqlite_pool_opts(move |pool| {
        let keys = keys.clone();
        pool.after_connect(move |connection, _| {
            let keys = keys.clone();
            Box::pin(async move {
                sqlx::query("ATTACH DATABASE ? AS case_keys_file").bind(keys).execute(&mut *connection).await?;
                sqlx::query("PRAGMA case_keys_file.synchronous = FULL").execute(&mut *connection).await?;
                sqlx::query("PRAGMA case_keys_file.cache_size = -512").execute(&mut *connection).await?;
                Ok(())
            })
        })
    });
    options
}

/// Where SQLite's file lies; `None` for another database.
fn sqlite_file(url: &str) -> Option<PathBuf> {
    let options = url.starts_with("sqlite:").then(|| sqlx::sqlite::SqliteConnectOptions::from_str(url))?;
    options.ok().map(|options| options.get_filename().to_owned())
}

/// Makes the file for its owner alone, and takes from others what an older program gave them. What SQLite lays beside it
/// gets the same mode.
fn owners_alone(path: &Path) {
    // Where this cannot be done, opening the database says why.
    drop(File::options().append(true).create(true).mode(0o600).open(path));
    for end in ["", "-wal", "-shm", "-journal"] {
        let mut name = path.as_os_str().to_owned();
        name.push(end);
        let file = Path::new(&name);
        let open_to_others = std::fs::metadata(file).is_ok_and(|meta| meta.permissions().mode() & 0o077 != 0);
        if open_to_others && let Err(error) = std::fs::set_permissions(file, std::fs::Permissions::from_mode(0o600)) {
            tracing::warn!(%error, file = %file.display(), "others than its owner can read the database");
        }
    }
}

/// Keeps others waiting who start on the same database: they would make the same tables, and different keys.
struct Alone {
    postgres: Option<DatabaseConnection>,
    sqlite: Option<File>,
}

/// PostgreSQL's lock on starting; see also the access log's.
const STARTING: &str = "SELECT pg_advisory_lock(7012026110001)";

impl Alone {
    async fn wait(url: &str) -> Result<Self, StoreError> {
        let Some(path) = sqlite_file(url) else {
            // A connection of its own: the lock belongs to it, and goes with it when the program is killed.
            let postgres = Database::connect(pool(url, 1)).await?;
            postgres.execute_unprepared(STARTING).await?;
            return Ok(Self { postgres: Some(postgres), sqlite: None });
        };
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new(".")).to_owned();
        let locked = tokio::task::spawn_blocking(move || {
            let folder = File::open(folder).ok()?;
            folder.lock().ok().map(|()| folder)
        });
        Ok(Self { postgres: None, sqlite: locked.await.ok().flatten() })
    }

    async fn over(self) {
        drop(self.sqlite);
        if let Some(postgres) = self.postgres {
            drop(postgres.close().await);
        }
    }
}

/// Where the access log is read, and where it is written. With SQLite it is a file beside the database, with a lock of
/// its own, so that looks can be written while an import holds the database's.
///
/// Neither is lent by the pool that requests read from: they hold a connection of it while they wait for the log.
async fn connect_log(url: &str) -> Result<(DatabaseConnection, DatabaseConnection), StoreError> {
    let log = beside(url, LOG);
    if let Some(path) = sqlite_file(&log) {
        owners_alone(&path);
        let little = |size| sqlite(&log, size, LITTLE_KIB);
        return Ok((Database::connect(little(READERS)).await?, Database::connect(little(1)).await?));
    }
    Ok((Database::connect(pool(url, READERS)).await?, Database::connect(pool(url, 1)).await?))
}

/// A connection to the database for the task that writes the log, which asks which key seals: one that no request holds.
async fn apart(url: &str) -> Result<DatabaseConnection, StoreError> {
    if let Some(path) = sqlite_file(url) {
        owners_alone(&path);
    }
    Ok(Database::connect(if url.starts_with("sqlite:") { sqlite(url, 1, LITTLE_KIB) } else { pool(url, 1) }).await?)
}

const LOG: &str = "log";
const CASE_KEYS: &str = "case-keys";

/// `klar.db` has its log in `klar-log.db`, and the keys of its cases in `klar-case-keys.db`.
fn beside(url: &str, what: &str) -> String {
    let (path, options) = url.split_at(url.find('?').unwrap_or(url.len()));
    match path.strip_suffix(".db") {
        Some(stem) => format!("{stem}-{what}.db{options}"),
        None => format!("{path}-{what}{options}"),
    }
}

fn pool(url: &str, size: u32) -> ConnectOptions {
    let mut options = ConnectOptions::new(url);
    options
        .max_connections(size)
        .acquire_timeout(Duration::from_secs(10))
        // One that was used just now is there; each test is a question of its own.
        .test_before_acquire_if_idle_for(Duration::from_secs(30))
        // Statements carry what people search for; they do not belong in a log.
        .sqlx_logging(false)
        .record_stmt_in_spans(false);
    options
}

/// Connections that read an SQLite file, or PostgreSQL's access log, at the same time. With SQLite each is a thread; more
/// than a few only get in each other's way.
const READERS: u32 = 6;

/// What each connection to an SQLite file may remember of it, in KiB: the upper levels of every index of a whole union.
pub(crate) const CACHE_KIB: u32 = 5 * 1024;

/// The same for the access log, which is written at its end and seldom read, and for asking which key seals.
const LITTLE_KIB: u32 = 512;

/// A note that was acknowledged must survive a power cut: WAL with `synchronous = FULL`. Deleted contents are
/// overwritten, and the schema may not call functions.
fn sqlite(url: &str, size: u32, cache_kib: u32) -> ConnectOptions {
    let mut options = pool(url, size);
    options.map_sqlx_sqlite_opts(move |options| {
        options
            .create_if_missing(true)
            .foreign_keys(true)
            .busy_timeout(Duration::from_secs(5))
            .pragma("journal_mode", "WAL")
            .pragma("synchronous", "FULL")
            .pragma("secure_delete", "ON")
            .pragma("trusted_schema", "OFF")
            .pragma("cache_size", format!("-{cache_kib}"))
    });
    options
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_log_and_the_keys_of_cases_lie_beside_the_database() {
        for (database, log) in [
            ("sqlite://data/klar.db", "sqlite://data/klar-log.db"),
            ("sqlite:///var/lib/klar.db?mode=rwc", "sqlite:///var/lib/klar-log.db?mode=rwc"),
            ("sqlite://klar", "sqlite://klar-log"),
        ] {
            assert_eq!(beside(database, LOG), log);
            assert_eq!(beside(database, CASE_KEYS), log.replace("log", "case-keys"));
        }
    }
}
