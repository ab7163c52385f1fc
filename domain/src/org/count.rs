//! Numbers of people, small ones held back.

use serde::{Deserialize, Serialize};

/// A number of people as it may be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Count {
    /// So many.
    Exactly(u64),
    /// Too few to be told, to somebody who may not see who they are.
    Few,
}

impl Count {
    /// From so many on, a number tells of nobody in particular.
    pub const ENOUGH: u64 = 5;

    /// How a number is shown to somebody; `listed` when they may see who each of these people is anyway.
    ///
    /// None at all is held back like four: that a colleague is no member is as much their own business.
    pub const fn of(number: u64, listed: bool) -> Self {
        if listed || number >= Self::ENOUGH { Self::Exactly(number) } else { Self::Few }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn few_are_told_only_to_those_who_may_list_them() {
        for number in 0..5 {
            assert_eq!((Count::of(number, false), Count::of(number, true)), (Count::Few, Count::Exactly(number)));
        }
        assert_eq!(Count::of(5, false), Count::Exactly(5));
    }
}
