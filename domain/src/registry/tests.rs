//! Every reason, and that what is written is read.

mod alone;
mod schema;
mod together;

use super::*;
use crate::org::Offices;

/// A line of each type, as the member system would write them, all in one small union.
const UNION: &str = r#"{"type":"unit","id":"F","kind":"union","name":"Forbundet"}"#;
const COUNTY: &str = r#"{"type":"unit","id":"K1","kind":"county","name":"Fjellfylket","parent":"F"}"#;
const LOCAL: &str = r#"{"type":"unit","id":"L1","kind":"local","name":"Solvik fagforening","parent":"K1","phone":"40000001","email":"post@solvik.example"}"#;
const CLUB: &str = r#"{"type":"unit","id":"C1","kind":"club","name":"Klubben på Granlia","parent":"L1"}"#;
const COVERAGE: &str = r#"{"type":"coverage","unit":"C1","employer":"310000019"}"#;
const MEMBER: &str = r#"{"type":"member","id":"100001","national_id":"10915596784","given_name":"Sær","family_name":"Ørret","local":"L1","kind":"active","section":"health_social","joined":"2020-01-01","left":"2030-01-01","email":"saer@example.com","phone":"40000002","street":"Åkerveien 1","postal_code":"0001","city":"Solvik","language":"nn","protection":"none","shielded":false,"helper":"100001"}"#;
const EMPLOYMENT: &str = r#"{"type":"employment","id":"A1","member":"100001","workplace":"310000027","title":"Sykepleier","position_code":"7174","percent":80,"tariff_area":"ks","from":"2020-01-01","to":"2026-01-01"}"#;
const MANDATE: &str = r#"{"type":"mandate","id":"V1","member":"100001","office":"PTV","unit":"C1","workplace":"310000027","from":"2025-01-01","to":"2027-01-01","elected":"2024-12-01","employer_notified":"2024-12-02"}"#;
const FILE: [&str; 8] = [UNION, COUNTY, LOCAL, CLUB, COVERAGE, MEMBER, EMPLOYMENT, MANDATE];

fn line(text: &str) -> Line {
    parse_line(1, text).unwrap()
}

/// Judges a whole file outside production, on a day in 2026.
fn check_full(lines: &[(u64, Line)], known_employer: &dyn Fn(&crate::identity::OrgNumber) -> bool) -> Vec<Rejected> {
    check_difference(lines, known_employer, &Standing::default())
}

fn check_difference(
    lines: &[(u64, Line)],
    known_employer: &dyn Fn(&crate::identity::OrgNumber) -> bool,
    standing: &Standing,
) -> Vec<Rejected> {
    check_with(Offices::standard(), lines, known_employer, standing)
}

fn check_with(
    offices: &Offices,
    lines: &[(u64, Line)],
    known_employer: &dyn Fn(&crate::identity::OrgNumber) -> bool,
    standing: &Standing,
) -> Vec<Rejected> {
    let accept = crate::identity::Accept::SyntheticOnly;
    check(lines, &Around { accept, today: "2026-03-12".parse().unwrap(), known_employer, offices, standing })
}
