//! What the database holds of the registry, counted: the export that an import is checked against.

use std::collections::BTreeMap;

use domain::Timestamp;
use sea_orm::sea_query::{Alias, Expr, ExprTrait, Func, Query};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter};
use serde::Serialize;

use crate::entity::{club_member, coverage, employment, mandate, member, unit};
use crate::{Store, StoreError, scope};

/// How many there are of each, those that have ended left out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Counts {
    /// When it was counted.
    pub counted_at: Timestamp,
    /// Units.
    pub units: u64,
    /// Coverages.
    pub coverages: u64,
    /// Members.
    pub members: u64,
    /// Employments.
    pub employments: u64,
    /// Mandates.
    pub mandates: u64,
    /// Members of each club today or at any other time, by the club's key in the registry.
    pub club_members: BTreeMap<String, u64>,
}

impl Store {
    /// Counts.
    pub async fn registry_counts(&self) -> Result<Counts, StoreError> {
        let per_club = Query::select()
            .column((unit::Entity, unit::Column::RegistryKey))
            .expr_as(Func::count_distinct(Expr::col((club_member::Entity, club_member::Column::MemberId))), Alias::new("members"))
            .from(club_member::Entity)
            .inner_join(
                unit::Entity,
                Expr::col((unit::Entity, unit::Column::Id)).equals((club_member::Entity, club_member::Column::ClubId)),
            )
            .group_by_col((unit::Entity, unit::Column::RegistryKey))
            .to_owned();
        let mut club_members = BTreeMap::new();
        for row in self.db.query_all(&per_club).await? {
            let members: i64 = row.try_get_by_index(1)?;
            club_members.insert(row.try_get_by_index(0)?, members.unsigned_abs());
        }
        Ok(Counts {
            counted_at: self.clock.now(),
            units: self.present::<unit::Entity>(unit::Column::EndedAt).await?,
            coverages: self.present::<coverage::Entity>(coverage::Column::EndedAt).await?,
            members: self.present::<member::Entity>(member::Column::EndedAt).await?,
            employments: self.present::<employment::Entity>(employment::Column::EndedAt).await?,
            mandates: self.present::<mandate::Entity>(mandate::Column::EndedAt).await?,
            club_members,
        })
    }

    async fn present<E: EntityTrait>(&self, ended_at: E::Column) -> Result<u64, StoreError>
    where
        E::Model: Sync,
    {
        Ok(scope::everything::<E>().filter(ended_at.is_null()).count(&self.db).await?)
    }
}
