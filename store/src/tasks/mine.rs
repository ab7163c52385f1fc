//! What the viewer has to do.

use std::collections::HashMap;

use domain::CaseId;
use domain::tasks::TaskRow;
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder, QuerySelect};

use crate::entity::{case, task};
use crate::{Store, StoreError, Viewer, scope};

impl Store {
    /// The viewer's open tasks, the nearest date first, those without a date last.
    pub(crate) async fn my_open_tasks(&self, viewer: &Viewer, at_most: u64) -> Result<Vec<TaskRow>, StoreError> {
        let rows = scope::my_open_tasks(viewer)
            .order_by_asc(sea_orm::sea_query::ExprTrait::is_null(sea_orm::sea_query::Expr::col(task::Column::DueOn)))
            .order_by_asc(task::Column::DueOn)
            .order_by_asc(task::Column::MadeAt)
            .limit(at_most)
            .all(&self.db)
            .await?;
        if rows.is_empty() {
            return Ok(Vec::new());
        }
        let numbers: HashMap<CaseId, i64> = scope::cases(viewer)
            .filter(case::Column::Id.is_in(rows.iter().map(|row| row.case_id)))
            .select_only()
            .columns([case::Column::Id, case::Column::Number])
            .into_tuple::<(CaseId, i64)>()
            .all(&self.db)
            .await?
            .into_iter()
            .collect();
        let me = viewer.name().to_owned();
        let keys = self.content_keys(&self.db, numbers.keys().copied()).await?;
        let mut shown = Vec::with_capacity(rows.len());
        for row in rows {
            // Of a case that was erased there is no task to do.
            let (Some(number), Some(key)) = (numbers.get(&row.case_id), keys.get(&row.case_id)) else { continue };
            shown.push(crate::cases::task_row(row, *number, key, &|_| me.clone())?);
        }
        Ok(shown)
    }
}
