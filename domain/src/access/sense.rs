//! What no version of the policy may say, whoever makes it.

use crate::org::{Office, OfficeFacts, UnitKind};

use super::{Action, Breadth, DataClass, Policy, Power};

/// Why an office can never have a right.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize, thiserror::Error)]
pub enum Senseless {
    /// Contents of cases, or protected members, for those who look after the portal.
    #[error("administrators and the data protection officer never see the contents of cases, or protected members")]
    NeverTheirs,
    /// Protected members, in another way than by being named; or the other way round.
    #[error("protected members are seen by those named for them, and by nobody else")]
    OnlyNamed,
    /// Taking part in something that one cannot take part in.
    #[error("only the contents of cases can be reached by taking part")]
    OnlyTakingPart,
    /// What belongs to the whole union, for an office that is held elsewhere too.
    #[error("registry, settings and the access log are the whole union's: only an office of the union may have them")]
    WholeUnion,
    /// Cases by workplace.
    #[error("a case belongs to a club, not to a workplace")]
    NotAWorkplace,
    /// Something that cannot be done with such data, or cannot be done that far.
    #[error("this cannot be done with data of this kind, or not that far")]
    Meaningless,
}

impl Senseless {
    /// What is wrong with giving this office this right; `None` when nothing is.
    pub fn of(facts: &OfficeFacts, power: Power) -> Option<Self> {
        let Power { class, action, breadth } = power;
        let whole = matches!(class, DataClass::Registry | DataClass::Settings | DataClass::AccessLog);
        let of_cases = class.is_contents() || class.is_existence();
        if facts.office.looks_after_the_portal() && (class.is_contents() || class == DataClass::MemberProtected) {
            Some(Self::NeverTheirs)
        } else if (class == DataClass::MemberProtected) != (breadth == Breadth::Named) {
            Some(Self::OnlyNamed)
        } else if breadth == Breadth::Own && !class.is_contents() {
            Some(Self::OnlyTakingPart)
        } else if whole && facts.held_at != [UnitKind::Union] {
            Some(Self::WholeUnion)
        } else if breadth == Breadth::Workplace && of_cases && action != Action::Open {
            Some(Self::NotAWorkplace)
        } else if !class.breadths(action).contains(&breadth) {
            Some(Self::Meaningless)
        } else {
            None
        }
    }
}

/// Every right that an office can be given, in the order in which a form asks.
pub fn offered(facts: &OfficeFacts) -> impl Iterator<Item = Power> {
    let all = DataClass::ALL.iter().flat_map(|class| {
        class.rights().iter().flat_map(move |(action, breadths)| {
            breadths.iter().map(move |breadth| Power { class: *class, action: *action, breadth: *breadth })
        })
    });
    all.filter(move |power| Senseless::of(facts, *power).is_none())
}

/// Who would be locked out by a table that is otherwise right.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize, thiserror::Error)]
pub enum LocksOut {
    /// Whoever changes the rules must not be able to do so out of sight.
    #[error("the data protection officer must be able to read the access log and these rules")]
    DataProtection,
    /// Rules that nobody can change could not be put right again.
    #[error("some office must be able to read and change these rules")]
    Everybody,
}

pub(super) fn locks_out(policy: &Policy) -> Option<LocksOut> {
    let has = |office: Office, class: DataClass, action: Action| {
        policy.rules_of(office).any(|rule| (rule.class, rule.action, rule.breadth) == (class, action, Breadth::Unit))
    };
    let officer = [DataClass::AccessLog, DataClass::Settings].iter().all(|class| has(Office::DATA_PROTECTION, *class, Action::See));
    let changes = |facts: &OfficeFacts| [Action::See, Action::Change].iter().all(|action| has(facts.office, DataClass::Settings, *action));
    if !officer {
        Some(LocksOut::DataProtection)
    } else if !policy.offices().iter().any(changes) {
        Some(LocksOut::Everybody)
    } else {
        None
    }
}
