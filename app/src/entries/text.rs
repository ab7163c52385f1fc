//! The words of contact and decisions.

use crate::i18n::texts;

texts! {
    contact_title() { nb: "Skriv opp kontakt", nn: "Skriv opp kontakt", en: "Write down contact" }
    contact_lead() { nb: "Hvem du har snakket med, når, og hva som ble sagt.", nn: "Kven du har snakka med, når, og kva som blei sagt.", en: "Whom you have talked to, when, and what was said." }
    who_hint() { nb: "For eksempel: Rektor, Kari Nordmann", nn: "Til dømes: Rektor, Kari Nordmann", en: "For example: The head teacher, Kari Nordmann" }
    time_hint() { nb: "Skriv klokkeslettet slik: 14.30", nn: "Skriv klokkeslettet slik: 14.30", en: "Write the time like this: 14.30" }
    said_hint() { nb: "Skriv det viktigste først. Skriv hva som ble sagt, ikke hva du tror.", nn: "Skriv det viktigaste først. Skriv kva som blei sagt, ikkje kva du trur.", en: "Write the most important first. Write what was said, not what you think." }
    save_contact() { nb: "Lagre kontakten", nn: "Lagre kontakten", en: "Save the contact" }
    decision_title() { nb: "Skriv opp beslutning", nn: "Skriv opp avgjerd", en: "Write down a decision" }
    decision_lead() { nb: "Med grunnen, så andre forstår den om et år.", nn: "Med grunnen, så andre forstår ho om eit år.", en: "With the reason, so that others understand it a year from now." }
    decided_hint() { nb: "For eksempel: Vi krever forhandling", nn: "Til dømes: Vi krev forhandling", en: "For example: We demand negotiations" }
    by_hint() { nb: "Du selv, styret, medlemmet – den som tok den", nn: "Du sjølv, styret, medlemen – den som tok ho", en: "You, the board, the member – whoever took it" }
    save_decision() { nb: "Lagre beslutningen", nn: "Lagre avgjerda", en: "Save the decision" }
    cannot_be_changed() { nb: "Det du lagrer her, kan ikke endres etterpå.", nn: "Det du lagrar her, kan ikkje endrast etterpå.", en: "What you save here cannot be changed afterwards." }
    back_to_case() { nb: "Til saken", nn: "Til saka", en: "To the case" }
}
