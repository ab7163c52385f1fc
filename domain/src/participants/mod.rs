//! Who takes part in a case: in which role, until when; who owns it; and who must see no trace of it.

mod input;
mod view;

use crate::code::code_enum;

pub use input::*;
pub use view::*;

code_enum! {
    /// How somebody takes part in a case that another owns.
    pub enum Role {
        /// Works on it beside the owner.
        CoWorker = "co_worker",
        /// Gives advice in it, and writes that there.
        Adviser = "adviser",
        /// Comes along to meetings, and reads to be prepared.
        Buddy = "buddy",
        /// Reads it, until a day that is set.
        Follower = "follower",
    }
}

impl Role {
    /// Whether whoever has it adds to the case; the others read.
    pub const fn works(self) -> bool {
        matches!(self, Self::CoWorker | Self::Adviser)
    }

    /// Whether it must have a last day. Nobody goes on reading because everybody forgot that they do.
    pub const fn must_end(self) -> bool {
        matches!(self, Self::Follower)
    }
}
