//! Meetings, their protocols and signatures.

use domain::cases::{Happening, Sensitivity};
use domain::meetings::{
    Action, Check, MeetingEvent, MeetingKind, MeetingStatus, NewMeeting, Participant, Plan, PointTyped, ProtocolStatus, Record, Side,
    SignedHow, Step, StepTyped, TheirSignature,
};
use domain::registry::Protection;
use domain::{CaseId, MeetingId, Timestamp};
use sea_orm::{ConnectionTrait, Statement, Value};
use store::{StoreError, Viewer};
use uuid::Uuid;

use crate::cases::{key, opened};
use crate::union::{Union, day};
use crate::world::{World, both};

pub(crate) fn ours(person: domain::MemberId, hidden: bool) -> Participant {
    let (name, role, email) = (String::new(), String::new(), String::new());
    Participant { id: person.0, person: Some(person), name, role, email, hidden }
}

pub(crate) fn theirs(name: &str, hidden: bool) -> Participant {
    let email = format!("{}@example.com", name.to_lowercase());
    Participant { id: Uuid::now_v7(), person: None, name: name.to_owned(), role: "Rektor".to_owned(), email, hidden }
}

pub(crate) fn meeting(text: &str, participants: Vec<Participant>) -> NewMeeting {
    let starts_at = Timestamp::at_oslo(day("2026-03-20"), 14, 30).unwrap();
    let plan = Plan {
        kind: MeetingKind::Negotiation,
        place: format!("{text} sted"),
        called_by: format!("{text} kaller"),
        agenda: vec![format!("{text} sak 1")],
        participants,
    };
    NewMeeting { starts_at, ends_at: Some(starts_at.plus_seconds(3600)), plan }
}

pub(crate) fn record(text: &str) -> Record {
    let action = Action { id: Uuid::now_v7(), who: String::new(), what: format!("{text} tiltak"), due: Some(day("2026-03-25")) };
    Record { came: Vec::new(), minutes: format!("{text} referat"), actions: vec![action] }
}

pub(crate) fn signature(name: &str) -> TheirSignature {
    TheirSignature { name: name.to_owned(), role: format!("{name} rolle"), signed_on: day("2026-03-12"), how: SignedHow::Paper }
}

pub(crate) async fn called(world: &World, viewer: &Viewer) -> (CaseId, MeetingId) {
    let case = opened(world, viewer, "m1", Sensitivity::General).await;
    let participants = vec![ours(viewer.person(), false), theirs("Rektor", false)];
    (case, world.store.call_meeting(viewer, case, key(), "meeting", meeting("Møtet", participants)).await.unwrap())
}

pub(crate) fn point(text: &str) -> StepTyped {
    let point = PointTyped {
        subject: format!("{text} tema"),
        employer_says: format!("{text} arbeidsgiver"),
        we_say: format!("{text} vi"),
        agreed: format!("{text} enige"),
        disagreed: format!("{text} uenige"),
    };
    StepTyped { point, ..StepTyped::default() }
}

/// A protocol that is shown to the other side; its version then.
pub(crate) async fn presented(world: &World, viewer: &Viewer, case: CaseId, id: MeetingId) -> i32 {
    let number = world.store.begin_protocol(viewer, case, id, key()).await.unwrap();
    world.store.save_protocol_step(viewer, case, id, (number, 1), "step", Step::Point(1), &point("Protokollen")).await.unwrap();
    world.store.present_protocol(viewer, case, id, (number, 2), true).await.unwrap();
    3
}

async fn change(world: &World, sql: &str, values: impl IntoIterator<Item = Value>) -> Result<u64, sea_orm::DbErr> {
    let statement = Statement::from_sql_and_values(world.raw.get_database_backend(), sql, values);
    world.raw.execute_raw(statement).await.map(|done| done.rows_affected())
}

/// What somebody does who has the database, and wants no trace.
async fn without_triggers(world: &World) {
    for (table, triggers) in [
        ("protocols", &["protocols_signed_stay", "protocols_signed_remain"][..]),
        ("protocol_signatures", &["protocol_signatures_stay", "protocol_signatures_remain"]),
    ] {
        for trigger in triggers {
            let on = if world.on_sqlite() { String::new() } else { format!(" ON {table}") };
            world.run(&format!("DROP TRIGGER IF EXISTS {trigger}{on}")).await;
        }
    }
}

both! {
    async fn a_meeting_is_called_once_changed_and_told_of(world: World) {
        world.import(&Union::small()).await;
        let rep = world.viewer("rep").await;
        let case = opened(&world, &rep, "m1", Sensitivity::General).await;
        let same = key();
        let call = async || world.store.call_meeting(&rep, case, same, "meeting", meeting("A", vec![theirs("Rektor", false)])).await.unwrap();
        let (first, again) = (call().await, call().await);
        assert_eq!((first, world.count("meetings").await), (again, 1));
        let other = opened(&world, &rep, "m2", Sensitivity::General).await;
        let elsewhere = world.store.call_meeting(&rep, other, same, "meeting", meeting("A", Vec::new())).await;
        assert!(matches!(elsewhere, Err(StoreError::Conflict)), "{elsewhere:?}");

        let seen = world.store.meeting(&rep, case, first).await.unwrap();
        assert_eq!((seen.row.kind, seen.row.place.as_str(), seen.version, seen.may_work), (MeetingKind::Negotiation, "A sted", 1, true));
        assert_eq!((seen.agenda.as_slice(), seen.attendees[0].name.as_str()), (&["A sak 1".to_owned()][..], "Rektor"));
        let changed = async |version| world.store.change_meeting(&rep, case, first, version, "meeting", meeting("B", Vec::new())).await;
        changed(1).await.unwrap();
        let stale = world.store.change_meeting(&rep, case, first, 1, "meeting", meeting("C", Vec::new())).await;
        assert!(matches!(stale, Err(StoreError::Conflict)), "somebody has changed it since: {stale:?}");
        assert_eq!(world.store.meeting(&rep, case, first).await.unwrap().row.place, "B sted");

        let view = world.whole(&rep, case).await;
        assert_eq!(view.meetings.iter().map(|row| row.id).collect::<Vec<_>>(), [first]);
        let told: Vec<_> = view.timeline.iter().filter_map(|entry| match entry.what {
            Happening::Meeting { id, what, .. } if id == first => Some(what),
            _ => None,
        }).collect();
        assert_eq!(told, [MeetingEvent::Changed, MeetingEvent::Called]);
        assert_eq!(world.store.today(&rep).await.unwrap().meetings.iter().map(|row| row.id).collect::<Vec<_>>(), [first]);
        for who in ["leader", "outsider"] {
            assert!(world.store.today(&world.viewer(who).await).await.unwrap().meetings.is_empty(), "{who} does not work on the case");
        }
        let mut leader = world.viewer("leader").await;
        world.take_part(case, leader.person()).await;
        leader = world.viewer("leader").await;
        assert_eq!(world.store.today(&leader).await.unwrap().meetings.len(), 1);

        world.store.cancel_meeting(&rep, case, first, 2).await.unwrap();
        world.store.cancel_meeting(&rep, case, first, 2).await.unwrap();
        assert_eq!(world.store.meeting(&rep, case, first).await.unwrap().row.status, MeetingStatus::Cancelled);
        assert!(matches!(changed(3).await, Err(StoreError::Conflict)), "what is called off stays so");
        assert!(world.store.today(&rep).await.unwrap().meetings.is_empty());
    }

    async fn whoever_is_protected_is_hidden_whatever_was_chosen(world: World) {
        let mut union = Union::small();
        world.import(&union).await;
        let rep = world.viewer("rep").await;
        let case = opened(&world, &rep, "m1", Sensitivity::General).await;
        let member = world.member_id("m1").await;
        let participants = vec![ours(member, false), ours(rep.person(), true), theirs("Rektor", false), theirs("Vitne", true)];
        let id = world.store.call_meeting(&rep, case, key(), "meeting", meeting("A", participants)).await.unwrap();
        let hidden = async || -> Vec<bool> { world.store.meeting(&rep, case, id).await.unwrap().attendees.iter().map(|one| one.hidden).collect() };
        assert_eq!(hidden().await, [false, true, false, true]);
        // The address is graded after the call was written.
        let line = union.members.iter_mut().find(|line| line.id == "m1").unwrap();
        line.protection = Some(Protection::Confidential);
        world.import(&union).await;
        assert_eq!(hidden().await, [true, true, false, true]);
        let form = world.store.meeting_form(&rep, case, Some(id)).await.unwrap();
        let people: Vec<_> = form.people.iter().map(|person| (person.id, person.protected)).collect();
        assert_eq!(people, [(member, true), (rep.person(), false)]);
        // Nor does a protocol begin with the name of one who is hidden.
        let number = world.store.begin_protocol(&rep, case, id, key()).await.unwrap();
        let head = world.store.protocol(&rep, case, id, Some(number)).await.unwrap().protocol.unwrap().head;
        assert_eq!((head.ours.as_str(), head.employer.as_str()), ("", "Rektor, Rektor"));
    }

    async fn what_is_written_of_meetings_lies_sealed(world: World) {
        world.import(&Union::small()).await;
        let rep = world.viewer("rep").await;
        let case = opened(&world, &rep, "m1", Sensitivity::Health).await;
        let id = world.store.call_meeting(&rep, case, key(), "meeting", meeting("CANARY", vec![theirs("CANARY", true)])).await.unwrap();
        world.store.record_meeting(&rep, case, id, 1, "record", &record("CANARY")).await.unwrap();
        let number = world.store.begin_protocol(&rep, case, id, key()).await.unwrap();
        world.store.save_protocol_step(&rep, case, id, (number, 1), "step", Step::Point(1), &point("CANARY")).await.unwrap();
        let head = StepTyped {
            held_on: "12.3.2026".to_owned(),
            place: "CANARY".to_owned(),
            employer_party: "CANARY".to_owned(),
            our_party: "CANARY".to_owned(),
            basis: "CANARY".to_owned(),
            ..StepTyped::default()
        };
        world.store.save_protocol_step(&rep, case, id, (number, 2), "step", Step::Head, &head).await.unwrap();
        let rest = StepTyped { longer_time: "CANARY".to_owned(), our_comment: "CANARY".to_owned(), employer_comment: "CANARY".to_owned(), ..StepTyped::default() };
        world.store.save_protocol_step(&rep, case, id, (number, 3), "step", Step::Result, &rest).await.unwrap();
        world.store.save_protocol_step(&rep, case, id, (number, 4), "step", Step::Comments, &rest).await.unwrap();
        world.store.present_protocol(&rep, case, id, (number, 5), true).await.unwrap();
        world.store.note_signature(&rep, case, id, (number, 6), key(), "sign", signature("CANARY")).await.unwrap();
        world.store.make_meeting_tasks(&rep, case, id).await.unwrap();
        let view = world.store.protocol(&rep, case, id, None).await.unwrap();
        let digest = view.digest.clone();
        assert!(format!("{view:?}").contains("CANARY rolle") && digest.len() == 64);
        assert!(world.holds(b"negotiation").await || world.holds(b"presented").await || world.holds(b"signed").await, "the search finds");
        // Nor the digest, by which one could try what a short text says.
        let bytes: Vec<u8> = (0..32).map(|n| u8::from_str_radix(&digest[2 * n..2 * n + 2], 16).unwrap()).collect();
        for secret in [b"CANARY".as_slice(), digest.as_bytes(), &bytes] {
            assert!(!world.holds(secret).await, "{}", String::from_utf8_lossy(secret));
        }
        // Nor what kind of meeting it was; the case types say the word for everybody.
        let hex: String = b"negotiation".iter().map(|byte| format!("{byte:02x}")).collect();
        for (table, rows) in world.contents(&["case_types"]).await {
            assert!(rows.iter().all(|row| !row.contains("negotiation") && !row.to_lowercase().contains(&hex)), "{table}");
        }
    }

    async fn a_protocol_goes_from_draft_to_both_signatures_and_stays(world: World) {
        world.import(&Union::small()).await;
        let rep = world.viewer("rep").await;
        let (case, id) = called(&world, &rep).await;
        let begun = world.store.begin_protocol(&rep, case, id, key()).await.unwrap();
        assert_eq!((begun, world.store.begin_protocol(&rep, case, id, key()).await.unwrap()), (1, 1), "there is one to write on");
        let empty = world.store.protocol(&rep, case, id, None).await.unwrap();
        let (protocol, check) = (empty.protocol.unwrap(), empty.check);
        assert_eq!((check, protocol.points[0].subject.as_str(), protocol.head.place.as_str()), (Check::Unsigned, "Møtet sak 1", "Møtet sted"));
        let save = async |version, text: &str| {
            world.store.save_protocol_step(&rep, case, id, (1, version), "step", Step::Point(1), &point(text)).await
        };
        save(1, "Første").await.unwrap();
        assert!(matches!(save(1, "For sent").await, Err(StoreError::Conflict)));
        // Nobody signs what the other side has not been shown, nor what they have not seen themselves.
        let sign = async |version| world.store.sign_protocol(&rep, case, id, (1, version), key()).await;
        assert!(matches!(sign(2).await, Err(StoreError::Conflict)));
        world.store.present_protocol(&rep, case, id, (1, 2), true).await.unwrap();
        assert!(matches!(save(3, "Etter at den er vist").await, Err(StoreError::Conflict)));
        assert!(matches!(sign(2).await, Err(StoreError::Conflict)));
        sign(3).await.unwrap();
        sign(3).await.unwrap();
        let view = world.store.protocol(&rep, case, id, None).await.unwrap();
        assert_eq!((view.status, view.check, view.signatures.len(), view.signed_by_me), (ProtocolStatus::Signed, Check::Whole, 1, true));
        assert_eq!(view.signatures[0].role, "plasstillitsvalgt, Enheten C1");
        let noted = key();
        for _ in 0..2 {
            world.store.note_signature(&rep, case, id, (1, 4), noted, "sign", signature("Rektor Rød")).await.unwrap();
        }
        let view = world.store.protocol(&rep, case, id, None).await.unwrap();
        assert!(view.by_both() && view.check == Check::Whole && view.signatures.len() == 2);
        assert_eq!(view.signatures.iter().map(|one| one.side).collect::<Vec<_>>(), [Side::Ours, Side::Theirs]);

        // No command changes it now.
        let before = world.texts(if world.on_sqlite() { "SELECT hex(contents) FROM protocols" } else { "SELECT encode(contents, 'hex') FROM protocols" }).await;
        assert!(matches!(save(4, "Etterpå").await, Err(StoreError::Conflict)));
        let withdrawn = world.store.present_protocol(&rep, case, id, (1, 4), false).await;
        assert!(matches!(withdrawn, Err(StoreError::Conflict)), "{withdrawn:?}");
        let after = world.texts(if world.on_sqlite() { "SELECT hex(contents) FROM protocols" } else { "SELECT encode(contents, 'hex') FROM protocols" }).await;
        assert_eq!(before, after);
        // Nor does the database let anybody.
        for sql in [
            "UPDATE protocols SET status = 'draft'",
            "UPDATE protocols SET version = 9",
            "DELETE FROM protocols",
            "UPDATE protocol_signatures SET signed_at = 1",
            "DELETE FROM protocol_signatures",
        ] {
            assert!(world.raw.execute_unprepared(sql).await.is_err(), "{sql}");
        }

        // A correction is another version, and says which it corrects.
        let corrected = key();
        for _ in 0..2 {
            assert_eq!(world.store.begin_protocol(&rep, case, id, corrected).await.unwrap(), 2);
        }
        let second = world.store.protocol(&rep, case, id, None).await.unwrap();
        let digest: String = second.protocol.unwrap().corrects.unwrap().iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!((second.number, second.check, digest), (2, Check::Unsigned, view.digest.clone()));
        let first = world.store.protocol(&rep, case, id, Some(1)).await.unwrap();
        assert_eq!((first.check, first.latest, first.digest), (Check::Whole, false, view.digest));
    }

    async fn whatever_is_altered_behind_the_program_is_told(world: World) {
        world.import(&Union::small()).await;
        let rep = world.viewer("rep").await;
        let (case, id) = called(&world, &rep).await;
        let blob = async |sql: &str| -> Vec<u8> { world.rows(sql).await[0].try_get_by_index(0).unwrap() };
        world.store.begin_protocol(&rep, case, id, key()).await.unwrap();
        let step = |text: &str| point(text);
        world.store.save_protocol_step(&rep, case, id, (1, 1), "step", Step::Point(1), &step("Det som ikke ble signert")).await.unwrap();
        let earlier = blob("SELECT contents FROM protocols").await;
        world.store.save_protocol_step(&rep, case, id, (1, 2), "step", Step::Point(1), &step("Det som ble signert")).await.unwrap();
        world.store.present_protocol(&rep, case, id, (1, 3), true).await.unwrap();
        world.store.sign_protocol(&rep, case, id, (1, 4), key()).await.unwrap();
        world.store.note_signature(&rep, case, id, (1, 5), key(), "sign", signature("Rektor Rød")).await.unwrap();
        let check = async || world.store.protocol(&rep, case, id, None).await.unwrap().check;
        assert_eq!(check().await, Check::Whole);
        without_triggers(&world).await;
        let signed = blob("SELECT contents FROM protocols").await;
        let put = async |contents: &[u8]| {
            assert_eq!(change(&world, "UPDATE protocols SET contents = $1", [contents.to_vec().into()]).await.unwrap(), 1);
        };
        // An earlier text of the very same row, which the key opens.
        put(&earlier).await;
        assert_eq!(check().await, Check::Changed);
        let shown = world.store.protocol(&rep, case, id, None).await.unwrap();
        assert!(shown.signatures.iter().all(|signature| !signature.holds));
        // A byte of it.
        let mut bent = signed.clone();
        bent[40] ^= 1;
        put(&bent).await;
        let shown = world.store.protocol(&rep, case, id, None).await.unwrap();
        assert_eq!((shown.check, shown.protocol), (Check::Changed, None));
        put(&signed).await;
        assert_eq!(check().await, Check::Whole);
        // Its state, so that it could be written on: it is noticed, and cannot.
        world.run("UPDATE protocols SET status = 'draft'").await;
        assert_eq!(check().await, Check::Changed);
        let save = world.store.save_protocol_step(&rep, case, id, (1, 5), "step", Step::Point(1), &step("Omskrevet")).await;
        assert!(matches!(save, Err(StoreError::Conflict)), "{save:?}");
        world.run("UPDATE protocols SET status = 'signed'").await;
        // One signature in the place of another, and one that is gone.
        let details = world.rows("SELECT details FROM protocol_signatures ORDER BY side").await;
        let details: Vec<Vec<u8>> = details.iter().map(|row| row.try_get_by_index(0).unwrap()).collect();
        let put = async |details: &[u8]| {
            change(&world, "UPDATE protocol_signatures SET details = $1 WHERE side = 'theirs'", [details.to_vec().into()]).await.unwrap()
        };
        assert_eq!(put(&details[0]).await, 1);
        assert_eq!(check().await, Check::Changed);
        assert_eq!(put(&details[1]).await, 1);
        assert_eq!(check().await, Check::Whole);
        world.run("DELETE FROM protocol_signatures WHERE side = 'theirs'").await;
        assert_eq!(check().await, Check::Missing);
    }

    async fn actions_become_tasks_once(world: World) {
        world.import(&Union::small()).await;
        let rep = world.viewer("rep").await;
        let leader = world.viewer("leader").await;
        let (case, id) = called(&world, &rep).await;
        world.take_part(case, leader.person()).await;
        let mut written = record("Møtet");
        written.actions.push(Action { id: Uuid::now_v7(), who: leader.name().to_uppercase(), what: "Sjekke".to_owned(), due: None });
        written.actions.push(Action { id: Uuid::now_v7(), who: "Rektor".to_owned(), what: "Svare".to_owned(), due: None });
        world.store.record_meeting(&rep, case, id, 1, "record", &written).await.unwrap();
        let version = presented(&world, &rep, case, id).await;
        let agreed = StepTyped {
            actions: vec![domain::meetings::ActionTyped { what: "Fra protokollen".to_owned(), ..Default::default() }],
            ..StepTyped::default()
        };
        world.store.present_protocol(&rep, case, id, (1, version), false).await.unwrap();
        world.store.save_protocol_step(&rep, case, id, (1, 4), "step", Step::Actions, &agreed).await.unwrap();
        assert_eq!(world.store.make_meeting_tasks(&rep, case, id).await.unwrap(), 3, "not those of a protocol that is not signed");
        world.store.present_protocol(&rep, case, id, (1, 5), true).await.unwrap();
        world.store.sign_protocol(&rep, case, id, (1, 6), key()).await.unwrap();
        let waiting = world.store.meeting(&rep, case, id).await.unwrap();
        assert_eq!((waiting.waiting, waiting.made), (1, 3));
        assert_eq!(world.store.make_meeting_tasks(&leader_of(&world).await, case, id).await.unwrap(), 1, "whoever works on the case may");
        assert_eq!(world.store.make_meeting_tasks(&rep, case, id).await.unwrap(), 0);
        let mut tasks: Vec<_> = world.whole(&rep, case).await.tasks.into_iter().map(|task| (task.title, task.owner)).collect();
        tasks.sort();
        let by = |viewer: &Viewer| viewer.name().to_owned();
        assert_eq!(tasks, [
            ("Fra protokollen".to_owned(), by(&leader)),
            ("Møtet tiltak".to_owned(), by(&rep)),
            ("Rektor: Svare".to_owned(), by(&rep)),
            ("Sjekke".to_owned(), by(&leader)),
        ]);
        // The same actions in a corrected version are the same tasks.
        world.store.begin_protocol(&rep, case, id, key()).await.unwrap();
        world.store.present_protocol(&rep, case, id, (2, 1), true).await.unwrap();
        world.store.sign_protocol(&rep, case, id, (2, 2), key()).await.unwrap();
        assert_eq!(world.store.make_meeting_tasks(&rep, case, id).await.unwrap(), 0);
    }

    async fn a_reader_changes_nothing_and_an_outsider_finds_nothing(world: World) {
        world.import(&Union::small()).await;
        let rep = world.viewer("rep").await;
        let (case, id) = called(&world, &rep).await;
        let version = presented(&world, &rep, case, id).await;
        let own = opened(&world, &world.viewer("outsider").await, "m3", Sensitivity::General).await;
        let before = world.contents(&["access_log", "sessions"]).await;
        for (who, reads) in [("leader", true), ("officer", false), ("outsider", false)] {
            let viewer = world.viewer(who).await;
            let knows = who != "outsider";
            assert_eq!(world.store.meeting(&viewer, case, id).await.is_ok(), reads, "{who}");
            assert_eq!(world.store.protocol(&viewer, case, id, None).await.is_ok(), reads, "{who}");
            let attempts = [
                world.store.call_meeting(&viewer, case, key(), "meeting", meeting("Snik", Vec::new())).await.map(drop),
                world.store.meeting_form(&viewer, case, Some(id)).await.map(drop),
                world.store.change_meeting(&viewer, case, id, 1, "meeting", meeting("Snik", Vec::new())).await,
                world.store.cancel_meeting(&viewer, case, id, 1).await,
                world.store.record_meeting(&viewer, case, id, 1, "record", &record("Snik")).await,
                world.store.make_meeting_tasks(&viewer, case, id).await.map(drop),
                world.store.begin_protocol(&viewer, case, id, key()).await.map(drop),
                world.store.save_protocol_step(&viewer, case, id, (1, version), "step", Step::Point(1), &point("Snik")).await.map(drop),
                world.store.present_protocol(&viewer, case, id, (1, version), false).await,
                world.store.sign_protocol(&viewer, case, id, (1, version), key()).await,
                world.store.note_signature(&viewer, case, id, (1, version), key(), "sign", signature("Snik")).await,
            ];
            for (n, answer) in attempts.into_iter().enumerate() {
                let refused = if knows { matches!(answer, Err(StoreError::Forbidden)) } else { matches!(answer, Err(StoreError::NotFound)) };
                assert!(refused, "{who}, attempt {n}: {answer:?}");
            }
        }
        // Through a case of one's own, a meeting of another's is not there.
        let outsider = world.viewer("outsider").await;
        for answer in [
            world.store.meeting(&outsider, own, id).await.map(drop),
            world.store.protocol(&outsider, own, id, Some(1)).await.map(drop),
            world.store.change_meeting(&outsider, own, id, 1, "meeting", meeting("Snik", Vec::new())).await,
            world.store.record_meeting(&outsider, own, id, 1, "record", &record("Snik")).await,
            world.store.begin_protocol(&outsider, own, id, key()).await.map(drop),
            world.store.sign_protocol(&outsider, own, id, (1, version), key()).await,
        ] {
            assert!(matches!(answer, Err(StoreError::NotFound)), "{answer:?}");
        }
        assert_eq!(world.contents(&["access_log", "sessions"]).await, before);
    }

    async fn every_look_is_in_the_log(world: World) {
        world.import(&Union::small()).await;
        let rep = world.viewer("rep").await;
        let (case, id) = called(&world, &rep).await;
        world.store.begin_protocol(&rep, case, id, key()).await.unwrap();
        let looks = async || world.logged("SELECT action FROM access_log WHERE action = 'open' AND subject_kind = 'case'").await.len();
        let before = looks().await;
        world.store.meeting(&rep, case, id).await.unwrap();
        world.store.meeting_form(&rep, case, None).await.unwrap();
        world.store.protocol(&rep, case, id, None).await.unwrap();
        assert_eq!(looks().await, before + 3);
    }
}

/// The leader, once more from the session on: now they take part.
async fn leader_of(world: &World) -> Viewer {
    world.viewer("leader").await
}
