//! The key file: outside the database, mode 0600, several versions with one active.

use std::collections::BTreeMap;
use std::io::{ErrorKind, Write};
use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
use std::path::Path;

use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use hkdf::Hkdf;
use sea_orm::{ActiveValue::Set, DatabaseConnection, EntityTrait};
use sha2::Sha256;
use zeroize::Zeroizing;

use crate::StoreError;
use crate::entity::key_check;

use super::Place;

/// 256 bits from which the keys for one purpose are derived.
pub(crate) type Root = Zeroizing<[u8; 32]>;

/// The keys in use. Has no readable `Debug`, and forgets its bytes when dropped.
pub struct Keys {
    roots: BTreeMap<u32, Root>,
    active: u32,
}

impl std::fmt::Debug for Keys {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Keys(active {}, {} in all)", self.active, self.roots.len())
    }
}

#[derive(serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct KeyFile {
    /// What is sealed from now on is sealed with this one.
    active: u32,
    /// Key number → 32 bytes in base64. A key is kept as long as anything sealed with it may be read.
    keys: BTreeMap<u32, String>,
}

impl Keys {
    /// Reads the key file.
    pub fn load(path: &Path) -> Result<Self, StoreError> {
        let text = Zeroizing::new(std::fs::read_to_string(path).map_err(|error| {
            StoreError::Keys(match error.kind() {
                ErrorKind::NotFound => {
                    format!(
                        "the key file {} is missing, and the database was sealed with it: put it back from your key backup",
                        path.display()
                    )
                }
                _ => format!("the key file {} cannot be read: {error}", path.display()),
            })
        })?);
        let mode = std::fs::metadata(path).map(|meta| meta.permissions().mode() & 0o077).unwrap_or_default();
        if mode != 0 {
            return Err(StoreError::Keys(format!("the key file {} can be read by others than its owner: chmod 600 it", path.display())));
        }
        Self::parse(&text).ok_or_else(|| StoreError::Keys(format!("the key file {} is damaged", path.display())))
    }

    /// Reads the key file, or makes it with one fresh key if there is none.
    pub fn load_or_make(path: &Path) -> Result<Self, StoreError> {
        if path.exists() {
            return Self::load(path);
        }
        let fresh = BASE64.encode(Zeroizing::new(rand::random::<[u8; 32]>()).as_slice());
        let file = KeyFile { active: 1, keys: BTreeMap::from([(1, fresh)]) };
        let cannot = |error: std::io::Error| StoreError::Keys(format!("the key file {} cannot be made: {error}", path.display()));
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder).map_err(cannot)?;
        }
        let text = Zeroizing::new(serde_json::to_string_pretty(&file).map_err(|error| cannot(error.into()))?);
        let mut out = std::fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(path).map_err(cannot)?;
        out.write_all(text.as_bytes()).and_then(|()| out.sync_all()).map_err(cannot)?;
        Self::load(path)
    }

    fn parse(text: &str) -> Option<Self> {
        let file: KeyFile = serde_json::from_str(text).ok()?;
        let mut roots = BTreeMap::new();
        for (number, key) in file.keys {
            let key = Zeroizing::new(key);
            let bytes = Zeroizing::new(BASE64.decode(key.as_bytes()).ok()?);
            roots.insert(number, Zeroizing::new(<[u8; 32]>::try_from(bytes.as_slice()).ok()?));
        }
        roots.contains_key(&file.active).then_some(Self { roots, active: file.active })
    }

    /// The number of the key that seals from now on.
    pub(super) fn active(&self) -> u32 {
        self.active
    }

    /// A key for one purpose, derived from the numbered root (HKDF-SHA-256, RFC 5869).
    pub(super) fn derive(&self, number: u32, purpose: &str) -> Option<Root> {
        let mut key = Zeroizing::new([0; 32]);
        Hkdf::<Sha256>::new(None, self.roots.get(&number)?.as_slice()).expand(purpose.as_bytes(), key.as_mut_slice()).ok()?;
        Some(key)
    }

    /// The key of the lookup index: always the first, because an index made with another key finds nothing.
    pub(crate) fn index_root(&self, purpose: &str) -> Option<Root> {
        self.derive(*self.roots.keys().next()?, purpose)
    }
}

const CHECK: &[u8] = b"these keys fit this database";

impl Keys {
    /// Compares the keys with the database's check texts, and adds one for a key that is new.
    pub(crate) async fn check(&self, db: &DatabaseConnection, writer: &DatabaseConnection) -> Result<(), StoreError> {
        let checks = crate::scope::key_checks().all(db).await?;
        let misfit = || {
            StoreError::Keys(
                "the key file does not fit this database: it belongs to another one, or a key was taken out of it. Nothing has been changed".to_owned(),
            )
        };
        for check in &checks {
            let text = self.open(&Place::key_check(check.key_id), &check.sealed).map_err(|_| misfit())?;
            if text.as_slice() != CHECK {
                return Err(misfit());
            }
        }
        let active = i64::from(self.active());
        if !checks.iter().any(|check| check.key_id == active) {
            let sealed = self.seal(&Place::key_check(active), CHECK)?;
            key_check::Entity::insert(key_check::ActiveModel { key_id: Set(active), sealed: Set(sealed) })
                .exec_without_returning(writer)
                .await?;
        }
        Ok(())
    }
}
