//! How many of the viewer's members work where.

use std::collections::HashMap;

use domain::access::{Action, DataClass};
use domain::identity::OrgNumber;
use sea_orm::sea_query::{Alias, Expr, Func, Query, SelectStatement};
use sea_orm::{ColumnTrait, ConnectionTrait};

use crate::entity::club_member;
use crate::scope::members::{Reached, seen_jobs};
use crate::{Store, StoreError, Viewer};

impl Store {
    /// The number of members in scope at each of the workplaces that `at` selects, where there are any.
    pub(crate) async fn members_at(&self, viewer: &Viewer, at: SelectStatement) -> Result<HashMap<OrgNumber, u64>, StoreError> {
        let Some(members) = Reached::new(viewer, DataClass::MemberBasics, Action::See).ids() else { return Ok(HashMap::new()) };
        let query = Query::select()
            .column(club_member::Column::WorkplaceNumber)
            .expr_as(Func::count_distinct(Expr::col(club_member::Column::MemberId)), Alias::new("members"))
            .from(club_member::Entity)
            .cond_where(seen_jobs(viewer))
            .and_where(club_member::Column::WorkplaceNumber.in_subquery(at))
            .and_where(club_member::Column::MemberId.in_subquery(members))
            .group_by_col(club_member::Column::WorkplaceNumber)
            .to_owned();
        let mut counts = HashMap::new();
        for row in self.db.query_all(&query).await? {
            let members: i64 = row.try_get_by_index(1)?;
            counts.insert(row.try_get_by_index(0)?, members.unsigned_abs());
        }
        Ok(counts)
    }
}
