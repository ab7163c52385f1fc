//! The words of cases.

use domain::cases::TimelinePart;

use crate::i18n::{texts, words};

words! {
    timeline_part(TimelinePart) {
        Notes { nb: "Notater", nn: "Notat", en: "Notes" }
        Contact { nb: "Kontakt", nn: "Kontakt", en: "Contact" }
        Decisions { nb: "Beslutninger", nn: "Avgjerder", en: "Decisions" }
        Tasks { nb: "Oppgaver", nn: "Oppgåver", en: "Tasks" }
        Documents { nb: "Dokumenter", nn: "Dokument", en: "Documents" }
        Meetings { nb: "Møter", nn: "Møte", en: "Meetings" }
        Other { nb: "Annet", nn: "Anna", en: "Other" }
    }
}

texts! {
    all_in(place: &str) { nb: "alle i {place}", nn: "alle i {place}", en: "all in {place}" }
    all_at(place: &str) { nb: "alle på {place}", nn: "alle på {place}", en: "all at {place}" }
    and_more(names: &str, more: usize) { nb: "{names} og {more} til", nn: "{names} og {more} til", en: "{names} and {more} more" }
    event_party_added(name: &str) { nb: "Saken gjelder også {name}", nn: "Saka gjeld òg {name}", en: "The case is also about {name}" }
    event_outsider_added(name: &str) { nb: "{name} ble skrevet opp i saken", nn: "{name} blei skriven opp i saka", en: "{name} was written down in the case" }
    event_outsider_changed(name: &str) { nb: "Opplysningene om {name} ble endret", nn: "Opplysningane om {name} blei endra", en: "What stands about {name} was changed" }
    event_outsider_removed(name: &str) { nb: "{name} ble tatt ut av saken", nn: "{name} blei teken ut av saka", en: "{name} was taken out of the case" }
    event_party_removed(name: &str) { nb: "Saken gjelder ikke {name} lenger", nn: "Saka gjeld ikkje {name} lenger", en: "The case is no longer about {name}" }
    parties_title() { nb: "Hvem gjelder saken?", nn: "Kven gjeld saka?", en: "Who is the case about?" }
    parties_lead() { nb: "De som jobber med saken, ser hvem den gjelder. Endringen står i det som har skjedd.", nn: "Dei som jobbar med saka, ser kven ho gjeld. Endringa står i det som har hendt.", en: "Those who work on the case see who it is about. The change stands in what has happened." }
    parties_now() { nb: "Saken gjelder", nn: "Saka gjeld", en: "The case is about" }
    parties_add() { nb: "Legg til", nn: "Legg til", en: "Add" }
    parties_add_name(name: &str) { nb: "Legg til {name}", nn: "Legg til {name}", en: "Add {name}" }
    parties_remove() { nb: "Ta ut", nn: "Ta ut", en: "Take out" }
    parties_remove_name(name: &str) { nb: "Ta ut {name}", nn: "Ta ut {name}", en: "Take out {name}" }
    parties_others() { nb: "Legg til et medlem", nn: "Legg til ein medlem", en: "Add a member" }
    parties_search() { nb: "Søk på navn", nn: "Søk på namn", en: "Search by name" }
    parties_none() { nb: "Ingen flere å legge til her", nn: "Ingen fleire å leggje til her", en: "Nobody more to add here" }
    parties_none_why() { nb: "Vi leter bare blant medlemmene du representerer. Prøv med færre bokstaver.", nn: "Vi leitar berre blant medlemene du representerer. Prøv med færre bokstavar.", en: "We search only among the members you represent. Try fewer letters." }
    parties_back() { nb: "Til saken", nn: "Til saka", en: "To the case" }
    change_parties() { nb: "Legg til eller ta ut medlemmer", nn: "Legg til eller ta ut medlemer", en: "Add or take out members" }
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
    taking_part() { nb: "De du deltar i", nn: "Dei du deltek i", en: "Those you take part in" }
    my_club() { nb: "Klubben din", nn: "Klubben din", en: "Your club’s" }
    all_you_see() { nb: "Alle du ser", nn: "Alle du ser", en: "All you see" }
    order() { nb: "Rekkefølge", nn: "Rekkjefølgje", en: "Order" }
    by_change() { nb: "Sist endret først", nn: "Sist endra først", en: "Latest change first" }
    by_date() { nb: "Nærmeste dato først", nn: "Næraste dato først", en: "Nearest date first" }
    by_date_reads() { nb: "Etter dato ser du bare saker du kan lese.", nn: "Etter dato ser du berre saker du kan lese.", en: "By date you see only cases you may read." }
    save_segment() { nb: "Lagre utvalget", nn: "Lagre utvalet", en: "Save the selection" }
    your_segments(count: usize) { nb: "Utvalg du har lagret ({count})", nn: "Utval du har lagra ({count})", en: "Your saved selections ({count})" }
    segment_shown(name: &str) { nb: "Utvalg: {name}", nn: "Utval: {name}", en: "Selection: {name}" }
    change_segments() { nb: "Se eller slett utvalg", nn: "Sjå eller slett utval", en: "See or delete selections" }
    segments() { nb: "Lagrede utvalg av saker", nn: "Lagra utval av saker", en: "Saved selections of cases" }
    segments_lead() { nb: "Et utvalg husker hva du valgte, ikke hvilke saker som var i listen. Bare du ser utvalgene dine.", nn: "Eit utval hugsar kva du valde, ikkje kva saker som var i lista. Berre du ser utvala dine.", en: "A selection remembers what you chose, not which cases were in the list. Only you see your selections." }
    segments_saved() { nb: "Utvalgene dine", nn: "Utvala dine", en: "Your selections" }
    segment_new() { nb: "Nytt utvalg", nn: "Nytt utval", en: "New selection" }
    segment_name_hint() { nb: "For eksempel: Mine åpne etter dato", nn: "Til dømes: Mine opne etter dato", en: "For example: My open ones by date" }
    segment_saved() { nb: "Utvalget er lagret. Du finner det øverst i sakslisten.", nn: "Utvalet er lagra. Du finn det øvst i sakslista.", en: "The selection is saved. You find it at the top of the case list." }
    segment_removed() { nb: "Utvalget er slettet.", nn: "Utvalet er sletta.", en: "The selection is deleted." }
    segment_remove(name: &str) { nb: "Slett utvalget {name}", nn: "Slett utvalet {name}", en: "Delete the selection {name}" }
    remove() { nb: "Slett", nn: "Slett", en: "Delete" }
    no_segments() { nb: "Ingen lagrede utvalg ennå", nn: "Ingen lagra utval enno", en: "No saved selections yet" }
    no_segments_why() { nb: "Velg hva du vil se i sakslisten, og trykk på Lagre utvalget.", nn: "Vel kva du vil sjå i sakslista, og trykk på Lagre utvalet.", en: "Choose what to see in the case list, and press Save the selection." }
    many() { nb: "Gi flere saker samme oppgave", nn: "Gi fleire saker same oppgåve", en: "Give several cases the same task" }
    many_lead() { nb: "Velg sakene, og skriv oppgaven én gang. Du får en oppgave i hver sak.", nn: "Vel sakene, og skriv oppgåva éin gong. Du får ei oppgåve i kvar sak.", en: "Choose the cases, and write the task once. You get a task in each case." }
    many_what() { nb: "Hva skal gjøres?", nn: "Kva skal gjerast?", en: "What is to be done?" }
    many_when() { nb: "Når skal det være gjort?", nn: "Når skal det vere gjort?", en: "When is it to be done?" }
    many_save() { nb: "Lagre i sakene jeg har valgt", nn: "Lagre i sakene eg har valt", en: "Save in the cases I have chosen" }
    many_none() { nb: "Ingen saker å velge mellom", nn: "Ingen saker å velje mellom", en: "No cases to choose from" }
    many_none_why() { nb: "Du kan bare gi oppgaver i saker du kan lese.", nn: "Du kan berre gi oppgåver i saker du kan lese.", en: "You can only give tasks in cases you may read." }
    many_made_none() { nb: "Ingen saker fikk oppgaven", nn: "Ingen saker fekk oppgåva", en: "No case has the task" }
    many_made_one() { nb: "1 sak har fått oppgaven", nn: "1 sak har fått oppgåva", en: "1 case has the task" }
    many_made(count: &str) { nb: "{count} saker har fått oppgaven", nn: "{count} saker har fått oppgåva", en: "{count} cases have the task" }
    many_refused(number: i64) { nb: "Sak {number}: du jobber ikke med saken, og kan ikke skrive i den. Spør den som eier den.", nn: "Sak {number}: du jobbar ikkje med saka, og kan ikkje skrive i ho. Spør den som eig ho.", en: "Case {number}: you do not work on the case, and may not write in it. Ask whoever owns it." }
    many_closed(number: i64) { nb: "Sak {number}: saken er avsluttet. Åpne den igjen først.", nn: "Sak {number}: saka er avslutta. Opne ho igjen først.", en: "Case {number}: the case is closed. Open it again first." }
    many_gone(count: &str) { nb: "{count} av dem du valgte, finnes ikke for deg lenger.", nn: "{count} av dei du valde, finst ikkje for deg lenger.", en: "{count} of those you chose are not there for you any more." }
    take_out() { nb: "Hent listen som fil", nn: "Hent lista som fil", en: "Get the list as a file" }
    file_lead() { nb: "Du lager en kopi av listen. Den følger ikke med når noe endres, og du har ansvaret for den.", nn: "Du lagar ein kopi av lista. Han følgjer ikkje med når noko blir endra, og du har ansvaret for han.", en: "You make a copy of the list. It does not follow changes, and you are responsible for it." }
    file_what() { nb: "I filen", nn: "I fila", en: "In the file" }
    file_chosen() { nb: "Utvalg", nn: "Utval", en: "Selection" }
    file_holds() { nb: "Om hver", nn: "Om kvar", en: "About each" }
    file_columns() { nb: "Nummer, hva det gjelder, hvem, status, eier, neste oppgave og dato. Beskyttede medlemmer er ikke nevnt.", nn: "Nummer, kva det gjeld, kven, status, eigar, neste oppgåve og dato. Verna medlemer er ikkje nemnde.", en: "Number, what it is about, who, status, owner, next task and date. Protected members are not mentioned." }
    file_why_hint() { nb: "For eksempel: Gjennomgang i klubbstyret 12. mars", nn: "Til dømes: Gjennomgang i klubbstyret 12. mars", en: "For example: Review in the club board on 12 March" }
    file_kind() { nb: "Type fil", nn: "Type fil", en: "Kind of file" }
    file_xlsx() { nb: "Excel", nn: "Excel", en: "Excel" }
    file_csv() { nb: "CSV (tekst med semikolon)", nn: "CSV (tekst med semikolon)", en: "CSV (text with semicolons)" }
    file_duty_share() { nb: "Ikke send den til noen som ikke kan se sakene selv.", nn: "Ikkje send ho til nokon som ikkje kan sjå sakene sjølv.", en: "Send it to nobody who may not see the cases themselves." }
    whole_take() { nb: "Hent hele saken som PDF", nn: "Hent heile saka som PDF", en: "Get the whole case as a PDF" }
    whole_title() { nb: "Hent hele saken som PDF", nn: "Hent heile saka som PDF", en: "Get the whole case as a PDF" }
    whole_lead() { nb: "Du lager en kopi av saken. Den følger ikke med når noe endres, og du har ansvaret for den.", nn: "Du lagar ein kopi av saka. Han følgjer ikkje med når noko blir endra, og du har ansvaret for han.", en: "You make a copy of the case. It does not follow changes, and you are responsible for it." }
    whole_holds() { nb: "Hva som skjedde, oppgaver, møter og protokoller, notater du kan lese, tidslinjen, og dokumentene som sider bak.", nn: "Kva som hende, oppgåver, møte og protokollar, notat du kan lese, tidslinja, og dokumenta som sider bak.", en: "What happened, tasks, meetings and protocols, notes you may read, the timeline, and the documents as pages behind." }
    whole_contents() { nb: "Med i filen", nn: "Med i fila", en: "In the file" }
    whole_without() { nb: "Ikke med", nn: "Ikkje med", en: "Not in it" }
    whole_without_what() { nb: "Dine egne kladder, og filer som ikke kan vises som sider, for eksempel Word og Excel. De står i innholdslisten med grunnen. Navn på den som er beskyttet, er tatt bort der KLAR setter dem inn, men ikke i det dere har skrevet selv.", nn: "Dine eigne kladdar, og filer som ikkje kan visast som sider, til dømes Word og Excel. Dei står i innhaldslista med grunnen. Namn på den som er verna, er tekne bort der KLAR set dei inn, men ikkje i det de har skrive sjølve.", en: "Your own drafts, and files that cannot be shown as pages, such as Word and Excel. They stand in the list of contents with the reason. Names of those who are protected are taken out where KLAR puts them in, but not in what you have written yourselves." }
    whole_why_hint() { nb: "For eksempel: Oversending til advokat 12. mars", nn: "Til dømes: Oversending til advokat 12. mars", en: "For example: Handed on to a lawyer on 12 March" }
    whole_duty_share() { nb: "Gi den bare til den som skal ha den.", nn: "Gi ho berre til den som skal ha ho.", en: "Give it only to whoever is to have it." }
    whole_make() { nb: "Hent filen", nn: "Hent fila", en: "Get the file" }
    whole_name(number: i64, kind: &str) { nb: "Sak {number}: {kind}", nn: "Sak {number}: {kind}", en: "Case {number}: {kind}" }
    whole_status() { nb: "Status", nn: "Status", en: "Status" }
    whole_made_by() { nb: "Hentet ut av", nn: "Henta ut av", en: "Taken out by" }
    whole_made_at() { nb: "Hentet ut", nn: "Henta ut", en: "Taken out" }
    whole_purpose() { nb: "Formål", nn: "Føremål", en: "Purpose" }
    whole_notes() { nb: "Notater", nn: "Notat", en: "Notes" }
    whole_unnamed() { nb: "(beskyttet)", nn: "(verna)", en: "(protected)" }
    whole_task_done() { nb: "gjort", nn: "gjort", en: "done" }
    whole_task_dropped() { nb: "droppet", nn: "droppa", en: "dropped" }
    whole_task_open() { nb: "ikke gjort", nn: "ikkje gjort", en: "not done" }
    whole_begins_later() { nb: "Det som skjedde før dette, står i saken.", nn: "Det som hende før dette, står i saka.", en: "What happened before this stands in the case." }
    whole_words() { nb: "Filen har ingen sider. Dette er teksten i den. Selve filen finner du i saken.", nn: "Fila har ingen sider. Dette er teksten i ho. Sjølve fila finn du i saka.", en: "The file has no pages. This is the text in it. The file itself is in the case." }
    whole_document(name: &str, number: u32) { nb: "Dokument: {name}, versjon {number}", nn: "Dokument: {name}, versjon {number}", en: "Document: {name}, version {number}" }
    whole_back(number: i64) { nb: "Til sak {number}", nn: "Til sak {number}", en: "To case {number}" }
    file_make() { nb: "Hent filen", nn: "Hent fila", en: "Get the file" }
    file_too_many(most: &str) { nb: "En fil kan ha høyst {most} saker", nn: "Ei fil kan ha høgst {most} saker", en: "A file holds at most {most} cases" }
    file_too_many_why() { nb: "Gå tilbake til listen og velg færre, for eksempel bare åpne saker.", nn: "Gå tilbake til lista og vel færre, til dømes berre opne saker.", en: "Go back to the list and choose fewer, for example only open cases." }
    file_name(date: &str, name: &str) { nb: "Saker {date} {name} – slett etter bruk", nn: "Saker {date} {name} – slett etter bruk", en: "Cases {date} {name} – delete after use" }
    office_at(office: &str, unit: &str) { nb: "{office} i {unit}", nn: "{office} i {unit}", en: "{office} at {unit}" }
    watermark_who(name: &str, offices: &str, when: &str) { nb: "Hentet ut av {name} ({offices}) {when}.", nn: "Henta ut av {name} ({offices}) {when}.", en: "Taken out by {name} ({offices}) on {when}." }
    watermark_why(purpose: &str, why: &str) { nb: "Formål: {purpose}. {why}", nn: "Føremål: {purpose}. {why}", en: "Purpose: {purpose}. {why}" }
    watermark_what(total: &str, chosen: &str) { nb: "{total}. Utvalg: {chosen}.", nn: "{total}. Utval: {chosen}.", en: "{total}. Selection: {chosen}." }
    watermark_duty() { nb: "Slett filen når du er ferdig med den, og send den ikke til noen som ikke kan se sakene selv. Uttrekket står i innsynsloggen.", nn: "Slett fila når du er ferdig med ho, og send ho ikkje til nokon som ikkje kan sjå sakene sjølv. Uttrekket står i innsynsloggen.", en: "Delete this file when you have finished with it, and send it to nobody who may not see the cases themselves. It is written in the access log." }
    column_number() { nb: "Sak", nn: "Sak", en: "Case" }
    column_next() { nb: "Neste oppgave", nn: "Neste oppgåve", en: "Next task" }
    column_due() { nb: "Gjøres innen", nn: "Skal gjerast innan", en: "To be done by" }
    column_changed() { nb: "Sist endret", nn: "Sist endra", en: "Last changed" }
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
    known_facts() { nb: "Dette vet vi", nn: "Dette veit vi", en: "What we know" }
    yes() { nb: "Ja", nn: "Ja", en: "Yes" }
    no() { nb: "Nei", nn: "Nei", en: "No" }
    tasks() { nb: "Oppgaver", nn: "Oppgåver", en: "Tasks" }
    no_tasks() { nb: "Ingen oppgaver ennå. Skriv opp det som skal gjøres, så ser du det i I dag.", nn: "Ingen oppgåver enno. Skriv opp det som skal gjerast, så ser du det i I dag.", en: "No tasks yet. Write down what is to be done, and you see it in Today." }
    timeline() { nb: "Dette har skjedd", nn: "Dette har hendt", en: "What has happened" }
    write_note() { nb: "Skriv notat", nn: "Skriv notat", en: "Write a note" }
    add_task() { nb: "Ny oppgave", nn: "Ny oppgåve", en: "New task" }
    write_letter() { nb: "Skriv brev", nn: "Skriv brev", en: "Write a letter" }
    read_only(why: &str) { nb: "{why} Du kan lese saken, men ikke skrive i den.", nn: "{why} Du kan lese saka, men ikkje skrive i ho.", en: "{why} You may read the case, but not write in it." }
    known_title(number: i64) { nb: "Sak {number}", nn: "Sak {number}", en: "Case {number}" }
    known_only(owner: &str) { nb: "Du kan se at saken finnes, men ikke hva som står i den. {owner} eier saken og kan be deg om å delta.", nn: "Du kan sjå at saka finst, men ikkje kva som står i ho. {owner} eig saka og kan be deg om å delta.", en: "You can see that the case exists, but not what is in it. {owner} owns the case and can ask you to take part." }
    erased(when: &str) { nb: "Alt som sto i saken, ble slettet {when}. Det kan ikke hentes tilbake.", nn: "Alt som stod i saka, blei sletta {when}. Det kan ikkje hentast tilbake.", en: "Everything in the case was erased on {when}. It cannot be brought back." }
    known_row() { nb: "Du ser ikke innholdet", nn: "Du ser ikkje innhaldet", en: "You do not see the contents" }
    opened() { nb: "Opprettet", nn: "Oppretta", en: "Made" }
    event_opened() { nb: "Saken ble laget", nn: "Saka blei laga", en: "The case was made" }
    whole_timeline() { nb: "Alt som har skjedd", nn: "Alt som har hendt", en: "Everything that has happened" }
    see_whole_timeline() { nb: "Se alt, eller velg ut", nn: "Sjå alt, eller vel ut", en: "See all, or choose" }
    older() { nb: "Vis eldre", nn: "Vis eldre", en: "Show older" }
    newest() { nb: "Til det nyeste", nn: "Til det nyaste", en: "To the newest" }
    parts() { nb: "Velg hva du vil se", nn: "Vel kva du vil sjå", en: "Choose what to see" }
    nothing_here() { nb: "Ingenting her ennå", nn: "Ingenting her enno", en: "Nothing here yet" }
    nothing_here_why() { nb: "Saken har ikke noe av dette slaget.", nn: "Saka har ikkje noko av dette slaget.", en: "The case has nothing of this kind." }
    private_notes() { nb: "Kladdene dine", nn: "Kladdane dine", en: "Your drafts" }
    private_notes_why() { nb: "Bare du ser dem.", nn: "Berre du ser dei.", en: "You alone see them." }
    go_on_with_note() { nb: "Skriv videre eller del", nn: "Skriv vidare eller del", en: "Go on writing, or share" }
    note_contact() { nb: "Skriv opp kontakt", nn: "Skriv opp kontakt", en: "Write down contact" }
    note_decision() { nb: "Skriv opp beslutning", nn: "Skriv opp avgjerd", en: "Write down a decision" }
    event_note() { nb: "Notat", nn: "Notat", en: "Note" }
    event_note_shared() { nb: "Notat som følger saken videre", nn: "Notat som følgjer saka vidare", en: "Note that goes along with the case" }
    event_note_added() { nb: "Lagt til i et notat", nn: "Lagt til i eit notat", en: "Added to a note" }
    note_open() { nb: "Åpne notatet", nn: "Opne notatet", en: "Open the note" }
    note_read_all() { nb: "Les hele notatet", nn: "Les heile notatet", en: "Read the whole note" }
    note_changed(when: &str) { nb: "Endret {when}, se tidligere versjoner", nn: "Endra {when}, sjå tidlegare versjonar", en: "Changed {when}, see earlier versions" }
    note_added_by(by: &str, when: &str) { nb: "{by} la til {when}", nn: "{by} la til {when}", en: "{by} added {when}" }
    with_member() { nb: "medlemmet", nn: "medlemen", en: "the member" }
    with_employer() { nb: "arbeidsgiver", nn: "arbeidsgjevar", en: "the employer" }
    with_named(whom: &str, name: &str) { nb: "{whom} ({name})", nn: "{whom} ({name})", en: "{whom} ({name})" }
    event_called(whom: &str) { nb: "Telefon med {whom}", nn: "Telefon med {whom}", en: "Call with {whom}" }
    event_met(whom: &str) { nb: "Møtte {whom}", nn: "Møtte {whom}", en: "Met {whom}" }
    event_email(whom: &str) { nb: "E-post til {whom}", nn: "E-post til {whom}", en: "E-mail to {whom}" }
    event_letter(whom: &str) { nb: "Brev til {whom}", nn: "Brev til {whom}", en: "Letter to {whom}" }
    event_sms(whom: &str) { nb: "SMS til {whom}", nn: "SMS til {whom}", en: "Text message to {whom}" }
    event_reached(whom: &str) { nb: "{whom} tok kontakt", nn: "{whom} tok kontakt", en: "{whom} got in touch" }
    on_at(date: &str, clock: &str) { nb: "{date} kl. {clock}", nn: "{date} kl. {clock}", en: "{date} at {clock}" }
    event_decision() { nb: "Beslutning", nn: "Avgjerd", en: "Decision" }
    decided_by(by: &str) { nb: "Besluttet av {by}", nn: "Avgjort av {by}", en: "Decided by {by}" }
    decided_why() { nb: "Hvorfor:", nn: "Kvifor:", en: "Why:" }
    event_task_made(title: &str) { nb: "Ny oppgave: {title}", nn: "Ny oppgåve: {title}", en: "New task: {title}" }
    event_task_given(title: &str, to: &str) { nb: "Ny oppgave til {to}: {title}", nn: "Ny oppgåve til {to}: {title}", en: "New task for {to}: {title}" }
    event_task_changed(title: &str) { nb: "Endret oppgave: {title}", nn: "Endra oppgåve: {title}", en: "Task changed: {title}" }
    event_task_comment(title: &str) { nb: "Kommentar til oppgaven: {title}", nn: "Kommentar til oppgåva: {title}", en: "Comment on the task: {title}" }
    event_task_dropped(title: &str) { nb: "Droppet: {title}", nn: "Droppa: {title}", en: "Dropped: {title}" }
    change_title(before: &str, after: &str) { nb: "Fra «{before}» til «{after}»", nn: "Frå «{before}» til «{after}»", en: "From “{before}” to “{after}”" }
    change_due(before: &str, after: &str) { nb: "Dato: fra {before} til {after}", nn: "Dato: frå {before} til {after}", en: "Date: from {before} to {after}" }
    change_owner(before: &str, after: &str) { nb: "Gjøres av: fra {before} til {after}", nn: "Blir gjort av: frå {before} til {after}", en: "To be done by: from {before} to {after}" }
    change_repeat(before: &str, after: &str) { nb: "Gjentas: fra {before} til {after}", nn: "Blir gjenteke: frå {before} til {after}", en: "Comes again: from {before} to {after}" }
    change_details() { nb: "Ny beskrivelse", nn: "Ny skildring", en: "New description" }
    no_date() { nb: "ingen dato", nn: "ingen dato", en: "no date" }
    event_task_done(title: &str) { nb: "Ferdig: {title}", nn: "Ferdig: {title}", en: "Done: {title}" }
    event_task_reopened(title: &str) { nb: "Ikke ferdig likevel: {title}", nn: "Ikkje ferdig likevel: {title}", en: "Not done after all: {title}" }
    event_person_asked(name: &str) { nb: "{name} ble bedt om å delta", nn: "{name} blei bedt om å delta", en: "{name} was asked to take part" }
    event_person_left(name: &str) { nb: "{name} deltar ikke lenger", nn: "{name} deltar ikkje lenger", en: "{name} no longer takes part" }
    event_owner_changed(name: &str) { nb: "{name} eier saken nå", nn: "{name} eig saka no", en: "{name} owns the case now" }
    event_conflict_set(name: &str) { nb: "{name} holdes utenfor saken", nn: "{name} blir halden utanfor saka", en: "{name} is kept out of the case" }
    event_conflict_lifted(name: &str) { nb: "{name} holdes ikke lenger utenfor", nn: "{name} blir ikkje lenger halden utanfor", en: "{name} is no longer kept out" }
    event_conflict_set_number(number: &str) { nb: "Medlemsnummer {number} holdes utenfor saken", nn: "Medlemsnummer {number} blir halde utanfor saka", en: "Member number {number} is kept out of the case" }
    event_conflict_lifted_number(number: &str) { nb: "Medlemsnummer {number} holdes ikke lenger utenfor", nn: "Medlemsnummer {number} blir ikkje lenger halde utanfor", en: "Member number {number} is no longer kept out" }
    somebody() { nb: "En person som ikke navngis her", nn: "Ein person som ikkje blir namngitt her", en: "A person who is not named here" }
    party_reads(name: &str) { nb: "Saken gjelder {name}, som kan lese den gjennom vervet sitt.", nn: "Saka gjeld {name}, som kan lese ho gjennom vervet sitt.", en: "The case is about {name}, who may read it by their office." }
    party_reads_what() { nb: "Slik skal det være når du hjelper en tillitsvalgt. Hvis ikke, kan du holde dem utenfor.", nn: "Slik skal det vere når du hjelper ein tillitsvald. Elles kan du halde dei utanfor.", en: "That is right when you help a representative. If not, you can keep them out." }
    keep_out() { nb: "Hold noen utenfor", nn: "Hald nokon utanfor", en: "Keep somebody out" }
    event_went_on() { nb: "Saken venter ikke lenger", nn: "Saka ventar ikkje lenger", en: "The case waits no more" }
    event_closed(outcome: &str) { nb: "Saken ble avsluttet: {outcome}", nn: "Saka blei avslutta: {outcome}", en: "The case was closed: {outcome}" }
    event_reopened() { nb: "Saken ble åpnet igjen", nn: "Saka blei opna igjen", en: "The case was opened again" }
    done_waits() { nb: "Saken er satt på vent. Den dagen du satte, står den i I dag.", nn: "Saka er sett på vent. Den dagen du sette, står ho i I dag.", en: "The case is set to wait. On the day you set, it is in Today." }
    done_went_on() { nb: "Saken venter ikke lenger", nn: "Saka ventar ikkje lenger", en: "The case waits no more" }
    done_closed() { nb: "Saken er avsluttet nå", nn: "Saka er avslutta no", en: "The case is closed now" }
    done_reopened() { nb: "Saken er åpnet igjen", nn: "Saka er opna igjen", en: "The case is open again" }
    done_linked() { nb: "Sakene er knyttet sammen", nn: "Sakene er knytte saman", en: "The cases are linked" }
    done_outsider_saved() { nb: "Personen er lagret i saken", nn: "Personen er lagra i saka", en: "The person is saved in the case" }
    done_outsider_removed() { nb: "Personen er tatt ut av saken", nn: "Personen er teken ut av saka", en: "The person is taken out of the case" }
    done_unlinked() { nb: "Sakene er ikke knyttet sammen lenger", nn: "Sakene er ikkje knytte saman lenger", en: "The cases are no longer linked" }
    done_merged() { nb: "Den andre saken er slått sammen med denne", nn: "Den andre saka er slått saman med denne", en: "The other case was merged into this one" }
    done_case_changed() { nb: "Det har skjedd noe i saken siden du så den. Se hvordan den er nå, og prøv igjen.", nn: "Det har hendt noko i saka sidan du såg ho. Sjå korleis ho er no, og prøv igjen.", en: "Something has happened in the case since you saw it. See how it is now, and try again." }
    audience_by_name() { nb: "Se alle ved navn, be noen delta eller hold noen utenfor", nn: "Sjå alle ved namn, be nokon delta eller hald nokon utanfor", en: "See everybody by name, ask somebody to take part or keep somebody out" }
    event_document(name: &str) { nb: "Nytt dokument: {name}", nn: "Nytt dokument: {name}", en: "New document: {name}" }
    event_version(name: &str, number: u32) { nb: "Ny versjon ({number}): {name}", nn: "Ny versjon ({number}): {name}", en: "New version ({number}): {name}" }
    done_filed() { nb: "Dokumentene er lagret", nn: "Dokumenta er lagra", en: "The documents are saved" }
    done_opened() { nb: "Saken er lagret", nn: "Saka er lagra", en: "The case is saved" }
    done_opened_next() { nb: "Skriv opp det første du skal gjøre.", nn: "Skriv opp det første du skal gjere.", en: "Write down the first thing to do." }
    done_opened_tasks() { nb: "Vi har skrevet opp oppgaver for deg. Legg til det som mangler.", nn: "Vi har skrive opp oppgåver for deg. Legg til det som manglar.", en: "We have written down tasks for you. Add what is missing." }
    audience() { nb: "Hvem kan se saken?", nn: "Kven kan sjå saka?", en: "Who can see the case?" }
    read_by_those_who_work() { nb: "Bare de som jobber med saken, kan lese den.", nn: "Berre dei som jobbar med saka, kan lese ho.", en: "Only those who work on the case may read it." }
    read_by_others_too(offices: &str) { nb: "De som jobber med saken, kan lese den. Det kan også den som er {offices}.", nn: "Dei som jobbar med saka, kan lese ho. Det kan òg den som er {offices}.", en: "Those who work on the case may read it. So may whoever is {offices}." }
    known_to_others(offices: &str) { nb: "Den som er {offices}, ser at saken finnes, men ikke hva som står i den.", nn: "Den som er {offices}, ser at saka finst, men ikkje kva som står i ho.", en: "Whoever is {offices} sees that the case exists, but not what is in it." }
    known_to_nobody() { nb: "Ingen andre ser at den finnes.", nn: "Ingen andre ser at ho finst.", en: "Nobody else sees that it exists." }
    done_noted() { nb: "Notatet er lagret", nn: "Notatet er lagra", en: "The note is saved" }
    done_contacted() { nb: "Kontakten er lagret", nn: "Kontakten er lagra", en: "The contact is saved" }
    done_decided() { nb: "Beslutningen er lagret", nn: "Avgjerda er lagra", en: "The decision is saved" }
    done_tasked() { nb: "Oppgaven er lagret. Du ser den i I dag.", nn: "Oppgåva er lagra. Du ser ho i I dag.", en: "The task is saved. You see it in Today." }
    done_given() { nb: "Oppgaven er lagret. Den som skal gjøre den, ser den i I dag.", nn: "Oppgåva er lagra. Den som skal gjere ho, ser ho i I dag.", en: "The task is saved. Whoever is to do it sees it in Today." }
    done_ticked() { nb: "Lagret", nn: "Lagra", en: "Saved" }
    done_changed() { nb: "Noen andre endret oppgaven først. Se hvordan den er nå, og prøv igjen.", nn: "Nokon andre endra oppgåva først. Sjå korleis ho er no, og prøv igjen.", en: "Somebody else changed the task first. See how it is now, and try again." }
}

/// "1 sak", "12 saker".
pub(super) fn counted(lang: domain::Lang, total: u64) -> String {
    if total == 1 { count_one(lang) } else { count(lang, &crate::format::number(total)) }
}
