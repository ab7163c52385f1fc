//! Words for the codes of the domain: the same word for the same thing everywhere. Offices have their names in the
//! domain, since a union gives them its own.

use domain::cases::{CaseGroup, CaseType, Status};
use domain::members::ExportPurpose;
use domain::org::UnitKind;
use domain::registry::{MembershipKind, Section, TariffArea};
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
        Closed { nb: "Avsluttet", nn: "Avslutta", en: "Closed" }
    }
    case_group(CaseGroup) {
        Job { nb: "Jobben er i fare", nn: "Jobben er i fare", en: "The job is at risk" }
        Pay { nb: "Lønn, stilling og avtale", nn: "Lønn, stilling og avtale", en: "Pay, position and contract" }
        Time { nb: "Arbeidstid, ferie og fri", nn: "Arbeidstid, ferie og fri", en: "Hours, holiday and leave" }
        Health { nb: "Helse og arbeidsmiljø", nn: "Helse og arbeidsmiljø", en: "Health and how we treat each other" }
        Change { nb: "Endringer på arbeidsplassen", nn: "Endringar på arbeidsplassen", en: "Changes at the workplace" }
        Other { nb: "Noe annet", nn: "Noko anna", en: "Something else" }
    }
    case_type(CaseType) {
        Dismissal { nb: "Oppsigelse", nn: "Oppseiing", en: "Dismissal" }
        SummaryDismissal { nb: "Avskjed", nn: "Avskil", en: "Summary dismissal" }
        Suspension { nb: "Suspensjon", nn: "Suspensjon", en: "Suspension" }
        Warning { nb: "Advarsel", nn: "Åtvaring", en: "Written warning" }
        Temporary { nb: "Midlertidig ansettelse", nn: "Mellombels tilsetjing", en: "Temporary employment" }
        PreferentialRight { nb: "Fortrinnsrett", nn: "Førerett", en: "Preferential right to a post" }
        WrongPay { nb: "Feil lønn", nn: "Feil lønn", en: "Wrong pay" }
        LocalPay { nb: "Lokale lønnsforhandlinger", nn: "Lokale lønnsforhandlingar", en: "Local pay talks" }
        Seniority { nb: "Ansiennitet", nn: "Ansiennitet", en: "Seniority" }
        Pension { nb: "Pensjon", nn: "Pensjon", en: "Pension" }
        Contract { nb: "Arbeidsavtale", nn: "Arbeidsavtale", en: "Employment contract" }
        PartTime { nb: "Deltid og større stilling", nn: "Deltid og større stilling", en: "Part-time and larger position" }
        WorkingHours { nb: "Arbeidstid og turnus", nn: "Arbeidstid og turnus", en: "Working hours and rosters" }
        Holiday { nb: "Ferie", nn: "Ferie", en: "Holiday" }
        Leave { nb: "Permisjon", nn: "Permisjon", en: "Leave" }
        SickLeave { nb: "Sykefravær og tilrettelegging", nn: "Sjukefråvær og tilrettelegging", en: "Sick leave and adaptation" }
        Injury { nb: "Yrkesskade", nn: "Yrkesskade", en: "Occupational injury" }
        Conflict { nb: "Konflikt på jobben", nn: "Konflikt på jobben", en: "Conflict at work" }
        Harassment { nb: "Trakassering eller diskriminering", nn: "Trakassering eller diskriminering", en: "Harassment or discrimination" }
        Whistleblowing { nb: "Varsling", nn: "Varsling", en: "Whistleblowing" }
        Downsizing { nb: "Nedbemanning", nn: "Nedbemanning", en: "Downsizing" }
        LayOff { nb: "Permittering", nn: "Permittering", en: "Lay-off" }
        Transfer { nb: "Ny eier av virksomheten", nn: "Ny eigar av verksemda", en: "New owner of the business" }
        HiringIn { nb: "Innleie", nn: "Innleige", en: "Hired-in staff" }
        Reorganisation { nb: "Omstilling", nn: "Omstilling", en: "Reorganisation" }
        AgreementDispute { nb: "Uenighet om tariffavtalen", nn: "Usemje om tariffavtalen", en: "Dispute over the agreement" }
        AgreementDemand { nb: "Krav om tariffavtale", nn: "Krav om tariffavtale", en: "Demand for an agreement" }
        Question { nb: "Spørsmål fra medlem", nn: "Spørsmål frå medlem", en: "Question from a member" }
        Other { nb: "Annet", nn: "Anna", en: "Other" }
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
    in_the_future(field: &str) { nb: "{field}: datoen har ikke vært ennå", nn: "{field}: datoen har ikkje vore enno", en: "{field}: that date has not come yet" }
    unlikely(field: &str) { nb: "{field}: se om årstallet er riktig", nn: "{field}: sjå om årstalet er rett", en: "{field}: check the year" }
    unreadable(field: &str) { nb: "{field}: teksten har tegn vi ikke kan lese. Prøv å skrive den på nytt", nn: "{field}: teksten har teikn vi ikkje kan lese. Prøv å skrive han på nytt", en: "{field}: there are characters we cannot read. Try typing it again" }
    not_offered(field: &str) { nb: "{field}: valget finnes ikke lenger. Velg på nytt", nn: "{field}: valet finst ikkje lenger. Vel på nytt", en: "{field}: that choice is gone. Choose again" }
    field_case_type() { nb: "Hva det gjelder", nn: "Kva det gjeld", en: "What it is about" }
    field_member() { nb: "Hvem det gjelder", nn: "Kven det gjeld", en: "Who it is about" }
    field_happened() { nb: "Dato", nn: "Dato", en: "Date" }
    field_description() { nb: "Hva skjedde", nn: "Kva hende", en: "What happened" }
    field_note() { nb: "Notat", nn: "Notat", en: "Note" }
    field_task() { nb: "Oppgave", nn: "Oppgåve", en: "Task" }
    field_due() { nb: "Dato", nn: "Dato", en: "Date" }
    field_purpose() { nb: "Formål", nn: "Føremål", en: "Purpose" }
    field_why() { nb: "Hva skal listen brukes til?", nn: "Kva skal lista brukast til?", en: "What is the list for?" }
    field_segment() { nb: "Navn på utvalget", nn: "Namn på utvalet", en: "Name of the selection" }
}

/// A field's name, as its label and its errors say it.
pub(crate) fn field(lang: Lang, field: Field) -> String {
    match field {
        Field::CaseType => field_case_type(lang),
        Field::Member => field_member(lang),
        Field::HappenedOn => field_happened(lang),
        Field::Description => field_description(lang),
        Field::NoteBody => field_note(lang),
        Field::TaskTitle => field_task(lang),
        Field::TaskDue => field_due(lang),
        Field::ExportPurpose => field_purpose(lang),
        Field::ExportWhy => field_why(lang),
        Field::SegmentName => field_segment(lang),
    }
}

/// What is wrong with a field, and what to do: the same words at the field and in the summary.
pub(crate) fn error(lang: Lang, at: Field, code: Code) -> String {
    let name = &field(lang, at);
    match code {
        Code::Missing if matches!(at, Field::CaseType | Field::Member | Field::ExportPurpose) => must_be_chosen(lang, name),
        Code::Missing => must_be_filled_in(lang, name),
        Code::TooLong { max } => too_long(lang, name, max),
        Code::TooShort => too_short(lang, name),
        Code::Taken => taken(lang, name),
        Code::TooMany { max } => too_many(lang, name, max),
        Code::NotADate => not_a_date(lang, name),
        Code::InTheFuture => in_the_future(lang, name),
        Code::Unlikely => unlikely(lang, name),
        Code::Unreadable => unreadable(lang, name),
        Code::NotOffered => not_offered(lang, name),
    }
}
