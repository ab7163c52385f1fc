//! What a person typed into a field, made valid.

use crate::{Code, Date, text};

use super::template::{FieldDef, FieldKind};
use super::values::Value;

/// The longest answer of one line, in characters.
pub const FIELD_LINE_MAX: u32 = 200;
/// The longest answer of paragraphs, in characters.
pub const FIELD_TEXT_MAX: u32 = 8000;
/// The longest point of a list, in characters.
pub const FIELD_LINES_MAX: u32 = 1000;
/// The most points of a list.
pub const LIST_MAX: u32 = 60;

/// Reads what was typed; `None` when nothing was, and nothing need be.
pub fn read(field: &FieldDef, typed: &str) -> Result<Option<Value>, Code> {
    let value = match field.kind {
        FieldKind::Text | FieldKind::Person => text::line(typed, FIELD_LINE_MAX).map(Value::Text),
        FieldKind::Long => text::lines(typed, FIELD_TEXT_MAX).map(Value::Text),
        FieldKind::Date if typed.trim().is_empty() => Err(Code::Missing),
        FieldKind::Date => Date::parse_typed(typed).map(Value::Date).map_err(|_| Code::NotADate),
        FieldKind::Choice if typed.is_empty() => Err(Code::Missing),
        FieldKind::Choice => match field.options.iter().any(|option| option.code == typed) {
            true => Ok(Value::Choice(typed.to_owned())),
            false => Err(Code::NotOffered),
        },
        FieldKind::List => list(typed),
    };
    match value {
        Err(Code::Missing) if !field.required => Ok(None),
        value => value.map(Some),
    }
}

/// A line is a point; empty lines are none.
fn list(typed: &str) -> Result<Value, Code> {
    let whole = text::lines(typed, FIELD_LINES_MAX * LIST_MAX)?;
    let points: Result<Vec<String>, Code> =
        whole.lines().filter(|point| !point.trim().is_empty()).map(|point| text::line(point, FIELD_LINES_MAX)).collect();
    match points? {
        points if points.len() > LIST_MAX as usize => Err(Code::TooMany { max: LIST_MAX }),
        points => Ok(Value::List(points)),
    }
}

/// A value as it stands in a form, where [`read`] reads it back as the same.
pub fn typed(value: &Value) -> String {
    match value {
        Value::Text(text) | Value::Choice(text) => text.clone(),
        Value::Date(date) => format!("{}.{}.{}", date.day(), date.month(), date.year()),
        Value::List(points) => points.join("\n"),
    }
}
