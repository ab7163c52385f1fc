//! What is written of meetings, and where it lies.

use domain::meetings::{NewMeeting, Plan, Protocol, Record, Signature};
use domain::{MeetingId, ProtocolId};
use serde::Serialize;
use serde::de::DeserializeOwned;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::StoreError;
use crate::crypto::{ContentKey, Place};
use crate::entity::{meeting, protocol, protocol_signature};

fn plan_place(id: MeetingId) -> Place {
    Place::new("meetings", "plan", id)
}

fn record_place(id: MeetingId) -> Place {
    Place::new("meetings", "record", id)
}

fn protocol_place(id: ProtocolId) -> Place {
    Place::new("protocols", "contents", id)
}

fn signature_place(id: Uuid) -> Place {
    Place::new("protocol_signatures", "details", id)
}

fn seal<T: Serialize>(key: &ContentKey, place: &Place, value: &T) -> Result<Vec<u8>, StoreError> {
    let unwritable = |_| StoreError::Inconsistent { table: "meetings", what: "something that cannot be written down" };
    key.seal(place, &serde_json::to_vec(value).map_err(unwritable)?)
}

fn open<T: DeserializeOwned>(key: &ContentKey, place: &Place, sealed: &[u8]) -> Result<T, StoreError> {
    serde_json::from_slice(&key.open(place, sealed)?).map_err(|_| StoreError::Sealed("meetings"))
}

pub(super) fn seal_plan(key: &ContentKey, id: MeetingId, plan: &Plan) -> Result<Vec<u8>, StoreError> {
    seal(key, &plan_place(id), plan)
}

pub(super) fn plan_of(key: &ContentKey, row: &meeting::Model) -> Result<Plan, StoreError> {
    open(key, &plan_place(row.id), &row.plan)
}

/// Whether a meeting is called just so.
pub(super) fn is_saved(key: &ContentKey, row: &meeting::Model, new: &NewMeeting) -> Result<bool, StoreError> {
    let then = (row.starts_at, row.ends_at) == (new.starts_at, new.ends_at);
    Ok(then && plan_of(key, row)?.says_the_same_as(&new.plan))
}

pub(super) fn seal_record(key: &ContentKey, id: MeetingId, record: &Record) -> Result<Vec<u8>, StoreError> {
    seal(key, &record_place(id), record)
}

pub(super) fn record_of(key: &ContentKey, row: &meeting::Model) -> Result<Option<Record>, StoreError> {
    row.record.as_ref().map(|sealed| open(key, &record_place(row.id), sealed)).transpose()
}

pub(super) fn seal_protocol(key: &ContentKey, id: ProtocolId, protocol: &Protocol) -> Result<Vec<u8>, StoreError> {
    key.seal(&protocol_place(id), &protocol.to_bytes())
}

/// What a version says, and the digest of its bytes as they lie there.
pub(super) fn protocol_of(key: &ContentKey, row: &protocol::Model) -> Result<(Protocol, [u8; 32]), StoreError> {
    let bytes = key.open(&protocol_place(row.id), &row.contents)?;
    let protocol = Protocol::from_bytes(&bytes).map_err(|_| StoreError::Sealed("protocols"))?;
    Ok((protocol, Sha256::digest(&bytes).into()))
}

/// The digest lies sealed with the rest: of a short text, one that lay open would tell what it is.
pub(super) fn seal_signature(key: &ContentKey, id: Uuid, signature: &Signature) -> Result<Vec<u8>, StoreError> {
    seal(key, &signature_place(id), signature)
}

pub(super) fn signature_of(key: &ContentKey, row: &protocol_signature::Model) -> Result<Signature, StoreError> {
    open(key, &signature_place(row.id), &row.details)
}
