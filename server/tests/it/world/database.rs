//! A database for one test.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use sea_orm::{ConnectOptions, ConnectionTrait, Database as Connect, DatabaseConnection, DbBackend, QueryResult, Statement};
use tempfile::TempDir;

/// A fresh, empty one: a SQLite file, or a database in the PostgreSQL server that `KLAR_TEST_POSTGRES` names.
pub(crate) struct Database {
    folder: TempDir,
    url: String,
    /// For looking behind the server's back.
    behind: DatabaseConnection,
}

impl Database {
    pub(crate) async fn fresh() -> Self {
        let folder = folder();
        let url = match std::env::var_os("KLAR_TEST_POSTGRES") {
            Some(server) => in_postgres(server.to_str().unwrap()).await,
            None => format!("sqlite://{}?mode=rwc", folder.path().join("klar.db").display()),
        };
        // What the tests ask is not what the portal writes in its log.
        let behind = Connect::connect(ConnectOptions::new(&url).sqlx_logging(false).to_owned()).await.unwrap();
        let database = Self { folder, url, behind };
        for (name, text) in
            [("pkg/klar.css", "main{}"), ("pkg/klar.0123456789abcdefXY.js", "//"), ("favicon.svg", "<svg/>"), ("secret.txt", "no")]
        {
            let path = database.site().join(name);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, text).unwrap();
        }
        std::fs::write(database.site().join("pkg/klar.css.br"), "brotli, supposedly").unwrap();
        database
    }

    pub(crate) fn url(&self) -> &str {
        &self.url
    }

    pub(crate) fn key_file(&self) -> PathBuf {
        self.folder.path().join("keys.json")
    }

    /// What the browser downloads.
    pub(crate) fn site(&self) -> PathBuf {
        Path::new(self.folder.path()).join("site")
    }

    pub(crate) async fn rows(&self, table: &str) -> i64 {
        self.ask(&format!("SELECT count(*) FROM {table}")).await[0].try_get_by_index(0).unwrap()
    }

    /// The one id that this finds.
    pub(crate) async fn id(&self, sql: &str) -> String {
        let id: uuid::Uuid = self.ask(sql).await[0].try_get_by_index(0).unwrap();
        id.to_string()
    }

    pub(crate) async fn run(&self, sql: &str) {
        self.behind.execute_unprepared(sql).await.unwrap();
    }

    /// Empties every table but those that a database is made with, and the access log's.
    pub(crate) async fn begin_again(&self) {
        const KEPT: [&str; 5] = ["seaql_migrations", "key_checks", "counters", "case_key_migrations", "case_types"];
        let mut tables = self.tables().await;
        tables.retain(|table| !KEPT.contains(&table.as_str()) && !table.starts_with("access_log"));
        let deletes: String = tables.iter().map(|table| format!("DELETE FROM {table};")).collect();
        if self.behind.get_database_backend() == DbBackend::Sqlite {
            self.run(&format!("PRAGMA foreign_keys = OFF; {deletes} PRAGMA foreign_keys = ON;")).await;
        } else {
            // Not truncated: a table that is kept refers to others.
            self.run(&format!("BEGIN; SET LOCAL session_replication_role = replica; {deletes} COMMIT;")).await;
        }
    }

    async fn tables(&self) -> Vec<String> {
        let sqlite = self.behind.get_database_backend() == DbBackend::Sqlite;
        self.texts(if sqlite {
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
        } else {
            "SELECT CAST(table_name AS text) FROM information_schema.tables WHERE table_schema = 'public'"
        })
        .await
    }

    /// Every row of every table as text, except of those whose names begin with one of these.
    pub(crate) async fn contents(&self, without: &[&str]) -> BTreeMap<String, Vec<String>> {
        let sqlite = self.behind.get_database_backend() == DbBackend::Sqlite;
        let mut contents = BTreeMap::new();
        for table in self.tables().await.into_iter().filter(|table| !without.iter().any(|name| table.starts_with(name))) {
            let row = if sqlite {
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

    pub(crate) async fn texts(&self, sql: &str) -> Vec<String> {
        self.ask(sql).await.iter().map(|row| row.try_get_by_index(0).unwrap()).collect()
    }

    pub(crate) async fn uuids(&self, sql: &str) -> Vec<String> {
        self.ask(sql).await.iter().map(|row| row.try_get_by_index::<uuid::Uuid>(0).unwrap().to_string()).collect()
    }

    pub(crate) async fn insert_pair(&self, table: &str, columns: [&str; 2], ids: [&str; 2]) {
        let sql = format!("INSERT INTO {table} ({}) VALUES ($1, $2) ON CONFLICT DO NOTHING", columns.join(", "));
        let values = ids.map(|id| id.parse::<uuid::Uuid>().unwrap().into());
        self.behind.execute_raw(Statement::from_sql_and_values(self.behind.get_database_backend(), sql, values)).await.unwrap();
    }

    /// What this finds in the access log.
    pub(crate) async fn logged(&self, sql: &str) -> Vec<String> {
        let log = match self.url.strip_suffix("klar.db?mode=rwc") {
            Some(folder) => Connect::connect(format!("{folder}klar-log.db")).await.unwrap(),
            None => self.behind.clone(),
        };
        let rows = log.query_all_raw(Statement::from_string(log.get_database_backend(), sql)).await.unwrap();
        rows.iter().map(|row| row.try_get_by_index(0).unwrap()).collect()
    }

    async fn ask(&self, sql: &str) -> Vec<QueryResult> {
        self.behind.query_all_raw(Statement::from_string(self.behind.get_database_backend(), sql)).await.unwrap()
    }
}

/// In memory where there is such a place: each commit waits for the disk.
fn folder() -> TempDir {
    let memory = Path::new("/dev/shm");
    let parent = if memory.is_dir() { memory.to_owned() } else { std::env::temp_dir() };
    tempfile::Builder::new().prefix("klar-test-").tempdir_in(parent).unwrap()
}

async fn in_postgres(server: &str) -> String {
    let name = format!("klar_test_{}", uuid::Uuid::new_v4().simple());
    let connection = Connect::connect(server).await.unwrap();
    connection.execute_unprepared(&format!("CREATE DATABASE {name}")).await.unwrap();
    let mut url = url::Url::parse(server).unwrap();
    url.set_path(&name);
    url.to_string()
}
