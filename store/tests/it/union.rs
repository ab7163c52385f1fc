//! A small invented union, built line by line.

use std::io::Cursor;

use domain::Date;
use domain::identity::{NationalId, OrgNumber};
use domain::org::{Office, UnitKind};
use domain::registry::{CoverageLine, EmploymentLine, Line, MandateLine, MemberLine, MembershipKind, UnitLine};
use serde_json::{Value, json};

/// The day on which every world begins.
pub(crate) const TODAY: &str = "2026-03-12";

/// The business register and the registry file, each kind of line by itself. Change the lines as you like: the
/// makers below hand out the line they made.
#[derive(Debug, Clone, Default)]
pub(crate) struct Union {
    pub(crate) employers: Vec<Value>,
    pub(crate) units: Vec<UnitLine>,
    pub(crate) coverages: Vec<CoverageLine>,
    pub(crate) members: Vec<MemberLine>,
    pub(crate) employments: Vec<EmploymentLine>,
    pub(crate) mandates: Vec<MandateLine>,
    made: u32,
}

pub(crate) fn day(text: &str) -> Date {
    text.parse().unwrap()
}

/// The `n`th day from today, backwards when negative.
pub(crate) fn in_days(n: i32) -> Date {
    day(TODAY).plus_days(n)
}

/// The `n`th invented organisation number.
pub(crate) fn org(n: u32) -> OrgNumber {
    (31_000_000 + n * 10..).find_map(OrgNumber::from_eight_digits).unwrap()
}

/// The `n`th invented person's national id.
pub(crate) fn national_id(n: u32) -> NationalId {
    let days = 20_000;
    let born = day("1950-01-01").plus_days(i32::try_from(n % days).unwrap());
    (0..1000).filter_map(|individ| NationalId::synthetic(born, individ)).nth((n / days) as usize).unwrap()
}

impl Union {
    /// A union with a county and nobody in it.
    pub(crate) fn empty() -> Self {
        let mut union = Self::default();
        union.unit("F", UnitKind::Union, None);
        union.unit("K", UnitKind::County, Some("F"));
        union
    }

    /// Two locals with a club each. `C1` covers employer 1 with the workplaces 11 and 12, `C2` employer 2 with 21.
    ///
    /// `m1` works at 11, `m2` at 12, `m3` at 21. `rep` is representative and `leader` leader of C1, `officer` leads
    /// the local L1, and `outsider` is representative of C2.
    pub(crate) fn small() -> Self {
        let mut union = Self::empty();
        for (employer, workplaces) in [(1, &[11, 12][..]), (2, &[21])] {
            union.employer(employer, "ORGL", None);
            for workplace in workplaces {
                union.employer(*workplace, "BEDR", Some(employer));
            }
        }
        for (local, club, employer) in [("L1", "C1", 1), ("L2", "C2", 2)] {
            union.unit(local, UnitKind::Local, Some("K"));
            union.unit(club, UnitKind::Club, Some(local));
            union.covers(club, employer);
        }
        for (key, local, workplace) in
            [("m1", "L1", 11), ("m2", "L1", 12), ("m3", "L2", 21), ("rep", "L1", 11), ("leader", "L1", 12), ("outsider", "L2", 21)]
        {
            union.member(key, local);
            union.works(key, workplace);
        }
        union.member("officer", "L1");
        union.holds("rep", Office::WORKPLACE_REP, "C1");
        union.holds("leader", Office::CLUB_LEADER, "C1");
        union.holds("officer", Office::LOCAL_LEADER, "L1");
        union.holds("outsider", Office::WORKPLACE_REP, "C2");
        union
    }

    pub(crate) fn employer(&mut self, n: u32, form: &str, parent: Option<u32>) -> &mut Value {
        self.employers.push(json!({
            "organisasjonsnummer": org(n),
            "navn": format!("Arbeidsplass {n}"),
            "organisasjonsform": {"kode": form, "beskrivelse": "x"},
            "overordnetEnhet": parent.map(org),
            "forretningsadresse": {"land": "Norge", "adresse": ["Torget 1"], "postnummer": "0001", "poststed": "SOLVIK", "kommune": "SOLVIK"},
            "konkurs": false,
        }));
        self.employers.last_mut().unwrap()
    }

    pub(crate) fn unit(&mut self, id: &str, kind: UnitKind, parent: Option<&str>) -> &mut UnitLine {
        let parent = parent.map(str::to_owned);
        self.units.push(UnitLine {
            id: id.to_owned(),
            kind,
            name: format!("Enheten {id}"),
            parent,
            phone: None,
            email: None,
            replaced_by: None,
        });
        self.units.last_mut().unwrap()
    }

    pub(crate) fn covers(&mut self, club: &str, employer: u32) {
        self.coverages.push(CoverageLine { unit: club.to_owned(), employer: org(employer) });
    }

    pub(crate) fn member(&mut self, id: &str, local: &str) -> &mut MemberLine {
        self.made += 1;
        self.members.push(MemberLine {
            id: id.to_owned(),
            national_id: national_id(self.made),
            given_name: "Kari".to_owned(),
            family_name: id.to_owned(),
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
        });
        self.members.last_mut().unwrap()
    }

    pub(crate) fn works(&mut self, member: &str, workplace: u32) -> &mut EmploymentLine {
        self.made += 1;
        self.employments.push(EmploymentLine {
            id: format!("A{}", self.made),
            member: member.to_owned(),
            workplace: org(workplace),
            title: format!("Fagarbeider {workplace}"),
            position_code: None,
            percent: 100,
            tariff_area: None,
            from: day("2020-01-01"),
            to: None,
        });
        self.employments.last_mut().unwrap()
    }

    pub(crate) fn holds(&mut self, member: &str, office: Office, unit: &str) -> &mut MandateLine {
        self.made += 1;
        self.mandates.push(MandateLine {
            id: format!("V{}", self.made),
            member: member.to_owned(),
            office,
            unit: unit.to_owned(),
            workplace: None,
            from: day("2025-01-01"),
            to: None,
            elected: None,
            employer_notified: None,
            substitute_for: None,
            revoked: None,
        });
        self.mandates.last_mut().unwrap()
    }

    /// The line of this member.
    pub(crate) fn change(&mut self, member: &str) -> &mut MemberLine {
        self.members.iter_mut().find(|line| line.id == member).unwrap()
    }

    /// Leaves a person out, with everything that refers to them.
    pub(crate) fn leave_out(&mut self, member: &str) {
        self.members.retain(|line| line.id != member);
        self.employments.retain(|line| line.member != member);
        self.mandates.retain(|line| line.member != member);
    }

    /// The registry file's lines, numbered.
    pub(crate) fn lines(&self) -> Vec<(u64, Line)> {
        let units = self.units.iter().cloned().map(Line::Unit);
        let coverages = self.coverages.iter().cloned().map(Line::Coverage);
        let members = self.members.iter().cloned().map(Line::Member);
        let employments = self.employments.iter().cloned().map(Line::Employment);
        let mandates = self.mandates.iter().cloned().map(Line::Mandate);
        (1..).zip(units.chain(coverages).chain(members).chain(employments).chain(mandates)).collect()
    }

    /// The two bulk files of the business register: workplaces, and all else.
    pub(crate) fn employer_files(&self) -> Vec<Cursor<Vec<u8>>> {
        let is_workplace = |entity: &&Value| entity["organisasjonsform"]["kode"] == "BEDR";
        let (workplaces, others): (Vec<&Value>, Vec<&Value>) = self.employers.iter().partition(is_workplace);
        [others, workplaces].map(|entities| Cursor::new(serde_json::to_vec(&entities).unwrap())).into()
    }
}
