//! Writing down somebody else in a case, and changing what stands about them.

use domain::outsiders::Outsider;
use domain::{CaseId, Code, Field, FieldErrors, IdempotencyKey, OutsiderId, drafts};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ActiveValue::Set, ColumnTrait, DatabaseTransaction, EntityTrait, PaginatorTrait, QueryFilter};

use crate::cases::{CaseWork, Event};
use crate::crypto::ContentKey;
use crate::entity::{EventKind, case_outsider};
use crate::sent_again::sent_again;
use crate::{Store, StoreError, Viewer, scope};

use super::{sealed, shown};

/// The most there are in a case at a time: more than anybody keeps apart.
const MOST: u32 = 100;

impl Store {
    /// Adds somebody, and throws the draft away. The same again adds nobody more; see [`sent_again`]. More than a hundred
    /// are [`StoreError::Invalid`].
    pub async fn add_outsider(&self, viewer: &Viewer, case: CaseId, key: IdempotencyKey, who: &Outsider) -> Result<(), StoreError> {
        let now = self.clock.now();
        let tx = self.begin().await?;
        let work = CaseWork::prove(&tx, viewer, case).await?;
        let content_key = self.content_key(&tx, work.readable()).await?;
        let again = scope::outsider_added_with(viewer, key).one(&tx).await?;
        let same = |row: &case_outsider::Model| Ok(shown(row, &content_key)?.who == *who);
        if !sent_again(again.as_ref(), |row| row.case_id == work.id(), same)? {
            if scope::outsiders_of(work.readable()).count(&tx).await? >= u64::from(MOST) {
                return Err(StoreError::Invalid(FieldErrors(vec![(Field::OutsiderName, Code::TooMany { max: MOST })])));
            }
            let id = OutsiderId(uuid::Uuid::now_v7());
            case_outsider::Entity::insert(case_outsider::ActiveModel {
                id: Set(id),
                case_id: Set(work.id()),
                contents: Set(sealed(id, who, &content_key)?),
                added_at: Set(now),
                added_by: Set(viewer.person()),
                removed_at: Set(None),
                version: Set(1),
                idempotency_key: Set(key),
            })
            .exec_without_returning(&tx)
            .await?;
            work.tell(&tx, viewer, told(now, EventKind::OutsiderAdded, id, &content_key, who)).await?;
        }
        self.done(tx, viewer, &drafts::outsider(case, None)).await
    }

    /// Makes what stands about somebody what was typed, and throws the draft away. `version` is the one the viewer saw: if
    /// it has been changed since, nothing happens and the answer is [`StoreError::Conflict`] – unless it already stands as
    /// it was typed.
    pub async fn change_outsider(
        &self,
        viewer: &Viewer,
        case: CaseId,
        (id, version): (OutsiderId, i32),
        who: &Outsider,
    ) -> Result<(), StoreError> {
        let now = self.clock.now();
        let tx = self.begin().await?;
        let work = CaseWork::prove(&tx, viewer, case).await?;
        let content_key = self.content_key(&tx, work.readable()).await?;
        let row = super::one(&tx, work.readable(), id).await?;
        if shown(&row, &content_key)?.who != *who {
            if row.version != version {
                return Err(StoreError::Conflict);
            }
            case_outsider::Entity::update_many()
                .col_expr(case_outsider::Column::Contents, Expr::value(sealed(id, who, &content_key)?))
                .col_expr(case_outsider::Column::Version, Expr::col(case_outsider::Column::Version).add(1))
                .filter(case_outsider::Column::Id.eq(id))
                .exec(&tx)
                .await?;
            work.tell(&tx, viewer, told(now, EventKind::OutsiderChanged, id, &content_key, who)).await?;
        }
        self.done(tx, viewer, &drafts::outsider(case, Some(id))).await
    }

    async fn done(&self, tx: DatabaseTransaction, viewer: &Viewer, draft: &str) -> Result<(), StoreError> {
        crate::drafts::drop_in(&tx, viewer, draft).await?;
        tx.commit().await?;
        Ok(())
    }
}

/// A line that says who, as they were then.
pub(super) fn told<'w>(at: domain::Timestamp, kind: EventKind, id: OutsiderId, key: &'w ContentKey, who: &'w Outsider) -> Event<'w> {
    Event { at, kind, subject: Some(id.0), detail: Some((key, who.name.as_str())) }
}
