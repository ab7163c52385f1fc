//! Keyed hashes: by one a national id is found without being readable, by the other a changed line is noticed.

use domain::identity::NationalId;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use crate::StoreError;

use super::Keys;

/// Makes the index of national ids. Made once for many: the key is derived when it is made.
pub(crate) struct Indexer(Hmac<Sha256>);

/// Makes digests of the registry's lines.
pub(crate) struct Digester(Hmac<Sha256>);

impl Keys {
    /// HMAC-SHA-256 of the digits. There are only some thirty million possible ids, so the key is everything:
    /// it is derived for this purpose alone and never lies in the database.
    pub(crate) fn indexer(&self) -> Result<Indexer, StoreError> {
        self.keyed("index|members|national_id|1", "members").map(Indexer)
    }

    /// The index of one national id.
    pub(crate) fn national_id_index(&self, id: &NationalId) -> Result<Vec<u8>, StoreError> {
        Ok(self.indexer()?.index(id))
    }

    /// A keyed digest by which a changed line of the registry is told from an unchanged one.
    ///
    /// Keyed, because a line holds a national id: an ordinary hash could be tried against all of them.
    pub(crate) fn digester(&self) -> Result<Digester, StoreError> {
        self.keyed("digest|registry|1", "registry").map(Digester)
    }

    fn keyed(&self, purpose: &str, table: &'static str) -> Result<Hmac<Sha256>, StoreError> {
        let failed = || StoreError::Sealed(table);
        let key = self.index_root(purpose).ok_or_else(failed)?;
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
    pub(crate) fn digest(&self, line: &impl serde::Serialize) -> Result<Vec<u8>, StoreError> {
        let mut mac = self.0.clone();
        let line = serde_json::to_vec(line).map_err(|_| StoreError::Sealed("registry"))?;
        mac.update(&zeroize::Zeroizing::new(line));
        Ok(mac.finalize().into_bytes().to_vec())
    }
}
