//! The keys as they are in memory: several, each with a number, one of which seals.

use std::collections::BTreeMap;

use domain::Date;
use hkdf::Hkdf;
use sha2::Sha256;
use zeroize::Zeroizing;

use crate::StoreError;

use super::file::KeyFile;

/// 256 bits from which the keys for one purpose are derived.
pub(crate) type Root = Zeroizing<[u8; 32]>;

/// The keys in use. Has no readable `Debug`, and forgets its bytes when dropped.
pub struct Keys {
    roots: BTreeMap<u32, Root>,
    retired: BTreeMap<u32, Date>,
    /// Derived keys that outlive their roots, because what they were used for is never written again: by number and
    /// purpose (see [`LASTING`]).
    kept: BTreeMap<(u32, String), Root>,
    active: u32,
}

impl std::fmt::Debug for Keys {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Keys(active {}, {} in all)", self.active, self.roots.len())
    }
}

/// The keyed digest by which a changed line of the registry is told from an unchanged one. A line that does not change
/// keeps the digest it has.
pub(super) const DIGEST: &str = "digest|registry|1";
/// The signature of the access log's checkpoints, which lie where nobody can write them anew.
pub(crate) const SIGNATURE: &str = "sign|access_log|checkpoint|1";
/// What a detail of the access log was first sealed with. Its bytes are in the chain, so they stay as they are, and are
/// sealed once more when the key is rotated.
const LOG_DETAIL: &str = "seal|access_log_details|sealed";

/// Purposes whose derived keys are kept, sealed with the active key, when their root goes.
pub(crate) const LASTING: [&str; 3] = [DIGEST, SIGNATURE, LOG_DETAIL];

impl Keys {
    /// The keys of a file. Without another word the newest of them seals.
    pub(super) fn of(file: &KeyFile) -> Result<Self, StoreError> {
        let roots = file.roots().ok_or_else(no_key)?;
        let newest = *roots.keys().next_back().ok_or_else(no_key)?;
        Ok(Self { roots, retired: file.retired.clone(), kept: BTreeMap::new(), active: newest })
    }

    /// The same, with the key that the database says is the active one.
    pub(super) fn with_active(self, active: u32) -> Result<Self, StoreError> {
        if !self.has(active) {
            return Err(StoreError::Keys(format!(
                "the key file does not have key {active}, which is the active one: put the newest key file in its place"
            )));
        }
        Ok(Self { active, ..self })
    }

    pub(super) fn keep(&mut self, number: u32, purpose: String, key: Root) {
        self.kept.insert((number, purpose), key);
    }

    /// The number of the key that seals from now on.
    pub(crate) fn active(&self) -> u32 {
        self.active
    }

    /// Whether the file has this key.
    pub(crate) fn has(&self, number: u32) -> bool {
        self.roots.contains_key(&number)
    }

    /// The numbers of the keys in the file.
    pub(crate) fn numbers(&self) -> impl DoubleEndedIterator<Item = u32> {
        self.roots.keys().copied()
    }

    /// When a key was retired.
    pub(crate) fn retired(&self, number: u32) -> Option<Date> {
        self.retired.get(&number).copied()
    }

    /// Every key number for which something may be derived: those of the file, and those that are kept for this alone.
    pub(crate) fn numbers_for<'a>(&'a self, purpose: &'a str) -> impl Iterator<Item = u32> + 'a {
        let kept = self.kept.keys().filter(move |(number, of)| of == purpose && !self.has(*number)).map(|(number, _)| *number);
        self.numbers().chain(kept)
    }

    /// A key for one purpose, derived from the numbered root (HKDF-SHA-256, RFC 5869).
    pub(crate) fn derive(&self, number: u32, purpose: &str) -> Option<Root> {
        let Some(root) = self.roots.get(&number) else {
            return self.kept.get(&(number, purpose.to_owned())).cloned();
        };
        let mut key = Zeroizing::new([0; 32]);
        Hkdf::<Sha256>::new(None, root.as_slice()).expand(purpose.as_bytes(), key.as_mut_slice()).ok()?;
        Some(key)
    }
}

fn no_key() -> StoreError {
    StoreError::Keys("the key file is damaged".to_owned())
}
