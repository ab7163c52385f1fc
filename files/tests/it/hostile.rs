//! FILE-1 to FILE-6: what is meant to hurt is refused, quickly, and by the right name.

use std::time::{Duration, Instant};

use domain::documents::{FILE_BYTES, FileRefusal};
use files::check;

use crate::build::{Part, TYPES, archive, docx, docx_with, jpeg, lying_archive, odt, pdf, pdf_with, png, rough, xlsx, zeros};

#[track_caller]
fn refused(name: &str, bytes: Vec<u8>, why: FileRefusal) {
    let began = Instant::now();
    assert_eq!(check(name, bytes).map(|kept| kept.kind), Err(why), "{name}");
    assert!(began.elapsed() < Duration::from_secs(3), "{name} took {:?}", began.elapsed());
}

fn eicar() -> Vec<u8> {
    [&b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS"[..], b"-TEST-FILE!$H+H*"].concat()
}

#[test]
fn file_1_the_test_virus_is_found_wherever_it_stands() {
    refused("a.txt", eicar(), FileRefusal::Virus);
    refused("a.txt", [b"Hei.\n\n".to_vec(), eicar()].concat(), FileRefusal::Virus);
    refused("a.pdf", pdf_with("x", &[&format!("({})", String::from_utf8(eicar()).unwrap())], ""), FileRefusal::Virus);
}

#[test]
fn file_2_a_pdf_that_is_something_else_too() {
    for html in ["<html><script>alert(1)</script>", "<!DOCTYPE html>", "\n", "GIF89a", "MZ"] {
        refused("a.pdf", [html.as_bytes(), &pdf("x")].concat(), FileRefusal::TwoInOne);
    }
    let behind_header = [b"%PDF-1.7\n<HTML><ScRiPt>alert(1)</script>".to_vec(), pdf("x")].concat();
    refused("a.pdf", behind_header, FileRefusal::TwoInOne);
    let long = pdf_with("x", &[&format!("({})", "x".repeat(2000))], "");
    refused("a.pdf", [long, archive(&[("x.class", b"x")])].concat(), FileRefusal::TwoInOne);
    refused("a.pdf", [pdf("x"), vec![b'x'; 5000]].concat(), FileRefusal::Broken);
    refused("a.pdf", b"<html></html>".to_vec(), FileRefusal::NotWhatItSays);
    refused("a.pdf", pdf("x")[..300].to_vec(), FileRefusal::Broken);
}

#[test]
fn a_pdf_that_is_locked_or_starts_programs() {
    refused("a.pdf", pdf_with("x", &[], "/Encrypt 9 0 R"), FileRefusal::Locked);
    refused("a.pdf", pdf_with("x", &["<< /S /Launch /F (cmd.exe) >>"], ""), FileRefusal::StartsPrograms);
    refused("a.pdf", pdf_with("x", &["<< /S /L#61unch /F (cmd.exe) >>"], ""), FileRefusal::StartsPrograms);
    // Packed into an object stream, where newer programs put everything.
    let mut packed = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::default());
    std::io::Write::write_all(&mut packed, format!("7 0 << /S /Launch /F (cmd.exe) >>{}", " << /Type /Page >>".repeat(60)).as_bytes())
        .unwrap();
    let packed = packed.finish().unwrap();
    let head = format!("%PDF-1.7\n1 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length {} >>\nstream\r\n", packed.len());
    let whole = [head.as_bytes(), &packed, b"\nendstream\nendobj\n%%EOF"].concat();
    refused("a.pdf", whole, FileRefusal::StartsPrograms);
}

#[test]
fn file_3_what_is_not_what_it_says() {
    let svg = b"<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>".to_vec();
    refused("a.png", svg.clone(), FileRefusal::NotWhatItSays);
    refused("a.svg", svg.clone(), FileRefusal::Kind);
    refused("a.jpg", svg, FileRefusal::NotWhatItSays);
    refused("a.jpg", png(4, 4), FileRefusal::NotWhatItSays);
    refused("a.png", jpeg(4, 4, 1), FileRefusal::NotWhatItSays);
    refused("a.docx", xlsx("x"), FileRefusal::NotWhatItSays);
    refused("a.xlsx", docx("x"), FileRefusal::NotWhatItSays);
    refused("a.docx", odt("x"), FileRefusal::NotWhatItSays);
    refused("a.odt", docx("x"), FileRefusal::NotWhatItSays);
    refused("a.docx", archive(&[("hei.txt", b"x")]), FileRefusal::NotWhatItSays);
    refused("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec(), FileRefusal::Locked);
    refused("a.pdf", docx("x"), FileRefusal::NotWhatItSays);
    refused("a.txt", png(4, 4), FileRefusal::NotWhatItSays);
    refused("a.txt", b"MZ\x90\0\x03".to_vec(), FileRefusal::NotWhatItSays);
    refused("a.eml", b"Hei, dette er ikke en e-post.\n".to_vec(), FileRefusal::NotWhatItSays);
    refused("a.eml", b"<html>\n".to_vec(), FileRefusal::NotWhatItSays);
    for name in ["a.exe", "a.docm", "a.html", "a.pdf.exe", "a", "", "pdf", "a.zip"] {
        refused(name, pdf("x"), FileRefusal::Kind);
    }
    refused("a.pdf", Vec::new(), FileRefusal::Empty);
    refused("a.txt", vec![b'a'; FILE_BYTES + 1], FileRefusal::TooLarge);
}

#[test]
fn file_4_archives_in_archives() {
    // The pattern of 42.zip: archives in archives in archives, with gigabytes at the bottom.
    let mut layer = lying_archive(&[Part::packed("0.dll", zeros(64), 64 * 1024 * 1024)]);
    for _ in 0..4 {
        let parts: Vec<Part> = (0..16).map(|i| Part::of(&format!("lib {i}.zip"), &layer)).collect();
        layer = lying_archive(&parts);
    }
    refused("a.zip", layer.clone(), FileRefusal::Kind);
    refused("a.docx", layer.clone(), FileRefusal::FileInside);
    refused("a.docx", docx_with("x", &[("word/media/image1.png", &layer)]), FileRefusal::FileInside);
    refused("a.docx", docx_with("x", &[("word/embeddings/Ark.xlsx", &xlsx("x"))]), FileRefusal::FileInside);
    refused("a.docx", docx_with("x", &[("word/embeddings/oleObject1.bin", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")]), FileRefusal::FileInside);
    refused("a.docx", docx_with("x", &[("word/run.exe", b"x")]), FileRefusal::FileInside);
}

#[test]
fn file_5_a_little_document_that_becomes_a_very_large_one() {
    let base = || [Part::of("[Content_Types].xml", TYPES), Part::of("word/document.xml", b"<w:p/>")];
    let with = |more: Vec<Part>| lying_archive(&[base().to_vec(), more].concat());
    let gibibyte = 1024 * 1024 * 1024;
    let mebibyte = zeros(1);
    // It says so.
    refused("a.docx", with(vec![Part::packed("word/media/a.bmp", zeros(1024), gibibyte)]), FileRefusal::Bomb);
    // It says that it is small, or as large as is allowed.
    refused("a.docx", with(vec![Part::packed("word/media/a.bmp", zeros(1024), 1000)]), FileRefusal::Bomb);
    refused("a.docx", with(vec![Part::packed("word/media/a.bmp", zeros(1024), 90 * 1024 * 1024)]), FileRefusal::Bomb);
    // Ten kilobytes that say a gigabyte.
    refused("a.docx", with(vec![Part::packed("word/media/a.bmp", zeros(10), gibibyte)]), FileRefusal::Bomb);
    // Many parts of a little each.
    let many: Vec<Part> = (0..1900).map(|i| Part::packed(&format!("word/{i}.xml"), mebibyte.clone(), 1024 * 1024)).collect();
    refused("a.docx", with(many), FileRefusal::Bomb);
    // The same ten kilobytes, told to be a thousand parts.
    let shared = |i: usize| Part {
        own_name: Some("word/a.xml".to_owned()),
        same_as: (i > 0).then_some(2),
        ..Part::packed("word/a.xml", mebibyte.clone(), 100_000)
    };
    refused("a.docx", with((0..1000).map(shared).collect()), FileRefusal::Bomb);
    // Parts that share their bytes, where nothing else gives them away.
    let shared = |i: usize| Part { same_as: (i > 0).then_some(2), ..Part::of("word/a.xml", b"<a/>") };
    refused("a.docx", with((0..10).map(shared).collect()), FileRefusal::Bomb);
    // More than may be, though no part is packed better than text is.
    let rough = Part::of("x", &rough());
    let many = (0..205).map(|i| Part { name: format!("word/{i}.xml"), ..rough.clone() }).collect();
    refused("a.docx", with(many), FileRefusal::Bomb);
    // Too many parts.
    let many: Vec<Part> = (0..60_000).map(|i| Part::packed(&format!("word/{i}"), vec![3, 0], 0)).collect();
    refused("a.docx", with(many), FileRefusal::Bomb);
    // It says more than comes.
    refused("a.docx", with(vec![Part { says: 9999, ..Part::of("word/a.xml", b"<a/>") }]), FileRefusal::Broken);
    // What an honest sheet of equal cells packs to is kept.
    let cells = "<c><v>0</v></c>".repeat(60_000);
    assert!(check("a.docx", with(vec![Part::of("word/cells.xml", cells.as_bytes())])).is_ok());
}

#[test]
fn macros_are_refused_by_every_name_they_have() {
    for part in ["word/vbaProject.bin", "WORD/VBAPROJECT.BIN", "word/vbaData.xml", "word/activeX/activeX1.xml", "xl/macrosheets/sheet1.xml"]
    {
        refused("a.docx", docx_with("x", &[(part, b"x")]), FileRefusal::Macros);
    }
    let types = br#"<Types><Override ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>"#;
    refused("a.docx", archive(&[("[Content_Types].xml", types), ("word/document.xml", b"<w/>")]), FileRefusal::Macros);
    let mimetype = b"application/vnd.oasis.opendocument.text";
    refused("a.odt", archive(&[("mimetype", mimetype), ("content.xml", b"<o/>"), ("Basic/Standard/M.xml", b"x")]), FileRefusal::Macros);
}

#[test]
fn file_6_parts_whose_names_lead_out() {
    let base = || vec![Part::of("[Content_Types].xml", TYPES), Part::of("word/document.xml", b"<w:p/>")];
    for name in ["../../etc/passwd", "/etc/passwd", "word/../../x", "..\\..\\x", "C:\\x", "word\\x", "a\0b", "word/./x", "a\nb"] {
        refused("a.docx", lying_archive(&[base(), vec![Part::of(name, b"x")]].concat()), FileRefusal::Paths);
    }
    let link = Part { attributes: 0xA1FF_0000, ..Part::of("word/link", b"/etc/passwd") };
    refused("a.docx", lying_archive(&[base(), vec![link]].concat()), FileRefusal::Paths);
    let other = Part { own_name: Some("word/bilde.xmm".to_owned()), ..Part::of("word/bilde.xml", b"x") };
    refused("a.docx", lying_archive(&[base(), vec![other]].concat()), FileRefusal::Broken);
    let locked = Part { flags: 1, ..Part::of("word/a.xml", b"x") };
    refused("a.docx", lying_archive(&[base(), vec![locked]].concat()), FileRefusal::Locked);
    let method = Part { method: 12, ..Part::of("word/a.xml", b"x") };
    refused("a.docx", lying_archive(&[base(), vec![method]].concat()), FileRefusal::Broken);
    // Something before the first part, or between the last and the list.
    refused("a.docx", [b"PK\x03\x04".to_vec(), docx("x")].concat(), FileRefusal::Broken);
}

#[test]
fn pictures_are_measured_before_they_are_drawn() {
    // A header that says 60,000 by 60,000, and hardly a byte more.
    for (width, height, colour) in [(60_000_u32, 60_000_u32, 2), (10_000, 5_000, 0), (50_000_000, 1, 2)] {
        let mut large = png(4, 4);
        large[16..20].copy_from_slice(&width.to_be_bytes());
        large[20..24].copy_from_slice(&height.to_be_bytes());
        large[25] = colour;
        // The sum over the header must fit for it to be read at all.
        let sum = crc(&large[12..29]).to_be_bytes();
        large[29..33].copy_from_slice(&sum);
        refused("a.png", large, FileRefusal::TooManyPixels);
    }
    let mut large = jpeg(16, 16, 1);
    let frame = large.windows(2).position(|pair| pair == [0xff, 0xc0]).unwrap();
    large[frame + 5..frame + 9].copy_from_slice(&[0xff, 0xff, 0xff, 0xff]);
    refused("a.jpg", large, FileRefusal::TooManyPixels);
    refused("a.png", png(40, 40)[..60].to_vec(), FileRefusal::Broken);
    refused("a.jpg", jpeg(40, 40, 1)[..200].to_vec(), FileRefusal::Broken);
    refused("a.heic", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic".to_vec(), FileRefusal::Broken);
}

fn crc(bytes: &[u8]) -> u32 {
    let mut crc = flate2::Crc::new();
    crc.update(bytes);
    crc.sum()
}

#[test]
fn what_is_hidden_behind_a_picture_is_gone() {
    let sent = [png(8, 8), b"<script>alert(1)</script>".to_vec(), archive(&[("x", b"x")])].concat();
    let kept = check("a.png", sent).unwrap();
    assert!(memchr::memmem::find(&kept.bytes, b"script").is_none() && memchr::memmem::find(&kept.bytes, b"PK").is_none());
}
