//! Whom a case is about, as far as somebody who reads the case may be told.
//!
//! In a case about one member, whoever reads the case knows about whom it is. In a case about several that does not follow:
//! a protected member among them is told of to those alone who see that member anyway, and nobody else learns that there is
//! one more, not even by a number.

use domain::MemberId;
use domain::access::{Action, DataClass};
use domain::cases::CaseKind;
use domain::registry::Protection;
use sea_orm::sea_query::{Expr, ExprTrait, Query, SimpleExpr};
use sea_orm::{ColumnTrait, Condition, EntityTrait, FromQueryResult, JoinType, QueryFilter, QuerySelect, Select, SelectModel, Selector};

use super::{events_of, links, members, there_is};
use crate::Viewer;
use crate::cases::Readable;
use crate::entity::{EventKind, case, case_event, case_party, mandate, member};

/// The parties of cases whose ids came out of a scope for reading.
pub(crate) fn parties_of(viewer: &Viewer, cases: impl IntoIterator<Item = domain::CaseId>) -> Select<case_party::Entity> {
    let of_several = Query::select()
        .expr(Expr::val(1))
        .from(case::Entity)
        .and_where(Expr::col((case::Entity, case::Column::Id)).equals((case_party::Entity, case_party::Column::CaseId)))
        .and_where(case::Column::Kind.eq(CaseKind::Group))
        .to_owned();
    let told = told_of(viewer, Expr::col((case_party::Entity, case_party::Column::MemberId)));
    case_party::Entity::find()
        .filter(case_party::Column::CaseId.is_in(cases))
        .filter(Condition::any().add(there_is(of_several).not()).add(told))
}

/// Somebody whom a case is about, as its page needs them.
#[derive(Debug, FromQueryResult)]
pub(crate) struct PartyTold {
    pub(crate) member_id: MemberId,
    pub(crate) given_name: String,
    pub(crate) family_name: String,
    /// Whether the viewer may see their card.
    pub(crate) card: bool,
    /// Whether they hold any office.
    pub(crate) holds: bool,
}

/// The parties of a case that a scope has let through, with what its page tells of them, in one question.
pub(crate) fn parties_told(viewer: &Viewer, case: &Readable) -> Selector<SelectModel<PartyTold>> {
    let person = case_party::Entity::belongs_to(member::Entity).from(case_party::Column::MemberId).to(member::Column::Id);
    let held = Query::select()
        .expr(Expr::val(1))
        .from(mandate::Entity)
        .and_where(Expr::col((mandate::Entity, mandate::Column::MemberId)).equals((case_party::Entity, case_party::Column::MemberId)))
        .and_where(mandate::Column::EndedAt.is_null())
        .to_owned();
    parties_of(viewer, [case.id()])
        .join(JoinType::InnerJoin, person.into())
        .select_only()
        .column(case_party::Column::MemberId)
        .columns([member::Column::GivenName, member::Column::FamilyName])
        .expr_as(Expr::from(members::condition(viewer, DataClass::MemberBasics, Action::See)), "card")
        .expr_as(there_is(held), "holds")
        .into_model()
}

/// The timeline of a case that a scope has let through, without the lines about parties and about other cases of which the
/// viewer is not told.
pub(crate) fn events_told(viewer: &Viewer, case: &Readable) -> Select<case_event::Entity> {
    // Of a case that is not about several there are no lines about parties; what is not asked need not be planned.
    let of_several = case.row().kind == CaseKind::Group;
    let told = of_several.then(|| told_of(viewer, Expr::col((case_event::Entity, case_event::Column::SubjectId))));
    let parties = Condition::any().add(none_of(&[EventKind::PartyAdded, EventKind::PartyRemoved])).add_option(told);
    // Who is kept out is told to those who work on the case, here as on its page about access.
    let blocks = (!case.may_work(viewer)).then(|| none_of(&[EventKind::ConflictSet, EventKind::ConflictLifted]));
    events_of(case).filter(Condition::all().add(parties).add_option(blocks)).filter(links::lines_told(viewer))
}

/// A line of none of these kinds. They stand in the question itself: PostgreSQL makes one plan for all cases only when it
/// knows how many lines that leaves, and plans as long as it takes to answer otherwise.
pub(super) fn none_of(kinds: &[EventKind]) -> SimpleExpr {
    let kind = Expr::col((case_event::Entity, case_event::Column::Kind));
    kind.is_not_in(kinds.iter().map(|kind| Expr::cust(format!("'{kind}'"))))
}

/// Of these persons, those of whom the viewer may be told: who are not protected, or whom the viewer sees all the same.
pub(crate) fn persons_told(viewer: &Viewer, ids: impl IntoIterator<Item = MemberId>) -> Select<member::Entity> {
    member::Entity::find().filter(member::Column::Id.is_in(ids)).filter(told_here(viewer))
}

/// Whether the member with this id is not protected, or one that the viewer sees all the same.
fn told_of(viewer: &Viewer, id: SimpleExpr) -> SimpleExpr {
    let row = Query::select()
        .expr(Expr::val(1))
        .from(member::Entity)
        .and_where(Expr::col((member::Entity, member::Column::Id)).eq(id))
        .cond_where(told_here(viewer))
        .to_owned();
    there_is(row)
}

/// The same of a row of `members`.
pub(super) fn told_here(viewer: &Viewer) -> Condition {
    let open = Condition::all().add(member::Column::Protection.eq(Protection::None)).add(member::Column::Shielded.eq(false));
    Condition::any().add(open).add(members::condition(viewer, DataClass::MemberBasics, Action::See))
}
