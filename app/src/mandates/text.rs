//! The words of mandates.

use domain::mandates::MandateState;

use crate::i18n::{texts, words};

texts! {
    title() { nb: "Vervene dine", nn: "Verva dine", en: "Your offices" }
    lead() { nb: "Dette kan du se og gjøre, og hvorfor. Det følger vervet, og tar slutt samme dag som vervet.", nn: "Dette kan du sjå og gjere, og kvifor. Det følgjer vervet, og tek slutt same dag som vervet.", en: "This is what you may see and do, and why. It follows your office and ends on the day the office ends." }
    heading(office: &str, unit: &str) { nb: "{office}, {unit}", nn: "{office}, {unit}", en: "{office}, {unit}" }
    until(date: &str) { nb: "Til {date}", nn: "Til {date}", en: "Until {date}" }
    no_end() { nb: "Ingen sluttdato er satt", nn: "Ingen sluttdato er sett", en: "No end date is set" }
    planned() { nb: "Verv som begynner senere", nn: "Verv som byrjar seinare", en: "Offices that begin later" }
    planned_lead() { nb: "Du får tilgangen den dagen vervet begynner.", nn: "Du får tilgangen den dagen vervet byrjar.", en: "You get the access on the day the office begins." }
    over() { nb: "Verv du har hatt", nn: "Verv du har hatt", en: "Offices you have held" }
    over_lead() { nb: "Disse gir deg ingen tilgang lenger.", nn: "Desse gjev deg ingen tilgang lenger.", en: "These give you no access any more." }
    for_workplace(name: &str) { nb: "For {name}", nn: "For {name}", en: "For {name}" }
    from_to(from: &str, to: &str) { nb: "Fra {from} til {to}", nn: "Frå {from} til {to}", en: "From {from} to {to}" }
    since(from: &str) { nb: "Fra {from}", nn: "Frå {from}", en: "From {from}" }
    taken_back(date: &str) { nb: "Tok slutt før tiden, {date}", nn: "Tok slutt før tida, {date}", en: "Ended before its time, {date}" }
    wrong() { nb: "Stemmer det ikke? Vervene kommer fra medlemsregisteret. Ta kontakt med fagforeningen din.", nn: "Stemmer det ikkje? Verva kjem frå medlemsregisteret. Ta kontakt med fagforeininga di.", en: "Is something wrong? Offices come from the member registry. Contact your local." }
    at_workplace() { nb: "på arbeidsplassen du er valgt for", nn: "på arbeidsplassen du er vald for", en: "at the workplace you are elected for" }
    at_employer() { nb: "hos hele arbeidsgiveren", nn: "hos heile arbeidsgivaren", en: "at the whole employer" }
    at_unit(unit: &str) { nb: "i {unit}", nn: "i {unit}", en: "in {unit}" }
    see_members(place: &str) { nb: "Du ser hvem som er medlem {place}.", nn: "Du ser kven som er medlem {place}.", en: "You see who is a member {place}." }
    see_contact() { nb: "Du ser hvordan du når medlemmene.", nn: "Du ser korleis du når medlemene.", en: "You see how to reach the members." }
    protected() { nb: "Du kan bli satt opp til å hjelpe et medlem med beskyttede opplysninger.", nn: "Du kan bli sett opp til å hjelpe ein medlem med verna opplysningar.", en: "You can be named to help a member whose details are protected." }
    see_contact_at(place: &str) { nb: "Du ser hvordan du når medlemmene {place}.", nn: "Du ser korleis du når medlemene {place}.", en: "You see how to reach the members {place}." }
    open_cases(place: &str) { nb: "Du kan lage saker om medlemmer {place}.", nn: "Du kan lage saker om medlemer {place}.", en: "You may make cases about members {place}." }
    open_some_cases(kinds: &str, place: &str) { nb: "Du kan lage {kinds} om medlemmer {place}.", nn: "Du kan lage {kinds} om medlemer {place}.", en: "You may make {kinds} about members {place}." }
    own_cases() { nb: "Du leser og skriver i saker du eier eller deltar i.", nn: "Du les og skriv i saker du eig eller deltek i.", en: "You read and write in cases you own or take part in." }
    some_own_cases(kinds: &str) { nb: "Du leser og skriver i {kinds} du eier eller deltar i.", nn: "Du les og skriv i {kinds} du eig eller deltek i.", en: "You read and write in {kinds} you own or take part in." }
    read_own_cases(kinds: &str) { nb: "Du leser {kinds} du eier eller deltar i, men skriver ikke i dem.", nn: "Du les {kinds} du eig eller deltek i, men skriv ikkje i dei.", en: "You read {kinds} you own or take part in, but do not write in them." }
    read_cases(kinds: &str, place: &str) { nb: "Du leser {kinds} {place}, også når du ikke deltar i dem.", nn: "Du les {kinds} {place}, òg når du ikkje deltek i dei.", en: "You read {kinds} {place}, also when you do not take part in them." }
    work_cases(kinds: &str, place: &str) { nb: "Du leser og skriver i {kinds} {place}, også når du ikke deltar i dem.", nn: "Du les og skriv i {kinds} {place}, òg når du ikkje deltek i dei.", en: "You read and write in {kinds} {place}, also when you do not take part in them." }
    know_cases(kinds: &str, place: &str) { nb: "Du ser at det finnes {kinds} {place}, men ikke hva som står i dem.", nn: "Du ser at det finst {kinds} {place}, men ikkje kva som står i dei.", en: "You see that there are {kinds} {place}, but not what is in them." }
    see_mandates(place: &str) { nb: "Du ser hvem som har verv {place}.", nn: "Du ser kven som har verv {place}.", en: "You see who holds office {place}." }
    registry() { nb: "Du ser hva som er lest inn i medlemsregisteret, og godkjenner filer som er holdt tilbake.", nn: "Du ser kva som er lese inn i medlemsregisteret, og godkjenner filer som er haldne tilbake.", en: "You see what was imported into the member registry, and approve files that are held." }
    settings() { nb: "Du setter opp portalen.", nn: "Du set opp portalen.", en: "You set up the portal." }
    read_settings() { nb: "Du kan lese reglene for tilgang.", nn: "Du kan lese reglane for tilgang.", en: "You may read the rules of access." }
    access_log() { nb: "Du ser hvem som har sett hva, men aldri innholdet i saker.", nn: "Du ser kven som har sett kva, men aldri innhaldet i saker.", en: "You see who has seen what, but never the contents of cases." }
}

words! {
    state(MandateState) {
        Planned { nb: "Planlagt", nn: "Planlagt", en: "Planned" }
        Active { nb: "Gjelder nå", nn: "Gjeld no", en: "Active" }
        Ended { nb: "Over", nn: "Over", en: "Over" }
        Revoked { nb: "Avsluttet før tiden", nn: "Avslutta før tida", en: "Ended early" }
    }
}
