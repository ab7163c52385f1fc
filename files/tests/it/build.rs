//! Makes files: whole ones as programs write them, and archives that lie.

use std::io::{Cursor, Write};

use flate2::write::DeflateEncoder;
use flate2::{Compress, Compression, FlushCompress};
use image::codecs::jpeg::JpegEncoder;
use image::{DynamicImage, ImageEncoder, RgbImage};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// An archive as an honest program writes it.
pub(crate) fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut out = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        let stored = *name == "mimetype";
        let method = if stored { zip::CompressionMethod::Stored } else { zip::CompressionMethod::Deflated };
        out.start_file(*name, SimpleFileOptions::default().compression_method(method)).unwrap();
        out.write_all(bytes).unwrap();
    }
    out.finish().unwrap().into_inner()
}

pub(crate) const TYPES: &[u8] = br#"<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"#;

pub(crate) fn docx(text: &str) -> Vec<u8> {
    docx_with(text, &[])
}

pub(crate) fn docx_with(text: &str, more: &[(&str, &[u8])]) -> Vec<u8> {
    let document = format!(
        r#"<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>{text}</w:t></w:r></w:p><w:p><w:r><w:t>Lønn &amp; turnus</w:t><w:tab/><w:t>&#216;st</w:t></w:r></w:p></w:body></w:document>"#
    );
    let mut parts: Vec<(&str, &[u8])> = vec![("[Content_Types].xml", TYPES), ("word/document.xml", document.as_bytes())];
    parts.extend(more);
    archive(&parts)
}

pub(crate) fn xlsx(text: &str) -> Vec<u8> {
    let shared = format!("<sst><si><t>{text}</t></si></sst>");
    archive(&[
        ("[Content_Types].xml", b"<Types/>"),
        ("xl/workbook.xml", b"<workbook/>"),
        ("xl/sharedStrings.xml", shared.as_bytes()),
        (
            "xl/worksheets/sheet1.xml",
            br#"<worksheet><row><c t="s"><v>0</v></c><c><v>41250</v></c><c t="inlineStr"><is><t>Timer</t></is></c></row></worksheet>"#,
        ),
    ])
}

pub(crate) fn odt(text: &str) -> Vec<u8> {
    let content = format!("<office:document-content><text:p>{text}</text:p></office:document-content>");
    archive(&[("mimetype", b"application/vnd.oasis.opendocument.text"), ("content.xml", content.as_bytes())])
}

pub(crate) fn eml(text: &str) -> Vec<u8> {
    format!(
        "Received: from a.example by b.example;\r\n\tThu, 12 Mar 2026 10:00:00 +0100\r\nFrom: Kari Prøve <kari@example.org>\r\nTo: ola@example.org\r\n\
         Subject: =?utf-8?q?M=C3=B8te?=\r\nDate: Thu, 12 Mar 2026 10:00:00 +0100\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{text}\r\n"
    )
    .into_bytes()
}

/// A PDF of one page, whose objects are `more` beside those that show the text.
pub(crate) fn pdf_with(text: &str, more: &[&str], trailer: &str) -> Vec<u8> {
    let content = format!("BT /F1 12 Tf 72 720 Td ({text}) Tj ET");
    let mut packed = flate2::write::ZlibEncoder::new(Vec::new(), Compression::default());
    packed.write_all(content.as_bytes()).unwrap();
    let packed = packed.finish().unwrap();
    let mut objects: Vec<Vec<u8>> = vec![
        b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_vec(),
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >> >> /Contents 4 0 R >>".to_vec(),
        [format!("<< /Length {} /Filter /FlateDecode >>\nstream\n", packed.len()).into_bytes(), packed, b"\nendstream".to_vec()].concat(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>".to_vec(),
    ];
    objects.extend(more.iter().map(|object| object.as_bytes().to_vec()));
    let mut out = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n".to_vec();
    let mut places = Vec::new();
    for (number, object) in objects.iter().enumerate() {
        places.push(out.len());
        out.extend(format!("{} 0 obj\n", number + 1).into_bytes());
        out.extend(object);
        out.extend(b"\nendobj\n");
    }
    let table = out.len();
    out.extend(format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).into_bytes());
    for place in places {
        out.extend(format!("{place:010} 00000 n \n").into_bytes());
    }
    out.extend(format!("trailer\n<< /Size {} /Root 1 0 R {trailer} >>\nstartxref\n{table}\n%%EOF\n", objects.len() + 1).into_bytes());
    out
}

pub(crate) fn pdf(text: &str) -> Vec<u8> {
    pdf_with(text, &[], "")
}

/// A picture that is dark on its left half and light on its right.
pub(crate) fn halves(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, _| if x < width / 2 { image::Rgb([10, 20, 30]) } else { image::Rgb([240, 230, 220]) })
}

pub(crate) fn png(width: u32, height: u32) -> Vec<u8> {
    let mut out = Cursor::new(Vec::new());
    DynamicImage::ImageRgb8(halves(width, height)).write_to(&mut out, image::ImageFormat::Png).unwrap();
    out.into_inner()
}

/// What a telephone writes beside the pixels: how to turn it, where it was, and the telephone's name.
pub(crate) fn exif(orientation: u8) -> Vec<u8> {
    let mut exif = b"II*\0\x08\0\0\0".to_vec();
    exif.extend(3_u16.to_le_bytes());
    let mut entry = |tag: u16, kind: u16, count: u32, value: u32| {
        exif.extend(tag.to_le_bytes());
        exif.extend(kind.to_le_bytes());
        exif.extend(count.to_le_bytes());
        exif.extend(value.to_le_bytes());
    };
    entry(0x010F, 2, 12, 50); // make
    entry(0x0112, 3, 1, u32::from(orientation));
    entry(0x8825, 4, 1, 62); // where the place is told
    exif.extend(0_u32.to_le_bytes());
    exif.extend(b"HEMMELIGTLF\0");
    exif.extend(1_u16.to_le_bytes());
    exif.extend([1, 0, 2, 0, 2, 0, 0, 0, b'N', 0, 0, 0, 0, 0, 0, 0]);
    exif
}

pub(crate) fn jpeg(width: u32, height: u32, orientation: u8) -> Vec<u8> {
    let mut out = Vec::new();
    let mut encoder = JpegEncoder::new_with_quality(&mut out, 90);
    encoder.set_exif_metadata(exif(orientation)).unwrap();
    encoder.encode_image(&halves(width, height)).unwrap();
    out
}

pub(crate) fn heic(width: u32, height: u32) -> Vec<u8> {
    let mut picture = heifer::Image::filled(width, height, 8, [10, 20, 30, 255]);
    for (i, pixel) in picture.data.chunks_exact_mut(4).enumerate() {
        if u32::try_from(i).unwrap() % width >= width / 2 {
            pixel.copy_from_slice(&[240, 230, 220, 255]);
        }
    }
    let metadata = heifer::Metadata { exif: Some(exif(1)), ..Default::default() };
    heifer::encode_with_metadata(&picture, &metadata, &heifer::EncodeOptions::default()).unwrap()
}

/// A part of an archive that may say of itself what it likes.
#[derive(Clone)]
pub(crate) struct Part {
    pub(crate) name: String,
    pub(crate) packed: Vec<u8>,
    pub(crate) says: u32,
    pub(crate) method: u16,
    pub(crate) flags: u16,
    pub(crate) attributes: u32,
    /// The name before the part itself, where that is another.
    pub(crate) own_name: Option<String>,
    /// Points to the bytes of this earlier part instead of having its own.
    pub(crate) same_as: Option<usize>,
}

impl Part {
    pub(crate) fn of(name: &str, bytes: &[u8]) -> Self {
        let mut packed = DeflateEncoder::new(Vec::new(), Compression::default());
        packed.write_all(bytes).unwrap();
        Self::packed(name, packed.finish().unwrap(), u32::try_from(bytes.len()).unwrap())
    }

    pub(crate) fn packed(name: &str, packed: Vec<u8>, says: u32) -> Self {
        Self { name: name.to_owned(), packed, says, method: 8, flags: 0, attributes: 0, own_name: None, same_as: None }
    }
}

/// Writes what the parts say, whether it is so or not.
pub(crate) fn lying_archive(parts: &[Part]) -> Vec<u8> {
    let (mut out, mut list, mut places) = (Vec::new(), Vec::new(), Vec::new());
    for part in parts {
        let name = part.own_name.as_deref().unwrap_or(&part.name);
        let place = match part.same_as {
            Some(other) => places[other],
            None => {
                let place = u32::try_from(out.len()).unwrap();
                out.extend(b"PK\x03\x04\x14\0");
                out.extend(part.flags.to_le_bytes());
                out.extend(part.method.to_le_bytes());
                out.extend([0; 8]);
                out.extend(u32::try_from(part.packed.len()).unwrap().to_le_bytes());
                out.extend(part.says.to_le_bytes());
                out.extend(u16::try_from(name.len()).unwrap().to_le_bytes());
                out.extend([0; 2]);
                out.extend(name.as_bytes());
                out.extend(&part.packed);
                place
            }
        };
        places.push(place);
        list.extend(b"PK\x01\x02\x14\x03\x14\0");
        list.extend(part.flags.to_le_bytes());
        list.extend(part.method.to_le_bytes());
        list.extend([0; 8]);
        let packed = part.same_as.map_or(part.packed.len(), |other| parts[other].packed.len());
        list.extend(u32::try_from(packed).unwrap().to_le_bytes());
        list.extend(part.says.to_le_bytes());
        list.extend(u16::try_from(part.name.len()).unwrap().to_le_bytes());
        list.extend([0; 8]);
        list.extend(part.attributes.to_le_bytes());
        list.extend(place.to_le_bytes());
        list.extend(part.name.as_bytes());
    }
    let start = u32::try_from(out.len()).unwrap();
    out.extend(&list);
    out.extend(b"PK\x05\x06\0\0\0\0");
    let count = u16::try_from(parts.len()).unwrap().to_le_bytes();
    out.extend([count, count].concat());
    out.extend(u32::try_from(list.len()).unwrap().to_le_bytes());
    out.extend(start.to_le_bytes());
    out.extend([0; 2]);
    out
}

/// So many times these bytes, packed without ever having been unpacked.
pub(crate) fn repeated(bytes: &[u8], times: usize) -> Vec<u8> {
    let block = |input: &[u8], flush| {
        let mut packer = Compress::new(Compression::best(), false);
        let mut out = Vec::with_capacity(input.len() + 1024);
        packer.compress_vec(input, &mut out, flush).unwrap();
        out
    };
    let mut out = block(bytes, FlushCompress::Full).repeat(times);
    out.extend(block(&[], FlushCompress::Finish));
    out
}

/// So many MiB of zeros, packed as well as this packing allows.
pub(crate) fn zeros(mebibytes: usize) -> Vec<u8> {
    repeated(&[0; 1024 * 1024], mebibytes)
}

/// A MiB that packs no better than text does.
pub(crate) fn rough() -> Vec<u8> {
    let mut noise = 1_u32;
    let mut rough: Vec<u8> = std::iter::repeat_with(|| {
        noise = noise.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        b'a' + noise.to_be_bytes()[0] % 20
    })
    .take(20 * 1024)
    .collect();
    rough.resize(1024 * 1024, b' ');
    rough
}
