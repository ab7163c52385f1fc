//! Forms that come again with a key that was used before: a double click, an answer that was lost, a page that was gone back to.

use crate::StoreError;

/// Whether what comes now is `written` already, with the same key by the same person: then nothing more is written.
///
/// A key belongs to one place; in another it is a [`StoreError::Conflict`]. Where what was written is not the `same` as what
/// comes now, that is a [`StoreError::OtherBody`]: nothing is saved, and nothing may be lost.
pub(crate) fn sent_again<R>(
    written: Option<&R>,
    here: impl FnOnce(&R) -> bool,
    same: impl FnOnce(&R) -> Result<bool, StoreError>,
) -> Result<bool, StoreError> {
    let Some(row) = written else { return Ok(false) };
    if !here(row) {
        return Err(StoreError::Conflict);
    }
    if same(row)? { Ok(true) } else { Err(StoreError::OtherBody) }
}
