//! Which agreements the members at an employer work under.

use std::collections::BTreeMap;

use domain::access::{Action, DataClass};
use domain::employers::AgreementHere;
use domain::identity::OrgNumber;
use domain::org::Count;
use domain::registry::TariffArea;
use sea_orm::sea_query::{Alias, Expr, ExprTrait, Func, Query};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait};

use crate::entity::{club_member, employment};
use crate::scope::members::{Reached, jobs_through};
use crate::{Store, StoreError, Viewer, scope};

impl Store {
    /// The tariff areas of the members in the viewer's reach who work at a unit or under it. A number below five is
    /// told only when the viewer may list those members anyway.
    pub(super) async fn agreements_at(&self, viewer: &Viewer, number: OrgNumber) -> Result<Vec<AgreementHere>, StoreError> {
        let counted = self.by_agreement(viewer, number, &[DataClass::Statistics, DataClass::MemberBasics]).await?;
        let listed = self.by_agreement(viewer, number, &[DataClass::MemberBasics]).await?;
        let here = |(area, members): (Option<TariffArea>, u64)| {
            let all_listed = listed.get(&area) == Some(&members);
            AgreementHere { area, members: Count::of(members, all_listed) }
        };
        // Those of whom the registry says nothing stand last.
        let mut here: Vec<AgreementHere> = counted.into_iter().map(here).collect();
        here.sort_by_key(|one| (one.area.is_none(), one.area));
        Ok(here)
    }

    /// How many members a right to any of these kinds of data reaches there, by tariff area.
    async fn by_agreement(
        &self,
        viewer: &Viewer,
        number: OrgNumber,
        classes: &[DataClass],
    ) -> Result<BTreeMap<Option<TariffArea>, u64>, StoreError> {
        let mut reached = Condition::any();
        for class in classes {
            if let Some(members) = Reached::new(viewer, *class, Action::See).ids() {
                let these =
                    Condition::all().add(club_member::Column::MemberId.in_subquery(members)).add(jobs_through(viewer, *class, Action::See));
                reached = reached.add(these);
            }
        }
        if reached.is_empty() {
            return Ok(BTreeMap::new());
        }
        let query = Query::select()
            .column((employment::Entity, employment::Column::TariffArea))
            .expr_as(Func::count_distinct(Expr::col((club_member::Entity, club_member::Column::MemberId))), Alias::new("members"))
            .from(club_member::Entity)
            .inner_join(
                employment::Entity,
                Expr::col((employment::Entity, employment::Column::Id)).equals((club_member::Entity, club_member::Column::EmploymentId)),
            )
            .and_where(club_member::Column::WorkplaceNumber.in_subquery(scope::under(number)))
            .cond_where(reached)
            .group_by_col((employment::Entity, employment::Column::TariffArea))
            .to_owned();
        let mut areas = BTreeMap::new();
        for row in self.db.query_all(&query).await? {
            let members: i64 = row.try_get_by_index(1)?;
            areas.insert(row.try_get_by_index(0)?, members.unsigned_abs());
        }
        Ok(areas)
    }
}
