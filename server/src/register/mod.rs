//! Following the business register: its change feeds are read from where they were left, and each unit they name that
//! concerns us is read again. What the changes themselves say is not used; the unit is.
//!
//! `store::employers` decides what is written, and what calls for attention.

mod client;
mod follow;
mod manners;
mod shapes;

pub use client::{Register, RegisterError};
pub use follow::{FollowError, Follower, Round};
pub use manners::Manners;
