//! A decision in a case, and the reasons for it.

use serde::{Deserialize, Serialize};

use crate::notes::NOTE_MAX;
use crate::{Field, FieldErrors, text};

use super::WHO_MAX;

/// The longest decision, in characters: what was decided is said in a few sentences, the reasons have room.
pub const DECIDED_MAX: u32 = 2_000;

/// What was typed, word for word.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct DecisionTyped {
    /// What was decided.
    pub decided: String,
    /// Why.
    pub reason: String,
    /// By whom.
    pub by: String,
}

/// A decision, every field valid.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// What was decided.
    pub decided: String,
    /// Why.
    pub reason: String,
    /// By whom: a person, a board, a meeting.
    pub by: String,
}

impl DecisionTyped {
    /// Makes what was typed a decision, or says what is wrong. One without a reason is none.
    pub fn check(&self) -> Result<Decision, FieldErrors> {
        let mut errors = FieldErrors::default();
        let decided = errors.take(Field::Decided, text::lines(&self.decided, DECIDED_MAX));
        let reason = errors.take(Field::Reason, text::lines(&self.reason, NOTE_MAX));
        let by = errors.take(Field::DecisionBy, text::line(&self.by, WHO_MAX));
        match (decided, reason, by) {
            (Some(decided), Some(reason), Some(by)) => Ok(Decision { decided, reason, by }),
            _ => Err(errors),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Code;

    #[test]
    fn a_decision_needs_its_reason() {
        let typed = DecisionTyped { decided: "Vi klager".to_owned(), reason: " ".to_owned(), by: "Styret".to_owned() };
        assert_eq!(typed.check().unwrap_err().0, [(Field::Reason, Code::Missing)]);
        let whole = DecisionTyped { reason: "Fristen".to_owned(), ..typed };
        assert_eq!(whole.check().map(|decision| decision.reason), Ok("Fristen".to_owned()));
    }
}
