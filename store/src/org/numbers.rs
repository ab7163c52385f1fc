//! How many members units have, and how much is missing in them, without counting.

use std::collections::HashMap;

use domain::org::Shortfall;
use domain::{Date, UnitId};
use sea_orm::sea_query::{Alias, Expr, ExprTrait, Func, Query};
use sea_orm::{ColumnTrait, ConnectionTrait, JoinType};

use crate::entity::{member_change, member_total, shortfall_change};
use crate::{Store, StoreError, Viewer};

use super::SeenUnit;

impl Store {
    /// Exactly how many members each of these units has today: its total of a day not long ago, and the changes since.
    pub(crate) async fn members_of(
        &self,
        today: Date,
        units: impl IntoIterator<Item = UnitId>,
    ) -> Result<HashMap<UnitId, u64>, StoreError> {
        let units: Vec<UnitId> = units.into_iter().collect();
        if units.is_empty() {
            return Ok(HashMap::new());
        }
        let total = |column| Expr::col((member_total::Entity, column));
        let change = |column| Expr::col((member_change::Entity, column));
        let later = change(member_change::Column::UnitId)
            .equals((member_total::Entity, member_total::Column::UnitId))
            .and(change(member_change::Column::OnDate).gt(total(member_total::Column::OnDate)))
            .and(change(member_change::Column::OnDate).lte(today));
        let query = Query::select()
            .column((member_total::Entity, member_total::Column::UnitId))
            .column((member_total::Entity, member_total::Column::Members))
            .expr(Func::cast_as(change(member_change::Column::Change).sum(), Alias::new("bigint")))
            .from(member_total::Entity)
            .join(JoinType::LeftJoin, member_change::Entity, later)
            .and_where(total(member_total::Column::UnitId).is_in(units))
            .group_by_columns([(member_total::Entity, member_total::Column::UnitId), (member_total::Entity, member_total::Column::Members)])
            .to_owned();
        let mut numbers = HashMap::new();
        for row in self.db.query_all(&query).await? {
            let (members, later): (i64, Option<i64>) = (row.try_get_by_index(1)?, row.try_get_by_index(2)?);
            numbers.insert(row.try_get_by_index(0)?, (members + later.unwrap_or(0)).unsigned_abs());
        }
        Ok(numbers)
    }

    /// How many of each kind are missing in a unit and under it today.
    pub(super) async fn shortfall_totals(&self, viewer: &Viewer, unit: &SeenUnit) -> Result<HashMap<Shortfall, u64>, StoreError> {
        let query = Query::select()
            .column(shortfall_change::Column::Kind)
            .expr(Func::cast_as(Expr::col(shortfall_change::Column::Change).sum(), Alias::new("bigint")))
            .from(shortfall_change::Entity)
            .and_where(shortfall_change::Column::UnitId.eq(unit.id()))
            .and_where(shortfall_change::Column::OnDate.lte(viewer.today))
            .group_by_col(shortfall_change::Column::Kind)
            .to_owned();
        let mut totals = HashMap::new();
        for row in self.db.query_all(&query).await? {
            let (kind, total): (Shortfall, i64) = (row.try_get_by_index(0)?, row.try_get_by_index(1)?);
            if unit.shows(kind) {
                totals.insert(kind, total.unsigned_abs());
            }
        }
        Ok(totals)
    }
}
