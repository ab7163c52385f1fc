//! The words of tasks.

use crate::i18n::texts;

texts! {
    title() { nb: "Ny oppgave", nn: "Ny oppgåve", en: "New task" }
    lead() { nb: "Skriv opp noe du skal gjøre i saken.", nn: "Skriv opp noko du skal gjere i saka.", en: "Write down something you are to do in the case." }
    what() { nb: "Hva skal gjøres?", nn: "Kva skal gjerast?", en: "What is to be done?" }
    what_hint() { nb: "For eksempel: Ring arbeidsgiver og avtal møte", nn: "Til dømes: Ring arbeidsgjevar og avtal møte", en: "For example: Call the employer and agree on a meeting" }
    when() { nb: "Når skal det være gjort?", nn: "Når skal det vere gjort?", en: "When is it to be done?" }
    save() { nb: "Lagre oppgaven", nn: "Lagre oppgåva", en: "Save the task" }
    back_to_case() { nb: "Til saken", nn: "Til saka", en: "To the case" }
    case_number(number: i64) { nb: "Sak {number}", nn: "Sak {number}", en: "Case {number}" }
    done() { nb: "Ferdig", nn: "Ferdig", en: "Done" }
    undo() { nb: "Angre", nn: "Angre", en: "Undo" }
    mark_done(title: &str) { nb: "Merk som ferdig: {title}", nn: "Merk som ferdig: {title}", en: "Mark as done: {title}" }
    mark_undone(title: &str) { nb: "Angre ferdig: {title}", nn: "Angre ferdig: {title}", en: "Undo done: {title}" }
    owner(name: &str) { nb: "Gjøres av {name}", nn: "Blir gjort av {name}", en: "To be done by {name}" }
    given_hint() { nb: "Den får oppgaven i I dag.", nn: "Den får oppgåva i I dag.", en: "They get the task in Today." }
    more() { nb: "Gjenta oppgaven, eller beskriv den", nn: "Gjenta oppgåva, eller beskriv ho", en: "Repeat the task, or describe it" }
    again() { nb: "Hvor ofte skal det gjøres?", nn: "Kor ofte skal det gjerast?", en: "How often is it to be done?" }
    again_hint() { nb: "Når du er ferdig med én, lager vi den neste. Da må oppgaven ha en dato.", nn: "Når du er ferdig med éi, lagar vi den neste. Då må oppgåva ha ein dato.", en: "When one is done, we make the next. The task needs a date then." }
    dropped() { nb: "Droppet", nn: "Droppa", en: "Dropped" }
    back_to(number: i64) { nb: "Sak {number}", nn: "Sak {number}", en: "Case {number}" }
    back_to_task() { nb: "Til oppgaven", nn: "Til oppgåva", en: "To the task" }
    saved() { nb: "Lagret", nn: "Lagra", en: "Saved" }
    kept() { nb: "Oppgaven står som den var. Det du skrev, er slettet.", nn: "Oppgåva står som ho var. Det du skreiv, er sletta.", en: "The task is as it was. What you wrote is deleted." }
    commented() { nb: "Kommentaren er lagret", nn: "Kommentaren er lagra", en: "The comment is saved" }
    is_dropped() { nb: "Oppgaven er droppet", nn: "Oppgåva er droppa", en: "The task is dropped" }
    too_late() { nb: "Noen andre endret oppgaven først. Se hvordan den er nå, og prøv igjen.", nn: "Nokon andre endra oppgåva først. Sjå korleis ho er no, og prøv igjen.", en: "Somebody else changed the task first. See how it is now, and try again." }
    done_by(name: &str, at: &str) { nb: "{name} ble ferdig med oppgaven {at}.", nn: "{name} blei ferdig med oppgåva {at}.", en: "{name} finished the task on {at}." }
    dropped_by(name: &str, at: &str) { nb: "{name} droppet oppgaven {at}.", nn: "{name} droppa oppgåva {at}.", en: "{name} dropped the task on {at}." }
    because(reason: &str) { nb: "Hvorfor: {reason}", nn: "Kvifor: {reason}", en: "Why: {reason}" }
    me(name: &str) { nb: "{name} (deg)", nn: "{name} (deg)", en: "{name} (you)" }
    no_date() { nb: "Ingen dato", nn: "Ingen dato", en: "No date" }
    by_at(name: &str, at: &str) { nb: "{name}, {at}", nn: "{name}, {at}", en: "{name}, {at}" }
    changed() { nb: "Endret", nn: "Endra", en: "Changed" }
    made() { nb: "Skrevet opp", nn: "Skriven opp", en: "Written down" }
    due() { nb: "Gjøres innen", nn: "Skal gjerast innan", en: "To be done by" }
    done_by_whom() { nb: "Gjøres av", nn: "Blir gjort av", en: "To be done by whom" }
    take_up_again() { nb: "Ta opp oppgaven igjen", nn: "Ta opp oppgåva igjen", en: "Take the task up again" }
    comments() { nb: "Kommentarer", nn: "Kommentarar", en: "Comments" }
    no_comments() { nb: "Ingen kommentarer ennå.", nn: "Ingen kommentarar enno.", en: "No comments yet." }
    new_comment() { nb: "Skriv en kommentar", nn: "Skriv ein kommentar", en: "Write a comment" }
    save_comment() { nb: "Lagre kommentaren", nn: "Lagre kommentaren", en: "Save the comment" }
    drop() { nb: "Dropp oppgaven", nn: "Dropp oppgåva", en: "Drop the task" }
    drop_lead() { nb: "Da skal den ikke gjøres likevel. Den blir stående i saken med det du skriver her.", nn: "Då skal ho ikkje gjerast likevel. Ho blir ståande i saka med det du skriv her.", en: "Then it is not to be done after all. It stays in the case with what you write here." }
    drop_why() { nb: "Hvorfor skal den ikke gjøres?", nn: "Kvifor skal ho ikkje gjerast?", en: "Why is it not to be done?" }
    drop_hint() { nb: "For eksempel: Arbeidsgiver har svart på e-post", nn: "Til dømes: Arbeidsgjevar har svart på e-post", en: "For example: The employer has answered by e-mail" }
    change_title() { nb: "Endre oppgaven", nn: "Endre oppgåva", en: "Change the task" }
    save_change() { nb: "Lagre endringen", nn: "Lagre endringa", en: "Save the change" }
    both_title() { nb: "Noen andre endret oppgaven mens du skrev", nn: "Nokon andre endra oppgåva medan du skreiv", en: "Somebody else changed the task while you wrote" }
    both_who(name: &str, at: &str) { nb: "{name} endret den {at}.", nn: "{name} endra ho {at}.", en: "{name} changed it on {at}." }
    both_why() { nb: "Ingenting er borte. Velg hvilken som skal gjelde. Du kan også rette i din før du lagrer.", nn: "Ingenting er borte. Vel kva for ei som skal gjelde. Du kan òg rette i di før du lagrar.", en: "Nothing is lost. Choose which is to stand. You can also correct yours before you save." }
    both_theirs() { nb: "Slik er oppgaven nå", nn: "Slik er oppgåva no", en: "The task as it is now" }
    both_mine() { nb: "Dette skrev du", nn: "Dette skreiv du", en: "What you wrote" }
    keep_theirs() { nb: "Behold den som den er", nn: "Behald ho som ho er", en: "Keep it as it is" }
    save_mine() { nb: "Lagre det jeg skrev", nn: "Lagre det eg skreiv", en: "Save what I wrote" }
}
