//! The key of one case, with which everything written in it is sealed.
//!
//! The key is random, and lies sealed with the active key of the key file in a place apart from the cases
//! (docs/adr/0013-case-keys.md). Throwing it away makes everything in the case unreadable, in the database and in every
//! backup of it.

use chacha20poly1305::{KeyInit, XChaCha20Poly1305};
use domain::CaseId;
use hkdf::Hkdf;
use sha2::Sha256;
use zeroize::Zeroizing;

use crate::StoreError;

use super::keys::Root;
use super::seal::{lock, unlock};
use super::{Keys, Place};

/// See [`super::seal`].
const VERSION: u8 = 3;
/// The key of the case is the only one there is for it.
const NUMBER: u32 = 0;
/// Lengths are hidden to this many bytes: "ja" looks like a sentence.
const BUCKET: usize = 256;

/// The key of one case. Has no readable `Debug`, and forgets its bytes when dropped.
pub(crate) struct ContentKey {
    case: CaseId,
    key: Root,
    texts: XChaCha20Poly1305,
}

impl std::fmt::Debug for ContentKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "ContentKey({})", self.case)
    }
}

impl ContentKey {
    /// A new key for a case that has none.
    pub(crate) fn fresh(case: CaseId) -> Result<Self, StoreError> {
        Self::of(case, Zeroizing::new(rand::random()))
    }

    fn of(case: CaseId, key: Root) -> Result<Self, StoreError> {
        let texts = derive(&key, "seal|texts|1")?;
        let texts = XChaCha20Poly1305::new_from_slice(texts.as_slice()).map_err(|_| StoreError::Sealed("case_keys"))?;
        Ok(Self { case, key, texts })
    }

    /// Where the key lies.
    pub(crate) fn place(case: CaseId) -> Place {
        Place::new("case_keys", "sealed", case)
    }

    /// The key, sealed with the active key of the key file.
    pub(crate) fn wrapped(&self, keys: &Keys) -> Result<Vec<u8>, StoreError> {
        keys.seal(&Self::place(self.case), self.key.as_slice())
    }

    /// What was opened with [`ContentKey::place`], as a key.
    pub(crate) fn unwrapped(case: CaseId, bytes: &[u8]) -> Result<Self, StoreError> {
        let key = <[u8; 32]>::try_from(bytes).map_err(|_| StoreError::Sealed("case_keys"))?;
        Self::of(case, Zeroizing::new(key))
    }

    /// Seals a text of the case for one place.
    pub(crate) fn seal(&self, place: &Place, text: &[u8]) -> Result<Vec<u8>, StoreError> {
        lock(&self.texts, VERSION, NUMBER, place, text, BUCKET).ok_or(StoreError::Sealed(place.table()))
    }

    /// Opens what was sealed for this place with this key.
    pub(crate) fn open(&self, place: &Place, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, StoreError> {
        unlock(&self.texts, VERSION, place, sealed).ok_or(StoreError::Sealed(place.table()))
    }

    /// The same, of what is text.
    pub(crate) fn open_text(&self, place: &Place, sealed: &[u8]) -> Result<String, StoreError> {
        let bytes = self.open(place, sealed)?;
        std::str::from_utf8(&bytes).map(str::to_owned).map_err(|_| StoreError::Sealed(place.table()))
    }

    /// Another key derived from this one, for what is not a text: its purpose tells it from all others.
    pub(crate) fn derived(&self, purpose: &str) -> Result<Root, StoreError> {
        derive(&self.key, purpose)
    }
}

fn derive(key: &Root, purpose: &str) -> Result<Root, StoreError> {
    let mut derived = Zeroizing::new([0; 32]);
    let expanded = Hkdf::<Sha256>::new(None, key.as_slice()).expand(purpose.as_bytes(), derived.as_mut_slice());
    expanded.map(|()| derived).map_err(|_| StoreError::Sealed("case_keys"))
}

#[cfg(test)]
mod tests {
    use super::*;

    use proptest::prelude::*;
    use uuid::Uuid;

    fn key() -> ContentKey {
        ContentKey::fresh(CaseId(Uuid::now_v7())).unwrap()
    }

    #[test]
    fn what_one_case_has_sealed_no_other_opens_nor_another_place() {
        let (one, other) = (key(), key());
        let here = Place::new("notes", "body", 1);
        let sealed = one.seal(&here, "Hemmelig æøå".as_bytes()).unwrap();
        assert_eq!(one.open_text(&here, &sealed).unwrap(), "Hemmelig æøå");
        assert!(other.open(&here, &sealed).is_err());
        for elsewhere in [Place::new("notes", "body", 2), Place::new("tasks", "body", 1), Place::new("notes", "title", 1)] {
            assert!(one.open(&elsewhere, &sealed).is_err());
        }
        let same_key = ContentKey::unwrapped(one.case, one.key.as_slice()).unwrap();
        assert_eq!(same_key.open_text(&here, &sealed).unwrap(), "Hemmelig æøå");
        assert!(!format!("{one:?}").contains(&format!("{:?}", one.key.as_slice())));
    }

    #[test]
    fn any_changed_byte_is_noticed_and_lengths_are_hidden() {
        let key = key();
        let here = Place::new("notes", "body", 1);
        let sealed = key.seal(&here, b"ja").unwrap();
        for at in 0..sealed.len() {
            let mut bent = sealed.clone();
            bent[at] ^= 1;
            assert!(key.open(&here, &bent).is_err(), "byte {at}");
            assert!(key.open(&here, &sealed[..at]).is_err(), "cut at {at}");
        }
        assert_eq!(sealed.len(), key.seal(&here, &[b'x'; 200]).unwrap().len());
        assert_ne!(key.derived("a").unwrap(), key.derived("b").unwrap());
    }

    fn opened_again(text: &str, row: &str) -> String {
        let (key, here) = (key(), Place::new("notes", "body", row));
        key.open_text(&here, &key.seal(&here, text.as_bytes()).unwrap()).unwrap()
    }

    proptest! {
        /// CRYPT-2: any characters there are, those that nobody sees among them.
        #[test]
        fn whatever_is_sealed_is_opened_again(text in prop::collection::vec(any::<char>(), 0..600), row in "\\PC{0,20}") {
            let text: String = text.into_iter().collect();
            prop_assert_eq!(opened_again(&text, &row), text);
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(3))]

        /// CRYPT-2, up to ten megabytes.
        #[test]
        fn however_long_it_is(letters in prop::collection::vec(any::<char>(), 1..50), length in 1_000_000_usize..10_000_000) {
            let piece: String = letters.into_iter().collect();
            let text = piece.repeat(length / piece.len());
            prop_assert!(opened_again(&text, "1") == text);
        }
    }
}
