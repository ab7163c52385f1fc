//! The tables as this program knows them; a test holds them against both migrated databases.

use sea_orm::{ColumnTrait, EntityName, EntityTrait, IdenStatic, Iterable};

use crate::entity::{
    access_log, access_log_detail, case, case_answer, case_conflict, case_conflict_number, case_entry, case_event, case_key, case_link,
    case_outsider, case_participant, case_party, case_segment, case_total, case_types, club_member, coverage, document, document_version,
    document_words, draft, earlier_text, employer_alert, employer_alert_seen, employer_path, employer_unit, employment, import,
    import_part, kept_key, key_check, key_node, lease, letter_templates, login_attempt, mandate, meeting, meeting_action, member,
    member_change, member_segment, member_total, member_word, note, note_addition, note_text, policy, protected_helper, protocol,
    protocol_signature, reach, register_feed, session, shortfall, shortfall_change, task, task_comment, unit, unit_path, unit_period,
    unsealed_text,
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
        table(case_answer::Entity),
        table(case_conflict::Entity),
        table(case_conflict_number::Entity),
        table(case_entry::Entity),
        table(case_event::Entity),
        table(case_link::Entity),
        table(case_outsider::Entity),
        table(case_participant::Entity),
        table(case_party::Entity),
        table(case_segment::Entity),
        table(case_total::Entity),
        table(case_types::Entity),
        table(letter_templates::Entity),
        table(club_member::Entity),
        table(coverage::Entity),
        table(document::Entity),
        table(document_version::Entity),
        table(document_words::Entity),
        table(draft::Entity),
        table(earlier_text::Entity),
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
        table(meeting::Entity),
        table(meeting_action::Entity),
        table(member::Entity),
        table(member_change::Entity),
        table(member_segment::Entity),
        table(member_total::Entity),
        table(note::Entity),
        table(note_addition::Entity),
        table(note_text::Entity),
        table(policy::Entity),
        table(protected_helper::Entity),
        table(protocol::Entity),
        table(protocol_signature::Entity),
        table(member_word::Entity),
        table(reach::Entity),
        table(register_feed::Entity),
        table(session::Entity),
        table(shortfall::Entity),
        table(shortfall_change::Entity),
        table(task::Entity),
        table(task_comment::Entity),
        table(unit::Entity),
        table(unit_path::Entity),
        table(unit_period::Entity),
        table(unsealed_text::Entity),
    ]
}

/// The access log's, which lie in a file of their own with SQLite.
pub fn log_tables() -> Vec<Table> {
    vec![table(access_log::Entity), table(access_log_detail::Entity)]
}

/// The keys of cases, which lie in a file of their own with SQLite.
pub fn case_key_tables() -> Vec<Table> {
    vec![table(case_key::Entity)]
}

fn table<E: EntityTrait + EntityName>(entity: E) -> Table {
    let column = |column: E::Column| Column { name: column.as_str().to_owned(), optional: column.def().is_null() };
    Table { name: entity.table_name(), columns: E::Column::iter().map(column).collect() }
}
