//! Names of persons mentioned in rows that a scope has let through.

use std::collections::HashMap;

use domain::MemberId;
use sea_orm::{ConnectionTrait, QuerySelect};

use crate::entity::member;
use crate::{StoreError, scope};

/// The names of these persons. Protected persons are named too: whoever works on their case knows them.
pub(crate) async fn of(
    db: &impl ConnectionTrait,
    ids: impl IntoIterator<Item = MemberId>,
) -> Result<HashMap<MemberId, String>, StoreError> {
    let mut ids: Vec<MemberId> = ids.into_iter().collect();
    ids.sort_unstable();
    ids.dedup();
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let rows: Vec<(MemberId, String, String)> = scope::persons_named(ids)
        .select_only()
        .columns([member::Column::Id, member::Column::GivenName, member::Column::FamilyName])
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|(id, given, family)| (id, format!("{given} {family}"))).collect())
}
