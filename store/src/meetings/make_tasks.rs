//! Making tasks of what is to be done after a meeting.

use domain::tasks::Repeat;
use domain::text::fold;
use domain::{CaseId, IdempotencyKey, MeetingId};
use sea_orm::{ActiveValue::Set, EntityTrait};
use uuid::Uuid;

use crate::cases::CaseWork;
use crate::entity::meeting_action;
use crate::tasks::{self, Making};
use crate::{Store, StoreError, Viewer};

use super::{found, people, view};

impl Store {
    /// Makes a task of each action that has not become one, and says how many. Whoever works on the case and is named
    /// gets theirs; the rest, which others are to do, are for the viewer to see to, and say who.
    pub async fn make_meeting_tasks(&self, viewer: &Viewer, case: CaseId, id: MeetingId) -> Result<usize, StoreError> {
        let now = self.clock.now();
        let tx = self.begin().await?;
        let work = CaseWork::prove(&tx, viewer, case).await?;
        let row = found(&tx, work.readable(), id).await?;
        let key = self.content_key(&tx, work.readable()).await?;
        let made = view::made(&tx, id).await?;
        let people = people::on_case(&tx, viewer, work.readable()).await?;
        let mut waiting = view::agreed(&tx, work.readable(), &key, &row).await?;
        waiting.retain(|action| !made.contains(&action.id));
        let workers = work.readable().workers();
        for action in &waiting {
            // Whoever only reads the case has nothing to do in it.
            let named = people.iter().find(|person| workers.contains(&person.id) && fold(&person.name) == fold(&action.who));
            let (owner, title) = named.map_or_else(|| (viewer.person(), action.title()), |person| (person.id, action.what.clone()));
            let (due, task_key) = (action.due, IdempotencyKey(Uuid::now_v7()));
            let making = Making { title: &title, details: None, due, repeat: Repeat::Never, day: None, owner, key: task_key };
            let task = tasks::make(&tx, viewer, &work, &key, now, making).await?;
            let row = meeting_action::ActiveModel { meeting_id: Set(id), action_id: Set(action.id), task_id: Set(task) };
            meeting_action::Entity::insert(row).exec_without_returning(&tx).await?;
        }
        tx.commit().await?;
        Ok(waiting.len())
    }
}
