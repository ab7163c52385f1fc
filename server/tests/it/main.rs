//! The whole portal, spoken to over HTTP as a browser would, on a real database.
//!
//! One program for all of it: every further one would have to be linked. With `KLAR_TEST_POSTGRES` set to the
//! address of a PostgreSQL server, each test makes a database of its own there; otherwise SQLite in a temporary
//! folder.
#![expect(clippy::unwrap_used, reason = "what a test's helper cannot do, the test cannot either")]

mod commands;
mod csrf;
mod guard;
mod headers;
mod login;
mod logout;
mod refused;
mod sessions;
mod world;
