//! Notes: who sees which, how long one may be changed, what stays of it, and many who write at once.

use std::collections::{BTreeMap, BTreeSet};

use domain::cases::{Happening, Sensitivity, TimelinePart};
use domain::notes::{CHANGE_SECONDS, NewNote, NoteKind, NoteView};
use domain::{CaseId, Code, Field, NoteId};
use futures::future::join_all;
use store::drafts::Draft;
use store::notes::Changed;
use store::{StoreError, Viewer};
use uuid::Uuid;

use crate::cases::{key, note, opened, told};
use crate::union::Union;
use crate::world::{World, both};

fn of_kind(body: &str, kind: NoteKind) -> NewNote {
    NewNote { kind, ..note(body) }
}

/// Adds a note; its id.
async fn added(world: &World, viewer: &Viewer, case: CaseId, new: NewNote) -> NoteId {
    world.store.add_note(viewer, case, key(), "note", new).await.unwrap();
    let rows = world.rows("SELECT id FROM notes ORDER BY id DESC LIMIT 1").await;
    NoteId(rows[0].try_get_by_index(0).unwrap())
}

async fn change(world: &World, viewer: &Viewer, at: (CaseId, NoteId, i32), new: NewNote) -> Result<Changed, StoreError> {
    world.store.change_note(viewer, at.0, at.1, at.2, "change", new).await
}

async fn seen(world: &World, viewer: &Viewer, case: CaseId, id: NoteId) -> NoteView {
    world.store.note(viewer, case, id).await.unwrap()
}

/// A case in which the representative and the leader both work.
async fn shared_case(world: &World) -> (Viewer, Viewer, CaseId) {
    world.import(&Union::small()).await;
    let (rep, leader) = (world.viewer("rep").await, world.viewer("leader").await);
    let case = opened(world, &rep, "m1", Sensitivity::General).await;
    world.take_part(case, world.member_id("leader").await).await;
    (rep, leader, case)
}

async fn case_version(world: &World) -> String {
    world.texts("SELECT CAST(version AS text) FROM cases ORDER BY number LIMIT 1").await.remove(0)
}

both! {
    async fn a_private_note_is_its_authors_alone_in_every_reader(world: World) {
        let (rep, leader, case) = shared_case(&world).await;
        let before = world.contents(&["access_log", "sessions", "notes"]).await;
        let id = added(&world, &rep, case, of_kind("CANARY-kladd", NoteKind::Private)).await;
        assert_eq!(world.contents(&["access_log", "sessions", "notes"]).await, before, "nothing else tells of it, not even the case's version");
        assert!(!world.holds(b"CANARY").await);
        let own = world.whole(&rep, case).await;
        assert_eq!((own.private_notes.len(), own.private_notes[0].body.as_str()), (1, "CANARY-kladd"));
        assert_eq!(told(&own), ["opened"]);
        assert!(seen(&world, &rep, case, id).await.may_change);
        // Somebody else who works on the very same case.
        let others = world.whole(&leader, case).await;
        assert!(others.may_work && others.private_notes.is_empty());
        let timeline = world.store.timeline(&leader, case, None, None).await.unwrap();
        assert!(!format!("{others:?}{timeline:?}").contains("CANARY"));
        let hidden = |result: Result<String, StoreError>| assert!(matches!(result, Err(StoreError::NotFound)), "{result:?}");
        for id in [id, NoteId(Uuid::now_v7())] {
            hidden(world.store.note(&leader, case, id).await.map(|note| note.body));
            hidden(world.store.note_to_change(&leader, case, id).await.map(|note| note.body));
            hidden(world.store.note_to_add_to(&leader, case, id).await.map(|note| note.body));
            hidden(change(&world, &leader, (case, id, 1), note("Mitt")).await.map(|changed| format!("{changed:?}")));
            hidden(world.store.add_to_note(&leader, case, id, key(), "add", "Mitt").await.map(|()| String::new()));
        }
        // Adding to it would tell of it.
        let own = world.store.add_to_note(&rep, case, id, key(), "add", "Mer").await;
        assert!(matches!(own, Err(StoreError::Forbidden)), "{own:?}");
    }

    async fn a_private_note_is_changed_freely_and_leaves_nothing_of_itself_when_it_is_shown(world: World) {
        let (rep, leader, case) = shared_case(&world).await;
        let id = added(&world, &rep, case, of_kind("Første tanke", NoteKind::Private)).await;
        world.clock.advance_seconds(5 * CHANGE_SECONDS);
        let rep = { drop(rep); world.viewer("rep").await };
        assert_eq!(change(&world, &rep, (case, id, 1), of_kind("Andre tanke", NoteKind::Private)).await.unwrap(), Changed::Saved);
        assert_eq!(case_version(&world).await, "1");
        assert_eq!(change(&world, &rep, (case, id, 2), of_kind("Ferdig", NoteKind::Shared)).await.unwrap(), Changed::Saved);
        let leader = { drop(leader); world.viewer("leader").await };
        let view = seen(&world, &leader, case, id).await;
        assert_eq!((view.body.as_str(), view.kind, view.earlier.len(), view.changed_at), ("Ferdig", NoteKind::Shared, 0, None));
        assert_eq!(view.written_at, world.clock.now(), "it is as old as others have seen it");
        assert_eq!((world.count("note_texts").await, case_version(&world).await.as_str()), (0, "2"));
        assert_eq!(told(&world.whole(&leader, case).await), ["opened", "note: Ferdig"]);
        assert!(world.whole(&rep, case).await.private_notes.is_empty());
        // What others have seen is not hidden again.
        let hidden = change(&world, &rep, (case, id, 3), of_kind("Ferdig", NoteKind::Private)).await;
        assert!(matches!(hidden, Err(StoreError::Invalid(errors)) if errors.of(Field::NoteKind) == Some(Code::NotOffered)));
    }

    async fn a_change_keeps_what_stood_there_and_after_a_day_there_is_none(world: World) {
        let (rep, leader, case) = shared_case(&world).await;
        let id = added(&world, &rep, case, note("Møtet er torsdag")).await;
        let written = world.clock.now();
        world.clock.advance_seconds(60);
        world.store.keep_draft(&rep, "change", &Draft { typed: "x", ..Draft::default() }).await.unwrap();
        assert_eq!(change(&world, &rep, (case, id, 1), note("Møtet er fredag")).await.unwrap(), Changed::Saved);
        assert_eq!((world.count("drafts").await, case_version(&world).await.as_str()), (0, "3"));
        let fixed = world.clock.now();
        world.clock.advance_seconds(60);
        // Only who sees it: no new text, and no word of a change.
        assert_eq!(change(&world, &rep, (case, id, 2), of_kind("Møtet er fredag", NoteKind::Shared)).await.unwrap(), Changed::Saved);
        let view = seen(&world, &leader, case, id).await;
        assert_eq!((view.body.as_str(), view.version, view.changed_at, view.by.as_str()), ("Møtet er fredag", 3, Some(fixed), "Kari rep"));
        assert_eq!((view.earlier.len(), view.earlier[0].body.as_str(), view.earlier[0].from, view.earlier[0].until), (1, "Møtet er torsdag", written, fixed));
        assert!(!view.mine && !view.may_change && view.may_add);
        // Nobody but the author changes it, whatever they may do with the case.
        let before = world.contents(&["access_log", "sessions"]).await;
        let others = change(&world, &leader, (case, id, 3), note("Møtet er avlyst")).await;
        assert!(matches!(others, Err(StoreError::Forbidden)), "{others:?}");
        world.clock.advance_seconds(CHANGE_SECONDS);
        let rep = { drop(rep); world.viewer("rep").await };
        let before = { drop(before); world.contents(&["access_log", "sessions"]).await };
        assert_eq!(change(&world, &rep, (case, id, 3), note("For sent")).await.unwrap(), Changed::TooLate);
        assert!(!seen(&world, &rep, case, id).await.may_change);
        assert_eq!(world.contents(&["access_log", "sessions"]).await, before);
        // Then it is added to, by whoever works on the case.
        let (once, leader) = (key(), world.viewer("leader").await);
        for _ in 0..2 {
            world.store.add_to_note(&leader, case, id, once, "add", "Flyttet til mandag").await.unwrap();
        }
        world.store.add_to_note(&rep, case, id, key(), "add", "Rom 2").await.unwrap();
        let view = seen(&world, &rep, case, id).await;
        let additions: Vec<_> = view.additions.iter().map(|addition| (addition.by.as_str(), addition.body.as_str())).collect();
        assert_eq!(additions, [("Kari leader", "Flyttet til mandag"), ("Kari rep", "Rom 2")]);
        assert_eq!(view.body, "Møtet er fredag");
        assert_eq!(told(&world.whole(&rep, case).await), ["opened", "note: Møtet er fredag", "added: Flyttet til mandag", "added: Rom 2"]);
        let other = added(&world, &leader, case, note("Et annet")).await;
        let conflict = world.store.add_to_note(&leader, case, other, once, "add", "Et annet sted").await;
        assert!(matches!(conflict, Err(StoreError::Conflict)), "{conflict:?}");
    }

    async fn a_change_of_an_old_version_saves_nothing(world: World) {
        let (rep, _, case) = shared_case(&world).await;
        let id = added(&world, &rep, case, note("En")).await;
        assert_eq!(change(&world, &rep, (case, id, 1), note("To")).await.unwrap(), Changed::Saved);
        let before = world.contents(&["access_log", "sessions"]).await;
        assert_eq!(change(&world, &rep, (case, id, 1), note("Tre")).await.unwrap(), Changed::Stale);
        assert_eq!(change(&world, &rep, (case, id, 3), note("Tre")).await.unwrap(), Changed::Stale);
        assert_eq!(change(&world, &rep, (case, id, 1), note("To")).await.unwrap(), Changed::Saved, "the same change sent twice is one");
        assert_eq!(world.contents(&["access_log", "sessions"]).await, before);
    }

    async fn many_writers_lose_nothing_and_versions_rise(world: World) {
        let (rep, leader, case) = shared_case(&world).await;
        let id = added(&world, &rep, case, note("Utgave 1")).await;
        let tabs = join_all((0..6).map(|tab| {
            let (world, rep) = (&world, &rep);
            async move {
                let mut saved = Vec::new();
                for n in 0..5 {
                    let version = world.store.note(rep, case, id).await.unwrap().version;
                    let text = format!("Fane {tab}, endring {n}");
                    match change(world, rep, (case, id, version), note(&text)).await.unwrap() {
                        Changed::Saved => saved.push((version, text)),
                        Changed::Stale => {}
                        Changed::TooLate => panic!("it is the same minute"),
                    }
                }
                saved
            }
        }));
        let notes = join_all((0..15).map(|n| {
            let who = if n % 2 == 0 { &rep } else { &leader };
            let new = note(&format!("Notat {n}"));
            world.store.add_note(who, case, key(), "note", new)
        }));
        let additions = join_all((0..10).map(|n| {
            let (world, who) = (&world, if n % 2 == 0 { &rep } else { &leader });
            async move { world.store.add_to_note(who, case, id, key(), "add", &format!("Tillegg {n}")).await }
        }));
        let (saved, notes, additions) = tokio::join!(tabs, notes, additions);
        notes.into_iter().chain(additions).for_each(|answer| answer.unwrap());

        // Each change that was answered "saved" is one step, from the version that its writer saw to the next.
        let all: Vec<(i32, String)> = saved.into_iter().flatten().collect();
        let steps: BTreeMap<i32, String> = all.iter().cloned().collect();
        assert_eq!(steps.len(), all.len(), "two were saved on top of one version");
        let count = i32::try_from(steps.len()).unwrap();
        assert_eq!(steps.keys().copied().collect::<Vec<_>>(), (1..=count).collect::<Vec<_>>());
        let view = seen(&world, &leader, case, id).await;
        let texts: Vec<String> = std::iter::once("Utgave 1".to_owned()).chain(steps.into_values()).collect();
        let kept: Vec<String> = view.earlier.iter().rev().map(|text| text.body.clone()).chain([view.body.clone()]).collect();
        assert_eq!((kept, view.version), (texts, count + 1));
        assert_eq!(view.additions.iter().map(|addition| &addition.body).collect::<BTreeSet<_>>().len(), 10);
        let page = world.store.timeline(&leader, case, Some(TimelinePart::Notes), None).await.unwrap();
        let bodies: BTreeSet<_> =
            page.entries.iter().filter_map(|line| if let Happening::Note { body, .. } = &line.what { Some(body) } else { None }).collect();
        assert_eq!((bodies.len(), page.entries.len()), (16, 26));
        // Opened, 16 notes, 10 additions, and the changes: each raised the case's version by one.
        assert_eq!(case_version(&world).await, (1 + 16 + 10 + count).to_string());
    }
}
