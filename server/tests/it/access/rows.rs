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

/// What is sent for a file.
const A_FILE: &[(&str, &str)] =
    &[("narrowing", "ny=365"), ("purpose", "meeting"), ("why", "Medlemsmøtet"), ("kind", "csv"), ("contact", "true")];

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
        page("/saker/ny", "/saker/ny").shows("{draft}").outsider(OnlyOwn).near("board", Forbidden),
        page("/saker/ny/{draft}/hva", "/saker/ny/{draft}/hva").shows("checked").outsider(OnlyOwn).near("board", Forbidden),
        page("/saker/ny/{draft}/hvem", "/saker/ny/{draft}/hvem").shows("{member}").outsider(OnlyOwn).near("board", Forbidden),
        page("/saker/ny/{draft}/hendelse", "/saker/ny/{draft}/hendelse").shows("{kept}").outsider(OnlyOwn).near("board", Forbidden),
        page("/saker/ny/{draft}/sjekk", "/saker/ny/{draft}/sjekk").shows("{kept}").outsider(OnlyOwn).near("board", Forbidden),
        page("/saker/{id}", "/saker/{case}").shows("{description}"),
        page("/saker/{id}/notat", "/saker/{case}/notat").shows("Lagre notatet").near("leader", Forbidden),
        page("/saker/{id}/oppgave", "/saker/{case}/oppgave").shows("Lagre oppgaven").near("leader", Forbidden),
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
        page("/innstillinger/person", "/innstillinger/person?q=klok").for_admin("Klok Fjord"),
        page("/innstillinger/person/{id}", "/innstillinger/person/{holder}").for_admin("Hva ser Klok Fjord?"),
        page("/mer", "/mer").shows("Vakker Blomst").outsider(OnlyOwn).near("leader", OnlyOwn),
    ]
}

/// Files, which are neither.
fn files() -> Vec<Row> {
    vec![
        page("/innsyn/{id}/oppslag.csv", "/innsyn/{member}/oppslag.csv").a_file().by("dpo").shows("Hvem").near("leader", NotFound),
        function("/medlemmer/fil/hent", A_FILE).a_file().by("leader").shows("Nora Nyhus").outsider(Forbidden).near("ptv", Forbidden),
    ]
}

/// Server functions that only read.
fn reading() -> Vec<Row> {
    vec![
        function("/api/mandates/mine", &[]).shows("Klubben ved Granlia").outsider(OnlyOwn).near("leader", OnlyOwn),
        function("/api/sessions/mine", &[]).shows("last_used_at").outsider(OnlyOwn).near("leader", OnlyOwn),
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
        function("/api/cases/new/begun", &[]).shows("{kept}").outsider(OnlyOwn).near("board", Forbidden),
        function("/api/cases/new/progress", &[("draft", "{draft}")]).shows("{kept}").outsider(OnlyOwn).near("board", Forbidden),
        function("/api/cases/new/people", &[]).shows("{member}").outsider(OnlyOwn).near("board", Forbidden),
        function("/api/access-log/list", &[]).by("dpo").shows("Vakker Blomst").near("leader", NotFound),
        function("/api/access-log/about", &[("id", "{member}")]).by("dpo").shows("Abelvik").near("leader", NotFound),
        function("/api/notes/form", &[("case", "{case}")]).shows("{case}").near("leader", Forbidden),
        function("/api/imports/list", &[]).for_admin("{import}"),
        function("/api/imports/view", &[("id", "{import}")]).for_admin("uttrekk.jsonl"),
        function("/api/settings/matrix", &[]).for_admin("KLUBBLEDER"),
        function("/api/settings/edit", &[("office", "KLUBBLEDER")]).changes_settings("KLUBBLEDER"),
        function("/api/settings/office-form", &[("facts", "KLUBBLEDER")]).changes_settings("club leader"),
        function("/api/settings/check", &[("office", "KLUBBLEDER")]).changes_settings("KLUBBLEDER"),
        function("/api/settings/versions", &[]).for_admin("version"),
        function("/api/settings/version", &[("version", "0")]).for_admin("in_force"),
        function("/api/settings/holders", &[("query", "klok")]).for_admin("Klok Fjord"),
        function("/api/settings/person", &[("id", "{holder}")]).for_admin("Klok Fjord"),
        function("/api/tasks/form", &[("case", "{case}")]).shows("{case}").near("leader", Forbidden),
    ]
}

/// Server functions that change something.
fn writing() -> Vec<Row> {
    vec![
        function("/api/notes/add", &[("case", "{case}"), ("key", "{key}"), ("body", "Et notat")]).near("leader", Forbidden),
        function("/api/tasks/add", &[("case", "{case}"), ("key", "{key}"), ("title", "En oppgave")]).near("leader", Forbidden),
        function("/api/tasks/tick", &[("case", "{case}"), ("task", "{task}"), ("version", "1"), ("done", "true")])
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
        function("/api/cases/new/what", &[("draft", "{draft}"), ("happened", "12.3.2026"), ("description", "{kept}")])
            .outsider(OnlyOwn)
            .near("board", Forbidden),
        function("/api/cases/new/save", &[("draft", "{draft}")]).outsider(OnlyOwn).near("board", Forbidden),
        function("/api/sessions/end", &[("session", "00000000-0000-7000-8000-000000000000")]).outsider(OnlyOwn).near("leader", OnlyOwn),
        function("/api/sessions/end-others", &[]).outsider(OnlyOwn).near("leader", OnlyOwn),
        function("/api/settings/rights", &[("office", "KLUBBSEKRETAER"), ("base", "0"), ("rights[mandates][]", "see/unit")])
            .changes_settings(""),
        function("/api/settings/reasons", &[("office", "KLUBBSEKRETAER"), ("others", "Fordi")]).changes_settings(""),
        function("/api/settings/office", &[("facts", "KLUBBSEKRETAER"), ("base", "0"), ("names[nb]", "sekretær")]).changes_settings(""),
        function("/api/settings/go-on", &[("office", "KLUBBSEKRETAER"), ("seen", "0")]).changes_settings(""),
        function("/api/settings/publish", &[("version", "0"), ("key", "{key}"), ("base", "0"), ("note", "Prøve")]).changes_settings(""),
        function("/api/settings/drop", &[("office", "KLUBBSEKRETAER")]).changes_settings(""),
        function("/api/imports/reject", &[("id", "{import}")]).for_admin(""),
        function("/api/imports/approve", &[("id", "{import}")]).for_admin(""),
    ]
}
