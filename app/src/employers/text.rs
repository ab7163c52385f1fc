//! The words of employers.

use domain::employers::AlertKind;

use crate::i18n::{texts, words};

texts! {
    number() { nb: "Organisasjonsnummer", nn: "Organisasjonsnummer", en: "Organisation number" }
    form() { nb: "Organisasjonsform", nn: "Organisasjonsform", en: "Legal form" }
    above() { nb: "Hører til", nn: "Høyrer til", en: "Belongs to" }
    address() { nb: "Adresse", nn: "Adresse", en: "Address" }
    phone() { nb: "Telefon", nn: "Telefon", en: "Telephone" }
    email() { nb: "E-post", nn: "E-post", en: "E-mail" }
    website() { nb: "Nettsted", nn: "Nettstad", en: "Website" }
    industry() { nb: "Næring", nn: "Næring", en: "Industry" }
    heads() { nb: "Ansatte", nn: "Tilsette", en: "Employees" }
    heads_unknown() { nb: "Registeret viser ikke tallet", nn: "Registeret viser ikkje talet", en: "The register does not show the number" }
    my_members() { nb: "Medlemmene dine", nn: "Medlemene dine", en: "Your members" }
    one_member() { nb: "1 medlem", nn: "1 medlem", en: "1 member" }
    members(count: &str) { nb: "{count} medlemmer", nn: "{count} medlemer", en: "{count} members" }
    no_members() { nb: "Ingen medlemmer", nn: "Ingen medlemer", en: "No members" }
    facts() { nb: "Om virksomheten", nn: "Om verksemda", en: "About the organisation" }
    workplaces() { nb: "Arbeidsplasser", nn: "Arbeidsplassar", en: "Workplaces" }
    workplace() { nb: "Arbeidsplass", nn: "Arbeidsplass", en: "Workplace" }
    workplaces_shown(shown: &str, total: &str) {
        nb: "Vi viser {shown} av {total}, de med flest av medlemmene dine først.",
        nn: "Vi viser {shown} av {total}, dei med flest av medlemene dine først.",
        en: "Showing {shown} of {total}, those with most of your members first.",
    }
    clubs() { nb: "Klubber og tillitsvalgte", nn: "Klubbar og tillitsvalde", en: "Clubs and representatives" }
    no_clubs() {
        nb: "Ingen klubb dekker hele virksomheten. Se under hver arbeidsplass.",
        nn: "Ingen klubb dekkjer heile verksemda. Sjå under kvar arbeidsplass.",
        en: "No single club covers all of it. Look under each workplace.",
    }
    nobody_in_office() { nb: "Ingen tillitsvalgte er registrert i klubben nå.", nn: "Ingen tillitsvalde er registrerte i klubben no.", en: "The registry has no representatives in the club now." }
    agreements() { nb: "Tariffavtaler", nn: "Tariffavtalar", en: "Agreements" }
    agreements_why() {
        nb: "Tariffområdene til medlemmene vervet ditt gjelder for her.",
        nn: "Tariffområda til medlemene vervet ditt gjeld for her.",
        en: "The tariff areas of the members your office covers here.",
    }
    area_unknown() { nb: "Registeret viser ikke området", nn: "Registeret viser ikkje området", en: "The registry does not show the area" }
    few_members(enough: u64) { nb: "Færre enn {enough} medlemmer", nn: "Færre enn {enough} medlemer", en: "Fewer than {enough} members" }
    happened() { nb: "Dette har skjedd", nn: "Dette har hendt", en: "What has happened" }
    nothing_happened() { nb: "Vi har ikke fanget opp noen endringer.", nn: "Vi har ikkje fanga opp nokon endringar.", en: "We have not noticed any changes." }
    source() {
        nb: "Opplysningene kommer fra Enhetsregisteret hos Brønnøysundregistrene.",
        nn: "Opplysningane kjem frå Einingsregisteret hos Brønnøysundregistra.",
        en: "The information comes from the Central Coordinating Register for Legal Entities (Brønnøysundregistrene).",
    }
    members_link() { nb: "Medlemmer", nn: "Medlemer", en: "Members" }
    see_members_here() { nb: "Se medlemmene dine her", nn: "Sjå medlemene dine her", en: "See your members here" }
    about(what: &str, whom: &str) { nb: "{what}: {whom}", nn: "{what}: {whom}", en: "{what}: {whom}" }
    noticed(date: &str) { nb: "Oppdaget {date}", nn: "Oppdaga {date}", en: "Noticed {date}" }
    seen() { nb: "Sett", nn: "Sett", en: "Seen" }
    mark_seen(what: &str) { nb: "Merk som sett: {what}", nn: "Merk som sett: {what}", en: "Mark as seen: {what}" }

    bankrupt() { nb: "Konkurs er registrert.", nn: "Konkurs er registrert.", en: "A bankruptcy is registered." }
    bankrupt_on(date: &str) { nb: "Konkurs er registrert {date}.", nn: "Konkurs er registrert {date}.", en: "A bankruptcy is registered as of {date}." }
    winding_up() { nb: "Avvikling eller oppløsning er registrert.", nn: "Avvikling eller oppløysing er registrert.", en: "It is registered as being wound up or dissolved." }
    winding_up_on(date: &str) { nb: "Avvikling eller oppløsning er registrert {date}.", nn: "Avvikling eller oppløysing er registrert {date}.", en: "It is registered as being wound up or dissolved from {date}." }
    closed() { nb: "Registeret har den som nedlagt eller slettet.", nn: "Registeret har ho som nedlagd eller sletta.", en: "The register has it as closed or deleted." }
    closed_on(date: &str) { nb: "Registeret har {date} som dato for nedleggelse eller sletting.", nn: "Registeret har {date} som dato for nedlegging eller sletting.", en: "The register gives {date} as the date of closure or deletion." }
    owner() { nb: "Registeret har fått et nytt eierskifte.", nn: "Registeret har fått eit nytt eigarskifte.", en: "The register has a new change of owner." }
    owner_on(date: &str) { nb: "Registeret har {date} som dato for eierskifte.", nn: "Registeret har {date} som dato for eigarskifte.", en: "The register gives {date} as the date of a change of owner." }
    parent(now: &str) { nb: "Den hører nå til {now}.", nn: "Ho høyrer no til {now}.", en: "It now belongs to {now}." }
    parent_from(before: &str, now: &str) { nb: "Den hørte til {before}, og hører nå til {now}.", nn: "Ho høyrde til {before}, og høyrer no til {now}.", en: "It belonged to {before}, and now belongs to {now}." }
    heads_from(before: i64, now: i64) { nb: "Tallet på ansatte har gått fra {before} til {now}.", nn: "Talet på tilsette har gått frå {before} til {now}.", en: "The number of employees has gone from {before} to {now}." }
    heads_changed() { nb: "Tallet på ansatte er endret mye.", nn: "Talet på tilsette er mykje endra.", en: "The number of employees has changed a lot." }
    removed() { nb: "Registeret viser ikke lenger opplysninger om den.", nn: "Registeret viser ikkje lenger opplysningar om ho.", en: "The register no longer shows anything about it." }
}

words! {
    kind(AlertKind) {
        Bankruptcy { nb: "Konkurs", nn: "Konkurs", en: "Bankruptcy" }
        WindingUp { nb: "Avvikles", nn: "Blir avvikla", en: "Being wound up" }
        Closure { nb: "Legges ned", nn: "Blir lagd ned", en: "Closing down" }
        NewOwner { nb: "Ny eier", nn: "Ny eigar", en: "New owner" }
        NewParent { nb: "Flyttet til en annen virksomhet", nn: "Flytta til ei anna verksemd", en: "Moved to another organisation" }
        MoreHeads { nb: "Mange flere ansatte", nn: "Mange fleire tilsette", en: "Many more employees" }
        FewerHeads { nb: "Mange færre ansatte", nn: "Mange færre tilsette", en: "Many fewer employees" }
        Removed { nb: "Ute av Enhetsregisteret", nn: "Ute av Einingsregisteret", en: "Out of the register" }
    }
    next(AlertKind) {
        Bankruptcy {
            nb: "Ring fagforeningen din med en gang. Medlemmer som ikke har fått lønn, kan ha rett til lønnsgaranti fra staten.",
            nn: "Ring fagforeininga di med ein gong. Medlemer som ikkje har fått lønn, kan ha rett til lønnsgaranti frå staten.",
            en: "Call your local at once. Members who have not been paid may be entitled to the state’s wage guarantee.",
        }
        WindingUp {
            nb: "Spør arbeidsgiveren hva dette betyr for dem som jobber der. Står jobber i fare, kan du be om informasjon og drøfting.",
            nn: "Spør arbeidsgjevaren kva dette betyr for dei som jobbar der. Står jobbar i fare, kan du be om informasjon og drøfting.",
            en: "Ask the employer what this means for those who work there. If jobs are at risk, you can ask for information and consultation.",
        }
        Closure {
            nb: "Spør arbeidsgiveren om planene, og snakk med medlemmene om hvor de skal jobbe videre. Det kan også bare være et nytt nummer i registeret.",
            nn: "Spør arbeidsgjevaren om planane, og snakk med medlemene om kvar dei skal jobbe vidare. Det kan òg berre vere eit nytt nummer i registeret.",
            en: "Ask the employer about the plans, and talk to the members about where they will work. It may also only be a new number in the register.",
        }
        NewOwner {
            nb: "Dette kan være en virksomhetsoverdragelse (arbeidsmiljøloven kapittel 16). Da skal de tillitsvalgte få informasjon og drøfte saken så tidlig som mulig (§ 16-5). Spør arbeidsgiveren hva som skjer, og ring fagforeningen din.",
            nn: "Dette kan vere ei verksemdsoverdraging (arbeidsmiljølova kapittel 16). Då skal dei tillitsvalde få informasjon og drøfte saka så tidleg som mogleg (§ 16-5). Spør arbeidsgjevaren kva som skjer, og ring fagforeininga di.",
            en: "This may be a transfer of undertaking (Working Environment Act, chapter 16). If so, the representatives are to be informed and consulted as early as possible (section 16-5). Ask the employer what is happening, and call your local.",
        }
        NewParent {
            nb: "Dette kan være en virksomhetsoverdragelse (arbeidsmiljøloven kapittel 16), eller bare en ny plass i samme virksomhet. Er det en overdragelse, skal de tillitsvalgte få informasjon og drøfte saken så tidlig som mulig (§ 16-5). Spør arbeidsgiveren hva som skjer, og ring fagforeningen din.",
            nn: "Dette kan vere ei verksemdsoverdraging (arbeidsmiljølova kapittel 16), eller berre ein ny plass i same verksemd. Er det ei overdraging, skal dei tillitsvalde få informasjon og drøfte saka så tidleg som mogleg (§ 16-5). Spør arbeidsgjevaren kva som skjer, og ring fagforeininga di.",
            en: "This may be a transfer of undertaking (Working Environment Act, chapter 16), or only a new place in the same organisation. If it is a transfer, the representatives are to be informed and consulted as early as possible (section 16-5). Ask the employer what is happening, and call your local.",
        }
        MoreHeads {
            nb: "Kanskje er det nye kolleger som ikke er medlemmer ennå. Ta gjerne en runde og hils på dem.",
            nn: "Kanskje er det nye kollegaer som ikkje er medlemer enno. Ta gjerne ein runde og hels på dei.",
            en: "There may be new colleagues who are not members yet. Do go round and say hello.",
        }
        FewerHeads {
            nb: "Spør arbeidsgiveren om tallet stemmer, og om det er planer om å kutte stillinger. Er det det, be om informasjon og drøfting.",
            nn: "Spør arbeidsgjevaren om talet stemmer, og om det er planar om å kutte stillingar. Er det det, be om informasjon og drøfting.",
            en: "Ask the employer if the number is right, and if there are plans to cut jobs. If there are, ask for information and consultation.",
        }
        Removed {
            nb: "Spør arbeidsgiveren om virksomheten har fått et nytt nummer, og si fra til fagforeningen din.",
            nn: "Spør arbeidsgjevaren om verksemda har fått eit nytt nummer, og sei frå til fagforeininga di.",
            en: "Ask the employer if the organisation has a new number, and tell your local.",
        }
    }
}

/// "1 medlem", "12 medlemmer".
pub(super) fn counted(lang: domain::Lang, count: u64) -> String {
    match count {
        0 => no_members(lang),
        1 => one_member(lang),
        count => members(lang, &crate::format::number(count)),
    }
}
