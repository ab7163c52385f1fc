//! Proofs that a case may be read or worked on. A command takes a proof, never a bare id.

use domain::access::{CaseAction, CaseFacts, Decision, Why};
use domain::settings::CaseReach;
use domain::{CaseId, Timestamp, UnitId};
use sea_orm::sea_query::LockType;
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter, QuerySelect, Select};

use crate::entity::{EventKind, case, case_event};
use crate::members::facts::of_unit;
use crate::{Store, StoreError, Viewer, scope};

/// A case the viewer may read.
#[derive(Debug)]
pub struct Readable {
    pub(super) row: case::Model,
    facts: CaseFacts,
}

impl Readable {
    /// Which case.
    pub fn id(&self) -> CaseId {
        self.row.id
    }

    /// Whether the viewer may work on it too.
    pub(super) fn may_work(&self, viewer: &Viewer) -> bool {
        viewer.grants.decide_case(CaseAction::Work, &self.facts) == Decision::Allow
    }

    /// Finds a case in the viewer's scope. One that they may only know of is [`StoreError::Forbidden`]; any other is
    /// [`StoreError::NotFound`], like one that never was.
    pub(crate) async fn find(db: &impl ConnectionTrait, viewer: &Viewer, id: CaseId) -> Result<Self, StoreError> {
        Self::find_among(scope::cases(viewer), db, viewer, id).await
    }

    async fn find_among(scope: Select<case::Entity>, db: &impl ConnectionTrait, viewer: &Viewer, id: CaseId) -> Result<Self, StoreError> {
        let Some(row) = scope.filter(case::Column::Id.eq(id)).one(db).await? else {
            known(db, viewer, id).await?;
            return Err(StoreError::Forbidden);
        };
        let facts = facts(db, &row).await?;
        // Scope and rule say the same; if they ever differ, nobody sees anything.
        match viewer.grants.decide_case(CaseAction::Read, &facts) {
            Decision::Allow => Ok(Self { row, facts }),
            Decision::Forbidden | Decision::Hidden => Err(StoreError::NotFound),
        }
    }

    /// The unit that has it, and every unit above.
    pub(super) fn units(&self) -> &[UnitId] {
        &self.facts.unit.units
    }

    /// Which mandate lets the viewer in.
    pub(super) fn why(&self, viewer: &Viewer) -> Option<Why> {
        viewer.grants.why_case(CaseAction::Read, &self.facts)
    }
}

/// A case that the viewer may know of, and why; any other is [`StoreError::NotFound`].
pub(super) async fn known(db: &impl ConnectionTrait, viewer: &Viewer, id: CaseId) -> Result<(case::Model, Why), StoreError> {
    let row = scope::known_cases(viewer).filter(case::Column::Id.eq(id)).one(db).await?.ok_or(StoreError::NotFound)?;
    let why = viewer.grants.why_case(CaseAction::Know, &facts(db, &row).await?).ok_or(StoreError::NotFound)?;
    Ok((row, why))
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
    let facts = facts(db, &row).await?;
    let why = |action| viewer.grants.why_case(action, &facts);
    let reach = [(CaseAction::Work, CaseReach::Works), (CaseAction::Read, CaseReach::Reads), (CaseAction::Know, CaseReach::Knows)];
    Ok(reach.into_iter().find_map(|(action, reach)| Some((row.id, (reach, why(action)?)))))
}

async fn facts(db: &impl ConnectionTrait, row: &case::Model) -> Result<CaseFacts, StoreError> {
    let participants = scope::participants_of(row.id).all(db).await?.into_iter().map(|row| row.person_id).collect();
    let unit = of_unit(db, row.unit_id).await?;
    Ok(CaseFacts { unit, owner: row.owner_id, participants, sensitivity: row.sensitivity })
}

/// The right to add to one case, proved in the transaction that adds.
#[derive(Debug)]
pub struct CaseWork {
    case: Readable,
}

impl CaseWork {
    /// Proves it, or says [`StoreError::NotFound`] for the invisible and [`StoreError::Forbidden`] for the visible.
    ///
    /// The case's row is locked until the transaction ends: of two who add to one case at once, the second waits, and
    /// then sees what the first has done. (SQLite has one writer, and knows no such lock.)
    pub(crate) async fn prove(tx: &DatabaseTransaction, viewer: &Viewer, id: CaseId) -> Result<Self, StoreError> {
        let case = Readable::find_among(scope::cases(viewer).lock(LockType::NoKeyUpdate), tx, viewer, id).await?;
        if case.may_work(viewer) { Ok(Self { case }) } else { Err(StoreError::Forbidden) }
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
        record(db, viewer, self.id(), at, kind, Some(subject)).await?;
        case::Entity::update_many()
            .col_expr(case::Column::Version, sea_orm::sea_query::ExprTrait::add(sea_orm::sea_query::Expr::col(case::Column::Version), 1))
            .col_expr(case::Column::UpdatedAt, sea_orm::sea_query::Expr::value(at))
            .filter(case::Column::Id.eq(self.id()))
            .exec(db)
            .await?;
        Ok(())
    }
}

pub(super) async fn record(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    case: CaseId,
    at: Timestamp,
    kind: EventKind,
    subject: Option<uuid::Uuid>,
) -> Result<(), StoreError> {
    case_event::Entity::insert(case_event::ActiveModel {
        id: Set(domain::CaseEventId(uuid::Uuid::now_v7())),
        case_id: Set(case),
        at: Set(at),
        by_person: Set(viewer.person()),
        kind: Set(kind),
        subject_id: Set(subject),
    })
    .exec_without_returning(db)
    .await?;
    Ok(())
}

impl Store {
    /// Whether the viewer may add to this case; for showing a form. The command proves it again.
    pub async fn may_work_on(&self, viewer: &Viewer, id: CaseId) -> Result<(), StoreError> {
        let case = Readable::find(&self.db, viewer, id).await?;
        if case.may_work(viewer) { Ok(()) } else { Err(StoreError::Forbidden) }
    }
}
