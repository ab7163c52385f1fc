//! At which workplaces there are members, in which club, on which days.

use std::collections::HashMap;

use domain::identity::OrgNumber;
use domain::registry::{MembershipKind, Protection};
use domain::{Date, UnitId};
use sea_orm::sea_query::{Alias, CaseStatement, Expr, ExprTrait, Query, SelectStatement};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, QueryResult};

use crate::StoreError;
use crate::entity::{club_member, employment, member};

use super::periods::Period;

/// Those who work at one workplace and are in the same club; or, when no club covers it, belong to the same local.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Crew {
    pub(super) unit: UnitId,
    pub(super) in_club: bool,
    pub(super) workplace: OrgNumber,
}

/// The days on which each crew has somebody in it whom a list may show. What was over before `since` is left out.
///
/// Most employments have no end: of those the database finds the earliest of each crew, and only the others are read
/// one by one.
pub(super) async fn crews(db: &impl ConnectionTrait, since: Date) -> Result<HashMap<Crew, Vec<Period>>, StoreError> {
    let mut crews: HashMap<Crew, Vec<Period>> = HashMap::new();
    for in_club in [true, false] {
        let jobs = if in_club { in_clubs() } else { in_no_club() };
        for row in db.query_all(&jobs.lasting()).await? {
            let (crew, from) = (crew(&row, in_club)?, row.try_get_by_index(2)?);
            crews.entry(crew).or_default().push(Period { from, to: None });
        }
        for row in db.query_all(&jobs.ending(since)).await? {
            let job = Period { from: row.try_get_by_index(2)?, to: row.try_get_by_index(3)? };
            let membership = Period { from: row.try_get_by_index(4)?, to: row.try_get_by_index(5)? };
            if let Some(period) = membership.within(membership).and_then(|membership| membership.within(job)) {
                crews.entry(crew(&row, in_club)?).or_default().push(period);
            }
        }
    }
    Ok(crews)
}

fn crew(row: &QueryResult, in_club: bool) -> Result<Crew, StoreError> {
    Ok(Crew { unit: row.try_get_by_index(0)?, in_club, workplace: row.try_get_by_index(1)? })
}

/// Employments of members whom a list may show, with where they put their members.
struct Jobs {
    rows: SelectStatement,
    unit: Expr,
    workplace: Expr,
    from: Expr,
    to: Expr,
}

fn in_clubs() -> Jobs {
    let column = |column| Expr::col((club_member::Entity, column));
    let rows = Query::select()
        .from(club_member::Entity)
        .inner_join(
            member::Entity,
            Expr::col((member::Entity, member::Column::Id)).equals((club_member::Entity, club_member::Column::MemberId)),
        )
        .cond_where(shown())
        .to_owned();
    Jobs {
        rows,
        unit: column(club_member::Column::ClubId),
        workplace: column(club_member::Column::WorkplaceNumber),
        from: column(club_member::Column::FromDate),
        to: column(club_member::Column::ToDate),
    }
}

fn in_no_club() -> Jobs {
    let column = |column| Expr::col((employment::Entity, column));
    let club = Query::select()
        .expr(Expr::val(1))
        .from(club_member::Entity)
        .and_where(column(employment::Column::MemberId).equals((club_member::Entity, club_member::Column::MemberId)))
        .and_where(column(employment::Column::Id).equals((club_member::Entity, club_member::Column::EmploymentId)))
        .to_owned();
    let rows = Query::select()
        .from(employment::Entity)
        .inner_join(
            member::Entity,
            Expr::col((member::Entity, member::Column::Id)).equals((employment::Entity, employment::Column::MemberId)),
        )
        .and_where(column(employment::Column::EndedAt).is_null())
        .cond_where(shown())
        .and_where(Expr::exists(club).not())
        .to_owned();
    Jobs {
        rows,
        unit: Expr::col((member::Entity, member::Column::LocalId)),
        workplace: column(employment::Column::WorkplaceNumber),
        from: column(employment::Column::FromDate),
        to: column(employment::Column::ToDate),
    }
}

fn shown() -> Condition {
    Condition::all()
        .add(member::Column::EndedAt.is_null())
        .add(member::Column::Kind.ne(MembershipKind::Staff))
        .add(member::Column::Protection.eq(Protection::None))
        .add(member::Column::Shielded.eq(false))
}

impl Jobs {
    /// Unit, workplace, and the first day on which somebody is there who has no last day.
    fn lasting(&self) -> SelectStatement {
        let joined = || Expr::col((member::Entity, member::Column::JoinedOn));
        let first = CaseStatement::new().case(self.from.clone().gt(joined()), self.from.clone()).finally(joined());
        let first = Expr::Case(Box::new(first)).min();
        let mut rows = self.rows.clone();
        rows.expr(self.unit.clone())
            .expr(self.workplace.clone())
            .expr_as(first, Alias::new("first_day"))
            .and_where(self.to.clone().is_null())
            .and_where(member::Column::LeftOn.is_null())
            .add_group_by([self.unit.clone(), self.workplace.clone()]);
        rows
    }

    /// Unit, workplace, and the days of the employment and of the membership, where one of them has a last day.
    fn ending(&self, since: Date) -> SelectStatement {
        let left = || Expr::col((member::Entity, member::Column::LeftOn));
        let lasts = |to: Expr| to.clone().is_null().or(to.gte(since));
        let mut rows = self.rows.clone();
        rows.expr(self.unit.clone())
            .expr(self.workplace.clone())
            .expr(self.from.clone())
            .expr(self.to.clone())
            .expr(Expr::col((member::Entity, member::Column::JoinedOn)))
            .expr(left())
            .and_where(self.to.clone().is_not_null().or(left().is_not_null()))
            .and_where(lasts(self.to.clone()))
            .and_where(lasts(left()));
        rows
    }
}
