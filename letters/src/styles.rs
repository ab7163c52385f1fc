//! How each kind of text looks, in points.

/// A4, and what is left free around the text.
pub(crate) const WIDTH: f32 = 595.28;
pub(crate) const HEIGHT: f32 = 841.89;
pub(crate) const LEFT: f32 = 71.0;
pub(crate) const RIGHT: f32 = WIDTH - 71.0;
pub(crate) const TOP: f32 = 64.0;
pub(crate) const BOTTOM: f32 = HEIGHT - 66.0;
pub(crate) const FOOTER: f32 = HEIGHT - 44.0;
pub(crate) const COLUMN: f32 = RIGHT - LEFT;

pub(crate) type Colour = (u8, u8, u8);

pub(crate) const INK: Colour = (0x1c, 0x1c, 0x1a);
/// At least 7 to 1 on white.
pub(crate) const GREY: Colour = (0x4f, 0x55, 0x56);
pub(crate) const ACCENT: Colour = (0x0b, 0x4f, 0x55);
pub(crate) const HAIR: Colour = (0xb9, 0xbf, 0xbf);

/// How a text looks.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Style {
    pub(crate) size: f32,
    /// From line to line.
    pub(crate) leading: f32,
    pub(crate) colour: Colour,
    /// Whether all of it is strong.
    pub(crate) strong: bool,
    /// Free below it.
    pub(crate) after: f32,
}

const fn style(size: f32, leading: f32, colour: Colour, strong: bool, after: f32) -> Style {
    Style { size, leading, colour, strong, after }
}

pub(crate) const SENDER: Style = style(13.0, 18.0, ACCENT, true, 1.0);
pub(crate) const SENDER_MORE: Style = style(10.0, 14.0, GREY, false, 0.0);
pub(crate) const ADDRESS: Style = style(11.0, 15.5, INK, false, 0.0);
pub(crate) const LABEL: Style = style(10.0, 15.5, GREY, false, 0.0);
pub(crate) const FACT: Style = style(10.0, 15.5, INK, false, 0.0);
pub(crate) const SUBJECT: Style = style(18.0, 23.0, INK, true, 12.0);
pub(crate) const HEADING: Style = style(12.5, 17.0, ACCENT, true, 4.0);
pub(crate) const BODY: Style = style(11.0, 16.0, INK, false, 8.0);
pub(crate) const ITEM: Style = style(11.0, 16.0, INK, false, 3.0);
pub(crate) const NOTE: Style = style(9.5, 13.5, GREY, false, 9.0);
pub(crate) const COLUMN_HEAD: Style = style(9.5, 13.0, ACCENT, true, 0.0);
pub(crate) const CELL: Style = style(10.0, 14.0, INK, false, 3.0);
pub(crate) const SIGNER: Style = style(11.0, 15.0, INK, true, 0.0);
pub(crate) const SMALL: Style = style(9.0, 12.5, GREY, false, 0.0);
pub(crate) const FOOT: Style = style(8.5, 11.0, GREY, false, 0.0);
