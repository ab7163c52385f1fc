//! Where a mandate is in its life.

use serde::{Deserialize, Serialize};

use crate::Date;
use crate::code::code_enum;

code_enum! {
    /// Where a mandate is in its life. Only an active one gives access.
    pub enum MandateState {
        /// It begins later.
        Planned = "planned",
        /// It is held today.
        Active = "active",
        /// Its time is over.
        Ended = "ended",
        /// It was ended before its time, or before it began.
        Revoked = "revoked",
    }
}

/// The last day on which a mandate is held: the last of its term, or the day before it was revoked.
pub fn last_day(to: Option<Date>, revoked: Option<Date>) -> Option<Date> {
    let revoked = revoked.map(|day| day.plus_days(-1));
    match (to, revoked) {
        (Some(to), Some(revoked)) => Some(to.min(revoked)),
        (to, revoked) => to.or(revoked),
    }
}

/// The days of a mandate, as the registry has told of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Term {
    /// First day.
    pub from: Date,
    /// The last day it was given for, if one is set.
    pub to: Option<Date>,
    /// The first day on which it was no longer held, when that came before its time.
    pub revoked: Option<Date>,
    /// The day on which it was no longer in the registry's file.
    pub gone: Option<Date>,
}

impl Term {
    /// How many days ahead the end of a mandate is told of.
    pub const WARNING: i32 = 60;

    /// The last day on which it is held, if the registry says.
    pub fn last_day(self) -> Option<Date> {
        last_day(self.to, self.revoked)
    }

    /// Its state on a day.
    pub fn state(self, today: Date) -> MandateState {
        let last = self.last_day();
        // What goes out of the file while it is held, or before it begins, has been taken back without a word.
        let taken_back = self.gone.is_some_and(|day| last.is_none_or(|last| last >= day));
        let over = |day: Date| day < today;
        if taken_back || self.revoked.is_some_and(|revoked| revoked <= today) {
            MandateState::Revoked
        } else if last.is_some_and(over) {
            MandateState::Ended
        } else if self.from > today {
            MandateState::Planned
        } else {
            MandateState::Active
        }
    }

    /// The days on which it is told of that the mandate soon expires: its last, and the [`Term::WARNING`] before it.
    pub fn expiring(self) -> Option<(Date, Date)> {
        let last = self.last_day()?;
        let from = self.from.max(last.plus_days(-Self::WARNING));
        (from <= last).then_some((from, last))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(n: i32) -> Date {
        Date::new(2026, 3, 12).unwrap().plus_days(n)
    }

    fn term(from: i32, to: Option<i32>, revoked: Option<i32>, gone: Option<i32>) -> Term {
        Term { from: day(from), to: to.map(day), revoked: revoked.map(day), gone: gone.map(day) }
    }

    #[test]
    fn from_plan_to_end() {
        use MandateState::{Active, Ended, Planned, Revoked};
        for (term, state) in [
            (term(1, None, None, None), Planned),
            (term(0, None, None, None), Active),
            (term(0, Some(0), None, None), Active),
            (term(-9, Some(-1), None, None), Ended),
            (term(-9, Some(9), Some(1), None), Active),
            (term(-9, Some(9), Some(0), None), Revoked),
            (term(-9, None, Some(-3), None), Revoked),
            (term(5, None, Some(0), None), Revoked),
            (term(-9, None, None, Some(0)), Revoked),
            (term(5, None, None, Some(-1)), Revoked),
            (term(-9, Some(-5), None, Some(-1)), Ended),
            (term(-9, Some(-1), None, Some(-1)), Revoked),
        ] {
            assert_eq!(term.state(day(0)), state, "{term:?}");
        }
    }

    #[test]
    fn the_last_sixty_days_are_told_of() {
        assert_eq!(term(-400, Some(60), None, None).expiring(), Some((day(0), day(60))));
        assert_eq!(term(-400, Some(61), None, None).expiring(), Some((day(1), day(61))));
        assert_eq!(term(50, Some(60), None, None).expiring(), Some((day(50), day(60))), "not before it begins");
        assert_eq!(term(0, None, None, None).expiring(), None);
        assert_eq!(term(0, Some(100), Some(11), None).expiring(), Some((day(0), day(10))));
        assert_eq!(term(5, Some(100), Some(5), None).expiring(), None, "revoked before it began");
    }

    fn any_term() -> impl Strategy<Value = Term> {
        let some = || prop::option::of(-20..20i32);
        (-20..20i32, some(), some(), some()).prop_map(|(from, to, revoked, gone)| term(from, to, revoked, gone))
    }

    proptest! {
        /// The store gives access on the days from the first to the last, while the mandate is in the file.
        #[test]
        fn active_is_what_gives_access(term in any_term(), n in -25..25i32) {
            let today = day(n);
            let held = term.from <= today && term.last_day().is_none_or(|last| today <= last);
            let state = term.state(today);
            if term.gone.is_none() {
                prop_assert_eq!(state == MandateState::Active, held);
            }
            if state == MandateState::Active {
                prop_assert!(held);
            }
        }

        /// What is over does not begin again.
        #[test]
        fn time_goes_one_way(term in any_term(), n in -25..24i32) {
            let (before, after) = (term.state(day(n)), term.state(day(n + 1)));
            let over = |state| matches!(state, MandateState::Ended | MandateState::Revoked);
            prop_assert!(!over(before) || over(after), "{:?} {:?}", before, after);
            prop_assert!(before != MandateState::Active || after != MandateState::Planned);
        }
    }
}
