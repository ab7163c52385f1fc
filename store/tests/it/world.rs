//! A store on a fresh database, with what a test needs around it.

use std::collections::{BTreeMap, HashMap};
use std::path::Path;
use std::sync::Mutex;
use std::sync::atomic::{AtomicI32, Ordering};

use domain::identity::{Accept, NationalId};
use domain::imports::Limits;
use domain::participants::Role;
use domain::{MemberId, Timestamp};
use sea_orm::{ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DbBackend, Statement};
use store::crypto::Token;
use store::registry::{Asked, Outcome, Report};
use store::{Clock, SignedIn, Store, StoreOptions, Viewer};
use tempfile::TempDir;
use uuid::Uuid;

use crate::union::Union;

/// When every world begins: ten in the morning in Oslo, on [`crate::union::TODAY`].
const NOW: &str = "2026-03-12T09:00:00Z";

pub(crate) struct World {
    pub(crate) store: Store,
    pub(crate) clock: Clock,
    pub(crate) options: StoreOptions,
    /// Straight to the tables, to look at what the store has written.
    pub(crate) raw: DatabaseConnection,
    /// The same for the access log, which lies in a file of its own with SQLite.
    pub(crate) log: DatabaseConnection,
    /// The same for the keys of cases.
    pub(crate) case_keys: DatabaseConnection,
    /// Where the key file is, and the database if it is SQLite's.
    pub(crate) folder: TempDir,
    people: Mutex<HashMap<String, NationalId>>,
    policies: AtomicI32,
}

impl World {
    pub(crate) async fn sqlite() -> Self {
        let folder = folder();
        let url = format!("sqlite://{}", folder.path().join("klar.db").display());
        Self::open(url, folder).await
    }

    /// `None` when no server was named.
    pub(crate) async fn postgres() -> Option<Self> {
        let server = postgres_server()?;
        let name = format!("klar_test_{}", Uuid::now_v7().simple());
        connect(&server).await.execute_unprepared(&format!("CREATE DATABASE {name}")).await.unwrap();
        let (before, after) = server.rsplit_once('/').unwrap();
        let options = after.split_once('?').map(|(_, options)| format!("?{options}")).unwrap_or_default();
        Some(Self::open(format!("{before}/{name}{options}"), folder()).await)
    }

    async fn open(database_url: String, folder: TempDir) -> Self {
        let clock = Clock::fixed(beginning());
        let options = StoreOptions { database_url, key_file: folder.path().join("keys.json"), clock: clock.clone() };
        let store = Store::open(options.clone()).await.unwrap();
        // Tests try what is not there again and again; one test is about how often one may.
        store.limit_misses(u32::MAX);
        // What a type has to be done in each case would stand beside what a test does; one file is about that.
        store.set_case_types(&crate::case_types::plain(), "prøven", "Uten spørsmål og oppgaver").await.unwrap();
        let raw = connect(&options.database_url).await;
        let log = match options.database_url.strip_suffix("klar.db") {
            Some(folder) => connect(&format!("{folder}klar-log.db")).await,
            None => raw.clone(),
        };
        let case_keys = match options.database_url.strip_suffix("klar.db") {
            Some(folder) => connect(&format!("{folder}klar-case-keys.db")).await,
            None => raw.clone(),
        };
        Self { store, clock, options, raw, log, case_keys, folder, people: Mutex::default(), policies: AtomicI32::default() }
    }

    pub(crate) fn on_sqlite(&self) -> bool {
        self.raw.get_database_backend() == DbBackend::Sqlite
    }

    /// Loads the employers and then the registry; the file must be good.
    pub(crate) async fn import(&self, union: &Union) -> Report {
        self.store.import_employers(union.employer_files()).await.unwrap();
        match self.try_import(union, false).await {
            Outcome::Applied(report) => report,
            other => panic!("{other:?}"),
        }
    }

    /// The registry alone.
    pub(crate) async fn try_import(&self, union: &Union, dry_run: bool) -> Outcome {
        let known = union.members.iter().map(|member| (member.id.clone(), member.national_id.clone()));
        self.people.lock().unwrap().extend(known);
        self.store
            .import_registry(union.lines(), &Asked { dry_run, limits: Limits::NONE, ..Asked::of(Accept::SyntheticOnly) })
            .await
            .unwrap()
            .outcome
    }

    /// Logs a person in, from the national id on; `None` when the registry does not have them.
    pub(crate) async fn log_in(&self, key: &str) -> Option<Token> {
        let id = self.people.lock().unwrap()[key].clone();
        let person = self.store.person_by_national_id(&id).await.unwrap()?;
        Some(self.store.open_session(&person, "high", None).await.unwrap())
    }

    pub(crate) async fn signed_in(&self, key: &str) -> Option<SignedIn> {
        self.store.signed_in(&self.log_in(key).await?, &format!("request of {key}")).await.unwrap()
    }

    pub(crate) async fn viewer(&self, key: &str) -> Viewer {
        match self.signed_in(key).await {
            Some(SignedIn::Viewer(viewer)) => viewer,
            other => panic!("{key} is no viewer: {other:?}"),
        }
    }

    /// The id of the member whom the registry calls `key`.
    pub(crate) async fn member_id(&self, key: &str) -> MemberId {
        self.member_ids().await[key]
    }

    pub(crate) async fn member_ids(&self) -> HashMap<String, MemberId> {
        let rows = self.rows("SELECT registry_key, id FROM members").await;
        rows.into_iter().map(|row| (row.try_get_by_index(0).unwrap(), MemberId(row.try_get_by_index(1).unwrap()))).collect()
    }

    /// A case that the viewer must be able to read.
    pub(crate) async fn whole(&self, viewer: &Viewer, case: domain::CaseId) -> domain::cases::CaseView {
        self.store.case(viewer, case).await.unwrap().whole().unwrap()
    }

    /// Makes somebody take part in a case.
    pub(crate) async fn take_part(&self, case: domain::CaseId, person: MemberId) {
        self.take_part_as(case, person, Role::CoWorker).await;
    }

    /// Keeps somebody out of a case.
    pub(crate) async fn keep_out(&self, case: domain::CaseId, person: MemberId) {
        let sql = "INSERT INTO case_conflicts (case_id, person_id, reason, made_by, made_at) VALUES ($1, $2, $3, $2, 0)
            ON CONFLICT DO NOTHING";
        let values = [case.0.into(), person.0.into(), vec![0_u8].into()];
        self.raw.execute_raw(Statement::from_sql_and_values(self.raw.get_database_backend(), sql, values)).await.unwrap();
    }

    /// Makes somebody take part in a case in a role; the first one they get stays.
    pub(crate) async fn take_part_as(&self, case: domain::CaseId, person: MemberId, role: Role) {
        let sql = "INSERT INTO case_participants (case_id, person_id, role) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING";
        let values = [case.0.into(), person.0.into(), role.code().into()];
        self.raw.execute_raw(Statement::from_sql_and_values(self.raw.get_database_backend(), sql, values)).await.unwrap();
    }

    pub(crate) async fn rows(&self, sql: &str) -> Vec<sea_orm::QueryResult> {
        self.raw.query_all_raw(Statement::from_string(self.raw.get_database_backend(), sql)).await.unwrap()
    }

    /// What lies in the access log.
    pub(crate) async fn log_rows(&self, sql: &str) -> Vec<sea_orm::QueryResult> {
        self.log.query_all_raw(Statement::from_string(self.log.get_database_backend(), sql)).await.unwrap()
    }

    /// What lies among the keys of cases.
    pub(crate) async fn case_key_rows(&self, sql: &str) -> Vec<sea_orm::QueryResult> {
        self.case_keys.query_all_raw(Statement::from_string(self.case_keys.get_database_backend(), sql)).await.unwrap()
    }

    /// The first column of each row of the access log, which SQLite keeps in a file of its own.
    pub(crate) async fn logged(&self, sql: &str) -> Vec<String> {
        let rows = self.log.query_all_raw(Statement::from_string(self.log.get_database_backend(), sql)).await.unwrap();
        rows.iter().map(|row| row.try_get_by_index(0).unwrap()).collect()
    }

    /// The first column of each row.
    pub(crate) async fn texts(&self, sql: &str) -> Vec<String> {
        self.rows(sql).await.iter().map(|row| row.try_get_by_index(0).unwrap()).collect()
    }

    pub(crate) async fn count(&self, table: &str) -> i64 {
        self.rows(&format!("SELECT count(*) FROM {table}")).await[0].try_get_by_index(0).unwrap()
    }

    pub(crate) async fn run(&self, sql: &str) {
        self.raw.execute_unprepared(sql).await.unwrap();
    }

    /// Throws every row away but the migrations', the keys', the series', the case types' and the access log's, and sets the clock back.
    pub(crate) async fn begin_again(&self) {
        self.clock.advance_seconds((beginning().0 - self.clock.now().0) / 1000);
        let mut tables = self.tables().await;
        const KEPT: [&str; 5] = ["seaql_migrations", "key_checks", "counters", "case_key_migrations", "case_types"];
        tables.retain(|table| !KEPT.contains(&table.as_str()) && !table.starts_with("access_log"));
        let deletes: String = tables.iter().map(|table| format!("DELETE FROM {table};")).collect();
        if self.on_sqlite() {
            self.run(&format!("PRAGMA foreign_keys = OFF; {deletes} PRAGMA foreign_keys = ON;")).await;
        } else {
            // Not truncated: a table that is kept refers to others.
            self.run(&format!("BEGIN; SET LOCAL session_replication_role = replica; {deletes} COMMIT;")).await;
        }
    }

    /// Puts a table of the access matrix in force as if it had always been taken, whomever it locks out.
    pub(crate) async fn force_policy(&self, table: &str) {
        // The store remembers the version it has read, so a number is never used twice, whatever is thrown away.
        let version = self.policies.fetch_add(1, Ordering::Relaxed) + 1;
        let sql = "INSERT INTO policies (version, made_at, made_by, note, rules) VALUES ($1, 0, 'prøven', '', $2)";
        let statement = Statement::from_sql_and_values(self.raw.get_database_backend(), sql, [version.into(), table.into()]);
        self.raw.execute_raw(statement).await.unwrap();
    }

    /// The name of the unit that has a case.
    pub(crate) async fn unit_of(&self, case: domain::CaseId) -> String {
        let sql = "SELECT units.name FROM cases JOIN units ON units.id = cases.unit_id WHERE cases.id = $1";
        let statement = Statement::from_sql_and_values(self.raw.get_database_backend(), sql, [case.0.into()]);
        self.raw.query_one_raw(statement).await.unwrap().unwrap().try_get_by_index(0).unwrap()
    }

    /// Every row of every table as text, except of those whose names begin with one of these, and of the reports of
    /// imports: each import leaves one.
    pub(crate) async fn contents(&self, without: &[&str]) -> BTreeMap<String, Vec<String>> {
        let mut contents = BTreeMap::new();
        let left_out = |table: &String| table == "imports" || without.iter().any(|name| table.starts_with(name));
        for table in self.tables().await.into_iter().filter(|table| !left_out(table)) {
            let row = if self.on_sqlite() {
                let columns = self.texts(&format!("SELECT name FROM pragma_table_info('{table}')")).await;
                columns.iter().map(|column| format!("quote(\"{column}\")")).collect::<Vec<_>>().join("||' '||")
            } else {
                "CAST(to_jsonb(t) AS text)".to_owned()
            };
            let rows = self.texts(&format!("SELECT {row} FROM \"{table}\" AS t ORDER BY 1")).await;
            contents.insert(table, rows);
        }
        contents
    }

    pub(crate) async fn tables(&self) -> Vec<String> {
        let sql = if self.on_sqlite() {
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
        } else {
            "SELECT CAST(table_name AS text) FROM information_schema.tables WHERE table_schema = 'public'"
        };
        self.texts(sql).await
    }

    /// Whether these bytes lie anywhere in the database: in SQLite's files, or in a dump of PostgreSQL's tables.
    pub(crate) async fn holds(&self, bytes: &[u8]) -> bool {
        let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
        let found = |haystack: &[u8], needle: &[u8]| haystack.windows(needle.len()).any(|window| window == needle);
        if self.on_sqlite() {
            let files = std::fs::read_dir(self.folder.path()).unwrap().map(|file| file.unwrap().path());
            let files: Vec<_> = files.filter(|path| path.to_string_lossy().contains(".db")).collect();
            assert!(files.len() > 1);
            return files.iter().map(|file| std::fs::read(file).unwrap()).any(|all| found(&all, bytes) || found(&all, hex.as_bytes()));
        }
        let all = self.contents(&[]).await;
        all.values().flatten().any(|row| found(row.as_bytes(), bytes) || found(row.as_bytes(), hex.as_bytes()))
    }
}

fn beginning() -> Timestamp {
    Timestamp(NOW.parse::<jiff::Timestamp>().unwrap().as_millisecond())
}

/// In memory where there is such a place: each commit waits for the disk.
fn folder() -> TempDir {
    let memory = Path::new("/dev/shm");
    let parent = if memory.is_dir() { memory.to_owned() } else { std::env::temp_dir() };
    tempfile::Builder::new().prefix("klar-test-").tempdir_in(parent).unwrap()
}

#[expect(clippy::disallowed_methods, reason = "the one place where tests are told of a PostgreSQL server")]
fn postgres_server() -> Option<String> {
    std::env::var("KLAR_TEST_POSTGRES").ok().filter(|url| !url.is_empty())
}

async fn connect(url: &str) -> DatabaseConnection {
    let mut options = ConnectOptions::new(url);
    options.max_connections(2).sqlx_logging(false);
    Database::connect(options).await.unwrap()
}

/// Runs a test on a fresh SQLite database.
pub(crate) async fn on_sqlite<F: Future<Output = ()>>(test: impl FnOnce(World) -> F) {
    test(World::sqlite().await).await;
}

/// Runs a test on a fresh PostgreSQL database and drops it afterwards, whatever came of the test.
pub(crate) async fn on_postgres<F: Future<Output = ()> + Send + 'static>(test: impl FnOnce(World) -> F) {
    let Some(world) = World::postgres().await else {
        eprintln!("skipped on PostgreSQL: KLAR_TEST_POSTGRES is not set");
        return;
    };
    let url = world.options.database_url.clone();
    let outcome = tokio::spawn(test(world)).await;
    let name = url.rsplit_once('/').unwrap().1.split('?').next().unwrap();
    let dropped = connect(&postgres_server().unwrap()).await.execute_unprepared(&format!("DROP DATABASE {name} WITH (FORCE)")).await;
    if let Err(failed) = outcome {
        std::panic::resume_unwind(failed.into_panic());
    }
    dropped.unwrap();
}

/// Makes of each function two tests: `name::sqlite` and `name::postgres`.
macro_rules! both {
    ($(async fn $name:ident($world:ident: World) $body:block)+) => {$(
        mod $name {
            use super::*;

            async fn test($world: crate::world::World) $body

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn sqlite() {
                crate::world::on_sqlite(test).await;
            }

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn postgres() {
                crate::world::on_postgres(test).await;
            }
        }
    )+};
}
pub(crate) use both;
