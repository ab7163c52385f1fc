//! Tests of templates and of filling them.

mod filled;
mod hostile;
mod parsing;
mod versions;

use crate::letters::{FieldKind, Template, Value, Values};

/// Something in every field; `text` in those of text.
fn filled_with(template: &Template, text: &str) -> Values {
    let mut values = Values::default();
    for field in &template.fields {
        let value = match field.kind {
            FieldKind::Text | FieldKind::Person | FieldKind::Long => Value::Text(text.to_owned()),
            FieldKind::Date => Value::Date("2026-05-17".parse().unwrap()),
            FieldKind::Choice => Value::Choice(field.options[0].code.clone()),
            FieldKind::List => Value::List(vec![text.to_owned(), text.to_owned()]),
        };
        values.set(&field.id, value);
    }
    values
}
