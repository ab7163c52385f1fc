//! The units that are the viewer's own.

use std::collections::{HashMap, HashSet};

use domain::access::{Action, DataClass, UnitFacts, Way};
use domain::identity::OrgNumber;
use domain::org::UnitChoice;
use domain::{UnitId, text};
use sea_orm::sea_query::{Expr, ExprTrait, Query};
use sea_orm::{ColumnTrait, QueryFilter, QuerySelect};

use crate::entity::{coverage, employer_path, unit};
use crate::{Store, StoreError, Viewer, scope};

use super::SeenUnit;
use super::seen::named;

impl Store {
    /// The units whose pages are the viewer's own: those at which they hold an office that shows them, and the clubs at
    /// the employers that such an office is held for. By name.
    pub async fn my_units(&self, viewer: &Viewer) -> Result<Vec<UnitChoice>, StoreError> {
        let mut wanted: HashSet<UnitId> = HashSet::new();
        let mut employers: HashSet<OrgNumber> = HashSet::new();
        for class in [DataClass::Mandates, DataClass::Statistics] {
            for (way, _) in viewer.grants.ways(class, Action::See) {
                match way {
                    Way::Unit(unit) => wanted.extend([unit]),
                    Way::Employers(numbers) => employers.extend(numbers),
                    Way::Workplace(..) | Way::Named | Way::TakingPart => {}
                }
            }
        }
        wanted.extend(self.clubs_covering(employers).await?);
        let rows = scope::units().filter(unit::Column::Id.is_in(wanted)).filter(unit::Column::EndedAt.is_null()).all(&self.db).await?;
        let above: Vec<UnitId> = rows.iter().filter_map(|row| row.parent_id).collect();
        let above = self.units_named(above).await?;
        let choice = |row: unit::Model| UnitChoice {
            above: row.parent_id.and_then(|id| above.get(&id)).map(|unit| unit.name.clone()),
            unit: named(&row),
        };
        let mut choices: Vec<UnitChoice> = rows.into_iter().map(choice).collect();
        choices.sort_by_cached_key(|choice| (text::sort_key(&choice.unit.name), choice.unit.id));
        Ok(choices)
    }

    /// The clubs that cover something at these employers.
    async fn clubs_covering(&self, employers: HashSet<OrgNumber>) -> Result<Vec<UnitId>, StoreError> {
        if employers.is_empty() {
            return Ok(Vec::new());
        }
        let under = Query::select()
            .column(employer_path::Column::Number)
            .from(employer_path::Entity)
            .and_where(Expr::col(employer_path::Column::Above).is_in(employers))
            .to_owned();
        let covering: Vec<UnitId> = scope::everything::<coverage::Entity>()
            .filter(coverage::Column::EmployerNumber.in_subquery(under))
            .filter(coverage::Column::EndedAt.is_null())
            .select_only()
            .column(coverage::Column::UnitId)
            .into_tuple()
            .all(&self.db)
            .await?;
        Ok(covering)
    }

    /// Which of these units the viewer may open the page of.
    pub(crate) async fn units_shown(&self, viewer: &Viewer, rows: Vec<unit::Model>) -> Result<HashSet<UnitId>, StoreError> {
        let ids: Vec<UnitId> = rows.iter().map(|row| row.id).collect();
        let mut facts: HashMap<UnitId, UnitFacts> = HashMap::new();
        for row in scope::above_units(ids.iter().copied()).all(&self.db).await? {
            facts.entry(row.unit_id).or_default().units.push(row.above_id);
        }
        let covered = scope::coverages_of(ids).all(&self.db).await?;
        let mut above: HashMap<OrgNumber, Vec<OrgNumber>> = HashMap::new();
        for row in scope::above_employers(covered.iter().map(|row| row.employer_number)).all(&self.db).await? {
            above.entry(row.number).or_default().push(row.above);
        }
        for row in covered {
            facts.entry(row.unit_id).or_default().employers.extend(above.get(&row.employer_number).into_iter().flatten());
        }
        let opens = |row: unit::Model| {
            let id = row.id;
            SeenUnit::of(viewer, row, facts.remove(&id)?).map(|_| id)
        };
        Ok(rows.into_iter().filter_map(opens).collect())
    }
}
