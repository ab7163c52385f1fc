//! What the files say, as lines that an operation may change; for the portal, and in plain texts for the oracle.

use std::collections::BTreeSet;
use std::io::Cursor;

use domain::Date;
use domain::identity::{NationalId, OrgNumber};
use domain::org::{Office, Offices, UnitKind};
use domain::registry::{CoverageLine, EmploymentLine, Line, MandateLine, MemberLine, MembershipKind, UnitLine};
use serde_json::json;

/// An employer unit; all of them are workplaces too.
#[derive(Debug, Clone)]
pub(super) struct Employer {
    pub(super) number: OrgNumber,
    pub(super) parent: Option<OrgNumber>,
    pub(super) bankrupt: bool,
}

/// The files, and what the union has changed in the access matrix.
#[derive(Debug, Clone, Default)]
pub(super) struct Facts {
    pub(super) employers: Vec<Employer>,
    pub(super) units: Vec<UnitLine>,
    pub(super) coverages: Vec<CoverageLine>,
    pub(super) members: Vec<MemberLine>,
    pub(super) jobs: Vec<EmploymentLine>,
    pub(super) mandates: Vec<MandateLine>,
    /// (office, right): see [`oracle::Union::taken`].
    pub(super) taken: BTreeSet<(Office, &'static str)>,
    /// See [`oracle::Union::given`].
    pub(super) given: BTreeSet<Office>,
    made: u32,
}

/// The `n`th invented organisation number.
pub(super) fn org(n: usize) -> OrgNumber {
    let n = u32::try_from(n).unwrap() + 1;
    (31_000_000 + n * 10..).find_map(OrgNumber::from_eight_digits).unwrap()
}

/// The `n`th invented person's national id.
pub(super) fn national_id(n: u32) -> NationalId {
    let born = "1950-01-01".parse::<Date>().unwrap().plus_days(i32::try_from(n).unwrap());
    (0..1000).find_map(|individ| NationalId::synthetic(born, individ)).unwrap()
}

fn long_ago() -> Date {
    "2015-01-01".parse().unwrap()
}

impl Facts {
    /// A union with a county and nobody in it.
    pub(super) fn empty() -> Self {
        let mut facts = Self::default();
        facts.unit("F", UnitKind::Union, None);
        facts.unit("K", UnitKind::County, Some("F"));
        facts
    }

    pub(super) fn employer(&mut self, n: usize, parent: Option<usize>) {
        self.employers.push(Employer { number: org(n), parent: parent.map(org), bankrupt: false });
    }

    pub(super) fn unit(&mut self, id: &str, kind: UnitKind, parent: Option<&str>) {
        let name = format!("Enheten {id}");
        let (id, parent) = (id.to_owned(), parent.map(str::to_owned));
        self.units.push(UnitLine { id, kind, name, parent, phone: None, email: None, replaced_by: None });
    }

    pub(super) fn covers(&mut self, club: &str, employer: OrgNumber) {
        let line = CoverageLine { unit: club.to_owned(), employer };
        if !self.coverages.contains(&line) {
            self.coverages.push(line);
        }
    }

    /// Somebody whose family name nobody else has.
    pub(super) fn member(&mut self, id: &str, local: &str) -> &mut MemberLine {
        self.made += 1;
        self.members.push(MemberLine {
            id: id.to_owned(),
            national_id: national_id(self.made),
            given_name: "Kari".to_owned(),
            family_name: format!("Etternavn{id}x"),
            local: local.to_owned(),
            kind: MembershipKind::Active,
            section: None,
            joined: long_ago(),
            left: None,
            email: Some(format!("post{id}x@example.com")),
            phone: Some(format!("4{:07}", self.made)),
            street: Some(format!("Gata{id}x 1")),
            postal_code: None,
            city: None,
            language: None,
            protection: None,
            shielded: None,
            helper: None,
        });
        self.members.last_mut().unwrap()
    }

    pub(super) fn works(&mut self, member: &str, workplace: OrgNumber) -> &mut EmploymentLine {
        self.made += 1;
        self.jobs.push(EmploymentLine {
            id: format!("A{}", self.made),
            member: member.to_owned(),
            workplace,
            title: "Fagarbeider".to_owned(),
            position_code: None,
            percent: 100,
            tariff_area: None,
            from: long_ago(),
            to: None,
        });
        self.jobs.last_mut().unwrap()
    }

    pub(super) fn holds(&mut self, member: &str, office: Office, unit: &str) -> &mut MandateLine {
        self.made += 1;
        self.mandates.push(MandateLine {
            id: format!("V{}", self.made),
            member: member.to_owned(),
            office,
            unit: unit.to_owned(),
            workplace: None,
            from: long_ago(),
            to: None,
            elected: None,
            employer_notified: None,
            substitute_for: None,
            revoked: None,
        });
        self.mandates.last_mut().unwrap()
    }

    /// The units where an office can be held.
    pub(super) fn places(&self, office: Office) -> Vec<String> {
        self.units.iter().filter(|unit| Offices::standard().held_at(office).contains(&unit.kind)).map(|unit| unit.id.clone()).collect()
    }

    /// Leaves a person out, with everything that refers to them.
    pub(super) fn leave_out(&mut self, member: &str) {
        self.members.retain(|line| line.id != member);
        self.jobs.retain(|line| line.member != member);
        self.mandates.retain(|line| line.member != member);
        for line in &mut self.members {
            line.helper.take_if(|helper| helper == member);
        }
    }

    /// Leaves out who would be a second leader of a unit at any time: the registry takes no such file.
    pub(super) fn one_holder_each(&mut self) {
        let mut kept: Vec<MandateLine> = Vec::new();
        for line in std::mem::take(&mut self.mandates) {
            let overlaps = |other: &MandateLine| other.to.is_none_or(|to| to >= line.from) && line.to.is_none_or(|to| to >= other.from);
            let second = |other: &MandateLine| other.office == line.office && other.unit == line.unit && overlaps(other);
            if !(Offices::standard().single_holder(line.office) && kept.iter().any(second)) {
                kept.push(line);
            }
        }
        self.mandates = kept;
    }

    /// The registry file's lines.
    pub(super) fn lines(&self) -> Vec<Line> {
        let units = self.units.iter().cloned().map(Line::Unit);
        let coverages = self.coverages.iter().cloned().map(Line::Coverage);
        let members = self.members.iter().cloned().map(Line::Member);
        let jobs = self.jobs.iter().cloned().map(Line::Employment);
        let mandates = self.mandates.iter().cloned().map(Line::Mandate);
        units.chain(coverages).chain(members).chain(jobs).chain(mandates).collect()
    }

    /// The business register's file.
    pub(super) fn employer_files(&self) -> Vec<Cursor<Vec<u8>>> {
        let entity = |employer: &Employer| {
            json!({
                "organisasjonsnummer": employer.number,
                "navn": workplace_name(employer.number),
                "organisasjonsform": {"kode": "BEDR"},
                "overordnetEnhet": employer.parent,
                "konkurs": employer.bankrupt,
            })
        };
        vec![Cursor::new(serde_json::to_vec(&self.employers.iter().map(entity).collect::<Vec<_>>()).unwrap())]
    }
}

/// What the register calls a workplace: no two have the same name.
pub(super) fn workplace_name(number: OrgNumber) -> String {
    format!("Arbeidsplass {number}")
}
