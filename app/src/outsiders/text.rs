//! The words of others in a case.

use domain::outsiders::OutsiderRole;

use crate::i18n::{texts, words};

words! {
    role(OutsiderRole) {
        EmployerContact { nb: "Arbeidsgivers kontakt", nn: "Kontakten til arbeidsgjevaren", en: "The employer's contact" }
        Witness { nb: "Vitne", nn: "Vitne", en: "Witness" }
        Counterpart { nb: "Motpart", nn: "Motpart", en: "The other side" }
        Other { nb: "Annen", nn: "Annan", en: "Somebody else" }
    }
    role_means(OutsiderRole) {
        EmployerContact { nb: "Den du ringer og skriver til hos arbeidsgiveren.", nn: "Den du ringjer og skriv til hos arbeidsgjevaren.", en: "Whom you call and write to at the employer." }
        Witness { nb: "Har sett eller hørt noe om det som skjedde.", nn: "Har sett eller høyrt noko om det som hende.", en: "Saw or heard something of what happened." }
        Counterpart { nb: "Den andre siden: har klaget, eller er klaget på.", nn: "Den andre sida: har klaga, eller er klaga på.", en: "The other side: has complained, or is complained about." }
        Other { nb: "For eksempel lege, tolk, verneombud eller pårørende.", nn: "Til dømes lege, tolk, verneombod eller pårørande.", en: "For example a doctor, an interpreter, a safety representative or next of kin." }
    }
}

texts! {
    section() { nb: "Andre i saken", nn: "Andre i saka", en: "Others in the case" }
    nobody() { nb: "Ingen er skrevet opp. Det kan være arbeidsgivers kontakt, et vitne eller motparten.", nn: "Ingen er skrivne opp. Det kan vere kontakten til arbeidsgjevaren, eit vitne eller motparten.", en: "Nobody is written down. It can be the employer's contact, a witness or the other side." }
    add() { nb: "Skriv opp en person", nn: "Skriv opp ein person", en: "Write down a person" }
    change(name: &str) { nb: "Endre {name}", nn: "Endre {name}", en: "Change {name}" }
    lead() { nb: "Skriv bare det du trenger for å arbeide med saken. Personen får ikke vite det, og kan be om å få se det som står.", nn: "Skriv berre det du treng for å arbeide med saka. Personen får ikkje vite det, og kan be om å få sjå det som står.", en: "Write only what you need to work on the case. The person is not told, and can ask to see what it says." }
    title_hint() { nb: "For eksempel: Personalsjef, Granlia sykehjem", nn: "Til dømes: Personalsjef, Granlia sjukeheim", en: "For example: Head of personnel, Granlia nursing home" }
    save() { nb: "Lagre personen", nn: "Lagre personen", en: "Save the person" }
    ring(number: &str) { nb: "Ring {number}", nn: "Ring {number}", en: "Call {number}" }
    remove_title() { nb: "Ikke med lenger", nn: "Ikkje med lenger", en: "No longer part of it" }
    remove_means() { nb: "Tidslinja forteller fortsatt at personen var med. Telefon og e-post vises ikke mer.", nn: "Tidslinja fortel framleis at personen var med. Telefon og e-post blir ikkje viste meir.", en: "The timeline still tells that the person was there. Telephone and e-mail are not shown any more." }
    remove(name: &str) { nb: "Ta {name} ut av saken", nn: "Ta {name} ut av saka", en: "Take {name} out of the case" }
    back_to(number: i64) { nb: "Sak {number}", nn: "Sak {number}", en: "Case {number}" }
    too_late() { nb: "Noen andre har endret dette", nn: "Nokon andre har endra dette", en: "Somebody else has changed this" }
    too_late_means() { nb: "Det du skrev, står i feltene under og er ikke lagret. Se på det som står nå, og lagre hvis ditt er riktig.", nn: "Det du skreiv, står i felta under og er ikkje lagra. Sjå på det som står no, og lagre om ditt er rett.", en: "What you wrote is in the fields below and is not saved. Look at what it says now, and save if yours is right." }
    stands_now() { nb: "Slik står det nå", nn: "Slik står det no", en: "How it stands now" }
}
