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
    workplace_with(name: &str, count: &str) { nb: "{name} ({count})", nn: "{name} ({count})", en: "{name} ({count})" }
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
    search_stopped() { nb: "Du har søkt mange ganger på kort tid. Trykk på Søk for å se når du kan søke igjen.", nn: "Du har søkt mange gonger på kort tid. Trykk på Søk for å sjå når du kan søkje igjen.", en: "You have searched many times in a short while. Press Search to see when you can search again." }
    nobody_chosen() { nb: "Ingen passer med det du har valgt", nn: "Ingen passar med det du har valt", en: "Nobody fits what you have chosen" }
    nobody_chosen_why() { nb: "Ta bort noe av det du har valgt, så ser du flere.", nn: "Ta bort noko av det du har valt, så ser du fleire.", en: "Remove something you have chosen to see more people." }
    take_out() { nb: "Hent som fil", nn: "Hent som fil", en: "Get as a file" }
    save_segment() { nb: "Lagre utvalget", nn: "Lagre utvalet", en: "Save the selection" }
    your_segments(count: usize) { nb: "Utvalg du har lagret ({count})", nn: "Utval du har lagra ({count})", en: "Your saved selections ({count})" }
    segment_shown(name: &str) { nb: "Utvalg: {name}", nn: "Utval: {name}", en: "Selection: {name}" }
    change_segments() { nb: "Endre eller slett utvalg", nn: "Endre eller slett utval", en: "Change or delete selections" }
    position_hint() { nb: "Skriv begynnelsen, for eksempel «syke».", nn: "Skriv byrjinga, til dømes «sjuke».", en: "Write the beginning, for example “syke”." }
    area() { nb: "Tariffområde", nn: "Tariffområde", en: "Tariff area" }
    any_time() { nb: "Når som helst", nn: "Når som helst", en: "At any time" }
    since_week() { nb: "Medlem de siste 7 dagene", nn: "Medlem dei siste 7 dagane", en: "Joined in the last 7 days" }
    since_month() { nb: "Medlem de siste 30 dagene", nn: "Medlem dei siste 30 dagane", en: "Joined in the last 30 days" }
    since_quarter() { nb: "Medlem de siste 90 dagene", nn: "Medlem dei siste 90 dagane", en: "Joined in the last 90 days" }
    since_year() { nb: "Medlem det siste året", nn: "Medlem det siste året", en: "Joined in the last year" }
    without_contact() { nb: "Uten telefon og e-post", nn: "Utan telefon og e-post", en: "Without telephone and e-mail" }
    without_contact_why() { nb: "De vi ikke når uten å møte dem.", nn: "Dei vi ikkje når utan å møte dei.", en: "Those we cannot reach without meeting them." }
    chip_words(words: &str) { nb: "Navn: {words}", nn: "Namn: {words}", en: "Name: {words}" }
    chip_workplace(name: &str) { nb: "Arbeidsplass: {name}", nn: "Arbeidsplass: {name}", en: "Workplace: {name}" }
    chip_position(words: &str) { nb: "Stilling: {words}", nn: "Stilling: {words}", en: "Position: {words}" }
    chip_section(name: &str) { nb: "Yrkesseksjon: {name}", nn: "Yrkesseksjon: {name}", en: "Section: {name}" }
    chip_area(name: &str) { nb: "Tariffområde: {name}", nn: "Tariffområde: {name}", en: "Tariff area: {name}" }
    chip_contact() { nb: "Uten telefon og e-post", nn: "Utan telefon og e-post", en: "Without telephone and e-mail" }
    everybody() { nb: "Alle du ser", nn: "Alle du ser", en: "Everybody you see" }
    segments() { nb: "Lagrede utvalg", nn: "Lagra utval", en: "Saved selections" }
    segments_lead() { nb: "Et utvalg husker hva du valgte, ikke hvem som var i listen. Bare du ser utvalgene dine.", nn: "Eit utval hugsar kva du valde, ikkje kven som var i lista. Berre du ser utvala dine.", en: "A selection remembers what you chose, not who was in the list. Only you see your selections." }
    segments_saved() { nb: "Utvalgene dine", nn: "Utvala dine", en: "Your selections" }
    segment_new() { nb: "Nytt utvalg", nn: "Nytt utval", en: "New selection" }
    segment_name_hint() { nb: "For eksempel: Nye på natt", nn: "Til dømes: Nye på natt", en: "For example: New on nights" }
    segment_saved() { nb: "Utvalget er lagret. Du finner det øverst i medlemslisten.", nn: "Utvalet er lagra. Du finn det øvst i medlemslista.", en: "The selection is saved. You find it at the top of the member list." }
    segment_renamed() { nb: "Utvalget har fått nytt navn.", nn: "Utvalet har fått nytt namn.", en: "The selection has a new name." }
    segment_removed() { nb: "Utvalget er slettet.", nn: "Utvalet er sletta.", en: "The selection is deleted." }
    no_segments() { nb: "Ingen lagrede utvalg ennå", nn: "Ingen lagra utval enno", en: "No saved selections yet" }
    no_segments_why() { nb: "Velg hva du vil se i medlemslisten, og trykk på Lagre utvalget.", nn: "Vel kva du vil sjå i medlemslista, og trykk på Lagre utvalet.", en: "Choose what to see in the member list, and press Save the selection." }
    change_segment(name: &str) { nb: "Endre {name}", nn: "Endre {name}", en: "Change {name}" }
    segment_rename() { nb: "Lagre navnet", nn: "Lagre namnet", en: "Save the name" }
    segment_remove() { nb: "Slett utvalget", nn: "Slett utvalet", en: "Delete the selection" }
    segment_remove_why() { nb: "Medlemmene blir ikke borte. Du kan lage utvalget på nytt.", nn: "Medlemene blir ikkje borte. Du kan lage utvalet på nytt.", en: "The members stay. You can make the selection again." }
    file_lead() { nb: "Du lager en kopi av listen. Den følger ikke med når noe endres, og du har ansvaret for den.", nn: "Du lagar ein kopi av lista. Han følgjer ikkje med når noko blir endra, og du har ansvaret for han.", en: "You make a copy of the list. It does not follow changes, and you are responsible for it." }
    file_who() { nb: "I filen", nn: "I fila", en: "In the file" }
    file_chosen() { nb: "Utvalg", nn: "Utval", en: "Selection" }
    file_holds() { nb: "Om hver", nn: "Om kvar", en: "About each" }
    file_columns() { nb: "Navn, stilling, arbeidsplass og medlem fra", nn: "Namn, stilling, arbeidsplass og medlem frå", en: "Name, position, workplace and member from" }
    file_why_hint() { nb: "For eksempel: Årsmøtet 12. mars", nn: "Til dømes: Årsmøtet 12. mars", en: "For example: The annual meeting on 12 March" }
    file_contact() { nb: "Ta med telefon og e-post", nn: "Ta med telefon og e-post", en: "Include telephone and e-mail" }
    file_contact_why() { nb: "Bare hvis du trenger det.", nn: "Berre om du treng det.", en: "Only if you need it." }
    file_kind() { nb: "Type fil", nn: "Type fil", en: "Kind of file" }
    file_xlsx() { nb: "Excel", nn: "Excel", en: "Excel" }
    file_csv() { nb: "CSV (tekst med semikolon)", nn: "CSV (tekst med semikolon)", en: "CSV (text with semicolons)" }
    file_duty_share() { nb: "Ikke send den til noen. Hvem som er medlem, er en privat sak.", nn: "Ikkje send ho til nokon. Kven som er medlem, er ei privat sak.", en: "Send it to nobody. Who is a member is a private matter." }
    file_make() { nb: "Hent filen", nn: "Hent fila", en: "Get the file" }
    file_nobody() { nb: "Ingen du kan hente ut", nn: "Ingen du kan hente ut", en: "Nobody you may take out" }
    file_nobody_why() { nb: "Ingen passer med det du har valgt, eller vervet ditt lar deg se dem, men ikke hente dem ut.", nn: "Ingen passar med det du har valt, eller vervet ditt lèt deg sjå dei, men ikkje hente dei ut.", en: "Nobody fits what you have chosen, or your office lets you see them but not take them out." }
    file_too_many(most: &str) { nb: "En fil kan ha høyst {most} medlemmer", nn: "Ei fil kan ha høgst {most} medlemer", en: "A file holds at most {most} members" }
    file_too_many_why() { nb: "Større filer er for farlige å miste. Velg for eksempel én arbeidsplass om gangen.", nn: "Større filer er for farlege å miste. Vel til dømes éin arbeidsplass om gongen.", en: "Larger files are too dangerous to lose. Choose one workplace at a time, for example." }
    file_narrow() { nb: "Velg færre i medlemslisten", nn: "Vel færre i medlemslista", en: "Choose fewer in the member list" }
    office_at(office: &str, unit: &str) { nb: "{office} i {unit}", nn: "{office} i {unit}", en: "{office} at {unit}" }
    watermark_who(name: &str, offices: &str, when: &str) { nb: "Hentet ut av {name} ({offices}) {when}.", nn: "Henta ut av {name} ({offices}) {when}.", en: "Taken out by {name} ({offices}) on {when}." }
    watermark_why(purpose: &str, why: &str) { nb: "Formål: {purpose}. {why}", nn: "Føremål: {purpose}. {why}", en: "Purpose: {purpose}. {why}" }
    watermark_what(total: &str, chosen: &str) { nb: "{total}. Utvalg: {chosen}.", nn: "{total}. Utval: {chosen}.", en: "{total}. Selection: {chosen}." }
    watermark_duty() { nb: "Slett filen når du er ferdig med den, og send den ikke til noen. Uttrekket står i innsynsloggen.", nn: "Slett fila når du er ferdig med ho, og send ho ikkje til nokon. Uttrekket står i innsynsloggen.", en: "Delete this file when you have finished with it, and send it to nobody. It is written in the access log." }
    file_name(date: &str, name: &str) { nb: "Medlemmer {date} {name} – slett etter bruk", nn: "Medlemer {date} {name} – slett etter bruk", en: "Members {date} {name} – delete after use" }
    search_failed() { nb: "Vi fikk ikke søkt. Trykk på Søk for å prøve igjen.", nn: "Vi fekk ikkje søkt. Trykk på Søk for å prøve igjen.", en: "The search failed. Press Search to try again." }
}

/// "1 medlem", "12 medlemmer".
pub(crate) fn counted(lang: domain::Lang, total: u64) -> String {
    if total == 1 { count_one(lang) } else { count(lang, &crate::format::number(total)) }
}
