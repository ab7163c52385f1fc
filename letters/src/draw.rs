//! Pages as a PDF.

use domain::letters::shown;
use domain::{Lang, Timestamp};
use krilla::annotation::{Annotation, LinkAnnotation, Target};
use krilla::color::rgb;
use krilla::configure::{Accessibility, Configuration, ConfigurationBuilder, PdfVersion};
use krilla::destination::{Destination, XyzDestination};
use krilla::geom::{PathBuilder, Point, Rect, Size, Transform};
use krilla::metadata::{DateTime, Metadata};
use krilla::num::NormalizedF32;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::Fill;
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag, Identifier, SpanTag};
use krilla::text::{Font, GlyphId, KrillaGlyph};
use krilla::{Document, SerializeSettings};

use crate::flow::{Flow, Link, Mark, Outlined};
use crate::lines::Line;
use crate::styles::{Colour, HEIGHT, WIDTH};
use crate::tree::Leaf;
use crate::{RenderError, words};

struct Drawing {
    regular: Font,
    strong: Font,
}

/// The PDF. It claims PDF/UA-1, and is held to it, unless it carries pages of other PDFs: what is in those is not known.
pub(crate) fn pdf(flow: Flow, title: &str, made: Timestamp) -> Result<Vec<u8>, RenderError> {
    let drawing = Drawing { regular: flow.fonts.cut(false).for_pdf()?, strong: flow.fonts.cut(true).for_pdf()? };
    let foreign = flow.sheets.iter().flat_map(|sheet| &sheet.drawn).any(|drawn| matches!(drawn.mark, Mark::Page { .. }));
    let configuration = configuration(foreign)?;
    let mut document = Document::new_with(SerializeSettings { configuration, ..SerializeSettings::default() });
    let settings = PageSettings::from_wh(WIDTH, HEIGHT).ok_or_else(|| RenderError::Pdf("the page has no size".to_owned()))?;
    let mut leaves: Vec<Vec<Option<Identifier>>> = Vec::new();
    let mut areas: Vec<Vec<Option<Identifier>>> = Vec::new();
    for sheet in &flow.sheets {
        let mut page = document.start_page_with(settings.clone());
        let mut surface = page.surface();
        leaves.push(sheet.drawn.iter().map(|drawn| drawing.drawn(&mut surface, &drawn.mark, drawn.told)).collect());
        surface.finish();
        areas.push(sheet.links.iter().map(|link| area(link).map(|area| page.add_tagged_annotation(area))).collect());
        page.finish();
    }
    let find = |all: &[Vec<Option<Identifier>>], at: Leaf| all.get(at.sheet)?.get(at.mark).copied().flatten();
    let language = words::tag(flow.lang);
    document.set_tag_tree(flow.tree.tagged(&|at| find(&leaves, at), &|at| find(&areas, at), language));
    document.set_outline(outline(&flow.outline, title));
    document.set_metadata(metadata(flow.lang, title, made));
    // What goes wrong is told without the words of the letter: errors of krilla can hold them.
    document.finish().map_err(|error| RenderError::Pdf(kind(&error)))
}

fn configuration(foreign: bool) -> Result<Configuration, RenderError> {
    let builder = ConfigurationBuilder::new();
    let builder = match foreign {
        true => builder.with_version(PdfVersion::Pdf20),
        false => builder.with_version(PdfVersion::Pdf17).with_accessibility_validator(Accessibility::UA1),
    };
    builder.finish().map_err(|_| RenderError::Pdf("the version and the standard do not fit".to_owned()))
}

fn kind(error: &krilla::error::KrillaError) -> String {
    use krilla::error::KrillaError as E;
    match error {
        E::Validation(errors) => {
            let name = |error: &krilla::configure::ValidationError| {
                let debug = format!("{error:?}");
                debug.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default().to_owned()
            };
            errors.iter().map(|(error, _)| name(error)).collect::<Vec<_>>().join(", ")
        }
        E::Font(..) => "a font".to_owned(),
        E::Limit(_) => "a limit of the format".to_owned(),
        E::Image(..) | E::SixteenBitImage(..) => "a picture".to_owned(),
        E::Pdf(..) => "a PDF that is included".to_owned(),
        _ => "a name or a tag".to_owned(),
    }
}

fn metadata(lang: Lang, title: &str, made: Timestamp) -> Metadata {
    // The standard asks for a title that is more than white space.
    let title = Some(shown(title)).filter(|title| !title.trim().is_empty()).unwrap_or_else(|| words::untitled(lang).to_owned());
    let metadata = Metadata::new().title(title).language(words::tag(lang).to_owned()).creator("KLAR".to_owned());
    let Ok(at) = jiff::Timestamp::from_millisecond(made.0) else { return metadata };
    let at = jiff::tz::Offset::UTC.to_datetime(at);
    let part = |number: i8| u8::try_from(number).unwrap_or_default();
    let date = DateTime::new(u16::try_from(at.year()).unwrap_or_default())
        .month(part(at.month()))
        .day(part(at.day()))
        .hour(part(at.hour()))
        .minute(part(at.minute()))
        .second(part(at.second()))
        .utc_offset_hour(0)
        .utc_offset_minute(0);
    metadata.creation_date(date)
}

/// What a heading is called in the list of headings. It stands as it is near the beginning of the file, and whoever looks
/// there to say what a file is must not take it for a page of the web.
fn bookmark(words: &str) -> String {
    shown(words).replace('<', "‹")
}

/// The headings, those of a deeper level under the one before them.
fn outline(headings: &[Outlined], title: &str) -> Outline {
    let mut outline = Outline::new();
    let node = |heading: &Outlined| {
        let to = XyzDestination::new(heading.sheet, Point::from_xy(0.0, (heading.y - 12.0).max(0.0)));
        OutlineNode::new(bookmark(&heading.words), to)
    };
    let top = headings.iter().map(|heading| heading.level).min().unwrap_or(1);
    let mut open: Option<OutlineNode> = None;
    for heading in headings {
        match (&mut open, heading.level > top) {
            (Some(above), true) => above.push_child(node(heading)),
            _ => {
                if let Some(done) = open.replace(node(heading)) {
                    outline.push_child(done);
                }
            }
        }
    }
    outline.push_child(open.unwrap_or_else(|| OutlineNode::new(bookmark(title), XyzDestination::new(0, Point::from_xy(0.0, 0.0)))));
    outline
}

fn area(link: &Link) -> Option<Annotation> {
    let rect = Rect::from_xywh(link.x, link.y, link.width, link.height)?;
    let to = Destination::Xyz(XyzDestination::new(link.to, Point::from_xy(0.0, 0.0)));
    Some(Annotation::new_link(LinkAnnotation::new(rect, Target::Destination(to)), Some(link.words.clone())))
}

fn fill((red, green, blue): Colour) -> Fill {
    Fill { paint: rgb::Color::new(red, green, blue).into(), opacity: NormalizedF32::ONE, ..Fill::default() }
}

impl Drawing {
    /// Draws, and says what the structure is to call it.
    fn drawn(&self, surface: &mut Surface<'_>, mark: &Mark, told: bool) -> Option<Identifier> {
        let tag = match mark {
            _ if !told && matches!(mark, Mark::Text { .. }) => ContentTag::Artifact(Artifact::with_kind(ArtifactType::Footer)),
            _ if !told => ContentTag::Artifact(Artifact::with_kind(ArtifactType::Layout)),
            Mark::Text { .. } => ContentTag::Span(SpanTag::empty()),
            _ => ContentTag::Other,
        };
        let identifier = surface.start_tagged(tag);
        self.draw(surface, mark);
        surface.end_tagged();
        told.then_some(identifier)
    }

    fn draw(&self, surface: &mut Surface<'_>, mark: &Mark) {
        match mark {
            Mark::Text { line, x, y, size, colour } => {
                surface.set_fill(Some(fill(*colour)));
                self.line(surface, line, *x, *y, *size);
            }
            Mark::Rule { x, y, width, thick, colour } => {
                let mut path = PathBuilder::new();
                if let Some(rect) = Rect::from_xywh(*x, *y, *width, *thick) {
                    path.push_rect(rect);
                }
                if let Some(path) = path.finish() {
                    surface.set_fill(Some(fill(*colour)));
                    surface.draw_path(&path);
                }
            }
            Mark::Picture { image, turn, x, y, width, height } => {
                let drawn = if turn.sideways() { (*height, *width) } else { (*width, *height) };
                if let Some(size) = Size::from_wh(drawn.0, drawn.1) {
                    surface.push_transform(&Transform::from_translate(*x, *y));
                    surface.push_transform(&turn.transform(*width, *height));
                    surface.draw_image((**image).clone(), size);
                    surface.pop();
                    surface.pop();
                }
            }
            Mark::Page { pdf, page, x, y, width, height } => {
                if let Some(size) = Size::from_wh(*width, *height) {
                    surface.push_transform(&Transform::from_translate(*x, *y));
                    surface.draw_pdf_page(pdf, size, *page);
                    surface.pop();
                }
            }
        }
    }

    fn line(&self, surface: &mut Surface<'_>, line: &Line, x: f32, y: f32, size: f32) {
        let mut x = x;
        for stretch in &line.stretches {
            let font = if stretch.strong { &self.strong } else { &self.regular };
            let glyphs: Vec<KrillaGlyph> = stretch
                .glyphs
                .iter()
                .map(|glyph| KrillaGlyph::new(GlyphId::new(glyph.id), glyph.advance, glyph.x, glyph.y, 0.0, glyph.start..glyph.end, None))
                .collect();
            surface.draw_glyphs(Point::from_xy(x, y), &glyphs, font.clone(), &stretch.text, size, false);
            x += glyphs.iter().map(|glyph| glyph.x_advance * size).sum::<f32>();
        }
    }
}
