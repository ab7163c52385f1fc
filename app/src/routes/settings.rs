//! The settings.

use domain::MemberId;
use domain::org::Office;
use domain::settings::{Proposed, Step};

use super::{HOLDERS, IN_FORCE, MATRIX, POLICY_VERSIONS};

/// The rights of one office.
pub fn office_rights(office: Office) -> String {
    format!("{MATRIX}/{office}")
}

/// One step of changing them.
pub fn change_rights(office: Office, step: Step) -> String {
    let step = match step {
        Step::Rights => "endre",
        Step::Reasons => "hvorfor",
        Step::Check => "sjekk",
    };
    format!("{}/{step}", office_rights(office))
}

/// One version of the access matrix.
pub fn policy_version(version: i32) -> String {
    format!("{POLICY_VERSIONS}/{version}")
}

/// The same, just put in force.
pub fn policy_version_in_force(version: i32) -> String {
    format!("{}?{IN_FORCE}=1", policy_version(version))
}

/// The last page before an earlier version is put in force again.
pub fn bring_back(version: i32) -> String {
    format!("{}/tilbake", policy_version(version))
}

/// The last page before something is put in force.
pub fn check_change(what: Proposed) -> String {
    match what {
        Proposed::Office(office) => change_rights(office, Step::Check),
        Proposed::Version(version) => bring_back(version),
    }
}

/// What somebody who holds an office would see.
pub fn holder(id: MemberId) -> String {
    format!("{HOLDERS}/{id}")
}
