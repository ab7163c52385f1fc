//! The small union with people in its clubs.
//!
//! One employer, Granlia kommune, has a nursing home, a kindergarten, and a school under a department. Club C1 covers
//! the home and the department, C2 the kindergarten: two clubs of one local at one employer. Local L2 has a club for
//! the whole employer (C4), and one at another employer (C3).

use std::collections::BTreeMap;
use std::io::Cursor;

use domain::Date;
use domain::identity::{NationalId, OrgNumber};
use domain::org::{Office, UnitKind};
use domain::registry::{CoverageLine, EmploymentLine, Line, MandateLine, MemberLine, MembershipKind, Protection, UnitLine};
use serde_json::{Value, json};

use super::{lines, person};

pub(crate) const EMPLOYER: &str = "310000019";
pub(crate) const HOME: &str = "310000027";
pub(crate) const SCHOOL: &str = "310000035";
pub(crate) const KINDERGARTEN: &str = "310000043";
const OTHER_EMPLOYER: &str = "310000051";
pub(crate) const SHOP: &str = "310000078";
const DEPARTMENT: &str = "310000086";
/// Ordinary members at the school: more than a page of the list holds.
const TEACHERS: u16 = 60;
const GIVEN: [&str; 8] = ["Anne", "Åse", "Bjørn", "Øyvind", "Ærlend", "Zara", "Élise", "Per Åge"];
const FAMILY: [&str; 7] = ["Berg", "Ås", "Øien", "Zimmer", "Aas", "Dahl-Ærø", "Hansen"];

/// What the files say.
pub(crate) struct Union {
    pub(crate) lines: Vec<Line>,
    pub(crate) employers: Vec<Value>,
}

pub(crate) fn day(text: &str) -> Date {
    text.parse().unwrap()
}

impl Union {
    /// All of it.
    pub(crate) fn small() -> Self {
        let mut union = Self { lines: lines(), employers: Vec::new() };
        for (number, name, form, parent) in [
            (EMPLOYER, "GRANLIA KOMMUNE", "KOMM", None),
            (DEPARTMENT, "GRANLIA OPPVEKST", "ORGL", Some(EMPLOYER)),
            (HOME, "Granlia sykehjem", "BEDR", Some(EMPLOYER)),
            (SCHOOL, "Granlia skole", "BEDR", Some(DEPARTMENT)),
            (KINDERGARTEN, "Furumo barnehage", "BEDR", Some(EMPLOYER)),
            (OTHER_EMPLOYER, "FJORDHEIM AS", "AS", None),
            (SHOP, "Fjordheim butikk", "BEDR", Some(OTHER_EMPLOYER)),
        ] {
            union.employers.push(json!({
                "organisasjonsnummer": number, "navn": name, "organisasjonsform": {"kode": form}, "overordnetEnhet": parent,
            }));
        }
        union.unit("L2", UnitKind::Local, "Fjordvik fagforening", "K1");
        union.unit("C3", UnitKind::Club, "Klubben ved Fjordheim", "L2");
        union.unit("C4", UnitKind::Club, "Klubben i kommunen", "L2");
        for (club, employer) in [("C1", HOME), ("C1", DEPARTMENT), ("C2", KINDERGARTEN), ("C3", OTHER_EMPLOYER), ("C4", EMPLOYER)] {
            union.lines.push(Line::Coverage(CoverageLine { unit: club.to_owned(), employer: org(employer) }));
        }
        for (member, workplace) in [("1", HOME), ("2", SCHOOL), ("3", HOME), ("4", SCHOOL)] {
            union.works(member, workplace);
        }
        for (id, key, local, workplace) in [
            ("5", "narrow", "L1", Some(HOME)),
            ("6", "leader-b", "L1", Some(KINDERGARTEN)),
            ("7", "officer", "L1", None),
            ("8", "outsider", "L2", Some(SHOP)),
            ("9", "protected", "L1", Some(HOME)),
            ("10", "board", "L1", Some(SCHOOL)),
            ("11", "dpo", "L2", None),
        ] {
            union.member(id, name_of(key), person(key), local);
            workplace.into_iter().for_each(|workplace| union.works(id, workplace));
        }
        union.last_member("9").protection = Some(Protection::StrictlyConfidential);
        union.holds("5", Office::WORKPLACE_REP, "C1", Some(HOME));
        union.holds("6", Office::CLUB_LEADER, "C2", None);
        union.holds("7", Office::LOCAL_LEADER, "L1", None);
        union.holds("8", Office::WORKPLACE_REP, "C3", None);
        union.holds("10", Office::CLUB_BOARD, "C1", None);
        union.holds("11", Office::DATA_PROTECTION, "F", None);
        union.member("12", name_of("admin"), person("admin"), "F");
        union.last_member("12").kind = MembershipKind::Staff;
        union.holds("12", Office::ADMIN, "F", None);
        union.special_cases();
        for n in 0..TEACHERS {
            let id = (100 + n).to_string();
            let name = (GIVEN[usize::from(n) % GIVEN.len()], FAMILY[usize::from(n) % FAMILY.len()]);
            union.member(&id, name, &invented("1980-05-01", n), "L1");
            union.works(&id, SCHOOL);
        }
        union
    }

    /// The same without a quarter of the teachers: so many at once are not believed.
    pub(crate) fn without_many(self) -> Vec<Line> {
        let gone: Vec<String> = (100..115).map(|id: u16| id.to_string()).collect();
        let stays = |line: &Line| match line {
            Line::Member(member) => !gone.contains(&member.id),
            Line::Employment(job) => !gone.contains(&job.member),
            _ => true,
        };
        self.lines.into_iter().filter(stays).collect()
    }

    /// One for each way of being in a list, or of not being in it.
    fn special_cases(&mut self) {
        for (n, (id, name, local, workplace)) in [
            ("20", ("Ada", "Abelvik"), "L1", SCHOOL),
            ("21", ("Kari", "Hemmelig"), "L1", HOME),
            ("22", ("Ola", "Sluttet"), "L1", HOME),
            ("23", ("Ida", "Flyttet"), "L1", HOME),
            ("24", ("Nora", "Nyhus"), "L1", HOME),
            ("25", ("Tor", "Tosteder"), "L1", HOME),
            ("26", ("Berit", "Naboen"), "L2", SCHOOL),
            ("27", ("Siri", "Småbarn"), "L1", KINDERGARTEN),
            ("28", ("Ole", "Fremtid"), "L1", HOME),
            ("29", ("Marit", "Butikk"), "L2", SHOP),
        ]
        .into_iter()
        .enumerate()
        {
            self.member(id, name, &invented("1970-02-02", u16::try_from(n).unwrap()), local);
            self.works(id, workplace);
        }
        self.works("25", KINDERGARTEN);
        self.last_member("21").shielded = Some(true);
        self.last_member("22").left = Some(day("2026-08-31"));
        self.last_member("24").joined = day("2026-09-10");
        self.last_member("28").joined = day("2026-10-01");
        self.last_job("23").to = Some(day("2026-09-20"));
        // A name that a spreadsheet would take for a formula.
        self.member("30", ("=HYPERLINK(\"x\")", "Formel"), &invented("1970-02-02", 10), "L1");
        self.works("30", HOME);
        let nora = self.last_member("24");
        (nora.phone, nora.email) = (Some("+4740000240".to_owned()), Some("nora@example.com".to_owned()));
        let ada = self.last_member("20");
        (ada.phone, ada.email) = (Some("40000200".to_owned()), Some("ada@example.com".to_owned()));
    }

    fn unit(&mut self, id: &str, kind: UnitKind, name: &str, parent: &str) {
        let (id, name, parent) = (id.to_owned(), name.to_owned(), Some(parent.to_owned()));
        self.lines.push(Line::Unit(UnitLine { id, kind, name, parent, phone: None, email: None, replaced_by: None }));
    }

    fn member(&mut self, id: &str, (given, family): (&str, &str), national_id: &str, local: &str) {
        self.lines.push(Line::Member(MemberLine {
            id: id.to_owned(),
            national_id: NationalId::read(national_id).unwrap(),
            given_name: given.to_owned(),
            family_name: family.to_owned(),
            local: local.to_owned(),
            kind: MembershipKind::Active,
            section: None,
            joined: day("2020-01-01"),
            left: None,
            email: None,
            phone: None,
            street: None,
            postal_code: None,
            city: None,
            language: None,
            protection: None,
            shielded: None,
            helper: None,
        }));
    }

    fn works(&mut self, member: &str, workplace: &str) {
        self.lines.push(Line::Employment(EmploymentLine {
            id: format!("A{}", self.lines.len()),
            member: member.to_owned(),
            workplace: org(workplace),
            title: "Fagarbeider".to_owned(),
            position_code: None,
            percent: 100,
            tariff_area: None,
            from: day("2020-01-01"),
            to: None,
        }));
    }

    fn holds(&mut self, member: &str, office: Office, unit: &str, workplace: Option<&str>) {
        self.lines.push(Line::Mandate(MandateLine {
            id: format!("V{}", self.lines.len()),
            member: member.to_owned(),
            office,
            unit: unit.to_owned(),
            workplace: workplace.map(org),
            from: day("2025-01-01"),
            to: None,
            elected: None,
            employer_notified: None,
            substitute_for: None,
            revoked: None,
        }));
    }

    fn last_member(&mut self, id: &str) -> &mut MemberLine {
        let found = self.lines.iter_mut().rev().find_map(|line| match line {
            Line::Member(member) if member.id == id => Some(member),
            _ => None,
        });
        found.unwrap()
    }

    fn last_job(&mut self, member: &str) -> &mut EmploymentLine {
        let found = self.lines.iter_mut().rev().find_map(|line| match line {
            Line::Employment(job) if job.member == member => Some(job),
            _ => None,
        });
        found.unwrap()
    }

    /// The business register's file.
    pub(crate) fn employer_files(&self) -> Vec<Cursor<Vec<u8>>> {
        vec![Cursor::new(serde_json::to_vec(&self.employers).unwrap())]
    }

    /// What lies under what.
    pub(crate) fn parents(&self) -> BTreeMap<OrgNumber, OrgNumber> {
        let pair = |one: &Value| Some((org(one["organisasjonsnummer"].as_str()?), org(one["overordnetEnhet"].as_str()?)));
        self.employers.iter().filter_map(pair).collect()
    }
}

pub(crate) fn org(number: &str) -> OrgNumber {
    number.parse().unwrap()
}

fn name_of(key: &str) -> (&'static str, &'static str) {
    super::PEOPLE.iter().find(|(own, ..)| *own == key).unwrap().1.split_once(' ').unwrap()
}

fn invented(born: &str, n: u16) -> String {
    let id = (0..).filter_map(|individ| NationalId::synthetic(day(born), individ)).nth(n.into());
    id.unwrap().expose().to_owned()
}
