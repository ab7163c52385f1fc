use domain::Lang;
use domain::letters::{Block, Letter, Templates, Text, fill};
use proptest::prelude::*;

use super::reader::{Read, string};
use super::samples::{MADE, TEXTS, everywhere, heard, one_space};
use crate::to_pdf;

fn spoken(file: &[u8]) -> Vec<String> {
    Read::new(file).spoken().iter().map(|element| one_space(&element.text)).filter(|text| !text.is_empty()).collect()
}

#[test]
fn says_what_it_is_for_those_who_do_not_see_it() {
    let letter = everywhere("Ærlig talt", Lang::Nn);
    let read = Read::new(&to_pdf(&letter, MADE).unwrap());
    let catalog = read.catalog();
    assert_eq!(string(catalog.get(b"Lang").unwrap()), "nn-NO");
    let marked = read.follow(catalog.get(b"MarkInfo").unwrap()).as_dict().unwrap();
    assert!(marked.get(b"Marked").unwrap().as_bool().unwrap());
    let shown = read.follow(catalog.get(b"ViewerPreferences").unwrap()).as_dict().unwrap();
    assert!(shown.get(b"DisplayDocTitle").unwrap().as_bool().unwrap());
    let info = read.follow(read.document.trailer.get(b"Info").unwrap()).as_dict().unwrap();
    assert_eq!(string(info.get(b"Title").unwrap()), "Ærlig talt");
    assert_eq!(string(info.get(b"CreationDate").unwrap()), "D:20261118110640Z");
    let metadata = read.follow(catalog.get(b"Metadata").unwrap()).as_stream().unwrap();
    let metadata = String::from_utf8(metadata.content.clone()).unwrap();
    assert!(metadata.contains("<pdfuaid:part>1</pdfuaid:part>"), "{metadata}");
}

#[test]
fn its_structure_is_that_of_the_letter() {
    let read = Read::new(&to_pdf(&everywhere("Tekst", Lang::Nb), MADE).unwrap());
    let roles: Vec<String> = read.spoken().into_iter().map(|element| element.role).collect();
    let expected = "P P P P P H1 P H2 P Lbl LBody Lbl LBody Lbl LBody TH TH TH TH P P P P P P P P";
    assert_eq!(roles.join(" "), expected);
}

#[test]
fn every_template_is_heard_as_it_is_written() {
    for template in Templates::standard().iter() {
        for lang in template.languages.iter().copied() {
            let letter = super::bundles::filled(template, lang);
            let mut expected = heard(&letter);
            let text = spoken(&to_pdf(&letter, MADE).unwrap());
            if !letter.blocks.iter().any(|block| matches!(block, Block::From(_))) {
                let caption = if lang == Lang::En { "Place and date" } else { "og dato" };
                assert!(text.iter().any(|text| text.contains(caption)), "{}: nowhere to write the date", template.code);
                expected.retain(|text| !text.is_empty());
            }
            let text: Vec<&String> =
                text.iter().filter(|text| !["Sted og dato", "Stad og dato", "Place and date"].contains(&text.as_str())).collect();
            assert_eq!(text, expected.iter().collect::<Vec<_>>(), "{}", template.code);
        }
    }
    assert!(fill(Templates::standard().get("FULLMAKT").unwrap(), Lang::Nb, &domain::letters::Values::default()).is_err());
}

#[test]
fn every_text_is_heard_as_it_was_typed() {
    for text in TEXTS {
        let letter = everywhere(text, Lang::Nb);
        assert_eq!(spoken(&to_pdf(&letter, MADE).unwrap()), heard(&letter), "{text:?}");
    }
}

#[test]
fn no_text_becomes_anything_but_text() {
    for text in TEXTS {
        let file = to_pdf(&everywhere(text, Lang::Nb), MADE).unwrap();
        let read = Read::new(&file);
        assert!(read.catalog().get(b"OpenAction").is_err() && read.catalog().get(b"AcroForm").is_err());
        for object in read.document.objects.values() {
            let Ok(dict) = object.as_dict() else { continue };
            for forbidden in [b"JS".as_slice(), b"URI", b"AA", b"EmbeddedFile", b"Launch"] {
                assert!(dict.get(forbidden).is_err(), "{text:?} made {}", String::from_utf8_lossy(forbidden));
            }
        }
    }
}

#[test]
fn the_same_letter_is_the_same_bytes() {
    let letter = everywhere(TEXTS[0], Lang::Nb);
    assert_eq!(to_pdf(&letter, MADE), to_pdf(&letter, MADE));
    assert_ne!(to_pdf(&letter, MADE), to_pdf(&letter, domain::Timestamp(0)));
}

#[test]
fn a_letter_without_anything_is_a_page() {
    let letter = Letter { lang: Lang::En, title: "Empty".to_owned(), blocks: Vec::new() };
    assert_eq!(Read::new(&to_pdf(&letter, MADE).unwrap()).pages(), 1);
}

#[test]
fn long_letters_and_tables_go_on_over_pages_and_lose_nothing() {
    let long = (1..400).map(|number| format!("ord{number}")).collect::<Vec<_>>().join(" ");
    let cell = || vec![Text::plain(&long), Text::plain(&long)];
    let letter = Letter {
        lang: Lang::Nb,
        title: "Lang".to_owned(),
        blocks: vec![
            Block::Subject(Text::plain("Lang")),
            Block::Table { header: vec![Text::plain("En"), Text::plain("To")], rows: vec![vec![cell(), cell()], vec![cell(), Vec::new()]] },
            Block::Paragraph(Text::plain(&long.repeat(4))),
        ],
    };
    let file = to_pdf(&letter, MADE).unwrap();
    assert!(Read::new(&file).pages() > 5);
    assert_eq!(spoken(&file), heard(&letter));
}

/// Nobody hears an empty heading, and the document has a title all the same: without one it would not keep the standard.
#[test]
fn what_nobody_wrote_is_no_heading() {
    for blank in ["", "  \n", "\u{1}\u{202e}"] {
        for lang in [Lang::Nb, Lang::Nn, Lang::En] {
            let read = Read::new(&to_pdf(&everywhere(blank, lang), MADE).unwrap());
            let info = read.follow(read.document.trailer.get(b"Info").unwrap()).as_dict().unwrap();
            assert_eq!(string(info.get(b"Title").unwrap()), crate::words::untitled(lang), "{blank:?}");
            assert!(!read.spoken().iter().any(|element| element.role.starts_with('H')), "{blank:?}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn any_text_is_heard_as_it_was_typed(text in any::<String>()) {
        let letter = everywhere(&text, Lang::Nb);
        prop_assert_eq!(spoken(&to_pdf(&letter, MADE).unwrap()), heard(&letter));
    }
}
