//! The viewer's own mandates that give nothing today.

use std::cmp::Reverse;
use std::collections::HashMap;

use domain::UnitId;
use domain::mandates::{MandateState, OtherMandate, Term};
use sea_orm::{ColumnTrait, QueryFilter};

use crate::entity::{mandate, unit};
use crate::{Store, StoreError, Viewer, scope};

impl Store {
    /// The viewer's planned, ended and revoked mandates, the planned first and then the latest. What somebody has been
    /// themselves is no look at anybody.
    pub async fn my_other_mandates(&self, viewer: &Viewer) -> Result<Vec<OtherMandate>, StoreError> {
        let rows = scope::own_mandates(viewer).all(&self.db).await?;
        let units = scope::units().filter(unit::Column::Id.is_in(rows.iter().map(|row| row.unit_id))).all(&self.db).await?;
        let units: HashMap<UnitId, unit::Model> = units.into_iter().map(|unit| (unit.id, unit)).collect();
        let workplaces = self.workplace_names(rows.iter().filter_map(|row| row.workplace_number)).await?;
        let mut others: Vec<OtherMandate> = rows
            .into_iter()
            .filter_map(|row| {
                let unit = units.get(&row.unit_id)?;
                // A mandate ends with its unit, whatever its own line says.
                let mut term = term(&row);
                term.gone = term.gone.or(unit.ended_at.map(domain::Timestamp::oslo_date));
                let state = term.state(viewer.today);
                let workplace = row.workplace_number.and_then(|number| workplaces.get(&number).cloned());
                (state != MandateState::Active).then(|| OtherMandate {
                    office: row.office,
                    unit: unit.name.clone(),
                    workplace,
                    term,
                    state,
                })
            })
            .collect();
        others.sort_by_key(|other| (other.state != MandateState::Planned, Reverse(other.term.from)));
        Ok(others)
    }
}

/// The days of a mandate.
pub(crate) fn term(row: &mandate::Model) -> Term {
    let gone = row.ended_at.map(domain::Timestamp::oslo_date);
    Term { from: row.from_date, to: row.term_ends_on, revoked: row.revoked_on, gone }
}
