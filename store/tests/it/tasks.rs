//! Tasks: given to others, coming again, talked about, changed by two at once, dropped.

use domain::cases::{CaseView, Sensitivity};
use domain::tasks::{NewTask, Repeat, TaskView};
use domain::{CaseId, Code, Field, TaskId};
use store::{StoreError, Viewer};
use uuid::Uuid;

use crate::cases::{key, opened, task, told};
use crate::union::{Union, day, in_days};
use crate::world::{World, both};

/// A case of the representative's in which the officer takes part, with a task of the representative's.
async fn shared(world: &World) -> (Viewer, Viewer, CaseId, TaskId) {
    world.import(&Union::small()).await;
    let (rep, officer) = (world.viewer("rep").await, world.viewer("officer").await);
    let case = opened(world, &rep, "m1", Sensitivity::Whistleblowing).await;
    world.take_part(case, officer.person()).await;
    world.store.add_task(&rep, case, key(), "task", task("Ring")).await.unwrap();
    let id = open_tasks(&world.whole(&rep, case).await)[0];
    (rep, officer, case, id)
}

fn open_tasks(case: &CaseView) -> Vec<TaskId> {
    case.tasks.iter().filter(|task| !task.done).map(|task| task.id).collect()
}

/// What somebody has to do today.
async fn today(world: &World, viewer: &Viewer) -> Vec<String> {
    world.store.today(viewer).await.unwrap().tasks.into_iter().map(|task| task.title).collect()
}

async fn seen(world: &World, viewer: &Viewer, case: CaseId, id: TaskId) -> TaskView {
    world.store.task(viewer, case, id).await.unwrap()
}

fn due(title: &str, on: &str, repeat: Repeat) -> NewTask {
    NewTask { due: Some(day(on)), repeat, ..task(title) }
}

/// Everything but who looked and who is logged in.
async fn everything(world: &World) -> std::collections::BTreeMap<String, Vec<String>> {
    world.contents(&["access_log", "sessions"]).await
}

both! {
    async fn a_task_is_given_to_whoever_works_on_the_case_and_to_nobody_else(world: World) {
        let (rep, officer, case, id) = shared(&world).await;
        let leader = world.viewer("leader").await;
        assert_eq!((today(&world, &rep).await, today(&world, &officer).await), (vec!["Ring".to_owned()], vec![]));
        let given = |to: &Viewer| NewTask { owner: Some(to.person()), ..task("Ring") };
        world.store.change_task(&rep, case, id, 1, "change", given(&officer)).await.unwrap();
        assert_eq!((today(&world, &rep).await, today(&world, &officer).await), (vec![], vec!["Ring".to_owned()]));
        world.store.add_task(&officer, case, key(), "task", given(&rep)).await.unwrap();
        assert_eq!(today(&world, &rep).await, ["Ring"]);
        let view = world.whole(&rep, case).await;
        assert!(told(&view)[2].contains("owner: Some((\"Kari rep\", \"Kari officer\"))"), "{:?}", told(&view));
        assert_eq!(told(&view)[3], "made for Kari rep: Ring");
        let names: Vec<_> = world.store.workers_on(&officer, case).await.unwrap().into_iter().map(|worker| worker.name).collect();
        assert_eq!(names, ["Kari officer", "Kari rep"]);

        let before = everything(&world).await;
        for answer in [
            world.store.add_task(&rep, case, key(), "task", given(&leader)).await,
            world.store.change_task(&rep, case, id, 2, "change", given(&leader)).await,
        ] {
            let Err(StoreError::Invalid(errors)) = answer else { panic!("{answer:?}") };
            assert_eq!(errors.of(Field::TaskOwner), Some(Code::NotOffered));
        }
        assert_eq!(everything(&world).await, before);
        // Nobody else learns who works on the case.
        for who in ["leader", "outsider"] {
            assert!(matches!(world.store.workers_on(&world.viewer(who).await, case).await, Err(StoreError::NotFound)));
        }
    }

    async fn who_may_no_longer_see_the_case_sees_its_tasks_nowhere(world: World) {
        let (rep, officer, case, id) = shared(&world).await;
        world.store.change_task(&rep, case, id, 1, "change", NewTask { owner: Some(officer.person()), ..task("Ring") }).await.unwrap();
        world.store.comment_on_task(&officer, (case, id), key(), "comment", "Ringte i går").await.unwrap();
        assert_eq!((today(&world, &officer).await.len(), seen(&world, &officer, case, id).await.mine), (1, true));
        world.run("DELETE FROM case_participants").await;
        let before = everything(&world).await;
        assert!(today(&world, &officer).await.is_empty());
        let change = task("Noe annet");
        let answers = [
            world.store.task(&officer, case, id).await.map(drop),
            world.store.task_now(&officer, case, id).await.map(drop),
            world.store.may_work_on_task(&officer, case, id).await,
            world.store.workers_on(&officer, case).await.map(drop),
            world.store.change_task(&officer, case, id, 2, "change", change).await,
            world.store.comment_on_task(&officer, (case, id), key(), "comment", "Fortsatt her").await,
            world.store.drop_task(&officer, (case, id), 2, "drop", "Fordi").await,
            world.store.tick_task(&officer, case, id, true, 2).await,
        ];
        for (n, answer) in answers.into_iter().enumerate() {
            assert!(matches!(answer, Err(StoreError::NotFound)), "attempt {n}: {answer:?}");
        }
        assert_eq!(everything(&world).await, before);
        // It stays with whoever has it until somebody else is given it; and comes again for somebody who is there.
        let now = world.store.task_now(&rep, case, id).await.unwrap();
        assert_eq!((now.owner.as_str(), now.workers.len()), ("Kari officer", 2));
        let weekly = due("Ring", "2026-03-12", Repeat::Weekly);
        world.store.change_task(&rep, case, id, 2, "change", weekly).await.unwrap();
        world.store.tick_task(&rep, case, id, true, 3).await.unwrap();
        assert_eq!(today(&world, &rep).await, ["Ring"]);
    }

    async fn one_who_reads_the_case_reads_its_tasks_and_changes_nothing(world: World) {
        world.import(&Union::small()).await;
        let (rep, leader) = (world.viewer("rep").await, world.viewer("leader").await);
        let (case, other) = (opened(&world, &rep, "m1", Sensitivity::General).await, opened(&world, &rep, "m2", Sensitivity::General).await);
        world.store.add_task(&rep, case, key(), "task", NewTask { details: Some("Mer".to_owned()), ..task("Ring") }).await.unwrap();
        let id = open_tasks(&world.whole(&rep, case).await)[0];
        let view = seen(&world, &leader, case, id).await;
        assert_eq!((view.title.as_str(), view.details.as_deref(), view.may_work, view.mine), ("Ring", Some("Mer"), false, false));
        let before = everything(&world).await;
        let attempts = [
            world.store.task_now(&leader, case, id).await.map(drop),
            world.store.may_work_on_task(&leader, case, id).await,
            world.store.change_task(&leader, case, id, 1, "change", task("Snik")).await,
            world.store.comment_on_task(&leader, (case, id), key(), "comment", "Snik").await,
            world.store.drop_task(&leader, (case, id), 1, "drop", "Snik").await,
        ];
        for (n, answer) in attempts.into_iter().enumerate() {
            assert!(matches!(answer, Err(StoreError::Forbidden)), "attempt {n}: {answer:?}");
        }
        // And a task is reached through its own case only.
        let attempts = [
            world.store.task(&rep, other, id).await.map(drop),
            world.store.task_now(&rep, other, id).await.map(drop),
            world.store.may_work_on_task(&rep, other, id).await,
            world.store.change_task(&rep, other, id, 1, "change", task("Snik")).await,
            world.store.comment_on_task(&rep, (other, id), key(), "comment", "Snik").await,
            world.store.drop_task(&rep, (other, id), 1, "drop", "Snik").await,
            world.store.comment_on_task(&rep, (case, TaskId(Uuid::now_v7())), key(), "comment", "Snik").await,
        ];
        for (n, answer) in attempts.into_iter().enumerate() {
            assert!(matches!(answer, Err(StoreError::NotFound)), "attempt {n}: {answer:?}");
        }
        assert_eq!(everything(&world).await, before);
    }

    async fn a_change_of_an_old_version_is_a_conflict_unless_it_is_as_it_is(world: World) {
        let (rep, officer, case, id) = shared(&world).await;
        let changed = due("Ring rektor", "2026-03-20", Repeat::Never);
        world.clock.advance_seconds(60);
        world.store.change_task(&officer, case, id, 1, "change", changed.clone()).await.unwrap();
        let view = seen(&world, &rep, case, id).await;
        assert_eq!((view.title.as_str(), view.due, view.version), ("Ring rektor", Some(day("2026-03-20")), 2));
        assert_eq!(view.changed, Some((world.clock.now(), "Kari officer".to_owned())));
        let before = everything(&world).await;
        for version in [1, 0, 3] {
            let stale = world.store.change_task(&rep, case, id, version, "change", task("Ring lærer")).await;
            assert!(matches!(stale, Err(StoreError::Conflict)), "{stale:?}");
        }
        // The same form sent twice, and two who typed the very same.
        world.store.change_task(&officer, case, id, 1, "change", changed.clone()).await.unwrap();
        world.store.change_task(&rep, case, id, 1, "change", changed).await.unwrap();
        assert_eq!(everything(&world).await, before);
        world.store.change_task(&rep, case, id, 2, "change", task("Ring lærer")).await.unwrap();
        let lines = told(&world.whole(&rep, case).await);
        assert!(lines[3].contains("title: Some((\"Ring rektor\", \"Ring lærer\"))") && lines.len() == 4, "{lines:?}");
    }

    async fn of_many_who_change_it_at_once_one_does(world: World) {
        let (rep, officer, case, id) = shared(&world).await;
        let attempts = (0..6).map(|n| {
            let who = if n % 2 == 0 { &rep } else { &officer };
            world.store.change_task(who, case, id, 1, "change", task(&format!("Utgave {n}")))
        });
        let answers = futures::future::join_all(attempts).await;
        let (done, refused): (Vec<_>, Vec<_>) = answers.into_iter().partition(Result::is_ok);
        assert!(refused.iter().all(|answer| matches!(answer, Err(StoreError::Conflict))), "{refused:?}");
        assert_eq!((done.len(), seen(&world, &rep, case, id).await.version, world.count("case_events").await), (1, 2, 3));
    }

    async fn what_comes_again_is_made_once_when_the_one_before_is_done(world: World) {
        let (rep, officer, case, first) = shared(&world).await;
        let monthly = NewTask { owner: Some(officer.person()), details: Some("Mer".to_owned()), ..due("Tell opp", "2026-01-31", Repeat::Monthly) };
        world.store.change_task(&rep, case, first, 1, "change", monthly).await.unwrap();
        world.store.tick_task(&rep, case, first, true, 2).await.unwrap();
        let open = open_tasks(&world.whole(&rep, case).await);
        assert_eq!(open.len(), 1);
        let next = seen(&world, &officer, case, open[0]).await;
        // It is 12 March: the one at the end of February is over.
        assert_eq!((next.title.as_str(), next.details.as_deref(), next.due), ("Tell opp", Some("Mer"), Some(day("2026-03-31"))));
        assert_eq!((next.repeat, next.mine, next.version), (Repeat::Monthly, true, 1));
        // Ticked twice, taken back and ticked again: still one.
        world.store.tick_task(&rep, case, first, true, 2).await.unwrap();
        world.store.tick_task(&rep, case, first, false, 3).await.unwrap();
        world.store.tick_task(&rep, case, first, true, 4).await.unwrap();
        assert_eq!(open_tasks(&world.whole(&rep, case).await), open);
        // A short month, and then the day it was given for.
        world.store.tick_task(&rep, case, open[0], true, 1).await.unwrap();
        let second = open_tasks(&world.whole(&rep, case).await);
        assert_eq!(seen(&world, &rep, case, second[0]).await.due, Some(day("2026-04-30")));
        world.store.tick_task(&rep, case, second[0], true, 1).await.unwrap();
        let third = open_tasks(&world.whole(&rep, case).await);
        assert_eq!(seen(&world, &rep, case, third[0]).await.due, Some(day("2026-05-31")));
        // Dropped: nothing comes after it.
        world.store.drop_task(&rep, (case, third[0]), 1, "drop", "Ikke mer").await.unwrap();
        assert!(open_tasks(&world.whole(&rep, case).await).is_empty());
    }

    async fn a_dropped_task_stays_with_its_reason_and_can_be_taken_up_again(world: World) {
        let (rep, officer, case, id) = shared(&world).await;
        for _ in 0..2 {
            world.store.drop_task(&officer, (case, id), 1, "drop", "De har svart").await.unwrap();
        }
        let view = seen(&world, &rep, case, id).await;
        let closed = view.closed.unwrap();
        assert_eq!((closed.by.as_str(), closed.dropped.as_deref(), view.version), ("Kari officer", Some("De har svart"), 2));
        assert!(today(&world, &rep).await.is_empty());
        let row = world.whole(&rep, case).await.tasks.remove(0);
        assert_eq!((row.done, row.dropped), (true, true));
        let ticked = world.store.tick_task(&rep, case, id, true, 2).await;
        assert!(matches!(ticked, Err(StoreError::Conflict)), "{ticked:?}");
        world.store.tick_task(&rep, case, id, false, 2).await.unwrap();
        assert_eq!(seen(&world, &rep, case, id).await.closed, None);
        assert_eq!(today(&world, &rep).await, ["Ring"]);
        let stale = world.store.drop_task(&rep, (case, id), 2, "drop", "Likevel").await;
        assert!(matches!(stale, Err(StoreError::Conflict)), "{stale:?}");
        assert_eq!(told(&world.whole(&rep, case).await)[2..], ["dropped: Ring, De har svart", "not done: Ring"]);
    }

    async fn a_comment_is_said_once_and_stands_in_the_timeline(world: World) {
        let (rep, officer, case, id) = shared(&world).await;
        let (once, draft) = (key(), "comment");
        for _ in 0..2 {
            world.store.comment_on_task(&officer, (case, id), once, draft, "Ringte").await.unwrap();
        }
        world.clock.advance_seconds(60);
        world.store.comment_on_task(&rep, (case, id), once, draft, "Takk").await.unwrap();
        world.store.add_task(&rep, case, key(), "task", task("En annen")).await.unwrap();
        let other = open_tasks(&world.whole(&rep, case).await)[1];
        let elsewhere = world.store.comment_on_task(&rep, (case, other), once, draft, "Takk").await;
        assert!(matches!(elsewhere, Err(StoreError::Conflict)), "{elsewhere:?}");
        let view = seen(&world, &rep, case, id).await;
        let said: Vec<_> = view.comments.iter().map(|comment| (comment.by.as_str(), comment.body.as_str())).collect();
        assert_eq!(said, [("Kari officer", "Ringte"), ("Kari rep", "Takk")]);
        assert!(view.comments[0].at < view.comments[1].at);
        assert_eq!(told(&world.whole(&rep, case).await)[2..4], ["said of Ring: Ringte", "said of Ring: Takk"]);
        assert!(seen(&world, &rep, case, other).await.comments.is_empty());
    }

    async fn what_is_written_in_tasks_is_sealed_and_erased_with_the_case(world: World) {
        let (rep, _, case, id) = shared(&world).await;
        let number = world.whole(&rep, case).await.number;
        let canary = NewTask { details: Some("CANARYdetails".to_owned()), due: Some(in_days(1)), ..task("CANARYtitle") };
        world.store.change_task(&rep, case, id, 1, "change", canary).await.unwrap();
        world.store.comment_on_task(&rep, (case, id), key(), "comment", "CANARYcomment").await.unwrap();
        world.store.drop_task(&rep, (case, id), 2, "drop", "CANARYreason").await.unwrap();
        assert!(world.holds(b"task_dropped").await, "the search finds what is there");
        assert!(!world.holds(b"CANARY").await);
        let view = seen(&world, &rep, case, id).await;
        assert_eq!((view.details.as_deref(), view.comments[0].body.as_str()), (Some("CANARYdetails"), "CANARYcomment"));
        world.store.erase_case(number).await.unwrap();
        assert!(matches!(world.store.task(&rep, case, id).await, Err(StoreError::Forbidden)));
        assert!(today(&world, &rep).await.is_empty());
    }
}
