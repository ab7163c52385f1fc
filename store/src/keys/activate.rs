//! Making a key the one that seals.

use crate::Store;
use crate::crypto::ring;

use super::{KeyRefusal, lasting};

impl Store {
    /// From here on everything is sealed with this key, on every node. Refused while a program that serves the portal has
    /// not said that it knows the key.
    pub async fn activate_key(&self, number: u32) -> Result<(), KeyRefusal> {
        let keys = self.keys.read(&self.db).await?;
        if !keys.has(number) {
            return Err(KeyRefusal::NotThere(number));
        }
        if keys.retired(number).is_some() {
            return Err(KeyRefusal::Retired(number));
        }
        if keys.active() == number {
            return Ok(());
        }
        let hosts = self.nodes_without(number).await?;
        if !hosts.is_empty() {
            return Err(KeyRefusal::NodesWithout { number, hosts });
        }
        let tx = self.begin().await?;
        // Waits for those who are writing something sealed; whoever comes after this seals with the new key.
        if !ring::activate(&tx, &keys, keys.active(), number).await? {
            return Err(KeyRefusal::Overtaken);
        }
        let keys = self.keys.read(&tx).await?;
        for older in keys.numbers().filter(|older| *older != number) {
            lasting::keep(&tx, &keys, older).await?;
        }
        tx.commit().await?;
        Ok(())
    }
}
