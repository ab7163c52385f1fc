//! What keys there are.

use domain::Date;

use crate::{Store, StoreError};

use super::Sealed;

/// What is done with a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyState {
    /// It seals.
    Active,
    /// It has been added and never sealed anything.
    Waiting,
    /// It sealed before the active one, and what it sealed is to be sealed anew.
    Old,
    /// Nothing is sealed with it any more, since this day.
    Retired(Date),
}

/// One key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyStatus {
    /// Its number.
    pub number: u32,
    /// What is done with it.
    pub state: KeyState,
    /// What is sealed with it.
    pub sealed: Sealed,
    /// Machines on which a program serves that does not know it.
    pub nodes_without: Vec<String>,
}

impl Store {
    /// The keys of this machine's key file, the oldest first. Counting what each of them seals reads whole tables.
    pub async fn keys(&self) -> Result<Vec<KeyStatus>, StoreError> {
        let keys = self.keys.read(&self.db).await?;
        let mut all = Vec::new();
        for number in keys.numbers() {
            let state = match keys.retired(number) {
                _ if number == keys.active() => KeyState::Active,
                Some(since) => KeyState::Retired(since),
                None if number > keys.active() => KeyState::Waiting,
                None => KeyState::Old,
            };
            let (sealed, nodes_without) = (self.sealed_with(number).await?, self.nodes_without(number).await?);
            all.push(KeyStatus { number, state, sealed, nodes_without });
        }
        Ok(all)
    }
}
