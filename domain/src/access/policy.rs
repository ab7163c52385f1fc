//! The access matrix: which office may do what, with which data, how far, and why.
//!
//! It is data: the standard is a table in `standard.csv`, and a union that wants another keeps its own versions in
//! the database, in the same form, each with the offices that it is about. What is not in the table is not allowed.

use std::collections::HashSet;
use std::sync::Arc;

use crate::code::UnknownCode;
use crate::org::{Office, OfficeFacts, Offices};

use super::{Action, Breadth, DataClass, LocksOut, Power, Senseless};

const STANDARD: &str = include_str!("standard.csv");
const HEADER: &str = "office;data;action;reach;reason";

/// One right, for one office.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Rule {
    /// Who.
    pub office: Office,
    /// With what.
    pub class: DataClass,
    /// What.
    pub action: Action,
    /// How far.
    pub breadth: Breadth,
    /// Why, in a sentence for those who review the policy.
    pub reason: String,
}

/// A version of the whole matrix.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Policy {
    /// Counted from 1 for a union's own versions; 0 is the standard.
    pub version: i32,
    offices: Arc<Offices>,
    rules: Vec<Rule>,
}

/// What is wrong with a table of rules.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PolicyError {
    /// The first line is not the header.
    #[error("line 1: the header must be `{HEADER}`")]
    Header,
    /// A line has not five parts.
    #[error("line {0}: five parts with semicolons between them are needed, the last of them a reason")]
    Parts(usize),
    /// A code that is none.
    #[error("line {0}: {1}")]
    Code(usize, UnknownCode),
    /// The same right twice.
    #[error("line {0}: this right is given above already")]
    Twice(usize),
    /// A right that can mean nothing, or that no policy may give.
    #[error("line {0}: {1}")]
    Senseless(usize, Senseless),
    /// A table that would lock somebody out who must never be.
    #[error("{0}")]
    LocksOut(LocksOut),
}

impl Policy {
    /// The careful default that the portal comes with.
    pub fn standard() -> Self {
        // A test reads the file; were it broken after all, nobody would be let in anywhere.
        let offices = Offices::standard().clone();
        Self::parse(0, offices.clone(), STANDARD).unwrap_or(Self { version: 0, offices: Arc::new(offices), rules: Vec::new() })
    }

    /// The standard's table as text.
    pub const fn standard_text() -> &'static str {
        STANDARD
    }

    /// Reads a table about these offices. A line may name several kinds of data, several actions and several offices,
    /// with spaces between.
    pub fn parse(version: i32, offices: Offices, text: &str) -> Result<Self, PolicyError> {
        let mut lines = text.lines().map(str::trim).enumerate().map(|(n, line)| (n + 1, line));
        if lines.next().map(|(_, line)| line) != Some(HEADER) {
            return Err(PolicyError::Header);
        }
        let mut rules = Vec::new();
        let mut seen = HashSet::new();
        for (n, line) in lines.filter(|(_, line)| !line.is_empty() && !line.starts_with('#')) {
            for rule in parse_line(&offices, n, line)? {
                if !seen.insert((rule.office, rule.class, rule.action, rule.breadth)) {
                    return Err(PolicyError::Twice(n));
                }
                rules.push(rule);
            }
        }
        Ok(Self { version, offices: Arc::new(offices), rules })
    }

    /// The offices there are, each with what is true of it.
    pub const fn offices(&self) -> &Arc<Offices> {
        &self.offices
    }

    /// Every rule, in the order of the table.
    pub fn rules(&self) -> &[Rule] {
        &self.rules
    }

    /// The rules of one office, in the order of the table.
    pub fn rules_of(&self, office: Office) -> impl Iterator<Item = &Rule> {
        self.rules.iter().filter(move |rule| rule.office == office)
    }

    /// What one office may do.
    pub fn powers(&self, office: Office) -> Vec<Power> {
        self.rules_of(office).map(Rule::power).collect()
    }

    /// The same matrix with other rights for one office, in the place where its rights stood.
    #[must_use]
    pub fn with(&self, office: Office, rights: Vec<Rule>) -> Self {
        let at = self.rules.iter().position(|rule| rule.office == office).unwrap_or(self.rules.len());
        let mut rules: Vec<Rule> = self.rules.iter().filter(|rule| rule.office != office).cloned().collect();
        rules.splice(at..at, rights);
        Self { version: self.version, offices: self.offices.clone(), rules }
    }

    /// The same matrix with an office added, without rights, or changed in its place; or why its rights would mean
    /// nothing then.
    pub fn with_office(&self, facts: OfficeFacts) -> Result<Self, Senseless> {
        match self.rules_of(facts.office).find_map(|rule| Senseless::of(&facts, rule.power())) {
            Some(why) => Err(why),
            None => Ok(Self { version: self.version, offices: Arc::new(self.offices.with(facts)), rules: self.rules.clone() }),
        }
    }

    /// The same matrix, and beside its offices those of `others` that it has not, without rights.
    #[must_use]
    pub fn keeping(self, others: &Offices) -> Self {
        Self { offices: Arc::new(self.offices.keeping(others)), ..self }
    }

    /// The table as text, which [`Policy::parse`] reads back as the same rules.
    pub fn table(&self) -> String {
        let mut lines: Vec<(&Rule, Vec<&'static str>)> = Vec::new();
        for rule in &self.rules {
            let same = |other: &Rule| {
                (other.office, other.action, other.breadth, other.reason.as_str())
                    == (rule.office, rule.action, rule.breadth, rule.reason.as_str())
            };
            match lines.last_mut().filter(|(first, _)| same(first)) {
                Some((_, classes)) => classes.push(rule.class.code()),
                None => lines.push((rule, vec![rule.class.code()])),
            }
        }
        let mut table = format!("{HEADER}\n");
        for (rule, classes) in lines {
            let parts = [rule.office.code(), &classes.join(" "), rule.action.code(), rule.breadth.code(), &rule.reason];
            table.push_str(&parts.join(";"));
            table.push('\n');
        }
        table
    }

    /// Whether the table keeps open what must be open always. A table that is put in force is asked; one that is in
    /// force already is not, so that an old one can be read for ever.
    pub fn locks_nobody_out(&self) -> Result<(), PolicyError> {
        super::sense::locks_out(self).map_or(Ok(()), |who| Err(PolicyError::LocksOut(who)))
    }
}

impl Rule {
    /// The right without office and reason.
    pub const fn power(&self) -> Power {
        Power { class: self.class, action: self.action, breadth: self.breadth }
    }
}

fn parse_line(offices: &Offices, n: usize, line: &str) -> Result<Vec<Rule>, PolicyError> {
    let parts: Vec<&str> = line.splitn(5, ';').map(str::trim).collect();
    let &[named, classes, actions, breadth, reason] = parts.as_slice() else { return Err(PolicyError::Parts(n)) };
    if [named, classes, actions, reason].contains(&"") {
        return Err(PolicyError::Parts(n));
    }
    let breadth: Breadth = code(n, breadth)?;
    let mut rules = Vec::new();
    for office in named.split_whitespace() {
        let known = code(n, office).map(|office: Office| offices.get(office))?;
        let facts = known.ok_or_else(|| PolicyError::Code(n, UnknownCode(office.to_owned())))?;
        for class in classes.split_whitespace() {
            for action in actions.split_whitespace() {
                let rule =
                    Rule { office: facts.office, class: code(n, class)?, action: code(n, action)?, breadth, reason: reason.to_owned() };
                if let Some(why) = Senseless::of(facts, rule.power()) {
                    return Err(PolicyError::Senseless(n, why));
                }
                rules.push(rule);
            }
        }
    }
    Ok(rules)
}

fn code<T: std::str::FromStr<Err = UnknownCode>>(n: usize, text: &str) -> Result<T, PolicyError> {
    text.parse().map_err(|error| PolicyError::Code(n, error))
}
