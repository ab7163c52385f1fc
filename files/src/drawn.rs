//! Pages of a PDF, drawn as pictures: they stand in a page of ours, on every telephone, and nothing of the file itself
//! reaches a browser that way.
//!
//! The question to a process that draws is the number of the page (four bytes, big-endian), counted from 1, and the file to
//! its end; the answer is the picture.

use std::io::{self, Read, Write};

use domain::documents::{FILE_BYTES, FileKind};
use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::Pdf;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{PixmapSettings, RenderCache, RenderSettings, render};
use image::{DynamicImage, RgbaImage};

use crate::picture;

/// How wide a page is drawn, in pixels: small print can be read, also when it is drawn larger on a telephone.
const WIDTH: f32 = 1240.0;
/// The most pixels of a page, whatever shape it has; one of A4 has two million.
const PIXELS: f32 = 4_000_000.0;
/// A longer picture is of a page with photographs on it, for which JPEG is right.
const PNG_BYTES: usize = 400 * 1024;

/// Draws a page, counted from 1; nothing where there is none, or where it cannot be drawn.
pub fn page(bytes: Vec<u8>, number: u32) -> Option<Vec<u8>> {
    let pdf = Pdf::new(bytes).ok()?;
    let page = pdf.pages().get(usize::try_from(number.checked_sub(1)?).ok()?)?;
    let (width, height) = page.render_dimensions();
    let scale = (WIDTH / width).min((PIXELS / (width * height)).sqrt());
    if !(scale.is_finite() && scale > 0.0) {
        return None;
    }
    let size = PixmapSettings { x_scale: scale, y_scale: scale, bg_color: WHITE };
    let drawn = render(page, &RenderCache::new(), &InterpreterSettings::default(), &RenderSettings::default(), &size);
    let (width, height) = (u32::from(drawn.width()), u32::from(drawn.height()));
    // On white nothing shines through, so the colours are as they are.
    let drawn = DynamicImage::from(RgbaImage::from_raw(width, height, drawn.data_as_u8_slice().to_vec())?).into_rgb8().into();
    let png = picture::png(&drawn).ok()?;
    if png.len() <= PNG_BYTES { Some(png) } else { picture::jpeg(&drawn).ok() }
}

/// What kind of picture [`page`] made.
pub fn kind(picture: &[u8]) -> Option<FileKind> {
    match picture {
        [0x89, b'P', b'N', b'G', ..] => Some(FileKind::Png),
        [0xff, 0xd8, 0xff, ..] => Some(FileKind::Jpg),
        _ => None,
    }
}

/// Reads one question, draws, answers; an answer without a byte says that there is nothing to see.
pub fn serve(mut question: impl Read, mut answer: impl Write) -> io::Result<()> {
    let mut number = [0; 4];
    question.read_exact(&mut number)?;
    let mut bytes = Vec::new();
    question.take(u64::try_from(FILE_BYTES).unwrap_or(u64::MAX)).read_to_end(&mut bytes)?;
    answer.write_all(&page(bytes, u32::from_be_bytes(number)).unwrap_or_default())?;
    answer.flush()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A PDF of so many pages of A4, each with a black square a centimetre from its upper left corner.
    fn pdf(pages: usize) -> Vec<u8> {
        use lopdf::{Document, Object, Stream, dictionary};
        let mut document = Document::with_version("1.7");
        let tree = document.new_object_id();
        let kids: Vec<Object> = (0..pages)
            .map(|_| {
                let square = document.add_object(Stream::new(dictionary! {}, b"0 0 0 rg 28 756 58 58 re f".to_vec()));
                let page = dictionary! { "Type" => "Page", "Parent" => tree, "Contents" => square,
                "MediaBox" => vec![0.into(), 0.into(), 595.into(), 842.into()], "Resources" => dictionary! {} };
                document.add_object(page).into()
            })
            .collect();
        let count = i64::try_from(pages).unwrap();
        document.objects.insert(tree, dictionary! { "Type" => "Pages", "Kids" => kids, "Count" => count }.into());
        let catalog = document.add_object(dictionary! { "Type" => "Catalog", "Pages" => tree });
        document.trailer.set("Root", catalog);
        let mut bytes = Vec::new();
        document.save_to(&mut bytes).unwrap();
        bytes
    }

    #[test]
    fn a_page_is_drawn_as_it_looks() {
        let bytes = pdf(2);
        assert_eq!(crate::check("a.pdf", bytes.clone()).unwrap().pages, Some(2));
        let drawn = page(bytes.clone(), 2).unwrap();
        assert_eq!(kind(&drawn), Some(FileKind::Png));
        let picture = image::load_from_memory(&drawn).unwrap().into_rgb8();
        assert_eq!(picture.width(), 1240);
        assert!((1750..1760).contains(&picture.height()), "{}", picture.height());
        assert_eq!(picture.get_pixel(120, 120).0, [0, 0, 0], "the square");
        assert_eq!(picture.get_pixel(600, 900).0, [255, 255, 255], "the paper");
        for number in [0, 3, u32::MAX] {
            assert_eq!(page(bytes.clone(), number), None, "page {number}");
        }
    }

    #[test]
    fn what_is_no_pdf_has_no_pages() {
        for bytes in [&b""[..], b"%PDF-1.7\n%%EOF", b"\x89PNG", &pdf(1)[..200]] {
            assert_eq!(page(bytes.to_vec(), 1), None);
        }
        assert_eq!(crate::check("a.pdf", b"%PDF-1.7\n%%EOF".to_vec()).unwrap().pages, None);
    }

    #[test]
    fn a_question_is_answered_with_the_picture_or_with_nothing() {
        let bytes = pdf(1);
        for (number, there) in [(1_u32, true), (2, false)] {
            let mut answer = Vec::new();
            serve([&number.to_be_bytes()[..], &bytes].concat().as_slice(), &mut answer).unwrap();
            assert_eq!(kind(&answer).is_some(), there);
            assert_eq!(answer.is_empty(), !there);
        }
    }
}
