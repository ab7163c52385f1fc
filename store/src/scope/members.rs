//! The ways to members, in SQL: as a condition on single rows, and as lists in order.

use domain::access::{Action, DataClass, Way};
use domain::registry::{MembershipKind, Protection};
use sea_orm::sea_query::{Alias, Expr, ExprTrait, LikeExpr, Query, SelectStatement, UnionType};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, Select};

use crate::Viewer;
use crate::entity::{club_member, employer_path, member, member_word, protected_helper, reach, unit_path};

use super::on_day;

/// Each way once, protected members' last.
fn ways(viewer: &Viewer, class: DataClass, action: Action) -> Vec<Way> {
    let mut ways: Vec<Way> = Vec::new();
    for (way, _) in viewer.grants.ways_to_members(class, action) {
        if !ways.contains(&way) {
            ways.push(way);
        }
    }
    ways
}

/// The rule for members as a condition on `members`, cheap for a row that something else has found: see
/// [`domain::access::Grants::why_member`].
pub(crate) fn condition(viewer: &Viewer, class: DataClass, action: Action) -> Condition {
    let nobody = Condition::any().add(Expr::cust("1 = 0"));
    ways(viewer, class, action).iter().fold(nobody, |any, way| any.add(holds(viewer, way)))
}

/// A member as seen along one way: see [`Way::reaches_member`].
fn holds(viewer: &Viewer, way: &Way) -> Condition {
    let this = || Expr::col((member::Entity, member::Column::Id));
    let in_unit = |unit| {
        let row = Query::select()
            .expr(Expr::val(1))
            .from(reach::Entity)
            .and_where(reach::Column::UnitId.eq(unit))
            // The name is part of the key: with it, the row is found at once.
            .and_where(Expr::col((member::Entity, member::Column::NameSort)).equals((reach::Entity, reach::Column::NameSort)))
            .and_where(this().equals((reach::Entity, reach::Column::MemberId)))
            .cond_where(on_day(reach::Column::FromDate, reach::Column::ToDate, viewer.today))
            .to_owned();
        Expr::exists(row)
    };
    let at_work = |there: Condition| {
        let row = Query::select()
            .expr(Expr::val(1))
            .from(club_member::Entity)
            .and_where(this().equals((club_member::Entity, club_member::Column::MemberId)))
            .cond_where(there)
            .cond_where(today(viewer))
            .to_owned();
        Expr::exists(row)
    };
    match way {
        Way::Unit(unit) => Condition::all().add(in_unit(*unit)),
        Way::Workplace(unit, workplace) => Condition::all().add(in_unit(*unit)).add(at_work(at(*unit, *workplace))),
        Way::Employers(employers) => shown(viewer).add(at_work(under_employers(employers))),
        Way::Named => current(viewer).add(protected()).add(member::Column::Id.in_subquery(helped(viewer))),
        Way::TakingPart => Condition::all().add(Expr::cust("1 = 0")),
    }
}

/// A member today, and not merely employed by the union.
fn current(viewer: &Viewer) -> Condition {
    Condition::all().add(member::Column::Kind.ne(MembershipKind::Staff)).add(member::Column::EndedAt.is_null()).add(on_day(
        member::Column::JoinedOn,
        member::Column::LeftOn,
        viewer.today,
    ))
}

fn protected() -> Condition {
    Condition::any().add(member::Column::Protection.ne(Protection::None)).add(member::Column::Shielded.eq(true))
}

/// A member today whom lists may show. `reach` holds no others.
fn shown(viewer: &Viewer) -> Condition {
    current(viewer).add(member::Column::Protection.eq(Protection::None)).add(member::Column::Shielded.eq(false))
}

/// The members somebody is named for.
fn helped(viewer: &Viewer) -> SelectStatement {
    Query::select()
        .column(protected_helper::Column::MemberId)
        .from(protected_helper::Entity)
        .and_where(protected_helper::Column::PersonId.eq(viewer.person()))
        .to_owned()
}

/// In one club, for one workplace.
fn at(club: domain::UnitId, workplace: domain::identity::OrgNumber) -> Condition {
    Condition::all().add(club_member::Column::ClubId.eq(club)).add(club_member::Column::WorkplaceNumber.eq(workplace))
}

/// In a club today.
fn today(viewer: &Viewer) -> Condition {
    on_day(club_member::Column::FromDate, club_member::Column::ToDate, viewer.today)
}

fn under_employers(employers: &[domain::identity::OrgNumber]) -> Condition {
    let under = Query::select()
        .column(employer_path::Column::Number)
        .from(employer_path::Entity)
        .and_where(employer_path::Column::Above.is_in(employers.iter().copied()))
        .to_owned();
    Condition::all().add(club_member::Column::WorkplaceNumber.in_subquery(under))
}

/// The members a viewer reaches, for lists and counts: each way begins where its own rows lie in order.
pub(crate) struct Reached {
    today: domain::Date,
    branches: Vec<Branch>,
    /// The one unit, when that is the only way beside protected members'.
    unit: Option<domain::UnitId>,
}

/// One way: rows, beside what they are ordered by.
struct Branch {
    rows: SelectStatement,
    name: Expr,
    id: Expr,
    protected: bool,
    /// The unit, when everybody in it is reached.
    unit: Option<domain::UnitId>,
    /// How a row is narrowed by what `members` says.
    members: Members,
}

/// Where a branch has the rows of `members`.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Members {
    /// The rows are theirs, or joined with them already.
    Here,
    /// They can be joined, and are when a condition asks for it.
    Joined,
    /// They must be looked up for each row, lest a planner begins with them.
    LookedUp,
}

impl Reached {
    /// The members for whom this viewer may do this.
    pub(crate) fn new(viewer: &Viewer, class: DataClass, action: Action) -> Self {
        let ways = ways(viewer, class, action);
        let unit = match ways.iter().filter(|way| **way != Way::Named).collect::<Vec<_>>().as_slice() {
            [Way::Unit(unit)] => Some(*unit),
            _ => None,
        };
        Self { today: viewer.today, branches: ways.iter().filter_map(|way| Branch::along(viewer, way)).collect(), unit }
    }

    /// Narrows to rows of `members` for which this holds. What is narrowed must be counted row by row.
    pub(crate) fn filter(mut self, condition: Condition) -> Self {
        self.unit = None;
        for branch in &mut self.branches {
            branch.narrow(condition.clone());
        }
        self
    }

    /// Narrows to those with a word in their name that begins like this, beginning with the words themselves where
    /// that is quicker: for viewers who reach very many.
    pub(crate) fn with_word(mut self, beginning: &str, viewer: &Viewer) -> Self {
        self.unit = None;
        for branch in &mut self.branches {
            match branch.unit {
                Some(unit) => *branch = Branch::along_words(viewer, unit, beginning),
                None => branch.narrow(has_word(beginning)),
            }
        }
        self
    }

    /// The first rows in order after a cursor: at most `limit` of each branch, as (name, id) with repetitions.
    pub(crate) fn page(&self, after: Option<(&str, domain::MemberId)>, limit: u64) -> Option<SelectStatement> {
        self.union(|branch| {
            let mut rows = branch.rows.clone();
            rows.expr_as(branch.name.clone(), Alias::new("name")).expr_as(branch.id.clone(), Alias::new("id"));
            if let Some((name, id)) = after {
                rows.cond_where(
                    Condition::any()
                        .add(branch.name.clone().gt(name))
                        .add(Condition::all().add(branch.name.clone().eq(name)).add(branch.id.clone().gt(id))),
                );
            }
            rows.order_by_expr(branch.name.clone(), sea_orm::Order::Asc).order_by_expr(branch.id.clone(), sea_orm::Order::Asc).limit(limit);
            Some(rows)
        })
    }

    /// The ids of all of them, each once.
    pub(crate) fn ids(&self) -> Option<SelectStatement> {
        self.union_of(UnionType::Distinct, |branch| {
            let mut rows = branch.rows.clone();
            rows.expr_as(branch.id.clone(), Alias::new("id"));
            Some(rows)
        })
    }

    /// How many they are, when the registry's own sums say it: the sum over the unit's changes up to today, and a
    /// count of the protected ones, whom the sum leaves out.
    pub(crate) fn known_sum(&self) -> Option<(domain::UnitId, Option<SelectStatement>)> {
        let protected = self.union(|branch| {
            branch.protected.then(|| {
                let mut rows = branch.rows.clone();
                rows.expr_as(branch.id.clone(), Alias::new("id"));
                rows
            })
        });
        self.unit.map(|unit| (unit, protected))
    }

    /// The day for which the rows were chosen.
    pub(crate) fn today(&self) -> domain::Date {
        self.today
    }

    fn union(&self, rows: impl Fn(&Branch) -> Option<SelectStatement>) -> Option<SelectStatement> {
        self.union_of(UnionType::All, rows)
    }

    /// Each branch as a table of its own, so that it may have an order and a limit of its own.
    fn union_of(&self, kind: UnionType, rows: impl Fn(&Branch) -> Option<SelectStatement>) -> Option<SelectStatement> {
        let wrapped = |rows| Query::select().expr(Expr::cust("*")).from_subquery(rows, Alias::new("branch")).to_owned();
        let mut branches = self.branches.iter().filter_map(rows);
        let mut all = wrapped(branches.next()?);
        for branch in branches {
            all.union(kind, wrapped(branch));
        }
        Some(all)
    }
}

/// Has a word in the name that begins like this.
pub(crate) fn has_word(beginning: &str) -> Condition {
    let escaped = beginning.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
    Condition::all().add(member::Column::NameSearch.like(LikeExpr::new(format!("% {escaped}%")).escape('\\')))
}

impl Branch {
    /// Narrows to rows of `members` for which this holds.
    fn narrow(&mut self, condition: Condition) {
        // Not everybody in the unit any more.
        self.unit = None;
        let member = || Expr::col((member::Entity, member::Column::Id));
        match self.members {
            Members::Here => {}
            Members::Joined => {
                self.rows.inner_join(member::Entity, member().equals((reach::Entity, reach::Column::MemberId)));
                self.members = Members::Here;
            }
            Members::LookedUp => {
                let row = Query::select()
                    .expr(Expr::val(1))
                    .from(member::Entity)
                    .and_where(member().equals((member_word::Entity, member_word::Column::MemberId)))
                    .cond_where(condition)
                    .to_owned();
                self.rows.and_where(Expr::exists(row));
                return;
            }
        }
        self.rows.cond_where(condition);
    }

    /// The members of a unit, from the words of their names. Without `members`, and with `reach` in a subquery, no
    /// planner begins at the wrong end.
    fn along_words(viewer: &Viewer, unit: domain::UnitId, beginning: &str) -> Self {
        let word = || Expr::col((member_word::Entity, member_word::Column::Word));
        let (name, id) = (member_word::Column::NameSort, member_word::Column::MemberId);
        let in_unit = Query::select()
            .expr(Expr::val(1))
            .from(reach::Entity)
            .and_where(reach::Column::UnitId.eq(unit))
            .and_where(Expr::col((reach::Entity, reach::Column::NameSort)).equals((member_word::Entity, name)))
            .and_where(Expr::col((reach::Entity, reach::Column::MemberId)).equals((member_word::Entity, id)))
            .cond_where(on_day(reach::Column::FromDate, reach::Column::ToDate, viewer.today))
            .to_owned();
        let mut rows = Query::select()
            .distinct()
            .from(member_word::Entity)
            .and_where(word().gte(beginning))
            .and_where(Expr::exists(in_unit))
            .to_owned();
        if let Some(end) = after_all_that_begin(beginning) {
            rows.and_where(word().lt(end));
        }
        Self {
            rows,
            name: Expr::col((member_word::Entity, name)),
            id: Expr::col((member_word::Entity, id)),
            protected: false,
            unit: None,
            members: Members::LookedUp,
        }
    }

    fn along(viewer: &Viewer, way: &Way) -> Option<Self> {
        let reached = |unit: domain::UnitId| {
            Query::select()
                .from(reach::Entity)
                .and_where(reach::Column::UnitId.eq(unit))
                .cond_where(on_day(reach::Column::FromDate, reach::Column::ToDate, viewer.today))
                .to_owned()
        };
        let through_reach = |rows, unit| Self {
            rows,
            name: Expr::col((reach::Entity, reach::Column::NameSort)),
            id: Expr::col((reach::Entity, reach::Column::MemberId)),
            protected: false,
            unit,
            members: Members::Joined,
        };
        let through_members = |rows: SelectStatement, protected| Self {
            rows,
            name: Expr::col((member::Entity, member::Column::NameSort)),
            id: Expr::col((member::Entity, member::Column::Id)),
            protected,
            unit: None,
            members: Members::Here,
        };
        let at_work = |there: Condition| {
            Query::select()
                .column(club_member::Column::MemberId)
                .from(club_member::Entity)
                .cond_where(there)
                .cond_where(today(viewer))
                .to_owned()
        };
        match way {
            Way::Unit(unit) => Some(through_reach(reached(*unit), Some(*unit))),
            Way::Workplace(unit, workplace) => {
                let there = at(*unit, *workplace);
                let mut rows = reached(*unit);
                rows.and_where(reach::Column::MemberId.in_subquery(at_work(there)));
                Some(through_reach(rows, None))
            }
            Way::Employers(employers) => {
                let rows = Query::select()
                    .from(member::Entity)
                    .and_where(member::Column::Id.in_subquery(at_work(under_employers(employers))))
                    .cond_where(shown(viewer))
                    .to_owned();
                Some(through_members(rows, false))
            }
            Way::Named => {
                let rows = Query::select()
                    .from(member::Entity)
                    .and_where(member::Column::Id.in_subquery(helped(viewer)))
                    .cond_where(current(viewer).add(protected()))
                    .to_owned();
                Some(through_members(rows, true))
            }
            Way::TakingPart => None,
        }
    }
}

/// The least text that comes after everything beginning like this, in the order of bytes: the beginning with its last
/// letter replaced by the next. None when nothing comes after.
fn after_all_that_begin(beginning: &str) -> Option<String> {
    let mut letters: Vec<char> = beginning.chars().collect();
    while let Some(last) = letters.pop() {
        if let Some(next) = (u32::from(last) + 1..=u32::from(char::MAX)).find_map(char::from_u32) {
            letters.push(next);
            return Some(letters.into_iter().collect());
        }
    }
    None
}

/// Which jobs of members in scope the viewer may see in lists: those through which a way reaches them. Whoever
/// reaches a member through their local sees every job of theirs.
pub(crate) fn seen_jobs(viewer: &Viewer) -> Condition {
    jobs_through(viewer, DataClass::MemberBasics, Action::See)
}

/// The same for another kind of data, or for something else than seeing: the jobs through which a way for that reaches
/// their members.
pub(crate) fn jobs_through(viewer: &Viewer, class: DataClass, action: Action) -> Condition {
    let mut any = Condition::any().add(Expr::cust("1 = 0"));
    for way in ways(viewer, class, action) {
        any = match &way {
            Way::Unit(unit) => {
                // Asked of one unit at a time: there may be thousands under this one, and few jobs.
                let under = |column: Expr| {
                    let path = Query::select()
                        .expr(Expr::val(1))
                        .from(unit_path::Entity)
                        .and_where(column.equals((unit_path::Entity, unit_path::Column::UnitId)))
                        .and_where(unit_path::Column::AboveId.eq(*unit))
                        .to_owned();
                    Expr::exists(path)
                };
                let of_local = Query::select()
                    .expr(Expr::val(1))
                    .from(member::Entity)
                    .and_where(Expr::col((member::Entity, member::Column::Id)).equals((club_member::Entity, club_member::Column::MemberId)))
                    .and_where(under(Expr::col((member::Entity, member::Column::LocalId))))
                    .to_owned();
                any.add(under(Expr::col((club_member::Entity, club_member::Column::ClubId)))).add(Expr::exists(of_local))
            }
            Way::Workplace(unit, workplace) => any.add(at(*unit, *workplace)),
            Way::Employers(employers) => any.add(under_employers(employers)),
            Way::Named => any.add(club_member::Column::MemberId.in_subquery(helped(viewer))),
            Way::TakingPart => any,
        };
    }
    Condition::all().add(any).add(today(viewer))
}

/// Members joined since a day, for finding them from their dates: right where the viewer reaches very many.
pub(crate) fn joined_since(viewer: &Viewer, since: domain::Date) -> Select<member::Entity> {
    member::Entity::find().filter(member::Column::JoinedOn.gte(since)).filter(condition(viewer, DataClass::MemberBasics, Action::See))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_begins_like_this_lies_before_what_comes_after(beginning in "\\PC{1,4}", more in "\\PC{0,3}", other in "\\PC{1,5}") {
            let after = after_all_that_begin(&beginning);
            let within = |text: &str| text >= beginning.as_str() && after.as_deref().is_none_or(|after| text < after);
            let longer = beginning.clone() + &more;
            prop_assert!(within(&longer));
            prop_assert_eq!(within(&other), other.starts_with(&beginning));
        }
    }

    #[test]
    fn the_last_letters_there_are() {
        assert_eq!(after_all_that_begin("a\u{10ffff}").as_deref(), Some("b"));
        assert_eq!(after_all_that_begin("\u{d7ff}").as_deref(), Some("\u{e000}"));
        assert_eq!(after_all_that_begin("\u{10ffff}"), None);
    }
}
