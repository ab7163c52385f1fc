//! What the rule must know of a member.

use std::collections::HashSet;

use domain::access::{MemberFacts, UnitFacts};
use domain::identity::OrgNumber;
use domain::registry::Protection;
use domain::{MemberId, UnitId};
use sea_orm::ConnectionTrait;

use crate::entity::member;
use crate::{StoreError, Viewer, scope};

/// The facts of a member whose row came out of a scope.
pub(crate) async fn of(db: &impl ConnectionTrait, viewer: &Viewer, row: &member::Model) -> Result<MemberFacts, StoreError> {
    let clubs = scope::clubs_of(viewer, [row.id]).all(db).await?;
    let jobs: Vec<(UnitId, OrgNumber)> = clubs.into_iter().map(|club| (club.club_id, club.workplace_number)).collect();
    let units: HashSet<UnitId> = jobs.iter().map(|(club, _)| *club).chain([row.local_id]).collect();
    let workplaces: HashSet<OrgNumber> = jobs.iter().map(|(_, workplace)| *workplace).collect();
    let protected = row.protection != Protection::None || row.shielded;
    let named: Vec<MemberId> = match protected {
        true => scope::helpers_of(row.id).all(db).await?.into_iter().map(|helper| helper.person_id).collect(),
        false => Vec::new(),
    };
    Ok(MemberFacts {
        units: above_units(db, units).await?,
        employers: above_employers(db, workplaces).await?,
        jobs,
        protected,
        named,
        // The scope holds nobody else.
        current: true,
    })
}

/// The facts of a unit.
pub(crate) async fn of_unit(db: &impl ConnectionTrait, unit: UnitId) -> Result<UnitFacts, StoreError> {
    let employers = scope::employers_over(unit).all(db).await?.into_iter().map(|row| row.above).collect();
    Ok(UnitFacts { units: above_units(db, HashSet::from([unit])).await?, employers })
}

async fn above_units(db: &impl ConnectionTrait, units: HashSet<UnitId>) -> Result<Vec<UnitId>, StoreError> {
    Ok(scope::above_units(units).all(db).await?.into_iter().map(|row| row.above_id).collect())
}

async fn above_employers(db: &impl ConnectionTrait, numbers: HashSet<OrgNumber>) -> Result<Vec<OrgNumber>, StoreError> {
    if numbers.is_empty() {
        return Ok(Vec::new());
    }
    Ok(scope::above_employers(numbers).all(db).await?.into_iter().map(|row| row.above).collect())
}
