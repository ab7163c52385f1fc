//! The whole portal, spoken to over HTTP as a browser would, on a real database.
//!
//! One program for all of it: every further one would have to be linked. With `KLAR_TEST_POSTGRES` set to the
//! address of a PostgreSQL server, each test makes a database of its own there; otherwise SQLite in a temporary
//! folder.
#![expect(clippy::indexing_slicing, clippy::unwrap_used, reason = "what a test's helper cannot do, the test cannot either")]

mod access;
mod access_log;
mod access_table;
mod architecture;
mod authz;
mod case_list;
mod commands;
mod csrf;
mod employers;
mod existence;
mod guard;
mod headers;
mod journeys;
mod keys_killed;
mod killed;
mod languages;
mod login;
mod logout;
mod member_list;
mod members;
mod naive;
mod new_case;
mod no_effect;
mod notes;
mod organisation;
mod own_sessions;
mod refused;
mod refused_forms;
mod register;
mod registry_files;
mod round_trip;
mod scene;
mod sessions;
mod settings;
mod starting;
mod tasks;
mod today;
mod world;
