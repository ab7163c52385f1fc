//! What an import says about the lines it cannot use, and about those somebody should look at.

use std::fmt::Write;

use domain::imports::{Remark, Remarks};
use domain::registry::Rejected;
use store::registry::Source;

/// The rejected lines. A reason never repeats a personal value.
pub(super) fn rejected(all: &[Rejected], source: &Source) -> String {
    listed(&Remarks::of(all.iter().map(|rejected| source.remark(rejected))))
}

/// What to look at.
pub(super) fn warnings(all: &Remarks) -> String {
    if all.total == 0 { String::new() } else { format!("{} warnings:\n{}", all.total, listed(all)) }
}

fn listed(all: &Remarks) -> String {
    let mut text = String::new();
    for Remark { file, line, reason } in &all.first {
        // The code is for programs and for English eyes; the sentence is what docs/registry-format.md's readers know.
        let code = serde_json::to_value(reason).ok().and_then(|value| value.get("code")?.as_str().map(str::to_owned)).unwrap_or_default();
        let file = if file.is_empty() { String::new() } else { format!("{file}, ") };
        // Writing to a String cannot fail.
        let _ = writeln!(text, "{file}line {line}: {code}: {reason}");
    }
    if let more @ 1.. = all.total.saturating_sub(all.first.len() as u64) {
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
        let text = rejected(&all, &Source::default());
        assert_eq!(text.lines().next(), Some("line 1: not_json: linjen er ikke ett gyldig JSON-objekt"));
        assert_eq!(text.lines().count(), 1_001);
        assert_eq!(text.lines().last(), Some("and 2 more"));
    }

    #[test]
    fn of_several_files_the_one_is_named() {
        let source = Source { files: vec![("units.csv".into(), 0), ("members.csv".into(), 12)], ..Source::default() };
        let at = |line| rejected(&[Rejected { line, reason: Reason::EmptyFile }], &source);
        assert_eq!(at(0), "units.csv, line 0: empty_file: filen er tom\n");
        assert_eq!(at(12), "members.csv, line 0: empty_file: filen er tom\n");
        assert_eq!(at(15), "members.csv, line 3: empty_file: filen er tom\n");
    }
}
