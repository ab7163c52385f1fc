//! Text that may be missing.

use std::borrow::Cow;

use leptos::oco::Oco;

/// A text prop that may be left out.
///
/// Takes `&str`, `String`, `Option<String>`, `Option<&str>`, `Cow` and `Oco`, so that a page
/// can write `hint="…"` and `error=errors.get("date")` alike. An empty text counts as none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text(Option<String>);

impl Text {
    /// The text, if there is one.
    #[must_use]
    pub fn get(self) -> Option<String> {
        self.0.filter(|text| !text.is_empty())
    }

    /// Whether there is a text.
    #[must_use]
    pub fn is_some(&self) -> bool {
        self.0.as_ref().is_some_and(|text| !text.is_empty())
    }

    /// Whether the text is exactly `other`.
    #[must_use]
    pub fn is(&self, other: &str) -> bool {
        self.0.as_deref() == Some(other)
    }

    /// The text, or the empty string.
    #[must_use]
    pub fn or_empty(self) -> String {
        self.0.unwrap_or_default()
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        Self(Some(text.to_owned()))
    }
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        Self(Some(text))
    }
}

impl From<&String> for Text {
    fn from(text: &String) -> Self {
        Self(Some(text.clone()))
    }
}

impl From<Option<String>> for Text {
    fn from(text: Option<String>) -> Self {
        Self(text)
    }
}

impl From<Option<&str>> for Text {
    fn from(text: Option<&str>) -> Self {
        Self(text.map(str::to_owned))
    }
}

impl From<Option<&String>> for Text {
    fn from(text: Option<&String>) -> Self {
        Self(text.cloned())
    }
}

impl From<Cow<'_, str>> for Text {
    fn from(text: Cow<'_, str>) -> Self {
        Self(Some(text.into_owned()))
    }
}

impl From<Oco<'static, str>> for Text {
    fn from(text: Oco<'static, str>) -> Self {
        Self(Some(text.into_owned()))
    }
}
