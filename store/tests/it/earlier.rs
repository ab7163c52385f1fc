//! What stood in a meeting, its minutes, its protocol and a task before somebody changed it (REL-3).

use domain::cases::Sensitivity;
use domain::meetings::{Record, Step, StepTyped};
use domain::tasks::NewTask;
use domain::{CaseId, Earlier, MeetingId, TaskId, Timestamp};
use sea_orm::{ConnectionTrait, Statement};
use store::{StoreError, Viewer};
use uuid::Uuid;

use crate::cases::{key, opened, task};
use crate::meetings::{called, meeting, point, record, signature, theirs};
use crate::union::Union;
use crate::world::{World, both};

/// A case in which the representative and the officer work, with a meeting and a protocol that is begun.
async fn shared(world: &World) -> (Viewer, Viewer, CaseId, MeetingId) {
    world.import(&Union::small()).await;
    let rep = world.viewer("rep").await;
    let (case, id) = called(world, &rep).await;
    let officer = world.viewer("officer").await;
    world.take_part(case, officer.person()).await;
    world.store.begin_protocol(&rep, case, id, key()).await.unwrap();
    (rep, world.viewer("officer").await, case, id)
}

/// Another has changed it first; having seen that, this one saves over it all the same, a minute later.
async fn over<R>(world: &World, stale: Result<R, StoreError>, save: impl Future<Output = Result<R, StoreError>>) -> Timestamp {
    assert!(matches!(stale, Err(StoreError::Conflict)));
    world.clock.advance_seconds(60);
    save.await.unwrap();
    world.clock.now()
}

fn with_details(details: &str) -> NewTask {
    NewTask { details: Some(details.to_owned()).filter(|details| !details.is_empty()), ..task("Ring") }
}

/// By whom and when each was changed.
fn changed<T>(earlier: &[Earlier<T>]) -> Vec<(&str, Timestamp)> {
    earlier.iter().map(|one| (one.changed_by.as_str(), one.until)).collect()
}

async fn made(world: &World, viewer: &Viewer, case: CaseId, details: &str) -> TaskId {
    world.store.add_task(viewer, case, key(), "task", with_details(details)).await.unwrap();
    world.whole(viewer, case).await.tasks[0].id
}

both! {
    async fn of_two_who_call_a_meeting_and_write_its_minutes_both_texts_are_there(world: World) {
        let (rep, officer, case, id) = shared(&world).await;
        let store = &world.store;
        let change = async |who: &Viewer, version, text: &str| {
            store.change_meeting(who, case, id, version, "call", meeting(text, vec![theirs(text, false)])).await
        };
        change(&rep, 1, "Min").await.unwrap();
        let begun = world.clock.now();
        let at = over(&world, change(&officer, 1, "Din").await, change(&officer, 2, "Din")).await;
        let seen = store.meeting(&rep, case, id).await.unwrap();
        assert_eq!((seen.row.place.as_str(), seen.attendees[0].name.as_str(), seen.version), ("Din sted", "Din", 3));
        assert_eq!(changed(&seen.earlier_calls), [("Kari officer", at), ("Kari rep", begun)]);
        let was: Vec<_> = seen.earlier_calls.iter().map(|one| (one.was.place.as_str(), one.was.attendees.last().unwrap().name.as_str())).collect();
        assert_eq!(was, [("Min sted", "Min"), ("Møtet sted", "Rektor")]);

        let write = async |who: &Viewer, version, record: Record| store.record_meeting(who, case, id, version, "minutes", &record).await;
        let came = seen.attendees[0].id;
        write(&rep, 3, Record { came: vec![came], ..record("Mitt") }).await.unwrap();
        assert!(store.meeting(&rep, case, id).await.unwrap().earlier_minutes.is_empty(), "nothing stood there before");
        let at = over(&world, write(&officer, 3, record("Ditt")).await, write(&officer, 4, record("Ditt"))).await;
        let seen = store.meeting(&rep, case, id).await.unwrap();
        assert_eq!((seen.record.unwrap().minutes.as_str(), changed(&seen.earlier_minutes)), ("Ditt referat", vec![("Kari officer", at)]));
        let was = &seen.earlier_minutes[0].was;
        assert_eq!((was.minutes.as_str(), was.actions[0].what.as_str(), was.came.as_slice()), ("Mitt referat", "Mitt tiltak", &["Din".to_owned()][..]));
        assert_eq!(seen.earlier_calls.len(), 2);
    }

    async fn of_two_who_write_a_protocol_both_texts_are_there_and_stay_when_it_is_signed(world: World) {
        let (rep, officer, case, id) = shared(&world).await;
        let store = &world.store;
        let save = async |who: &Viewer, version, step, typed: StepTyped| store.save_protocol_step(who, case, id, (1, version), "step", step, &typed).await;
        let first = Step::Point(1);
        save(&rep, 1, first, StepTyped { point: domain::meetings::PointTyped { subject: "Møtet sak 1".to_owned(), we_say: "Vi vil".to_owned(), ..Default::default() }, ..StepTyped::default() }).await.unwrap();
        assert!(store.protocol(&rep, case, id, None).await.unwrap().earlier.is_empty(), "what was filled in stands there still");
        let at = over(&world, save(&officer, 1, first, point("Din")).await, save(&officer, 2, first, point("Din"))).await;
        // Another point, the end and the comments are filled in: nothing is lost.
        let rest = StepTyped { longer_time: "Et år".to_owned(), our_comment: "En merknad".to_owned(), ..StepTyped::default() };
        for (version, step, typed) in [(3, Step::Point(2), point("To")), (4, Step::Result, rest.clone()), (5, Step::Comments, rest)] {
            save(&rep, version, step, typed).await.unwrap();
        }
        let view = store.protocol(&rep, case, id, None).await.unwrap();
        assert_eq!(changed(&view.earlier), [("Kari officer", at)]);
        let (step, was) = &view.earlier[0].was;
        assert_eq!((*step, was.point.subject.as_str(), was.point.we_say.as_str()), (first, "Møtet sak 1", "Vi vil"));
        // A point that is taken out is lost too.
        save(&officer, 6, Step::Point(2), StepTyped::default()).await.unwrap();
        let view = store.protocol(&rep, case, id, None).await.unwrap();
        assert_eq!((view.protocol.unwrap().points.len(), view.earlier[0].was.1.point.agreed.as_str()), (1, "To enige"));
        store.present_protocol(&rep, case, id, (1, 7), true).await.unwrap();
        store.note_signature(&rep, case, id, (1, 8), key(), "sign", signature("Rektor Rød")).await.unwrap();
        let signed = store.protocol(&rep, case, id, None).await.unwrap();
        assert_eq!((signed.check, signed.earlier.len()), (domain::meetings::Check::Whole, 2));
    }

    async fn of_two_who_describe_a_task_both_texts_are_there(world: World) {
        let (rep, officer, case, _) = shared(&world).await;
        let id = made(&world, &rep, case, "Mitt").await;
        let change = async |who: &Viewer, version, details: &str| world.store.change_task(who, case, id, version, "change", with_details(details)).await;
        world.store.change_task(&rep, case, id, 1, "change", NewTask { title: "Ring nå".to_owned(), ..with_details("Mitt") }).await.unwrap();
        assert!(world.store.task(&rep, case, id).await.unwrap().earlier.is_empty(), "the timeline tells of the rest");
        let at = over(&world, change(&officer, 1, "Ditt").await, change(&officer, 2, "Ditt")).await;
        change(&rep, 3, "").await.unwrap();
        change(&rep, 4, "Igjen").await.unwrap();
        let view = world.store.task(&officer, case, id).await.unwrap();
        assert_eq!(view.earlier.iter().map(|one| one.was.as_str()).collect::<Vec<_>>(), ["Ditt", "Mitt"]);
        assert_eq!(changed(&view.earlier), [("Kari rep", at), ("Kari officer", at)]);
    }

    async fn it_lies_sealed_and_opens_only_where_it_stood(world: World) {
        let (rep, _, case, id) = shared(&world).await;
        let store = &world.store;
        for (n, text) in [(1, "CANARY"), (2, "Noe annet")] {
            store.change_meeting(&rep, case, id, n, "call", meeting(text, vec![theirs(text, false)])).await.unwrap();
            store.save_protocol_step(&rep, case, id, (1, n), "step", Step::Point(1), &point(text)).await.unwrap();
        }
        store.record_meeting(&rep, case, id, 3, "minutes", &record("CANARY")).await.unwrap();
        store.record_meeting(&rep, case, id, 4, "minutes", &record("Noe annet")).await.unwrap();
        let of = made(&world, &rep, case, "CANARY").await;
        store.change_task(&rep, case, of, 1, "change", with_details("Noe annet")).await.unwrap();
        assert_eq!(world.count("earlier_texts").await, 6);
        let told = format!("{:?}{:?}{:?}", store.meeting(&rep, case, id).await, store.protocol(&rep, case, id, None).await, store.task(&rep, case, of).await);
        for text in ["CANARY sted", "CANARY referat", "CANARY enige", "\"CANARY\""] {
            assert!(told.contains(text), "{text}");
        }
        assert!(!world.holds(b"CANARY").await);
        // One in the place of another does not open.
        let rows = world.rows("SELECT subject_id, version, contents FROM earlier_texts ORDER BY subject_id, version").await;
        let rows: Vec<(Uuid, i32, Vec<u8>)> =
            rows.iter().map(|row| (row.try_get_by_index(0).unwrap(), row.try_get_by_index(1).unwrap(), row.try_get_by_index(2).unwrap())).collect();
        let of_meeting: Vec<_> = rows.iter().filter(|(subject, ..)| *subject == id.0).collect();
        let sql = "UPDATE earlier_texts SET contents = $1 WHERE subject_id = $2 AND version = $3";
        let values = [of_meeting[0].2.clone().into(), id.0.into(), of_meeting[1].1.into()];
        world.raw.execute_raw(Statement::from_sql_and_values(world.raw.get_database_backend(), sql, values)).await.unwrap();
        assert!(matches!(store.meeting(&rep, case, id).await, Err(StoreError::Sealed(_))));
    }

    async fn whoever_does_not_read_the_case_reads_none_of_it(world: World) {
        let (rep, officer, case, id) = shared(&world).await;
        let store = &world.store;
        store.change_meeting(&rep, case, id, 1, "call", meeting("Min", Vec::new())).await.unwrap();
        let of = made(&world, &rep, case, "Mitt").await;
        store.change_task(&rep, case, of, 1, "change", with_details("Ditt")).await.unwrap();
        // Through another case there is none of it either.
        let other = opened(&world, &rep, "m2", Sensitivity::General).await;
        let outsider = world.viewer("outsider").await;
        for (who, case) in [(&outsider, case), (&rep, other)] {
            assert!(matches!(store.meeting(who, case, id).await, Err(StoreError::NotFound)));
            assert!(matches!(store.protocol(who, case, id, None).await, Err(StoreError::NotFound)));
            assert!(matches!(store.task(who, case, of).await, Err(StoreError::NotFound)));
        }
        assert!(!store.task(&officer, case, of).await.unwrap().earlier.is_empty());
        let number = world.whole(&rep, case).await.number;
        store.erase_case(number).await.unwrap();
        assert!(matches!(store.meeting(&rep, case, id).await, Err(StoreError::Forbidden)));
        assert!(matches!(store.task(&rep, case, of).await, Err(StoreError::Forbidden)));
    }
}
