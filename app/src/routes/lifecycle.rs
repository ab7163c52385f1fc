//! Where a case stands, and what changes it.

use domain::CaseId;

use super::case;

/// Setting a case to wait.
pub fn set_to_wait(id: CaseId) -> String {
    format!("{}/vent", case(id))
}

/// Closing a case.
pub fn close_case(id: CaseId) -> String {
    format!("{}/avslutt", case(id))
}

/// Opening a closed case again.
pub fn reopen_case(id: CaseId) -> String {
    format!("{}/gjenapne", case(id))
}
