//! Encryption at rest, and the keyed hash by which a national id is found.
//!
//! What is sealed here stays unreadable to whoever holds only the database or a backup of it. It does not
//! protect against somebody who controls the running program.

pub(crate) mod contents;
pub(crate) mod file;
mod index;
mod keys;
#[cfg(test)]
mod known;
pub(crate) mod ring;
pub(crate) mod seal;
pub(crate) mod stream;
mod tokens;

pub(crate) use contents::ContentKey;
pub(crate) use index::{Digester, Indexer};
pub use keys::Keys;
pub(crate) use keys::{LASTING, SIGNATURE};
pub(crate) use ring::KeyRing;
pub use seal::Place;
pub(crate) use stream::Stream;
pub use tokens::{Token, TokenHash};
