//! Beginning a protocol, or a correction of one that is signed.

use domain::meetings::{Attendee, Head, Point, Protocol, ProtocolStatus, Side};
use domain::{CaseId, IdempotencyKey, MeetingId, ProtocolId};
use sea_orm::{ActiveValue::Set, EntityTrait};

use crate::cases::CaseWork;
use crate::entity::{EventKind, protocol};
use crate::{Store, StoreError, Viewer};

use super::contents::{plan_of, protocol_of, record_of, seal_protocol};
use super::{found, is_signed, people, view};

impl Store {
    /// Begins a meeting's protocol with what the call says, and gives its number. Where one is being written, that is the
    /// one; where the latest is signed, a new version with the same words, which names the one it corrects.
    pub async fn begin_protocol(&self, viewer: &Viewer, case: CaseId, id: MeetingId, key: IdempotencyKey) -> Result<i32, StoreError> {
        let now = self.clock.now();
        let tx = self.begin().await?;
        let work = CaseWork::prove(&tx, viewer, case).await?;
        let row = found(&tx, work.readable(), id).await?;
        let latest = view::protocols(&tx, work.readable(), id).await?.into_iter().next();
        if let Some(latest) = &latest {
            // The same form again begins nothing more.
            if latest.idempotency_key == key || !is_signed(&tx, work.readable(), latest).await? {
                return Ok(latest.number);
            }
        }
        let content_key = self.content_key(&tx, work.readable()).await?;
        let number = latest.as_ref().map_or(1, |latest| latest.number + 1);
        let contents = match &latest {
            Some(latest) => {
                let (before, digest) = protocol_of(&content_key, latest)?;
                Protocol { number: number.unsigned_abs(), corrects: Some(digest), ..before }
            }
            None => {
                let (plan, record) = (plan_of(&content_key, &row)?, record_of(&content_key, &row)?);
                let mut attendees = people::called(&tx, viewer, work.readable(), &plan).await?;
                // Where nobody has written down who came, it was those who were called. The other side reads it: whoever is
                // hidden is not named by us.
                let came = record.map(|record| record.came).unwrap_or_default();
                attendees.retain(|one| !one.hidden && (came.is_empty() || came.contains(&one.id)));
                let head = Head {
                    held_on: Some(row.starts_at.oslo_date()),
                    place: plan.place,
                    employer: names(&attendees, Side::Theirs),
                    ours: names(&attendees, Side::Ours),
                    basis: String::new(),
                };
                Protocol {
                    number: 1,
                    corrects: None,
                    case_number: work.readable().owner_and_number().1,
                    kind: plan.kind,
                    head,
                    points: plan.agenda.into_iter().map(|subject| Point { subject, ..Point::default() }).collect(),
                    ended_on: None,
                    longer_time: String::new(),
                    employer_comment: String::new(),
                    our_comment: String::new(),
                    actions: Vec::new(),
                }
            }
        };
        let protocol = ProtocolId(uuid::Uuid::now_v7());
        protocol::Entity::insert(protocol::ActiveModel {
            id: Set(protocol),
            meeting_id: Set(id),
            case_id: Set(work.id()),
            number: Set(number),
            status: Set(ProtocolStatus::Draft),
            contents: Set(seal_protocol(&content_key, protocol, &contents)?),
            made_at: Set(now),
            made_by: Set(viewer.person()),
            changed_at: Set(now),
            version: Set(1),
            idempotency_key: Set(key),
        })
        .exec_without_returning(&tx)
        .await?;
        work.record(&tx, viewer, now, EventKind::ProtocolBegun, id.0).await?;
        tx.commit().await?;
        Ok(number)
    }
}

/// Those of one side, each on a line.
fn names(attendees: &[Attendee], side: Side) -> String {
    let of_side = attendees.iter().filter(|one| one.side == side);
    let line = |one: &Attendee| if one.role.is_empty() { one.name.clone() } else { format!("{}, {}", one.name, one.role) };
    of_side.map(line).collect::<Vec<_>>().join("\n")
}
