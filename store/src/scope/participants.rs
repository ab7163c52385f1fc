//! Who may be asked to take part in a case, and who sees it by an office: those who hold one today.

use domain::access::{Action, Breadth, DataClass, Policy};
use domain::identity::OrgNumber;
use domain::org::{Office, UnitKind};
use domain::registry::Protection;
use domain::{MemberId, UnitId, text};
use sea_orm::sea_query::{Expr, LikeExpr, Query};
use sea_orm::{ColumnTrait, Condition, EntityTrait, JoinType, QueryFilter, QuerySelect, Select, SelectTwo};

use super::cases::not_conflicted;
use super::parties::told_here;
use super::{on_day, there_is};
use crate::Viewer;
use crate::cases::{CaseWork, Readable};
use crate::entity::{EventKind, case, case_event, coverage, mandate, member};

/// Why somebody is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Candidates {
    /// To take part in the case, or to own it: their office lets them read what they take part in.
    TakePart,
    /// To be kept out of it: their office may let them see it in any way.
    KeepOut,
}

/// The mandates of those who may be asked, with the persons: in the case's unit or above it, at an employer it covers,
/// or as advisers and lawyers, who are held apart from all units. Whoever is protected is not named; for keeping out, by
/// those alone who see them anyway.
pub(crate) fn asked(
    viewer: &Viewer,
    policy: &Policy,
    case: &CaseWork,
    why: Candidates,
    query: &str,
) -> SelectTwo<mandate::Entity, member::Entity> {
    let case = case.readable();
    let class = DataClass::contents(case.sensitivity());
    let existence = DataClass::existence(case.sensitivity());
    let has = |office: Office, breadths: &[Breadth]| {
        policy.rules_of(office).any(|rule| {
            (rule.class == class || (why == Candidates::KeepOut && rule.class == existence))
                && rule.action == Action::See
                && breadths.contains(&rule.breadth)
        })
    };
    let any: &[Breadth] = match why {
        Candidates::TakePart => &[Breadth::Own],
        Candidates::KeepOut => &[Breadth::Own, Breadth::Unit, Breadth::Employer],
    };
    let offices: Vec<Office> = policy.offices().iter().map(|facts| facts.office).filter(|office| has(*office, any)).collect();
    let by_employer = |office: &Office| policy.rules_of(*office).any(|rule| rule.breadth == Breadth::Employer);
    let everywhere = |office: &Office| {
        let held_at = policy.offices().held_at(*office);
        !held_at.is_empty() && held_at.iter().all(|kind| matches!(kind, UnitKind::Advisory | UnitKind::Legal))
    };
    let found = holding(case.units(), case.employers(), &offices, by_employer);
    let elsewhere = mandate::Column::Office.is_in(offices.iter().copied().filter(everywhere));
    let mut named = with_persons(viewer, Condition::any().add(found).add(elsewhere))
        .filter(match why {
            Candidates::TakePart => open(),
            Candidates::KeepOut => told_here(viewer),
        })
        .filter(member::Column::Id.ne(viewer.person()));
    for word in text::search_words(query) {
        let escaped = word.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
        named = named.filter(member::Column::NameSearch.like(LikeExpr::new(format!("% {escaped}%")).escape('\\')));
    }
    named
}

/// Not protected.
fn open() -> Condition {
    Condition::all().add(member::Column::Protection.eq(Protection::None)).add(member::Column::Shielded.eq(false))
}

/// The mandates that show a case by where they are held, with the persons: for telling who sees it.
pub(crate) fn holding_over(viewer: &Viewer, policy: &Policy, case: &Readable) -> SelectTwo<mandate::Entity, member::Entity> {
    let classes = [DataClass::contents(case.sensitivity()), DataClass::existence(case.sensitivity())];
    let reaches = |office: Office, breadth: Breadth| {
        policy.rules_of(office).any(|rule| classes.contains(&rule.class) && rule.action == Action::See && rule.breadth == breadth)
    };
    let offices: Vec<Office> = policy.offices().iter().map(|facts| facts.office).collect();
    let offices: Vec<Office> =
        offices.into_iter().filter(|office| reaches(*office, Breadth::Unit) || reaches(*office, Breadth::Employer)).collect();
    let by_employer = |office: &Office| reaches(*office, Breadth::Employer);
    with_persons(viewer, Condition::all().add(holding(case.units(), case.employers(), &offices, by_employer)))
}

/// A case that this viewer gave to whoever owns it still: for answering a repeated form the way it was answered first, to
/// those too who may not see the case any more. Whoever is kept out of it is told nothing.
pub(crate) fn given_by(viewer: &Viewer, id: domain::CaseId, to: MemberId) -> Select<case::Entity> {
    let given = Query::select()
        .expr(Expr::val(1))
        .from(case_event::Entity)
        .and_where(case_event::Column::CaseId.eq(id))
        .and_where(case_event::Column::Kind.eq(EventKind::OwnerChanged))
        .and_where(case_event::Column::ByPerson.eq(viewer.person()))
        .and_where(case_event::Column::SubjectId.eq(to.0))
        .to_owned();
    case::Entity::find()
        .filter(not_conflicted(viewer))
        .filter(case::Column::Id.eq(id))
        .filter(case::Column::OwnerId.eq(to))
        .filter(there_is(given))
}

/// Those of these offices that are held in one of these units, or reach one of these employers.
fn holding(units: &[UnitId], employers: &[OrgNumber], offices: &[Office], by_employer: impl Fn(&Office) -> bool) -> Condition {
    let covering = Query::select()
        .column(coverage::Column::UnitId)
        .from(coverage::Entity)
        .and_where(coverage::Column::EmployerNumber.is_in(employers.iter().copied()))
        .and_where(coverage::Column::EndedAt.is_null())
        .to_owned();
    let covering = Condition::all().add(mandate::Column::WorkplaceNumber.is_null()).add(mandate::Column::UnitId.in_subquery(covering));
    let there = Condition::any().add(mandate::Column::WorkplaceNumber.is_in(employers.iter().copied())).add(covering);
    let at_employer = Condition::all().add(mandate::Column::Office.is_in(offices.iter().copied().filter(by_employer))).add(there);
    let in_unit = Condition::all()
        .add(mandate::Column::Office.is_in(offices.iter().copied()))
        .add(mandate::Column::UnitId.is_in(units.iter().copied()));
    Condition::any().add(in_unit).add(at_employer)
}

fn with_persons(viewer: &Viewer, mandates: Condition) -> SelectTwo<mandate::Entity, member::Entity> {
    let person = mandate::Entity::belongs_to(member::Entity).from(mandate::Column::MemberId).to(member::Column::Id);
    mandate::Entity::find()
        .select_also(member::Entity)
        .join(JoinType::InnerJoin, person.into())
        .filter(mandates)
        .filter(mandate::Column::EndedAt.is_null())
        .filter(member::Column::EndedAt.is_null())
        .filter(on_day(mandate::Column::FromDate, mandate::Column::ToDate, viewer.today))
}
