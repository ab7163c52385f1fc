//! The organisation: units, offices and the mandates that hold them.

mod count;
mod view;

pub use count::Count;
pub use view::{
    BelowCursor, Holder, Shortfall, ShortfallCursor, ShortfallPage, ShortfallRow, ShortfallsHere, UnitBelow, UnitChoice, UnitNamed,
    UnitView, UnitsBelow,
};

use crate::code::code_enum;

code_enum! {
    /// What kind of unit this is. The names people see are settings, not these codes.
    pub enum UnitKind {
        /// The union itself; exactly one, without a parent.
        Union = "union",
        /// A county district (fylkeskrets).
        County = "county",
        /// A local (fagforening): every member belongs to one.
        Local = "local",
        /// A club (klubb): the members at the employer units it covers.
        Club = "club",
        /// A regional advisory centre (kompetansesenter).
        Advisory = "advisory",
        /// The legal department.
        Legal = "legal",
    }
}

code_enum! {
    /// An office somebody can be elected or employed to. The codes are the member system's own.
    pub enum Office {
        /// Workplace representative.
        WorkplaceRep = "PTV",
        /// Club leader.
        ClubLeader = "KLUBBLEDER",
        /// Deputy club leader.
        ClubDeputy = "KLUBBNESTLEDER",
        /// Club secretary.
        ClubSecretary = "KLUBBSEKRETAER",
        /// Club board member.
        ClubBoard = "KLUBBSTYREMEDLEM",
        /// Chief representative at one employer.
        ChiefRep = "HTV",
        /// Joint representative for several employers.
        JointRep = "FTV",
        /// Leader of a local.
        LocalLeader = "FORENINGSLEDER",
        /// Deputy leader of a local.
        LocalDeputy = "NESTLEDER",
        /// Treasurer of a local.
        Treasurer = "KASSERER",
        /// Training officer.
        Training = "OPPLAERINGSANSVARLIG",
        /// Youth representative.
        Youth = "UNGDOMSTILLITSVALGT",
        /// Pensioners' representative.
        Pensioners = "PENSJONISTTILLITSVALGT",
        /// Board member of a local.
        LocalBoard = "STYREMEDLEM",
        /// Leader of a county district.
        CountyLeader = "FYLKESLEDER",
        /// Leader of the union.
        UnionLeader = "FORBUNDSLEDER",
        /// Adviser at a regional centre.
        Adviser = "RAADGIVER_KS",
        /// Lawyer.
        Lawyer = "ADVOKAT",
        /// Registry clerk: answers for the member system's data.
        RegistryClerk = "REGISTERFORER",
        /// Administrator of the portal.
        Admin = "ADMIN",
        /// Data protection officer.
        DataProtection = "PVO",
    }
}

impl Office {
    /// Whether a unit has one holder of this office at a time; a substitute is not a second one.
    pub const fn single_holder(self) -> bool {
        matches!(self, Self::ClubLeader | Self::LocalLeader | Self::CountyLeader)
    }

    /// Whether it represents members towards the employer, by the main agreement (avtaletillitsvalgt): those whom the
    /// employer must be told of in writing, and who stand between a workplace and having no representative.
    pub const fn is_of_agreement(self) -> bool {
        matches!(self, Self::WorkplaceRep | Self::ClubLeader | Self::ChiefRep | Self::JointRep)
    }

    /// The kinds of unit at which this office can be held.
    pub const fn held_at(self) -> &'static [UnitKind] {
        match self {
            Self::WorkplaceRep | Self::ClubLeader | Self::ClubDeputy | Self::ClubSecretary | Self::ClubBoard => &[UnitKind::Club],
            Self::ChiefRep | Self::JointRep => &[UnitKind::Club, UnitKind::Local],
            Self::LocalLeader
            | Self::LocalDeputy
            | Self::Treasurer
            | Self::Training
            | Self::Youth
            | Self::Pensioners
            | Self::LocalBoard => &[UnitKind::Local],
            Self::CountyLeader => &[UnitKind::County],
            Self::Adviser => &[UnitKind::Advisory],
            Self::Lawyer => &[UnitKind::Legal],
            Self::UnionLeader | Self::RegistryClerk | Self::Admin | Self::DataProtection => &[UnitKind::Union],
        }
    }
}

/// Which of the clubs that cover a workplace a member is in.
///
/// Several locals may organise at one employer (vedtektene § 12). Where the member's own local has a club
/// there, that club (or those, where clubs nest) is the member's; where it has none, as for somebody with a second
/// employment far from home, every club there is.
pub fn clubs_among(own_local: crate::UnitId, covering: &[CoveringClub]) -> impl Iterator<Item = crate::UnitId> {
    let own = covering.iter().any(|club| club.local == own_local);
    covering.iter().filter(move |club| !own || club.local == own_local).map(|club| club.club)
}

/// A club that covers a workplace, and the local it belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct CoveringClub {
    /// The club.
    pub club: crate::UnitId,
    /// Its local.
    pub local: crate::UnitId,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::UnitId;

    #[test]
    fn the_clubs_of_ones_own_local_come_first() {
        let unit = |n| UnitId(uuid::Uuid::from_u128(n));
        let club = |club, local| CoveringClub { club: unit(club), local: unit(local) };
        let there = [club(1, 10), club(2, 20), club(3, 10)];
        assert_eq!(clubs_among(unit(10), &there).collect::<Vec<_>>(), [unit(1), unit(3)]);
        assert_eq!(clubs_among(unit(20), &there).collect::<Vec<_>>(), [unit(2)]);
        assert_eq!(clubs_among(unit(30), &there).collect::<Vec<_>>(), [unit(1), unit(2), unit(3)]);
    }
}
