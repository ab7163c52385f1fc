//! The business register, as far as a file names it.

use std::collections::{HashMap, HashSet};

use domain::Date;
use domain::identity::{Accept, OrgNumber};
use domain::org::Offices;
use domain::registry::{Around, Line, Reason, Rejected, Standing, check};
use sea_orm::{ColumnTrait, ConnectionTrait, QueryFilter, QuerySelect};

use crate::entity::employer_unit;
use crate::{StoreError, scope};

/// The employers that a file names and the business register has, with the day they closed.
pub(super) struct Employers(HashMap<OrgNumber, Option<Date>>);

impl Employers {
    pub(super) async fn named(db: &impl ConnectionTrait, lines: &[(u64, Line)]) -> Result<Self, StoreError> {
        let named: HashSet<OrgNumber> = lines
            .iter()
            .filter_map(|(_, line)| match line {
                Line::Coverage(line) => Some(line.employer),
                Line::Employment(line) => Some(line.workplace),
                Line::Mandate(line) => line.workplace,
                Line::File(_) | Line::Unit(_) | Line::Member(_) | Line::End(_) => None,
            })
            .collect();
        let named: Vec<OrgNumber> = named.into_iter().collect();
        let mut known = HashMap::with_capacity(named.len());
        for chunk in named.chunks(10_000) {
            let found: Vec<(OrgNumber, Option<Date>)> = scope::employer_units()
                .filter(employer_unit::Column::Number.is_in(chunk.iter().copied()))
                .select_only()
                .columns([employer_unit::Column::Number, employer_unit::Column::ClosedOn])
                .into_tuple()
                .all(db)
                .await?;
            known.extend(found);
        }
        Ok(Self(known))
    }

    pub(super) fn check(
        &self,
        lines: &[(u64, Line)],
        accept: Accept,
        today: Date,
        offices: &Offices,
        standing: &Standing,
    ) -> Vec<Rejected> {
        check(lines, &Around { accept, today, known_employer: &|number| self.0.contains_key(number), offices, standing })
    }

    /// Present employments at what has closed: once known, so they are taken, but somebody should look.
    pub(super) fn warnings(&self, lines: &[(u64, Line)], today: Date) -> Vec<Rejected> {
        let closed = |number: &OrgNumber| self.0.get(number).copied().flatten().is_some_and(|closed| closed < today);
        let warning = |(number, line): &(u64, Line)| match line {
            Line::Employment(line) if line.to.is_none_or(|to| to >= today) && closed(&line.workplace) => {
                Some(Rejected { line: *number, reason: Reason::ClosedEmployer { number: line.workplace } })
            }
            _ => None,
        };
        lines.iter().filter_map(warning).collect()
    }
}
