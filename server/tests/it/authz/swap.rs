//! AUTHZ-6 and INP-20: every id in every request replaced by every other id of the world, and by those of what was
//! deleted; fields that nobody asked for; places in lists that somebody made up.

use std::collections::BTreeMap;

use super::seen::{Class, Seen};
use crate::access::{Caller, Gets, Row, rows};
use crate::existence::fingerprint;
use crate::journeys::fresh_key;
use crate::scene::Scene;

/// The names of ids that the scene has.
const IDS: [&str; 19] = [
    "{outsider}",
    "{meeting}",
    "{case}",
    "{group}",
    "{document}",
    "{health}",
    "{task}",
    "{health_task}",
    "{member}",
    "{protected}",
    "{employer}",
    "{other_employer}",
    "{alert}",
    "{other_alert}",
    "{import}",
    "{draft}",
    "{note}",
    "{health_note}",
    "{private_note}",
];
/// Hidden fields and questions that a browser could add by itself.
const FOREIGN: [(&str, &str); 8] = [
    ("owner", "{member}"),
    ("person", "{member}"),
    ("unit", "{case}"),
    ("sensitivity", "general"),
    ("status", "closed"),
    ("participant", "{member}"),
    ("viewer", "{member}"),
    ("to", "https://evil.example/"),
];

/// The names of ids in a row: in its path, and in each field that is nothing but an id.
fn names_in(row: &Row) -> Vec<&'static str> {
    let sent = row.fields.unwrap_or_default();
    IDS.into_iter().filter(|id| row.path.contains(id) || sent.iter().any(|(_, value)| value == id)).collect()
}

type Contents = BTreeMap<String, Vec<String>>;

/// What is there, but for drafts: each has their own, and nobody else's can be reached by a key.
async fn without_drafts(scene: &Scene) -> Contents {
    let mut contents = scene.world.contents().await;
    contents.remove("drafts");
    contents
}

#[tokio::test]
async fn no_id_in_the_place_of_another_shows_or_changes_what_is_somebody_elses() {
    let scene = Scene::new().await;
    let before = without_drafts(&scene).await;
    let mut asked = 0;
    for row in rows() {
        for id in names_in(&row) {
            for other in IDS.into_iter().filter(|other| *other != id) {
                // The shop is the outsider's own.
                for who in ["outsider", "leader-b"].into_iter().filter(|who| *who != "outsider" || !other.starts_with("{other_")) {
                    let caller = row.callers()[asked % row.callers().len()];
                    let seen = Seen::of(row.ask(&scene, &mut scene.client(who), caller, Some((id, other))).await);
                    asked += 1;
                    assert!(seen.status < 500, "{who}: {} with {other} for {id}: {seen:?}", row.route);
                    // What was sent may come back: the id itself, in the address of one's own form.
                    let sent = scene.fill(other);
                    let told: Vec<_> = scene.secrets_in(&seen.text).into_iter().filter(|secret| **secret != sent).collect();
                    assert!(told.is_empty(), "{who}: {} with {other} for {id} tells {told:?}", row.route);
                }
            }
        }
        assert!(before == without_drafts(&scene).await, "{} changed something for somebody it should not", row.route);
    }
    assert!(asked > 500, "{asked}");
}

/// What is asked with the id of something that was there, and is deleted, is answered like what never was.
#[tokio::test]
async fn what_was_deleted_is_answered_like_what_never_was() {
    let scene = Scene::new().await;
    for table in [
        "task_comments",
        "case_answers",
        "case_conflicts",
        "document_words",
        "document_versions",
        "documents",
        "earlier_texts",
        "meeting_actions",
        "protocols",
        "meetings",
        "employer_alerts_seen",
        "employer_alerts",
        "case_events",
        "case_entries",
        "note_additions",
        "note_texts",
        "notes",
        "task_comments",
        "tasks",
        "case_outsiders",
        "case_parties",
        "case_participants",
        "cases",
    ] {
        scene.world.run(&format!("DELETE FROM {table}")).await;
    }
    scene.world.run("DELETE FROM import_parts").await;
    scene.world.run("DELETE FROM imports").await;
    let before = scene.world.contents().await;
    let mut asked = 0;
    for row in rows() {
        let gone = names_in(&row)
            .into_iter()
            .filter(|id| ["{case}", "{task}", "{note}", "{document}", "{outsider}", "{meeting}", "{alert}", "{import}"].contains(id));
        for id in gone {
            for caller in row.callers() {
                for who in [row.right.0, "ptv", "leader", "outsider"] {
                    let mut seen: Vec<(u16, _, _)> = Vec::new();
                    for other in [id, &fresh_key()] {
                        let answer = row.ask(&scene, &mut scene.client(who), *caller, Some((id, other))).await;
                        // One task for many cases names those it did not reach; everything else is not found.
                        let expected =
                            if row.outsider == Gets::NotFound { 404 } else { seen.first().map_or(answer.status(), |(status, ..)| *status) };
                        assert_eq!(answer.status(), expected, "{who}: {} {caller:?} with {other} for {id}", row.route);
                        seen.push(fingerprint(&answer));
                    }
                    assert_eq!(seen[0], seen[1], "{who}: {} {caller:?}, {id}", row.route);
                    asked += 1;
                }
            }
        }
    }
    assert!(before == scene.world.contents().await, "something is otherwise");
    assert!(asked > 50, "{asked}");
}

/// A place in a list is a place, not a right: made of others' ids, it shows no more than the list does.
#[tokio::test]
async fn a_place_in_a_list_made_of_anothers_id_shows_nothing_more() {
    let scene = Scene::new().await;
    for who in ["outsider", "narrow", "leader-b", "board"] {
        for template in [
            "/saker?etter={case}~0",
            "/saker?etter={case}~9999999999999",
            "/saker?etter={case}~-1",
            "/saker?etter={health}~x",
            "/saker?sorter=dato&etter={case}~1900-01-01",
            "/saker?sorter=dato&etter={health}~uten",
            "/saker/felles-oppgave?etter={case}~9999999999999",
            "/saker/fil?type={case}",
            "/saker?eier={member}&status=open",
            "/saker?type={case}",
            "/medlemmer?etter={member}~",
            "/medlemmer?arbeidsplass={case}",
            "/medlemmer?arbeidsplass={employer}&etter={protected}~a",
            "/saker/ny?medlem={member}",
            "/saker/ny/{key}/hva?medlem={member}",
            "/saker/ny/{key}/hvem?q=Abelvik",
            "/saker/{case}/moter/nytt?apent=1",
            "/saker/{case}/moter/{meeting}/innkalling?til={member}",
            "/saker/{case}/moter/{meeting}/protokoll?utgave=1&kontroller=1",
            "/innsyn?etter=1~9999999999999",
            "/innsyn?om=20&av=1",
            "/i-dag?case={case}&member={member}",
        ] {
            let path = scene.fill(template);
            let seen = Seen::page(&mut scene.client(who), &path).await;
            assert!(seen.status < 500, "{who} at {template}: {seen:?}");
            let told: Vec<_> = scene.secrets_in(&seen.text).into_iter().filter(|secret| !path.contains(*secret)).collect();
            assert!(told.is_empty(), "{who} at {template} is told {told:?}");
        }
    }
    // The login and the language lead back to places of ours only.
    for to in ["https://evil.example/", "//evil.example", "/\\evil.example", "/innsyn/{member}/oppslag.csv"] {
        let to = scene.fill(to);
        let mut client = scene.client("outsider");
        let tick = [("case", scene.id("case")), ("task", scene.id("task")), ("version", "1"), ("done", "true"), ("to", to.as_str())];
        assert_eq!(Seen::of(client.post_form("/api/tasks/tick", &tick).await).class(), Class::NotFound, "{to}");
        let seen = Seen::of(client.post_form("/sprak", &[("lang", "nb"), ("til", &to)]).await);
        assert!(
            seen.location.as_deref().is_some_and(|to| to.starts_with('/') && !to.starts_with("//") && !to.contains("evil")),
            "{seen:?}"
        );
    }
}

/// What is sent beside what the form has is not read: nobody becomes the owner, or less careful, by a hidden field.
#[tokio::test]
async fn a_field_that_no_form_has_changes_nothing() {
    let (plain, more) = (Scene::new().await, Scene::new().await);
    // The same on both, but for what was added on the one.
    for route in ["/api/notes/add", "/api/tasks/add", "/api/tasks/tick", "/api/cases/new/what", "/api/cases/new/save"] {
        let row = rows().into_iter().find(|row| row.route == route).unwrap();
        let fields: Vec<(&str, String)> =
            row.fields.unwrap().iter().chain(&FOREIGN).map(|(name, value)| (*name, more.fill(value))).collect();
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let seen = Seen::of(more.client("ptv").post_form(route, &fields).await);
        assert_eq!(seen.class(), Class::Done, "{route}: {seen:?}");
        assert!(seen.location.is_some_and(|to| to.starts_with('/') && !to.contains("evil")), "{route}");
        row.ask(&plain, &mut plain.client("ptv"), Caller::Form, None).await;
    }
    for sql in [
        "SELECT c.case_type || ' ' || c.sensitivity || ' ' || c.status || ' ' || o.registry_key || ' ' || u.registry_key FROM cases c JOIN \
         members o ON o.id = c.owner_id JOIN units u ON u.id = c.unit_id ORDER BY c.number",
        "SELECT o.registry_key || ' ' || m.registry_key FROM tasks t JOIN members o ON o.id = t.owner_id JOIN members m ON \
         m.id = t.made_by ORDER BY t.made_at, t.id",
        "SELECT a.registry_key FROM notes n JOIN members a ON a.id = n.author_id ORDER BY n.written_at, n.id",
        "SELECT CAST(count(*) AS text) FROM case_participants",
    ] {
        assert_eq!(more.world.texts(sql).await, plain.world.texts(sql).await, "{sql}");
    }
}
