//! What an import says about the lines it cannot use.

use std::fmt::Write;

use domain::registry::Rejected;

/// Nobody reads more than this.
const SHOWN: usize = 1_000;

/// The rejected lines. A reason never repeats a personal value.
pub(super) fn rejected(all: &[Rejected]) -> String {
    let mut text = String::new();
    for rejected in all.iter().take(SHOWN) {
        // The code is for programs and for English eyes; the sentence is what docs/registry-format.md's readers know.
        let code = serde_json::to_value(&rejected.reason)
            .ok()
            .and_then(|value| value.get("code")?.as_str().map(str::to_owned))
            .unwrap_or_default();
        // Writing to a String cannot fail.
        let _ = writeln!(text, "line {}: {code}: {}", rejected.line, rejected.reason);
    }
    if let more @ 1.. = all.len().saturating_sub(SHOWN) {
        let _ = writeln!(text, "and {more} more");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::registry::Reason;

    #[test]
    fn the_first_thousand_and_how_many_more() {
        let all: Vec<_> = (1..=1_002).map(|line| Rejected { line, reason: Reason::NotJson }).collect();
        let text = rejected(&all);
        assert_eq!(text.lines().next(), Some("line 1: not_json: linjen er ikke ett gyldig JSON-objekt"));
        assert_eq!(text.lines().count(), 1_001);
        assert_eq!(text.lines().last(), Some("and 2 more"));
    }
}
