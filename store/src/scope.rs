//! The one place where queries on personal data begin.
//!
//! [`mod@members`] and [`mod@cases`] are [`domain::access`]'s rule written as SQL, way by way; a test holds the two
//! against each other. Notes, tasks, parties and events have no scope of their own: they are reached through a case in
//! scope. `EntityTrait::find` is refused by clippy everywhere else.
#![expect(clippy::disallowed_methods, reason = "scopes are made here, and nowhere else")]

mod asking;
mod case_facts;
pub(crate) mod cases;
mod contents;
mod employers;
mod links;
pub(crate) mod members;
mod org;
mod participants;
mod parties;
mod places;
mod sent_again;
mod settings;

pub(crate) use org::{mandates_short, names_of_holders, offices_at, own_mandates, shortfalls};

pub(crate) use asking::{Held, InForce, Person, active_mandates, asking};

pub(crate) use case_facts::{case_facts, told};

pub(crate) use employers::{employer_alert, employer_alerts_about, employers, offices_in, over, under, unseen_employer_alerts};

pub(crate) use links::{cases_about_the_same, links_of};

pub(crate) use participants::{Candidates, asked, given_by, holding_over};

pub(crate) use parties::{PartyTold, events_told, parties_of, parties_told, persons_told};

pub(crate) use places::{clubs_to_open_in, workplace_of, workplaces_of};

pub(crate) use contents::{
    HasAny, actions_made, additions_to, additions_told, answers_of, comments_on, comments_told, documents_of, earlier_in, earlier_texts_of,
    entries_of, events_of, has_any, meetings_of, my_coming_meetings, notes_of, notes_with_additions, open_tasks_of, outsiders_ever_in,
    outsiders_of, own_versions, private_notes_of, protocols_of, signatures_of, tasks_of, versions_in, versions_of, words_of,
};

pub(crate) use sent_again::{
    added_with, called_with, commented_with, entered_with, made_with, opened_by, outsider_added_with, signed_with, written_with,
};

pub(crate) use settings::{mandates_held_by, mandates_of_office, office_holders, open_mandates_of_office};

use domain::access::{Action, CaseAction, DataClass};
use sea_orm::sea_query::{Expr, ExprTrait, Query, SelectStatement, SimpleExpr};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, FromQueryResult, JoinType, QueryFilter, QuerySelect, QueryTrait, Select, SelectModel, SelectTwo,
    Selector,
};

use crate::Viewer;
use crate::entity::{
    access_log, access_log_detail, case, case_conflict, case_conflict_number, case_key, case_participant, case_segment, case_types,
    club_member, coverage, draft, employer_path, employer_unit, employment, import, import_part, kept_key, key_check, key_node,
    letter_templates, login_attempt, member, member_segment, policy, protected_helper, session, task, unit, unit_path, unsealed_text,
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

/// A case, and its key as it lies.
#[derive(Debug, FromQueryResult)]
pub(crate) struct CaseWithKey {
    #[sea_orm(nested)]
    pub(crate) row: case::Model,
    pub(crate) sealed_key: Option<Vec<u8>>,
}

/// The same cases, each with its key: whoever reads in one needs both.
pub(crate) fn with_keys(cases: Select<case::Entity>) -> Selector<SelectModel<CaseWithKey>> {
    let key = Query::select()
        .column(case_key::Column::Sealed)
        .from(case_key::Entity)
        .and_where(Expr::col((case_key::Entity, case_key::Column::CaseId)).equals((case::Entity, case::Column::Id)))
        .to_owned();
    cases.expr_as(Expr::SubQuery(None, Box::new(key.into())), "sealed_key").into_model()
}

/// The keys of cases whose ids came out of a scope.
pub(crate) fn keys_of_cases(cases: impl IntoIterator<Item = domain::CaseId>) -> Select<case_key::Entity> {
    case_key::Entity::find().filter(case_key::Column::CaseId.is_in(cases))
}

/// For sealing at the start alone: what was written before texts were sealed.
pub(crate) fn unsealed_texts() -> Select<unsealed_text::Entity> {
    unsealed_text::Entity::find()
}

/// For erasing, and for the start: cases by number or state, of which nothing is shown.
pub(crate) fn cases_to_erase() -> Select<case::Entity> {
    case::Entity::find()
}

/// Of persons mentioned in a case in scope, those whom nobody else is told of. Nothing but who they are may be read.
pub(crate) fn protected_among(ids: impl IntoIterator<Item = domain::MemberId>) -> Select<member::Entity> {
    let protected =
        Condition::any().add(member::Column::Protection.ne(domain::registry::Protection::None)).add(member::Column::Shielded.eq(true));
    member::Entity::find().filter(member::Column::Id.is_in(ids)).filter(protected)
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

/// A viewer's own draft of a form.
pub(crate) fn own_draft(viewer: &Viewer, form: &str) -> Select<draft::Entity> {
    draft::Entity::find().filter(draft::Column::PersonId.eq(viewer.person())).filter(draft::Column::Form.eq(form))
}

/// Somebody's draft of a form, for putting more into it: nothing of it is shown.
pub(crate) fn draft_of(person: domain::MemberId, form: &str) -> Select<draft::Entity> {
    draft::Entity::find().filter(draft::Column::PersonId.eq(person)).filter(draft::Column::Form.eq(form))
}

/// A viewer's own named filters of the member list.
pub(crate) fn own_segments(viewer: &Viewer) -> Select<member_segment::Entity> {
    member_segment::Entity::find().filter(member_segment::Column::PersonId.eq(viewer.person()))
}

/// A viewer's own named filters of the case list.
pub(crate) fn own_case_segments(viewer: &Viewer) -> Select<case_segment::Entity> {
    case_segment::Entity::find().filter(case_segment::Column::PersonId.eq(viewer.person()))
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
pub(crate) fn access_log(reader: &crate::access_log::LogReader) -> Select<access_log::Entity> {
    let subject = access_log::Column::SubjectId;
    let hidden = reader.kept_out_of().iter().map(|case| case.0);
    let others = Condition::any().add(subject.is_null()).add(subject.is_not_in(hidden));
    access_log::Entity::find().filter(if reader.kept_out_of().is_empty() { Condition::all() } else { others })
}

/// Persons mentioned in the access log: their names and numbers, nothing else.
pub(crate) fn persons_in_log(_: &crate::access_log::LogReader) -> Select<member::Entity> {
    member::Entity::find()
}

/// The cases somebody is party to, by number: for saying that one was opened, never what it says.
pub(crate) fn cases_in_log(reader: &crate::access_log::LogReader) -> Select<case::Entity> {
    case::Entity::find().filter(case::Column::Id.is_not_in(reader.kept_out_of().iter().copied()))
}

/// For chaining and verifying alone: the access log as it lies, which is not shown to anybody.
pub(crate) fn log_of_the_chain() -> Select<access_log::Entity> {
    access_log::Entity::find()
}

/// Its newest line, likewise.
pub(crate) fn end_of_the_chain() -> Select<access_log::Entity> {
    let newest = Query::select().expr(access_log::Column::Seq.max()).from(access_log::Entity).to_owned();
    log_of_the_chain().filter(access_log::Column::Seq.in_subquery(newest))
}

/// The sealed details of the access log.
pub(crate) fn log_details() -> Select<access_log_detail::Entity> {
    access_log_detail::Entity::find()
}

/// For the import alone: whole tables, compared with a file.
pub(crate) fn everything<E: EntityTrait>() -> Select<E> {
    E::find()
}

/// Who takes part on that day in a case whose row came out of a scope.
pub(crate) fn participants_of(case: domain::CaseId, today: domain::Date) -> Select<case_participant::Entity> {
    let until = case_participant::Column::UntilDate;
    let still = Condition::any().add(until.is_null()).add(until.gte(today));
    case_participant::Entity::find().filter(case_participant::Column::CaseId.eq(case)).filter(still)
}

/// The cases of which this viewer must see no trace: for leaving them out, and nothing of them but their ids.
pub(crate) fn kept_out_of(viewer: &Viewer) -> Select<case::Entity> {
    case::Entity::find().filter(case::Column::Id.in_subquery(cases::conflicts(viewer.person())))
}

/// Who must see no trace of a case whose row came out of a scope.
pub(crate) fn conflicts_of(case: domain::CaseId) -> Select<case_conflict::Entity> {
    case_conflict::Entity::find().filter(case_conflict::Column::CaseId.eq(case))
}

/// The same, by member number alone.
pub(crate) fn conflict_numbers_of(case: domain::CaseId) -> Select<case_conflict_number::Entity> {
    case_conflict_number::Entity::find().filter(case_conflict_number::Column::CaseId.eq(case))
}

/// Whoever has these member numbers, gone from the registry or not: for keeping them out, and never to be told of.
pub(crate) fn persons_numbered(numbers: impl IntoIterator<Item = String>) -> Select<member::Entity> {
    member::Entity::find().filter(member::Column::RegistryKey.is_in(numbers))
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

/// The letter templates carry no personal data.
pub(crate) fn letter_template_versions() -> Select<letter_templates::Entity> {
    letter_templates::Entity::find()
}

/// One version of the letter templates.
pub(crate) fn letter_templates_at(version: i32) -> Select<letter_templates::Entity> {
    letter_templates::Entity::find_by_id(version)
}

/// The version that this viewer made with this key, if they did: for answering a repeated form as the first.
pub(crate) fn policy_made_by(viewer: &Viewer, key: domain::IdempotencyKey) -> Select<policy::Entity> {
    policies_made_with([key]).filter(policy::Column::PersonId.eq(viewer.person()))
}

/// The case types carry no personal data.
pub(crate) fn case_type_versions() -> Select<case_types::Entity> {
    case_types::Entity::find()
}

/// One version of the case types.
pub(crate) fn case_types_at(version: i32) -> Select<case_types::Entity> {
    case_types::Entity::find_by_id(version)
}

/// The versions of the case types that were made with these forms: for the access log, which knows them by their key.
pub(crate) fn case_types_made_with(keys: impl IntoIterator<Item = domain::IdempotencyKey>) -> Select<case_types::Entity> {
    case_types::Entity::find().filter(case_types::Column::IdempotencyKey.is_in(keys))
}

/// The version that this viewer made with this key, if they did: for answering a repeated form as the first.
pub(crate) fn case_types_made_by(viewer: &Viewer, key: domain::IdempotencyKey) -> Select<case_types::Entity> {
    case_types_made_with([key]).filter(case_types::Column::PersonId.eq(viewer.person()))
}

/// These units with everything above them; units carry no personal data.
pub(crate) fn above_units(units: impl IntoIterator<Item = domain::UnitId>) -> Select<unit_path::Entity> {
    unit_path::Entity::find().filter(unit_path::Column::UnitId.is_in(units))
}

/// These employer units with everything above them.
pub(crate) fn above_employers(numbers: impl IntoIterator<Item = domain::identity::OrgNumber>) -> Select<employer_path::Entity> {
    employer_path::Entity::find().filter(employer_path::Column::Number.is_in(numbers))
}

/// The employers that a unit covers, and what lies above those.
pub(crate) fn employers_over(unit: domain::UnitId) -> Select<employer_path::Entity> {
    let covered = coverages_of([unit]).select_only().column(coverage::Column::EmployerNumber).into_query();
    employer_path::Entity::find().filter(employer_path::Column::Number.in_subquery(covered))
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
