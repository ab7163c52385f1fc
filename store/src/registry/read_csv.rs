//! Reading one CSV file: lines of one type, by the same rules as lines of JSON.

use std::io::{BufRead, Read};

use domain::registry::Reason;
use encoding_rs::WINDOWS_1252;
use serde_json::{Map, Value};

use super::read::{BYTE_ORDER_MARK, FileRead};

/// What a file of a name holds, which columns it must have, and which it may have.
struct Shape {
    name: &'static str,
    line: &'static str,
    needed: &'static [&'static str],
    optional: &'static [&'static str],
}

const SHAPES: &[Shape] = &[
    Shape { name: "units", line: "unit", needed: &["id", "kind", "name"], optional: &["parent", "phone", "email", "replaced_by"] },
    Shape { name: "coverages", line: "coverage", needed: &["unit", "employer"], optional: &[] },
    Shape {
        name: "members",
        line: "member",
        needed: &["id", "national_id", "given_name", "family_name", "local", "kind", "joined"],
        optional: &["section", "left", "email", "phone", "street", "postal_code", "city", "language", "protection", "shielded", "helper"],
    },
    Shape {
        name: "employments",
        line: "employment",
        needed: &["id", "member", "workplace", "title", "percent", "from"],
        optional: &["position_code", "tariff_area", "to"],
    },
    Shape {
        name: "mandates",
        line: "mandate",
        needed: &["id", "member", "office", "unit", "from"],
        optional: &["workplace", "to", "elected", "employer_notified", "substitute_for", "revoked"],
    },
    Shape { name: "ended", line: "end", needed: &["of"], optional: &["id", "unit", "employer"] },
];

/// More than this is not a file of ours.
const MAX_BYTES: u64 = 1 << 30;

/// Reads a whole file; `name` says what is in it: it is one of ours, or ends in one after a hyphen or an underscore.
/// UTF-8, with a byte order mark or without; what is not UTF-8 is taken to be Latin-1 (Windows-1252).
pub fn read_csv(name: &str, reader: impl BufRead) -> std::io::Result<FileRead> {
    let mut file = FileRead::default();
    let stem = name.split('.').next().unwrap_or_default().to_lowercase();
    let last = stem.rsplit(['-', '_']).next().unwrap_or_default();
    let Some(shape) = SHAPES.iter().find(|shape| shape.name == last) else {
        file.reject(0, Reason::UnknownFile { name: shown(&stem) });
        return Ok(file);
    };
    let mut bytes = Vec::new();
    match reader.take(MAX_BYTES).read_to_end(&mut bytes) {
        Err(error) if error.kind() == std::io::ErrorKind::UnexpectedEof => {
            file.reject(0, Reason::CutShort);
            return Ok(file);
        }
        other => other?,
    };
    let bytes = bytes.strip_prefix(BYTE_ORDER_MARK).unwrap_or(&bytes);
    file.count = bytes.iter().filter(|byte| **byte == b'\n').count() as u64;
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => std::borrow::Cow::Borrowed(text),
        Err(_) => WINDOWS_1252.decode_without_bom_handling(bytes).0,
    };
    if text.trim().is_empty() {
        file.reject(0, Reason::EmptyFile);
    } else if !text.ends_with('\n') {
        // Half a line may look like a whole one, with half a date in it.
        file.reject(file.count + 1, Reason::CutShort);
    } else {
        records(&mut file, shape, &text);
    }
    Ok(file)
}

fn records(file: &mut FileRead, shape: &Shape, text: &str) {
    let mut csv = csv::ReaderBuilder::new().delimiter(b';').has_headers(false).flexible(true).from_reader(text.as_bytes());
    let mut rows = csv.records();
    let header: Vec<String> = match rows.next() {
        Some(Ok(header)) => header.iter().map(|name| name.trim().to_lowercase()).collect(),
        _ => return file.reject(1, Reason::EmptyFile),
    };
    if let Err(reason) = judge(shape, &header) {
        return file.reject(1, reason);
    }
    let mut waiting = Vec::new();
    let mut last = 1;
    for row in rows {
        // Text that is UTF-8 by now, and any number of fields, cannot fail.
        let Ok(row) = row else { continue };
        let line = row.position().map_or(0, csv::Position::line);
        last = line;
        if row.iter().all(str::is_empty) {
            continue;
        }
        if row.len() == header.len() {
            waiting.push((line, as_json(shape, &header, &row)));
        } else {
            file.reject(line, Reason::WrongNumberOfFields);
        }
    }
    // A quote within quotes is doubled, so there is always an even number of them.
    if text.bytes().filter(|byte| *byte == b'"').count() % 2 == 1 {
        file.reject(last, Reason::UnclosedQuote);
    }
    file.take(&waiting);
    file.rejected.sort_by_key(|rejected| rejected.line);
}

fn judge(shape: &Shape, header: &[String]) -> Result<(), Reason> {
    if let [one] = header
        && one.contains([',', '\t', '|'])
    {
        return Err(Reason::WrongDelimiter);
    }
    let has = |name: &&&str| header.iter().any(|column| column == **name);
    let missing: Vec<&str> = shape.needed.iter().filter(|name| !has(name)).copied().collect();
    if !missing.is_empty() {
        return Err(Reason::MissingColumns { names: missing.join(", ") });
    }
    for (at, column) in header.iter().enumerate() {
        if !shape.needed.contains(&column.as_str()) && !shape.optional.contains(&column.as_str()) {
            return Err(Reason::UnknownField { field: shown(column) });
        }
        if header.iter().take(at).any(|other| other == column) {
            return Err(Reason::DuplicateField { field: shown(column) });
        }
    }
    Ok(())
}

/// The row as the line it stands for; an empty field is one that is left out.
fn as_json(shape: &Shape, header: &[String], row: &csv::StringRecord) -> Vec<u8> {
    let mut object = Map::new();
    object.insert("type".to_owned(), shape.line.into());
    for (name, value) in header.iter().zip(row).filter(|(_, value)| !value.is_empty()) {
        object.insert(
            name.clone(),
            match name.as_str() {
                "percent" => value.parse::<i64>().map_or_else(|_| value.into(), Value::from),
                "shielded" => value.parse::<bool>().map_or_else(|_| value.into(), Value::from),
                _ => value.into(),
            },
        );
    }
    Value::Object(object).to_string().into_bytes()
}

/// A word from a file, if it can be repeated.
fn shown(text: &str) -> String {
    let plain = text.len() <= 40 && text.bytes().all(|byte| byte.is_ascii_lowercase() || matches!(byte, b'_' | b'-'));
    if plain { text.to_owned() } else { "…".to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::registry::Line;

    const UNITS: &str = "id;kind;name;parent\nF;union;Forbundet;\nK1;county;\"Fjell; og fjære\";F\n";

    fn read_text(name: &str, text: &[u8]) -> FileRead {
        read_csv(name, text).unwrap()
    }

    fn reasons(name: &str, text: &str) -> Vec<(u64, Reason)> {
        read_text(name, text.as_bytes()).rejected.into_iter().map(|one| (one.line, one.reason)).collect()
    }

    #[test]
    fn rows_are_lines() {
        let file = read_text("Uttrekk_units.csv", UNITS.as_bytes());
        assert_eq!((file.rejected.len(), file.lines.len(), file.count), (0, 2, 3));
        let (number, Line::Unit(county)) = &file.lines[1] else { panic!() };
        assert_eq!((*number, county.name.as_str(), county.parent.as_deref()), (3, "Fjell; og fjære", Some("F")));
        let jobs = read_text("employments.csv", b"id;member;workplace;title;percent;from;to\nA;1;310000027;Kokk;80;2020-01-01;\n");
        assert!(matches!(&jobs.lines[0].1, Line::Employment(job) if job.percent == 80 && job.to.is_none()), "{jobs:?}");
    }

    #[test]
    fn the_encoding_is_seen() {
        let names = |bytes: &[u8]| match &read_text("units.csv", bytes).lines[0].1 {
            Line::Unit(unit) => unit.name.clone(),
            other => panic!("{other:?}"),
        };
        assert_eq!(names("id;kind;name\nF;union;Blåbær\n".as_bytes()), "Blåbær");
        assert_eq!(names("\u{feff}id;kind;name\r\nF;union;Blåbær\r\n".as_bytes()), "Blåbær");
        assert_eq!(names(b"id;kind;name\nF;union;Bl\xe5b\xe6r\n"), "Blåbær");
    }

    #[test]
    fn each_fault_has_its_line_and_its_reason() {
        let missing = |names: &str| Reason::MissingColumns { names: names.into() };
        assert_eq!(reasons("units.csv", ""), [(0, Reason::EmptyFile)]);
        assert_eq!(reasons("units.csv", "\n\n"), [(0, Reason::EmptyFile)]);
        assert_eq!(reasons("units.csv", &UNITS.replace(';', ",")), [(1, Reason::WrongDelimiter)]);
        assert_eq!(reasons("units.csv", &UNITS.replace(';', "\t")), [(1, Reason::WrongDelimiter)]);
        assert_eq!(reasons("units.csv", &UNITS.replacen("id;kind", "id;slag", 1)), [(1, missing("kind"))]);
        assert_eq!(reasons("members.csv", "id;local\n1;L\n"), [(1, missing("national_id, given_name, family_name, kind, joined"))]);
        assert_eq!(reasons("units.csv", &UNITS.replacen("parent", "color", 1)), [(1, Reason::UnknownField { field: "color".into() })]);
        assert_eq!(reasons("units.csv", &UNITS.replacen("parent", "name", 1)), [(1, Reason::DuplicateField { field: "name".into() })]);
        assert_eq!(reasons("units.csv", &UNITS[..UNITS.len() - 5]), [(3, Reason::CutShort)]);
        assert_eq!(reasons("units.csv", &UNITS.replace("bundet;\n", "bundet\n")), [(2, Reason::WrongNumberOfFields)]);
        assert_eq!(reasons("units.csv", &UNITS.replace("fjære\"", "fjære")).last(), Some(&(3, Reason::UnclosedQuote)));
        assert_eq!(reasons("units.csv", &UNITS.replace("county", "landsby")), [(3, Reason::UnknownCode { field: "kind".into() })]);
        assert_eq!(reasons("people.csv", UNITS), [(0, Reason::UnknownFile { name: "people".into() })]);
    }

    /// A new field of a line is a new column.
    #[test]
    fn the_columns_are_the_schemas() {
        let schema: Value = serde_json::from_str(include_str!("../../../docs/registry.schema.json")).unwrap();
        for shape in SHAPES {
            let definition = &schema["$defs"][shape.line];
            let mut columns: Vec<&str> = shape.needed.iter().chain(shape.optional).copied().chain(["type"]).collect();
            columns.sort_unstable();
            let fields: Vec<&String> = definition["properties"].as_object().unwrap().keys().collect();
            let mut fields: Vec<&str> = fields.into_iter().map(String::as_str).collect();
            fields.sort_unstable();
            assert_eq!(columns, fields, "{}", shape.line);
            let mut required: Vec<&str> = definition["required"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
            required.retain(|field| *field != "type");
            assert_eq!(required, shape.needed, "{}", shape.line);
        }
    }
}
