//! Names of persons mentioned in rows that a scope has let through.

use std::collections::HashMap;

use domain::MemberId;
use sea_orm::{ConnectionTrait, QuerySelect};

use crate::entity::member;
use crate::{StoreError, Viewer, scope};

/// The same as [`of`], where some names are at hand already; the viewer's own is. Nobody is asked when all are.
pub(crate) async fn beside(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    at_hand: impl IntoIterator<Item = (MemberId, String)>,
    ids: impl IntoIterator<Item = MemberId>,
) -> Result<HashMap<MemberId, String>, StoreError> {
    let mut names: HashMap<MemberId, String> = at_hand.into_iter().chain([(viewer.person(), viewer.name.clone())]).collect();
    let missing: Vec<MemberId> = ids.into_iter().filter(|id| !names.contains_key(id)).collect();
    names.extend(of(db, missing).await?);
    Ok(names)
}

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
