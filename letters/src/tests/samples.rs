//! Letters to test with.

use domain::letters::{Block, Fact, Letter, Run, Signature, Text, shown};
use domain::{Lang, Timestamp};

pub(super) const MADE: Timestamp = Timestamp(1_795_000_000_000);

/// What people with bad or unlucky intentions write (trust INP-15), and what is merely unusual.
pub(super) const TEXTS: [&str; 20] = [
    "Æ, ø og å: blåbærsyltetøy, Ærø, Ås",
    "Arbeidstidsbestemmelsesforhandlingsutvalgsmedlemsoppnevningsprosedyrebeskrivelse",
    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    "Maximiliane-Alexandrine Østgaard-Kjærnes von Hohenlohe-Sæther",
    "Kari\u{202e}gro.live\u{202c} \u{200b}\u{feff}x",
    "محمد علي · אברהם · 山田太郎 · 😀👍🏽 · \u{1d54f}",
    "e\u{301}\u{302}\u{303}\u{304} Z\u{335}\u{321}a\u{322}l\u{327}go",
    "fi ffi fl ffl \u{fb01} soft\u{ad}hyphen nb\u{a0}sp",
    "<img src=x onerror=alert(1)>",
    "javascript:alert(1)",
    "<svg><script>alert(1)</script></svg>",
    "{{7*7}} {member} [if x]",
    "[klikk](javascript:alert(1)) **fet** # ikke",
    "</w:t></w:r><w:p/>]]>&amp;&#x41;&lt;",
    "<!-- --> <![CDATA[x]]> <?xml version=\"1.0\"?>",
    "(\\) Tj ET endstream >> /JS (app.alert(1)) %%EOF",
    "#set page(width: 1pt) $x$ \\input{x}",
    "=HYPERLINK(\"http://example.invalid\") '\"`",
    "\u{0}\u{1}\u{8}\u{b}\u{1f}\u{7f}\u{85}\u{fffe}\u{ffff}\u{e000}x",
    "linje én\nlinje to\r\nlinje tre",
];

/// A letter with the same text everywhere.
pub(super) fn everywhere(text: &str, lang: Lang) -> Letter {
    let plain = || Text::plain(text);
    let mixed = || {
        Text(vec![
            Run { text: format!("Før {text} "), strong: false },
            Run { text: text.to_owned(), strong: true },
            Run { text: " etter.".to_owned(), strong: false },
        ])
    };
    Letter {
        lang,
        title: text.to_owned(),
        blocks: vec![
            Block::From(vec![plain(), plain()]),
            Block::To(vec![plain(), plain()]),
            Block::Facts(vec![Fact { label: plain(), value: plain() }]),
            Block::Subject(plain()),
            Block::Paragraph(mixed()),
            Block::Heading(plain()),
            Block::Note(plain()),
            Block::List { ordered: false, items: vec![plain(), mixed()] },
            Block::List { ordered: true, items: vec![plain()] },
            Block::Table {
                header: vec![plain(), plain(), plain(), plain()],
                rows: vec![vec![vec![plain(), plain()], vec![mixed()], Vec::new(), vec![plain()]]],
            },
            Block::Signatures(vec![Signature { name: plain(), role: plain() }, Signature { name: plain(), role: plain() }]),
        ],
    }
}

/// Each piece of text that a letter has, in order, as somebody hears it: white space is one space.
pub(super) fn heard(letter: &Letter) -> Vec<String> {
    let mut all = Vec::new();
    let mut say = |text: String| {
        let text = one_space(&text);
        if !text.is_empty() {
            all.push(text);
        }
    };
    for block in &letter.blocks {
        match block {
            Block::From(lines) | Block::To(lines) => lines.iter().for_each(|line| say(line.to_plain())),
            Block::Facts(facts) => {
                facts.iter().for_each(|fact| say(format!("{}: {}", fact.label.to_plain(), fact.value.to_plain())));
            }
            Block::Subject(text) | Block::Heading(text) | Block::Paragraph(text) | Block::Note(text) => say(text.to_plain()),
            Block::List { ordered, items } => {
                for (at, item) in items.iter().enumerate() {
                    say(if *ordered { format!("{}.", at + 1) } else { "•".to_owned() });
                    say(item.to_plain());
                }
            }
            Block::Table { header, rows } => {
                header.iter().for_each(|text| say(text.to_plain()));
                rows.iter().flatten().flatten().for_each(|text| say(text.to_plain()));
            }
            Block::Signatures(all) => {
                for one in all {
                    say(if one.name.is_blank() { crate::words::name(letter.lang).to_owned() } else { one.name.to_plain() });
                    say(one.role.to_plain());
                }
            }
        }
    }
    all
}

/// White space as one space, soft hyphens gone: they only say where a word was divided.
pub(super) fn one_space(text: &str) -> String {
    shown(text).replace('\u{ad}', "").split_whitespace().collect::<Vec<_>>().join(" ")
}
