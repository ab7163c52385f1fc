//! Opening a case.

use std::collections::BTreeMap;

use domain::access::MemberFacts;
use domain::cases::{About, CaseType, NewCase, Sensitivity, Status};
use domain::{CaseId, Code, Field, IdempotencyKey, Lang, MemberId};
use sea_orm::sea_query::{Alias, Expr, ExprTrait, Query};
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait};

use crate::entity::{EventKind, case, case_party};
use crate::{Store, StoreError, Viewer, drafts, scope};

use super::access::{Event, record};
use super::club::{Jobs, club_of, open_for, open_in};
use super::contents::description_place;
use super::totals::{self, Counted};
use super::{answers, default_tasks};

/// What came of asking for a new case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Opened {
    /// The case.
    pub id: CaseId,
    /// The number people say on the telephone.
    pub number: i64,
}

impl Store {
    /// Opens a case about members in scope, or about everybody at a place, and throws its draft away; the viewer becomes its
    /// owner.
    ///
    /// The same again gives the case it made the first time: a double click makes one case. See [`sent_again`](crate::sent_again::sent_again).
    /// A member outside the scope is answered like one that does not exist: "not offered"; so is a kind that the type does
    /// not have. Members without a club in common are told so. What the type has to be done in each case is written down
    /// in `lang`.
    pub async fn open_case(
        &self,
        viewer: &Viewer,
        key: IdempotencyKey,
        draft: &str,
        new: NewCase,
        lang: Lang,
    ) -> Result<Opened, StoreError> {
        let now = self.clock.now();
        if let Some(row) = scope::opened_by(viewer, key).one(&self.db).await? {
            return self.opened_again(viewer, row, draft, &new).await;
        }
        // Whether they may is asked before anything is written, and once more where the case is.
        let facts = viewer.case_types.offer(new.case_type).ok_or_else(|| not_offered(Field::CaseType))?;
        if !facts.kinds.contains(&new.about.kind()) {
            return Err(not_offered(Field::Member));
        }
        club_of(&self.db, viewer, &new.about, &[facts.sensitivity]).await?;
        let id = CaseId(uuid::Uuid::now_v7());
        let content_key = self.make_content_key(id).await?;
        let tx = self.begin().await?;
        // The number comes first: of the same form sent twice at once, the second waits here for the first.
        let number = next_number(&tx).await?;
        if let Some(row) = scope::opened_by(viewer, key).one(&tx).await? {
            tx.rollback().await?;
            self.drop_content_key(id).await?;
            return self.opened_again(viewer, row, draft, &new).await;
        }
        let club = club_of(&tx, viewer, &new.about, &[facts.sensitivity]).await?;
        let workplace = if let About::Everybody(place) = &new.about { place.workplace } else { None };
        let counted = Counted { unit: club, sensitivity: facts.sensitivity, case_type: new.case_type, status: Status::Open };
        case::Entity::insert(case::ActiveModel {
            id: Set(id),
            number: Set(number),
            case_type: Set(counted.case_type),
            sensitivity: Set(counted.sensitivity),
            status: Set(counted.status),
            unit_id: Set(counted.unit),
            owner_id: Set(viewer.person()),
            happened_on: Set(new.happened_on),
            description: Set(content_key.seal(&description_place(id), new.description.as_bytes())?),
            opened_at: Set(now),
            opened_by: Set(viewer.person()),
            updated_at: Set(now),
            version: Set(1),
            erased_at: Set(None),
            idempotency_key: Set(key),
            types_version: Set(Some(viewer.case_types.version)),
            next_due: Set(super::nearest::NO_DATE.to_owned()),
            waiting_for: Set(None),
            waiting_until: Set(None),
            waiting_note: Set(None),
            outcome: Set(None),
            closed_on: Set(None),
            agreed: Set(None),
            moved_with: Set(None),
            kind: Set(new.about.kind()),
            workplace_number: Set(workplace),
        })
        .exec_without_returning(&tx)
        .await?;
        let parties = new.about.members().iter().map(|member| case_party::ActiveModel { case_id: Set(id), member_id: Set(*member) });
        if !new.about.members().is_empty() {
            case_party::Entity::insert_many(parties).exec_without_returning(&tx).await?;
        }
        totals::add(&tx, &counted).await?;
        record(&tx, viewer, id, Event { at: now, kind: EventKind::Opened, subject: None, detail: None }).await?;
        answers::write(&tx, id, &content_key, &new.answers).await?;
        default_tasks::make_all(&tx, viewer, id, &content_key, now, facts.tasks_for(&new.answers, now.oslo_date(), lang)).await?;
        drafts::drop_in(&tx, viewer, draft).await?;
        tx.commit().await?;
        Ok(Opened { id, number })
    }

    /// The case that this viewer opened with this key, if they did.
    pub async fn opened_with(&self, viewer: &Viewer, key: IdempotencyKey) -> Result<Option<Opened>, StoreError> {
        let row = scope::opened_by(viewer, key).one(&self.db).await?;
        Ok(row.map(|row| Opened { id: row.id, number: row.number }))
    }

    /// Whether a case of any kind about this member may be opened, for showing a button.
    pub(crate) async fn opens_case_about(&self, viewer: &Viewer, member: MemberId, facts: &MemberFacts) -> Result<bool, StoreError> {
        let mut jobs = Jobs::from([(member, BTreeMap::new())]);
        for (club, workplace) in &facts.jobs {
            jobs.entry(member).or_default().entry(*club).or_default().push(*workplace);
        }
        let open = open_for(&self.db, viewer, jobs, Sensitivity::ALL).await?;
        Ok(open.values().any(|clubs| !clubs.is_empty()))
    }

    /// Whether a case of this type, or of any while none is chosen, may be opened about these; for showing a form.
    pub async fn may_open_case(&self, viewer: &Viewer, about: &About, case_type: Option<CaseType>) -> Result<(), StoreError> {
        let facts = case_type.and_then(|case_type| viewer.case_types.offer(case_type));
        let sensitivities = facts.map_or_else(|| Sensitivity::ALL.to_vec(), |facts| vec![facts.sensitivity]);
        club_of(&self.db, viewer, about, &sensitivities).await.map(|_| ())
    }

    /// Whether a case about this member may be opened, with the member's name; for showing a form.
    pub async fn may_open_case_about(&self, viewer: &Viewer, member: MemberId) -> Result<String, StoreError> {
        club_of(&self.db, viewer, &About::Member(member), Sensitivity::ALL).await?;
        crate::members::names::of(&self.db, [member]).await?.remove(&member).ok_or(StoreError::NotFound)
    }

    /// Of these members, those about whom a case may be opened, with their names; in the same order.
    pub async fn may_open_case_about_each(&self, viewer: &Viewer, members: &[MemberId]) -> Result<Vec<(MemberId, String)>, StoreError> {
        if members.is_empty() {
            return Ok(Vec::new());
        }
        let open = open_in(&self.db, viewer, members, Sensitivity::ALL).await?;
        let may: Vec<MemberId> = members.iter().copied().filter(|id| open.get(id).is_some_and(|clubs| !clubs.is_empty())).collect();
        let mut names = crate::members::names::of(&self.db, may.iter().copied()).await?;
        Ok(may.into_iter().filter_map(|id| Some((id, names.remove(&id)?))).collect())
    }
}

fn not_offered(field: Field) -> StoreError {
    super::club::wrong(field, Code::NotOffered)
}

/// Lets no case be opened until the caller's transaction is over.
pub(crate) async fn hold_numbers(db: &impl ConnectionTrait) -> Result<(), StoreError> {
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
