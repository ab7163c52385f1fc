//! The words of cases.

use crate::i18n::texts;

texts! {
    title() { nb: "Saker", nn: "Saker", en: "Cases" }
    lead() { nb: "Sakene du jobber med, og dem vervet ditt lar deg se.", nn: "Sakene du jobbar med, og dei vervet ditt lèt deg sjå.", en: "The cases you work on, and those your office lets you see." }
    count_one() { nb: "1 sak", nn: "1 sak", en: "1 case" }
    count(count: &str) { nb: "{count} saker", nn: "{count} saker", en: "{count} cases" }
    none() { nb: "Ingen saker ennå", nn: "Ingen saker enno", en: "No cases yet" }
    none_why() { nb: "Her ser du sakene du jobber med.", nn: "Her ser du sakene du jobbar med.", en: "Here you see the cases you work on." }
    none_match() { nb: "Ingen saker passer med det du har valgt", nn: "Ingen saker passar med det du har valt", en: "No cases fit what you have chosen" }
    none_match_why() { nb: "Velg noe annet, eller vis alle igjen.", nn: "Vel noko anna, eller vis alle igjen.", en: "Choose something else, or show all again." }
    whose() { nb: "Hvem sine", nn: "Kven sine", en: "Whose" }
    mine() { nb: "Mine", nn: "Mine", en: "Mine" }
    status() { nb: "Status", nn: "Status", en: "Status" }
    about_what() { nb: "Hva det gjelder", nn: "Kva det gjeld", en: "What it is about" }
    case_number(number: i64) { nb: "Sak {number}", nn: "Sak {number}", en: "Case {number}" }
    card_title(kind: &str, who: &str) { nb: "{kind}: {who}", nn: "{kind}: {who}", en: "{kind}: {who}" }
    owner(name: &str) { nb: "Eier: {name}", nn: "Eigar: {name}", en: "Owner: {name}" }
    next_task(title: &str) { nb: "Neste: {title}", nn: "Neste: {title}", en: "Next: {title}" }
    next_task_due(title: &str, due: &str) { nb: "Neste: {title} ({due})", nn: "Neste: {title} ({due})", en: "Next: {title} ({due})" }
    no_next() { nb: "Ingen oppgaver satt opp", nn: "Ingen oppgåver sette opp", en: "No tasks set up" }
    who() { nb: "Gjelder", nn: "Gjeld", en: "About" }
    owner_label() { nb: "Eier av saken", nn: "Eigar av saka", en: "Owner of the case" }
    owner_me(name: &str) { nb: "{name} (deg)", nn: "{name} (deg)", en: "{name} (you)" }
    happened() { nb: "Skjedde", nn: "Hende", en: "Happened" }
    club() { nb: "Klubb", nn: "Klubb", en: "Club" }
    description() { nb: "Hva skjedde", nn: "Kva hende", en: "What happened" }
    tasks() { nb: "Oppgaver", nn: "Oppgåver", en: "Tasks" }
    no_tasks() { nb: "Ingen oppgaver ennå. Skriv opp det som skal gjøres, så ser du det i I dag.", nn: "Ingen oppgåver enno. Skriv opp det som skal gjerast, så ser du det i I dag.", en: "No tasks yet. Write down what is to be done, and you see it in Today." }
    timeline() { nb: "Dette har skjedd", nn: "Dette har hendt", en: "What has happened" }
    write_note() { nb: "Skriv notat", nn: "Skriv notat", en: "Write a note" }
    add_task() { nb: "Ny oppgave", nn: "Ny oppgåve", en: "New task" }
    read_only(why: &str) { nb: "{why} Du kan lese saken, men ikke skrive i den.", nn: "{why} Du kan lese saka, men ikkje skrive i ho.", en: "{why} You may read the case, but not write in it." }
    known_title(number: i64) { nb: "Sak {number}", nn: "Sak {number}", en: "Case {number}" }
    known_only(owner: &str) { nb: "Du kan se at saken finnes, men ikke hva som står i den. {owner} eier saken og kan be deg om å delta.", nn: "Du kan sjå at saka finst, men ikkje kva som står i ho. {owner} eig saka og kan be deg om å delta.", en: "You can see that the case exists, but not what is in it. {owner} owns the case and can ask you to take part." }
    known_row() { nb: "Du ser ikke innholdet", nn: "Du ser ikkje innhaldet", en: "You do not see the contents" }
    opened() { nb: "Opprettet", nn: "Oppretta", en: "Made" }
    event_opened() { nb: "Saken ble laget", nn: "Saka blei laga", en: "The case was made" }
    event_note() { nb: "Notat", nn: "Notat", en: "Note" }
    event_task_made(title: &str) { nb: "Ny oppgave: {title}", nn: "Ny oppgåve: {title}", en: "New task: {title}" }
    event_task_done(title: &str) { nb: "Ferdig: {title}", nn: "Ferdig: {title}", en: "Done: {title}" }
    event_task_reopened(title: &str) { nb: "Ikke ferdig likevel: {title}", nn: "Ikkje ferdig likevel: {title}", en: "Not done after all: {title}" }
    done_opened() { nb: "Saken er lagret", nn: "Saka er lagra", en: "The case is saved" }
    done_opened_next() { nb: "Skriv opp det første du skal gjøre.", nn: "Skriv opp det første du skal gjere.", en: "Write down the first thing to do." }
    audience() { nb: "Hvem kan se saken?", nn: "Kven kan sjå saka?", en: "Who can see the case?" }
    read_by_those_who_work() { nb: "Bare de som jobber med saken, kan lese den.", nn: "Berre dei som jobbar med saka, kan lese ho.", en: "Only those who work on the case may read it." }
    read_by_others_too(offices: &str) { nb: "De som jobber med saken, kan lese den. Det kan også den som er {offices}.", nn: "Dei som jobbar med saka, kan lese ho. Det kan òg den som er {offices}.", en: "Those who work on the case may read it. So may whoever is {offices}." }
    known_to_others(offices: &str) { nb: "Den som er {offices}, ser at saken finnes, men ikke hva som står i den.", nn: "Den som er {offices}, ser at saka finst, men ikkje kva som står i ho.", en: "Whoever is {offices} sees that the case exists, but not what is in it." }
    known_to_nobody() { nb: "Ingen andre ser at den finnes.", nn: "Ingen andre ser at ho finst.", en: "Nobody else sees that it exists." }
    done_noted() { nb: "Notatet er lagret", nn: "Notatet er lagra", en: "The note is saved" }
    done_tasked() { nb: "Oppgaven er lagret. Du ser den i I dag.", nn: "Oppgåva er lagra. Du ser ho i I dag.", en: "The task is saved. You see it in Today." }
    done_ticked() { nb: "Lagret", nn: "Lagra", en: "Saved" }
    done_changed() { nb: "Noen andre endret oppgaven først. Se hvordan den er nå, og prøv igjen.", nn: "Nokon andre endra oppgåva først. Sjå korleis ho er no, og prøv igjen.", en: "Somebody else changed the task first. See how it is now, and try again." }
}

/// "1 sak", "12 saker".
pub(super) fn counted(lang: domain::Lang, total: u64) -> String {
    if total == 1 { count_one(lang) } else { count(lang, &crate::format::number(total)) }
}
