//! The access matrix changed in the app: tried before, versioned, seen by the data protection officer; and what
//! somebody's offices give.

use std::collections::BTreeMap;

use domain::IdempotencyKey;
use domain::access::{DataClass, Policy, Senseless, difference};
use domain::access_log::{LogFilter, LookedAt};
use domain::cases::{CaseFilter, Sensitivity};
use domain::members::MemberFilter;
use domain::org::Office;
use domain::settings::{Answer, At, CaseReach, CheckView, OfficeTyped, PolicyTyped, Proposed, Reached, Step, Wrong};
use store::settings::Published;
use store::{StoreError, Viewer};

use crate::cases::{all_cases, key, opened};
use crate::search::all_members;
use crate::union::Union;
use crate::world::{World, both};

/// The small union with two administrators, a data protection officer and a lawyer who is named for a protected member.
pub(crate) fn union() -> Union {
    let mut union = Union::small();
    union.unit("J", domain::org::UnitKind::Legal, Some("F"));
    for (who, office, unit) in [
        ("admin", Office::ADMIN, "F"),
        ("admin2", Office::ADMIN, "F"),
        ("dpo", Office::DATA_PROTECTION, "F"),
        ("lawyer", Office::LAWYER, "J"),
    ] {
        union.member(who, "L2");
        union.holds(who, office, unit);
    }
    let hidden = union.member("hidden", "L1");
    (hidden.shielded, hidden.helper) = (Some(true), Some("lawyer".to_owned()));
    union.works("hidden", 11);
    union
}

pub(crate) async fn peopled(world: &World) -> (Viewer, Viewer, Viewer) {
    world.import(&union()).await;
    (world.viewer("admin").await, world.viewer("admin2").await, world.viewer("dpo").await)
}

/// The boxes as they are for an office, with a change.
fn ticked(policy: &Policy, office: Office, change: impl FnOnce(&mut BTreeMap<String, Vec<String>>)) -> BTreeMap<String, Vec<String>> {
    let mut rights = PolicyTyped::of(policy, office).rights;
    change(&mut rights);
    rights
}

/// Ticks, gives the one reason, and stops before the last step.
pub(crate) async fn propose(
    world: &World,
    viewer: &Viewer,
    office: Office,
    change: impl FnOnce(&mut BTreeMap<String, Vec<String>>),
) -> Proposed {
    let policy = world.store.policy().await.unwrap();
    world.store.keep_rights(viewer, office, policy.version, ticked(&policy, office, change)).await.unwrap();
    world.store.keep_reasons(viewer, office, BTreeMap::new(), "Fordi prøven vil det".to_owned()).await.unwrap();
    Proposed::Office(office)
}

pub(crate) async fn check(world: &World, viewer: &Viewer, what: Proposed) -> CheckView {
    world.store.check_change(viewer, what, String::new()).await.unwrap().unwrap()
}

/// Puts in force what was proposed, as from the page that shows it.
pub(crate) async fn publish(world: &World, viewer: &Viewer, what: Proposed, key: IdempotencyKey, note: &str) -> Published {
    let base = match what {
        Proposed::Office(office) => world.store.edit_rights(viewer, office).await.unwrap().typed.base,
        Proposed::NewOffice => world.store.edit_office(viewer, None).await.unwrap().typed.base,
        Proposed::Facts(office) => world.store.edit_office(viewer, Some(office)).await.unwrap().typed.base,
        Proposed::Version(_) => world.store.policy().await.unwrap().version,
    };
    world.store.publish(viewer, what, key, base, note).await.unwrap()
}

pub(crate) async fn truth(world: &World, key: &str) -> Reached {
    let viewer = world.viewer(key).await;
    let (members, _) = all_members(world, &viewer, MemberFilter::default()).await;
    let (known, _, rows) = all_cases(world, &viewer, CaseFilter::default()).await;
    Reached { members, known, read: rows.iter().filter(|row| row.readable).count() as u64 }
}

fn without_members(rights: &mut BTreeMap<String, Vec<String>>) {
    rights.retain(|class, _| !class.starts_with("member."));
}

both! {
    async fn the_dry_run_says_what_comes_true(world: World) {
        let (admin, ..) = peopled(&world).await;
        let rep = world.viewer("rep").await;
        for sensitivity in Sensitivity::ALL {
            opened(&world, &rep, "m1", *sensitivity).await;
        }
        type Change = fn(&mut BTreeMap<String, Vec<String>>);
        let changes: [(Office, &str, Change); 4] = [
            (Office::CLUB_LEADER, "leader", without_members),
            (Office::CLUB_LEADER, "leader", |rights| {
                rights.insert("member.basics".to_owned(), vec!["see/employer".to_owned()]);
                rights.insert("case.contents.health".to_owned(), vec!["see/unit".to_owned()]);
            }),
            (Office::LOCAL_LEADER, "officer", |rights| {
                rights.insert("case.contents.general".to_owned(), vec!["see/unit".to_owned()]);
                rights.remove("case.existence.personnel");
            }),
            (Office::LOCAL_LEADER, "officer", |rights| rights.clear()),
        ];
        for (office, holder, change) in changes {
            let before = truth(&world, holder).await;
            let what = propose(&world, &admin, office, change).await;
            let check = check(&world, &admin, what).await;
            let touched = &check.dry_run.offices[0];
            assert_eq!((check.dry_run.offices.len(), touched.office, touched.holders, touched.sample.len()), (1, office, 1, 1));
            assert_eq!(touched.sample[0].before, before, "{office}");
            let published = publish(&world, &admin, what, key(), "Prøve").await;
            assert!(matches!(published, Published::Version(_)), "{published:?}");
            let after = truth(&world, holder).await;
            assert_eq!(touched.sample[0].after, after, "{office}");
            assert_ne!(before, after, "{office}: a change that changes nothing proves nothing");
        }
    }

    async fn protected_members_are_in_no_count_and_no_answer(world: World) {
        let (admin, ..) = peopled(&world).await;
        assert_eq!(truth(&world, "lawyer").await.members, 1);
        let lawyer = world.member_id("lawyer").await;
        let hidden = world.store.person_sees(&admin, lawyer, "hidden", "").await.unwrap();
        let unknown = world.store.person_sees(&admin, lawyer, "finnes-ikke", "").await.unwrap();
        assert_eq!(hidden.reached, Reached::default());
        let nothing = |number: &str| Some(Answer::Member { number: number.to_owned(), why: None, contact: false });
        assert_eq!((hidden.answer, unknown.answer), (nothing("hidden"), nothing("finnes-ikke")));
        let what = propose(&world, &admin, Office::LAWYER, |rights| rights.clear()).await;
        let check = check(&world, &admin, what).await;
        assert_eq!(check.dry_run.offices[0].sample[0].before.members, 0);
        // One who holds an office and is protected is found by nobody, and is in no sample; that somebody holds it, is.
        let mut union = union();
        union.change("leader").shielded = Some(true);
        world.import(&union).await;
        assert!(world.store.office_holders(&admin, "leader").await.unwrap().found.is_empty());
        let leader = world.member_id("leader").await;
        let answer = world.store.person_sees(&admin, leader, "", "").await;
        assert!(matches!(answer, Err(StoreError::NotFound)), "{answer:?}");
        let what = propose(&world, &admin, Office::CLUB_LEADER, without_members).await;
        let touched = self::check(&world, &admin, what).await.dry_run.offices.remove(0);
        assert_eq!((touched.holders, touched.sample.len()), (1, 0));
    }

    async fn only_holders_are_found_and_every_look_is_logged(world: World) {
        let (admin, _, dpo) = peopled(&world).await;
        let names = async |typed: &str| -> Vec<String> {
            world.store.office_holders(&admin, typed).await.unwrap().found.into_iter().map(|holder| holder.name).collect()
        };
        assert_eq!(names("").await, Vec::<String>::new());
        assert_eq!(names("  ").await, Vec::<String>::new());
        assert_eq!(names("m1").await, Vec::<String>::new(), "a member without an office");
        assert_eq!(names("leader").await, ["Kari leader"]);
        assert_eq!(names("kari").await.len(), 8);
        let rep = world.member_id("rep").await;
        world.store.person_sees(&admin, rep, "m1", "").await.unwrap();
        let seen: Vec<_> = world.store.access_log(&dpo, &LogFilter::default()).await.unwrap().rows;
        let m1 = world.member_id("m1").await;
        let about: Vec<_> = seen.iter().filter(|row| row.by.member_no == "admin").map(|row| (&row.what, row.words.as_str())).collect();
        assert!(matches!(about[0], (LookedAt::Explained(Some(person)), "") if person.id == m1), "{about:?}");
        assert!(matches!(about[1], (LookedAt::Explained(Some(person)), "m1") if person.id == rep), "{about:?}");
        assert!(matches!(about[2], (LookedAt::Holders, "kari")), "{about:?}");
        // Only an id of somebody who holds an office opens the page.
        let answer = world.store.person_sees(&admin, m1, "", "").await;
        assert!(matches!(answer, Err(StoreError::NotFound)), "{answer:?}");
    }

    async fn why_is_the_rule_s_own_answer(world: World) {
        let (admin, ..) = peopled(&world).await;
        let rep = world.viewer("rep").await;
        let case = opened(&world, &rep, "m1", Sensitivity::Personnel).await;
        let number = world.whole(&rep, case).await.number.to_string();
        let ids = world.member_ids().await;
        let asked = async |who: &str, member: &str, case: &str| {
            world.store.person_sees(&admin, ids[who], member, case).await.unwrap().answer.unwrap()
        };
        for (who, member, sees, contact) in
            [("rep", "m1", true, true), ("rep", "m3", false, false), ("outsider", "m3", true, true), ("admin2", "m1", false, false)]
        {
            let Answer::Member { why, contact: told, .. } = asked(who, member, "").await else { panic!("another answer") };
            assert_eq!((why.is_some(), told), (sees, contact), "{who}, {member}");
            // The same sentence as the person is given themselves.
            let own = world.store.member(&world.viewer(who).await, ids[member]).await.ok();
            assert_eq!(why, own.map(|card| card.why), "{who}, {member}");
        }
        for (who, reach) in [
            ("rep", Some(CaseReach::Works)),
            ("leader", Some(CaseReach::Reads)),
            ("officer", Some(CaseReach::Knows)),
            ("outsider", None),
            ("admin2", None),
        ] {
            let Answer::Case { why, .. } = asked(who, "", &number).await else { panic!("another answer") };
            assert_eq!(why.map(|(reach, _)| reach), reach, "{who}");
        }
        for number in ["1", "999999999999999999999", "x", "1001; DROP TABLE cases"] {
            assert_eq!(asked("rep", "", number).await, Answer::Case { number: number.to_owned(), why: None });
        }
    }

    async fn of_two_who_begin_from_one_version_the_second_is_told_and_loses_nothing(world: World) {
        let (admin, second, _) = peopled(&world).await;
        let first = propose(&world, &admin, Office::CLUB_LEADER, without_members).await;
        let theirs = propose(&world, &second, Office::LOCAL_LEADER, |rights| rights.clear()).await;
        assert_eq!(publish(&world, &admin, first, key(), "Først").await, Published::Version(1));
        let before = world.contents(&["access_log", "sessions", "drafts"]).await;
        assert_eq!(publish(&world, &second, theirs, key(), "Sist").await, Published::Look);
        assert_eq!(world.contents(&["access_log", "sessions", "drafts"]).await, before);
        let check = check(&world, &second, theirs).await;
        assert_eq!((check.base, check.now.version, check.note.as_str()), (0, 1, "Sist"));
        assert!(!check.meanwhile.is_empty() && check.meanwhile.rights.iter().all(|change| change.office == Office::CLUB_LEADER));
        assert!(!check.changes.is_empty() && check.changes.rights.iter().all(|change| change.office == Office::LOCAL_LEADER));
        world.store.go_on_from(&second, theirs, 1).await.unwrap();
        assert_eq!(publish(&world, &second, theirs, key(), "Sist").await, Published::Version(2));
        let policy = world.store.policy().await.unwrap();
        assert!(policy.powers(Office::LOCAL_LEADER).is_empty());
        assert!(policy.powers(Office::CLUB_LEADER).iter().all(|power| power.class != DataClass::MemberBasics), "the first change stands");
    }

    async fn sent_twice_it_makes_one_version(world: World) {
        let (admin, second, _) = peopled(&world).await;
        let what = propose(&world, &admin, Office::CLUB_LEADER, without_members).await;
        let one = key();
        for _ in 0..2 {
            assert_eq!(publish(&world, &admin, what, one, "En gang").await, Published::Version(1));
        }
        assert_eq!(world.count("policies").await, 1);
        // Another's key is no key of one's own.
        let what = propose(&world, &second, Office::CLUB_DEPUTY, without_members).await;
        assert_eq!(publish(&world, &second, what, one, "Min egen").await, Published::Version(2));
        // At the same time, by two clicks.
        let what = propose(&world, &admin, Office::CLUB_SECRETARY, without_members).await;
        let two = key();
        let (a, b) = tokio::join!(publish(&world, &admin, what, two, "Nå"), publish(&world, &admin, what, two, "Nå"));
        assert_eq!((a, b), (Published::Version(3), Published::Version(3)));
        assert_eq!(world.count("policies").await, 3);
    }

    async fn undo_is_a_new_version(world: World) {
        let (admin, ..) = peopled(&world).await;
        let what = propose(&world, &admin, Office::CLUB_LEADER, without_members).await;
        publish(&world, &admin, what, key(), "Uten").await;
        assert_eq!(truth(&world, "leader").await.members, 0);
        let back = Proposed::Version(0);
        let check = check(&world, &admin, back).await;
        assert!(check.changes.rights.iter().all(|change| change.office == Office::CLUB_LEADER && change.widens()));
        assert_eq!(publish(&world, &admin, back, key(), "").await, Published::Refused(Step::Check), "a note is asked for");
        assert_eq!(publish(&world, &admin, back, key(), "Angret").await, Published::Version(2));
        assert_eq!(truth(&world, "leader").await.members, 4);
        assert!(difference(&world.store.policy().await.unwrap(), &Policy::standard()).is_empty());
        assert_eq!(publish(&world, &admin, back, key(), "En gang til").await, Published::Look, "nothing would be different");
        // The page was shown against version 1: what has come since must be seen first.
        let late = world.store.publish(&admin, Proposed::Version(1), key(), 1, "For sent").await.unwrap();
        assert_eq!(late, Published::Look);
        let versions = world.store.policy_versions(&admin).await.unwrap();
        let told: Vec<_> = versions.rows.iter().map(|row| (row.version, row.note.as_str())).collect();
        assert_eq!(told, [(2, "Angret"), (1, "Uten"), (0, "")]);
        for version in [-1, 3, i32::MAX] {
            assert!(matches!(world.store.policy_version(&admin, version).await, Err(StoreError::NotFound)), "{version}");
            assert!(matches!(world.store.check_change(&admin, Proposed::Version(version), String::new()).await, Err(StoreError::NotFound)));
        }
    }

    async fn who_may_not_is_refused_and_nothing_is_written(world: World) {
        let (_, _, dpo) = peopled(&world).await;
        let leader = world.viewer("leader").await;
        let before = world.contents(&["access_log", "sessions"]).await;
        let office = Office::CLUB_LEADER;
        for (viewer, sees) in [(&leader, false), (&dpo, true)] {
            let is = |error: Option<StoreError>| match error {
                Some(StoreError::Forbidden) => assert!(sees),
                Some(StoreError::NotFound) => assert!(!sees),
                other => panic!("{other:?}"),
            };
            is(world.store.keep_rights(viewer, office, 0, BTreeMap::new()).await.err());
            is(world.store.keep_reasons(viewer, office, BTreeMap::new(), String::new()).await.err());
            is(world.store.edit_rights(viewer, office).await.err());
            is(world.store.edit_office(viewer, None).await.err());
            is(world.store.edit_office(viewer, Some(office)).await.err());
            is(world.store.keep_office(viewer, None, 0, OfficeTyped::default()).await.err());
            is(world.store.check_change(viewer, Proposed::NewOffice, String::new()).await.err());
            is(world.store.publish(viewer, Proposed::Facts(office), key(), 0, "x").await.err());
            is(world.store.check_change(viewer, Proposed::Version(0), String::new()).await.err());
            is(world.store.publish(viewer, Proposed::Version(0), key(), 0, "x").await.err());
            is(world.store.drop_change(viewer, Proposed::Office(office)).await.err());
            is(world.store.go_on_from(viewer, Proposed::Office(office), 0).await.err());
            assert_eq!(world.store.matrix(viewer).await.is_ok(), sees);
            assert_eq!(world.store.policy_versions(viewer).await.is_ok(), sees);
            assert_eq!(world.store.policy_version(viewer, 0).await.is_ok(), sees);
            assert_eq!(world.store.office_holders(viewer, "kari").await.is_ok(), sees);
            assert_eq!(world.store.person_sees(viewer, leader.person(), "m1", "").await.is_ok(), sees);
        }
        assert_eq!(world.contents(&["access_log", "sessions"]).await, before);
    }

    async fn what_no_table_may_say_is_kept_in_the_form_and_never_put_in_force(world: World) {
        let (admin, ..) = peopled(&world).await;
        let policy = world.store.policy().await.unwrap();
        let rights = ticked(&policy, Office::ADMIN, |rights| {
            rights.insert("case.contents.health".to_owned(), vec!["see/own".to_owned()]);
        });
        assert_eq!(world.store.keep_rights(&admin, Office::ADMIN, 0, rights.clone()).await.unwrap(), Step::Rights);
        let form = world.store.edit_rights(&admin, Office::ADMIN).await.unwrap();
        assert_eq!(form.typed.rights, rights, "what was ticked is still ticked");
        assert_eq!(form.wrong, [(At::Class(DataClass::ContentsHealth), Wrong::Never(Senseless::NeverTheirs))]);
        assert_eq!(publish(&world, &admin, Proposed::Office(Office::ADMIN), key(), "x").await, Published::Refused(Step::Rights));
        // The data protection officer cannot be shut out by those whom they watch.
        let rights = ticked(&policy, Office::DATA_PROTECTION, |rights| {
            rights.remove("access_log");
        });
        assert_eq!(world.store.keep_rights(&admin, Office::DATA_PROTECTION, 0, rights).await.unwrap(), Step::Rights);
        let answer = publish(&world, &admin, Proposed::Office(Office::DATA_PROTECTION), key(), "x").await;
        assert_eq!((answer, world.count("policies").await), (Published::Refused(Step::Rights), 0));
    }

    async fn the_data_protection_officer_sees_who_changed_what_and_who_gave_themselves_more(world: World) {
        let (admin, _, dpo) = peopled(&world).await;
        let what = propose(&world, &admin, Office::CLUB_LEADER, without_members).await;
        publish(&world, &admin, what, key(), "Andre").await;
        let what = propose(&world, &admin, Office::ADMIN, |rights| {
            rights.insert("member.basics".to_owned(), vec!["see/unit".to_owned()]);
        })
        .await;
        assert!(check(&world, &admin, what).await.gives_self);
        publish(&world, &admin, what, key(), "Meg selv").await;
        let page = world.store.access_log(&dpo, &LogFilter::default()).await.unwrap();
        let told: Vec<_> = page.policy.iter().map(|row| (row.version, row.note.as_str(), row.gave_self)).collect();
        assert_eq!(told, [(2, "Meg selv", true), (1, "Andre", false)]);
        assert!(page.policy.iter().all(|row| row.made.as_ref().is_some_and(|(_, by)| by == "Kari admin")));
        let changed: Vec<_> = page.rows.iter().filter(|row| matches!(row.what, LookedAt::Policy(_))).collect();
        assert_eq!(changed.iter().map(|row| (&row.what, row.words.as_str())).collect::<Vec<_>>(), [
            (&LookedAt::Policy(Some(2)), "Meg selv"),
            (&LookedAt::Policy(Some(1)), "Andre"),
        ]);
        assert!(changed.iter().all(|row| row.by.member_no == "admin"));
        // By the command, too, and a month later it is no news.
        world.store.set_policy(Policy::standard_text(), None, "klar policy set", "Fra maskinen").await.unwrap();
        assert_eq!(world.store.access_log(&dpo, &LogFilter::default()).await.unwrap().policy.len(), 3);
        world.clock.advance_seconds(31 * 24 * 3600);
        let dpo = world.viewer("dpo").await;
        assert_eq!(world.store.access_log(&dpo, &LogFilter::default()).await.unwrap().policy.len(), 0);
    }

    async fn the_receipt_says_who_sees_a_case_under_any_table(world: World) {
        let (admin, ..) = peopled(&world).await;
        let rep = world.viewer("rep").await;
        let audience = async |viewer: &Viewer, sensitivity| {
            let case = opened(&world, viewer, "m1", sensitivity).await;
            let told = world.whole(viewer, case).await.audience;
            // Those who hold an office that reaches the case are told of, and nobody else is.
            for (who, office) in [("leader", Office::CLUB_LEADER), ("officer", Office::LOCAL_LEADER)] {
                let other = world.viewer(who).await;
                let seen = world.store.case(&other, case).await.ok();
                let (knows, reads) = (seen.is_some(), seen.and_then(domain::cases::CaseSeen::whole).is_some());
                let own = other.person() == viewer.person();
                assert!(own || reads == told.read.contains(&office), "{who} reads: {told:?}");
                assert!(own || knows == (told.read.contains(&office) || told.know.contains(&office)), "{who} knows: {told:?}");
            }
            told
        };
        let general = audience(&rep, Sensitivity::General).await;
        assert_eq!(general.read, [Office::CLUB_LEADER]);
        assert!(general.know.contains(&Office::LOCAL_LEADER) && general.know.contains(&Office::UNION_LEADER), "{general:?}");
        let health = audience(&rep, Sensitivity::Health).await;
        assert!(health.read.is_empty() && health.know.is_empty());
        let leader = world.viewer("leader").await;
        assert!(audience(&leader, Sensitivity::General).await.read.is_empty(), "the only leader is told of others only");
        let what = propose(&world, &admin, Office::CLUB_LEADER, |rights| {
            rights.retain(|class, _| !class.starts_with("case.contents") && !class.starts_with("case.existence"));
            rights.insert("case.existence.health".to_owned(), vec!["see/unit".to_owned()]);
        })
        .await;
        publish(&world, &admin, what, key(), "x").await;
        let rep = world.viewer("rep").await;
        assert!(!audience(&rep, Sensitivity::General).await.read.contains(&Office::CLUB_LEADER));
        assert_eq!(audience(&rep, Sensitivity::Health).await.know, [Office::CLUB_LEADER]);
    }
}
