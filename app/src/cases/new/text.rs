//! The words of a new case.

use crate::i18n::texts;

texts! {
    title() { nb: "Ny sak", nn: "Ny sak", en: "New case" }
    step(number: u8) { nb: "Steg {number} av 4", nn: "Steg {number} av 4", en: "Step {number} of 4" }
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
    check_question() { nb: "Stemmer dette?", nn: "Stemmer dette?", en: "Is this right?" }
    check_lead() { nb: "Se over før du lagrer saken.", nn: "Sjå over før du lagrar saka.", en: "Look it over before you save the case." }
    check_missing() { nb: "Noe mangler før saken kan lagres", nn: "Noko manglar før saka kan lagrast", en: "Something is missing before the case can be saved" }
    save() { nb: "Lagre saken", nn: "Lagre saka", en: "Save the case" }
    not_filled_in() { nb: "Ikke fylt ut", nn: "Ikkje fylt ut", en: "Not filled in" }
}
