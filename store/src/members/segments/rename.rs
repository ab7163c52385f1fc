//! Giving a saved filter another name.

use domain::{SegmentId, text};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use crate::entity::member_segment;
use crate::{Store, StoreError, Viewer, drafts, scope};

impl Store {
    /// Renames one of the viewer's own segments, and throws the form's draft away. `version` is the one the viewer saw:
    /// if it has changed since, nothing happens and the answer is [`StoreError::Conflict`] – unless it is called so
    /// already.
    pub async fn rename_segment(&self, viewer: &Viewer, id: SegmentId, version: i32, draft: &str, name: String) -> Result<(), StoreError> {
        let now = self.clock.now();
        let tx = self.begin().await?;
        let row = scope::own_segments(viewer).filter(member_segment::Column::Id.eq(id)).one(&tx).await?.ok_or(StoreError::NotFound)?;
        if row.name != name {
            if row.version != version {
                return Err(StoreError::Conflict);
            }
            super::not_taken(&tx, viewer, &name, Some(id)).await?;
            member_segment::Entity::update_many()
                .col_expr(member_segment::Column::NameFolded, Expr::value(text::fold(&name)))
                .col_expr(member_segment::Column::Name, Expr::value(name))
                .col_expr(member_segment::Column::ChangedAt, Expr::value(now))
                .col_expr(member_segment::Column::Version, Expr::col(member_segment::Column::Version).add(1))
                .filter(member_segment::Column::Id.eq(id))
                .filter(member_segment::Column::PersonId.eq(viewer.person()))
                .filter(member_segment::Column::Version.eq(version))
                .exec(&tx)
                .await?;
        }
        drafts::drop_in(&tx, viewer, draft).await?;
        tx.commit().await?;
        Ok(())
    }
}
