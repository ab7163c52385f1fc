//! A change of one office's rights, from what was ticked to rules.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::access::{Action, Breadth, DataClass, LocksOut, Policy, Power, Rule, Senseless};
use crate::org::Office;
use crate::{Code, Lang, text};

use super::OfficeTyped;

/// The longest reason for one right, in characters.
pub const REASON_MAX: u32 = 300;
/// The longest note to a version.
pub const NOTE_MAX: u32 = 500;

/// What has been ticked and typed so far, word for word.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PolicyTyped {
    /// The version that was in force when this was begun, or when its maker last saw that there is another.
    pub base: i32,
    /// The ticked rights of each kind of data, by its code: `see/unit`.
    pub rights: BTreeMap<String, Vec<String>>,
    /// A reason for each new right, by [`code_of`].
    pub reasons: BTreeMap<String, String>,
    /// The reason for all new rights that have none of their own.
    pub others: String,
    /// The office, where it is one that is added or changed.
    pub office: OfficeTyped,
    /// Why the matrix is changed.
    pub note: String,
    /// The step that was refused when it was last sent.
    pub refused: Option<Step>,
}

/// The steps of a change, in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Step {
    /// Which office is it? Only where one is added or changed; its rights are another change.
    Office,
    /// What may the office see and do?
    Rights,
    /// Why?
    Reasons,
    /// Is this right?
    Check,
}

/// Where something is wrong.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum At {
    /// The rights with one kind of data.
    Class(DataClass),
    /// The reason for one right.
    Reason(Power),
    /// The code of a new office.
    OfficeCode,
    /// The name of an office in a language.
    OfficeName(Lang),
    /// Where an office is held.
    HeldAt,
    /// The note.
    Note,
    /// The whole table.
    Table,
}

/// What is wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Wrong {
    /// A right that no table may give.
    Never(Senseless),
    /// Somebody would be locked out.
    Locks(LocksOut),
    /// Writing in cases that one may not read; changing what one may not see.
    NotSeen,
    /// How to reach members whom one may not see.
    ContactOnly,
    /// Not how the code of an office is written.
    NotACode,
    /// An office that is held nowhere.
    Nowhere,
    /// An office that the portal's own rules name, held elsewhere than at the union.
    UnionOnly,
    /// A text.
    Text(Code),
}

/// What is wrong, and at which step it is put right.
pub type Refused = (Step, Vec<(At, Wrong)>);

impl PolicyTyped {
    /// The rights an office has now, ticked.
    pub fn of(policy: &Policy, office: Office) -> Self {
        let mut typed = Self { base: policy.version, ..Self::default() };
        for rule in policy.rules_of(office) {
            typed.rights.entry(rule.class.code().to_owned()).or_default().push(tick(rule.action, rule.breadth));
        }
        typed
    }

    /// Whether a right is ticked.
    pub fn has(&self, power: Power) -> bool {
        let tick = tick(power.action, power.breadth);
        self.rights.get(power.class.code()).is_some_and(|ticks| ticks.contains(&tick))
    }

    /// The ticked rights, in the order of the kinds of data; or what is wrong with them.
    pub fn powers(&self, office: Office, now: &Policy) -> Result<Vec<Power>, Vec<(At, Wrong)>> {
        let Some(facts) = now.offices().get(office) else { return Err(vec![(At::Table, Wrong::Never(Senseless::Meaningless))]) };
        let (mut powers, mut wrong) = (Vec::new(), Vec::new());
        for class in DataClass::ALL {
            for (action, breadths) in class.rights() {
                powers.extend(breadths.iter().map(|breadth| Power { class: *class, action: *action, breadth: *breadth }));
            }
        }
        powers.retain(|power| self.has(*power));
        for power in &powers {
            wrong.extend(Senseless::of(facts, *power).map(|why| (At::Class(power.class), Wrong::Never(why))));
        }
        // What no form offers was put there by hand.
        let known = powers.len();
        if self.rights.values().flatten().count() != known {
            wrong.push((At::Table, Wrong::Never(Senseless::Meaningless)));
        }
        let has = |class: DataClass, action: Action| powers.iter().any(|power| (power.class, power.action) == (class, action));
        for class in DataClass::ALL {
            let unseen = [Action::Work, Action::Change, Action::Export].into_iter().any(|action| has(*class, action));
            if unseen && !has(*class, Action::See) {
                wrong.push((At::Class(*class), Wrong::NotSeen));
            }
        }
        if has(DataClass::MemberContact, Action::See) && !has(DataClass::MemberBasics, Action::See) {
            wrong.push((At::Class(DataClass::MemberContact), Wrong::ContactOnly));
        }
        wrong.dedup();
        if wrong.is_empty() { Ok(powers) } else { Err(wrong) }
    }

    /// The ticked rights that the office has not got in `now`, each of which needs a reason.
    pub fn new_rights(&self, office: Office, now: &Policy) -> Vec<Power> {
        let mut powers = self.powers(office, now).unwrap_or_default();
        powers.retain(|power| !now.rules_of(office).any(|rule| rule.power() == *power));
        powers
    }

    /// The office's rules as they would be in place of those in `now`; or what is wrong, and at which step.
    pub fn rules(&self, office: Office, now: &Policy) -> Result<Vec<Rule>, Refused> {
        let powers = self.powers(office, now).map_err(|wrong| (Step::Rights, wrong))?;
        let (mut rules, mut wrong) = (Vec::with_capacity(powers.len()), Vec::new());
        for power in powers {
            let reason = match now.rules_of(office).find(|rule| rule.power() == power) {
                Some(rule) => Ok(rule.reason.clone()),
                None => self.reason(power),
            };
            match reason {
                Ok(reason) => rules.push(Rule { office, class: power.class, action: power.action, breadth: power.breadth, reason }),
                Err(code) => wrong.push((At::Reason(power), Wrong::Text(code))),
            }
        }
        if !wrong.is_empty() {
            return Err((Step::Reasons, wrong));
        }
        Ok(rules)
    }

    /// The whole matrix as it would be: for showing what would happen, and for putting it in force.
    pub fn policy(&self, office: Office, now: &Policy) -> Result<Policy, Refused> {
        let policy = now.with(office, self.rules(office, now)?);
        match policy.locks_nobody_out() {
            Err(crate::access::PolicyError::LocksOut(who)) => Err((Step::Rights, vec![(At::Table, Wrong::Locks(who))])),
            _ => Ok(policy),
        }
    }

    /// The note as it is kept.
    pub fn checked_note(&self) -> Result<String, (At, Wrong)> {
        text::line(&self.note, NOTE_MAX).map_err(|code| (At::Note, Wrong::Text(code)))
    }

    fn reason(&self, power: Power) -> Result<String, Code> {
        let own = self.reasons.get(&code_of(power)).map(String::as_str).unwrap_or_default();
        text::line(if own.trim().is_empty() { &self.others } else { own }, REASON_MAX)
    }
}

/// A right as the value of a box among those of its kind of data: `see/unit`.
pub fn tick_of(power: Power) -> String {
    tick(power.action, power.breadth)
}

fn tick(action: Action, breadth: Breadth) -> String {
    format!("{action}/{breadth}")
}

/// A right as the name of a field: `case.contents.health/see/unit`.
pub fn code_of(power: Power) -> String {
    format!("{}/{}", power.class, tick(power.action, power.breadth))
}

/// The other way: reads what [`code_of`] wrote.
pub fn power_of(code: &str) -> Option<Power> {
    let mut parts = code.split('/');
    let power = Power { class: parts.next()?.parse().ok()?, action: parts.next()?.parse().ok()?, breadth: parts.next()?.parse().ok()? };
    parts.next().is_none().then_some(power)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::org::Offices;

    fn ticked(office: Office, change: impl FnOnce(&mut PolicyTyped)) -> (Policy, PolicyTyped) {
        let standard = Policy::standard();
        let mut typed = PolicyTyped::of(&standard, office);
        change(&mut typed);
        (standard, typed)
    }

    fn add(typed: &mut PolicyTyped, class: &str, tick: &str) {
        typed.rights.entry(class.to_owned()).or_default().push(tick.to_owned());
    }

    #[test]
    fn nothing_changed_is_the_same_matrix_for_every_office() {
        for office in Office::STANDARD {
            let (standard, typed) = ticked(*office, |_| {});
            assert_eq!(typed.new_rights(*office, &standard), []);
            let policy = typed.policy(*office, &standard).unwrap();
            assert!(crate::access::difference(&standard, &policy).is_empty());
        }
    }

    #[test]
    fn each_new_right_needs_a_reason_of_its_own_or_the_common_one() {
        let (standard, mut typed) = ticked(Office::CLUB_BOARD, |typed| {
            add(typed, "member.basics", "see/unit");
            add(typed, "member.contact", "see/unit");
        });
        let (step, wrong) = typed.rules(Office::CLUB_BOARD, &standard).unwrap_err();
        assert_eq!((step, wrong.len()), (Step::Reasons, 2));
        typed.reasons.insert("member.basics/see/unit".to_owned(), "Styret; hele styret.".to_owned());
        let (_, wrong) = typed.rules(Office::CLUB_BOARD, &standard).unwrap_err();
        assert_eq!(wrong[0].1, Wrong::Text(Code::Missing));
        typed.others = "Styret ringer rundt.".to_owned();
        let policy = typed.policy(Office::CLUB_BOARD, &standard).unwrap();
        let told: Vec<_> = policy.rules_of(Office::CLUB_BOARD).take(2).map(|rule| rule.reason.as_str()).collect();
        assert_eq!(told, ["Styret; hele styret.", "Styret ringer rundt."]);
        assert_eq!(Policy::parse(1, Offices::standard().clone(), &policy.table()).unwrap().rules(), policy.rules());
    }

    #[test]
    fn what_no_table_may_say_is_refused_at_its_kind_of_data() {
        for (office, class, tick, why) in [
            (Office::ADMIN, "case.contents.health", "see/own", Senseless::NeverTheirs),
            (Office::DATA_PROTECTION, "member.protected", "see/named", Senseless::NeverTheirs),
            (Office::CLUB_LEADER, "access_log", "see/unit", Senseless::WholeUnion),
        ] {
            let (standard, typed) = ticked(office, |typed| add(typed, class, tick));
            assert_eq!(typed.powers(office, &standard).unwrap_err()[0], (At::Class(class.parse().unwrap()), Wrong::Never(why)));
        }
        for (class, tick) in [("member.basics", "see/named"), ("member.basics", "x"), ("hemmelig", "see/unit")] {
            let (standard, typed) = ticked(Office::CLUB_LEADER, |typed| add(typed, class, tick));
            assert_eq!(typed.powers(Office::CLUB_LEADER, &standard).unwrap_err(), [(At::Table, Wrong::Never(Senseless::Meaningless))]);
        }
    }

    #[test]
    fn a_right_that_would_give_nothing_is_refused() {
        let (standard, typed) = ticked(Office::CLUB_LEADER, |typed| {
            typed.rights.insert("case.contents.health".to_owned(), vec!["work/own".to_owned()]);
        });
        assert_eq!(typed.powers(Office::CLUB_LEADER, &standard).unwrap_err(), [(At::Class(DataClass::ContentsHealth), Wrong::NotSeen)]);
        let (standard, typed) = ticked(Office::CLUB_LEADER, |typed| {
            typed.rights.remove("member.basics");
        });
        assert_eq!(typed.powers(Office::CLUB_LEADER, &standard).unwrap_err(), [(At::Class(DataClass::MemberContact), Wrong::ContactOnly)]);
    }

    #[test]
    fn nobody_is_locked_out() {
        for (office, class, who) in [
            (Office::DATA_PROTECTION, "access_log", LocksOut::DataProtection),
            (Office::DATA_PROTECTION, "settings", LocksOut::DataProtection),
            (Office::ADMIN, "settings", LocksOut::Everybody),
        ] {
            let (standard, typed) = ticked(office, |typed| {
                typed.rights.remove(class);
            });
            assert_eq!(typed.policy(office, &standard).unwrap_err(), (Step::Rights, vec![(At::Table, Wrong::Locks(who))]));
        }
    }

    #[test]
    fn codes_of_rights_are_read_back() {
        for facts in Offices::standard().iter() {
            assert!(crate::access::offered(facts).all(|power| power_of(&code_of(power)) == Some(power)));
        }
        assert_eq!(power_of("member.basics/see"), None);
        assert_eq!(power_of("member.basics/see/unit/x"), None);
    }
}
