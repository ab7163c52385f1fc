//! The words of the settings of case types.

use domain::Lang;
use domain::cases::{CaseKind, Sensitivity};

use crate::i18n::{texts, words};

words! {
    sensitivity(Sensitivity) {
        General { nb: "Vanlig sak", nn: "Vanleg sak", en: "An ordinary case" }
        Personnel { nb: "Personalsak", nn: "Personalsak", en: "A personnel case" }
        Health { nb: "Sak om helse", nn: "Sak om helse", en: "A case about health" }
        Whistleblowing { nb: "Varslingssak", nn: "Varslingssak", en: "A whistleblowing case" }
    }
    kind(CaseKind) {
        Individual { nb: "ett medlem", nn: "eitt medlem", en: "one member" }
        Group { nb: "flere medlemmer", nn: "fleire medlemer", en: "several members" }
        Collective { nb: "alle på en arbeidsplass", nn: "alle på ein arbeidsplass", en: "all at a workplace" }
    }
}

texts! {
    title() { nb: "Sakstyper", nn: "Sakstypar", en: "Case types" }
    about() { nb: "Hva en sak kan gjelde, hva som blir spurt om, og hva som skal gjøres.", nn: "Kva ei sak kan gjelde, kva som blir spurt om, og kva som skal gjerast.", en: "What a case can be about, what is asked, and what is to be done." }
    lead() { nb: "Dette kan en sak gjelde. Hver type har sine spørsmål, og oppgaver som blir skrevet opp når saken blir laget.", nn: "Dette kan ei sak gjelde. Kvar type har sine spørsmål, og oppgåver som blir skrivne opp når saka blir laga.", en: "This is what a case can be about. Each type has its questions, and tasks that are written down when the case is made." }
    in_force_standard() { nb: "Sakstypene er slik portalen kom med dem.", nn: "Sakstypane er slik portalen kom med dei.", en: "The case types are as the portal came with them." }
    in_force(version: i32, when: &str, by: &str) { nb: "Versjon {version}, satt i kraft {when} av {by}.", nn: "Versjon {version}, sett i kraft {when} av {by}.", en: "Version {version}, put in force {when} by {by}." }
    versions() { nb: "Versjoner", nn: "Versjonar", en: "Versions" }
    standard_note() { nb: "Slik portalen kom med dem", nn: "Slik portalen kom med dei", en: "As the portal came with them" }
    closed() { nb: "Lukket for nye saker", nn: "Lukka for nye saker", en: "Closed for new cases" }
    code_is(code: &str) { nb: "Koden er {code}.", nn: "Koden er {code}.", en: "The code is {code}." }
    group() { nb: "Står under", nn: "Står under", en: "Stands under" }
    who_reads() { nb: "Hvem som kan lese", nn: "Kven som kan lese", en: "Who may read it" }
    about_how_many() { nb: "Kan gjelde", nn: "Kan gjelde", en: "Can be about" }
    description_shared() { nb: "Det som står under «Hva skjedde»", nn: "Det som står under «Kva hende»", en: "What is written under “What happened”" }
    goes_with() { nb: "Følger med når saken sendes videre", nn: "Følgjer med når saka blir send vidare", en: "Goes with the case when it is handed on" }
    stays() { nb: "Følger ikke med når saken sendes videre", nn: "Følgjer ikkje med når saka blir send vidare", en: "Does not go with the case when it is handed on" }
    questions() { nb: "Dette blir det spurt om", nn: "Dette blir det spurt om", en: "What is asked" }
    outcomes() { nb: "Slik kan saken ende", nn: "Slik kan saka ende", en: "How the case can end" }
    tasks() { nb: "Oppgaver som blir skrevet opp", nn: "Oppgåver som blir skrivne opp", en: "Tasks that are written down" }
    past_date() { nb: "En dato som har vært", nn: "Ein dato som har vore", en: "A date that has been" }
    any_date() { nb: "En dato", nn: "Ein dato", en: "A date" }
    words() { nb: "Med egne ord", nn: "Med eigne ord", en: "In one’s own words" }
    yes() { nb: "Ja", nn: "Ja", en: "Yes" }
    no() { nb: "Nei", nn: "Nei", en: "No" }
    yes_or_no() { nb: "Ja eller nei", nn: "Ja eller nei", en: "Yes or no" }
    required() { nb: "Må svares på", nn: "Må svarast på", en: "Must be answered" }
    optional() { nb: "Kan hoppes over", nn: "Kan hoppast over", en: "Can be left out" }
    answered(question: &str, answer: &str) { nb: "«{question}» er besvart med «{answer}»", nn: "«{question}» er svart på med «{answer}»", en: "“{question}” is answered “{answer}”" }
    asked_when(condition: &str) { nb: "Bare når {condition}", nn: "Berre når {condition}", en: "Only when {condition}" }
    done_when(condition: &str) { nb: "Bare når {condition}", nn: "Berre når {condition}", en: "Only when {condition}" }
    due_at_once() { nb: "Samme dag", nn: "Same dag", en: "The same day" }
    due_after(days: u16) { nb: "Etter {days} dager", nn: "Etter {days} dagar", en: "After {days} days" }
    due_on_answer(question: &str) { nb: "Den dagen som er svaret på «{question}»", nn: "Den dagen som er svaret på «{question}»", en: "On the day that answers “{question}”" }
    due_after_answer(days: u16, question: &str) { nb: "{days} dager etter svaret på «{question}»", nn: "{days} dagar etter svaret på «{question}»", en: "{days} days after the answer to “{question}”" }
    published_next() { nb: "Nye saker følger dem fra nå. Saker som er laget, er som før.", nn: "Nye saker følgjer dei frå no. Saker som er laga, er som før.", en: "New cases follow them from now on. Cases that are made are as they were." }
    edit() { nb: "Endre sakstypene", nn: "Endre sakstypane", en: "Change the case types" }
    edit_lead() { nb: "Alle sakstypene står i én fil. Ingenting gjelder før du har sett over og lagret.", nn: "Alle sakstypane står i éi fil. Ingenting gjeld før du har sett over og lagra.", en: "All case types are in one file. Nothing is in force before you have looked it over and saved." }
    begun() { nb: "Du har begynt på en endring", nn: "Du har byrja på ei endring", en: "You have begun a change" }
    begun_text() { nb: "Filen under er slik du forlot den.", nn: "Fila under er slik du forlét ho.", en: "The file below is as you left it." }
    begin_again() { nb: "Begynn på nytt", nn: "Byrj på nytt", en: "Begin again" }
    file() { nb: "Filen med sakstypene", nn: "Fila med sakstypane", en: "The file of case types" }
    file_hint() { nb: "Skriv i den her, eller lim inn hele filen.", nn: "Skriv i ho her, eller lim inn heile fila.", en: "Write in it here, or paste the whole file." }
    file_wrong() { nb: "Filen med sakstypene: rett opp det som står øverst på siden", nn: "Fila med sakstypane: rett opp det som står øvst på sida", en: "The file of case types: correct what is said at the top of the page" }
    how() { nb: "Hvordan skriver jeg en sakstype?", nn: "Korleis skriv eg ein sakstype?", en: "How do I write a case type?" }
    how_text() { nb: "Kopier en som ligner, og gi kopien en ny kode i «code». Skriv alle tekster på bokmål, nynorsk og engelsk. En type kan lukkes med «closed = true», men aldri fjernes. «share» sier om svaret følger med når saken sendes videre.", nn: "Kopier ein som liknar, og gje kopien ein ny kode i «code». Skriv alle tekstar på bokmål, nynorsk og engelsk. Ein type kan lukkast med «closed = true», men aldri fjernast. «share» seier om svaret følgjer med når saka blir send vidare.", en: "Copy one that is like it, and give the copy a new “code”. Write all texts in bokmål, nynorsk and English. A type can be closed with “closed = true”, and never removed. “share” says whether the answer goes with a case that is handed on." }
    check() { nb: "Se over endringen", nn: "Sjå over endringa", en: "Look over the change" }
    check_lead() { nb: "Ingenting blir endret før du setter sakstypene i kraft.", nn: "Ingenting blir endra før du set sakstypane i kraft.", en: "Nothing is changed before you put the case types in force." }
    no_differences() { nb: "Ingenting er endret", nn: "Ingenting er endra", en: "Nothing is different" }
    no_differences_why() { nb: "Filen sier det samme som sakstypene som gjelder nå.", nn: "Fila seier det same som sakstypane som gjeld no.", en: "The file says the same as the case types in force." }
    changed_since() { nb: "Sakstypene er endret siden du begynte", nn: "Sakstypane er endra sidan du byrja", en: "The case types have changed since you began" }
    changed_since_text() { nb: "Forskjellene under er mot det som gjelder nå. Se etter om noe av det andre har gjort, blir tatt bort.", nn: "Forskjellane under er mot det som gjeld no. Sjå etter om noko av det andre har gjort, blir teke bort.", en: "The differences below are from what is in force now. See whether something that others did is taken away." }
    widens() { nb: "Andre kan få vite mer", nn: "Andre kan få vite meir", en: "Others may be told more" }
    widens_text() { nb: "Endringen gjelder hvem som kan lese nye saker, eller hva som følger med når en sak sendes videre.", nn: "Endringa gjeld kven som kan lese nye saker, eller kva som følgjer med når ei sak blir send vidare.", en: "The change is about who may read new cases, or what goes with a case that is handed on." }
    note() { nb: "Hvorfor endrer du sakstypene?", nn: "Kvifor endrar du sakstypane?", en: "Why do you change the case types?" }
    publish() { nb: "Sett sakstypene i kraft", nn: "Set sakstypane i kraft", en: "Put the case types in force" }
    published() { nb: "Sakstypene gjelder nå", nn: "Sakstypane gjeld no", en: "The case types are in force" }
    added() { nb: "Ny sakstype", nn: "Ny sakstype", en: "A new case type" }
    now_closed() { nb: "Lukkes for nye saker", nn: "Blir lukka for nye saker", en: "Is closed for new cases" }
    now_open() { nb: "Åpnes for nye saker igjen", nn: "Blir opna for nye saker igjen", en: "Is open for new cases again" }
    renamed(before: &str) { nb: "Får nytt navn, i ett eller flere språk. Det heter nå «{before}»", nn: "Får nytt namn, i eitt eller fleire språk. Det heiter no «{before}»", en: "Gets another name, in one or more languages. It is now called “{before}”" }
    help_changed() { nb: "Forklares på en annen måte", nn: "Blir forklart på ein annan måte", en: "Is explained otherwise" }
    group_changed() { nb: "Flyttes til en annen gruppe", nn: "Blir flytta til ei anna gruppe", en: "Is moved to another group" }
    sensitivity_changed(before: &str, after: &str) { nb: "Nye saker får et annet vern, så andre kan lese dem: {before} → {after}", nn: "Nye saker får eit anna vern, så andre kan lese dei: {before} → {after}", en: "New cases get another protection, so that others may read them: {before} → {after}" }
    kinds_changed() { nb: "Kan gjelde andre: ett medlem, flere eller alle", nn: "Kan gjelde andre: eitt medlem, fleire eller alle", en: "Can be about others: one member, several or all" }
    description_goes() { nb: "Det som står under «Hva skjedde», følger nå med når saken sendes videre", nn: "Det som står under «Kva hende», følgjer no med når saka blir send vidare", en: "What is written under “What happened” now goes with a case that is handed on" }
    description_stays() { nb: "Det som står under «Hva skjedde», følger ikke lenger med når saken sendes videre", nn: "Det som står under «Kva hende», følgjer ikkje lenger med når saka blir send vidare", en: "What is written under “What happened” no longer goes with a case that is handed on" }
    question_added(label: &str) { nb: "Nytt spørsmål: «{label}»", nn: "Nytt spørsmål: «{label}»", en: "A new question: “{label}”" }
    question_gone(label: &str) { nb: "Spør ikke lenger: «{label}»", nn: "Spør ikkje lenger: «{label}»", en: "No longer asks: “{label}”" }
    question_changed(label: &str) { nb: "Spør på en annen måte: «{label}»", nn: "Spør på ein annan måte: «{label}»", en: "Asks otherwise: “{label}”" }
    answer_goes(label: &str) { nb: "Svaret følger nå med når saken sendes videre: «{label}»", nn: "Svaret følgjer no med når saka blir send vidare: «{label}»", en: "The answer now goes with a case that is handed on: “{label}”" }
    answer_stays(label: &str) { nb: "Svaret følger ikke lenger med når saken sendes videre: «{label}»", nn: "Svaret følgjer ikkje lenger med når saka blir send vidare: «{label}»", en: "The answer no longer goes with a case that is handed on: “{label}”" }
    question_order() { nb: "Spørsmålene kommer i en annen rekkefølge", nn: "Spørsmåla kjem i ei anna rekkjefølgje", en: "The questions come in another order" }
    outcome_added(name: &str) { nb: "Kan ende med «{name}»", nn: "Kan ende med «{name}»", en: "Can end with “{name}”" }
    outcome_gone(name: &str) { nb: "Kan ikke lenger ende med «{name}»", nn: "Kan ikkje lenger ende med «{name}»", en: "Can no longer end with “{name}”" }
    outcome_renamed(name: &str) { nb: "Kan ende med «{name}», som het noe annet i ett eller flere språk", nn: "Kan ende med «{name}», som heitte noko anna i eitt eller fleire språk", en: "Can end with “{name}”, which was called otherwise in one or more languages" }
    outcome_order() { nb: "Utfallene kommer i en annen rekkefølge", nn: "Utfalla kjem i ei anna rekkjefølgje", en: "The ways to end come in another order" }
    task_added(title: &str) { nb: "Ny oppgave: «{title}»", nn: "Ny oppgåve: «{title}»", en: "A new task: “{title}”" }
    task_gone(title: &str) { nb: "Skriver ikke lenger opp «{title}»", nn: "Skriv ikkje lenger opp «{title}»", en: "No longer writes down “{title}”" }
    task_changed(title: &str) { nb: "Annen tid, eller i andre saker: «{title}»", nn: "Anna tid, eller i andre saker: «{title}»", en: "At another time, or in other cases: “{title}”" }
    task_order() { nb: "Oppgavene kommer i en annen rekkefølge", nn: "Oppgåvene kjem i ei anna rekkjefølgje", en: "The tasks come in another order" }
    at_line(line: usize, what: &str) { nb: "Linje {line}: {what}", nn: "Linje {line}: {what}", en: "Line {line}: {what}" }
    at_place(line: usize, place: &str, what: &str) { nb: "Linje {line}, {place}: {what}", nn: "Linje {line}, {place}: {what}", en: "Line {line}, {place}: {what}" }
    field(name: &str, what: &str) { nb: "{name}: {what}", nn: "{name}: {what}", en: "{name}: {what}" }
    wrong_form(says: &str) { nb: "her kan ikke filen leses ({says})", nn: "her kan ikkje fila lesast ({says})", en: "the file cannot be read here ({says})" }
    not_a_code(code: &str) { nb: "«{code}» er ingen kode. Skriv 2 til 32 store bokstaver A–Z, tall og understrek", nn: "«{code}» er ingen kode. Skriv 2 til 32 store bokstavar A–Z, tal og understrek", en: "“{code}” is no code. Write 2 to 32 capital letters, digits and underscores" }
    not_a_name(name: &str) { nb: "«{name}» går ikke. Skriv 2 til 32 små bokstaver a–z, tall og understrek", nn: "«{name}» går ikkje. Skriv 2 til 32 små bokstavar a–z, tal og understrek", en: "“{name}” will not do. Write 2 to 32 small letters, digits and underscores" }
    unknown(code: &str) { nb: "«{code}» er ikke noe portalen kjenner", nn: "«{code}» er ikkje noko portalen kjenner", en: "“{code}” is nothing that the portal knows" }
    twice(code: &str) { nb: "«{code}» står lenger oppe allerede", nn: "«{code}» står lenger oppe allereie", en: "“{code}” stands above already" }
    number(least: usize, most: usize) { nb: "det må være fra {least} til {most} av disse", nn: "det må vere frå {least} til {most} av desse", en: "there must be from {least} to {most} of these" }
    options_without_choice() { nb: "bare spørsmål med answer = \"choice\" har svar å velge mellom", nn: "berre spørsmål med answer = \"choice\" har svar å velje mellom", en: "only a question with answer = \"choice\" has options" }
    past_without_date() { nb: "bare spørsmål med answer = \"date\" kan ha past = true", nn: "berre spørsmål med answer = \"date\" kan ha past = true", en: "only a question with answer = \"date\" can have past = true" }
    no_such_question(id: &str) { nb: "det står ikke noe spørsmål «{id}» før dette i typen", nn: "det står ikkje noko spørsmål «{id}» før dette i typen", en: "there is no question “{id}” before this in the type" }
    no_such_answer(answer: &str) { nb: "«{answer}» er ikke et svar på det spørsmålet", nn: "«{answer}» er ikkje eit svar på det spørsmålet", en: "“{answer}” is no answer to that question" }
    not_a_date(id: &str) { nb: "spørsmålet «{id}» blir ikke besvart med en dato", nn: "spørsmålet «{id}» blir ikkje svart på med ein dato", en: "the question “{id}” is not answered with a date" }
    too_many_days(most: u16) { nb: "høyst {most} dager", nn: "høgst {most} dagar", en: "at most {most} days" }
    no_such_outcome(code: &str) { nb: "utfallet «{code}» står ikke øverst i filen", nn: "utfallet «{code}» står ikkje øvst i fila", en: "the outcome “{code}” is not at the top of the file" }
    gone(code: &str) { nb: "{code} mangler. En type kan lukkes med closed = true, men aldri fjernes", nn: "{code} manglar. Ein type kan lukkast med closed = true, men aldri fjernast", en: "{code} is missing. A type can be closed with closed = true, and never removed" }
    nothing_offered() { nb: "minst én type må være åpen for nye saker", nn: "minst éin type må vere open for nye saker", en: "at least one type must be open for new cases" }
    words_missing() { nb: "må fylles ut", nn: "må fyllast ut", en: "must be filled in" }
    words_too_long(max: u32) { nb: "skriv kortere, høyst {max} tegn", nn: "skriv kortare, høgst {max} teikn", en: "write less, at most {max} characters" }
    words_not_a_line() { nb: "må være én linje, uten mellomrom i endene eller tegn som ikke vises", nn: "må vere éi linje, utan mellomrom i endane eller teikn som ikkje viser", en: "must be one line, without spaces at its ends or characters that do not show" }
    count(questions: &str, tasks: &str) { nb: "{questions}, {tasks}", nn: "{questions}, {tasks}", en: "{questions}, {tasks}" }
    questions_one() { nb: "1 spørsmål", nn: "1 spørsmål", en: "1 question" }
    questions_many(count: usize) { nb: "{count} spørsmål", nn: "{count} spørsmål", en: "{count} questions" }
    tasks_one() { nb: "1 oppgave", nn: "1 oppgåve", en: "1 task" }
    tasks_many(count: usize) { nb: "{count} oppgaver", nn: "{count} oppgåver", en: "{count} tasks" }
}

/// "5 spørsmål, 1 oppgave".
pub(super) fn counts(lang: Lang, questions: usize, tasks: usize) -> String {
    let questions = if questions == 1 { questions_one(lang) } else { questions_many(lang, questions) };
    let tasks = if tasks == 1 { tasks_one(lang) } else { tasks_many(lang, tasks) };
    count(lang, &questions, &tasks)
}

/// Whether something goes with a case that is handed on.
pub(super) fn goes_along(lang: Lang, shared: bool) -> String {
    if shared { goes_with(lang) } else { stays(lang) }
}
