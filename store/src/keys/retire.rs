//! Putting an old key away.

use crate::Store;
use crate::crypto::file;

use super::KeyRefusal;

impl Store {
    /// Marks a key in this machine's file: nothing is sealed with it any more. It stays there, for backups.
    pub async fn retire_key(&self, number: u32) -> Result<(), KeyRefusal> {
        let keys = self.keys.read(&self.db).await?;
        if !keys.has(number) {
            return Err(KeyRefusal::NotThere(number));
        }
        if keys.active() == number {
            return Err(KeyRefusal::Active(number));
        }
        let sealed = self.sealed_with(number).await?;
        if !sealed.is_empty() {
            return Err(KeyRefusal::InUse { number, sealed });
        }
        let today = self.clock.today();
        file::change(&self.keys.path, |file| file.retire(number, today))?;
        self.keys.read(&self.db).await?;
        Ok(())
    }
}
