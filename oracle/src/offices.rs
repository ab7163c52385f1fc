//! Who is named as the holder of an office (17).

use crate::Union;

/// Offices that only get what is handed to them.
const HANDED: [&str; 2] = ["RAADGIVER_KS", "ADVOKAT"];

impl Union {
    /// Whether somebody may read, on the organisation's pages, that a member holds an office or will.
    pub fn names_holder(&self, viewer: &str, member: &str) -> bool {
        let shown = self.members.iter().any(|line| line.id == member && !line.protected);
        let seen = |unit: &str| {
            let above = self.above_unit(unit);
            self.mandates_of(viewer).iter().any(|held| !HANDED.contains(&held.office.as_str()) && above.contains(held.unit.as_str()))
        };
        let not_over = |to: Option<&String>| to.is_none_or(|to| *to >= self.today);
        shown && self.mandates.iter().any(|held| held.member == member && not_over(held.to.as_ref()) && seen(&held.unit))
    }
}
