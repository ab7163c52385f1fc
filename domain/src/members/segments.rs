//! Filters of the member list that somebody has given a name: a filter, never a list of people.

use serde::{Deserialize, Serialize};

use crate::{Field, FieldErrors, SegmentId, text};

/// How many one person may have. Nobody finds their way among more.
pub const SEGMENTS_MAX: u32 = 50;
/// The longest name, in characters.
pub const SEGMENT_NAME_MAX: u32 = 60;

/// One of the viewer's own segments. Applied, it shows what the viewer may see on that day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Segment {
    /// Which.
    pub id: SegmentId,
    /// What it is called.
    pub name: String,
    /// The filter, as [`super::MemberFilter::narrowing`] writes it.
    pub narrowing: String,
    /// Rises by one with each change; a form sends back the one it was made from.
    pub version: i32,
}

/// Makes what was typed a name, or says what is wrong.
pub fn check_segment_name(typed: &str) -> Result<String, FieldErrors> {
    let mut errors = FieldErrors::default();
    errors.take(Field::SegmentName, text::line(typed, SEGMENT_NAME_MAX)).ok_or(errors)
}
