//! The one place where queries on personal data begin.
//!
//! [`mod@members`] and [`mod@cases`] are [`domain::access`]'s rule written as SQL, way by way; a test holds the two
//! against each other. Notes, tasks, parties and events have no scope of their own: they are reached through a case in
//! scope. `EntityTrait::find` is refused by clippy everywhere else.
#![expect(clippy::disallowed_methods, reason = "scopes are made here, and nowhere else")]

pub(crate) mod cases;
mod employers;
pub(crate) mod members;
mod org;
mod settings;

pub(crate) use org::{mandates_short, names_of_holders, offices_at, own_mandates, shortfalls};

pub(crate) use employers::{employer_alert, employer_alerts_about, employers, offices_in, over, under, unseen_employer_alerts};

pub(crate) use settings::{mandates_held_by, mandates_of_office, office_holders, open_mandates_of_office};

use domain::access::{Action, CaseAction, DataClass};
use sea_orm::sea_query::{Expr, ExprTrait, Query, SelectStatement, SimpleExpr};
use sea_orm::{ColumnTrait, Condition, EntityTrait, JoinType, QueryFilter, QuerySelect, Select, SelectTwo};

use crate::Viewer;
use crate::entity::{
    access_log, access_log_detail, case, case_event, case_participant, case_party, club_member, coverage, draft, employer_path,
    employer_unit, employment, import, import_part, kept_key, key_check, key_node, login_attempt, mandate, member, member_segment, note,
    policy, protected_helper, session, task, unit, unit_path,
};

/// The members this viewer may see, for finding single ones among them. Lists begin in [`members::Reached`].
pub(crate) fn members(viewer: &Viewer) -> Select<member::Entity> {
    member::Entity::find().filter(members::condition(viewer, DataClass::MemberBasics, Action::See))
}

/// Whether there is such a row, asked for each row outside by itself. Of an `EXISTS` PostgreSQL may make a look at
/// everything there is under a unit, which for the union is all there is; what stands here it cannot turn around.
pub(crate) fn there_is(mut row: SelectStatement) -> SimpleExpr {
    Expr::SubQuery(None, Box::new(row.limit(1).to_owned().into())).is_not_null()
}

/// `from <= today <= to`, where no `to` means no end.
pub(crate) fn on_day<C: ColumnTrait>(from: C, to: C, today: domain::Date) -> Condition {
    Condition::all().add(from.lte(today)).add(Condition::any().add(to.is_null()).add(to.gte(today)))
}

/// The cases this viewer may read.
pub(crate) fn cases(viewer: &Viewer) -> Select<case::Entity> {
    case::Entity::find().filter(cases::condition(viewer, CaseAction::Read))
}

/// The cases this viewer may know of; what is in them is for [`cases`] alone.
pub(crate) fn known_cases(viewer: &Viewer) -> Select<case::Entity> {
    case::Entity::find().filter(cases::condition(viewer, CaseAction::Know))
}

/// Cases whose ids came out of [`cases::Reached`].
pub(crate) fn cases_listed(ids: impl IntoIterator<Item = domain::CaseId>) -> Select<case::Entity> {
    case::Entity::find().filter(case::Column::Id.is_in(ids))
}

/// Open tasks that are the viewer's to do, in cases they may read.
pub(crate) fn my_open_tasks(viewer: &Viewer) -> Select<task::Entity> {
    let readable = Query::select()
        .expr(Expr::val(1))
        .from(case::Entity)
        .and_where(Expr::col((case::Entity, case::Column::Id)).equals((task::Entity, task::Column::CaseId)))
        .cond_where(cases::condition(viewer, CaseAction::Read))
        .to_owned();
    task::Entity::find().filter(task::Column::OwnerId.eq(viewer.person())).filter(task::Column::DoneAt.is_null()).filter(there_is(readable))
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

/// Whose jobs these are, and each job's title and workplace: of rows of clubs that a scope has let through. A job
/// through which somebody is in two clubs comes once.
pub(crate) fn jobs_in(clubs: Select<club_member::Entity>) -> Select<club_member::Entity> {
    let job = club_member::Entity::belongs_to(employment::Entity).from(club_member::Column::EmploymentId).to(employment::Column::Id);
    let place =
        employment::Entity::belongs_to(employer_unit::Entity).from(employment::Column::WorkplaceNumber).to(employer_unit::Column::Number);
    clubs
        .join(JoinType::InnerJoin, job.into())
        .join(JoinType::InnerJoin, place.into())
        .filter(employment::Column::EndedAt.is_null())
        .select_only()
        .distinct()
        .columns([employment::Column::Id, employment::Column::MemberId])
        .column(employment::Column::Title)
        .column_as(employer_unit::Column::Name, "workplace")
}

/// Employments of members whose ids came out of a scope.
pub(crate) fn employments_of(members: impl IntoIterator<Item = domain::MemberId>) -> Select<employment::Entity> {
    employment::Entity::find().filter(employment::Column::MemberId.is_in(members)).filter(employment::Column::EndedAt.is_null())
}

/// Members whose ids came out of [`members::Reached`].
pub(crate) fn members_listed(ids: impl IntoIterator<Item = domain::MemberId>) -> Select<member::Entity> {
    member::Entity::find().filter(member::Column::Id.is_in(ids))
}

/// Names of persons mentioned in a case in scope: parties, owners, authors. Nothing but the name may be read.
pub(crate) fn persons_named(ids: impl IntoIterator<Item = domain::MemberId>) -> Select<member::Entity> {
    member::Entity::find().filter(member::Column::Id.is_in(ids))
}

/// What somebody opened themselves: for answering a repeated form the way it was answered first.
pub(crate) fn opened_by(viewer: &Viewer, key: domain::IdempotencyKey) -> Select<case::Entity> {
    case::Entity::find().filter(case::Column::OpenedBy.eq(viewer.person())).filter(case::Column::IdempotencyKey.eq(key))
}

/// The note that somebody wrote themselves with this key: likewise.
pub(crate) fn written_with(viewer: &Viewer, key: domain::IdempotencyKey) -> Select<note::Entity> {
    note::Entity::find().filter(note::Column::AuthorId.eq(viewer.person())).filter(note::Column::IdempotencyKey.eq(key))
}

/// The task that somebody made themselves with this key: likewise.
pub(crate) fn made_with(viewer: &Viewer, key: domain::IdempotencyKey) -> Select<task::Entity> {
    task::Entity::find().filter(task::Column::MadeBy.eq(viewer.person())).filter(task::Column::IdempotencyKey.eq(key))
}

/// A viewer's own draft of a form.
pub(crate) fn own_draft(viewer: &Viewer, form: &str) -> Select<draft::Entity> {
    draft::Entity::find().filter(draft::Column::PersonId.eq(viewer.person())).filter(draft::Column::Form.eq(form))
}

/// A viewer's own named filters of the member list.
pub(crate) fn own_segments(viewer: &Viewer) -> Select<member_segment::Entity> {
    member_segment::Entity::find().filter(member_segment::Column::PersonId.eq(viewer.person()))
}

/// Units carry no personal data.
pub(crate) fn units() -> Select<unit::Entity> {
    unit::Entity::find()
}

/// Employers and workplaces carry no personal data.
pub(crate) fn employer_units() -> Select<employer_unit::Entity> {
    employer_unit::Entity::find()
}

/// For login alone: the session with this hash, and whose it is.
pub(crate) fn session(hash: &crate::crypto::TokenHash) -> SelectTwo<session::Entity, member::Entity> {
    let person = session::Entity::belongs_to(member::Entity).from(session::Column::PersonId).to(member::Column::Id);
    session::Entity::find_by_id(hash.0.clone()).select_also(member::Entity).join(JoinType::InnerJoin, person.into())
}

/// A viewer's own sessions, those that are over among them.
pub(crate) fn own_sessions(viewer: &Viewer) -> Select<session::Entity> {
    session::Entity::find().filter(session::Column::PersonId.eq(viewer.person()))
}

/// For login alone: the attempt begun by this browser.
pub(crate) fn login_attempt(browser: &crate::crypto::TokenHash) -> Select<login_attempt::Entity> {
    login_attempt::Entity::find_by_id(browser.0.clone())
}

/// For login alone: the person whose national id has one of these indexes, one for each key.
pub(crate) fn person_by_index(indexes: Vec<Vec<u8>>) -> Select<member::Entity> {
    member::Entity::find().filter(member::Column::NationalIdIndex.is_in(indexes)).filter(member::Column::EndedAt.is_null())
}

/// For making a viewer alone: the mandates a person holds today, each with its unit. A unit that has ended gives nothing,
/// whatever the mandate says.
pub(crate) fn active_mandates(person: domain::MemberId, today: domain::Date) -> SelectTwo<mandate::Entity, unit::Entity> {
    let place = mandate::Entity::belongs_to(unit::Entity).from(mandate::Column::UnitId).to(unit::Column::Id);
    mandate::Entity::find()
        .select_also(unit::Entity)
        .join(JoinType::InnerJoin, place.into())
        .filter(mandate::Column::MemberId.eq(person))
        .filter(mandate::Column::EndedAt.is_null())
        .filter(unit::Column::EndedAt.is_null())
        .filter(on_day(mandate::Column::FromDate, mandate::Column::ToDate, today))
}

/// For those who administer the registry, and for the command line: imports, whose reports hold no personal data.
pub(crate) fn imports() -> Select<import::Entity> {
    import::Entity::find()
}

/// One import, likewise.
pub(crate) fn import(id: domain::ImportId) -> Select<import::Entity> {
    import::Entity::find_by_id(id)
}

/// For applying a held file alone: what it says, sealed.
pub(crate) fn parts_of(id: domain::ImportId) -> Select<import_part::Entity> {
    import_part::Entity::find().filter(import_part::Column::ImportId.eq(id))
}

/// The key checks hold no personal data.
pub(crate) fn key_checks() -> Select<key_check::Entity> {
    key_check::Entity::find()
}

/// Derived keys that outlive their roots, sealed: no personal data.
pub(crate) fn kept_keys() -> Select<kept_key::Entity> {
    kept_key::Entity::find()
}

/// Which programs run, and which keys they have: no personal data.
pub(crate) fn key_nodes() -> Select<key_node::Entity> {
    key_node::Entity::find()
}

/// The access log, for whoever may read it.
pub(crate) fn access_log(_: &crate::access_log::LogReader) -> Select<access_log::Entity> {
    access_log::Entity::find()
}

/// Persons mentioned in the access log: their names and numbers, nothing else.
pub(crate) fn persons_in_log(_: &crate::access_log::LogReader) -> Select<member::Entity> {
    member::Entity::find()
}

/// The cases somebody is party to, by number: for saying that one was opened, never what it says.
pub(crate) fn cases_in_log(_: &crate::access_log::LogReader) -> Select<case::Entity> {
    case::Entity::find()
}

/// For chaining and verifying alone: the access log as it lies, which is not shown to anybody.
pub(crate) fn log_of_the_chain() -> Select<access_log::Entity> {
    access_log::Entity::find()
}

/// The sealed details of the access log.
pub(crate) fn log_details() -> Select<access_log_detail::Entity> {
    access_log_detail::Entity::find()
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

/// The policy carries no personal data.
pub(crate) fn policies() -> Select<policy::Entity> {
    policy::Entity::find()
}

/// One version of the policy.
pub(crate) fn policies_at(version: i32) -> Select<policy::Entity> {
    policy::Entity::find_by_id(version)
}

/// The versions of the policy that were made with these forms: for the access log, which knows them by their key.
pub(crate) fn policies_made_with(keys: impl IntoIterator<Item = domain::IdempotencyKey>) -> Select<policy::Entity> {
    policy::Entity::find().filter(policy::Column::IdempotencyKey.is_in(keys))
}

/// The version that this viewer made with this key, if they did: for answering a repeated form as the first.
pub(crate) fn policy_made_by(viewer: &Viewer, key: domain::IdempotencyKey) -> Select<policy::Entity> {
    policies_made_with([key]).filter(policy::Column::PersonId.eq(viewer.person()))
}

/// These units with everything above them; units carry no personal data.
pub(crate) fn above_units(units: impl IntoIterator<Item = domain::UnitId>) -> Select<unit_path::Entity> {
    unit_path::Entity::find().filter(unit_path::Column::UnitId.is_in(units))
}

/// These employer units with everything above them.
pub(crate) fn above_employers(numbers: impl IntoIterator<Item = domain::identity::OrgNumber>) -> Select<employer_path::Entity> {
    employer_path::Entity::find().filter(employer_path::Column::Number.is_in(numbers))
}

/// What these units cover themselves.
pub(crate) fn coverages_of(units: impl IntoIterator<Item = domain::UnitId>) -> Select<coverage::Entity> {
    coverage::Entity::find().filter(coverage::Column::UnitId.is_in(units)).filter(coverage::Column::EndedAt.is_null())
}

/// For making a viewer alone: whom a person is named for.
pub(crate) fn helped_by(person: domain::MemberId) -> Select<protected_helper::Entity> {
    protected_helper::Entity::find().filter(protected_helper::Column::PersonId.eq(person))
}

/// Who is named for a protected member whose row came out of a scope.
pub(crate) fn helpers_of(member: domain::MemberId) -> Select<protected_helper::Entity> {
    protected_helper::Entity::find().filter(protected_helper::Column::MemberId.eq(member))
}
