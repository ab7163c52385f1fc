//! What pages show.

mod alert;
mod card;
mod card_link;
mod details;
mod empty_state;
mod facts;
mod filters;
mod heading;
mod list;
mod pager;
mod steps;
mod summary_list;
mod table;
mod tag;
mod timeline;

pub use alert::*;
pub use card::*;
pub use card_link::*;
pub use details::*;
pub use empty_state::*;
pub use facts::*;
pub use filters::*;
pub(crate) use heading::heading;
pub use list::*;
pub use pager::*;
pub use steps::*;
pub use summary_list::*;
pub use table::*;
pub use tag::*;
pub use timeline::*;
