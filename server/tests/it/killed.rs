//! The program is killed in the middle of an import: what was there is there, and the import can be run again.

use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

use sea_orm::{ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DbBackend, Statement};
use tempfile::TempDir;

use crate::world::LINES;

/// A trigger that makes the writing of a mandate last longer than anybody's patience, deep inside the transaction.
const SLOW_SQLITE: &str = "CREATE TRIGGER slow BEFORE INSERT ON mandates BEGIN SELECT count(*) FROM \
     (WITH RECURSIVE c (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c WHERE x < 100000000000) SELECT x FROM c); END";
const SLOW_POSTGRES: &str = "CREATE FUNCTION slow() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_sleep(6); RETURN NEW; END $$; \
     CREATE TRIGGER slow BEFORE INSERT ON mandates FOR EACH STATEMENT EXECUTE FUNCTION slow()";

pub(crate) struct Place {
    pub(crate) folder: TempDir,
    pub(crate) url: String,
    raw: DatabaseConnection,
}

impl Place {
    pub(crate) async fn new(server: Option<String>) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let url = match server {
            None => format!("sqlite://{}?mode=rwc", folder.path().join("klar.db").display()),
            Some(server) => {
                let name = format!("klar_test_{}", uuid::Uuid::new_v4().simple());
                Database::connect(&server).await.unwrap().execute_unprepared(&format!("CREATE DATABASE {name}")).await.unwrap();
                let mut url = url::Url::parse(&server).unwrap();
                url.set_path(&name);
                url.to_string()
            }
        };
        let mut options = ConnectOptions::new(&url);
        options.max_connections(1).sqlx_logging(false);
        Self { folder, raw: Database::connect(options).await.unwrap(), url }
    }

    pub(crate) fn klar(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_klar"));
        command.current_dir(self.folder.path()).env_clear().env("DATABASE_URL", &self.url).args(arguments);
        command
    }

    pub(crate) fn run(&self, arguments: &[&str]) -> Output {
        self.klar(arguments).output().unwrap()
    }

    pub(crate) async fn texts(&self, sql: &str) -> Vec<String> {
        let rows = self.raw.query_all_raw(Statement::from_string(self.raw.get_database_backend(), sql)).await.unwrap();
        rows.iter().map(|row| row.try_get_by_index(0).unwrap()).collect()
    }

    /// The one id that this finds.
    pub(crate) async fn id(&self, sql: &str) -> String {
        let row = self.raw.query_one_raw(Statement::from_string(self.raw.get_database_backend(), sql)).await.unwrap().unwrap();
        row.try_get_by_index::<uuid::Uuid>(0).unwrap().to_string()
    }

    pub(crate) async fn do_it(&self, sql: &str) {
        self.raw.execute_unprepared(sql).await.unwrap();
    }

    pub(crate) fn on_sqlite(&self) -> bool {
        self.raw.get_database_backend() == DbBackend::Sqlite
    }

    /// Whether the child is inside its transaction now, in the slow place.
    async fn is_writing(&self) -> bool {
        if !self.on_sqlite() {
            let at_it = "SELECT query FROM pg_stat_activity WHERE datname = current_database() AND state = 'active' AND query LIKE 'INSERT INTO \"mandates\"%'";
            return !self.texts(at_it).await.is_empty();
        }
        // The writer's lock cannot be had for five seconds: it is no short transaction that holds it.
        match self.raw.execute_unprepared("BEGIN IMMEDIATE").await {
            Ok(_) => {
                self.do_it("ROLLBACK").await;
                false
            }
            Err(_) => true,
        }
    }

    async fn wait_until_writing(&self, child: &mut Child) {
        let began = Instant::now();
        while !self.is_writing().await {
            assert!(child.try_wait().unwrap().is_none(), "it had finished before it could be killed");
            assert!(began.elapsed() < Duration::from_secs(60), "it never began to write");
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// All that the registry holds, as one who has a look in the database sees it.
    async fn registry(&self) -> Vec<String> {
        let members = "SELECT 'm ' || registry_key || ' ' || family_name || coalesce(' ended ' || CAST(ended_at AS text), '') FROM members";
        let units = "SELECT 'u ' || registry_key || ' ' || name || coalesce(' ended ' || CAST(ended_at AS text), '') FROM units";
        let mandates = "SELECT 'v ' || registry_key || coalesce(' ended ' || CAST(ended_at AS text), '') FROM mandates";
        let rest = "SELECT 'generation ' || CAST(value AS text) FROM counters WHERE name = 'registry' \
                    UNION ALL SELECT 'reports ' || CAST(count(*) AS text) FROM imports \
                    UNION ALL SELECT 'periods ' || CAST(count(*) AS text) FROM unit_periods";
        let mut all = self.texts(&format!("{members} UNION ALL {units} UNION ALL {mandates} UNION ALL {rest}")).await;
        all.sort();
        all
    }
}

async fn killed_in_the_middle(server: Option<String>) {
    let place = Place::new(server).await;
    let write = |name: &str, text: &str| std::fs::write(Path::new(place.folder.path()).join(name), text).unwrap();
    write("first.jsonl", LINES);
    // Somebody new, somebody changed, somebody gone, a unit renamed; and a mandate, which is written last of all.
    let kept: Vec<&str> = LINES.lines().filter(|line| !line.contains("\"V3\"") && !line.contains("Rask")).collect();
    let new = r#"{"type":"member","id":"5","national_id":"30896600407","given_name":"Ny","family_name":"Her","local":"L1","kind":"active","joined":"2026-01-01"}"#;
    let office = r#"{"type":"mandate","id":"V9","member":"5","office":"KLUBBSTYREMEDLEM","unit":"C1","from":"2026-01-01"}"#;
    let second = format!("{}\n{new}\n{office}\n", kept.join("\n").replace("Skog", "Endret").replace("ved Furumo", "på Furumo"));
    write("second.jsonl", &second);

    let first = place.run(&["import", "registry", "first.jsonl"]);
    assert!(first.status.success(), "{first:?}");
    let before = place.registry().await;
    place.do_it(if place.on_sqlite() { SLOW_SQLITE } else { SLOW_POSTGRES }).await;
    let mut child = place.klar(&["import", "registry", "second.jsonl"]).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    place.wait_until_writing(&mut child).await;
    // SIGKILL: nothing in the program learns of it.
    child.kill().unwrap();
    assert!(!child.wait().unwrap().success());
    assert_eq!(place.registry().await, before, "nothing of the second file is there");

    place.do_it(if place.on_sqlite() { "DROP TRIGGER slow" } else { "DROP TRIGGER slow ON mandates" }).await;
    let again = place.run(&["import", "registry", "second.jsonl"]);
    assert!(again.status.success(), "{again:?}");
    let after = place.registry().await;
    for line in ["m 3 Endret", "m 5 Her", "u C2 Klubben på Furumo", "v V9", "reports 2"] {
        assert!(after.iter().any(|own| own == line), "{line} is not in {after:?}");
    }
    assert!(after.iter().any(|line| line.starts_with("m 4 Elv ended")), "{after:?}");
    let unchanged = place.run(&["import", "registry", "second.jsonl"]);
    assert!(String::from_utf8_lossy(&unchanged.stdout).starts_with("Nothing was changed"), "{unchanged:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn on_sqlite() {
    killed_in_the_middle(None).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn on_postgres() {
    match std::env::var_os("KLAR_TEST_POSTGRES") {
        Some(server) => killed_in_the_middle(Some(server.into_string().unwrap())).await,
        None => eprintln!("skipped on PostgreSQL: KLAR_TEST_POSTGRES is not set"),
    }
}
