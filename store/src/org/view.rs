//! The page of one unit.

use std::collections::HashMap;

use domain::UnitId;
use domain::access::UnitFacts;
use domain::employers::Named;
use domain::identity::OrgNumber;
use domain::org::{BelowCursor, Count, Shortfall, ShortfallsHere, UnitBelow, UnitKind, UnitNamed, UnitView, UnitsBelow};
use domain::text;
use sea_orm::{ColumnTrait, QueryFilter};

use crate::access_log::Look;
use crate::entity::unit;
use crate::{Store, StoreError, Viewer, scope};

use super::seen::named;
use super::{BELOW, FIRST, SeenUnit};

impl Store {
    /// A unit's page, with the look logged: it names those who hold office. A unit that the viewer may see nothing of
    /// is [`StoreError::NotFound`].
    pub async fn unit(&self, viewer: &Viewer, id: UnitId, after: Option<&BelowCursor>) -> Result<UnitView, StoreError> {
        let seen = SeenUnit::find(&self.db, viewer, id).await?;
        self.log_look(viewer, Look::Unit(id)).await?;
        let below = self.units_below(id).await?;
        let total = below.len() as u64;
        let (page, next) = page(below, after);
        let numbers = self.members_of(viewer.today, page.iter().map(|row| row.id).chain([id])).await?;
        let lists_members = viewer.grants.list_all_of(&seen.facts);
        let count =
            |unit: UnitId, listed: bool| seen.shows_numbers().then(|| Count::of(numbers.get(&unit).copied().unwrap_or_default(), listed));
        let rows = page.iter().map(|row| {
            let own = UnitFacts { units: vec![row.id], employers: Vec::new() };
            UnitBelow { unit: named(row), members: count(row.id, lists_members || viewer.grants.list_all_of(&own)) }
        });
        Ok(UnitView {
            unit: seen.named(),
            above: self.above_unit(viewer, &seen).await?,
            phone: seen.row.phone.clone(),
            email: seen.row.email.clone(),
            members: count(id, lists_members),
            lists_members,
            below: UnitsBelow { total, rows: rows.collect(), next },
            employers: self.covered_by(viewer, id).await?,
            holders: self.holders(viewer, &seen).await?,
            shortfalls: self.first_shortfalls(viewer, &seen).await?,
            today: viewer.today,
        })
    }

    /// The living units that lie directly under one: some hundred at most, whatever the size of the union.
    async fn units_below(&self, id: UnitId) -> Result<Vec<unit::Model>, StoreError> {
        let below = scope::units().filter(unit::Column::ParentId.eq(id)).filter(unit::Column::EndedAt.is_null());
        Ok(below.all(&self.db).await?)
    }

    /// The units above, the union first, and whether the viewer may open each.
    async fn above_unit(&self, viewer: &Viewer, seen: &SeenUnit) -> Result<Vec<(UnitNamed, bool)>, StoreError> {
        let above: Vec<UnitId> = seen.facts.units.iter().copied().filter(|unit| *unit != seen.id()).collect();
        let mut paths: HashMap<UnitId, Vec<UnitId>> = HashMap::new();
        for row in scope::above_units(above.iter().copied()).all(&self.db).await? {
            paths.entry(row.unit_id).or_default().push(row.above_id);
        }
        let mut rows = scope::units().filter(unit::Column::Id.is_in(above)).all(&self.db).await?;
        // The fewer lie above a unit, the higher it lies itself.
        rows.sort_by_key(|row| paths.get(&row.id).map_or(0, Vec::len));
        let opens = |row: unit::Model| {
            let facts = UnitFacts { units: paths.remove(&row.id).unwrap_or_default(), employers: Vec::new() };
            (named(&row), SeenUnit::of(viewer, row, facts).is_some())
        };
        Ok(rows.into_iter().map(opens).collect())
    }

    /// What a club covers itself, and whether the viewer may open the page of each.
    async fn covered_by(&self, viewer: &Viewer, id: UnitId) -> Result<Vec<(Named, bool)>, StoreError> {
        let covered = scope::coverages_of([id]).all(&self.db).await?;
        let numbers: Vec<OrgNumber> = covered.into_iter().map(|row| row.employer_number).collect();
        if numbers.is_empty() {
            return Ok(Vec::new());
        }
        let shown = self.employers_shown(viewer, numbers.iter().copied()).await?;
        let names = self.workplace_names(numbers).await?;
        let mut employers: Vec<(Named, bool)> =
            names.into_iter().map(|(number, name)| (Named { number, name }, shown.contains(&number))).collect();
        employers.sort_by_cached_key(|(employer, _)| text::sort_key(&employer.name));
        Ok(employers)
    }

    async fn first_shortfalls(&self, viewer: &Viewer, seen: &SeenUnit) -> Result<Vec<ShortfallsHere>, StoreError> {
        // Neither a centre nor the legal department has members, or an employer to tell.
        if matches!(seen.row.kind, UnitKind::Advisory | UnitKind::Legal) {
            return Ok(Vec::new());
        }
        let totals = self.shortfall_totals(viewer, seen).await?;
        let mut here = Vec::new();
        for kind in Shortfall::ALL.iter().copied().filter(|kind| seen.shows(*kind)) {
            let total = totals.get(&kind).copied().unwrap_or_default();
            let rows = if total == 0 { Vec::new() } else { self.shortfall_rows(viewer, seen, kind, None, FIRST).await?.0 };
            here.push(ShortfallsHere { kind, total, rows });
        }
        Ok(here)
    }
}

/// One page of units in the order of their names, the kinds among each other.
fn page(units: Vec<unit::Model>, after: Option<&BelowCursor>) -> (Vec<unit::Model>, Option<BelowCursor>) {
    let mut units: Vec<(BelowCursor, unit::Model)> =
        units.into_iter().map(|unit| (BelowCursor { key: text::sort_key(&unit.name), id: unit.id }, unit)).collect();
    units.retain(|(at, _)| after.is_none_or(|after| at > after));
    units.sort_by(|(a, _), (b, _)| a.cmp(b));
    let more = units.len() > BELOW;
    units.truncate(BELOW);
    let next = units.last().filter(|_| more).map(|(at, _)| at.clone());
    (units.into_iter().map(|(_, unit)| unit).collect(), next)
}
