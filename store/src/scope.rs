//! The one place where queries on personal data begin.
//!
//! [`members`] and [`cases`] are [`domain::access`]'s rule written as SQL; a test holds the two against each
//! other. Notes, tasks, parties and events have no scope of their own: they are reached through a case in
//! scope. `EntityTrait::find` is refused by clippy everywhere else.
#![expect(clippy::disallowed_methods, reason = "scopes are made here, and nowhere else")]

use domain::access::Reach;
use domain::cases::Sensitivity;
use domain::org::Office;
use domain::registry::{MembershipKind, Protection};
use sea_orm::sea_query::{Query, SelectStatement};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, Select};

use crate::Viewer;
use crate::entity::{
    case, case_event, case_participant, case_party, club_member, draft, employer_unit, employment, key_check, login_attempt, mandate,
    member, note, session, task, unit,
};

/// The members this viewer may see.
pub(crate) fn members(viewer: &Viewer) -> Select<member::Entity> {
    member::Entity::find().filter(member_condition(viewer))
}

/// The rule for members as a condition on `members`: see [`domain::access::Grants::showing`].
pub(crate) fn member_condition(viewer: &Viewer) -> Condition {
    let mut any = Condition::any();
    let mut somebody = false;
    for grant in &viewer.grants.list {
        let in_club = || {
            Query::select()
                .column(club_member::Column::MemberId)
                .from(club_member::Entity)
                .and_where(club_member::Column::ClubId.eq(grant.unit))
                .cond_where(on_day(club_member::Column::FromDate, club_member::Column::ToDate, viewer.today))
                .to_owned()
        };
        let reached = match &grant.reach {
            Reach::Club => member::Column::Id.in_subquery(in_club()),
            Reach::Workplace(workplace) => {
                member::Column::Id.in_subquery(in_club().and_where(club_member::Column::WorkplaceNumber.eq(*workplace)).to_owned())
            }
            Reach::Local => member::Column::LocalId.eq(grant.unit),
            Reach::Nobody => continue,
        };
        somebody = true;
        any = any.add(reached);
    }
    let nobody = Condition::all().add(sea_orm::sea_query::Expr::cust("1 = 0"));
    if !somebody {
        return nobody;
    }
    Condition::all()
        .add(any)
        .add(member::Column::Protection.eq(Protection::None))
        .add(member::Column::Shielded.eq(false))
        .add(member::Column::Kind.ne(MembershipKind::Staff))
        .add(member::Column::EndedAt.is_null())
        .add(on_day(member::Column::JoinedOn, member::Column::LeftOn, viewer.today))
}

/// `from <= today <= to`, where no `to` means no end.
pub(crate) fn on_day<C: ColumnTrait>(from: C, to: C, today: domain::Date) -> Condition {
    Condition::all().add(from.lte(today)).add(Condition::any().add(to.is_null()).add(to.gte(today)))
}

/// The cases this viewer may read.
pub(crate) fn cases(viewer: &Viewer) -> Select<case::Entity> {
    case::Entity::find().filter(case_condition(viewer))
}

/// The rule for reading cases as a condition on `cases`: see [`domain::access::Grants::decide_case`].
pub(crate) fn case_condition(viewer: &Viewer) -> Condition {
    if viewer.grants.list.is_empty() {
        return Condition::all().add(sea_orm::sea_query::Expr::cust("1 = 0"));
    }
    let person = viewer.person();
    let taking_part = Query::select()
        .column(case_participant::Column::CaseId)
        .from(case_participant::Entity)
        .and_where(case_participant::Column::PersonId.eq(person))
        .to_owned();
    let mut any = Condition::any().add(case::Column::OwnerId.eq(person)).add(case::Column::Id.in_subquery(taking_part));
    let open: Vec<Sensitivity> = Sensitivity::ALL.iter().copied().filter(|s| s.open_to_leader()).collect();
    for grant in viewer.grants.list.iter().filter(|grant| grant.office == Office::ClubLeader) {
        any = any.add(Condition::all().add(case::Column::UnitId.eq(grant.unit)).add(case::Column::Sensitivity.is_in(open.clone())));
    }
    any
}

/// The ids of the readable cases, for rows that belong to a case.
pub(crate) fn case_ids(viewer: &Viewer) -> SelectStatement {
    Query::select().column(case::Column::Id).from(case::Entity).cond_where(case_condition(viewer)).to_owned()
}

/// Open tasks that are the viewer's to do, in cases they may read.
pub(crate) fn my_open_tasks(viewer: &Viewer) -> Select<task::Entity> {
    task::Entity::find()
        .filter(task::Column::OwnerId.eq(viewer.person()))
        .filter(task::Column::DoneAt.is_null())
        .filter(task::Column::CaseId.in_subquery(case_ids(viewer)))
}

/// Notes of cases that a scope has already let through.
pub(crate) fn notes_of(case: &crate::cases::Readable) -> Select<note::Entity> {
    note::Entity::find().filter(note::Column::CaseId.eq(case.id()))
}

/// Tasks of a case that a scope has already let through.
pub(crate) fn tasks_of(case: &crate::cases::Readable) -> Select<task::Entity> {
    task::Entity::find().filter(task::Column::CaseId.eq(case.id()))
}

/// The timeline of a case that a scope has already let through.
pub(crate) fn events_of(case: &crate::cases::Readable) -> Select<case_event::Entity> {
    case_event::Entity::find().filter(case_event::Column::CaseId.eq(case.id()))
}

/// The parties of cases whose ids came out of a scope.
pub(crate) fn parties_of(cases: impl IntoIterator<Item = domain::CaseId>) -> Select<case_party::Entity> {
    case_party::Entity::find().filter(case_party::Column::CaseId.is_in(cases))
}

/// Open tasks of cases whose ids came out of a scope.
pub(crate) fn open_tasks_of(cases: impl IntoIterator<Item = domain::CaseId>) -> Select<task::Entity> {
    task::Entity::find().filter(task::Column::CaseId.is_in(cases)).filter(task::Column::DoneAt.is_null())
}

/// Clubs of members whose ids came out of a scope, today.
pub(crate) fn clubs_of(viewer: &Viewer, members: impl IntoIterator<Item = domain::MemberId>) -> Select<club_member::Entity> {
    club_member::Entity::find().filter(club_member::Column::MemberId.is_in(members)).filter(on_day(
        club_member::Column::FromDate,
        club_member::Column::ToDate,
        viewer.today,
    ))
}

/// Employments of members whose ids came out of a scope.
pub(crate) fn employments_of(members: impl IntoIterator<Item = domain::MemberId>) -> Select<employment::Entity> {
    employment::Entity::find().filter(employment::Column::MemberId.is_in(members)).filter(employment::Column::EndedAt.is_null())
}

/// Names of persons mentioned in a case in scope: parties, owners, authors. Nothing but the name may be read.
pub(crate) fn persons_named(ids: impl IntoIterator<Item = domain::MemberId>) -> Select<member::Entity> {
    member::Entity::find().filter(member::Column::Id.is_in(ids))
}

/// What somebody opened themselves: for answering a repeated form the way it was answered first.
pub(crate) fn opened_by(viewer: &Viewer, key: domain::IdempotencyKey) -> Select<case::Entity> {
    case::Entity::find().filter(case::Column::OpenedBy.eq(viewer.person())).filter(case::Column::IdempotencyKey.eq(key))
}

/// A viewer's own draft of a form.
pub(crate) fn own_draft(viewer: &Viewer, form: &str) -> Select<draft::Entity> {
    draft::Entity::find().filter(draft::Column::PersonId.eq(viewer.person())).filter(draft::Column::Form.eq(form))
}

/// Units carry no personal data.
pub(crate) fn units() -> Select<unit::Entity> {
    unit::Entity::find()
}

/// Employers and workplaces carry no personal data.
pub(crate) fn employer_units() -> Select<employer_unit::Entity> {
    employer_unit::Entity::find()
}

/// For login alone: the session with this hash.
pub(crate) fn session(hash: &crate::crypto::TokenHash) -> Select<session::Entity> {
    session::Entity::find_by_id(hash.0.clone())
}

/// For login alone: the attempt begun by this browser.
pub(crate) fn login_attempt(browser: &crate::crypto::TokenHash) -> Select<login_attempt::Entity> {
    login_attempt::Entity::find_by_id(browser.0.clone())
}

/// For login alone: one person, by id.
pub(crate) fn person(id: domain::MemberId) -> Select<member::Entity> {
    member::Entity::find_by_id(id)
}

/// For login alone: the person whose national id has this index.
pub(crate) fn person_by_index(index: Vec<u8>) -> Select<member::Entity> {
    member::Entity::find().filter(member::Column::NationalIdIndex.eq(index)).filter(member::Column::EndedAt.is_null())
}

/// For making a viewer alone: the mandates a person holds today.
pub(crate) fn active_mandates(person: domain::MemberId, today: domain::Date) -> Select<mandate::Entity> {
    mandate::Entity::find().filter(mandate::Column::MemberId.eq(person)).filter(mandate::Column::EndedAt.is_null()).filter(on_day(
        mandate::Column::FromDate,
        mandate::Column::ToDate,
        today,
    ))
}

/// The key checks hold no personal data.
pub(crate) fn key_checks() -> Select<key_check::Entity> {
    key_check::Entity::find()
}

/// For the import alone: whole tables, compared with a file.
pub(crate) fn everything<E: EntityTrait>() -> Select<E> {
    E::find()
}

/// Who works on a case whose row came out of a scope.
pub(crate) fn participants_of(case: domain::CaseId) -> Select<case_participant::Entity> {
    case_participant::Entity::find().filter(case_participant::Column::CaseId.eq(case))
}

/// A viewer's own drafts of forms whose names begin with `prefix`, which is ours and holds no wildcards.
pub(crate) fn own_drafts(viewer: &Viewer, prefix: &str) -> Select<draft::Entity> {
    draft::Entity::find().filter(draft::Column::PersonId.eq(viewer.person())).filter(draft::Column::Form.starts_with(prefix))
}
