//! Erasing what is written in a case, in the database and in every backup of it.

use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, ConnectionTrait, DbBackend, EntityTrait, QueryFilter, QuerySelect};

use crate::entity::{case, case_key};
use crate::{Store, StoreError, drafts, scope};

impl Store {
    /// Throws the key of a case away: nobody reads again what was written in it, here or in any backup. That there was
    /// such a case stays known. What anybody had begun to write in it is thrown away. A number that no case has is [`StoreError::NotFound`]; a second time nothing happens.
    pub async fn erase_case(&self, number: i64) -> Result<(), StoreError> {
        let now = self.clock.now();
        let tx = self.begin().await?;
        let found = scope::cases_to_erase().filter(case::Column::Number.eq(number)).one(&tx).await?.ok_or(StoreError::NotFound)?;
        if found.erased_at.is_none() {
            case::Entity::update_many()
                .col_expr(case::Column::ErasedAt, Expr::value(now))
                .col_expr(case::Column::UpdatedAt, Expr::value(now))
                .col_expr(case::Column::NextDue, Expr::value(super::nearest::NO_DATE))
                .col_expr(case::Column::Version, Expr::col(case::Column::Version).add(1))
                .filter(case::Column::Id.eq(found.id))
                .exec(&tx)
                .await?;
        }
        drafts::drop_about(&tx, found.id, None).await?;
        tx.commit().await?;
        self.forget_keys_of_the_erased().await
    }

    /// Throws away the keys of all cases that were erased: also of one whose erasing was broken off.
    pub(super) async fn forget_keys_of_the_erased(&self) -> Result<(), StoreError> {
        let erased = scope::cases_to_erase().filter(case::Column::ErasedAt.is_not_null()).select_only().column(case::Column::Id);
        let tx = self.begin().await?;
        let forget = case_key::Entity::delete_many().filter(case_key::Column::CaseId.in_subquery(sea_orm::QueryTrait::into_query(erased)));
        let forgotten = forget.exec(&tx).await?.rows_affected;
        tx.commit().await?;
        if forgotten > 0 {
            self.overwrite_forgotten_keys().await?;
        }
        Ok(())
    }

    /// What a database keeps of deleted rows for a while, it keeps no longer.
    async fn overwrite_forgotten_keys(&self) -> Result<(), StoreError> {
        let db = self.db.pool();
        let now = match db.get_database_backend() {
            // The old page lies in the write-ahead log until that is emptied.
            DbBackend::Sqlite => "PRAGMA case_keys_file.wal_checkpoint(TRUNCATE)",
            _ => "VACUUM case_keys",
        };
        db.execute_unprepared(now).await?;
        Ok(())
    }
}
