//! What a mandate gives, in sentences.

use domain::Lang;
use domain::access::{Action, Breadth, DataClass, Power};
use domain::cases::Sensitivity;
use domain::mandates::MyMandate;

use super::text;

/// One sentence for each thing the policy gives, most important first; nothing that it does not give.
pub(super) fn sentences(lang: Lang, mandate: &MyMandate) -> Vec<String> {
    let find = |class, action| mandate.powers.iter().find(|power| power.class == class && power.action == action).copied();
    let place = |power: Power| place(lang, mandate, power.breadth);
    let contents = |action, of: fn(&Power) -> bool| {
        mandate.powers.iter().copied().find(|power| power.action == action && power.class.is_contents() && of(power))
    };
    let known = Sensitivity::ALL.iter().find_map(|sensitivity| find(DataClass::existence(*sensitivity), Action::See));
    [
        find(DataClass::MemberBasics, Action::See).map(|power| text::see_members(lang, &place(power))),
        find(DataClass::MemberContact, Action::See).map(|_| text::see_contact(lang)),
        contents(Action::Open, |_| true).map(|power| text::open_cases(lang, &place(power))),
        contents(Action::Work, |_| true).map(|_| text::own_cases(lang)),
        contents(Action::See, |power| power.breadth != Breadth::Own).map(|power| text::read_cases(lang, &place(power))),
        known.map(|power| text::know_cases(lang, &place(power))),
        find(DataClass::Mandates, Action::See).map(|power| text::see_mandates(lang, &place(power))),
        find(DataClass::MemberProtected, Action::See).map(|_| text::protected(lang)),
        find(DataClass::Registry, Action::Change).map(|_| text::registry(lang)),
        find(DataClass::Settings, Action::Change).map(|_| text::settings(lang)),
        find(DataClass::Settings, Action::See)
            .filter(|_| find(DataClass::Settings, Action::Change).is_none())
            .map(|_| text::read_settings(lang)),
        find(DataClass::AccessLog, Action::See).map(|_| text::access_log(lang)),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn place(lang: Lang, mandate: &MyMandate, breadth: Breadth) -> String {
    match breadth {
        Breadth::Workplace if mandate.narrowed => text::at_workplace(lang),
        Breadth::Employer => text::at_employer(lang),
        _ => text::at_unit(lang, &mandate.unit),
    }
}

#[cfg(test)]
mod tests {
    use domain::access::Policy;
    use domain::org::Office;

    use super::*;

    #[test]
    fn every_office_of_the_standard_is_told_something_in_every_language() {
        for office in Office::ALL {
            let powers = Policy::standard().powers(*office);
            let mandate = MyMandate { office: *office, unit: "Klubben".to_owned(), until: None, narrowed: true, powers };
            let told = Lang::ALL.iter().map(|lang| sentences(*lang, &mandate).len()).collect::<Vec<_>>();
            assert!(told[0] > 0 && told.iter().all(|number| *number == told[0]), "{office}: {told:?}");
        }
    }

    #[test]
    fn what_is_not_given_is_not_told() {
        let powers = Policy::standard().powers(Office::UnionLeader);
        let mandate = MyMandate { office: Office::UnionLeader, unit: "forbundet".to_owned(), until: None, narrowed: false, powers };
        let told = sentences(Lang::Nb, &mandate);
        assert!(told.contains(&"Du ser hvem som er medlem i forbundet.".to_owned()), "{told:?}");
        assert!(!told.iter().any(|sentence| sentence.contains("når medlemmene") || sentence.contains("leser sakene")), "{told:?}");
    }
}
