//! Sessions on the server, and the moments before one exists.
//!
//! Whether a session may exist is decided in one function, [`Store::signed_in`], called for every request.

mod attempt;
mod end;
mod end_own;
mod grants;
mod open;
mod own;
mod seen;
mod signed_in;

pub use attempt::LoginAttempt;
pub use end::Ended;
pub use open::Person;
pub(crate) use seen::Seen;

use domain::MemberId;

use crate::crypto::Place;

/// Where a session's ID token is kept. Bound to the person: the session itself has no other name than its secret's hash.
pub(crate) fn id_token_place(person: MemberId) -> Place {
    Place::new("sessions", "id_token", person)
}

/// A session nobody has used for this long is over.
pub const IDLE_SECONDS: i64 = 30 * 60;
/// A session is over after this long, used or not.
pub const ABSOLUTE_SECONDS: i64 = 8 * 60 * 60;
/// So long is remembered whose a session was that is over, so that what is sent with it can be kept for that person
/// until they log in again. It lets nobody in.
pub const REMEMBERED_SECONDS: i64 = 12 * 60 * 60;
/// Somebody who has begun to log in has this long to finish.
pub const ATTEMPT_SECONDS: i64 = 10 * 60;
/// "Last seen" is noted no more often than this, so that reading pages is not writing.
const SEEN_EVERY_SECONDS: i64 = 60;
