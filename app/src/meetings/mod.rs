//! Meetings in a case: the call, who came, the minutes, and the protocol that both sides sign.

pub(crate) mod api;
mod call;
mod form;
mod meeting;
mod minutes;
pub(crate) mod parts;
mod protocol;
mod text;

pub(crate) use call::CallPage;
pub(crate) use form::{ChangeMeetingPage, NewMeetingPage};
pub(crate) use meeting::MeetingPage;
pub(crate) use minutes::MinutesPage;
pub use protocol::protocol_paper;
pub(crate) use protocol::{NoteSignaturePage, ProtocolPage, ProtocolStepPage};

use domain::Lang;
use domain::meetings::{MeetingView, calendar_file};

/// A meeting as a calendar file: when and where, and nothing of what it is about or who comes.
pub fn calendar(lang: Lang, meeting: &MeetingView) -> String {
    let row = &meeting.row;
    let title = text::calendar_title(lang);
    calendar_file(row.id, &title, &row.place, (row.starts_at, row.ends_at), row.status, meeting.version, meeting.changed_at)
}
