//! CRYPT-1: what we seal, derive and sign with gives the answers that are written down elsewhere; and what we make of it
//! is what the documentation says, worked out once by another program from that alone.

use chacha20poly1305::aead::{Aead, Payload};
use chacha20poly1305::{KeyInit, XChaCha20Poly1305, XNonce};
use domain::CaseId;
use ed25519_dalek::{Signer, SigningKey, Verifier};
use hkdf::Hkdf;
use hmac::{Hmac, Mac};
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use super::{ContentKey, Place, Stream};

fn hex(text: &str) -> Vec<u8> {
    let digits: Vec<u8> = text.bytes().filter(|byte| !byte.is_ascii_whitespace()).collect();
    digits.chunks(2).map(|pair| u8::from_str_radix(std::str::from_utf8(pair).unwrap(), 16).unwrap()).collect()
}

fn counted<const N: usize>(from: u8) -> [u8; N] {
    std::array::from_fn(|at| from + u8::try_from(at).unwrap())
}

/// draft-irtf-cfrg-xchacha-03, A.3.1.
#[test]
fn xchacha20_poly1305() {
    let (key, nonce): ([u8; 32], [u8; 24]) = (counted(0x80), counted(0x40));
    let cipher = XChaCha20Poly1305::new_from_slice(&key).unwrap();
    let plain = b"Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, sunscreen would be it.";
    let aad = hex("50515253c0c1c2c3c4c5c6c7");
    let sealed = hex("bd6d179d3e83d43b9576579493c0e939572a1700252bfaccbed2902c21396cbb
         731c7f1b0b4aa6440bf3a82f4eda7e39ae64c6708c54c216cb96b72e1213b452
         2f8c9ba40db5d945b11b69b982c1bb9e3f3fac2bc369488f76b2383565d3fff9
         21f9664c97637da9768812f615c68b13b52e
         c0875924c1c7987947deafd8780acf49");
    let nonce = XNonce::from(nonce);
    assert_eq!(cipher.encrypt(&nonce, Payload { msg: plain, aad: &aad }).unwrap(), sealed);
    assert_eq!(cipher.decrypt(&nonce, Payload { msg: &sealed, aad: &aad }).unwrap(), plain);
    assert!(cipher.decrypt(&nonce, Payload { msg: &sealed, aad: &aad[1..] }).is_err());
}

/// RFC 5869, test cases 1 and 3: with a salt, and without one as we derive.
#[test]
fn hkdf_sha_256() {
    let expand = |salt: Option<&[u8]>, info: &[u8]| {
        let mut out = [0; 42];
        Hkdf::<Sha256>::new(salt, &[0x0b; 22]).expand(info, &mut out).unwrap();
        out.to_vec()
    };
    let (salt, info): ([u8; 13], [u8; 10]) = (counted(0), counted(0xf0));
    let known = hex("3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865");
    assert_eq!(expand(Some(&salt), &info), known);
    let known = hex("8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8");
    assert_eq!(expand(None, b""), known);
}

/// RFC 4231, test cases 1 and 2; and SHA-256 as FIPS 180-4 has it.
#[test]
fn hmac_sha_256() {
    let mac = |key: &[u8], text: &[u8]| {
        let mut mac = Hmac::<Sha256>::new_from_slice(key).unwrap();
        mac.update(text);
        mac.finalize().into_bytes().to_vec()
    };
    assert_eq!(mac(&[0x0b; 20], b"Hi There"), hex("b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"));
    assert_eq!(mac(b"Jefe", b"what do ya want for nothing?"), hex("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"));
    assert_eq!(Sha256::digest(b"abc").to_vec(), hex("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
}

/// RFC 8032, 7.1, test 1: the signature of the access log's checkpoints.
#[test]
fn ed25519() {
    let secret = <[u8; 32]>::try_from(hex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60")).unwrap();
    let key = SigningKey::from_bytes(&secret);
    let public = hex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
    let signature = hex("e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155
         5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b");
    assert_eq!(key.verifying_key().to_bytes().to_vec(), public);
    assert_eq!(key.sign(b"").to_bytes().to_vec(), signature);
    assert!(key.verifying_key().verify(b"x", &key.sign(b"")).is_err());
}

/// A text of a case: version, algorithm, no key number, nonce; the length before the text, filled up to 256 bytes; bound
/// to table, column and row; with a key derived for texts.
#[test]
fn a_sealed_text_is_what_the_documentation_says() {
    let key = ContentKey::unwrapped(CaseId(uuid::Uuid::nil()), &counted::<32>(0)).unwrap();
    let sealed = hex("030100000000404142434445464748494a4b4c4d4e4f50515253545556579062
         bb82346f3d59f43c1cf8b20a6a89737d32900952fc7e5dd8a2d20b9a30fc94726f86aef0fae347ca3d42993817398eaba97ba8487d7275c7f532fa9a7af3
         bb1601e66233d97e4818703577b0a72344a83b05f521f9d643340202be70fcbe65e53d080e05ba57fb3ee49f2b88114d21a29404953ce2c4dbd767e03eca
         4a11a40fb869f9242cde2bb325d711ccd24d0486e9e3957a665becae2b7e73bd42ae901e7581cb2f58d17984680a4b2d0b10f7186601bd8d1de0e92b7430
         6b5ccdde274c42b1380433ad6c14d2724741dc02d71cf6d7321070c00cde44c9c2d76bfd63fc8922d7cdf09120080af1ac703cbf319f544bc6c185a2eccd
         d5df2789558e692edcc790eb4d006dba2c778688ea07");
    assert_eq!(key.open_text(&Place::new("notes", "body", 7), &sealed).unwrap(), "Møtet er på torsdag");
    assert!(key.open_text(&Place::new("notes", "body", 8), &sealed).is_err());
}

/// A document: a header, and pieces whose nonce is the beginning, their number and whether they are the last.
#[test]
fn a_sealed_document_is_what_the_documentation_says() {
    let (key, place) = (Zeroizing::new(counted::<32>(0)), Place::new("document_versions", "bytes", 1));
    let sealed = hex("0101000102030405060708090a0b0c0d0e0f1011129c44387cf662ccf206aa0c72747f608b40b1db");
    let (header, body) = sealed.split_at(super::stream::HEADER);
    let stream = Stream::open(&key, &place, header, sealed.len() as u64).unwrap();
    assert_eq!(stream.read(&(0..stream.length()), body).unwrap().as_slice(), b"Hei");
}
