//! The words of notes.

use crate::i18n::texts;

texts! {
    title() { nb: "Skriv notat", nn: "Skriv notat", en: "Write a note" }
    body() { nb: "Notat", nn: "Notat", en: "Note" }
    body_hint() {
        nb: "Skriv det viktigste først: hva ble sagt, av hvem, og hva ble dere enige om?",
        nn: "Skriv det viktigaste først: kva blei sagt, av kven, og kva blei de samde om?",
        en: "Write the most important first: what was said, by whom, and what did you agree on?",
    }
    save() { nb: "Lagre notatet", nn: "Lagre notatet", en: "Save the note" }
    back_to_case() { nb: "Til saken", nn: "Til saka", en: "To the case" }
}
