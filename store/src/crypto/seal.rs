//! Sealing: XChaCha20-Poly1305 with a random nonce, bound to the place where the text is kept.
//!
//! A sealed value is `version(1) | algorithm(1) | key number(4, big-endian) | nonce(24) | text and tag`.
//! The place (table, column, row) is authenticated with it, so that a value moved elsewhere does not open.

use chacha20poly1305::aead::{Aead, Payload};
use chacha20poly1305::{KeyInit, XChaCha20Poly1305, XNonce};
use zeroize::Zeroizing;

use crate::StoreError;

use super::Keys;

const VERSION: u8 = 1;
const XCHACHA20_POLY1305: u8 = 1;
const HEADER: usize = 6;
const NONCE: usize = 24;
/// Lengths are hidden to this many bytes, so that a short secret cannot be told from another by its size.
const BUCKET: usize = 64;

/// Where a sealed value is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    table: &'static str,
    column: &'static str,
    row: String,
}

impl Place {
    /// A column of a row, named by the row's own identifier.
    pub(crate) fn new(table: &'static str, column: &'static str, row: impl ToString) -> Self {
        Self { table, column, row: row.to_string() }
    }

    pub(super) fn key_check(number: i64) -> Self {
        Self::new("key_checks", "sealed", number)
    }

    /// Length-prefixed, so that no two places have the same bytes.
    fn authenticated(&self, key: u32) -> Vec<u8> {
        let mut bytes = b"klar-seal-1".to_vec();
        for part in [self.table, self.column, &self.row] {
            bytes.extend((part.len() as u64).to_be_bytes());
            bytes.extend(part.as_bytes());
        }
        bytes.extend(key.to_be_bytes());
        bytes
    }
}

impl Keys {
    /// Seals `text` for one place with the active key.
    pub(crate) fn seal(&self, place: &Place, text: &[u8]) -> Result<Vec<u8>, StoreError> {
        let number = self.active();
        let failed = || StoreError::Sealed(place.table);
        let cipher = self.cipher(number, place).ok_or_else(failed)?;
        let nonce: [u8; NONCE] = rand::random();
        let mut padded = Zeroizing::new(Vec::with_capacity(text.len() + BUCKET + 8));
        padded.extend((text.len() as u64).to_be_bytes());
        padded.extend(text);
        let full = padded.len().next_multiple_of(BUCKET);
        padded.resize(full, 0);
        let aad = place.authenticated(number);
        let sealed = cipher.encrypt(&XNonce::from(nonce), Payload { msg: &padded, aad: &aad }).map_err(|_| failed())?;
        let mut out = Vec::with_capacity(HEADER + NONCE + sealed.len());
        out.extend([VERSION, XCHACHA20_POLY1305]);
        out.extend(number.to_be_bytes());
        out.extend(nonce);
        out.extend(sealed);
        Ok(out)
    }

    /// Opens what was sealed for this place, with exactly the key it names.
    pub(crate) fn open(&self, place: &Place, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, StoreError> {
        self.try_open(place, sealed).ok_or(StoreError::Sealed(place.table))
    }

    fn try_open(&self, place: &Place, sealed: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
        let (header, rest) = sealed.split_at_checked(HEADER)?;
        let (nonce, body) = rest.split_at_checked(NONCE)?;
        let (&[version, algorithm], number) = header.split_first_chunk::<2>()?;
        if version != VERSION || algorithm != XCHACHA20_POLY1305 {
            return None;
        }
        let number = u32::from_be_bytes(number.try_into().ok()?);
        let aad = place.authenticated(number);
        let nonce = XNonce::from(<[u8; NONCE]>::try_from(nonce).ok()?);
        let padded = Zeroizing::new(self.cipher(number, place)?.decrypt(&nonce, Payload { msg: body, aad: &aad }).ok()?);
        let (length, text) = padded.split_first_chunk::<8>()?;
        let length = usize::try_from(u64::from_be_bytes(*length)).ok()?;
        text.get(..length).map(|text| Zeroizing::new(text.to_vec()))
    }

    fn cipher(&self, number: u32, place: &Place) -> Option<XChaCha20Poly1305> {
        let key = self.derive(number, &format!("seal|{}|{}", place.table, place.column))?;
        XChaCha20Poly1305::new_from_slice(key.as_slice()).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys() -> Keys {
        let folder = tempfile::tempdir().unwrap();
        Keys::load_or_make(&folder.path().join("keys.json")).unwrap()
    }

    #[test]
    fn opens_only_where_it_was_sealed() {
        let keys = keys();
        let here = Place::new("members", "national_id", "row 1");
        for length in [0, 1, 55, 56, 57, 5000] {
            let text = vec![7; length];
            let sealed = keys.seal(&here, &text).unwrap();
            assert_eq!(keys.open(&here, &sealed).unwrap().as_slice(), text);
            for elsewhere in [
                Place::new("members", "national_id", "row 2"),
                Place::new("members", "x", "row 1"),
                Place::new("y", "national_id", "row 1"),
            ] {
                assert!(keys.open(&elsewhere, &sealed).is_err());
            }
            assert!(super::tests::keys().open(&here, &sealed).is_err(), "another key file");
        }
    }

    #[test]
    fn any_changed_byte_is_noticed() {
        let keys = keys();
        let here = Place::new("t", "c", 1);
        let sealed = keys.seal(&here, b"hemmelig").unwrap();
        for i in 0..sealed.len() {
            let mut bent = sealed.clone();
            bent[i] ^= 1;
            assert!(keys.open(&here, &bent).is_err(), "byte {i}");
            assert!(keys.open(&here, &sealed[..i]).is_err(), "cut at {i}");
        }
    }

    #[test]
    fn the_same_text_never_looks_the_same_and_hides_its_length() {
        let keys = keys();
        let here = Place::new("t", "c", 1);
        let (a, b) = (keys.seal(&here, b"ja").unwrap(), keys.seal(&here, b"ja").unwrap());
        assert_ne!(a, b);
        assert_eq!(a.len(), keys.seal(&here, b"nei, men").unwrap().len());
    }
}
