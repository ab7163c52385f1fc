//! One task, whole, and as the form that changes it shows it.

use domain::lifecycle::Deed;
use domain::tasks::{Closed, NewTaskTyped, TaskComment, TaskNow, TaskView, Worker};
use domain::{CaseId, Earlier, MemberId, TaskId, Timestamp};
use sea_orm::QueryOrder;

use crate::access_log::Look;
use crate::cases::Readable;
use crate::cases::contents::{comment_place, task_details_place, task_place, task_reason_place};
use crate::cases::earlier::{self, Was};
use crate::crypto::ContentKey;
use crate::entity::{task, task_comment};
use crate::members::names;
use crate::{Store, StoreError, Viewer, scope};

impl Store {
    /// One task of a case that the viewer may read, the look logged. What is in another case, or in one that they may not
    /// know of, is [`StoreError::NotFound`]; of a case that they only know of, [`StoreError::Forbidden`].
    pub async fn task(&self, viewer: &Viewer, case: CaseId, id: TaskId) -> Result<TaskView, StoreError> {
        let (case, row) = self.task_to_read(viewer, case, id).await?;
        let comments = scope::comments_on([id])
            .order_by_asc(task_comment::Column::WrittenAt)
            .order_by_asc(task_comment::Column::Id)
            .all(&self.db)
            .await?;
        let people = [Some(row.owner_id), Some(row.made_by), row.done_by, row.changed_by];
        let people = people.into_iter().flatten().chain(comments.iter().map(|comment| comment.author_id));
        let names = names::of(&self.db, people).await?;
        let name = |id: MemberId| names.get(&id).cloned().unwrap_or_default();
        let key = self.content_key(&self.db, &case).await?;
        let reason = row.drop_reason.as_ref().map(|sealed| key.open_text(&task_reason_place(id), sealed)).transpose()?;
        let before = earlier::of(&self.db, &case, &key, id.0).await?;
        let text = |one: Earlier<Was>| one.seen_as(|was| if let Was::Details(text) = was { Some(text) } else { None });
        let comment = |comment: task_comment::Model| {
            let body = key.open_text(&comment_place(comment.id), &comment.body)?;
            Ok::<_, StoreError>(TaskComment { at: comment.written_at, by: name(comment.author_id), body })
        };
        Ok(TaskView {
            id,
            case: case.id(),
            case_number: case.number(),
            title: key.open_text(&task_place(id), &row.title)?,
            details: details(&key, &row)?,
            earlier: before.into_iter().filter_map(text).collect(),
            due: row.due_on,
            repeat: row.repeats,
            owner: name(row.owner_id),
            mine: row.owner_id == viewer.person(),
            made: (row.made_at, name(row.made_by)),
            changed: changed(&row, &name),
            closed: row.done_at.map(|at| Closed { at, by: row.done_by.map(&name).unwrap_or_default(), dropped: reason }),
            comments: comments.into_iter().map(comment).collect::<Result<_, _>>()?,
            may_work: case.may_work(viewer),
            version: row.version,
            today: viewer.today,
        })
    }

    /// A task as it is, for the form that changes it, the look logged; for those alone who may.
    pub async fn task_now(&self, viewer: &Viewer, case: CaseId, id: TaskId) -> Result<TaskNow, StoreError> {
        let (case, row) = self.task_to_read(viewer, case, id).await?;
        if !case.may_work(viewer) {
            return Err(StoreError::Forbidden);
        }
        let mut workers = with(viewer.person(), case.workers());
        if !workers.contains(&row.owner_id) {
            workers.push(row.owner_id);
        }
        let names = names::of(&self.db, workers.iter().copied().chain(row.changed_by)).await?;
        let name = |id: MemberId| names.get(&id).cloned().unwrap_or_default();
        let key = self.content_key(&self.db, &case).await?;
        Ok(TaskNow {
            typed: NewTaskTyped {
                title: key.open_text(&task_place(id), &row.title)?,
                due: row.due_on.map(|due| format!("{}.{}.{}", due.day(), due.month(), due.year())).unwrap_or_default(),
                details: details(&key, &row)?.unwrap_or_default(),
                given_to: row.owner_id.to_string(),
                repeat: row.repeats.to_string(),
            },
            owner: name(row.owner_id),
            version: row.version,
            changed: changed(&row, &name),
            workers: workers.into_iter().map(|id| Worker { id, name: name(id) }).collect(),
        })
    }

    /// Those to whom a new task in a case can be given, the viewer first; for those alone who may make one.
    pub async fn workers_on(&self, viewer: &Viewer, case: CaseId) -> Result<Vec<Worker>, StoreError> {
        let case = Readable::find(&self.db, viewer, case).await?;
        case.allows(viewer, Deed::Add)?;
        let workers = with(viewer.person(), case.workers());
        let names = names::of(&self.db, workers.iter().copied()).await?;
        let name = |id: MemberId| names.get(&id).cloned().unwrap_or_default();
        Ok(workers.into_iter().map(|id| Worker { id, name: name(id) }).collect())
    }

    /// Whether the viewer may change this task; for a form that is to keep what was typed. The command proves it again.
    pub async fn may_work_on_task(&self, viewer: &Viewer, case: CaseId, id: TaskId) -> Result<(), StoreError> {
        let case = Readable::find(&self.db, viewer, case).await?;
        if !case.may_work(viewer) {
            return Err(StoreError::Forbidden);
        }
        super::in_case(&self.db, &case, id).await.map(drop)
    }

    async fn task_to_read(&self, viewer: &Viewer, case: CaseId, id: TaskId) -> Result<(Readable, task::Model), StoreError> {
        let found = async {
            let case = Readable::find(&self.db, viewer, case).await?;
            let row = super::in_case(&self.db, &case, id).await?;
            Ok((case, row))
        };
        let found = self.unless_guessing(viewer, found.await).await?;
        self.log_look(viewer, Look::Case(found.0.id())).await?;
        Ok(found)
    }
}

/// The viewer first.
fn with(viewer: MemberId, workers: Vec<MemberId>) -> Vec<MemberId> {
    std::iter::once(viewer).chain(workers.into_iter().filter(|person| *person != viewer)).collect()
}

fn details(key: &ContentKey, row: &task::Model) -> Result<Option<String>, StoreError> {
    row.details.as_ref().map(|sealed| key.open_text(&task_details_place(row.id), sealed)).transpose()
}

fn changed(row: &task::Model, name: &impl Fn(MemberId) -> String) -> Option<(Timestamp, String)> {
    row.changed_at.zip(row.changed_by).map(|(at, by)| (at, name(by)))
}
