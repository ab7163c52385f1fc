//! Writes every template, filled, as PDF and DOCX, and a bundle, to look at: `cargo run -p letters --example look -- FOLDER`.

use std::path::Path;

use domain::letters::{Block, Fact, FieldKind, Templates, Text, Value, Values, fill};
use domain::{Lang, Timestamp};
use letters::{Bundle, Content, Missing, Part, bundle, to_docx, to_pdf};

const MADE: Timestamp = Timestamp(1_800_000_000_000);
const LONG: &str = "Arbeidsgiveren har vist til økonomien ved avdelingen. Vi mener at grunnlaget ikke er godt nok, og at \
    utvelgelsen ikke er gjort rett: Kari har lengre ansiennitet enn flere som får bli.\n\nAndre løsninger er ikke vurdert. \
    Det er ledige vakter ved naboavdelingen.";

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = std::env::args().nth(1).ok_or("a folder is needed")?;
    let folder = Path::new(&folder);
    let mut parts = Vec::new();
    for template in Templates::standard().iter() {
        for lang in template.languages.iter().copied() {
            let letter = fill(template, lang, &values(template, lang)).map_err(|wrong| format!("{wrong:?}"))?;
            let name = format!("{}-{lang}", template.code.code().to_lowercase());
            let pdf = to_pdf(&letter, MADE)?;
            std::fs::write(folder.join(format!("{name}.docx")), to_docx(&letter, MADE)?)?;
            std::fs::write(folder.join(format!("{name}.pdf")), &pdf)?;
            if lang == Lang::Nb {
                parts.push(Part { name: template.name.nb.clone(), content: Content::Pdf(pdf) });
            }
        }
    }
    let notes = (1..60).map(|day| Block::Paragraph(Text::plain(&format!("{day}. notat. {LONG}")))).collect();
    parts.insert(0, Part { name: "Hva som har skjedd".to_owned(), content: Content::Text(notes) });
    parts.push(Part { name: "lønnsslipp.xlsx".to_owned(), content: Content::Missing(Missing::NoPages) });
    let fact = |label: &str, value: &str| Fact { label: Text::plain(label), value: Text::plain(value) };
    let facts = vec![fact("Saksnummer", "1042"), fact("Medlem", "Kari Eksempel")];
    let whole = Bundle { lang: Lang::Nb, title: "Sak 1042: Oppsigelse".to_owned(), facts, parts };
    std::fs::write(folder.join("bundle.pdf"), bundle(&whole, MADE)?)?;
    Ok(())
}

/// What a person might write.
fn values(template: &domain::letters::Template, lang: Lang) -> Values {
    let mut values = Values::default();
    for field in &template.fields {
        let text = match field.id.as_str() {
            "member" => "Kari Eksempel Fjellheim-Løvåsen",
            "representative" => "Ola Prøve",
            "office" => "klubbleder",
            "unit" => "Klubben ved Granlia sykehjem",
            "contact" => "Telefon 900 00 000",
            "employer" => "Eksempelvik kommune",
            "workplace" => "Granlia sykehjem",
            "case_number" => "1042",
            "receiver" => "Virksomhetsleder Per Test",
            _ => "nattarbeidstidsordningene ved post 3",
        };
        let value = match field.kind {
            FieldKind::Text | FieldKind::Person => Value::Text(text.to_owned()),
            FieldKind::Long => Value::Text(LONG.to_owned()),
            FieldKind::Date => Value::Date(Timestamp(1_790_000_000_000).oslo_date()),
            FieldKind::Choice => Value::Choice(field.options.first().map(|option| option.code.clone()).unwrap_or_default()),
            FieldKind::List => Value::List(vec![
                format!("{}: kr 1 250", field.label.of(lang)),
                "Arbeidstidsbestemmelsene og kompetanseutviklingstiltakene skal vurderes på nytt før sommeren".to_owned(),
                "Mars 2026".to_owned(),
            ]),
        };
        values.set(&field.id, value);
    }
    values
}
