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
}
