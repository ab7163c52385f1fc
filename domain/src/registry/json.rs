//! Reads one flat JSON object: texts, whole numbers, true, false and null, nothing nested.
//!
//! A line of the registry file is no more than that. Reading it here keeps the texts borrowed, which matters at
//! a million lines, keeps this crate without a JSON library, and lets the caller say precisely what is wrong.
//! A property test holds it to what `serde_json` reads.

use std::borrow::Cow;

use super::reason::{Reason, quotable};

/// A value of a field.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Value<'a> {
    Text(Cow<'a, str>),
    Int(i64),
    /// A number that is not whole, or too large: no field of the file takes it.
    OtherNumber,
    Bool(bool),
    Null,
}

/// The fields of the object, in the order of the line; a repeated name is repeated.
pub(super) fn object(text: &str) -> Result<Vec<(Cow<'_, str>, Value<'_>)>, Reason> {
    let mut reader = Reader { rest: text };
    let mut fields = Vec::with_capacity(18);
    reader.token('{')?;
    if reader.token('}').is_err() {
        loop {
            reader.skip_space();
            let name = reader.string()?;
            reader.token(':')?;
            let value = reader.value(&name)?;
            fields.push((name, value));
            if reader.token(',').is_err() {
                break;
            }
        }
        reader.token('}')?;
    }
    reader.skip_space();
    if reader.rest.is_empty() { Ok(fields) } else { Err(Reason::NotJson) }
}

struct Reader<'a> {
    rest: &'a str,
}

impl<'a> Reader<'a> {
    /// The four kinds of white space of RFC 8259.
    fn skip_space(&mut self) {
        self.rest = self.rest.trim_start_matches([' ', '\t', '\n', '\r']);
    }

    fn token(&mut self, token: char) -> Result<(), Reason> {
        self.skip_space();
        self.rest = self.rest.strip_prefix(token).ok_or(Reason::NotJson)?;
        Ok(())
    }

    fn value(&mut self, name: &str) -> Result<Value<'a>, Reason> {
        self.skip_space();
        if self.rest.starts_with('"') {
            return self.string().map(Value::Text);
        }
        if self.rest.starts_with(['{', '[']) {
            return Err(Reason::WrongType { field: quotable(name) });
        }
        let end = self.rest.find([',', '}', ' ', '\t', '\n', '\r']).unwrap_or(self.rest.len());
        let (word, rest) = self.rest.split_at(end);
        self.rest = rest;
        match word {
            "true" => Ok(Value::Bool(true)),
            "false" => Ok(Value::Bool(false)),
            "null" => Ok(Value::Null),
            _ => number(word),
        }
    }

    fn string(&mut self) -> Result<Cow<'a, str>, Reason> {
        self.rest = self.rest.strip_prefix('"').ok_or(Reason::NotJson)?;
        let mut owned: Option<String> = None;
        loop {
            let end = self.rest.find(['"', '\\']).ok_or(Reason::NotJson)?;
            let (plain, tail) = self.rest.split_at(end);
            if plain.bytes().any(|byte| byte < 0x20) {
                return Err(Reason::NotJson);
            }
            if let Some(after) = tail.strip_prefix('"') {
                self.rest = after;
                return Ok(match owned {
                    None => Cow::Borrowed(plain),
                    Some(text) => Cow::Owned(text + plain),
                });
            }
            let text = owned.get_or_insert_default();
            text.push_str(plain);
            self.rest = tail.strip_prefix('\\').ok_or(Reason::NotJson)?;
            text.push(self.escaped()?);
        }
    }

    /// What stands after a backslash.
    fn escaped(&mut self) -> Result<char, Reason> {
        let mut chars = self.rest.chars();
        let c = chars.next().ok_or(Reason::NotJson)?;
        self.rest = chars.as_str();
        match c {
            '"' | '\\' | '/' => Ok(c),
            'b' => Ok('\u{8}'),
            'f' => Ok('\u{c}'),
            'n' => Ok('\n'),
            'r' => Ok('\r'),
            't' => Ok('\t'),
            'u' => {
                let first = self.four_hex()?;
                let code = if (0xd800..0xdc00).contains(&first) {
                    self.rest = self.rest.strip_prefix("\\u").ok_or(Reason::NotJson)?;
                    let second = self.four_hex()?.checked_sub(0xdc00).filter(|low| *low < 0x400).ok_or(Reason::NotJson)?;
                    0x1_0000 + ((first - 0xd800) << 10) + second
                } else {
                    first
                };
                char::from_u32(code).ok_or(Reason::NotJson)
            }
            _ => Err(Reason::NotJson),
        }
    }

    fn four_hex(&mut self) -> Result<u32, Reason> {
        let (hex, rest) = self.rest.split_at_checked(4).ok_or(Reason::NotJson)?;
        self.rest = rest;
        let all_hex = hex.bytes().all(|byte| byte.is_ascii_hexdigit());
        u32::from_str_radix(hex, 16).ok().filter(|_| all_hex).ok_or(Reason::NotJson)
    }
}

/// A number as RFC 8259 writes it: no leading zeros or plus, digits on both sides of a point.
fn number(word: &str) -> Result<Value<'static>, Reason> {
    let unsigned = word.strip_prefix('-').unwrap_or(word);
    let (mantissa, exponent) = match unsigned.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent.strip_prefix(['+', '-']).unwrap_or(exponent))),
        None => (unsigned, None),
    };
    let (whole, fraction) = match mantissa.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (mantissa, None),
    };
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let valid = digits(whole) && (whole == "0" || !whole.starts_with('0')) && fraction.is_none_or(digits) && exponent.is_none_or(digits);
    if !valid {
        return Err(Reason::NotJson);
    }
    Ok(word.parse().map_or(Value::OtherNumber, Value::Int))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn judge(text: &str) -> Result<serde_json::Map<String, serde_json::Value>, Reason> {
        object(text).map(|fields| {
            let known = |value| match value {
                Value::Text(text) => text.into_owned().into(),
                Value::Int(number) => number.into(),
                Value::OtherNumber => "number".into(),
                Value::Bool(bool) => bool.into(),
                Value::Null => serde_json::Value::Null,
            };
            fields.into_iter().map(|(name, value)| (name.into_owned(), known(value))).collect()
        })
    }

    #[test]
    fn reads_what_is_json() {
        for text in [
            "{}",
            " { } ",
            r#"{"a":"x","b":12,"c":-3,"d":true,"e":false,"f":null}"#,
            "{ \"a\" : 0 ,\t\"b\":\"\" }\r\n",
            r#"{"a":"\"\\\/\b\f\n\r\tæ\u00e6\ud83d\ude00 Ærø"}"#,
            r#"{"a":"1","a":"2"}"#,
        ] {
            assert_eq!(judge(text), Ok(serde_json::from_str(text).unwrap()), "{text}");
        }
        assert_eq!(object(r#"{"a":1.5,"b":1e3,"c":99999999999999999999}"#).unwrap().len(), 3);
    }

    #[test]
    fn refuses_what_is_not() {
        for text in [
            "",
            "{",
            "}",
            "[]",
            "null",
            "x",
            "{}{}",
            "{} x",
            "{,}",
            "{\"a\"}",
            "{\"a\":}",
            "{\"a\":1,}",
            "{a:1}",
            "{'a':1}",
            "{\"a\":01}",
            "{\"a\":+1}",
            "{\"a\":.5}",
            "{\"a\":1.}",
            "{\"a\":1e}",
            "{\"a\":-}",
            "{\"a\":tru}",
            "{\"a\":NaN}",
            "{\"a\":\"}",
            "{\"a\":\"\\x\"}",
            "{\"a\":\"\\u12\"}",
            "{\"a\":\"\\u+123\"}",
            "{\"a\":\"\\ud800\"}",
            "{\"a\":\"\\ud800\\u0041\"}",
            "{\"a\":\"\\udc00\"}",
            "{\"a\":\"\n\"}",
            "{\"a\":\"\0\"}",
            "{\"a\":\"\\u12æ\"}",
        ] {
            assert_eq!(judge(text), Err(Reason::NotJson), "{text}");
            assert!(serde_json::from_str::<serde_json::Map<String, serde_json::Value>>(text).is_err(), "{text}");
        }
        for text in ["{\"a\":[]}", "{\"a\":{}}"] {
            assert_eq!(judge(text), Err(Reason::WrongType { field: "a".into() }));
        }
    }

    proptest! {
        #[test]
        fn agrees_with_serde_json(text in "(\\{[ ]?(\"[abæ\\\\u0-9\"]{0,8}\"[:,]{0,2}[ ]?-?[0-9.eE]{0,4}[,]?){0,3}\\})|.*") {
            let theirs = serde_json::from_str::<serde_json::Map<String, serde_json::Value>>(&text);
            match object(&text) {
                Ok(_) => prop_assert!(theirs.is_ok()),
                Err(Reason::NotJson) => prop_assert!(theirs.is_err()),
                Err(_) => {}
            }
        }

        #[test]
        fn any_text_comes_through(name in "\\PC{0,9}", text in any::<String>(), number in any::<i64>()) {
            let line = serde_json::json!({ name: text, "\u{1}n": number }).to_string();
            prop_assert_eq!(judge(&line), Ok(serde_json::from_str(&line).unwrap()));
        }
    }
}
