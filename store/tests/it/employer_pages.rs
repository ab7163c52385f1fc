//! Which employers a viewer is shown, what is on their pages, and what Today tells of them.

use std::collections::BTreeSet;

use domain::AlertId;
use domain::employers::{AlertKind, Change, EmployerView};
use domain::identity::OrgNumber;
use domain::org::{Office, UnitKind};
use domain::registry::Protection;
use serde_json::json;
use store::StoreError;

use crate::union::{Union, org};
use crate::world::{World, both};

/// Who is shown what, with a pencil: from the coverages of the clubs of one's mandates, or of the clubs in one's local,
/// down and up.
fn shown(union: &Union, person: &str) -> BTreeSet<OrgNumber> {
    let held: Vec<&str> = union.mandates.iter().filter(|line| line.member == person).map(|line| line.unit.as_str()).collect();
    let is_theirs = |unit: &&domain::registry::UnitLine| {
        unit.kind == UnitKind::Club
            && (held.contains(&unit.id.as_str()) || unit.parent.as_deref().is_some_and(|parent| held.contains(&parent)))
    };
    let clubs: Vec<&str> = union.units.iter().filter(is_theirs).map(|unit| unit.id.as_str()).collect();
    let covered = || union.coverages.iter().filter(|line| clubs.contains(&line.unit.as_str())).map(|line| line.employer);
    let pairs: Vec<(OrgNumber, OrgNumber)> = union
        .employers
        .iter()
        .filter_map(|one| Some((one["organisasjonsnummer"].as_str()?.parse().unwrap(), one["overordnetEnhet"].as_str()?.parse().unwrap())))
        .collect();
    let (mut below, mut above): (BTreeSet<_>, BTreeSet<_>) = (covered().collect(), covered().collect());
    for _ in 0..pairs.len() {
        for (child, parent) in &pairs {
            if below.contains(parent) {
                below.insert(*child);
            }
            if above.contains(child) {
                above.insert(*parent);
            }
        }
    }
    below.union(&above).copied().collect()
}

/// Employers in chains, a club for a single workplace, two locals at one employer, a loop, and one nobody covers.
fn union() -> Union {
    let mut union = Union::small();
    union.employer(13, "ORGL", Some(1));
    union.employer(14, "BEDR", Some(13));
    union.employer(3, "AS", None);
    union.employer(31, "BEDR", Some(3));
    union.employer(32, "BEDR", Some(3));
    for (n, parent) in [(40, 41), (41, 42), (42, 40)] {
        union.employer(n, "ORGL", Some(parent));
    }
    union.employer(9, "AS", None);
    union.unit("C3", UnitKind::Club, Some("L2"));
    union.covers("C3", 31);
    union.covers("C3", 14);
    union.covers("C3", 41);
    for key in ["board", "leader3"] {
        union.member(key, "L2");
        union.works(key, 31);
    }
    union.holds("board", Office::CLUB_BOARD, "C3");
    union.holds("leader3", Office::LOCAL_LEADER, "L2");
    union
}

const VIEWERS: [&str; 6] = ["rep", "leader", "officer", "outsider", "board", "leader3"];

async fn page(world: &World, who: &str, n: u32) -> EmployerView {
    world.store.employer(&world.viewer(who).await, org(n)).await.unwrap()
}

both! {
    async fn everybody_is_shown_the_employers_of_their_clubs_and_no_others(world: World) {
        let union = union();
        world.import(&union).await;
        let (mut seen, mut hidden) = (0, 0);
        for who in VIEWERS {
            let viewer = world.viewer(who).await;
            let expected = shown(&union, who);
            for entity in &union.employers {
                let number: OrgNumber = entity["organisasjonsnummer"].as_str().unwrap().parse().unwrap();
                match world.store.employer(&viewer, number).await {
                    Ok(view) => {
                        assert!(expected.contains(&number) && view.unit.number == number, "{who} sees {number}");
                        seen += 1;
                    }
                    Err(StoreError::NotFound) => {
                        assert!(!expected.contains(&number), "{who} does not see {number}");
                        hidden += 1;
                    }
                    Err(other) => panic!("{other:?}"),
                }
            }
        }
        assert!(seen > 20 && hidden > 20, "{seen} {hidden}");
        let outcome = world.store.employer(&world.viewer("rep").await, org(77)).await;
        assert!(matches!(outcome, Err(StoreError::NotFound)), "one that is not there");
    }

    async fn a_club_that_is_gone_shows_nothing(world: World) {
        let mut union = union();
        world.import(&union).await;
        assert!(world.store.employer(&world.viewer("leader3").await, org(41)).await.is_ok());
        union.coverages.retain(|line| line.employer != org(41));
        world.import(&union).await;
        assert!(matches!(world.store.employer(&world.viewer("leader3").await, org(41)).await, Err(StoreError::NotFound)));
    }

    async fn the_page_counts_the_viewers_own_members(world: World) {
        let mut union = union();
        for (key, workplace) in [("x1", 11), ("x2", 11), ("x3", 14), ("hidden", 11)] {
            union.member(key, "L1");
            union.works(key, workplace);
        }
        union.change("hidden").protection = Some(Protection::StrictlyConfidential);
        world.import(&union).await;
        let count = |view: &EmployerView, n: u32| view.workplaces.iter().find(|row| row.unit.number == org(n)).map(|row| row.members);
        // m1, rep, x1, x2 at 11; m2 and the leader at 12; x3 at 14.
        let view = page(&world, "leader", 1).await;
        assert_eq!([11, 12, 14].map(|n| count(&view, n)), [Some(4), Some(2), Some(1)]);
        assert_eq!((view.workplaces_total, view.workplaces[0].unit.number, view.members), (3, org(11), 0));
        assert_eq!(page(&world, "leader", 11).await.members, 4);
        // C3 covers one workplace there: its people are shown that one, and count nobody of the other local.
        let view = page(&world, "board", 1).await;
        assert_eq!([11, 12, 14].map(|n| count(&view, n)), [None, None, Some(0)]);
        let closed = union.employers.iter_mut().find(|one| one["organisasjonsnummer"] == json!(org(12))).unwrap();
        closed["nedleggelsesdato"] = json!("2026-03-11");
        world.import(&union).await;
        assert_eq!(count(&page(&world, "leader", 1).await, 12), None, "a closed workplace is none");
    }

    async fn the_clubs_there_and_who_holds_office_in_them(world: World) {
        let mut union = union();
        for key in ["narrow", "shy", "graded", "past"] {
            union.member(key, "L1");
        }
        union.holds("narrow", Office::WORKPLACE_REP, "C1").workplace = Some(org(12));
        union.works("narrow", 12);
        union.holds("shy", Office::CLUB_BOARD, "C1");
        union.change("shy").shielded = Some(true);
        union.holds("graded", Office::CLUB_BOARD, "C1");
        union.change("graded").protection = Some(Protection::Confidential);
        union.holds("past", Office::CLUB_BOARD, "C1").to = Some(crate::union::in_days(-1));
        world.import(&union).await;
        let named = |view: &EmployerView| -> Vec<String> {
            let all = view.clubs.iter().flat_map(|club| club.representatives.iter().map(|one| format!("{}: {} {}", club.name, one.name, one.office)));
            all.collect()
        };
        let view = page(&world, "rep", 11).await;
        assert_eq!(view.clubs.iter().map(|club| club.local.as_str()).collect::<Vec<_>>(), ["Enheten L1"]);
        assert_eq!(named(&view), ["Enheten C1: Kari leader KLUBBLEDER", "Enheten C1: Kari rep PTV"]);
        for n in [12, 1] {
            let everybody = ["Enheten C1: Kari leader KLUBBLEDER", "Enheten C1: Kari narrow PTV", "Enheten C1: Kari rep PTV"];
            assert_eq!(named(&page(&world, "rep", n).await), everybody);
        }
        assert_eq!(page(&world, "rep", 14).await.clubs.len(), 2, "the employer's club, and the workplace's own");
        assert_eq!(world.logged("SELECT DISTINCT subject_kind FROM access_log WHERE action = 'open'").await, ["employer"]);
    }

    async fn today_tells_those_responsible_until_they_have_seen_it(world: World) {
        let mut union = union();
        world.import(&union).await;
        let change = |union: &mut Union, n: u32, field: &str, value: serde_json::Value| {
            union.employers.iter_mut().find(|one| one["organisasjonsnummer"] == json!(org(n))).unwrap()[field] = value;
        };
        change(&mut union, 1, "konkurs", json!(true));
        change(&mut union, 14, "overordnetEnhet", json!(org(3)));
        change(&mut union, 9, "konkurs", json!(true));
        world.import(&union).await;
        let told = async |who: &str| -> Vec<(OrgNumber, AlertKind, AlertId)> {
            let view = world.store.today(&world.viewer(who).await).await.unwrap();
            view.alerts.into_iter().map(|alert| (alert.about.number, alert.kind, alert.id)).collect()
        };
        let kinds = async |who: &str| told(who).await.into_iter().map(|(number, kind, _)| (number, kind)).collect::<BTreeSet<_>>();
        let (bankrupt, sold) = ((org(1), AlertKind::Bankruptcy), (org(14), AlertKind::NewParent));
        assert_eq!(kinds("rep").await, BTreeSet::from([bankrupt, sold]), "those it has left are told too");
        assert_eq!(kinds("board").await, BTreeSet::from([sold]), "and the employer is no longer above the workplace");
        let today = world.store.today(&world.viewer("rep").await).await.unwrap();
        assert!(today.alerts.iter().all(|alert| alert.may_open == (alert.about.number == org(1))), "but may not open it");
        assert_eq!(page(&world, "rep", 13).await.alerts.len(), 1, "the unit it has left tells of it");
        assert!(kinds("outsider").await.is_empty());
        let change = page(&world, "board", 14).await.alerts.remove(0).change;
        assert_eq!(change, Change::Parent(Some("Arbeidsplass 13".to_owned()), "Arbeidsplass 3".to_owned()));

        let viewer = world.viewer("rep").await;
        let (_, _, id) = told("rep").await.into_iter().find(|(number, ..)| *number == org(1)).unwrap();
        let hidden = world.rows(&format!("SELECT id FROM employer_alerts WHERE employer_number = '{}'", org(9))).await;
        let hidden = AlertId(hidden[0].try_get_by_index(0).unwrap());
        for other in [hidden, AlertId(uuid::Uuid::now_v7())] {
            assert!(matches!(world.store.see_alert(&viewer, other).await, Err(StoreError::NotFound)));
        }
        assert_eq!(world.count("employer_alerts_seen").await, 0);
        world.store.see_alert(&viewer, id).await.unwrap();
        world.store.see_alert(&viewer, id).await.unwrap();
        assert_eq!(kinds("rep").await, BTreeSet::from([sold]));
        assert_eq!(kinds("leader").await, BTreeSet::from([bankrupt, sold]), "others have not seen it");
        assert_eq!(page(&world, "rep", 1).await.alerts.len(), 1, "it stands on the employer's page");
        world.clock.advance_seconds(31 * 24 * 3600);
        assert!(kinds("leader").await.is_empty(), "what is old is not fresh");
    }
}
