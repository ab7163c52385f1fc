//! How earlier cases ended, as numbers that tell of nobody.

use serde::{Deserialize, Serialize};

use super::OutcomeCode;

/// Fewer cases than this are told of only when they are the viewer's own.
pub const ENDINGS_MIN: usize = 5;
/// So many of the latest are counted.
pub const ENDINGS_AMONG: u64 = 200;

/// How the latest closed cases of one type in one club ended, the most frequent way first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Endings {
    /// How many ended in each way.
    pub ways: Vec<(OutcomeCode, u32)>,
    /// Whether these are the viewer's own cases alone.
    pub own: bool,
}

impl Endings {
    /// Of closed cases that somebody may read, with whether each is their own: all when there are enough of them, else
    /// their own alone, else nothing.
    pub fn of(ended: &[(OutcomeCode, bool)]) -> Option<Self> {
        let own = ended.len() < ENDINGS_MIN;
        let mut ways: Vec<(OutcomeCode, u32)> = Vec::new();
        for (outcome, _) in ended.iter().filter(|(_, theirs)| !own || *theirs) {
            match ways.iter_mut().find(|(way, _)| way == outcome) {
                Some((_, count)) => *count += 1,
                None => ways.push((*outcome, 1)),
            }
        }
        ways.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        (!ways.is_empty()).then_some(Self { ways, own })
    }

    /// How many cases that is.
    pub fn total(&self) -> u32 {
        self.ways.iter().map(|(_, count)| count).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ended(ways: &[(&str, bool)]) -> Option<Endings> {
        Endings::of(&ways.iter().map(|(way, own)| (way.parse().unwrap(), *own)).collect::<Vec<_>>())
    }

    #[test]
    fn few_cases_are_told_of_only_to_whoever_had_them() {
        assert_eq!(ended(&[]), None);
        assert_eq!(ended(&[("ENIGE", false); 4]), None);
        let (agreed, not): (OutcomeCode, OutcomeCode) = ("ENIGE".parse().unwrap(), "IKKE_ENIGE".parse().unwrap());
        let few = ended(&[("ENIGE", false), ("IKKE_ENIGE", true), ("ENIGE", false), ("ENIGE", false)]).unwrap();
        assert_eq!((few.ways.as_slice(), few.own, few.total()), (&[(not, 1)][..], true, 1));
        let enough = ended(&[("IKKE_ENIGE", true), ("ENIGE", false), ("ENIGE", false), ("ENIGE", true), ("ENIGE", false)]).unwrap();
        assert_eq!((enough.ways.as_slice(), enough.own, enough.total()), (&[(agreed, 4), (not, 1)][..], false, 5));
    }
}
