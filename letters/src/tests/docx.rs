use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use domain::Lang;
use proptest::prelude::*;
use quick_xml::Reader;
use quick_xml::events::Event;

use super::samples::{MADE, TEXTS, everywhere, heard, one_space};
use crate::to_docx;

fn files(docx: &[u8]) -> BTreeMap<String, String> {
    let mut archive = zip::ZipArchive::new(Cursor::new(docx)).unwrap();
    (0..archive.len())
        .map(|at| {
            let mut file = archive.by_index(at).unwrap();
            let mut text = String::new();
            file.read_to_string(&mut text).unwrap();
            (file.name().unwrap().into_owned(), text)
        })
        .collect()
}

/// An element's name, and its attributes.
type Element = (String, BTreeMap<String, String>);

/// Each element with its attributes, and the text of each paragraph; fails where the XML does not hold together.
fn elements(xml: &str) -> (Vec<Element>, Vec<String>) {
    let mut reader = Reader::from_str(xml);
    reader.config_mut().check_end_names = true;
    let mut all = Vec::new();
    let mut paragraphs = Vec::new();
    let mut text = String::new();
    let mut depth = 0usize;
    loop {
        match reader.read_event().unwrap() {
            Event::Start(start) | Event::Empty(start) if start.name().as_ref() == "w:br" => {
                text.push(' ');
                let _ = start;
            }
            Event::Start(start) => {
                depth += 1;
                all.push(described(&start));
            }
            Event::Empty(start) => all.push(described(&start)),
            Event::End(end) => {
                depth -= 1;
                if end.name().as_ref() == "w:p" {
                    paragraphs.push(std::mem::take(&mut text));
                }
            }
            Event::Text(part) => text.push_str(&part),
            Event::GeneralRef(part) => match &*part {
                "amp" => text.push('&'),
                "lt" => text.push('<'),
                "gt" => text.push('>'),
                "quot" => text.push('"'),
                other => panic!("&{other};"),
            },
            Event::Decl(_) => text.clear(),
            Event::Eof => break,
            other => panic!("{other:?} in a part"),
        }
    }
    assert_eq!(depth, 0);
    (all, paragraphs)
}

fn described(start: &quick_xml::events::BytesStart<'_>) -> (String, BTreeMap<String, String>) {
    let attributes = start.attributes().map(|attribute| {
        let attribute = attribute.unwrap();
        (attribute.key.as_ref().to_owned(), attribute.value.into_owned())
    });
    (start.name().as_ref().to_owned(), attributes.collect())
}

fn paragraphs(docx: &[u8]) -> Vec<String> {
    let texts = elements(&files(docx)["word/document.xml"]).1;
    let lines = ["Underskrift", "Sted og dato", "Signature", "Place and date", "Stad og dato"];
    texts.iter().map(|text| one_space(text)).filter(|text| !text.is_empty() && !lines.contains(&text.as_str())).collect()
}

/// What a letter says; Word makes the marks of lists itself.
fn said(letter: &domain::letters::Letter) -> Vec<String> {
    let mark = |text: &String| text == "•" || text.strip_suffix('.').is_some_and(|number| number.parse::<u8>().is_ok());
    heard(letter).into_iter().filter(|text| !mark(text)).collect()
}

#[test]
fn every_part_is_whole_and_what_it_names_is_there() {
    let files = files(&to_docx(&everywhere("Tekst", Lang::Nn), MADE).unwrap());
    let styles = elements(&files["word/styles.xml"]).0;
    let style_ids: Vec<&String> = styles.iter().filter_map(|(_, attributes)| attributes.get("w:styleId")).collect();
    let lists: Vec<String> =
        elements(&files["word/numbering.xml"]).0.iter().filter_map(|(_, attributes)| attributes.get("w:numId").cloned()).collect();
    let document = elements(&files["word/document.xml"]).0;
    for (name, attributes) in &document {
        match name.as_str() {
            "w:pStyle" | "w:tblStyle" => assert!(style_ids.contains(&&attributes["w:val"]), "{attributes:?}"),
            "w:numId" => assert!(lists.contains(&attributes["w:val"]), "{attributes:?}"),
            _ => {}
        }
    }
    let has =
        |name: &str, value: &str| document.iter().any(|(n, attributes)| n == name && attributes.get("w:val").is_some_and(|v| v == value));
    assert!(has("w:pStyle", "Heading1") && has("w:pStyle", "Heading2") && has("w:numId", "2"));
    assert_eq!(document.iter().filter(|(name, _)| name == "w:tblHeader").count(), 1);
    assert!(styles.iter().any(|(name, attributes)| name == "w:lang" && attributes["w:val"] == "nn-NO"));
    for (name, text) in &files {
        elements(text);
        assert!(!text.contains("TargetMode"), "{name} leads outside");
    }
    let types = &files["[Content_Types].xml"];
    for name in files.keys().filter(|name| name.starts_with("word/") && !name.contains("_rels")) {
        assert!(types.contains(&format!("/{name}")), "{name} has no type");
    }
    assert!(files["docProps/core.xml"].contains("<dc:title>Tekst</dc:title>"));
    assert!(files["docProps/core.xml"].contains("2026-11-18T11:06:40Z"));
}

#[test]
fn every_text_stands_as_it_was_typed() {
    for text in TEXTS {
        let letter = everywhere(text, Lang::Nb);
        let docx = to_docx(&letter, MADE).unwrap();
        assert_eq!(paragraphs(&docx), said(&letter), "{text:?}");
        for (name, part) in files(&docx) {
            let allowed = |c: char| c >= ' ' && c != '\u{fffe}' && c != '\u{ffff}' || c == '\n';
            assert!(part.chars().all(allowed), "{name}: a character that XML has not");
        }
    }
}

#[test]
fn no_text_changes_the_markup_around_it() {
    let shape = |text: &str| {
        let files = files(&to_docx(&everywhere(text, Lang::Nb), MADE).unwrap());
        files.iter().map(|(name, part)| (name.clone(), elements(part).0)).collect::<BTreeMap<_, _>>()
    };
    let plain = shape("Vanlig");
    for text in TEXTS.iter().filter(|text| !text.contains('\n') && !text.contains('\u{b}')) {
        assert_eq!(shape(text), plain, "{text:?}");
    }
}

#[test]
fn the_same_letter_is_the_same_bytes() {
    let letter = everywhere(TEXTS[0], Lang::Nb);
    assert_eq!(to_docx(&letter, MADE), to_docx(&letter, MADE));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_text_stands_as_it_was_typed(text in any::<String>()) {
        let letter = everywhere(&text, Lang::Nb);
        prop_assert_eq!(paragraphs(&to_docx(&letter, MADE).unwrap()), said(&letter));
    }
}
