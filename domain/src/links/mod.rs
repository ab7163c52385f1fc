//! Links between cases: those that hang together, a main case with its parts, and one that was merged into another; and
//! finding a case by the number that people say.
//!
//! A link is a trace of the case at its other end: it is shown to whoever may know of that case, and to nobody else. So
//! the rules here are asked with what the one who links may know of, and a refusal never tells of more.

mod input;
mod number;
mod view;

use crate::cases::{Sensitivity, Status};
use crate::code::code_enum;
use crate::{Code, Field};

pub use input::*;
pub use number::*;
pub use view::*;

code_enum! {
    /// What a link says. It goes from the part to its main case, and from the case that was merged to the one that lives;
    /// of two that hang together, neither is first.
    pub enum LinkKind {
        /// They hang together.
        Related = "related",
        /// The one is a part of the other.
        Part = "part",
        /// The one was merged into the other.
        Merged = "merged",
    }
}

code_enum! {
    /// What the other case is to the one where one stands.
    pub enum Relation {
        /// The one that goes on, with this one merged into it.
        MergedInto = "merged_into",
        /// The main case, of which this one is a part.
        Main = "main",
        /// A part of this one.
        Part = "part",
        /// A case that hangs together with it.
        Related = "related",
        /// A case that was merged into this one.
        MergedHere = "merged_here",
    }
}

code_enum! {
    /// What the line in the timeline tells happened between two cases.
    pub enum LinkEvent {
        /// They hang together from now on.
        Related = "related",
        /// The other became the main case of this one.
        Main = "main",
        /// The other became a part of this one.
        Part = "part",
        /// They are not linked any more.
        Unlinked = "unlinked",
        /// This one was merged into the other.
        MergedInto = "merged_into",
        /// The other was merged into this one.
        MergedHere = "merged_here",
        /// The other, that was merged into this one, goes on by itself again.
        TakenOut = "taken_out",
    }
}

impl Relation {
    /// What one may choose when linking; merging is a step of its own.
    pub const OFFERED: [Self; 3] = [Self::Related, Self::Main, Self::Part];

    /// What this case is to the other one.
    pub const fn mirrored(self) -> Self {
        match self {
            Self::MergedInto => Self::MergedHere,
            Self::Main => Self::Part,
            Self::Part => Self::Main,
            Self::Related => Self::Related,
            Self::MergedHere => Self::MergedInto,
        }
    }

    /// The link, and whether it goes from this case to the other.
    pub const fn link(self) -> (LinkKind, bool) {
        match self {
            Self::MergedInto => (LinkKind::Merged, true),
            Self::Main => (LinkKind::Part, true),
            Self::Part => (LinkKind::Part, false),
            Self::Related => (LinkKind::Related, true),
            Self::MergedHere => (LinkKind::Merged, false),
        }
    }

    /// The other way: what the other case is, by a link that goes from this case to it or comes from it.
    pub const fn of(kind: LinkKind, goes: bool) -> Self {
        match (kind, goes) {
            (LinkKind::Merged, true) => Self::MergedInto,
            (LinkKind::Merged, false) => Self::MergedHere,
            (LinkKind::Part, true) => Self::Main,
            (LinkKind::Part, false) => Self::Part,
            (LinkKind::Related, _) => Self::Related,
        }
    }

    /// What the timeline tells when it is made.
    pub const fn made(self) -> LinkEvent {
        match self {
            Self::MergedInto => LinkEvent::MergedInto,
            Self::Main => LinkEvent::Main,
            Self::Part => LinkEvent::Part,
            Self::Related => LinkEvent::Related,
            Self::MergedHere => LinkEvent::MergedHere,
        }
    }

    /// Whether one may take it away as such. What was merged is opened again instead.
    pub const fn is_removable(self) -> bool {
        !matches!(self, Self::MergedInto | Self::MergedHere)
    }
}

/// Whether the other case can become this to the one where one stands. `here` and `there` are what other cases are to each
/// of the two already, as far as whoever links may know of them.
///
/// A case has one main case, and a part has no parts of its own: nobody gets lost on the way.
pub fn may_link(to: Relation, here: &[Relation], there: &[Relation]) -> Result<(), (Field, Code)> {
    let (part, main) = match to {
        Relation::Main => (here, there),
        Relation::Part => (there, here),
        Relation::Related | Relation::MergedInto | Relation::MergedHere => return Ok(()),
    };
    let fits = !part.contains(&Relation::Main) && !part.contains(&Relation::Part) && !main.contains(&Relation::Main);
    if fits { Ok(()) } else { Err((Field::Relation, Code::PartOfPart)) }
}

/// What is asked before a case is merged into another. Whether somebody may close both is asked by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Merging {
    /// How sensitive the one is that ends.
    pub from: Sensitivity,
    /// How sensitive the one is that goes on.
    pub into: Sensitivity,
    /// Where the one stands that goes on.
    pub into_status: Status,
    /// Whether both belong to the same club.
    pub same_club: bool,
    /// Whether the one that goes on is about everybody whom the one that ends is about.
    pub same_people: bool,
    /// Whether somebody who is kept out of the one that ends owns the one that goes on.
    pub owner_kept_out: bool,
}

impl Merging {
    /// Whether it may be, or why not.
    ///
    /// What was work in the one goes on in the other, so no more people may read that: the same club, and the same
    /// sensitivity or a stricter one. Health and whistleblowing are each their own: whoever may read the one kind may not
    /// by that read the other. Whoever is kept out of the one is kept out of the other from then on, so its owner cannot
    /// be one of them.
    pub fn check(&self) -> Result<(), (Field, Code)> {
        let refused = |code| Err((Field::CaseNumber, code));
        if self.into_status == Status::Closed {
            refused(Code::CaseIsClosed)
        } else if !self.same_club {
            refused(Code::AnotherClub)
        } else if !keeps_to_as_few(self.from, self.into) {
            refused(Code::MoreWouldRead)
        } else if !self.same_people {
            refused(Code::OtherPeople)
        } else if self.owner_kept_out {
            refused(Code::OwnerKeptOut)
        } else {
            Ok(())
        }
    }
}

fn keeps_to_as_few(from: Sensitivity, into: Sensitivity) -> bool {
    match from {
        Sensitivity::General => true,
        Sensitivity::Personnel => into != Sensitivity::General,
        Sensitivity::Health | Sensitivity::Whistleblowing => from == into,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use proptest::sample::select;

    #[test]
    fn a_link_is_the_same_from_both_ends() {
        for to in Relation::ALL {
            let (kind, goes) = to.link();
            assert_eq!(Relation::of(kind, goes), *to);
            assert_eq!(to.mirrored().mirrored(), *to);
            assert_eq!(to.mirrored().link().0, kind);
            assert_eq!(Relation::of(kind, !goes), to.mirrored());
        }
        assert!(Relation::OFFERED.iter().all(|to| to.is_removable()));
    }

    #[test]
    fn a_case_has_one_main_case_and_a_part_has_no_parts() {
        use Relation::{Main, MergedHere, Part, Related};
        for (to, here, there, may) in [
            (Related, &[Main, Part][..], &[Main][..], true),
            (Main, &[], &[], true),
            (Main, &[Related, MergedHere], &[Part, Related], true),
            (Main, &[Main], &[], false),
            (Main, &[Part], &[], false),
            (Main, &[], &[Main], false),
            (Part, &[Part], &[], true),
            (Part, &[Main], &[], false),
            (Part, &[], &[Main], false),
            (Part, &[], &[Part], false),
        ] {
            let asked = may_link(to, here, there);
            assert_eq!(asked.is_ok(), may, "{to}: {here:?}, {there:?}");
            assert_eq!(may_link(to.mirrored(), there, here), asked, "the same from the other end");
        }
    }

    #[test]
    fn no_case_is_merged_where_more_people_read() {
        use Sensitivity::{General, Health, Personnel, Whistleblowing};
        let may = |from: Sensitivity| Sensitivity::ALL.iter().copied().filter(move |into| keeps_to_as_few(from, *into)).collect::<Vec<_>>();
        assert_eq!(may(General), [General, Personnel, Health, Whistleblowing]);
        assert_eq!(may(Personnel), [Personnel, Health, Whistleblowing]);
        assert_eq!((may(Health), may(Whistleblowing)), (vec![Health], vec![Whistleblowing]));
    }

    #[test]
    fn what_stands_in_the_way_of_merging_is_said() {
        let fits = Merging {
            from: Sensitivity::General,
            into: Sensitivity::General,
            into_status: Status::Waiting,
            same_club: true,
            same_people: true,
            owner_kept_out: false,
        };
        assert_eq!(fits.check(), Ok(()));
        for (merging, code) in [
            (Merging { into_status: Status::Closed, ..fits }, Code::CaseIsClosed),
            (Merging { same_club: false, ..fits }, Code::AnotherClub),
            (Merging { from: Sensitivity::Health, ..fits }, Code::MoreWouldRead),
            (Merging { same_people: false, ..fits }, Code::OtherPeople),
            (Merging { owner_kept_out: true, ..fits }, Code::OwnerKeptOut),
        ] {
            assert_eq!(merging.check(), Err((Field::CaseNumber, code)));
        }
    }

    proptest! {
        /// However cases are linked by the rule, nothing is deeper than main case and part.
        #[test]
        fn no_chain_is_made(steps in prop::collection::vec((0..6_usize, 0..6_usize, select(Relation::OFFERED.to_vec())), 0..40)) {
            let mut links: Vec<(usize, usize, Relation)> = Vec::new();
            for (here, there, to) in steps {
                if here == there || links.iter().any(|(one, other, _)| (*one, *other) == (here, there)) {
                    continue;
                }
                let of = |case: usize| links.iter().filter(|(one, ..)| *one == case).map(|(.., to)| *to).collect::<Vec<_>>();
                if may_link(to, &of(here), &of(there)).is_ok() {
                    links.push((here, there, to));
                    links.push((there, here, to.mirrored()));
                }
            }
            for case in 0..6 {
                let mains = links.iter().filter(|(one, _, to)| *one == case && *to == Relation::Main).count();
                let parts = links.iter().filter(|(one, _, to)| *one == case && *to == Relation::Part).count();
                prop_assert!(mains <= 1 && (mains == 0 || parts == 0));
            }
        }
    }
}
