//! The words of links between cases.

use domain::links::Relation;

use crate::i18n::{texts, words};

words! {
    // Above a part of the list, where one stands in the other case.
    group(Relation) {
        MergedInto { nb: "Slått sammen med", nn: "Slått saman med", en: "Merged into" }
        Main { nb: "Hovedsak", nn: "Hovudsak", en: "Main case" }
        Part { nb: "Delsaker", nn: "Delsaker", en: "Parts of this case" }
        Related { nb: "Henger sammen med", nn: "Heng saman med", en: "Linked to" }
        MergedHere { nb: "Sammenslåtte saker", nn: "Samanslåtte saker", en: "Cases merged into this one" }
    }
    // The same of one.
    relation(Relation) {
        MergedInto { nb: "Saken er slått sammen med denne", nn: "Saka er slått saman med denne", en: "The case was merged into this one" }
        Main { nb: "Hovedsak", nn: "Hovudsak", en: "Main case" }
        Part { nb: "Delsak", nn: "Delsak", en: "Part of this case" }
        Related { nb: "Henger sammen med saken", nn: "Heng saman med saka", en: "Linked to the case" }
        MergedHere { nb: "Slått sammen med saken", nn: "Slått saman med saka", en: "Merged into the case" }
    }
    as_choice(Relation) {
        MergedInto { nb: "Slå sammen med den andre", nn: "Slå saman med den andre", en: "Merge into the other" }
        Main { nb: "Denne saken er en del av den andre", nn: "Denne saka er ein del av den andre", en: "This case is a part of the other" }
        Part { nb: "Den andre saken er en del av denne", nn: "Den andre saka er ein del av denne", en: "The other case is a part of this one" }
        Related { nb: "De henger sammen", nn: "Dei heng saman", en: "They are linked" }
        MergedHere { nb: "Slå den andre sammen med denne", nn: "Slå den andre saman med denne", en: "Merge the other into this one" }
    }
    as_choice_means(Relation) {
        MergedInto { nb: "Saken går videre i den andre.", nn: "Saka går vidare i den andre.", en: "The case goes on in the other." }
        Main { nb: "Den andre blir hovedsak, og denne en delsak.", nn: "Den andre blir hovudsak, og denne ei delsak.", en: "The other becomes the main case." }
        Part { nb: "Denne blir hovedsak, og den andre en delsak.", nn: "Denne blir hovudsak, og den andre ei delsak.", en: "This one becomes the main case." }
        Related { nb: "For eksempel fordi det er om det samme, eller skjedde samtidig.", nn: "Til dømes fordi det er om det same, eller hende samstundes.", en: "For example because they are about the same, or happened at the same time." }
        MergedHere { nb: "Den andre går videre i denne.", nn: "Den andre går vidare i denne.", en: "The other goes on in this one." }
    }
}

texts! {
    section() { nb: "Saker som henger sammen", nn: "Saker som heng saman", en: "Linked cases" }
    none() { nb: "Saken er ikke knyttet til noen annen.", nn: "Saka er ikkje knytt til nokon annan.", en: "The case is not linked to any other." }
    link() { nb: "Knytt til en annen sak", nn: "Knyt til ei anna sak", en: "Link to another case" }
    link_lead() { nb: "Begge sakene blir som de er. De som kan vite om begge, ser at de henger sammen.", nn: "Begge sakene blir som dei er. Dei som kan vite om begge, ser at dei heng saman.", en: "Both cases stay as they are. Those who may know of both see that they are linked." }
    link_save() { nb: "Knytt sakene sammen", nn: "Knyt sakene saman", en: "Link the cases" }
    how() { nb: "Hvordan henger sakene sammen?", nn: "Korleis heng sakene saman?", en: "How are the cases linked?" }
    same_people() { nb: "Andre saker om de samme", nn: "Andre saker om dei same", en: "Other cases about the same people" }
    number_hint() { nb: "For eksempel 1042. Nummeret står øverst i saken.", nn: "Til dømes 1042. Nummeret står øvst i saka.", en: "For example 1042. The number stands at the top of the case." }
    number_instead() { nb: "Skriv nummeret hvis saken ikke står over. Det du skriver, går foran det du har valgt.", nn: "Skriv nummeret om saka ikkje står over. Det du skriv, går føre det du har valt.", en: "Write the number if the case is not listed above. What you write goes before what you have chosen." }
    linked_now() { nb: "Saken er knyttet til", nn: "Saka er knytt til", en: "The case is linked to" }
    remove() { nb: "Fjern", nn: "Fjern", en: "Remove" }
    remove_of(number: i64) { nb: "Fjern koblingen til sak {number}", nn: "Fjern koplinga til sak {number}", en: "Remove the link to case {number}" }
    back_to(number: i64) { nb: "Sak {number}", nn: "Sak {number}", en: "Case {number}" }
    back_to_cases() { nb: "Saker", nn: "Saker", en: "Cases" }
    case_of(number: i64, kind: &str) { nb: "Sak {number}: {kind}", nn: "Sak {number}: {kind}", en: "Case {number}: {kind}" }
    case_about(number: i64, kind: &str, names: &str) { nb: "Sak {number}: {kind} – {names}", nn: "Sak {number}: {kind} – {names}", en: "Case {number}: {kind} – {names}" }
    go_to(number: i64) { nb: "Gå til sak {number}", nn: "Gå til sak {number}", en: "Go to case {number}" }
    merged(number: i64) { nb: "Denne saken er slått sammen med sak {number}", nn: "Denne saka er slått saman med sak {number}", en: "This case was merged into case {number}" }
    merged_means() { nb: "Alt som står her, kan fortsatt leses. Det nye skrives der.", nn: "Alt som står her, kan framleis lesast. Det nye blir skrive der.", en: "Everything here can still be read. What is new is written there." }
    merged_undo() { nb: "Åpner du denne saken igjen, er de to ikke slått sammen lenger.", nn: "Opnar du denne saka igjen, er dei to ikkje slått saman lenger.", en: "If you open this case again, the two are no longer merged." }
    merge() { nb: "Slå sammen med en annen sak", nn: "Slå saman med ei anna sak", en: "Merge into another case" }
    merge_lead() { nb: "Når to saker er samme sak. Denne avsluttes, og arbeidet går videre i den andre.", nn: "Når to saker er same sak. Denne blir avslutta, og arbeidet går vidare i den andre.", en: "When two cases are the same case. This one is closed, and the work goes on in the other." }
    merge_closed() { nb: "Saken er avsluttet, og kan ikke slås sammen med en annen. Åpne den igjen først.", nn: "Saka er avslutta, og kan ikkje slåast saman med ei anna. Opne ho igjen først.", en: "The case is closed and cannot be merged into another. Open it again first." }
    merge_into(number: i64) { nb: "Slå sammen med sak {number}", nn: "Slå saman med sak {number}", en: "Merge into case {number}" }
    merge_means() { nb: "Dette skjer", nn: "Dette hender", en: "What happens" }
    merge_ends(number: i64) { nb: "Sak {number} avsluttes. Alt som står i den, blir der, og kan leses av dem som leser den nå.", nn: "Sak {number} blir avslutta. Alt som står i ho, blir der, og kan lesast av dei som les ho no.", en: "Case {number} is closed. Everything in it stays there, and can be read by those who read it now." }
    merge_goes_on(number: i64) { nb: "Arbeidet går videre i sak {number}, som viser veien til den gamle.", nn: "Arbeidet går vidare i sak {number}, som viser vegen til den gamle.", en: "The work goes on in case {number}, which shows the way to the old one." }
    merge_people(number: i64) { nb: "De som deltar, følger ikke med. Be dem delta i sak {number} hvis de skal det.", nn: "Dei som deltek, følgjer ikkje med. Be dei delta i sak {number} om dei skal det.", en: "Those who take part do not come along. Ask them to take part in case {number} if they should." }
    merge_kept_out(from: i64, into: i64) { nb: "Alle som holdes utenfor sak {from}, holdes utenfor sak {into} også. Det de har å gjøre der, blir eierens, og sperren står selv om du angrer.", nn: "Alle som blir haldne utanfor sak {from}, blir haldne utanfor sak {into} òg. Det dei har å gjere der, blir eigaren sitt, og sperra står sjølv om du angrar.", en: "Everybody who is kept out of case {from} is kept out of case {into} too. What they have to do there becomes the owner's, and the block stays even if you undo this." }
    merge_undo(number: i64) { nb: "Du kan angre. Da åpner du sak {number} igjen.", nn: "Du kan angre. Då opnar du sak {number} igjen.", en: "You can undo it, by opening case {number} again." }
    merge_tasks(number: i64) { nb: "Oppgaver som flyttes til sak {number}", nn: "Oppgåver som blir flytte til sak {number}", en: "Tasks that are moved to case {number}" }
    merge_left(number: i64) { nb: "Ikke ferdig, og blir liggende i sak {number}", nn: "Ikkje ferdig, og blir liggjande i sak {number}", en: "Not finished, and stays in case {number}" }
    merge_meeting(at: &str) { nb: "Møtet {at}", nn: "Møtet {at}", en: "The meeting on {at}" }
    merge_save() { nb: "Slå sammen sakene", nn: "Slå saman sakene", en: "Merge the cases" }
    merge_another() { nb: "Velg en annen sak", nn: "Vel ei anna sak", en: "Choose another case" }
    // What the server writes in the case that ends. Not of the other case: whoever reads this may not know of that.
    #[cfg(feature = "ssr")]
    task_was_moved() { nb: "Saken ble avsluttet", nn: "Saka blei avslutta", en: "The case was closed" }
    find_title() { nb: "Finn en sak", nn: "Finn ei sak", en: "Find a case" }
    find_lead() { nb: "Skriv nummeret på saken.", nn: "Skriv nummeret på saka.", en: "Write the number of the case." }
    event_related(number: i64) { nb: "Knyttet til sak {number}", nn: "Knytt til sak {number}", en: "Linked to case {number}" }
    event_main(number: i64) { nb: "Saken ble en del av sak {number}", nn: "Saka blei ein del av sak {number}", en: "The case became a part of case {number}" }
    event_part(number: i64) { nb: "Sak {number} ble en del av denne", nn: "Sak {number} blei ein del av denne", en: "Case {number} became a part of this one" }
    event_unlinked(number: i64) { nb: "Ikke lenger knyttet til sak {number}", nn: "Ikkje lenger knytt til sak {number}", en: "No longer linked to case {number}" }
    event_merged_into(number: i64) { nb: "Saken ble slått sammen med sak {number}", nn: "Saka blei slått saman med sak {number}", en: "The case was merged into case {number}" }
    event_merged_here(number: i64) { nb: "Sak {number} ble slått sammen med denne", nn: "Sak {number} blei slått saman med denne", en: "Case {number} was merged into this one" }
    event_taken_out(number: i64) { nb: "Sak {number} går videre for seg selv igjen", nn: "Sak {number} går vidare for seg sjølv igjen", en: "Case {number} goes on by itself again" }
}
