//! The registry file: added, unchanged, changed, ended, back again – whole or not at all.

use domain::org::{Office, UnitKind};
use domain::registry::{Protection, Reason};
use store::registry::{Asked, Counts, Outcome, Report, Tally};

use crate::naive;
use crate::union::{Union, day, in_days, national_id, org};
use crate::world::{World, both};

fn tally(added: usize, changed: u64, unchanged: usize, ended: u64) -> Tally {
    Tally { added: added as u64, changed, unchanged: unchanged as u64, ended }
}

/// What an import of a file that is already there says.
fn unchanged(union: &Union) -> Report {
    Report {
        units: tally(0, 0, union.units.len(), 0),
        coverages: tally(0, 0, union.coverages.len(), 0),
        members: tally(0, 0, union.members.len(), 0),
        employments: tally(0, 0, union.employments.len(), 0),
        mandates: tally(0, 0, union.mandates.len(), 0),
    }
}

async fn counts_are_those_of(world: &World, union: &Union) {
    let counts = world.store.registry_counts().await.unwrap();
    let expected = Counts {
        counted_at: world.clock.now(),
        units: union.units.len() as u64,
        coverages: union.coverages.len() as u64,
        members: union.members.len() as u64,
        employments: union.employments.len() as u64,
        mandates: union.mandates.len() as u64,
        club_members: naive::sizes(union),
    };
    assert_eq!(counts, expected);
}

both! {
    async fn a_mandate_is_never_made_another_person_s(world: World) {
        let mut union = Union::small();
        world.import(&union).await;
        let before = world.contents(&["imports"]).await;
        let mut line = union.mandates.remove(0);
        line.member = "m1".to_owned();
        let reason = Reason::MandateOfAnother { id: line.id.clone() };
        // While somebody holds it, and when nobody does any more.
        for ended in [false, true] {
            if ended {
                world.import(&union).await;
            }
            let mut other = union.clone();
            other.mandates.push(line.clone());
            let Outcome::Rejected(rejected) = world.try_import(&other, false).await else { panic!("taken over") };
            assert!(rejected.len() == 1 && rejected[0].reason == reason, "{rejected:?}");
            assert!(ended || world.contents(&["imports"]).await == before);
        }
        // With an id of its own it is a new one, and the old one stays as it was.
        line.id.push('b');
        union.mandates.push(line);
        world.import(&union).await;
        let held = "SELECT members.registry_key || ' ' || (mandates.ended_at IS NULL) FROM mandates JOIN members ON members.id = member_id
                    WHERE office = 'PTV' AND members.registry_key IN ('rep', 'm1') ORDER BY 1";
        assert_eq!(world.texts(held).await.len(), 2);
    }

    async fn a_whole_file_is_added_and_the_same_file_again_changes_nothing(world: World) {
        let union = Union::small();
        let report = world.import(&union).await;
        assert_eq!(report, Report {
            units: tally(union.units.len(), 0, 0, 0),
            coverages: tally(union.coverages.len(), 0, 0, 0),
            members: tally(union.members.len(), 0, 0, 0),
            employments: tally(union.employments.len(), 0, 0, 0),
            mandates: tally(union.mandates.len(), 0, 0, 0),
        });
        counts_are_those_of(&world, &union).await;
        let before = world.contents(&[]).await;
        world.clock.advance_seconds(60);
        assert_eq!(world.import(&union).await, unchanged(&union));
        assert_eq!(world.contents(&[]).await, before);
        let mut other_order = union.lines();
        other_order.reverse();
        let outcome = world.store.import_registry(other_order, &Asked::of(domain::identity::Accept::SyntheticOnly)).await.unwrap().outcome;
        assert!(matches!(outcome, Outcome::Applied(report) if report == unchanged(&union)), "{outcome:?}");
        assert_eq!(world.contents(&[]).await, before);
    }

    async fn lines_are_changed_ended_and_brought_back(world: World) {
        let whole = Union::small();
        world.import(&whole).await;
        let id = world.member_id("m1").await;

        let mut changed = whole.clone();
        changed.change("m1").family_name = "Ås".to_owned();
        let report = world.import(&changed).await;
        assert_eq!(report.members, tally(0, 1, whole.members.len() - 1, 0));
        assert_eq!(Report { members: unchanged(&whole).members, ..report }, unchanged(&whole));
        assert_eq!(world.texts("SELECT family_name FROM members WHERE registry_key = 'm1'").await, ["Ås"]);

        let mut without = whole.clone();
        without.leave_out("m1");
        without.leave_out("rep");
        without.coverages.retain(|coverage| coverage.unit != "C2");
        let report = world.import(&without).await;
        assert_eq!(report.members, tally(0, 0, without.members.len(), 2));
        assert_eq!(report.employments, tally(0, 0, without.employments.len(), 2));
        assert_eq!(report.mandates, tally(0, 0, without.mandates.len(), 1));
        assert_eq!(report.coverages, tally(0, 0, 1, 1));
        counts_are_those_of(&world, &without).await;
        assert_eq!(world.count("members").await, whole.members.len() as i64, "ended, never deleted");
        assert_eq!(world.import(&without).await, unchanged(&without), "what has ended ends once");

        let report = world.import(&whole).await;
        assert_eq!(report.members, tally(0, 2, without.members.len(), 0), "back again is changed");
        assert_eq!(report.coverages, tally(0, 1, 1, 0));
        assert_eq!(world.member_id("m1").await, id, "and the same person");
        counts_are_those_of(&world, &whole).await;
    }

    async fn a_unit_that_is_gone_takes_its_club_with_it(world: World) {
        let whole = Union::small();
        world.import(&whole).await;
        let mut without = whole.clone();
        without.units.retain(|unit| unit.id != "C2");
        without.coverages.retain(|coverage| coverage.unit != "C2");
        without.mandates.retain(|mandate| mandate.unit != "C2");
        assert_eq!(world.import(&without).await.units, tally(0, 0, without.units.len(), 1));
        counts_are_those_of(&world, &without).await;
    }

    async fn a_dry_run_changes_nothing(world: World) {
        let mut union = Union::small();
        world.import(&union).await;
        let before = world.contents(&[]).await;
        union.leave_out("m1");
        union.change("m2").given_name = "Åse".to_owned();
        union.member("new", "L2");
        union.works("new", 21);
        let would = world.try_import(&union, true).await;
        assert_eq!(world.contents(&[]).await, before);
        let did = world.import(&union).await;
        assert!(matches!(would, Outcome::WouldApply(report) if report == did), "{would:?} is not {did:?}");
        assert_eq!(did.members, tally(1, 1, union.members.len() - 2, 1));
    }

    async fn one_rejected_line_and_nothing_is_changed(world: World) {
        let good = Union::small();
        world.import(&good).await;
        let before = world.contents(&[]).await;
        let counts = world.store.registry_counts().await.unwrap();

        let faults: [fn(&mut Union); 4] = [
            |union| union.covers("C1", 99),
            |union| union.works("m2", 11).member = "nobody".to_owned(),
            |union| union.change("m2").local = "C1".to_owned(),
            |union| union.holds("m2", Office::LOCAL_LEADER, "L1").to = Some(day("2024-12-31")),
        ];
        for fault in faults {
            let mut bad = good.clone();
            bad.leave_out("m1");
            bad.change("m3").given_name = "Åse".to_owned();
            bad.member("new", "L1");
            fault(&mut bad);
            let outcome = world.try_import(&bad, false).await;
            assert!(matches!(&outcome, Outcome::Rejected(rejected) if rejected.len() == 1), "{outcome:?}");
            assert_eq!(world.contents(&[]).await, before);
            assert_eq!(world.store.registry_counts().await.unwrap(), counts);
        }
        let real = world.store.import_registry(good.lines(), &Asked::of(domain::identity::Accept::RealOnly)).await.unwrap().outcome;
        let Outcome::Rejected(rejected) = real else { panic!("{real:?}") };
        assert_eq!(rejected.len(), good.members.len());
        assert!(rejected.iter().all(|rejected| rejected.reason == Reason::SyntheticNotAccepted));
        assert_eq!(world.contents(&[]).await, before);
    }

    async fn somebody_may_come_back_under_another_number(world: World) {
        let mut union = Union::small();
        world.import(&union).await;
        let old = world.member_id("rep").await;
        let same_person = union.change("rep").national_id.clone();
        union.leave_out("rep");
        union.member("rep2", "L1").national_id = same_person;
        union.works("rep2", 11);
        union.holds("rep2", Office::WORKPLACE_REP, "C1");
        let report = world.import(&union).await;
        assert_eq!(report.members, tally(1, 0, union.members.len() - 1, 1));
        let viewer = world.viewer("rep2").await;
        assert_ne!(viewer.person(), old);
        assert_eq!(viewer.person(), world.member_id("rep2").await);
    }

    async fn national_ids_that_were_mixed_up_can_be_put_right(world: World) {
        let mut union = Union::small();
        world.import(&union).await;
        let (rep, leader) = (union.change("rep").national_id.clone(), union.change("leader").national_id.clone());
        union.change("rep").national_id = leader;
        union.change("leader").national_id = rep;
        assert_eq!(world.import(&union).await.members, tally(0, 2, union.members.len() - 2, 0));
        assert_eq!(world.viewer("rep").await.person(), world.member_id("rep").await);
        assert_eq!(world.viewer("leader").await.person(), world.member_id("leader").await);
    }

    async fn a_graded_address_is_not_stored(world: World) {
        let mut union = Union::small();
        for (key, protection) in [("m1", None), ("m2", Some(Protection::ClientAddress)), ("m3", Some(Protection::StrictlyConfidential))] {
            let line = union.change(key);
            line.protection = protection;
            line.street = Some(format!("Hemmeligveien {key}"));
            line.postal_code = Some("0001".to_owned());
            line.city = Some("Solvik".to_owned());
        }
        world.import(&union).await;
        let with_address = "SELECT registry_key FROM members WHERE coalesce(street, postal_code, city) IS NOT NULL";
        assert_eq!(world.texts(with_address).await, ["m1"]);
        assert!(world.holds(b"Hemmeligveien m1").await);
        assert!(!world.holds(b"Hemmeligveien m2").await && !world.holds(b"Hemmeligveien m3").await);

        union.change("m1").protection = Some(Protection::Confidential);
        world.import(&union).await;
        assert!(world.texts(with_address).await.is_empty(), "nor is one kept that was stored before it was graded");
    }

    async fn many_lines_of_every_kind(world: World) {
        let mut union = Union::small();
        for n in 0..1_500 {
            let key = format!("many{n}");
            union.member(&key, if n % 2 == 0 { "L1" } else { "L2" });
            union.works(&key, [11, 12, 21][n % 3]).from = in_days(-(n as i32));
            if n % 2 == 0 {
                union.works(&key, 21).percent = 20;
            }
        }
        world.import(&union).await;
        counts_are_those_of(&world, &union).await;
        assert_eq!(world.import(&union).await, unchanged(&union));
    }

    async fn an_empty_file_is_rejected(world: World) {
        world.import(&Union::small()).await;
        let outcome = world.try_import(&Union::default(), false).await;
        assert!(matches!(&outcome, Outcome::Rejected(rejected) if rejected[0].reason == Reason::NoUnion), "{outcome:?}");
        assert_eq!(world.count("members WHERE ended_at IS NULL").await, Union::small().members.len() as i64);
    }
}

#[test]
fn the_builder_makes_what_the_format_allows() {
    let mut union = Union::small();
    union.unit("KS", UnitKind::Advisory, Some("F"));
    let written: String = union.lines().iter().map(|(_, line)| serde_json::to_string(line).unwrap() + "\n").collect();
    let read = store::registry::read(written.as_bytes()).unwrap();
    assert_eq!((read.rejected, read.lines), (vec![], union.lines()));
    assert_ne!(org(1), org(2));
    assert_ne!(national_id(1), national_id(2));
}
