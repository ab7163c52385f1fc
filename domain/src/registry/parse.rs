//! One line of text to one [`Line`], or the reason why not.

use std::borrow::Cow;
use std::fmt;
use std::vec::IntoIter;

use serde::de::{DeserializeSeed, Deserializer, IntoDeserializer, MapAccess, Visitor};
use serde::{Deserialize, forward_to_deserialize_any};

use super::json::{self, Value};
use super::lines::Line;
use super::reason::{Reason, Rejected, quotable};
use crate::identity::NationalId;

/// The longest line that is looked at, in bytes. The longest valid one is far shorter.
pub const MAX_LINE: usize = 16 * 1024;
/// The longest identifier.
pub const MAX_ID: usize = 64;
/// The longest given name or family name, in characters.
pub const MAX_NAME_PART: usize = 100;
/// The longest other text, in characters.
pub const MAX_TEXT: usize = 200;

/// Judges one line by itself. `number` counts from 1 and returns in [`Rejected`].
///
/// Whether real or synthetic national ids are taken, and whether the line fits the others, is for
/// [`super::check`].
pub fn parse_line(number: u64, text: &str) -> Result<Line, Rejected> {
    parse(text).map_err(|reason| Rejected { line: number, reason })
}

fn parse(text: &str) -> Result<Line, Reason> {
    if text.len() > MAX_LINE {
        return Err(Reason::LineTooLong);
    }
    let mut fields = json::object(text)?;
    let at = fields.iter().position(|(name, _)| name == TYPE).ok_or_else(|| missing(TYPE))?;
    let (_, kind) = fields.swap_remove(at);
    if fields.iter().any(|(name, _)| name == TYPE) {
        return Err(Reason::DuplicateField { field: TYPE.to_owned() });
    }
    match kind {
        Value::Text(kind) => match kind.as_ref() {
            "file" => read(fields).map(Line::File),
            "unit" => read(fields).map(Line::Unit),
            "coverage" => read(fields).map(Line::Coverage),
            "member" => read(fields).map(Line::Member),
            "employment" => read(fields).map(Line::Employment),
            "mandate" => read(fields).map(Line::Mandate),
            "end" => read(fields).map(Line::End),
            other => Err(Reason::UnknownType { name: quotable(other) }),
        },
        _ => Err(Reason::WrongType { field: TYPE.to_owned() }),
    }
}

const TYPE: &str = "type";

type Field<'a> = (Cow<'a, str>, Value<'a>);

fn read<'de, T: Deserialize<'de>>(fields: Vec<Field<'de>>) -> Result<T, Reason> {
    let mut reader = Fields { fields: fields.into_iter(), current: None };
    T::deserialize(&mut reader).map_err(|problem| match problem {
        Problem::Reason(reason) => reason,
        Problem::Value => Reason::NotJson,
    })
}

fn missing(field: &str) -> Reason {
    Reason::MissingField { field: field.to_owned() }
}

/// What a field holds, decided by its name: a name means the same on every line.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Holds {
    Id,
    NationalId,
    NamePart,
    Name,
    Text,
    Code,
    Date,
    OrgNumber,
    Percent,
    Flag,
}

fn holds(field: &str) -> Option<Holds> {
    Some(match field {
        "id" | "parent" | "unit" | "member" | "local" | "substitute_for" | "helper" | "replaced_by" => Holds::Id,
        "national_id" => Holds::NationalId,
        "given_name" | "family_name" => Holds::NamePart,
        "name" => Holds::Name,
        "phone" | "email" | "street" | "postal_code" | "city" | "title" | "position_code" => Holds::Text,
        "kind" | "section" | "language" | "protection" | "tariff_area" | "office" | "of" => Holds::Code,
        "joined" | "left" | "from" | "to" | "elected" | "employer_notified" | "revoked" => Holds::Date,
        "employer" | "workplace" => Holds::OrgNumber,
        "percent" => Holds::Percent,
        "shielded" => Holds::Flag,
        _ => return None,
    })
}

/// What is wrong with a value that has the right type.
fn judge_text(field: &str, holds: Holds, text: &str) -> Result<(), Reason> {
    let field = || field.to_owned();
    if text.chars().any(|c| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}')) {
        return Err(Reason::ControlCharacter { field: field() });
    }
    let longest = match holds {
        Holds::Id => {
            let plain = text.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'.' | b'_'));
            if !plain || text.len() > MAX_ID {
                return Err(Reason::InvalidId { field: field() });
            }
            MAX_ID
        }
        Holds::NamePart => MAX_NAME_PART,
        _ => MAX_TEXT,
    };
    if text.chars().nth(longest).is_some() {
        return Err(Reason::TooLong { field: field() });
    }
    let needed = matches!(holds, Holds::Id | Holds::NamePart | Holds::Name);
    if needed && text.trim().is_empty() { Err(Reason::Empty { field: field() }) } else { Ok(()) }
}

/// What is wrong with a value that could not become what its field holds.
fn judge_refused(field: &str, holds: Option<Holds>, value: &Value<'_>) -> Reason {
    let field = field.to_owned();
    match (holds, value) {
        (Some(Holds::Code), Value::Text(_)) => Reason::UnknownCode { field },
        (Some(Holds::Date), Value::Text(_)) => Reason::InvalidDate { field },
        (Some(Holds::OrgNumber), Value::Text(_)) => Reason::InvalidOrgNumber { field },
        (Some(Holds::NationalId), Value::Text(text)) => NationalId::read(text).err().map_or(Reason::WrongType { field }, Reason::from),
        (Some(Holds::Percent), Value::Int(_) | Value::OtherNumber) => Reason::OutOfRange { field },
        _ => Reason::WrongType { field },
    }
}

/// The fields of one line, handed to the struct that is to hold them.
struct Fields<'de> {
    fields: IntoIter<Field<'de>>,
    current: Option<Field<'de>>,
}

impl<'de> Deserializer<'de> for &mut Fields<'de> {
    type Error = Problem;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Problem> {
        visitor.visit_map(self)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

impl<'de> MapAccess<'de> for Fields<'de> {
    type Error = Problem;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Problem> {
        self.current = self.fields.next();
        match &self.current {
            Some((name, _)) => seed.deserialize(name.as_ref().into_deserializer()).map(Some),
            None => Ok(None),
        }
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Problem> {
        let (name, value) = self.current.take().ok_or(Problem::Value)?;
        let holds = holds(&name);
        if let (Some(holds @ (Holds::Id | Holds::NamePart | Holds::Name | Holds::Text)), Value::Text(text)) = (holds, &value) {
            judge_text(&name, holds, text)?;
        }
        if let (Some(Holds::Percent), Value::Int(percent)) = (holds, &value)
            && !(0..=100).contains(percent)
        {
            return Err(Reason::OutOfRange { field: name.into_owned() }.into());
        }
        seed.deserialize(OneValue(&value)).map_err(|_| judge_refused(&name, holds, &value).into())
    }
}

/// One value. Texts are copied where they are kept, so it needs no more than a look.
struct OneValue<'v>(&'v Value<'v>);

impl<'de> Deserializer<'de> for OneValue<'_> {
    type Error = Problem;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Problem> {
        match self.0 {
            Value::Text(text) => visitor.visit_str(text),
            Value::Int(number) => visitor.visit_i64(*number),
            Value::OtherNumber => Err(Problem::Value),
            Value::Bool(bool) => visitor.visit_bool(*bool),
            Value::Null => visitor.visit_unit(),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Problem> {
        match self.0 {
            Value::Null => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct
        newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

/// What serde reports while a line is read. `Value`: this value does not fit; the field's name is known further out.
#[derive(Debug)]
enum Problem {
    Value,
    Reason(Reason),
}

impl From<Reason> for Problem {
    fn from(reason: Reason) -> Self {
        Self::Reason(reason)
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Value => f.write_str("a value does not fit"),
            Self::Reason(reason) => reason.fmt(f),
        }
    }
}

impl std::error::Error for Problem {}

impl serde::de::Error for Problem {
    /// Drops the message: it may hold the value.
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self::Value
    }

    fn unknown_field(field: &str, _: &'static [&'static str]) -> Self {
        Reason::UnknownField { field: quotable(field) }.into()
    }

    fn missing_field(field: &'static str) -> Self {
        missing(field).into()
    }

    fn duplicate_field(field: &'static str) -> Self {
        Reason::DuplicateField { field: field.to_owned() }.into()
    }
}
