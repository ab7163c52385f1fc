//! A version of a protocol, and whether it still is what was signed.

use std::fmt::Write;

use domain::meetings::{Check, ProtocolStatus, ProtocolView, Side, SignatureView};
use domain::{CaseId, Earlier, MeetingId};
use sea_orm::{ColumnTrait, PaginatorTrait, QueryFilter, QueryOrder};

use crate::access_log::Look;
use crate::cases::Readable;
use crate::cases::earlier::{self, Was};
use crate::entity::{EventKind, case_event, protocol, protocol_signature};
use crate::members::names;
use crate::{Store, StoreError, Viewer, documents, scope};

use super::contents::{protocol_of, signature_of};
use super::{found, list, view};

impl Store {
    /// A version of a meeting's protocol, the latest when none is named, with its signatures held against what it says;
    /// the look at the case is logged.
    pub async fn protocol(&self, viewer: &Viewer, case: CaseId, id: MeetingId, number: Option<i32>) -> Result<ProtocolView, StoreError> {
        let case = self.unless_guessing(viewer, Readable::find(&self.db, viewer, case).await).await?;
        let meeting = found(&self.db, &case, id).await?;
        let versions = view::protocols(&self.db, &case, id).await?;
        let latest = versions.first().map(|row| row.number);
        let row = versions.iter().find(|row| number.is_none_or(|number| row.number == number)).ok_or(StoreError::NotFound)?;
        self.log_look(viewer, Look::Case(case.id())).await?;
        let key = self.content_key(&self.db, &case).await?;
        let signed = scope::signatures_of(&case).filter(protocol_signature::Column::ProtocolId.is_in(versions.iter().map(|row| row.id)));
        let signed = signed.order_by_asc(protocol_signature::Column::SignedAt).order_by_asc(protocol_signature::Column::Id);
        let all = signed.all(&self.db).await?;
        let told = scope::events_of(&case)
            .filter(case_event::Column::Kind.eq(EventKind::ProtocolSigned))
            .filter(case_event::Column::SubjectId.eq(id.0))
            .count(&self.db)
            .await?;
        let of_this: Vec<_> = all.iter().filter(|signature| signature.protocol_id == row.id).collect();
        let by = names::of(&self.db, of_this.iter().map(|signature| signature.by_person)).await?;
        let contents = match protocol_of(&key, row) {
            Ok(contents) => Some(contents),
            // Of what is signed, this is something to be told; of what is not, a fault like any other.
            Err(StoreError::Sealed(_)) if row.status == ProtocolStatus::Signed || !of_this.is_empty() => None,
            Err(error) => return Err(error),
        };
        let digest = contents.as_ref().map(|(_, digest)| *digest);
        let signatures: Vec<SignatureView> = of_this
            .iter()
            .map(|signature| {
                let details = signature_of(&key, signature).ok();
                SignatureView {
                    side: signature.side,
                    name: details.as_ref().map(|details| details.name.clone()).unwrap_or_default(),
                    role: details.as_ref().map(|details| details.role.clone()).unwrap_or_default(),
                    signed_on: details.as_ref().map(|details| details.signed_on),
                    how: details.as_ref().and_then(|details| details.how),
                    at: signature.signed_at,
                    by: by.get(&signature.by_person).cloned().unwrap_or_default(),
                    holds: details.is_some_and(|details| Some(details.digest) == digest),
                }
            })
            .collect();
        let kept = if row.status == ProtocolStatus::Signed { documents::kept(&self.db, &case, &key, row.id).await? } else { None };
        let before = earlier::of(&self.db, &case, &key, row.id.0).await?;
        let step = |one: Earlier<Was>| one.seen_as(|was| if let Was::Step(step, typed) = was { Some((step, *typed)) } else { None });
        let check = checked(row, &signatures, told > all.len() as u64, contents.is_some());
        Ok(ProtocolView {
            meeting: list::row(&key, &meeting)?,
            number: row.number,
            latest: latest == Some(row.number),
            status: row.status,
            earlier: before.into_iter().filter_map(step).collect(),
            protocol: contents.map(|(protocol, _)| protocol),
            signed_by_me: of_this.iter().any(|one| one.side == Side::Ours && one.by_person == viewer.person()),
            signatures,
            check,
            digest: digest.map(|digest| hex(&digest)).unwrap_or_default(),
            as_office: case.why_work(viewer).map(|why| (why.office, why.unit)),
            may_work: case.may_add(viewer),
            version: row.version,
            kept,
            now: self.clock.now(),
            today: viewer.today,
        })
    }
}

fn checked(row: &protocol::Model, signatures: &[SignatureView], missing: bool, readable: bool) -> Check {
    let signed = row.status == ProtocolStatus::Signed;
    if !readable || signatures.iter().any(|signature| !signature.holds) || !signatures.is_empty() && !signed {
        Check::Changed
    } else if missing || signed && signatures.is_empty() {
        Check::Missing
    } else if signatures.is_empty() {
        Check::Unsigned
    } else {
        Check::Whole
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        // Writing to a text does not fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}
