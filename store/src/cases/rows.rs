//! Case rows from a scope, made into what a list shows.

use std::collections::{HashMap, HashSet};

use domain::cases::{CaseRow, NextTask};
use domain::lifecycle::WaitingRow;
use domain::{CaseId, MemberId};
use sea_orm::{ColumnTrait, QueryFilter, QuerySelect};

use crate::entity::{case, task};
use crate::members::names;
use crate::{Store, StoreError, Viewer, scope};

use super::contents::task_place;

impl Store {
    /// Adds names and the next task to rows that came out of a scope: a handful of queries, however many rows.
    pub(crate) async fn case_rows(&self, viewer: &Viewer, rows: Vec<case::Model>) -> Result<Vec<CaseRow>, StoreError> {
        if rows.is_empty() {
            return Ok(Vec::new());
        }
        let ids: Vec<CaseId> = rows.iter().map(|row| row.id).collect();
        let mut about: HashMap<CaseId, Vec<MemberId>> = HashMap::new();
        for party in scope::parties_of(viewer, ids.iter().copied()).all(&self.db).await? {
            about.entry(party.case_id).or_default().push(party.member_id);
        }
        let mut next: HashMap<CaseId, NextTask> = HashMap::new();
        let mut tasks = scope::open_tasks_of(ids).all(&self.db).await?;
        tasks.sort_by_key(|task| (task.due_on.is_none(), task.due_on, task.made_at, task.id));
        tasks.reverse();
        let first: HashMap<CaseId, task::Model> = tasks.into_iter().map(|task| (task.case_id, task)).collect();
        let keys = self.content_keys(&self.db, first.keys().copied()).await?;
        for (case, task) in first {
            // A case that was erased has no key.
            if let Some(key) = keys.get(&case) {
                next.insert(case, NextTask { title: key.open_text(&task_place(task.id), &task.title)?, due: task.due_on });
            }
        }
        let people = rows.iter().map(|row| row.owner_id).chain(about.values().flatten().copied());
        let names = names::of(&self.db, people).await?;
        let name = |id: &MemberId| names.get(id).cloned().unwrap_or_default();
        let named = |case: CaseId| {
            let mut named: Vec<String> = about.get(&case).into_iter().flatten().map(name).collect();
            named.sort_by_cached_key(|name| domain::text::sort_key(name));
            named
        };
        let mut everybody = self.everybody_in(&rows).await?;
        Ok(rows
            .into_iter()
            .map(|row| CaseRow {
                id: row.id,
                number: row.number,
                case_type: row.case_type,
                about: named(row.id),
                everybody: everybody.remove(&row.id),
                status: row.status,
                waiting: waiting(&row),
                owner: name(&row.owner_id),
                mine: row.owner_id == viewer.person(),
                next: next.remove(&row.id),
                updated_at: row.updated_at,
                readable: true,
            })
            .collect())
    }

    /// Rows of which the viewer may know, each with as much as they may read.
    pub(crate) async fn known_rows(&self, viewer: &Viewer, rows: Vec<case::Model>) -> Result<Vec<CaseRow>, StoreError> {
        if !viewer.grants.knows_more_than_reads() {
            return self.case_rows(viewer, rows).await;
        }
        let readable: HashSet<CaseId> = scope::cases(viewer)
            .filter(case::Column::Id.is_in(rows.iter().map(|row| row.id)))
            .filter(case::Column::ErasedAt.is_null())
            .select_only()
            .column(case::Column::Id)
            .into_tuple::<CaseId>()
            .all(&self.db)
            .await?
            .into_iter()
            .collect();
        let order: Vec<CaseId> = rows.iter().map(|row| row.id).collect();
        let (open, closed): (Vec<_>, Vec<_>) = rows.into_iter().partition(|row| readable.contains(&row.id));
        let owners = names::of(&self.db, closed.iter().map(|row| row.owner_id)).await?;
        let mut seen = self.case_rows(viewer, open).await?;
        seen.extend(closed.into_iter().map(|row| CaseRow {
            id: row.id,
            number: row.number,
            case_type: row.case_type,
            about: Vec::new(),
            everybody: None,
            status: row.status,
            waiting: None,
            owner: owners.get(&row.owner_id).cloned().unwrap_or_default(),
            mine: false,
            next: None,
            updated_at: row.updated_at,
            readable: false,
        }));
        seen.sort_by_key(|row| order.iter().position(|id| *id == row.id));
        Ok(seen)
    }
}

/// What a case waits for.
pub(super) fn waiting(row: &case::Model) -> Option<WaitingRow> {
    row.waiting_for.zip(row.waiting_until).map(|(for_whom, until)| WaitingRow { for_whom, until })
}
