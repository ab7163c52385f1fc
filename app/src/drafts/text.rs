//! The words of drafts.

use crate::i18n::texts;

texts! {
    kept_at(clock: &str) { nb: "Utkast lagret kl. {clock}", nn: "Utkast lagra kl. {clock}", en: "Draft saved at {clock}" }
    not_kept() { nb: "Utkastet er ikke lagret ennå. Vi prøver igjen.", nn: "Utkastet er ikkje lagra enno. Vi prøver igjen.", en: "The draft is not saved yet. We are trying again." }
    not_here() { nb: "Du kan ikke skrive her lenger. Det du skriver nå, blir ikke lagret.", nn: "Du kan ikkje skrive her lenger. Det du skriv no, blir ikkje lagra.", en: "You cannot write here any more. What you write now is not saved." }
    logged_out() { nb: "Du har vært borte en stund, så vi har logget deg ut. Trykk på lagreknappen, så tar vi vare på teksten mens du logger inn.", nn: "Du har vore borte ei stund, så vi har logga deg ut. Trykk på lagreknappen, så tek vi vare på teksten medan du loggar inn.", en: "You have been away for a while, so we have logged you out. Press the save button, and we keep your text while you log in." }
    left(count: &str) { nb: "Plass til {count} tegn til", nn: "Plass til {count} teikn til", en: "Room for {count} more characters" }
    over(count: &str) { nb: "{count} tegn for mye", nn: "{count} teikn for mykje", en: "{count} characters too many" }
    you_have(when: &str) { nb: "Du har et utkast fra {when}", nn: "Du har eit utkast frå {when}", en: "You have a draft from {when}" }
    it_is_below() { nb: "Det står i skjemaet, så du kan skrive videre.", nn: "Det står i skjemaet, så du kan skrive vidare.", en: "It is in the form, so you can go on writing." }
    saved_first() { nb: "Det du skrev først, er allerede lagret", nn: "Det du skreiv først, er allereie lagra", en: "What you wrote first is already saved" }
    not_saved_now() { nb: "Det som står i skjemaet nå, er ikke lagret ennå. Lagre det som noe nytt, eller kast det.", nn: "Det som står i skjemaet no, er ikkje lagra enno. Lagre det som noko nytt, eller kast det.", en: "What is in the form now is not saved yet. Save it as something new, or throw it away." }
    see_saved() { nb: "Se det som er lagret", nn: "Sjå det som er lagra", en: "See what is saved" }
    throw_this_away() { nb: "Kast det jeg skrev nå", nn: "Kast det eg skreiv no", en: "Throw away what I wrote now" }
    throw_away() { nb: "Kast utkastet", nn: "Kast utkastet", en: "Throw the draft away" }
    today_at(clock: &str) { nb: "i dag kl. {clock}", nn: "i dag kl. {clock}", en: "today at {clock}" }
    yesterday_at(clock: &str) { nb: "i går kl. {clock}", nn: "i går kl. {clock}", en: "yesterday at {clock}" }
}
