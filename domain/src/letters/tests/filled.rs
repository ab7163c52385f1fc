use crate::cases::{AnswerKind, CaseType, CaseTypes, Known, Said};
use crate::letters::{Block, FieldKind, LetterChoice, LetterFacts, NotFilled, Source, Templates, Value, Values, fill, read, typed};
use crate::{Code, Lang, Texts};

use super::filled_with;

fn plain(letter: &crate::letters::Letter) -> String {
    letter.blocks.iter().map(super::hostile::words).collect::<Vec<_>>().join("\n")
}

#[test]
fn every_template_becomes_a_letter_in_every_language() {
    for template in Templates::standard().iter() {
        for lang in template.languages.iter().copied() {
            let letter = fill(template, lang, &filled_with(template, "Innhold")).unwrap();
            let text = plain(&letter);
            assert!(!letter.title.is_empty(), "{}", template.code);
            assert!(text.contains("Innhold"), "{}", template.code);
            for left in ["{", "}", "**", "[if", "[end", "note:", "fact:", "sign:", "##"] {
                assert!(!text.contains(left), "{}: `{left}` is left in\n{text}", template.code);
            }
            for paragraph in text.lines() {
                assert!(
                    !paragraph.contains("  ") && !paragraph.contains(" ,") && !paragraph.contains(" ."),
                    "{}: {paragraph}",
                    template.code
                );
            }
        }
    }
}

#[test]
fn every_choice_of_every_template_becomes_a_letter_with_the_least_filled() {
    for template in Templates::standard().iter() {
        for field in &template.fields {
            for option in &field.options {
                let mut values = filled_with(template, "x");
                for other in template.fields.iter().filter(|field| !field.required) {
                    values.0.remove(&other.id);
                }
                values.set(&field.id, Value::Choice(option.code.clone()));
                for lang in template.languages.iter().copied() {
                    assert!(fill(template, lang, &values).is_ok(), "{} {}", template.code, option.code);
                }
            }
        }
    }
}

#[test]
fn says_which_fields_are_missing() {
    let template = Templates::standard().get("KRAV_FORHANDLING").unwrap();
    let mut values = filled_with(template, "x");
    values.0.remove("member");
    values.0.remove("times");
    values.set("basis", Value::Text(" \u{200b}\n".to_owned()));
    values.set("received", Value::Text("i går".to_owned()));
    values.set("stay", Value::Choice("perhaps".to_owned()));
    let expected = [("member", Code::Missing), ("received", Code::NotADate), ("basis", Code::Missing), ("stay", Code::NotOffered)];
    let expected = expected.map(|(id, code)| (id.to_owned(), code)).to_vec();
    assert_eq!(fill(template, Lang::Nb, &values), Err(NotFilled::Fields(expected)));
    assert_eq!(fill(template, Lang::En, &filled_with(template, "x")), Err(NotFilled::Language));
}

#[test]
fn dates_stand_as_people_write_them() {
    let template = Templates::standard().get("FULLMAKT").unwrap();
    let values = filled_with(template, "x");
    assert!(plain(&fill(template, Lang::Nb, &values).unwrap()).contains("gjelder til 17. mai 2026."));
    assert!(plain(&fill(template, Lang::Nn, &values).unwrap()).contains("gjeld til 17. mai 2026."));
    assert!(plain(&fill(template, Lang::En, &values).unwrap()).contains("until 17 May 2026."));
}

/// Only what the employer acknowledges, or a court, stops the limitation of a wage claim; the letter must say so.
#[test]
fn the_wage_letter_says_that_it_does_not_stop_the_limitation_period() {
    let template = Templates::standard().get("KRAV_LONN").unwrap();
    let values = filled_with(template, "x");
    assert!(plain(&fill(template, Lang::Nb, &values).unwrap()).contains("Dette brevet stopper ikke fristen."));
    assert!(plain(&fill(template, Lang::Nn, &values).unwrap()).contains("Dette brevet stoppar ikkje fristen."));
}

#[test]
fn lists_in_a_row_become_a_row_for_each_point() {
    let template = Templates::standard().get("PROTOKOLL").unwrap();
    let mut values = filled_with(template, "x");
    values.set("employer_says", Value::List(vec!["nei".to_owned(), "ja".to_owned(), "kanskje".to_owned()]));
    values.set("we_say", Value::List(vec!["ja".to_owned()]));
    values.0.remove("agreed");
    let letter = fill(template, Lang::Nb, &values).unwrap();
    let Some(Block::Table { header, rows }) = letter.blocks.iter().find(|block| matches!(block, Block::Table { .. })) else {
        panic!("no table");
    };
    assert_eq!(
        header.iter().map(super::super::Text::to_plain).collect::<Vec<_>>(),
        ["Arbeidsgiveren sier", "x sier", "Enige om", "Ikke enige om"]
    );
    let rows: Vec<Vec<String>> =
        rows.iter().map(|row| row.iter().map(|cell| cell.iter().map(super::super::Text::to_plain).collect()).collect()).collect();
    assert_eq!(rows, [["nei", "ja", "", "x"], ["ja", "", "", "x"], ["kanskje", "", "", ""]]);
}

#[test]
fn an_answer_of_paragraphs_stays_paragraphs() {
    let template = Templates::standard().get("OVERSENDELSE").unwrap();
    let mut values = filled_with(template, "x");
    values.set("facts", Value::Text("Først dette.\nSå dette.\n\n \nTil slutt dette.".to_owned()));
    let letter = fill(template, Lang::Nb, &values).unwrap();
    let paragraphs: Vec<String> =
        letter.blocks.iter().filter_map(|block| if let Block::Paragraph(text) = block { Some(text.to_plain()) } else { None }).collect();
    assert!(paragraphs.contains(&"Først dette.\nSå dette.".to_owned()), "{paragraphs:?}");
    assert!(paragraphs.contains(&"Til slutt dette.".to_owned()));
}

#[test]
fn takes_from_the_case_what_it_has() {
    let template = Templates::standard().get("KRAV_FORHANDLING").unwrap();
    let values = Values::from_case(template, |source| match source {
        Source::MemberName => Some(Value::Text("Kari Eksempel".to_owned())),
        Source::HappenedOn => Some(Value::Date("2026-03-12".parse().unwrap())),
        Source::Workplace => Some(Value::Text("  ".to_owned())),
        _ => None,
    });
    let filled: Vec<&str> = values.0.keys().map(String::as_str).collect();
    assert_eq!(filled, ["member", "received"]);
}

fn facts(case_type: &str, known: &[(&str, Said)]) -> LetterFacts {
    let known = known.iter().map(|(question, answer)| Known {
        question: (*question).to_owned(),
        label: Texts { nb: String::new(), nn: String::new(), en: String::new() },
        answer: answer.clone(),
    });
    LetterFacts {
        case_type: case_type.parse().unwrap(),
        known: known.collect(),
        lang: Lang::Nn,
        number: 1,
        happened_on: "2026-03-12".parse().unwrap(),
        description: String::new(),
        member: None,
        employer: None,
        workplace: None,
        representative: String::new(),
        office: String::new(),
        unit: String::new(),
        today: "2026-03-12".parse().unwrap(),
    }
}

fn found(code: &str, facts: &LetterFacts) -> Values {
    Values::from_case(Templates::standard().get(code).unwrap(), |source| facts.find(source))
}

#[test]
fn takes_from_the_answers_what_the_case_was_asked() {
    let day = |day: &str| day.parse().unwrap();
    let answers = [("brev_kom", Said::Date(day("2026-03-02"))), ("bli", Said::Yes(true))];
    let values = found("KRAV_FORHANDLING", &facts("OPPSIGELSE", &answers));
    assert_eq!(values.get("received"), Some(&Value::Date(day("2026-03-02"))));
    assert_eq!(values.get("stay"), Some(&Value::Choice("yes".to_owned())));
    // Another type asks something else by that name; then the day it happened is the next best.
    let values = found("KRAV_FORHANDLING", &facts("ADVARSEL", &answers));
    assert_eq!((values.get("received"), values.get("stay")), (Some(&Value::Date(day("2026-03-12"))), None));
    let words = Said::Words("60 %,\nhver helg".to_owned());
    let values = found("KRAV_STILLING", &facts("DELTID_FAKTISK_ARBEIDSTID", &[("stilling", words.clone()), ("faktisk", words.clone())]));
    assert_eq!(values.get("now"), Some(&Value::Text("60 %, hver helg".to_owned())));
    assert_eq!(values.get("facts"), Some(&Value::Text("60 %,\nhver helg".to_owned())));
    // What is no day fills no date, and what is missing is asked for.
    let values = found("KRAV_STILLING", &facts("MIDLERTIDIG", &[("forste", words)]));
    assert_eq!((values.get("since"), values.get("now")), (None, None));
    let option = Said::Option(Texts { nb: "ja".to_owned(), nn: "jau".to_owned(), en: "yes".to_owned() });
    let find = |source: &Source| facts("OPPSIGELSE", &[("bli", option.clone())]).find(source);
    assert_eq!(find(&Source::Answer(None, "bli".parse().unwrap())), Some(Value::Text("jau".to_owned())));
}

#[test]
fn every_answer_that_a_template_names_is_asked_for_and_fits() {
    let mut named = 0;
    for template in Templates::standard().iter() {
        for field in &template.fields {
            for source in &field.sources {
                let Source::Answer(case_type, id) = source else { continue };
                let place = format!("{} {}: {id}", template.code, field.id);
                let case_type = case_type.unwrap_or_else(|| panic!("{place}: of which type?"));
                assert!(template.suggested.contains(&case_type), "{place}: not suggested in {case_type}");
                let question = CaseTypes::standard().get(case_type).and_then(|facts| facts.question(*id));
                let question = question.unwrap_or_else(|| panic!("{place}: no such question"));
                let fits = match &question.kind {
                    AnswerKind::Date { .. } => field.kind == FieldKind::Date,
                    AnswerKind::YesNo => ["yes", "no"].iter().all(|code| field.options.iter().any(|option| option.code == *code)),
                    AnswerKind::Choice(_) | AnswerKind::Text => matches!(field.kind, FieldKind::Text | FieldKind::Long | FieldKind::List),
                };
                assert!(fits, "{place}: {:?}", field.kind);
                named += 1;
            }
        }
    }
    assert!(named > 5, "{named}");
}

#[test]
fn reads_what_was_typed_and_shows_it_again_as_it_was() {
    let template = Templates::standard().get("KRAV_FORHANDLING").unwrap();
    let field = |id: &str| template.field(id).unwrap();
    for (id, text, value) in [
        ("member", " Kari  Eksempel ", Some(Value::Text("Kari Eksempel".to_owned()))),
        ("received", "12/3-26", Some(Value::Date("2026-03-12".parse().unwrap()))),
        ("stay", "yes", Some(Value::Choice("yes".to_owned()))),
        ("times", "mandag\r\n\r\n tirsdag", Some(Value::List(vec!["mandag".to_owned(), "tirsdag".to_owned()]))),
        ("times", " \n", None),
        ("contact", "", None),
    ] {
        let got = read(field(id), text).unwrap();
        assert_eq!(got, value, "{id}");
        if let Some(value) = got {
            assert_eq!(read(field(id), &typed(&value)), Ok(Some(value)), "{id}");
        }
    }
    for (id, text, code) in [
        ("member", "", Code::Missing),
        ("received", "i går", Code::NotADate),
        ("received", " ", Code::Missing),
        ("stay", "perhaps", Code::NotOffered),
        ("stay", "", Code::Missing),
        ("basis", "a\0b", Code::Unreadable),
    ] {
        assert_eq!(read(field(id), text), Err(code), "{id}");
    }
    let many = "a\n".repeat(61);
    assert_eq!(read(field("times"), &many), Err(Code::TooMany { max: 60 }));
}

#[test]
fn suggests_what_fits_the_case() {
    let templates: Vec<_> = Templates::standard().iter().cloned().collect();
    let case_type: CaseType = "LONN_FEIL".parse().unwrap();
    let choice = LetterChoice { case: crate::CaseId(uuid::Uuid::nil()), number: 1, case_type, templates, begun: Vec::new() };
    let (fits, others) = choice.fitting();
    assert_eq!(fits[0].code.code(), "KRAV_LONN");
    assert_eq!(fits.len() + others.len(), choice.templates.len());
}
