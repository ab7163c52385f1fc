//! Taking part in a case, owning it, and being kept out of it.

use domain::cases::{CaseFilter, Sensitivity};
use domain::org::Office;
use domain::participants::{NewConflict, NewParticipant, Role, Whom};
use domain::{CaseId, Date, MemberId};
use store::{StoreError, Viewer};

use crate::cases::{all_cases, key, note, opened, task};
use crate::union::{Union, in_days};
use crate::world::{World, both};

/// The small union with a chief representative, an adviser and a lawyer beside.
fn union() -> Union {
    let mut union = Union::small();
    union.member("deputy", "L1");
    union.works("deputy", 11);
    union.holds("deputy", Office::CLUB_DEPUTY, "C1");
    union.member("local", "L1");
    union.holds("local", Office::LOCAL_DEPUTY, "L1");
    union
}

fn as_role(person: MemberId, role: Role, until: Option<Date>) -> NewParticipant {
    NewParticipant { person, role, until }
}

fn because(person: MemberId) -> NewConflict {
    NewConflict { whom: Whom::Person(person), reason: "Er selv part i saken".to_owned() }
}

/// How much somebody sees: nothing, that it exists, the contents, or as one who writes.
async fn sees(world: &World, viewer: &Viewer, case: CaseId) -> &'static str {
    match world.store.case(viewer, case).await {
        Err(StoreError::NotFound) => "nothing",
        Err(other) => panic!("{other:?}"),
        Ok(seen) => match seen.whole() {
            None => "exists",
            Some(view) if view.may_work => "works",
            Some(_) => "reads",
        },
    }
}

async fn owner_and_others(world: &World, viewer: &Viewer, case: CaseId) -> (String, Vec<(String, Role)>) {
    let access = world.store.who_sees(viewer, case).await.unwrap();
    (access.owner, access.participants.into_iter().map(|one| (one.name, one.role)).collect())
}

both! {
    async fn whoever_is_asked_sees_the_case_as_the_role_says_and_until_the_day(world: World) {
        world.import(&union()).await;
        let (rep, deputy) = (world.viewer("rep").await, world.viewer("deputy").await);
        let case = opened(&world, &rep, "m1", Sensitivity::Health).await;
        assert_eq!(sees(&world, &deputy, case).await, "nothing");
        for (role, seen) in [(Role::CoWorker, "works"), (Role::Adviser, "works"), (Role::Buddy, "reads"), (Role::Follower, "reads")] {
            world.store.add_participant(&rep, case, as_role(deputy.person(), role, Some(in_days(2)))).await.unwrap();
            assert_eq!(sees(&world, &deputy, case).await, seen, "{role}");
            let writes = world.store.add_note(&deputy, case, key(), "note", note("Et råd")).await;
            assert_eq!(writes.is_ok(), seen == "works", "{role}");
            assert_eq!(all_cases(&world, &deputy, CaseFilter::default()).await.0, 1);
        }
        world.clock.advance_seconds(2 * 24 * 3600);
        assert_eq!(sees(&world, &world.viewer("deputy").await, case).await, "reads", "the last day is one of them");
        world.clock.advance_seconds(24 * 3600);
        let deputy = world.viewer("deputy").await;
        assert_eq!(sees(&world, &deputy, case).await, "nothing");
        assert_eq!(all_cases(&world, &deputy, CaseFilter::default()).await, (0, 0, vec![]));
        assert!(matches!(world.store.who_sees(&deputy, case).await, Err(StoreError::NotFound)));
    }

    async fn asking_the_same_again_changes_nothing_and_ending_gives_the_tasks_to_the_owner(world: World) {
        world.import(&union()).await;
        let (rep, deputy) = (world.viewer("rep").await, world.viewer("deputy").await);
        let case = opened(&world, &rep, "m1", Sensitivity::General).await;
        let asked = as_role(deputy.person(), Role::CoWorker, None);
        world.store.add_participant(&rep, case, asked).await.unwrap();
        let before = world.contents(&["access_log", "sessions"]).await;
        world.store.add_participant(&rep, case, asked).await.unwrap();
        assert_eq!(world.contents(&["access_log", "sessions"]).await, before);
        world.store.add_task(&deputy, case, key(), "task", task("Ring")).await.unwrap();
        assert_eq!(world.store.today(&deputy).await.unwrap().tasks.len(), 1);
        for _ in 0..2 {
            world.store.remove_participant(&rep, case, deputy.person()).await.unwrap();
        }
        // The deputy knows of a general case in the club, and reads it no more.
        assert_eq!(sees(&world, &deputy, case).await, "exists");
        assert!(world.store.today(&deputy).await.unwrap().tasks.is_empty());
        assert_eq!(world.store.today(&rep).await.unwrap().tasks.len(), 1);
        let view = world.whole(&rep, case).await;
        let told: Vec<String> = view.timeline.iter().map(|entry| format!("{:?}", entry.what)).collect();
        assert_eq!(told.iter().filter(|line| line.contains("PersonLeft")).count(), 1, "{told:?}");
    }

    async fn nobody_is_asked_who_may_not_be(world: World) {
        world.import(&union()).await;
        let (rep, leader) = (world.viewer("rep").await, world.viewer("leader").await);
        let case = opened(&world, &rep, "m1", Sensitivity::General).await;
        let ids = world.member_ids().await;
        let before = world.contents(&["access_log", "sessions"]).await;
        let refused = |result: Result<(), StoreError>| matches!(result, Err(StoreError::Invalid(_)));
        // A member without an office, somebody of another local's club, the owner, and nobody.
        for person in [ids["m2"], rep.person(), MemberId(uuid::Uuid::nil())] {
            assert!(refused(world.store.add_participant(&rep, case, as_role(person, Role::CoWorker, None)).await));
        }
        assert!(refused(world.store.give_case(&rep, case, ids["m2"], true).await));
        assert!(refused(world.store.keep_out(&rep, case, because(rep.person())).await.map(|_| ())), "the owner, before the case is another's");
        // The leader reads it, and does not work on it.
        let asked = as_role(ids["deputy"], Role::CoWorker, None);
        assert!(matches!(world.store.add_participant(&leader, case, asked).await, Err(StoreError::Forbidden)));
        assert!(matches!(world.store.give_case(&leader, case, ids["deputy"], true).await, Err(StoreError::Forbidden)));
        assert!(matches!(world.store.keep_out(&leader, case, because(ids["deputy"])).await, Err(StoreError::Forbidden)));
        assert!(matches!(world.store.let_in(&leader, case, &Whom::Person(ids["deputy"])).await, Err(StoreError::Forbidden)));
        assert!(matches!(world.store.remove_participant(&leader, case, ids["deputy"]).await, Err(StoreError::Forbidden)));
        assert_eq!(world.contents(&["access_log", "sessions"]).await, before);
        let offered = world.store.participant_form(&rep, case, "").await.unwrap().candidates;
        let names: Vec<&str> = offered.iter().map(|one| one.name.as_str()).collect();
        assert!(names.contains(&"Kari deputy") && names.contains(&"Kari local") && !names.contains(&"Kari rep"), "{names:?}");
        assert!(!names.contains(&"Kari m2"), "{names:?}");
        let found = world.store.participant_form(&rep, case, "depu").await.unwrap().candidates;
        assert_eq!(found.iter().map(|one| one.name.as_str()).collect::<Vec<_>>(), ["Kari deputy"]);
        assert!(world.store.participant_form(&rep, case, "%").await.unwrap().candidates.is_empty());
    }

    async fn a_case_has_one_owner_also_when_two_give_it_at_once(world: World) {
        world.import(&union()).await;
        let (rep, ids) = (world.viewer("rep").await, world.member_ids().await);
        let case = opened(&world, &rep, "m1", Sensitivity::Health).await;
        world.store.add_task(&rep, case, key(), "task", task("Ring")).await.unwrap();
        let (one, other) = tokio::join!(
            world.store.give_case(&rep, case, ids["deputy"], true),
            world.store.give_case(&rep, case, ids["local"], true),
        );
        assert!(one.is_ok() != other.is_ok(), "{one:?} {other:?}");
        let lost = if one.is_ok() { other } else { one };
        assert!(matches!(lost, Err(StoreError::Forbidden | StoreError::Conflict)), "{lost:?}");
        let (owner, others) = owner_and_others(&world, &rep, case).await;
        assert!(owner == "Kari deputy" || owner == "Kari local");
        assert_eq!(others, [("Kari rep".to_owned(), Role::CoWorker)]);
        assert_eq!(world.store.today(&rep).await.unwrap().tasks.len(), 1, "who stays keeps the tasks");

        // The new owner gives it back, and does not stay.
        let owner = world.viewer(owner.strip_prefix("Kari ").unwrap()).await;
        world.store.add_task(&owner, case, key(), "task", task("Skriv")).await.unwrap();
        world.store.give_case(&owner, case, rep.person(), false).await.unwrap();
        assert_eq!(owner_and_others(&world, &rep, case).await, ("Kari rep".to_owned(), vec![]));
        assert_eq!(sees(&world, &owner, case).await, "nothing");
        assert_eq!(world.store.today(&rep).await.unwrap().tasks.len(), 2);
        world.store.give_case(&rep, case, rep.person(), false).await.unwrap();
        assert_eq!(owner_and_others(&world, &rep, case).await.0, "Kari rep", "giving it to oneself changes nothing");
    }

    async fn whoever_is_kept_out_finds_no_trace_whatever_they_hold(world: World) {
        world.import(&union()).await;
        let (rep, leader, deputy) = (world.viewer("rep").await, world.viewer("leader").await, world.viewer("deputy").await);
        let case = opened(&world, &rep, "m1", Sensitivity::General).await;
        let other = opened(&world, &rep, "m2", Sensitivity::General).await;
        let number = world.whole(&rep, case).await.number;
        world.store.add_participant(&rep, case, as_role(deputy.person(), Role::CoWorker, None)).await.unwrap();
        world.store.add_note(&deputy, case, key(), "note", note("Før sperren")).await.unwrap();
        world.store.add_task(&deputy, case, key(), "task", task("Ring")).await.unwrap();
        let begun = store::drafts::Draft { typed: "CANARY begynt".to_owned(), ..Default::default() };
        world.store.keep_draft(&deputy, &format!("note/{case}"), &begun).await.unwrap();
        assert_eq!((sees(&world, &leader, case).await, sees(&world, &deputy, case).await), ("reads", "works"));

        for person in [leader.person(), deputy.person(), leader.person()] {
            world.store.keep_out(&rep, case, because(person)).await.unwrap();
        }
        for viewer in [&leader, &deputy] {
            assert_eq!(sees(&world, viewer, case).await, "nothing");
            let (total, unfiltered, rows) = all_cases(&world, viewer, CaseFilter::default()).await;
            assert_eq!((total, unfiltered, rows.iter().map(|row| row.id).collect::<Vec<_>>()), (1, 1, vec![other]));
            let by_type = CaseFilter { status: Some(domain::cases::Status::Open), ..CaseFilter::default() };
            assert_eq!(all_cases(&world, viewer, by_type).await.0, 1);
            assert!(world.store.today(viewer).await.unwrap().tasks.is_empty());
            assert!(matches!(world.store.add_note(viewer, case, key(), "note", note("Nå")).await, Err(StoreError::NotFound)));
            assert!(matches!(world.store.who_sees(viewer, case).await, Err(StoreError::NotFound)));
            assert!(matches!(world.store.participant_form(viewer, case, "").await, Err(StoreError::NotFound)));
            let m1 = world.member_id("m1").await;
            let card = world.store.member(viewer, m1).await.unwrap();
            assert!(card.cases.is_empty());
        }
        assert!(world.store.draft::<String>(&deputy, &format!("note/{case}")).await.unwrap().is_none());
        assert!(!world.holds(b"Er selv part").await, "the reason is sealed");
        // The owner sees that the block holds, and who sees the case.
        let access = world.store.who_sees(&rep, case).await.unwrap();
        assert_eq!(access.conflicted.len(), 2);
        assert!(access.conflicted.iter().all(|one| one.holds && one.reason == "Er selv part i saken" && one.made_by == "Kari rep"));
        assert!(access.participants.is_empty());
        assert!(access.onlookers.iter().all(|one| one.name != "Kari leader"));
        assert_eq!(world.store.today(&rep).await.unwrap().tasks.len(), 1, "the deputy's task");
        // They can be asked no more, nor get the case.
        let asked = world.store.add_participant(&rep, case, as_role(deputy.person(), Role::CoWorker, None)).await;
        assert!(matches!(asked, Err(StoreError::Invalid(_))));
        assert!(matches!(world.store.give_case(&rep, case, deputy.person(), true).await, Err(StoreError::Invalid(_))));

        for _ in 0..2 {
            world.store.let_in(&rep, case, &Whom::Person(leader.person())).await.unwrap();
        }
        assert_eq!((sees(&world, &leader, case).await, sees(&world, &deputy, case).await), ("reads", "nothing"));
        assert_eq!(world.whole(&leader, case).await.number, number);
    }
}
