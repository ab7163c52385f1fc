//! Derived keys that outlive their roots.

use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait};

use crate::StoreError;
use crate::crypto::{Keys, LASTING, Place};
use crate::entity::kept_key;

/// Keeps what was derived from a key for good, sealed with the active key, so that the key itself can go.
pub(super) async fn keep(tx: &impl ConnectionTrait, keys: &Keys, number: u32) -> Result<(), StoreError> {
    for purpose in LASTING {
        let Some(key) = keys.derive(number, purpose) else { continue };
        let sealed = keys.seal(&Place::kept_key(i64::from(number), purpose), key.as_slice())?;
        let row = kept_key::ActiveModel { key_id: Set(i64::from(number)), purpose: Set(purpose.to_owned()), sealed: Set(sealed) };
        kept_key::Entity::insert(row)
            .on_conflict_do_nothing_on([kept_key::Column::KeyId, kept_key::Column::Purpose])
            .exec_without_returning(tx)
            .await?;
    }
    Ok(())
}
