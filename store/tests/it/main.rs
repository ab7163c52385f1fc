//! The store, proved on SQLite and on PostgreSQL alike.
//!
//! SQLite needs nothing. PostgreSQL is tested when `KLAR_TEST_POSTGRES` holds the address of a server and of a user
//! who may make databases: `postgres://user@host:port/postgres`. Each test makes a database of its own there and
//! drops it afterwards. Without the address those tests say so and are skipped.
//!
//! `cfg(test)` is always true here; it tells clippy that helpers may unwrap as tests do.

#[cfg(test)]
mod access_log;
#[cfg(test)]
mod audit;
#[cfg(test)]
mod case_lists;
#[cfg(test)]
mod case_types;
#[cfg(test)]
mod cases;
#[cfg(test)]
mod clubs;
#[cfg(test)]
mod contents;
#[cfg(test)]
mod difference;
#[cfg(test)]
mod documents;
#[cfg(test)]
mod drafts;
#[cfg(test)]
mod earlier;
#[cfg(test)]
mod employer_pages;
#[cfg(test)]
mod employers;
#[cfg(test)]
mod held;
#[cfg(test)]
mod import;
#[cfg(test)]
mod kept;
#[cfg(test)]
mod kept_out;
#[cfg(test)]
mod keys;
#[cfg(test)]
mod life;
#[cfg(test)]
mod lifecycle;
#[cfg(test)]
mod links;
#[cfg(test)]
mod meetings;
#[cfg(test)]
mod member_list;
#[cfg(test)]
mod naive;
#[cfg(test)]
mod notes;
#[cfg(test)]
mod offices;
#[cfg(test)]
mod organisation;
#[cfg(test)]
mod outsiders;
#[cfg(test)]
mod participants;
#[cfg(test)]
mod parties;
#[cfg(test)]
mod policy;
#[cfg(test)]
mod reach;
#[cfg(test)]
mod read_log;
#[cfg(test)]
mod refused;
#[cfg(test)]
mod register;
#[cfg(test)]
mod requests;
#[cfg(test)]
mod rotation;
#[cfg(test)]
mod schema;
#[cfg(test)]
mod scope;
#[cfg(test)]
mod search;
#[cfg(test)]
mod secrets;
#[cfg(test)]
mod sent_again;
#[cfg(test)]
mod sessions;
#[cfg(test)]
mod settings;
#[cfg(test)]
mod tasks;
#[cfg(test)]
mod timeline;
#[cfg(test)]
mod together;
#[cfg(test)]
mod union;
#[cfg(test)]
mod whole;
#[cfg(test)]
mod world;
