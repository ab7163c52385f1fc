//! Links between cases, and finding a case by its number.

use domain::CaseId;

use super::{Address, case};

/// Finding a case by its number.
pub const FIND_CASE: &str = "/saker/finn";

/// The number of a case, in an address.
pub const CASE_NUMBER: &str = "nummer";

/// What a case is linked to, and linking it to another.
pub fn link_case(id: CaseId) -> String {
    format!("{}/koblinger", case(id))
}

/// Merging a case into another, which is to be chosen.
pub fn merge_case(id: CaseId) -> String {
    format!("{}/sla-sammen", case(id))
}

/// The same, with the number of the other as it was typed.
pub fn merge_case_with(id: CaseId, number: &str) -> String {
    let mut address = Address::new(&merge_case(id));
    address.with(CASE_NUMBER, number);
    address.done()
}
