//! Documents in cases: their bytes sealed in the store of objects, what they are called and say sealed in rows.

mod add;
mod list;
mod make;
mod open;
mod quota;
mod row;
mod sweep;
mod view;

use domain::DocumentVersionId;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use crate::StoreError;
use crate::crypto::{ContentKey, Place};
use crate::entity::document;

pub use add::{Added, NewFile, Where};
pub(crate) use list::{Versions, kept, versions};
pub use make::{Made, Origin};
pub use open::OpenFile;

/// How the origin of what was signed begins.
const PROTOCOL: &str = "protocol/";

/// Whether a document has one version for ever: what was signed is never another.
fn is_fixed(row: &document::Model) -> bool {
    row.origin.as_deref().is_some_and(|origin| origin.starts_with(PROTOCOL))
}

fn name_place(version: DocumentVersionId) -> Place {
    Place::new("document_versions", "name", version)
}

fn words_place(version: DocumentVersionId) -> Place {
    Place::new("document_words", "sealed", version)
}

fn bytes_place(version: DocumentVersionId) -> Place {
    Place::new("document_versions", "bytes", version)
}

fn twin_place(version: DocumentVersionId) -> Place {
    Place::new("document_versions", "twin", version)
}

/// The key of one version's bytes: it seals nothing else.
fn bytes_key(key: &ContentKey, version: DocumentVersionId) -> Result<zeroize::Zeroizing<[u8; 32]>, StoreError> {
    key.derived(&format!("documents|bytes|1|{version}"))
}

/// The same for its twin.
fn twin_key(key: &ContentKey, version: DocumentVersionId) -> Result<zeroize::Zeroizing<[u8; 32]>, StoreError> {
    key.derived(&format!("documents|twin|1|{version}"))
}

/// What tells two files of one case apart, and says nothing to whoever has not the case's key.
fn digest(key: &ContentKey, bytes: &[u8]) -> Result<Vec<u8>, StoreError> {
    let failed = |_| StoreError::Sealed("document_versions");
    let mut mac = Hmac::<Sha256>::new_from_slice(key.derived("documents|digest|1")?.as_slice()).map_err(failed)?;
    mac.update(bytes);
    Ok(mac.finalize().into_bytes().to_vec())
}
