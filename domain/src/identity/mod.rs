//! National ids and organisation numbers: what is one, what may be entered, what may be shown.

mod national_id;
mod org_number;

pub use national_id::{Accept, NationalId, NationalIdError, NationalIdKind};
pub use org_number::{InvalidOrgNumber, OrgNumber};

/// The digits of `text` without what people put between them, if there are exactly `N`.
///
/// Spaces (ordinary, no-break, narrow no-break), hyphens and dashes may stand anywhere; nothing else may.
fn digits<const N: usize>(text: &str) -> Option<[u8; N]> {
    let mut out = [b'0'; N];
    let mut slots = out.iter_mut();
    for c in text.chars() {
        match c {
            '0'..='9' => *slots.next()? = u8::try_from(c).ok()?,
            ' ' | '\u{a0}' | '\u{202f}' | '-' | '\u{2010}' | '\u{2011}' | '\u{2013}' => {}
            _ => return None,
        }
    }
    slots.next().is_none().then_some(out)
}

/// Σ weight × digit, over as many digits as there are weights.
fn weighted_sum(digits: &[u8], weights: &[u32]) -> u32 {
    digits.iter().zip(weights).map(|(digit, weight)| u32::from(digit - b'0') * weight).sum()
}

/// The text of an array that holds ASCII digits only.
fn as_text(digits: &[u8]) -> &str {
    std::str::from_utf8(digits).unwrap_or_default()
}
