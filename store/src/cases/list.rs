//! Lists of cases.

use domain::access::CaseAction;
use domain::cases::{CaseCursor, CaseFilter, CaseMark, CaseOrder, CasePage, CaseRow, Status};
use domain::lifecycle::WaitOver;
use domain::{CaseId, MemberId, Timestamp};
use sea_orm::sea_query::Query;
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, PaginatorTrait, QueryFilter, QueryOrder, QueryResult, QuerySelect, Select, TryGetable,
};

use crate::access_log::{Detail, Look};
use crate::entity::{case, case_party};
use crate::scope::cases::{Kinds, Reached, sorted_by, whose};
use crate::{Store, StoreError, Viewer, scope};

use super::nearest;

/// Rows on a page.
pub const PAGE_SIZE: u64 = 30;

impl Store {
    /// One page of the cases this viewer may know of, in the order that was asked for.
    pub async fn cases(&self, viewer: &Viewer, filter: &CaseFilter) -> Result<CasePage, StoreError> {
        self.cases_by(viewer, filter, PAGE_SIZE).await
    }

    /// The same, with so many rows on a page.
    pub async fn cases_by(&self, viewer: &Viewer, filter: &CaseFilter, size: u64) -> Result<CasePage, StoreError> {
        let total_unfiltered = self.cases_in_reach(viewer, CaseAction::Know).await?;
        let list = Listed::of(viewer, filter);
        let total = self.count_listed(viewer, &list, total_unfiltered).await?;
        self.log_detailed(viewer, Look::CaseList, &detail(viewer, filter, total)).await?;
        let mut rows = self.listed(viewer, &list, total_unfiltered, size + 1).await?;
        let more = rows.len() as u64 > size;
        rows.truncate(usize::try_from(size).unwrap_or(usize::MAX));
        let next = rows.last().filter(|_| more).map(|row| CaseCursor { mark: mark(filter.order, row), id: row.id });
        Ok(CasePage { total, total_unfiltered, rows: self.known_rows(viewer, rows).await?, next, today: viewer.today })
    }

    /// How many cases a list holds, over all pages.
    pub(super) async fn count_listed(&self, viewer: &Viewer, list: &Listed, all_known: u64) -> Result<u64, StoreError> {
        let every = list.kinds.cases().is_empty() && list.action == CaseAction::Know;
        match (list.whose.clone(), every) {
            (Some(whose), _) => Ok(list.scope(viewer).filter(whose).filter(list.kinds.cases()).count(&self.db).await?),
            (None, true) => Ok(all_known),
            (None, false) => self.count_cases(&Reached::new(viewer, list.action), list.kinds).await,
        }
    }

    /// The first rows of a list, from its cursor on.
    pub(super) async fn listed(&self, viewer: &Viewer, list: &Listed, all_known: u64, limit: u64) -> Result<Vec<case::Model>, StoreError> {
        let asked = list.kinds.cases().add_option(list.whose.clone()).add_option(list.after.clone());
        // Of few, each way's first are put in order; among very many, the first are met soon when walking in that order.
        // One's own lie in order, and those one takes part in are few.
        let found = match all_known <= self.many && list.whose.is_none() {
            true => scope::cases_listed(self.first(&Reached::new(viewer, list.action), list.order, &asked, limit).await?),
            false => list.scope(viewer).filter(asked),
        };
        let (column, direction) = sorted_by(list.order);
        Ok(found.order_by(column, direction.clone()).order_by(case::Column::Id, direction).limit(limit).all(&self.db).await?)
    }

    /// The ids of the first.
    async fn first(&self, reached: &Reached, order: CaseOrder, narrowing: &Condition, limit: u64) -> Result<Vec<CaseId>, StoreError> {
        let Some(query) = reached.first(order, narrowing, limit) else { return Ok(Vec::new()) };
        let rows = self.db.query_all(&query).await?;
        match order {
            CaseOrder::Latest => {
                let mut latest: Vec<(Timestamp, CaseId)> = read(&rows)?;
                latest.sort_unstable_by(|one, other| other.cmp(one));
                Ok(ids(latest, limit))
            }
            CaseOrder::Nearest => {
                let mut nearest: Vec<(String, CaseId)> = read(&rows)?;
                nearest.sort_unstable();
                Ok(ids(nearest, limit))
            }
        }
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

    /// The viewer's own cases that are not closed, those with the nearest task first.
    pub(crate) async fn my_open_cases(&self, viewer: &Viewer) -> Result<Vec<CaseRow>, StoreError> {
        let rows = scope::cases(viewer)
            .filter(case::Column::OwnerId.eq(viewer.person()))
            .filter(case::Column::Status.ne(Status::Closed))
            .order_by_desc(case::Column::UpdatedAt)
            .limit(PAGE_SIZE)
            .all(&self.db)
            .await?;
        let mut rows = self.case_rows(viewer, rows).await?;
        rows.sort_by_key(|row| {
            let due = row.next.as_ref().and_then(|next| next.due).into_iter().chain(row.waiting.map(|waiting| waiting.until)).min();
            (due.is_none(), due)
        });
        Ok(rows)
    }

    /// The viewer's own cases that have waited long enough, the earliest day first. However many cases there are, the walk
    /// begins where theirs that wait lie, and ends where `at_most` are found.
    pub(crate) async fn my_waits_over(&self, viewer: &Viewer, at_most: u64) -> Result<Vec<WaitOver>, StoreError> {
        let rows = scope::cases(viewer)
            .filter(case::Column::OwnerId.eq(viewer.person()))
            .filter(case::Column::Status.eq(Status::Waiting))
            .filter(case::Column::WaitingUntil.lte(viewer.today))
            .filter(case::Column::ErasedAt.is_null())
            .order_by_asc(case::Column::WaitingUntil)
            .order_by_asc(case::Column::Id)
            .limit(at_most)
            .all(&self.db)
            .await?;
        let over = |row: &case::Model| {
            Some(WaitOver { case: row.id, number: row.number, case_type: row.case_type, waiting: super::rows::waiting(row)? })
        };
        Ok(rows.iter().filter_map(over).collect())
    }
}

/// A list as it is asked of the database.
pub(super) struct Listed {
    /// Sorted by their tasks, the cases are those that the viewer may read: see [`CaseOrder::Nearest`].
    action: CaseAction,
    kinds: Kinds,
    whose: Option<Condition>,
    order: CaseOrder,
    after: Option<Condition>,
}

impl Listed {
    pub(super) fn of(viewer: &Viewer, filter: &CaseFilter) -> Self {
        Self {
            action: if filter.order == CaseOrder::Nearest { CaseAction::Read } else { CaseAction::Know },
            kinds: Kinds { status: filter.status, case_type: filter.case_type },
            whose: filter.whose.map(|of| whose(viewer, of)),
            order: filter.order,
            after: filter.after.and_then(|after| beyond(filter.order, after)),
        }
    }

    fn scope(&self, viewer: &Viewer) -> Select<case::Entity> {
        if self.action == CaseAction::Read { scope::cases(viewer) } else { scope::known_cases(viewer) }
    }
}

fn read<M: TryGetable>(rows: &[QueryResult]) -> Result<Vec<(M, CaseId)>, StoreError> {
    rows.iter().map(|row| Ok((row.try_get_by_index(0)?, row.try_get_by_index(1)?))).collect()
}

fn ids<M: PartialEq>(mut sorted: Vec<(M, CaseId)>, limit: u64) -> Vec<CaseId> {
    sorted.dedup();
    sorted.truncate(usize::try_from(limit).unwrap_or(usize::MAX));
    sorted.into_iter().map(|(_, id)| id).collect()
}

fn mark(order: CaseOrder, row: &case::Model) -> CaseMark {
    match order {
        CaseOrder::Latest => CaseMark::Changed(row.updated_at),
        CaseOrder::Nearest => CaseMark::Due(nearest::read(&row.next_due)),
    }
}

/// What comes after a place in the list; nothing is left out by a place in a list of another order.
fn beyond(order: CaseOrder, after: CaseCursor) -> Option<Condition> {
    let (mark, later, then) = match (order, after.mark) {
        (CaseOrder::Latest, CaseMark::Changed(at)) => {
            (case::Column::UpdatedAt.eq(at), case::Column::UpdatedAt.lt(at), case::Column::Id.lt(after.id))
        }
        (CaseOrder::Nearest, CaseMark::Due(due)) => {
            let due = nearest::written(due);
            (case::Column::NextDue.eq(due.clone()), case::Column::NextDue.gt(due), case::Column::Id.gt(after.id))
        }
        _ => return None,
    };
    Some(Condition::any().add(later).add(Condition::all().add(mark).add(then)))
}

/// For the access log.
pub(super) fn detail(viewer: &Viewer, filter: &CaseFilter, found: u64) -> Detail {
    let narrowed = filter.pairs().into_iter().map(|(name, code)| format!("{name}={code}"));
    Detail { narrowed: narrowed.collect(), found: Some(found), ..Detail::of(viewer) }
}
