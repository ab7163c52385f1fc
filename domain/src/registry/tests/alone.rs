//! A line by itself.

use proptest::prelude::*;

use super::super::reason::quotable;
use super::*;
use crate::identity::{NationalId, OrgNumber};
use crate::org::{Office, UnitKind};
use crate::{Date, Lang};

fn reason(text: &str) -> Reason {
    let rejected = parse_line(7, text).unwrap_err();
    assert_eq!(rejected.line, 7);
    rejected.reason
}

/// `MEMBER` and the others with one text replaced by another.
fn with(line: &str, old: &str, new: &str) -> String {
    assert!(line.contains(old), "{old}");
    line.replace(old, new)
}

#[test]
fn each_type_is_read_and_written_back() {
    for text in FILE {
        let line = line(text);
        assert_eq!(serde_json::to_string(&line).unwrap(), text);
        assert_eq!(serde_json::from_str::<Line>(text).unwrap(), line, "serde's own reading agrees");
    }
}

#[test]
fn null_is_absent_and_order_is_free() {
    let short = r#"{"name":"Forbundet","parent":null,"kind":"union","id":"F","type":"unit"}"#;
    assert_eq!(line(short), line(UNION));
}

#[test]
fn the_line() {
    assert_eq!(reason(&" ".repeat(MAX_LINE + 1)), Reason::LineTooLong);
    for text in ["", "[]", "{", "null", "{} {}"] {
        assert_eq!(reason(text), Reason::NotJson, "{text}");
    }
    assert_eq!(reason(r#"{"type":"foo"}"#), Reason::UnknownType { name: "foo".into() });
    assert_eq!(reason(r#"{"type":"foo"}"#).to_string(), "ukjent type «foo»");
    assert_eq!(reason(r#"{"type":1}"#), Reason::WrongType { field: "type".into() });
    assert_eq!(reason(r#"{"id":"x"}"#), Reason::MissingField { field: "type".into() });
    assert_eq!(reason(r#"{"type":"unit","type":"unit"}"#), Reason::DuplicateField { field: "type".into() });
}

#[test]
fn the_fields() {
    assert_eq!(reason(&with(UNION, r#","name":"Forbundet""#, "")), Reason::MissingField { field: "name".into() });
    assert_eq!(reason(&with(UNION, r#","name":"Forbundet""#, "")).to_string(), "mangler feltet «name»");
    for text in FILE {
        assert_eq!(reason(&with(text, "}", r#","shoe_size":1}"#)), Reason::UnknownField { field: "shoe_size".into() });
        assert!(
            serde_json::from_str::<Line>(&with(text, "}", r#","shoe_size":1}"#)).is_err(),
            "deny_unknown_fields works in a tagged enum"
        );
    }
    assert_eq!(reason(&with(UNION, "}", r#","id":"F"}"#)), Reason::DuplicateField { field: "id".into() });
    for value in ["1", "true", "null", "[]", "{}"] {
        assert_eq!(reason(&with(UNION, r#""Forbundet""#, value)), Reason::WrongType { field: "name".into() }, "{value}");
    }
    assert_eq!(reason(&with(MEMBER, "false", r#""false""#)), Reason::WrongType { field: "shielded".into() });
    assert_eq!(reason(&with(UNION, r#""union""#, r#""empire""#)), Reason::UnknownCode { field: "kind".into() });
    assert_eq!(reason(&with(MEMBER, r#""nn""#, r#""se""#)), Reason::UnknownCode { field: "language".into() });
    assert_eq!(reason(&with(MEMBER, "2020-01-01", "1.1.2020")), Reason::InvalidDate { field: "joined".into() });
    assert_eq!(reason(&with(COVERAGE, "310000019", "310000018")), Reason::InvalidOrgNumber { field: "employer".into() });
}

#[test]
fn percent_is_a_whole_number_up_to_a_hundred() {
    for ok in ["0", "100"] {
        line(&with(EMPLOYMENT, ":80", &format!(":{ok}")));
    }
    for bad in ["101", "-1", "256", "37.5", "99999999999999999999"] {
        assert_eq!(reason(&with(EMPLOYMENT, ":80", &format!(":{bad}"))), Reason::OutOfRange { field: "percent".into() }, "{bad}");
    }
    assert_eq!(reason(&with(EMPLOYMENT, ":80", r#":"80""#)), Reason::WrongType { field: "percent".into() });
}

#[test]
fn national_ids() {
    for (text, why) in [
        ("109155 96784", Reason::NotElevenDigits),
        ("", Reason::NotElevenDigits),
        ("10995596784", Reason::NotADate),
        ("10915596785", Reason::WrongCheckDigits),
    ] {
        assert_eq!(reason(&with(MEMBER, "10915596784", text)), why);
    }
    assert_eq!(Reason::WrongCheckDigits.to_string(), "fødselsnummeret har feil kontrollsiffer");
    assert_eq!(reason(&with(MEMBER, r#""10915596784""#, "10915596784")), Reason::WrongType { field: "national_id".into() });
}

#[test]
fn texts() {
    let long = |n: usize| "ø".repeat(n);
    line(&with(MEMBER, "Ørret", &long(100)));
    assert_eq!(reason(&with(MEMBER, "Ørret", &long(101))), Reason::TooLong { field: "family_name".into() });
    line(&with(UNION, "Forbundet", &long(200)));
    assert_eq!(reason(&with(UNION, "Forbundet", &long(201))), Reason::TooLong { field: "name".into() });
    for (control, name) in [("\\u0000", "NUL"), ("\\n", "newline"), ("\\u0085", "C1"), ("\u{7f}", "DEL"), ("\u{2028}", "line separator")] {
        assert_eq!(reason(&with(MEMBER, "Åkerveien", control)), Reason::ControlCharacter { field: "street".into() }, "{name}");
        assert_eq!(reason(&with(UNION, "Forbundet", control)), Reason::ControlCharacter { field: "name".into() }, "{name}");
    }
    assert_eq!(reason(&with(UNION, "Forbundet", " \u{a0}")), Reason::Empty { field: "name".into() });
    assert_eq!(reason(&with(UNION, r#""F""#, r#""""#)), Reason::Empty { field: "id".into() });
    for id in ["å", "a b", "a/b", "a@b", &"x".repeat(65)] {
        assert_eq!(reason(&with(UNION, r#""F""#, &format!("\"{id}\""))), Reason::InvalidId { field: "id".into() }, "{id}");
    }
    line(&with(UNION, r#""F""#, &format!("\"{}\"", "aZ0-._".repeat(10))));
}

#[test]
fn a_report_repeats_no_value() {
    assert_eq!(reason(r#"{"type":"10915596784"}"#), Reason::UnknownType { name: "…".into() });
    assert_eq!(reason(&with(UNION, "}", r#","Sær Ørret":1}"#)), Reason::UnknownField { field: "…".into() });
    for text in ["10915596784", "109155-96784", "Sær", "a b", "", &"x".repeat(65)] {
        assert_eq!(quotable(text), "…");
    }
    assert_eq!(quotable("KLUBB-0012"), "KLUBB-0012");
}

#[test]
fn reasons_are_stored_as_codes() {
    let rejected = Rejected { line: 3, reason: Reason::MissingField { field: "name".into() } };
    let text = r#"{"line":3,"reason":{"code":"missing_field","field":"name"}}"#;
    assert_eq!(serde_json::to_string(&rejected).unwrap(), text);
    assert_eq!(serde_json::from_str::<Rejected>(text).unwrap(), rejected);
}

fn date() -> impl Strategy<Value = Date> {
    (1900i16..2199, 1i8..13, 1i8..29).prop_map(|(y, m, d)| Date::new(y, m, d).unwrap())
}

fn org() -> impl Strategy<Value = OrgNumber> {
    (0u32..100_000_000).prop_filter_map("check digit ten", OrgNumber::from_eight_digits)
}

fn some<T: std::fmt::Debug + Clone>(values: impl Strategy<Value = T>) -> impl Strategy<Value = Option<T>> {
    proptest::option::of(values)
}

fn one<T: std::fmt::Debug + Clone>(all: &'static [T]) -> impl Strategy<Value = T> {
    proptest::sample::select(all)
}

const ID: &str = "[A-Za-z0-9._-]{1,64}";
const TEXT: &str = "[^\\p{C}\\p{Zl}\\p{Zp}]{0,40}";
const NAME: &str = "[a-zæøåA-ZÆØÅ\"\\\\' -]{0,30}[a-zæøå]";

fn any_line() -> impl Strategy<Value = Line> {
    let national_id = (date(), 0u16..1000).prop_filter_map("check digit ten", |(date, n)| NationalId::synthetic(date, n));
    let unit = (ID, one(UnitKind::ALL), NAME, some(ID), some(TEXT), some(TEXT)).prop_map(|(id, kind, name, parent, phone, email)| {
        Line::Unit(UnitLine { id, kind, name, parent, phone, email, replaced_by: None })
    });
    let coverage = (ID, org()).prop_map(|(unit, employer)| Line::Coverage(CoverageLine { unit, employer }));
    let who = (ID, national_id, NAME, NAME, ID, one(MembershipKind::ALL), some(one(Section::ALL)), date(), some(date()));
    let contact = (some(TEXT), some(TEXT), some(TEXT), some(TEXT), some(TEXT), some(one(Lang::ALL)));
    let member = (who, contact, some(one(Protection::ALL)), some(any::<bool>()), some(ID)).prop_map(
        |((id, national_id, given_name, family_name, local, kind, section, joined, left), contact, protection, shielded, helper)| {
            let (email, phone, street, postal_code, city, language) = contact;
            Line::Member(MemberLine {
                id,
                national_id,
                given_name,
                family_name,
                local,
                kind,
                section,
                joined,
                left,
                email,
                phone,
                street,
                postal_code,
                city,
                language,
                protection,
                shielded,
                helper,
            })
        },
    );
    let employment = (ID, ID, org(), TEXT, some(TEXT), 0u8..101, some(one(TariffArea::ALL)), date(), some(date())).prop_map(
        |(id, member, workplace, title, position_code, percent, tariff_area, from, to)| {
            Line::Employment(EmploymentLine { id, member, workplace, title, position_code, percent, tariff_area, from, to })
        },
    );
    let dates = (date(), some(date()), some(date()), some(date()), some(date()));
    let mandate = ((ID, ID, one(Office::STANDARD), ID, some(org())), dates, some(ID)).prop_map(
        |((id, member, office, unit, workplace), (from, to, elected, employer_notified, revoked), substitute_for)| {
            Line::Mandate(MandateLine {
                id,
                member,
                office,
                unit,
                workplace,
                from,
                to,
                elected,
                employer_notified,
                substitute_for,
                revoked,
            })
        },
    );
    prop_oneof![unit, coverage, member, employment, mandate]
}

proptest! {
    #[test]
    fn what_is_written_is_read(line in any_line()) {
        let text = serde_json::to_string(&line).unwrap();
        prop_assert_eq!(parse_line(1, &text), Ok(line));
    }

    #[test]
    fn any_text_is_answered(text in any::<String>()) {
        let _ = parse_line(1, &text);
    }

    /// Cutting, and putting foreign text in, never panics and never lets the national id into the reason.
    #[test]
    fn damaged_lines_are_answered(at in 0usize..400, to in 0usize..400, put in ".{0,5}") {
        let chars: Vec<char> = MEMBER.chars().collect();
        let head = chars.iter().take(at).collect::<String>();
        let tail = chars.iter().skip(to).collect::<String>();
        if let Err(rejected) = parse_line(1, &format!("{head}{put}{tail}")) {
            let said = format!("{} {}", rejected.reason, serde_json::to_string(&rejected).unwrap());
            prop_assert!(!said.contains("10915596784") && !said.contains("Ørret"));
        }
    }
}
