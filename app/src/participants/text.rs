//! The words about who sees a case.

use domain::Lang;
use domain::participants::Role;

use crate::i18n::texts;

texts! {
    title() { nb: "Hvem kan se saken?", nn: "Kven kan sjå saka?", en: "Who can see the case?" }
    lead() { nb: "Alle som kan se saken i dag, står her. Hvert oppslag blir skrevet i innsynsloggen.", nn: "Alle som kan sjå saka i dag, står her. Kvart oppslag blir skrive i innsynsloggen.", en: "Everybody who can see the case today is listed here. Each look is written in the access log." }
    back(number: i64) { nb: "Sak {number}", nn: "Sak {number}", en: "Case {number}" }
    back_here() { nb: "Hvem kan se saken?", nn: "Kven kan sjå saka?", en: "Who can see the case?" }
    takes_part() { nb: "Jobber med saken", nn: "Jobbar med saka", en: "Work on the case" }
    owner() { nb: "Eier saken", nn: "Eig saka", en: "Owns the case" }
    you(name: &str) { nb: "{name} (deg)", nn: "{name} (deg)", en: "{name} (you)" }
    until(role: &str, date: &str) { nb: "{role}, til og med {date}", nn: "{role}, til og med {date}", en: "{role}, until {date}" }
    sees_nothing(role: &str) { nb: "{role}. Ser ikke saken nå: har ikke noe verv som gir tilgang", nn: "{role}. Ser ikkje saka no: har ikkje noko verv som gir tilgang", en: "{role}. Does not see the case now: holds no office that lets them" }
    by_office() { nb: "Ser saken gjennom vervet sitt", nn: "Ser saka gjennom vervet sitt", en: "See the case by their office" }
    nobody_by_office() { nb: "Ingen andre ser saken gjennom vervet sitt.", nn: "Ingen andre ser saka gjennom vervet sitt.", en: "Nobody else sees the case by their office." }
    reads(office: &str) { nb: "{office}. Kan lese saken", nn: "{office}. Kan lese saka", en: "{office}. May read the case" }
    knows(office: &str) { nb: "{office}. Ser at saken finnes, ikke hva som står i den", nn: "{office}. Ser at saka finst, ikkje kva som står i ho", en: "{office}. Sees that the case exists, not what is in it" }
    unnamed_one() { nb: "Og 1 person som er beskyttet og ikke blir navngitt her.", nn: "Og 1 person som er beskytta og ikkje blir namngitt her.", en: "And 1 person who is protected and not named here." }
    unnamed(count: u64) { nb: "Og {count} personer som er beskyttet og ikke blir navngitt her.", nn: "Og {count} personar som er beskytta og ikkje blir namngitt her.", en: "And {count} persons who are protected and not named here." }
    kept_out_title() { nb: "Holdes utenfor", nn: "Blir haldne utanfor", en: "Kept out" }
    kept_out_none() { nb: "Ingen holdes utenfor. Er noen inhabil, for eksempel fordi saken gjelder dem selv, holder du dem utenfor her.", nn: "Ingen blir haldne utanfor. Er nokon inhabil, til dømes fordi saka gjeld dei sjølve, held du dei utanfor her.", en: "Nobody is kept out. If somebody has a conflict of interest, for instance because the case is about them, keep them out here." }
    holds() { nb: "Sperren virker: ser ikke noe spor av saken", nn: "Sperra verkar: ser ikkje noko spor av saka", en: "The block holds: sees no trace of the case" }
    holds_not() { nb: "Sperren virker ikke. Ring oss med en gang.", nn: "Sperra verkar ikkje. Ring oss med ein gong.", en: "The block does not hold. Call us at once." }
    by_number(number: &str) { nb: "Medlemsnummer {number}", nn: "Medlemsnummer {number}", en: "Member number {number}" }
    number_holds() { nb: "Den som har dette nummeret, ser ikke noe spor av saken. Vi sier ikke hvem det er", nn: "Den som har dette nummeret, ser ikkje noko spor av saka. Vi seier ikkje kven det er", en: "Whoever has this number sees no trace of the case. We do not say who that is" }
    protected() { nb: "En person som er beskyttet", nn: "Ein person som er beskytta", en: "A person who is protected" }
    kept_out_by(name: &str, when: &str) { nb: "Lagt inn av {name} {when}", nn: "Lagt inn av {name} {when}", en: "Entered by {name} on {when}" }
    ask() { nb: "Be noen delta", nn: "Be nokon delta", en: "Ask somebody to take part" }
    give() { nb: "Gi saken til en annen", nn: "Gi saka til ein annan", en: "Give the case to somebody else" }
    keep_out() { nb: "Hold noen utenfor", nn: "Hald nokon utanfor", en: "Keep somebody out" }
    end_part() { nb: "Avslutt", nn: "Avslutt", en: "End" }
    end_part_of(name: &str) { nb: "Avslutt deltakelsen til {name}", nn: "Avslutt deltakinga til {name}", en: "End the part of {name}" }
    let_in() { nb: "Fjern sperren", nn: "Fjern sperra", en: "Lift the block" }
    let_in_of(name: &str) { nb: "Fjern sperren for {name}", nn: "Fjern sperra for {name}", en: "Lift the block for {name}" }
    let_in_sure(name: &str) { nb: "Da ser {name} igjen det vervet gir rett til. Er du sikker?", nn: "Då ser {name} igjen det vervet gir rett til. Er du sikker?", en: "Then {name} again sees what their office shows. Are you sure?" }

    ask_lead() { nb: "Den du ber, ser saken med en gang. Dere kan avslutte det når som helst.", nn: "Den du ber, ser saka med ein gong. De kan avslutte det når som helst.", en: "Whoever you ask sees the case at once. You can end it at any time." }
    ask_who() { nb: "Hvem vil du be?", nn: "Kven vil du be?", en: "Whom will you ask?" }
    ask_how() { nb: "Hvordan skal de delta?", nn: "Korleis skal dei delta?", en: "How will they take part?" }
    ask_until() { nb: "Til og med", nn: "Til og med", en: "Until" }
    ask_until_hint() { nb: "Den som bare skal lese, må ha en siste dag. Skriv den slik: 12.3.2026", nn: "Den som berre skal lese, må ha ein siste dag. Skriv han slik: 12.3.2026", en: "Whoever is only to read must have a last day. Write it like this: 12.3.2026" }
    ask_save() { nb: "Be om å delta", nn: "Be om å delta", en: "Ask to take part" }
    give_lead() { nb: "En sak har alltid én eier. Den som får saken, ser alt i den, og har ansvaret fra nå av.", nn: "Ei sak har alltid éin eigar. Den som får saka, ser alt i ho, og har ansvaret frå no av.", en: "A case always has one owner. Whoever gets it sees everything in it, and answers for it from now on." }
    give_who() { nb: "Hvem skal eie saken?", nn: "Kven skal eige saka?", en: "Who is to own the case?" }
    give_stay() { nb: "Jeg vil fortsatt jobbe med saken", nn: "Eg vil framleis jobbe med saka", en: "I will go on working on the case" }
    give_stay_hint() { nb: "Uten dette blir oppgavene dine i saken den nye eierens.", nn: "Utan dette blir oppgåvene dine i saka den nye eigarens.", en: "Without this, your tasks in the case become the new owner's." }
    give_save() { nb: "Gi fra deg saken", nn: "Gi frå deg saka", en: "Give the case away" }
    keep_out_lead() { nb: "Den som er inhabil, skal ikke se saken, uansett verv, heller ikke et verv som kommer senere. Vi fjerner hvert spor av den: lister, tall, søk og oppgaver.", nn: "Den som er inhabil, skal ikkje sjå saka, same kva verv, heller ikkje eit verv som kjem seinare. Vi fjernar kvart spor av ho: lister, tal, søk og oppgåver.", en: "Whoever has a conflict of interest must not see the case, whatever their office, now or later. We remove every trace of it: lists, counts, searches and tasks." }
    keep_out_who() { nb: "Hvem skal holdes utenfor?", nn: "Kven skal haldast utanfor?", en: "Who is to be kept out?" }
    keep_out_number() { nb: "Eller skriv medlemsnummeret", nn: "Eller skriv medlemsnummeret", en: "Or write the member number" }
    keep_out_number_hint() { nb: "For den du ikke finner her. Se nøye etter at det er riktig: Hvem som er medlem, røper vi ikke, så vi sier ikke ifra om nummeret ikke finnes.", nn: "For den du ikkje finn her. Sjå nøye etter at det er rett: Kven som er medlem, røper vi ikkje, så vi seier ikkje ifrå om nummeret ikkje finst.", en: "For somebody you do not find here. Make sure that it is right: we do not tell who is a member, so we do not say if there is no such number." }
    keep_out_merged(number: i64) { nb: "Saken er slått sammen med sak {number}. Den som ikke skal se noe, må holdes utenfor der også.", nn: "Saka er slått saman med sak {number}. Den som ikkje skal sjå noko, må haldast utanfor der òg.", en: "The case is merged with case {number}. Whoever is to see nothing must be kept out of that one too." }
    a_party() { nb: "Uten verv nær saken", nn: "Utan verv nær saka", en: "Without an office near the case" }
    keep_out_why() { nb: "Hvorfor?", nn: "Kvifor?", en: "Why?" }
    keep_out_why_hint() { nb: "Bare de som jobber med saken, ser dette.", nn: "Berre dei som jobbar med saka, ser dette.", en: "Only those who work on the case see this." }
    keep_out_save() { nb: "Hold utenfor", nn: "Hald utanfor", en: "Keep out" }
    search() { nb: "Finn noen andre ved navn", nn: "Finn nokon andre ved namn", en: "Find somebody else by name" }
    nobody() { nb: "Vi finner ingen", nn: "Vi finn ingen", en: "We find nobody" }
    nobody_why() { nb: "Her står de som har verv nær saken, og alle rådgivere og advokater. Prøv en annen skrivemåte.", nn: "Her står dei som har verv nær saka, og alle rådgivarar og advokatar. Prøv ein annan skrivemåte.", en: "Here are those who hold office near the case, and all advisers and lawyers. Try another spelling." }
    more() { nb: "Det er flere. Søk på navnet.", nn: "Det er fleire. Søk på namnet.", en: "There are more. Search for the name." }
    at(office: &str, unit: &str) { nb: "{office}, {unit}", nn: "{office}, {unit}", en: "{office}, {unit}" }
    done_asked() { nb: "Lagret. Den du ba, ser saken nå.", nn: "Lagra. Den du bad, ser saka no.", en: "Saved. Whoever you asked sees the case now." }
    done_ended() { nb: "Deltakelsen er avsluttet.", nn: "Deltakinga er avslutta.", en: "The part is ended." }
    done_given() { nb: "Saken har fått ny eier.", nn: "Saka har fått ny eigar.", en: "The case has a new owner." }
    done_kept_out() { nb: "Sperren er lagt inn, og virker nå.", nn: "Sperra er lagd inn, og verkar no.", en: "The block is set, and holds now." }
    done_kept_out_of_meetings() { nb: "Sperren er lagt inn, og virker nå. De er tatt ut av møter som skal holdes. Er innkallingen sendt, må du si fra.", nn: "Sperra er lagd inn, og verkar no. Dei er tekne ut av møte som skal haldast. Er innkallinga send, må du seie frå.", en: "The block is set, and holds now. They are taken out of meetings that are to be held. If the call was sent, you must tell them." }
    done_let_in() { nb: "Sperren er fjernet.", nn: "Sperra er fjerna.", en: "The block is lifted." }
    co_worker() { nb: "Medarbeider", nn: "Medarbeidar", en: "Co-worker" }
    co_worker_means() { nb: "Leser og skriver i saken.", nn: "Les og skriv i saka.", en: "Reads and writes in the case." }
    adviser() { nb: "Rådgiver", nn: "Rådgivar", en: "Adviser" }
    adviser_means() { nb: "Leser saken og skriver råd i den.", nn: "Les saka og skriv råd i ho.", en: "Reads the case and writes advice in it." }
    buddy() { nb: "Bisitter", nn: "Bisitjar", en: "Companion" }
    buddy_means() { nb: "Blir med i møter, og leser for å være forberedt.", nn: "Blir med i møte, og les for å vere førebudd.", en: "Comes along to meetings, and reads to be prepared." }
    follower() { nb: "Leser", nn: "Lesar", en: "Reader" }
    follower_means() { nb: "Leser saken til en dag du setter.", nn: "Les saka til ein dag du set.", en: "Reads the case until a day that you set." }
}

/// What a role is called.
pub(super) fn role(lang: Lang, role: Role) -> String {
    match role {
        Role::CoWorker => co_worker(lang),
        Role::Adviser => adviser(lang),
        Role::Buddy => buddy(lang),
        Role::Follower => follower(lang),
    }
}

/// What it means.
pub(super) fn role_means(lang: Lang, role: Role) -> String {
    match role {
        Role::CoWorker => co_worker_means(lang),
        Role::Adviser => adviser_means(lang),
        Role::Buddy => buddy_means(lang),
        Role::Follower => follower_means(lang),
    }
}
