//! Links between cases: what they say, whom they are told to, and that nobody learns of a case by one.

use std::collections::BTreeMap;

use domain::cases::{CaseView, Sensitivity, Status};
use domain::lifecycle::Transition;
use domain::links::{CaseNumber, NewLink, Relation};
use domain::{CaseId, Code, Date, Field};
use futures::future::join_all;
use store::{StoreError, Viewer};

use crate::cases::{key, note, opened, task, told};
use crate::lifecycle::{sent, version_of};
use crate::union::{Union, in_days};
use crate::world::{World, both};

/// Everything but who looked and who is logged in.
async fn everything(world: &World) -> BTreeMap<String, Vec<String>> {
    world.contents(&["access_log", "sessions"]).await
}

pub(crate) async fn number_of(world: &World, case: CaseId) -> CaseNumber {
    let rows = world.rows("SELECT id, number FROM cases").await;
    let found = rows.iter().find(|row| row.try_get_by_index::<uuid::Uuid>(0).unwrap() == case.0).unwrap();
    CaseNumber(found.try_get_by_index(1).unwrap())
}

async fn link(world: &World, viewer: &Viewer, case: CaseId, to: Relation, other: CaseId) -> Result<(), StoreError> {
    let number = number_of(world, other).await;
    world.store.link_case(viewer, case, NewLink { to, number }).await
}

pub(crate) async fn merge(world: &World, viewer: &Viewer, case: CaseId, other: CaseId) -> Result<CaseId, StoreError> {
    let (number, sent) = (number_of(world, other).await, sent(version_of(world, case).await));
    world.store.merge_case(viewer, case, sent, number, "Saken ble avsluttet").await
}

/// What a case is linked to, as its page says.
fn linked(view: &CaseView) -> Vec<(Relation, i64)> {
    view.links.iter().map(|link| (link.to, link.case.number)).collect()
}

async fn links(world: &World, viewer: &Viewer, case: CaseId) -> Vec<(Relation, i64)> {
    linked(&world.whole(viewer, case).await)
}

pub(crate) fn code<T: std::fmt::Debug>(result: Result<T, StoreError>) -> (Field, Code) {
    match result {
        Err(StoreError::Invalid(errors)) => errors.0[0],
        other => panic!("{other:?}"),
    }
}

/// Whether a page, every page of the timeline and the form tell of a case anywhere.
async fn is_told_of(world: &World, viewer: &Viewer, case: CaseId, other: CaseId) -> bool {
    let number = number_of(world, other).await.to_string();
    let mut texts = vec![format!("{:?}", world.whole(viewer, case).await)];
    texts.push(format!("{:?}", world.store.timeline(viewer, case, None, None).await.unwrap()));
    if let Ok(form) = world.store.link_form(viewer, case).await {
        texts.push(format!("{form:?}"));
    }
    texts.iter().any(|text| text.contains(&other.to_string()) || text.contains(&format!("number: {number}")))
}

both! {
    async fn cases_that_hang_together_say_so_in_both(world: World) {
        world.import(&Union::small()).await;
        let rep = world.viewer("rep").await;
        let (one, other) = (opened(&world, &rep, "m1", Sensitivity::General).await, opened(&world, &rep, "m2", Sensitivity::Health).await);
        for _ in 0..2 {
            link(&world, &rep, one, Relation::Related, other).await.unwrap();
        }
        link(&world, &rep, other, Relation::Related, one).await.unwrap();
        assert_eq!((links(&world, &rep, one).await, links(&world, &rep, other).await), (vec![(Relation::Related, 1002)], vec![(Relation::Related, 1001)]));
        assert_eq!(told(&world.whole(&rep, one).await), ["opened", "related 1002"]);
        assert_eq!(told(&world.whole(&rep, other).await), ["opened", "related 1001"]);
        assert_eq!((version_of(&world, one).await, version_of(&world, other).await, world.count("case_links").await), (2, 2, 1));
        // In another way they are linked only when this one is taken away.
        assert_eq!(code(link(&world, &rep, one, Relation::Main, other).await), (Field::CaseNumber, Code::LinkedAlready));
        for _ in 0..2 {
            world.store.unlink_case(&rep, other, one).await.unwrap();
        }
        assert_eq!((links(&world, &rep, one).await, world.count("case_links").await), (vec![], 0));
        assert_eq!(told(&world.whole(&rep, one).await), ["opened", "related 1002", "unlinked 1002"]);
        assert_eq!(version_of(&world, one).await, 3);
    }

    async fn whoever_works_on_one_and_reads_the_other_links_them(world: World) {
        world.import(&Union::small()).await;
        let (rep, leader) = (world.viewer("rep").await, world.viewer("leader").await);
        let reps = opened(&world, &rep, "m1", Sensitivity::General).await;
        let leaders = opened(&world, &leader, "m1", Sensitivity::General).await;
        // The leader reads the representative's case, and works on it not at all.
        assert!(matches!(link(&world, &leader, reps, Relation::Related, leaders).await, Err(StoreError::Forbidden)));
        link(&world, &leader, leaders, Relation::Related, reps).await.unwrap();
        assert_eq!(told(&world.whole(&leader, leaders).await), ["opened", "related 1001"]);
        assert_eq!(links(&world, &leader, reps).await, [(Relation::Related, 1002)], "who may read both sees it from both");
        assert_eq!(version_of(&world, reps).await, 1, "nothing was written in the other");
        // The representative does not know of the leader's case.
        assert!(!is_told_of(&world, &rep, reps, leaders).await);
        assert!(links(&world, &rep, reps).await.is_empty());
        world.take_part(leaders, rep.person()).await;
        assert_eq!(links(&world, &rep, reps).await, [(Relation::Related, 1002)]);
        // Both work on both now: unlinking is told in both.
        world.store.unlink_case(&rep, reps, leaders).await.unwrap();
        assert_eq!(told(&world.whole(&rep, reps).await), ["opened", "unlinked 1002"]);
        assert_eq!(told(&world.whole(&rep, leaders).await), ["opened", "related 1001", "unlinked 1001"]);
    }

    async fn a_link_tells_nobody_of_a_case_they_may_not_know_of(world: World) {
        world.import(&Union::small()).await;
        let (rep, leader, officer) = (world.viewer("rep").await, world.viewer("leader").await, world.viewer("officer").await);
        let one = opened(&world, &rep, "m1", Sensitivity::General).await;
        let other = opened(&world, &rep, "m2", Sensitivity::General).await;
        let health = opened(&world, &rep, "m1", Sensitivity::Health).await;
        link(&world, &rep, one, Relation::Related, other).await.unwrap();
        link(&world, &rep, one, Relation::Main, health).await.unwrap();
        assert_eq!(links(&world, &rep, one).await, [(Relation::Main, 1003), (Relation::Related, 1002)]);
        // The leader reads the club's cases, but none about health.
        assert_eq!(links(&world, &leader, one).await, [(Relation::Related, 1002)]);
        assert!(!is_told_of(&world, &leader, one, health).await && is_told_of(&world, &leader, one, other).await);
        // Kept out of the other, whatever they hold: no line, no link, no number.
        world.keep_out(other, leader.person()).await;
        let leader = world.viewer("leader").await;
        assert!(links(&world, &leader, one).await.is_empty() && !is_told_of(&world, &leader, one, other).await);
        assert_eq!(told(&world.whole(&leader, one).await), ["opened"]);
        world.take_part(one, leader.person()).await;
        assert!(!is_told_of(&world, &leader, one, other).await, "nor in the form");
        let now = world.store.case_now(&rep, one, Transition::Close).await.unwrap();
        assert!(now.changed.is_some());
        let before = everything(&world).await;
        assert!(matches!(world.store.unlink_case(&leader, one, other).await, Err(StoreError::NotFound)));
        assert_eq!(code(link(&world, &leader, one, Relation::Related, other).await), (Field::CaseNumber, Code::NoSuchCase));
        assert_eq!(everything(&world).await, before);
        // Of a case that one only knows of, as much as lists say: not whom it is about.
        world.take_part(one, officer.person()).await;
        let view = world.whole(&officer, one).await;
        assert_eq!(linked(&view), [(Relation::Related, 1002)]);
        assert!(!view.links[0].case.readable && view.links[0].case.about.is_empty() && !format!("{view:?}").contains("m2"));
    }

    async fn a_hidden_link_stands_in_nobodys_way(world: World) {
        world.import(&Union::small()).await;
        let (rep, leader) = (world.viewer("rep").await, world.viewer("leader").await);
        let case = opened(&world, &rep, "m1", Sensitivity::General).await;
        let hidden = opened(&world, &rep, "m1", Sensitivity::Health).await;
        let main = opened(&world, &leader, "m1", Sensitivity::General).await;
        link(&world, &rep, case, Relation::Main, hidden).await.unwrap();
        world.take_part(case, leader.person()).await;
        // A refusal would tell the leader that the case has a main case already.
        link(&world, &leader, case, Relation::Main, main).await.unwrap();
        assert_eq!(links(&world, &leader, case).await, [(Relation::Main, 1003)]);
        world.take_part(main, rep.person()).await;
        assert_eq!(links(&world, &rep, case).await, [(Relation::Main, 1002), (Relation::Main, 1003)], "whoever knows of both sees both");
    }

    async fn a_part_has_one_main_case_and_no_parts(world: World) {
        world.import(&Union::small()).await;
        let rep = world.viewer("rep").await;
        let mut cases = Vec::new();
        for _ in 0..4 {
            cases.push(opened(&world, &rep, "m1", Sensitivity::General).await);
        }
        let [main, part, second, other] = cases[..] else { unreachable!() };
        link(&world, &rep, part, Relation::Main, main).await.unwrap();
        link(&world, &rep, main, Relation::Part, second).await.unwrap();
        assert_eq!(links(&world, &rep, main).await, [(Relation::Part, 1002), (Relation::Part, 1003)]);
        assert_eq!(links(&world, &rep, second).await, [(Relation::Main, 1001)]);
        assert_eq!(told(&world.whole(&rep, second).await), ["opened", "main 1001"]);
        let before = everything(&world).await;
        for (case, to, with) in
            [(part, Relation::Main, other), (other, Relation::Part, part), (part, Relation::Part, other), (other, Relation::Main, part), (main, Relation::Main, other)]
        {
            assert_eq!(code(link(&world, &rep, case, to, with).await), (Field::Relation, Code::PartOfPart), "{case} {to} {with}");
        }
        assert_eq!(everything(&world).await, before);
        // At once, from both sides.
        world.store.unlink_case(&rep, part, main).await.unwrap();
        let (one, two) = tokio::join!(link(&world, &rep, part, Relation::Main, other), link(&world, &rep, part, Relation::Part, other));
        assert!(one.is_ok() != two.is_ok(), "{one:?} {two:?}");
        let many = join_all((0..4).map(|n| link(&world, &rep, if n % 2 == 0 { part } else { second }, Relation::Related, if n % 2 == 0 { second } else { part }))).await;
        assert!(many.iter().all(Result::is_ok), "{many:?}");
        assert_eq!(links(&world, &rep, second).await, [(Relation::Main, 1001), (Relation::Related, 1002)]);
    }

    async fn what_will_not_do_is_said_and_changes_nothing(world: World) {
        world.import(&Union::small()).await;
        let (rep, officer, outsider) = (world.viewer("rep").await, world.viewer("officer").await, world.viewer("outsider").await);
        let case = opened(&world, &rep, "m1", Sensitivity::General).await;
        let other = opened(&world, &rep, "m2", Sensitivity::General).await;
        let joined = opened(&world, &rep, "m1", Sensitivity::General).await;
        world.take_part(joined, officer.person()).await;
        let before = everything(&world).await;
        let nowhere = NewLink { to: Relation::Related, number: CaseNumber(9999) };
        assert_eq!(code(world.store.link_case(&rep, case, nowhere).await), (Field::CaseNumber, Code::NoSuchCase));
        assert_eq!(code(link(&world, &rep, case, Relation::Related, case).await), (Field::CaseNumber, Code::TheSameCase));
        assert_eq!(code(link(&world, &officer, joined, Relation::Related, other).await), (Field::CaseNumber, Code::NotReadable));
        assert!(matches!(link(&world, &officer, other, Relation::Related, joined).await, Err(StoreError::Forbidden)));
        assert!(matches!(link(&world, &outsider, case, Relation::Related, other).await, Err(StoreError::NotFound)));
        assert!(matches!(world.store.link_form(&outsider, case).await, Err(StoreError::NotFound)));
        assert!(matches!(world.store.link_form(&officer, case).await, Err(StoreError::Forbidden)));
        assert!(matches!(world.store.unlink_case(&officer, case, joined).await, Err(StoreError::Forbidden)));
        assert!(matches!(world.store.unlink_case(&outsider, case, joined).await, Err(StoreError::NotFound)));
        assert!(matches!(world.store.merge_form(&officer, case, "").await, Err(StoreError::Forbidden)));
        assert!(matches!(merge(&world, &officer, joined, case).await, Err(StoreError::Forbidden)), "who works on it may not close it");
        assert_eq!(everything(&world).await, before);
        // In a closed case nobody writes; from one that goes on it is linked, and nothing is written there.
        merge(&world, &rep, joined, case).await.unwrap();
        assert!(matches!(link(&world, &rep, joined, Relation::Related, other).await, Err(StoreError::Closed(_))));
        let version = version_of(&world, joined).await;
        link(&world, &rep, other, Relation::Related, joined).await.unwrap();
        assert_eq!((links(&world, &rep, other).await, version_of(&world, joined).await), (vec![(Relation::Related, 1003)], version));
        world.store.unlink_case(&rep, case, joined).await.unwrap();
        assert_eq!(links(&world, &rep, case).await, [(Relation::MergedHere, 1003)], "what was merged is not taken away so");
    }

    async fn a_case_is_merged_with_nothing_lost_and_taken_out_again(world: World) {
        world.import(&Union::small()).await;
        let (rep, leader) = (world.viewer("rep").await, world.viewer("leader").await);
        let store = &world.store;
        let from = opened(&world, &rep, "m1", Sensitivity::Personnel).await;
        let into = opened(&world, &rep, "m1", Sensitivity::Personnel).await;
        world.take_part(from, leader.person()).await;
        store.add_note(&rep, from, key(), "note", note("CANARY-notat")).await.unwrap();
        let new = domain::tasks::NewTask { details: Some("CANARY-mer".to_owned()), due: Some(in_days(3)), owner: Some(leader.person()), ..task("CANARY-ring") };
        store.add_task(&rep, from, key(), "task", new).await.unwrap();
        store.add_task(&rep, from, key(), "task", task("Gjort før")).await.unwrap();
        let done = world.whole(&rep, from).await.tasks.into_iter().find(|task| task.title == "Gjort før").unwrap();
        store.tick_task(&rep, from, done.id, true, done.version).await.unwrap();
        link(&world, &rep, from, Relation::Related, into).await.unwrap();
        let form = store.merge_form(&rep, from, "").await.unwrap();
        assert_eq!((form.into, form.refused, form.others.len(), form.now.open_tasks.len()), (None, None, 1, 1));
        let form = store.merge_form(&rep, from, " sak 1002 ").await.unwrap();
        assert_eq!((form.into.unwrap().number, form.refused), (1002, None));

        let once = sent(version_of(&world, from).await);
        for _ in 0..2 {
            assert_eq!(store.merge_case(&rep, from, once, CaseNumber(1002), "Saken ble avsluttet").await.unwrap(), into);
        }
        let (old, new) = (world.whole(&rep, from).await, world.whole(&rep, into).await);
        assert_eq!((old.status, &old.closing, linked(&old)), (Status::Closed, &None, vec![(Relation::MergedInto, 1002)]));
        assert_eq!(linked(&new), [(Relation::MergedHere, 1001)]);
        assert!(told(&old).contains(&"note: CANARY-notat".to_owned()) && told(&old).last().unwrap() == "merged_into 1002", "{:?}", told(&old));
        assert!(told(&new).contains(&"merged_here 1001".to_owned()), "{:?}", told(&new));
        assert_eq!(told(&old).iter().filter(|line| line.starts_with("dropped: CANARY-ring")).count(), 1);
        // The task goes on there. The leader does not work on that case: it is whoever merged who has it.
        let moved: Vec<(&str, Option<Date>, &str)> = new.tasks.iter().map(|task| (task.title.as_str(), task.due, task.owner.as_str())).collect();
        assert_eq!(moved, [("CANARY-ring", Some(in_days(3)), "Kari rep")]);
        assert!(old.tasks.iter().all(|task| task.done) && old.tasks.len() == 2);
        assert!(!world.holds(b"CANARY").await, "what is written is sealed");
        let (counted, summed) = crate::reach::cases(&world).await;
        assert_eq!(counted, summed);
        // It cannot be merged again, nor anything into it.
        let third = opened(&world, &rep, "m1", Sensitivity::Personnel).await;
        assert!(matches!(merge(&world, &rep, from, third).await, Err(StoreError::Conflict)));
        assert_eq!(code(merge(&world, &rep, third, from).await), (Field::CaseNumber, Code::CaseIsClosed));
        // Its number leads to its page, which shows the way.
        assert_eq!(store.find_case(&rep, CaseNumber(1001)).await.unwrap(), from);

        store.reopen_case(&rep, from, sent(version_of(&world, from).await), "Det var to saker").await.unwrap();
        let (old, new) = (world.whole(&rep, from).await, world.whole(&rep, into).await);
        assert_eq!((old.status, linked(&old), linked(&new)), (Status::Open, vec![], vec![]));
        assert_eq!((told(&old).last().unwrap().as_str(), told(&new).last().unwrap().as_str()), ("Reopened { reason: \"Det var to saker\" }", "taken_out 1001"));
        let (counted, summed) = crate::reach::cases(&world).await;
        assert_eq!(counted, summed);
    }

    async fn whoever_may_not_know_of_the_other_sees_a_closed_case(world: World) {
        world.import(&Union::small()).await;
        let (rep, leader) = (world.viewer("rep").await, world.viewer("leader").await);
        let from = opened(&world, &rep, "m1", Sensitivity::General).await;
        let into = opened(&world, &rep, "m1", Sensitivity::Health).await;
        world.store.add_task(&rep, from, key(), "task", task("Ring")).await.unwrap();
        merge(&world, &rep, from, into).await.unwrap();
        let view = world.whole(&leader, from).await;
        assert_eq!((view.status, &view.closing, linked(&view)), (Status::Closed, &None, vec![]));
        assert_eq!(told(&view), ["opened", "made: Ring", "dropped: Ring, Saken ble avsluttet"]);
        assert!(!is_told_of(&world, &leader, from, into).await);
        // Given to the leader it is theirs to open again, whatever they know of the other; nothing is told of that.
        world.store.give_case(&rep, from, leader.person(), false).await.unwrap();
        world.store.reopen_case(&leader, from, sent(version_of(&world, from).await), "Nytt").await.unwrap();
        assert_eq!((world.count("case_links").await, world.whole(&leader, from).await.status), (0, Status::Open));
        assert!(!is_told_of(&world, &leader, from, into).await);
        assert!(links(&world, &rep, into).await.is_empty());
    }

    async fn no_case_is_merged_where_it_may_not_be(world: World) {
        world.import(&Union::small()).await;
        let (rep, leader) = (world.viewer("rep").await, world.viewer("leader").await);
        let general = opened(&world, &rep, "m1", Sensitivity::General).await;
        let health = opened(&world, &rep, "m1", Sensitivity::Health).await;
        let secret = opened(&world, &rep, "m1", Sensitivity::Whistleblowing).await;
        let about_another = opened(&world, &rep, "m2", Sensitivity::General).await;
        let leaders = opened(&world, &leader, "m1", Sensitivity::General).await;
        world.take_part(leaders, rep.person()).await;
        let before = everything(&world).await;
        for (case, other, why) in [
            (health, general, Code::MoreWouldRead),
            (health, secret, Code::MoreWouldRead),
            (secret, health, Code::MoreWouldRead),
            (general, about_another, Code::OtherPeople),
            (general, leaders, Code::NotYours),
            (general, general, Code::TheSameCase),
        ] {
            assert_eq!(code(merge(&world, &rep, case, other).await), (Field::CaseNumber, why), "{why:?}");
            let number = number_of(&world, other).await.to_string();
            let form = world.store.merge_form(&rep, case, &number).await.unwrap();
            assert_eq!((form.into, form.refused), (None, Some(why)));
        }
        assert!(matches!(merge(&world, &leader, general, leaders).await, Err(StoreError::Forbidden)));
        assert_eq!(everything(&world).await, before);
        // An old form does nothing.
        let number = number_of(&world, health).await;
        let old = world.store.merge_case(&rep, general, sent(0), number, "").await;
        assert!(matches!(old, Err(StoreError::Conflict)), "{old:?}");
        assert_eq!(everything(&world).await, before);
        // Each into the other at once: one goes on.
        let twin = opened(&world, &rep, "m1", Sensitivity::General).await;
        let (one, other) = tokio::join!(merge(&world, &rep, general, twin), merge(&world, &rep, twin, general));
        assert!(one.is_ok() != other.is_ok(), "{one:?} {other:?}");
        let status = async |case| world.whole(&rep, case).await.status;
        assert_eq!([status(general).await, status(twin).await].iter().filter(|status| **status == Status::Open).count(), 1);
        let (counted, summed) = crate::reach::cases(&world).await;
        assert_eq!(counted, summed);
    }

    async fn a_number_leads_to_the_case_of_whoever_may_know_of_it(world: World) {
        world.import(&Union::small()).await;
        let (rep, officer, outsider) = (world.viewer("rep").await, world.viewer("officer").await, world.viewer("outsider").await);
        let case = opened(&world, &rep, "m1", Sensitivity::General).await;
        let health = opened(&world, &rep, "m1", Sensitivity::Health).await;
        let find = async |viewer: &Viewer, number| world.store.find_case(viewer, CaseNumber(number)).await;
        assert_eq!((find(&rep, 1001).await.unwrap(), find(&rep, 1002).await.unwrap()), (case, health));
        assert_eq!(find(&officer, 1001).await.unwrap(), case, "whoever may know of it");
        for (viewer, number) in [(&officer, 1002), (&outsider, 1001), (&rep, 1003), (&rep, -1)] {
            assert!(matches!(find(viewer, number).await, Err(StoreError::NotFound)), "{number}");
        }
        world.keep_out(case, officer.person()).await;
        assert!(matches!(find(&world.viewer("officer").await, 1001).await, Err(StoreError::NotFound)));
        // Numbers can be guessed: a few too many are answered alike, whether there is such a case or not.
        world.store.limit_misses(3);
        for number in [2001, 2002] {
            assert!(matches!(find(&outsider, number).await, Err(StoreError::NotFound)));
        }
        for number in [2004, 1001] {
            assert!(matches!(find(&outsider, number).await, Err(StoreError::TooManyMisses(_))), "{number}");
        }
        let guessed = NewLink { to: Relation::Related, number: CaseNumber(2005) };
        let own = world.store.link_case(&rep, case, guessed);
        assert_eq!(code(own.await), (Field::CaseNumber, Code::NoSuchCase));
        for _ in 0..2 {
            let _ = world.store.link_case(&rep, case, guessed).await;
        }
        assert!(matches!(world.store.link_case(&rep, case, guessed).await, Err(StoreError::TooManyMisses(_))), "by the form too");
        let looks = world.logged("SELECT action FROM access_log WHERE action = 'list' AND subject_kind = 'case'").await;
        assert!(looks.len() >= 10, "each search is logged: {}", looks.len());
    }
}
