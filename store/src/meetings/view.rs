//! One meeting, whole.

use std::collections::{HashMap, HashSet};

use domain::meetings::{Action, EarlierCall, EarlierMinutes, MeetingView, Plan, ProtocolRow, ProtocolStatus, Record};
use domain::{CaseId, Earlier, MeetingId};
use sea_orm::{ColumnTrait, ConnectionTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use crate::access_log::Look;
use crate::cases::Readable;
use crate::cases::earlier::{self, Was};
use crate::crypto::ContentKey;
use crate::entity::{meeting, protocol};
use crate::{Store, StoreError, Viewer, scope};

use super::contents::{plan_of, protocol_of, record_of};
use super::{found, list, people};

impl Store {
    /// A meeting with everything but what its protocol says; the look at the case is logged. For the call, the calendar
    /// file and the minutes too.
    pub async fn meeting(&self, viewer: &Viewer, case: CaseId, id: MeetingId) -> Result<MeetingView, StoreError> {
        let case = self.unless_guessing(viewer, Readable::find(&self.db, viewer, case).await).await?;
        let row = found(&self.db, &case, id).await?;
        self.log_look(viewer, Look::Case(case.id())).await?;
        let key = self.content_key(&self.db, &case).await?;
        let (plan, mut record) = (plan_of(&key, &row)?, record_of(&key, &row)?);
        let before = earlier::of(&self.db, &case, &key, id.0).await?;
        let plans: Vec<&Plan> = before.iter().filter_map(plan_before).chain([&plan]).collect();
        let told = people::Told::of(&self.db, viewer, &case, &plans).await?;
        // Nobody else comes whom the viewer is told of.
        let names: HashMap<Uuid, String> = plans.iter().flat_map(|plan| told.called(plan)).map(|one| (one.id, one.name)).collect();
        if let Some(record) = &mut record {
            record.came.retain(|came| names.contains_key(came));
        }
        let call = |one: Earlier<Was>| one.seen_as(|was| call_before(was, &told));
        let minutes = |one: Earlier<Was>| one.seen_as(|was| minutes_before(was, &names));
        let protocols = protocols(&self.db, &case, id).await?;
        let agreed = agreed(&self.db, &case, &key, &row).await?;
        let made = made(&self.db, id).await?;
        let waiting = agreed.iter().filter(|action| !made.contains(&action.id)).count();
        Ok(MeetingView {
            row: list::row(&key, &row)?,
            case_number: case.owner_and_number().1,
            attendees: told.called(&plan),
            earlier_calls: before.iter().cloned().filter_map(call).collect(),
            earlier_minutes: before.iter().cloned().filter_map(minutes).collect(),
            called_by: plan.called_by,
            agenda: plan.agenda,
            record,
            protocols: protocols.iter().map(|row| ProtocolRow { number: row.number, status: row.status }).collect(),
            waiting,
            made: agreed.len() - waiting,
            may_work: case.may_add(viewer),
            version: row.version,
            changed_at: row.changed_at,
            today: viewer.today,
        })
    }
}

fn plan_before(before: &Earlier<Was>) -> Option<&Plan> {
    if let Was::Call { plan, .. } = &before.was { Some(plan) } else { None }
}

fn call_before(was: Was, told: &people::Told) -> Option<EarlierCall> {
    let Was::Call { starts_at, ends_at, plan } = was else { return None };
    let attendees = told.called(&plan);
    let Plan { kind, place, called_by, agenda, .. } = plan;
    Some(EarlierCall { kind, place, starts_at, ends_at, called_by, agenda, attendees })
}

fn minutes_before(was: Was, names: &HashMap<Uuid, String>) -> Option<EarlierMinutes> {
    let Was::Minutes(Record { came, minutes, actions }) = was else { return None };
    Some(EarlierMinutes { came: came.iter().filter_map(|id| names.get(id).cloned()).collect(), minutes, actions })
}

/// The versions of a meeting's protocol, the latest first.
pub(super) async fn protocols(db: &impl ConnectionTrait, case: &Readable, id: MeetingId) -> Result<Vec<protocol::Model>, StoreError> {
    let of_meeting = scope::protocols_of(case).filter(protocol::Column::MeetingId.eq(id));
    Ok(of_meeting.order_by_desc(protocol::Column::Number).all(db).await?)
}

/// What is to be done after a meeting: as the minutes say, and the latest version of its protocol that is signed.
pub(super) async fn agreed(
    db: &impl ConnectionTrait,
    case: &Readable,
    key: &ContentKey,
    meeting: &meeting::Model,
) -> Result<Vec<Action>, StoreError> {
    let mut actions = record_of(key, meeting)?.map(|record| record.actions).unwrap_or_default();
    let protocols = protocols(db, case, meeting.id).await?;
    if let Some(signed) = protocols.iter().find(|row| row.status == ProtocolStatus::Signed) {
        // One that somebody has altered is said to be so where it is shown; nothing is made of it.
        actions.extend(protocol_of(key, signed).map(|(protocol, _)| protocol.actions).unwrap_or_default());
    }
    let mut seen = HashSet::new();
    actions.retain(|action| seen.insert(action.id));
    Ok(actions)
}

/// The ids of the actions that have become tasks.
pub(super) async fn made(db: &impl ConnectionTrait, meeting: MeetingId) -> Result<HashSet<Uuid>, StoreError> {
    Ok(scope::actions_made(meeting).all(db).await?.into_iter().map(|row| row.action_id).collect())
}
