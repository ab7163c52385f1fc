//! Signing a protocol, and noting that the other side has.

use domain::meetings::{ProtocolStatus, Side, Signature, TheirSignature};
use domain::{CaseId, IdempotencyKey, Lang, MeetingId};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use uuid::Uuid;

use crate::cases::CaseWork;
use crate::entity::{EventKind, protocol, protocol_signature};
use crate::sent_again::sent_again;
use crate::{Store, StoreError, Viewer, drafts, scope};

use super::contents::{protocol_of, seal_signature, signature_of};
use super::{found, protocol_found};

/// Who signs.
enum Signer {
    /// The viewer, once.
    Viewer,
    /// Somebody from the other side, as the viewer notes it.
    Theirs(TheirSignature),
}

impl Store {
    /// The viewer signs what they have seen: with their name, and the office that lets them work on the case. With the
    /// first signature the protocol never changes again.
    ///
    /// A second time nothing happens. What somebody has changed since `version`, or has not been shown to the other side,
    /// is a [`StoreError::Conflict`].
    pub async fn sign_protocol(
        &self,
        viewer: &Viewer,
        case: CaseId,
        id: MeetingId,
        seen: (i32, i32),
        key: IdempotencyKey,
    ) -> Result<(), StoreError> {
        self.sign(viewer, case, id, seen, key, Signer::Viewer, None).await
    }

    /// Notes the signature of somebody from the other side, and throws the draft away; else as
    /// [`Store::sign_protocol`]. The same again notes nothing more; see [`sent_again`].
    pub async fn note_signature(
        &self,
        viewer: &Viewer,
        case: CaseId,
        id: MeetingId,
        seen: (i32, i32),
        key: IdempotencyKey,
        draft: &str,
        signature: TheirSignature,
    ) -> Result<(), StoreError> {
        self.sign(viewer, case, id, seen, key, Signer::Theirs(signature), Some(draft)).await
    }

    async fn sign(
        &self,
        viewer: &Viewer,
        case: CaseId,
        id: MeetingId,
        (number, version): (i32, i32),
        key: IdempotencyKey,
        signer: Signer,
        draft: Option<&str>,
    ) -> Result<(), StoreError> {
        let now = self.clock.now();
        let tx = self.begin().await?;
        let work = CaseWork::prove(&tx, viewer, case).await?;
        found(&tx, work.readable(), id).await?;
        let row = protocol_found(&tx, work.readable(), id, number).await?;
        let again = scope::signed_with(viewer, key).one(&tx).await?;
        let content_key = self.content_key(&tx, work.readable()).await?;
        let same = |row: &protocol_signature::Model| match &signer {
            Signer::Viewer => Ok(true),
            Signer::Theirs(new) => signature_of(&content_key, row).map(|old| old.is(new)),
        };
        let again = sent_again(again.as_ref(), |signature| signature.protocol_id == row.id, same)?;
        let of_this = scope::signatures_of(work.readable()).filter(protocol_signature::Column::ProtocolId.eq(row.id));
        let by_me = of_this
            .filter(protocol_signature::Column::Side.eq(Side::Ours))
            .filter(protocol_signature::Column::ByPerson.eq(viewer.person()));
        if again || matches!(signer, Signer::Viewer) && by_me.count(&tx).await? > 0 {
            return Ok(());
        }
        if row.version != version || row.status == ProtocolStatus::Draft {
            return Err(StoreError::Conflict);
        }
        let (_, digest) = protocol_of(&content_key, &row)?;
        let side = if matches!(signer, Signer::Viewer) { Side::Ours } else { Side::Theirs };
        let signature = match signer {
            Signer::Viewer => {
                let why = work.readable().why_work(viewer).ok_or(StoreError::Forbidden)?;
                let role = format!("{}, {}", viewer.offices().name(Lang::Nb, &why.office), why.unit);
                Signature { name: viewer.name.clone(), role, signed_on: now.oslo_date(), how: None, digest }
            }
            Signer::Theirs(TheirSignature { name, role, signed_on, how }) => Signature { name, role, signed_on, how: Some(how), digest },
        };
        if row.status == ProtocolStatus::Presented {
            let frozen = protocol::Entity::update_many()
                .col_expr(protocol::Column::Status, Expr::value(ProtocolStatus::Signed))
                .col_expr(protocol::Column::ChangedAt, Expr::value(now))
                .col_expr(protocol::Column::Version, Expr::col(protocol::Column::Version).add(1))
                .filter(protocol::Column::Id.eq(row.id))
                .filter(protocol::Column::Version.eq(version))
                .filter(protocol::Column::Status.eq(ProtocolStatus::Presented))
                .exec(&tx)
                .await?;
            if frozen.rows_affected != 1 {
                return Err(StoreError::Conflict);
            }
        }
        let signed = Uuid::now_v7();
        protocol_signature::Entity::insert(protocol_signature::ActiveModel {
            id: Set(signed),
            protocol_id: Set(row.id),
            case_id: Set(work.id()),
            side: Set(side),
            details: Set(seal_signature(&content_key, signed, &signature)?),
            signed_at: Set(now),
            by_person: Set(viewer.person()),
            idempotency_key: Set(key),
        })
        .exec_without_returning(&tx)
        .await?;
        work.record(&tx, viewer, now, EventKind::ProtocolSigned, id.0).await?;
        if let Some(draft) = draft {
            drafts::drop_in(&tx, viewer, draft).await?;
        }
        tx.commit().await?;
        Ok(())
    }
}
