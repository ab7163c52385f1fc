//! Lists of cases.

use domain::access::CaseAction;
use domain::cases::{CaseCursor, CaseFilter, CasePage, CaseRow, Status};
use domain::{CaseId, MemberId, Timestamp};
use sea_orm::sea_query::Query;
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect};

use crate::access_log::{Detail, Look};
use crate::entity::{case, case_party};
use crate::scope::cases::{Kinds, Reached};
use crate::{Store, StoreError, Viewer, scope};

/// Rows on a page.
pub const PAGE_SIZE: u64 = 30;

impl Store {
    /// One page of the cases this viewer may know of, latest change first.
    pub async fn cases(&self, viewer: &Viewer, filter: &CaseFilter) -> Result<CasePage, StoreError> {
        let reached = Reached::new(viewer, CaseAction::Know);
        let total_unfiltered = self.count_cases(&reached, Kinds::default()).await?;
        let kinds = Kinds { status: filter.status, case_type: filter.case_type };
        let narrowing = kinds.cases().add_option(filter.mine.then(|| case::Column::OwnerId.eq(viewer.person())));
        let total = match (narrowing.is_empty(), filter.mine) {
            (true, _) => total_unfiltered,
            (false, true) => scope::known_cases(viewer).filter(narrowing.clone()).count(&self.db).await?,
            (false, false) => self.count_cases(&reached, kinds).await?,
        };
        self.log_detailed(viewer, Look::CaseList, &Detail { narrowed: narrowed(filter), found: Some(total), ..Detail::of(viewer) }).await?;
        let asked = narrowing.add_option(filter.after.map(before));
        // Of few, each way's latest are put in order; among very many, the latest are met soon when walking in that order.
        // One's own lie in order.
        let found = match total_unfiltered <= self.many && !filter.mine {
            true => scope::cases_listed(self.latest(&reached, &asked).await?),
            false => scope::known_cases(viewer).filter(asked),
        };
        let mut rows =
            found.order_by_desc(case::Column::UpdatedAt).order_by_desc(case::Column::Id).limit(PAGE_SIZE + 1).all(&self.db).await?;
        let more = rows.len() as u64 > PAGE_SIZE;
        rows.truncate(PAGE_SIZE as usize);
        let next = rows.last().filter(|_| more).map(|row| CaseCursor { updated_at: row.updated_at, id: row.id });
        Ok(CasePage { total, total_unfiltered, rows: self.known_rows(viewer, rows).await?, next, today: viewer.today })
    }

    /// The ids of the latest, one more than a page has.
    async fn latest(&self, reached: &Reached, narrowing: &Condition) -> Result<Vec<CaseId>, StoreError> {
        let Some(query) = reached.latest(narrowing, PAGE_SIZE + 1) else { return Ok(Vec::new()) };
        let mut latest: Vec<(Timestamp, CaseId)> = Vec::new();
        for row in self.db.query_all(&query).await? {
            latest.push((row.try_get_by_index(0)?, row.try_get_by_index(1)?));
        }
        latest.sort_unstable_by(|one, other| other.cmp(one));
        latest.dedup();
        latest.truncate(PAGE_SIZE as usize + 1);
        Ok(latest.into_iter().map(|(_, id)| id).collect())
    }

    /// How many cases this viewer may know of, or read.
    pub(crate) async fn cases_in_reach(&self, viewer: &Viewer, action: CaseAction) -> Result<u64, StoreError> {
        self.count_cases(&Reached::new(viewer, action), Kinds::default()).await
    }

    async fn count_cases(&self, reached: &Reached, kinds: Kinds) -> Result<u64, StoreError> {
        let Some(count) = reached.count(kinds) else { return Ok(0) };
        let count: i64 = match self.db.query_one(&count).await? {
            Some(row) => row.try_get_by_index(0)?,
            None => 0,
        };
        Ok(count.unsigned_abs())
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

/// What comes after a case on the list: what was changed before it.
fn before(after: CaseCursor) -> Condition {
    let same_moment = Condition::all().add(case::Column::UpdatedAt.eq(after.updated_at)).add(case::Column::Id.lt(after.id));
    Condition::any().add(case::Column::UpdatedAt.lt(after.updated_at)).add(same_moment)
}

/// For the access log.
fn narrowed(filter: &CaseFilter) -> Vec<String> {
    let mine = filter.mine.then(|| "mine".to_owned());
    let status = filter.status.map(|status| format!("status={status}"));
    let case_type = filter.case_type.map(|case_type| format!("type={case_type}"));
    mine.into_iter().chain(status).chain(case_type).collect()
}
