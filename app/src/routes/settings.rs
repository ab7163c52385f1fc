//! The settings.

use domain::MemberId;
use domain::cases::CaseType;
use domain::org::Office;
use domain::settings::{Proposed, Step};

use super::{CASE_TYPES, HOLDERS, IN_FORCE, MATRIX, NEW_OFFICE, POLICY_VERSIONS};

/// The rights of one office.
pub fn office_rights(office: Office) -> String {
    format!("{MATRIX}/{office}")
}

/// One step of a change; the last is the page before it is put in force.
pub fn change(what: Proposed, step: Step) -> String {
    let begin = match what {
        Proposed::Office(office) => office_rights(office),
        Proposed::NewOffice => NEW_OFFICE.to_owned(),
        Proposed::Facts(office) => format!("{}/verv", office_rights(office)),
        Proposed::Version(version) => return bring_back(version),
    };
    match step {
        Step::Office => begin,
        Step::Rights => format!("{begin}/endre"),
        Step::Reasons => format!("{begin}/hvorfor"),
        Step::Check => format!("{begin}/sjekk"),
    }
}

/// Where somebody is led who throws a change away.
pub fn before_change(what: Proposed) -> String {
    match what {
        Proposed::Office(office) | Proposed::Facts(office) => office_rights(office),
        Proposed::NewOffice => MATRIX.to_owned(),
        Proposed::Version(version) => policy_version(version),
    }
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

/// The case types, when others were just put in force.
pub fn case_types_in_force() -> String {
    format!("{CASE_TYPES}?{IN_FORCE}=1")
}

/// One case type.
pub fn case_type(case_type: CaseType) -> String {
    format!("{CASE_TYPES}/{case_type}")
}

/// What somebody who holds an office would see.
pub fn holder(id: MemberId) -> String {
    format!("{HOLDERS}/{id}")
}
