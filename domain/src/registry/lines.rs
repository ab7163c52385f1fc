//! The lines. A field that is an `Option` may be left out or be `null`; nothing else may, and nothing else may
//! be added: an unknown field is a misunderstanding between two systems, and those are better found at once.

use serde::{Deserialize, Serialize};

use super::codes::{FileKind, LineType, MembershipKind, Protection, Section, TariffArea};
use crate::identity::{NationalId, OrgNumber};
use crate::org::{Office, UnitKind};
use crate::{Date, Lang};

/// One line of the file. Reading one from outside goes through [`super::parse_line`], which also judges the texts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Line {
    /// What kind of file this is.
    File(FileLine),
    /// A unit of the organisation.
    Unit(UnitLine),
    /// An employer unit that a club covers.
    Coverage(CoverageLine),
    /// A person.
    Member(MemberLine),
    /// Where a person works, or worked.
    Employment(EmploymentLine),
    /// An office held by a person.
    Mandate(MandateLine),
    /// Something that is no more; in a difference only.
    End(EndLine),
}

/// Says what kind of file it stands in. A file without one is full.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FileLine {
    /// Full, or a difference.
    pub kind: FileKind,
}

/// Ends what a full file would end by leaving it out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EndLine {
    /// The type of what has ended.
    pub of: LineType,
    /// Its identifier; for a coverage there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// For a coverage: the club.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// For a coverage: what it no longer covers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub employer: Option<OrgNumber>,
}

/// A union, county, local, club, advisory centre or legal department.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UnitLine {
    /// The member system's own identifier, stable for as long as the unit exists.
    pub id: String,
    /// Its level or purpose.
    pub kind: UnitKind,
    /// What people call it.
    pub name: String,
    /// The unit above; absent for the union only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<String>,
    /// The unit's own telephone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// The unit's own e-mail address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// The unit that took its place when it was merged or closed: this one has ended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replaced_by: Option<String>,
}

/// A club covers an employer unit and everything under it in the business register.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CoverageLine {
    /// The club.
    pub unit: String,
    /// An employer (enhet) or a workplace (underenhet).
    pub employer: OrgNumber,
}

/// A person. `Debug` shows everything but the national id: not for logs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MemberLine {
    /// The member number.
    pub id: String,
    /// Finds the person at login; stored encrypted.
    pub national_id: NationalId,
    /// Given name, with middle names.
    pub given_name: String,
    /// Family name.
    pub family_name: String,
    /// The local the member belongs to; for staff, the unit where they are employed.
    pub local: String,
    /// What they are to the union.
    pub kind: MembershipKind,
    /// Occupational section.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub section: Option<Section>,
    /// First day as a member.
    pub joined: Date,
    /// Last day as a member.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub left: Option<Date>,
    /// E-mail address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// Telephone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// Street and number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub street: Option<String>,
    /// Postal code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub postal_code: Option<String>,
    /// Postal town.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub city: Option<String>,
    /// The language the member prefers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<Lang>,
    /// The grade of a protected address; absent is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub protection: Option<Protection>,
    /// Whether the membership is kept from the employer (hemmelig medlemskap); absent is no.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shielded: Option<bool>,
    /// The member who is named to help this one, when their address is graded or the membership shielded.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub helper: Option<String>,
}

/// One period in which a person works, or worked, at a workplace.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EmploymentLine {
    /// The member system's own identifier.
    pub id: String,
    /// The member number.
    pub member: String,
    /// Where; normally a workplace (underenhet).
    pub workplace: OrgNumber,
    /// What the person is called at work.
    pub title: String,
    /// The agreement's code for the position.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub position_code: Option<String>,
    /// Share of full time, 0–100.
    pub percent: u8,
    /// The agreement the employment is under.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tariff_area: Option<TariffArea>,
    /// First day.
    pub from: Date,
    /// Last day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Date>,
}

/// One holding of an office, from–to. A change is a new line with a new id; lines are ended, not rewritten.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MandateLine {
    /// The member system's own identifier.
    pub id: String,
    /// The member number of whoever holds the office.
    pub member: String,
    /// The office.
    pub office: Office,
    /// The unit at which it is held.
    pub unit: String,
    /// Narrows the office to one workplace.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub workplace: Option<OrgNumber>,
    /// First day.
    pub from: Date,
    /// Last day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Date>,
    /// The day of the election.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub elected: Option<Date>,
    /// The day the employer was told in writing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub employer_notified: Option<Date>,
    /// The mandate (its id) that this person holds in another's absence.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub substitute_for: Option<String>,
    /// The first day on which the office is no longer held, when that came before `to`: recalled, resigned, moved.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub revoked: Option<Date>,
}

impl MandateLine {
    /// The last day on which the office is held. Before the first day when it was revoked before it began.
    pub fn last_day(&self) -> Option<Date> {
        crate::mandates::last_day(self.to, self.revoked)
    }
}
