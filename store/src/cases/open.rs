//! Opening a case.

use domain::access::MemberFacts;
use domain::cases::{NewCase, Sensitivity, Status};
use domain::{CaseId, Code, Field, FieldErrors, IdempotencyKey, MemberId, UnitId};
use sea_orm::sea_query::{Alias, Expr, ExprTrait, Query};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

use crate::entity::{EventKind, case, case_party, member};
use crate::members::facts;
use crate::{Store, StoreError, Viewer, drafts, scope};

use super::access::record;
use super::totals::{self, Counted};

/// What came of asking for a new case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Opened {
    /// The case.
    pub id: CaseId,
    /// The number people say on the telephone.
    pub number: i64,
}

impl Store {
    /// Opens a case about a member in scope and throws its draft away; the viewer becomes its owner.
    ///
    /// The same key again gives the case it made the first time: a double click makes one case.
    /// A member outside the scope is answered like one that does not exist: "not offered".
    pub async fn open_case(&self, viewer: &Viewer, key: IdempotencyKey, draft: &str, new: NewCase) -> Result<Opened, StoreError> {
        let now = self.clock.now();
        let tx = self.begin().await?;
        // The number comes first: of the same form sent twice at once, the second waits here for the first.
        let number = next_number(&tx).await?;
        if let Some(row) = scope::opened_by(viewer, key).one(&tx).await? {
            tx.rollback().await?;
            self.drop_draft(viewer, draft).await?;
            return Ok(Opened { id: row.id, number: row.number });
        }
        let club = club_for(&tx, viewer, new.member, &[new.case_type.sensitivity()]).await?;
        let id = CaseId(uuid::Uuid::now_v7());
        let counted = Counted { unit: club, sensitivity: new.case_type.sensitivity(), case_type: new.case_type, status: Status::Open };
        case::Entity::insert(case::ActiveModel {
            id: Set(id),
            number: Set(number),
            case_type: Set(counted.case_type),
            sensitivity: Set(counted.sensitivity),
            status: Set(counted.status),
            unit_id: Set(counted.unit),
            owner_id: Set(viewer.person()),
            happened_on: Set(new.happened_on),
            description: Set(new.description),
            opened_at: Set(now),
            opened_by: Set(viewer.person()),
            updated_at: Set(now),
            version: Set(1),
            idempotency_key: Set(key),
        })
        .exec_without_returning(&tx)
        .await?;
        case_party::Entity::insert(case_party::ActiveModel { case_id: Set(id), member_id: Set(new.member) })
            .exec_without_returning(&tx)
            .await?;
        totals::add(&tx, &counted).await?;
        record(&tx, viewer, id, now, EventKind::Opened, None).await?;
        drafts::drop_in(&tx, viewer, draft).await?;
        tx.commit().await?;
        Ok(Opened { id, number })
    }

    /// The case that this viewer opened with this key, if they did.
    pub async fn opened_with(&self, viewer: &Viewer, key: IdempotencyKey) -> Result<Option<Opened>, StoreError> {
        let row = scope::opened_by(viewer, key).one(&self.db).await?;
        Ok(row.map(|row| Opened { id: row.id, number: row.number }))
    }

    /// Whether a case of any kind about a member in scope may be opened.
    pub(crate) async fn opens_case_about(&self, viewer: &Viewer, member: &MemberFacts) -> Result<bool, StoreError> {
        Ok(first_club(&self.db, viewer, member, Sensitivity::ALL).await?.is_some())
    }

    /// Whether a case about this member may be opened, with the member's name; for showing a form.
    pub async fn may_open_case_about(&self, viewer: &Viewer, member: MemberId) -> Result<String, StoreError> {
        club_for(&self.db, viewer, member, Sensitivity::ALL).await?;
        crate::members::names::of(&self.db, [member]).await?.remove(&member).ok_or(StoreError::NotFound)
    }
}

/// The club a case about this member will belong to: the first of the member's clubs where the viewer may open cases
/// of this sensitivity.
async fn club_for(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    member: MemberId,
    sensitivities: &[Sensitivity],
) -> Result<UnitId, StoreError> {
    let not_offered = || StoreError::Invalid(FieldErrors(vec![(Field::Member, Code::NotOffered)]));
    let row = scope::members(viewer).filter(member::Column::Id.eq(member)).one(db).await?.ok_or_else(not_offered)?;
    let facts = facts::of(db, viewer, &row).await?;
    first_club(db, viewer, &facts, sensitivities).await?.ok_or_else(not_offered)
}

async fn first_club(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    facts: &MemberFacts,
    sensitivities: &[Sensitivity],
) -> Result<Option<UnitId>, StoreError> {
    let mut clubs: Vec<UnitId> = facts.jobs.iter().map(|(club, _)| *club).collect();
    clubs.sort_unstable();
    clubs.dedup();
    for club in clubs {
        let workplaces: Vec<_> = facts.jobs.iter().filter(|(at, _)| *at == club).map(|(_, workplace)| *workplace).collect();
        let unit = facts::of_unit(db, club).await?;
        if sensitivities.iter().any(|sensitivity| viewer.grants.may_open(*sensitivity, &unit, &workplaces)) {
            return Ok(Some(club));
        }
    }
    Ok(None)
}

/// Lets no case be opened until the caller's transaction is over.
pub(super) async fn hold_numbers(db: &impl ConnectionTrait) -> Result<(), StoreError> {
    let series = Query::update()
        .table(Alias::new("counters"))
        .value(Alias::new("value"), Expr::col(Alias::new("value")))
        .and_where(Expr::col(Alias::new("name")).eq("case"))
        .to_owned();
    db.execute(&series).await?;
    Ok(())
}

/// The next number in the series, taken in the caller's transaction, so that none is given twice or lost.
async fn next_number(db: &impl ConnectionTrait) -> Result<i64, StoreError> {
    let value = || Expr::col(Alias::new("value"));
    let mut update = Query::update();
    update
        .table(Alias::new("counters"))
        .value(Alias::new("value"), value().add(1))
        .and_where(Expr::col(Alias::new("name")).eq("case"))
        .returning_col(Alias::new("value"));
    let row = db.query_one(&update).await?.ok_or(StoreError::Inconsistent { table: "counters", what: "the case series is missing" })?;
    Ok(row.try_get_by_index(0)?)
}
