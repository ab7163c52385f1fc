//! The keyed hash by which a national id is found without being readable.

use domain::identity::NationalId;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use crate::StoreError;

use super::Keys;

impl Keys {
    /// HMAC-SHA-256 of the digits. There are only some thirty million possible ids, so the key is everything:
    /// it is derived for this purpose alone and never lies in the database.
    pub(crate) fn national_id_index(&self, id: &NationalId) -> Result<Vec<u8>, StoreError> {
        let failed = || StoreError::Sealed("members");
        let key = self.index_root("index|members|national_id|1").ok_or_else(failed)?;
        let mut mac = Hmac::<Sha256>::new_from_slice(key.as_slice()).map_err(|_| failed())?;
        mac.update(id.expose().as_bytes());
        Ok(mac.finalize().into_bytes().to_vec())
    }

    /// A keyed digest by which a changed line of the registry is told from an unchanged one.
    ///
    /// Keyed, because a line holds a national id: an ordinary hash could be tried against all of them.
    pub(crate) fn digest(&self, line: &impl serde::Serialize) -> Result<Vec<u8>, StoreError> {
        let failed = || StoreError::Sealed("registry");
        let key = self.index_root("digest|registry|1").ok_or_else(failed)?;
        let mut mac = Hmac::<Sha256>::new_from_slice(key.as_slice()).map_err(|_| failed())?;
        mac.update(&zeroize::Zeroizing::new(serde_json::to_vec(line).map_err(|_| failed())?));
        Ok(mac.finalize().into_bytes().to_vec())
    }
}
