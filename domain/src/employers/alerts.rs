//! What in the business register calls for attention: one rule, for the bulk files and for the change feed alike.

use crate::Date;
use crate::code::code_enum;
use crate::identity::OrgNumber;

code_enum! {
    /// What has happened to an employer or a workplace.
    pub enum AlertKind {
        /// A bankruptcy was opened.
        Bankruptcy = "bankruptcy",
        /// It is being wound up, or dissolved by a court.
        WindingUp = "winding_up",
        /// It is closed, or was deleted from the register.
        Closure = "closure",
        /// The register dates a new owner.
        NewOwner = "new_owner",
        /// It lies under another unit than before.
        NewParent = "new_parent",
        /// Many more people than before.
        MoreHeads = "more_heads",
        /// Many fewer people than before.
        FewerHeads = "fewer_heads",
        /// The register shows nothing of it any more.
        Removed = "removed",
    }
}

/// What the register says of one unit, as far as the rule goes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Facts {
    /// The unit it lies under.
    pub parent: Option<OrgNumber>,
    /// How many work there; `None` when the register has no number, which is not zero.
    pub heads: Option<i64>,
    /// Whether it is bankrupt.
    pub bankrupt: bool,
    /// Since when.
    pub bankrupt_on: Option<Date>,
    /// Whether it is being wound up or dissolved.
    pub winding_up: bool,
    /// Since when.
    pub winding_up_on: Option<Date>,
    /// When it closed, or is to close.
    pub closed_on: Option<Date>,
    /// When it last got a new owner.
    pub owner_changed_on: Option<Date>,
    /// Whether the register shows nothing of it any more.
    pub removed: bool,
}

/// Something to tell the people responsible.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Noticed {
    /// What.
    pub kind: AlertKind,
    /// What was there before: a number of people, or an organisation number.
    pub before: Option<String>,
    /// What is there now: those, or the date on which it happened.
    pub after: Option<String>,
}

impl Noticed {
    fn on(kind: AlertKind, date: Option<Date>) -> Self {
        Self { kind, before: None, after: date.map(|date| date.to_string()) }
    }
}

/// What calls for attention when a unit that was as `old` is found as `new`.
///
/// `baseline` is the number of people the last alert about it told of, or the first number seen: many small steps in
/// one direction are one large one. What the register no longer says is no change: it withholds small numbers of
/// people, and of a deleted unit it keeps little more than the date.
pub fn compare(old: &Facts, baseline: Option<i64>, new: &Facts) -> Vec<Noticed> {
    if new.removed {
        return if old.removed { Vec::new() } else { vec![Noticed::on(AlertKind::Removed, None)] };
    }
    let mut noticed = Vec::new();
    if new.bankrupt && !old.bankrupt {
        noticed.push(Noticed::on(AlertKind::Bankruptcy, new.bankrupt_on));
    }
    if new.winding_up && !old.winding_up {
        noticed.push(Noticed::on(AlertKind::WindingUp, new.winding_up_on));
    }
    if new.closed_on.is_some() && old.closed_on.is_none() {
        noticed.push(Noticed::on(AlertKind::Closure, new.closed_on));
    }
    if new.owner_changed_on > old.owner_changed_on {
        noticed.push(Noticed::on(AlertKind::NewOwner, new.owner_changed_on));
    }
    if let Some(parent) = new.parent
        && old.parent != new.parent
    {
        let before = old.parent.map(|parent| parent.to_string());
        noticed.push(Noticed { kind: AlertKind::NewParent, before, after: Some(parent.to_string()) });
    }
    if let (Some(before), Some(now)) = (baseline, new.heads)
        && is_much(before, now)
    {
        let kind = if now > before { AlertKind::MoreHeads } else { AlertKind::FewerHeads };
        noticed.push(Noticed { kind, before: Some(before.to_string()), after: Some(now.to_string()) });
    }
    noticed
}

/// Whether `now` is at least a fifth more or less than `before`.
pub fn is_much(before: i64, now: i64) -> bool {
    now != before && i128::from(now).abs_diff(i128::from(before)) * 5 >= i128::from(before).unsigned_abs()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn date(text: &str) -> Option<Date> {
        Some(text.parse().unwrap())
    }

    fn org(eight: u32) -> Option<OrgNumber> {
        (eight..).find_map(OrgNumber::from_eight_digits)
    }

    fn kinds(old: &Facts, baseline: Option<i64>, new: &Facts) -> Vec<AlertKind> {
        compare(old, baseline, new).into_iter().map(|noticed| noticed.kind).collect()
    }

    #[test]
    fn each_change_is_told_once_and_nothing_else_is() {
        let usual = Facts { parent: org(31_000_000), heads: Some(100), owner_changed_on: date("2020-01-01"), ..Facts::default() };
        let with = |change: fn(&mut Facts)| {
            let mut facts = usual.clone();
            change(&mut facts);
            facts
        };
        for (new, expected) in [
            (with(|_| {}), vec![]),
            (with(|new| (new.bankrupt, new.bankrupt_on) = (true, date("2026-03-01"))), vec![AlertKind::Bankruptcy]),
            (with(|new| new.winding_up = true), vec![AlertKind::WindingUp]),
            (with(|new| new.closed_on = date("2026-05-01")), vec![AlertKind::Closure]),
            (with(|new| new.owner_changed_on = date("2026-01-01")), vec![AlertKind::NewOwner]),
            (with(|new| new.owner_changed_on = date("2019-01-01")), vec![]),
            (with(|new| new.owner_changed_on = None), vec![]),
            (with(|new| new.parent = org(32_000_000)), vec![AlertKind::NewParent]),
            (with(|new| new.parent = None), vec![]),
            (with(|new| new.heads = Some(119)), vec![]),
            (with(|new| new.heads = Some(120)), vec![AlertKind::MoreHeads]),
            (with(|new| new.heads = Some(81)), vec![]),
            (with(|new| new.heads = Some(80)), vec![AlertKind::FewerHeads]),
            (with(|new| new.heads = Some(0)), vec![AlertKind::FewerHeads]),
            (with(|new| new.heads = None), vec![]),
            (with(|new| new.removed = true), vec![AlertKind::Removed]),
            (Facts { removed: true, ..Facts::default() }, vec![AlertKind::Removed]),
            (
                with(|new| (new.parent, new.owner_changed_on) = (org(32_000_000), date("2026-01-01"))),
                vec![AlertKind::NewOwner, AlertKind::NewParent],
            ),
        ] {
            assert_eq!(kinds(&usual, usual.heads, &new), expected, "{new:?}");
            assert_eq!(kinds(&new, new.heads, &new), [], "the same again");
        }
    }

    #[test]
    fn what_is_said_is_what_was_and_what_is() {
        let old = Facts { parent: org(31_000_000), heads: Some(10), ..Facts::default() };
        let new = Facts { parent: org(32_000_000), heads: Some(12), owner_changed_on: date("2026-01-01"), ..Facts::default() };
        let said: Vec<_> = compare(&old, Some(10), &new).into_iter().map(|noticed| (noticed.before, noticed.after)).collect();
        let text = |number: Option<OrgNumber>| number.map(|number| number.to_string());
        let expected =
            [(None, Some("2026-01-01".to_owned())), (text(old.parent), text(new.parent)), (Some("10".to_owned()), Some("12".to_owned()))];
        assert_eq!(said, expected);
    }

    #[test]
    fn small_steps_add_up_against_the_baseline() {
        let facts = |heads| Facts { heads: Some(heads), ..Facts::default() };
        assert_eq!(kinds(&facts(100), Some(100), &facts(110)), []);
        assert_eq!(kinds(&facts(110), Some(100), &facts(120)), [AlertKind::MoreHeads]);
        assert_eq!(kinds(&facts(110), None, &facts(500)), [], "nothing to compare with is not zero");
        assert_eq!(kinds(&facts(0), Some(0), &facts(1)), [AlertKind::MoreHeads]);
    }

    fn any_facts() -> impl Strategy<Value = Facts> {
        let parent = proptest::option::of((31_000_000_u32..31_000_100).prop_filter_map("check digit", OrgNumber::from_eight_digits));
        let heads = proptest::option::of(0_i64..400);
        let days = || proptest::option::of((0..9_000).prop_map(|days| Date::new(2000, 1, 1).unwrap().plus_days(days)));
        let flags = (any::<bool>(), any::<bool>(), proptest::bool::weighted(0.1));
        (parent, heads, (days(), days(), days(), days()), flags).prop_map(|(parent, heads, days, flags)| Facts {
            parent,
            heads,
            bankrupt: flags.0,
            bankrupt_on: days.0,
            winding_up: flags.1,
            winding_up_on: days.1,
            closed_on: days.2,
            owner_changed_on: days.3,
            removed: flags.2,
        })
    }

    proptest! {
        #[test]
        fn nothing_is_told_of_what_has_not_changed(facts in any_facts()) {
            prop_assert_eq!(compare(&facts, facts.heads, &facts), vec![]);
        }

        #[test]
        fn no_kind_is_told_twice_and_the_removed_tell_nothing_else(old in any_facts(), new in any_facts()) {
            let kinds = kinds(&old, old.heads, &new);
            let distinct: std::collections::BTreeSet<_> = kinds.iter().collect();
            prop_assert_eq!(distinct.len(), kinds.len());
            prop_assert!(!new.removed || kinds.iter().all(|kind| *kind == AlertKind::Removed));
            prop_assert_eq!(kinds.contains(&AlertKind::Bankruptcy), new.bankrupt && !old.bankrupt && !new.removed);
        }

        #[test]
        fn a_fifth_is_much_and_less_is_not(before in 1_i64..100_000, now in 0_i64..200_000) {
            let share = (now - before) as f64 / before as f64;
            prop_assert_eq!(is_much(before, now), share.abs() >= 0.2);
        }
    }
}
