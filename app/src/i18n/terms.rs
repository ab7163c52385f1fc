//! Words for the codes of the domain: the same word for the same thing everywhere. Offices and case
//! types have their names in the domain, since a union gives them its own.

use domain::cases::{CaseGroup, Status};
use domain::entries::{ContactWay, ContactWith};
use domain::members::ExportPurpose;
use domain::notes::NoteKind;
use domain::org::UnitKind;
use domain::registry::{MembershipKind, Section, TariffArea};
use domain::tasks::Repeat;
use domain::{Code, Field, Lang};

use super::{texts, words};

words! {
    unit_kind(UnitKind) {
        Union { nb: "Forbund", nn: "Forbund", en: "Union" }
        County { nb: "Fylkeskrets", nn: "Fylkeskrins", en: "County district" }
        Local { nb: "Fagforening", nn: "Fagforeining", en: "Local" }
        Club { nb: "Klubb", nn: "Klubb", en: "Club" }
        Advisory { nb: "Kompetansesenter", nn: "Kompetansesenter", en: "Advisory centre" }
        Legal { nb: "Juridisk avdeling", nn: "Juridisk avdeling", en: "Legal department" }
    }
    status(Status) {
        Open { nb: "Åpen", nn: "Open", en: "Open" }
        Waiting { nb: "Venter", nn: "Ventar", en: "Waiting" }
        Closed { nb: "Avsluttet", nn: "Avslutta", en: "Closed" }
    }
    repeat(Repeat) {
        Never { nb: "Aldri", nn: "Aldri", en: "Never" }
        Daily { nb: "Hver dag", nn: "Kvar dag", en: "Every day" }
        Weekly { nb: "Hver uke", nn: "Kvar veke", en: "Every week" }
        Fortnightly { nb: "Hver annen uke", nn: "Annankvar veke", en: "Every second week" }
        Monthly { nb: "Hver måned", nn: "Kvar månad", en: "Every month" }
    }
    case_group(CaseGroup) {
        Job { nb: "Jobben er i fare", nn: "Jobben er i fare", en: "The job is at risk" }
        Pay { nb: "Lønn, stilling og avtale", nn: "Lønn, stilling og avtale", en: "Pay, position and contract" }
        Time { nb: "Arbeidstid, ferie og fri", nn: "Arbeidstid, ferie og fri", en: "Hours, holiday and leave" }
        Health { nb: "Helse og arbeidsmiljø", nn: "Helse og arbeidsmiljø", en: "Health and how we treat each other" }
        Change { nb: "Endringer på arbeidsplassen", nn: "Endringar på arbeidsplassen", en: "Changes at the workplace" }
        Other { nb: "Noe annet", nn: "Noko anna", en: "Something else" }
    }
    note_kind(NoteKind) {
        Internal { nb: "De som kan lese saken", nn: "Dei som kan lese saka", en: "Those who may read the case" }
        Shared { nb: "Det samme, og det følger saken videre", nn: "Det same, og det følgjer saka vidare", en: "The same, and it goes along with the case" }
        Private { nb: "Kladd, bare for deg", nn: "Kladd, berre for deg", en: "A draft, for you alone" }
    }
    contact_way(ContactWay) {
        Called { nb: "Jeg ringte", nn: "Eg ringde", en: "I called" }
        Met { nb: "Vi møttes", nn: "Vi møttest", en: "We met" }
        Email { nb: "Jeg sendte e-post", nn: "Eg sende e-post", en: "I sent an e-mail" }
        Letter { nb: "Jeg sendte brev", nn: "Eg sende brev", en: "I sent a letter" }
        Sms { nb: "Jeg sendte SMS", nn: "Eg sende SMS", en: "I sent a text message" }
        Reached { nb: "De tok kontakt med meg", nn: "Dei tok kontakt med meg", en: "They got in touch with me" }
    }
    contact_with(ContactWith) {
        Member { nb: "Medlemmet", nn: "Medlemen", en: "The member" }
        Employer { nb: "Arbeidsgiver", nn: "Arbeidsgjevar", en: "The employer" }
        Other { nb: "Noen andre", nn: "Nokon andre", en: "Somebody else" }
    }
    membership(MembershipKind) {
        Active { nb: "Yrkesaktiv", nn: "Yrkesaktiv", en: "Working" }
        Student { nb: "Student", nn: "Student", en: "Student" }
        Pupil { nb: "Elev", nn: "Elev", en: "Pupil" }
        Apprentice { nb: "Lærling", nn: "Lærling", en: "Apprentice" }
        Retired { nb: "Pensjonist eller ufør", nn: "Pensjonist eller ufør", en: "Retired or disabled" }
        Associate { nb: "Bimedlem", nn: "Bimedlem", en: "Associate" }
        TemporarilyInactive { nb: "Midlertidig ikke yrkesaktiv", nn: "Mellombels ikkje yrkesaktiv", en: "Temporarily not working" }
        Honorary { nb: "Æresmedlem", nn: "Æresmedlem", en: "Honorary member" }
        Staff { nb: "Ansatt i forbundet", nn: "Tilsett i forbundet", en: "Employed by the union" }
    }
    purpose(ExportPurpose) {
        Meeting { nb: "Møte eller innkalling", nn: "Møte eller innkalling", en: "A meeting or its invitation" }
        Election { nb: "Valg", nn: "Val", en: "An election" }
        FollowUp { nb: "Oppfølging av medlemmer", nn: "Oppfølging av medlemer", en: "Following up members" }
        Negotiation { nb: "Lønn og forhandlinger", nn: "Lønn og forhandlingar", en: "Pay and negotiations" }
        Other { nb: "Noe annet", nn: "Noko anna", en: "Something else" }
    }
    section(Section) {
        HealthSocial { nb: "Helse og sosial", nn: "Helse og sosial", en: "Health and social" }
        ChurchCultureChildhood { nb: "Kirke, kultur og oppvekst", nn: "Kyrkje, kultur og oppvekst", en: "Church, culture and childhood" }
        OfficeAdministration { nb: "Kontor og administrasjon", nn: "Kontor og administrasjon", en: "Office and administration" }
        TransportTechnical { nb: "Samferdsel og teknisk", nn: "Samferdsel og teknisk", en: "Transport and technical" }
    }
    tariff_area(TariffArea) {
        Ks { nb: "KS", nn: "KS", en: "KS (municipalities)" }
        Oslo { nb: "Oslo kommune", nn: "Oslo kommune", en: "City of Oslo" }
        State { nb: "Staten", nn: "Staten", en: "The state" }
        Spekter { nb: "Spekter", nn: "Spekter", en: "Spekter" }
        Virke { nb: "Virke", nn: "Virke", en: "Virke" }
        Nho { nb: "NHO", nn: "NHO", en: "NHO" }
        Pbl { nb: "PBL", nn: "PBL", en: "PBL (private kindergartens)" }
        Ka { nb: "KA", nn: "KA", en: "KA (the church)" }
        Samfunnsbedriftene { nb: "Samfunnsbedriftene", nn: "Samfunnsbedriftene", en: "Samfunnsbedriftene" }
        NoAgreement { nb: "Uten tariffavtale", nn: "Utan tariffavtale", en: "No collective agreement" }
    }
}

texts! {
    /* One sentence for each thing that can be wrong with a field; it begins with the field's own word. */
    must_be_filled_in(field: &str) { nb: "{field}: må fylles ut", nn: "{field}: må fyllast ut", en: "{field}: must be filled in" }
    must_be_chosen(field: &str) { nb: "{field}: velg ett av svarene", nn: "{field}: vel eitt av svara", en: "{field}: choose one of the answers" }
    too_long(field: &str, max: u32) { nb: "{field}: skriv kortere, høyst {max} tegn", nn: "{field}: skriv kortare, høgst {max} teikn", en: "{field}: write less, at most {max} characters" }
    too_short(field: &str) { nb: "{field}: skriv litt mer", nn: "{field}: skriv litt meir", en: "{field}: write a little more" }
    taken(field: &str) { nb: "{field}: du har et annet utvalg som heter dette", nn: "{field}: du har eit anna utval som heiter dette", en: "{field}: you have another selection with this name" }
    too_many(field: &str, max: u32) { nb: "{field}: du har {max} utvalg. Slett et du ikke bruker", nn: "{field}: du har {max} utval. Slett eit du ikkje bruker", en: "{field}: you have {max} selections. Delete one you do not use" }
    not_a_date(field: &str) { nb: "{field}: skriv datoen slik: 12.3.2026", nn: "{field}: skriv datoen slik: 12.3.2026", en: "{field}: write the date like this: 12.3.2026" }
    not_a_time(field: &str) { nb: "{field}: skriv klokkeslettet slik: 14.30", nn: "{field}: skriv klokkeslettet slik: 14.30", en: "{field}: write the time like this: 14.30" }
    not_after(field: &str) { nb: "{field}: må være etter at møtet begynner", nn: "{field}: må vere etter at møtet byrjar", en: "{field}: must be after the meeting begins" }
    not_a_number(field: &str) { nb: "{field}: skriv nummeret med tall", nn: "{field}: skriv nummeret med tal", en: "{field}: write the number in digits" }
    too_many_people(field: &str, max: u32) { nb: "{field}: det er høyst {max} andre i en sak. Ta ut noen først", nn: "{field}: det er høgst {max} andre i ei sak. Ta ut nokon først", en: "{field}: there are at most {max} others in a case. Take somebody out first" }
    not_an_address(field: &str) { nb: "{field}: skriv e-postadressen slik: navn@eksempel.no", nn: "{field}: skriv e-postadressa slik: namn@eksempel.no", en: "{field}: write the e-mail address like this: name@example.com" }
    name_missing(field: &str) { nb: "{field}: skriv hva personen heter", nn: "{field}: skriv kva personen heiter", en: "{field}: write the person's name" }
    action_missing(field: &str) { nb: "{field}: skriv hva som skal gjøres", nn: "{field}: skriv kva som skal gjerast", en: "{field}: write what is to be done" }
    too_many_lines(field: &str, max: u32) { nb: "{field}: høyst {max}", nn: "{field}: høgst {max}", en: "{field}: at most {max}" }
    in_the_future(field: &str) { nb: "{field}: datoen har ikke vært ennå", nn: "{field}: datoen har ikkje vore enno", en: "{field}: that date has not come yet" }
    unlikely(field: &str) { nb: "{field}: se om årstallet er riktig", nn: "{field}: sjå om årstalet er rett", en: "{field}: check the year" }
    unreadable(field: &str) { nb: "{field}: teksten har tegn vi ikke kan lese. Prøv å skrive den på nytt", nn: "{field}: teksten har teikn vi ikkje kan lese. Prøv å skrive han på nytt", en: "{field}: there are characters we cannot read. Try typing it again" }
    not_offered(field: &str) { nb: "{field}: valget finnes ikke lenger. Velg på nytt", nn: "{field}: valet finst ikkje lenger. Vel på nytt", en: "{field}: that choice is gone. Choose again" }
    field_case_type() { nb: "Hva det gjelder", nn: "Kva det gjeld", en: "What it is about" }
    field_case_place() { nb: "Hvor", nn: "Kor", en: "Where" }
    group_too_few(field: &str) { nb: "{field}: velg minst to medlemmer, eller velg at saken gjelder ett medlem", nn: "{field}: vel minst to medlemer, eller vel at saka gjeld éin medlem", en: "{field}: choose at least two members, or choose that the case is about one member" }
    group_needs_one(field: &str) { nb: "{field}: saken må gjelde noen. Legg til en annen før du tar ut den siste", nn: "{field}: saka må gjelde nokon. Legg til ein annan før du tek ut den siste", en: "{field}: the case must be about somebody. Add somebody else before you take out the last" }
    group_too_many(field: &str, max: u32) { nb: "{field}: velg høyst {max} medlemmer. Gjelder det flere, kan saken gjelde alle i klubben eller på arbeidsplassen", nn: "{field}: vel høgst {max} medlemer. Gjeld det fleire, kan saka gjelde alle i klubben eller på arbeidsplassen", en: "{field}: choose at most {max} members. If it concerns more, the case can be about all in the club or at the workplace" }
    no_shared_club(field: &str) { nb: "{field}: alle må være i samme klubb, der du kan lage saker. Ta ut den som ikke er det, og lag en egen sak for den", nn: "{field}: alle må vere i same klubb, der du kan lage saker. Ta ut den som ikkje er det, og lag ei eiga sak for den", en: "{field}: all must be in the same club, where you can make cases. Take out whoever is not, and make a case of their own for them" }
    too_few(field: &str, min: u32) { nb: "{field}: velg minst {min}", nn: "{field}: vel minst {min}", en: "{field}: choose at least {min}" }
    field_member() { nb: "Hvem det gjelder", nn: "Kven det gjeld", en: "Who it is about" }
    field_happened() { nb: "Dato", nn: "Dato", en: "Date" }
    field_description() { nb: "Hva skjedde", nn: "Kva hende", en: "What happened" }
    field_answers() { nb: "Spørsmål om saken", nn: "Spørsmål om saka", en: "Questions about the case" }
    field_note() { nb: "Notat", nn: "Notat", en: "Note" }
    in_the_past(field: &str) { nb: "{field}: datoen er over. Velg i dag eller senere", nn: "{field}: datoen er over. Vel i dag eller seinare", en: "{field}: that date is over. Choose today or later" }
    field_person() { nb: "Hvem", nn: "Kven", en: "Who" }
    field_member_number() { nb: "Medlemsnummer", nn: "Medlemsnummer", en: "Member number" }
    own_number(field: &str) { nb: "{field}: dette er deg selv eller den som eier saken. Gi saken til en annen først", nn: "{field}: dette er deg sjølv eller den som eig saka. Gi saka til ein annan først", en: "{field}: this is you or the owner of the case. Give the case to somebody else first" }
    field_role() { nb: "Hvordan", nn: "Korleis", en: "How" }
    field_until() { nb: "Til og med", nn: "Til og med", en: "Until" }
    field_meeting_kind() { nb: "Slags møte", nn: "Slags møte", en: "Kind of meeting" }
    field_from() { nb: "Fra klokken", nn: "Frå klokka", en: "From" }
    field_to() { nb: "Til klokken", nn: "Til klokka", en: "To" }
    field_place() { nb: "Sted", nn: "Stad", en: "Place" }
    field_called_by() { nb: "Hvem kaller inn", nn: "Kven kallar inn", en: "Who calls the meeting" }
    field_agenda() { nb: "Saksliste", nn: "Saksliste", en: "Agenda" }
    field_others() { nb: "Fra den andre siden", nn: "Frå den andre sida", en: "From the other side" }
    field_minutes() { nb: "Referat", nn: "Referat", en: "Minutes" }
    field_actions() { nb: "Hva skal gjøres", nn: "Kva skal gjerast", en: "What is to be done" }
    field_employer_party() { nb: "For arbeidsgiver", nn: "For arbeidsgjevar", en: "For the employer" }
    field_our_party() { nb: "For oss", nn: "For oss", en: "For us" }
    field_basis() { nb: "Grunnlag", nn: "Grunnlag", en: "Basis" }
    field_subject() { nb: "Hva punktet gjelder", nn: "Kva punktet gjeld", en: "What the point is about" }
    field_employer_says() { nb: "Arbeidsgiver sier", nn: "Arbeidsgjevar seier", en: "The employer says" }
    field_we_say() { nb: "Vi sier", nn: "Vi seier", en: "We say" }
    field_agreed() { nb: "Enige om", nn: "Samde om", en: "Agreed" }
    field_disagreed() { nb: "Ikke enige om", nn: "Ikkje samde om", en: "Not agreed" }
    field_ended_on() { nb: "Forhandlingene sluttet", nn: "Forhandlingane slutta", en: "The negotiations ended" }
    field_longer_time() { nb: "Avtalt lengre frist", nn: "Avtalt lengre frist", en: "Longer time agreed" }
    field_employer_comment() { nb: "Merknad fra arbeidsgiver", nn: "Merknad frå arbeidsgjevar", en: "The employer's comment" }
    field_our_comment() { nb: "Merknad fra oss", nn: "Merknad frå oss", en: "Our comment" }
    field_signer_name() { nb: "Navn", nn: "Namn", en: "Name" }
    field_signer_role() { nb: "Stilling", nn: "Stilling", en: "Title" }
    field_signed_on() { nb: "Signert dato", nn: "Signert dato", en: "Signed on" }
    field_signed_how() { nb: "Hvordan", nn: "Korleis", en: "How" }
    field_waiting_for() { nb: "Hvem venter du på?", nn: "Kven ventar du på?", en: "Whom are you waiting for?" }
    field_waiting_note() { nb: "Hvem, eller hva?", nn: "Kven, eller kva?", en: "Who, or what?" }
    field_waiting_until() { nb: "Til når?", nn: "Til når?", en: "Until when?" }
    field_outcome() { nb: "Hvordan gikk det?", nn: "Korleis gjekk det?", en: "How did it end?" }
    field_what_agreed() { nb: "Hva ble avtalt?", nn: "Kva blei avtalt?", en: "What was agreed?" }
    field_follow_up() { nb: "Hva må følges opp?", nn: "Kva må følgjast opp?", en: "What is to be followed up?" }
    field_follow_up_on() { nb: "Når skal det følges opp?", nn: "Når skal det følgjast opp?", en: "When is it to be followed up?" }
    field_follow_up_by() { nb: "Hvem skal følge det opp?", nn: "Kven skal følgje det opp?", en: "Who is to follow it up?" }
    field_open_tasks() { nb: "Oppgaver som ikke er gjort", nn: "Oppgåver som ikkje er gjorde", en: "Tasks that are not done" }
    field_relation() { nb: "Hvordan sakene henger sammen", nn: "Korleis sakene heng saman", en: "How the cases are linked" }
    field_case_number() { nb: "Saksnummer", nn: "Saksnummer", en: "Case number" }
    not_a_case_number(field: &str) { nb: "{field}: skriv bare nummeret, for eksempel 1042", nn: "{field}: skriv berre nummeret, til dømes 1042", en: "{field}: write only the number, for example 1042" }
    no_such_case(field: &str) { nb: "{field}: vi finner ingen sak med dette nummeret. Se om det er riktig", nn: "{field}: vi finn inga sak med dette nummeret. Sjå om det er rett", en: "{field}: we find no case with this number. Check it" }
    the_same_case(field: &str) { nb: "{field}: dette er saken du står i. Skriv nummeret på den andre", nn: "{field}: dette er saka du står i. Skriv nummeret på den andre", en: "{field}: this is the case you are in. Write the number of the other" }
    not_readable(field: &str) { nb: "{field}: du kan ikke lese denne saken. Spør den som eier den", nn: "{field}: du kan ikkje lese denne saka. Spør den som eig ho", en: "{field}: you cannot read this case. Ask its owner" }
    linked_already(field: &str) { nb: "{field}: sakene er knyttet sammen allerede. Fjern den koblingen først", nn: "{field}: sakene er knytte saman allereie. Fjern den koplinga først", en: "{field}: the cases are linked already. Remove that link first" }
    part_of_part(field: &str) { nb: "{field}: en sak kan ha én hovedsak, og en delsak kan ikke ha egne delsaker. Velg at de henger sammen", nn: "{field}: ei sak kan ha éi hovudsak, og ei delsak kan ikkje ha eigne delsaker. Vel at dei heng saman", en: "{field}: a case can have one main case, and a part cannot have parts of its own. Choose that they are linked" }
    case_is_closed(field: &str) { nb: "{field}: denne saken er avsluttet. Knytt dem sammen i stedet, eller åpne den igjen først", nn: "{field}: denne saka er avslutta. Knyt dei saman i staden, eller opne ho igjen først", en: "{field}: this case is closed. Link the cases instead, or open it again first" }
    not_yours(field: &str) { nb: "{field}: du må eie begge sakene for å slå dem sammen. Spør den som eier denne", nn: "{field}: du må eige begge sakene for å slå dei saman. Spør den som eig denne", en: "{field}: you must own both cases to merge them. Ask the owner of this one" }
    another_club(field: &str) { nb: "{field}: sakene hører til hver sin klubb. Knytt dem sammen i stedet", nn: "{field}: sakene høyrer til kvar sin klubb. Knyt dei saman i staden", en: "{field}: the cases belong to different clubs. Link them instead" }
    more_would_read(field: &str) { nb: "{field}: andre kan lese denne saken enn den du står i. Knytt dem sammen i stedet", nn: "{field}: andre kan lese denne saka enn den du står i. Knyt dei saman i staden", en: "{field}: others may read this case than the one you are in. Link them instead" }
    other_people(field: &str) { nb: "{field}: sakene gjelder ikke de samme personene. Knytt dem sammen i stedet", nn: "{field}: sakene gjeld ikkje dei same personane. Knyt dei saman i staden", en: "{field}: the cases are not about the same people. Link them instead" }
    owner_kept_out(field: &str) { nb: "{field}: den som eier denne saken, holdes utenfor saken du står i. Gi denne saken til en annen eier først", nn: "{field}: den som eig denne saka, blir halden utanfor saka du står i. Gi denne saka til ein annan eigar først", en: "{field}: the owner of this case is kept out of the case you are in. Give this case to another owner first" }
    field_note_kind() { nb: "Hvem skal se notatet?", nn: "Kven skal sjå notatet?", en: "Who is to see the note?" }
    field_contact_way() { nb: "Hva skjedde?", nn: "Kva hende?", en: "What happened?" }
    field_contact_with() { nb: "Hvem var det?", nn: "Kven var det?", en: "Who was it?" }
    field_contact_who() { nb: "Navn eller rolle", nn: "Namn eller rolle", en: "Name or role" }
    field_contact_date() { nb: "Dato", nn: "Dato", en: "Date" }
    field_contact_time() { nb: "Klokkeslett", nn: "Klokkeslett", en: "Time" }
    field_contact_said() { nb: "Hva ble sagt?", nn: "Kva blei sagt?", en: "What was said?" }
    field_outsider_role() { nb: "Rolle i saken", nn: "Rolle i saka", en: "Role in the case" }
    field_outsider_name() { nb: "Navn", nn: "Namn", en: "Name" }
    field_outsider_title() { nb: "Stilling eller tilknytning", nn: "Stilling eller tilknyting", en: "Position or connection" }
    field_outsider_phone() { nb: "Telefon", nn: "Telefon", en: "Telephone" }
    field_outsider_email() { nb: "E-post", nn: "E-post", en: "E-mail" }
    field_decided() { nb: "Hva er besluttet?", nn: "Kva er avgjort?", en: "What has been decided?" }
    field_decision_by() { nb: "Hvem besluttet det?", nn: "Kven avgjorde det?", en: "Who decided it?" }
    field_task() { nb: "Oppgave", nn: "Oppgåve", en: "Task" }
    field_due() { nb: "Dato", nn: "Dato", en: "Date" }
    field_details() { nb: "Beskrivelse", nn: "Skildring", en: "Description" }
    field_owner() { nb: "Hvem skal gjøre det?", nn: "Kven skal gjere det?", en: "Who is to do it?" }
    field_repeat() { nb: "Gjentas", nn: "Blir gjenteke", en: "Comes again" }
    field_comment() { nb: "Kommentar", nn: "Kommentar", en: "Comment" }
    field_reason() { nb: "Hvorfor", nn: "Kvifor", en: "Why" }
    field_cases() { nb: "Saker", nn: "Saker", en: "Cases" }
    too_many_cases(field: &str, max: u32) { nb: "{field}: velg høyst {max} om gangen", nn: "{field}: vel høgst {max} om gongen", en: "{field}: choose at most {max} at a time" }
    no_case_chosen(field: &str) { nb: "{field}: velg minst én sak", nn: "{field}: vel minst éi sak", en: "{field}: choose at least one case" }
    field_purpose() { nb: "Formål", nn: "Føremål", en: "Purpose" }
    field_why() { nb: "Hva skal filen brukes til?", nn: "Kva skal fila brukast til?", en: "What is the file for?" }
    field_segment() { nb: "Navn på utvalget", nn: "Namn på utvalet", en: "Name of the selection" }
}

/// A field's name, as its label and its errors say it.
pub(crate) fn field(lang: Lang, field: Field) -> String {
    match field {
        Field::CaseType => field_case_type(lang),
        Field::Member => field_member(lang),
        Field::CasePlace => field_case_place(lang),
        Field::HappenedOn => field_happened(lang),
        Field::Description => field_description(lang),
        Field::Answers => field_answers(lang),
        Field::MeetingKind => field_meeting_kind(lang),
        Field::MeetingDate | Field::HeldOn => field_happened(lang),
        Field::MeetingFrom => field_from(lang),
        Field::MeetingTo => field_to(lang),
        Field::MeetingPlace => field_place(lang),
        Field::CalledBy => field_called_by(lang),
        Field::Agenda => field_agenda(lang),
        Field::Others => field_others(lang),
        Field::Minutes => field_minutes(lang),
        Field::Actions => field_actions(lang),
        Field::EmployerParty => field_employer_party(lang),
        Field::OurParty => field_our_party(lang),
        Field::Basis => field_basis(lang),
        Field::Subject => field_subject(lang),
        Field::EmployerSays => field_employer_says(lang),
        Field::WeSay => field_we_say(lang),
        Field::Agreed => field_agreed(lang),
        Field::Disagreed => field_disagreed(lang),
        Field::EndedOn => field_ended_on(lang),
        Field::LongerTime => field_longer_time(lang),
        Field::EmployerComment => field_employer_comment(lang),
        Field::OurComment => field_our_comment(lang),
        Field::SignerName => field_signer_name(lang),
        Field::SignerRole => field_signer_role(lang),
        Field::SignedOn => field_signed_on(lang),
        Field::SignedHow => field_signed_how(lang),
        Field::NoteBody => field_note(lang),
        Field::Person => field_person(lang),
        Field::MemberNumber => field_member_number(lang),
        Field::Role => field_role(lang),
        Field::Until => field_until(lang),
        Field::WaitingFor => field_waiting_for(lang),
        Field::WaitingNote => field_waiting_note(lang),
        Field::WaitingUntil => field_waiting_until(lang),
        Field::Outcome => field_outcome(lang),
        Field::WhatAgreed => field_what_agreed(lang),
        Field::FollowUp => field_follow_up(lang),
        Field::FollowUpOn => field_follow_up_on(lang),
        Field::FollowUpBy => field_follow_up_by(lang),
        Field::OpenTasks => field_open_tasks(lang),
        Field::Relation => field_relation(lang),
        Field::CaseNumber => field_case_number(lang),
        Field::NoteKind => field_note_kind(lang),
        Field::ContactWay => field_contact_way(lang),
        Field::ContactWith => field_contact_with(lang),
        Field::ContactWho => field_contact_who(lang),
        Field::ContactDate => field_contact_date(lang),
        Field::ContactTime => field_contact_time(lang),
        Field::ContactSaid => field_contact_said(lang),
        Field::OutsiderRole => field_outsider_role(lang),
        Field::OutsiderName => field_outsider_name(lang),
        Field::OutsiderTitle => field_outsider_title(lang),
        Field::OutsiderPhone => field_outsider_phone(lang),
        Field::OutsiderEmail => field_outsider_email(lang),
        Field::Decided => field_decided(lang),
        Field::DecisionBy => field_decision_by(lang),
        Field::TaskTitle => field_task(lang),
        Field::TaskDue => field_due(lang),
        Field::TaskDetails => field_details(lang),
        Field::TaskOwner => field_owner(lang),
        Field::TaskRepeat => field_repeat(lang),
        Field::TaskComment => field_comment(lang),
        Field::Reason => field_reason(lang),
        Field::CasesChosen => field_cases(lang),
        Field::ExportPurpose => field_purpose(lang),
        Field::ExportWhy => field_why(lang),
        Field::SegmentName => field_segment(lang),
    }
}

/// What is wrong with a field, and what to do: the same words at the field and in the summary.
pub(crate) fn error(lang: Lang, at: Field, code: Code) -> String {
    use Field::{
        Actions, Agenda, CasePlace, CaseType, CasesChosen, ContactWay, ContactWith, ExportPurpose, FollowUpBy, MeetingKind, Member,
        MemberNumber, OpenTasks, Others, Outcome, OutsiderName, OutsiderRole, Person, Relation, Role, SignedHow, Subject, WaitingFor,
    };
    let name = &field(lang, at);
    match (code, at) {
        (Code::Missing, CasesChosen) => no_case_chosen(lang, name),
        (Code::TooMany { max }, OutsiderName) => too_many_people(lang, name, max),
        (Code::TooMany { max }, CasesChosen) => too_many_cases(lang, name, max),
        (Code::TooMany { max }, Agenda | Others | Actions | Subject) => too_many_lines(lang, name, max),
        (Code::TooFew { min: 1 }, Member) => group_needs_one(lang, name),
        (Code::TooFew { .. }, Member) => group_too_few(lang, name),
        (Code::TooMany { max }, Member) => group_too_many(lang, name, max),
        (Code::LineMissing, Others) => name_missing(lang, name),
        (Code::NotOffered, MemberNumber) => own_number(lang, name),
        _ => {
            let chosen = matches!(
                at,
                CaseType
                    | CasePlace
                    | Member
                    | Person
                    | Role
                    | ExportPurpose
                    | MeetingKind
                    | SignedHow
                    | ContactWay
                    | ContactWith
                    | OutsiderRole
                    | WaitingFor
                    | Outcome
                    | OpenTasks
                    | FollowUpBy
                    | Relation
            );
            error_at(lang, name, chosen, code)
        }
    }
}

/// The same for a field that is called so; `chosen` when one answers by choosing.
pub(crate) fn error_at(lang: Lang, name: &str, chosen: bool, code: Code) -> String {
    match code {
        Code::Missing if chosen => must_be_chosen(lang, name),
        Code::Missing => must_be_filled_in(lang, name),
        Code::TooLong { max } => too_long(lang, name, max),
        Code::TooShort => too_short(lang, name),
        Code::Taken => taken(lang, name),
        Code::NotATime => not_a_time(lang, name),
        Code::NotAfter => not_after(lang, name),
        Code::NotANumber => not_a_number(lang, name),
        Code::NotAnAddress => not_an_address(lang, name),
        Code::LineMissing => action_missing(lang, name),
        Code::TooMany { max } => too_many(lang, name, max),
        Code::NotADate => not_a_date(lang, name),
        Code::InTheFuture => in_the_future(lang, name),
        Code::InThePast => in_the_past(lang, name),
        Code::Unlikely => unlikely(lang, name),
        Code::Unreadable => unreadable(lang, name),
        Code::NotOffered => not_offered(lang, name),
        Code::NotACaseNumber => not_a_case_number(lang, name),
        Code::NoSuchCase => no_such_case(lang, name),
        Code::TheSameCase => the_same_case(lang, name),
        Code::NotReadable => not_readable(lang, name),
        Code::LinkedAlready => linked_already(lang, name),
        Code::PartOfPart => part_of_part(lang, name),
        Code::CaseIsClosed => case_is_closed(lang, name),
        Code::NotYours => not_yours(lang, name),
        Code::AnotherClub => another_club(lang, name),
        Code::MoreWouldRead => more_would_read(lang, name),
        Code::OtherPeople => other_people(lang, name),
        Code::OwnerKeptOut => owner_kept_out(lang, name),
        Code::TooFew { min } => too_few(lang, name, min),
        Code::NoSharedClub => no_shared_club(lang, name),
    }
}
