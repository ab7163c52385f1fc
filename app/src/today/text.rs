//! The words of Today.

use crate::i18n::texts;

texts! {
    waited() { nb: "Du har ventet lenge nok", nn: "Du har venta lenge nok", en: "You have waited long enough" }
    meetings() { nb: "Møter", nn: "Møte", en: "Meetings" }
    title() { nb: "I dag", nn: "I dag", en: "Today" }
    hello(name: &str) { nb: "Hei, {name}", nn: "Hei, {name}", en: "Hello, {name}" }
    as_office(office: &str, unit: &str) { nb: "Du er {office} i {unit}.", nn: "Du er {office} i {unit}.", en: "You are {office} at {unit}." }
    tasks() { nb: "Oppgavene dine", nn: "Oppgåvene dine", en: "Your tasks" }
    no_tasks() { nb: "Ingen oppgaver venter", nn: "Ingen oppgåver ventar", en: "No tasks are waiting" }
    no_tasks_why() { nb: "Her ser du det du skal gjøre, med det som haster først.", nn: "Her ser du det du skal gjere, med det som hastar først.", en: "Here you see what you are to do, the most urgent first." }
    cases() { nb: "Sakene dine", nn: "Sakene dine", en: "Your cases" }
    no_cases() { nb: "Ingen åpne saker", nn: "Ingen opne saker", en: "No open cases" }
    no_cases_why() { nb: "Når du har en sak, ser du her hva som skjer videre i den.", nn: "Når du har ei sak, ser du her kva som skjer vidare i ho.", en: "When you have a case, you see here what happens next in it." }
    employers() { nb: "Nytt om arbeidsgiverne", nn: "Nytt om arbeidsgjevarane", en: "News about the employers" }
    new_members() { nb: "Nye medlemmer", nn: "Nye medlemer", en: "New members" }
    new_members_count(count: &str) { nb: "{count} nye de siste 30 dagene. Ta gjerne kontakt og si velkommen.", nn: "{count} nye dei siste 30 dagane. Ta gjerne kontakt og sei velkomen.", en: "{count} new in the last 30 days. Do get in touch and say welcome." }
    one_new_member() { nb: "1 ny de siste 30 dagene. Ta gjerne kontakt og si velkommen.", nn: "1 ny dei siste 30 dagane. Ta gjerne kontakt og sei velkomen.", en: "1 new in the last 30 days. Do get in touch and say welcome." }
    joined(date: &str) { nb: "Medlem fra {date}", nn: "Medlem frå {date}", en: "Member from {date}" }
    quiet() { nb: "Ingenting nytt i dag", nn: "Ikkje noko nytt i dag", en: "Nothing new today" }
    quiet_why() { nb: "Her ser du nye medlemmer, og oppgaver i saker du jobber med.", nn: "Her ser du nye medlemer, og oppgåver i saker du jobbar med.", en: "Here you see new members, and tasks in cases you work on." }
    see_members() { nb: "Se medlemmene", nn: "Sjå medlemene", en: "See the members" }
    office_gives_nothing() { nb: "Vervet ditt gir ikke medlemsliste eller saker ennå", nn: "Vervet ditt gjev ikkje medlemsliste eller saker enno", en: "Your office does not give a member list or cases yet" }
    office_gives_nothing_why() {
        nb: "KLAR viser bare det hvert verv skal se. Foreløpig gjelder det plasstillitsvalgte, klubbledere og ledere i fagforeningene.",
        nn: "KLAR viser berre det kvart verv skal sjå. Førebels gjeld det plasstillitsvalde, klubbleiarar og leiarar i fagforeiningane.",
        en: "KLAR shows only what each office is to see. For now that is workplace representatives, club leaders and leaders of locals.",
    }
}
