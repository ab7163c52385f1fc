//! The members whom a viewer reaches, as lists: each way begins where its own rows lie in order.

use domain::access::{Action, DataClass, Way};
use sea_orm::sea_query::{Alias, Expr, ExprTrait, LikeExpr, Query, SelectStatement, UnionType};
use sea_orm::{ColumnTrait, Condition};

use crate::Viewer;
use crate::entity::{club_member, member, member_word, reach};
use crate::scope::{on_day, there_is};

use super::{at, current, helped, protected, shown, today, under_employers, ways};

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
    /// Whether somebody may come more than once, and a page must leave the repetitions out.
    repeats: bool,
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
            if branch.repeats {
                rows.distinct();
            }
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
        // Of one branch alone there is no union to leave repetitions out.
        let alone = self.branches.len() == 1;
        self.union_of(UnionType::Distinct, |branch| {
            let mut rows = branch.rows.clone();
            rows.expr_as(branch.id.clone(), Alias::new("id"));
            if alone && branch.repeats {
                rows.distinct();
            }
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
                self.rows.and_where(there_is(row));
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
        let mut rows = Query::select().from(member_word::Entity).and_where(word().gte(beginning)).and_where(there_is(in_unit)).to_owned();
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
            // One for each word that begins like this.
            repeats: true,
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
            repeats: false,
        };
        let through_members = |rows: SelectStatement, protected| Self {
            rows,
            name: Expr::col((member::Entity, member::Column::NameSort)),
            id: Expr::col((member::Entity, member::Column::Id)),
            protected,
            unit: None,
            members: Members::Here,
            repeats: false,
        };
        let working = |there: Condition| {
            let at_work = Query::select()
                .column(club_member::Column::MemberId)
                .from(club_member::Entity)
                .cond_where(there)
                .cond_where(today(viewer))
                .to_owned();
            Query::select().from(member::Entity).and_where(member::Column::Id.in_subquery(at_work)).cond_where(shown(viewer)).to_owned()
        };
        match way {
            Way::Unit(unit) => Some(through_reach(reached(*unit), Some(*unit))),
            // Those who work there are few among a club's; their names are put in order when they are found.
            Way::Workplace(unit, workplace) => Some(through_members(working(at(*unit, *workplace)), false)),
            Way::Employers(employers) => Some(through_members(working(under_employers(employers)), false)),
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
