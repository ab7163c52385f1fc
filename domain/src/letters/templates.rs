//! The templates of a union: the standard that the portal comes with, or a version of the union's own, in one file.
//!
//! A template that is there once stays: somebody may have begun a letter with it. It may be closed for new letters. One
//! that is changed gets a higher version of its own, which the letters made with it remember.

use std::sync::LazyLock;

use super::TemplateError;
use super::template::{Template, TemplateCode, Trilingual};

/// Each file, by what errors call it.
const FILES: [(&str, &str); 13] = [
    ("krav_forhandling", include_str!("standard/krav_forhandling.txt")),
    ("krav_drofting", include_str!("standard/krav_drofting.txt")),
    ("krav_innsyn", include_str!("standard/krav_innsyn.txt")),
    ("krav_lonn", include_str!("standard/krav_lonn.txt")),
    ("krav_stilling", include_str!("standard/krav_stilling.txt")),
    ("foresporsel_14_8a", include_str!("standard/foresporsel_14_8a.txt")),
    ("fullmakt", include_str!("standard/fullmakt.txt")),
    ("referat", include_str!("standard/referat.txt")),
    ("referat_drofting", include_str!("standard/referat_drofting.txt")),
    ("protokoll", include_str!("standard/protokoll.txt")),
    ("uenighetsprotokoll", include_str!("standard/uenighetsprotokoll.txt")),
    ("melding_tillitsvalgt", include_str!("standard/melding_tillitsvalgt.txt")),
    ("oversendelse", include_str!("standard/oversendelse.txt")),
];

/// What stands between two templates of one file, alone on its line.
const BETWEEN: &str = "===";

/// The templates of a union, in the order in which a person would list them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Templates {
    /// Counted from 1 for a union's own versions; 0 is the standard.
    pub version: i32,
    all: Vec<Template>,
}

/// What is wrong with a file of templates.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TemplatesError {
    /// One of them is wrong.
    #[error(transparent)]
    Template(#[from] TemplateError),
    /// Two of them have one code.
    #[error("{0} stands there twice")]
    Twice(TemplateCode),
    /// One that is in force is missing.
    #[error("{0} is missing: somebody may have begun a letter with it. Write `closed: yes` in it instead")]
    Gone(TemplateCode),
    /// One is otherwise than the one in force, and has no higher version.
    #[error("{0} is changed: its version must be higher than {1}, so that letters tell which they came from")]
    Version(TemplateCode, u32),
}

/// How a template differs from the one in force.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TemplateChanged {
    /// It is new.
    Added,
    /// It is closed for new letters.
    Closed,
    /// It is open for new letters again.
    Opened,
    /// What it says or asks is otherwise.
    Rewritten,
}

/// A template that is otherwise than before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TemplateChange {
    /// Which.
    pub code: TemplateCode,
    /// What it is called now.
    pub name: Trilingual,
    /// In what.
    pub what: TemplateChanged,
}

/// A test reads each of them; one that were broken after all would be missing.
static STANDARD: LazyLock<Templates> =
    LazyLock::new(|| Templates { version: 0, all: FILES.iter().filter_map(|(name, file)| Template::parse(name, file).ok()).collect() });

impl Templates {
    /// Those that the portal comes with.
    pub fn standard() -> &'static Self {
        &STANDARD
    }

    /// The same as a file.
    pub fn standard_text() -> String {
        FILES.map(|(_, file)| file.trim_end()).join(&format!("\n\n{BETWEEN}\n\n")) + "\n"
    }

    /// Reads a file: templates, with a line `===` between one and the next.
    pub fn parse(version: i32, file: &str) -> Result<Self, TemplatesError> {
        let mut all: Vec<Template> = Vec::new();
        let mut line = 0;
        for part in parts(file) {
            // Errors count the lines of the whole file.
            let named = |error: TemplateError| TemplateError { line: error.line + line, template: code_in(&part), ..error };
            let template = Template::parse("", &part).map_err(named)?;
            if all.iter().any(|other| other.code == template.code) {
                return Err(TemplatesError::Twice(template.code));
            }
            all.push(template);
            line += part.lines().count() + 1;
        }
        Ok(Self { version, all })
    }

    /// The version after these, from a file: all of these are in it, and those that are otherwise say so.
    pub fn followed_by(&self, file: &str) -> Result<Self, TemplatesError> {
        let then = Self::parse(self.version + 1, file)?;
        for before in &self.all {
            let after = then.get(before.code.code()).ok_or(TemplatesError::Gone(before.code))?;
            if rewritten(before, after) && after.version <= before.version {
                return Err(TemplatesError::Version(before.code, before.version));
            }
        }
        Ok(then)
    }

    /// What is otherwise than in `before`, in the order of these.
    pub fn difference(&self, before: &Self) -> Vec<TemplateChange> {
        let mut changes = Vec::new();
        for after in &self.all {
            let before = before.get(after.code.code());
            let what = [
                before.is_none().then_some(TemplateChanged::Added),
                before.filter(|before| before.closed != after.closed).map(|_| match after.closed {
                    true => TemplateChanged::Closed,
                    false => TemplateChanged::Opened,
                }),
                before.filter(|before| rewritten(before, after)).map(|_| TemplateChanged::Rewritten),
            ];
            let change = |what| TemplateChange { code: after.code, name: after.name.clone(), what };
            changes.extend(what.into_iter().flatten().map(change));
        }
        changes
    }

    /// All of them.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = &Template> + Clone {
        self.all.iter()
    }

    /// One of them.
    pub fn get(&self, code: &str) -> Option<&Template> {
        self.all.iter().find(|template| template.code.code() == code)
    }
}

/// Whether the letters of two versions differ, or what is asked for them.
fn rewritten(before: &Template, after: &Template) -> bool {
    let (version, closed) = (before.version, before.closed);
    *before != Template { version, closed, ..after.clone() }
}

/// The templates of a file, each with all lines up to the next.
fn parts(file: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    for line in file.trim_start_matches('\u{feff}').lines() {
        if line.trim_end() == BETWEEN {
            parts.push(String::new());
        } else if let Some(part) = parts.last_mut() {
            part.push_str(line);
            part.push('\n');
        }
    }
    parts
}

/// What a template that cannot be read says that it is.
fn code_in(part: &str) -> String {
    let code = part.lines().find_map(|line| line.strip_prefix("code:"));
    code.map_or("a template without a code", str::trim).to_owned()
}

#[cfg(test)]
pub(super) fn files() -> &'static [(&'static str, &'static str)] {
    &FILES
}
