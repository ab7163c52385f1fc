//! The words of imports.

use domain::imports::ImportState;
use domain::registry::{FileKind, LineType};

use crate::i18n::{texts, words};

words! {
    state(ImportState) {
        Applied { nb: "Tatt inn", nn: "Teken inn", en: "Taken in" }
        Held { nb: "Venter på deg", nn: "Ventar på deg", en: "Waiting for you" }
        Approved { nb: "Godkjent og tatt inn", nn: "Godkjend og teken inn", en: "Approved and taken in" }
        Rejected { nb: "Avvist", nn: "Avvist", en: "Rejected" }
        Refused { nb: "Kunne ikke tas inn", nn: "Kunne ikkje takast inn", en: "Could not be taken in" }
    }
    file_kind(FileKind) {
        Full { nb: "Hele registeret", nn: "Heile registeret", en: "The whole registry" }
        Difference { nb: "Bare endringer", nn: "Berre endringar", en: "Changes only" }
    }
    of(LineType) {
        Unit { nb: "Enheter", nn: "Einingar", en: "Units" }
        Coverage { nb: "Hva klubbene dekker", nn: "Kva klubbane dekkjer", en: "What the clubs cover" }
        Member { nb: "Medlemmer", nn: "Medlemer", en: "Members" }
        Employment { nb: "Arbeidsforhold", nn: "Arbeidsforhold", en: "Employments" }
        Mandate { nb: "Verv", nn: "Verv", en: "Offices held" }
    }
}

texts! {
    title() { nb: "Filer fra medlemsregisteret", nn: "Filer frå medlemsregisteret", en: "Files from the member registry" }
    lead() { nb: "Hver fil vi har fått, og hva den gjorde.", nn: "Kvar fil vi har fått, og kva ho gjorde.", en: "Each file we have been given, and what it did." }
    none() { nb: "Ingen filer ennå", nn: "Ingen filer enno", en: "No files yet" }
    none_why() { nb: "Når medlemsregisteret sender en fil, står den her.", nn: "Når medlemsregisteret sender ei fil, står ho her.", en: "When the member registry sends a file, it will be here." }
    when() { nb: "Når", nn: "Når", en: "When" }
    file() { nb: "Fil", nn: "Fil", en: "File" }
    what_came_of_it() { nb: "Hva det ble til", nn: "Kva det vart til", en: "What came of it" }
    contents() { nb: "Innhold", nn: "Innhald", en: "Contents" }
    unchanged() { nb: "Ingen endring", nn: "Inga endring", en: "No change" }
    nothing_changed() { nb: "Filen sa det samme som vi visste. Ingenting ble endret.", nn: "Fila sa det same som vi visste. Ingenting vart endra.", en: "The file said what we knew. Nothing was changed." }
    one(when: &str) { nb: "Fil fra {when}", nn: "Fil frå {when}", en: "File of {when}" }
    held_title() { nb: "Filen er satt på vent, og ingenting er endret", nn: "Fila er sett på vent, og ingenting er endra", en: "The file is held, and nothing is changed" }
    held_members(ending: &str, of: &str) { nb: "{ending} av {of} medlemmer blir avsluttet.", nn: "{ending} av {of} medlemer blir avslutta.", en: "{ending} of {of} members would end." }
    held_mandates(ending: &str, of: &str) { nb: "{ending} av {of} verv blir avsluttet. De som har dem, mister tilgangen.", nn: "{ending} av {of} verv blir avslutta. Dei som har dei, mistar tilgangen.", en: "{ending} of {of} offices would end. Those who hold them lose their access." }
    held_do() { nb: "Spør dem som sendte filen om dette er riktig. Er det riktig, tar du filen inn. Er det feil, avviser du den og ber om en ny.", nn: "Spør dei som sende fila om dette er rett. Er det rett, tek du fila inn. Er det feil, avviser du ho og ber om ei ny.", en: "Ask those who sent the file whether this is right. If it is, take the file in. If not, reject it and ask for a new one." }
    approve() { nb: "Ta inn filen", nn: "Ta inn fila", en: "Take the file in" }
    reject() { nb: "Avvis filen", nn: "Avvis fila", en: "Reject the file" }
    approving() { nb: "Du har godkjent filen. Den blir tatt inn nå, og det kan ta et par minutter. Står dette her lenge, kan du prøve en gang til.", nn: "Du har godkjent fila. Ho blir teken inn no, og det kan ta eit par minutt. Står dette her lenge, kan du prøve ein gong til.", en: "You have approved the file. It is being taken in now, which may take a couple of minutes. If this stays here long, you can try once more." }
    approving_title() { nb: "Filen blir tatt inn nå", nn: "Fila blir teken inn no", en: "The file is being taken in" }
    try_again() { nb: "Prøv en gang til", nn: "Prøv ein gong til", en: "Try once more" }
    too_late() { nb: "Noen har allerede bestemt om denne filen, eller en nyere fil er tatt inn etter den.", nn: "Nokon har alt bestemt om denne fila, eller ei nyare fil er teken inn etter ho.", en: "Somebody has already decided about this file, or a newer one has been taken in since." }
    refused_title() { nb: "Filen har feil, og ingenting er endret", nn: "Fila har feil, og ingenting er endra", en: "The file has faults, and nothing is changed" }
    refused_why() { nb: "Send listen under til dem som lager filen.", nn: "Send lista under til dei som lagar fila.", en: "Send the list below to those who make the file." }
    about() { nb: "Om filen", nn: "Om fila", en: "About the file" }
    took() { nb: "Tok", nn: "Tok", en: "Took" }
    seconds(seconds: &str) { nb: "{seconds} sekunder", nn: "{seconds} sekund", en: "{seconds} seconds" }
    begun_by() { nb: "Startet med", nn: "Starta med", en: "Begun by" }
    checksum() { nb: "Kontrollsum (SHA-256)", nn: "Kontrollsum (SHA-256)", en: "Checksum (SHA-256)" }
    decided() { nb: "Avgjort", nn: "Avgjort", en: "Decided" }
    decided_by(when: &str, who: &str) { nb: "{when} av {who}", nn: "{when} av {who}", en: "{when} by {who}" }
    the_command_line() { nb: "kommandolinjen", nn: "kommandolinja", en: "the command line" }
    changes() { nb: "Hva filen gjør", nn: "Kva fila gjer", en: "What the file does" }
    kind_of_thing() { nb: "Hva", nn: "Kva", en: "What" }
    added() { nb: "Nye", nn: "Nye", en: "New" }
    changed() { nb: "Endret", nn: "Endra", en: "Changed" }
    same() { nb: "Som før", nn: "Som før", en: "As before" }
    ended() { nb: "Avsluttet", nn: "Avslutta", en: "Ended" }
    rejected_lines(total: &str) { nb: "Linjer som ikke kan brukes: {total}", nn: "Linjer som ikkje kan brukast: {total}", en: "Lines that cannot be used: {total}" }
    warnings(total: &str) { nb: "Se på dette: {total}", nn: "Sjå på dette: {total}", en: "Look at this: {total}" }
    line(line: u64) { nb: "Linje {line}", nn: "Linje {line}", en: "Line {line}" }
    line_in(file: &str, line: u64) { nb: "{file}, linje {line}", nn: "{file}, linje {line}", en: "{file}, line {line}" }
    whole_file() { nb: "Hele filen", nn: "Heile fila", en: "The whole file" }
    and_more(more: &str) { nb: "og {more} til", nn: "og {more} til", en: "and {more} more" }
}
