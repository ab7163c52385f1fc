//! Text broken into lines.

use domain::Lang;
use domain::letters::{Text, shown};
use unicode_linebreak::{BreakOpportunity, linebreaks};

use crate::fonts::{Fonts, Glyph};
use crate::styles::Style;

/// A line: stretches of one weight, one after another.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Line {
    pub(crate) stretches: Vec<Stretch>,
    /// Without the spaces at its end, in points.
    pub(crate) width: f32,
}

/// Text of one weight on one line.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Stretch {
    pub(crate) strong: bool,
    pub(crate) text: String,
    /// Their bytes are of `text`.
    pub(crate) glyphs: Vec<Glyph>,
}

/// A glyph of the whole text, and its weight.
struct Placed {
    glyph: Glyph,
    strong: bool,
}

struct Whole<'a> {
    fonts: &'a Fonts,
    text: String,
    glyphs: Vec<Placed>,
    size: f32,
    lang: Lang,
}

/// Breaks a text into lines of at most `width` points. Where a word is longer than that, it is divided: by syllables if it
/// can be.
pub(crate) fn lines(fonts: &Fonts, lang: Lang, text: &Text, style: &Style, width: f32) -> Vec<Line> {
    let mut whole = Whole { fonts, text: String::new(), glyphs: Vec::new(), size: style.size, lang };
    for run in &text.0 {
        let strong = run.strong || style.strong;
        let from = whole.text.len();
        let run = shown(&run.text);
        // A line feed is drawn as a space, so that no two words meet where the text is read aloud.
        let drawn = run.replace('\n', " ");
        whole.text.push_str(&run);
        whole.glyphs.extend(fonts.cut(strong).shape(&drawn).into_iter().map(|mut glyph| {
            glyph.start += from;
            glyph.end += from;
            Placed { glyph, strong }
        }));
    }
    let mut lines = Vec::new();
    let mut start = 0;
    let mut fits = 0;
    for (at, kind) in linebreaks(&whole.text) {
        while whole.width(start, at) > width {
            if fits > start {
                lines.push(whole.line(start, fits, false));
                start = fits;
                continue;
            }
            let (cut, hyphen) = whole.cut(start, at, width);
            if cut >= at {
                break;
            }
            lines.push(whole.line(start, cut, hyphen));
            start = cut;
            fits = cut;
        }
        fits = at;
        if kind == BreakOpportunity::Mandatory && (at > start || lines.is_empty()) {
            lines.push(whole.line(start, at, false));
            start = at;
        }
    }
    lines
}

/// A text on one line, cut with three dots where it is longer than `width`.
pub(crate) fn one_line(fonts: &Fonts, lang: Lang, text: &str, style: &Style, width: f32) -> Line {
    let text = text.replace('\n', " ");
    let whole = |text: &str| lines(fonts, lang, &Text::plain(text), style, f32::MAX).into_iter().next().unwrap_or_default();
    let mut line = whole(&text);
    let mut kept: Vec<char> = text.chars().collect();
    while line.width > width && !kept.is_empty() {
        kept.truncate(kept.len() - 1 - kept.len() / 16);
        line = whole(&format!("{}…", kept.iter().collect::<String>().trim_end()));
    }
    line
}

impl Whole<'_> {
    fn slice(&self, start: usize, end: usize) -> &str {
        self.text.get(start..end).unwrap_or_default()
    }

    /// The glyphs whose bytes begin in a stretch of the text.
    fn within(&self, start: usize, end: usize) -> &[Placed] {
        let from = self.glyphs.partition_point(|placed| placed.glyph.start < start);
        let to = self.glyphs.partition_point(|placed| placed.glyph.start < end);
        self.glyphs.get(from..to).unwrap_or_default()
    }

    /// How wide a stretch of the text is, without the white space at its end.
    fn width(&self, start: usize, end: usize) -> f32 {
        let end = start + self.slice(start, end).trim_end().len();
        self.within(start, end).iter().map(|placed| placed.glyph.advance).sum::<f32>() * self.size
    }

    /// Where to divide what is too long for a line, and whether with a hyphen.
    fn cut(&self, start: usize, end: usize, width: f32) -> (usize, bool) {
        let word = self.slice(start, end).trim_end();
        let hyphen = self.fonts.cut(false).shape("-").first().map_or(0.0, |glyph| glyph.advance) * self.size;
        if !word.is_empty() && word.len() <= 120 && word.chars().all(char::is_alphabetic) {
            let lang = if self.lang == Lang::En { hypher::Lang::English } else { hypher::Lang::Norwegian };
            let mut at = start;
            let mut best = None;
            for syllable in hypher::hyphenate(word, lang) {
                at += syllable.len();
                if at < start + word.len() && self.width(start, at) + hyphen <= width {
                    best = Some(at);
                }
            }
            if let Some(best) = best {
                return (best, true);
            }
        }
        let mut sum = 0.0;
        let mut cut = end;
        for placed in self.within(start, end) {
            sum += placed.glyph.advance * self.size;
            if sum > width && placed.glyph.start > start {
                cut = placed.glyph.start;
                break;
            }
        }
        (cut, false)
    }

    fn line(&self, start: usize, end: usize, hyphen: bool) -> Line {
        let mut stretches: Vec<Stretch> = Vec::new();
        let mut before = None;
        for placed in self.within(start, end) {
            if stretches.last().is_none_or(|last| last.strong != placed.strong) {
                stretches.push(Stretch { strong: placed.strong, text: String::new(), glyphs: Vec::new() });
                before = None;
            }
            let Some(stretch) = stretches.last_mut() else { continue };
            // Neighbours of the same bytes are one cluster, whose text stands once.
            let (from, to) = match (stretch.glyphs.last(), before == Some(placed.glyph.start)) {
                (Some(last), true) => (last.start, last.end),
                _ => {
                    let from = stretch.text.len();
                    stretch.text.push_str(&self.slice(placed.glyph.start, placed.glyph.end).replace('\n', " "));
                    (from, stretch.text.len())
                }
            };
            before = Some(placed.glyph.start);
            stretch.glyphs.push(Glyph { start: from, end: to, ..placed.glyph.clone() });
        }
        let mut width = self.width(start, end);
        if hyphen && let Some(last) = stretches.last_mut() {
            // A soft hyphen in the text: whoever reads or copies it gets the word whole.
            let from = last.text.len();
            last.text.push('\u{ad}');
            let to = last.text.len();
            for glyph in self.fonts.cut(last.strong).shape("-") {
                width += glyph.advance * self.size;
                last.glyphs.push(Glyph { start: from, end: to, ..glyph });
            }
        }
        Line { stretches, width }
    }
}
