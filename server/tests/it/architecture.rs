//! Rules of the house that the compiler cannot see, checked in the source.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").canonicalize().unwrap()
}

/// Every Rust file under these folders, with its text but without comments; paths from the root.
fn sources(folders: &[&str]) -> Vec<(String, String)> {
    let mut waiting: Vec<PathBuf> = folders.iter().map(|folder| root().join(folder)).collect();
    let mut found = Vec::new();
    while let Some(folder) = waiting.pop() {
        for path in std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()) {
            if path.is_dir() {
                waiting.push(path);
            } else if path.extension().is_some_and(|end| end == "rs") {
                let text = std::fs::read_to_string(&path).unwrap();
                let code = text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
                found.push((path.strip_prefix(root()).unwrap().to_str().unwrap().to_owned(), code));
            }
        }
    }
    assert!(!found.is_empty(), "nothing under {folders:?}");
    found
}

const EVERYTHING: [&str; 9] =
    ["app/src", "domain/src", "frontend/src", "letters/src", "migration/src", "server/src", "store/src", "testkit/src", "ui/src"];

#[test]
fn server_functions_stand_in_api_files_and_say_their_address() {
    let mut count = 0;
    for (path, code) in sources(&EVERYTHING) {
        for (at, _) in code
            .match_indices("#[server")
            .filter(|(at, _)| !["#[server(default)]", "#[server(flatten)]"].iter().any(|argument| code[*at..].starts_with(argument)))
        {
            assert!(path.starts_with("app/src/") && path.ends_with("/api.rs"), "{path} has a server function");
            let attribute = &code[at..at + code[at..].find(']').unwrap()];
            assert!(attribute.contains("endpoint = \""), "{path}: {attribute}] has no endpoint");
            count += 1;
        }
    }
    let registered = leptos::server_fn::axum::server_fn_paths().count();
    assert_eq!(count, registered, "found in the text, and registered");
}

#[test]
fn only_the_text_area_writes_raw_html() {
    for (path, code) in sources(&EVERYTHING) {
        for word in ["<textarea", "inner_html"] {
            assert!(!code.contains(word) || path == "ui/src/form/text_area.rs", "{path} has {word}");
        }
        assert!(!code.contains("PreEscaped") || path.starts_with("server/src/") || path.starts_with("testkit/"), "{path} has PreEscaped");
    }
}

/// What a feature of `app` may use of another.
const SHARED: [&str; 10] = [
    "cases::parts",
    "documents::parts",
    "drafts::parts",
    "employers::parts",
    "lifecycle::parts",
    "links::parts",
    "meetings::parts",
    "outsiders::parts",
    "tasks::parts",
    "more::LanguageChoice",
];
/// What stands around the features may use of them: the list of pages itself, and the reasons in an address.
const AROUND: [(&str, &str); 2] = [("app/src/lib.rs", ""), ("app/src/routes.rs", "login::LoginFailure")];

/// The paths in `code` that begin with one of the features, two steps long; `cases::{…}` and `cases::*` give `cases::`.
fn uses(code: &str, features: &BTreeSet<String>) -> Vec<String> {
    let is_path = |c: char| c.is_alphanumeric() || c == '_' || c == ':';
    let mut uses = Vec::new();
    // `drafts::<T>(…)` calls a function, whatever feature has its name.
    let code = code.replace("::<", " <");
    for path in code.split(|c: char| !is_path(c)).filter(|path| path.contains("::")) {
        let path = path.strip_prefix("crate::").unwrap_or(path);
        let mut steps = path.split("::");
        if let (Some(feature), Some(item)) = (steps.next(), steps.next())
            && features.contains(feature)
        {
            uses.push(format!("{feature}::{item}"));
        }
    }
    uses
}

#[test]
fn a_feature_uses_no_pages_of_another() {
    let folders = std::fs::read_dir(root().join("app/src")).unwrap().map(|entry| entry.unwrap());
    let names = folders.filter(|entry| entry.path().is_dir()).map(|entry| entry.file_name().into_string().unwrap());
    let features: BTreeSet<String> = names.filter(|name| !["i18n", "routes"].contains(&name.as_str())).collect();
    assert!(features.contains("cases") && features.contains("members") && features.len() >= 7, "{features:?}");
    let mut seen = BTreeSet::new();
    for (path, code) in sources(&["app/src"]) {
        let own = path.split('/').nth(2).unwrap();
        for used in uses(&code, &features).into_iter().filter(|used| !used.starts_with(&format!("{own}::"))) {
            let around = AROUND.iter().any(|(file, what)| path == *file && used.starts_with(what));
            assert!(around || SHARED.contains(&used.as_str()), "{path} uses {used}");
            seen.insert(used);
        }
    }
    assert!(SHARED.iter().all(|shared| seen.contains(*shared)), "the list only shrinks: {seen:?}");
}

#[test]
fn the_program_serves_what_is_built() {
    let read = |file: &str| std::fs::read_to_string(root().join(file)).unwrap();
    let workspace: toml::Table = read("Cargo.toml").parse().unwrap();
    let names: toml::Table = read("Leptos.toml").parse().unwrap();
    let built = &workspace["workspace"]["metadata"]["leptos"][0];
    for name in ["output-name", "site-pkg-dir"] {
        assert_eq!(names[name], built[name], "{name}");
    }
    assert!(read("server/src/state.rs").contains("include_str!(\"../../Leptos.toml\")"));
}

#[test]
fn every_migration_is_registered_in_order() {
    let registered = std::fs::read_to_string(root().join("migration/src/lib.rs")).unwrap();
    let in_folder = |folder: &str| -> BTreeSet<String> {
        let files = std::fs::read_dir(root().join(folder)).unwrap().map(|entry| entry.unwrap().path());
        files
            .filter(|path| path.extension().is_some_and(|end| end == "sql"))
            .map(|path| path.file_stem().unwrap().to_str().unwrap().to_owned())
            .collect()
    };
    // The access log and the keys of cases have migrations of their own.
    let names: Vec<String> = ["migration/src", "migration/src/log", "migration/src/case_keys"].into_iter().flat_map(in_folder).collect();
    assert!(names.len() >= 9 && names.iter().all(|name| name.starts_with('m')), "{names:?}");
    let listed: Vec<&str> = registered.split('"').filter(|text| text.starts_with('m') && text.contains('_') && text.len() > 17).collect();
    assert_eq!(listed, names, "each file once, the oldest first");
}

#[test]
fn nothing_of_the_server_comes_to_the_browser() {
    let tree = Command::new(env!("CARGO"))
        .current_dir(root())
        .args(["tree", "--package", "frontend", "--target", "wasm32-unknown-unknown", "--edges", "normal", "--prefix", "none"])
        .args(["--offline", "--locked", "--format", "{p}"])
        .output()
        .unwrap();
    assert!(tree.status.success(), "{}", String::from_utf8_lossy(&tree.stderr));
    let text = String::from_utf8(tree.stdout).unwrap();
    let crates: BTreeSet<&str> = text.lines().filter_map(|line| line.split(' ').next()).collect();
    assert!(crates.contains("app") && crates.contains("domain") && crates.contains("leptos"), "{crates:?}");
    let server_side = [
        "sea-orm",
        "sqlx",
        "tokio",
        "axum",
        "store",
        "server",
        "letters",
        "krilla",
        "migration",
        "testkit",
        "leptos_axum",
        "hyper",
        "openidconnect",
    ];
    let found: Vec<_> = crates.iter().filter(|name| server_side.iter().any(|own| *name == own || name.starts_with("sqlx-"))).collect();
    assert!(found.is_empty(), "{found:?}");
}
