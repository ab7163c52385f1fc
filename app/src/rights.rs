//! Rights of the access matrix in words: the same words for one's own mandates and on the settings pages.

use domain::Lang;
use domain::access::{Action, Breadth, DataClass, Power};

use crate::format;
use crate::i18n::{texts, words};

words! {
    class(DataClass) {
        MemberBasics { nb: "hvem som er medlem", nn: "kven som er medlem", en: "who is a member" }
        MemberContact { nb: "hvordan medlemmene nås", nn: "korleis medlemene kan nåast", en: "how to reach the members" }
        MemberProtected { nb: "medlemmer med beskyttede opplysninger", nn: "medlemer med verna opplysningar", en: "members whose details are protected" }
        ExistenceGeneral { nb: "at det finnes vanlige saker", nn: "at det finst vanlege saker", en: "that there are ordinary cases" }
        ExistencePersonnel { nb: "at det finnes personalsaker", nn: "at det finst personalsaker", en: "that there are personnel cases" }
        ExistenceHealth { nb: "at det finnes saker om helse", nn: "at det finst saker om helse", en: "that there are cases about health" }
        ExistenceWhistleblowing { nb: "at det finnes varslingssaker", nn: "at det finst varslingssaker", en: "that there are whistleblowing cases" }
        ContentsGeneral { nb: "vanlige saker", nn: "vanlege saker", en: "ordinary cases" }
        ContentsPersonnel { nb: "personalsaker", nn: "personalsaker", en: "personnel cases" }
        ContentsHealth { nb: "saker om helse", nn: "saker om helse", en: "cases about health" }
        ContentsWhistleblowing { nb: "varslingssaker", nn: "varslingssaker", en: "whistleblowing cases" }
        Mandates { nb: "hvem som har verv", nn: "kven som har verv", en: "who holds which office" }
        Statistics { nb: "tall og oversikter", nn: "tal og oversikter", en: "numbers and overviews" }
        Registry { nb: "filene fra medlemsregisteret", nn: "filene frå medlemsregisteret", en: "the files from the member registry" }
        Settings { nb: "reglene for tilgang og andre innstillinger", nn: "reglane for tilgang og andre innstillingar", en: "the rules of access and other settings" }
        AccessLog { nb: "innsynsloggen", nn: "innsynsloggen", en: "the access log" }
    }
}

texts! {
    own() { nb: "som man eier eller deltar i", nn: "som ein eig eller deltek i", en: "that one owns or takes part in" }
    named() { nb: "som man er satt opp til å hjelpe", nn: "som ein er sett opp til å hjelpe", en: "whom one is named to help" }
    at_workplace() { nb: "på arbeidsplassen vervet gjelder", nn: "på arbeidsplassen vervet gjeld", en: "at the workplace the office is for" }
    at_employer() { nb: "hos hele arbeidsgiveren", nn: "hos heile arbeidsgivaren", en: "at the whole employer" }
    in_all_of(place: &str) { nb: "i hele {place}", nn: "i heile {place}", en: "in all of {place}" }
    read(what: &str) { nb: "Lese {what}", nn: "Lese {what}", en: "Read {what}" }
    see(what: &str) { nb: "Se {what}", nn: "Sjå {what}", en: "See {what}" }
    work(what: &str) { nb: "Skrive i {what}", nn: "Skrive i {what}", en: "Write in {what}" }
    open(what: &str) { nb: "Lage {what}", nn: "Lage {what}", en: "Make {what}" }
    export(what: &str) { nb: "Ta ut som fil: {what}", nn: "Ta ut som fil: {what}", en: "Take out as a file: {what}" }
    change(what: &str) { nb: "Endre og godkjenne {what}", nn: "Endre og godkjenne {what}", en: "Change and approve {what}" }
    all_kinds() { nb: "alle slags saker", nn: "alle slags saker", en: "all kinds of cases" }
    exist(kinds: &str) { nb: "at det finnes {kinds}", nn: "at det finst {kinds}", en: "that there are {kinds}" }
    far(what: &str, breadth: &str) { nb: "{what}, {breadth}", nn: "{what}, {breadth}", en: "{what}, {breadth}" }
    verb_read() { nb: "Lese", nn: "Lese", en: "Read" }
    verb_see() { nb: "Se", nn: "Sjå", en: "See" }
    verb_work() { nb: "Skrive", nn: "Skrive", en: "Write" }
    verb_open() { nb: "Lage nye", nn: "Lage nye", en: "Make new ones" }
    verb_export() { nb: "Ta ut som fil", nn: "Ta ut som fil", en: "Take out as a file" }
    verb_change() { nb: "Endre og godkjenne", nn: "Endre og godkjenne", en: "Change and approve" }
}

/// The kind of case that a class of contents or existence is about, in words.
fn kind(lang: Lang, of: DataClass) -> &'static str {
    let contents = match of {
        DataClass::ExistenceGeneral => DataClass::ContentsGeneral,
        DataClass::ExistencePersonnel => DataClass::ContentsPersonnel,
        DataClass::ExistenceHealth => DataClass::ContentsHealth,
        DataClass::ExistenceWhistleblowing => DataClass::ContentsWhistleblowing,
        other => other,
    };
    class(lang, contents)
}

/// "vanlige saker og personalsaker"; "alle slags saker" for all of them.
pub(crate) fn kinds(lang: Lang, classes: &[DataClass]) -> String {
    if classes.len() == domain::cases::Sensitivity::ALL.len() {
        return all_kinds(lang);
    }
    format::both(lang, &classes.iter().map(|class| kind(lang, *class)).collect::<Vec<_>>())
}

/// What one action does with several kinds of data of one sort: "Lese vanlige saker og personalsaker".
pub(crate) fn what(lang: Lang, action: Action, classes: &[DataClass]) -> String {
    let contents = classes.iter().all(|class| class.is_contents());
    let things = if contents {
        kinds(lang, classes)
    } else if classes.iter().all(|class| class.is_existence()) {
        exist(lang, &kinds(lang, classes))
    } else {
        format::both(lang, &classes.iter().map(|of| class(lang, *of)).collect::<Vec<_>>())
    };
    match action {
        Action::See if contents => read(lang, &things),
        Action::See => see(lang, &things),
        Action::Work => work(lang, &things),
        Action::Open => open(lang, &things),
        Action::Export => export(lang, &things),
        Action::Change => change(lang, &things),
    }
}

/// The action alone, where what it is done with is said already.
fn verb(lang: Lang, power: Power) -> String {
    match power.action {
        Action::See if power.class.is_contents() => verb_read(lang),
        Action::See => verb_see(lang),
        Action::Work => verb_work(lang),
        Action::Open => verb_open(lang),
        Action::Export => verb_export(lang),
        Action::Change => verb_change(lang),
    }
}

/// How far a right reaches; `place` is where the office is held: "klubben", or the name of a unit.
pub(crate) fn breadth(lang: Lang, breadth: Breadth, place: &str) -> String {
    match breadth {
        Breadth::Own => own(lang),
        Breadth::Named => named(lang),
        Breadth::Workplace => at_workplace(lang),
        Breadth::Employer => at_employer(lang),
        Breadth::Unit => in_all_of(lang, place),
    }
}

/// One right where its kind of data is said already: "Lese, hos hele arbeidsgiveren".
pub(crate) fn short(lang: Lang, power: Power, place: &str) -> String {
    far(lang, &verb(lang, power), &breadth(lang, power.breadth, place))
}

/// One right by itself: "Lese vanlige saker, hos hele arbeidsgiveren".
pub(crate) fn whole(lang: Lang, power: Power, place: &str) -> String {
    far(lang, &what(lang, power.action, &[power.class]), &breadth(lang, power.breadth, place))
}

/// Rights that can be told in one line: the same action, reach and `also`, and data of one sort.
pub(crate) fn lines<T: PartialEq + Copy>(rights: impl IntoIterator<Item = (Power, T)>) -> Vec<(Action, Breadth, Vec<DataClass>, T)> {
    let sort = |class: DataClass| {
        let of_members = matches!(class, DataClass::MemberBasics | DataClass::MemberContact);
        (of_members, class.is_contents(), class.is_existence())
    };
    let mut lines: Vec<(Action, Breadth, Vec<DataClass>, T)> = Vec::new();
    for (power, also) in rights {
        let same = |line: &&mut (Action, Breadth, Vec<DataClass>, T)| {
            (line.0, line.1) == (power.action, power.breadth)
                && line.3 == also
                && line.2.iter().all(|other| sort(*other) == sort(power.class))
        };
        match lines.iter_mut().find(same) {
            Some(line) => line.2.push(power.class),
            None => lines.push((power.action, power.breadth, vec![power.class], also)),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn power(class: DataClass, action: Action, breadth: Breadth) -> Power {
        Power { class, action, breadth }
    }

    #[test]
    fn rights_are_told_together_where_one_sentence_will_do() {
        use DataClass::{ContentsGeneral, ContentsPersonnel, ExistenceGeneral, MemberBasics, MemberContact};
        let rights = [
            power(MemberBasics, Action::See, Breadth::Unit),
            power(MemberContact, Action::See, Breadth::Unit),
            power(ContentsGeneral, Action::See, Breadth::Unit),
            power(ExistenceGeneral, Action::See, Breadth::Unit),
            power(ContentsPersonnel, Action::See, Breadth::Unit),
        ];
        let told: Vec<_> = lines(rights.map(|power| (power, ()))).into_iter().map(|line| what(Lang::Nb, line.0, &line.2)).collect();
        assert_eq!(
            told,
            ["Se hvem som er medlem og hvordan medlemmene nås", "Lese vanlige saker og personalsaker", "Se at det finnes vanlige saker"]
        );
    }
}
