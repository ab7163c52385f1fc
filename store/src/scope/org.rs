//! Who holds which office, and what is missing, in a unit that the viewer may see.

use domain::org::Shortfall;
use domain::registry::Protection;
use domain::{MandateId, MemberId};
use sea_orm::{ColumnTrait, EntityTrait, ExprTrait, QueryFilter, Select};

use super::on_day;
use crate::Viewer;
use crate::entity::{mandate, member, shortfall};
use crate::org::SeenUnit;

/// The offices of a unit, held now or later, for whoever may see them.
pub(crate) fn offices_at(viewer: &Viewer, unit: &SeenUnit) -> Option<Select<mandate::Entity>> {
    let held = mandate::Column::ToDate.is_null().or(mandate::Column::ToDate.gte(viewer.today));
    let found = mandate::Entity::find().filter(mandate::Column::UnitId.eq(unit.id())).filter(mandate::Column::EndedAt.is_null());
    unit.shows_mandates().then(|| found.filter(held))
}

/// Mandates whose ids came out of [`shortfalls`], or for which such a mandate stands in.
pub(crate) fn mandates_short(ids: impl IntoIterator<Item = MandateId>) -> Select<mandate::Entity> {
    mandate::Entity::find().filter(mandate::Column::Id.is_in(ids))
}

/// What is missing in a unit and under it today, of one kind, for whoever may see that.
pub(crate) fn shortfalls(viewer: &Viewer, unit: &SeenUnit, kind: Shortfall) -> Option<Select<shortfall::Entity>> {
    unit.shows(kind).then(|| {
        shortfall::Entity::find().filter(shortfall::Column::UnitId.eq(unit.id())).filter(shortfall::Column::Kind.eq(kind)).filter(on_day(
            shortfall::Column::FromDate,
            shortfall::Column::ToDate,
            viewer.today,
        ))
    })
}

/// Those who hold offices that came out of a scope and may be named: their names, nothing else.
///
/// Holding an office tells that somebody is a member, and where. Whoever is protected is therefore in no list of
/// offices either, just as in no list of members; a seat marked as taken without a name would give them away in a club
/// of ten. They see their own mandates on their own page, and whoever is named to help them has their card.
pub(crate) fn names_of_holders(ids: impl IntoIterator<Item = MemberId>) -> Select<member::Entity> {
    member::Entity::find()
        .filter(member::Column::Id.is_in(ids))
        .filter(member::Column::Protection.eq(Protection::None))
        .filter(member::Column::Shielded.eq(false))
        .filter(member::Column::EndedAt.is_null())
}

/// Every mandate the viewer has, has had or will have, also those that have gone out of the file.
pub(crate) fn own_mandates(viewer: &Viewer) -> Select<mandate::Entity> {
    mandate::Entity::find().filter(mandate::Column::MemberId.eq(viewer.person()))
}
