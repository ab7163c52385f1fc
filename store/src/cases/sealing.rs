//! Sealing what was written before texts were sealed, at the start of the program that seals them.

use domain::{CaseId, NoteId, TaskId};
use sea_orm::sea_query::{Expr, Func, SimpleExpr};
use sea_orm::{ActiveValue::Set, ColumnTrait, DatabaseTransaction, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect};

use crate::crypto::ContentKey;
use crate::entity::{case, case_key, note, task, unsealed_text};
use crate::{Store, StoreError, scope};

use super::contents::{description_place, note_place, task_place};

/// Cases in one transaction.
const BATCH: u64 = 500;

impl Store {
    /// Seals every text that lies open, and forgets the keys of what was erased. Says no where the keys of the cases are
    /// missing: they lie apart, and somebody has put the one back without the other.
    pub(crate) async fn seal_what_is_not(&self) -> Result<(), StoreError> {
        if self.keys_of_cases_are_missing().await? {
            return Err(StoreError::Keys(
                "the keys of the cases are missing, without which nothing in them can be read: put the newest copy of them back \
                 (with SQLite the file whose name ends with -case-keys.db, with PostgreSQL the table case_keys)"
                    .to_owned(),
            ));
        }
        while self.seal_some().await? {}
        self.forget_keys_of_the_erased().await
    }

    async fn keys_of_cases_are_missing(&self) -> Result<bool, StoreError> {
        let length = SimpleExpr::from(Func::cust("length").arg(Expr::col(case::Column::Description)));
        let written = scope::cases_to_erase()
            .filter(case::Column::ErasedAt.is_null())
            .filter(sea_orm::sea_query::ExprTrait::gt(length, 0))
            .one(&self.db)
            .await?;
        Ok(written.is_some() && scope::everything::<case_key::Entity>().limit(1).count(&self.db).await? == 0)
    }

    /// Whether there was anything to do.
    async fn seal_some(&self) -> Result<bool, StoreError> {
        let cases: Vec<CaseId> = scope::unsealed_texts()
            .select_only()
            .column(unsealed_text::Column::CaseId)
            .distinct()
            .order_by_asc(unsealed_text::Column::CaseId)
            .limit(BATCH)
            .into_tuple()
            .all(&self.db)
            .await?;
        if cases.is_empty() {
            return Ok(false);
        }
        // The keys first, and on the disk: see `make_content_key`.
        let (tx, keys) = self.begin_sealing().await?;
        let there = self.content_keys(&tx, cases.iter().copied()).await?;
        let mut rows = Vec::new();
        for case in cases.iter().filter(|case| !there.contains_key(case)) {
            let key = ContentKey::fresh(*case)?;
            rows.push(case_key::ActiveModel { case_id: Set(*case), sealed: Set(key.wrapped(&keys)?), made_at: Set(self.clock.now()) });
        }
        if !rows.is_empty() {
            case_key::Entity::insert_many(rows).exec_without_returning(&tx).await?;
        }
        tx.commit().await?;
        let tx = self.begin().await?;
        let keys = self.content_keys(&tx, cases.iter().copied()).await?;
        for text in scope::unsealed_texts().filter(unsealed_text::Column::CaseId.is_in(cases.iter().copied())).all(&tx).await? {
            let key = keys.get(&text.case_id).ok_or(StoreError::Inconsistent { table: "case_keys", what: "a case without its key" })?;
            seal(&tx, key, &text).await?;
        }
        unsealed_text::Entity::delete_many().filter(unsealed_text::Column::CaseId.is_in(cases)).exec(&tx).await?;
        tx.commit().await?;
        Ok(true)
    }
}

async fn seal(tx: &DatabaseTransaction, key: &ContentKey, row: &unsealed_text::Model) -> Result<(), StoreError> {
    let text = row.text.as_bytes();
    match row.of_table.as_str() {
        "cases" => {
            let id = CaseId(row.row_id);
            let sealed = Expr::value(key.seal(&description_place(id), text)?);
            case::Entity::update_many().col_expr(case::Column::Description, sealed).filter(case::Column::Id.eq(id)).exec(tx).await?;
        }
        "notes" => {
            let id = NoteId(row.row_id);
            let sealed = Expr::value(key.seal(&note_place(id), text)?);
            note::Entity::update_many().col_expr(note::Column::Body, sealed).filter(note::Column::Id.eq(id)).exec(tx).await?;
        }
        _ => {
            let id = TaskId(row.row_id);
            let sealed = Expr::value(key.seal(&task_place(id), text)?);
            task::Entity::update_many().col_expr(task::Column::Title, sealed).filter(task::Column::Id.eq(id)).exec(tx).await?;
        }
    }
    Ok(())
}
