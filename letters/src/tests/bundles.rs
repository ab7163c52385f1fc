use domain::Lang;
use domain::letters::{Block, Fact, FieldKind, Letter, Template, Text, Value, Values, fill};

use super::reader::{Read, string};
use super::samples::{MADE, everywhere, one_space};
use crate::orientation::Turn;
use crate::{Bundle, Content, Missing, Part, apart, bundle, to_pdf};

static TURNED: &[u8] = include_bytes!("turned.jpg");
/// One white point.
const PNG: [u8; 67] = [
    0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0x00, 0x00, 0x0d, 0x49, 0x48, 0x44, 0x52, 0x00, 0x00, 0x00, 0x01, 0x00, 0x00,
    0x00, 0x01, 0x08, 0x00, 0x00, 0x00, 0x00, 0x3a, 0x7e, 0x9b, 0x55, 0x00, 0x00, 0x00, 0x0a, 0x49, 0x44, 0x41, 0x54, 0x78, 0x9c, 0x63,
    0xf8, 0x0f, 0x00, 0x01, 0x01, 0x01, 0x00, 0xb1, 0x38, 0xf6, 0x14, 0x00, 0x00, 0x00, 0x00, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60,
    0x82,
];

/// A letter from a template, with something in every field.
pub(super) fn filled(template: &Template, lang: Lang) -> Letter {
    let mut values = Values::default();
    for field in &template.fields {
        let text = "Ærlig talt går det ikke an".to_owned();
        let value = match field.kind {
            FieldKind::Text | FieldKind::Person | FieldKind::Long => Value::Text(text),
            FieldKind::Date => Value::Date("2026-05-17".parse().unwrap()),
            FieldKind::Choice => Value::Choice(field.options[0].code.clone()),
            FieldKind::List => Value::List(vec![text.clone(), text]),
        };
        values.set(&field.id, value);
    }
    fill(template, lang, &values).unwrap()
}

fn part(name: &str, content: Content) -> Part {
    Part { name: name.to_owned(), content }
}

fn text(name: &str) -> Part {
    part(name, Content::Text(vec![Block::Paragraph(Text::plain(&format!("Innholdet i {name}.")))]))
}

fn whole(parts: Vec<Part>) -> Bundle {
    let facts = vec![Fact { label: Text::plain("Medlem"), value: Text::plain("Kari Eksempel") }];
    Bundle { lang: Lang::Nb, title: "Sak 1042".to_owned(), facts, parts }
}

fn made(parts: Vec<Part>) -> Read {
    Read::new(&bundle(&whole(parts), MADE).unwrap())
}

#[test]
fn what_is_bound_apart_is_the_same() {
    let missing = part("regneark.xlsx", Content::Missing(Missing::TooMuch));
    let parts = vec![text("Først"), part("bilde.jpg", Content::Picture(TURNED.to_vec())), missing];
    let case = whole(parts);
    let question = apart::question(&case, MADE).unwrap();
    let mut said = Vec::new();
    apart::serve(&*question, &mut said).unwrap();
    assert_eq!(said, bundle(&case, MADE).unwrap());
    let (_, cut_off) = question.split_last().unwrap();
    assert!(apart::serve(cut_off, &mut Vec::new()).is_err(), "the last file is not whole");
}

fn said(read: &Read) -> Vec<(String, String)> {
    read.spoken().into_iter().map(|element| (element.role, one_space(&element.text))).collect()
}

#[test]
fn lists_its_parts_with_the_pages_they_begin_on() {
    let attached = to_pdf(&everywhere("Ærlig talt\n".repeat(60).as_str(), Lang::Nb), MADE).unwrap();
    let pages = Read::new(&attached).pages();
    assert!(pages > 2);
    let parts = vec![
        text("Hva som har skjedd"),
        part("brev.pdf", Content::Pdf(attached)),
        part("bilde.jpg", Content::Picture(TURNED.to_vec())),
        part("prikk.png", Content::Picture(PNG.to_vec())),
        part("regneark.xlsx", Content::Missing(Missing::NoPages)),
        text("Til slutt"),
    ];
    let read = made(parts);
    let first = |at: usize| 3 + pages + at;
    assert_eq!(read.pages(), first(4) - 1);
    let all = said(&read);
    let line = |name: &str, page: usize| ("Link".to_owned(), format!("{name} {page}").replace("  ", " "));
    for (name, page) in [
        ("Hva som har skjedd", 2),
        ("brev.pdf", 3),
        ("bilde.jpg", first(0)),
        ("prikk.png", first(1)),
        ("regneark.xlsx (ikke med: filen kan ikke vises som sider)", first(2)),
        ("Til slutt", first(3)),
    ] {
        let (role, text) = line(name, page);
        let found = all.iter().any(|(r, t)| *r == role && t.replace(' ', "") == text.replace(' ', ""));
        assert!(found, "{name} on page {page}: {all:?}");
    }
    assert!(all.contains(&("H1".to_owned(), "Sak 1042".to_owned())));
    assert!(all.contains(&("P".to_owned(), "Innholdet i Til slutt.".to_owned())));
    let figures: Vec<String> =
        read.spoken().into_iter().filter(|element| element.role == "Figure").filter_map(|element| element.alt).collect();
    assert_eq!(figures.len(), pages + 2);
    assert_eq!(figures[0], format!("Side 1 av {pages} i vedlegget «brev.pdf»"));
    assert_eq!(figures[pages], "Bildet «bilde.jpg»");
    // Each line of the list leads where it says.
    let page_ids: Vec<_> = read.document.get_pages().into_values().collect();
    let contents = read.document.get_object(page_ids[0]).unwrap().as_dict().unwrap();
    let links = read.follow(contents.get(b"Annots").unwrap()).as_array().unwrap();
    let to: Vec<usize> = links
        .iter()
        .map(|link| {
            let link = read.follow(link).as_dict().unwrap();
            assert!(string(link.get(b"Contents").unwrap()).starts_with("Gå til «"));
            let dest = read.follow(link.get(b"Dest").unwrap()).as_array().unwrap();
            page_ids.iter().position(|page| dest[0].as_reference().unwrap() == *page).unwrap() + 1
        })
        .collect();
    assert_eq!(to, [2, 3, first(0), first(1), first(2), first(3)]);
}

#[test]
fn without_pages_from_outside_it_keeps_the_standard() {
    let read = made(vec![text("Notater"), part("prikk.png", Content::Picture(PNG.to_vec()))]);
    let metadata = read.follow(read.catalog().get(b"Metadata").unwrap()).as_stream().unwrap();
    assert!(String::from_utf8(metadata.content.clone()).unwrap().contains("<pdfuaid:part>1</pdfuaid:part>"));
}

#[test]
fn a_long_list_of_contents_goes_on_over_pages() {
    let read = made(
        (0..90)
            .map(|number| {
                text(&format!("Vedlegg {number} med et navn som er langt nok til å fylle mer enn én linje i innholdslisten, og vel så det"))
            })
            .collect(),
    );
    let all = said(&read);
    let links = all.iter().filter(|(role, _)| role == "Link").count();
    assert_eq!(links, 90);
    assert!(all.iter().any(|(role, text)| role == "Link" && text.ends_with(&read.pages().to_string())));
}

#[test]
fn what_cannot_be_shown_is_named() {
    let good = to_pdf(&everywhere("Tekst", Lang::Nb), MADE).unwrap();
    let mut locked = String::from_utf8_lossy(&good).into_owned();
    locked = locked.replace("trailer\n<<", "trailer\n<</Encrypt <</Filter /Standard /V 9 /R 9>>");
    for (name, file) in
        [("tom.pdf", Vec::new()), ("tull.pdf", b"%PDF-1.7\nhei".to_vec()), ("last.pdf", locked.into_bytes()), ("bilde.pdf", PNG.to_vec())]
    {
        let read = made(vec![part(name, Content::Pdf(file)), text("Til slutt")]);
        let expected = format!("«{name}» er ikke med her: filen er låst eller ødelagt. Du finner den i saken.");
        assert!(said(&read).contains(&("P".to_owned(), expected)), "{name}");
        assert_eq!(read.pages(), 3);
    }
    for file in [Vec::new(), b"hei".to_vec(), PNG[..40].to_vec(), TURNED[..60].to_vec(), good] {
        let read = made(vec![part("bilde.png", Content::Picture(file))]);
        assert!(said(&read).iter().any(|(_, text)| text.starts_with("«bilde.png» er ikke med her")));
    }
}

/// A file that is cut short or changed anywhere is included or named, and never takes the server with it.
#[test]
fn broken_files_do_no_harm() {
    let good = to_pdf(&everywhere("Tekst", Lang::Nb), MADE).unwrap();
    let mut broken: Vec<Vec<u8>> = (1..40).map(|part| good[..good.len() * part / 40].to_vec()).collect();
    for at in (0..good.len()).step_by(good.len() / 40) {
        let mut changed = good.clone();
        changed[at] ^= 0xff;
        broken.push(changed);
    }
    for file in broken {
        let pages = crate::attachment::pages(&file).map_or(1, |pages| pages.sizes.len());
        assert_eq!(made(vec![part("brev.pdf", Content::Pdf(file))]).pages(), 1 + pages);
    }
    for at in 0..TURNED.len() {
        let _ = Turn::of_jpeg(&TURNED[..at]);
        let mut changed = TURNED.to_vec();
        changed[at] ^= 0xff;
        made(vec![part("bilde.jpg", Content::Picture(changed))]);
    }
}

#[test]
fn a_picture_stands_as_the_camera_was_held() {
    let turn = Turn::of_jpeg(TURNED);
    assert!(turn.sideways());
    assert_ne!(turn, Turn::NONE);
    assert_eq!(Turn::of_jpeg(&PNG), Turn::NONE);
    // The corners of a picture that lies on its side come to stand in the corners of the rectangle.
    let transform = turn.transform(4.0, 8.0);
    let corner = |x: f32, y: f32| {
        (transform.sx() * x + transform.kx() * y + transform.tx(), transform.ky() * x + transform.sy() * y + transform.ty())
    };
    assert_eq!([corner(0.0, 0.0), corner(8.0, 0.0), corner(8.0, 4.0)], [(4.0, 0.0), (4.0, 8.0), (0.0, 8.0)]);
}
