//! Filters, orders and files of cases, in every world: exactly those the oracle says, on pages of any size, however the
//! rows are found.

use std::collections::BTreeSet;
use std::sync::atomic::Ordering;

use domain::cases::{CaseFilter, CaseOrder, Status, Whose};
use domain::tasks::NewTask;
use domain::{CaseId, Date};
use oracle::CaseAccess;
use store::{StoreError, Viewer};

use crate::cases::{all_cases_by, key, task};
use crate::union::in_days;

use super::lists::order;
use super::{Case, Moment, once_more};

impl Moment<'_> {
    /// Tasks with dates in every second case, if its owner may write in it; the nearest date.
    pub(super) async fn give_dates(&self, viewer: &Viewer, case: CaseId) -> Option<Date> {
        let n = i32::try_from(self.cases.len()).unwrap();
        if n % 2 == 1 || self.world.store.may_work_on(viewer, case).await.is_err() {
            return None;
        }
        // The same date now and then, so that the id decides.
        let due = in_days(7 - n % 3);
        for date in [Some(due.plus_days(1)), Some(due), None] {
            self.world.store.add_task(viewer, case, key(), "task", NewTask { due: date, ..task("Ring") }).await.unwrap();
        }
        Some(due)
    }

    fn asked_for(&self, person: &str, filter: &CaseFilter, case: &Case) -> bool {
        let least = if filter.order == CaseOrder::Nearest { CaseAccess::Reads } else { CaseAccess::Knows };
        let whose = match filter.whose {
            None => true,
            Some(Whose::Mine) => case.told.owner == person,
            Some(Whose::TakingPart) => case.told.participants.iter().chain(&case.told.followers).any(|other| other == person),
            Some(Whose::Club) => self.oracle.union.mandates_of(person).iter().any(|held| held.unit == case.told.club),
        };
        let status = filter.status.is_none_or(|status| status == case.status);
        let kind = filter.case_type.as_ref().is_none_or(|kind| *kind == case.kind);
        whose && status && kind && self.oracle.access(person, &case.told) >= least
    }

    pub(super) async fn compare_case_lists(&self, viewer: &Viewer, person: &str) {
        let kind = self.cases.first().map(|case| case.kind);
        let mut filters: Vec<CaseFilter> = Vec::new();
        for order in CaseOrder::ALL {
            for whose in Whose::ALL.iter().copied().map(Some).chain([None]) {
                filters.push(CaseFilter { whose, order: *order, ..CaseFilter::default() });
            }
            filters.push(CaseFilter { case_type: kind, status: Some(Status::Open), order: *order, ..CaseFilter::default() });
            filters.push(CaseFilter { case_type: kind, whose: Some(Whose::Club), order: *order, ..CaseFilter::default() });
            for status in [Status::Waiting, Status::Closed] {
                filters.push(CaseFilter { status: Some(status), order: *order, ..CaseFilter::default() });
            }
        }
        // Of few, and of very many.
        let stores = [self.world.store.clone(), self.world.store.clone().with_many(0)];
        for filter in filters {
            let expected: BTreeSet<CaseId> =
                self.cases.iter().filter(|case| self.asked_for(person, &filter, case)).map(|case| case.id).collect();
            // Each size and each way in turn, so that all meet each filter sooner or later.
            let n = self.seen.lists.fetch_add(1, Ordering::Relaxed);
            let (size, store) = ([1, 2, 30][n % 3], &stores[n / 3 % 2]);
            let (total, rows) = all_cases_by(store, viewer, filter.clone(), size).await;
            let listed: BTreeSet<CaseId> = rows.iter().map(|row| row.id).collect();
            let all = expected.len();
            assert_eq!((total, rows.len(), &listed), (all as u64, all, &expected), "{person}: {filter:?}, {size} on a page");
            let due = |id: &CaseId| self.cases.iter().find(|case| case.id == *id).unwrap().due;
            if filter.order == CaseOrder::Nearest {
                let marks: Vec<_> = rows.iter().map(|row| (due(&row.id).is_none(), due(&row.id), row.id)).collect();
                assert!(marks.is_sorted(), "{person}: {marks:?}");
            } else {
                assert!(rows.is_sorted_by(|one, other| (one.updated_at, one.id) > (other.updated_at, other.id)), "{person}");
            }
            if !expected.is_empty() {
                let count = match (filter.whose, filter.order) {
                    (Some(Whose::Mine), _) => &self.seen.mine,
                    (Some(Whose::TakingPart), _) => &self.seen.taking_part,
                    (Some(Whose::Club), _) => &self.seen.of_club,
                    (None, _) => &self.seen.by_date,
                };
                once_more(count);
            }
            if n.is_multiple_of(2) {
                self.compare_case_file(viewer, person, &filter, &expected).await;
            }
        }
    }

    /// A file holds the rows of the list: no case more, and of none more.
    async fn compare_case_file(&self, viewer: &Viewer, person: &str, filter: &CaseFilter, expected: &BTreeSet<CaseId>) {
        match self.world.store.export_cases(viewer, filter, order(false)).await {
            Ok(file) => {
                let listed: BTreeSet<CaseId> = file.rows.iter().map(|row| row.id).collect();
                assert_eq!((file.rows.len(), &listed), (expected.len(), expected), "{person}: a file of {filter:?}");
                for row in file.rows.iter().filter(|row| !row.readable) {
                    assert!(row.about.is_empty() && row.next.is_none(), "{person}: {row:?}");
                }
                let list = all_cases_by(&self.world.store, viewer, filter.clone(), 30).await.1;
                assert!(file.rows.iter().map(|row| row.id).eq(list.iter().map(|row| row.id)), "{person}: in the order of the list");
                once_more(&self.seen.in_file);
            }
            Err(StoreError::Invalid(_)) => assert!(expected.is_empty(), "{person} has no file of {filter:?}"),
            Err(StoreError::NotFound) => {
                assert!(self.cases.iter().all(|case| self.oracle.access(person, &case.told) < CaseAccess::Knows), "{person}");
            }
            Err(other) => panic!("{person}: {other:?}"),
        }
    }
}
