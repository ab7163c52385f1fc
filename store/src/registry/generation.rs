//! The generation of the registry: a number that every change of units, members, mandates or employers raises.

use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Alias, Expr, ExprTrait, LockType, Query};

use crate::StoreError;

const MISSING: StoreError = StoreError::Inconsistent { table: "counters", what: "the registry's generation is missing" };

fn value() -> Expr {
    Expr::col(Alias::new("value"))
}

/// The present one.
pub(super) async fn current(db: &impl ConnectionTrait) -> Result<i64, StoreError> {
    let mut query = Query::select();
    query.expr(value()).from(Alias::new("counters")).and_where(Expr::col(Alias::new("name")).eq("registry"));
    Ok(db.query_one(&query).await?.ok_or(MISSING)?.try_get_by_index(0)?)
}

/// Waits for whoever raises it, and keeps others from doing so until this transaction is over.
pub(crate) async fn hold(db: &impl ConnectionTrait) -> Result<(), StoreError> {
    let mut query = Query::select();
    query.expr(value()).from(Alias::new("counters")).and_where(Expr::col(Alias::new("name")).eq("registry")).lock(LockType::Share);
    db.query_one(&query).await?.map(|_| ()).ok_or(MISSING)
}

/// Raises it, and says whether it was still `expected`. Whoever else writes waits here until this transaction is over.
pub(super) async fn raise_from(db: &impl ConnectionTrait, expected: i64) -> Result<bool, StoreError> {
    Ok(raise(db, Some(expected)).await? == 1)
}

/// Raises it, whatever it was.
pub(crate) async fn raise_by_any(db: &impl ConnectionTrait) -> Result<(), StoreError> {
    if raise(db, None).await? == 1 { Ok(()) } else { Err(MISSING) }
}

async fn raise(db: &impl ConnectionTrait, expected: Option<i64>) -> Result<u64, StoreError> {
    let mut update = Query::update();
    update.table(Alias::new("counters")).value(Alias::new("value"), value().add(1)).and_where(Expr::col(Alias::new("name")).eq("registry"));
    if let Some(expected) = expected {
        update.and_where(value().eq(expected));
    }
    Ok(db.execute(&update).await?.rows_affected())
}
