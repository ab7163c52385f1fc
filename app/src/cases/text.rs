//! The words of cases.

use crate::i18n::texts;

texts! {
    title() { nb: "Saker", nn: "Saker", en: "Cases" }
    lead() { nb: "Sakene du jobber med, og sakene i klubber du leder.", nn: "Sakene du jobbar med, og sakene i klubbar du leier.", en: "The cases you work on, and the cases of clubs you lead." }
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
    read_only() { nb: "Du kan lese saken fordi du leder klubben. Bare de som jobber med den, kan skrive i den.", nn: "Du kan lese saka fordi du leier klubben. Berre dei som jobbar med ho, kan skrive i ho.", en: "You may read this case because you lead the club. Only those who work on it may write in it." }
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
    done_opened_next() { nb: "Bare du og den som leder klubben, ser den. Skriv opp det første du skal gjøre.", nn: "Berre du og den som leier klubben, ser ho. Skriv opp det første du skal gjere.", en: "Only you and whoever leads the club see it. Write down the first thing to do." }
    done_opened_next_closed() { nb: "Bare du ser den. Skriv opp det første du skal gjøre.", nn: "Berre du ser ho. Skriv opp det første du skal gjere.", en: "Only you see it. Write down the first thing to do." }
    done_noted() { nb: "Notatet er lagret", nn: "Notatet er lagra", en: "The note is saved" }
    done_tasked() { nb: "Oppgaven er lagret. Du ser den i I dag.", nn: "Oppgåva er lagra. Du ser ho i I dag.", en: "The task is saved. You see it in Today." }
    done_ticked() { nb: "Lagret", nn: "Lagra", en: "Saved" }
    done_changed() { nb: "Noen andre endret oppgaven først. Se hvordan den er nå, og prøv igjen.", nn: "Nokon andre endra oppgåva først. Sjå korleis ho er no, og prøv igjen.", en: "Somebody else changed the task first. See how it is now, and try again." }
}

/// "1 sak", "12 saker".
pub(super) fn counted(lang: domain::Lang, total: u64) -> String {
    if total == 1 { count_one(lang) } else { count(lang, &crate::format::number(total)) }
}
