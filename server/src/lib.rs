//! The program `klar`: what lies between the network and the pages.
//!
//! [`router()`] is the whole portal as a service; `main.rs` only reads the command line. Who may see what is decided
//! in `store`; here it is decided who somebody is.

mod apart;
mod binder;
mod calendar_file;
mod case_file;
pub mod commands;
pub mod config;
mod cookies;
mod csrf;
mod documents;
mod guard;
mod headers;
mod health;
mod language;
mod letter_file;
mod limits;
#[cfg(test)]
mod limits_tests;
mod log_file;
pub mod logging;
mod member_file;
pub mod oidc;
mod pages;
mod paths;
mod plain;
mod press;
mod protocol_file;
mod refused;
pub mod register;
mod request_id;
mod router;
pub mod seed;
pub mod serve;
mod session;
mod state;
mod statics;
mod whole_file;
mod workbook;

pub use config::Config;
pub use cookies::Cookies;
pub use documents::{Checker, ROUTES as DOCUMENT_ROUTES};
pub use pages::{FILES as FILE_ROUTES, routes as page_routes};
pub use router::router;
pub use state::AppState;
