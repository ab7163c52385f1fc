//! One case, whole.

use domain::access::Audience;
use domain::cases::{CaseKnown, CaseSeen, CaseView, Party};
use domain::org::{Office, UnitKind};
use domain::tasks::TaskRow;
use domain::{CaseId, MemberId};
use sea_orm::{ColumnTrait, QueryFilter, QuerySelect};

use crate::access_log::Look;
use crate::case_types::FIRST;
use crate::crypto::ContentKey;
use crate::entity::{member, task, unit};
use crate::meetings;
use crate::members::names;
use crate::{Store, StoreError, Viewer, documents, lifecycle, outsiders, scope};

use super::access::known;
use super::contents::{description_place, task_place};
use super::timeline::Told;
use super::{Readable, answers};

impl Store {
    /// As much of a case as the viewer may see, the look logged. What they may not know of is [`StoreError::NotFound`].
    pub async fn case(&self, viewer: &Viewer, id: CaseId) -> Result<CaseSeen, StoreError> {
        match self.unless_guessing(viewer, Readable::find(&self.db, viewer, id).await).await {
            Ok(case) => self.whole_case(viewer, case).await.map(|case| CaseSeen::Whole(Box::new(case))),
            Err(StoreError::Forbidden) => self.known_case(viewer, id).await.map(CaseSeen::Known),
            Err(other) => Err(other),
        }
    }

    async fn known_case(&self, viewer: &Viewer, id: CaseId) -> Result<CaseKnown, StoreError> {
        let (row, why) = known(&self.db, viewer, id).await?;
        self.log_look(viewer, Look::Case(id)).await?;
        Ok(CaseKnown {
            number: row.number,
            case_type: row.case_type,
            status: row.status,
            unit: self.unit_name(row.unit_id).await?,
            owner: names::of(&self.db, [row.owner_id]).await?.remove(&row.owner_id).unwrap_or_default(),
            opened_at: row.opened_at,
            erased_at: row.erased_at,
            why,
        })
    }

    async fn whole_case(&self, viewer: &Viewer, case: Readable) -> Result<CaseView, StoreError> {
        let id = case.id();
        self.log_look(viewer, Look::Case(id)).await?;
        let parties = scope::parties_of(viewer, [id]).all(&self.db).await?;
        let tasks = scope::tasks_of(&case).all(&self.db).await?;
        let versions = documents::versions(&self.db, &case).await?;
        let key = self.content_key(&self.db, &case).await?;
        let meetings = meetings::in_case(&self.db, &case, &key).await?;
        let at_hand = Told::at_hand(&tasks, &meetings, versions.told(&key)?);
        let lines = self.read_lines(viewer, &case, &key, (None, None), at_hand).await?;
        let people = parties.iter().map(|party| party.member_id).chain(tasks.iter().map(|task| task.owner_id)).chain([case.row.owner_id]);
        let names = names::of(&self.db, people.chain(versions.people()).chain(lines.people())).await?;
        let name = |id: MemberId| names.get(&id).cloned().unwrap_or_default();
        let party_ids: Vec<MemberId> = parties.iter().map(|party| party.member_id).collect();
        let reading_parties = self.reading_parties(viewer, &case, &party_ids).await?.into_iter().map(&name).collect();
        let cards: Vec<MemberId> = scope::members(viewer)
            .filter(member::Column::Id.is_in(parties.iter().map(|party| party.member_id)))
            .select_only()
            .column(member::Column::Id)
            .into_tuple()
            .all(&self.db)
            .await?;
        let (may_work, may_add, moves) = (case.may_work(viewer), case.may_add(viewer), case.moves(viewer));
        let why = case.why(viewer).ok_or(StoreError::NotFound)?;
        let units = scope::units().filter(unit::Column::Id.is_in(case.units().iter().copied())).all(&self.db).await?;
        let audience = audience(viewer, &case, &units);
        let types = self.case_types_at(case.row.types_version.unwrap_or(FIRST)).await?;
        let known = answers::read(&self.db, &case, &key, &types).await?;
        let (timeline, older) = lines.lines(&case, &key, &name)?;
        let private_notes = self.private_notes(viewer, &case, &key).await?;
        let links = self.links(viewer, &case).await?;
        let outsiders = outsiders::in_case(&self.db, &case, &key).await?;
        let (waiting, closing) = (lifecycle::waiting(&key, &case)?, lifecycle::closing(&key, &case, &types)?);
        let party = |id: MemberId| Party { name: name(id), card: Some(id).filter(|id| cards.contains(id)) };
        let mut named: Vec<Party> = parties.into_iter().map(|row| party(row.member_id)).collect();
        named.sort_by_cached_key(|party| domain::text::sort_key(&party.name));
        let everybody = self.everybody_in(std::slice::from_ref(&case.row)).await?.remove(&id);
        let row = case.row;
        Ok(CaseView {
            id,
            number: row.number,
            case_type: row.case_type,
            sensitivity: row.sensitivity,
            status: row.status,
            waiting,
            closing,
            moves,
            version: row.version,
            unit: units.into_iter().find(|unit| unit.id == row.unit_id).map(|unit| unit.name).unwrap_or_default(),
            kind: row.kind,
            parties: named,
            everybody,
            outsiders,
            owner: name(row.owner_id),
            mine: row.owner_id == viewer.person(),
            happened_on: row.happened_on,
            description: key.open_text(&description_place(id), &row.description)?,
            known,
            opened_at: row.opened_at,
            tasks: task_rows(tasks, row.number, &key, &name)?,
            documents: versions.documents(&key, &name)?,
            meetings,
            links,
            timeline,
            older,
            private_notes,
            may_work,
            may_add,
            why,
            audience,
            reading_parties,
            today: viewer.today,
        })
    }
}

/// Who beside those who work on the case sees it; `units` are its own and those above. The viewer's own office is left out
/// where nobody else can hold it.
fn audience(viewer: &Viewer, case: &Readable, units: &[unit::Model]) -> Audience {
    let kinds: Vec<UnitKind> = units.iter().map(|unit| unit.kind).collect();
    let mut audience = viewer.policy.audience(case.row.sensitivity, &kinds);
    let held = |office: &Office| viewer.grants.list.iter().any(|grant| grant.office == *office && case.units().contains(&grant.unit));
    for offices in [&mut audience.read, &mut audience.know] {
        offices.retain(|office| !(viewer.offices().single_holder(*office) && held(office)));
    }
    audience
}

fn task_rows(
    mut tasks: Vec<task::Model>,
    number: i64,
    key: &ContentKey,
    name: &impl Fn(MemberId) -> String,
) -> Result<Vec<TaskRow>, StoreError> {
    tasks.sort_by_key(|task| (task.done_at.is_some(), task.due_on.is_none(), task.due_on, task.made_at, task.id));
    tasks.into_iter().map(|task| row(task, number, key, name)).collect()
}

/// A task as lists show it.
pub(crate) fn row(task: task::Model, number: i64, key: &ContentKey, name: &impl Fn(MemberId) -> String) -> Result<TaskRow, StoreError> {
    Ok(TaskRow {
        id: task.id,
        case: task.case_id,
        case_number: number,
        title: key.open_text(&task_place(task.id), &task.title)?,
        due: task.due_on,
        owner: name(task.owner_id),
        done: task.done_at.is_some(),
        dropped: task.drop_reason.is_some(),
        repeat: task.repeats,
        version: task.version,
    })
}
