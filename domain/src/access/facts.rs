//! What must be known of something to decide about it.

use crate::cases::Sensitivity;
use crate::identity::OrgNumber;
use crate::participants::Role;
use crate::{MemberId, UnitId};

/// A member.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MemberFacts {
    /// The local and the clubs the member is in today, and every unit above them.
    pub units: Vec<UnitId>,
    /// Each club the member is in today, with the workplace that puts them there.
    pub jobs: Vec<(UnitId, OrgNumber)>,
    /// Those workplaces, and every employer unit above them.
    pub employers: Vec<OrgNumber>,
    /// Graded address or shielded membership.
    pub protected: bool,
    /// Those named to help a protected member.
    pub named: Vec<MemberId>,
    /// A member today: not ended, and not merely employed by the union.
    pub current: bool,
}

/// A case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseFacts {
    /// The club it belongs to.
    pub unit: UnitFacts,
    /// Who answers for it.
    pub owner: MemberId,
    /// Who takes part in it beside the owner today, and how.
    pub participants: Vec<(MemberId, Role)>,
    /// Who must see no trace of it, whatever they hold or own.
    pub conflicted: Vec<MemberId>,
    /// How sensitive its contents are.
    pub sensitivity: Sensitivity,
}

/// A unit.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct UnitFacts {
    /// The unit itself and every unit above it.
    pub units: Vec<UnitId>,
    /// The employer units that it covers itself, and every employer unit above those.
    pub employers: Vec<OrgNumber>,
}
