//! Employers and workplaces, from the business register (Enhetsregisteret, NLOD 2.0): its bulk files, its change feed,
//! and what calls for attention in them.

mod agreements;
mod alerts;
mod entity;
mod feed;
mod import;
mod row;
mod see;
mod view;
mod write;

pub use entity::Entity;
pub use feed::{Cursor, Feed, Followed, Page};
pub use import::{ImportError, Report};
pub use write::Found;
