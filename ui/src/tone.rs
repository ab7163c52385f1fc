//! What a message or a status means.

use crate::IconName;

/// The meaning of a tag or an alert. It picks a colour *and* a shape, never colour alone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// Nothing special: closed, archived, not started.
    #[default]
    Neutral,
    /// Good to know: in progress, new.
    Info,
    /// Done, in order.
    Success,
    /// Coming up: a deadline within days, something to watch.
    Warning,
    /// Urgent: a deadline today or passed, something failed.
    Danger,
}

impl Tone {
    /// The value of Designsystemet's `data-color`.
    #[must_use]
    pub const fn color(self) -> &'static str {
        match self {
            Self::Neutral => "neutral",
            Self::Info => "info",
            Self::Success => "success",
            Self::Warning => "warning",
            Self::Danger => "danger",
        }
    }

    /// The shape that goes with the colour.
    #[must_use]
    pub const fn icon(self) -> IconName {
        match self {
            Self::Neutral => IconName::Circle,
            Self::Info => IconName::Info,
            Self::Success => IconName::Check,
            Self::Warning => IconName::Clock,
            Self::Danger => IconName::Warning,
        }
    }
}
