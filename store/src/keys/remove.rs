//! Throwing an old key away. There is no way back.

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use crate::Store;
use crate::crypto::file;
use crate::entity::key_check;

use super::{KeyRefusal, lasting};

impl Store {
    /// Takes a retired key out of this machine's file. Refused while there is anything that was sealed with it, in the
    /// database or in a backup: `backups_kept_days` says how long backups are kept.
    pub async fn remove_key(&self, number: u32, backups_kept_days: u16) -> Result<(), KeyRefusal> {
        let keys = self.keys.read(&self.db).await?;
        if !keys.has(number) {
            return Err(KeyRefusal::NotThere(number));
        }
        if keys.active() == number {
            return Err(KeyRefusal::Active(number));
        }
        let until = keys.retired(number).ok_or(KeyRefusal::NotRetired(number))?.plus_days(i32::from(backups_kept_days));
        if self.clock.today() <= until {
            return Err(KeyRefusal::Backups { number, until });
        }
        let (tx, keys) = self.begin_sealing().await?;
        let sealed = self.sealed_with_in(&tx, number).await?;
        if !sealed.is_empty() {
            return Err(KeyRefusal::InUse { number, sealed });
        }
        lasting::keep(&tx, &keys, number).await?;
        // First the database, which would not start without a key that it has a check of.
        key_check::Entity::delete_many().filter(key_check::Column::KeyId.eq(i64::from(number))).exec(&tx).await?;
        tx.commit().await?;
        file::change(&self.keys.path, |file| file.remove(number))?;
        self.keys.read(&self.db).await?;
        Ok(())
    }
}
