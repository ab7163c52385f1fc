//! Which club a new case belongs to: where the viewer may open it, about everybody it is to be about.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use domain::access::UnitFacts;
use domain::cases::{About, Place, Sensitivity};
use domain::identity::OrgNumber;
use domain::org::UnitKind;
use domain::{Code, Field, FieldErrors, MemberId, UnitId};
use sea_orm::{ColumnTrait, ConnectionTrait, QueryFilter, QuerySelect};

use crate::entity::{member, unit};
use crate::members::facts;
use crate::{StoreError, Viewer, scope};

/// Where each of some members is in a club, and for which workplaces.
pub(super) type Jobs = HashMap<MemberId, BTreeMap<UnitId, Vec<OrgNumber>>>;

/// The club that a case about these will belong to: the first in which the viewer may open cases of one of these
/// sensitivities about each of them.
///
/// A member outside the scope is answered like one that does not exist, and so is a place: [`Code::NotOffered`]. Members
/// who share no such club are [`Code::NoSharedClub`].
pub(super) async fn club_of(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    about: &About,
    sensitivities: &[Sensitivity],
) -> Result<UnitId, StoreError> {
    let members = match about {
        About::Everybody(place) => {
            place_of(db, viewer, *place, sensitivities).await?;
            return Ok(place.club);
        }
        About::Member(_) | About::Members(_) => about.members(),
    };
    let open = open_in(db, viewer, members, sensitivities).await?;
    let mut each = members.iter().map(|id| open.get(id).filter(|clubs| !clubs.is_empty()));
    let mut shared = each.next().flatten().ok_or_else(|| wrong(Field::Member, Code::NotOffered))?.clone();
    for clubs in each {
        let clubs = clubs.ok_or_else(|| wrong(Field::Member, Code::NotOffered))?;
        shared.retain(|club| clubs.contains(club));
    }
    shared.first().copied().ok_or_else(|| wrong(Field::Member, Code::NoSharedClub))
}

/// Of these members, those in scope, each with the clubs in which the viewer may open such a case about them. A handful of
/// questions for each club, however many members.
pub(super) async fn open_in(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    members: &[MemberId],
    sensitivities: &[Sensitivity],
) -> Result<HashMap<MemberId, BTreeSet<UnitId>>, StoreError> {
    let seen: Vec<MemberId> = scope::members(viewer)
        .filter(member::Column::Id.is_in(members.iter().copied()))
        .select_only()
        .column(member::Column::Id)
        .into_tuple()
        .all(db)
        .await?;
    let mut jobs: Jobs = seen.iter().map(|id| (*id, BTreeMap::new())).collect();
    for row in scope::clubs_of(viewer, seen).all(db).await? {
        jobs.entry(row.member_id).or_default().entry(row.club_id).or_default().push(row.workplace_number);
    }
    open_for(db, viewer, jobs, sensitivities).await
}

/// The same for members that a scope has let through, with their jobs.
pub(super) async fn open_for(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    jobs: Jobs,
    sensitivities: &[Sensitivity],
) -> Result<HashMap<MemberId, BTreeSet<UnitId>>, StoreError> {
    let mut units: HashMap<UnitId, UnitFacts> = HashMap::new();
    for club in jobs.values().flat_map(BTreeMap::keys) {
        if !units.contains_key(club) {
            units.insert(*club, facts::of_unit(db, *club).await?);
        }
    }
    let may = |club: &UnitId, workplaces: &[OrgNumber]| {
        let unit = units.get(club);
        unit.is_some_and(|unit| sensitivities.iter().any(|one| viewer.grants.may_open(*one, unit, workplaces)))
    };
    let open = |clubs: BTreeMap<UnitId, Vec<OrgNumber>>| {
        clubs.into_iter().filter(|(club, workplaces)| may(club, workplaces)).map(|(club, _)| club).collect()
    };
    Ok(jobs.into_iter().map(|(id, clubs)| (id, open(clubs))).collect())
}

/// Proves that the viewer may open a case about everybody there: in the whole of the club, or at that workplace, which lies
/// under what the club covers.
async fn place_of(db: &impl ConnectionTrait, viewer: &Viewer, place: Place, sensitivities: &[Sensitivity]) -> Result<(), StoreError> {
    let not_offered = || wrong(Field::CasePlace, Code::NotOffered);
    let club = scope::units().filter(unit::Column::Id.eq(place.club)).filter(unit::Column::EndedAt.is_null()).one(db).await?;
    if club.is_none_or(|club| club.kind != UnitKind::Club) {
        return Err(not_offered());
    }
    let unit = facts::of_unit(db, place.club).await?;
    let workplaces: Vec<OrgNumber> = place.workplace.into_iter().collect();
    if !sensitivities.iter().any(|one| viewer.grants.may_open(*one, &unit, &workplaces)) {
        return Err(not_offered());
    }
    match place.workplace {
        Some(number) if scope::workplace_of(place.club, number).one(db).await?.is_none() => Err(not_offered()),
        _ => Ok(()),
    }
}

pub(super) fn wrong(field: Field, code: Code) -> StoreError {
    StoreError::Invalid(FieldErrors(vec![(field, code)]))
}
