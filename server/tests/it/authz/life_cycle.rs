//! AUTHZ-5: an office that is planned, active, over by date, ended by a file, gone from the file; and a person who has
//! left. With a session that stays open, on two nodes: every address, on the very next request.

use std::collections::BTreeMap;

use domain::registry::Line;

use super::seen::{Class, Seen};
use crate::access::{Caller, rows};
use crate::scene::Scene;
use crate::world::{Client, Union, day};

/// What the scene's representative is in the registry: their mandate's id and their own.
const MANDATE: &str = "V1";
const PERSON: &str = "1";
/// Where everybody may go.
const OPEN: [&str; 3] = ["/", "/logg-inn/feil", "/uten-verv"];

/// The union's file, with the representative's lines otherwise. A line for which this says `false` is left out.
fn file(mut keep: impl FnMut(&mut Line) -> bool) -> Vec<Line> {
    let mut lines = Union::small().lines;
    lines.retain_mut(|line| {
        let ours = match line {
            Line::Mandate(mandate) => mandate.id == MANDATE,
            Line::Member(member) => member.id == PERSON,
            Line::Employment(job) => job.member == PERSON,
            _ => false,
        };
        !ours || keep(line)
    });
    lines
}

/// Everything but what people have begun to write: whoever may not go on with a form has no draft of it any more (INP-9).
async fn but_for_drafts(scene: &Scene) -> BTreeMap<String, Vec<String>> {
    let mut contents = scene.world.contents().await;
    contents.remove("drafts");
    contents
}

/// Every page and function, asked on each of these nodes, gives this and nothing of the scene; and changes nothing.
async fn everywhere(scene: &Scene, nodes: &mut [Client], expected: Class, state: &str) {
    let before = but_for_drafts(scene).await;
    for row in rows().into_iter().filter(|row| !OPEN.contains(&row.route)) {
        for caller in row.callers() {
            for (node, client) in nodes.iter_mut().enumerate() {
                let seen = Seen::of(row.ask(scene, client, *caller, None).await);
                assert_eq!(seen.class(), expected, "{state}: {} {caller:?} at node {node}", row.route);
                let leaked = scene.secrets_in(&seen.text);
                assert!(leaked.is_empty(), "{state}: {} tells {leaked:?}", row.route);
            }
        }
    }
    assert!(before == but_for_drafts(scene).await, "{state}: something is otherwise");
}

/// The representative's own pages are all there.
async fn at_work(scene: &Scene, nodes: &mut [Client], state: &str) {
    for row in rows().into_iter().filter(|row| row.right.0 == "ptv" && row.callers() == [Caller::Page]) {
        for (node, client) in nodes.iter_mut().enumerate() {
            let answer = row.ask(scene, client, Caller::Page, None).await;
            // Of a new case whose draft was thrown away meanwhile, each step leads to the first that is not done.
            let begins = row.route.starts_with("/saker/ny") && answer.location().is_some_and(|to| to.starts_with("/saker/ny"));
            assert!(answer.status() == 200 || begins, "{state}: {} at node {node}: {}", row.route, answer.status());
        }
    }
}

async fn two_nodes(scene: &Scene) -> [Client; 2] {
    let first = scene.client("ptv");
    let second = scene.world.second_node().await.client_with(first.cookie("__Host-klar").unwrap());
    [first, second]
}

#[tokio::test]
async fn what_a_file_says_of_an_office_holds_on_the_next_request_everywhere() {
    let scene = Scene::new().await;
    let mut nodes = two_nodes(&scene).await;
    let ended = |line: &mut Line| {
        if let Line::Mandate(mandate) = line {
            mandate.to = Some(day("2026-09-20"));
        }
        true
    };
    let planned = |line: &mut Line| {
        if let Line::Mandate(mandate) = line {
            mandate.from = day("2026-09-22");
        }
        true
    };
    let left = |line: &mut Line| {
        if let Line::Member(member) = line {
            member.left = Some(day("2026-09-20"));
        }
        ended(line)
    };
    type Lines = Vec<Line>;
    let states: [(&str, Lines, Class); 5] = [
        ("ended by the file", file(ended), Class::NoMandate),
        ("planned", file(planned), Class::NoMandate),
        ("gone from the file", file(|line| !matches!(line, Line::Mandate(_))), Class::NoMandate),
        ("left the union", file(left), Class::NoMandate),
        ("the person gone from the file", file(|_| false), Class::Login),
    ];
    at_work(&scene, &mut nodes, "active").await;
    for (state, lines, expected) in states {
        scene.world.load(lines).await;
        everywhere(&scene, &mut nodes.clone(), expected, state).await;
        scene.world.load(file(|_| true)).await;
        at_work(&scene, &mut nodes, &format!("active again after: {state}")).await;
    }
}

#[tokio::test]
async fn an_office_begins_and_ends_with_its_day_while_one_is_logged_in() {
    let scene = Scene::new().await;
    for (from, to, before, after) in
        [("2025-03-01", Some("2026-09-21"), Class::It, Class::NoMandate), ("2026-09-23", None, Class::NoMandate, Class::It)]
    {
        let dated = file(|line| {
            if let Line::Mandate(mandate) = line {
                (mandate.from, mandate.to) = (day(from), to.map(day));
            }
            true
        });
        scene.world.load(dated).await;
        // Ten to midnight in Oslo; half past two the first time, ten past midnight the second.
        let (date, hour, minute) = scene.world.now().in_oslo();
        let minutes = 23 * 60 + 50 - (u32::try_from(hour).unwrap() * 60 + u32::try_from(minute).unwrap());
        scene.world.pass(minutes * 60);
        let mut client = scene.world.client();
        scene.world.log_in(&mut client, "ptv", "/i-dag").await;
        let mut nodes = [client.clone(), scene.world.second_node().await.client_with(client.cookie("__Host-klar").unwrap())];
        for (state, expected) in [("the evening", before), ("after midnight", after)] {
            let state = format!("{date}, {from} to {to:?}: {state}");
            match expected {
                Class::It => at_work(&scene, &mut nodes, &state).await,
                other => everywhere(&scene, &mut nodes, other, &state).await,
            }
            if expected == before {
                scene.world.pass(20 * 60);
            }
        }
    }
}

#[tokio::test]
async fn a_changed_access_matrix_holds_on_the_next_request_on_both_nodes() {
    let scene = Scene::new().await;
    let mut nodes = two_nodes(&scene).await;
    let paths = ["/medlemmer/{member}", "/saker/{case}", "/saker/{case}/notat", "/saker/ny"].map(|path| scene.fill(path));
    let statuses = async |nodes: &mut [Client; 2]| {
        let mut all = Vec::new();
        for client in nodes {
            let mut seen = Vec::new();
            for path in &paths {
                seen.push(client.get(path).await.status());
            }
            let list = Seen::page(client, "/medlemmer").await;
            seen.push(if list.text.contains(scene.id("member")) { 1 } else { 0 });
            all.push(seen);
        }
        assert_eq!(all[0], all[1], "the nodes do not agree");
        all.remove(0)
    };
    let standard = domain::access::Policy::standard_text();
    let without =
        |right: &str| standard.lines().filter(|line| !line.starts_with(right)).map(|line| format!("{line}\n")).collect::<String>();
    assert_eq!(statuses(&mut nodes).await, [200, 200, 200, 200, 1]);
    for (table, expected) in [
        (without("PTV;member.basics"), [404, 200, 200, 200, 0]),
        (
            without("PTV;case.contents.general case.contents.personnel case.contents.health case.contents.whistleblowing;see"),
            [200, 404, 404, 200, 1],
        ),
        (
            without("PTV;case.contents.general case.contents.personnel case.contents.health case.contents.whistleblowing;open"),
            [200, 200, 200, 403, 1],
        ),
        (without("PTV;"), [404, 404, 404, 403, 0]),
        (standard.to_owned(), [200, 200, 200, 200, 1]),
    ] {
        scene.world.store.set_policy(&table, None, "a test", "").await.unwrap();
        assert_eq!(statuses(&mut nodes).await, expected);
    }
}
