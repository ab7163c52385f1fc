//! The words of a case's status, and of what changes it.

use domain::lifecycle::WaitingFor;

use crate::i18n::{texts, words};

words! {
    whom(WaitingFor) {
        Employer { nb: "arbeidsgiveren", nn: "arbeidsgjevaren", en: "the employer" }
        Member { nb: "medlemmet", nn: "medlemen", en: "the member" }
        Union { nb: "fagforeningen eller en rådgiver", nn: "fagforeininga eller ein rådgivar", en: "the local or an adviser" }
        Other { nb: "noen andre", nn: "nokon andre", en: "somebody else" }
    }
}

texts! {
    waits(whom: &str, until: &str) { nb: "Venter på {whom} til {until}", nn: "Ventar på {whom} til {until}", en: "Waiting for {whom} until {until}" }
    waits_over() { nb: "Dagen er kommet. Gå videre med saken, eller vent lenger.", nn: "Dagen er komen. Gå vidare med saka, eller vent lenger.", en: "The day has come. Go on with the case, or wait longer." }
    closed_on(outcome: &str, on: &str) { nb: "Avsluttet {on}: {outcome}", nn: "Avslutta {on}: {outcome}", en: "Closed {on}: {outcome}" }
    closed() { nb: "Saken er avsluttet", nn: "Saka er avslutta", en: "The case is closed" }
    closed_means() { nb: "Du kan lese den, og gjøre ferdig oppgaver som står igjen. Skal det skrives noe nytt, må saken åpnes igjen først.", nn: "Du kan lese ho, og gjere ferdig oppgåver som står att. Skal det skrivast noko nytt, må saka opnast igjen først.", en: "You can read it, and finish tasks that are left. To write anything new, the case must be opened again first." }
    ask_owner(owner: &str) { nb: "{owner} eier saken og kan åpne den igjen.", nn: "{owner} eig saka og kan opne ho igjen.", en: "{owner} owns the case and can open it again." }
    agreed() { nb: "Dette ble avtalt", nn: "Dette blei avtalt", en: "What was agreed" }
    wait() { nb: "Sett på vent", nn: "Set på vent", en: "Set to wait" }
    wait_longer() { nb: "Vent lenger eller på noen andre", nn: "Vent lenger eller på nokon andre", en: "Wait longer, or for somebody else" }
    go_on() { nb: "Gå videre med saken", nn: "Gå vidare med saka", en: "Go on with the case" }
    close() { nb: "Avslutt saken", nn: "Avslutt saka", en: "Close the case" }
    reopen() { nb: "Åpne saken igjen", nn: "Opne saka igjen", en: "Open the case again" }
    back_to(number: i64) { nb: "Sak {number}", nn: "Sak {number}", en: "Case {number}" }
    back_to_case() { nb: "Til saken", nn: "Til saka", en: "To the case" }
    wait_lead() { nb: "Når noen andre må svare eller gjøre noe først. Den dagen du setter, står saken i I dag.", nn: "Når nokon andre må svare eller gjere noko først. Den dagen du set, står saka i I dag.", en: "When somebody else must answer or do something first. On the day that you set, the case is in Today." }
    wait_for() { nb: "Hvem venter du på?", nn: "Kven ventar du på?", en: "Whom are you waiting for?" }
    wait_note() { nb: "Hvem, eller hva?", nn: "Kven, eller kva?", en: "Who, or what?" }
    wait_note_hint() { nb: "For eksempel: Svar fra rektor på kravet om møte", nn: "Til dømes: Svar frå rektor på kravet om møte", en: "For example: An answer from the head teacher to the demand for a meeting" }
    wait_until() { nb: "Til når?", nn: "Til når?", en: "Until when?" }
    wait_save() { nb: "Sett saken på vent", nn: "Set saka på vent", en: "Set the case to wait" }
    close_lead() { nb: "Når saken er ferdig. Alt som står i den, kan fortsatt leses.", nn: "Når saka er ferdig. Alt som står i ho, kan framleis lesast.", en: "When the case is finished. Everything in it can still be read." }
    close_how() { nb: "Hvordan gikk det?", nn: "Korleis gjekk det?", en: "How did it end?" }
    close_agreed() { nb: "Hva ble avtalt?", nn: "Kva blei avtalt?", en: "What was agreed?" }
    close_agreed_hint() { nb: "Skriv det slik at andre forstår det om et år.", nn: "Skriv det slik at andre forstår det om eit år.", en: "Write it so that others understand it a year from now." }
    close_follow_up() { nb: "Er det noe som må følges opp?", nn: "Er det noko som må følgjast opp?", en: "Is there anything to follow up?" }
    close_follow_up_hint() { nb: "For eksempel: Se at etterbetalingen kom. Det blir en oppgave i saken.", nn: "Til dømes: Sjå at etterbetalinga kom. Det blir ei oppgåve i saka.", en: "For example: See that the back pay came. It becomes a task in the case." }
    close_follow_up_on() { nb: "Når skal det følges opp?", nn: "Når skal det følgjast opp?", en: "When is it to be followed up?" }
    close_follow_up_by() { nb: "Hvem skal følge det opp?", nn: "Kven skal følgje det opp?", en: "Who is to follow it up?" }
    close_unfinished() { nb: "Dette er ikke ferdig", nn: "Dette er ikkje ferdig", en: "This is not finished" }
    close_unfinished_means() { nb: "Det kan ikke gjøres ferdig når saken er avsluttet. Gjør det først, eller la det ligge.", nn: "Det kan ikkje gjerast ferdig når saka er avslutta. Gjer det først, eller la det liggje.", en: "It cannot be finished once the case is closed. Do it first, or leave it." }
    close_unsent_means() { nb: "Det du ikke har sendt, blir liggende i 30 dager, og står i skjemaet hvis saken åpnes igjen.", nn: "Det du ikkje har sendt, blir liggjande i 30 dagar, og står i skjemaet om saka blir opna igjen.", en: "What you have not sent is kept for 30 days, and stands in its form if the case is opened again." }
    close_meeting(at: &str) { nb: "Møte som ikke er holdt: {at}", nn: "Møte som ikkje er halde: {at}", en: "A meeting that has not been held: {at}" }
    close_unsigned(at: &str) { nb: "Protokoll som ikke er signert: møtet {at}", nn: "Protokoll som ikkje er signert: møtet {at}", en: "A protocol that is not signed: the meeting on {at}" }
    unsent_note() { nb: "Et notat du ikke har lagret", nn: "Eit notat du ikkje har lagra", en: "A note that you have not saved" }
    unsent_change() { nb: "En endring i et notat som du ikke har lagret", nn: "Ei endring i eit notat som du ikkje har lagra", en: "A change to a note that you have not saved" }
    unsent_addition() { nb: "Et tillegg til et notat som du ikke har lagret", nn: "Eit tillegg til eit notat som du ikkje har lagra", en: "An addition to a note that you have not saved" }
    unsent_contact() { nb: "En kontakt du ikke har lagret", nn: "Ein kontakt du ikkje har lagra", en: "A contact that you have not saved" }
    unsent_decision() { nb: "En beslutning du ikke har lagret", nn: "Ei avgjerd du ikkje har lagra", en: "A decision that you have not saved" }
    unsent_task() { nb: "En oppgave du ikke har lagret", nn: "Ei oppgåve du ikkje har lagra", en: "A task that you have not saved" }
    unsent_letter() { nb: "Et brev du har begynt på", nn: "Eit brev du har byrja på", en: "A letter that you have begun" }
    unsent_meeting() { nb: "Noe fra et møte som du ikke har lagret", nn: "Noko frå eit møte som du ikkje har lagra", en: "Something of a meeting that you have not saved" }
    close_open() { nb: "Oppgaver som ikke er gjort", nn: "Oppgåver som ikkje er gjorde", en: "Tasks that are not done" }
    close_open_what() { nb: "Hva skal skje med dem?", nn: "Kva skal skje med dei?", en: "What is to become of them?" }
    open_drop() { nb: "Dropp dem", nn: "Dropp dei", en: "Drop them" }
    open_drop_means() { nb: "De skal ikke gjøres. De blir stående i saken som droppet.", nn: "Dei skal ikkje gjerast. Dei blir ståande i saka som droppa.", en: "They are not to be done. They stay in the case as dropped." }
    open_keep() { nb: "Behold dem", nn: "Behald dei", en: "Keep them" }
    open_keep_means() { nb: "De skal gjøres selv om saken er avsluttet.", nn: "Dei skal gjerast sjølv om saka er avslutta.", en: "They are to be done although the case is closed." }
    close_save() { nb: "Avslutt saken", nn: "Avslutt saka", en: "Close the case" }
    // What the server writes in the case.
    #[cfg(feature = "ssr")]
    dropped_with_case() { nb: "Saken ble avsluttet", nn: "Saka blei avslutta", en: "The case was closed" }
    reopen_lead() { nb: "Når det er kommet noe nytt. Hvordan saken ble avsluttet, blir stående i det som har skjedd.", nn: "Når det er kome noko nytt. Korleis saka blei avslutta, blir ståande i det som har hendt.", en: "When something new has come up. How the case was closed stays in what has happened." }
    reopen_why() { nb: "Hvorfor åpnes saken igjen?", nn: "Kvifor blir saka opna igjen?", en: "Why is the case opened again?" }
    reopen_why_hint() { nb: "For eksempel: Arbeidsgiver har ikke gjort det vi ble enige om", nn: "Til dømes: Arbeidsgjevar har ikkje gjort det vi blei samde om", en: "For example: The employer has not done what we agreed on" }
    too_late() { nb: "Det har skjedd noe i saken mens du skrev", nn: "Det har hendt noko i saka medan du skreiv", en: "Something happened in the case while you wrote" }
    too_late_who(name: &str, at: &str) { nb: "Sist: {name}, {at}.", nn: "Sist: {name}, {at}.", en: "Last: {name}, {at}." }
    too_late_what() { nb: "Det du skrev, står her ennå. Se på saken først, og send en gang til hvis det fortsatt stemmer.", nn: "Det du skreiv, står her enno. Sjå på saka først, og send ein gong til om det framleis stemmer.", en: "What you wrote is still here. Look at the case first, and send once more if it still holds." }
    not_now() { nb: "Dette kan ikke gjøres slik saken er nå", nn: "Dette kan ikkje gjerast slik saka er no", en: "This cannot be done as the case is now" }
    not_now_what() { nb: "Noen andre kan ha vært raskere enn deg. Se på saken slik den er nå.", nn: "Nokon andre kan ha vore raskare enn deg. Sjå på saka slik ho er no.", en: "Somebody else may have been quicker than you. Look at the case as it is now." }
    you_wrote() { nb: "Dette skrev du", nn: "Dette skreiv du", en: "What you wrote" }
}
