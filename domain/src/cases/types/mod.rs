//! Which case types there are: what each is called, what it asks, how it may end, and what is to be done first.
//!
//! They are data: the standard is `standard.toml`, and a union that wants others keeps its own versions in the database,
//! in the same form. A case remembers the version it was opened with, and goes on being read by it. A type that is there
//! once stays: it may be closed for new cases, and is never removed, or there would be cases that nobody could name.

mod answers;
mod difference;
mod facts;
#[cfg(not(target_arch = "wasm32"))]
mod file;
mod pages;
#[cfg(test)]
mod tests;
mod wrong;

pub use answers::*;
pub use difference::*;
pub use facts::*;
pub use pages::QUESTIONS_ON_A_PAGE;
pub use wrong::*;

use crate::Lang;

/// Every case type of a union, in the order a person would list them.
/// None by default, as in the browser: the pages are written where the union's are known.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CaseTypes {
    /// Counted from 1, which is what the portal came with first.
    pub version: i32,
    all: Vec<TypeFacts>,
}

impl CaseTypes {
    /// Every type, those that are closed for new cases among them.
    pub fn iter(&self) -> impl Iterator<Item = &TypeFacts> + Clone {
        self.all.iter()
    }

    /// What is true of a type; `None` when there is no such type.
    pub fn get(&self, case_type: CaseType) -> Option<&TypeFacts> {
        self.all.iter().find(|facts| facts.case_type == case_type)
    }

    /// The types a new case can be of.
    pub fn offered(&self) -> impl Iterator<Item = &TypeFacts> + Clone {
        self.all.iter().filter(|facts| !facts.closed)
    }

    /// A type that a new case can be of.
    pub fn offer(&self, case_type: CaseType) -> Option<&TypeFacts> {
        self.get(case_type).filter(|facts| !facts.closed)
    }

    /// What a type is called; its code, when there is no such type.
    pub fn name<'a>(&'a self, lang: Lang, case_type: &'a CaseType) -> &'a str {
        self.get(*case_type).map_or(case_type.code(), |facts| facts.names.of(lang))
    }

    /// The types that `before` has and these have not: never to be put in force so.
    pub fn gone_since<'a>(&'a self, before: &'a Self) -> impl Iterator<Item = CaseType> + 'a {
        before.iter().map(|facts| facts.case_type).filter(|case_type| self.get(*case_type).is_none())
    }
}
