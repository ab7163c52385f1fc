//! `klar case-types …`: the case types in force, and a new version of them (docs/adding-a-case-type.md).

use std::path::Path;

use anyhow::{Context, anyhow};
use domain::cases::{CaseTypes, TypeChange, TypeChanged};
use store::Clock;

use crate::Config;

/// Prints the file in force, or that of a version, or the standard.
pub async fn export(config: &Config, version: Option<i32>, standard: bool) -> anyhow::Result<()> {
    if standard {
        return super::say(CaseTypes::standard_text());
    }
    let store = super::open(config, Clock::System).await?;
    let text = store.case_types_text(version).await?;
    super::say(&text.ok_or_else(|| anyhow!("there is no such version"))?)
}

/// Says what is wrong with a file, or what it would change, and touches nothing.
pub async fn check(config: &Config, file: &Path) -> anyhow::Result<()> {
    let text = super::read(file)?;
    let store = super::open(config, Clock::System).await?;
    let changes = store.check_case_types(&text).await.with_context(|| file.display().to_string())?;
    super::say(&in_words(&changes))
}

/// Makes a file the case types, from the next request on, on every node.
pub async fn set(config: &Config, file: &Path, note: &str) -> anyhow::Result<()> {
    let text = super::read(file)?;
    let store = super::open(config, Clock::System).await?;
    let changes = store.check_case_types(&text).await.with_context(|| file.display().to_string())?;
    let version = store.set_case_types(&text, "klar case-types set", note).await.with_context(|| file.display().to_string())?;
    super::say(&format!("{}version {version} is in force\n", in_words(&changes)))
}

fn in_words(changes: &[TypeChange]) -> String {
    if changes.is_empty() {
        return "nothing is wrong, and nothing is otherwise\n".to_owned();
    }
    let line = |change: &TypeChange| format!("{} ({}): {}\n", change.case_type, change.names.en, words(&change.what));
    changes.iter().map(line).collect()
}

fn words(what: &TypeChanged) -> String {
    match what {
        TypeChanged::Added => "a new type".to_owned(),
        TypeChanged::Closed => "closed for new cases".to_owned(),
        TypeChanged::Opened => "open for new cases again".to_owned(),
        TypeChanged::Renamed(before) => format!("another name than “{}”, in some language", before.en),
        TypeChanged::Help => "explained otherwise".to_owned(),
        TypeChanged::Group => "in another group".to_owned(),
        TypeChanged::Sensitivity(before, after) => format!("NEW CASES ARE {after} AND NOT {before}: others may read them"),
        TypeChanged::Kinds => "may be about others: one, a group, or all".to_owned(),
        TypeChanged::SharesDescription(true) => "the account of what happened GOES WITH a case that is handed on".to_owned(),
        TypeChanged::SharesDescription(false) => "the account of what happened does not go with a case that is handed on".to_owned(),
        TypeChanged::QuestionAdded(label) => format!("asks “{}”", label.en),
        TypeChanged::QuestionGone(label) => format!("does not ask “{}” any more", label.en),
        TypeChanged::QuestionChanged(label) => format!("asks “{}” otherwise", label.en),
        TypeChanged::AnswerShared(label, true) => format!("the answer to “{}” GOES WITH a case that is handed on", label.en),
        TypeChanged::AnswerShared(label, false) => format!("the answer to “{}” does not go with a case that is handed on", label.en),
        TypeChanged::QuestionOrder => "the questions come in another order".to_owned(),
        TypeChanged::OutcomeAdded(names) => format!("may end with “{}”", names.en),
        TypeChanged::OutcomeGone(names) => format!("may not end with “{}” any more", names.en),
        TypeChanged::OutcomeRenamed(names) => format!("may end with “{}”, which was called otherwise in some language", names.en),
        TypeChanged::OutcomeOrder => "the ways to end come in another order".to_owned(),
        TypeChanged::TaskAdded(title) => format!("“{}” is to be done", title.en),
        TypeChanged::TaskGone(title) => format!("“{}” is not to be done any more", title.en),
        TypeChanged::TaskChanged(title) => format!("“{}” is to be done at another time, or in other cases", title.en),
        TypeChanged::TaskOrder => "what is to be done comes in another order".to_owned(),
    }
}
