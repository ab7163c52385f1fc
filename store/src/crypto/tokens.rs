//! Secrets a browser holds, of which the database knows only a hash.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest, Sha256};

/// 256 random bits, as text for a cookie or an address.
#[derive(Clone, PartialEq, Eq)]
pub struct Token(String);

/// What the database keeps of a [`Token`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TokenHash(pub(crate) Vec<u8>);

impl Token {
    /// A new one.
    pub fn fresh() -> Self {
        Self(URL_SAFE_NO_PAD.encode(rand::random::<[u8; 32]>()))
    }

    /// Takes what a browser sent, if it can be a token at all.
    pub fn received(text: &str) -> Option<Self> {
        (text.len() == 43 && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_')).then(|| Self(text.to_owned()))
    }

    /// The text, to be sent to the browser and nowhere else.
    pub fn expose(&self) -> &str {
        &self.0
    }

    /// Its hash. The token has 256 bits of chance, so an unsalted fast hash is enough.
    pub fn hash(&self) -> TokenHash {
        TokenHash(Sha256::digest(self.0.as_bytes()).to_vec())
    }
}

impl std::fmt::Debug for Token {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Token(…)")
    }
}
