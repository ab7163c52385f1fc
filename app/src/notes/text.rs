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
    internal_about() { nb: "Du kan endre notatet i 24 timer. Etter det kan du legge til.", nn: "Du kan endre notatet i 24 timar. Etter det kan du leggje til.", en: "You can change the note for 24 hours. After that you can add to it." }
    shared_about() { nb: "Notatet er med når saken sendes til noen andre.", nn: "Notatet er med når saka blir send til nokon andre.", en: "The note goes along when the case is sent to others." }
    private_about() { nb: "Ingen andre ser den. Du kan dele den senere.", nn: "Ingen andre ser ho. Du kan dele ho seinare.", en: "Nobody else sees it. You can share it later." }
    note_title() { nb: "Notat", nn: "Notat", en: "Note" }
    note_in(number: i64) { nb: "Sak {number}", nn: "Sak {number}", en: "Case {number}" }
    back_to_note() { nb: "Til notatet", nn: "Til notatet", en: "To the note" }
    saved() { nb: "Lagret", nn: "Lagra", en: "Saved" }
    written(when: &str, by: &str) { nb: "Skrevet {when} av {by}", nn: "Skrive {when} av {by}", en: "Written {when} by {by}" }
    changed(when: &str) { nb: "Endret {when}", nn: "Endra {when}", en: "Changed {when}" }
    change() { nb: "Endre notatet", nn: "Endre notatet", en: "Change the note" }
    change_until(when: &str) { nb: "Du kan endre notatet til {when}.", nn: "Du kan endre notatet til {when}.", en: "You can change the note until {when}." }
    add() { nb: "Legg til", nn: "Legg til", en: "Add" }
    additions() { nb: "Lagt til senere", nn: "Lagt til seinare", en: "Added later" }
    earlier() { nb: "Tidligere versjoner", nn: "Tidlegare versjonar", en: "Earlier versions" }
    stood(from: &str, until: &str) { nb: "Sto her fra {from} til {until}", nn: "Stod her frå {from} til {until}", en: "Stood here from {from} until {until}" }
    change_title() { nb: "Endre notatet", nn: "Endre notatet", en: "Change the note" }
    change_lead() { nb: "Teksten som står der nå, blir med som en tidligere versjon.", nn: "Teksten som står der no, blir med som ein tidlegare versjon.", en: "The text that is there now stays as an earlier version." }
    change_private_lead() { nb: "Bare du ser kladden. Del den når den er ferdig.", nn: "Berre du ser kladden. Del han når han er ferdig.", en: "You alone see the draft. Share it when it is ready." }
    too_late() { nb: "Notatet kan ikke endres lenger", nn: "Notatet kan ikkje endrast lenger", en: "The note can no longer be changed" }
    too_late_why() { nb: "Det er mer enn 24 timer siden det ble skrevet. Du kan legge til under det.", nn: "Det er meir enn 24 timar sidan det blei skrive. Du kan leggje til under det.", en: "It was written more than 24 hours ago. You can add to it." }
    add_title() { nb: "Legg til i notatet", nn: "Legg til i notatet", en: "Add to the note" }
    add_lead() { nb: "Det du skriver, står under notatet med navn og tid.", nn: "Det du skriv, står under notatet med namn og tid.", en: "What you write stands under the note with your name and the time." }
    add_label() { nb: "Hva vil du legge til?", nn: "Kva vil du leggje til?", en: "What do you want to add?" }
    save_addition() { nb: "Legg til i notatet", nn: "Legg til i notatet", en: "Add to the note" }
    came_too_late() { nb: "Fristen for å endre notatet gikk ut", nn: "Fristen for å endre notatet gjekk ut", en: "The time for changing the note ran out" }
    came_too_late_text() { nb: "Teksten din er tatt vare på. Den står under, så du kan legge den til.", nn: "Teksten din er teken vare på. Han står under, så du kan leggje han til.", en: "Your text is kept. It is below, so that you can add it." }
    choose_title() { nb: "Notatet er endret mens du skrev", nn: "Notatet er endra medan du skreiv", en: "The note was changed while you were writing" }
    choose_lead() { nb: "Ingenting er borte. Her er begge tekstene. Velg hva som skal stå.", nn: "Ingenting er borte. Her er begge tekstane. Vel kva som skal stå.", en: "Nothing is lost. Here are both texts. Choose what is to stand." }
    stands_now() { nb: "Dette står i notatet nå", nn: "Dette står i notatet no", en: "This is in the note now" }
    saved_at(when: &str) { nb: "Lagret {when}", nn: "Lagra {when}", en: "Saved {when}" }
    you_wrote() { nb: "Dette skrev du", nn: "Dette skreiv du", en: "This is what you wrote" }
    you_wrote_hint() { nb: "Du kan endre teksten før du lagrer.", nn: "Du kan endre teksten før du lagrar.", en: "You can change the text before you save." }
    keep_now() { nb: "Behold det som står", nn: "Behald det som står", en: "Keep what is there" }
    save_mine() { nb: "Lagre det jeg skrev", nn: "Lagre det eg skreiv", en: "Save what I wrote" }
    save_both() { nb: "Lagre begge under hverandre", nn: "Lagre begge under kvarandre", en: "Save both, one below the other" }
}
