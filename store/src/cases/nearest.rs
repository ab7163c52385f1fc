//! The nearest date of a case's open tasks, or the day until which it waits if that comes first: kept with the case so that lists lie in that order.

use domain::Date;
use sea_orm::ColumnTrait;
use sea_orm::sea_query::{Expr, ExprTrait, Func, Query, SimpleExpr};

use crate::entity::{case, task};

/// Of a case without such a date: comes after all of them.
pub(crate) const NO_DATE: &str = "9999-12-31";

/// As it is now, for the case that is being changed.
pub(super) fn now() -> SimpleExpr {
    let due = || Expr::col((task::Entity, task::Column::DueOn)).min();
    let until = || Expr::col((case::Entity, case::Column::WaitingUntil));
    let waits_first = until().is_not_null().and(due().is_null().or(until().lt(due())));
    let nearest = Query::select()
        .expr(Expr::case(waits_first, until()).finally(due()))
        .from(task::Entity)
        .and_where(Expr::col((task::Entity, task::Column::CaseId)).equals((case::Entity, case::Column::Id)))
        .and_where(task::Column::DoneAt.is_null())
        .to_owned();
    Func::coalesce([Expr::SubQuery(None, Box::new(nearest.into())), Expr::value(NO_DATE)]).into()
}

/// What is kept, as a date.
pub(super) fn read(kept: &str) -> Option<Date> {
    kept.parse().ok()
}

/// The other way.
pub(super) fn written(due: Option<Date>) -> String {
    due.map_or_else(|| NO_DATE.to_owned(), |due| due.to_string())
}
