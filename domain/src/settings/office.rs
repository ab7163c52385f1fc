//! An office that is added or changed, from what was typed to facts.

use serde::{Deserialize, Serialize};

use crate::access::Policy;
use crate::org::{OFFICE_LEVELS, OFFICE_NAME_MAX, Office, OfficeFacts, OfficeNames, OfficeWrong};
use crate::{Code, Lang, text};

use super::typed::{At, PolicyTyped, Refused, Step, Wrong};

/// What has been typed and ticked of an office, word for word.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct OfficeTyped {
    /// Its code; only asked of a new one.
    pub code: String,
    /// What it is called.
    pub names: OfficeNames,
    /// The codes of the kinds of unit at which it can be held.
    pub held_at: Vec<String>,
    /// Whether a unit has one holder of it at a time.
    pub single: bool,
    /// Whether it represents members towards the employer.
    pub of_agreement: bool,
}

impl From<&OfficeFacts> for OfficeTyped {
    fn from(facts: &OfficeFacts) -> Self {
        Self {
            code: facts.office.code().to_owned(),
            names: facts.names.clone(),
            held_at: facts.held_at.iter().map(ToString::to_string).collect(),
            single: facts.single,
            of_agreement: facts.of_agreement,
        }
    }
}

impl OfficeTyped {
    /// The facts, as they would be kept; or what is wrong. `changed` is the office that there is already, `None` for a
    /// new one: a code is never changed, and none is used twice.
    pub fn facts(&self, changed: Option<Office>, now: &Policy) -> Result<OfficeFacts, Vec<(At, Wrong)>> {
        let mut wrong = Vec::new();
        let office = changed.map_or_else(|| self.new_code(now), Ok).map_err(|why| wrong.push((At::OfficeCode, why))).ok();
        let mut name = |lang: Lang| {
            let line = text::line(self.names.of(lang), OFFICE_NAME_MAX);
            // The table of offices has semicolons between its columns.
            let line = line.and_then(|line| if line.contains(';') { Err(Code::Unreadable) } else { Ok(line) });
            line.map_err(|code| wrong.push((At::OfficeName(lang), Wrong::Text(code)))).unwrap_or_default()
        };
        let names = OfficeNames { nb: name(Lang::Nb), nn: name(Lang::Nn), en: name(Lang::En) };
        let held_at: Vec<_> = OFFICE_LEVELS.into_iter().filter(|kind| self.held_at.iter().any(|code| code == kind.code())).collect();
        if held_at.is_empty() {
            wrong.push((At::HeldAt, Wrong::Nowhere));
        }
        let facts = office.map(|office| OfficeFacts { office, names, held_at, single: self.single, of_agreement: self.of_agreement });
        if facts.as_ref().is_some_and(|facts| facts.wrong().contains(&OfficeWrong::UnionOnly)) {
            wrong.push((At::HeldAt, Wrong::UnionOnly));
        }
        facts.filter(|_| wrong.is_empty()).ok_or(wrong)
    }

    fn new_code(&self, now: &Policy) -> Result<Office, Wrong> {
        let typed = self.code.trim().to_uppercase();
        if typed.is_empty() {
            return Err(Wrong::Text(Code::Missing));
        }
        let office: Office = typed.parse().map_err(|_| Wrong::NotACode)?;
        if now.offices().get(office).is_some() { Err(Wrong::Text(Code::Taken)) } else { Ok(office) }
    }
}

impl PolicyTyped {
    /// An office as it is now, to be changed.
    pub fn of_office(policy: &Policy, facts: Option<&OfficeFacts>) -> Self {
        Self { base: policy.version, office: facts.map(OfficeTyped::from).unwrap_or_default(), ..Self::default() }
    }

    /// The whole matrix as it would be with the office added or changed: a new one has no rights, another keeps its own.
    pub fn with_office(&self, changed: Option<Office>, now: &Policy) -> Result<Policy, Refused> {
        let facts = self.office.facts(changed, now).map_err(|wrong| (Step::Office, wrong))?;
        now.with_office(facts).map_err(|why| (Step::Office, vec![(At::HeldAt, Wrong::Never(why))]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::access::{OfficeChange, Senseless, difference};

    fn vara() -> OfficeTyped {
        OfficeTyped {
            code: " vara ".to_owned(),
            names: OfficeNames { nb: "varamedlem".to_owned(), nn: " varamedlem ".to_owned(), en: "deputy member".to_owned() },
            held_at: vec!["local".to_owned(), "club".to_owned()],
            ..OfficeTyped::default()
        }
    }

    fn typed(office: OfficeTyped) -> PolicyTyped {
        PolicyTyped { office, ..PolicyTyped::default() }
    }

    fn refused(office: OfficeTyped, changed: Option<Office>) -> Vec<(At, Wrong)> {
        let (step, wrong) = typed(office).with_office(changed, &Policy::standard()).unwrap_err();
        assert_eq!(step, Step::Office);
        wrong
    }

    #[test]
    fn a_new_office_has_no_rights() {
        let standard = Policy::standard();
        let then = typed(vara()).with_office(None, &standard).unwrap();
        let office: Office = "VARA".parse().unwrap();
        let facts = then.offices().get(office).unwrap();
        assert_eq!((facts.names.nn.as_str(), facts.held_at.as_slice()), ("varamedlem", OFFICE_LEVELS.get(..2).unwrap()));
        assert_eq!((then.powers(office), then.rules()), (vec![], standard.rules()));
        let changes = difference(&standard, &then);
        let new = [OfficeChange { before: None, after: facts.clone() }];
        assert_eq!((changes.len(), changes.offices.as_slice()), (1, new.as_slice()));
    }

    #[test]
    fn an_office_as_it_is_changes_nothing() {
        let standard = Policy::standard();
        for facts in standard.offices().iter() {
            let then = PolicyTyped::of_office(&standard, Some(facts)).with_office(Some(facts.office), &standard).unwrap();
            assert_eq!(then, standard);
        }
    }

    #[test]
    fn what_is_wrong_stands_at_its_field() {
        assert_eq!(refused(OfficeTyped { code: String::new(), ..vara() }, None), [(At::OfficeCode, Wrong::Text(Code::Missing))]);
        assert_eq!(refused(OfficeTyped { code: "våra".to_owned(), ..vara() }, None), [(At::OfficeCode, Wrong::NotACode)]);
        assert_eq!(refused(OfficeTyped { code: "ptv".to_owned(), ..vara() }, None), [(At::OfficeCode, Wrong::Text(Code::Taken))]);
        assert_eq!(refused(OfficeTyped { held_at: vec!["klubb".to_owned()], ..vara() }, None), [(At::HeldAt, Wrong::Nowhere)]);
        let names = OfficeNames { nn: "a;b".to_owned(), en: "e".repeat(61), ..vara().names };
        let (long, odd) = (Wrong::Text(Code::TooLong { max: 60 }), Wrong::Text(Code::Unreadable));
        let wrong = refused(OfficeTyped { names, ..vara() }, None);
        assert_eq!(wrong, [(At::OfficeName(Lang::Nn), odd), (At::OfficeName(Lang::En), long)]);
    }

    #[test]
    fn the_portal_s_own_offices_stay_at_the_union_and_so_do_its_rights() {
        assert_eq!(refused(vara(), Some(Office::DATA_PROTECTION)), [(At::HeldAt, Wrong::UnionOnly)]);
        let never = Wrong::Never(Senseless::WholeUnion);
        assert_eq!(refused(vara(), Some(Office::REGISTRY_CLERK)), [(At::HeldAt, never)]);
    }
}
