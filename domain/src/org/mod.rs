//! The organisation: units, offices and the mandates that hold them.

mod count;
mod office;
mod offices;
mod view;

pub use count::Count;
pub use office::{OFFICE_MAX, Office};
pub use offices::{OFFICE_LEVELS, OFFICE_NAME_MAX, OfficeFacts, OfficeNames, OfficeWrong, Offices, OfficesError};
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
