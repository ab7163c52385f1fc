//! Cases about several members, and about everybody at a place.

use std::collections::BTreeMap;

use domain::cases::{About, CaseFilter, CaseKind, CaseRow, CaseType, Everybody, Happening, NewCase, Place};
use domain::identity::OrgNumber;
use domain::meetings::{MeetingKind, Participant, Plan};
use domain::members::{ExportOrder, ExportPurpose, SheetKind};
use domain::org::Office;
use domain::{CaseId, Code, Field, Lang, MemberId, UnitId};
use store::{StoreError, Viewer};
use uuid::Uuid;

use crate::cases::{all_cases, key, opened};
use crate::meetings::{meeting, record};
use crate::union::{Union, day, in_days, org};
use crate::world::{World, both};

/// A type whose cases can be about one, several and all.
fn any_kind() -> CaseType {
    "ANNET".parse().unwrap()
}

fn new(about: About) -> NewCase {
    NewCase { case_type: any_kind(), about, happened_on: day("2026-03-01"), description: "Om flere".to_owned(), answers: Vec::new() }
}

async fn about(world: &World, members: &[&str]) -> About {
    let mut ids = Vec::new();
    for member in members {
        ids.push(world.member_id(member).await);
    }
    About::group(ids).unwrap()
}

async fn open(world: &World, viewer: &Viewer, about: About) -> Result<CaseId, StoreError> {
    world.store.open_case(viewer, key(), "case", new(about), Lang::Nb).await.map(|opened| opened.id)
}

async fn group(world: &World, viewer: &Viewer, members: &[&str]) -> CaseId {
    open(world, viewer, about(world, members).await).await.unwrap()
}

async fn club(world: &World, key: &str) -> UnitId {
    let rows = world.rows(&format!("SELECT id FROM units WHERE registry_key = '{key}'")).await;
    UnitId(rows[0].try_get_by_index(0).unwrap())
}

async fn place(world: &World, key: &str, workplace: Option<OrgNumber>) -> Place {
    Place { club: club(world, key).await, workplace }
}

fn wrong<T: std::fmt::Debug>(answer: Result<T, StoreError>) -> (Field, Code) {
    match answer {
        Err(StoreError::Invalid(errors)) => errors.0[0],
        other => panic!("{other:?}"),
    }
}

async fn everything(world: &World) -> BTreeMap<String, Vec<String>> {
    world.contents(&["access_log", "sessions"]).await
}

async fn names(world: &World, viewer: &Viewer, case: CaseId) -> Vec<String> {
    world.whole(viewer, case).await.parties.into_iter().map(|party| party.name).collect()
}

async fn row(world: &World, viewer: &Viewer, case: CaseId) -> CaseRow {
    let (_, _, rows) = all_cases(world, viewer, CaseFilter::default()).await;
    rows.into_iter().find(|row| row.id == case).unwrap()
}

/// The representative helps `m1`, whom nobody else is told of.
async fn with_a_protected_member(world: &World) -> (Viewer, Viewer) {
    let mut union = Union::small();
    let line = union.change("m1");
    (line.shielded, line.helper) = (Some(true), Some("rep".to_owned()));
    world.import(&union).await;
    (world.viewer("rep").await, world.viewer("leader").await)
}

const NOT_OFFERED: (Field, Code) = (Field::Member, Code::NotOffered);

both! {
    async fn a_case_about_several_names_them_all_and_is_on_each_one_s_card(world: World) {
        world.import(&Union::small()).await;
        let rep = world.viewer("rep").await;
        let case = group(&world, &rep, &["m2", "m1", "m2"]).await;
        let view = world.whole(&rep, case).await;
        assert_eq!((view.kind, view.everybody, view.unit.as_str()), (CaseKind::Group, None, "Enheten C1"));
        assert_eq!(names(&world, &rep, case).await, ["Kari m1", "Kari m2"]);
        assert_eq!(row(&world, &rep, case).await.about, ["Kari m1", "Kari m2"]);
        for member in ["m1", "m2"] {
            let card = world.store.member(&rep, world.member_id(member).await).await.unwrap();
            assert_eq!(card.cases.iter().map(|row| row.id).collect::<Vec<_>>(), [case], "{member}");
        }
        assert_eq!(world.count("case_parties").await, 2);
        // One is still one.
        let single = opened(&world, &rep, "m1", domain::cases::Sensitivity::General).await;
        assert_eq!(world.whole(&rep, single).await.kind, CaseKind::Individual);
    }

    async fn all_of_them_are_in_scope_and_share_the_club_or_nothing_is_written(world: World) {
        let mut union = Union::small();
        union.holds("rep", Office::WORKPLACE_REP, "C2");
        union.member("both", "L1");
        union.works("both", 11);
        union.works("both", 21);
        world.import(&union).await;
        let (rep, leader) = (world.viewer("rep").await, world.viewer("leader").await);
        let before = everything(&world).await;
        // Somebody whom the leader does not see is answered like nobody.
        let nobody = About::group([world.member_id("m1").await, MemberId(Uuid::now_v7())]).unwrap();
        let outside = about(&world, &["m1", "m3"]).await;
        for about in [nobody, outside.clone()] {
            assert_eq!(wrong(open(&world, &leader, about.clone()).await), NOT_OFFERED);
            assert_eq!(wrong(world.store.may_open_case(&leader, &about, Some(any_kind())).await), NOT_OFFERED);
            assert_eq!(wrong(world.store.before_case(&leader, &about, Some(&any_kind()), None).await), NOT_OFFERED);
        }
        // The representative may open cases about each, but not one about both.
        assert_eq!(wrong(open(&world, &rep, outside).await), (Field::Member, Code::NoSharedClub));
        // A type about one is about one.
        let dismissal = NewCase { case_type: "OPPSIGELSE".parse().unwrap(), ..new(about(&world, &["m1", "m2"]).await) };
        assert_eq!(wrong(world.store.open_case(&rep, key(), "case", dismissal, Lang::Nb).await), NOT_OFFERED);
        assert_eq!(everything(&world).await, before);
        // Whoever is in both clubs can be with either.
        for (with, unit) in [("m1", "Enheten C1"), ("m3", "Enheten C2")] {
            let case = group(&world, &rep, &["both", with]).await;
            assert_eq!(world.unit_of(case).await, unit);
        }
        let ids = [world.member_id("m3").await, world.member_id("m1").await, MemberId(Uuid::now_v7())];
        let offered = world.store.may_open_case_about_each(&leader, &ids).await.unwrap();
        assert_eq!(offered, [(ids[1], "Kari m1".to_owned())]);
    }

    async fn a_protected_member_among_several_is_told_of_to_nobody_who_does_not_see_them(world: World) {
        let (rep, leader) = with_a_protected_member(&world).await;
        let case = group(&world, &rep, &["m1", "m2", "leader"]).await;
        world.take_part(case, leader.person()).await;
        let m1 = world.member_id("m1").await;
        let all = ["Kari leader", "Kari m1", "Kari m2"];
        assert_eq!(names(&world, &rep, case).await, all);
        assert_eq!(row(&world, &rep, case).await.about, all);
        let others = ["Kari leader", "Kari m2"];
        assert_eq!(names(&world, &leader, case).await, others);
        assert_eq!(row(&world, &leader, case).await.about, others);
        // Nor in what has happened: that they were added, and taken out.
        world.store.remove_party(&rep, case, m1).await.unwrap();
        world.store.add_party(&rep, case, m1).await.unwrap();
        let lines = async |viewer: &Viewer| world.whole(viewer, case).await.timeline.len();
        assert_eq!((lines(&rep).await, lines(&leader).await), (3, 1));
        assert_eq!(world.store.timeline(&leader, case, None, None).await.unwrap().entries.len(), 1);
        // Nor in a meeting, whoever called it.
        let person = |id: MemberId| {
            let (name, role, email) = (String::new(), String::new(), String::new());
            Participant { id: id.0, person: Some(id), name, role, email, hidden: false }
        };
        let called = meeting("Møtet", vec![person(m1), person(rep.person())]);
        let id = world.store.call_meeting(&rep, case, key(), "meeting", called).await.unwrap();
        let mut minutes = record("Møtet");
        minutes.came = vec![m1.0];
        world.store.record_meeting(&rep, case, id, 1, "minutes", &minutes).await.unwrap();
        let told = world.store.meeting(&leader, case, id).await.unwrap();
        assert_eq!(told.attendees.iter().map(|one| one.name.as_str()).collect::<Vec<_>>(), ["Kari rep"]);
        assert_eq!(told.record.unwrap().came, Vec::<Uuid>::new());
        let form = world.store.meeting_form(&leader, case, Some(id)).await.unwrap();
        assert!(form.people.iter().all(|person| person.id != m1));
        assert_eq!(form.saved.unwrap().0.ours, [rep.person().to_string()]);
        // What they change leaves the other where they were.
        let changed = Plan { kind: MeetingKind::Negotiation, participants: vec![person(leader.person())], ..meeting("Nytt", vec![]).plan };
        let changed = domain::meetings::NewMeeting { plan: changed, ..meeting("Nytt", vec![]) };
        world.store.change_meeting(&leader, case, id, 2, "meeting", changed).await.unwrap();
        world.store.record_meeting(&leader, case, id, 3, "minutes", &record("Møtet")).await.unwrap();
        let told = world.store.meeting(&rep, case, id).await.unwrap();
        assert_eq!(told.attendees.iter().map(|one| one.name.as_str()).collect::<Vec<_>>(), ["Kari leader", "Kari m1"]);
        assert_eq!(told.record.unwrap().came, [m1.0]);
        // Nor in what stood there before.
        let kept_minutes = world.store.record_meeting(&leader, case, id, 3, "minutes", &record("Et annet")).await;
        kept_minutes.unwrap();
        for (viewer, called, came) in [(&rep, vec!["Kari m1", "Kari rep"], vec!["Kari m1"]), (&leader, vec!["Kari rep"], vec![])] {
            let told = world.store.meeting(viewer, case, id).await.unwrap();
            let before = &told.earlier_calls[0].was;
            assert_eq!(before.attendees.iter().map(|one| one.name.as_str()).collect::<Vec<_>>(), called);
            let before = &told.earlier_minutes[0].was;
            assert_eq!((before.minutes.as_str(), &before.came), ("Møtet referat", &came.iter().map(|name| (*name).to_owned()).collect()));
            assert_eq!(format!("{told:?}").contains(&m1.to_string()), called.contains(&"Kari m1"));
        }
        // Nor in a form, where nothing can be done to somebody of whom one is not told.
        assert_eq!(world.store.parties_form(&leader, case, "").await.unwrap().people.len(), 2);
        let before = world.contents(&["access_log", "sessions", "drafts"]).await;
        world.store.remove_party(&leader, case, m1).await.unwrap();
        assert_eq!(wrong(world.store.add_party(&leader, case, m1).await), NOT_OFFERED);
        assert_eq!(world.contents(&["access_log", "sessions", "drafts"]).await, before);
        // In no file, not even of the one who sees them.
        let order = ExportOrder { purpose: ExportPurpose::Meeting, why: "Møte".to_owned(), kind: SheetKind::Csv, contact: false };
        for viewer in [&rep, &leader] {
            let file = world.store.export_cases(viewer, &CaseFilter::default(), order.clone()).await.unwrap();
            assert_eq!(file.rows[0].about, others);
        }
        // In a case about them alone, whoever reads it knows about whom it is, as before.
        let alone = open(&world, &rep, About::Member(m1)).await.unwrap();
        world.take_part(alone, leader.person()).await;
        let party = &world.whole(&leader, alone).await.parties[0];
        assert_eq!((party.name.as_str(), party.card), ("Kari m1", None));
    }

    async fn a_case_about_everybody_names_nobody_and_stands_where_one_may_open_it(world: World) {
        let mut union = Union::small();
        union.member("narrow", "L1");
        union.works("narrow", 11);
        union.holds("narrow", Office::WORKPLACE_REP, "C1").workplace = Some(org(11));
        world.import(&union).await;
        let (rep, narrow, leader) = (world.viewer("rep").await, world.viewer("narrow").await, world.viewer("leader").await);
        let (whole, eleven, twelve) =
            (place(&world, "C1", None).await, place(&world, "C1", Some(org(11))).await, place(&world, "C1", Some(org(12))).await);
        let offered = async |viewer: &Viewer, query: &str| -> Vec<(Place, Everybody)> {
            world.store.case_places(viewer, &any_kind(), query).await.unwrap().places
        };
        let (club, at_eleven) = (Everybody::Club("Enheten C1".to_owned()), Everybody::Workplace("Arbeidsplass 11".to_owned()));
        let at_twelve = Everybody::Workplace("Arbeidsplass 12".to_owned());
        let all = [(whole, club.clone()), (eleven, at_eleven.clone()), (twelve, at_twelve.clone())];
        assert_eq!(offered(&rep, "").await, all);
        assert_eq!(offered(&leader, "").await, all);
        assert_eq!(offered(&rep, "12").await, [(twelve, at_twelve)]);
        assert_eq!(offered(&narrow, "").await, [(eleven, at_eleven.clone())]);
        let outsider = offered(&world.viewer("outsider").await, "").await;
        assert_eq!(outsider.iter().map(|(place, _)| place.workplace).collect::<Vec<_>>(), [None, Some(org(21))]);

        let before = everything(&world).await;
        let elsewhere = [
            place(&world, "C2", None).await,
            place(&world, "C2", Some(org(21))).await,
            place(&world, "C1", Some(org(21))).await,
            place(&world, "C1", Some(org(1))).await,
            place(&world, "L1", None).await,
            Place { club: UnitId(Uuid::now_v7()), workplace: None },
        ];
        for place in elsewhere {
            assert_eq!(wrong(open(&world, &rep, About::Everybody(place)).await), (Field::CasePlace, Code::NotOffered), "{place}");
            assert_eq!(world.store.case_place(&rep, place).await.unwrap(), None, "{place}");
        }
        for place in [whole, twelve] {
            assert_eq!(wrong(open(&world, &narrow, About::Everybody(place)).await), (Field::CasePlace, Code::NotOffered), "{place}");
        }
        assert_eq!(everything(&world).await, before);

        let case = open(&world, &rep, About::Everybody(whole)).await.unwrap();
        let theirs = open(&world, &narrow, About::Everybody(eleven)).await.unwrap();
        assert_eq!((world.count("cases").await, world.count("case_parties").await), (2, 0));
        let view = world.whole(&rep, case).await;
        assert_eq!((view.kind, view.everybody, view.parties.len()), (CaseKind::Collective, Some(club.clone()), 0));
        assert_eq!(row(&world, &leader, case).await.everybody, Some(club));
        assert_eq!(row(&world, &narrow, theirs).await.everybody, Some(at_eleven));
        assert_eq!(world.unit_of(theirs).await, "Enheten C1");
        let (_, facts) = world.store.letter_facts(&narrow, theirs, Lang::Nb).await.unwrap();
        assert_eq!((facts.member, facts.workplace.as_deref()), (None, Some("Arbeidsplass 11")));
        // Whoever only knows of it is told of no place.
        let known = row(&world, &world.viewer("officer").await, case).await;
        assert_eq!((known.readable, known.everybody), (false, None));
        // Nobody is added to everybody.
        let added = world.store.add_party(&rep, case, world.member_id("m1").await).await;
        assert!(matches!(added, Err(StoreError::Forbidden)), "{added:?}");
    }

    async fn whom_it_is_about_is_changed_by_those_who_work_on_it_and_told(world: World) {
        let mut union = Union::small();
        union.member("m4", "L1");
        union.works("m4", 12);
        world.import(&union).await;
        let (rep, leader, outsider) = (world.viewer("rep").await, world.viewer("leader").await, world.viewer("outsider").await);
        let case = group(&world, &rep, &["m1", "m2"]).await;
        let (m1, m2, m3, m4) =
            (world.member_id("m1").await, world.member_id("m2").await, world.member_id("m3").await, world.member_id("m4").await);
        let version = async || world.whole(&rep, case).await.version;
        for _ in 0..2 {
            world.store.add_party(&rep, case, m4).await.unwrap();
            assert_eq!((version().await, names(&world, &rep, case).await), (2, vec!["Kari m1".into(), "Kari m2".into(), "Kari m4".into()]));
        }
        for _ in 0..2 {
            world.store.remove_party(&rep, case, m1).await.unwrap();
            assert_eq!((version().await, names(&world, &rep, case).await), (3, vec!["Kari m2".into(), "Kari m4".into()]));
        }
        let told: Vec<Happening> = world.whole(&rep, case).await.timeline.into_iter().map(|entry| entry.what).collect();
        let (removed, added) = (Happening::PartyRemoved { name: "Kari m1".to_owned() }, Happening::PartyAdded { name: "Kari m4".to_owned() });
        assert_eq!(told, [removed, added, Happening::Opened]);

        let before = everything(&world).await;
        assert_eq!(wrong(world.store.add_party(&rep, case, m3).await), NOT_OFFERED);
        assert_eq!(wrong(world.store.add_party(&rep, case, MemberId(Uuid::now_v7())).await), NOT_OFFERED);
        let single = opened(&world, &leader, "m1", domain::cases::Sensitivity::General).await;
        for answer in [world.store.add_party(&leader, single, m2).await, world.store.remove_party(&leader, single, m1).await] {
            assert!(matches!(answer, Err(StoreError::Forbidden)), "only of several: {answer:?}");
        }
        for (viewer, forbidden) in [(&leader, true), (&outsider, false)] {
            for answer in [
                world.store.add_party(viewer, case, m1).await,
                world.store.remove_party(viewer, case, m4).await,
                world.store.parties_form(viewer, case, "").await.map(drop),
            ] {
                assert!(matches!(answer, Err(StoreError::Forbidden)) == forbidden, "{answer:?}");
                assert!(matches!(answer, Err(StoreError::NotFound)) != forbidden, "{answer:?}");
            }
        }
        let after = everything(&world).await;
        let untouched = |table: &str| before[table].iter().all(|row| after[table].contains(row));
        assert!(untouched("cases") && untouched("case_parties") && untouched("case_events"));

        // The last one stays.
        world.store.remove_party(&rep, case, m2).await.unwrap();
        assert_eq!(wrong(world.store.remove_party(&rep, case, m4).await), (Field::Member, Code::TooFew { min: 1 }));
        assert_eq!(names(&world, &rep, case).await, ["Kari m4"]);
        // Nobody changes a closed case.
        world.run("UPDATE cases SET status = 'closed', outcome = 'ENIGE', closed_on = '2026-03-12'").await;
        for answer in [world.store.add_party(&rep, case, m1).await, world.store.remove_party(&rep, case, m4).await] {
            assert!(matches!(answer, Err(StoreError::Closed(_))), "{answer:?}");
        }
    }

    async fn two_who_take_out_the_last_two_at_once_leave_one(world: World) {
        world.import(&Union::small()).await;
        let (rep, leader) = (world.viewer("rep").await, world.viewer("leader").await);
        let (m1, m2) = (world.member_id("m1").await, world.member_id("m2").await);
        for _ in 0..5 {
            let case = group(&world, &rep, &["m1", "m2"]).await;
            world.take_part(case, leader.person()).await;
            let (one, other) = tokio::join!(world.store.remove_party(&rep, case, m1), world.store.remove_party(&leader, case, m2));
            assert!(one.is_ok() != other.is_ok(), "{one:?}, {other:?}");
            assert_eq!(names(&world, &rep, case).await.len(), 1);
        }
    }

    async fn before_it_is_made_likely_cases_are_shown_as_far_as_one_may_read(world: World) {
        let mut union = Union::small();
        union.change("m2").joined = day("2026-03-05");
        world.import(&union).await;
        let (rep, leader) = (world.viewer("rep").await, world.viewer("leader").await);
        let own = opened(&world, &rep, "m2", domain::cases::Sensitivity::Health).await;
        let both = about(&world, &["m1", "m2"]).await;
        let kind = any_kind();
        let asked = async |viewer: &Viewer, about: &About| {
            let before = world.store.before_case(viewer, about, Some(&kind), Some(day("2026-03-01"))).await.unwrap();
            let alike: Vec<CaseId> = before.alike.iter().map(|row| row.id).collect();
            (alike, before.joined_later.into_iter().map(|one| one.name).collect::<Vec<_>>())
        };
        assert_eq!(asked(&rep, &both).await, (vec![own], vec!["Kari m2".to_owned()]));
        assert_eq!(asked(&leader, &both).await, (vec![], vec!["Kari m2".to_owned()]));
        // Of several, the look is at whom something is told.
        let looks = world.logged("SELECT action || ' ' || subject_kind FROM access_log ORDER BY seq DESC LIMIT 2").await;
        assert_eq!(looks, ["list case", "open member"]);
        // About everybody: cases of the type there that are not about one.
        let everybody = About::Everybody(place(&world, "C1", None).await);
        let about_all = open(&world, &leader, everybody.clone()).await.unwrap();
        world.clock.advance_seconds(1);
        let several = open(&world, &leader, both).await.unwrap();
        open(&world, &leader, About::Member(world.member_id("m1").await)).await.unwrap();
        assert_eq!(asked(&leader, &everybody).await.0, [several, about_all]);
        assert_eq!(asked(&rep, &everybody).await.0, [], "the representative reads none of them");
        let elsewhere = About::Everybody(place(&world, "C2", None).await);
        assert_eq!(asked(&world.viewer("outsider").await, &elsewhere).await.0, []);
    }

    async fn how_earlier_cases_ended_is_told_in_numbers_of_what_one_may_read(world: World) {
        world.import(&Union::small()).await;
        let (rep, leader) = (world.viewer("rep").await, world.viewer("leader").await);
        let one = About::Member(world.member_id("m1").await);
        let endings = async |viewer: &Viewer| {
            world.store.before_case(viewer, &one, Some(&any_kind()), None).await.unwrap().endings
        };
        let told = async |viewer: &Viewer| endings(viewer).await.map(|endings| (endings.total(), endings.own));
        for viewer in [&rep, &rep, &rep, &rep, &leader] {
            let case = open(&world, viewer, one.clone()).await.unwrap();
            assert_eq!(told(&rep).await.map_or(0, |(total, _)| total), 0, "{case:?} is not closed");
        }
        world.run("UPDATE cases SET status = 'closed', outcome = 'ENIGE', closed_on = '2026-03-12' WHERE number < 1005").await;
        // The leader reads four of the representative's: too few to tell of.
        assert_eq!((told(&rep).await, told(&leader).await), (Some((4, true)), None));
        world.run("UPDATE cases SET status = 'closed', outcome = 'IKKE_ENIGE', closed_on = '2026-03-12' WHERE number = 1005").await;
        assert_eq!((told(&rep).await, told(&leader).await), (Some((4, true)), Some((5, false))), "rep does not read the leader's");
        let ways = endings(&leader).await.unwrap().ways;
        assert_eq!(ways.iter().map(|(way, count)| (way.code(), *count)).collect::<Vec<_>>(), [("ENIGE", 4), ("IKKE_ENIGE", 1)]);
        // Of a kind one may not read, only one's own.
        world.run("UPDATE cases SET sensitivity = 'health'").await;
        assert_eq!(told(&leader).await, Some((1, true)));
        // In another club, and of another type, nothing.
        let m3 = About::Member(world.member_id("m3").await);
        let outsider = world.viewer("outsider").await;
        assert_eq!(world.store.before_case(&outsider, &m3, Some(&any_kind()), None).await.unwrap().endings, None);
        let other = "FERIE".parse().unwrap();
        assert_eq!(world.store.before_case(&leader, &one, Some(&other), Some(in_days(0))).await.unwrap().endings, None);
    }
}
