//! Files as people send them, and as those send them who mean harm.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

mod any_bytes;
mod build;
mod honest;
mod hostile;
mod scanner;
