//! Rows of `members`.

use domain::{
    Date, Lang, MemberId, Timestamp, UnitId,
    registry::{MembershipKind, Protection, Section},
};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "members")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: MemberId,
    pub(crate) registry_key: String,
    pub(crate) national_id: Vec<u8>,
    pub(crate) national_id_index: Vec<u8>,
    pub(crate) given_name: String,
    pub(crate) family_name: String,
    pub(crate) name_search: String,
    pub(crate) name_sort: String,
    pub(crate) kind: MembershipKind,
    pub(crate) section: Option<Section>,
    pub(crate) local_id: UnitId,
    pub(crate) joined_on: Date,
    pub(crate) left_on: Option<Date>,
    pub(crate) email: Option<String>,
    pub(crate) phone: Option<String>,
    pub(crate) street: Option<String>,
    pub(crate) postal_code: Option<String>,
    pub(crate) city: Option<String>,
    pub(crate) language: Option<Lang>,
    pub(crate) protection: Protection,
    pub(crate) shielded: bool,
    pub(crate) digest: Vec<u8>,
    pub(crate) ended_at: Option<Timestamp>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
