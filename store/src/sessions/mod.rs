//! Sessions on the server, and the moments before one exists.
//!
//! Whether a session may exist is decided in one function, [`Store::signed_in`], called for every request.

mod attempt;
mod end;
mod grants;
mod open;
mod signed_in;

pub use attempt::LoginAttempt;
pub use end::Ended;
pub use open::Person;

/// A session nobody has used for this long is over.
pub const IDLE_SECONDS: i64 = 30 * 60;
/// A session is over after this long, used or not.
pub const ABSOLUTE_SECONDS: i64 = 8 * 60 * 60;
/// Somebody who has begun to log in has this long to finish.
pub const ATTEMPT_SECONDS: i64 = 10 * 60;
/// "Last seen" is written no more often than this, so that reading pages is not writing.
const SEEN_EVERY_SECONDS: i64 = 60;
