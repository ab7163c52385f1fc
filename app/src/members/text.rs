//! The words of members.

use crate::i18n::texts;

texts! {
    title() { nb: "Medlemmer", nn: "Medlemer", en: "Members" }
    lead() { nb: "Her er medlemmene vervet ditt gjelder for.", nn: "Her er medlemene vervet ditt gjeld for.", en: "Here are the members your office covers." }
    search_label() { nb: "Søk på navn", nn: "Søk på namn", en: "Search by name" }
    search_hint() { nb: "Du kan skrive deler av navnet.", nn: "Du kan skrive delar av namnet.", en: "You can write parts of the name." }
    workplace() { nb: "Arbeidsplass", nn: "Arbeidsplass", en: "Workplace" }
    all_workplaces() { nb: "Alle arbeidsplasser", nn: "Alle arbeidsplassar", en: "All workplaces" }
    about_workplace(name: &str) { nb: "Om {name}", nn: "Om {name}", en: "About {name}" }
    workplace_with(name: &str, count: u64) { nb: "{name} ({count})", nn: "{name} ({count})", en: "{name} ({count})" }
    count_one() { nb: "1 medlem", nn: "1 medlem", en: "1 member" }
    count(count: &str) { nb: "{count} medlemmer", nn: "{count} medlemer", en: "{count} members" }
    nobody_found(query: &str) { nb: "Ingen treff på «{query}»", nn: "Ingen treff på «{query}»", en: "Nobody found for “{query}”" }
    nobody_found_why() {
        nb: "Vi leter bare blant medlemmene du representerer. Prøv med færre bokstaver, eller se om navnet skrives på en annen måte.",
        nn: "Vi leitar berre blant medlemene du representerer. Prøv med færre bokstavar, eller sjå om namnet blir skrive på ein annan måte.",
        en: "We search only among the members you represent. Try fewer letters, or another way to write the name.",
    }
    nobody_here() { nb: "Ingen medlemmer her nå", nn: "Ingen medlemer her no", en: "No members here now" }
    nobody_here_why() {
        nb: "Listen kommer fra medlemsregisteret og oppdateres hver dag. Mangler noen, så si fra til fagforeningen din.",
        nn: "Lista kjem frå medlemsregisteret og blir oppdatert kvar dag. Manglar nokon, så sei frå til fagforeininga di.",
        en: "The list comes from the member registry and is updated every day. If somebody is missing, tell your local.",
    }
    no_list() { nb: "Vervet ditt gir ikke medlemsliste", nn: "Vervet ditt gjev ikkje medlemsliste", en: "Your office gives no member list" }
    no_list_why() {
        nb: "Klubbledere og plasstillitsvalgte ser medlemmene i klubben. Spør fagforeningen din hvis du mener du skulle hatt en liste.",
        nn: "Klubbleiarar og plasstillitsvalde ser medlemene i klubben. Spør fagforeininga di om du meiner du skulle hatt ei liste.",
        en: "Club leaders and workplace representatives see the members of the club. Ask your local if you think you should have a list.",
    }
    column_name() { nb: "Navn", nn: "Namn", en: "Name" }
    column_job() { nb: "Stilling", nn: "Stilling", en: "Position" }
    column_workplace() { nb: "Arbeidsplass", nn: "Arbeidsplass", en: "Workplace" }
    contact() { nb: "Kontakt", nn: "Kontakt", en: "Contact" }
    call(name: &str) { nb: "Ring {name}", nn: "Ring {name}", en: "Call {name}" }
    mail(name: &str) { nb: "Send e-post til {name}", nn: "Send e-post til {name}", en: "E-mail {name}" }
    phone() { nb: "Telefon", nn: "Telefon", en: "Telephone" }
    email() { nb: "E-post", nn: "E-post", en: "E-mail" }
    address() { nb: "Adresse", nn: "Adresse", en: "Address" }
    no_contact() { nb: "Registeret har verken telefon eller e-post.", nn: "Registeret har verken telefon eller e-post.", en: "The registry has neither telephone nor e-mail." }
    employments() { nb: "Arbeid", nn: "Arbeid", en: "Work" }
    employment(title: &str, percent: u8) { nb: "{title}, {percent} prosent", nn: "{title}, {percent} prosent", en: "{title}, {percent} per cent" }
    since(date: &str) { nb: "Fra {date}", nn: "Frå {date}", en: "From {date}" }
    from_to(from: &str, to: &str) { nb: "Fra {from} til {to}", nn: "Frå {from} til {to}", en: "From {from} to {to}" }
    agreement(area: &str) { nb: "Tariffområde: {area}", nn: "Tariffområde: {area}", en: "Tariff area: {area}" }
    no_employment() { nb: "Registeret har ikke noe arbeidsforhold nå.", nn: "Registeret har ikkje noko arbeidsforhold no.", en: "The registry has no employment now." }
    membership() { nb: "Medlemskap", nn: "Medlemskap", en: "Membership" }
    kind() { nb: "Type", nn: "Type", en: "Kind" }
    member_no() { nb: "Medlemsnummer", nn: "Medlemsnummer", en: "Member number" }
    national_id() { nb: "Fødselsnummer", nn: "Fødselsnummer", en: "National id" }
    local() { nb: "Fagforening", nn: "Fagforeining", en: "Local" }
    section() { nb: "Yrkesseksjon", nn: "Yrkesseksjon", en: "Section" }
    joined() { nb: "Medlem fra", nn: "Medlem frå", en: "Member from" }
    cases() { nb: "Saker", nn: "Saker", en: "Cases" }
    no_cases(name: &str) { nb: "Du har ingen saker om {name}.", nn: "Du har ingen saker om {name}.", en: "You have no cases about {name}." }
    new_case_about() { nb: "Ny sak om medlemmet", nn: "Ny sak om medlemet", en: "New case about the member" }
    protected() { nb: "Del ikke noe herfra med noen, heller ikke at personen er medlem.", nn: "Ikkje del noko herifrå med nokon, heller ikkje at personen er medlem.", en: "Share nothing from here with anybody, not even that this person is a member." }
    contact_hidden() { nb: "Kontaktopplysningene ser bare de som følger opp medlemmet lokalt. Ta det gjennom fagforeningen.", nn: "Kontaktopplysningane ser berre dei som følgjer opp medlemen lokalt. Ta det gjennom fagforeininga.", en: "Only those who follow up the member locally see the contact details. Go through the local." }
    search_failed() { nb: "Vi fikk ikke søkt. Trykk på Søk for å prøve igjen.", nn: "Vi fekk ikkje søkt. Trykk på Søk for å prøve igjen.", en: "The search failed. Press Search to try again." }
}

/// "1 medlem", "12 medlemmer".
pub(crate) fn counted(lang: domain::Lang, total: u64) -> String {
    if total == 1 { count_one(lang) } else { count(lang, &crate::format::number(total)) }
}
