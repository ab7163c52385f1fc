//! The access matrix: which office may do what, with which data, how far, and why.
//!
//! It is data: the standard is a table in `standard.csv`, and a union that wants another keeps its own versions in
//! the database, in the same form. What is not in the table is not allowed.

use std::collections::HashSet;

use crate::code::UnknownCode;
use crate::org::{Office, UnitKind};

use super::{Action, Breadth, DataClass};

const STANDARD: &str = include_str!("standard.csv");
const HEADER: &str = "office;data;action;reach;reason";

/// One right, for one office.
#[derive(Debug, Clone, PartialEq, Eq)]
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
    Senseless(usize, &'static str),
}

impl Policy {
    /// The careful default that the portal comes with.
    pub fn standard() -> Self {
        // A test reads the file; were it broken after all, nobody would be let in anywhere.
        Self::parse(0, STANDARD).unwrap_or(Self { version: 0, rules: Vec::new() })
    }

    /// The standard's table as text.
    pub const fn standard_text() -> &'static str {
        STANDARD
    }

    /// Reads a table. A line may name several kinds of data, several actions and several offices, with spaces between.
    pub fn parse(version: i32, text: &str) -> Result<Self, PolicyError> {
        let mut lines = text.lines().map(str::trim).enumerate().map(|(n, line)| (n + 1, line));
        if lines.next().map(|(_, line)| line) != Some(HEADER) {
            return Err(PolicyError::Header);
        }
        let mut rules = Vec::new();
        let mut seen = HashSet::new();
        for (n, line) in lines.filter(|(_, line)| !line.is_empty() && !line.starts_with('#')) {
            for rule in parse_line(n, line)? {
                if !seen.insert((rule.office, rule.class, rule.action, rule.breadth)) {
                    return Err(PolicyError::Twice(n));
                }
                rules.push(rule);
            }
        }
        Ok(Self { version, rules })
    }

    /// Every rule, in the order of the table.
    pub fn rules(&self) -> &[Rule] {
        &self.rules
    }

    /// What one office may do.
    pub fn powers(&self, office: Office) -> Vec<super::Power> {
        self.rules
            .iter()
            .filter(|rule| rule.office == office)
            .map(|rule| super::Power { class: rule.class, action: rule.action, breadth: rule.breadth })
            .collect()
    }
}

fn parse_line(n: usize, line: &str) -> Result<Vec<Rule>, PolicyError> {
    let parts: Vec<&str> = line.splitn(5, ';').map(str::trim).collect();
    let &[offices, classes, actions, breadth, reason] = parts.as_slice() else { return Err(PolicyError::Parts(n)) };
    if [offices, classes, actions, reason].contains(&"") {
        return Err(PolicyError::Parts(n));
    }
    let breadth: Breadth = code(n, breadth)?;
    let mut rules = Vec::new();
    for office in offices.split_whitespace() {
        for class in classes.split_whitespace() {
            for action in actions.split_whitespace() {
                let rule =
                    Rule { office: code(n, office)?, class: code(n, class)?, action: code(n, action)?, breadth, reason: reason.to_owned() };
                sense(n, &rule)?;
                rules.push(rule);
            }
        }
    }
    Ok(rules)
}

fn code<T: std::str::FromStr<Err = UnknownCode>>(n: usize, text: &str) -> Result<T, PolicyError> {
    text.parse().map_err(|error| PolicyError::Code(n, error))
}

/// What no version of the policy may say, whoever makes it.
fn sense(n: usize, rule: &Rule) -> Result<(), PolicyError> {
    let wrong = |why| Err(PolicyError::Senseless(n, why));
    if matches!(rule.office, Office::Admin | Office::DataProtection)
        && (rule.class.is_contents() || rule.class == DataClass::MemberProtected)
    {
        return wrong("administrators and the data protection officer never see the contents of cases, or protected members");
    }
    if (rule.class == DataClass::MemberProtected) != (rule.breadth == Breadth::Named) {
        return wrong("protected members are seen by those named for them, and by nobody else");
    }
    if rule.breadth == Breadth::Own && !rule.class.is_contents() {
        return wrong("only the contents of cases can be reached by taking part");
    }
    let whole = matches!(rule.class, DataClass::Registry | DataClass::Settings | DataClass::AccessLog);
    if whole && rule.office.held_at() != [UnitKind::Union] {
        return wrong("registry, settings and the access log are the whole union's: only an office of the union may have them");
    }
    if rule.breadth == Breadth::Workplace && rule.class.is_contents() && rule.action != Action::Open {
        return wrong("a case belongs to a club, not to a workplace");
    }
    Ok(())
}
