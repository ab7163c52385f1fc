//! The words of letters.

use domain::letters::FieldKind;
use domain::{Code, Lang};

use crate::i18n::{terms, texts};

texts! {
    title() { nb: "Skriv brev", nn: "Skriv brev", en: "Write a letter" }
    back_to_case() { nb: "Til saken", nn: "Til saka", en: "To the case" }
    choose_lead() {
        nb: "Velg hva du vil skrive. Du ser brevet før du bruker det.",
        nn: "Vel kva du vil skrive. Du ser brevet før du bruker det.",
        en: "Choose what to write. You will see the letter before you use it.",
    }
    suggested() { nb: "Passer til saken", nn: "Passar til saka", en: "Fits the case" }
    others() { nb: "Andre brev", nn: "Andre brev", en: "Other letters" }
    begun() { nb: "Begynt på", nn: "Byrja på", en: "Begun" }
    back_to_choice() { nb: "Velg et annet brev", nn: "Vel eit anna brev", en: "Choose another letter" }
    language() { nb: "Hvilket språk skal brevet være på?", nn: "Kva språk skal brevet vere på?", en: "Which language is the letter in?" }
    from_case() { nb: "Hentet fra saken", nn: "Henta frå saka", en: "Taken from the case" }
    from_case_lead() { nb: "Se om dette stemmer. Du kan endre det.", nn: "Sjå om dette stemmer. Du kan endre det.", en: "See if this is right. You can change it." }
    to_preview() { nb: "Se brevet", nn: "Sjå brevet", en: "See the letter" }
    preview_lead() {
        nb: "Slik blir brevet. Les gjennom det før du sender det.",
        nn: "Slik blir brevet. Les gjennom det før du sender det.",
        en: "This is the letter. Read it through before you send it.",
    }
    take_pdf() { nb: "Hent som PDF", nn: "Hent som PDF", en: "Get as PDF" }
    take_docx() { nb: "Hent som Word-fil", nn: "Hent som Word-fil", en: "Get as a Word file" }
    keep() { nb: "Lagre på saken", nn: "Lagre på saka", en: "Save in the case" }
    keep_version(number: u32) { nb: "Lagre på saken som versjon {number}", nn: "Lagre på saka som versjon {number}", en: "Save in the case as version {number}" }
    kept_before(number: u32) { nb: "Et slikt brev er lagret på saken, i versjon {number}:", nn: "Eit slikt brev er lagra på saka, i versjon {number}:", en: "Such a letter is saved in the case, as version {number}:" }
    not_kept() { nb: "Brevet er ikke lagret på saken", nn: "Brevet er ikkje lagra på saka", en: "The letter is not saved in the case" }
    changed_meanwhile() {
        nb: "Noen har lagret en ny versjon etter at du åpnet siden. Se på den først. Så kan du lagre din.",
        nn: "Nokon har lagra ein ny versjon etter at du opna sida. Sjå på han først. Så kan du lagre din.",
        en: "Somebody has saved a new version since you opened the page. Look at that one first. Then you can save yours.",
    }
    change() { nb: "Endre", nn: "Endre", en: "Change" }
    after() {
        nb: "PDF er til å skrive ut eller sende. I Word-filen kan du endre teksten.",
        nn: "PDF er til å skrive ut eller sende. I Word-fila kan du endre teksten.",
        en: "The PDF is for printing or sending. In the Word file you can change the text.",
    }
    not_ready() { nb: "Brevet er ikke ferdig", nn: "Brevet er ikkje ferdig", en: "The letter is not ready" }
    not_ready_lead() { nb: "Noe mangler. Fyll ut resten, så ser du brevet.", nn: "Noko manglar. Fyll ut resten, så ser du brevet.", en: "Something is missing. Fill in the rest to see the letter." }
    fill_in() { nb: "Fyll ut", nn: "Fyll ut", en: "Fill in" }
    place_and_date() { nb: "Sted og dato", nn: "Stad og dato", en: "Place and date" }
    signature() { nb: "Underskrift", nn: "Underskrift", en: "Signature" }
    too_many(field: &str, max: u32) { nb: "{field}: skriv høyst {max} linjer", nn: "{field}: skriv høgst {max} linjer", en: "{field}: write at most {max} lines" }
}

/// What is wrong with a field of a letter, in the words of other forms; the field's name is the template's.
pub(super) fn error(lang: Lang, label: &str, kind: FieldKind, code: Code) -> String {
    let label = label.trim_end_matches('?');
    match code {
        Code::TooMany { max } => too_many(lang, label, max),
        code => terms::error_at(lang, label, kind == FieldKind::Choice, code),
    }
}
