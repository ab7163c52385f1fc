//! Employers and workplaces, from the business register's own bulk files (Enhetsregisteret, NLOD 2.0).

mod entity;
mod import;

pub use entity::Entity;
pub use import::{ImportError, Report};
