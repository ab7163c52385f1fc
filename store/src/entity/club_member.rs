//! Rows of `club_members`.

use domain::{Date, EmploymentId, MemberId, UnitId, identity::OrgNumber};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "club_members")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) club_id: UnitId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) member_id: MemberId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) employment_id: EmploymentId,
    pub(crate) workplace_number: OrgNumber,
    pub(crate) from_date: Date,
    pub(crate) to_date: Option<Date>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
