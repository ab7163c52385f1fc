//! The words of meetings and protocols.

use domain::meetings::{MeetingKind, MeetingStatus, ProtocolStatus, SignedHow};

use crate::i18n::{texts, words};

words! {
    kind(MeetingKind) {
        Discussion { nb: "Drøftingsmøte", nn: "Drøftingsmøte", en: "Discussion meeting" }
        Negotiation { nb: "Forhandlingsmøte", nn: "Forhandlingsmøte", en: "Negotiation meeting" }
        Conversation { nb: "Samtale eller oppfølging", nn: "Samtale eller oppfølging", en: "Conversation or follow-up" }
        Members { nb: "Medlemsmøte", nn: "Medlemsmøte", en: "Members' meeting" }
        Other { nb: "Annet møte", nn: "Anna møte", en: "Other meeting" }
    }
    kind_means(MeetingKind) {
        Discussion { nb: "Dere snakker sammen, og arbeidsgiver bestemmer etterpå.", nn: "De snakkar saman, og arbeidsgjevar avgjer etterpå.", en: "You talk together, and the employer decides afterwards." }
        Negotiation { nb: "Dere prøver å bli enige. Skriv protokoll.", nn: "De prøver å bli samde. Skriv protokoll.", en: "You try to agree. Write a protocol." }
        Conversation { nb: "For eksempel med medlemmet, eller for å følge opp en avtale.", nn: "Til dømes med medlemet, eller for å følgje opp ein avtale.", en: "With the member, for example, or to follow up on something agreed." }
        Members { nb: "For flere medlemmer samtidig.", nn: "For fleire medlemer samstundes.", en: "For several members at once." }
        Other { nb: "", nn: "", en: "" }
    }
    status(MeetingStatus) {
        Planned { nb: "Kalt inn", nn: "Kalla inn", en: "Called" }
        Held { nb: "Holdt", nn: "Halde", en: "Held" }
        Cancelled { nb: "Avlyst", nn: "Avlyst", en: "Called off" }
    }
    protocol_status(ProtocolStatus) {
        Draft { nb: "Utkast", nn: "Utkast", en: "Draft" }
        Presented { nb: "Vist til arbeidsgiver", nn: "Vist til arbeidsgjevar", en: "Shown to the employer" }
        Signed { nb: "Signert", nn: "Signert", en: "Signed" }
    }
    how(SignedHow) {
        Paper { nb: "På papir", nn: "På papir", en: "On paper" }
        Email { nb: "I en e-post", nn: "I ein e-post", en: "In an e-mail" }
        Meeting { nb: "Sa det i møtet", nn: "Sa det i møtet", en: "Said so in the meeting" }
    }
}

texts! {
    section() { nb: "Møter", nn: "Møte", en: "Meetings" }
    none() { nb: "Ingen møter ennå. Kall inn til et møte, så lager KLAR innkallingen og tar vare på referat og protokoll.", nn: "Ingen møte enno. Kall inn til eit møte, så lagar KLAR innkallinga og tek vare på referat og protokoll.", en: "No meetings yet. Call one, and KLAR makes the call and keeps minutes and protocol." }
    new_meeting() { nb: "Kall inn til møte", nn: "Kall inn til møte", en: "Call a meeting" }
    change_title() { nb: "Endre møtet", nn: "Endre møtet", en: "Change the meeting" }
    at(kind: &str, when: &str) { nb: "{kind} {when}", nn: "{kind} {when}", en: "{kind} {when}" }
    until(when: &str, hour: &str, minute: &str) { nb: "{when}–{hour}.{minute}", nn: "{when}–{hour}.{minute}", en: "{when}–{hour}:{minute}" }
    to_case() { nb: "Til saken", nn: "Til saka", en: "To the case" }
    to_meeting() { nb: "Til møtet", nn: "Til møtet", en: "To the meeting" }
    to_protocol() { nb: "Til protokollen", nn: "Til protokollen", en: "To the protocol" }

    happened_called(what: &str) { nb: "Kalt inn: {what}", nn: "Kalla inn: {what}", en: "Called: {what}" }
    happened_changed(what: &str) { nb: "Innkallingen ble endret: {what}", nn: "Innkallinga blei endra: {what}", en: "The call was changed: {what}" }
    happened_cancelled(what: &str) { nb: "Avlyst: {what}", nn: "Avlyst: {what}", en: "Called off: {what}" }
    happened_recorded(what: &str) { nb: "Referat skrevet: {what}", nn: "Referat skrive: {what}", en: "Minutes written: {what}" }
    happened_begun(what: &str) { nb: "Protokoll begynt: {what}", nn: "Protokoll byrja: {what}", en: "Protocol begun: {what}" }
    happened_presented(what: &str) { nb: "Protokollen ble vist til arbeidsgiver: {what}", nn: "Protokollen blei vist til arbeidsgjevar: {what}", en: "The protocol was shown to the employer: {what}" }
    happened_withdrawn(what: &str) { nb: "Protokollen ble trukket tilbake: {what}", nn: "Protokollen blei trekt tilbake: {what}", en: "The protocol was taken back: {what}" }
    happened_signed(what: &str) { nb: "Protokollen ble signert: {what}", nn: "Protokollen blei signert: {what}", en: "The protocol was signed: {what}" }

    kind_question() { nb: "Hva slags møte er det?", nn: "Kva slags møte er det?", en: "What kind of meeting is it?" }
    time_hint() { nb: "Skriv klokkeslettet slik: 14.30", nn: "Skriv klokkeslettet slik: 14.30", en: "Write the time like this: 14.30" }
    place_hint() { nb: "Et sted, eller adressen til et videomøte.", nn: "Ein stad, eller adressa til eit videomøte.", en: "A place, or the address of a video meeting." }
    agenda_hint() { nb: "En sak på hver linje. Alle som får innkallingen, ser listen. Ta bort det arbeidsgiver ikke skal se.", nn: "Ei sak på kvar linje. Alle som får innkallinga, ser lista. Ta bort det arbeidsgjevar ikkje skal sjå.", en: "One point on each line. Everybody who gets the call sees the list. Take out what the employer should not see." }
    suggest() { nb: "Foreslå fra saken", nn: "Foreslå frå saka", en: "Suggest from the case" }
    ours() { nb: "Hvem kommer fra oss?", nn: "Kven kjem frå oss?", en: "Who comes from us?" }
    hidden_ours() { nb: "Hvem skal de andre ikke få vite om?", nn: "Kven skal dei andre ikkje få vite om?", en: "Whom are the others not told of?" }
    hidden_ours_hint() { nb: "De står ikke i innkallingen til noen andre. Den som er beskyttet, står aldri der.", nn: "Dei står ikkje i innkallinga til nokon andre. Den som er verna, står aldri der.", en: "They do not stand in anybody else's call. Whoever is protected never does." }
    party() { nb: "Saken gjelder", nn: "Saka gjeld", en: "The case is about them" }
    owner() { nb: "Eier av saken", nn: "Eigar av saka", en: "Owner of the case" }
    participant() { nb: "Deltar i saken", nn: "Deltek i saka", en: "Takes part in the case" }
    protected() { nb: "Beskyttet", nn: "Verna", en: "Protected" }
    others() { nb: "Hvem kommer fra den andre siden?", nn: "Kven kjem frå den andre sida?", en: "Who comes from the other side?" }
    person(number: usize) { nb: "Person {number}", nn: "Person {number}", en: "Person {number}" }
    name() { nb: "Navn", nn: "Namn", en: "Name" }
    role() { nb: "Stilling", nn: "Stilling", en: "Title" }
    email() { nb: "E-post", nn: "E-post", en: "E-mail" }
    hide_other() { nb: "De andre skal ikke få vite om denne personen", nn: "Dei andre skal ikkje få vite om denne personen", en: "The others are not to be told of this person" }
    more_people() { nb: "Flere personer", nn: "Fleire personar", en: "More people" }
    save_call() { nb: "Lagre møtet", nn: "Lagre møtet", en: "Save the meeting" }

    conflict() { nb: "Noen andre har endret dette mens du skrev", nn: "Nokon andre har endra dette medan du skreiv", en: "Somebody else has changed this while you were writing" }
    conflict_what() { nb: "Din tekst står i skjemaet. Det som er lagret, står ved siden av. Ta med det du vil ha, og lagre.", nn: "Teksten din står i skjemaet. Det som er lagra, står ved sida av. Ta med det du vil ha, og lagre.", en: "Your text stands in the form. What is saved stands beside it. Take with you what you want, and save." }
    theirs() { nb: "Dette er lagret nå", nn: "Dette er lagra no", en: "This is saved now" }
    yours() { nb: "Dette skrev du", nn: "Dette skreiv du", en: "This is what you wrote" }

    when() { nb: "Når", nn: "Når", en: "When" }
    where_() { nb: "Hvor", nn: "Kvar", en: "Where" }
    called_by() { nb: "Kalt inn av", nn: "Kalla inn av", en: "Called by" }
    agenda() { nb: "Saksliste", nn: "Saksliste", en: "Agenda" }
    no_agenda() { nb: "Ingen saksliste ennå.", nn: "Inga saksliste enno.", en: "No agenda yet." }
    participants() { nb: "Deltakere", nn: "Deltakarar", en: "Participants" }
    no_participants() { nb: "Ingen deltakere ennå.", nn: "Ingen deltakarar enno.", en: "No participants yet." }
    for_us() { nb: "Fra oss", nn: "Frå oss", en: "From us" }
    for_them() { nb: "Fra den andre siden", nn: "Frå den andre sida", en: "From the other side" }
    hidden() { nb: "Skjult for de andre", nn: "Skjult for dei andre", en: "Hidden from the others" }
    came() { nb: "Kom", nn: "Kom", en: "Came" }
    did_not_come() { nb: "Kom ikke", nn: "Kom ikkje", en: "Did not come" }
    show_call() { nb: "Innkallingen", nn: "Innkallinga", en: "The call" }
    calendar() { nb: "Legg i kalenderen", nn: "Legg i kalenderen", en: "Add to the calendar" }
    cancel() { nb: "Avlys møtet", nn: "Avlys møtet", en: "Call the meeting off" }
    cancel_sure() { nb: "Avlyse møtet?", nn: "Avlyse møtet?", en: "Call the meeting off?" }
    cancel_what() { nb: "Møtet blir stående i saken som avlyst. Gi selv beskjed til dem som er kalt inn.", nn: "Møtet blir ståande i saka som avlyst. Gje sjølv beskjed til dei som er kalla inn.", en: "The meeting stays in the case as called off. Tell those who were called yourself." }
    write_minutes() { nb: "Skriv referat", nn: "Skriv referat", en: "Write the minutes" }
    change_minutes() { nb: "Endre referatet", nn: "Endre referatet", en: "Change the minutes" }
    minutes() { nb: "Referat", nn: "Referat", en: "Minutes" }
    no_minutes() { nb: "Ikke skrevet ennå.", nn: "Ikkje skrive enno.", en: "Not written yet." }
    to_do() { nb: "Dette skal gjøres", nn: "Dette skal gjerast", en: "This is to be done" }
    by(who: &str, what: &str) { nb: "{who}: {what}", nn: "{who}: {what}", en: "{who}: {what}" }
    make_tasks_one() { nb: "Lag 1 oppgave", nn: "Lag 1 oppgåve", en: "Make 1 task" }
    make_tasks(count: usize) { nb: "Lag {count} oppgaver", nn: "Lag {count} oppgåver", en: "Make {count} tasks" }
    tasks_wait() { nb: "Det som skal gjøres, er ikke oppgaver i saken ennå.", nn: "Det som skal gjerast, er ikkje oppgåver i saka enno.", en: "What is to be done is not tasks in the case yet." }
    tasks_made_one() { nb: "1 oppgave er laget. Den står i saken.", nn: "1 oppgåve er laga. Ho står i saka.", en: "1 task is made. It stands in the case." }
    tasks_made(count: usize) { nb: "{count} oppgaver er laget. De står i saken.", nn: "{count} oppgåver er laga. Dei står i saka.", en: "{count} tasks are made. They stand in the case." }
    next_meeting() { nb: "Kall inn til neste møte", nn: "Kall inn til neste møte", en: "Call the next meeting" }
    next_meeting_why() { nb: "Sakslisten begynner med det som ikke er gjort.", nn: "Sakslista byrjar med det som ikkje er gjort.", en: "The agenda begins with what is not done." }

    call_choose() { nb: "Hvem skal ha innkallingen?", nn: "Kven skal ha innkallinga?", en: "Who is to have the call?" }
    call_choose_lead() { nb: "Hver får sin. Den som er skjult, står bare i sin egen.", nn: "Kvar får si. Den som er skjult, står berre i si eiga.", en: "Each gets their own. Whoever is hidden stands only in their own." }
    call_title(kind: &str) { nb: "Innkalling: {kind}", nn: "Innkalling: {kind}", en: "Call: {kind}" }
    call_to(name: &str) { nb: "Til {name}", nn: "Til {name}", en: "To {name}" }
    call_lead() { nb: "Skriv ut siden, eller kopier teksten til en e-post. KLAR sender ingenting selv.", nn: "Skriv ut sida, eller kopier teksten til ein e-post. KLAR sender ingenting sjølv.", en: "Print the page, or copy the text to an e-mail. KLAR sends nothing by itself." }
    call_invites() { nb: "Du blir kalt inn til dette møtet:", nn: "Du blir kalla inn til dette møtet:", en: "You are called to this meeting:" }
    called_off() { nb: "Møtet er avlyst.", nn: "Møtet er avlyst.", en: "The meeting is called off." }

    who_came() { nb: "Hvem kom?", nn: "Kven kom?", en: "Who came?" }
    minutes_hint() { nb: "Hva ble sagt, og hva ble dere enige om?", nn: "Kva blei sagt, og kva blei de samde om?", en: "What was said, and what did you agree on?" }
    actions_hint() { nb: "Etterpå kan du lage oppgaver i saken av dette.", nn: "Etterpå kan du lage oppgåver i saka av dette.", en: "Afterwards you can make tasks in the case of this." }
    action(number: usize) { nb: "Punkt {number}", nn: "Punkt {number}", en: "Point {number}" }
    action_who() { nb: "Hvem", nn: "Kven", en: "Who" }
    action_what() { nb: "Hva", nn: "Kva", en: "What" }
    action_due() { nb: "Når", nn: "Når", en: "By when" }
    more_actions() { nb: "Flere punkter", nn: "Fleire punkt", en: "More points" }
    save_minutes() { nb: "Lagre referatet", nn: "Lagre referatet", en: "Save the minutes" }

    protocol() { nb: "Protokoll", nn: "Protokoll", en: "Protocol" }
    protocol_title(number: i32) { nb: "Protokoll, utgave {number}", nn: "Protokoll, utgåve {number}", en: "Protocol, version {number}" }
    no_protocol() { nb: "Ingen protokoll ennå.", nn: "Ingen protokoll enno.", en: "No protocol yet." }
    begin_protocol() { nb: "Skriv protokoll", nn: "Skriv protokoll", en: "Write a protocol" }
    version(number: i32, status: &str) { nb: "Utgave {number}: {status}", nn: "Utgåve {number}: {status}", en: "Version {number}: {status}" }
    step(number: u8) { nb: "Steg {number} av 5", nn: "Steg {number} av 5", en: "Step {number} of 5" }
    head_question() { nb: "Hvem møttes, hvor og når?", nn: "Kven møttest, kvar og når?", en: "Who met, where and when?" }
    point_question(number: u8) { nb: "Hva sier partene om punkt {number}?", nn: "Kva seier partane om punkt {number}?", en: "What do the parties say of point {number}?" }
    result_question() { nb: "Hvordan sluttet møtet?", nn: "Korleis slutta møtet?", en: "How did the meeting end?" }
    comments_question() { nb: "Har noen en merknad?", nn: "Har nokon ein merknad?", en: "Does anybody have a comment?" }
    actions_question() { nb: "Hva skal gjøres etterpå?", nn: "Kva skal gjerast etterpå?", en: "What is to be done afterwards?" }
    party_hint() { nb: "Navn og stilling, én på hver linje.", nn: "Namn og stilling, éin på kvar linje.", en: "Name and title, one on each line." }
    basis_hint() { nb: "For eksempel arbeidsmiljøloven § 17-3 eller hovedavtalen.", nn: "Til dømes arbeidsmiljølova § 17-3 eller hovudavtalen.", en: "For example the Working Environment Act section 17-3, or the basic agreement." }
    point_hint() { nb: "Vil du ta bort punktet, tøm alle feltene og gå videre.", nn: "Vil du ta bort punktet, tøm alle felta og gå vidare.", en: "To take the point out, empty all the fields and go on." }
    ended_hint() { nb: "Frister for å gå til sak løper fra denne dagen. La stå tomt hvis dere skal møtes igjen.", nn: "Fristar for å gå til sak går frå denne dagen. Lat stå tomt om de skal møtast igjen.", en: "Times for going to court run from this day. Leave it empty if you are to meet again." }
    longer_hint() { nb: "Er dere enige om lengre tid til å gå til sak, må det stå her.", nn: "Er de samde om lengre tid til å gå til sak, må det stå her.", en: "If you agree on longer time for going to court, it must stand here." }
    another_point() { nb: "Lagre og skriv et punkt til", nn: "Lagre og skriv eit punkt til", en: "Save and write one more point" }
    finish() { nb: "Lagre og se over", nn: "Lagre og sjå over", en: "Save and look it over" }
    head() { nb: "Møtet", nn: "Møtet", en: "The meeting" }
    points() { nb: "Punkter", nn: "Punkt", en: "Points" }
    no_points() { nb: "Ingen punkter ennå.", nn: "Ingen punkt enno.", en: "No points yet." }
    nothing() { nb: "Ikke fylt ut", nn: "Ikkje fylt ut", en: "Not filled in" }
    result() { nb: "Slutt på møtet", nn: "Slutt på møtet", en: "How it ended" }
    comments() { nb: "Merknader", nn: "Merknader", en: "Comments" }
    corrects(number: u32) { nb: "Denne utgaven retter utgave {number}.", nn: "Denne utgåva rettar utgåve {number}.", en: "This version corrects version {number}." }
    superseded() { nb: "Det finnes en nyere utgave.", nn: "Det finst ei nyare utgåve.", en: "There is a newer version." }
    present() { nb: "Vis til arbeidsgiver", nn: "Vis til arbeidsgjevar", en: "Show it to the employer" }
    present_why() { nb: "Når den er vist, kan den signeres. Vil du endre noe etterpå, kan du trekke den tilbake.", nn: "Når han er vist, kan han signerast. Vil du endre noko etterpå, kan du trekkje han tilbake.", en: "Once it is shown, it can be signed. If you want to change something afterwards, you can take it back." }
    withdraw() { nb: "Trekk tilbake og endre", nn: "Trekk tilbake og endre", en: "Take it back and change it" }
    signatures() { nb: "Signaturer", nn: "Signaturar", en: "Signatures" }
    no_signatures() { nb: "Ingen har signert ennå.", nn: "Ingen har signert enno.", en: "Nobody has signed yet." }
    sign_as(name: &str, office: &str) { nb: "Du signerer som {name}, {office}. Etter det kan ingen endre det som står i protokollen.", nn: "Du signerer som {name}, {office}. Etter det kan ingen endre det som står i protokollen.", en: "You sign as {name}, {office}. After that nobody can change what the protocol says." }
    sign() { nb: "Signer for oss", nn: "Signer for oss", en: "Sign for us" }
    note_signature() { nb: "Skriv inn arbeidsgivers signatur", nn: "Skriv inn signaturen til arbeidsgjevar", en: "Note the employer's signature" }
    note_title() { nb: "Arbeidsgivers signatur", nn: "Signaturen til arbeidsgjevar", en: "The employer's signature" }
    note_honest() { nb: "Du skriver ned at noen har signert. Det er ikke en elektronisk signatur. Ta vare på papiret eller e-posten.", nn: "Du skriv ned at nokon har signert. Det er ikkje ein elektronisk signatur. Ta vare på papiret eller e-posten.", en: "You write down that somebody has signed. It is not an electronic signature. Keep the paper or the e-mail." }
    note_save() { nb: "Lagre signaturen", nn: "Lagre signaturen", en: "Save the signature" }
    not_to_sign() { nb: "Protokollen kan ikke signeres ennå. Vis den til arbeidsgiver først.", nn: "Protokollen kan ikkje signerast enno. Vis han til arbeidsgjevar først.", en: "The protocol cannot be signed yet. Show it to the employer first." }
    signed_ours(when: &str) { nb: "Signert i KLAR {when}", nn: "Signert i KLAR {when}", en: "Signed in KLAR {when}" }
    signed_theirs(how: &str, when: &str) { nb: "{how}, {when}", nn: "{how}, {when}", en: "{how}, {when}" }
    noted_by(name: &str, when: &str) { nb: "Skrevet inn av {name} {when}. Ikke en elektronisk signatur.", nn: "Skrive inn av {name} {when}. Ikkje ein elektronisk signatur.", en: "Noted by {name} {when}. Not an electronic signature." }
    holds() { nb: "Stemmer med teksten", nn: "Stemmer med teksten", en: "Fits the text" }
    broken() { nb: "Stemmer ikke med teksten", nn: "Stemmer ikkje med teksten", en: "Does not fit the text" }
    unreadable_signature() { nb: "Signaturen kan ikke leses", nn: "Signaturen kan ikkje lesast", en: "The signature cannot be read" }
    by_both() { nb: "Signert av begge", nn: "Signert av begge", en: "Signed by both" }
    by_one() { nb: "Signert av den ene", nn: "Signert av den eine", en: "Signed by one" }
    control() { nb: "Kontroller", nn: "Kontroller", en: "Check" }
    controlled(when: &str) { nb: "Kontrollert {when}", nn: "Kontrollert {when}", en: "Checked {when}" }
    controlled_whole() { nb: "Alle signaturene stemmer med det som står i protokollen. Ingenting er endret.", nn: "Alle signaturane stemmer med det som står i protokollen. Ingenting er endra.", en: "All the signatures fit what the protocol says. Nothing has been changed." }
    controlled_unsigned() { nb: "Ingen har signert ennå, så det er ingenting å kontrollere.", nn: "Ingen har signert enno, så det er ingenting å kontrollere.", en: "Nobody has signed yet, so there is nothing to check." }
    altered() { nb: "Protokollen er endret etter at den ble signert", nn: "Protokollen er endra etter at han blei signert", en: "The protocol has been changed after it was signed" }
    altered_what() { nb: "Det som står her, er ikke det som ble signert. Ikke bruk det. Si fra til den som driver KLAR, og finn fram papiret.", nn: "Det som står her, er ikkje det som blei signert. Ikkje bruk det. Sei frå til den som driv KLAR, og finn fram papiret.", en: "What stands here is not what was signed. Do not use it. Tell whoever runs KLAR, and find the paper." }
    missing() { nb: "En signatur er borte", nn: "Ein signatur er borte", en: "A signature is gone" }
    missing_what() { nb: "Saken forteller om en signatur som ikke finnes lenger. Si fra til den som driver KLAR.", nn: "Saka fortel om ein signatur som ikkje finst lenger. Sei frå til den som driv KLAR.", en: "The case tells of a signature that is not there any more. Tell whoever runs KLAR." }
    fingerprint() { nb: "Fingeravtrykk (SHA-256)", nn: "Fingeravtrykk (SHA-256)", en: "Fingerprint (SHA-256)" }
    paper() { nb: "Protokollen som fil", nn: "Protokollen som fil", en: "The protocol as a file" }
    paper_take() { nb: "Hent som PDF", nn: "Hent som PDF", en: "Get as PDF" }
    paper_keep() { nb: "Lagre PDF-en på saken", nn: "Lagre PDF-en på saka", en: "Save the PDF in the case" }
    paper_kept() { nb: "Den signerte protokollen er lagret på saken:", nn: "Den signerte protokollen er lagra på saka:", en: "The signed protocol is saved in the case:" }
    paper_status() { nb: "Status", nn: "Status", en: "Status" }
    paper_not_kept() { nb: "Protokollen er ikke lagret på saken", nn: "Protokollen er ikkje lagra på saka", en: "The protocol is not saved in the case" }
    case_number() { nb: "Sak", nn: "Sak", en: "Case" }
    correct() { nb: "Rett protokollen i en ny utgave", nn: "Rett protokollen i ei ny utgåve", en: "Correct the protocol in a new version" }
    write_on() { nb: "Skriv videre", nn: "Skriv vidare", en: "Go on writing" }

    done_called() { nb: "Møtet er lagret", nn: "Møtet er lagra", en: "The meeting is saved" }
    done_called_next() { nb: "Nå kan du skrive ut innkallingen og legge møtet i kalenderen.", nn: "No kan du skrive ut innkallinga og leggje møtet i kalenderen.", en: "Now you can print the call and add the meeting to your calendar." }
    done_cancelled() { nb: "Møtet er avlyst", nn: "Møtet er avlyst", en: "The meeting is called off" }
    done_recorded() { nb: "Referatet er lagret", nn: "Referatet er lagra", en: "The minutes are saved" }
    done_tasked() { nb: "Oppgavene står i saken", nn: "Oppgåvene står i saka", en: "The tasks stand in the case" }
    done_presented() { nb: "Protokollen kan signeres nå", nn: "Protokollen kan signerast no", en: "The protocol can be signed now" }
    done_withdrawn() { nb: "Du kan skrive i protokollen igjen", nn: "Du kan skrive i protokollen igjen", en: "You can write in the protocol again" }
    done_signed() { nb: "Signaturen er lagret", nn: "Signaturen er lagra", en: "The signature is saved" }
    done_incomplete() { nb: "Noe mangler. Fyll ut dato, sted, hvem som møtte og minst ett punkt.", nn: "Noko manglar. Fyll ut dato, stad, kven som møtte og minst eitt punkt.", en: "Something is missing. Fill in the date, the place, who met and at least one point." }
    done_changed() { nb: "Noen andre endret dette først. Se hvordan det er nå, og prøv igjen.", nn: "Nokon andre endra dette først. Sjå korleis det er no, og prøv igjen.", en: "Somebody else changed this first. See how it is now, and try again." }
    calendar_title() { nb: "Møte", nn: "Møte", en: "Meeting" }
}
