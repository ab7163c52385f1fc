//! Lists of cases.

use domain::MemberId;
use domain::cases::{CaseCursor, CaseFilter, CasePage, CaseRow, Status};
use sea_orm::sea_query::Query;
use sea_orm::{ColumnTrait, Condition, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect};

use crate::access_log::{Detail, Look};
use crate::entity::{case, case_party};
use crate::{Store, StoreError, Viewer, scope};

/// Rows on a page.
pub const PAGE_SIZE: u64 = 30;

impl Store {
    /// One page of the cases this viewer may know of, latest change first.
    pub async fn cases(&self, viewer: &Viewer, filter: &CaseFilter) -> Result<CasePage, StoreError> {
        let total_unfiltered = scope::known_cases(viewer).count(&self.db).await?;
        let mut found = scope::known_cases(viewer);
        if filter.mine {
            found = found.filter(case::Column::OwnerId.eq(viewer.person()));
        }
        if let Some(status) = filter.status {
            found = found.filter(case::Column::Status.eq(status));
        }
        if let Some(case_type) = filter.case_type {
            found = found.filter(case::Column::CaseType.eq(case_type));
        }
        let total = found.clone().count(&self.db).await?;
        self.log_detailed(viewer, Look::CaseList, &Detail { narrowed: narrowed(filter), found: Some(total), ..Detail::of(viewer) }).await?;
        if let Some(after) = filter.after {
            found = found.filter(
                Condition::any()
                    .add(case::Column::UpdatedAt.lt(after.updated_at))
                    .add(Condition::all().add(case::Column::UpdatedAt.eq(after.updated_at)).add(case::Column::Id.lt(after.id))),
            );
        }
        let mut rows =
            found.order_by_desc(case::Column::UpdatedAt).order_by_desc(case::Column::Id).limit(PAGE_SIZE + 1).all(&self.db).await?;
        let more = rows.len() as u64 > PAGE_SIZE;
        rows.truncate(PAGE_SIZE as usize);
        let next = rows.last().filter(|_| more).map(|row| CaseCursor { updated_at: row.updated_at, id: row.id });
        Ok(CasePage { total, total_unfiltered, rows: self.known_rows(viewer, rows).await?, next, today: viewer.today })
    }

    /// Cases about one member, as far as the viewer may read them.
    pub(crate) async fn cases_about(&self, viewer: &Viewer, member: MemberId) -> Result<Vec<CaseRow>, StoreError> {
        let about = Query::select()
            .column(case_party::Column::CaseId)
            .from(case_party::Entity)
            .and_where(case_party::Column::MemberId.eq(member))
            .to_owned();
        let rows = scope::cases(viewer)
            .filter(case::Column::Id.in_subquery(about))
            .order_by_desc(case::Column::UpdatedAt)
            .limit(PAGE_SIZE)
            .all(&self.db)
            .await?;
        self.case_rows(viewer, rows).await
    }

    /// The viewer's own open cases, those with the nearest task first.
    pub(crate) async fn my_open_cases(&self, viewer: &Viewer) -> Result<Vec<CaseRow>, StoreError> {
        let rows = scope::cases(viewer)
            .filter(case::Column::OwnerId.eq(viewer.person()))
            .filter(case::Column::Status.eq(Status::Open))
            .order_by_desc(case::Column::UpdatedAt)
            .limit(PAGE_SIZE)
            .all(&self.db)
            .await?;
        let mut rows = self.case_rows(viewer, rows).await?;
        rows.sort_by_key(|row| {
            let due = row.next.as_ref().and_then(|next| next.due);
            (due.is_none(), due)
        });
        Ok(rows)
    }
}

/// For the access log.
fn narrowed(filter: &CaseFilter) -> Vec<String> {
    let mine = filter.mine.then(|| "mine".to_owned());
    let status = filter.status.map(|status| format!("status={status}"));
    let case_type = filter.case_type.map(|case_type| format!("type={case_type}"));
    mine.into_iter().chain(status).chain(case_type).collect()
}
