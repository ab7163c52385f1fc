//! The only place with SQL.
//!
//! - Reads start from a scope ([`scope`]) made from the [`Viewer`]'s grants; there is no other way to a row
//!   with personal data in it.
//! - Each command is one public function, one transaction, one decision, and lies in a file named by its verb.
//! - Who reads what is written to the access log in the same function that grants the access.

#[cfg(target_arch = "wasm32")]
compile_error!("`store` is for the server only");

pub mod access_log;
mod bulk;
pub mod case_types;
pub mod cases;
pub mod clock;
pub mod crypto;
mod database;
pub mod documents;
pub mod drafts;
pub mod employers;
mod entity;
mod entries;
mod error;
pub mod keys;
pub mod letters;
pub mod lifecycle;
pub(crate) mod links;
mod mandates;
pub mod meetings;
pub mod members;
pub mod notes;
mod objects;
pub mod org;
mod outsiders;
pub mod participants;
pub mod policy;
mod reach;
mod reader;
pub mod registry;
pub mod schema;
mod scope;
mod sent_again;
pub mod sessions;
pub mod settings;
pub mod tasks;
pub mod today;
mod viewer;

pub use clock::Clock;
pub use database::{Store, StoreOptions};
pub use error::StoreError;
pub use objects::{Bucket, Objects};
pub use viewer::{SignedIn, Viewer};
