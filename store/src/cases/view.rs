//! One case, whole.

use domain::access::Audience;
use domain::cases::{CaseKnown, CaseSeen, CaseView, Party};
use domain::org::{Office, UnitKind};
use domain::tasks::TaskRow;
use domain::{CaseId, MemberId};
use sea_orm::{ConnectionTrait, FromQueryResult};

use crate::access_log::Look;
use crate::case_types::FIRST;
use crate::crypto::ContentKey;
use crate::documents::{self, Versions};
use crate::entity::task;
use crate::members::names;
use crate::scope::{self, HasAny, PartyTold};
use crate::{Store, StoreError, Viewer, lifecycle, meetings, outsiders};

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

    async fn has_any(&self, viewer: &Viewer, case: &Readable) -> Result<HasAny, StoreError> {
        let row = self.db.query_one(&scope::has_any(case, viewer)).await?.ok_or(StoreError::NotFound)?;
        Ok(HasAny::from_query_result(&row, "")?)
    }

    async fn whole_case(&self, viewer: &Viewer, case: Readable) -> Result<CaseView, StoreError> {
        let id = case.id();
        self.log_look(viewer, Look::Case(id)).await?;
        let parties = scope::parties_told(viewer, &case).all(&self.db).await?;
        let tasks = scope::tasks_of(&case).all(&self.db).await?;
        let key = self.content_key(&self.db, &case).await?;
        let has = self.has_any(viewer, &case).await?;
        let versions = if has.documents { documents::versions(&self.db, &case).await? } else { Versions::default() };
        let meetings = if has.meetings { meetings::in_case(&self.db, &case, &key).await? } else { Vec::new() };
        let outsiders = if has.outsiders { outsiders::in_case(&self.db, &case, &key).await? } else { Vec::new() };
        let links = if has.links { self.links(viewer, &case).await? } else { Vec::new() };
        let private_notes = if has.private_notes { self.private_notes(viewer, &case, &key).await? } else { Vec::new() };
        let at_hand = Told::at_hand(&tasks, &meetings, versions.told(&key)?);
        let lines = self.read_lines(viewer, &case, &key, (None, None), at_hand).await?;
        let people = tasks.iter().map(|task| task.owner_id).chain([case.row.owner_id]).chain(versions.people()).chain(lines.people());
        let names = names::beside(&self.db, viewer, parties.iter().map(|party| (party.member_id, name_of(party))), people).await?;
        let name = |id: MemberId| names.get(&id).cloned().unwrap_or_default();
        let holding = parties.iter().filter(|party| party.holds).map(|party| party.member_id);
        let reading_parties = self.reading_parties(viewer, &case, holding).await?.into_iter().map(&name).collect();
        let (may_work, may_add, moves) = (case.may_work(viewer), case.may_add(viewer), case.moves(viewer));
        let why = case.why(viewer).ok_or(StoreError::NotFound)?;
        let audience = audience(viewer, &case);
        let types = self.case_types_at(case.row.types_version.unwrap_or(FIRST)).await?;
        let known = answers::read(&self.db, &case, &key, &types).await?;
        let (timeline, older) = lines.lines(&case, &key, &name)?;
        let (waiting, closing) = (lifecycle::waiting(&key, &case)?, lifecycle::closing(&key, &case, &types)?);
        let party = |row: &PartyTold| Party { name: name_of(row), card: row.card.then_some(row.member_id) };
        let mut named: Vec<Party> = parties.iter().map(party).collect();
        named.sort_by_cached_key(|party| domain::text::sort_key(&party.name));
        let unit = case.unit_name().to_owned();
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
            unit,
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

/// Who beside those who work on the case sees it. The viewer's own office is left out where nobody else can hold it.
fn audience(viewer: &Viewer, case: &Readable) -> Audience {
    let kinds: Vec<UnitKind> = case.places().iter().map(|place| place.kind).collect();
    let mut audience = viewer.policy.audience(case.row.sensitivity, &kinds);
    let held = |office: &Office| viewer.grants.list.iter().any(|grant| grant.office == *office && case.units().contains(&grant.unit));
    for offices in [&mut audience.read, &mut audience.know] {
        offices.retain(|office| !(viewer.offices().single_holder(*office) && held(office)));
    }
    audience
}

fn name_of(party: &PartyTold) -> String {
    format!("{} {}", party.given_name, party.family_name)
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
