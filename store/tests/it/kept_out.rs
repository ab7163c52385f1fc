//! Whom one can keep out of a case, what follows from it, and what of it anybody is told.

use domain::cases::{Happening, Sensitivity};
use domain::members::{ExportOrder, ExportPurpose, SheetKind};
use domain::org::Office;
use domain::participants::{Conflicted, NewConflict, NewParticipant, Role, Whom};
use domain::registry::Protection;
use domain::{CaseId, Code, Field, MemberId};
use store::{StoreError, Viewer};

use crate::cases::{key, opened, task};
use crate::lifecycle::{sent, version_of};
use crate::links::{code, merge, number_of};
use crate::meetings::{meeting, ours};
use crate::union::Union;
use crate::world::{World, both};

fn union() -> Union {
    let mut union = Union::small();
    union.member("deputy", "L1");
    union.works("deputy", 11);
    union.holds("deputy", Office::CLUB_DEPUTY, "C1");
    union
}

async fn keep_out(world: &World, viewer: &Viewer, case: CaseId, whom: Whom) -> Result<bool, StoreError> {
    world.store.keep_out(viewer, case, NewConflict { whom, reason: "CANARY er part".to_owned() }).await
}

fn number(number: &str) -> Whom {
    Whom::Number(number.to_owned())
}

async fn joins(world: &World, viewer: &Viewer, case: CaseId, person: MemberId) {
    let new = NewParticipant { person, role: Role::CoWorker, until: None };
    world.store.add_participant(viewer, case, new).await.unwrap();
}

async fn sees_nothing(world: &World, viewer: &Viewer, case: CaseId) -> bool {
    matches!(world.store.case(viewer, case).await, Err(StoreError::NotFound))
}

async fn conflicted(world: &World, viewer: &Viewer, case: CaseId) -> Vec<Conflicted> {
    world.store.who_sees(viewer, case).await.unwrap().conflicted
}

/// The lines of the timeline about who is kept out: a name or a number.
async fn blocks_told(world: &World, viewer: &Viewer, case: CaseId) -> Vec<String> {
    let view = world.whole(viewer, case).await;
    let told = view.timeline.into_iter().filter_map(|entry| match entry.what {
        Happening::ConflictSet { name, number } => Some(format!("+{name}{}", number.unwrap_or_default())),
        Happening::ConflictLifted { name, number } => Some(format!("-{name}{}", number.unwrap_or_default())),
        _ => None,
    });
    told.collect()
}

both! {
    async fn whoever_is_kept_out_of_a_case_is_kept_out_of_what_it_is_merged_into(world: World) {
        world.import(&union()).await;
        let (rep, leader, deputy) = (world.viewer("rep").await, world.viewer("leader").await, world.viewer("deputy").await);
        let from = opened(&world, &rep, "m1", Sensitivity::General).await;
        let into = opened(&world, &rep, "m1", Sensitivity::General).await;
        joins(&world, &rep, into, deputy.person()).await;
        world.store.add_task(&deputy, into, key(), "task", task("Skriv")).await.unwrap();
        let called = meeting("Møtet", vec![ours(deputy.person(), false)]);
        let met = world.store.call_meeting(&rep, into, key(), "meeting", called).await.unwrap();
        world.store.add_task(&rep, from, key(), "task", task("CANARY-ring")).await.unwrap();
        assert!(!world.store.merge_form(&rep, from, "1002").await.unwrap().keeps_out);
        for whom in [Whom::Person(leader.person()), Whom::Person(deputy.person()), number("ingen")] {
            keep_out(&world, &rep, from, whom).await.unwrap();
        }
        assert!(!sees_nothing(&world, &leader, into).await && !sees_nothing(&world, &deputy, into).await);
        let form = world.store.merge_form(&rep, from, "1002").await.unwrap();
        assert!(form.keeps_out && form.into.is_some(), "{form:?}");

        merge(&world, &rep, from, into).await.unwrap();
        for viewer in [&leader, &deputy] {
            assert!(sees_nothing(&world, viewer, into).await, "what was to be done in the first case stands there now");
            assert!(world.store.today(viewer).await.unwrap().tasks.is_empty());
            assert!(matches!(world.store.meeting(viewer, into, met).await, Err(StoreError::NotFound)));
        }
        let view = world.whole(&rep, into).await;
        assert_eq!(view.tasks.iter().map(|task| (task.title.as_str(), task.owner.as_str())).collect::<Vec<_>>(), [("Skriv", "Kari rep"), ("CANARY-ring", "Kari rep")]);
        assert!(world.store.meeting(&rep, into, met).await.unwrap().attendees.is_empty());
        let access = world.store.who_sees(&rep, into).await.unwrap();
        assert_eq!(access.conflicted.len(), 3);
        assert!(access.conflicted.iter().all(|one| one.holds && one.reason == "CANARY er part" && one.made_by == "Kari rep"));
        assert!(access.participants.is_empty());
        assert_eq!(blocks_told(&world, &rep, into).await.len(), 3);
        assert!(!world.holds(b"CANARY").await, "the reasons are sealed");

        // Opened again it goes on by itself, and the block stands. Merged once more, nothing more happens.
        world.store.reopen_case(&rep, from, sent(version_of(&world, from).await), "Det var to saker").await.unwrap();
        assert!(sees_nothing(&world, &leader, into).await && sees_nothing(&world, &deputy, into).await);
        merge(&world, &rep, from, into).await.unwrap();
        assert_eq!((conflicted(&world, &rep, into).await.len(), blocks_told(&world, &rep, into).await.len()), (3, 3));
        // Who is kept out later is kept out of each by itself, and the form says so.
        assert_eq!(world.store.conflict_form(&rep, from, "").await.unwrap().merged, [1002]);
        assert_eq!(world.store.conflict_form(&rep, into, "").await.unwrap().merged, [1001]);
    }

    async fn no_case_is_merged_into_one_whose_owner_is_kept_out_of_it(world: World) {
        world.import(&union()).await;
        // Whoever works on the cases of a whole unit closes those of others.
        let mut table = domain::access::Policy::standard_text().to_owned();
        table.push_str("KLUBBLEDER;case.contents.general;work;unit;Prøven\n");
        world.force_policy(&table).await;
        let (rep, leader, deputy) = (world.viewer("rep").await, world.viewer("leader").await, world.viewer("deputy").await);
        let from = opened(&world, &rep, "m1", Sensitivity::General).await;
        let into = opened(&world, &deputy, "m1", Sensitivity::General).await;
        keep_out(&world, &rep, from, Whom::Person(deputy.person())).await.unwrap();
        let before = world.contents(&["access_log", "sessions"]).await;
        assert_eq!(code(merge(&world, &leader, from, into).await), (Field::CaseNumber, Code::OwnerKeptOut));
        assert_eq!(world.contents(&["access_log", "sessions"]).await, before);
        let form = world.store.merge_form(&leader, from, &number_of(&world, into).await.to_string()).await.unwrap();
        assert_eq!((form.into, form.refused, form.others.len()), (None, Some(Code::OwnerKeptOut), 0));
        world.store.give_case(&deputy, into, rep.person(), false).await.unwrap();
        merge(&world, &leader, from, into).await.unwrap();
        assert!(sees_nothing(&world, &deputy, into).await);
    }

    async fn somebody_without_an_office_is_kept_out_from_the_first_day_of_one(world: World) {
        let mut union = union();
        world.import(&union).await;
        let rep = world.viewer("rep").await;
        let case = opened(&world, &rep, "m1", Sensitivity::General).await;
        let other = opened(&world, &rep, "m1", Sensitivity::General).await;
        // By name, found among members; and by number, whom one does not see.
        let offered = world.store.conflict_form(&rep, case, "m2").await.unwrap().candidates;
        assert_eq!(offered.iter().map(|one| (one.name.as_str(), one.office.is_some())).collect::<Vec<_>>(), [("Kari m2", false)]);
        keep_out(&world, &rep, case, Whom::Person(offered[0].person)).await.unwrap();
        keep_out(&world, &rep, case, number("m3")).await.unwrap();
        keep_out(&world, &rep, case, number("ny")).await.unwrap();
        for member in ["m2", "m3", "ny"] {
            if member == "ny" {
                union.member("ny", "L1");
            }
            union.holds(member, Office::CLUB_DEPUTY, "C1");
        }
        world.import(&union).await;
        for member in ["m2", "m3", "ny"] {
            let viewer = world.viewer(member).await;
            assert!(sees_nothing(&world, &viewer, case).await, "{member}");
            assert!(!sees_nothing(&world, &viewer, other).await, "{member}");
            let page = world.store.cases(&viewer, &Default::default()).await.unwrap();
            assert_eq!((page.total, page.rows.iter().map(|row| row.id).collect::<Vec<_>>()), (1, vec![other]), "{member}");
            // Nor can they be asked to take part.
            let asked = NewParticipant { person: viewer.person(), role: Role::CoWorker, until: None };
            assert!(matches!(world.store.add_participant(&rep, case, asked).await, Err(StoreError::Invalid(_))), "{member}");
            assert!(matches!(world.store.give_case(&rep, case, viewer.person(), true).await, Err(StoreError::Invalid(_))), "{member}");
        }
        assert!(conflicted(&world, &rep, case).await.iter().all(|one| one.holds));
        for _ in 0..2 {
            world.store.let_in(&rep, case, &number("m3")).await.unwrap();
        }
        assert!(!sees_nothing(&world, &world.viewer("m3").await, case).await);
        assert_eq!(blocks_told(&world, &rep, case).await, ["-m3", "+ny", "+m3", "+Kari m2"]);
    }

    async fn a_number_tells_nothing_of_who_has_it(world: World) {
        let mut union = union();
        union.member("shielded", "L1").shielded = Some(true);
        union.holds("shielded", Office::CLUB_BOARD, "C1");
        union.member("graded", "L1").protection = Some(Protection::StrictlyConfidential);
        world.import(&union).await;
        let rep = world.viewer("rep").await;
        let case = opened(&world, &rep, "m1", Sensitivity::General).await;
        // One whom the viewer does not see, two who are protected, and nobody: all are answered alike, twice.
        for unseen in ["m3", "shielded", "graded", "nobody"] {
            for _ in 0..2 {
                assert!(!keep_out(&world, &rep, case, number(unseen)).await.unwrap(), "{unseen}");
            }
        }
        let told = conflicted(&world, &rep, case).await;
        let shown: Vec<_> = told.iter().map(|one| (one.whom.clone(), one.name.as_str(), one.holds)).collect();
        assert_eq!(shown, ["graded", "m3", "nobody", "shielded"].map(|one| (number(one), "", true)));
        assert_eq!(blocks_told(&world, &rep, case).await, ["+nobody", "+graded", "+shielded", "+m3"]);
        assert_eq!(world.count("case_conflict_numbers").await, 4);
        let form = format!("{:?}", world.store.conflict_form(&rep, case, "").await.unwrap());
        assert!(!form.contains("shielded") && !form.contains("graded") && !form.contains("Kari m3"), "{form}");
        // Nor is anybody chosen whom the viewer does not see; of nobody the same is said.
        for person in [world.member_id("m3").await, world.member_id("shielded").await, MemberId(uuid::Uuid::now_v7())] {
            assert_eq!(code(keep_out(&world, &rep, case, Whom::Person(person)).await), (Field::Person, Code::NotOffered));
        }
        // Somebody who is seen anyway is named, and the owner and whoever asks cannot be kept out.
        keep_out(&world, &rep, case, number("m2")).await.unwrap();
        assert!(conflicted(&world, &rep, case).await.iter().any(|one| one.name == "Kari m2"));
        assert_eq!(code(keep_out(&world, &rep, case, number("rep")).await), (Field::MemberNumber, Code::NotOffered));
    }

    async fn a_protected_holder_is_kept_out_by_those_who_see_them(world: World) {
        let mut union = union();
        let leader = union.change("leader");
        (leader.shielded, leader.helper) = (Some(true), Some("rep".to_owned()));
        world.import(&union).await;
        let (rep, deputy) = (world.viewer("rep").await, world.viewer("deputy").await);
        let case = opened(&world, &rep, "m1", Sensitivity::General).await;
        joins(&world, &rep, case, deputy.person()).await;
        let offers = async |viewer: &Viewer| {
            world.store.conflict_form(viewer, case, "").await.unwrap().candidates.iter().any(|one| one.name == "Kari leader")
        };
        assert!(offers(&rep).await && !offers(&deputy).await);
        assert!(world.store.participant_form(&rep, case, "").await.unwrap().candidates.iter().all(|one| one.name != "Kari leader"));
        assert_eq!(world.store.who_sees(&deputy, case).await.unwrap().unnamed, 1);
        let person = world.member_id("leader").await;
        assert!(keep_out(&world, &deputy, case, Whom::Person(person)).await.is_err());
        keep_out(&world, &rep, case, Whom::Person(person)).await.unwrap();
        assert!(sees_nothing(&world, &world.viewer("leader").await, case).await);
        assert_eq!(world.store.who_sees(&deputy, case).await.unwrap().unnamed, 0);
        // Whoever may not know of them is told that there is a block, and not whose.
        for (viewer, name) in [(&rep, "Kari leader"), (&deputy, "")] {
            assert_eq!(conflicted(&world, viewer, case).await.remove(0).name, name);
            assert_eq!(blocks_told(&world, viewer, case).await, [format!("+{name}")]);
        }
    }

    async fn who_is_kept_out_is_told_to_those_who_work_on_the_case_alone(world: World) {
        world.import(&union()).await;
        let (rep, leader) = (world.viewer("rep").await, world.viewer("leader").await);
        let case = opened(&world, &rep, "m1", Sensitivity::General).await;
        keep_out(&world, &rep, case, Whom::Person(world.member_id("deputy").await)).await.unwrap();
        world.store.let_in(&rep, case, &Whom::Person(world.member_id("deputy").await)).await.unwrap();
        keep_out(&world, &rep, case, number("m3")).await.unwrap();
        assert_eq!(blocks_told(&world, &rep, case).await, ["+m3", "-Kari deputy", "+Kari deputy"]);
        // The leader reads it by office.
        let order = || ExportOrder { purpose: ExportPurpose::Other, why: "Møte".to_owned(), kind: SheetKind::Xlsx, contact: false };
        let texts = [
            format!("{:?}", world.whole(&leader, case).await.timeline),
            format!("{:?}", world.store.timeline(&leader, case, None, None).await.unwrap()),
            format!("{:?}", world.store.take_out_case(&leader, case, order()).await.unwrap().timeline),
        ];
        for text in texts {
            assert!(text.contains("Opened") && !text.contains("Conflict") && !text.contains("deputy"), "{text}");
        }
        assert!(conflicted(&world, &leader, case).await.is_empty());
        let whole = format!("{:?}", world.store.take_out_case(&rep, case, order()).await.unwrap().timeline);
        assert!(whole.contains("Kari deputy"), "{whole}");
    }

    async fn whoever_is_kept_out_is_called_to_no_meeting_that_is_to_come(world: World) {
        world.import(&union()).await;
        let (rep, deputy) = (world.viewer("rep").await, world.viewer("deputy").await);
        let case = opened(&world, &rep, "m1", Sensitivity::General).await;
        joins(&world, &rep, case, deputy.person()).await;
        let called = || meeting("Møtet", vec![ours(rep.person(), false), ours(deputy.person(), false)]);
        let mut meetings = Vec::new();
        for _ in 0..3 {
            meetings.push(world.store.call_meeting(&rep, case, key(), "meeting", called()).await.unwrap());
        }
        let [coming, over, cancelled] = meetings[..] else { unreachable!() };
        world.store.record_meeting(&rep, case, over, 1, "record", &crate::meetings::record("Referat")).await.unwrap();
        world.store.cancel_meeting(&rep, case, cancelled, 1).await.unwrap();
        assert!(keep_out(&world, &rep, case, Whom::Person(deputy.person())).await.unwrap());
        assert!(!keep_out(&world, &rep, case, Whom::Person(deputy.person())).await.unwrap());
        let attendees = async |id| -> Vec<String> {
            world.store.meeting(&rep, case, id).await.unwrap().attendees.into_iter().map(|one| one.name).collect()
        };
        assert_eq!(attendees(coming).await, ["Kari rep"]);
        assert_eq!((attendees(over).await.len(), attendees(cancelled).await.len()), (2, 2), "what is over is as it was");
        assert_eq!(world.store.meeting(&rep, case, coming).await.unwrap().version, 2);
        let form = world.store.meeting_form(&rep, case, Some(coming)).await.unwrap();
        assert!(form.people.iter().all(|one| one.id != deputy.person()), "{:?}", form.people);
        assert!(world.store.today(&deputy).await.unwrap().meetings.is_empty());
        for id in meetings {
            assert!(matches!(world.store.meeting(&deputy, case, id).await, Err(StoreError::NotFound)));
        }
    }

    async fn whoever_works_on_a_case_is_told_that_a_party_reads_it(world: World) {
        world.import(&union()).await;
        let (rep, leader, deputy) = (world.viewer("rep").await, world.viewer("leader").await, world.viewer("deputy").await);
        let about_leader = opened(&world, &rep, "leader", Sensitivity::General).await;
        joins(&world, &rep, about_leader, deputy.person()).await;
        for viewer in [&rep, &deputy] {
            assert_eq!(world.whole(viewer, about_leader).await.reading_parties, ["Kari leader"]);
        }
        // Nothing happened by itself, and who sees the case is told as it is.
        assert_eq!(world.whole(&leader, about_leader).await.reading_parties, Vec::<String>::new(), "they read it, and keep nobody out");
        let onlookers = world.store.who_sees(&rep, about_leader).await.unwrap().onlookers;
        assert!(onlookers.iter().any(|one| one.name == "Kari leader" && one.reads), "{onlookers:?}");
        // The form offers them first.
        let offered = world.store.conflict_form(&rep, about_leader, "").await.unwrap().candidates;
        assert_eq!(offered.iter().filter(|one| one.name == "Kari leader").count(), 1);
        // A deputy leader knows of it and reads nothing; a member without an office neither; who takes part does by that.
        for (about, sensitivity) in [("deputy", Sensitivity::General), ("m1", Sensitivity::General), ("leader", Sensitivity::Health)] {
            let case = opened(&world, &rep, about, sensitivity).await;
            assert!(world.whole(&rep, case).await.reading_parties.is_empty(), "{about}");
        }
        let helped = opened(&world, &rep, "leader", Sensitivity::General).await;
        joins(&world, &rep, helped, leader.person()).await;
        assert!(world.whole(&rep, helped).await.reading_parties.is_empty());
        keep_out(&world, &rep, about_leader, Whom::Person(leader.person())).await.unwrap();
        assert!(world.whole(&rep, about_leader).await.reading_parties.is_empty());
        // They are called to nothing any more, though the case is about them.
        let people = world.store.meeting_form(&rep, about_leader, None).await.unwrap().people;
        assert!(people.iter().all(|one| one.id != leader.person()) && people.len() == 2, "{people:?}");
        let onlookers = world.store.who_sees(&rep, about_leader).await.unwrap().onlookers;
        assert!(onlookers.iter().all(|one| one.name != "Kari leader"), "{onlookers:?}");
    }
}
