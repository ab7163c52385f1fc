//! The words of the access log.

use crate::i18n::texts;

texts! {
    title() { nb: "Innsynslogg", nn: "Innsynslogg", en: "Access log" }
    lead() {
        nb: "Her ser du hvem som har sett på hvem. Det du gjør her, blir også skrevet i loggen.",
        nn: "Her ser du kven som har sett på kven. Det du gjer her, blir òg skrive i loggen.",
        en: "Here you see who has looked at whom. What you do here is written in the log too.",
    }
    first() { nb: "Se på dette først", nn: "Sjå på dette først", en: "Look at this first" }
    first_why() {
        nb: "Dette skiller seg ut i det siste. Det kan ha en god grunn. Spør den det gjelder.",
        nn: "Dette skil seg ut i det siste. Det kan ha ein god grunn. Spør den det gjeld.",
        en: "This stands out lately. There may be a good reason. Ask the person.",
    }
    nothing_unusual() { nb: "Ingenting skiller seg ut den siste uken", nn: "Ingenting skil seg ut den siste veka", en: "Nothing stands out in the last week" }
    nothing_unusual_why() {
        nb: "Vi ser etter mange oppslag på kort tid, flere enn vanlig på én dag, oppslag om natten, og kort som mange åpner.",
        nn: "Vi ser etter mange oppslag på kort tid, fleire enn vanleg på éin dag, oppslag om natta, og kort som mange opnar.",
        en: "We look for many openings in a short time, more than usual in one day, openings at night, and cards that many open.",
    }
    many_in_a_row(name: &str, number: u32) { nb: "{name} åpnet {number} kort og saker på ti minutter", nn: "{name} opna {number} kort og saker på ti minutt", en: "{name} opened {number} cards and cases in ten minutes" }
    more_than_usual(name: &str, number: u32) { nb: "{name} har åpnet {number} kort og saker i dag", nn: "{name} har opna {number} kort og saker i dag", en: "{name} has opened {number} cards and cases today" }
    stopped(name: &str) { nb: "{name} ble stoppet fordi det ble for mange søk etter medlemmer", nn: "{name} blei stoppa fordi det blei for mange søk etter medlemer", en: "{name} was stopped because of too many searches for members" }
    guessed(name: &str) { nb: "{name} ble stoppet fordi det ble prøvd mange adresser til medlemmer eller saker", nn: "{name} blei stoppa fordi det blei prøvd mange adresser til medlemer eller saker", en: "{name} was stopped because of too many tries at the addresses of members or cases" }
    times_stopped(number: u32) { nb: "Antall ganger: {number}", nn: "Kor mange gonger: {number}", en: "Number of times: {number}" }
    search_stopped() { nb: "Ble stoppet: for mange søk etter medlemmer", nn: "Blei stoppa: for mange søk etter medlemer", en: "Was stopped: too many searches for members" }
    guessing_stopped() { nb: "Ble stoppet: prøvde mange adresser til medlemmer eller saker", nn: "Blei stoppa: prøvde mange adresser til medlemer eller saker", en: "Was stopped: tried many addresses of members or cases" }
    took_case(number: i64) { nb: "Hentet ut hele sak {number} som fil", nn: "Henta ut heile sak {number} som fil", en: "Took out the whole of case {number} as a file" }
    took_a_case() { nb: "Hentet ut en hel sak som fil", nn: "Henta ut ei heil sak som fil", en: "Took out a whole case as a file" }
    report_case_taken() { nb: "Hentet ut en sak som gjelder deg, som fil", nn: "Henta ut ei sak som gjeld deg, som fil", en: "Took out a case about you as a file" }
    took_cases() { nb: "Hentet ut en liste med saker", nn: "Henta ut ei liste med saker", en: "Took out a list of cases" }
    took_members() { nb: "Hentet ut en liste med medlemmer", nn: "Henta ut ei liste med medlemer", en: "Took out a list of members" }
    purpose(purpose: &str, why: &str) { nb: "Formål: {purpose}. {why}", nn: "Føremål: {purpose}. {why}", en: "Purpose: {purpose}. {why}" }
    usual_day(usual: u32) { nb: "På en vanlig dag: {usual}", nn: "På ein vanleg dag: {usual}", en: "On an ordinary day: {usual}" }
    at_night(name: &str, number: u32) { nb: "{name} åpnet kort eller saker {number} ganger om natten", nn: "{name} opna kort eller saker {number} gonger om natta", en: "{name} opened cards or cases {number} times at night" }
    usual_night(usual: u32) { nb: "Mellom kl. 23 og 05. Før det: {usual} ganger", nn: "Mellom kl. 23 og 05. Før det: {usual} gonger", en: "Between 23:00 and 05:00. Before that: {usual} times" }
    many_viewers(name: &str, number: u32) { nb: "{number} personer har åpnet kortet til {name}", nn: "{number} personar har opna kortet til {name}", en: "{number} people have opened the card of {name}" }
    from_to(from: &str, to: &str) { nb: "Fra {from} til {to}", nn: "Frå {from} til {to}", en: "From {from} to {to}" }
    looks() { nb: "Alle oppslag", nn: "Alle oppslag", en: "All looks" }
    newest_first() { nb: "Nyeste først", nn: "Nyaste først", en: "Newest first" }
    about() { nb: "Hvem ble sett på", nn: "Kven blei sett på", en: "Who was looked at" }
    by() { nb: "Hvem så", nn: "Kven såg", en: "Who looked" }
    person_hint() { nb: "Skriv medlemsnummer eller navn", nn: "Skriv medlemsnummer eller namn", en: "Write a member number or a name" }
    from() { nb: "Fra dato", nn: "Frå dato", en: "From date" }
    to() { nb: "Til dato", nn: "Til dato", en: "To date" }
    chip_about(words: &str) { nb: "Sett på: {words}", nn: "Sett på: {words}", en: "Looked at: {words}" }
    chip_by(words: &str) { nb: "Hvem så: {words}", nn: "Kven såg: {words}", en: "Who looked: {words}" }
    chip_from(date: &str) { nb: "Fra {date}", nn: "Frå {date}", en: "From {date}" }
    chip_to(date: &str) { nb: "Til {date}", nn: "Til {date}", en: "To {date}" }
    not_a_date() { nb: "Datoen ble ikke forstått. Skriv den slik: 12.3.2026", nn: "Datoen blei ikkje forstått. Skriv han slik: 12.3.2026", en: "The date was not understood. Write it like this: 12.3.2026" }
    several(words: &str) { nb: "Flere passer til «{words}». Velg en:", nn: "Fleire passar til «{words}». Vel ein:", en: "Several people fit “{words}”. Choose one:" }
    too_many() { nb: "Flere enn 20 passer. Skriv mer av navnet, eller medlemsnummeret.", nn: "Fleire enn 20 passar. Skriv meir av namnet, eller medlemsnummeret.", en: "More than 20 people fit. Write more of the name, or the member number." }
    person_no(name: &str, number: &str) { nb: "{name}, nr. {number}", nn: "{name}, nr. {number}", en: "{name}, no. {number}" }
    none() { nb: "Ingen oppslag passer", nn: "Ingen oppslag passar", en: "No looks fit" }
    none_why() { nb: "Ta bort noe av det du har valgt, eller se om nummeret er riktig.", nn: "Ta bort noko av det du har valt, eller sjå om nummeret er rett.", en: "Remove something you have chosen, or check the number." }
    column_when() { nb: "Tid", nn: "Tid", en: "Time" }
    column_who() { nb: "Hvem", nn: "Kven", en: "Who" }
    column_office() { nb: "Verv", nn: "Verv", en: "Office" }
    column_what() { nb: "Hva", nn: "Kva", en: "What" }
    unknown_person() { nb: "Ukjent person", nn: "Ukjend person", en: "Unknown person" }
    office_at(office: &str, unit: &str) { nb: "{office} i {unit}", nn: "{office} i {unit}", en: "{office} at {unit}" }
    opened_card(name: &str) { nb: "Åpnet kortet til {name}", nn: "Opna kortet til {name}", en: "Opened the card of {name}" }
    opened_case(number: i64) { nb: "Åpnet sak {number}", nn: "Opna sak {number}", en: "Opened case {number}" }
    opened_a_case() { nb: "Åpnet en sak", nn: "Opna ei sak", en: "Opened a case" }
    opened_document(number: i64) { nb: "Åpnet et dokument i sak {number}", nn: "Opna eit dokument i sak {number}", en: "Opened a document in case {number}" }
    opened_a_document() { nb: "Åpnet et dokument i en sak", nn: "Opna eit dokument i ei sak", en: "Opened a document in a case" }
    report_document() { nb: "Åpnet et dokument i en sak om medlemmet", nn: "Opna eit dokument i ei sak om medlemet", en: "Opened a document in a case about the member" }
    saw_members() { nb: "Så en liste med medlemmer", nn: "Såg ei liste med medlemer", en: "Saw a list of members" }
    saw_cases() { nb: "Så en liste med saker", nn: "Såg ei liste med saker", en: "Saw a list of cases" }
    saw_registry_file() { nb: "Tok stilling til en fil fra medlemsregisteret", nn: "Tok stilling til ei fil frå medlemsregisteret", en: "Decided about a file of the member registry" }
    saw_employer() { nb: "Så på siden til en arbeidsgiver", nn: "Såg på sida til ein arbeidsgivar", en: "Saw the page of an employer" }
    saw_unit() { nb: "Så hvem som har verv i en klubb eller fagforening", nn: "Såg kven som har verv i ein klubb eller ei fagforeining", en: "Saw who holds office in a club or a local" }
    saw_today() { nb: "Så på siden I dag", nn: "Såg på sida I dag", en: "Saw the page Today" }
    changed_policy(version: i32) { nb: "Satte versjon {version} av reglene for tilgang i kraft", nn: "Sette versjon {version} av reglane for tilgang i kraft", en: "Put version {version} of the rules of access in force" }
    tried_policy() { nb: "Ville endre reglene for tilgang. Det ble ikke noe av", nn: "Ville endre reglane for tilgang. Det blei ikkje noko av", en: "Meant to change the rules of access. Nothing came of it" }
    changed_types(version: i32) { nb: "Satte versjon {version} av sakstypene i kraft", nn: "Sette versjon {version} av sakstypane i kraft", en: "Put version {version} of the case types in force" }
    tried_types() { nb: "Ville endre sakstypene. Det ble ikke noe av", nn: "Ville endre sakstypane. Det blei ikkje noko av", en: "Meant to change the case types. Nothing came of it" }
    searched_holders() { nb: "Søkte blant dem som har verv", nn: "Søkte blant dei som har verv", en: "Searched among those who hold offices" }
    explained(name: &str) { nb: "Så hva vervene gir, eller hvem som ser {name}", nn: "Såg kva verva gjev, eller kven som ser {name}", en: "Saw what the offices give, or who sees {name}" }
    explained_case(number: i64) { nb: "Spurte hvem som ser sak {number}", nn: "Spurde kven som ser sak {number}", en: "Asked who sees case {number}" }
    explained_a_case() { nb: "Spurte hvem som ser en sak", nn: "Spurde kven som ser ei sak", en: "Asked who sees a case" }
    report_explained() { nb: "Så hva vervene til medlemmet gir, eller hvem som ser medlemmet", nn: "Såg kva verva til medlemet gjev, eller kven som ser medlemet", en: "Saw what the member’s offices give, or who sees the member" }
    noted(words: &str) { nb: "Grunn: {words}", nn: "Grunn: {words}", en: "Reason: {words}" }
    asked_about(words: &str) { nb: "Spurte om nummer {words}", nn: "Spurde om nummer {words}", en: "Asked about number {words}" }
    rules_changed(by: &str, version: i32) { nb: "{by} har endret reglene for tilgang (versjon {version})", nn: "{by} har endra reglane for tilgang (versjon {version})", en: "{by} has changed the rules of access (version {version})" }
    rules_gave_self(by: &str, version: i32) { nb: "{by} har gitt seg selv mer tilgang (versjon {version})", nn: "{by} har gjeve seg sjølv meir tilgang (versjon {version})", en: "{by} has given themselves more access (version {version})" }
    saw_log() { nb: "Leste innsynsloggen", nn: "Las innsynsloggen", en: "Read the access log" }
    saw_report(name: &str) { nb: "Så hvem som har lest om {name}", nn: "Såg kven som har lese om {name}", en: "Saw who has read about {name}" }
    took_report(name: &str) { nb: "Hentet ut hvem som har lest om {name}", nn: "Henta ut kven som har lese om {name}", en: "Took out who has read about {name}" }
    something_else() { nb: "Noe annet", nn: "Noko anna", en: "Something else" }
    searched(words: &str) { nb: "Søkte på «{words}»", nn: "Søkte på «{words}»", en: "Searched for “{words}”" }
    held(found: &str) { nb: "{found} i listen", nn: "{found} i lista", en: "{found} in the list" }
    report(name: &str) { nb: "Hvem har lest om {name}", nn: "Kven har lese om {name}", en: "Who has read about {name}" }
    report_link(name: &str) { nb: "Se hvem som har lest om {name}", nn: "Sjå kven som har lese om {name}", en: "See who has read about {name}" }
    report_lead(number: &str, date: &str) {
        nb: "Medlemsnummer {number}. Laget {date}, nyeste oppslag først.",
        nn: "Medlemsnummer {number}. Laga {date}, nyaste oppslag først.",
        en: "Member number {number}. Made {date}, newest first.",
    }
    report_check() { nb: "Se over før du gir den fra deg", nn: "Sjå over før du gjev han frå deg", en: "Check it before you hand it over" }
    report_check_why() {
        nb: "Medlemmet har rett til å vite hvem som har lest. Noen oppslag kan være unntatt, for eksempel når en sak må holdes hemmelig.",
        nn: "Medlemet har rett til å vite kven som har lese. Nokre oppslag kan vere unnatekne, til dømes når ei sak må haldast hemmeleg.",
        en: "The member has a right to know who has read. Some looks may be exempt, for example when a case must be kept secret.",
    }
    report_none(name: &str) { nb: "Ingen har lest om {name}", nn: "Ingen har lese om {name}", en: "Nobody has read about {name}" }
    report_none_why() { nb: "Hverken kortet eller en sak er åpnet.", nn: "Verken kortet eller ei sak er opna.", en: "Neither the card nor a case has been opened." }
    report_more() { nb: "Bare de 2 000 siste oppslagene er med.", nn: "Berre dei 2 000 siste oppslaga er med.", en: "Only the last 2,000 looks are included." }
    report_card() { nb: "Åpnet medlemskortet", nn: "Opna medlemskortet", en: "Opened the member card" }
    report_case() { nb: "Åpnet en sak om medlemmet", nn: "Opna ei sak om medlemet", en: "Opened a case about the member" }
    report_report() { nb: "Så denne oversikten", nn: "Såg denne oversikta", en: "Saw this report" }
    report_export() { nb: "Hentet ut denne oversikten", nn: "Henta ut denne oversikta", en: "Took out this report" }
    as_file() { nb: "Hent som CSV-fil", nn: "Hent som CSV-fil", en: "Get it as a CSV file" }
    print_hint() { nb: "Skriv ut siden fra nettleseren om medlemmet vil ha den på papir.", nn: "Skriv ut sida frå nettlesaren om medlemet vil ha ho på papir.", en: "Print the page from the browser if the member wants it on paper." }
}
