//! Those who hold offices, for whoever looks after the settings: never members in general.

use domain::org::Office;
use domain::registry::Protection;
use domain::{Date, MemberId};
use sea_orm::sea_query::{Expr, ExprTrait, Query, SelectStatement};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Select};

use super::on_day;
use crate::entity::{mandate, member, unit};
use crate::settings::SettingsReader;

/// Persons who hold an office today. Nobody whose details are protected is among them.
pub(crate) fn office_holders(reader: &SettingsReader, today: Date) -> Select<member::Entity> {
    let held = Query::select()
        .column((mandate::Entity, mandate::Column::MemberId))
        .from(mandate::Entity)
        .and_where(Expr::col((mandate::Entity, mandate::Column::UnitId)).in_subquery(living_units()))
        .and_where(Expr::col((mandate::Entity, mandate::Column::EndedAt)).is_null())
        .cond_where(on_day(mandate::Column::FromDate, mandate::Column::ToDate, today))
        .to_owned();
    unprotected(reader).filter(member::Column::EndedAt.is_null()).filter(member::Column::Id.in_subquery(held))
}

/// The mandates of an office that are active today: for counting.
pub(crate) fn mandates_of_office(_: &SettingsReader, office: Office, today: Date) -> Select<mandate::Entity> {
    active(today).filter(mandate::Column::Office.eq(office))
}

/// Of these, those of persons whose details are not protected.
pub(crate) fn open_mandates_of_office(reader: &SettingsReader, office: Office, today: Date) -> Select<mandate::Entity> {
    use sea_orm::{QuerySelect, QueryTrait};
    let persons = unprotected(reader).select_only().column(member::Column::Id).into_query();
    mandates_of_office(reader, office, today).filter(mandate::Column::MemberId.in_subquery(persons))
}

/// The mandates of persons who came out of [`office_holders`], today.
pub(crate) fn mandates_held_by(_: &SettingsReader, persons: impl IntoIterator<Item = MemberId>, today: Date) -> Select<mandate::Entity> {
    active(today).filter(mandate::Column::MemberId.is_in(persons))
}

fn unprotected(_: &SettingsReader) -> Select<member::Entity> {
    member::Entity::find().filter(member::Column::Protection.eq(Protection::None)).filter(member::Column::Shielded.eq(false))
}

/// In units that have not ended: a mandate elsewhere gives nothing.
fn active(today: Date) -> Select<mandate::Entity> {
    mandate::Entity::find()
        .filter(mandate::Column::EndedAt.is_null())
        .filter(mandate::Column::UnitId.in_subquery(living_units()))
        .filter(on_day(mandate::Column::FromDate, mandate::Column::ToDate, today))
}

fn living_units() -> SelectStatement {
    Query::select()
        .column((unit::Entity, unit::Column::Id))
        .from(unit::Entity)
        .and_where(Expr::col((unit::Entity, unit::Column::EndedAt)).is_null())
        .to_owned()
}
