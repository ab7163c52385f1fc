//! Attachments, looked at before they are put into a document.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use krilla::Document;
use krilla::SerializeSettings;
use krilla::configure::{ConfigurationBuilder, PdfVersion};
use krilla::geom::Size;
use krilla::image::Image;
use krilla::pdf::{Pdf, PdfDocument};

use crate::orientation::Turn;

/// The most pages of one attachment.
const PAGES_MAX: usize = 500;
/// The most points of a picture: what a telephone takes, and some more.
const POINTS_MAX: u64 = 80_000_000;

/// A PDF whose pages can be shown, and their sizes.
pub(crate) struct Pages {
    pub(crate) pdf: PdfDocument,
    pub(crate) sizes: Vec<(f32, f32)>,
}

/// A PDF from outside. It is tried by itself first: what is broken, locked or too long is not taken, and neither is what
/// makes the reader stumble.
pub(crate) fn pages(file: &[u8]) -> Option<Pages> {
    let data = Arc::new(file.to_vec());
    catch_unwind(AssertUnwindSafe(|| {
        let pdf = Arc::new(Pdf::new(data).ok()?);
        let sizes: Vec<(f32, f32)> = pdf.pages().iter().map(|page| page.render_dimensions()).collect();
        let fine = |(width, height): &(f32, f32)| (1.0..20_000.0).contains(width) && (1.0..20_000.0).contains(height);
        if sizes.is_empty() || sizes.len() > PAGES_MAX || !sizes.iter().all(fine) {
            return None;
        }
        let pages = Pages { pdf: PdfDocument::new(pdf), sizes };
        tried(&pages).then_some(pages)
    }))
    .ok()
    .flatten()
}

fn tried(pages: &Pages) -> bool {
    let Ok(configuration) = ConfigurationBuilder::new().with_version(PdfVersion::Pdf20).finish() else { return false };
    let mut document = Document::new_with(SerializeSettings { configuration, ..SerializeSettings::default() });
    let mut page = document.start_page();
    let mut surface = page.surface();
    for (at, (width, height)) in pages.sizes.iter().enumerate() {
        if let Some(size) = Size::from_wh(*width, *height) {
            surface.draw_pdf_page(&pages.pdf, size, at);
        }
    }
    surface.finish();
    page.finish();
    document.finish().is_ok()
}

/// A picture and how it is turned. Its first bytes say what kind it is, not its name.
pub(crate) fn picture(file: &[u8]) -> Option<(Image, Turn)> {
    let turn = Turn::of_jpeg(file);
    catch_unwind(AssertUnwindSafe(|| {
        let data = || file.to_vec().into();
        let image = match file {
            [0xff, 0xd8, 0xff, ..] => Image::from_jpeg(data(), false),
            [0x89, b'P', b'N', b'G', ..] => Image::from_png(data(), false),
            [b'G', b'I', b'F', b'8', ..] => Image::from_gif(data(), false),
            [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Image::from_webp(data(), false),
            _ => return None,
        };
        let image = image.ok()?;
        let (width, height) = image.size();
        let points = u64::from(width) * u64::from(height);
        if points == 0 || points > POINTS_MAX {
            return None;
        }
        let mut document = Document::new();
        let mut page = document.start_page();
        let mut surface = page.surface();
        surface.draw_image(image.clone(), Size::from_wh(1.0, 1.0)?);
        surface.finish();
        page.finish();
        document.finish().is_ok().then_some((image, turn))
    }))
    .ok()
    .flatten()
}
