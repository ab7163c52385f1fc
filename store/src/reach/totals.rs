//! How many members each unit has, summed up to a day not long ago, so that a page with many units adds little to each.

use std::collections::HashMap;

use domain::{Date, UnitId};
use sea_orm::sea_query::{Alias, CaseStatement, Expr, ExprTrait, Func, Query};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

use crate::bulk::Bulk;
use crate::entity::{member_change, member_total};
use crate::{StoreError, scope};

/// Units deleted together.
const UNITS: usize = 10_000;

/// Brings the totals in line with `member_changes`, up to and with `day`.
pub(super) async fn derive(db: &impl ConnectionTrait, day: Date) -> Result<(), StoreError> {
    // Also a unit all of whose members come later has a total, to which they are added when they have come.
    let change = Expr::col(member_change::Column::Change);
    let until = CaseStatement::new().case(member_change::Column::OnDate.lte(day), change).finally(Expr::val(0_i64));
    let sum = Query::select()
        .column(member_change::Column::UnitId)
        .expr(Func::cast_as(Expr::Case(Box::new(until)).sum(), Alias::new("bigint")))
        .from(member_change::Entity)
        .group_by_col(member_change::Column::UnitId)
        .to_owned();
    let mut wanted: HashMap<UnitId, i64> = HashMap::new();
    for row in db.query_all(&sum).await? {
        wanted.insert(row.try_get_by_index(0)?, row.try_get_by_index(1)?);
    }
    let mut stale = Vec::new();
    for row in scope::everything::<member_total::Entity>().all(db).await? {
        match wanted.get(&row.unit_id) {
            Some(members) if *members == row.members && row.on_date == day => {
                wanted.remove(&row.unit_id);
            }
            _ => stale.push(row.unit_id),
        }
    }
    for units in stale.chunks(UNITS) {
        member_total::Entity::delete_many().filter(member_total::Column::UnitId.is_in(units.iter().copied())).exec(db).await?;
    }
    let row = |(unit, members)| member_total::ActiveModel { unit_id: Set(unit), on_date: Set(day), members: Set(members) };
    Bulk::<member_total::Entity>::new(db.get_database_backend()).upsert(db, wanted.into_iter().map(|total| Ok(row(total)))).await
}
