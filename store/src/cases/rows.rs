//! Case rows from a scope, made into what a list shows.

use std::collections::HashMap;

use domain::cases::{CaseRow, NextTask};
use domain::{CaseId, MemberId};

use crate::entity::case;
use crate::members::names;
use crate::{Store, StoreError, Viewer, scope};

impl Store {
    /// Adds names and the next task to rows that came out of a scope: three queries, however many rows.
    pub(crate) async fn case_rows(&self, viewer: &Viewer, rows: Vec<case::Model>) -> Result<Vec<CaseRow>, StoreError> {
        if rows.is_empty() {
            return Ok(Vec::new());
        }
        let ids: Vec<CaseId> = rows.iter().map(|row| row.id).collect();
        let mut about: HashMap<CaseId, Vec<MemberId>> = HashMap::new();
        for party in scope::parties_of(ids.iter().copied()).all(&self.db).await? {
            about.entry(party.case_id).or_default().push(party.member_id);
        }
        let mut next: HashMap<CaseId, NextTask> = HashMap::new();
        let mut tasks = scope::open_tasks_of(ids).all(&self.db).await?;
        tasks.sort_by_key(|task| (task.due_on.is_none(), task.due_on, task.made_at));
        for task in tasks {
            next.entry(task.case_id).or_insert(NextTask { title: task.title, due: task.due_on });
        }
        let people = rows.iter().map(|row| row.owner_id).chain(about.values().flatten().copied());
        let names = names::of(&self.db, people).await?;
        let name = |id: &MemberId| names.get(id).cloned().unwrap_or_default();
        Ok(rows
            .into_iter()
            .map(|row| CaseRow {
                id: row.id,
                number: row.number,
                case_type: row.case_type,
                about: about.get(&row.id).into_iter().flatten().map(name).collect(),
                status: row.status,
                owner: name(&row.owner_id),
                mine: row.owner_id == viewer.person(),
                next: next.remove(&row.id),
                updated_at: row.updated_at,
            })
            .collect())
    }
}
