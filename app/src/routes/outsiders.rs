//! Others in a case.

use domain::{CaseId, OutsiderId};

use super::case;

/// Writing somebody down.
pub fn new_outsider(id: CaseId) -> String {
    format!("{}/andre/ny", case(id))
}

/// Changing what stands about somebody.
pub fn change_outsider(id: CaseId, outsider: OutsiderId) -> String {
    format!("{}/andre/{outsider}", case(id))
}
