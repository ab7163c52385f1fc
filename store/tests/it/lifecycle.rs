//! The lifecycle of cases: who brings a case where, what a closed one takes, and that nothing of it is lost.

use std::collections::BTreeMap;

use domain::cases::{CaseFilter, CaseType, CaseTypes, CaseView, Happening, Sensitivity, Status};
use domain::lifecycle::{FollowUp, NewClosing, NewWait, OpenTasks, Transition, WaitingFor};
use domain::notes::NoteKind;
use domain::org::Office;
use domain::participants::{NewConflict, NewParticipant, Role, Whom};
use domain::tasks::NewTask;
use domain::{CaseId, Code, Field, NoteId};
use futures::future::join_all;
use sea_orm::{ConnectionTrait, Statement};
use store::documents::Where;
use store::drafts::Draft;
use store::lifecycle::Sent;
use store::{StoreError, Viewer};

use crate::cases::{all_cases, key, note, opened, task, told};
use crate::union::{Union, day, in_days};
use crate::world::{World, both};

/// A form that goes out from this version, with a key of its own.
pub(crate) fn sent(version: i32) -> Sent<'static> {
    Sent { version, key: key(), draft: "lifecycle" }
}

pub(crate) async fn version_of(world: &World, case: CaseId) -> i32 {
    let backend = world.raw.get_database_backend();
    let statement = Statement::from_sql_and_values(backend, "SELECT version FROM cases WHERE id = $1", [case.0.into()]);
    world.raw.query_one_raw(statement).await.unwrap().unwrap().try_get_by_index(0).unwrap()
}

/// The first way in which a case of this type can end.
pub(crate) fn ending(types: &CaseTypes, case_type: CaseType) -> NewClosing {
    NewClosing { outcome: types.get(case_type).unwrap().outcomes[0].code, agreed: None, follow_up: None, open_tasks: None }
}

async fn plain_ending(world: &World, viewer: &Viewer, case: CaseId) -> NewClosing {
    let case_type = world.whole(viewer, case).await.case_type;
    ending(&world.store.case_types().await.unwrap(), case_type)
}

fn for_employer(note: Option<&str>, days: i32) -> NewWait {
    NewWait { for_whom: WaitingFor::Employer, note: note.map(str::to_owned), until: in_days(days) }
}

/// Everything but who looked and who is logged in.
async fn everything(world: &World) -> BTreeMap<String, Vec<String>> {
    world.contents(&["access_log", "sessions"]).await
}

/// Tries a transition from the version that is there.
async fn try_to(world: &World, viewer: &Viewer, case: CaseId, transition: Transition, ending: &NewClosing) -> Result<(), StoreError> {
    let (store, sent) = (&world.store, sent(version_of(world, case).await));
    match transition {
        Transition::Wait => store.set_to_wait(viewer, case, sent, for_employer(Some("Rektor"), 3)).await,
        Transition::GoOn => store.go_on(viewer, case, sent).await,
        Transition::Close => store.close_case(viewer, case, sent, ending.clone(), "Avsluttet").await,
        Transition::Reopen => store.reopen_case(viewer, case, sent, "Nytt").await,
    }
}

/// A case of the representative's in which the leader works too.
async fn shared(world: &World, sensitivity: Sensitivity) -> (Viewer, Viewer, CaseId) {
    let mut union = Union::small();
    union.member("helper", "L1");
    union.holds("helper", Office::CLUB_BOARD, "C1");
    world.import(&union).await;
    let (rep, leader) = (world.viewer("rep").await, world.viewer("leader").await);
    let case = opened(world, &rep, "m1", sensitivity).await;
    world.take_part(case, world.member_id("leader").await).await;
    (rep, leader, case)
}

async fn closed(world: &World, viewer: &Viewer, case: CaseId) {
    let ending = plain_ending(world, viewer, case).await;
    try_to(world, viewer, case, Transition::Close, &ending).await.unwrap();
}

fn what(view: &CaseView) -> &Happening {
    &view.timeline[0].what
}

both! {
    async fn a_case_waits_goes_on_is_closed_and_opened_again(world: World) {
        let (rep, _, case) = shared(&world, Sensitivity::Health).await;
        let store = &world.store;
        store.keep_draft(&rep, "lifecycle", &Draft { typed: "x", ..Draft::default() }).await.unwrap();
        store.set_to_wait(&rep, case, sent(1), for_employer(Some("CANARY-rektor"), 5)).await.unwrap();
        let view = world.whole(&rep, case).await;
        let waiting = view.waiting.clone().unwrap();
        assert_eq!((view.status, view.version, world.count("drafts").await), (Status::Waiting, 2, 0));
        assert_eq!((waiting.for_whom, waiting.note.as_deref(), waiting.until), (WaitingFor::Employer, Some("CANARY-rektor"), in_days(5)));
        assert_eq!(what(&view), &Happening::Waits(waiting));
        assert_eq!(view.moves, [Transition::Wait, Transition::GoOn, Transition::Close]);
        // For somebody else, and longer.
        let member = NewWait { for_whom: WaitingFor::Member, note: None, until: in_days(9) };
        store.set_to_wait(&rep, case, sent(2), member).await.unwrap();
        let waiting = world.whole(&rep, case).await.waiting.unwrap();
        assert_eq!((waiting.for_whom, waiting.note, waiting.until), (WaitingFor::Member, None, in_days(9)));
        store.go_on(&rep, case, sent(3)).await.unwrap();
        let view = world.whole(&rep, case).await;
        assert_eq!((view.status, &view.waiting, what(&view)), (Status::Open, &None, &Happening::WentOn));

        let outcome = plain_ending(&world, &rep, case).await;
        store.close_case(&rep, case, sent(4), NewClosing { agreed: Some("CANARY-avtalt".to_owned()), ..outcome }, "").await.unwrap();
        let view = world.whole(&rep, case).await;
        let closing = view.closing.clone().unwrap();
        let types = store.case_types().await.unwrap();
        assert_eq!(closing.outcome, types.get(view.case_type).unwrap().outcomes[0].names);
        assert_eq!((closing.on, closing.agreed.as_deref()), (in_days(0), Some("CANARY-avtalt")));
        assert_eq!((view.status, what(&view), view.may_work, view.may_add), (Status::Closed, &Happening::Closed(closing), true, false));
        assert_eq!(view.moves, [Transition::Reopen]);

        store.reopen_case(&rep, case, sent(5), "CANARY-nytt").await.unwrap();
        let view = world.whole(&rep, case).await;
        assert_eq!((view.status, &view.closing, view.version, view.may_add), (Status::Open, &None, 6, true));
        assert_eq!(what(&view), &Happening::Reopened { reason: "CANARY-nytt".to_owned() });
        assert!(told(&view)[4].contains("CANARY-avtalt"), "how it ended stays: {:?}", told(&view));
        assert!(!world.holds(b"CANARY").await, "what is written is sealed");
    }

    async fn nobody_does_what_the_table_does_not_allow(world: World) {
        let (rep, leader, case) = shared(&world, Sensitivity::Health).await;
        let ending = plain_ending(&world, &rep, case).await;
        let outsider = world.viewer("outsider").await;
        let officer = world.viewer("officer").await;
        let buddy = world.viewer("helper").await;
        world.take_part_as(case, world.member_id("helper").await, Role::Buddy).await;
        // From each status, each transition by each: possible or not as the table says, and done by whom it says.
        for status in Status::ALL {
            for transition in Transition::ALL {
                for (who, viewer, works, closes) in [
                    ("outsider", &outsider, None, None),
                    ("officer", &officer, None, None),
                    ("buddy", &buddy, Some(false), Some(false)),
                    ("co-worker", &leader, Some(true), Some(false)),
                    ("owner", &rep, Some(true), Some(true)),
                ] {
                    let before = everything(&world).await;
                    let done = try_to(&world, viewer, case, *transition, &ending).await;
                    let may = if transition.needs() == domain::access::CaseAction::Close { closes } else { works };
                    match (done, may, transition.possible_from(*status)) {
                        (Ok(()), Some(true), true) => {
                            assert_ne!(before, everything(&world).await);
                            back_to(&world, &rep, case, *status, &ending).await;
                            continue;
                        }
                        (Err(StoreError::NotFound), None, _) | (Err(StoreError::Forbidden), Some(false), _) => {}
                        (Err(StoreError::Conflict), Some(true), false) => {}
                        (other, ..) => panic!("{who}, {transition} from {status}: {other:?}"),
                    }
                    assert_eq!(before, everything(&world).await, "{who}, {transition} from {status}");
                }
            }
            let next = Status::ALL.iter().skip_while(|other| *other != status).nth(1);
            if let Some(next) = next {
                back_to(&world, &rep, case, *next, &ending).await;
            }
        }
        // The sums went along, wherever it was.
        let (counted, summed) = crate::reach::cases(&world).await;
        assert_eq!(counted, summed);
    }

    async fn the_same_form_sent_twice_does_it_once_and_an_old_one_nothing(world: World) {
        let (rep, leader, case) = shared(&world, Sensitivity::General).await;
        let store = &world.store;
        let once = sent(1);
        for _ in 0..2 {
            store.set_to_wait(&rep, case, once, for_employer(None, 4)).await.unwrap();
        }
        assert_eq!(version_of(&world, case).await, 2);
        // Other words with the same key are saved nowhere, and so they are not said to be.
        let other = store.set_to_wait(&rep, case, once, for_employer(Some("Ring på fredag"), 4)).await;
        assert!(matches!(other, Err(StoreError::Conflict)), "{other:?}");
        // Somebody writes a note while the form that closes stands open.
        store.add_note(&leader, case, key(), "note", note("Arbeidsgiver ringte")).await.unwrap();
        let before = everything(&world).await;
        let ending = plain_ending(&world, &rep, case).await;
        for result in [
            store.close_case(&rep, case, sent(2), ending.clone(), "").await,
            store.go_on(&rep, case, sent(2)).await,
            store.set_to_wait(&rep, case, sent(4), for_employer(None, 4)).await,
            store.reopen_case(&rep, case, sent(3), "Nytt").await,
        ] {
            assert!(matches!(result, Err(StoreError::Conflict)), "{result:?}");
        }
        assert_eq!(everything(&world).await, before);
        // Of many at once, one does it.
        let many = join_all((0..5).map(|_| store.close_case(&rep, case, sent(3), ending.clone(), ""))).await;
        assert_eq!(many.iter().filter(|done| done.is_ok()).count(), 1, "{many:?}");
        assert!(many.iter().all(|done| matches!(done, Ok(()) | Err(StoreError::Conflict))), "{many:?}");
        let once = sent(4);
        let many = join_all((0..5).map(|_| store.reopen_case(&rep, case, once, "Nytt"))).await;
        assert!(many.iter().all(Result::is_ok), "{many:?}");
        assert!(matches!(store.reopen_case(&rep, case, once, "Noe annet").await, Err(StoreError::Conflict)));
        assert_eq!(told(&world.whole(&rep, case).await).iter().filter(|line| line.starts_with("Reopened")).count(), 1);
        let (counted, summed) = crate::reach::cases(&world).await;
        assert_eq!(counted, summed);
    }

    async fn a_closed_case_takes_nothing_new_and_gives_everything_to_read(world: World) {
        let (rep, leader, case) = shared(&world, Sensitivity::General).await;
        let store = &world.store;
        store.add_note(&rep, case, key(), "note", note("Før")).await.unwrap();
        let private = domain::notes::NewNote { kind: NoteKind::Private, ..note("Bare for meg") };
        store.add_note(&rep, case, key(), "note", private.clone()).await.unwrap();
        store.add_task(&rep, case, key(), "task", task("Ring")).await.unwrap();
        let meeting = store.call_meeting(&rep, case, key(), "meeting", crate::meetings::meeting("A", Vec::new())).await.unwrap();
        store.add_document(&rep, Where { case, document: None, key: key() }, &crate::documents::file("a.txt", b"a")).await.unwrap();
        let notes: Vec<NoteId> = world.rows("SELECT id FROM notes ORDER BY id").await.iter().map(|row| NoteId(row.try_get_by_index(0).unwrap())).collect();
        closed(&world, &rep, case).await;
        let before = everything(&world).await;
        for viewer in [&rep, &leader] {
            let at = Where { case, document: None, key: key() };
            for (n, result) in [
                store.add_note(viewer, case, key(), "note", note("Etter")).await,
                store.add_note(viewer, case, key(), "note", private.clone()).await,
                store.change_note(viewer, case, notes[0], 1, "note", note("Etter")).await.map(drop),
                store.change_note(viewer, case, notes[1], 1, "note", private.clone()).await.map(drop),
                store.add_to_note(viewer, case, notes[0], key(), "note", "Etter").await,
                store.note_to_add_to(viewer, case, notes[0]).await.map(drop),
                store.add_task(viewer, case, key(), "task", task("Etter")).await,
                store.workers_on(viewer, case).await.map(drop),
                store.add_entry(viewer, case, key(), "contact", &crate::timeline::contact("Etter")).await,
                store.add_document(viewer, at, &crate::documents::file("b.txt", b"b")).await.map(drop),
                store.may_add_document(viewer, case, None).await,
                store.may_add_to(viewer, case).await,
                store.call_meeting(viewer, case, key(), "meeting", crate::meetings::meeting("B", Vec::new())).await.map(drop),
                store.meeting_form(viewer, case, None).await.map(drop),
                store.change_meeting(viewer, case, meeting, 1, "meeting", crate::meetings::meeting("B", Vec::new())).await.map(drop),
                store.cancel_meeting(viewer, case, meeting, 1).await,
                store.record_meeting(viewer, case, meeting, 1, "minutes", &crate::meetings::record("B")).await.map(drop),
                store.make_meeting_tasks(viewer, case, meeting).await.map(drop),
                store.begin_protocol(viewer, case, meeting, key()).await.map(drop),
                store.letter_facts(viewer, case, domain::Lang::Nb).await.map(drop),
            ].into_iter().enumerate() {
                assert!(matches!(result, Err(StoreError::Closed(id)) if id == case), "{n}: {result:?}");
            }
        }
        assert_eq!(everything(&world).await, before);
        // The same task in many cases: it is told which is closed.
        let other = opened(&world, &rep, "m2", Sensitivity::General).await;
        let many = store.add_task_to_many(&rep, &[case, other], key(), "many", &task("Felles")).await.unwrap();
        assert_eq!((many.made, many.closed, many.refused, many.gone), (vec![1002], vec![1001], vec![], 0));
        // Everything is there to read, the private note too.
        let view = world.whole(&rep, case).await;
        assert_eq!((view.tasks.len(), view.documents.len(), view.meetings.len(), view.private_notes.len()), (1, 1, 1, 1));
        assert!(!store.meeting(&rep, case, meeting).await.unwrap().may_work);
        assert!(told(&view).contains(&"note: Før".to_owned()));
        let seen = store.note(&rep, case, notes[0]).await.unwrap();
        assert!(!seen.may_change && !seen.may_add);
    }

    async fn what_is_left_in_a_closed_case_is_gone_on_with(world: World) {
        let (rep, leader, case) = shared(&world, Sensitivity::General).await;
        let store = &world.store;
        let ending = plain_ending(&world, &rep, case).await;
        store.add_task(&rep, case, key(), "task", NewTask { due: Some(in_days(2)), ..task("Ring") }).await.unwrap();
        store.close_case(&rep, case, sent(2), NewClosing { open_tasks: Some(OpenTasks::Keep), ..ending }, "Avsluttet").await.unwrap();
        let row = world.whole(&rep, case).await.tasks.remove(0);
        assert_eq!(store.today(&rep).await.unwrap().tasks.len(), 1, "it stands in Today as before");
        store.comment_on_task(&leader, (case, row.id), key(), "comment", "Ringt to ganger").await.unwrap();
        store.tick_task(&leader, case, row.id, true, row.version).await.unwrap();
        // Who owns it and who must see no trace of it does not end with the case.
        let kept_out = NewConflict { whom: Whom::Person(world.member_id("helper").await), reason: "Part i saken".to_owned() };
        store.keep_out(&rep, case, kept_out).await.unwrap();
        store.give_case(&rep, case, world.member_id("leader").await, true).await.unwrap();
        // And now it is the leader who opens it again.
        let reopened = store.reopen_case(&rep, case, sent(version_of(&world, case).await), "Nytt").await;
        assert!(matches!(reopened, Err(StoreError::Forbidden)), "{reopened:?}");
        store.reopen_case(&leader, case, sent(version_of(&world, case).await), "Nytt").await.unwrap();
        let new = NewParticipant { person: world.member_id("rep").await, role: Role::CoWorker, until: None };
        store.add_participant(&leader, case, new).await.unwrap();
    }

    async fn open_tasks_are_dropped_or_kept_and_what_was_agreed_is_followed_up(world: World) {
        let (rep, leader, case) = shared(&world, Sensitivity::General).await;
        let store = &world.store;
        let ending = plain_ending(&world, &rep, case).await;
        for title in ["Ring", "Skriv"] {
            store.add_task(&rep, case, key(), "task", task(title)).await.unwrap();
        }
        let done = world.whole(&rep, case).await.tasks.iter().find(|task| task.title == "Ring").map(|task| (task.id, task.version)).unwrap();
        store.tick_task(&rep, case, done.0, true, done.1).await.unwrap();
        let follow_up = |by: Option<domain::MemberId>| Some(FollowUp { title: "Se at pengene kom".to_owned(), on: Some(in_days(30)), by });
        let before = everything(&world).await;
        let outsider = world.member_id("outsider").await;
        let wrong = [
            (NewClosing { follow_up: follow_up(Some(outsider)), ..ending.clone() }, Field::FollowUpBy),
            (NewClosing { outcome: "TAPT_HELT".parse().unwrap(), ..ending.clone() }, Field::Outcome),
        ];
        for (new, field) in wrong {
            let result = store.close_case(&rep, case, sent(4), new, "").await;
            assert!(matches!(&result, Err(StoreError::Invalid(errors)) if errors.of(field) == Some(Code::NotOffered)), "{result:?}");
        }
        assert_eq!(everything(&world).await, before);
        let new = NewClosing { open_tasks: Some(OpenTasks::Drop), follow_up: follow_up(Some(leader.person())), ..ending.clone() };
        store.close_case(&rep, case, sent(4), new, "Saken ble avsluttet").await.unwrap();
        let view = world.whole(&rep, case).await;
        let tasks: Vec<_> = view.tasks.iter().map(|task| (task.title.as_str(), task.done, task.dropped, task.due)).collect();
        let ring = tasks.iter().find(|task| task.0 == "Ring").unwrap();
        let skriv = tasks.iter().find(|task| task.0 == "Skriv").unwrap();
        let follow = tasks.iter().find(|task| task.0 == "Se at pengene kom").unwrap();
        assert_eq!((ring.2, skriv.2), (false, true), "only what was open is dropped");
        assert_eq!((follow.1, follow.3), (false, Some(in_days(30))));
        assert_eq!(store.today(&leader).await.unwrap().tasks.iter().map(|task| task.title.as_str()).collect::<Vec<_>>(), ["Se at pengene kom"]);
        assert!(told(&view).contains(&"dropped: Skriv, Saken ble avsluttet".to_owned()), "{:?}", told(&view));
        // Nobody named: whoever owns the case.
        store.reopen_case(&rep, case, sent(view.version), "Nytt").await.unwrap();
        let new = NewClosing { open_tasks: Some(OpenTasks::Keep), follow_up: follow_up(None), ..ending };
        store.close_case(&rep, case, sent(view.version + 1), new, "").await.unwrap();
        assert_eq!(store.today(&rep).await.unwrap().tasks.len(), 1);
    }

    async fn the_form_shows_what_is_left_and_how_the_type_was_then(world: World) {
        let (rep, leader, case) = shared(&world, Sensitivity::General).await;
        let store = &world.store;
        store.add_task(&rep, case, key(), "task", task("Ring")).await.unwrap();
        let planned = store.call_meeting(&rep, case, key(), "meeting", crate::meetings::meeting("A", Vec::new())).await.unwrap();
        let held = store.call_meeting(&rep, case, key(), "meeting", crate::meetings::meeting("B", Vec::new())).await.unwrap();
        store.record_meeting(&rep, case, held, 1, "minutes", &crate::meetings::record("B")).await.unwrap();
        store.begin_protocol(&rep, case, held, key()).await.unwrap();
        let looks = async || world.logged("SELECT action FROM access_log WHERE action = 'open' AND subject_kind = 'case'").await.len();
        let before = looks().await;
        let now = store.case_now(&rep, case, Transition::Close).await.unwrap();
        assert_eq!(looks().await, before + 1, "a look is logged");
        assert_eq!(now.meetings.iter().map(|row| row.id).collect::<Vec<_>>(), [planned]);
        assert_eq!(now.unsigned.iter().map(|row| row.id).collect::<Vec<_>>(), [held]);
        assert_eq!(now.workers.iter().map(|worker| worker.id).collect::<Vec<_>>(), [rep.person(), leader.person()]);
        assert!(now.open_tasks.iter().any(|task| task.title == "Ring") && now.possible && !now.outcomes.is_empty());
        for (transition, possible) in [(Transition::GoOn, false), (Transition::Reopen, false), (Transition::Wait, true)] {
            assert_eq!(store.case_now(&rep, case, transition).await.unwrap().possible, possible);
        }
        let refused = store.case_now(&leader, case, Transition::Close).await;
        assert!(matches!(refused, Err(StoreError::Forbidden)), "{refused:?}");
        let hidden = store.case_now(&world.viewer("outsider").await, case, Transition::Close).await;
        assert!(matches!(hidden, Err(StoreError::NotFound)), "{hidden:?}");

        // Names of ways to end change, and ways go: a case ends as its type was when it was opened.
        let case_type = world.whole(&rep, case).await.case_type;
        let (text, name) = (crate::case_types::plain(), now.outcomes[0].names.nb.clone());
        let changed = text.replace(&format!("{name:?}"), "\"Noe annet\"");
        assert_ne!(changed, text);
        store.set_case_types(&changed, "prøven", "Andre navn").await.unwrap();
        assert_eq!(store.case_types().await.unwrap().get(case_type).unwrap().outcomes[0].names.nb, "Noe annet");
        let rep = world.viewer("rep").await;
        let now = store.case_now(&rep, case, Transition::Close).await.unwrap();
        assert_eq!(now.outcomes[0].names.nb, name);
        let new = NewClosing { outcome: now.outcomes[0].code, agreed: None, follow_up: None, open_tasks: Some(OpenTasks::Keep) };
        store.close_case(&rep, case, sent(now.version), new, "").await.unwrap();
        assert_eq!(world.whole(&rep, case).await.closing.unwrap().outcome.nb, name);
    }

    async fn a_case_that_waits_comes_back_on_its_day_and_lists_say_until_when(world: World) {
        let (rep, _, case) = shared(&world, Sensitivity::General).await;
        let store = &world.store;
        let other = opened(&world, &rep, "m2", Sensitivity::General).await;
        store.add_task(&rep, other, key(), "task", NewTask { due: Some(in_days(2)), ..task("Ring") }).await.unwrap();
        store.set_to_wait(&rep, case, sent(1), for_employer(Some("Rektor"), 3)).await.unwrap();
        store.set_to_wait(&rep, other, sent(2), for_employer(None, 1)).await.unwrap();
        let waiting = CaseFilter { status: Some(Status::Waiting), ..CaseFilter::default() };
        let (total, _, rows) = all_cases(&world, &rep, waiting.clone()).await;
        assert_eq!((total, rows.iter().map(|row| row.waiting.unwrap().until).collect::<Vec<_>>()), (2, vec![in_days(1), in_days(3)]));
        let open = CaseFilter { status: Some(Status::Open), ..CaseFilter::default() };
        assert_eq!(all_cases(&world, &rep, open).await.0, 0);
        // Whoever may only know of it is not told what it waits for.
        let officer = world.viewer("officer").await;
        let known = all_cases(&world, &officer, waiting).await.2;
        assert!(known.len() == 2 && known.iter().all(|row| row.waiting.is_none()), "{known:?}");
        // By date, what is waited for counts as a task does.
        let nearest = CaseFilter { order: domain::cases::CaseOrder::Nearest, ..CaseFilter::default() };
        assert_eq!(all_cases(&world, &rep, nearest).await.2.iter().map(|row| row.id).collect::<Vec<_>>(), [other, case]);
        let waited = async |viewer: &Viewer| store.today(viewer).await.unwrap().waited.into_iter().map(|row| (row.case, row.waiting.until)).collect::<Vec<_>>();
        assert_eq!(waited(&rep).await, []);
        assert_eq!(store.today(&rep).await.unwrap().cases.len(), 2, "they are the representative's cases all the same");
        world.clock.advance_seconds(24 * 3600);
        let (rep, leader) = (world.viewer("rep").await, world.viewer("leader").await);
        assert_eq!(waited(&rep).await, [(other, in_days(1))]);
        assert_eq!(waited(&leader).await, [], "it is the owner's to see to");
        world.clock.advance_seconds(4 * 24 * 3600);
        let rep = world.viewer("rep").await;
        assert_eq!(waited(&rep).await, [(other, in_days(1)), (case, in_days(3))]);
        store.go_on(&rep, other, sent(version_of(&world, other).await)).await.unwrap();
        closed(&world, &rep, case).await;
        assert_eq!(waited(&rep).await, []);
        assert_eq!(store.today(&rep).await.unwrap().cases.iter().map(|row| row.id).collect::<Vec<_>>(), [other]);
    }

    async fn what_the_database_holds_fits_the_status(world: World) {
        let (rep, _, case) = shared(&world, Sensitivity::General).await;
        for wrong in [
            "status = 'waiting'",
            "status = 'gone'",
            "waiting_for = 'employer'",
            "waiting_until = '2026-03-20'",
            "outcome = 'ENIGE', closed_on = '2026-03-20'",
            "status = 'closed', outcome = 'ENIGE'",
            "agreed = waiting_note, closed_on = '2026-03-20'",
        ] {
            let refused = world.raw.execute_unprepared(&format!("UPDATE cases SET {wrong}")).await;
            assert!(refused.is_err(), "{wrong}");
        }
        closed(&world, &rep, case).await;
        assert!(world.raw.execute_unprepared("UPDATE cases SET status = 'open'").await.is_err(), "an open case has no outcome");
        assert_eq!(day("2026-03-12"), world.whole(&rep, case).await.closing.unwrap().on);
    }
}

/// Brings a case to a status from wherever it stands, as its owner.
async fn back_to(world: &World, owner: &Viewer, case: CaseId, status: Status, ending: &NewClosing) {
    let now = world.whole(owner, case).await.status;
    let way: &[Transition] = match (now, status) {
        (Status::Open, Status::Waiting) => &[Transition::Wait],
        (Status::Open | Status::Waiting, Status::Closed) => &[Transition::Close],
        (Status::Waiting, Status::Open) => &[Transition::GoOn],
        (Status::Closed, Status::Open) => &[Transition::Reopen],
        (Status::Closed, Status::Waiting) => &[Transition::Reopen, Transition::Wait],
        _ => &[],
    };
    for transition in way {
        try_to(world, owner, case, *transition, ending).await.unwrap();
    }
    assert_eq!(world.whole(owner, case).await.status, status);
}
