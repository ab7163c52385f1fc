//! What everything here follows from: the living units, members and employments.

use std::collections::{HashMap, HashSet};

use domain::identity::OrgNumber;
use domain::org::UnitKind;
use domain::registry::{MembershipKind, Protection};
use domain::{Date, EmploymentId, MemberId, UnitId};
use sea_orm::{ColumnTrait, ConnectionTrait, QueryFilter, QuerySelect};

use crate::entity::{coverage, employer_unit, employment, member, unit};
use crate::{StoreError, scope};

use super::periods::Period;

/// A living employment: all that decides about clubs.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Job {
    pub(crate) member: MemberId,
    pub(crate) workplace: OrgNumber,
    pub(crate) from: Date,
    pub(crate) to: Option<Date>,
}

/// A living member.
#[derive(Debug, Clone)]
pub(crate) struct Person {
    pub(crate) local: UnitId,
    /// What lists are ordered by, and what searches look in.
    pub(crate) name_sort: String,
    pub(crate) name_search: String,
    /// When lists may show them; never, for those who are protected or merely employed by the union.
    pub(crate) listed: Option<Period>,
}

/// What decides whether lists may show somebody.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Standing {
    pub(crate) kind: MembershipKind,
    pub(crate) protection: Protection,
    pub(crate) shielded: bool,
    pub(crate) joined: Date,
    pub(crate) left: Option<Date>,
}

impl Standing {
    /// When lists may show somebody who stands like this.
    pub(crate) fn listed(self) -> Option<Period> {
        let shown = self.protection == Protection::None && !self.shielded && self.kind != MembershipKind::Staff;
        let membership = Period { from: self.joined, to: self.left };
        shown.then_some(membership).filter(|period| period.to.is_none_or(|to| period.from <= to))
    }
}

/// All of it.
#[derive(Default)]
pub(crate) struct Facts {
    /// Each living unit, and what it lies under.
    pub(crate) units: HashMap<UnitId, Option<UnitId>>,
    /// The local of each living club.
    pub(crate) clubs: HashMap<UnitId, UnitId>,
    /// Which clubs cover what.
    pub(crate) coverages: HashSet<(UnitId, OrgNumber)>,
    /// Every living member.
    pub(crate) people: HashMap<MemberId, Person>,
    /// Every living employment.
    pub(crate) jobs: HashMap<EmploymentId, Job>,
}

impl Facts {
    /// As the database has them.
    pub(crate) async fn load(db: &impl ConnectionTrait) -> Result<Self, StoreError> {
        let mut facts = Self::default();
        for row in scope::units().filter(unit::Column::EndedAt.is_null()).all(db).await? {
            facts.units.insert(row.id, row.parent_id);
            if let Some(local) = row.parent_id.filter(|_| row.kind == UnitKind::Club) {
                facts.clubs.insert(row.id, local);
            }
        }
        let coverages = scope::everything::<coverage::Entity>().filter(coverage::Column::EndedAt.is_null()).all(db).await?;
        facts.coverages = coverages.into_iter().map(|row| (row.unit_id, row.employer_number)).collect();
        facts.people = people(db).await?;
        facts.jobs = jobs(db).await?;
        Ok(facts)
    }

    /// Every employer unit that somebody works at or a club covers.
    pub(crate) fn employers(&self) -> impl Iterator<Item = OrgNumber> {
        self.jobs.values().map(|job| job.workplace).chain(self.coverages.iter().map(|(_, employer)| *employer))
    }
}

type PersonRow = (MemberId, UnitId, String, String, MembershipKind, Protection, bool, Date, Option<Date>);

async fn people(db: &impl ConnectionTrait) -> Result<HashMap<MemberId, Person>, StoreError> {
    let rows: Vec<PersonRow> = scope::everything::<member::Entity>()
        .filter(member::Column::EndedAt.is_null())
        .select_only()
        .columns([
            member::Column::Id,
            member::Column::LocalId,
            member::Column::NameSort,
            member::Column::NameSearch,
            member::Column::Kind,
            member::Column::Protection,
            member::Column::Shielded,
            member::Column::JoinedOn,
            member::Column::LeftOn,
        ])
        .into_tuple()
        .all(db)
        .await?;
    let person = |(id, local, name_sort, name_search, kind, protection, shielded, joined, left)| {
        let listed = Standing { kind, protection, shielded, joined, left }.listed();
        (id, Person { local, name_sort, name_search, listed })
    };
    Ok(rows.into_iter().map(person).collect())
}

async fn jobs(db: &impl ConnectionTrait) -> Result<HashMap<EmploymentId, Job>, StoreError> {
    let rows: Vec<(EmploymentId, MemberId, OrgNumber, Date, Option<Date>)> = scope::everything::<employment::Entity>()
        .filter(employment::Column::EndedAt.is_null())
        .select_only()
        .columns([
            employment::Column::Id,
            employment::Column::MemberId,
            employment::Column::WorkplaceNumber,
            employment::Column::FromDate,
            employment::Column::ToDate,
        ])
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|(id, member, workplace, from, to)| (id, Job { member, workplace, from, to })).collect())
}

/// The parent of each of these employer units, of the parents too, and so on up: as many queries as the chain is long.
pub(crate) async fn parents(
    db: &impl ConnectionTrait,
    of: impl Iterator<Item = OrgNumber>,
) -> Result<HashMap<OrgNumber, OrgNumber>, StoreError> {
    let mut parents = HashMap::new();
    let mut asked: HashSet<OrgNumber> = of.collect();
    let mut level: Vec<OrgNumber> = asked.iter().copied().collect();
    while !level.is_empty() {
        let mut above = Vec::new();
        for chunk in level.chunks(10_000) {
            let rows: Vec<(OrgNumber, Option<OrgNumber>)> = scope::employer_units()
                .filter(employer_unit::Column::Number.is_in(chunk.iter().copied()))
                .select_only()
                .columns([employer_unit::Column::Number, employer_unit::Column::ParentNumber])
                .into_tuple()
                .all(db)
                .await?;
            for (number, parent) in rows.into_iter().filter_map(|(number, parent)| Some((number, parent?))) {
                parents.insert(number, parent);
                if asked.insert(parent) {
                    above.push(parent);
                }
            }
        }
        level = above;
    }
    Ok(parents)
}
