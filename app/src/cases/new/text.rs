//! The words of a new case.

use crate::i18n::texts;

texts! {
    title() { nb: "Ny sak", nn: "Ny sak", en: "New case" }
    step(number: u8, count: u8) { nb: "Steg {number} av {count}", nn: "Steg {number} av {count}", en: "Step {number} of {count}" }
    unfinished_title() { nb: "Du har en sak du ikke er ferdig med", nn: "Du har ei sak du ikkje er ferdig med", en: "You have a case you have not finished" }
    unfinished_lead() { nb: "Vi har tatt vare på det du skrev.", nn: "Vi har teke vare på det du skreiv.", en: "We have kept what you wrote." }
    go_on_with(what: &str) { nb: "Fortsett: {what}", nn: "Hald fram: {what}", en: "Go on: {what}" }
    nothing_chosen() { nb: "ikke valgt hva det gjelder", nn: "ikkje valt kva det gjeld", en: "not chosen what it is about" }
    touched(when: &str) { nb: "Sist endret {when}", nn: "Sist endra {when}", en: "Last changed {when}" }
    begin_new() { nb: "Begynn på en ny sak", nn: "Byrj på ei ny sak", en: "Begin a new case" }
    about_question() { nb: "Hva gjelder saken?", nn: "Kva gjeld saka?", en: "What is the case about?" }
    about_hint() { nb: "Velg det som ligner mest. Du kan endre det senere i veiviseren.", nn: "Vel det som liknar mest. Du kan endre det seinare i vegvisaren.", en: "Choose what is nearest. You can change it before you save." }
    who_question() { nb: "Hvem gjelder saken?", nn: "Kven gjeld saka?", en: "Who is the case about?" }
    who_hint() { nb: "Velg medlemmet saken handler om.", nn: "Vel medlemet saka handlar om.", en: "Choose the member the case is about." }
    who_chosen(name: &str) { nb: "Du har valgt {name}.", nn: "Du har valt {name}.", en: "You have chosen {name}." }
    who_go_on(name: &str) { nb: "Fortsett med {name}", nn: "Hald fram med {name}", en: "Go on with {name}" }
    who_choose() { nb: "Velg", nn: "Vel", en: "Choose" }
    who_choose_name(name: &str) { nb: "Velg {name}", nn: "Vel {name}", en: "Choose {name}" }
    who_list() { nb: "Medlemmer du kan velge", nn: "Medlemer du kan velje", en: "Members to choose from" }
    who_more(shown: u64, total: u64) { nb: "Viser {shown} av {total}. Søk på navnet for å finne flere.", nn: "Viser {shown} av {total}. Søk på namnet for å finne fleire.", en: "Showing {shown} of {total}. Search by name to find more." }
    who_none(query: &str) { nb: "Ingen treff på «{query}»", nn: "Ingen treff på «{query}»", en: "Nobody found for “{query}”" }
    who_none_why() { nb: "Vi leter bare blant medlemmene du representerer. Prøv med færre bokstaver.", nn: "Vi leitar berre blant medlemene du representerer. Prøv med færre bokstavar.", en: "We search only among the members you represent. Try fewer letters." }
    about_one() { nb: "Saken gjelder ett medlem", nn: "Saka gjeld éin medlem", en: "The case is about one member" }
    about_several() { nb: "Saken gjelder flere medlemmer", nn: "Saka gjeld fleire medlemer", en: "The case is about several members" }
    about_everybody() { nb: "Saken gjelder alle i klubben eller på arbeidsplassen", nn: "Saka gjeld alle i klubben eller på arbeidsplassen", en: "The case is about all in the club or at the workplace" }
    several_hint() { nb: "Legg til medlemmene saken handler om, ett om gangen.", nn: "Legg til medlemene saka handlar om, éin om gongen.", en: "Add the members the case is about, one at a time." }
    several_add() { nb: "Legg til", nn: "Legg til", en: "Add" }
    several_add_name(name: &str) { nb: "Legg til {name}", nn: "Legg til {name}", en: "Add {name}" }
    several_remove() { nb: "Ta ut", nn: "Ta ut", en: "Take out" }
    several_remove_name(name: &str) { nb: "Ta ut {name}", nn: "Ta ut {name}", en: "Take out {name}" }
    several_chosen(count: &str, most: &str) { nb: "Valgt: {count} av høyst {most}", nn: "Valde: {count} av høgst {most}", en: "Chosen: {count} of at most {most}" }
    several_one_more() { nb: "Legg til minst én til.", nn: "Legg til minst éin til.", en: "Add at least one more." }
    several_go_on(count: &str) { nb: "Fortsett med {count} medlemmer", nn: "Hald fram med {count} medlemer", en: "Go on with {count} members" }
    everybody_hint() { nb: "Velg hvor. Ingen medlemmer blir nevnt ved navn.", nn: "Vel kvar. Ingen medlemer blir nemnde ved namn.", en: "Choose where. No members are named." }
    places_label() { nb: "Søk på klubb eller arbeidsplass", nn: "Søk på klubb eller arbeidsplass", en: "Search for a club or workplace" }
    places_question() { nb: "Hvor?", nn: "Kvar?", en: "Where?" }
    place_club() { nb: "Hele klubben", nn: "Heile klubben", en: "The whole club" }
    place_workplace() { nb: "Arbeidsplass", nn: "Arbeidsplass", en: "Workplace" }
    places_more() { nb: "Det finnes flere. Søk på navnet.", nn: "Det finst fleire. Søk på namnet.", en: "There are more. Search by name." }
    places_nowhere() { nb: "Du kan ikke lage en slik sak for alle", nn: "Du kan ikkje lage ei slik sak for alle", en: "You cannot make such a case for all" }
    places_none_why() { nb: "Vi leter bare der du kan lage saker for alle. Prøv med færre bokstaver, eller la saken gjelde medlemmer.", nn: "Vi leitar berre der du kan lage saker for alle. Prøv med færre bokstavar, eller lat saka gjelde medlemer.", en: "We search only where you can make cases for all. Try fewer letters, or let the case be about members." }
    search_label() { nb: "Søk på navn", nn: "Søk på namn", en: "Search by name" }
    what_question() { nb: "Hva skjedde, og når?", nn: "Kva hende, og når?", en: "What happened, and when?" }
    what_when() { nb: "Når skjedde det?", nn: "Når hende det?", en: "When did it happen?" }
    what_happened() { nb: "Hva skjedde?", nn: "Kva hende?", en: "What happened?" }
    what_happened_hint() { nb: "Skriv kort med egne ord. Du kan legge til mer senere.", nn: "Skriv kort med eigne ord. Du kan leggje til meir seinare.", en: "Write briefly in your own words. You can add more later." }
    what_help() { nb: "Hva bør jeg skrive?", nn: "Kva bør eg skrive?", en: "What should I write?" }
    what_help_text() {
        nb: "Hva har skjedd, hvem var med, og har medlemmet fått noe skriftlig? Skriv bare det du trenger for å hjelpe. Ta ikke med helseopplysninger som ikke har noe med saken å gjøre.",
        nn: "Kva har hendt, kven var med, og har medlemet fått noko skriftleg? Skriv berre det du treng for å hjelpe. Ta ikkje med helseopplysningar som ikkje har noko med saka å gjere.",
        en: "What has happened, who was there, and does the member have anything in writing? Write only what you need to help. Leave out health information that has nothing to do with the case.",
    }
    questions_title() { nb: "Noen spørsmål om saken", nn: "Nokre spørsmål om saka", en: "Some questions about the case" }
    questions_more() { nb: "Noen spørsmål til", nn: "Nokre spørsmål til", en: "A few more questions" }
    questions_lead() { nb: "Svar på det du vet. Det som er valgfritt, kan du hoppe over.", nn: "Svar på det du veit. Det som er valfritt, kan du hoppe over.", en: "Answer what you know. You can leave out what is optional." }
    not_known() { nb: "Vet ikke", nn: "Veit ikkje", en: "Not known" }
    alike_title() { nb: "Er saken laget allerede?", nn: "Er saka laga alt?", en: "Has the case been made already?" }
    alike_why(name: &str) { nb: "Du har fra før saker om {name} som kan handle om det samme. Se etter før du lager en ny.", nn: "Du har frå før saker om {name} som kan handle om det same. Sjå etter før du lagar ei ny.", en: "You already have cases about {name} that may be about the same thing. Have a look before you make another." }
    alike_why_several() { nb: "Du har fra før saker om noen av dem som kan handle om det samme. Se etter før du lager en ny.", nn: "Du har frå før saker om nokon av dei som kan handle om det same. Sjå etter før du lagar ei ny.", en: "You already have cases about some of them that may be about the same thing. Have a look before you make another." }
    alike_why_everybody() { nb: "Det finnes saker her fra før som kan handle om det samme. Se etter før du lager en ny.", nn: "Det finst saker her frå før som kan handle om det same. Sjå etter før du lagar ei ny.", en: "There are cases here already that may be about the same thing. Have a look before you make another." }
    endings(total: &str) { nb: "Slik endte {total} tidligere saker av denne typen her", nn: "Slik enda {total} tidlegare saker av denne typen her", en: "How {total} earlier cases of this type ended here" }
    endings_own(total: &str) { nb: "Slik endte {total} tidligere saker av denne typen som du har hatt her", nn: "Slik enda {total} tidlegare saker av denne typen som du har hatt her", en: "How {total} earlier cases of this type that you have had here ended" }
    endings_own_one() { nb: "Slik endte den tidligere saken av denne typen som du har hatt her", nn: "Slik enda den tidlegare saka av denne typen som du har hatt her", en: "How the earlier case of this type that you have had here ended" }
    endings_way(way: &str, count: &str) { nb: "{way}: {count}", nn: "{way}: {count}", en: "{way}: {count}" }
    endings_other() { nb: "På en annen måte", nn: "På ein annan måte", en: "In another way" }
    joined_later() { nb: "Det skjedde før innmeldingen", nn: "Det hende før innmeldinga", en: "It happened before they joined" }
    joined_later_when(name: &str, joined: &str, happened: &str) { nb: "{name} har vært medlem siden {joined}. Det du skriver om, skjedde {happened}.", nn: "{name} har vore medlem sidan {joined}. Det du skriv om, hende {happened}.", en: "{name} has been a member since {joined}. What you write about happened {happened}." }
    joined_later_do() {
        nb: "Forbundet hjelper vanligvis bare med det som har skjedd etter innmelding. Du kan lagre saken, men spør den som er over deg i forbundet, før du lover hjelp.",
        nn: "Forbundet hjelper vanlegvis berre med det som har hendt etter innmelding. Du kan lagre saka, men spør den som er over deg i forbundet, før du lovar hjelp.",
        en: "The union usually helps only with what has happened after somebody joined. You can save the case, but ask whoever is above you in the union before you promise help.",
    }
    check_question() { nb: "Stemmer dette?", nn: "Stemmer dette?", en: "Is this right?" }
    check_lead() { nb: "Se over før du lagrer saken.", nn: "Sjå over før du lagrar saka.", en: "Look it over before you save the case." }
    check_missing() { nb: "Noe mangler før saken kan lagres", nn: "Noko manglar før saka kan lagrast", en: "Something is missing before the case can be saved" }
    save() { nb: "Lagre saken", nn: "Lagre saka", en: "Save the case" }
    not_filled_in() { nb: "Ikke fylt ut", nn: "Ikkje fylt ut", en: "Not filled in" }
}
