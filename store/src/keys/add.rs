//! A new key.

use crate::crypto::file::{self, KeyFile};
use crate::{Store, StoreError};

impl Store {
    /// Adds a fresh key to this machine's key file, and returns its number. Nothing is sealed with it until it is made
    /// active, so that all machines can be given the file before.
    pub async fn add_key(&self) -> Result<u32, StoreError> {
        let number = file::change(&self.keys.path, KeyFile::add)?;
        self.keys.read(&self.db).await?;
        Ok(number)
    }
}
