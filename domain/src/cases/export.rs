//! The case list as a file: what is in it, and what its watermark says.

use crate::Timestamp;
use crate::members::ExportOrder;
use crate::org::Office;

use super::{CaseFilter, CaseRow};

/// The most cases in one file. Whoever needs more narrows the list.
pub const CASE_EXPORT_ROWS: u64 = 2_000;

/// The contents of a file: what the list shows, and of protected members nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseExport {
    /// Who made it.
    pub made_by: String,
    /// The offices held then, each with its unit's name.
    pub offices: Vec<(Office, String)>,
    /// When.
    pub made_at: Timestamp,
    /// The order.
    pub order: ExportOrder,
    /// What was asked for.
    pub filter: CaseFilter,
    /// The cases, in the order of the list.
    pub rows: Vec<CaseRow>,
}
