//! Proofs that a case may be read or worked on. A command takes a proof, never a bare id.

use domain::access::{CaseAction, CaseFacts, Decision, Why};
use domain::cases::Sensitivity;
use domain::identity::OrgNumber;
use domain::lifecycle::{Deed, Transition};
use domain::participants::Role;
use domain::settings::CaseReach;
use domain::{CaseId, MemberId, Timestamp, UnitId};
use sea_orm::sea_query::LockType;
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter, QuerySelect, Select};

use crate::crypto::ContentKey;
use crate::entity::{EventKind, case, case_event};
use crate::scope::{self, CaseWithKey};
use crate::{Store, StoreError, Viewer};

use super::contents::event_place;
use super::facts::{Place, facts};

/// A case the viewer may read.
#[derive(Debug)]
pub struct Readable {
    pub(super) row: case::Model,
    facts: CaseFacts,
    places: Vec<Place>,
    sealed_key: Option<Vec<u8>>,
}

impl Readable {
    /// Which case.
    pub fn id(&self) -> CaseId {
        self.row.id
    }

    /// Who owns it.
    pub(crate) fn owner(&self) -> MemberId {
        self.row.owner_id
    }

    /// The number people say on the telephone.
    pub(crate) fn number(&self) -> i64 {
        self.row.number
    }

    /// How sensitive it is.
    pub(crate) fn sensitivity(&self) -> Sensitivity {
        self.row.sensitivity
    }

    /// The unit that has it.
    pub(crate) fn unit(&self) -> UnitId {
        self.row.unit_id
    }

    /// Its version.
    pub(crate) fn version(&self) -> i32 {
        self.row.version
    }

    /// What the rule knows of it.
    pub(crate) fn facts(&self) -> &CaseFacts {
        &self.facts
    }

    /// The employers that its unit covers, and what lies above those.
    pub(crate) fn employers(&self) -> &[OrgNumber] {
        &self.facts.unit.employers
    }

    /// Whether the viewer may work on it too.
    pub(crate) fn may_work(&self, viewer: &Viewer) -> bool {
        self.may(viewer, CaseAction::Work)
    }

    fn may(&self, viewer: &Viewer, action: CaseAction) -> bool {
        viewer.grants.decide_case(action, &self.facts) == Decision::Allow
    }

    /// Whether the viewer may do this in it now.
    pub(crate) fn allows(&self, viewer: &Viewer, deed: Deed) -> Result<(), StoreError> {
        if !self.may(viewer, deed.needs()) {
            Err(StoreError::Forbidden)
        } else if !deed.possible_in(self.row.status) {
            Err(StoreError::Closed(self.row.id))
        } else {
            Ok(())
        }
    }

    /// Whether the viewer may put something new in it: works on it, and it is not closed.
    pub(crate) fn may_add(&self, viewer: &Viewer) -> bool {
        self.allows(viewer, Deed::Add).is_ok()
    }

    /// The transitions that the viewer may do now.
    pub(crate) fn moves(&self, viewer: &Viewer) -> Vec<Transition> {
        let offered = |transition: &Transition| transition.possible_from(self.row.status) && self.may(viewer, transition.needs());
        Transition::ALL.iter().copied().filter(offered).collect()
    }

    /// The key of its contents, as it lies.
    pub(super) fn sealed_key(&self) -> Option<&[u8]> {
        self.sealed_key.as_deref()
    }

    /// Its row.
    pub(crate) fn row(&self) -> &case::Model {
        &self.row
    }

    /// Finds a case in the viewer's scope. One that they may only know of is [`StoreError::Forbidden`]; any other is
    /// [`StoreError::NotFound`], like one that never was.
    pub(crate) async fn find(db: &impl ConnectionTrait, viewer: &Viewer, id: CaseId) -> Result<Self, StoreError> {
        Self::find_among(scope::cases(viewer), db, viewer, id).await
    }

    async fn find_among(scope: Select<case::Entity>, db: &impl ConnectionTrait, viewer: &Viewer, id: CaseId) -> Result<Self, StoreError> {
        let Some(CaseWithKey { row, sealed_key }) = scope::with_keys(scope.filter(case::Column::Id.eq(id))).one(db).await? else {
            known(db, viewer, id).await?;
            return Err(StoreError::Forbidden);
        };
        // Of what was erased, only that there was such a case.
        if row.erased_at.is_some() {
            return Err(StoreError::Forbidden);
        }
        let (facts, places) = facts(db, &row, viewer.today).await?;
        // Scope and rule say the same; if they ever differ, nobody sees anything.
        match viewer.grants.decide_case(CaseAction::Read, &facts) {
            Decision::Allow => Ok(Self { row, facts, places, sealed_key }),
            Decision::Forbidden | Decision::Hidden => Err(StoreError::NotFound),
        }
    }

    /// The name of the unit that has it.
    pub(super) fn unit_name(&self) -> &str {
        self.places.iter().find(|place| place.unit == self.row.unit_id).map_or("", |place| &place.name)
    }

    /// The unit that has it and every unit above, with kinds and names.
    pub(super) fn places(&self) -> &[Place] {
        &self.places
    }

    /// The unit that has it, and every unit above.
    pub(crate) fn units(&self) -> &[UnitId] {
        &self.facts.unit.units
    }

    /// Who works on it: those who can be given a task in it.
    pub(crate) fn workers(&self) -> Vec<MemberId> {
        let works = |(person, role): &(MemberId, Role)| (role.works() && *person != self.facts.owner).then_some(*person);
        [self.facts.owner].into_iter().chain(self.facts.participants.iter().filter_map(works)).collect()
    }

    /// Which mandate lets the viewer in.
    pub(super) fn why(&self, viewer: &Viewer) -> Option<Why> {
        viewer.grants.why_case(CaseAction::Read, &self.facts)
    }

    /// Which mandate lets the viewer work on it.
    pub(crate) fn why_work(&self, viewer: &Viewer) -> Option<Why> {
        viewer.grants.why_case(CaseAction::Work, &self.facts)
    }

    /// Who answers for it, and its number.
    pub(crate) fn owner_and_number(&self) -> (MemberId, i64) {
        (self.row.owner_id, self.row.number)
    }
}

/// A case that the viewer may know of, and why; any other is [`StoreError::NotFound`].
pub(super) async fn known(db: &impl ConnectionTrait, viewer: &Viewer, id: CaseId) -> Result<(case::Model, Why), StoreError> {
    let row = scope::known_cases(viewer).filter(case::Column::Id.eq(id)).one(db).await?.ok_or(StoreError::NotFound)?;
    let why = viewer.grants.why_case(CaseAction::Know, &facts(db, &row, viewer.today).await?.0).ok_or(StoreError::NotFound)?;
    Ok((row, why))
}

/// The number of a case that the viewer may know of.
pub(crate) async fn known_number(db: &impl ConnectionTrait, viewer: &Viewer, id: CaseId) -> Result<i64, StoreError> {
    known(db, viewer, id).await.map(|(row, _)| row.number)
}

/// How much of the case with this number a viewer sees, and why; `None` when they know of none. For answering others:
/// nothing of the case itself is given.
pub(crate) async fn judged(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    number: &str,
) -> Result<Option<(CaseId, (CaseReach, Why))>, StoreError> {
    let Ok(number) = number.parse::<i64>() else { return Ok(None) };
    let Some(row) = scope::known_cases(viewer).filter(case::Column::Number.eq(number)).one(db).await? else { return Ok(None) };
    let (facts, _) = facts(db, &row, viewer.today).await?;
    let why = |action| viewer.grants.why_case(action, &facts);
    let reach = [(CaseAction::Work, CaseReach::Works), (CaseAction::Read, CaseReach::Reads), (CaseAction::Know, CaseReach::Knows)];
    Ok(reach.into_iter().find_map(|(action, reach)| Some((row.id, (reach, why(action)?)))))
}

/// The right to do something in one case, proved in the transaction that does it.
#[derive(Debug)]
pub struct CaseWork {
    case: Readable,
}

impl CaseWork {
    /// Proves the right to add to it, or says [`StoreError::NotFound`] for the invisible, [`StoreError::Forbidden`] for the
    /// visible, and [`StoreError::Closed`] for what is closed.
    ///
    /// The case's row is locked until the transaction ends: of two who add to one case at once, the second waits, and
    /// then sees what the first has done. (SQLite has one writer, and knows no such lock.)
    pub(crate) async fn prove(tx: &DatabaseTransaction, viewer: &Viewer, id: CaseId) -> Result<Self, StoreError> {
        Self::prove_for(tx, viewer, id, Deed::Add).await
    }

    /// The same for what can be done in a closed case too.
    pub(crate) async fn prove_for(tx: &DatabaseTransaction, viewer: &Viewer, id: CaseId, deed: Deed) -> Result<Self, StoreError> {
        let case = Readable::find_among(scope::cases(viewer).lock(LockType::NoKeyUpdate), tx, viewer, id).await?;
        case.allows(viewer, deed)?;
        Ok(Self { case })
    }

    /// For showing a form alone: nothing is locked, and the command proves it again.
    pub(crate) async fn shown(db: &impl ConnectionTrait, viewer: &Viewer, id: CaseId, deed: Deed) -> Result<Self, StoreError> {
        let case = Readable::find(db, viewer, id).await?;
        case.allows(viewer, deed)?;
        Ok(Self { case })
    }

    /// Which case.
    pub(crate) fn id(&self) -> CaseId {
        self.case.id()
    }

    /// The case as one to read.
    pub(crate) fn readable(&self) -> &Readable {
        &self.case
    }

    /// Writes a line in the timeline and raises the case's version.
    pub(crate) async fn record(
        &self,
        db: &impl ConnectionTrait,
        viewer: &Viewer,
        at: Timestamp,
        kind: EventKind,
        subject: uuid::Uuid,
    ) -> Result<(), StoreError> {
        self.tell(db, viewer, Event { at, kind, subject: Some(subject), detail: None }).await
    }

    /// Writes a line in the timeline that may tell something of its own, and raises the case's version. Whatever is done
    /// to tasks is done before: the nearest date is taken anew.
    pub(crate) async fn tell(&self, db: &impl ConnectionTrait, viewer: &Viewer, event: Event<'_>) -> Result<(), StoreError> {
        let at = event.at;
        record(db, viewer, self.id(), event).await?;
        self.touch(db, at).await
    }

    /// Raises the case's version, for a change of what a line in the timeline tells of already.
    pub(crate) async fn touch(&self, db: &impl ConnectionTrait, at: Timestamp) -> Result<(), StoreError> {
        case::Entity::update_many()
            .col_expr(case::Column::Version, sea_orm::sea_query::ExprTrait::add(sea_orm::sea_query::Expr::col(case::Column::Version), 1))
            .col_expr(case::Column::UpdatedAt, sea_orm::sea_query::Expr::value(at))
            .col_expr(case::Column::NextDue, super::nearest::now())
            .filter(case::Column::Id.eq(self.id()))
            .exec(db)
            .await?;
        Ok(())
    }
}

/// A line in the timeline.
pub(crate) struct Event<'e> {
    pub(crate) at: Timestamp,
    pub(crate) kind: EventKind,
    /// What it is about: a note, a task, a person.
    pub(crate) subject: Option<uuid::Uuid>,
    /// What only this line tells, and the key to seal it with.
    pub(crate) detail: Option<(&'e ContentKey, &'e str)>,
}

pub(super) async fn record(db: &impl ConnectionTrait, viewer: &Viewer, case: CaseId, event: Event<'_>) -> Result<(), StoreError> {
    let id = domain::CaseEventId(uuid::Uuid::now_v7());
    let seal = |(key, text): (&ContentKey, &str)| key.seal(&event_place(id), text.as_bytes());
    case_event::Entity::insert(case_event::ActiveModel {
        id: Set(id),
        case_id: Set(case),
        at: Set(event.at),
        by_person: Set(viewer.person()),
        kind: Set(event.kind),
        subject_id: Set(event.subject),
        detail: Set(event.detail.map(seal).transpose()?),
        part: Set(event.kind.part()),
    })
    .exec_without_returning(db)
    .await?;
    Ok(())
}

impl Store {
    /// Whether the viewer may put something new in this case; for showing a form. The command proves it again.
    pub async fn may_add_to(&self, viewer: &Viewer, id: CaseId) -> Result<(), StoreError> {
        Readable::find(&self.db, viewer, id).await?.allows(viewer, Deed::Add)
    }

    /// Whether the viewer works on this case, closed or not; before what was typed is judged. The command proves it again.
    pub async fn may_work_on(&self, viewer: &Viewer, id: CaseId) -> Result<(), StoreError> {
        let case = Readable::find(&self.db, viewer, id).await?;
        if case.may_work(viewer) { Ok(()) } else { Err(StoreError::Forbidden) }
    }
}
