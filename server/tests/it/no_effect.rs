//! What is refused has changed nothing: not a row, not a draft.

use std::collections::BTreeMap;

use http::Method;

use crate::access::{Gets, rows};
use crate::scene::Scene;

/// The tables that differ.
fn changed(before: &BTreeMap<String, Vec<String>>, after: &BTreeMap<String, Vec<String>>) -> Vec<String> {
    before.iter().filter(|(table, rows)| after.get(*table) != Some(rows)).map(|(table, _)| table.clone()).collect()
}

#[tokio::test]
async fn every_refused_request_of_the_table_leaves_every_table_as_it_was() {
    let scene = Scene::new().await;
    let before = scene.world.contents().await;
    let written = ["cases", "drafts", "notes", "tasks", "documents", "meetings", "protocols", "case_segments"];
    assert!(written.iter().all(|table| !before[*table].is_empty()), "there is something to change");
    let mut asked = 0;
    let mut wrong = Vec::new();
    for row in rows() {
        for caller in row.callers() {
            for (who, _) in row.others().into_iter().filter(|(_, gets)| !matches!(gets, Gets::It | Gets::OnlyOwn)) {
                let answer = row.ask(&scene, &mut scene.client(who), *caller, None).await;
                let changed = changed(&before, &scene.world.contents().await);
                if !changed.is_empty() {
                    wrong.push(format!("{} {caller:?} by {who}, answered {}: {changed:?}", row.route, answer.status()));
                }
                asked += 1;
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
    assert!(asked > 100, "{asked}");
}

/// Functions that write, in an order in which each finds something to change; each part begins anew, and is over while the
/// login is of late. (An approved file is taken in after the answer, and is not here.)
const WRITE: [&[&str]; 3] = [
    &[
        "/api/notes/add",
        "/api/notes/add-to",
        "/api/notes/change",
        "/api/entries/contact",
        "/api/entries/decide",
        "/api/drafts/keep",
        "/api/drafts/drop",
        "/api/tasks/add",
        "/api/tasks/change",
        "/api/tasks/comment",
        "/api/tasks/drop",
        "/api/letters/keep",
        "/api/participants/add",
        "/api/participants/remove",
        "/api/outsiders/save",
        "/api/outsiders/remove",
        "/api/links/add",
        "/api/links/remove",
        "/api/cases/many/add",
        "/api/cases/segments/save",
        "/api/cases/segments/remove",
        "/api/meetings/save",
        "/api/meetings/record",
        "/api/letters/save",
        "/api/meetings/make-tasks",
        "/api/meetings/protocol/save",
        "/api/members/segments/save",
        "/api/members/segments/rename",
        "/api/members/segments/remove",
        "/api/employers/seen",
        "/api/cases/new/about",
        "/api/cases/new/save",
    ],
    &[
        "/api/imports/reject",
        "/api/settings/rights",
        "/api/settings/reasons",
        "/api/settings/office",
        "/api/settings/publish",
        "/api/settings/case-types/keep",
    ],
    &[
        "/api/tasks/tick",
        "/api/lifecycle/wait",
        "/api/lifecycle/close",
        "/api/lifecycle/reopen",
        "/api/participants/keep-out",
        "/api/participants/let-in",
        "/api/participants/give",
        "/api/settings/case-types/drop",
    ],
];

/// The same requests do change something when the right person sends them: the comparison is not blind.
#[tokio::test]
async fn the_right_person_changes_something_with_each_function_that_writes() {
    let mut idle = Vec::new();
    for part in WRITE {
        let scene = Scene::new().await;
        for route in part {
            let row = rows().into_iter().find(|row| row.route == *route).unwrap();
            let before = scene.world.contents().await;
            // Another minute: also what is only kept again is kept at another time.
            scene.world.pass(60);
            row.ask(&scene, &mut scene.client(row.right.0), row.callers()[0], None).await;
            if changed(&before, &scene.world.contents().await).is_empty() {
                idle.push(*route);
            }
        }
    }
    assert!(idle.is_empty(), "{idle:?}");
}

/// Reading is no writing, and a link cannot write.
#[tokio::test]
async fn opening_an_address_changes_nothing() {
    let scene = Scene::new().await;
    let before = scene.world.contents().await;
    for row in rows() {
        let mut path = scene.fill(row.path);
        if let Some(fields) = row.fields {
            let fields = fields.iter().map(|(name, value)| (*name, scene.fill(value)));
            path = format!("{path}?{}", url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish());
        }
        for method in [Method::GET, Method::HEAD] {
            let answer = scene.client(row.right.0).send(method.clone(), &path, &[("accept", "text/html")], "").await;
            if row.fields.is_some() {
                assert!([404, 405].contains(&answer.status()), "{method} {path}: {}", answer.status());
            }
            assert_eq!(changed(&before, &scene.world.contents().await), Vec::<String>::new(), "{method} {path}");
        }
    }
}
