//! The form of the file. What each thing must be is asked in [`super::reading`].

use serde::Deserialize;
use toml::Spanned;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct File {
    /// The outcomes that several types share.
    #[serde(default)]
    pub(super) outcome: Vec<SharedOutcome>,
    #[serde(default, rename = "type")]
    pub(super) types: Vec<Type>,
}

/// Words in each language, with where they stand.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Words {
    pub(super) nb: Spanned<String>,
    pub(super) nn: Spanned<String>,
    pub(super) en: Spanned<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SharedOutcome {
    pub(super) code: Spanned<String>,
    pub(super) name: Words,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Type {
    pub(super) code: Spanned<String>,
    pub(super) name: Words,
    pub(super) help: Words,
    pub(super) group: Spanned<String>,
    pub(super) sensitivity: Spanned<String>,
    pub(super) kinds: Spanned<Vec<String>>,
    #[serde(default)]
    pub(super) closed: bool,
    pub(super) share_description: bool,
    /// Those of the shared ones that fit.
    pub(super) outcomes: Spanned<Vec<String>>,
    /// Those that this type alone has.
    #[serde(default)]
    pub(super) own_outcomes: Vec<OwnOutcome>,
    #[serde(default)]
    pub(super) question: Vec<Question>,
    #[serde(default)]
    pub(super) task: Vec<Task>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct OwnOutcome {
    pub(super) code: Spanned<String>,
    pub(super) nb: Spanned<String>,
    pub(super) nn: Spanned<String>,
    pub(super) en: Spanned<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Question {
    pub(super) id: Spanned<String>,
    pub(super) label: Words,
    pub(super) hint: Option<Words>,
    pub(super) answer: Spanned<String>,
    #[serde(default)]
    pub(super) past: bool,
    #[serde(default)]
    pub(super) options: Vec<AnswerOption>,
    #[serde(default)]
    pub(super) required: bool,
    pub(super) share: bool,
    pub(super) when: Option<Condition>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AnswerOption {
    pub(super) id: Spanned<String>,
    pub(super) nb: Spanned<String>,
    pub(super) nn: Spanned<String>,
    pub(super) en: Spanned<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Condition {
    pub(super) question: Spanned<String>,
    pub(super) is: Spanned<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Task {
    pub(super) title: Words,
    pub(super) due: Option<Due>,
    pub(super) when: Option<Condition>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Due {
    pub(super) days: Spanned<u16>,
    pub(super) after: Option<Spanned<String>>,
}
