//! Keyed hashes: by one a national id is found without being readable, by the other a changed line is noticed.

use std::collections::BTreeMap;

use domain::identity::NationalId;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use crate::StoreError;

use super::Keys;
use super::keys::DIGEST;

/// Makes the index of national ids with one key. Made once for many: the key is derived when it is made.
pub(crate) struct Indexer(Hmac<Sha256>);

/// Makes digests of the registry's lines, each beginning with the number of its key.
pub(crate) struct Digester {
    active: u32,
    macs: BTreeMap<u32, Hmac<Sha256>>,
}

const INDEX: &str = "index|members|national_id|1";

impl Keys {
    /// HMAC-SHA-256 of the digits. There are only some thirty million possible ids, so the key is everything:
    /// it is derived for this purpose alone and never lies in the database.
    ///
    /// A row's index and its sealed national id are always made with the same key, and written together.
    pub(crate) fn indexer(&self) -> Result<Indexer, StoreError> {
        self.keyed(self.active(), INDEX, "members").map(Indexer)
    }

    /// One for each key: while a key is being rotated, a row may be found under either.
    pub(crate) fn indexers(&self) -> Result<Vec<Indexer>, StoreError> {
        self.numbers().map(|number| self.keyed(number, INDEX, "members").map(Indexer)).collect()
    }

    /// Every index that one national id may have.
    pub(crate) fn national_id_indexes(&self, id: &NationalId) -> Result<Vec<Vec<u8>>, StoreError> {
        Ok(self.indexers()?.iter().map(|indexer| indexer.index(id)).collect())
    }

    /// A keyed digest by which a changed line of the registry is told from an unchanged one.
    ///
    /// Keyed, because a line holds a national id: an ordinary hash could be tried against all of them.
    pub(crate) fn digester(&self) -> Result<Digester, StoreError> {
        let macs = self.numbers_for(DIGEST).map(|number| Ok((number, self.keyed(number, DIGEST, "registry")?)));
        Ok(Digester { active: self.active(), macs: macs.collect::<Result<_, StoreError>>()? })
    }

    fn keyed(&self, number: u32, purpose: &str, table: &'static str) -> Result<Hmac<Sha256>, StoreError> {
        let failed = || StoreError::Sealed(table);
        let key = self.derive(number, purpose).ok_or_else(failed)?;
        Hmac::new_from_slice(key.as_slice()).map_err(|_| failed())
    }
}

impl Indexer {
    pub(crate) fn index(&self, id: &NationalId) -> Vec<u8> {
        let mut mac = self.0.clone();
        mac.update(id.expose().as_bytes());
        mac.finalize().into_bytes().to_vec()
    }
}

impl Digester {
    /// The digest of a line, made with the active key.
    pub(crate) fn digest(&self, line: &impl serde::Serialize) -> Result<Vec<u8>, StoreError> {
        self.digest_with(self.active, line).ok_or(StoreError::Sealed("registry"))
    }

    /// Whether a line is the one that this digest was made of: `fresh` is its own, and a stored one may be of an older key.
    pub(crate) fn is_same(&self, stored: &[u8], fresh: &[u8], line: &impl serde::Serialize) -> bool {
        // Before keys had numbers here, there was only the first.
        let (number, mac) = match stored.split_first_chunk::<4>() {
            Some((number, mac)) if mac.len() == 32 => (u32::from_be_bytes(*number), mac),
            _ => (1, stored),
        };
        if number == self.active {
            return fresh.get(4..) == Some(mac);
        }
        self.digest_with(number, line).is_some_and(|digest| digest.get(4..) == Some(mac))
    }

    fn digest_with(&self, number: u32, line: &impl serde::Serialize) -> Option<Vec<u8>> {
        let mut mac = self.macs.get(&number)?.clone();
        let line = serde_json::to_vec(line).ok()?;
        mac.update(&zeroize::Zeroizing::new(line));
        let mut digest = number.to_be_bytes().to_vec();
        digest.extend(mac.finalize().into_bytes());
        Some(digest)
    }
}
