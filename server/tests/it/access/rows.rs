//! The table. Every page and every server function must have a row: a test sees to it.

use super::Gets::{Forbidden, It, Login, NoMandate, NotFound, OnlyOwn, To};
use super::{Gets, Row};

/// A page for those with a mandate.
const fn page(route: &'static str, path: &'static str) -> Row {
    Row {
        route,
        path,
        fields: None,
        file: false,
        right: ("ptv", ""),
        anonymous: Login,
        without: NoMandate,
        outsider: NotFound,
        near: ("leader", It),
    }
}

/// A server function.
const fn function(route: &'static str, fields: &'static [(&'static str, &'static str)]) -> Row {
    Row { fields: Some(fields), ..page(route, route) }
}

/// What is sent for a file of cases.
const A_WHOLE_CASE: &[(&str, &str)] = &[("case", "{case}"), ("purpose", "other"), ("why", "Gjennomgang")];
const A_CASE_FILE: &[(&str, &str)] = &[("purpose", "follow_up"), ("why", "Gjennomgang"), ("kind", "csv")];

/// What is sent for a file.
const A_FILE: &[(&str, &str)] =
    &[("narrowing", "ny=365"), ("purpose", "meeting"), ("why", "Medlemsmøtet"), ("kind", "csv"), ("contact", "true")];

/// Which meeting.
const A_MEETING: &[(&str, &str)] = &[("case", "{case}"), ("meeting", "{meeting}")];

/// Which, and a version of its protocol as nobody has seen it.
const A_VERSION: &[(&str, &str)] = &[("case", "{case}"), ("meeting", "{meeting}"), ("number", "1"), ("version", "0")];

/// The same, with the key of a form.
const A_KEY: &[(&str, &str)] = &[("case", "{case}"), ("meeting", "{meeting}"), ("number", "1"), ("version", "0"), ("key", "{key}")];
const A_CHANGE: &[(&str, &str)] = &[("case", "{case}"), ("note", "{note}"), ("version", "1"), ("body", "Et annet notat")];
const AN_ADDITION: &[(&str, &str)] = &[("case", "{case}"), ("note", "{note}"), ("key", "{key}"), ("body", "Et tillegg")];
const A_CONTACT: &[(&str, &str)] =
    &[("case", "{case}"), ("key", "{key}"), ("way", "called"), ("with", "member"), ("on", "1.1.2026"), ("said", "Det som ble sagt")];
const A_DECISION: &[(&str, &str)] = &[("case", "{case}"), ("key", "{key}"), ("decided", "Klage"), ("reason", "Frist"), ("by", "Styret")];
/// Each from a version of long ago: what was typed is kept, and the case stays where it is.
const A_WAIT: &[(&str, &str)] =
    &[("case", "{case}"), ("key", "{key}"), ("version", "0"), ("waiting_for", "employer"), ("waiting_until", "1.10.2026")];
const AN_ENDING: &[(&str, &str)] =
    &[("case", "{case}"), ("key", "{key}"), ("version", "0"), ("outcome", "ENIGE"), ("what_agreed", "Fri i juli"), ("open_tasks", "keep")];
const SOMEBODY_ELSE: &[(&str, &str)] = &[
    ("case", "{case}"),
    ("key", "{key}"),
    ("outsider", "{outsider}"),
    ("version", "0"),
    ("outsider_role", "other"),
    ("outsider_name", "Noen andre"),
];
const A_REASON: &[(&str, &str)] = &[("case", "{case}"), ("key", "{key}"), ("version", "0"), ("reason", "Noe nytt")];

impl Row {
    /// The answer is a file.
    const fn a_file(self) -> Self {
        Self { file: true, ..self }
    }

    /// What the right person is shown.
    const fn shows(self, what: &'static str) -> Self {
        Self { right: (self.right.0, what), ..self }
    }

    /// Who is right.
    const fn by(self, who: &'static str) -> Self {
        Self { right: (who, self.right.1), ..self }
    }

    /// For the administrator alone.
    const fn for_admin(self, shows: &'static str) -> Self {
        Self { right: ("admin", shows), ..self }.near("leader", NotFound)
    }

    /// For the administrator; the data protection officer sees the settings and may not change them.
    const fn changes_settings(self, shows: &'static str) -> Self {
        self.for_admin(shows).near("dpo", Forbidden)
    }

    /// What a representative elsewhere is answered.
    const fn outsider(self, gets: Gets) -> Self {
        Self { outsider: gets, ..self }
    }

    /// What somebody near is answered.
    const fn near(self, who: &'static str, gets: Gets) -> Self {
        Self { near: (who, gets), ..self }
    }
}

/// All of it. Rows that change something stand last, and those that end a draft after those that need it.
pub(crate) fn rows() -> Vec<Row> {
    let mut rows = public();
    rows.extend(pages());
    rows.extend(files());
    rows.extend(reading());
    rows.extend(writing());
    rows
}

fn public() -> Vec<Row> {
    vec![
        Row {
            right: ("anonymous", "Logg inn med BankID"),
            anonymous: It,
            without: NoMandate,
            outsider: To("/i-dag"),
            near: ("leader", To("/i-dag")),
            ..page("/", "/")
        },
        Row {
            right: ("anonymous", "Innloggingen svarer ikke"),
            anonymous: It,
            without: It,
            ..page("/logg-inn/feil", "/logg-inn/feil?hvorfor=nede").outsider(OnlyOwn).near("leader", OnlyOwn)
        },
        Row {
            right: ("member", "Solvik fagforening"),
            without: It,
            ..page("/uten-verv", "/uten-verv").outsider(To("/i-dag")).near("leader", To("/i-dag"))
        },
    ]
}

fn pages() -> Vec<Row> {
    vec![
        page("/i-dag", "/i-dag").shows("{title}").outsider(OnlyOwn).near("leader", OnlyOwn),
        page("/medlemmer", "/medlemmer").shows("{member}").outsider(OnlyOwn).near("board", OnlyOwn),
        page("/medlemmer/{id}", "/medlemmer/{member}").shows("ada@example.com").near("narrow", NotFound),
        page("/medlemmer/fil", "/medlemmer/fil").by("leader").shows("Hent filen").outsider(Forbidden).near("ptv", Forbidden),
        page("/medlemmer/utvalg", "/medlemmer/utvalg").shows("Kanarifugl utvalg").outsider(OnlyOwn).near("leader", OnlyOwn),
        page("/medlemmer/utvalg/{id}", "/medlemmer/utvalg/{segment}").shows("Kanarifugl utvalg").near("leader", NotFound),
        page("/arbeidsgivere/{number}", "/arbeidsgivere/{employer}").shows("310 000 027").near("board", It),
        page("/organisasjon", "/organisasjon").shows("Klubben ved Granlia").outsider(OnlyOwn).near("leader", OnlyOwn),
        page("/organisasjon/{unit}", "/organisasjon/{unit}").shows("Vakker Blomst").near("board", It),
        page("/organisasjon/{unit}/{list}", "/organisasjon/{unit}/uten-beskjed").shows("Vakker Blomst").near("leader-b", NotFound),
        page("/saker", "/saker").shows("{case}").outsider(OnlyOwn),
        page("/saker/fil", "/saker/fil").shows("Hent filen").outsider(OnlyOwn),
        page("/saker/utvalg", "/saker/utvalg").shows("Kanarifugl saksutvalg").outsider(OnlyOwn).near("leader", OnlyOwn),
        page("/saker/felles-oppgave", "/saker/felles-oppgave").shows("{case}").outsider(OnlyOwn),
        page("/saker/ny", "/saker/ny").shows("{draft}").outsider(OnlyOwn).near("board", Forbidden),
        page("/saker/ny/{draft}/hva", "/saker/ny/{draft}/hva").shows("checked").outsider(OnlyOwn).near("board", Forbidden),
        page("/saker/ny/{draft}/hvem", "/saker/ny/{draft}/hvem").shows("{member}").outsider(OnlyOwn).near("board", Forbidden),
        page("/saker/ny/{draft}/hendelse", "/saker/ny/{draft}/hendelse").shows("{kept}").outsider(OnlyOwn).near("board", Forbidden),
        page("/saker/ny/{draft}/sporsmal/{page}", "/saker/ny/{draft}/sporsmal/1")
            .shows("{kept}")
            .outsider(OnlyOwn)
            .near("board", Forbidden),
        page("/saker/ny/{draft}/sjekk", "/saker/ny/{draft}/sjekk").shows("{kept}").outsider(OnlyOwn).near("board", Forbidden),
        page("/saker/{id}", "/saker/{case}").shows("{description}"),
        page("/saker/{id}/medlemmer", "/saker/{group}/medlemmer").shows("Abelvik").near("leader", Forbidden),
        page("/saker/{id}/tidslinje", "/saker/{case}/tidslinje").shows("{title}"),
        page("/saker/{id}/notat/{note}", "/saker/{case}/notat/{note}").shows("Kanarifugl notat"),
        page("/saker/{id}/notat/{note}/endre", "/saker/{case}/notat/{note}/endre").shows("Kanarifugl notat").near("leader", Forbidden),
        page("/saker/{id}/notat/{note}/tillegg", "/saker/{case}/notat/{note}/tillegg").shows("Kanarifugl notat").near("leader", Forbidden),
        page("/saker/{id}/kontakt", "/saker/{case}/kontakt").shows("Lagre kontakten").near("leader", Forbidden),
        page("/saker/{id}/beslutning", "/saker/{case}/beslutning").shows("Lagre beslutningen").near("leader", Forbidden),
        page("/saker/{id}/notat", "/saker/{case}/notat").shows("Lagre notatet").near("leader", Forbidden),
        page("/saker/{id}/oppgave", "/saker/{case}/oppgave").shows("Lagre oppgaven").near("leader", Forbidden),
        page("/saker/{id}/tilgang", "/saker/{case}/tilgang").shows("Eier saken"),
        page("/saker/{id}/tilgang/delta", "/saker/{case}/tilgang/delta").shows("Be om å delta").near("leader", Forbidden),
        page("/saker/{id}/tilgang/eier", "/saker/{case}/tilgang/eier").shows("Gi fra deg saken").near("leader", Forbidden),
        page("/saker/{id}/tilgang/utenfor", "/saker/{case}/tilgang/utenfor").shows("Hold utenfor").near("leader", Forbidden),
        page("/saker/{id}/vent", "/saker/{case}/vent").shows("Kanarifugl venter").near("leader", Forbidden),
        page("/saker/{id}/avslutt", "/saker/{case}/avslutt").shows("{title}").near("leader", Forbidden),
        page("/saker/{id}/gjenapne", "/saker/{case}/gjenapne").shows("Dette kan ikke gjøres slik saken er nå").near("leader", Forbidden),
        page("/saker/finn", "/saker/finn").shows("Finn en sak").outsider(OnlyOwn).near("leader", OnlyOwn),
        page("/saker/{id}/andre/ny", "/saker/{case}/andre/ny").shows("Skriv opp en person").near("leader", Forbidden),
        page("/saker/{id}/andre/{outsider}", "/saker/{case}/andre/{outsider}").shows("{witness}").near("leader", Forbidden),
        page("/saker/{id}/koblinger", "/saker/{case}/koblinger").shows("Andre saker om de samme").near("leader", Forbidden),
        page("/saker/{id}/sla-sammen", "/saker/{case}/sla-sammen").shows("Når to saker er samme sak").near("leader", Forbidden),
        page("/saker/{id}/oppgaver/{task}", "/saker/{case}/oppgaver/{task}").shows("{title}"),
        page("/saker/{id}/oppgaver/{task}/endre", "/saker/{case}/oppgaver/{task}/endre").shows("{title}").near("leader", Forbidden),
        page("/saker/{id}/dokumenter", "/saker/{case}/dokumenter").shows("Lagre dokumentene").near("leader", Forbidden),
        page("/saker/{id}/dokumenter/{document}", "/saker/{case}/dokumenter/{document}").shows("{file}"),
        page("/saker/{id}/moter/nytt", "/saker/{case}/moter/nytt").shows("Foreslå fra saken").near("leader", Forbidden),
        page("/saker/{id}/moter/{meeting}", "/saker/{case}/moter/{meeting}").shows("{agenda}"),
        page("/saker/{id}/moter/{meeting}/endre", "/saker/{case}/moter/{meeting}/endre").shows("{agenda}").near("leader", Forbidden),
        page("/saker/{id}/moter/{meeting}/innkalling", "/saker/{case}/moter/{meeting}/innkalling").shows("Rektor Rød"),
        page("/saker/{id}/moter/{meeting}/referat", "/saker/{case}/moter/{meeting}/referat").shows("{minutes}").near("leader", Forbidden),
        page("/saker/{id}/moter/{meeting}/protokoll", "/saker/{case}/moter/{meeting}/protokoll").shows("{point}"),
        page("/saker/{id}/moter/{meeting}/protokoll/signatur", "/saker/{case}/moter/{meeting}/protokoll/signatur")
            .shows("Arbeidsgivers signatur")
            .near("leader", Forbidden),
        page("/saker/{id}/moter/{meeting}/protokoll/{step}", "/saker/{case}/moter/{meeting}/protokoll/punkt-1")
            .shows("{point}")
            .near("leader", Forbidden),
        page("/saker/{id}/hele", "/saker/{case}/hele").shows("Hent hele saken som PDF"),
        page("/saker/{id}/brev", "/saker/{case}/brev").shows("Krav om forhandlinger").near("leader", Forbidden),
        page("/saker/{id}/brev/{template}", "/saker/{case}/brev/FULLMAKT").shows("{letter}").near("leader", Forbidden),
        page("/saker/{id}/brev/{template}/se", "/saker/{case}/brev/FULLMAKT/se").shows("{letter}").near("leader", Forbidden),
        page("/mer/verv", "/mer/verv").shows("Du ser hvem som er medlem i Klubben ved Granlia.").outsider(OnlyOwn).near("leader", OnlyOwn),
        page("/mer/innlogginger", "/mer/innlogginger").shows("Hvor du er logget inn").outsider(OnlyOwn).near("leader", OnlyOwn),
        page("/innsyn", "/innsyn").by("dpo").shows("Vakker Blomst").near("leader", NotFound),
        page("/innsyn/{id}", "/innsyn/{member}").by("dpo").shows("Hvem har lest om Ada Abelvik").near("leader", NotFound),
        page("/import", "/import").for_admin("{import}"),
        page("/import/{id}", "/import/{import}").for_admin("uttrekk.jsonl"),
        page("/innstillinger", "/innstillinger").for_admin("Hvem som ser hva"),
        page("/innstillinger/tilgang", "/innstillinger/tilgang").for_admin("Nestleder i klubben"),
        page("/innstillinger/tilgang/{office}", "/innstillinger/tilgang/KLUBBLEDER").for_admin("Lese vanlige saker og personalsaker"),
        page("/innstillinger/tilgang/{office}/endre", "/innstillinger/tilgang/KLUBBLEDER/endre").changes_settings("Hva skal klubbleder"),
        page("/innstillinger/tilgang/{office}/hvorfor", "/innstillinger/tilgang/KLUBBLEDER/hvorfor").changes_settings("ingen grunn"),
        page("/innstillinger/tilgang/{office}/sjekk", "/innstillinger/tilgang/KLUBBLEDER/sjekk").changes_settings("Ingenting blir"),
        page("/innstillinger/tilgang/{office}/verv", "/innstillinger/tilgang/KLUBBLEDER/verv").changes_settings("club leader"),
        page("/innstillinger/tilgang/{office}/verv/sjekk", "/innstillinger/tilgang/KLUBBLEDER/verv/sjekk")
            .changes_settings("Ingenting blir"),
        page("/innstillinger/nytt-verv", "/innstillinger/nytt-verv").changes_settings("{new_office}"),
        page("/innstillinger/nytt-verv/sjekk", "/innstillinger/nytt-verv/sjekk").changes_settings("({new_office})"),
        page("/innstillinger/versjoner", "/innstillinger/versjoner").for_admin("Standarden"),
        page("/innstillinger/versjoner/{version}", "/innstillinger/versjoner/0").for_admin("Standarden"),
        page("/innstillinger/versjoner/{version}/tilbake", "/innstillinger/versjoner/0/tilbake").changes_settings("Ingenting blir"),
        page("/innstillinger/sakstyper", "/innstillinger/sakstyper").for_admin("Oppsigelse"),
        page("/innstillinger/sakstyper/endre", "/innstillinger/sakstyper/endre").changes_settings("{new_type}"),
        page("/innstillinger/sakstyper/endre/sjekk", "/innstillinger/sakstyper/endre/sjekk").changes_settings("{new_type}"),
        page("/innstillinger/sakstyper/{type}", "/innstillinger/sakstyper/FERIE").for_admin("Hva mer vet vi?"),
        page("/innstillinger/person", "/innstillinger/person?q=klok").for_admin("Klok Fjord"),
        page("/innstillinger/person/{id}", "/innstillinger/person/{holder}").for_admin("Hva ser Klok Fjord?"),
        page("/mer", "/mer").shows("Vakker Blomst").outsider(OnlyOwn).near("leader", OnlyOwn),
    ]
}

/// Files, which are neither.
fn files() -> Vec<Row> {
    vec![
        page("/saker/{id}/moter/{meeting}/kalender.ics", "/saker/{case}/moter/{meeting}/kalender.ics").a_file().shows("BEGIN:VEVENT"),
        page("/saker/{id}/moter/{meeting}/protokoll.pdf", "/saker/{case}/moter/{meeting}/protokoll.pdf").a_file().shows("%PDF"),
        page("/innsyn/{id}/oppslag.csv", "/innsyn/{member}/oppslag.csv").a_file().by("dpo").shows("Hvem").near("leader", NotFound),
        function("/saker/hele/hent", A_WHOLE_CASE).a_file().shows("%PDF"),
        function("/saker/fil/hent", A_CASE_FILE).a_file().shows("Ada Abelvik"),
        page("/saker/{id}/dokumenter/{document}/{number}/fil", "/saker/{case}/dokumenter/{document}/1/fil").a_file().shows("{file}"),
        page("/saker/{id}/brev/{template}/brev.pdf", "/saker/{case}/brev/FULLMAKT/brev.pdf")
            .a_file()
            .shows("%PDF")
            .near("leader", Forbidden),
        page("/saker/{id}/brev/{template}/brev.docx", "/saker/{case}/brev/FULLMAKT/brev.docx")
            .a_file()
            .shows("PK")
            .near("leader", Forbidden),
        function("/medlemmer/fil/hent", A_FILE).a_file().by("leader").shows("Nora Nyhus").outsider(Forbidden).near("ptv", Forbidden),
    ]
}

/// Server functions that only read.
fn reading() -> Vec<Row> {
    vec![
        function("/api/mandates/mine", &[]).shows("Klubben ved Granlia").outsider(OnlyOwn).near("leader", OnlyOwn),
        function("/api/sessions/mine", &[]).shows("last_used_at").outsider(OnlyOwn).near("leader", OnlyOwn),
        function("/api/cases/whole", &[("id", "{case}")]).shows("{case}"),
        function("/api/documents/form", &[("case", "{case}")]).shows("{case}").near("leader", Forbidden),
        function("/api/documents/view", &[("case", "{case}"), ("document", "{document}")]).shows("{file}"),
        function("/api/today/view", &[]).shows("{title}").outsider(OnlyOwn).near("leader", OnlyOwn),
        function("/api/members/list", &[]).shows("{member}").outsider(OnlyOwn).near("board", OnlyOwn),
        function("/api/members/workplaces", &[]).shows("Granlia sykehjem").outsider(OnlyOwn).near("board", OnlyOwn),
        function("/api/members/card", &[("id", "{member}")]).shows("ada@example.com").near("narrow", NotFound),
        function("/api/members/file", &[]).by("leader").shows("\"total\"").outsider(Forbidden).near("ptv", Forbidden),
        function("/api/members/segments/list", &[]).shows("Kanarifugl utvalg").outsider(OnlyOwn).near("leader", OnlyOwn),
        function("/api/members/segments/view", &[("id", "{segment}")]).shows("Kanarifugl utvalg").near("leader", NotFound),
        function("/api/employers/view", &[("number", "{employer}")]).shows("Granlia sykehjem").near("board", It),
        function("/api/mandates/others", &[]).outsider(OnlyOwn).near("leader", OnlyOwn),
        function("/api/org/mine", &[]).shows("Klubben ved Granlia").outsider(OnlyOwn).near("leader", OnlyOwn),
        function("/api/org/unit", &[("unit", "{unit}")]).shows("Vakker Blomst").near("board", It),
        function("/api/org/missing", &[("unit", "{unit}"), ("list", "uten-beskjed")]).shows("Vakker Blomst").near("leader-b", NotFound),
        function("/api/cases/list", &[]).shows("{case}").outsider(OnlyOwn),
        function("/api/cases/view", &[("id", "{case}")]).shows("{description}"),
        function("/api/cases/segments/list", &[]).shows("Kanarifugl saksutvalg").outsider(OnlyOwn).near("leader", OnlyOwn),
        function("/api/cases/file", &[]).shows("\"total\"").outsider(OnlyOwn),
        function("/api/cases/many/form", &[]).shows("{case}").outsider(OnlyOwn),
        function("/api/cases/timeline", &[("id", "{case}")]).shows("{title}"),
        function("/api/cases/new/begun", &[]).shows("{kept}").outsider(OnlyOwn).near("board", Forbidden),
        function("/api/cases/new/progress", &[("draft", "{draft}")]).shows("{kept}").outsider(OnlyOwn).near("board", Forbidden),
        function("/api/cases/new/before", &[("draft", "{draft}")]).shows("{case}").outsider(OnlyOwn).near("board", Forbidden),
        function("/api/cases/new/people", &[]).shows("{member}").outsider(OnlyOwn).near("board", Forbidden),
        function("/api/cases/new/places", &[("draft", "{draft}")]).shows("places").outsider(OnlyOwn).near("board", Forbidden),
        function("/api/cases/parties/form", &[("case", "{group}")]).shows("Abelvik").near("leader", Forbidden),
        function("/api/access-log/list", &[]).by("dpo").shows("Vakker Blomst").near("leader", NotFound),
        function("/api/access-log/about", &[("id", "{member}")]).by("dpo").shows("Abelvik").near("leader", NotFound),
        function("/api/notes/form", &[("case", "{case}")]).shows("{case}").near("leader", Forbidden),
        function("/api/participants/access", &[("case", "{case}")]).shows("{case}"),
        function("/api/participants/ask-form", &[("case", "{case}")]).shows("{case}").near("leader", Forbidden),
        function("/api/participants/give-form", &[("case", "{case}")]).shows("{case}").near("leader", Forbidden),
        function("/api/participants/keep-out-form", &[("case", "{case}")]).shows("{case}").near("leader", Forbidden),
        function("/api/lifecycle/wait-form", &[("case", "{case}")]).shows("Kanarifugl venter").near("leader", Forbidden),
        function("/api/lifecycle/close-form", &[("case", "{case}")]).shows("{title}").near("leader", Forbidden),
        function("/api/lifecycle/reopen-form", &[("case", "{case}")]).shows("{case}").near("leader", Forbidden),
        function("/api/outsiders/form", &[("case", "{case}"), ("outsider", "{outsider}")]).shows("{witness}").near("leader", Forbidden),
        function("/api/links/find", &[("number", "1001")]).shows("1001").outsider(OnlyOwn).near("leader", OnlyOwn),
        function("/api/links/form", &[("case", "{case}")]).shows("{case}").near("leader", Forbidden),
        function("/api/links/merge-form", &[("case", "{case}")]).shows("{title}").near("leader", Forbidden),
        function("/api/meetings/form", &[("case", "{case}"), ("meeting", "{meeting}")]).shows("{agenda}").near("leader", Forbidden),
        function("/api/meetings/view", A_MEETING).shows("{agenda}"),
        function("/api/meetings/minutes", A_MEETING).shows("{minutes}").near("leader", Forbidden),
        function("/api/meetings/protocol/view", A_MEETING).shows("{point}"),
        function("/api/meetings/protocol/form", &[("case", "{case}"), ("meeting", "{meeting}"), ("step", "punkt-1")])
            .shows("{point}")
            .near("leader", Forbidden),
        function("/api/meetings/protocol/signature-form", A_MEETING).shows("{point}").near("leader", Forbidden),
        function("/api/notes/view", &[("case", "{case}"), ("note", "{note}")]).shows("Kanarifugl notat"),
        function("/api/notes/change-form", &[("case", "{case}"), ("note", "{note}")]).shows("Kanarifugl notat").near("leader", Forbidden),
        function("/api/notes/addition-form", &[("case", "{case}"), ("note", "{note}")]).shows("Kanarifugl notat").near("leader", Forbidden),
        function("/api/entries/contact-form", &[("case", "{case}")]).shows("{case}").near("leader", Forbidden),
        function("/api/entries/decision-form", &[("case", "{case}")]).shows("Vakker").near("leader", Forbidden),
        function("/api/letters/choice", &[("case", "{case}")]).shows("{case}").near("leader", Forbidden),
        function("/api/letters/form", &[("case", "{case}"), ("template", "FULLMAKT")]).shows("{letter}").near("leader", Forbidden),
        function("/api/letters/preview", &[("case", "{case}"), ("template", "FULLMAKT")]).shows("{letter}").near("leader", Forbidden),
        function("/api/imports/list", &[]).for_admin("{import}"),
        function("/api/imports/view", &[("id", "{import}")]).for_admin("uttrekk.jsonl"),
        function("/api/settings/matrix", &[]).for_admin("KLUBBLEDER"),
        function("/api/settings/edit", &[("office", "KLUBBLEDER")]).changes_settings("KLUBBLEDER"),
        function("/api/settings/office-form", &[("facts", "KLUBBLEDER")]).changes_settings("club leader"),
        function("/api/settings/check", &[("office", "KLUBBLEDER")]).changes_settings("KLUBBLEDER"),
        function("/api/settings/versions", &[]).for_admin("version"),
        function("/api/settings/version", &[("version", "0")]).for_admin("in_force"),
        function("/api/settings/case-types/edit", &[]).changes_settings("{new_type}"),
        function("/api/settings/case-types/check", &[]).changes_settings("{new_type}"),
        function("/api/settings/case-types", &[]).for_admin("OPPSIGELSE"),
        function("/api/settings/holders", &[("query", "klok")]).for_admin("Klok Fjord"),
        function("/api/settings/person", &[("id", "{holder}")]).for_admin("Klok Fjord"),
        function("/api/tasks/form", &[("case", "{case}")]).shows("{case}").near("leader", Forbidden),
        function("/api/tasks/view", &[("case", "{case}"), ("task", "{task}")]).shows("{title}"),
        function("/api/tasks/edit", &[("case", "{case}"), ("task", "{task}")]).shows("{title}").near("leader", Forbidden),
    ]
}

/// Server functions that change something.
fn writing() -> Vec<Row> {
    vec![
        function("/api/notes/add", &[("case", "{case}"), ("key", "{key}"), ("body", "Et notat")]).near("leader", Forbidden),
        function("/api/notes/change", A_CHANGE).near("leader", Forbidden),
        function("/api/notes/add-to", AN_ADDITION).near("leader", Forbidden),
        function("/api/entries/contact", A_CONTACT).near("leader", Forbidden),
        function("/api/entries/decide", A_DECISION).near("leader", Forbidden),
        function("/api/drafts/keep", &[("form", "note/{case}"), ("fields", "body=Et+utkast")]).near("leader", Forbidden),
        // One's own, if there is any: nobody else's can be reached.
        function("/api/drafts/drop", &[("form", "note/{case}")]).outsider(OnlyOwn).near("leader", OnlyOwn),
        function("/api/tasks/add", &[("case", "{case}"), ("key", "{key}"), ("title", "En oppgave")]).near("leader", Forbidden),
        // Of an older version: kept, and shown beside the task as it is.
        function("/api/tasks/change", &[("case", "{case}"), ("task", "{task}"), ("version", "0"), ("title", "En annen oppgave")])
            .near("leader", Forbidden),
        function("/api/tasks/keep", &[("case", "{case}"), ("task", "{task}")]).near("leader", Forbidden),
        function("/api/tasks/comment", &[("case", "{case}"), ("task", "{task}"), ("key", "{key}"), ("comment", "En kommentar")])
            .near("leader", Forbidden),
        function("/api/tasks/drop", &[("case", "{case}"), ("task", "{task}"), ("version", "1"), ("reason", "Fordi")])
            .near("leader", Forbidden),
        function("/api/tasks/tick", &[("case", "{case}"), ("task", "{task}"), ("version", "1"), ("done", "true")])
            .near("leader", Forbidden),
        function("/api/participants/add", &[("case", "{case}"), ("person", "{holder}"), ("role", "co_worker")]).near("leader", Forbidden),
        function("/api/participants/remove", &[("case", "{case}"), ("person", "{holder}")]).near("leader", Forbidden),
        function("/api/participants/keep-out", &[("case", "{case}"), ("person", "{holder}"), ("reason", "Inhabil")])
            .near("leader", Forbidden),
        function("/api/participants/let-in", &[("case", "{case}"), ("person", "{holder}")]).near("leader", Forbidden),
        function("/api/participants/give", &[("case", "{case}"), ("stay", "true")]).near("leader", Forbidden),
        function("/api/lifecycle/wait", A_WAIT).near("leader", Forbidden),
        function("/api/lifecycle/go-on", &[("case", "{case}"), ("key", "{key}"), ("version", "0")]).near("leader", Forbidden),
        function("/api/lifecycle/close", AN_ENDING).near("leader", Forbidden),
        function("/api/lifecycle/reopen", A_REASON).near("leader", Forbidden),
        function("/api/outsiders/save", SOMEBODY_ELSE).near("leader", Forbidden),
        // The number of the other case of the scene, about health.
        function("/api/links/add", &[("case", "{case}"), ("relation", "related"), ("number", "1002")]).near("leader", Forbidden),
        function("/api/links/remove", &[("case", "{case}"), ("other", "{health}")]).near("leader", Forbidden),
        function("/api/links/merge", &[("case", "{case}"), ("key", "{key}"), ("version", "0"), ("number", "1002")])
            .near("leader", Forbidden),
        // Whoever may not write in a case is told so, in a sentence: server/tests/it/case_list.rs.
        function("/api/cases/many/add", &[("key", "{key}"), ("cases[]", "{case}"), ("title", "Felles oppgave")]).outsider(OnlyOwn),
        function("/api/cases/segments/save", &[("key", "{key}"), ("narrowing", "eier=meg"), ("name", "Mine egne")])
            .outsider(OnlyOwn)
            .near("leader", OnlyOwn),
        function("/api/cases/segments/remove", &[("id", "{case_segment}")]).outsider(OnlyOwn).near("leader", OnlyOwn),
        // Each says that it goes out from a version of long ago: what was typed is kept, and the meeting stays as it is.
        function(
            "/api/meetings/save",
            &[("case", "{case}"), ("meeting", "{meeting}"), ("key", "{key}"), ("kind", "other"), ("date", "20.3.2026")],
        )
        .near("leader", Forbidden),
        function("/api/meetings/record", &[("case", "{case}"), ("meeting", "{meeting}"), ("version", "0"), ("minutes", "Noe annet")])
            .near("leader", Forbidden),
        function("/api/meetings/cancel", A_VERSION).near("leader", Forbidden),
        function("/api/meetings/make-tasks", A_MEETING).near("leader", Forbidden),
        function("/api/meetings/protocol/begin", A_KEY).near("leader", Forbidden),
        function(
            "/api/meetings/protocol/save",
            &[
                ("case", "{case}"),
                ("meeting", "{meeting}"),
                ("number", "1"),
                ("version", "0"),
                ("step", "punkt-1"),
                ("subject", "Noe annet"),
            ],
        )
        .near("leader", Forbidden),
        function("/api/meetings/protocol/present", A_VERSION).near("leader", Forbidden),
        function("/api/meetings/protocol/sign", A_KEY).near("leader", Forbidden),
        function("/api/meetings/protocol/keep", A_KEY).near("leader", Forbidden),
        function("/api/meetings/protocol/note-signature", A_KEY).near("leader", Forbidden),
        function("/api/letters/keep", &[("case", "{case}"), ("template", "REFERAT"), ("fields[title]", "Et møte")])
            .near("leader", Forbidden),
        function("/api/letters/save", &[("case", "{case}"), ("template", "FULLMAKT"), ("key", "{key}"), ("seen", "0")])
            .near("leader", Forbidden),
        function("/api/members/segments/save", &[("key", "{key}"), ("narrowing", "ny=7"), ("name", "Nye denne uken")])
            .outsider(OnlyOwn)
            .near("board", Forbidden),
        function("/api/members/segments/rename", &[("id", "{segment}"), ("version", "1"), ("name", "Et annet navn")])
            .near("leader", NotFound),
        // After the name has changed: somebody else's, and one that is gone, are not there and need not be removed.
        function("/api/members/segments/remove", &[("id", "{segment}"), ("version", "2")]).outsider(OnlyOwn).near("leader", OnlyOwn),
        function("/api/employers/seen", &[("alert", "{alert}")]).near("board", It),
        function("/api/cases/new/about", &[("draft", "{draft}"), ("case_type", "FERIE")]).outsider(OnlyOwn).near("board", Forbidden),
        function("/api/cases/new/who", &[("draft", "{draft}"), ("member", "{member}")]).outsider(OnlyOwn).near("board", Forbidden),
        function("/api/cases/new/kind", &[("draft", "{draft}"), ("kind", "individual")]).outsider(OnlyOwn).near("board", Forbidden),
        function("/api/cases/new/members", &[("draft", "{draft}"), ("remove", "{member}")]).outsider(OnlyOwn).near("board", Forbidden),
        // No place: it stays where it was.
        function("/api/cases/new/place", &[("draft", "{draft}"), ("case_place", "{unit}")]).outsider(OnlyOwn).near("board", Forbidden),
        // One it is about already, and one it is not.
        function("/api/cases/parties/add", &[("case", "{group}"), ("member", "{member}")]).near("leader", Forbidden),
        function("/api/cases/parties/remove", &[("case", "{group}"), ("member", "{holder}")]).near("leader", Forbidden),
        function("/api/cases/new/what", &[("draft", "{draft}"), ("happened", "12.3.2026"), ("description", "{kept}")])
            .outsider(OnlyOwn)
            .near("board", Forbidden),
        function("/api/cases/new/answers", &[("draft", "{draft}"), ("page", "0"), ("answers[svar]", "{kept}")])
            .outsider(OnlyOwn)
            .near("board", Forbidden),
        function("/api/cases/new/save", &[("draft", "{draft}")]).outsider(OnlyOwn).near("board", Forbidden),
        function("/api/outsiders/remove", &[("case", "{case}"), ("outsider", "{outsider}")]).near("leader", Forbidden),
        function("/api/sessions/end", &[("session", "00000000-0000-7000-8000-000000000000")]).outsider(OnlyOwn).near("leader", OnlyOwn),
        function("/api/sessions/end-others", &[]).outsider(OnlyOwn).near("leader", OnlyOwn),
        function("/api/settings/rights", &[("office", "KLUBBSEKRETAER"), ("base", "0"), ("rights[mandates][]", "see/unit")])
            .changes_settings(""),
        function("/api/settings/reasons", &[("office", "KLUBBSEKRETAER"), ("others", "Fordi")]).changes_settings(""),
        function("/api/settings/office", &[("facts", "KLUBBSEKRETAER"), ("base", "0"), ("names[nb]", "sekretær")]).changes_settings(""),
        function("/api/settings/go-on", &[("office", "KLUBBSEKRETAER"), ("seen", "0")]).changes_settings(""),
        function("/api/settings/publish", &[("version", "0"), ("key", "{key}"), ("base", "0"), ("note", "Prøve")]).changes_settings(""),
        function("/api/settings/drop", &[("office", "KLUBBSEKRETAER")]).changes_settings(""),
        function("/api/settings/case-types/publish", &[("key", "{key}"), ("base", "0"), ("note", "Prøve")]).changes_settings(""),
        function("/api/settings/case-types/keep", &[("contents", "[[type]]")]).changes_settings(""),
        function("/api/settings/case-types/drop", &[]).changes_settings(""),
        function("/api/imports/reject", &[("id", "{import}")]).for_admin(""),
        function("/api/imports/approve", &[("id", "{import}")]).for_admin(""),
    ]
}
