//! The tables as this program knows them; a test holds them against both migrated databases.

use sea_orm::{ColumnTrait, EntityName, EntityTrait, IdenStatic, Iterable};

use crate::entity::{
    access_log, access_log_detail, case, case_event, case_participant, case_party, case_total, club_member, coverage, draft,
    employer_alert, employer_alert_seen, employer_path, employer_unit, employment, import, import_part, kept_key, key_check, key_node,
    lease, login_attempt, mandate, member, member_change, member_segment, member_total, member_word, note, policy, protected_helper, reach,
    register_feed, session, shortfall, shortfall_change, task, unit, unit_path, unit_period,
};

/// A table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// Its name.
    pub name: &'static str,
    /// Its columns.
    pub columns: Vec<Column>,
}

/// A column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its name.
    pub name: String,
    /// Whether it may be empty (null).
    pub optional: bool,
}

/// Every table that has an entity, but for the access log's.
pub fn tables() -> Vec<Table> {
    vec![
        table(case::Entity),
        table(case_event::Entity),
        table(case_participant::Entity),
        table(case_party::Entity),
        table(case_total::Entity),
        table(club_member::Entity),
        table(coverage::Entity),
        table(draft::Entity),
        table(employer_path::Entity),
        table(employer_alert::Entity),
        table(employer_alert_seen::Entity),
        table(employer_unit::Entity),
        table(employment::Entity),
        table(import::Entity),
        table(import_part::Entity),
        table(kept_key::Entity),
        table(key_check::Entity),
        table(key_node::Entity),
        table(lease::Entity),
        table(login_attempt::Entity),
        table(mandate::Entity),
        table(member::Entity),
        table(member_change::Entity),
        table(member_segment::Entity),
        table(member_total::Entity),
        table(note::Entity),
        table(policy::Entity),
        table(protected_helper::Entity),
        table(member_word::Entity),
        table(reach::Entity),
        table(register_feed::Entity),
        table(session::Entity),
        table(shortfall::Entity),
        table(shortfall_change::Entity),
        table(task::Entity),
        table(unit::Entity),
        table(unit_path::Entity),
        table(unit_period::Entity),
    ]
}

/// The access log's, which lie in a file of their own with SQLite.
pub fn log_tables() -> Vec<Table> {
    vec![table(access_log::Entity), table(access_log_detail::Entity)]
}

fn table<E: EntityTrait + EntityName>(entity: E) -> Table {
    let column = |column: E::Column| Column { name: column.as_str().to_owned(), optional: column.def().is_null() };
    Table { name: entity.table_name(), columns: E::Column::iter().map(column).collect() }
}
