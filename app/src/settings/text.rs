//! The words of the settings.

use domain::Lang;
use domain::org::UnitKind;

use crate::i18n::{texts, words};

words! {
    place(UnitKind) {
        Union { nb: "forbundet", nn: "forbundet", en: "the union" }
        County { nb: "fylkeskretsen", nn: "fylkeskrinsen", en: "the county district" }
        Local { nb: "fagforeningen", nn: "fagforeininga", en: "the local" }
        Club { nb: "klubben", nn: "klubben", en: "the club" }
        Advisory { nb: "kompetansesenteret", nn: "kompetansesenteret", en: "the advisory centre" }
        Legal { nb: "juridisk avdeling", nn: "juridisk avdeling", en: "the legal department" }
    }
}

words! {
    language(Lang) {
        Nb { nb: "bokmål", nn: "bokmål", en: "Bokmål" }
        Nn { nb: "nynorsk", nn: "nynorsk", en: "Nynorsk" }
        En { nb: "engelsk", nn: "engelsk", en: "English" }
    }
}

texts! {
    title() { nb: "Innstillinger", nn: "Innstillingar", en: "Settings" }
    lead() { nb: "Her ser du reglene portalen følger.", nn: "Her ser du reglane portalen følgjer.", en: "Here you see the rules that the portal follows." }
    matrix() { nb: "Hvem som ser hva", nn: "Kven som ser kva", en: "Who sees what" }
    matrix_about() { nb: "Hva hvert verv kan se og gjøre, hvor langt det rekker, og hvorfor.", nn: "Kva kvart verv kan sjå og gjere, kor langt det rekk, og kvifor.", en: "What each office may see and do, how far it reaches, and why." }
    holders() { nb: "Hva ser denne personen?", nn: "Kva ser denne personen?", en: "What does this person see?" }
    holders_about() { nb: "Finn noen som har et verv, se hva vervene gir, og få svar på hvorfor de ser eller ikke ser noe.", nn: "Finn nokon som har eit verv, sjå kva verva gjev, og få svar på kvifor dei ser eller ikkje ser noko.", en: "Find somebody who holds an office, see what it gives them, and why they do or do not see something." }
    versions() { nb: "Tidligere regler", nn: "Tidlegare reglar", en: "Earlier rules" }
    versions_about() { nb: "Hver endring: hva, når, av hvem og hvorfor.", nn: "Kvar endring: kva, når, av kven og kvifor.", en: "Each change: what, when, by whom and why." }
    matrix_lead() { nb: "Velg et verv for å se hva det gir. Det som ikke står her, er ikke lov.", nn: "Vel eit verv for å sjå kva det gjev. Det som ikkje står her, er ikkje lov.", en: "Choose an office to see what it gives. What is not written here is not allowed." }
    in_force_standard() { nb: "Nå gjelder standarden som portalen kom med.", nn: "No gjeld standarden som portalen kom med.", en: "The standard that the portal came with is in force." }
    in_force(version: i32, when: &str, by: &str) { nb: "Nå gjelder versjon {version}, laget {when} av {by}.", nn: "No gjeld versjon {version}, laga {when} av {by}.", en: "Version {version} is in force, made {when} by {by}." }
    rights_one() { nb: "1 rett", nn: "1 rett", en: "1 right" }
    rights_many(count: usize) { nb: "{count} retter", nn: "{count} rettar", en: "{count} rights" }
    no_rights() { nb: "Ingen retter", nn: "Ingen rettar", en: "No rights" }
    held_in(places: &str) { nb: "Verv i {places}", nn: "Verv i {places}", en: "Held in {places}" }
    office_lead(places: &str) { nb: "Dette kan den som har vervet i {places}, se og gjøre.", nn: "Dette kan den som har vervet i {places}, sjå og gjere.", en: "This is what somebody who holds the office in {places} may see and do." }
    office_none_why() { nb: "Den som har vervet, kan logge inn, men ser ingen medlemmer og ingen saker.", nn: "Den som har vervet, kan logge inn, men ser ingen medlemer og ingen saker.", en: "Whoever holds the office can log in, but sees no members and no cases." }
    column_right() { nb: "Kan", nn: "Kan", en: "May" }
    column_far() { nb: "Hvor langt", nn: "Kor langt", en: "How far" }
    column_why() { nb: "Hvorfor", nn: "Kvifor", en: "Why" }
    change_rights() { nb: "Endre rettene", nn: "Endre rettane", en: "Change the rights" }
    edit_title(office: &str) { nb: "Hva skal {office} kunne se og gjøre?", nn: "Kva skal {office} kunne sjå og gjere?", en: "What should {office} be able to see and do?" }
    edit_lead() { nb: "Åpne det du vil endre, og kryss av. Ingenting gjelder før du har sett over og lagret.", nn: "Opne det du vil endre, og kryss av. Ingenting gjeld før du har sett over og lagra.", en: "Open what you want to change and tick. Nothing is in force before you have looked it over and saved." }
    edit_begun() { nb: "Du har en endring du ikke er ferdig med", nn: "Du har ei endring du ikkje er ferdig med", en: "You have a change you have not finished" }
    edit_begun_text() { nb: "Avkryssingen under er slik du forlot den.", nn: "Avkryssinga under er slik du forlét ho.", en: "The ticks below are as you left them." }
    begin_again() { nb: "Begynn på nytt", nn: "Byrj på nytt", en: "Begin again" }
    never_here() { nb: "Dette kan ingen regel gi", nn: "Dette kan ingen regel gje", en: "What no rule can give" }
    never_here_text() {
        nb: "Medlemmer med beskyttede opplysninger ses bare av den som er satt opp til å hjelpe dem. Administrator og personvernombud ser aldri innholdet i saker. Medlemsregisteret, innstillingene og innsynsloggen er bare for verv i forbundet.",
        nn: "Medlemer med verna opplysningar blir berre sett av den som er sett opp til å hjelpe dei. Administrator og personvernombod ser aldri innhaldet i saker. Medlemsregisteret, innstillingane og innsynsloggen er berre for verv i forbundet.",
        en: "Members whose details are protected are seen only by the person named to help them. The administrator and the data protection officer never see what is in cases. The member registry, the settings and the access log are only for offices of the union.",
    }
    nothing_ticked() { nb: "ingen", nn: "ingen", en: "none" }
    summary(what: &str, ticked: &str) { nb: "{what}: {ticked}", nn: "{what}: {ticked}", en: "{what}: {ticked}" }
    group_members() { nb: "Medlemmer", nn: "Medlemer", en: "Members" }
    group_cases() { nb: "Saker", nn: "Saker", en: "Cases" }
    group_rest() { nb: "Verv, tall og portalen", nn: "Verv, tal og portalen", en: "Offices, numbers and the portal" }
    new_office() { nb: "Nytt verv", nn: "Nytt verv", en: "New office" }
    new_office_lead() { nb: "Legg til et verv som forbundet har, så medlemsregisteret kan sende hvem som har det. Det gir ingen retter før du gir det noen.", nn: "Legg til eit verv som forbundet har, så medlemsregisteret kan sende kven som har det. Det gjev ingen rettar før du gjev det nokre.", en: "Add an office that the union has, so that the member registry can send who holds it. It gives no rights before you give it any." }
    change_office() { nb: "Endre vervet", nn: "Endre vervet", en: "Change the office" }
    change_office_title(office: &str) { nb: "Endre vervet {office}", nn: "Endre vervet {office}", en: "Change the office {office}" }
    change_office_lead() { nb: "Navnet vises overalt i portalen. Ingenting gjelder før du har sett over og lagret.", nn: "Namnet blir vist overalt i portalen. Ingenting gjeld før du har sett over og lagra.", en: "The name is shown everywhere in the portal. Nothing is in force before you have looked it over and saved." }
    office_begun_text() { nb: "Feltene under er slik du forlot dem.", nn: "Felta under er slik du forlét dei.", en: "The fields below are as you left them." }
    office_code() { nb: "Kode", nn: "Kode", en: "Code" }
    office_code_hint() { nb: "Koden i medlemsregisteret, for eksempel VERNEOMBUD. Den kan ikke endres siden.", nn: "Koden i medlemsregisteret, til dømes VERNEOMBUD. Han kan ikkje endrast sidan.", en: "The code in the member registry, for example VERNEOMBUD. It cannot be changed later." }
    name_in(language: &str) { nb: "Navn på {language}", nn: "Namn på {language}", en: "Name in {language}" }
    name_hint() { nb: "Slik det står midt i en setning: klubbleder", nn: "Slik det står midt i ei setning: klubbleiar", en: "As it stands inside a sentence: club leader" }
    held_where() { nb: "Hvor kan noen ha vervet?", nn: "Kvar kan nokon ha vervet?", en: "Where can somebody hold the office?" }
    office_rules() { nb: "Hva gjelder for vervet?", nn: "Kva gjeld for vervet?", en: "What is true of the office?" }
    rule_single() { nb: "Bare én i hver enhet kan ha det om gangen", nn: "Berre éin i kvar eining kan ha det om gongen", en: "Only one in each unit can hold it at a time" }
    rule_agreement() { nb: "Det representerer medlemmene overfor arbeidsgiveren, som må få vite skriftlig hvem som har det", nn: "Det representerer medlemene overfor arbeidsgivaren, som må få vite skriftleg kven som har det", en: "It represents the members towards the employer, who must be told in writing who holds it" }
    code_is(code: &str) { nb: "Kode i medlemsregisteret: {code}.", nn: "Kode i medlemsregisteret: {code}.", en: "Code in the member registry: {code}." }
    one_at_a_time() { nb: "Bare én i hver enhet har vervet om gangen.", nn: "Berre éin i kvar eining har vervet om gongen.", en: "Only one in each unit holds the office at a time." }
    several_at_a_time() { nb: "Flere i samme enhet kan ha vervet.", nn: "Fleire i same eining kan ha vervet.", en: "Several in the same unit can hold the office." }
    represents() { nb: "Representerer medlemmene overfor arbeidsgiveren.", nn: "Representerer medlemene overfor arbeidsgivaren.", en: "Represents the members towards the employer." }
    represents_nobody() { nb: "Representerer ikke medlemmene overfor arbeidsgiveren.", nn: "Representerer ikkje medlemene overfor arbeidsgivaren.", en: "Does not represent the members towards the employer." }
    called(language: &str, name: &str) { nb: "{language}: {name}", nn: "{language}: {name}", en: "{language}: {name}" }
    office_named(name: &str, code: &str) { nb: "Vervet {name} ({code})", nn: "Vervet {name} ({code})", en: "The office {name} ({code})" }
    give_rights(office: &str) { nb: "Gi retter til vervet {office}", nn: "Gje rettar til vervet {office}", en: "Give rights to the office {office}" }
    not_a_code() { nb: "bruk store bokstaver fra A til Z, tall og understrek, og begynn med en bokstav. Minst 2 og høyst 32 tegn", nn: "bruk store bokstavar frå A til Z, tal og understrek, og byrj med ein bokstav. Minst 2 og høgst 32 teikn", en: "use capital letters from A to Z, digits and underscores, beginning with a letter. At least 2 and at most 32 characters" }
    code_taken() { nb: "forbundet har allerede et verv med denne koden", nn: "forbundet har alt eit verv med denne koden", en: "the union has an office with this code already" }
    name_unreadable() { nb: "bruk vanlige tegn, og ikke semikolon", nn: "bruk vanlege teikn, og ikkje semikolon", en: "use ordinary characters, and no semicolon" }
    held_nowhere() { nb: "Velg minst ett sted vervet kan holdes", nn: "Vel minst éin stad nokon kan ha vervet", en: "Choose at least one place where the office is held" }
    union_only() { nb: "Portalen trenger dette vervet i forbundet, og bare der", nn: "Portalen treng dette vervet i forbundet, og berre der", en: "The portal needs this office at the union, and only there" }
    reasons_title() { nb: "Hvorfor trenger vervet dette?", nn: "Kvifor treng vervet dette?", en: "Why does the office need this?" }
    reasons_lead() { nb: "Hver ny rett må ha en grunn. Den blir stående i reglene, så andre kan forstå dem.", nn: "Kvar ny rett må ha ein grunn. Han blir ståande i reglane, så andre kan forstå dei.", en: "Each new right must have a reason. It stays in the rules, so that others can understand them." }
    reasons_none() { nb: "Du har ikke gitt vervet noe nytt, så her trengs ingen grunn.", nn: "Du har ikkje gjeve vervet noko nytt, så her trengst ingen grunn.", en: "You have given the office nothing new, so no reason is needed here." }
    reasons_others() { nb: "Grunn for alle som står tomme over", nn: "Grunn for alle som står tomme over", en: "Reason for all that are empty above" }
    check_title(office: &str) { nb: "Nye regler for {office}", nn: "Nye reglar for {office}", en: "New rules for {office}" }
    bring_back_title(version: i32) { nb: "Sett versjon {version} i kraft igjen", nn: "Set versjon {version} i kraft igjen", en: "Put version {version} in force again" }
    bring_back_standard() { nb: "Gå tilbake til standarden", nn: "Gå tilbake til standarden", en: "Go back to the standard" }
    check_lead() { nb: "Se over hva som blir annerledes. Det gjelder for alle fra neste gang de åpner en side.", nn: "Sjå over kva som blir annleis. Det gjeld for alle frå neste gong dei opnar ei side.", en: "Look over what will be different. It holds for everybody from the next page they open." }
    differences() { nb: "Dette blir annerledes", nn: "Dette blir annleis", en: "What will be different" }
    no_differences() { nb: "Ingenting blir annerledes", nn: "Ingenting blir annleis", en: "Nothing will be different" }
    no_differences_why() { nb: "Det du har valgt, er slik reglene er nå.", nn: "Det du har valt, er slik reglane er no.", en: "What you have chosen is how the rules are now." }
    added() { nb: "Ny", nn: "Ny", en: "New" }
    removed() { nb: "Borte", nn: "Borte", en: "Gone" }
    moved() { nb: "Endret", nn: "Endra", en: "Changed" }
    reworded() { nb: "Ny grunn", nn: "Ny grunn", en: "New reason" }
    moved_from(what: &str, from: &str, to: &str) { nb: "{what}: før {from}, nå {to}", nn: "{what}: før {from}, no {to}", en: "{what}: before {from}, now {to}" }
    reason(reason: &str) { nb: "Grunn: {reason}", nn: "Grunn: {reason}", en: "Reason: {reason}" }
    dry_run() { nb: "Dette vil skje", nn: "Dette vil skje", en: "What would happen" }
    touched_none(office: &str) { nb: "Ingen har vervet {office} i dag. Reglene gjelder for den neste som får det.", nn: "Ingen har vervet {office} i dag. Reglane gjeld for den neste som får det.", en: "Nobody holds the office {office} today. The rules hold for the next who does." }
    touched_one(office: &str) { nb: "1 person har vervet {office} i dag.", nn: "1 person har vervet {office} i dag.", en: "1 person holds the office {office} today." }
    touched(office: &str, count: &str) { nb: "{count} personer har vervet {office} i dag.", nn: "{count} personar har vervet {office} i dag.", en: "{count} persons hold the office {office} today." }
    sample() { nb: "Vi har regnet ut hva noen av dem ser nå, og hva de vil se etterpå, med alle verv de har.", nn: "Vi har rekna ut kva nokre av dei ser no, og kva dei vil sjå etterpå, med alle verv dei har.", en: "We have counted what some of them see now, and what they would see afterwards, with every office they hold." }
    sample_caption(office: &str) { nb: "Utvalg: {office}", nn: "Utval: {office}", en: "Some of them: {office}" }
    column_where() { nb: "Hvor", nn: "Kvar", en: "Where" }
    column_members() { nb: "Medlemmer", nn: "Medlemer", en: "Members" }
    column_read() { nb: "Saker de kan lese", nn: "Saker dei kan lese", en: "Cases they may read" }
    column_known() { nb: "Saker de vet om", nn: "Saker dei veit om", en: "Cases they know of" }
    before_after(before: &str, after: &str) { nb: "{before} → {after}", nn: "{before} → {after}", en: "{before} → {after}" }
    gives_self() { nb: "Du gir deg selv mer", nn: "Du gjev deg sjølv meir", en: "You give yourself more" }
    gives_self_text() { nb: "Du har selv dette vervet. Personvernombudet får se endringen øverst i innsynsloggen.", nn: "Du har sjølv dette vervet. Personvernombodet får sjå endringa øvst i innsynsloggen.", en: "You hold this office yourself. The data protection officer is shown the change at the top of the access log." }
    seen_by_officer() { nb: "Personvernombudet får se endringen øverst i innsynsloggen.", nn: "Personvernombodet får sjå endringa øvst i innsynsloggen.", en: "The data protection officer is shown the change at the top of the access log." }
    meanwhile() { nb: "Reglene er endret siden du begynte", nn: "Reglane er endra sidan du byrja", en: "The rules have changed since you began" }
    meanwhile_text(version: i32, by: &str, when: &str) { nb: "{by} satte versjon {version} i kraft {when}. Vi har tatt vare på det du valgte, men ikke lagret det.", nn: "{by} sette versjon {version} i kraft {when}. Vi har teke vare på det du valde, men ikkje lagra det.", en: "{by} put version {version} in force {when}. We have kept what you chose, but not saved it." }
    meanwhile_changes() { nb: "Dette er endret i mellomtiden", nn: "Dette er endra i mellomtida", en: "What has changed in the meantime" }
    meanwhile_go_on() { nb: "Jeg har sett det, gå videre", nn: "Eg har sett det, gå vidare", en: "I have seen it, go on" }
    note() { nb: "Hvorfor endrer du reglene?", nn: "Kvifor endrar du reglane?", en: "Why do you change the rules?" }
    note_hint() { nb: "Skriv en setning. Alle som ser innstillingene, kan lese den.", nn: "Skriv ei setning. Alle som ser innstillingane, kan lese ho.", en: "Write a sentence. Everybody who sees the settings can read it." }
    publish() { nb: "Sett reglene i kraft", nn: "Set reglane i kraft", en: "Put the rules in force" }
    change_more() { nb: "Endre mer", nn: "Endre meir", en: "Change more" }
    version(version: i32) { nb: "Versjon {version}", nn: "Versjon {version}", en: "Version {version}" }
    standard() { nb: "Standarden", nn: "Standarden", en: "The standard" }
    standard_about() { nb: "Reglene som portalen kom med.", nn: "Reglane som portalen kom med.", en: "The rules that the portal came with." }
    versions_lead() { nb: "Versjoner legges til og endres aldri. Du kan sette en tidligere i kraft igjen.", nn: "Versjonar blir lagde til og endrast aldri. Du kan setje ein tidlegare i kraft igjen.", en: "Versions are added and never changed. An earlier one can be put in force again." }
    versions_more() { nb: "Det finnes eldre versjoner som ikke vises her.", nn: "Det finst eldre versjonar som ikkje blir viste her.", en: "There are older versions that are not shown here." }
    column_version() { nb: "Versjon", nn: "Versjon", en: "Version" }
    column_when() { nb: "Når", nn: "Når", en: "When" }
    column_who() { nb: "Av", nn: "Av", en: "By" }
    column_changes() { nb: "Endringer", nn: "Endringar", en: "Changes" }
    now() { nb: "Gjelder nå", nn: "Gjeld no", en: "In force" }
    gave_self() { nb: "Ga seg selv mer", nn: "Gav seg sjølv meir", en: "Gave themselves more" }
    made(when: &str, by: &str) { nb: "Satt i kraft {when} av {by}.", nn: "Sett i kraft {when} av {by}.", en: "Put in force {when} by {by}." }
    version_note() { nb: "Hvorfor", nn: "Kvifor", en: "Why" }
    version_changes() { nb: "Dette ble endret", nn: "Dette blei endra", en: "What was changed" }
    version_same() { nb: "Reglene ble ikke endret.", nn: "Reglane blei ikkje endra.", en: "The rules were not changed." }
    bring_back() { nb: "Sett i kraft igjen", nn: "Set i kraft igjen", en: "Put in force again" }
    published() { nb: "Reglene gjelder nå", nn: "Reglane gjeld no", en: "The rules are in force" }
    published_next() { nb: "Angrer du, kan du sette en tidligere versjon i kraft igjen.", nn: "Angrar du, kan du setje ein tidlegare versjon i kraft igjen.", en: "If you regret it, you can put an earlier version in force again." }
    holders_lead() { nb: "Søk blant dem som har et verv i dag. Andre medlemmer finner du ikke her. Hvert søk står i innsynsloggen.", nn: "Søk blant dei som har eit verv i dag. Andre medlemer finn du ikkje her. Kvart søk står i innsynsloggen.", en: "Search among those who hold an office today. You do not find other members here. Each search is in the access log." }
    holders_label() { nb: "Navnet til en som har et verv", nn: "Namnet til ein som har eit verv", en: "The name of somebody who holds an office" }
    holders_none(query: &str) { nb: "Ingen med verv heter «{query}»", nn: "Ingen med verv heiter «{query}»", en: "Nobody with an office is called “{query}”" }
    holders_none_why() { nb: "Vi leter bare blant dem som har et verv i dag. Prøv med færre bokstaver.", nn: "Vi leitar berre blant dei som har eit verv i dag. Prøv med færre bokstavar.", en: "We search only among those who hold an office today. Try fewer letters." }
    holders_found(query: &str) { nb: "Treff på «{query}»", nn: "Treff på «{query}»", en: "Found for “{query}”" }
    holders_more() { nb: "Det er flere. Skriv mer av navnet.", nn: "Det er fleire. Skriv meir av namnet.", en: "There are more. Write more of the name." }
    office_at(office: &str, unit: &str) { nb: "{office} i {unit}", nn: "{office} i {unit}", en: "{office} at {unit}" }
    person_title(name: &str) { nb: "Hva ser {name}?", nn: "Kva ser {name}?", en: "What does {name} see?" }
    person_lead() { nb: "Slik er det akkurat nå. At du har sett dette, står i innsynsloggen.", nn: "Slik er det akkurat no. At du har sett dette, står i innsynsloggen.", en: "This is how it is just now. That you have looked is in the access log." }
    reach() { nb: "Så mye når vervene", nn: "Så mykje når verva", en: "How much the offices reach" }
    reach_note() { nb: "Medlemmer med beskyttede opplysninger er ikke regnet med.", nn: "Medlemer med verna opplysningar er ikkje rekna med.", en: "Members whose details are protected are not counted." }
    gives() { nb: "Dette gir vervene", nn: "Dette gjev verva", en: "What the offices give" }
    until(date: &str) { nb: "Til {date}", nn: "Til {date}", en: "Until {date}" }
    no_end() { nb: "Ingen sluttdato er satt", nn: "Ingen sluttdato er sett", en: "No end date is set" }
    gives_nothing() { nb: "Vervet gir ingen retter.", nn: "Vervet gjev ingen rettar.", en: "The office gives no rights." }
    ask() { nb: "Ser personen dette?", nn: "Ser personen dette?", en: "Does the person see this?" }
    ask_member() { nb: "Medlemsnummer", nn: "Medlemsnummer", en: "Member number" }
    ask_case() { nb: "Saksnummer", nn: "Saksnummer", en: "Case number" }
    ask_hint() { nb: "Skriv ett av numrene. Du får vite om personen ser det, og hvorfor, men aldri hva som står der.", nn: "Skriv eitt av numra. Du får vite om personen ser det, og kvifor, men aldri kva som står der.", en: "Write one of the numbers. You are told whether the person sees it, and why, but never what is there." }
    ask_submit() { nb: "Få svar", nn: "Få svar", en: "Get an answer" }
    sees_member(number: &str) { nb: "Ja, personen ser medlem {number}", nn: "Ja, personen ser medlem {number}", en: "Yes, the person sees member {number}" }
    sees_contact() { nb: "Personen ser også hvordan medlemmet nås.", nn: "Personen ser også korleis medlemen kan nåast.", en: "The person also sees how to reach the member." }
    sees_no_contact() { nb: "Personen ser ikke hvordan medlemmet nås.", nn: "Personen ser ikkje korleis medlemen kan nåast.", en: "The person does not see how to reach the member." }
    sees_no_member(number: &str) { nb: "Nei, personen ser ikke noe medlem med nummer {number}", nn: "Nei, personen ser ikkje nokon medlem med nummer {number}", en: "No, the person sees no member with number {number}" }
    sees_no_member_why() { nb: "Ingen av vervene når fram til et slikt medlem. Nummeret kan også være feil, eller opplysningene kan være beskyttet. Vi svarer likt i alle tre tilfellene.", nn: "Ingen av verva når fram til ein slik medlem. Nummeret kan også vere feil, eller opplysningane kan vere verna. Vi svarer likt i alle tre tilfella.", en: "None of the offices reaches such a member. The number may also be wrong, or the details may be protected. We answer alike in all three cases." }
    works_on_case(number: &str) { nb: "Ja, personen kan lese og skrive i sak {number}", nn: "Ja, personen kan lese og skrive i sak {number}", en: "Yes, the person may read and write in case {number}" }
    reads_case(number: &str) { nb: "Ja, personen kan lese sak {number}, men ikke skrive i den", nn: "Ja, personen kan lese sak {number}, men ikkje skrive i ho", en: "Yes, the person may read case {number}, but not write in it" }
    knows_case(number: &str) { nb: "Personen ser at sak {number} finnes, men ikke hva som står i den", nn: "Personen ser at sak {number} finst, men ikkje kva som står i ho", en: "The person sees that case {number} exists, but not what is in it" }
    knows_no_case(number: &str) { nb: "Nei, personen ser ingen sak med nummer {number}", nn: "Nei, personen ser inga sak med nummer {number}", en: "No, the person sees no case with number {number}" }
    knows_no_case_why() { nb: "Ingen av vervene når fram til en slik sak, og personen deltar ikke i den. Nummeret kan også være feil. Vi svarer likt i begge tilfellene.", nn: "Ingen av verva når fram til ei slik sak, og personen deltek ikkje i ho. Nummeret kan også vere feil. Vi svarer likt i begge tilfella.", en: "None of the offices reaches such a case, and the person does not take part in it. The number may also be wrong. We answer alike in both cases." }
    because_unit(office: &str, unit: &str) { nb: "Det følger av vervet som {office} i {unit}", nn: "Det følgjer av vervet som {office} i {unit}", en: "It follows from being {office} at {unit}" }
    because_workplace(office: &str, unit: &str) { nb: "Det følger av vervet som {office} i {unit}, for arbeidsplassen der medlemmet jobber", nn: "Det følgjer av vervet som {office} i {unit}, for arbeidsplassen der medlemen jobbar", en: "It follows from being {office} at {unit}, for the workplace of the member" }
    because_employer(office: &str, unit: &str) { nb: "Det følger av vervet som {office} i {unit}, for hele arbeidsgiveren", nn: "Det følgjer av vervet som {office} i {unit}, for heile arbeidsgivaren", en: "It follows from being {office} at {unit}, for the whole employer" }
    because_named(office: &str, unit: &str) { nb: "Personen er satt opp til å hjelpe, som {office} i {unit}", nn: "Personen er sett opp til å hjelpe, som {office} i {unit}", en: "The person is named to help, as {office} at {unit}" }
    because_taking_part(office: &str, unit: &str) { nb: "Personen jobber med saken, som {office} i {unit}", nn: "Personen jobbar med saka, som {office} i {unit}", en: "The person works on the case, as {office} at {unit}" }
    because_until(sentence: &str, date: &str) { nb: "{sentence}, til {date}.", nn: "{sentence}, til {date}.", en: "{sentence}, until {date}." }
    never_theirs() { nb: "Administrator og personvernombud kan aldri se innholdet i saker, eller medlemmer med beskyttede opplysninger", nn: "Administrator og personvernombod kan aldri sjå innhaldet i saker, eller medlemer med verna opplysningar", en: "The administrator and the data protection officer can never see the contents of cases, or members whose details are protected" }
    only_named() { nb: "Medlemmer med beskyttede opplysninger kan bare ses av den som er satt opp til å hjelpe dem", nn: "Medlemer med verna opplysningar kan berre bli sett av den som er sett opp til å hjelpe dei", en: "Members whose details are protected can be seen only by the person named to help them" }
    only_taking_part() { nb: "Bare saker kan man eie eller delta i", nn: "Berre saker kan ein eige eller delta i", en: "Only cases can be owned or taken part in" }
    whole_union() { nb: "Dette gjelder hele forbundet, og kan bare gis til verv i forbundet", nn: "Dette gjeld heile forbundet, og kan berre gjevast til verv i forbundet", en: "This is the whole union’s, and can be given only to offices of the union" }
    not_a_workplace() { nb: "En sak hører til en klubb, ikke til en arbeidsplass", nn: "Ei sak høyrer til ein klubb, ikkje til ein arbeidsplass", en: "A case belongs to a club, not to a workplace" }
    meaningless() { nb: "Noe av det du krysset av, finnes ikke. Begynn på nytt", nn: "Noko av det du kryssa av, finst ikkje. Byrj på nytt", en: "Something you ticked does not exist. Begin again" }
    locks_officer() { nb: "Personvernombudet må alltid kunne lese innsynsloggen og reglene", nn: "Personvernombodet må alltid kunne lese innsynsloggen og reglane", en: "The data protection officer must always be able to read the access log and the rules" }
    locks_everybody() { nb: "Minst ett verv må kunne se og endre reglene", nn: "Minst eitt verv må kunne sjå og endre reglane", en: "At least one office must be able to see and change the rules" }
    not_seen() { nb: "Den som skal skrive, endre eller ta ut noe, må også kunne se det", nn: "Den som skal skrive, endre eller ta ut noko, må også kunne sjå det", en: "Whoever is to write, change or take out something must also be able to see it" }
    contact_only() { nb: "Den som skal se hvordan medlemmene nås, må også se hvem som er medlem", nn: "Den som skal sjå korleis medlemene kan nåast, må også sjå kven som er medlem", en: "Whoever is to see how to reach the members must also see who is a member" }
    at(field: &str, text: &str) { nb: "{field}: {text}", nn: "{field}: {text}", en: "{field}: {text}" }
    missing() { nb: "må fylles ut", nn: "må fyllast ut", en: "must be filled in" }
    too_long(max: u32) { nb: "skriv kortere, høyst {max} tegn", nn: "skriv kortare, høgst {max} teikn", en: "write less, at most {max} characters" }
    unreadable() { nb: "teksten har tegn vi ikke kan lese. Prøv å skrive den på nytt", nn: "teksten har teikn vi ikkje kan lese. Prøv å skrive han på nytt", en: "there are characters we cannot read. Try typing it again" }
    step(number: u32) { nb: "Steg {number} av 3", nn: "Steg {number} av 3", en: "Step {number} of 3" }
}

/// "1 rett", "12 retter".
pub(super) fn counted(lang: domain::Lang, rights: usize) -> String {
    match rights {
        0 => no_rights(lang),
        1 => rights_one(lang),
        many => rights_many(lang, many),
    }
}
