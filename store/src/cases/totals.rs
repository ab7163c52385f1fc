//! How many cases each unit has, with those of the units under it, by kind: so that a page with a number does not count
//! two hundred thousand rows. The sums are kept in the transaction that changes a case, or moves a unit.

use domain::UnitId;
use domain::cases::{CaseType, Sensitivity, Status};
use sea_orm::sea_query::{Expr, ExprTrait, Func, OnConflict, Order, Query, SelectStatement};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

use crate::StoreError;
use crate::entity::{case, case_total, unit_path};

/// What a case is counted by. Whoever changes one of these moves the case from one sum to another.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Counted {
    pub(crate) unit: UnitId,
    pub(crate) sensitivity: Sensitivity,
    pub(crate) case_type: CaseType,
    pub(crate) status: Status,
}

/// Adds a case that is opened to the sums of its unit and of all above it.
pub(super) async fn add(db: &impl ConnectionTrait, case: &Counted) -> Result<(), StoreError> {
    // In the same order always: two who wait for each other's sums would wait for ever.
    let above = Query::select()
        .column(unit_path::Column::AboveId)
        .exprs([Expr::val(case.sensitivity.code()), Expr::val(case.case_type.code()), Expr::val(case.status.code()), Expr::val(1_i64)])
        .from(unit_path::Entity)
        .and_where(unit_path::Column::UnitId.eq(case.unit))
        .order_by(unit_path::Column::AboveId, Order::Asc)
        .to_owned();
    let one_more = Expr::col((case_total::Entity, case_total::Column::Cases)).add(1);
    write(db, above, key().value(case_total::Column::Cases, one_more).to_owned()).await
}

/// Moves a case that is counted so to another status. Nothing is opened, moved or counted anew until the caller's
/// transaction is over: of two who move cases at once, one waits.
pub(crate) async fn move_to(db: &impl ConnectionTrait, case: Counted, status: Status) -> Result<(), StoreError> {
    if case.status == status {
        return Ok(());
    }
    super::open::hold_numbers(db).await?;
    let above = Query::select()
        .column(unit_path::Column::AboveId)
        .from(unit_path::Entity)
        .and_where(unit_path::Column::UnitId.eq(case.unit))
        .to_owned();
    case_total::Entity::update_many()
        .col_expr(case_total::Column::Cases, Expr::col(case_total::Column::Cases).sub(1))
        .filter(case_total::Column::UnitId.in_subquery(above))
        .filter(case_total::Column::Sensitivity.eq(case.sensitivity))
        .filter(case_total::Column::CaseType.eq(case.case_type))
        .filter(case_total::Column::Status.eq(case.status))
        .exec(db)
        .await?;
    add(db, &Counted { status, ..case }).await
}

/// Counts everything anew: for when units have moved. Nothing is opened until the caller's transaction is over, lest it
/// be counted where its unit was before.
pub(crate) async fn recount(db: &impl ConnectionTrait) -> Result<(), StoreError> {
    super::open::hold_numbers(db).await?;
    case_total::Entity::delete_many().exec(db).await?;
    let kind = [case::Column::Sensitivity, case::Column::CaseType, case::Column::Status];
    let all = Query::select()
        .column((unit_path::Entity, unit_path::Column::AboveId))
        .columns(kind.map(|column| (case::Entity, column)))
        .expr(Func::count(Expr::cust("*")))
        .from(case::Entity)
        .inner_join(
            unit_path::Entity,
            Expr::col((unit_path::Entity, unit_path::Column::UnitId)).equals((case::Entity, case::Column::UnitId)),
        )
        .group_by_col((unit_path::Entity, unit_path::Column::AboveId))
        .group_by_columns(kind.map(|column| (case::Entity, column)))
        .to_owned();
    write(db, all, key().update_column(case_total::Column::Cases).to_owned()).await
}

fn key() -> OnConflict {
    OnConflict::columns([
        case_total::Column::UnitId,
        case_total::Column::Sensitivity,
        case_total::Column::CaseType,
        case_total::Column::Status,
    ])
}

async fn write(db: &impl ConnectionTrait, rows: SelectStatement, there: OnConflict) -> Result<(), StoreError> {
    let mut insert = Query::insert();
    insert
        .into_table(case_total::Entity)
        .columns([
            case_total::Column::UnitId,
            case_total::Column::Sensitivity,
            case_total::Column::CaseType,
            case_total::Column::Status,
            case_total::Column::Cases,
        ])
        .on_conflict(there);
    insert.select_from(rows).map_err(|_| StoreError::Inconsistent { table: "case_totals", what: "a row without one of its columns" })?;
    db.execute(&insert).await?;
    Ok(())
}
