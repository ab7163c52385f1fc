//! The ways to cases, in SQL: as a condition on single rows, and as lists that begin where their own rows lie.

use domain::access::{Action, CaseAction, DataClass, Way};
use domain::cases::{CaseOrder, CaseType, Sensitivity, Status, Whose};
use sea_orm::sea_query::{Alias, Expr, ExprTrait, Func, Order, Query, SelectStatement, SimpleExpr, UnionType};
use sea_orm::{ColumnTrait, Condition};

use crate::Viewer;
use crate::entity::{case, case_conflict, case_conflict_number, case_participant, case_total, coverage, employer_path, member, unit_path};

use super::there_is;

/// Sensitivities that are reached in the same ways.
type Group = (Vec<Way>, Vec<Sensitivity>);

/// The rule for cases as a condition on `cases`, cheap for a row that something else has found: see
/// [`domain::access::Grants::why_case`].
pub(crate) fn condition(viewer: &Viewer, action: CaseAction) -> Condition {
    let reached = groups(viewer, action).into_iter().fold(Condition::any().add(Expr::cust("1 = 0")), |any, (ways, sensitivities)| {
        let reached = ways.iter().fold(Condition::any(), |any, way| any.add(holds(viewer, way)));
        any.add(of(&sensitivities).add(reached))
    });
    Condition::all().add(reached).add(not_conflicted(viewer))
}

/// Not one of the cases of which this viewer must see no trace: they are few, and lie together.
pub(super) fn not_conflicted(viewer: &Viewer) -> SimpleExpr {
    case::Column::Id.not_in_subquery(conflicts(viewer.person()))
}

/// The cases of which somebody must see no trace: they are kept out by name, or their member number is.
pub(super) fn conflicts(person: domain::MemberId) -> SelectStatement {
    let number = (case_conflict_number::Entity, case_conflict_number::Column::Number);
    let by_number = Query::select()
        .column((case_conflict_number::Entity, case_conflict_number::Column::CaseId))
        .from(member::Entity)
        .inner_join(case_conflict_number::Entity, Expr::col(number).equals((member::Entity, member::Column::RegistryKey)))
        .and_where(Expr::col((member::Entity, member::Column::Id)).eq(person))
        .to_owned();
    Query::select()
        .column(case_conflict::Column::CaseId)
        .from(case_conflict::Entity)
        .and_where(case_conflict::Column::PersonId.eq(person))
        .union(UnionType::All, by_number)
        .to_owned()
}

fn groups(viewer: &Viewer, action: CaseAction) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for sensitivity in Sensitivity::ALL {
        let ways = ways(viewer, action, *sensitivity);
        match groups.iter_mut().find(|(others, _)| *others == ways) {
            Some((_, sensitivities)) => sensitivities.push(*sensitivity),
            None => groups.push((ways, vec![*sensitivity])),
        }
    }
    groups.retain(|(ways, _)| !ways.is_empty());
    groups
}

fn ways(viewer: &Viewer, action: CaseAction, sensitivity: Sensitivity) -> Vec<Way> {
    let contents = DataClass::contents(sensitivity);
    let existence = (action == CaseAction::Know).then(|| viewer.grants.ways(DataClass::existence(sensitivity), Action::See));
    let mut ways: Vec<Way> = Vec::new();
    for (way, _) in viewer.grants.ways(contents, Action::See).chain(existence.into_iter().flatten()) {
        if !ways.contains(&way) {
            ways.push(way);
        }
    }
    ways
}

fn of(sensitivities: &[Sensitivity]) -> Condition {
    match sensitivities.len() == Sensitivity::ALL.len() {
        true => Condition::all(),
        false => Condition::all().add(case::Column::Sensitivity.is_in(sensitivities.iter().copied())),
    }
}

/// A case as seen along one way: see [`Way::reaches_case`].
fn holds(viewer: &Viewer, way: &Way) -> Condition {
    match way {
        Way::TakingPart => Condition::any().add(owned(viewer)).add(taking_part(viewer)),
        Way::Unit(unit) => {
            let under = Query::select()
                .expr(Expr::val(1))
                .from(unit_path::Entity)
                .and_where(Expr::col((unit_path::Entity, unit_path::Column::UnitId)).equals((case::Entity, case::Column::UnitId)))
                .and_where(unit_path::Column::AboveId.eq(*unit))
                .to_owned();
            Condition::all().add(there_is(under))
        }
        Way::Employers(employers) => {
            let mut club = clubs_at(employers);
            club.and_where(Expr::col((coverage::Entity, coverage::Column::UnitId)).equals((case::Entity, case::Column::UnitId)));
            Condition::all().add(there_is(club))
        }
        Way::Workplace(..) | Way::Named => Condition::all().add(Expr::cust("1 = 0")),
    }
}

/// The clubs that cover these employers or what lies under them.
pub(super) fn clubs_at(employers: &[domain::identity::OrgNumber]) -> SelectStatement {
    Query::select()
        .column((coverage::Entity, coverage::Column::UnitId))
        .from(coverage::Entity)
        .inner_join(
            employer_path::Entity,
            Expr::col((employer_path::Entity, employer_path::Column::Number)).equals((coverage::Entity, coverage::Column::EmployerNumber)),
        )
        .and_where(employer_path::Column::Above.is_in(employers.iter().copied()))
        .and_where(coverage::Column::EndedAt.is_null())
        .to_owned()
}

/// Where the rows of one way lie, and the same as a condition.
fn found_along(viewer: &Viewer, way: &Way) -> Vec<Branch> {
    let found = |lie: Condition, sum| vec![Branch { lie, hold: holds(viewer, way), sum }];
    match way {
        // Two places, each with an index of its own.
        Way::TakingPart => {
            let part = parts(viewer);
            let owned = Condition::all().add(owned(viewer));
            let part = Condition::all().add(case::Column::Id.in_subquery(part));
            vec![
                Branch { lie: owned.clone(), hold: owned, sum: None },
                Branch { lie: part, hold: Condition::all().add(taking_part(viewer)), sum: None },
            ]
        }
        Way::Unit(unit) => {
            let under = Query::select()
                .column(unit_path::Column::UnitId)
                .from(unit_path::Entity)
                .and_where(unit_path::Column::AboveId.eq(*unit))
                .to_owned();
            found(
                Condition::all().add(case::Column::UnitId.in_subquery(under)),
                Some(Condition::all().add(case_total::Column::UnitId.eq(*unit))),
            )
        }
        Way::Employers(employers) => found(Condition::all().add(case::Column::UnitId.in_subquery(clubs_at(employers))), None),
        Way::Workplace(..) | Way::Named => Vec::new(),
    }
}

fn owned(viewer: &Viewer) -> SimpleExpr {
    case::Column::OwnerId.eq(viewer.person())
}

fn taking_part(viewer: &Viewer) -> SimpleExpr {
    let part = Query::select()
        .expr(Expr::val(1))
        .from(case_participant::Entity)
        .and_where(Expr::col((case_participant::Entity, case_participant::Column::CaseId)).equals((case::Entity, case::Column::Id)))
        .and_where(case_participant::Column::PersonId.eq(viewer.person()))
        .cond_where(still(viewer))
        .to_owned();
    there_is(part)
}

/// A part that has not come to its last day.
fn still(viewer: &Viewer) -> Condition {
    let until = (case_participant::Entity, case_participant::Column::UntilDate);
    Condition::any().add(Expr::col(until).is_null()).add(Expr::col(until).gte(viewer.today))
}

/// The column that a list is sorted by, then by id in the same direction.
pub(crate) fn sorted_by(order: CaseOrder) -> (case::Column, Order) {
    match order {
        CaseOrder::Latest => (case::Column::UpdatedAt, Order::Desc),
        CaseOrder::Nearest => (case::Column::NextDue, Order::Asc),
    }
}

/// Whose cases a list asks for, among those a scope lets through.
pub(crate) fn whose(viewer: &Viewer, whose: Whose) -> Condition {
    Condition::all().add(match whose {
        Whose::Mine => owned(viewer),
        Whose::TakingPart => case::Column::Id.in_subquery(parts(viewer)),
        // Cases belong to clubs: the units above them, where somebody may hold office too, have none.
        Whose::Club => case::Column::UnitId.is_in(viewer.grants.list.iter().map(|grant| grant.unit)),
    })
}

/// The cases that somebody takes part in.
fn parts(viewer: &Viewer) -> SelectStatement {
    Query::select()
        .column(case_participant::Column::CaseId)
        .from(case_participant::Entity)
        .and_where(case_participant::Column::PersonId.eq(viewer.person()))
        .cond_where(still(viewer))
        .to_owned()
}

/// What kinds of cases a list asks for: those that the sums of units tell apart.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Kinds {
    pub(crate) status: Option<Status>,
    pub(crate) case_type: Option<CaseType>,
}

impl Kinds {
    /// As a condition on cases.
    pub(crate) fn cases(&self) -> Condition {
        Condition::all()
            .add_option(self.status.map(|status| case::Column::Status.eq(status)))
            .add_option(self.case_type.map(|case_type| case::Column::CaseType.eq(case_type)))
    }

    fn totals(&self) -> Condition {
        Condition::all()
            .add_option(self.status.map(|status| case_total::Column::Status.eq(status)))
            .add_option(self.case_type.map(|case_type| case_total::Column::CaseType.eq(case_type)))
    }
}

/// The cases a viewer reaches, for lists and counts: group by group, in which no case is of two.
pub(crate) struct Reached {
    groups: Vec<Vec<Branch>>,
    /// See [`not_conflicted`]; the sums know nothing of it.
    not_conflicted: SimpleExpr,
    /// The contrary, to begin at.
    conflicted: SimpleExpr,
}

/// One way, for the sensitivities it gives: where its rows lie, and the same as a condition.
struct Branch {
    lie: Condition,
    hold: Condition,
    /// Where their sum lies, when they are a unit's.
    sum: Option<Condition>,
}

impl Reached {
    /// The cases for which this viewer may do this.
    pub(crate) fn new(viewer: &Viewer, action: CaseAction) -> Self {
        let branches = |(ways, sensitivities): Group| {
            // Units first: theirs are the most rows, which their sums count without a look at the other ways.
            let (units, others): (Vec<Way>, Vec<Way>) = ways.into_iter().partition(|way| matches!(way, Way::Unit(_)));
            let found = units.iter().chain(&others).flat_map(|way| found_along(viewer, way));
            found.map(|branch| branch.of(&sensitivities)).collect()
        };
        Self {
            groups: groups(viewer, action).into_iter().map(branches).collect(),
            not_conflicted: not_conflicted(viewer),
            conflicted: case::Column::Id.in_subquery(conflicts(viewer.person())),
        }
    }

    /// What they are sorted by, and their ids, of those among them for which this holds: the first `limit` of each way,
    /// so that a case may come more than once.
    pub(crate) fn first(&self, order: CaseOrder, narrowed: &Condition, limit: u64) -> Option<SelectStatement> {
        let (column, direction) = sorted_by(order);
        let mut branches = self.groups.iter().flatten().map(|branch| {
            let latest = Query::select()
                .expr_as(Expr::col(column), Alias::new("mark"))
                .expr_as(Expr::col(case::Column::Id), Alias::new("id"))
                .from(case::Entity)
                .cond_where(Condition::all().add(branch.lie.clone()).add(narrowed.clone()).add(self.not_conflicted.clone()))
                .order_by(column, direction.clone())
                .order_by(case::Column::Id, direction.clone())
                .limit(limit)
                .to_owned();
            // SQLite puts a part of a union in order only inside a query of its own.
            Query::select().expr(Expr::cust("*")).from_subquery(latest, Alias::new("branch")).to_owned()
        });
        let mut all = branches.next()?;
        for branch in branches {
            all.union(UnionType::All, branch);
        }
        Some(all)
    }

    /// How many of these kinds they are: those of each way that no way before it has, so that none is counted twice.
    pub(crate) fn count(&self, kinds: Kinds) -> Option<SelectStatement> {
        let mut sum: Option<Expr> = None;
        for group in &self.groups {
            let mut before = Condition::any();
            for branch in group {
                let count = match &branch.sum {
                    Some(lie) if before.is_empty() => {
                        // Few, and each asks for itself whether it is among those of the sum.
                        let conflicted = branch.hold.clone().add(kinds.cases()).add(self.conflicted.clone());
                        let all = Expr::SubQuery(None, Box::new(summed(lie.clone().add(kinds.totals())).into()));
                        let conflicted = Expr::SubQuery(None, Box::new(counted(conflicted).into()));
                        Query::select().expr(all.sub(conflicted)).to_owned()
                    }
                    _ => {
                        let new = branch.lie.clone().add(kinds.cases()).add(self.not_conflicted.clone());
                        counted(if before.is_empty() { new } else { new.add(before.clone().not()) })
                    }
                };
                let count = Expr::SubQuery(None, Box::new(count.into()));
                sum = Some(match sum {
                    Some(sum) => sum.add(count),
                    None => count,
                });
                before = before.add(branch.hold.clone());
            }
        }
        sum.map(|sum| Query::select().expr_as(sum, Alias::new("count")).to_owned())
    }
}

impl Branch {
    fn of(self, sensitivities: &[Sensitivity]) -> Self {
        let sum = self.sum.map(|sum| sum.add(case_total::Column::Sensitivity.is_in(sensitivities.iter().copied())));
        Self { lie: of(sensitivities).add(self.lie), hold: of(sensitivities).add(self.hold), sum }
    }
}

fn counted(cases: Condition) -> SelectStatement {
    Query::select().expr(Func::count(Expr::cust("*"))).from(case::Entity).cond_where(cases).to_owned()
}

fn summed(totals: Condition) -> SelectStatement {
    let sum = Func::cast_as(Expr::col((case_total::Entity, case_total::Column::Cases)).sum(), Alias::new("bigint"));
    Query::select().expr(Func::coalesce([sum.into(), Expr::val(0_i64)])).from(case_total::Entity).cond_where(totals).to_owned()
}
