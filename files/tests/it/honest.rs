//! What people send is kept, and its words are found.

use domain::documents::{FileKind, FileNote};
use files::check;
use image::{GenericImageView, ImageDecoder};

use crate::build::{docx, eml, heic, jpeg, odt, pdf, pdf_with, png, xlsx};

#[test]
fn every_kind_is_kept_under_its_name_and_its_words_are_read() {
    for (name, bytes, kind, words) in [
        ("Brev.docx", docx("Krav om forhandling"), FileKind::Docx, &["Krav om forhandling", "Lønn & turnus", "Øst"][..]),
        ("Lønn.XLSX", xlsx("Ansiennitet"), FileKind::Xlsx, &["Ansiennitet", "41250", "Timer"]),
        ("Notat.odt", odt("Drøfting"), FileKind::Odt, &["Drøfting"]),
        ("Vedtak.pdf", pdf("Oppsigelse av avtale"), FileKind::Pdf, &["Oppsigelse av avtale"]),
        ("Svar.eml", eml("Vi kommer på møtet."), FileKind::Eml, &["Møte", "Kari Prøve", "ola@example.org", "Vi kommer på møtet."]),
        ("logg.txt", "Blåbærsyltetøy".into(), FileKind::Txt, &["Blåbærsyltetøy"]),
    ] {
        let kept = check(name, bytes.clone()).unwrap_or_else(|refusal| panic!("{name}: {refusal}"));
        assert_eq!((kept.kind, kept.bytes == bytes, kept.notes.len()), (kind, true, 0), "{name}");
        let text = kept.text.unwrap_or_default();
        for word in words {
            assert!(text.contains(word), "{name}: {word} in {text:?}");
        }
        assert!(!text.contains('<'), "{name}: {text:?}");
    }
    // The number by which a cell names its text is not a word of the sheet.
    assert_eq!(check("a.xlsx", xlsx("x")).unwrap().text.unwrap().split_whitespace().collect::<Vec<_>>(), ["x", "41250", "Timer"]);
}

#[test]
fn text_in_other_encodings_is_kept_as_unicode() {
    for bytes in [&b"Bl\xe5b\xe6r"[..], b"\xef\xbb\xbfBl\xc3\xa5b\xc3\xa6r", b"\xff\xfeB\0l\0\xe5\0b\0\xe6\0r\0"] {
        let kept = check("a.txt", bytes.to_vec()).unwrap();
        assert_eq!((kept.bytes.as_slice(), kept.text.as_deref()), ("Blåbær".as_bytes(), Some("Blåbær")));
    }
}

#[test]
fn a_photo_stands_upright_and_tells_nothing_of_its_telephone() {
    // Turned a quarter: dark to the left becomes dark at the top.
    let sent = jpeg(64, 32, 6);
    assert!(memchr::memmem::find(&sent, b"HEMMELIGTLF").is_some());
    let kept = check("IMG_1.JPG", sent).unwrap();
    assert_eq!((kept.kind, kept.name.as_str()), (FileKind::Jpg, "IMG_1.jpg"));
    let mut decoder = image::codecs::jpeg::JpegDecoder::new(std::io::Cursor::new(&kept.bytes)).unwrap();
    assert!(decoder.exif_metadata().unwrap().is_none());
    for secret in [&b"HEMMELIGTLF"[..], b"Exif", b"II*\0"] {
        assert!(memchr::memmem::find(&kept.bytes, secret).is_none(), "{secret:?}");
    }
    let picture = image::load_from_memory(&kept.bytes).unwrap();
    assert_eq!(picture.dimensions(), (32, 64));
    let (top, bottom) = (picture.get_pixel(16, 8).0[0], picture.get_pixel(16, 56).0[0]);
    assert!(top < 60 && bottom > 190, "{top} {bottom}");
}

#[test]
fn an_iphone_picture_becomes_a_jpeg() {
    let sent = heic(128, 64);
    assert!(memchr::memmem::find(&sent, b"HEMMELIGTLF").is_some());
    let kept = check("IMG_2.HEIC", sent).unwrap();
    assert_eq!((kept.kind, kept.name.as_str()), (FileKind::Jpg, "IMG_2.jpg"));
    assert!(memchr::memmem::find(&kept.bytes, b"HEMMELIGTLF").is_none());
    let picture = image::load_from_memory(&kept.bytes).unwrap();
    assert_eq!(picture.dimensions(), (128, 64));
    let (left, right) = (picture.get_pixel(20, 32).0, picture.get_pixel(110, 32).0);
    assert!(left[0] < 60 && right[0] > 190, "{left:?} {right:?}");
}

#[test]
fn a_screenshot_stays_a_png_with_its_own_pixels() {
    let kept = check("Skjermbilde.png", png(40, 20)).unwrap();
    assert_eq!(kept.kind, FileKind::Png);
    assert_eq!(image::load_from_memory(&kept.bytes).unwrap().to_rgb8(), crate::build::halves(40, 20));
}

#[test]
fn scripts_and_attachments_of_a_pdf_are_noted() {
    let script = pdf_with("Skjema", &["<< /S /JavaScript /JS (app.alert\\(1\\)) >>"], "");
    assert_eq!(check("s.pdf", script).unwrap().notes, [FileNote::Scripts]);
    let escaped = pdf_with("Skjema", &["<< /S /J#61va#53cript /JS (1) >>"], "");
    assert_eq!(check("s.pdf", escaped).unwrap().notes, [FileNote::Scripts]);
    let attached = pdf_with("Avtale", &["<< /Type /EmbeddedFile >>"], "");
    assert_eq!(check("s.pdf", attached).unwrap().notes, [FileNote::Attachments]);
    let mail = b"From: a@example.org\r\nTo: b@example.org\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\nHei\r\n\
        --x\r\nContent-Type: application/octet-stream\r\nContent-Disposition: attachment; filename=a.exe\r\n\r\nMZ\r\n--x--\r\n";
    let kept = check("m.eml", mail.to_vec()).unwrap();
    assert_eq!((kept.notes.as_slice(), kept.text.unwrap().contains("Hei")), (&[FileNote::Attachments][..], true));
}
