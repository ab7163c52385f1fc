//! How often somebody may ask for a member or a case that is not there for them.

use crate::Timestamp;

/// So many within [`MISS_MINUTES`] are more than old links and typing errors. Whether somebody else may see what was
/// asked for makes no difference, and what one may see is not counted.
pub const MISSES: u32 = 50;
/// The time that counts.
pub const MISS_MINUTES: i64 = 10;

/// When one may ask for something again that is not there, if not now. `before` are the times of the misses, the oldest
/// first; those that count no more are taken out of it, and one more is put in when there is room.
pub fn one_more_miss(before: &mut Vec<Timestamp>, most: u32, now: Timestamp) -> Result<(), Timestamp> {
    before.retain(|at| at.plus_seconds(MISS_MINUTES * 60) > now);
    match before.first() {
        Some(first) if before.len() >= most.max(1) as usize => Err(first.plus_seconds(MISS_MINUTES * 60)),
        _ => {
            before.push(now);
            Ok(())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ten_minutes_slide() {
        let at = |seconds: i64| Timestamp(1_773_306_000_000).plus_seconds(seconds);
        let mut misses = Vec::new();
        for n in 0..3 {
            assert_eq!(one_more_miss(&mut misses, 3, at(n)), Ok(()));
        }
        assert_eq!(one_more_miss(&mut misses, 3, at(3)), Err(at(600)));
        assert_eq!(one_more_miss(&mut misses, 3, at(599)), Err(at(600)), "asking again does not make it longer");
        assert_eq!(one_more_miss(&mut misses, 3, at(600)), Ok(()));
        assert_eq!(one_more_miss(&mut misses, 3, at(600)), Err(at(601)));
    }
}
