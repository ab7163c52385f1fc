//! Bytes that are no text, and forms that are no forms: refused, or taken in harmlessly; never a fault of ours, never half.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use http::Method;

use crate::access::{Row, rows};
use crate::scene::Scene;
use crate::world::{Answer, Client, ORIGIN};

/// NUL, and other control characters.
const CONTROL: [&str; 2] = ["%00", "%01%1B%08%0E"];
/// A byte that is nowhere in UTF-8, half of a surrogate pair, an overlong slash. Each is read as a character that says that
/// something cannot be read, on both databases.
const BROKEN: [&str; 3] = ["%FF", "%ED%A0%80", "%C0%AF"];

/// Text fields that the access table's requests leave out.
const MORE: [(&str, &[&str]); 14] = [
    ("/api/notes/add", &["note_kind"]),
    ("/api/entries/contact", &["who", "at"]),
    ("/api/tasks/add", &["details", "due", "given_to", "repeat"]),
    ("/api/tasks/change", &["details", "due", "repeat"]),
    ("/api/participants/add", &["until"]),
    ("/api/lifecycle/wait", &["waiting_note"]),
    ("/api/lifecycle/close", &["follow_up", "follow_up_on", "follow_up_by"]),
    (
        "/api/meetings/save",
        &["from", "to", "place", "called_by", "agenda", "ours[0]", "others[0][name]", "others[0][role]", "others[0][email]"],
    ),
    ("/api/meetings/record", &["actions[0][what]", "actions[0][due]", "came[0]", "go"]),
    ("/api/meetings/protocol/save", &["employer_says", "we_say", "agreed", "disagreed", "place", "held_on", "employer_party", "our_party"]),
    ("/api/meetings/protocol/note-signature", &["signer_name", "signer_role", "signed_on", "signed_how"]),
    ("/api/letters/keep", &["lang", "fields[date]", "fields[agenda]", "fields[minutes]"]),
    ("/api/drafts/keep", &["key"]),
    ("/saker/fil/hent", &["narrowing"]),
];

const FORM: [(&str, &str); 4] =
    [("accept", "text/html"), ("content-type", "application/x-www-form-urlencoded"), ("origin", ORIGIN), ("sec-fetch-site", "same-origin")];

fn encoded(text: &str) -> String {
    url::form_urlencoded::byte_serialize(text.as_bytes()).collect()
}

/// The row's request, with these bytes at the end of one field.
fn body(scene: &Scene, row: &Row, field: &str, bad: &str) -> String {
    let own = row.fields.unwrap_or_default().iter().map(|(name, value)| (*name, scene.fill(value)));
    let listed = field.is_empty() || row.fields.unwrap_or_default().iter().any(|(name, _)| *name == field);
    let all = own.chain((!listed).then(|| (field, "Tekst".to_owned())));
    let pairs = all.map(|(name, value)| format!("{}={}{}", encoded(name), encoded(&value), if name == field { bad } else { "" }));
    pairs.collect::<Vec<_>>().join("&")
}

/// What was typed may stand in its field again, as it was; a browser shows nothing for it.
fn is_harmless(answer: &Answer, what: &str) {
    assert!(answer.status() < 500, "{what}: {} {}", answer.status(), answer.text());
}

/// What lies in the database but for what waits in a form to be put right.
async fn kept(scene: &Scene) -> BTreeMap<String, Vec<String>> {
    let mut all = scene.world.contents().await;
    all.remove("drafts");
    all
}

fn of_forms() -> impl Iterator<Item = Row> {
    rows().into_iter().filter(|row| row.fields.is_some_and(|fields| !fields.is_empty()))
}

/// Sends it, and looks at the page that it leads to: the form again, most often.
async fn send_and_look(scene: &Scene, client: &mut Client, row: &Row, field: &str, bad: &str) {
    let what = format!("{} {field} {bad}", row.route);
    let answer = client.send(Method::POST, row.route, &FORM, &body(scene, row, field, bad)).await;
    is_harmless(&answer, &what);
    if let Some(to) = answer.location().map(str::to_owned) {
        is_harmless(&client.get(&to).await, &what);
    }
}

/// What is sent to a row: the fields of the table, and those that it leaves out.
fn fields_of(row: &Row) -> Vec<&'static str> {
    let more = MORE.into_iter().filter(|(route, _)| *route == row.route).flat_map(|(_, fields)| fields);
    row.fields.unwrap_or_default().iter().map(|(name, _)| *name).chain(more.copied()).collect()
}

/// INP-3: bytes that are no UTF-8 are read as one that says so, and are harmless wherever they come.
#[tokio::test]
async fn inp_3_what_is_no_utf_8_is_harmless_in_every_field() {
    let scene = Scene::new().await;
    for row in of_forms() {
        let mut client = scene.client(row.right.0);
        for field in fields_of(&row) {
            for bad in BROKEN {
                send_and_look(&scene, &mut client, &row, field, bad).await;
            }
        }
        if row.route == "/api/notes/add" {
            let page = client.get(&scene.fill("/saker/{case}")).await;
            assert!(page.text().contains("Et notat\u{fffd}"), "written, and shown");
        }
    }
}

/// INP-3: NUL, which PostgreSQL refuses, and the other control characters, in every field of every form.
#[tokio::test]
async fn inp_3_control_characters_are_refused_in_every_field_and_write_nothing() {
    let scene = Scene::new().await;
    let before = kept(&scene).await;
    let mut wrong = Vec::new();
    for row in of_forms() {
        let mut client = scene.client(row.right.0);
        // What cannot be read of a filter is left out of it.
        let read_at_all = |field: &&str| *field != "narrowing";
        for field in fields_of(&row).into_iter().filter(read_at_all) {
            for bad in CONTROL {
                send_and_look(&scene, &mut client, &row, field, bad).await;
            }
            let after = kept(&scene).await;
            let changed = before.iter().filter(|(table, rows)| after.get(*table) != Some(rows)).map(|(table, _)| table.clone());
            wrong.extend(changed.map(|table| format!("{} {field}: {table}", row.route)));
            if !wrong.is_empty() {
                break;
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

/// The same in addresses: what is searched for, filtered by, and asked for by its id.
#[tokio::test]
async fn inp_3_what_is_no_text_in_an_address_finds_nothing_and_breaks_nothing() {
    const NAMES: [&str; 14] =
        ["q", "type", "status", "etter", "vis", "til", "nummer", "medlem", "sak", "hvorfor", "id", "utgave", "arbeidssted", "sorter"];
    let scene = Scene::new().await;
    let before = kept(&scene).await;
    for row in rows().into_iter().filter(|row| row.fields.is_none()) {
        let mut client = scene.client(row.right.0);
        let path = scene.fill(row.path.split('?').next().unwrap());
        let (folder, _) = path.rsplit_once('/').unwrap();
        for bad in CONTROL.into_iter().chain(BROKEN) {
            let query: Vec<_> = NAMES.iter().map(|name| format!("{name}=a{bad}b")).collect();
            for asked in [format!("{path}?{}", query.join("&")), format!("{folder}/a{bad}"), format!("{path}{bad}")] {
                is_harmless(&client.get(&asked).await, &asked);
            }
        }
    }
    assert!(kept(&scene).await == before);
}

/// What a server would be busy with for long, or would make very much of.
fn monsters() -> Vec<(&'static str, String)> {
    let deep = |name: &str, depth: usize| format!("{name}{}=x", "[a]".repeat(depth));
    let many = |name: &dyn Fn(usize) -> String, most: usize| -> String {
        let mut body = String::new();
        for n in 0.. {
            let pair = format!("&{}=1", name(n));
            if n == most || body.len() + pair.len() > 900_000 {
                break;
            }
            body.push_str(&pair);
        }
        body
    };
    let mut all = vec![
        ("100,000 levels in names", many(&|n| format!("a{n}{}", "[b]".repeat(30)), 3_000)),
        ("as many keys as there is room for", many(&|n| format!("k{n}"), 1_000_000)),
        ("a million keys", (0..1_000_000).map(|n| format!("&k{n}=1")).collect()),
        ("the same key very often", many(&|_| "title".to_owned(), 1_000_000)),
        ("brackets alone", format!("{}=x", "[".repeat(200_000))),
        ("brackets that close", format!("{}=x", "]".repeat(200_000))),
        ("percent signs", "%".repeat(500_000)),
        ("ampersands", "&=".repeat(400_000)),
    ];
    for name in ["fields", "answers", "others", "actions", "cases", "rights", "ours", "x"] {
        all.push(("10,000 levels", deep(name, 10_000)));
        all.push(("many of one list", many(&|n| format!("{name}[{n}][name]"), 2_000)));
        for index in ["4294967295", "9223372036854775807", "18446744073709551615", "99999999999999999999999999", "-1", "1e9", ""] {
            all.push(("a place far out", format!("{name}[{index}][name]=x&{name}[{index}]=y")));
        }
    }
    for number in
        ["1e400", "-1e400", "9223372036854775808", "-9223372036854775809", "340282366920938463463374607431768211456", "NaN", "0x10"]
    {
        for name in ["version", "number", "page", "seen", "base", "done"] {
            all.push(("a number that is none of ours", format!("{name}={number}")));
        }
    }
    all
}

/// The most memory this process has had, in kilobytes.
fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.split_whitespace().next()?.parse().ok()).unwrap_or_default()
}

/// INP-17: forms that nest, repeat and count without end are answered at once, and write nothing.
#[tokio::test]
async fn inp_17_forms_without_end_are_answered_at_once_and_write_nothing() {
    const ROUTES: [&str; 7] = [
        "/api/notes/add",
        "/api/cases/many/add",
        "/api/cases/new/answers",
        "/api/meetings/save",
        "/api/letters/keep",
        "/api/drafts/keep",
        "/api/settings/rights",
    ];
    let scene = Scene::new().await;
    let (before, memory) = (kept(&scene).await, peak());
    let json = [FORM[0], ("content-type", "application/json"), FORM[2], FORM[3]];
    for route in ROUTES {
        let row = rows().into_iter().find(|row| row.route == route).unwrap();
        let mut client = scene.client(row.right.0);
        let ask = async |client: &mut Client, headers: &[(&str, &str)], what: &str, body: &str| {
            let began = Instant::now();
            let answer = client.send(Method::POST, route, headers, body).await;
            // A test's build is many times slower than the program; what has no end is slower than that.
            assert!(began.elapsed() < Duration::from_secs(5), "{route} {what} took {:?}", began.elapsed());
            assert!((400..500).contains(&answer.status()), "{route} {what}: {}", answer.status());
        };
        for (what, body) in monsters() {
            ask(&mut client, &FORM, what, &body).await;
        }
        for (what, body) in [
            ("10,000 lists in one another", format!("{}{}", "[".repeat(10_000), "]".repeat(10_000))),
            ("10,000 objects in one another", "{\"a\":".repeat(10_000)),
            ("a number too large", "{\"version\":1e400}".to_owned()),
            ("the same key twice", "{\"case\":1,\"case\":2}".to_owned()),
        ] {
            ask(&mut client, &json, what, &body).await;
            ask(&mut client, &FORM, what, &body).await;
        }
        // Behind a form that will do, where it is kept: it is kept without.
        if ["/api/letters/keep", "/api/cases/new/answers", "/api/drafts/keep"].contains(&route) {
            let whole = body(&scene, &row, "", "");
            for (what, monster) in monsters().into_iter().filter(|(what, _)| what.contains("levels") || what.contains("list")) {
                let began = Instant::now();
                let answer = client.send(Method::POST, route, &FORM, &format!("{whole}&{monster}")).await;
                assert!(began.elapsed() < Duration::from_secs(5) && answer.status() < 500, "{route} {what}: {}", answer.status());
            }
        }
    }
    assert!(kept(&scene).await == before);
    assert!(scene.world.contents().await["drafts"].iter().all(|row| row.len() < 100_000), "a draft has what its form asks for");
    let grown = peak().saturating_sub(memory);
    assert!(grown < 512 * 1024, "{grown} kB more than before");
}
