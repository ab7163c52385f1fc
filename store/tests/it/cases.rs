//! Cases with their notes, tasks and timeline.

use domain::cases::{About, CaseFilter, CaseRow, CaseType, CaseTypes, CaseView, Happening, NewCase, Sensitivity, Status, Whose};
use domain::notes::{NewNote, NoteKind};
use domain::org::Office;
use domain::tasks::NewTask;
use domain::{CaseId, Code, Field, IdempotencyKey, Lang, MemberId, TaskId};
use store::cases::Opened;
use store::{StoreError, Viewer};
use uuid::Uuid;

use crate::union::{Union, day, in_days, org};
use crate::world::{World, both};

pub(crate) fn key() -> IdempotencyKey {
    IdempotencyKey(Uuid::now_v7())
}

pub(crate) fn note(body: &str) -> NewNote {
    NewNote { body: body.to_owned(), kind: NoteKind::Internal }
}

pub(crate) fn task(title: &str) -> NewTask {
    NewTask { title: title.to_owned(), ..NewTask::default() }
}

/// A type whose cases are that sensitive.
pub(crate) fn type_of(sensitivity: Sensitivity) -> CaseType {
    CaseTypes::standard().iter().find(|facts| facts.sensitivity == sensitivity).unwrap().case_type
}

/// Asks for a case about the member whom the registry calls `about`.
pub(crate) async fn open(
    world: &World,
    viewer: &Viewer,
    about: &str,
    sensitivity: Sensitivity,
    key: IdempotencyKey,
) -> Result<Opened, StoreError> {
    let new = NewCase {
        case_type: type_of(sensitivity),
        about: About::Member(world.member_id(about).await),
        happened_on: day("2026-03-01"),
        description: format!("Om {about}"),
        answers: Vec::new(),
    };
    world.store.open_case(viewer, key, "case", new, Lang::Nb).await
}

pub(crate) async fn opened(world: &World, viewer: &Viewer, about: &str, sensitivity: Sensitivity) -> CaseId {
    open(world, viewer, about, sensitivity, key()).await.unwrap().id
}

/// Every row of a list, page by page, with the totals that each page tells.
pub(crate) async fn all_cases(world: &World, viewer: &Viewer, mut filter: CaseFilter) -> (u64, u64, Vec<CaseRow>) {
    let mut rows: Vec<CaseRow> = Vec::new();
    loop {
        let page = world.store.cases(viewer, &filter).await.unwrap();
        rows.extend(page.rows);
        assert!(rows.len() as u64 <= page.total, "pages repeat a case");
        match page.next {
            Some(next) => filter.after = Some(next),
            None => return (page.total, page.total_unfiltered, rows),
        }
    }
}

/// The same, with so many rows on a page, and by way of the store that is given.
pub(crate) async fn all_cases_by(store: &store::Store, viewer: &Viewer, mut filter: CaseFilter, size: u64) -> (u64, Vec<CaseRow>) {
    let mut rows: Vec<CaseRow> = Vec::new();
    loop {
        let page = store.cases_by(viewer, &filter, size).await.unwrap();
        assert!(page.rows.len() as u64 <= size && (page.next.is_none() || page.rows.len() as u64 == size));
        rows.extend(page.rows);
        assert!(rows.len() as u64 <= page.total, "pages repeat a case");
        match page.next {
            Some(next) => filter.after = Some(next),
            None => return (page.total, rows),
        }
    }
}

/// The timeline in few words, oldest first.
pub(crate) fn told(case: &CaseView) -> Vec<String> {
    let words = |what: &Happening| match what {
        Happening::Opened => "opened".to_owned(),
        Happening::Note { body, .. } => format!("note: {body}"),
        Happening::TaskMade { title, to: None, .. } => format!("made: {title}"),
        Happening::TaskMade { title, to: Some(to), .. } => format!("made for {to}: {title}"),
        Happening::TaskChanged { title, changes, .. } => format!("changed: {title}, {changes:?}"),
        Happening::TaskComment { title, body, .. } => format!("said of {title}: {body}"),
        Happening::TaskDropped { title, reason, .. } => format!("dropped: {title}, {reason}"),
        Happening::NoteAdded { body, .. } => format!("added: {body}"),
        Happening::Contact(contact) => format!("contact: {}", contact.said),
        Happening::Decision(decision) => format!("decided: {}", decision.decided),
        Happening::TaskDone { title, .. } => format!("done: {title}"),
        Happening::Document { name, number, .. } => format!("document: {name} {number}"),
        Happening::TaskReopened { title, .. } => format!("not done: {title}"),
        Happening::Meeting { what, .. } => format!("meeting: {what:?}"),
        Happening::Link { number, what, .. } => format!("{what} {number}"),
        other => format!("{other:?}"),
    };
    case.timeline.iter().rev().map(|entry| words(&entry.what)).collect()
}

async fn only_task(world: &World, viewer: &Viewer, case: CaseId) -> (TaskId, i32, bool) {
    let tasks = world.whole(viewer, case).await.tasks;
    assert_eq!(tasks.len(), 1);
    (tasks[0].id, tasks[0].version, tasks[0].done)
}

both! {
    async fn the_same_key_twice_makes_one(world: World) {
        world.import(&Union::small()).await;
        let rep = world.viewer("rep").await;
        let (first, second) = (key(), key());
        let case = open(&world, &rep, "m1", Sensitivity::Health, first).await.unwrap();
        assert_eq!(open(&world, &rep, "m1", Sensitivity::Health, first).await.unwrap(), case);
        let other = open(&world, &rep, "m1", Sensitivity::Health, second).await.unwrap();
        assert_ne!(other.id, case.id);
        for _ in 0..2 {
            world.store.add_note(&rep, case.id, first, "note", note("En gang")).await.unwrap();
            world.store.add_task(&rep, case.id, first, "task", task("En gang")).await.unwrap();
        }
        let view = world.whole(&rep, case.id).await;
        assert_eq!(told(&view), ["opened", "note: En gang", "made: En gang"]);
        assert_eq!((world.count("cases").await, world.count("notes").await, world.count("tasks").await), (2, 1, 1));

        // A key belongs to one person, so that nobody's form is answered with somebody else's case.
        let leader = world.viewer("leader").await;
        let leaders = open(&world, &leader, "m1", Sensitivity::General, first).await.unwrap();
        assert_ne!(leaders.id, case.id);
        // The same key in another case is no repetition: nothing is swallowed in silence.
        let conflict = |result| assert!(matches!(result, Err(StoreError::Conflict)), "{result:?}");
        conflict(world.store.add_note(&rep, other.id, first, "note", note("Et annet sted")).await);
        conflict(world.store.add_task(&rep, other.id, first, "task", task("Et annet sted")).await);
        world.store.add_note(&rep, other.id, second, "note", note("Et annet sted")).await.unwrap();
    }

    async fn numbers_rise_and_failures_take_none(world: World) {
        world.import(&Union::small()).await;
        let rep = world.viewer("rep").await;
        let mut numbers = Vec::new();
        for about in ["m1", "m2", "m1"] {
            numbers.push(open(&world, &rep, about, Sensitivity::General, key()).await.unwrap().number);
            assert!(open(&world, &rep, "m3", Sensitivity::General, key()).await.is_err());
        }
        assert_eq!(numbers, [1001, 1002, 1003]);
    }

    async fn the_timeline_tells_everything_in_order(world: World) {
        world.import(&Union::small()).await;
        let rep = world.viewer("rep").await;
        let case = opened(&world, &rep, "m1", Sensitivity::Health).await;
        let later = || world.clock.advance_seconds(60);
        later();
        world.store.add_note(&rep, case, key(), "note", note("Først")).await.unwrap();
        later();
        world.store.add_task(&rep, case, key(), "task", NewTask { due: Some(in_days(3)), ..task("Ring") }).await.unwrap();
        let (id, version, done) = only_task(&world, &rep, case).await;
        assert_eq!((version, done), (1, false));
        later();
        world.store.tick_task(&rep, case, id, true, version).await.unwrap();
        later();
        world.store.tick_task(&rep, case, id, false, 2).await.unwrap();
        // Two notes in the same millisecond stay in the order in which they were written.
        world.store.add_note(&rep, case, key(), "note", note("Så")).await.unwrap();
        world.store.add_note(&rep, case, key(), "note", note("Til slutt")).await.unwrap();

        let view = world.whole(&rep, case).await;
        assert_eq!(told(&view), ["opened", "note: Først", "made: Ring", "done: Ring", "not done: Ring", "note: Så", "note: Til slutt"]);
        assert!(view.timeline.is_sorted_by(|newer, older| newer.at >= older.at));
        assert!(view.timeline.iter().all(|entry| entry.by == "Kari rep"));
        assert_eq!((view.status, view.sensitivity, view.description.as_str()), (Status::Open, Sensitivity::Health, "Om m1"));
        assert_eq!((view.unit.as_str(), view.owner.as_str(), view.mine, view.may_work), ("Enheten C1", "Kari rep", true, true));
        assert_eq!((view.parties[0].name.as_str(), view.parties[0].card), ("Kari m1", Some(world.member_id("m1").await)));
        let (total, unfiltered, rows) = all_cases(&world, &rep, CaseFilter::default()).await;
        assert_eq!((total, unfiltered, rows[0].updated_at), (1, 1, world.clock.now()));
        assert_eq!(rows[0].next.as_ref().map(|next| (next.title.as_str(), next.due)), Some(("Ring", Some(in_days(3)))));
        assert_eq!(rows[0].about, ["Kari m1"]);
    }

    async fn a_tick_on_an_old_version_is_a_conflict_but_the_same_tick_is_not(world: World) {
        world.import(&Union::small()).await;
        let rep = world.viewer("rep").await;
        let case = opened(&world, &rep, "m1", Sensitivity::General).await;
        world.store.add_task(&rep, case, key(), "task", task("Ring")).await.unwrap();
        let (id, first, _) = only_task(&world, &rep, case).await;
        world.store.tick_task(&rep, case, id, true, first).await.unwrap();
        let ticked = world.contents(&["access_log", "sessions"]).await;
        world.store.tick_task(&rep, case, id, true, first).await.unwrap();
        assert_eq!(world.contents(&["access_log", "sessions"]).await, ticked, "the same tick twice is one");
        let stale = world.store.tick_task(&rep, case, id, false, first).await;
        assert!(matches!(stale, Err(StoreError::Conflict)), "{stale:?}");
        assert_eq!(world.contents(&["access_log", "sessions"]).await, ticked);
        world.store.tick_task(&rep, case, id, false, first + 1).await.unwrap();
        let stale = world.store.tick_task(&rep, case, id, true, first).await;
        assert!(matches!(stale, Err(StoreError::Conflict)), "{stale:?}");
        assert_eq!(only_task(&world, &rep, case).await, (id, first + 2, false));
    }

    async fn a_case_is_opened_only_about_who_is_in_scope_and_where_one_may(world: World) {
        let mut union = Union::small();
        union.works("m1", 21);
        union.member("treasurer", "L1");
        union.holds("treasurer", Office::TREASURER, "L1");
        union.holds("treasurer", Office::WORKPLACE_REP, "C2").workplace = Some(org(21));
        world.import(&union).await;
        let not_offered =
            |error: StoreError| matches!(error, StoreError::Invalid(errors) if errors.of(Field::Member) == Some(Code::NotOffered));
        let rep = world.viewer("rep").await;
        assert!(not_offered(open(&world, &rep, "m3", Sensitivity::General, key()).await.unwrap_err()));
        let (member, case_type, happened_on) = (MemberId(Uuid::nil()), "ANNET".parse().unwrap(), day("2026-03-01"));
        let about = About::Member(member);
        let about_nobody = NewCase { case_type, about, happened_on, description: String::new(), answers: Vec::new() };
        assert!(not_offered(world.store.open_case(&rep, key(), "case", about_nobody, Lang::Nb).await.unwrap_err()));
        // The treasurer sees m1 and m2, but is representative of C2 alone: m1 works there, m2 does not.
        let treasurer = world.viewer("treasurer").await;
        assert!(world.store.member(&treasurer, world.member_id("m2").await).await.is_ok());
        assert!(not_offered(open(&world, &treasurer, "m2", Sensitivity::General, key()).await.unwrap_err()));
        let case = opened(&world, &treasurer, "m1", Sensitivity::General).await;
        assert_eq!(world.whole(&treasurer, case).await.unit, "Enheten C2");
        assert_eq!(world.count("cases").await, 1);
    }

    async fn cases_are_listed_page_by_page_latest_change_first(world: World) {
        world.import(&Union::small()).await;
        let rep = world.viewer("rep").await;
        for n in 0..65 {
            let sensitivity = if n % 5 == 0 { Sensitivity::Health } else { Sensitivity::General };
            opened(&world, &rep, "m1", sensitivity).await;
            // Ten cases in the same millisecond, so that the id must break ties across a page's end.
            if !(25..35).contains(&n) {
                world.clock.advance_seconds(1);
            }
        }
        let (total, unfiltered, rows) = all_cases(&world, &rep, CaseFilter::default()).await;
        assert_eq!((total, unfiltered, rows.len()), (65, 65, 65));
        let numbers: Vec<i64> = rows.iter().map(|row| row.number).collect();
        assert_eq!(numbers, (1001..=1065).rev().collect::<Vec<_>>());
        let health = CaseFilter { case_type: Some(type_of(Sensitivity::Health)), ..CaseFilter::default() };
        let (total, unfiltered, rows) = all_cases(&world, &rep, health).await;
        assert_eq!((total, unfiltered, rows.len()), (13, 65, 13));
        let closed = CaseFilter { status: Some(Status::Closed), whose: Some(Whose::Mine), ..CaseFilter::default() };
        assert_eq!(all_cases(&world, &rep, closed).await, (0, 65, vec![]));
        // The leader reads what is not about health, and none of it is the leader's own.
        let leader = world.viewer("leader").await;
        assert_eq!(all_cases(&world, &leader, CaseFilter::default()).await.0, 52);
        assert_eq!(all_cases(&world, &leader, CaseFilter { whose: Some(Whose::Mine), ..CaseFilter::default() }).await.0, 0);
    }
}
