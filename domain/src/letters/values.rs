//! What the fields of a template are filled with.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{Code, Date};

use super::template::{FieldDef, FieldKind, Source, Template};

/// What one field is filled with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Value {
    /// Characters, of one line or of many.
    Text(String),
    /// A date.
    Date(Date),
    /// The code of an option.
    Choice(String),
    /// Points.
    List(Vec<String>),
}

impl Value {
    /// Whether there is nothing in it.
    pub fn is_blank(&self) -> bool {
        match self {
            Self::Text(text) | Self::Choice(text) => super::document::shown(text).trim().is_empty(),
            Self::Date(_) => false,
            Self::List(items) => items.iter().all(|item| super::document::shown(item).trim().is_empty()),
        }
    }
}

/// What the fields are filled with, by their ids.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Values(pub BTreeMap<String, Value>);

impl Values {
    /// What the case has already, as `of` finds it.
    pub fn from_case(template: &Template, of: impl Fn(&Source) -> Option<Value>) -> Self {
        let value = |field: &FieldDef, source: &Source| fitted(field, of(source)?).filter(|value| !value.is_blank());
        let found = |field: &FieldDef| Some((field.id.clone(), field.sources.iter().find_map(|source| value(field, source))?));
        Self(template.fields.iter().filter_map(found).collect())
    }

    /// What a field is filled with, if with anything.
    pub fn get(&self, id: &str) -> Option<&Value> {
        self.0.get(id).filter(|value| !value.is_blank())
    }

    /// Fills a field.
    pub fn set(&mut self, id: &str, value: Value) {
        self.0.insert(id.to_owned(), value);
    }
}

/// What a case has, as a field takes it; nothing where it does not take such a thing.
fn fitted(field: &FieldDef, value: Value) -> Option<Value> {
    match (field.kind, value) {
        (FieldKind::Text | FieldKind::Person, Value::Text(text)) => Some(Value::Text(text.lines().collect::<Vec<_>>().join(" "))),
        (FieldKind::Long, value @ Value::Text(_)) | (FieldKind::Date, value @ Value::Date(_)) => Some(value),
        (FieldKind::List, Value::Text(text)) => Some(Value::List(text.lines().map(str::to_owned).collect())),
        (FieldKind::Choice, Value::Choice(chosen)) => {
            field.options.iter().any(|option| option.code == chosen).then_some(Value::Choice(chosen))
        }
        _ => None,
    }
}

/// Why there is no letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotFilled {
    /// The template is not written in that language.
    Language,
    /// Fields that are missing, or hold what they do not take: each with what is wrong, in the order of the template.
    Fields(Vec<(String, Code)>),
}
