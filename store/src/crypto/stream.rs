//! Sealing in a stream: for documents, which are long, and of which a piece must be readable without what is before it.
//!
//! A sealed stream is `version(1) | algorithm(1) | beginning of the nonces(19)`, and then pieces of 64 KiB, each with a tag
//! of 16 bytes. It is the STREAM construction of Hoang, Reyhanitabar, Rogaway and Vizár (2015): the nonce of a piece is the
//! beginning, the number of the piece, and whether it is the last one. So pieces cannot be left out, put in another order,
//! taken from another stream or cut off at the end without being noticed where they are read. The header and the place
//! are authenticated with every piece.

use std::ops::Range;

use aead_stream::{NewStream, Nonce, StreamBE32, StreamPrimitive};
use bytes::Bytes;
use chacha20poly1305::aead::Payload;
use chacha20poly1305::{KeyInit, XChaCha20Poly1305};
use zeroize::Zeroizing;

use crate::StoreError;

use super::Place;
use super::keys::Root;

const VERSION: u8 = 1;
const XCHACHA20_POLY1305: u8 = 1;
const BEGINNING: usize = 19;
/// The length of the header.
pub(crate) const HEADER: usize = 2 + BEGINNING;
/// How many bytes are sealed together.
pub(crate) const PIECE: u64 = 64 * 1024;
const TAG: u64 = 16;

type Inner = StreamBE32<XChaCha20Poly1305>;

/// A sealed stream that can be read in pieces.
pub(crate) struct Stream {
    inner: Inner,
    authenticated: Vec<u8>,
    /// How many bytes are in it, without tags.
    length: u64,
    table: &'static str,
}

impl std::fmt::Debug for Stream {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Stream({} bytes)", self.length)
    }
}

impl Stream {
    /// Seals these bytes, with a key that seals nothing else, for one place. What comes is laid one behind the other.
    pub(crate) fn seal(key: &Root, place: &Place, plain: &[u8]) -> Result<Vec<Bytes>, StoreError> {
        let failed = || StoreError::Sealed(place.table());
        let beginning: [u8; BEGINNING] = rand::random();
        let mut header = vec![VERSION, XCHACHA20_POLY1305];
        header.extend(beginning);
        let length = u64::try_from(plain.len()).map_err(|_| failed())?;
        let stream = Self::new(key, place, &header, length)?;
        let piece = usize::try_from(PIECE).map_err(|_| failed())?;
        let count = stream.pieces();
        let mut sealed = vec![Bytes::from(header)];
        // What is empty has one empty piece: that it was the last one must be said too.
        let pieces = plain.chunks(piece).chain(plain.is_empty().then_some(&[][..]));
        for (number, msg) in (0..count).zip(pieces) {
            let payload = Payload { msg, aad: &stream.authenticated };
            let position = u32::try_from(number).map_err(|_| failed())?;
            sealed.push(stream.inner.encrypt(position, number + 1 == count, payload).map_err(|_| failed())?.into());
        }
        Ok(sealed)
    }

    /// A stream that lies in `whole` bytes, of which these are the first.
    pub(crate) fn open(key: &Root, place: &Place, header: &[u8], whole: u64) -> Result<Self, StoreError> {
        let length = unsealed_length(whole).ok_or(StoreError::Sealed(place.table()))?;
        Self::new(key, place, header, length)
    }

    fn new(key: &Root, place: &Place, header: &[u8], length: u64) -> Result<Self, StoreError> {
        let failed = || StoreError::Sealed(place.table());
        let (&[VERSION, XCHACHA20_POLY1305], beginning) = header.split_first_chunk::<2>().ok_or_else(failed)? else {
            return Err(failed());
        };
        let nonce = Nonce::<XChaCha20Poly1305, Inner>::try_from(beginning).map_err(|_| failed())?;
        let cipher = XChaCha20Poly1305::new_from_slice(key.as_slice()).map_err(|_| failed())?;
        let mut authenticated = place.authenticated(VERSION, 0);
        authenticated.extend(b"stream");
        authenticated.extend(header);
        Ok(Self { inner: Inner::from_aead(cipher, &nonce), authenticated, length, table: place.table() })
    }

    /// How many bytes are in it.
    pub(crate) fn length(&self) -> u64 {
        self.length
    }

    fn pieces(&self) -> u64 {
        self.length.div_ceil(PIECE).max(1)
    }

    /// Where the pieces lie that hold these bytes. Bytes that there are not are left out.
    pub(crate) fn lies(&self, bytes: &Range<u64>) -> Range<u64> {
        let (first, behind) = self.touched(bytes);
        let header = u64::try_from(HEADER).unwrap_or(u64::MAX);
        let until = header + self.length + self.pieces() * TAG;
        header + first * (PIECE + TAG)..(header + behind * (PIECE + TAG)).min(until)
    }

    /// The pieces that hold these bytes: the first, and the one behind the last.
    fn touched(&self, bytes: &Range<u64>) -> (u64, u64) {
        let last = self.pieces() - 1;
        let first = (bytes.start / PIECE).min(last);
        (first, (bytes.end.max(1) - 1).div_euclid(PIECE).clamp(first, last) + 1)
    }

    /// These bytes, out of the pieces that lie at [`Stream::lies`].
    pub(crate) fn read(&self, bytes: &Range<u64>, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, StoreError> {
        self.try_read(bytes, sealed).ok_or(StoreError::Sealed(self.table))
    }

    fn try_read(&self, bytes: &Range<u64>, sealed: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
        let (first, behind) = self.touched(bytes);
        let mut plain = Zeroizing::new(Vec::with_capacity(sealed.len()));
        let mut pieces = sealed.chunks(usize::try_from(PIECE + TAG).ok()?);
        for number in first..behind {
            let payload = Payload { msg: pieces.next()?, aad: &self.authenticated };
            let piece = self.inner.decrypt(u32::try_from(number).ok()?, number + 1 == self.pieces(), payload).ok()?;
            plain.extend(Zeroizing::new(piece).iter());
        }
        if pieces.next().is_some() {
            return None;
        }
        let here = first * PIECE;
        let from = usize::try_from(bytes.start.checked_sub(here)?).ok()?;
        let to = usize::try_from(bytes.end.min(self.length).checked_sub(here)?).ok()?;
        plain.get(from..to).map(|part| Zeroizing::new(part.to_vec()))
    }
}

/// How many bytes are in a sealed stream of so many; `None` where there is none of that length.
fn unsealed_length(whole: u64) -> Option<u64> {
    let body = whole.checked_sub(u64::try_from(HEADER).ok()?)?;
    let pieces = body.div_ceil(PIECE + TAG).max(1);
    let length = body.checked_sub(pieces * TAG)?;
    // An empty last piece is there only when there is no other.
    (length.div_ceil(PIECE).max(1) == pieces).then_some(length)
}

#[cfg(test)]
mod tests {
    use super::*;

    use proptest::prelude::*;

    fn key() -> Root {
        Zeroizing::new(rand::random())
    }

    fn place() -> Place {
        Place::new("document_versions", "bytes", 1)
    }

    fn sealed(key: &Root, plain: &[u8]) -> Vec<u8> {
        Stream::seal(key, &place(), plain).unwrap().concat()
    }

    fn open(key: &Root, place: &Place, whole: &[u8]) -> Result<Vec<u8>, StoreError> {
        let header = whole.get(..HEADER).ok_or(StoreError::Sealed("x"))?;
        let stream = Stream::open(key, place, header, whole.len() as u64)?;
        let all = 0..stream.length();
        let lies = stream.lies(&all);
        let part = whole.get(lies.start as usize..lies.end as usize).ok_or(StoreError::Sealed("x"))?;
        stream.read(&all, part).map(|plain| plain.to_vec())
    }

    fn plain(length: usize) -> Vec<u8> {
        (0..length).map(|i| (i * 7 % 251) as u8).collect()
    }

    const LENGTHS: [usize; 9] = [0, 1, 65_535, 65_536, 65_537, 131_071, 131_072, 131_073, 300_000];

    #[test]
    fn whatever_is_sealed_is_opened_again_whole_and_in_parts() {
        let key = key();
        for length in LENGTHS {
            let plain = plain(length);
            let whole = sealed(&key, &plain);
            assert_eq!(open(&key, &place(), &whole).unwrap(), plain);
            let stream = Stream::open(&key, &place(), &whole[..HEADER], whole.len() as u64).unwrap();
            assert_eq!(stream.length(), length as u64);
            for part in [0..1, 0..70_000, 65_535..65_537, 65_536..65_537, 100_000..131_072, 131_071..300_000, 299_999..300_000] {
                let part = part.start..part.end.min(length as u64);
                if part.start >= part.end {
                    continue;
                }
                let lies = stream.lies(&part);
                assert!(lies.end - lies.start <= (part.end - part.start) + 2 * (PIECE + TAG), "no more than is needed is read");
                let read = stream.read(&part, &whole[lies.start as usize..lies.end as usize]).unwrap();
                assert_eq!(read.as_slice(), &plain[part.start as usize..part.end as usize]);
            }
        }
    }

    #[test]
    fn it_opens_only_where_it_was_sealed() {
        let (key, other) = (key(), key());
        let whole = sealed(&key, &plain(70_000));
        assert!(open(&other, &place(), &whole).is_err());
        for elsewhere in
            [Place::new("document_versions", "bytes", 2), Place::new("document_versions", "text", 1), Place::new("x", "bytes", 1)]
        {
            assert!(open(&key, &elsewhere, &whole).is_err());
        }
        assert_ne!(sealed(&key, b"ja"), sealed(&key, b"ja"));
    }

    /// CRYPT-3: every byte of the header and the tags, and some of each piece.
    #[test]
    fn any_changed_byte_is_noticed() {
        let key = key();
        let whole = sealed(&key, &plain(140_000));
        for at in (0..HEADER).chain((HEADER..whole.len()).step_by(997)).chain(whole.len() - 16..whole.len()) {
            let mut bent = whole.clone();
            bent[at] ^= 1;
            assert!(open(&key, &place(), &bent).is_err(), "byte {at}");
        }
        let small = sealed(&key, b"hemmelig");
        for at in 0..small.len() {
            let mut bent = small.clone();
            bent[at] ^= 1;
            assert!(open(&key, &place(), &bent).is_err(), "byte {at}");
            assert!(open(&key, &place(), &small[..at]).is_err(), "cut at {at}");
        }
    }

    #[test]
    fn pieces_stay_in_their_order_and_none_is_missing() {
        let key = key();
        let piece = (PIECE + TAG) as usize;
        let whole = sealed(&key, &plain(3 * PIECE as usize + 5));
        let (header, body) = whole.split_at(HEADER);
        let pieces: Vec<&[u8]> = body.chunks(piece).collect();
        let with = |order: &[usize]| [header, &order.iter().flat_map(|i| pieces[*i]).copied().collect::<Vec<_>>()].concat();
        assert!(open(&key, &place(), &with(&[0, 1, 2, 3])).is_ok());
        for order in [&[1, 0, 2, 3][..], &[0, 1, 2], &[0, 1], &[0, 1, 3], &[0, 1, 2, 2, 3], &[0, 1, 2, 3, 3], &[3], &[]] {
            assert!(open(&key, &place(), &with(order)).is_err(), "{order:?}");
        }
        // A stream that ends with a whole piece, cut where a piece ends.
        let whole = sealed(&key, &plain(2 * PIECE as usize));
        assert!(open(&key, &place(), &whole[..HEADER + piece]).is_err());
        // Of another stream with the same key and the same place.
        let other = sealed(&key, &plain(3 * PIECE as usize + 5));
        let mixed = [&other[..HEADER + piece], &[header, body].concat()[HEADER + piece..]].concat();
        assert!(open(&key, &place(), &mixed).is_err());
    }

    #[test]
    fn beginnings_are_never_the_same() {
        let key = key();
        let all: std::collections::BTreeSet<Vec<u8>> = (0..5_000).map(|_| sealed(&key, b"")[..HEADER].to_vec()).collect();
        assert_eq!(all.len(), 5_000);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn any_part_of_any_stream(length in 0_usize..400_000, a in any::<prop::sample::Index>(), b in any::<prop::sample::Index>()) {
            let (key, plain) = (key(), plain(length));
            let whole = sealed(&key, &plain);
            let stream = Stream::open(&key, &place(), &whole[..HEADER], whole.len() as u64).unwrap();
            let (a, b) = (a.index(length + 1), b.index(length + 1));
            let part = a.min(b) as u64..a.max(b) as u64;
            let lies = stream.lies(&part);
            let read = stream.read(&part, &whole[lies.start as usize..lies.end as usize]).unwrap();
            prop_assert_eq!(read.as_slice(), &plain[a.min(b)..a.max(b)]);
        }

        #[test]
        fn nonsense_is_refused_and_nothing_worse(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
            prop_assert!(open(&key(), &place(), &bytes).is_err());
            let mut header = vec![VERSION, XCHACHA20_POLY1305];
            header.extend(bytes);
            prop_assert!(open(&key(), &place(), &header).is_err());
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2))]

        /// CRYPT-2: documents up to ten megabytes, whole and over the end of each piece.
        #[test]
        fn however_long_it_is(length in 1_000_000_usize..=10_000_000, seed in any::<u8>()) {
            let key = key();
            let plain: Vec<u8> = (0..length).map(|i| (i * 7 % 251) as u8 ^ seed).collect();
            let whole = sealed(&key, &plain);
            prop_assert!(open(&key, &place(), &whole).unwrap() == plain);
            prop_assert_eq!(whole.len() as u64, HEADER as u64 + length as u64 + (length as u64).div_ceil(PIECE) * TAG);
            prop_assert!(open(&key, &place(), &whole[..whole.len() - 1]).is_err());
        }
    }
}
