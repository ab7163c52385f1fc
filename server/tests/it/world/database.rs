//! A database for one test.

use std::path::{Path, PathBuf};

use sea_orm::{ConnectionTrait, Database as Connect, DatabaseConnection, Statement};
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
        let folder = tempfile::tempdir().unwrap();
        let url = match std::env::var_os("KLAR_TEST_POSTGRES") {
            Some(server) => in_postgres(server.to_str().unwrap()).await,
            None => format!("sqlite://{}?mode=rwc", folder.path().join("klar.db").display()),
        };
        let behind = Connect::connect(&url).await.unwrap();
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
        let count = Statement::from_string(self.behind.get_database_backend(), format!("SELECT count(*) AS n FROM {table}"));
        self.behind.query_one_raw(count).await.unwrap().unwrap().try_get("", "n").unwrap()
    }
}

async fn in_postgres(server: &str) -> String {
    let name = format!("klar_test_{}", uuid::Uuid::new_v4().simple());
    let connection = Connect::connect(server).await.unwrap();
    connection.execute_unprepared(&format!("CREATE DATABASE {name}")).await.unwrap();
    let mut url = url::Url::parse(server).unwrap();
    url.set_path(&name);
    url.to_string()
}
