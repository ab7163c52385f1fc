//! The lines together.

use super::*;
use crate::identity::{Accept, OrgNumber};
use crate::org::{Office, Offices, UnitKind};

/// The small union with more lines after it, judged outside production; every employer but 310000051 is known.
fn judged(more: &[&str]) -> Vec<Rejected> {
    of(FILE.iter().chain(more).copied())
}

fn of<'a>(texts: impl Iterator<Item = &'a str>) -> Vec<Rejected> {
    let lines: Vec<(u64, Line)> = (1..).zip(texts).map(|(number, text)| (number, line(text))).collect();
    check_full(&lines, &|number| number.as_str() != "310000051")
}

/// What is wrong with one more line.
fn one_more(text: &str) -> Vec<Reason> {
    let rejected = judged(&[text]);
    assert!(rejected.iter().all(|rejected| rejected.line == 9), "{rejected:?}");
    rejected.into_iter().map(|rejected| rejected.reason).collect()
}

fn unit(id: &str, kind: &str, parent: Option<&str>) -> String {
    let parent = parent.map(|parent| format!(r#","parent":"{parent}""#)).unwrap_or_default();
    format!(r#"{{"type":"unit","id":"{id}","kind":"{kind}","name":"X"{parent}}}"#)
}

#[test]
fn a_good_file_has_no_faults_in_any_order() {
    assert_eq!(judged(&[]), []);
    assert_eq!(of(FILE.into_iter().rev()), []);
}

#[test]
fn exactly_one_union() {
    let without = of(FILE.into_iter().skip(1));
    assert_eq!(without.first(), Some(&Rejected { line: 0, reason: Reason::NoUnion }));
    assert_eq!(of(std::iter::empty()), [Rejected { line: 0, reason: Reason::NoUnion }]);
    assert_eq!(one_more(&unit("F2", "union", None)), [Reason::SecondUnion]);
}

#[test]
fn ids_are_unique_within_a_type() {
    let id = |id: &str| Reason::DuplicateId { id: id.into() };
    assert_eq!(one_more(CLUB), [id("C1")]);
    assert_eq!(one_more(EMPLOYMENT), [id("A1")]);
    assert_eq!(one_more(MANDATE), [id("V1")]);
    assert_eq!(one_more(MEMBER), [id("100001"), Reason::DuplicateNationalId]);
    assert_eq!(one_more(&MEMBER.replace("100001", "100002")), [Reason::DuplicateNationalId]);
    assert_eq!(one_more(&MEMBER.replace("10915596784", "01918502064")), [id("100001")]);
    assert_eq!(one_more(&EMPLOYMENT.replace("A1", "V1")), [], "an employment and a mandate may have the same id");
    assert_eq!(one_more(COVERAGE), [Reason::DuplicateCoverage]);
    assert_eq!(one_more(&COVERAGE.replace("310000019", "310000027")), [], "another employer");
}

#[test]
fn units_lie_where_they_belong() {
    let parents = [("union", "F"), ("county", "K1"), ("local", "L1"), ("club", "C1"), ("advisory", "S"), ("legal", "J")];
    let specials = [unit("S", "advisory", Some("F")), unit("J", "legal", Some("K1"))];
    let allowed = |kind, parent| {
        matches!(
            (kind, parent),
            (UnitKind::County, UnitKind::Union)
                | (UnitKind::Local | UnitKind::Advisory | UnitKind::Legal, UnitKind::Union | UnitKind::County)
                | (UnitKind::Club, UnitKind::Local)
        )
    };
    for kind in UnitKind::ALL.iter().copied().filter(|kind| *kind != UnitKind::Union) {
        for (parent, id) in parents {
            let parent: UnitKind = parent.parse().unwrap();
            let rejected = judged(&[&specials[0], &specials[1], &unit("N", kind.code(), Some(id))]);
            let expected = Rejected { line: 11, reason: Reason::MisplacedUnit { kind, parent } };
            assert_eq!(rejected, if allowed(kind, parent) { vec![] } else { vec![expected] });
        }
        assert_eq!(one_more(&unit("N", kind.code(), None)), [Reason::MissingParent]);
        assert_eq!(one_more(&unit("N", kind.code(), Some("X"))), [Reason::UnknownParent { id: "X".into() }]);
    }
    assert_eq!(
        one_more(&unit("F2", "union", Some("F"))),
        [Reason::SecondUnion, Reason::MisplacedUnit { kind: UnitKind::Union, parent: UnitKind::Union }]
    );
}

#[test]
fn loops_are_named() {
    let loops = |more: &[&str]| -> Vec<u64> {
        judged(more).into_iter().filter(|rejected| rejected.reason == Reason::Loop).map(|rejected| rejected.line).collect()
    };
    assert_eq!(loops(&[&unit("A", "club", Some("A"))]), [9]);
    let (a, b, c, tail) =
        (unit("A", "local", Some("B")), unit("B", "local", Some("C")), unit("C", "local", Some("A")), unit("D", "club", Some("A")));
    assert_eq!(loops(&[&tail, &a, &b, &c]), [10, 11, 12], "what hangs on a loop is not in it");
    assert_eq!(loops(&[&a, &b, &c, &tail]), [9, 10, 11]);
}

#[test]
fn coverage_is_by_clubs_of_known_employers() {
    let covered = |unit: &str| COVERAGE.replace("C1", unit);
    assert_eq!(one_more(&covered("X")), [Reason::UnknownUnit { id: "X".into() }]);
    assert_eq!(one_more(&covered("L1")), [Reason::CoverageNotByClub { id: "L1".into() }]);
    assert_eq!(one_more(&COVERAGE.replace("310000019", "310000051")), [unknown_employer()]);
}

fn unknown_employer() -> Reason {
    Reason::UnknownEmployer { number: OrgNumber::parse("310000051").unwrap() }
}

#[test]
fn members_are_taken_by_environment_and_have_a_local() {
    let other = MEMBER.replace("100001", "100002");
    let synthetic = other.replace("10915596784", "01918502064");
    assert_eq!(one_more(&synthetic), []);
    assert_eq!(one_more(&other.replace("10915596784", "13097248022")), [Reason::RealNotAccepted]);
    let lines = [(1, line(UNION)), (2, line(COUNTY)), (3, line(LOCAL)), (4, line(MEMBER))];
    let today = "2026-03-12".parse().unwrap();
    let (offices, standing) = (Offices::standard(), &Standing::default());
    let around = Around { accept: Accept::RealOnly, today, known_employer: &|_| true, offices, standing };
    let production = check(&lines, &around);
    assert_eq!(production, [Rejected { line: 4, reason: Reason::SyntheticNotAccepted }]);

    let local = |id: &str| synthetic.replace("L1", id);
    assert_eq!(one_more(&local("X")), [Reason::UnknownLocal { id: "X".into() }]);
    assert_eq!(one_more(&local("K1")), [Reason::NotALocal { id: "K1".into() }]);
    assert_eq!(one_more(&local("F").replace("active", "staff")), [], "staff are employed anywhere");
}

#[test]
fn employments_refer_to_what_exists() {
    let other = EMPLOYMENT.replace("A1", "A2");
    assert_eq!(one_more(&other.replace("100001", "9")), [Reason::UnknownMember { id: "9".into() }]);
    assert_eq!(one_more(&other.replace("310000027", "310000051")), [unknown_employer()]);
    assert_eq!(one_more(&other.replace("2026-01-01", "2019-12-31")), [Reason::EndsBeforeStart]);
    assert_eq!(one_more(&other.replace("2026-01-01", "2020-01-01")), [], "one day");
}

#[test]
fn mandates_refer_to_what_exists() {
    let other = MANDATE.replace("V1", "V2");
    assert_eq!(one_more(&other.replace("100001", "9")), [Reason::UnknownMember { id: "9".into() }]);
    assert_eq!(one_more(&other.replace("C1", "X")), [Reason::UnknownUnit { id: "X".into() }]);
    assert_eq!(one_more(&other.replace("310000027", "310000051")), [unknown_employer()]);
    assert_eq!(one_more(&other.replace("2027-01-01", "2024-01-01")), [Reason::EndsBeforeStart]);
    assert_eq!(one_more(&other.replace("C1", "L1")), [Reason::OfficeNotHeldHere { office: Office::WORKPLACE_REP, kind: UnitKind::Local }]);
    let substitute = |id: &str| other.replace('}', &format!(r#","substitute_for":"{id}"}}"#));
    assert_eq!(one_more(&substitute("V1")), []);
    assert_eq!(one_more(&substitute("V9")), [Reason::UnknownMandate { id: "V9".into() }]);
    assert_eq!(one_more(&substitute("V2")), [Reason::SubstituteForItself]);
    assert_eq!(one_more(&substitute("10915596784")), [Reason::UnknownMandate { id: "…".into() }], "not even by mistake");
}

#[test]
fn a_mandate_is_revoked_within_its_time() {
    let revoked = |day: &str| MANDATE.replace("V1", "V2").replace('}', &format!(r#","revoked":"{day}"}}"#));
    assert_eq!(one_more(&revoked("2026-05-03")), []);
    assert_eq!(one_more(&revoked("2027-01-01")), [], "not held on its last day");
    assert_eq!(one_more(&revoked("2027-01-02")), [Reason::RevokedAfterEnd]);
    assert_eq!(one_more(&revoked("2024-12-31")), [], "taken back before it began");
}

#[test]
fn offices_are_those_of_the_union() {
    let safety = MANDATE.replace("V1", "V2").replace("PTV", "VERNEOMBUD");
    let unknown = Reason::UnknownOffice { office: "VERNEOMBUD".to_owned() };
    assert_eq!(one_more(&safety), std::slice::from_ref(&unknown));
    assert_eq!(one_more(&safety.replace("C1", "X")), [unknown, Reason::UnknownUnit { id: "X".into() }]);
    assert_eq!(one_more(&safety.replace("VERNEOMBUD", "X10915596784")), [Reason::UnknownOffice { office: "…".into() }], "not by mistake");

    let offices = "office;held_at;single;agreement;nb;nn;en\nVERNEOMBUD;local;yes;no;verneombud;verneombod;safety representative\n";
    let offices = Offices::parse(offices).unwrap();
    let judged = |lines: &[&str]| -> Vec<Reason> {
        let lines: Vec<(u64, Line)> = (1..).zip(FILE.iter().chain(lines)).map(|(number, text)| (number, line(text))).collect();
        check_with(&offices, &lines, &|_| true, &Standing::default()).into_iter().map(|rejected| rejected.reason).collect()
    };
    let at_local = safety.replace("C1", "L1");
    assert_eq!(judged(&[&at_local]), []);
    let office = offices.iter().find(|facts| facts.office.code() == "VERNEOMBUD").unwrap().office;
    assert_eq!(judged(&[&safety]), [Reason::OfficeNotHeldHere { office, kind: UnitKind::Club }]);
    assert_eq!(judged(&[&at_local, &at_local.replace("V2", "V3")]), [Reason::SecondHolder { office }]);
}

#[test]
fn one_leader_at_a_time() {
    let leader =
        |id: &str, days: &str| format!(r#"{{"type":"mandate","id":"{id}","member":"100001","office":"KLUBBLEDER","unit":"C1",{days}}}"#);
    let second = Reason::SecondHolder { office: Office::CLUB_LEADER };
    // On 2026-03-12: those who hold it, or will.
    for (first, other, fits) in [
        (r#""from":"2025-01-01""#, r#""from":"2026-04-01""#, false),
        (r#""from":"2025-01-01","to":"2026-03-31""#, r#""from":"2026-04-01""#, true),
        (r#""from":"2025-01-01","to":"2026-04-01""#, r#""from":"2026-04-01""#, false),
        (r#""from":"2025-01-01","to":"2026-12-31","revoked":"2026-04-01""#, r#""from":"2026-04-01""#, true),
        (r#""from":"2025-01-01","to":"2026-12-31","revoked":"2026-04-02""#, r#""from":"2026-04-01""#, false),
        (r#""from":"2025-01-01","to":"2026-03-11""#, r#""from":"2026-01-01""#, true),
        (r#""from":"2025-01-01","to":"2026-12-31","revoked":"2026-03-12""#, r#""from":"2026-01-01""#, true),
        (r#""from":"2025-01-01""#, r#""from":"2026-01-01","substitute_for":"A""#, true),
    ] {
        let rejected = judged(&[&leader("A", first), &leader("B", other)]);
        let expected = if fits { vec![] } else { vec![Rejected { line: 10, reason: second.clone() }] };
        assert_eq!(rejected, expected, "{first} {other}");
    }
}

#[test]
fn several_faults_are_all_reported_in_line_order() {
    let bad = MANDATE.replace("V1", "V2").replace("100001", "9").replace("C1", "X");
    let rejected = judged(&[&bad, COVERAGE]);
    assert_eq!(rejected.iter().map(|rejected| rejected.line).collect::<Vec<_>>(), [9, 9, 10]);
}
