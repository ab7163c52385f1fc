//! What is refused has no effect: a reader is forbidden to write, and to an outsider the case does not exist.

use std::collections::BTreeMap;

use domain::cases::{CaseFilter, CaseSeen, Sensitivity};
use domain::members::MemberFilter;
use domain::{CaseId, NoteId, TaskId};
use store::{StoreError, Viewer};
use uuid::Uuid;

use crate::cases::{all_cases, key, note, open, opened, task};
use crate::search::all_members;
use crate::union::Union;
use crate::world::{World, both};

/// Everything but who looked and who is logged in.
async fn everything(world: &World) -> BTreeMap<String, Vec<String>> {
    world.contents(&["access_log", "sessions"]).await
}

/// Tries every way to write in a case, and gives the answers.
async fn try_all(world: &World, viewer: &Viewer, case: CaseId, task_id: TaskId, version: i32) -> Vec<Result<(), StoreError>> {
    vec![
        world.store.may_work_on(viewer, case).await,
        world.store.add_note(viewer, case, key(), "note", note("Snik")).await,
        world.store.add_task(viewer, case, key(), "task", task("Snik")).await,
        world.store.add_entry(viewer, case, key(), "contact", &crate::timeline::contact("Snik")).await,
        world.store.add_to_note(viewer, case, NoteId(Uuid::now_v7()), key(), "add", "Snik").await,
        world.store.change_note(viewer, case, NoteId(Uuid::now_v7()), 1, "change", note("Snik")).await.map(drop),
        world.store.tick_task(viewer, case, task_id, true, version).await,
        world.store.tick_task(viewer, case, task_id, true, version + 1).await,
        world.store.tick_task(viewer, case, TaskId(Uuid::now_v7()), true, 1).await,
    ]
}

async fn with_task(world: &World, viewer: &Viewer, sensitivity: Sensitivity) -> (CaseId, TaskId, i32) {
    let case = opened(world, viewer, "m1", sensitivity).await;
    world.store.add_task(viewer, case, key(), "task", task("Ring")).await.unwrap();
    let task = world.whole(viewer, case).await.tasks.remove(0);
    (case, task.id, task.version)
}

both! {
    async fn a_reader_is_forbidden_and_an_outsider_finds_nothing(world: World) {
        world.import(&Union::small()).await;
        let rep = world.viewer("rep").await;
        for sensitivity in Sensitivity::ALL {
            let (case, task_id, version) = with_task(&world, &rep, *sensitivity).await;
            let before = everything(&world).await;
            let may_read = matches!(sensitivity, Sensitivity::General | Sensitivity::Personnel);
            for (who, knows, reads) in [("leader", may_read, may_read), ("officer", may_read, false), ("outsider", false, false)] {
                let viewer = world.viewer(who).await;
                let seen = world.store.case(&viewer, case).await.ok();
                assert_eq!((seen.is_some(), seen.and_then(CaseSeen::whole).is_some()), (knows, reads), "{who}: {sensitivity}");
                for (n, answer) in try_all(&world, &viewer, case, task_id, version).await.into_iter().enumerate() {
                    match answer {
                        Err(StoreError::Forbidden) if knows => {}
                        Err(StoreError::NotFound) if !knows => {}
                        other => panic!("{who}, {sensitivity}, attempt {n}: {other:?}"),
                    }
                }
                assert_eq!(everything(&world).await, before, "{who}: {sensitivity}");
            }
        }
        // And one who may: the same attempts are not refused for another reason.
        let (case, task_id, version) = with_task(&world, &rep, Sensitivity::General).await;
        let answers = try_all(&world, &rep, case, task_id, version).await;
        assert!(answers[..4].iter().all(Result::is_ok), "{answers:?}");
    }

    async fn a_task_is_reached_through_its_own_case_only(world: World) {
        world.import(&Union::small()).await;
        let (rep, leader) = (world.viewer("rep").await, world.viewer("leader").await);
        let own = opened(&world, &rep, "m1", Sensitivity::General).await;
        let (_, task_id, version) = with_task(&world, &leader, Sensitivity::Health).await;
        let before = everything(&world).await;
        let answer = world.store.tick_task(&rep, own, task_id, true, version).await;
        assert!(matches!(answer, Err(StoreError::NotFound)), "{answer:?}");
        assert_eq!(everything(&world).await, before);
    }

    async fn a_case_that_is_refused_leaves_no_trace(world: World) {
        world.import(&Union::small()).await;
        let before = everything(&world).await;
        for (who, about) in [("rep", "m3"), ("outsider", "m1"), ("officer", "m3"), ("leader", "officer")] {
            let viewer = world.viewer(who).await;
            let answer = open(&world, &viewer, about, Sensitivity::General, key()).await;
            assert!(matches!(answer, Err(StoreError::Invalid(_))), "{who} about {about}: {answer:?}");
            let answer = world.store.may_open_case_about(&viewer, world.member_id(about).await).await;
            assert!(matches!(answer, Err(StoreError::Invalid(_))), "{who} about {about}: {answer:?}");
        }
        assert_eq!(everything(&world).await, before);
    }

    async fn with_the_mandate_goes_everything(world: World) {
        let mut union = Union::small();
        union.holds("rep", domain::org::Office::YOUTH, "L2");
        world.import(&union).await;
        let old = world.viewer("rep").await;
        let (case, task_id, version) = with_task(&world, &old, Sensitivity::Health).await;
        let member = world.member_id("m1").await;

        // The representative's office ends, another one that shows nobody goes on: the own case stays, members do not.
        union.mandates.retain(|mandate| !(mandate.member == "rep" && mandate.unit == "C1"));
        world.import(&union).await;
        let rep = world.viewer("rep").await;
        assert!(world.whole(&rep, case).await.may_work);
        assert!(world.whole(&rep, case).await.parties[0].card.is_none(), "the name, but no card");
        assert!(matches!(world.store.member(&rep, member).await, Err(StoreError::NotFound)));
        assert_eq!(all_members(&world, &rep, MemberFilter::default()).await, (0, vec![]));
        assert!(world.store.workplaces(&rep).await.unwrap().is_empty());
        assert!(open(&world, &rep, "m1", Sensitivity::General, key()).await.is_err());
        world.store.tick_task(&rep, case, task_id, true, version).await.unwrap();
    }

    async fn who_takes_part_in_a_case_works_on_it(world: World) {
        world.import(&Union::small()).await;
        let rep = world.viewer("rep").await;
        let (case, task_id, version) = with_task(&world, &rep, Sensitivity::Whistleblowing).await;
        let other = opened(&world, &rep, "m1", Sensitivity::Whistleblowing).await;
        // There is no command for it yet.
        let officer = world.viewer("officer").await;
        let take_part = "INSERT INTO case_participants (case_id, person_id)
            SELECT cases.id, members.id FROM cases, members WHERE number = 1001 AND registry_key = 'officer'";
        world.run(take_part).await;
        let answers = try_all(&world, &officer, case, task_id, version).await;
        assert!(answers[..4].iter().all(Result::is_ok), "{answers:?}");
        assert!(matches!(world.store.case(&officer, other).await, Err(StoreError::NotFound)));
        let (_, _, rows) = all_cases(&world, &officer, CaseFilter::default()).await;
        assert_eq!(rows.iter().map(|row| row.id).collect::<Vec<_>>(), [case]);
    }
}
