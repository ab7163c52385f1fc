//! Forms that are sent again: with the same in them they change nothing, with something else they lose nothing (REL-4, INP-6).

use domain::cases::{About, NewCase, Sensitivity};
use domain::entries::{Decision, Entry};
use domain::meetings::{Record, Step};
use domain::participants::{NewConflict, Whom};
use domain::{CaseId, IdempotencyKey, Lang, MeetingId, NoteId, TaskId};
use store::drafts::Draft;
use store::{StoreError, Viewer};

use crate::cases::{key, note, opened, task, type_of};
use crate::meetings::{called, meeting, point, presented, record, signature, theirs};
use crate::union::{Union, day};
use crate::world::{World, both};

const DRAFT: &str = "the form";

/// A case with something of each kind to add to.
struct Scene {
    rep: Viewer,
    case: CaseId,
    note: NoteId,
    task: TaskId,
    /// Its protocol can be signed.
    meeting: MeetingId,
}

impl Scene {
    async fn new(world: &World) -> Self {
        world.import(&Union::small()).await;
        let rep = world.viewer("rep").await;
        let (case, meeting) = called(world, &rep).await;
        presented(world, &rep, case, meeting).await;
        world.store.add_note(&rep, case, key(), "note", note("Et notat")).await.unwrap();
        world.store.add_task(&rep, case, key(), "task", task("En oppgave")).await.unwrap();
        let note = NoteId(world.rows("SELECT id FROM notes").await[0].try_get_by_index(0).unwrap());
        let task = world.whole(&rep, case).await.tasks[0].id;
        Self { rep, case, note, task, meeting }
    }

    /// Sends a form that carries a key.
    async fn send(&self, world: &World, form: &str, key: IdempotencyKey, text: &str) -> Result<(), StoreError> {
        let (store, rep, case) = (&world.store, &self.rep, self.case);
        match form {
            "note" => store.add_note(rep, case, key, DRAFT, note(text)).await,
            "addition" => store.add_to_note(rep, case, self.note, key, DRAFT, text).await,
            "entry" => {
                let decision = Decision { decided: text.to_owned(), reason: "Fordi".to_owned(), by: "Styret".to_owned() };
                store.add_entry(rep, case, key, DRAFT, &Entry::Decision(decision)).await
            }
            "task" => store.add_task(rep, case, key, DRAFT, task(text)).await,
            "many" => store.add_task_to_many(rep, &[case], key, DRAFT, &task(text)).await.map(drop),
            "comment" => store.comment_on_task(rep, (case, self.task), key, DRAFT, text).await,
            // Those from the other side get another id each time, as when the form has none for them.
            "call" => store.call_meeting(rep, case, key, DRAFT, meeting(text, vec![theirs("Rektor", false)])).await.map(drop),
            "signature" => {
                let version = store.protocol(rep, case, self.meeting, None).await?.version;
                store.note_signature(rep, case, self.meeting, (1, version), key, DRAFT, signature(text)).await
            }
            _ => {
                let about = About::Member(world.member_id("m1").await);
                let (case_type, happened_on) = (type_of(Sensitivity::General), day("2026-03-01"));
                let new = NewCase { case_type, about, happened_on, description: text.to_owned(), answers: Vec::new() };
                store.open_case(rep, key, DRAFT, new, Lang::Nb).await.map(drop)
            }
        }
    }
}

const FORMS: [&str; 9] = ["note", "addition", "entry", "task", "many", "comment", "call", "signature", "case"];

/// Everything but who looked and who is logged in.
async fn everything(world: &World) -> std::collections::BTreeMap<String, Vec<String>> {
    world.contents(&["access_log", "sessions"]).await
}

both! {
    async fn a_key_with_something_else_saves_nothing_and_throws_nothing_away(world: World) {
        let scene = Scene::new(&world).await;
        for form in FORMS {
            let once = key();
            scene.send(&world, form, once, "Først").await.unwrap();
            let before = everything(&world).await;
            scene.send(&world, form, once, "Først").await.unwrap();
            assert_eq!(everything(&world).await, before, "{form}: the same again is one");
            world.store.keep_draft(&scene.rep, DRAFT, &Draft { typed: "Først, og mer", ..Draft::default() }).await.unwrap();
            let before = everything(&world).await;
            let other = scene.send(&world, form, once, "Først, og mer").await;
            assert!(matches!(other, Err(StoreError::OtherBody)), "{form}: {other:?}");
            assert_eq!(everything(&world).await, before, "{form}");
            // With a key of its own it is another.
            scene.send(&world, form, key(), "Først, og mer").await.unwrap();
            let after = everything(&world).await;
            assert!(after != before && after["drafts"].is_empty(), "{form}");
        }
    }

    async fn what_else_was_typed_tells_two_forms_apart_too(world: World) {
        let scene = Scene::new(&world).await;
        let (store, rep, case, once) = (&world.store, &scene.rep, scene.case, key());
        scene.send(&world, "task", once, "Ring").await.unwrap();
        for other in [
            domain::tasks::NewTask { details: Some("Mer".to_owned()), ..task("Ring") },
            domain::tasks::NewTask { due: Some(day("2026-03-20")), ..task("Ring") },
        ] {
            assert!(matches!(store.add_task(rep, case, once, DRAFT, other).await, Err(StoreError::OtherBody)));
        }
        scene.send(&world, "note", once, "Ring").await.unwrap();
        let hidden = domain::notes::NewNote { kind: domain::notes::NoteKind::Private, ..note("Ring") };
        assert!(matches!(store.add_note(rep, case, once, DRAFT, hidden).await, Err(StoreError::OtherBody)));
    }

    async fn a_change_that_is_saved_already_is_saved_and_no_conflict(world: World) {
        world.import(&Union::small()).await;
        let rep = world.viewer("rep").await;
        let (case, id) = called(&world, &rep).await;
        let (store, number) = (&world.store, world.store.begin_protocol(&rep, case, id, key()).await.unwrap());
        let change = async |text: &str| store.change_meeting(&rep, case, id, 1, DRAFT, meeting(text, vec![theirs("Vitne", true)])).await;
        let same_record = record("Likt");
        let written = async |record: &Record| store.record_meeting(&rep, case, id, 2, DRAFT, record).await;
        let step = async |text: &str| store.save_protocol_step(&rep, case, id, (number, 1), DRAFT, Step::Point(1), &point(text)).await;
        let actions = domain::meetings::ActionTyped { what: "Sende turnus".to_owned(), ..domain::meetings::ActionTyped::default() };
        let actions = domain::meetings::StepTyped { actions: vec![actions], ..domain::meetings::StepTyped::default() };
        let do_it = async || store.save_protocol_step(&rep, case, id, (number, 2), DRAFT, Step::Actions, &actions).await;
        change("Likt").await.unwrap();
        written(&same_record).await.unwrap();
        assert_eq!((step("Likt").await.unwrap(), do_it().await.unwrap()), (1, 1));
        store.keep_draft(&rep, DRAFT, &Draft { typed: "x", ..Draft::default() }).await.unwrap();
        let mut before = everything(&world).await;
        change("Likt").await.unwrap();
        // The draft goes with what was saved, and nothing else is otherwise.
        before.insert("drafts".to_owned(), Vec::new());
        // The same to do has another id when the form had none for it.
        for again in [&same_record, &record("Likt")] {
            written(again).await.unwrap();
        }
        assert_eq!((step("Likt").await.unwrap(), do_it().await.unwrap()), (1, 1));
        assert_eq!(everything(&world).await, before);
        for (what, stale) in [
            ("call", change("Ulikt").await),
            ("minutes", written(&record("Ulikt")).await),
            ("protocol", step("Ulikt").await.map(drop)),
        ] {
            assert!(matches!(stale, Err(StoreError::Conflict)), "{what}: {stale:?}");
        }
        assert_eq!(everything(&world).await, before);
    }

    async fn whoever_gave_a_case_away_is_known_until_somebody_else_owns_it_or_they_are_kept_out(world: World) {
        let mut union = Union::small();
        union.member("deputy", "L1");
        union.works("deputy", 11);
        union.holds("deputy", domain::org::Office::CLUB_DEPUTY, "C1");
        world.import(&union).await;
        let (rep, deputy, leader) = (world.viewer("rep").await, world.viewer("deputy").await, world.viewer("leader").await);
        let case = opened(&world, &rep, "m1", Sensitivity::Health).await;
        let given = async |who: &Viewer, to: &Viewer| world.store.has_given_case(who, case, to.person()).await.unwrap();
        assert!(!given(&rep, &rep).await && !given(&rep, &deputy).await);
        world.store.give_case(&rep, case, deputy.person(), false).await.unwrap();
        assert!(matches!(world.store.case(&rep, case).await, Err(StoreError::NotFound)));
        assert!(given(&rep, &deputy).await);
        assert!(!given(&leader, &deputy).await && !given(&deputy, &deputy).await && !given(&rep, &leader).await);
        let kept_out = NewConflict { whom: Whom::Person(rep.person()), reason: "Part i saken".to_owned() };
        world.store.keep_out(&deputy, case, kept_out).await.unwrap();
        assert!(!given(&rep, &deputy).await, "there is no such case for them");
        world.store.let_in(&deputy, case, &Whom::Person(rep.person())).await.unwrap();
        world.store.give_case(&deputy, case, rep.person(), true).await.unwrap();
        assert!(!given(&rep, &deputy).await && given(&deputy, &rep).await);
    }
}
