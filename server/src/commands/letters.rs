//! `klar letters …`: the letter templates in force, and a new version of them (docs/letter-templates.md).

use std::path::Path;

use anyhow::{Context, anyhow};
use domain::letters::{TemplateChange, TemplateChanged, Templates};
use store::Clock;

use crate::Config;

/// Prints the file in force, or that of a version, or the standard.
pub async fn export(config: &Config, version: Option<i32>, standard: bool) -> anyhow::Result<()> {
    if standard {
        return super::say(&Templates::standard_text());
    }
    let store = super::open(config, Clock::System).await?;
    let text = store.letter_templates_text(version).await?;
    super::say(&text.ok_or_else(|| anyhow!("there is no such version"))?)
}

/// Says what is wrong with a file, or what it would change, and touches nothing.
pub async fn check(config: &Config, file: &Path) -> anyhow::Result<()> {
    let text = super::read(file)?;
    let store = super::open(config, Clock::System).await?;
    let changes = store.check_letter_templates(&text).await.with_context(|| file.display().to_string())?;
    super::say(&in_words(&changes))
}

/// Makes a file the letter templates, from the next request on, on every node.
pub async fn set(config: &Config, file: &Path, note: &str) -> anyhow::Result<()> {
    let text = super::read(file)?;
    let store = super::open(config, Clock::System).await?;
    let changes = store.check_letter_templates(&text).await.with_context(|| file.display().to_string())?;
    let version = store.set_letter_templates(&text, "klar letters set", note).await.with_context(|| file.display().to_string())?;
    super::say(&format!("{}version {version} is in force\n", in_words(&changes)))
}

fn in_words(changes: &[TemplateChange]) -> String {
    if changes.is_empty() {
        return "nothing is wrong, and nothing is otherwise\n".to_owned();
    }
    let what = |what| match what {
        TemplateChanged::Added => "a new letter",
        TemplateChanged::Closed => "no new letter is begun with it",
        TemplateChanged::Opened => "new letters are begun with it again",
        TemplateChanged::Rewritten => "written or asked otherwise",
    };
    changes.iter().map(|change| format!("{} ({}): {}\n", change.code, change.name.en, what(change.what))).collect()
}
