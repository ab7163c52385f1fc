//! Others in a case, who have no way into the portal. Whoever reads the case reads about them; whoever adds to it writes.

mod form;
mod remove;
mod save;

use domain::OutsiderId;
use domain::outsiders::{Outsider, OutsiderRow};
use sea_orm::{ColumnTrait, ConnectionTrait, QueryFilter};

use crate::cases::Readable;
use crate::cases::contents::outsider_place;
use crate::crypto::ContentKey;
use crate::entity::case_outsider;
use crate::{StoreError, scope};

/// Those in a case that a scope has let through, by what they are to it and then by name.
pub(crate) async fn in_case(db: &impl ConnectionTrait, case: &Readable, key: &ContentKey) -> Result<Vec<OutsiderRow>, StoreError> {
    let rows = scope::outsiders_of(case).all(db).await?;
    let mut all: Vec<OutsiderRow> = rows.iter().map(|row| shown(row, key)).collect::<Result<_, _>>()?;
    all.sort_by_cached_key(|row| (row.who.role, domain::text::sort_key(&row.who.name)));
    Ok(all)
}

/// The one with this id, if they are in this case and have not been taken out.
async fn one(db: &impl ConnectionTrait, case: &Readable, id: OutsiderId) -> Result<case_outsider::Model, StoreError> {
    scope::outsiders_of(case).filter(case_outsider::Column::Id.eq(id)).one(db).await?.ok_or(StoreError::NotFound)
}

fn shown(row: &case_outsider::Model, key: &ContentKey) -> Result<OutsiderRow, StoreError> {
    let contents = key.open(&outsider_place(row.id), &row.contents)?;
    let who = serde_json::from_slice(&contents).map_err(|_| LOST)?;
    Ok(OutsiderRow { id: row.id, version: row.version, who })
}

fn sealed(id: OutsiderId, who: &Outsider, key: &ContentKey) -> Result<Vec<u8>, StoreError> {
    key.seal(&outsider_place(id), &serde_json::to_vec(who).map_err(|_| LOST)?)
}

const LOST: StoreError = StoreError::Inconsistent { table: "case_outsiders", what: "somebody of no known shape" };
