//! What a two-sided protocol says.

use crate::Date;

use super::record::same_actions;
use super::{Action, MeetingKind};

/// A protocol: what each side says, and what they agree on. Signed, it is [`Protocol::to_bytes`] for ever.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Protocol {
    /// Its version, from 1.
    pub number: u32,
    /// SHA-256 of the signed version that this one corrects.
    pub corrects: Option<[u8; 32]>,
    /// The number of the case.
    pub case_number: i64,
    /// The kind of meeting it is from.
    pub kind: MeetingKind,
    /// Who met, where and why.
    pub head: Head,
    /// Point by point.
    pub points: Vec<Point>,
    /// When the negotiations ended. Times to sue run from that day (arbeidsmiljøloven § 17-4).
    pub ended_on: Option<Date>,
    /// A longer time to sue, if the parties agreed on one; it must stand in the protocol.
    pub longer_time: String,
    /// The employer's own comment.
    pub employer_comment: String,
    /// Our own comment.
    pub our_comment: String,
    /// What is to be done.
    pub actions: Vec<Action>,
}

/// Who met, where and why.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Head {
    /// The day.
    pub held_on: Option<Date>,
    /// Where.
    pub place: String,
    /// Who was there for the employer.
    pub employer: String,
    /// Who was there for us.
    pub ours: String,
    /// Why they met: a paragraph, an agreement.
    pub basis: String,
}

/// One point.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Point {
    /// What it is about.
    pub subject: String,
    /// What the employer says.
    pub employer: String,
    /// What we say.
    pub ours: String,
    /// What they agree on.
    pub agreed: String,
    /// What they do not agree on.
    pub disagreed: String,
}

impl Protocol {
    /// Whether it says what the other says, whatever ids its actions have.
    pub fn says_the_same_as(&self, other: &Self) -> bool {
        let ours = Self { actions: other.actions.clone(), ..self.clone() };
        ours == *other && same_actions(&self.actions, &other.actions)
    }

    /// Whether it says enough to be shown to the other side.
    pub fn is_complete(&self) -> bool {
        let head = &self.head;
        let told = head.held_on.is_some() && ![&head.place, &head.employer, &head.ours].into_iter().any(String::is_empty);
        told && !self.points.is_empty()
    }
}
