//! Whatever people type stands in the letter as they typed it, and changes nothing around it (trust INP-15).

use proptest::prelude::*;

use crate::Lang;
use crate::letters::{Block, Letter, Templates, Text, fill, shown};

use super::filled_with;

const HOSTILE: [&str; 22] = [
    "<img src=x onerror=alert(1)>",
    "javascript:alert(1)",
    "<svg><script>alert(1)</script></svg>",
    "{{7*7}}",
    "{member}",
    "{no_such_field}",
    "[klikk](javascript:alert(1))",
    "![x](http://example.invalid/x.png)",
    "**fet** og {today}",
    "# Ny overskrift",
    "[if member]",
    "[end]",
    "| a | b |",
    "- punkt",
    "1. punkt",
    "sign: Ola | Leder",
    "note: merk",
    "text.nn:",
    "</w:t></w:r><w:p/>]]>&amp;&#x41;",
    "(\\) Tj ET endstream >> /JS (app.alert(1))",
    "#set page(width: 1pt) #eval(\"1\") $x$ \\input{x}",
    "=HYPERLINK(\"http://example.invalid\")",
];

/// Each block as its kind and how many parts it has: what a letter looks like without its words.
fn shape(letter: &Letter) -> Vec<(u8, usize)> {
    let kind = |block: &Block| match block {
        Block::From(lines) => (0, lines.len()),
        Block::To(lines) => (1, lines.len()),
        Block::Facts(facts) => (2, facts.len()),
        Block::Subject(_) => (3, 1),
        Block::Heading(_) => (4, 1),
        Block::Paragraph(text) => (5, text.0.iter().filter(|run| run.strong).count()),
        Block::Note(_) => (6, 1),
        Block::List { ordered, items } => (if *ordered { 7 } else { 8 }, items.len()),
        Block::Table { header, rows } => (9, header.len() + 10 * rows.len()),
        Block::Signatures(signatures) => (10, signatures.len()),
    };
    letter.blocks.iter().map(kind).collect()
}

/// The words of a block.
pub(super) fn words(block: &Block) -> String {
    let lines = |lines: &[Text]| lines.iter().map(Text::to_plain).collect::<Vec<_>>().join("\n");
    match block {
        Block::From(text) | Block::To(text) => lines(text),
        Block::Facts(facts) => facts.iter().map(|fact| lines(&[fact.label.clone(), fact.value.clone()])).collect::<Vec<_>>().join("\n"),
        Block::Subject(text) | Block::Heading(text) | Block::Paragraph(text) | Block::Note(text) => text.to_plain(),
        Block::List { items, .. } => lines(items),
        Block::Table { header, rows } => {
            let cells = rows.iter().flatten().map(|cell| lines(cell)).collect::<Vec<_>>().join("\n");
            format!("{}\n{cells}", lines(header))
        }
        Block::Signatures(all) => all.iter().map(|one| lines(&[one.name.clone(), one.role.clone()])).collect::<Vec<_>>().join("\n"),
    }
}

/// Nothing of `text` is read as markup, in any field of any template.
fn is_literal(text: &str) {
    let seen = shown(text).replace('\n', " ");
    for template in Templates::standard().iter() {
        for lang in [Lang::Nb, Lang::Nn] {
            let plain = fill(template, lang, &filled_with(template, "Vanlig")).unwrap();
            let letter = fill(template, lang, &filled_with(template, text)).unwrap();
            assert_eq!(shape(&letter), shape(&plain), "{}: {text:?}", template.code);
            for (block, plain) in letter.blocks.iter().zip(&plain.blocks) {
                let expected = words(plain).replace("Vanlig", &seen);
                let got = words(block).replace('\n', " ");
                assert_eq!(got, expected.replace('\n', " "), "{}: {text:?}", template.code);
            }
        }
    }
}

#[test]
fn hostile_texts_stand_as_they_are() {
    for text in HOSTILE {
        is_literal(text);
    }
}

#[test]
fn what_turns_or_hides_text_is_gone() {
    assert_eq!(shown("Kari\u{202e}gro.live\u{202c} \u{200b}\u{feff}x\0\u{1b}[31m\u{ffff}"), "Karigro.live x[31m");
    assert_eq!(shown("A\u{30a}se\r\na\rb\tc"), "\u{c5}se\na\nb c");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_text_stands_as_it_is(text in "[^\n\r\u{85}\u{b}\u{c}\u{2028}\u{2029}]{1,40}") {
        if !shown(&text).trim().is_empty() {
            is_literal(&text);
        }
    }

    #[test]
    fn marks_in_any_order_stand_as_they_are(text in r"[#*|{}\[\]a-c:. =-]{1,24}") {
        if !text.trim().is_empty() {
            is_literal(&text);
        }
    }

    #[test]
    fn showing_is_stable(text in any::<String>()) {
        let once = shown(&text);
        prop_assert_eq!(shown(&once), once);
    }
}
