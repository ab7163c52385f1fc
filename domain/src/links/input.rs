//! What is typed when cases are linked, merged or looked for.

use serde::{Deserialize, Serialize};

use crate::{Code, Field, FieldErrors};

use super::{CaseNumber, Relation};

/// The form that links a case to another, as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct LinkTyped {
    /// The code of what the other case is to this one.
    pub relation: String,
    /// The number of one that was offered; empty when none was chosen.
    pub chosen: String,
    /// The number as typed. What is typed goes before what is chosen.
    pub number: String,
}

/// A link to make.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NewLink {
    /// What the other case is to this one.
    pub to: Relation,
    /// The number of the other.
    pub number: CaseNumber,
}

impl LinkTyped {
    /// Everything at once.
    pub fn check(&self) -> Result<NewLink, FieldErrors> {
        let mut errors = FieldErrors::default();
        let to = match self.relation.trim() {
            "" => Err(Code::Missing),
            code => code.parse().ok().filter(|to| Relation::OFFERED.contains(to)).ok_or(Code::NotOffered),
        };
        let to = errors.take(Field::Relation, to);
        let number = if self.number.trim().is_empty() { &self.chosen } else { &self.number };
        let number = errors.take(Field::CaseNumber, CaseNumber::read(number));
        match (to, number) {
            (Some(to), Some(number)) => Ok(NewLink { to, number }),
            _ => Err(errors),
        }
    }
}

/// The number of a case, as typed where it alone is asked for.
pub fn check_number(typed: &str) -> Result<CaseNumber, FieldErrors> {
    CaseNumber::read(typed).map_err(|code| FieldErrors(vec![(Field::CaseNumber, code)]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(relation: &str, chosen: &str, number: &str) -> LinkTyped {
        LinkTyped { relation: relation.to_owned(), chosen: chosen.to_owned(), number: number.to_owned() }
    }

    #[test]
    fn one_says_how_and_with_which() {
        assert_eq!(typed("main", "", "sak 1042").check(), Ok(NewLink { to: Relation::Main, number: CaseNumber(1042) }));
        assert_eq!(typed("related", "1001", " ").check(), Ok(NewLink { to: Relation::Related, number: CaseNumber(1001) }));
        assert_eq!(typed("part", "1001", "1002").check().map(|new| new.number), Ok(CaseNumber(1002)), "what is typed goes first");
        assert_eq!(typed("", "", "").check(), Err(FieldErrors(vec![(Field::Relation, Code::Missing), (Field::CaseNumber, Code::Missing)])));
        for code in ["merged_into", "merged_here", "MAIN", "x"] {
            assert_eq!(typed(code, "", "1").check(), Err(FieldErrors(vec![(Field::Relation, Code::NotOffered)])), "{code}");
        }
        assert_eq!(check_number("x"), Err(FieldErrors(vec![(Field::CaseNumber, Code::NotACaseNumber)])));
    }
}
