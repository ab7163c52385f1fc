//! Merging a case into another.

use domain::cases::CaseKind;
use domain::lifecycle::{Deed, Step, Transition};
use domain::links::{CaseNumber, MergeForm, Merging, Relation, check_number};
use domain::{CaseId, Code, IdempotencyKey, Timestamp};
use sea_orm::{ColumnTrait, ConnectionTrait, DatabaseTransaction, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use crate::cases::contents::{task_details_place, task_place};
use crate::cases::{CaseWork, Readable};
use crate::crypto::ContentKey;
use crate::entity::{EventKind, case, task};
use crate::lifecycle::{Sent, Words, move_case, prove};
use crate::participants::{block, keeps_out, kept_out};
use crate::tasks::{Making, drop_open, make};
use crate::{Store, StoreError, Viewer, scope};

use super::{delete, insert, refused, refused_at};

/// So many other cases are offered; the rest are found by their numbers.
const OFFERED: u64 = 10;
const CLOSE: Deed = Deed::Move(Transition::Close);

/// A case that ends, with its key.
type Ending<'a> = (&'a CaseWork, &'a ContentKey);

impl Store {
    /// Merges a case into another, for somebody who may close both: the one is closed, the other goes on, and a link says
    /// so in both. What was written stays where it is, sealed with the key of its own case; open tasks are made in the
    /// other and dropped in the first, with a line that says `moved_because`. Whoever is kept out of the one is kept out of
    /// the other from then on, and stays so if the first is opened again. The same form again does nothing more.
    ///
    /// Gives the case that goes on.
    pub async fn merge_case(
        &self,
        viewer: &Viewer,
        case: CaseId,
        sent: Sent<'_>,
        number: CaseNumber,
        moved_because: &str,
    ) -> Result<CaseId, StoreError> {
        let now = self.clock.now();
        let shown = CaseWork::shown(&self.db, viewer, case, CLOSE).await?;
        let other = self.other_end(viewer, shown.readable(), number).await?;
        let tx = self.begin().await?;
        let Some((from, into)) = prove_both(&tx, viewer, (case, sent), other).await? else { return Ok(other) };
        merging(&tx, viewer, from.readable(), into.readable()).await?.check().map_err(refused_at)?;
        let key = &self.content_key(&tx, from.readable()).await?;
        let into_key = &self.content_key(&tx, into.readable()).await?;
        // Who must see no trace of the one sees none of it in the other either.
        for one in kept_out(&tx, from.readable(), key).await? {
            block(&tx, viewer, now, (&into, into_key), &one.whom, &one.reason).await?;
        }
        move_tasks(&tx, viewer, now, (&from, key), (&into, into_key), moved_because).await?;
        // However they were linked before, that is what they are now.
        delete(&tx, case, other).await?;
        insert(&tx, viewer, now, (case, Relation::MergedInto, other)).await?;
        into.record(&tx, viewer, now, EventKind::MergedHere, case.0).await?;
        let words = Words { at: now, key, text: None, kind: EventKind::MergedInto, subject: Some(other.0), told: None };
        move_case(&tx, viewer, &from, Step::Merge, sent, words).await?;
        tx.commit().await?;
        Ok(other)
    }

    /// What would happen, for those who may close the case, with the number of the other as typed; the look is logged.
    pub async fn merge_form(&self, viewer: &Viewer, case: CaseId, typed: &str) -> Result<MergeForm, StoreError> {
        let now = self.case_now(viewer, case, Transition::Close).await?;
        let from = Readable::find(&self.db, viewer, case).await?;
        let (mut into, mut refused, mut others) = (None, None, Vec::new());
        if typed.trim().is_empty() {
            others = self.mergeable(viewer, &from).await?;
        } else {
            match self.checked_into(viewer, &from, typed).await {
                Ok(row) => into = self.case_rows(viewer, vec![row]).await?.pop(),
                Err(StoreError::Invalid(errors)) => refused = errors.0.first().map(|(_, code)| *code),
                Err(other) => return Err(other),
            }
        }
        let keeps_out = keeps_out(&self.db, &from).await?;
        Ok(MergeForm { now, into, keeps_out, refused, others: self.case_rows(viewer, others).await? })
    }

    /// The case with this number, if the other can be merged into it now.
    async fn checked_into(&self, viewer: &Viewer, from: &Readable, typed: &str) -> Result<case::Model, StoreError> {
        let number = check_number(typed).map_err(StoreError::Invalid)?;
        let other = self.other_end(viewer, from, number).await?;
        let into = CaseWork::shown(&self.db, viewer, other, CLOSE).await.map_err(not_theirs)?;
        merging(&self.db, viewer, from, into.readable()).await?.check().map_err(refused_at)?;
        Ok(into.readable().row().clone())
    }

    /// Cases about the same people into which the viewer may merge this one.
    async fn mergeable(&self, viewer: &Viewer, from: &Readable) -> Result<Vec<case::Model>, StoreError> {
        let near = scope::cases_about_the_same(from, viewer)
            .filter(case::Column::UnitId.eq(from.unit()))
            .order_by_desc(case::Column::UpdatedAt)
            .order_by_desc(case::Column::Id)
            .limit(OFFERED)
            .all(&self.db)
            .await?;
        let mut fit = Vec::new();
        for row in near {
            let Ok(into) = CaseWork::shown(&self.db, viewer, row.id, CLOSE).await else { continue };
            if merging(&self.db, viewer, from, into.readable()).await?.check().is_ok() {
                fit.push(row);
            }
        }
        Ok(fit)
    }
}

/// The right to close both; `None` when it was done with this very form.
async fn prove_both(
    tx: &DatabaseTransaction,
    viewer: &Viewer,
    (case, sent): (CaseId, Sent<'_>),
    other: CaseId,
) -> Result<Option<(CaseWork, CaseWork)>, StoreError> {
    if case < other {
        let Some(from) = prove(tx, viewer, case, Step::Merge, sent).await? else { return Ok(None) };
        let into = CaseWork::prove_for(tx, viewer, other, CLOSE).await.map_err(not_theirs)?;
        return Ok(Some((from, into)));
    }
    let into = CaseWork::prove_for(tx, viewer, other, CLOSE).await;
    let Some(from) = prove(tx, viewer, case, Step::Merge, sent).await? else { return Ok(None) };
    Ok(Some((from, into.map_err(not_theirs)?)))
}

/// A case that somebody knows of and may not close, as it is said at the field.
fn not_theirs(error: StoreError) -> StoreError {
    if matches!(error, StoreError::Forbidden) { refused(Code::NotYours) } else { error }
}

/// Whom the two are about is asked as far as the viewer is told: a party who is hidden from them stands in nobody's way.
async fn merging(db: &impl ConnectionTrait, viewer: &Viewer, from: &Readable, into: &Readable) -> Result<Merging, StoreError> {
    let parties = scope::parties_of(viewer, [from.id(), into.id()]).all(db).await?;
    let is_in = |case: CaseId, member| parties.iter().any(|party| party.case_id == case && party.member_id == member);
    Ok(Merging {
        from: from.sensitivity(),
        into: into.sensitivity(),
        into_status: into.row().status,
        same_club: from.unit() == into.unit(),
        // One about everybody goes on as one about everybody.
        same_people: (from.row().kind != CaseKind::Collective || into.row().kind == CaseKind::Collective)
            && parties.iter().filter(|party| party.case_id == from.id()).all(|party| is_in(into.id(), party.member_id)),
        owner_kept_out: from.facts().conflicted.contains(&into.owner()),
    })
}

/// Makes the open tasks of the one in the other. Whoever had one has it there too, if they work on that case and are not
/// kept out of the one that ends; otherwise it is the viewer's.
async fn move_tasks(
    tx: &DatabaseTransaction,
    viewer: &Viewer,
    now: Timestamp,
    (from, key): Ending<'_>,
    (into, into_key): (&CaseWork, &ContentKey),
    because: &str,
) -> Result<(), StoreError> {
    let open = scope::tasks_of(from.readable()).filter(task::Column::DoneAt.is_null());
    let mut workers = into.readable().workers();
    workers.retain(|worker| !from.readable().facts().conflicted.contains(worker));
    for row in open.order_by_asc(task::Column::MadeAt).order_by_asc(task::Column::Id).all(tx).await? {
        let title = key.open_text(&task_place(row.id), &row.title)?;
        let details = row.details.as_ref().map(|sealed| key.open_text(&task_details_place(row.id), sealed)).transpose()?;
        let making = Making {
            title: &title,
            details: details.as_deref(),
            due: row.due_on,
            repeat: row.repeats,
            day: row.repeat_day,
            owner: if workers.contains(&row.owner_id) { row.owner_id } else { viewer.person() },
            // Made once, with the merging: the key of that is asked for first.
            key: IdempotencyKey(Uuid::now_v7()),
        };
        make(tx, viewer, into, into_key, now, making).await?;
        drop_open(tx, viewer, from, key, now, row.id, because).await?;
    }
    Ok(())
}
