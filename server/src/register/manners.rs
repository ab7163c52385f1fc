//! How politely the register is asked.

use std::time::Duration;

use domain::Timestamp;
use tokio::sync::Mutex;
use tokio::time::Instant;

/// How often, how many times, and how patiently.
#[derive(Debug, Clone, Copy)]
pub struct Manners {
    /// Between two requests: a fifth of a second, so that no second has more than five.
    pub gap: Duration,
    /// How many times the same thing is asked when the register is busy or away.
    pub tries: u32,
    /// The first wait; each one after is twice as long.
    pub first_wait: Duration,
    /// Asked to wait longer than this, the round is given up instead; the next one goes on where this one was.
    pub longest_wait: Duration,
}

impl Default for Manners {
    fn default() -> Self {
        Self { gap: Duration::from_millis(200), tries: 5, first_wait: Duration::from_secs(1), longest_wait: Duration::from_secs(120) }
    }
}

impl Manners {
    /// How long to wait before asking again, after `attempt` tries: what the register asked for, or twice as long each
    /// time; a little more than that by chance, so that many clients do not come back all at once.
    pub(super) fn wait(&self, attempt: u32, asked: Option<Duration>) -> Duration {
        let doubled = self.first_wait.saturating_mul(2_u32.saturating_pow(attempt.saturating_sub(1)));
        let wait = asked.unwrap_or(doubled);
        wait.saturating_add(self.first_wait.mul_f64(rand::random_range(0.0..0.5)))
    }
}

/// `Retry-After`: seconds, or a date.
pub(super) fn retry_after(value: &str, now: Timestamp) -> Option<Duration> {
    if let Ok(seconds) = value.trim().parse() {
        return Some(Duration::from_secs(seconds));
    }
    let at = httpdate::parse_http_date(value.trim()).ok()?.duration_since(std::time::UNIX_EPOCH).ok()?;
    let now = Duration::from_millis(u64::try_from(now.0).ok()?);
    Some(at.saturating_sub(now))
}

/// Hands out turns, one for each request.
#[derive(Debug, Default)]
pub(super) struct Turns(Mutex<Option<Instant>>);

impl Turns {
    /// Waits until it is this request's turn.
    pub(super) async fn take(&self, gap: Duration) {
        let mut next = self.0.lock().await;
        if let Some(next) = *next {
            tokio::time::sleep_until(next).await;
        }
        *next = Some(Instant::now() + gap);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_grow_and_what_is_asked_for_is_kept() {
        let manners = Manners::default();
        for (attempt, seconds) in [(1, 1), (2, 2), (3, 4), (4, 8)] {
            let wait = manners.wait(attempt, None);
            assert!(wait >= Duration::from_secs(seconds) && wait < Duration::from_millis(seconds * 1000 + 500), "{attempt}: {wait:?}");
        }
        assert!(manners.wait(1, Some(Duration::from_secs(30))) >= Duration::from_secs(30));
    }

    #[test]
    fn both_ways_of_saying_when() {
        let now = Timestamp(1_790_000_000_000);
        assert_eq!(retry_after("120", now), Some(Duration::from_secs(120)));
        assert_eq!(retry_after("Mon, 21 Sep 2026 14:14:20 GMT", now), Some(Duration::from_secs(60)));
        assert_eq!(retry_after("Mon, 21 Sep 2020 14:14:20 GMT", now), Some(Duration::ZERO));
        assert_eq!(retry_after("soon", now), None);
    }

    #[tokio::test(start_paused = true)]
    async fn no_second_has_more_than_five_turns() {
        let (turns, gap) = (Turns::default(), Manners::default().gap);
        let began = Instant::now();
        for _ in 0..11 {
            turns.take(gap).await;
        }
        assert!(began.elapsed() >= Duration::from_secs(2), "{:?}", began.elapsed());
    }
}
