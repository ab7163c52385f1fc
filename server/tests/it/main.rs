//! The whole portal, spoken to over HTTP as a browser would, on a real database.
//!
//! One program for all of it: every further one would have to be linked. With `KLAR_TEST_POSTGRES` set to the
//! address of a PostgreSQL server, each test makes a database of its own there; otherwise SQLite in a temporary
//! folder.

#[cfg(test)]
mod access;
#[cfg(test)]
mod access_log;
#[cfg(test)]
mod access_table;
#[cfg(test)]
mod architecture;
#[cfg(test)]
mod at_rest;
#[cfg(test)]
mod authz;
#[cfg(test)]
mod bad_bytes;
#[cfg(test)]
mod case_list;
#[cfg(test)]
mod case_parties;
#[cfg(test)]
mod case_questions;
#[cfg(test)]
mod case_types;
#[cfg(test)]
mod commands;
#[cfg(test)]
mod csrf;
#[cfg(test)]
mod documents;
#[cfg(test)]
mod employers;
#[cfg(test)]
mod existence;
#[cfg(test)]
mod guard;
#[cfg(test)]
mod headers;
#[cfg(test)]
mod hostile;
#[cfg(test)]
mod hostile_fields;
#[cfg(test)]
mod journeys;
#[cfg(test)]
mod kept_out;
#[cfg(test)]
mod keys_killed;
#[cfg(test)]
mod killed;
#[cfg(test)]
mod languages;
#[cfg(test)]
mod letters;
#[cfg(test)]
mod lifecycle;
#[cfg(test)]
mod links;
#[cfg(test)]
mod login;
#[cfg(test)]
mod logout;
#[cfg(test)]
mod meetings;
#[cfg(test)]
mod member_list;
#[cfg(test)]
mod members;
#[cfg(test)]
mod naive;
#[cfg(test)]
mod new_case;
#[cfg(test)]
mod no_effect;
#[cfg(test)]
mod notes;
#[cfg(test)]
mod organisation;
#[cfg(test)]
mod outsiders;
#[cfg(test)]
mod own_sessions;
#[cfg(test)]
mod refused;
#[cfg(test)]
mod refused_forms;
#[cfg(test)]
mod register;
#[cfg(test)]
mod registry_files;
#[cfg(test)]
mod round_trip;
#[cfg(test)]
mod same_key;
#[cfg(test)]
mod scene;
#[cfg(test)]
mod sessions;
#[cfg(test)]
mod settings;
#[cfg(test)]
mod starting;
#[cfg(test)]
mod tasks;
#[cfg(test)]
mod today;
#[cfg(test)]
mod typed_forms;
#[cfg(test)]
mod typing;
#[cfg(test)]
mod whole_case;
#[cfg(test)]
mod world;
#[cfg(test)]
mod writes_killed;
