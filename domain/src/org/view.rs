//! What the pages of the organisation read.

use serde::{Deserialize, Serialize};

use crate::code::code_enum;
use crate::employers::Named;
use crate::mandates::{MandateState, Term};
use crate::{Date, MandateId, MemberId, UnitId};

use super::{Count, Office, UnitKind};

code_enum! {
    /// Something that is missing, and that somebody should do something about.
    pub enum Shortfall {
        /// A workplace with members, and nobody in their club who represents them towards the employer.
        NoRepresentative = "no_representative",
        /// A mandate that expires within [`Term::WARNING`] days.
        Expiring = "expiring",
        /// A mandate of the agreement of which the employer has not been told.
        NotNotified = "not_notified",
    }
}

/// It can be part of a key; no key of ours is a number.
#[cfg(feature = "sea-orm")]
impl sea_orm::TryFromU64 for Shortfall {
    fn try_from_u64(_: u64) -> Result<Self, sea_orm::DbErr> {
        Err(sea_orm::DbErr::ConvertFromU64("Shortfall"))
    }
}

/// A unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnitNamed {
    /// Which one.
    pub id: UnitId,
    /// Of what kind.
    pub kind: UnitKind,
    /// Its name.
    pub name: String,
}

/// A unit one may choose, with the name of the one above it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnitChoice {
    /// Which one.
    pub unit: UnitNamed,
    /// What it lies under.
    pub above: Option<String>,
}

/// A place in the list of units below another.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct BelowCursor {
    /// The key by which the list is sorted.
    pub key: String,
    /// The unit.
    pub id: UnitId,
}

/// A unit below another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnitBelow {
    /// Which one.
    pub unit: UnitNamed,
    /// How many members it has; left out for those who may not see numbers.
    pub members: Option<Count>,
}

/// One page of the units below another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnitsBelow {
    /// How many there are in all.
    pub total: u64,
    /// In the order of their names.
    pub rows: Vec<UnitBelow>,
    /// Where the next page begins.
    pub next: Option<BelowCursor>,
}

/// Somebody who holds an office, or will.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holder {
    /// Which mandate.
    pub id: MandateId,
    /// Their name.
    pub name: String,
    /// Their card, for those who may see it.
    pub card: Option<MemberId>,
    /// The office.
    pub office: Office,
    /// The name of the workplace or employer that the mandate names.
    pub workplace: Option<String>,
    /// Its days.
    pub term: Term,
    /// Planned or active.
    pub state: MandateState,
    /// The day of the election.
    pub elected: Option<Date>,
    /// The day the employer was told.
    pub notified: Option<Date>,
    /// Whether the office is held in another's absence, and whose, if they may be named.
    pub substitute_for: Option<Option<String>>,
}

/// A line of a list of what is missing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum ShortfallRow {
    /// A workplace without a representative.
    Workplace {
        /// Which one.
        workplace: Named,
        /// Whether the viewer may open its page.
        may_open: bool,
        /// The club its members are in; or their local, when no club covers it.
        unit: UnitNamed,
        /// How many of the unit's members work there; left out for those who may not see numbers.
        members: Option<Count>,
    },
    /// A mandate that expires, or of which the employer has not been told.
    Mandate {
        /// Who holds what.
        holder: Holder,
        /// Where.
        unit: UnitNamed,
    },
}

/// What is missing of one kind, on the page of a unit: how many, and the first of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShortfallsHere {
    /// What is missing.
    pub kind: Shortfall,
    /// So many.
    pub total: u64,
    /// The first few.
    pub rows: Vec<ShortfallRow>,
}

/// A place in a list of what is missing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShortfallCursor {
    /// The key by which the list is sorted.
    pub key: String,
    /// The subject.
    pub id: uuid::Uuid,
}

/// One page of a list of what is missing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShortfallPage {
    /// The unit in which it is missing, or under which.
    pub unit: UnitNamed,
    /// What is missing.
    pub kind: Shortfall,
    /// So many.
    pub total: u64,
    /// Those of this page.
    pub rows: Vec<ShortfallRow>,
    /// Where the next page begins.
    pub next: Option<ShortfallCursor>,
    /// The day in Oslo.
    pub today: Date,
}

/// The whole page of a unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnitView {
    /// Which one.
    pub unit: UnitNamed,
    /// The units it lies under, the union first, and whether the viewer may open each.
    pub above: Vec<(UnitNamed, bool)>,
    /// Telephone.
    pub phone: Option<String>,
    /// E-mail address.
    pub email: Option<String>,
    /// How many members it has today; left out for those who may not see numbers.
    pub members: Option<Count>,
    /// Whether the viewer may list its members.
    pub lists_members: bool,
    /// The units below it.
    pub below: UnitsBelow,
    /// The employers that it covers itself, and whether the viewer may open the page of each.
    pub employers: Vec<(Named, bool)>,
    /// Who holds which office in it, now or later; left out for those who may not see that.
    pub holders: Option<Vec<Holder>>,
    /// What is missing in it and under it, of what the viewer may see.
    pub shortfalls: Vec<ShortfallsHere>,
    /// The day in Oslo.
    pub today: Date,
}
