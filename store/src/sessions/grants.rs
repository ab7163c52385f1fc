//! What somebody's mandates give, on a day, under a policy.

use std::collections::HashMap;

use domain::access::{Grant, Grants, Policy};
use domain::{Date, MemberId, UnitId};
use sea_orm::{ColumnTrait, QueryFilter};

use crate::entity::unit;
use crate::{Store, StoreError, scope};

impl Store {
    /// One grant for each mandate that is active on the day. Without any there is nothing that shows anything.
    pub(crate) async fn grants(&self, person: MemberId, policy: &Policy, today: Date) -> Result<Grants, StoreError> {
        let mandates = scope::active_mandates(person, today).all(&self.db).await?;
        if mandates.is_empty() {
            return Ok(Grants { person, list: Vec::new() });
        }
        let held: Vec<UnitId> = mandates.iter().map(|mandate| mandate.unit_id).collect();
        let units: HashMap<UnitId, unit::Model> = scope::units()
            .filter(unit::Column::Id.is_in(held.iter().copied()))
            .all(&self.db)
            .await?
            .into_iter()
            .map(|unit| (unit.id, unit))
            .collect();
        let covered = scope::coverages_of(held).all(&self.db).await?;
        let list = mandates
            .into_iter()
            .filter_map(|mandate| {
                // A unit that has ended gives nothing, whatever the mandate says.
                let unit = units.get(&mandate.unit_id).filter(|unit| unit.ended_at.is_none())?;
                let employers = match mandate.workplace_number {
                    Some(named) => vec![named],
                    None => covered.iter().filter(|row| row.unit_id == unit.id).map(|row| row.employer_number).collect(),
                };
                Some(Grant {
                    mandate: mandate.id,
                    office: mandate.office,
                    unit: unit.id,
                    unit_name: unit.name.clone(),
                    workplace: mandate.workplace_number,
                    employers,
                    until: mandate.to_date,
                    powers: policy.powers(mandate.office),
                })
            })
            .collect();
        Ok(Grants { person, list })
    }
}
