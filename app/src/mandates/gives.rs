//! What a mandate gives, in sentences.

use domain::Lang;
use domain::access::{Action, Breadth, DataClass};
use domain::cases::Sensitivity;
use domain::mandates::MyMandate;

use crate::rights;

use super::text;

/// One sentence for each thing the policy gives, most important first; nothing that it does not give.
pub(super) fn sentences(lang: Lang, mandate: &MyMandate) -> Vec<String> {
    let has =
        |class, action, breadth| mandate.powers.iter().any(|power| (power.class, power.action, power.breadth) == (class, action, breadth));
    let any = |class, action| mandate.powers.iter().any(|power| (power.class, power.action) == (class, action));
    let mut told = Vec::new();
    let at = |breadth| place(lang, mandate, breadth);
    let wide = [Breadth::Workplace, Breadth::Employer, Breadth::Unit];
    let see = |class| wide.into_iter().filter(move |breadth| has(class, Action::See, *breadth));

    told.extend(see(DataClass::MemberBasics).map(|breadth| text::see_members(lang, &at(breadth))));
    if see(DataClass::MemberContact).eq(see(DataClass::MemberBasics)) {
        told.extend(see(DataClass::MemberContact).next().map(|_| text::see_contact(lang)));
    } else {
        told.extend(see(DataClass::MemberContact).map(|breadth| text::see_contact_at(lang, &at(breadth))));
    }
    let of = |class: fn(Sensitivity) -> DataClass, action, breadth| -> Vec<DataClass> {
        Sensitivity::ALL.iter().map(|sensitivity| class(*sensitivity)).filter(|class| has(*class, action, breadth)).collect()
    };
    let all = |kinds: &[DataClass]| kinds.len() == Sensitivity::ALL.len();
    for breadth in wide {
        told.extend(match of(DataClass::contents, Action::Open, breadth).as_slice() {
            [] => None,
            kinds if all(kinds) => Some(text::open_cases(lang, &at(breadth))),
            kinds => Some(text::open_some_cases(lang, &rights::kinds(lang, kinds), &at(breadth))),
        });
    }
    for breadth in [Breadth::Own, Breadth::Employer, Breadth::Unit] {
        let (works, reads): (Vec<DataClass>, Vec<DataClass>) =
            of(DataClass::contents, Action::See, breadth).into_iter().partition(|class| has(*class, Action::Work, breadth));
        let (works, reads) = (works.as_slice(), reads.as_slice());
        let own = breadth == Breadth::Own;
        told.extend((own && all(works)).then(|| text::own_cases(lang)));
        told.extend((own && !all(works) && !works.is_empty()).then(|| text::some_own_cases(lang, &rights::kinds(lang, works))));
        told.extend((own && !reads.is_empty()).then(|| text::read_own_cases(lang, &rights::kinds(lang, reads))));
        told.extend((!own && !works.is_empty()).then(|| text::work_cases(lang, &rights::kinds(lang, works), &at(breadth))));
        told.extend((!own && !reads.is_empty()).then(|| text::read_cases(lang, &rights::kinds(lang, reads), &at(breadth))));
    }
    for breadth in [Breadth::Employer, Breadth::Unit] {
        // What is read as far is known too, and said already.
        let read = of(DataClass::contents, Action::See, breadth);
        let unread = |sensitivity: &&Sensitivity| !read.contains(&DataClass::contents(**sensitivity));
        let known: Vec<DataClass> = Sensitivity::ALL
            .iter()
            .filter(unread)
            .map(|sensitivity| DataClass::existence(*sensitivity))
            .filter(|class| has(*class, Action::See, breadth))
            .collect();
        told.extend((!known.is_empty()).then(|| text::know_cases(lang, &rights::kinds(lang, &known), &at(breadth))));
    }
    told.extend(see(DataClass::Mandates).map(|breadth| text::see_mandates(lang, &at(breadth))));
    let also = [
        any(DataClass::MemberProtected, Action::See).then(|| text::protected(lang)),
        any(DataClass::Registry, Action::Change).then(|| text::registry(lang)),
        any(DataClass::Settings, Action::Change).then(|| text::settings(lang)),
        (any(DataClass::Settings, Action::See) && !any(DataClass::Settings, Action::Change)).then(|| text::read_settings(lang)),
        any(DataClass::AccessLog, Action::See).then(|| text::access_log(lang)),
    ];
    told.extend(also.into_iter().flatten());
    told
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
        for office in Office::STANDARD {
            let powers = Policy::standard().powers(*office);
            let mandate = MyMandate { office: *office, unit: "Klubben".to_owned(), until: None, narrowed: true, powers };
            let told = Lang::ALL.iter().map(|lang| sentences(*lang, &mandate).len()).collect::<Vec<_>>();
            assert!(told[0] > 0 && told.iter().all(|number| *number == told[0]), "{office}: {told:?}");
        }
    }

    #[test]
    fn a_club_leader_is_told_which_cases_they_read_and_nothing_twice() {
        let powers = Policy::standard().powers(Office::CLUB_LEADER);
        let mandate = MyMandate { office: Office::CLUB_LEADER, unit: "Klubben".to_owned(), until: None, narrowed: false, powers };
        let told = sentences(Lang::Nb, &mandate);
        assert!(told.contains(&"Du leser vanlige saker og personalsaker i Klubben, også når du ikke deltar i dem.".to_owned()), "{told:?}");
        assert!(!told.iter().any(|sentence| sentence.contains("at det finnes")), "{told:?}");
    }

    #[test]
    fn what_is_not_given_is_not_told() {
        let powers = Policy::standard().powers(Office::UNION_LEADER);
        let mandate = MyMandate { office: Office::UNION_LEADER, unit: "forbundet".to_owned(), until: None, narrowed: false, powers };
        let told = sentences(Lang::Nb, &mandate);
        assert!(told.contains(&"Du ser hvem som er medlem i forbundet.".to_owned()), "{told:?}");
        assert!(!told.iter().any(|sentence| sentence.contains("når medlemmene") || sentence.contains("leser vanlige saker i")), "{told:?}");
    }
}
