//! Invented places with a Norwegian ring: municipalities and counties that do not exist.

use super::dice::Dice;

const FIRST: &[&str] = &[
    "Sol", "Gran", "Linde", "Bjørke", "Tinde", "Måne", "Hegre", "Ørne", "Rype", "Tyri", "Bekke", "Skjær", "Furu", "Hassel", "Bregne",
    "Kløver", "Multe", "Svale", "Trane", "Gauke", "Oter", "Rogne",
];
const LAST: &[&str] = &["vik", "fjord", "heim", "dal", "sund", "nes", "våg", "stad", "bygd", "ås", "lund", "land", "øya", "mo"];

/// The names of the counties.
const COUNTIES: &[&str] = &[
    "Fjellfylket",
    "Kystfylket",
    "Skogfylket",
    "Viddefylket",
    "Elvefylket",
    "Øyfylket",
    "Solfylket",
    "Brefylket",
    "Lyngfylket",
    "Åsfylket",
    "Havfylket",
    "Dalfylket",
    "Vårfylket",
    "Myrfylket",
    "Nattfylket",
];

const SITE_FIRST: &[&str] = &[
    "Gran", "Sol", "Bjørke", "Furu", "Eike", "Lønne", "Rogne", "Hassel", "Bekke", "Eng", "Myr", "Fjell", "Skog", "Strand", "Utsikt",
    "Nordlys", "Måne", "Stjerne", "Vår", "Linde", "Kløver", "Lyng", "Rose", "Svale", "Ugle", "Trost", "Lerke", "Høst", "Blåbær", "Ospe",
];
const SITE_LAST: &[&str] = &[
    "lia", "bakken", "toppen", "tunet", "haugen", "enga", "hagen", "stua", "gården", "kollen", "svingen", "åsen", "brinken", "sletta",
    "kanten",
];

const STREETS: &[&str] = &[
    "Åkerveien",
    "Bjørkestien",
    "Ørretveien",
    "Solbærkroken",
    "Lysfaret",
    "Hvitveisgata",
    "Blåklokkeveien",
    "Trostefaret",
    "Fjærgata",
    "Ekornstien",
    "Ærfuglveien",
    "Nøtteskogen",
    "Snøkrystallveien",
    "Rognebærstien",
    "Høstløkka",
    "Månefaret",
    "Bekkeblomveien",
    "Sildreveien",
    "Vindharpegata",
    "Regnbuegata",
];

/// A municipality.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Municipality {
    /// Its place in the row of them all.
    pub(super) index: usize,
    /// The county it lies in, by index.
    pub(super) county: usize,
    /// "Solvik".
    pub(super) name: String,
    /// Kommunenummer: real ones end before 6000.
    pub(super) number: String,
    /// Its one postal code: no real one is above 9991.
    pub(super) postal_code: String,
}

/// The first `count` municipalities, spread evenly on the counties. The first is Solvik.
pub(super) fn municipalities(count: usize, counties: usize) -> Vec<Municipality> {
    // Both parts change from one to the next; no pair returns before all 22 × 14 are used, 23 and 14 being coprime.
    let name = |index: usize| {
        let first = FIRST.get(index % FIRST.len())?;
        let last = LAST.get((index + index / FIRST.len()) % LAST.len())?;
        Some((index, format!("{first}{last}")))
    };
    (0..count)
        .filter_map(name)
        .map(|(index, name)| Municipality {
            index,
            county: index * counties / count.max(1),
            name,
            number: format!("{}", 9001 + index),
            postal_code: format!("{}", 9992 + index % 8),
        })
        .collect()
}

/// The names of the first `count` counties.
pub(super) fn counties(count: usize) -> impl Iterator<Item = &'static str> {
    COUNTIES.iter().copied().take(count)
}

/// The name of a site: what stands before "sykehjem".
pub(super) fn site(dice: &mut Dice) -> String {
    format!("{}{}", dice.word(SITE_FIRST), dice.word(SITE_LAST))
}

/// A street with a number.
pub(super) fn street(dice: &mut Dice) -> String {
    format!("{} {}", dice.word(STREETS), dice.between(1, 98))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::seed::plan::Scale;
    use std::collections::BTreeSet;

    #[test]
    fn there_are_enough_of_them() {
        for scale in [Scale::Demo, Scale::Full] {
            let plan = scale.plan();
            let all = municipalities(plan.municipalities(), plan.counties);
            let names: BTreeSet<_> = all.iter().map(|one| &one.name).collect();
            assert_eq!(names.len(), plan.municipalities());
            assert_eq!(all.iter().map(|one| one.county).collect::<BTreeSet<_>>().len(), plan.counties);
            assert_eq!(counties(plan.counties).count(), plan.counties);
        }
    }
}
