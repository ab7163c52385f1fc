//! The program `klar`, as somebody types it.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

use sea_orm::{ConnectionTrait, Database};
use tempfile::TempDir;

use crate::world::LINES;

fn klar(folder: &TempDir) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_klar"));
    command.current_dir(folder.path()).env_clear();
    command
}

fn run(folder: &TempDir, arguments: &[&str]) -> Output {
    klar(folder).args(arguments).output().unwrap()
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

/// The last line: what the program says it stopped for.
fn last_words(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap().trim_end().lines().last().unwrap_or_default().to_owned()
}

fn write(folder: &TempDir, name: &str, contents: &[u8]) {
    std::fs::write(folder.path().join(name), contents).unwrap();
}

#[test]
fn importing_says_what_it_did_and_doing_it_again_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    write(&folder, "registry.jsonl", LINES.as_bytes());
    let dry = run(&folder, &["import", "registry", "registry.jsonl", "--dry-run"]);
    assert!(dry.status.success() && out(&dry).starts_with("Dry run: nothing was changed."), "{dry:?}");
    let counts = |folder: &TempDir| serde_json::from_str::<serde_json::Value>(&out(&run(folder, &["counts"]))).unwrap();
    assert_eq!(counts(&folder)["members"], 0);
    let first = run(&folder, &["import", "registry", "registry.jsonl"]);
    assert!(first.status.success(), "{first:?}");
    assert!(out(&first).contains("members              4         0         0         0"), "{}", out(&first));
    let counted = counts(&folder);
    assert_eq!((&counted["units"], &counted["members"], &counted["mandates"]), (&5.into(), &4.into(), &3.into()));
    // Again, compressed, and by the name of the configuration file.
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    gzip.write_all(LINES.as_bytes()).unwrap();
    write(&folder, "registry.jsonl.gz", &gzip.finish().unwrap());
    write(&folder, "other.toml", b"data = \"data\"\n");
    let again = run(&folder, &["--config", "other.toml", "import", "registry", "registry.jsonl.gz"]);
    assert!(out(&again).contains("members              0         0         4         0"), "{again:?}");
    for name in ["keys.json", "klar.db"] {
        let mode = std::os::unix::fs::PermissionsExt::mode(&std::fs::metadata(folder.path().join("data")).unwrap().permissions());
        assert!(mode & 0o077 == 0 && folder.path().join("data").join(name).exists());
    }
}

#[test]
fn a_file_with_a_wrong_line_changes_nothing_and_says_which() {
    let folder = tempfile::tempdir().unwrap();
    write(&folder, "wrong.jsonl", format!("{LINES}{{\"type\":\"unit\",\"id\":\"X\"}}\nnonsense\n").as_bytes());
    let output = run(&folder, &["import", "registry", "wrong.jsonl"]);
    assert!(!output.status.success());
    let report = out(&output);
    assert!(report.starts_with("line 13: missing_field: ") && report.contains("line 14: not_json: "), "{report}");
    assert_eq!(last_words(&output), "klar: nothing was imported: 2 of the lines cannot be used");
    write(&folder, "real.jsonl", LINES.replace("01918502064", "13097248022").as_bytes());
    for arguments in [&["import", "registry", "real.jsonl"][..], &["import", "registry", "real.jsonl", "--dry-run"]] {
        let output = run(&folder, arguments);
        assert!(!output.status.success() && out(&output).starts_with("line 6: real_not_accepted: "), "{output:?}");
        assert!(!out(&output).contains("13097248022") && !last_words(&output).contains("13097248022"));
    }
    assert_eq!(
        last_words(&run(&folder, &["import", "registry", "nowhere.jsonl"])),
        "klar: the file nowhere.jsonl cannot be read: No such file or directory (os error 2)"
    );
}

#[test]
fn employers_are_imported_all_files_or_none() {
    let folder = tempfile::tempdir().unwrap();
    let unit = r#"[{"organisasjonsnummer":"310000019","navn":"GRANLIA KOMMUNE","organisasjonsform":{"kode":"KOMM"}}]"#;
    write(&folder, "enheter.json", unit.as_bytes());
    write(&folder, "broken.json", b"[{");
    let broken = run(&folder, &["import", "employers", "enheter.json", "broken.json"]);
    assert!(!broken.status.success() && last_words(&broken).starts_with("klar: nothing was imported: "), "{broken:?}");
    let good = run(&folder, &["import", "employers", "enheter.json"]);
    assert_eq!(out(&good), "employers and workplaces: 1 added, 0 changed, 0 unchanged; 0 alerts\n", "{good:?}");
}

#[test]
fn a_database_that_cannot_be_opened_is_one_sentence() {
    let folder = tempfile::tempdir().unwrap();
    let with = |url: &str, arguments: &[&str]| klar(&folder).env("DATABASE_URL", url).args(arguments).output().unwrap();
    for command in [&["migrate"][..], &["counts"]] {
        let output = with("sqlite:///nowhere/at/all/klar.db", command);
        assert!(!output.status.success());
        assert_eq!(
            last_words(&output),
            "klar: the database sqlite:///nowhere/at/all/klar.db cannot be opened: there is no such file and none can be made there, or it may not be read"
        );
    }
    let output = with("postgres://klar:hidden@127.0.0.1:9/klar", &["migrate"]);
    assert_eq!(last_words(&output), "klar: the database postgres://klar@127.0.0.1:9/klar cannot be opened: nothing answers there");
    write(
        &folder,
        "text.db",
        b"this is no database, only a text of some length, to be sure; this is no database, only a text of some length, to be sure",
    );
    let output = with(&format!("sqlite://{}", folder.path().join("text.db").display()), &["migrate"]);
    assert!(last_words(&output).ends_with("the file is something else than a SQLite database"), "{output:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_locked_database_is_one_sentence() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("locked.db");
    let other = Database::connect(format!("sqlite://{}?mode=rwc", path.display())).await.unwrap();
    other.execute_unprepared("BEGIN EXCLUSIVE").await.unwrap();
    let output = klar(&folder).env("DATABASE_URL", format!("sqlite://{}", path.display())).arg("migrate").output().unwrap();
    assert!(!output.status.success());
    assert_eq!(
        last_words(&output),
        format!(
            "klar: the database sqlite://{} cannot be opened: it is locked: another program is writing to it, or holds it open",
            path.display()
        )
    );
}

#[test]
fn a_database_without_its_keys_is_not_touched() {
    let folder = tempfile::tempdir().unwrap();
    assert!(run(&folder, &["migrate"]).status.success());
    std::fs::remove_file(folder.path().join("data/keys.json")).unwrap();
    let output = run(&folder, &["migrate"]);
    assert!(!output.status.success());
    assert!(last_words(&output).contains("the key file data/keys.json is missing"), "{output:?}");
    assert!(!folder.path().join("data/keys.json").exists());
}

#[test]
fn a_wrong_configuration_is_one_sentence() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(last_words(&run(&folder, &["serve"])), "klar: oidc.issuer is not set: write it in klar.toml or set KLAR_OIDC_ISSUER");
    write(&folder, "klar.toml", b"listen = \"127.0.0.1:3000\"\nlisten_to = 1\n");
    assert!(last_words(&run(&folder, &["migrate"])).starts_with("klar: klar.toml, line 2: unknown field `listen_to`, expected one of "));
    let output = klar(&folder).env("KLAR_NONSENSE", "1").arg("migrate").output().unwrap();
    assert!(
        last_words(&output).starts_with("klar: the environment variable KLAR_NONSENSE is unknown")
            || last_words(&output).contains("line 2")
    );
}

#[test]
fn the_access_log_is_verified_and_signed() {
    let folder = tempfile::tempdir().unwrap();
    let verified = run(&folder, &["audit", "verify"]);
    assert!(verified.status.success() && out(&verified).starts_with("The access log is whole: 0 rows"), "{verified:?}");
    let nothing = run(&folder, &["audit", "checkpoint"]);
    assert!(
        out(&nothing).starts_with("Nothing has been logged since the last checkpoint.\nThe public key: localhost:3000/access-log+"),
        "{nothing:?}"
    );
    // A row that nobody chained, as somebody with the database's file alone would write it.
    let rows = "INSERT INTO access_log VALUES (1, 0, zeroblob(16), 'open', 'member', NULL, 'r', NULL, zeroblob(32))";
    tokio::runtime::Runtime::new().unwrap().block_on(async {
        let log = Database::connect(format!("sqlite://{}", folder.path().join("data/klar-log.db").display())).await.unwrap();
        log.execute_unprepared(rows).await.unwrap();
    });
    for command in ["verify", "checkpoint"] {
        let output = run(&folder, &["audit", command]);
        assert!(!output.status.success() && last_words(&output).contains("row 1 was altered"), "{output:?}");
    }
    assert!(!folder.path().join("data/checkpoints").exists(), "nothing was signed");
}

#[test]
fn it_serves_and_stops_politely() {
    let folder = tempfile::tempdir().unwrap();
    let free = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let example = Path::new(env!("CARGO_MANIFEST_DIR")).join("../klar.toml.example");
    std::fs::copy(example, folder.path().join("klar.toml")).unwrap();
    // Nobody is at home at the provider: the portal starts all the same.
    let mut command = klar(&folder);
    command.env("KLAR_LISTEN", free.to_string()).env("KLAR_OIDC_ISSUER", "http://127.0.0.1:9").arg("serve");
    let mut server = command.stderr(Stdio::null()).spawn().unwrap();
    let started = Instant::now();
    let answer = loop {
        assert!(started.elapsed() < Duration::from_secs(30) && server.try_wait().unwrap().is_none(), "it did not start");
        if let Ok(mut stream) = TcpStream::connect(free) {
            stream.write_all(b"GET /helse HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").unwrap();
            let mut answer = String::new();
            stream.read_to_string(&mut answer).unwrap();
            break answer;
        }
        std::thread::sleep(Duration::from_millis(50));
    };
    assert!(answer.starts_with("HTTP/1.1 200 OK") && answer.ends_with(r#"{"status":"ok"}"#), "{answer}");
    assert!(!answer.contains("strict-transport-security"), "{answer}");
    assert!(Command::new("kill").args(["-TERM", &server.id().to_string()]).status().unwrap().success());
    assert!(server.wait().unwrap().success());
}

#[tokio::test(flavor = "multi_thread")]
async fn following_the_register_once_says_what_it_did() {
    let folder = tempfile::tempdir().unwrap();
    let (fake, address) = crate::register::Fake::start().await;
    let follow = || klar(&folder).env("KLAR_REGISTER_ADDRESS", &address).args(["follow", "employers", "--once"]).output().unwrap();
    assert_eq!(last_words(&follow()), "klar: load the register's bulk files first: klar import employers");
    let unit = r#"[{"organisasjonsnummer":"310000019","navn":"GRANLIA KOMMUNE","organisasjonsform":{"kode":"KOMM"}}]"#;
    write(&folder, "enheter.json", unit.as_bytes());
    assert!(run(&folder, &["import", "employers", "enheter.json", "--made-on", "2026-09-20"]).status.success());
    fake.change("enheter", 7, "310000019", "Endring", None);
    fake.unit("enheter/310000019", serde_json::json!({"organisasjonsnummer": "310000019", "navn": "GRANLIA", "konkurs": true}));
    let output = follow();
    assert_eq!(out(&output), "employers and workplaces: 1 changed; 1 alerts\n", "{output:?}");
    assert!(fake.asked()[0].path.contains("dato=2026-09-19T"));
}

#[test]
fn case_types_are_taken_out_checked_and_put_in_force() {
    let folder = tempfile::tempdir().unwrap();
    let standard = domain::cases::CaseTypes::standard_text();
    assert_eq!(out(&run(&folder, &["case-types", "export"])), standard);
    write(
        &folder,
        "wrong.toml",
        standard.replacen("name.nn = \"Ferie\"\n", "", 1).replacen("group = \"job\"", "group = \"jobb\"", 1).as_bytes(),
    );
    let wrong = run(&folder, &["case-types", "check", "wrong.toml"]);
    assert!(!wrong.status.success() && last_words(&wrong).contains("FERIE: missing field `nn`"), "{wrong:?}");
    let without = standard.replace("\"FERIE\"", "\"FERIER\"");
    write(&folder, "without.toml", without.as_bytes());
    for command in [&["case-types", "check", "without.toml"][..], &["case-types", "set", "without.toml", "--note", "x"]] {
        let refused = run(&folder, command);
        assert!(!refused.status.success() && last_words(&refused).contains("FERIE is in force and is not in the file"), "{refused:?}");
    }
    let changed = standard.replacen("sensitivity = \"health\"", "sensitivity = \"general\"", 1).replacen(
        "name.en = \"Holiday\"",
        "name.en = \"Vacation\"",
        1,
    );
    write(&folder, "changed.toml", changed.as_bytes());
    let check = run(&folder, &["case-types", "check", "changed.toml"]);
    let said = "FERIE (Vacation): another name than “Holiday”, in some language\n\
                SYKEFRAVAER_TILRETTELEGGING (Sick leave and adaptation): NEW CASES ARE general AND NOT health: others may read them\n";
    assert_eq!(out(&check), said, "{check:?}");
    assert_eq!(out(&run(&folder, &["case-types", "export"])), standard, "a look changes nothing");
    let set = run(&folder, &["case-types", "set", "changed.toml", "--note", "Prøve"]);
    assert_eq!(out(&set), format!("{said}version 2 is in force\n"), "{set:?}");
    assert_eq!(out(&run(&folder, &["case-types", "export"])), changed);
    for arguments in [&["case-types", "export", "--version", "1"][..], &["case-types", "export", "--standard"]] {
        assert_eq!(out(&run(&folder, arguments)), standard, "{arguments:?}");
    }
    assert_eq!(last_words(&run(&folder, &["case-types", "export", "--version", "3"])), "klar: there is no such version");
    let same = run(&folder, &["case-types", "check", "changed.toml"]);
    assert_eq!(out(&same), "nothing is wrong, and nothing is otherwise\n", "{same:?}");
}

#[test]
fn letter_templates_are_taken_out_checked_and_put_in_force() {
    let folder = tempfile::tempdir().unwrap();
    let standard = domain::letters::Templates::standard_text();
    assert_eq!(out(&run(&folder, &["letters", "export"])), standard);
    let without = standard.replacen("code: FULLMAKT\n", "code: FULLMAKTEN\n", 1);
    write(&folder, "without.txt", without.as_bytes());
    for command in [&["letters", "check", "without.txt"][..], &["letters", "set", "without.txt", "--note", "x"]] {
        let refused = run(&folder, command);
        assert!(!refused.status.success() && last_words(&refused).contains("FULLMAKT is missing"), "{refused:?}");
    }
    let closed = standard.replacen("code: REFERAT\n", "code: REFERAT\nclosed: yes\n", 1);
    write(&folder, "closed.txt", closed.as_bytes());
    let check = run(&folder, &["letters", "check", "closed.txt"]);
    let said = out(&check);
    assert!(said.starts_with("REFERAT (") && said.ends_with("): no new letter is begun with it\n"), "{check:?}");
    assert_eq!(out(&run(&folder, &["letters", "export"])), standard, "a look changes nothing");
    let set = run(&folder, &["letters", "set", "closed.txt", "--note", "Prøve"]);
    assert_eq!(out(&set), format!("{said}version 1 is in force\n"), "{set:?}");
    for arguments in [&["letters", "export"][..], &["letters", "export", "--version", "1"]] {
        assert_eq!(out(&run(&folder, arguments)), closed, "{arguments:?}");
    }
    assert_eq!(out(&run(&folder, &["letters", "export", "--standard"])), standard);
    assert_eq!(last_words(&run(&folder, &["letters", "export", "--version", "2"])), "klar: there is no such version");
    let same = run(&folder, &["letters", "check", "closed.txt"]);
    assert_eq!(out(&same), "nothing is wrong, and nothing is otherwise\n", "{same:?}");
}
