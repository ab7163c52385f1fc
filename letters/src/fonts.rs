//! The fonts, and text as their glyphs.

use std::sync::{Arc, LazyLock};

use krilla::text::Font;
use rustybuzz::{Direction, Face, UnicodeBuffer};

use crate::RenderError;

/// Source Sans 3, SIL Open Font License 1.1 (fonts/OFL.txt): Latin, Greek and Cyrillic.
static REGULAR: &[u8] = include_bytes!("../fonts/SourceSans3-Regular.ttf");
static STRONG: &[u8] = include_bytes!("../fonts/SourceSans3-SemiBold.ttf");

static FONTS: LazyLock<Option<Fonts>> = LazyLock::new(|| Some(Fonts { regular: Cut::new(REGULAR)?, strong: Cut::new(STRONG)? }));

/// The two weights a letter is set in.
pub(crate) struct Fonts {
    regular: Cut,
    strong: Cut,
}

/// One weight.
pub(crate) struct Cut {
    face: Face<'static>,
    data: &'static [u8],
    /// Shown for a character that the font has not: a box with a question mark, or a question mark.
    unknown: u32,
}

/// A glyph, measured in ems.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Glyph {
    pub(crate) id: u32,
    /// The bytes of the text that it, with its neighbours of the same bytes, stands for.
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) advance: f32,
    pub(crate) x: f32,
    pub(crate) y: f32,
}

impl Fonts {
    /// The fonts, read once.
    pub(crate) fn get() -> Result<&'static Self, RenderError> {
        FONTS.as_ref().ok_or(RenderError::Fonts)
    }

    pub(crate) fn cut(&self, strong: bool) -> &Cut {
        if strong { &self.strong } else { &self.regular }
    }
}

impl Cut {
    fn new(data: &'static [u8]) -> Option<Self> {
        let face = Face::from_slice(data, 0)?;
        let unknown = ['\u{fffd}', '\u{25a1}', '?'].into_iter().find_map(|c| face.glyph_index(c))?;
        Some(Self { face, data, unknown: u32::from(unknown.0) })
    }

    /// For the writer of the PDF, which keeps the glyphs that are used.
    pub(crate) fn for_pdf(&self) -> Result<Font, RenderError> {
        let data: Arc<dyn AsRef<[u8]> + Send + Sync> = Arc::new(self.data);
        Font::new(data.into(), 0).ok_or(RenderError::Fonts)
    }

    /// The glyphs of a text, from left to right. Whatever the text is, each of its characters is in the bytes of one.
    pub(crate) fn shape(&self, text: &str) -> Vec<Glyph> {
        let mut buffer = UnicodeBuffer::new();
        for (at, c) in text.char_indices() {
            buffer.add(c, u32::try_from(at).unwrap_or(u32::MAX));
        }
        buffer.guess_segment_properties();
        buffer.set_direction(Direction::LeftToRight);
        let shaped = rustybuzz::shape(&self.face, &[], buffer);
        let em = f32::from(u16::try_from(self.face.units_per_em()).unwrap_or(1000));
        let unknown_advance = self.advance(self.unknown);
        let mut glyphs: Vec<Glyph> = shaped
            .glyph_infos()
            .iter()
            .zip(shaped.glyph_positions())
            .map(|(info, place)| {
                let known = info.glyph_id != 0;
                Glyph {
                    id: if known { info.glyph_id } else { self.unknown },
                    start: info.cluster as usize,
                    end: text.len(),
                    advance: if known { place.x_advance as f32 } else { unknown_advance } / em,
                    x: place.x_offset as f32 / em,
                    y: place.y_offset as f32 / em,
                }
            })
            .collect();
        let mut end = text.len();
        let mut start = text.len();
        for glyph in glyphs.iter_mut().rev() {
            if glyph.start < start {
                end = start;
                start = glyph.start;
            }
            glyph.end = end;
        }
        glyphs
    }

    fn advance(&self, glyph: u32) -> f32 {
        let glyph = rustybuzz::ttf_parser::GlyphId(u16::try_from(glyph).unwrap_or_default());
        f32::from(self.face.glyph_hor_advance(glyph).unwrap_or_default())
    }
}
