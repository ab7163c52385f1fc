//! How a camera was held: JPEG files say it in their EXIF data, and every viewer turns the picture by it.

use krilla::geom::Transform;

/// The way a picture is to be turned, as EXIF counts it: 1 is as it is, 5 to 8 lie on their side.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Turn(u16);

impl Turn {
    pub(crate) const NONE: Self = Self(1);

    /// What a JPEG file says of itself; none if it says nothing that can be read.
    pub(crate) fn of_jpeg(file: &[u8]) -> Self {
        orientation(file).filter(|turn| (1..=8).contains(turn)).map_or(Self::NONE, Self)
    }

    /// Whether its width becomes its height.
    pub(crate) fn sideways(self) -> bool {
        self.0 >= 5
    }

    /// How to draw a picture so that it fills a rectangle of this size upright.
    pub(crate) fn transform(self, width: f32, height: f32) -> Transform {
        let row = |a, b, c, d, e, f| Transform::from_row(a, b, c, d, e, f);
        match self.0 {
            2 => row(-1.0, 0.0, 0.0, 1.0, width, 0.0),
            3 => row(-1.0, 0.0, 0.0, -1.0, width, height),
            4 => row(1.0, 0.0, 0.0, -1.0, 0.0, height),
            5 => row(0.0, 1.0, 1.0, 0.0, 0.0, 0.0),
            6 => row(0.0, 1.0, -1.0, 0.0, width, 0.0),
            7 => row(0.0, -1.0, -1.0, 0.0, width, height),
            8 => row(0.0, -1.0, 1.0, 0.0, 0.0, height),
            _ => Transform::identity(),
        }
    }
}

/// Walks the segments of a JPEG to the EXIF one, and in that to tag 0x0112 of its first directory.
fn orientation(file: &[u8]) -> Option<u16> {
    let mut rest = file.strip_prefix(&[0xff, 0xd8])?;
    loop {
        let [0xff, marker, high, low, ..] = rest else { return None };
        if *marker == 0xda {
            return None;
        }
        let length = usize::from(u16::from_be_bytes([*high, *low]));
        let segment = rest.get(4..2 + length)?;
        if *marker == 0xe1
            && let Some(tiff) = segment.strip_prefix(b"Exif\0\0")
        {
            return directory(tiff);
        }
        rest = rest.get(2 + length..)?;
    }
}

fn directory(tiff: &[u8]) -> Option<u16> {
    let little = match tiff.get(..4)? {
        b"II*\0" => true,
        b"MM\0*" => false,
        _ => return None,
    };
    let short = |at: usize| {
        let bytes: [u8; 2] = tiff.get(at..at.checked_add(2)?)?.try_into().ok()?;
        Some(if little { u16::from_le_bytes(bytes) } else { u16::from_be_bytes(bytes) })
    };
    let long = |at: usize| {
        let bytes: [u8; 4] = tiff.get(at..at.checked_add(4)?)?.try_into().ok()?;
        Some(if little { u32::from_le_bytes(bytes) } else { u32::from_be_bytes(bytes) })
    };
    let first = usize::try_from(long(4)?).ok()?;
    let entries = usize::from(short(first)?);
    (0..entries).find_map(|entry| {
        let at = first.checked_add(2 + entry * 12)?;
        (short(at)? == 0x0112).then(|| short(at + 8))?
    })
}
