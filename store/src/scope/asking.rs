//! Who asks, with which mandates, under which rules: one question, since every request puts it.

use domain::identity::OrgNumber;
use domain::org::Office;
use domain::{Date, MandateId, MemberId, Timestamp, UnitId};
use sea_orm::sea_query::{Expr, Query};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, FromQueryResult, JoinType, QueryFilter, QuerySelect, RelationDef, Select, SelectModel, Selector,
};

use super::on_day;
use crate::crypto::TokenHash;
use crate::entity::{case_types, mandate, member, policy, session, unit};

/// Whose session it is.
#[derive(Debug, Clone, FromQueryResult)]
pub(crate) struct Person {
    #[sea_orm(from_alias = "person")]
    pub(crate) id: MemberId,
    pub(crate) given_name: String,
    pub(crate) family_name: String,
    pub(crate) local_id: UnitId,
    /// When the registry named them no longer.
    #[sea_orm(from_alias = "person_ended_at")]
    pub(crate) ended_at: Option<Timestamp>,
}

/// The newest versions of what decides; none of an access matrix, or of case types, where the standard holds.
#[derive(Debug, Clone, Copy, FromQueryResult)]
pub(crate) struct InForce {
    pub(crate) policy: Option<i32>,
    pub(crate) case_types: Option<i32>,
}

/// A mandate that somebody holds, and its unit.
#[derive(Debug, Clone, FromQueryResult)]
pub(crate) struct Held {
    pub(crate) mandate: MandateId,
    pub(crate) office: Office,
    pub(crate) unit_id: UnitId,
    pub(crate) unit_name: String,
    pub(crate) workplace_number: Option<OrgNumber>,
    pub(crate) to_date: Option<Date>,
}

/// A row of the answer: one for each mandate held, or one without any.
#[derive(Debug, FromQueryResult)]
pub(crate) struct AskingRow {
    #[sea_orm(nested)]
    pub(crate) session: session::Model,
    #[sea_orm(nested)]
    pub(crate) person: Person,
    #[sea_orm(nested)]
    pub(crate) in_force: InForce,
    #[sea_orm(nested)]
    pub(crate) held: Option<Held>,
}

/// For login alone: the session with this hash, whose it is, what they hold on that day, and which rules are in force.
pub(crate) fn asking(hash: &TokenHash, today: Date) -> Selector<SelectModel<AskingRow>> {
    let person = session::Entity::belongs_to(member::Entity).from(session::Column::PersonId).to(member::Column::Id);
    let held = session::Entity::belongs_to(mandate::Entity).from(session::Column::PersonId).to(mandate::Column::MemberId);
    let held = held.on_condition(move |_, _| held_on(today));
    let found = session::Entity::find_by_id(hash.0.clone())
        .join(JoinType::InnerJoin, person.into())
        .join(JoinType::LeftJoin, held.into())
        .join(JoinType::LeftJoin, at_unit())
        .column_as(member::Column::Id, "person")
        .columns([member::Column::GivenName, member::Column::FamilyName, member::Column::LocalId])
        .column_as(member::Column::EndedAt, "person_ended_at")
        .expr_as(newest(policy::Entity, policy::Column::Version), "policy")
        .expr_as(newest(case_types::Entity, case_types::Column::Version), "case_types");
    with_held(found).into_model()
}

/// For making a viewer alone: the mandates a person holds on that day, each with its unit.
pub(crate) fn active_mandates(person: MemberId, today: Date) -> Selector<SelectModel<Held>> {
    let mandates = mandate::Entity::find().select_only().filter(mandate::Column::MemberId.eq(person)).filter(held_on(today));
    with_held(mandates.join(JoinType::InnerJoin, at_unit())).into_model()
}

fn held_on(today: Date) -> Condition {
    on_day(mandate::Column::FromDate, mandate::Column::ToDate, today).add(mandate::Column::EndedAt.is_null())
}

/// The unit of a mandate. One that has ended gives nothing, whatever the mandate says.
fn at_unit() -> RelationDef {
    let place = mandate::Entity::belongs_to(unit::Entity).from(mandate::Column::UnitId).to(unit::Column::Id);
    place.on_condition(|_, _| Condition::all().add(unit::Column::EndedAt.is_null())).into()
}

/// The columns of [`Held`]; none of a mandate whose unit is not there.
fn with_held<E: EntityTrait>(query: Select<E>) -> Select<E> {
    query
        .column_as(mandate::Column::Id, "mandate")
        .columns([mandate::Column::Office, mandate::Column::WorkplaceNumber, mandate::Column::ToDate])
        .column_as(unit::Column::Id, "unit_id")
        .column_as(unit::Column::Name, "unit_name")
}

fn newest<E: EntityTrait>(of: E, version: impl ColumnTrait) -> Expr {
    Expr::SubQuery(None, Box::new(Query::select().expr(version.max()).from(of).to_owned().into()))
}
