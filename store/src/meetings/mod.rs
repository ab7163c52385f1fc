//! Meetings in a case, and their protocols.
//!
//! Everything is reached through a case: to read with [`Readable`], to write with [`CaseWork`](crate::cases::CaseWork).
//! What is written is sealed with the case's key ([`contents`]).

mod begin;
mod call;
mod call_no_more;
mod cancel;
mod change;
mod contents;
mod list;
mod make_tasks;
mod people;
mod present;
mod record;
mod save;
mod sign;
mod typed;
mod verify;
mod view;

use domain::meetings::{ProtocolStatus, Side};
use domain::{MeetingId, ProtocolId};
use sea_orm::{ColumnTrait, ConnectionTrait, PaginatorTrait, QueryFilter};

use crate::cases::Readable;
use crate::entity::{meeting, protocol, protocol_signature};
use crate::{StoreError, scope};

pub(crate) use call_no_more::call_no_more;
pub(crate) use list::in_case;
pub(crate) use typed::{is_there, saved_since};

/// A meeting of this case; one of another is not there.
async fn found(db: &impl ConnectionTrait, case: &Readable, id: MeetingId) -> Result<meeting::Model, StoreError> {
    scope::meetings_of(case).filter(meeting::Column::Id.eq(id)).one(db).await?.ok_or(StoreError::NotFound)
}

/// A version of a meeting's protocol.
async fn protocol_found(db: &impl ConnectionTrait, case: &Readable, id: MeetingId, number: i32) -> Result<protocol::Model, StoreError> {
    let of_meeting = scope::protocols_of(case).filter(protocol::Column::MeetingId.eq(id));
    of_meeting.filter(protocol::Column::Number.eq(number)).one(db).await?.ok_or(StoreError::NotFound)
}

/// Whether somebody has signed it, whatever its row says of itself.
async fn is_signed(db: &impl ConnectionTrait, case: &Readable, row: &protocol::Model) -> Result<bool, StoreError> {
    let signatures = scope::signatures_of(case).filter(protocol_signature::Column::ProtocolId.eq(row.id));
    Ok(row.status == ProtocolStatus::Signed || signatures.count(db).await? > 0)
}

/// The id of a version of a protocol that both sides have signed, with exactly so many signatures; else
/// [`StoreError::Conflict`].
pub(crate) async fn signed_by_both(
    db: &impl ConnectionTrait,
    case: &Readable,
    meeting: MeetingId,
    number: i32,
    signatures: usize,
) -> Result<ProtocolId, StoreError> {
    found(db, case, meeting).await?;
    let row = protocol_found(db, case, meeting, number).await?;
    let signed = scope::signatures_of(case).filter(protocol_signature::Column::ProtocolId.eq(row.id)).all(db).await?;
    let both = [Side::Ours, Side::Theirs].into_iter().all(|side| signed.iter().any(|one| one.side == side));
    if row.status == ProtocolStatus::Signed && both && signed.len() == signatures { Ok(row.id) } else { Err(StoreError::Conflict) }
}
