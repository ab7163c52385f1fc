//! The file of case types, as people write it (docs/adding-a-case-type.md). For the server alone.

mod form;
mod reading;

use std::sync::LazyLock;

use super::{CaseTypes, CaseTypesErrors};

const STANDARD: &str = include_str!("../standard.toml");

/// A test reads the file; were it broken after all, there would be no types, and no new case could be made.
static STANDARD_TYPES: LazyLock<CaseTypes> = LazyLock::new(|| CaseTypes::parse(1, STANDARD).unwrap_or_default());

impl CaseTypes {
    /// Those that the portal comes with.
    pub fn standard() -> &'static Self {
        &STANDARD_TYPES
    }

    /// Their file.
    pub const fn standard_text() -> &'static str {
        STANDARD
    }

    /// Reads a file, or says everything that is wrong with it.
    pub fn parse(version: i32, text: &str) -> Result<Self, CaseTypesErrors> {
        let all = reading::read(text)?;
        Ok(Self { version, all })
    }

    /// Reads a file that is to follow these: every type of these must be in it.
    pub fn followed_by(&self, text: &str) -> Result<Self, CaseTypesErrors> {
        let then = Self::parse(self.version + 1, text)?;
        let gone: Vec<_> = then.gone_since(self).map(reading::gone).collect();
        if gone.is_empty() { Ok(then) } else { Err(CaseTypesErrors(gone)) }
    }
}
