//! What a filter asks of `members`, beside the words of a name.
//!
//! A filter is a question, and its answer is knowledge: what is asked of a job is asked of the jobs alone that the viewer
//! may see, and what is asked of contact only where the viewer may see contact.

use domain::access::{Action, DataClass};
use domain::members::MemberFilter;
use sea_orm::sea_query::{Expr, ExprTrait, Func, LikeExpr, Query, SelectStatement, SimpleExpr};
use sea_orm::{ColumnTrait, Condition};

use crate::Viewer;
use crate::entity::{club_member, employment, member};
use crate::scope;
use crate::scope::members::seen_jobs;

/// The condition on rows of `members`; `None` when the filter asks nothing.
pub(super) fn condition(viewer: &Viewer, filter: &MemberFilter) -> Option<Condition> {
    if !filter.is_narrowed() {
        return None;
    }
    let mut all = Condition::all();
    if let Some(job) = job(viewer, filter) {
        all = all.add(job);
    }
    if let Some(section) = filter.section {
        all = all.add(member::Column::Section.eq(section));
    }
    if let Some(since) = filter.since {
        all = all.add(member::Column::JoinedOn.gte(viewer.today().plus_days(-since.days())));
    }
    if filter.without_contact {
        let nothing = |column: member::Column| Condition::any().add(column.is_null()).add(column.eq(""));
        all = all.add(nothing(member::Column::Phone)).add(nothing(member::Column::Email)).add(scope::members::condition(
            viewer,
            DataClass::MemberContact,
            Action::See,
        ));
    }
    Some(all)
}

/// That one of the jobs the viewer may see is all that is asked for.
fn job(viewer: &Viewer, filter: &MemberFilter) -> Option<SimpleExpr> {
    let of_employment = !filter.position.is_empty() || filter.area.is_some();
    if filter.workplace.is_none() && !of_employment {
        return None;
    }
    let mut jobs = Query::select().from(club_member::Entity).cond_where(seen_jobs(viewer)).to_owned();
    if of_employment {
        jobs.inner_join(
            employment::Entity,
            Expr::col((employment::Entity, employment::Column::Id)).equals((club_member::Entity, club_member::Column::EmploymentId)),
        );
        position(&mut jobs, &filter.position);
        if let Some(area) = filter.area {
            jobs.and_where(employment::Column::TariffArea.eq(area));
        }
    }
    // A workplace has few jobs, and an index that finds them. Otherwise each member who is reached is asked: they are
    // fewer than the jobs of the union.
    if let Some(workplace) = filter.workplace {
        jobs.and_where(club_member::Column::WorkplaceNumber.eq(workplace)).column((club_member::Entity, club_member::Column::MemberId));
        return Some(member::Column::Id.in_subquery(jobs));
    }
    jobs.expr(Expr::val(1))
        .and_where(Expr::col((member::Entity, member::Column::Id)).equals((club_member::Entity, club_member::Column::MemberId)));
    Some(Expr::exists(jobs))
}

/// That a word of the job title begins so, whatever the size of the letters. SQLite knows large and small of a to z
/// alone; a word of another alphabet's first letter is tried with a large one as well.
fn position(jobs: &mut SelectStatement, typed: &str) {
    if typed.is_empty() {
        return;
    }
    let small = typed.to_lowercase();
    let mut letters = small.chars();
    let large: String = letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect();
    let lower = || Func::lower(Expr::col((employment::Entity, employment::Column::Title)));
    let mut any = Condition::any();
    for word in [small, large] {
        let escaped = word.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
        for pattern in [format!("{escaped}%"), format!("% {escaped}%"), format!("%-{escaped}%")] {
            any = any.add(Expr::expr(lower()).like(LikeExpr::new(pattern).escape('\\')));
        }
    }
    jobs.cond_where(any);
}
