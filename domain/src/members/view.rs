//! What the member pages read.

use serde::{Deserialize, Serialize};

use crate::access::Why;
use crate::cases::CaseRow;
use crate::identity::OrgNumber;
use crate::registry::{MembershipKind, Section, TariffArea};
use crate::{Date, MemberId};

/// One member in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MemberRow {
    /// Who.
    pub id: MemberId,
    /// Given and family name.
    pub name: String,
    /// Job title and workplace of each employment the viewer's mandates reach.
    pub jobs: Vec<Job>,
    /// When they became a member.
    pub joined: Date,
}

/// A job in one line: what and where.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Job {
    /// Job title.
    pub title: String,
    /// The workplace's name.
    pub workplace: String,
}

/// A place in the list, by name and then by id, so that pages neither skip nor repeat anybody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MemberCursor {
    /// The name's sort key.
    pub key: String,
    /// Breaks ties.
    pub id: MemberId,
}

/// One page of a member list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MemberPage {
    /// Exactly how many the filter finds, over all pages.
    pub total: u64,
    /// This page's rows, in the order of the Norwegian alphabet.
    pub rows: Vec<MemberRow>,
    /// Where the next page begins, when there is one.
    pub next: Option<MemberCursor>,
}

/// A workplace to filter by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WorkplaceChoice {
    /// Its number in the business register.
    pub number: OrgNumber,
    /// Its name.
    pub name: String,
    /// How many members in scope work there.
    pub members: u64,
}

/// The whole card of one member.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MemberCard {
    /// Who.
    pub id: MemberId,
    /// Given and family name.
    pub name: String,
    /// The number in the member system.
    pub member_no: String,
    /// The national id with the last five digits hidden, for those who see contact details: it holds the birthday.
    pub national_id: Option<String>,
    /// Telephone, as the registry has it.
    pub phone: Option<String>,
    /// E-mail address.
    pub email: Option<String>,
    /// Street, postal code and city, one line each.
    pub address: Vec<String>,
    /// Whether the viewer may see how to reach the member; when not, the four above are empty.
    pub contact: bool,
    /// Kind of membership.
    pub kind: MembershipKind,
    /// Occupational section.
    pub section: Option<Section>,
    /// The local's name.
    pub local: String,
    /// When they became a member.
    pub joined: Date,
    /// Jobs, present ones first.
    pub employments: Vec<Employment>,
    /// Cases about this member that the viewer may see.
    pub cases: Vec<CaseRow>,
    /// Which mandate shows this card.
    pub why: Why,
    /// Whether the member is protected, so that nothing here may be passed on.
    pub protected: bool,
    /// Whether the viewer may open a case about this member.
    pub may_open_case: bool,
    /// The day in Oslo.
    pub today: Date,
}

/// One employment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Employment {
    /// Job title.
    pub title: String,
    /// The workplace's name.
    pub workplace: String,
    /// The workplace's number, when the viewer may open its page.
    pub workplace_number: Option<OrgNumber>,
    /// The employer's name, when it is another than the workplace.
    pub employer: Option<String>,
    /// Percent of a full position.
    pub percent: u8,
    /// Tariff area.
    pub tariff_area: Option<TariffArea>,
    /// First day.
    pub from: Date,
    /// Last day.
    pub to: Option<Date>,
}
