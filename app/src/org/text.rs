//! The words of the organisation.

use domain::org::Shortfall;

use crate::i18n::{texts, words};

texts! {
    title() { nb: "Organisasjonen", nn: "Organisasjonen", en: "The organisation" }
    choose() { nb: "Vervet ditt gjelder flere steder. Velg det du vil se.", nn: "Vervet ditt gjeld fleire stader. Vel det du vil sjå.", en: "Your office covers several places. Choose one." }
    kind_in(kind: &str, above: &str) { nb: "{kind} i {above}", nn: "{kind} i {above}", en: "{kind} in {above}" }
    no_units() { nb: "Vervet ditt viser ingen klubb eller fagforening", nn: "Vervet ditt viser ingen klubb eller fagforeining", en: "Your office shows no club or local" }
    no_units_why() {
        nb: "Rådgivere og advokater ser saker som er sendt til dem, og blar ikke i organisasjonen.",
        nn: "Rådgjevarar og advokatar ser saker som er sende til dei, og blar ikkje i organisasjonen.",
        en: "Advisers and lawyers see cases that were sent to them, and do not browse the organisation.",
    }
    about() { nb: "Kort fortalt", nn: "Kort fortalt", en: "In short" }
    kind() { nb: "Type", nn: "Type", en: "Kind" }
    lies_under() { nb: "Hører til", nn: "Høyrer til", en: "Belongs to" }
    employers() { nb: "Arbeidsgivere", nn: "Arbeidsgivarar", en: "Employers" }
    phone() { nb: "Telefon", nn: "Telefon", en: "Telephone" }
    email() { nb: "E-post", nn: "E-post", en: "E-mail" }
    one_member() { nb: "1 medlem", nn: "1 medlem", en: "1 member" }
    members(count: &str) { nb: "{count} medlemmer", nn: "{count} medlemer", en: "{count} members" }
    few_members(enough: u64) { nb: "Færre enn {enough} medlemmer", nn: "Færre enn {enough} medlemer", en: "Fewer than {enough} members" }
    without_members() { nb: "Har ikke egne medlemmer", nn: "Har ingen eigne medlemer", en: "Has no members of its own" }
    see_members() { nb: "Se medlemslisten", nn: "Sjå medlemslista", en: "See the member list" }
    to_follow_up() { nb: "Å følge opp", nn: "Å følgje opp", en: "To follow up" }
    see_all(total: &str) { nb: "Se alle {total}", nn: "Sjå alle {total}", en: "See all {total}" }
    one_workplace() { nb: "1 arbeidsplass", nn: "1 arbeidsplass", en: "1 workplace" }
    workplaces(count: &str) { nb: "{count} arbeidsplasser", nn: "{count} arbeidsplassar", en: "{count} workplaces" }
    one_mandate() { nb: "1 verv", nn: "1 verv", en: "1 office" }
    mandates(count: &str) { nb: "{count} verv", nn: "{count} verv", en: "{count} offices" }
    offices() { nb: "Hvem som har verv", nn: "Dei som har verv", en: "Who holds office" }
    no_offices() {
        nb: "Registeret har ingen verv her nå. Si fra til den som fører medlemsregisteret hvis noen er valgt.",
        nn: "Registeret har ingen verv her no. Sei frå til den som fører medlemsregisteret om nokon er vald.",
        en: "The registry has no offices here now. Tell the registry clerk if somebody has been elected.",
    }
    name() { nb: "Navn", nn: "Namn", en: "Name" }
    office() { nb: "Verv", nn: "Verv", en: "Office" }
    place() { nb: "Sted", nn: "Stad", en: "Place" }
    period() { nb: "Periode", nn: "Periode", en: "Period" }
    elected() { nb: "Valgt", nn: "Vald", en: "Elected" }
    expires() { nb: "Siste dag", nn: "Siste dag", en: "Last day" }
    employer_told() { nb: "Arbeidsgiver fikk beskjed", nn: "Arbeidsgivar fekk beskjed", en: "Employer was told" }
    not_told() { nb: "Ikke ennå", nn: "Enno ikkje", en: "Not yet" }
    not_needed() { nb: "Trengs ikke", nn: "Trengst ikkje", en: "Not needed" }
    unknown_day() { nb: "Ikke oppgitt", nn: "Ikkje oppgjeve", en: "Not given" }
    planned() { nb: "Planlagt", nn: "Planlagt", en: "Planned" }
    from_to(from: &str, to: &str) { nb: "Fra {from} til {to}", nn: "Frå {from} til {to}", en: "From {from} to {to}" }
    since(from: &str) { nb: "Fra {from}", nn: "Frå {from}", en: "From {from}" }
    for_workplace(name: &str) { nb: "for {name}", nn: "for {name}", en: "for {name}" }
    substitute() { nb: "vara", nn: "vara", en: "substitute" }
    substitute_for(name: &str) { nb: "vara for {name}", nn: "vara for {name}", en: "substitute for {name}" }
    workplace() { nb: "Arbeidsplass", nn: "Arbeidsplass", en: "Workplace" }
    club() { nb: "Klubb", nn: "Klubb", en: "Club" }
    no_club() { nb: "Ingen klubb", nn: "Ingen klubb", en: "No club" }
    column_members() { nb: "Medlemmer", nn: "Medlemer", en: "Members" }
    counties_below() { nb: "Fylkeskretser og sentre", nn: "Fylkeskrinsar og senter", en: "County districts and centres" }
    locals_below() { nb: "Fagforeninger", nn: "Fagforeiningar", en: "Locals" }
    clubs_below() { nb: "Klubber", nn: "Klubbar", en: "Clubs" }
    in_all(total: &str) { nb: "{total} i alt", nn: "{total} i alt", en: "{total} in all" }
}

words! {
    shortfall(Shortfall) {
        NoRepresentative { nb: "Arbeidsplasser uten tillitsvalgt", nn: "Arbeidsplassar utan tillitsvald", en: "Workplaces without a representative" }
        Expiring { nb: "Verv som går ut innen 60 dager", nn: "Verv som går ut innan 60 dagar", en: "Offices that end within 60 days" }
        NotNotified { nb: "Arbeidsgiveren har ikke fått beskjed", nn: "Arbeidsgivaren har ikkje fått beskjed", en: "The employer has not been told" }
    }
    what_to_do(Shortfall) {
        NoRepresentative {
            nb: "Her er det medlemmer, men ingen tillitsvalgt i klubben deres. Ta kontakt med dem, og hjelp dem å velge en.",
            nn: "Her er det medlemer, men ingen tillitsvald i klubben deira. Ta kontakt med dei, og hjelp dei å velje ein.",
            en: "There are members here, but no representative in their club. Contact them, and help them elect one.",
        }
        Expiring {
            nb: "Hold valg før vervet går ut. Tilgangen til KLAR tar slutt samme dag.",
            nn: "Hald val før vervet går ut. Tilgangen til KLAR tek slutt same dag.",
            en: "Hold an election before the office ends. Access to KLAR ends on the same day.",
        }
        NotNotified {
            nb: "Si skriftlig fra til arbeidsgiveren om hvem som er valgt. Be så fagforeningen føre datoen inn i medlemsregisteret.",
            nn: "Sei skriftleg frå til arbeidsgivaren om kven som er vald. Be så fagforeininga føre datoen inn i medlemsregisteret.",
            en: "Tell the employer in writing who has been elected. Then ask the local to enter the date in the member registry.",
        }
    }
    none_missing(Shortfall) {
        NoRepresentative { nb: "Alle arbeidsplasser har en tillitsvalgt", nn: "Alle arbeidsplassar har ein tillitsvald", en: "Every workplace has a representative" }
        Expiring { nb: "Ingen verv går ut de neste 60 dagene", nn: "Ingen verv går ut dei neste 60 dagane", en: "No office ends in the next 60 days" }
        NotNotified { nb: "Arbeidsgiveren har fått beskjed om alle", nn: "Arbeidsgivaren har fått beskjed om alle", en: "The employer has been told of all" }
    }
}
