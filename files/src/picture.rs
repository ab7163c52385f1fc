//! Pictures are drawn anew: what is kept is made of pixels alone. Where and when a photo was taken, which telephone took
//! it, and whatever else was hidden in the file is gone; it stands upright without being told how to be turned.

use std::io::Cursor;

use domain::documents::{FileKind, FileRefusal, PICTURE_PIXELS};
use image::codecs::jpeg::{JpegDecoder, JpegEncoder};
use image::codecs::png::{PngDecoder, PngEncoder};
use image::{DynamicImage, ImageDecoder, Limits, RgbImage};

/// Good enough to read the small print of a photographed page, and about the size that the camera made.
const JPEG_QUALITY: u8 = 88;
/// What a picture of [`PICTURE_PIXELS`] needs with four bytes a pixel, and half as much again.
const MEMORY: u64 = PICTURE_PIXELS * 6;

/// Decodes and draws anew. The size is read before any pixel is.
pub(crate) fn draw_anew(bytes: &[u8], kind: FileKind) -> Result<Vec<u8>, FileRefusal> {
    let cursor = Cursor::new(bytes);
    let broken = |_| FileRefusal::Broken;
    match kind {
        FileKind::Png => png(&decode(PngDecoder::with_limits(cursor, limits()).map_err(broken)?)?),
        FileKind::Heic => jpeg(&heic(bytes)?),
        _ => jpeg(&decode(JpegDecoder::new(cursor).map_err(broken)?)?),
    }
}

fn limits() -> Limits {
    let mut limits = Limits::no_limits();
    limits.max_alloc = Some(MEMORY);
    limits
}

fn decode(mut decoder: impl ImageDecoder) -> Result<DynamicImage, FileRefusal> {
    let (width, height) = decoder.dimensions();
    measure(width, height)?;
    // Sixteen bits a channel would be twice the memory, and are refused with the same words.
    if decoder.total_bytes() > MEMORY {
        return Err(FileRefusal::TooManyPixels);
    }
    decoder.set_limits(limits()).map_err(|_| FileRefusal::TooManyPixels)?;
    let upright = decoder.orientation().ok();
    let mut picture = DynamicImage::from_decoder(decoder).map_err(|_| FileRefusal::Broken)?;
    if let Some(orientation) = upright {
        picture.apply_orientation(orientation);
    }
    Ok(picture)
}

fn measure(width: u32, height: u32) -> Result<(), FileRefusal> {
    match u64::from(width) * u64::from(height) {
        0 => Err(FileRefusal::Broken),
        1..=PICTURE_PIXELS => Ok(()),
        _ => Err(FileRefusal::TooManyPixels),
    }
}

/// What an iPhone takes when it is not asked for anything else. The reader is young (heic-rs), but in safe Rust alone, and
/// works where a fault of it costs one upload (`klar` checks files in a process of its own).
fn heic(bytes: &[u8]) -> Result<DynamicImage, FileRefusal> {
    let about = heic_rs::probe(bytes).map_err(|_| FileRefusal::Broken)?;
    measure(about.width, about.height)?;
    measure(about.coded_width, about.coded_height)?;
    let options = heic_rs::DecodeOptions::default()
        .with_layout(heic_rs::PixelLayout::Rgb8)
        .with_max_pixels(Some(PICTURE_PIXELS))
        .with_alpha(false)
        .with_threads(Some(1));
    let picture = heic_rs::decode(bytes, &options).map_err(|_| FileRefusal::Broken)?;
    RgbImage::from_raw(picture.width, picture.height, picture.data).map(DynamicImage::ImageRgb8).ok_or(FileRefusal::Broken)
}

pub(crate) fn jpeg(picture: &DynamicImage) -> Result<Vec<u8>, FileRefusal> {
    let mut out = Vec::new();
    let encoder = JpegEncoder::new_with_quality(&mut out, JPEG_QUALITY);
    let drawn = match picture {
        DynamicImage::ImageLuma8(_) | DynamicImage::ImageRgb8(_) => picture.write_with_encoder(encoder),
        other => other.to_rgb8().write_with_encoder(encoder),
    };
    drawn.map_err(|_| FileRefusal::Broken)?;
    Ok(out)
}

pub(crate) fn png(picture: &DynamicImage) -> Result<Vec<u8>, FileRefusal> {
    let mut out = Vec::new();
    picture.write_with_encoder(PngEncoder::new(&mut out)).map_err(|_| FileRefusal::Broken)?;
    Ok(out)
}
