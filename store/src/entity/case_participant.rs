//! Rows of `case_participants`.

use domain::participants::Role;
use domain::{CaseId, Date, MemberId, Timestamp};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "case_participants")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) case_id: CaseId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) person_id: MemberId,
    pub(crate) role: Role,
    /// The last day on which they take part; without one, until somebody ends it.
    pub(crate) until_date: Option<Date>,
    /// Who asked them; nobody where an older program did not say.
    pub(crate) added_by: Option<MemberId>,
    pub(crate) added_at: Timestamp,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
