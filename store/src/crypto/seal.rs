//! Sealing: XChaCha20-Poly1305 with a random nonce, bound to the place where the text is kept.
//!
//! A sealed value is `version(1) | algorithm(1) | key number(4, big-endian) | nonce(24) | text and tag`.
//! The place (table, column, row) is authenticated with it, so that a value moved elsewhere does not open.
//!
//! Version 2 holds a sealed value of version 1, word for word: what may never change is sealed once more when the key is
//! rotated, and the digest of the first sealing still fits.
//!
//! Version 3 is sealed with the key of one case ([`super::contents`]), and its key number is always 0.

use std::borrow::Cow;

use chacha20poly1305::aead::{Aead, Payload};
use chacha20poly1305::{KeyInit, XChaCha20Poly1305, XNonce};
use zeroize::Zeroizing;

use crate::StoreError;

use super::Keys;

const VERSION: u8 = 1;
const AGAIN: u8 = 2;
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

    pub(super) fn table(&self) -> &'static str {
        self.table
    }

    pub(super) fn key_check(number: i64) -> Self {
        Self::new("key_checks", "sealed", number)
    }

    /// A derived key that outlives its root.
    pub(crate) fn kept_key(number: i64, purpose: &str) -> Self {
        Self::new("kept_keys", "sealed", format!("{number}/{purpose}"))
    }

    /// Length-prefixed, so that no two places have the same bytes.
    pub(super) fn authenticated(&self, version: u8, key: u32) -> Vec<u8> {
        let mut bytes = b"klar-seal-".to_vec();
        bytes.push(b'0' + version);
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
        self.seal_with(self.active(), place, text)
    }

    pub(super) fn seal_with(&self, number: u32, place: &Place, text: &[u8]) -> Result<Vec<u8>, StoreError> {
        self.sealed(VERSION, number, place, text).ok_or(StoreError::Sealed(place.table))
    }

    /// Seals what was sealed before once more, with the active key.
    pub(crate) fn seal_again(&self, place: &Place, sealed: &[u8]) -> Result<Vec<u8>, StoreError> {
        let first = self.first_sealing(place, sealed)?;
        self.sealed(AGAIN, self.active(), place, &first).ok_or(StoreError::Sealed(place.table))
    }

    fn sealed(&self, version: u8, number: u32, place: &Place, text: &[u8]) -> Option<Vec<u8>> {
        lock(&self.cipher(version, number, place)?, version, number, place, text, BUCKET)
    }

    /// Opens what was sealed for this place, with exactly the key it names.
    pub(crate) fn open(&self, place: &Place, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, StoreError> {
        let first = self.first_sealing(place, sealed)?;
        self.try_open(VERSION, place, &first).ok_or(StoreError::Sealed(place.table))
    }

    /// The bytes as they were when they were first sealed, which is what the access log's chain knows.
    pub(crate) fn first_sealing<'s>(&self, place: &Place, sealed: &'s [u8]) -> Result<Cow<'s, [u8]>, StoreError> {
        if sealed.first() != Some(&AGAIN) {
            return Ok(Cow::Borrowed(sealed));
        }
        let first = self.try_open(AGAIN, place, sealed).ok_or(StoreError::Sealed(place.table))?;
        Ok(Cow::Owned(first.to_vec()))
    }

    fn try_open(&self, version: u8, place: &Place, sealed: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
        let (_, number, _) = header(sealed)?;
        unlock(&self.cipher(version, number, place)?, version, place, sealed)
    }

    /// Whether the key that a sealed value names is among these.
    pub(super) fn knows(&self, place: &Place, sealed: &[u8]) -> bool {
        header(sealed).is_none_or(|(version, number, _)| self.cipher(version, number, place).is_some())
    }

    /// What is sealed again has a key of its own: the one of the first sealing may outlive its root.
    fn cipher(&self, version: u8, number: u32, place: &Place) -> Option<XChaCha20Poly1305> {
        let again = if version == AGAIN { "again|" } else { "" };
        let key = self.derive(number, &format!("{again}seal|{}|{}", place.table, place.column))?;
        XChaCha20Poly1305::new_from_slice(key.as_slice()).ok()
    }
}

/// Seals with this cipher, the length hidden to a multiple of `bucket` bytes.
pub(super) fn lock(cipher: &XChaCha20Poly1305, version: u8, number: u32, place: &Place, text: &[u8], bucket: usize) -> Option<Vec<u8>> {
    let nonce: [u8; NONCE] = rand::random();
    let mut padded = Zeroizing::new(Vec::with_capacity(text.len() + bucket + 8));
    padded.extend((text.len() as u64).to_be_bytes());
    padded.extend(text);
    let full = padded.len().next_multiple_of(bucket);
    padded.resize(full, 0);
    let aad = place.authenticated(version, number);
    let sealed = cipher.encrypt(&XNonce::from(nonce), Payload { msg: &padded, aad: &aad }).ok()?;
    let mut out = Vec::with_capacity(HEADER + NONCE + sealed.len());
    out.extend([version, XCHACHA20_POLY1305]);
    out.extend(number.to_be_bytes());
    out.extend(nonce);
    out.extend(sealed);
    Some(out)
}

/// Opens what [`lock`] has sealed; nothing when it is of another version, of another place, or altered.
pub(super) fn unlock(cipher: &XChaCha20Poly1305, version: u8, place: &Place, sealed: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    let (own, number, rest) = header(sealed)?;
    if own != version {
        return None;
    }
    let (nonce, body) = rest.split_at_checked(NONCE)?;
    let aad = place.authenticated(version, number);
    let nonce = XNonce::from(<[u8; NONCE]>::try_from(nonce).ok()?);
    let padded = Zeroizing::new(cipher.decrypt(&nonce, Payload { msg: body, aad: &aad }).ok()?);
    let (length, text) = padded.split_first_chunk::<8>()?;
    let length = usize::try_from(u64::from_be_bytes(*length)).ok()?;
    text.get(..length).map(|text| Zeroizing::new(text.to_vec()))
}

/// Version, key number, and the rest.
fn header(sealed: &[u8]) -> Option<(u8, u32, &[u8])> {
    let (header, rest) = sealed.split_first_chunk::<HEADER>()?;
    let [version, algorithm, number @ ..] = *header;
    (algorithm == XCHACHA20_POLY1305).then_some((version, u32::from_be_bytes(number), rest))
}

/// The number of the key that a sealed value names.
pub(crate) fn key_number(sealed: &[u8]) -> Option<u32> {
    header(sealed).map(|(_, number, _)| number)
}

/// Where in a sealed value that number stands, for those who look for it with SQL: first byte, counted from 1, and length.
pub(crate) const NUMBER_AT: (i32, i32) = (3, 4);

#[cfg(test)]
mod tests {
    use super::*;

    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use crate::crypto::file::{self, KeyFile};

    fn keys() -> Keys {
        let folder = tempfile::tempdir().unwrap();
        Keys::of(&file::read_or_make(&folder.path().join("keys.json")).unwrap()).unwrap()
    }

    /// The same keys before and after a second one was made active, and after the first was thrown away.
    fn rotated() -> [Keys; 3] {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("keys.json");
        let before = Keys::of(&file::read_or_make(&path).unwrap()).unwrap();
        file::change(&path, KeyFile::add).unwrap();
        let after = Keys::of(&file::read(&path).unwrap()).unwrap();
        file::change(&path, |file| file.remove(1)).unwrap();
        [before, after, Keys::of(&file::read(&path).unwrap()).unwrap()]
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

    #[test]
    fn a_second_key_opens_what_the_first_has_sealed_and_not_the_other_way() {
        let [before, after, without] = rotated();
        let here = Place::new("t", "c", 1);
        let (old, new) = (before.seal(&here, b"hemmelig").unwrap(), after.seal(&here, b"hemmelig").unwrap());
        assert_eq!((key_number(&old), key_number(&new)), (Some(1), Some(2)));
        assert_eq!(after.open(&here, &old).unwrap().as_slice(), b"hemmelig");
        assert!(before.open(&here, &new).is_err() && !before.knows(&here, &new));
        assert!(without.open(&here, &old).is_err() && without.open(&here, &new).is_ok());
        // The number says which key, and another number does not open it.
        let mut bent = old.clone();
        bent[5] = 2;
        assert!(after.open(&here, &bent).is_err());
        let mut bent = new.clone();
        bent[5] = 1;
        assert!(after.open(&here, &bent).is_err());
    }

    #[test]
    fn what_is_sealed_again_holds_the_first_sealing_and_opens_only_with_the_new_key() {
        let [before, after, mut without] = rotated();
        let here = Place::new("access_log_details", "sealed", 7);
        let first = before.seal(&here, b"hemmelig").unwrap();
        let again = after.seal_again(&here, &first).unwrap();
        assert_eq!(after.first_sealing(&here, &again).unwrap(), first.as_slice());
        assert_eq!(after.open(&here, &again).unwrap().as_slice(), b"hemmelig");
        assert_eq!(key_number(&again), Some(2));
        assert!(before.open(&here, &again).is_err());
        let twice = after.seal_again(&here, &again).unwrap();
        assert_eq!(after.first_sealing(&here, &twice).unwrap(), first.as_slice(), "never more than two deep");
        assert!(without.open(&here, &again).is_err(), "the first key is gone");
        without.keep(1, LOG_DETAIL.to_owned(), after.derive(1, LOG_DETAIL).unwrap());
        assert_eq!(without.open(&here, &again).unwrap().as_slice(), b"hemmelig", "but what was derived for this is kept");
        assert!(without.open(&Place::new("access_log_details", "sealed", 8), &again).is_err());
        for i in 0..again.len() {
            let mut bent = again.clone();
            bent[i] ^= 1;
            assert!(after.open(&here, &bent).is_err(), "byte {i}");
            assert!(after.open(&here, &again[..i]).is_err(), "cut at {i}");
        }
    }

    const NONCES: usize = 500_000;

    #[test]
    #[ignore = "run by the next test, as a process of its own"]
    fn the_nonces_of_one_process() {
        let (Some(file), here) = (std::env::var_os("KLAR_TEST_NONCES"), Place::new("t", "c", 1)) else { return };
        let cipher = keys().cipher(VERSION, 1, &here).unwrap();
        let nonce = |_| lock(&cipher, VERSION, 1, &here, b"", 8).unwrap()[HEADER..HEADER + NONCE].to_vec();
        std::fs::write(file, (0..NONCES).flat_map(nonce).collect::<Vec<u8>>()).unwrap();
    }

    /// CRYPT-5: a nonce that comes again with the same key would show what two texts have in common.
    #[test]
    fn no_nonce_comes_again_in_two_processes() {
        let folder = tempfile::tempdir().unwrap();
        let start = |number: usize| {
            let file = folder.path().join(number.to_string());
            let mut process = std::process::Command::new(std::env::current_exe().unwrap());
            process.args(["--ignored", "--exact", "crypto::seal::tests::the_nonces_of_one_process"]).env("KLAR_TEST_NONCES", &file);
            (process.stdout(std::process::Stdio::null()).spawn().unwrap(), file)
        };
        let mut seen = std::collections::HashSet::new();
        for (mut process, file) in [start(0), start(1)] {
            assert!(process.wait().unwrap().success());
            seen.extend(std::fs::read(file).unwrap().chunks_exact(NONCE).map(<[u8; NONCE]>::try_from).map(Result::unwrap));
        }
        assert_eq!(seen.len(), 2 * NONCES);
    }

    const LOG_DETAIL: &str = "seal|access_log_details|sealed";

    proptest! {
        /// The same letters cut in different ways, with each key number and version: what could be taken for one another
        /// if the parts were only put side by side.
        #[test]
        fn two_places_never_have_the_same_bytes(text in "[a/|]{0,5}", cuts in proptest::collection::vec((0_usize..6, 0_usize..6), 2..5)) {
            let mut places = BTreeSet::new();
            for (one, other) in cuts {
                let (first, second) = (one.min(other).min(text.len()), one.max(other).min(text.len()));
                for (key, version) in [(0, 1), (1, 1), (0, 2)] {
                    places.insert((text[..first].to_owned(), text[first..second].to_owned(), text[second..].to_owned(), key, version));
                }
            }
            let bytes = |(table, column, row, key, version): &(String, String, String, u32, u8)| {
                // Names of tables are ours, and live as long as the program.
                let place = Place { table: table.clone().leak(), column: column.clone().leak(), row: row.clone() };
                place.authenticated(*version, *key)
            };
            let encoded: BTreeSet<_> = places.iter().map(bytes).collect();
            prop_assert_eq!(places.len(), encoded.len());
        }

        #[test]
        fn whatever_is_sealed_is_opened_again(text in proptest::collection::vec(any::<u8>(), 0..3000), row in "\\PC{0,20}") {
            let keys = keys();
            let here = Place::new("t", "c", row);
            let sealed = keys.seal(&here, &text).unwrap();
            let opened = keys.open(&here, &sealed).unwrap();
            prop_assert_eq!(opened.as_slice(), text.as_slice());
        }

        #[test]
        fn nonsense_is_refused_and_nothing_worse(bytes in proptest::collection::vec(any::<u8>(), 0..200), version in 0_u8..4) {
            let keys = keys();
            let here = Place::new("t", "c", 1);
            prop_assert!(keys.open(&here, &bytes).is_err());
            let mut header = vec![version, XCHACHA20_POLY1305, 0, 0, 0, 1];
            header.extend(bytes);
            prop_assert!(keys.open(&here, &header).is_err());
        }
    }
}
