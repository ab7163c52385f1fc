//! How many member lists one person may have in a minute and in a day.

use crate::Timestamp;

/// The limits. A list that is shown, searched, paged through or taken out as a file counts once; a card does not: its
/// address cannot be guessed.
///
/// Searching as one types makes up to ten searches of one name. Forty names a day, typed letter by letter, are 400; a
/// leader who pages through a club of 1,800 needs 36. Ten names in a minute are 100. Nobody's ordinary day comes near
/// the limits, and at 50 names a list they keep a harvester at least six days from the 400,000 of the union, while the
/// data protection officer sees it on the first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SearchLimits {
    /// In sixty seconds.
    pub per_minute: u32,
    /// In a day in Oslo.
    pub per_day: u32,
}

impl Default for SearchLimits {
    fn default() -> Self {
        Self { per_minute: 120, per_day: 1_200 }
    }
}

impl SearchLimits {
    /// When one may search again, if not now: the minute after which there is room. `today` are the times of the
    /// searches since midnight in Oslo, the oldest first.
    pub fn again(self, today: &[Timestamp], now: Timestamp) -> Option<Timestamp> {
        let most = |limit: u32| limit.max(1) as usize;
        if today.len() >= most(self.per_day) {
            let tomorrow = Timestamp::beginning_of(now.oslo_date().plus_days(1));
            return Some(tomorrow.unwrap_or_else(|| now.plus_seconds(24 * 60 * 60)));
        }
        let first_that_counts = today.len().checked_sub(most(self.per_minute)).and_then(|at| today.get(at))?;
        let over = first_that_counts.plus_seconds(60);
        (over > now).then(|| whole_minute(over))
    }
}

/// Rounded up, as a clock without seconds tells it.
fn whole_minute(at: Timestamp) -> Timestamp {
    let minute = 60_000;
    Timestamp(at.0.div_euclid(minute).saturating_add(i64::from(at.0.rem_euclid(minute) > 0)).saturating_mul(minute))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Seconds after ten in the morning in Oslo on 12 March 2026.
    fn at(seconds: i64) -> Timestamp {
        Timestamp(1_773_306_000_000).plus_seconds(seconds)
    }

    #[test]
    fn the_minute_slides_and_the_day_is_a_day() {
        let limits = SearchLimits { per_minute: 3, per_day: 5 };
        assert_eq!(limits.again(&[], at(0)), None);
        assert_eq!(limits.again(&[at(0), at(1)], at(2)), None);
        assert_eq!(limits.again(&[at(0), at(1), at(2)], at(3)), Some(at(60)));
        assert_eq!(limits.again(&[at(0), at(1), at(2)], at(59)), Some(at(60)));
        assert_eq!(limits.again(&[at(0), at(1), at(2)], at(60)), None, "the first is a minute old");
        assert_eq!(limits.again(&[at(0), at(1), at(2), at(60)], at(60)), Some(at(120)), "one minute after the second, in whole minutes");
        let day = [0, 100, 200, 300, 400].map(at);
        assert_eq!(limits.again(&day[..4], at(500)), None);
        let again = limits.again(&day, at(500)).unwrap();
        assert_eq!(again.in_oslo(), ("2026-03-13".parse().unwrap(), 0, 0));
    }

    #[test]
    fn an_ordinary_day_is_far_from_the_limits() {
        let limits = SearchLimits::default();
        // Forty names of ten letters, three letters a second, a name every five minutes.
        let mut day: Vec<Timestamp> = Vec::new();
        for name in 0..40 {
            for letter in 0..10 {
                let now = at(name * 300 + letter / 3);
                assert_eq!(limits.again(&day, now), None);
                day.push(now);
            }
        }
    }

    proptest! {
        #[test]
        fn no_minute_and_no_day_has_more(gaps in prop::collection::vec(0i64..40, 1..80), per_minute in 1u32..6, per_day in 1u32..30) {
            let limits = SearchLimits { per_minute, per_day };
            let (mut now, mut day): (i64, Vec<Timestamp>) = (0, Vec::new());
            for gap in gaps {
                now += gap;
                match limits.again(&day, at(now)) {
                    None => day.push(at(now)),
                    // What was promised is kept: at that time there is room, unless somebody has searched since.
                    Some(again) => {
                        prop_assert!(again > at(now));
                        prop_assert!(again.oslo_date() != at(now).oslo_date() || limits.again(&day, again).is_none());
                    }
                }
            }
            prop_assert!(day.len() <= per_day as usize);
            for first in &day {
                let within = day.iter().filter(|time| *first <= **time && time.0 < first.0 + 60_000).count();
                prop_assert!(within <= per_minute as usize);
            }
        }
    }
}
