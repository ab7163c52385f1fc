//! `docs/registry.schema.json` and the code say the same.

use std::collections::BTreeSet;

use serde_json::Value;

use super::*;
use crate::Lang;
use crate::org::{OFFICE_MAX, Office, UnitKind};

fn schema() -> Value {
    serde_json::from_str(include_str!("../../../../docs/registry.schema.json")).unwrap()
}

fn texts(value: &Value) -> BTreeSet<String> {
    value.as_array().unwrap().iter().map(|text| text.as_str().unwrap().to_owned()).collect()
}

fn names(value: &Value) -> BTreeSet<String> {
    value.as_object().unwrap().keys().cloned().collect()
}

/// Lines with every field filled, one of each type; the round-trip test shows that they hold all there are.
fn full_lines() -> [String; 7] {
    let unit = LOCAL.replace('}', r#","replaced_by":"L2"}"#);
    let file = r#"{"type":"file","kind":"difference"}"#.to_owned();
    let end = r#"{"type":"end","of":"coverage","id":"1","unit":"C1","employer":"310000019"}"#.to_owned();
    let mandate = MANDATE.replace('}', r#","substitute_for":"V2","revoked":"2026-05-03"}"#);
    [file, unit, COVERAGE.to_owned(), MEMBER.to_owned(), EMPLOYMENT.to_owned(), mandate, end]
}

#[test]
fn types_and_fields() {
    let schema = schema();
    let listed: Vec<&str> = schema["oneOf"].as_array().unwrap().iter().map(|of| of["$ref"].as_str().unwrap()).collect();
    assert_eq!(listed, ["file", "unit", "coverage", "member", "employment", "mandate", "end"].map(|name| format!("#/$defs/{name}")));
    for text in full_lines() {
        let written = serde_json::to_value(line(&text)).unwrap();
        assert_eq!(names(&written), names(&serde_json::from_str(&text).unwrap()));
        let kind = written["type"].as_str().unwrap();
        let definition = &schema["$defs"][kind];
        assert_eq!(definition["additionalProperties"], false);
        assert_eq!(definition["properties"]["type"]["const"], kind);
        assert_eq!(names(&definition["properties"]), names(&written), "{kind}: the schema's fields are the code's");
        assert_eq!(fields_of(kind), names(&written), "{kind}: and there are no others");

        // Exactly the required ones cannot be left out, and exactly the others can be null.
        for field in names(&written) {
            let mut fields = written.as_object().unwrap().clone();
            fields.remove(&field);
            let without = parse_line(1, &Value::from(fields.clone()).to_string());
            assert_eq!(without.is_err(), texts(&definition["required"]).contains(&field), "{kind}.{field}");
            fields.insert(field.clone(), Value::Null);
            let null = parse_line(1, &Value::from(fields).to_string());
            let may_be_null = definition["properties"][&field]["anyOf"].is_array();
            assert_eq!(null.is_ok(), may_be_null, "{kind}.{field}");
        }
    }
}

/// The fields a struct has, asked of serde: it lists them when it meets an unknown one.
fn fields_of(kind: &str) -> BTreeSet<String> {
    let error = serde_json::from_str::<Line>(&format!(r#"{{"type":"{kind}","?":1}}"#)).unwrap_err().to_string();
    let (_, expected) = error.split_once("expected").unwrap();
    expected.split('`').skip(1).step_by(2).map(str::to_owned).chain(["type".to_owned()]).collect()
}

#[test]
fn codes() {
    fn same<T: ToString>(name: &str, all: &[T]) {
        let listed: Vec<String> = all.iter().map(ToString::to_string).collect();
        assert_eq!(schema()["$defs"][name]["enum"], Value::from(listed), "{name}");
    }
    same("unit_kind", UnitKind::ALL);
    same("membership_kind", MembershipKind::ALL);
    same("section", Section::ALL);
    same("language", Lang::ALL);
    same("protection", Protection::ALL);
    same("tariff_area", TariffArea::ALL);
    same("file_kind", FileKind::ALL);
    same("line_type", LineType::ALL);
}

/// Which offices there are, is the union's; how a code is written, is the format's.
#[test]
fn offices() {
    assert_eq!(schema()["$defs"]["office"]["pattern"], format!("^[A-Z][A-Z0-9_]{{1,{}}}$", OFFICE_MAX - 1));
    let text = include_str!("../../../../docs/registry-format.md");
    assert!(Office::STANDARD.iter().all(|office| text.contains(&format!("`{office}`"))));
}

#[test]
fn limits() {
    let schema = schema();
    assert_eq!(schema["$defs"]["text"]["maxLength"], MAX_TEXT);
    assert_eq!(schema["$defs"]["name"]["maxLength"], MAX_TEXT);
    assert_eq!(schema["$defs"]["name_part"]["maxLength"], MAX_NAME_PART);
    assert!(schema["$defs"]["id"]["pattern"].as_str().unwrap().contains(&format!("{{1,{MAX_ID}}}")));
}

/// The examples people copy are good ones.
#[test]
fn examples_in_the_description() {
    let text = include_str!("../../../../docs/registry-format.md");
    let examples: Vec<&str> = text.lines().filter(|line| line.starts_with(r#"{"type""#)).collect();
    assert!(examples.len() >= 8);
    let lines: Vec<(u64, Line)> = (1..).zip(examples).map(|(number, text)| (number, parse_line(number, text).unwrap())).collect();
    let (differences, full): (Vec<_>, Vec<_>) = lines.into_iter().partition(|(_, line)| matches!(line, Line::File(_) | Line::End(_)));
    assert_eq!(check_full(&full, &|_| true), []);
    assert!(differences.len() >= 3);
}
