//! Starting: several at once, and what lies readable afterwards (CRYPT-6).

use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use domain::identity::NationalId;
use domain::registry::Line;

use crate::killed::Place;
use crate::world::LINES;

/// Runs a test on SQLite, and on PostgreSQL when there is a server.
macro_rules! both {
    ($($name:ident)+) => {$(
        mod $name {
            #[tokio::test(flavor = "multi_thread")]
            async fn on_sqlite() {
                super::$name(None).await;
            }

            #[tokio::test(flavor = "multi_thread")]
            async fn on_postgres() {
                match std::env::var_os("KLAR_TEST_POSTGRES") {
                    Some(server) => super::$name(Some(server.into_string().unwrap())).await,
                    None => eprintln!("skipped on PostgreSQL: KLAR_TEST_POSTGRES is not set"),
                }
            }
        }
    )+};
}
both! { many_start_at_once_on_an_empty_database no_national_id_lies_anywhere_but_sealed }

async fn many_start_at_once_on_an_empty_database(server: Option<String>) {
    let place = Place::new(server).await;
    let start = || place.klar(&["migrate"]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let children: Vec<_> = (0..4).map(|_| start()).collect();
    for child in children {
        let output = child.wait_with_output().unwrap();
        assert!(output.status.success(), "{output:?}");
    }
    assert_eq!(place.texts("SELECT CAST(count(*) AS text) FROM key_checks").await, ["1"]);
    // They have the same key, and it is the database's.
    assert!(place.run(&["counts"]).status.success());
}

pub(crate) fn files_under(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { found.extend(files_under(&path)) } else { found.push(path) }
    }
    found
}

pub(crate) fn holds(bytes: &[u8], text: &str) -> bool {
    bytes.windows(text.len()).any(|window| window == text.as_bytes())
}

/// Everything that handles a national id is done, with a log that leaves nothing out; then it is looked for.
async fn no_national_id_lies_anywhere_but_sealed(server: Option<String>) {
    let place = Place::new(server).await;
    let outside = tempfile::tempdir().unwrap();
    let temp = place.folder.path().join("tmp");
    std::fs::create_dir(&temp).unwrap();
    let write = |name: &str, lines: &[Line]| {
        let text: Vec<String> = lines.iter().map(|line| serde_json::to_string(line).unwrap()).collect();
        let path = outside.path().join(name);
        std::fs::write(&path, text.join("\n")).unwrap();
        path.display().to_string()
    };
    let mut ids: Vec<String> = Vec::new();
    let lines: Vec<Line> = (1..).zip(LINES.lines()).map(|(number, line)| domain::registry::parse_line(number, line).unwrap()).collect();
    ids.extend(
        lines.iter().filter_map(|line| if let Line::Member(member) = line { Some(member.national_id.expose().to_owned()) } else { None }),
    );
    let mut twice = lines.clone();
    let again = twice.iter().find(|line| matches!(line, Line::Member(_))).unwrap().clone();
    twice.push(again);
    let (good, wrong) = (write("good.jsonl", &lines), write("wrong.jsonl", &twice));
    let mut renamed = lines.clone();
    for line in &mut renamed {
        if let Line::Member(member) = line {
            member.given_name = "Omdøpt".to_owned();
        }
    }
    let changed = write("changed.jsonl", &renamed);
    let mut said = Vec::new();
    for (arguments, works) in [
        (vec!["import", "registry", &good], true),
        (vec!["import", "registry", &wrong], false),
        (vec!["import", "registry", &changed], true),
        (vec!["keys", "rotate"], true),
        (vec!["keys", "list"], true),
    ] {
        let mut command = place.klar(&arguments);
        command.env("TMPDIR", &temp).env("KLAR_LOG_FILTER", "trace");
        let output = command.output().unwrap();
        assert_eq!(output.status.success(), works, "{arguments:?}: {output:?}");
        said.extend(output.stdout);
        said.extend(output.stderr);
    }
    assert!(!ids.is_empty() && holds(&said, "key 2"), "the search finds what is there");
    let mut everywhere: Vec<(String, Vec<u8>)> = vec![("what was said and logged".to_owned(), said)];
    for path in files_under(place.folder.path()) {
        everywhere.push((path.display().to_string(), std::fs::read(&path).unwrap()));
    }
    if !place.on_sqlite() {
        for table in place.texts("SELECT CAST(table_name AS text) FROM information_schema.tables WHERE table_schema = 'public'").await {
            let rows = place.texts(&format!("SELECT CAST(to_jsonb(t) AS text) FROM \"{table}\" AS t")).await;
            everywhere.push((table, rows.join("\n").into_bytes()));
        }
    }
    assert!(everywhere.iter().any(|(_, bytes)| holds(bytes, "Blomst")), "the search finds what is there");
    for (place, bytes) in &everywhere {
        for id in &ids {
            let spaced = format!("{} {}", &id[..6], &id[6..]);
            let digits: u64 = NationalId::read(id).unwrap().expose().parse().unwrap();
            let written = holds(bytes, id) || holds(bytes, &spaced) || holds(bytes, &format!("{digits:x}"));
            assert!(!written, "a national id lies readable in {place}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_database_is_its_owners_alone() {
    let place = Place::new(None).await;
    let folder = place.folder.path();
    let modes = || -> Vec<(String, u32)> {
        let files = files_under(folder).into_iter().filter(|path| path.to_string_lossy().contains(".db"));
        let mode = |path: &PathBuf| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
        files.map(|path| (path.file_name().unwrap().to_string_lossy().into_owned(), mode(&path))).collect()
    };
    // As an older program left them: whoever made the file first did not mind.
    place.do_it("CREATE TABLE before_klar (x integer)").await;
    std::fs::set_permissions(folder.join("klar.db"), std::fs::Permissions::from_mode(0o644)).unwrap();
    let key_file = folder.join("keys.json");
    let options = store::StoreOptions { database_url: place.url.clone(), key_file, clock: store::Clock::System };
    let store = store::Store::open(options).await.unwrap();
    store.ping().await.unwrap();
    let found = modes();
    for name in ["klar.db", "klar.db-wal", "klar-log.db", "klar-log.db-wal"] {
        assert!(found.iter().any(|(own, _)| own == name), "{name} is not among {found:?}");
    }
    assert!(found.iter().all(|(_, mode)| *mode == 0o600), "{found:?}");
}
