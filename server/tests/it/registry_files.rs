//! `klar import registry` with all kinds of files, as somebody types it.

use std::io::Write;
use std::process::{Command, Output};

use tempfile::TempDir;

use crate::world::LINES;

fn run(folder: &TempDir, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_klar")).current_dir(folder.path()).env_clear().args(arguments).output().unwrap()
}

fn import(folder: &TempDir, files: &[&str]) -> Output {
    run(folder, &[&["import", "registry"], files].concat())
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn last_words(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap().trim_end().lines().last().unwrap_or_default().to_owned()
}

fn write(folder: &TempDir, name: &str, contents: &[u8]) {
    std::fs::write(folder.path().join(name), contents).unwrap();
}

fn counts(folder: &TempDir) -> serde_json::Value {
    serde_json::from_str(&out(&run(folder, &["counts"]))).unwrap()
}

/// Members `1000…`, beside those of [`LINES`].
fn with_members(count: u16) -> String {
    let id = |n: u16| {
        let born = "1980-01-01".parse::<domain::Date>().unwrap().plus_days(i32::from(n));
        (0..).find_map(|individ| domain::identity::NationalId::synthetic(born, individ)).unwrap().expose().to_owned()
    };
    let member = |n| {
        format!(
            r#"{{"type":"member","id":"{}","national_id":"{}","given_name":"A","family_name":"B","local":"L1","kind":"active","joined":"2020-01-01"}}"#,
            1000 + n,
            id(n)
        )
    };
    format!("{LINES}{}\n", (0..count).map(member).collect::<Vec<_>>().join("\n"))
}

const UNITS: &str = "id;kind;name;parent;phone;email\nF;union;Forbundet;;;\nK1;county;Fjellfylket;F;;\n\
    L1;local;Solvik fagforening;K1;40000100;post@solvik.example\nC1;club;Klubben ved Granlia;L1;;\nC2;club;Klubben ved Furumo;L1;;\n";
const MEMBERS: &str = "id;national_id;given_name;family_name;local;kind;joined\n1;01918502064;Vakker;Blomst;L1;active;2019-08-01\n\
    2;24869200928;Klok;Fjord;L1;active;2015-01-01\n3;03827102597;Stille;Skog;L1;active;2020-01-01\n4;17850350450;Rask;Elv;L1;active;2010-01-01\n";
const MANDATES: &str =
    "id;member;office;unit;from;to\nV1;1;PTV;C1;2025-03-01;\nV2;2;KLUBBLEDER;C1;2025-03-01;\nV3;4;PTV;C1;2023-03-01;2025-02-28\n";

#[test]
fn csv_files_together_say_what_one_file_of_json_lines_says() {
    let folder = tempfile::tempdir().unwrap();
    write(&folder, "registry.jsonl", LINES.as_bytes());
    write(&folder, "units.csv", UNITS.as_bytes());
    write(&folder, "members.csv", format!("\u{feff}{MEMBERS}").as_bytes());
    write(&folder, "2026-03-12_mandates.csv", MANDATES.replace('\n', "\r\n").as_bytes());
    let files = ["units.csv", "members.csv", "2026-03-12_mandates.csv"];
    let first = import(&folder, &files);
    assert!(first.status.success() && out(&first).contains("members              4         0         0         0"), "{first:?}");
    let same = import(&folder, &["registry.jsonl"]);
    assert!(out(&same).starts_with("Nothing was changed: "), "{same:?}");

    // In Latin-1, with a letter that is two bytes in UTF-8.
    let latin1: Vec<u8> = MEMBERS.replace("Skog", "Blåbær").chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
    write(&folder, "members.csv", &latin1);
    let changed = import(&folder, &files);
    assert!(out(&changed).contains("members              0         1         3         0"), "{changed:?}");

    write(&folder, "ended.csv", b"of;id;unit;employer\nmandate;V1;;\n");
    let difference = import(&folder, &["--difference", "ended.csv"]);
    assert!(out(&difference).contains("mandates             0         0         0         1"), "{difference:?}");
    assert_eq!(counts(&folder)["mandates"], 2);
    let full = import(&folder, &["units.csv", "members.csv", "2026-03-12_mandates.csv", "ended.csv"]);
    assert!(!full.status.success() && out(&full).starts_with("ended.csv, line 2: end_in_full_file: "), "{full:?}");
}

#[test]
fn a_bad_file_changes_nothing_and_says_where_and_why() {
    let folder = tempfile::tempdir().unwrap();
    write(&folder, "good.jsonl", LINES.as_bytes());
    assert!(import(&folder, &["good.jsonl"]).status.success());
    let before = counts(&folder);
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    gzip.write_all(LINES.as_bytes()).unwrap();
    let gzip = gzip.finish().unwrap();
    let latin1: Vec<u8> = LINES.replace("Solvik", "Sølvik").chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
    let last = LINES.trim_end().lines().last().unwrap();
    let line = |changed: &str| format!("{LINES}{changed}\n").into_bytes();
    let second_leader = last.replace("V3", "V4").replace("PTV", "KLUBBLEDER").replace("2025-02-28", "2099-02-28");
    let member = r#"{"type":"member","id":"9","national_id":"01918502064","given_name":"A","family_name":"B","local":"L1","kind":"active","joined":"2020-01-01"}"#;
    let bad: Vec<(&str, Vec<u8>, &str)> = vec![
        ("empty.jsonl", Vec::new(), "line 0: empty_file: "),
        ("cut.jsonl", LINES.as_bytes()[..LINES.len() - 30].to_vec(), "line 12: not_json: "),
        ("cut.jsonl.gz", gzip[..gzip.len() / 2].to_vec(), "cut_short: "),
        ("latin1.jsonl", latin1, "line 3: not_utf8: "),
        ("twice.jsonl", line(last), "line 13: duplicate_id: "),
        ("person.jsonl", line(member), "line 13: duplicate_national_id: "),
        ("backwards.jsonl", LINES.replace("2025-02-28", "2022-02-28").into_bytes(), "line 12: ends_before_start: "),
        ("nobody.jsonl", line(&last.replace("V3", "V4").replace("\"4\"", "\"77\"")), "line 13: unknown_member: "),
        ("loop.jsonl", LINES.replace("\"parent\":\"F\"", "\"parent\":\"L1\"").into_bytes(), "line 2: misplaced_unit: "),
        ("leaders.jsonl", line(&second_leader), "line 13: second_holder: "),
        ("employer.jsonl", line(r#"{"type":"coverage","unit":"C1","employer":"310000019"}"#), "line 13: unknown_employer: "),
        ("units.csv", b"".to_vec(), "line 0: empty_file: "),
        ("units-comma_units.csv", UNITS.replace(';', ",").into_bytes(), "line 1: wrong_delimiter: "),
        ("columns_members.csv", MEMBERS.replace("national_id", "nin").into_bytes(), "line 1: missing_columns: "),
        ("cut_members.csv", MEMBERS.as_bytes()[..MEMBERS.len() - 4].to_vec(), "line 5: cut_short: "),
        ("people.csv", MEMBERS.as_bytes().to_vec(), "line 0: unknown_file: "),
    ];
    for (name, contents, says) in bad {
        write(&folder, name, &contents);
        let output = import(&folder, &[name]);
        assert!(!output.status.success() && out(&output).contains(says), "{name}: {output:?}");
        assert!(last_words(&output).starts_with("klar: nothing was imported: "), "{name}: {output:?}");
        for person in ["01918502064", "Vakker", "Blomst"] {
            assert!(!format!("{output:?}").contains(person), "{name} repeats {person}");
        }
        let mut after = counts(&folder);
        after["counted_at"] = before["counted_at"].clone();
        assert_eq!(after, before, "{name}");
    }
}

#[test]
fn a_file_that_ends_much_waits_for_a_yes_or_a_no() {
    let folder = tempfile::tempdir().unwrap();
    write(&folder, "all.jsonl", with_members(60).as_bytes());
    write(&folder, "fewer.jsonl", with_members(35).as_bytes());
    assert!(import(&folder, &["all.jsonl"]).status.success());
    let hold = || {
        let held = import(&folder, &["fewer.jsonl"]);
        let words = last_words(&held);
        assert!(!held.status.success() && words.contains("held and nothing was changed") && words.contains("25 of 64 members"), "{held:?}");
        assert_eq!(counts(&folder)["members"], 64);
        words.split("approve ").nth(1).unwrap()[..36].to_owned()
    };
    let id = hold();
    let rejected = run(&folder, &["import", "reject", &id]);
    assert!(rejected.status.success(), "{rejected:?}");
    let late = run(&folder, &["import", "approve", &id]);
    assert!(!late.status.success() && last_words(&late).contains("is not held"), "{late:?}");
    let id = hold();
    let approved = run(&folder, &["import", "approve", &id]);
    assert!(approved.status.success() && out(&approved).starts_with("The registry was imported."), "{approved:?}");
    assert_eq!(counts(&folder)["members"], 39);
    let nowhere = run(&folder, &["import", "reject", "00000000-0000-0000-0000-000000000000"]);
    assert!(last_words(&nowhere).contains("there is no import"), "{nowhere:?}");

    // The limit is a setting, and a script sees nothing but words and the exit code.
    write(&folder, "klar.toml", b"[registry]\nhold_members_percent = 90\n");
    let all = import(&folder, &["all.jsonl"]);
    let fewer = import(&folder, &["fewer.jsonl"]);
    assert!(all.status.success() && fewer.status.success() && !String::from_utf8_lossy(&fewer.stderr).contains('\r'), "{fewer:?}");
    write(&folder, "klar.toml", b"[registry]\nhold_members_percent = 101\n");
    assert_eq!(last_words(&import(&folder, &["all.jsonl"])), "klar: registry.hold_members_percent must be from 0 to 100");
}
