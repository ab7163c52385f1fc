//! Periods of days.

use domain::Date;

/// First and last day; no last day is no end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Period {
    pub(super) from: Date,
    pub(super) to: Option<Date>,
}

impl Period {
    /// The days that lie in both, if there are any.
    pub(super) fn within(self, other: Self) -> Option<Self> {
        let from = self.from.max(other.from);
        let to = match (self.to, other.to) {
            (Some(a), Some(b)) => Some(a.min(b)),
            (a, b) => a.or(b),
        };
        to.is_none_or(|to| from <= to).then_some(Self { from, to })
    }
}

/// The same days as periods that neither overlap nor touch, in order.
pub(super) fn merged(mut periods: Vec<Period>) -> Vec<Period> {
    periods.sort_unstable();
    let mut merged: Vec<Period> = Vec::with_capacity(periods.len());
    for period in periods {
        match merged.last_mut() {
            Some(last) if last.to.is_none_or(|to| period.from <= to.plus_days(1)) => {
                last.to = last.to.zip(period.to).map(|(a, b)| a.max(b));
            }
            _ => merged.push(period),
        }
    }
    merged
}

/// The days of `periods` that lie in none of `others`. Both are merged, and so is the answer.
pub(super) fn without(periods: &[Period], others: &[Period]) -> Vec<Period> {
    let mut left = Vec::new();
    for period in periods {
        let mut from = Some(period.from);
        for other in others {
            let Some(begin) = from else { break };
            if period.to.is_some_and(|to| to < other.from) {
                break;
            }
            if begin < other.from {
                left.push(Period { from: begin, to: Some(other.from.plus_days(-1)) });
            }
            from = other.to.map(|to| begin.max(to.plus_days(1)));
        }
        let rest = from.map(|from| Period { from, to: period.to });
        left.extend(rest.filter(|rest| rest.to.is_none_or(|to| rest.from <= to)));
    }
    left
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(n: i32) -> Date {
        Date::new(2026, 1, 1).unwrap().plus_days(n)
    }

    fn holds(period: &Period, day: Date) -> bool {
        period.from <= day && period.to.is_none_or(|to| day <= to)
    }

    fn any_period() -> impl Strategy<Value = Period> {
        (0..30i32, prop::option::of(0..12i32)).prop_map(|(from, length)| Period { from: day(from), to: length.map(|n| day(from + n)) })
    }

    proptest! {
        #[test]
        fn merged_periods_hold_the_same_days_and_never_meet(periods in prop::collection::vec(any_period(), 0..6)) {
            let merged = merged(periods.clone());
            for n in 0..50 {
                let holding = merged.iter().filter(|period| holds(period, day(n))).count();
                prop_assert_eq!(holding, usize::from(periods.iter().any(|period| holds(period, day(n)))));
            }
            for pair in merged.windows(2) {
                prop_assert!(pair[0].to.is_some_and(|to| to.plus_days(1) < pair[1].from));
            }
        }

        #[test]
        fn without_is_the_days_in_the_one_alone(periods in prop::collection::vec(any_period(), 0..5), others in prop::collection::vec(any_period(), 0..5)) {
            let (periods, others) = (merged(periods), merged(others));
            let left = without(&periods, &others);
            for n in 0..50 {
                let holding = |periods: &[Period]| periods.iter().filter(|period| holds(period, day(n))).count();
                prop_assert_eq!(holding(&left), usize::from(holding(&periods) > 0 && holding(&others) == 0), "{}: {:?} {:?}", n, periods, others);
            }
            prop_assert_eq!(merged(left.clone()), left);
        }

        #[test]
        fn within_is_the_days_in_both(a in any_period(), b in any_period()) {
            for n in 0..50 {
                let both = holds(&a, day(n)) && holds(&b, day(n));
                prop_assert_eq!(a.within(b).is_some_and(|period| holds(&period, day(n))), both);
            }
        }
    }
}
