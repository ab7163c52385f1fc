//! The people everybody knows: one for each way of meeting the portal, the same for every seed and scale.

use anyhow::Context;
use domain::Date;
use domain::identity::NationalId;
use domain::org::Office;
use serde::Serialize;

/// Somebody to log in as in a demonstration or a test.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Persona {
    /// Stable name for tests and choosers: `ptv`, `leader-a`, …
    pub key: &'static str,
    /// The whole name.
    pub name: String,
    /// Given name.
    pub given_name: &'static str,
    /// Family name.
    pub family_name: &'static str,
    /// A synthetic national id: the same always.
    pub national_id: NationalId,
    /// Who they are and what they will see.
    pub about: About,
    #[serde(skip)]
    pub(super) born: Date,
}

/// A sentence or two in each language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct About {
    /// Bokmål.
    pub nb: &'static str,
    /// Nynorsk.
    pub nn: &'static str,
    /// English.
    pub en: &'static str,
}

type Row = (&'static str, (&'static str, &'static str), (i16, i8, i8), About);

const fn about(nb: &'static str, nn: &'static str, en: &'static str) -> About {
    About { nb, nn, en }
}

const ROWS: &[Row] = &[
    (
        "ptv",
        ("Blid", "Furu"),
        (1986, 4, 12),
        about(
            "Plasstillitsvalgt på Granlia sykehjem. Ser kollegaene på sykehjemmet, og ingen andre.",
            "Plasstillitsvald på Granlia sykehjem. Ser kollegaene på sjukeheimen, og ingen andre.",
            "Workplace representative at a nursing home. Sees the colleagues there, and nobody else.",
        ),
    ),
    (
        "leader-a",
        ("Stø", "Granitt"),
        (1974, 9, 3),
        about(
            "Klubbleder hos en stor arbeidsgiver. Ser medlemmene i sin egen klubb, men ikke de som hører til naboklubben.",
            "Klubbleiar hos ein stor arbeidsgivar. Ser medlemmene i sin eigen klubb, men ikkje dei som høyrer til naboklubben.",
            "Club leader at a large employer. Sees the members of this club, but not those of the club next door.",
        ),
    ),
    (
        "leader-b",
        ("Kvikk", "Bekk"),
        (1981, 1, 27),
        about(
            "Klubbleder hos den samme arbeidsgiveren, men i en annen fagforening. Ser bare sin egen klubb.",
            "Klubbleiar hos den same arbeidsgivaren, men i ei anna fagforeining. Ser berre sin eigen klubb.",
            "Club leader at the same employer, but in another local. Sees only this club.",
        ),
    ),
    (
        "officer",
        ("Klok", "Ugle"),
        (1968, 11, 19),
        about(
            "Leder av en fagforening. Ser medlemmene i fagforeningen, og at saker finnes, men ikke hva som står i dem.",
            "Leiar av ei fagforeining. Ser medlemmene i fagforeininga, og at saker finst, men ikkje kva som står i dei.",
            "Leader of a local. Sees its members, and that cases exist, but not what is in them.",
        ),
    ),
    (
        "ended",
        ("Takknemlig", "Høst"),
        (1971, 6, 8),
        about(
            "Var plasstillitsvalgt, og er det ikke lenger. Får en vennlig side som forklarer det, og hvem som kan hjelpe.",
            "Var plasstillitsvald, og er det ikkje lenger. Får ei venleg side som forklarer det, og kven som kan hjelpe.",
            "Used to be a workplace representative. Meets a friendly page that says so, and whom to ask.",
        ),
    ),
    (
        "none",
        ("Stille", "Vann"),
        (1993, 3, 30),
        about(
            "Medlem uten verv. Får en vennlig side som sier at KLAR er for tillitsvalgte, og hvem som kan hjelpe.",
            "Medlem utan verv. Får ei venleg side som seier at KLAR er for tillitsvalde, og kven som kan hjelpe.",
            "A member without a mandate. Meets a friendly page that says whom the portal is for, and whom to ask.",
        ),
    ),
    (
        "stranger",
        ("Fremmed", "Fugl"),
        (1990, 8, 21),
        about(
            "Ikke medlem. Får den samme vennlige siden som alle andre uten verv.",
            "Ikkje medlem. Får den same venlege sida som alle andre utan verv.",
            "Not a member. Meets the same friendly page as anybody without a mandate.",
        ),
    ),
    (
        "board",
        ("Flittig", "Maur"),
        (1979, 12, 5),
        about(
            "Nestleder i en klubb. Ser medlemmene og hvilke saker som finnes, og er klar til å ta over.",
            "Nestleiar i ein klubb. Ser medlemmene og kva saker som finst, og er klar til å ta over.",
            "Deputy leader of a club. Sees the members and which cases there are, and is ready to take over.",
        ),
    ),
    (
        "future",
        ("Spent", "Vår"),
        (1997, 2, 14),
        about(
            "Er valgt, men vervet begynner senere. Får en vennlig side som sier når.",
            "Er vald, men vervet tek til seinare. Får ei venleg side som seier når.",
            "Elected, but the mandate begins later. Meets a friendly page that says when.",
        ),
    ),
    (
        "lawyer",
        ("Skarp", "Penn"),
        (1976, 5, 17),
        about(
            "Advokat i forbundet. Ser sakene som er sendt til juridisk avdeling, og kan ikke bla blant medlemmer.",
            "Advokat i forbundet. Ser sakene som er sende til juridisk avdeling, og kan ikkje bla blant medlemmer.",
            "Lawyer in the union. Sees the cases sent to the legal department, and cannot browse members.",
        ),
    ),
    (
        "adviser",
        ("Rolig", "Vik"),
        (1976, 2, 17),
        about(
            "Rådgiver på kompetansesenteret, og navngitt for et beskyttet medlem. Ser det medlemmet, og ingen andre.",
            "Rådgivar på kompetansesenteret, og namngjeven for ein beskytta medlem. Ser den medlemen, og ingen andre.",
            "Adviser at the advisory centre, named for a protected member. Sees that member, and nobody else.",
        ),
    ),
    (
        "admin",
        ("Ryddig", "Skuff"),
        (1984, 10, 10),
        about(
            "Administrerer innstillinger. Ser aldri innholdet i saker.",
            "Administrerer innstillingar. Ser aldri innhaldet i saker.",
            "Looks after the settings. Never sees the contents of cases.",
        ),
    ),
    (
        "chief",
        ("Rask", "Elv"),
        (1977, 8, 8),
        about(
            "Hovedtillitsvalgt hos en stor arbeidsgiver. Ser medlemmene i alle klubbene der, og hvor det er saker.",
            "Hovudtillitsvald hos ein stor arbeidsgivar. Ser medlemmene i alle klubbane der, og kvar det er saker.",
            "Chief representative at a large employer. Sees the members of every club there, and where there are cases.",
        ),
    ),
    (
        "union",
        ("Trygg", "Havn"),
        (1966, 2, 2),
        about(
            "Leder av forbundet. Ser hvor det er medlemmer og saker, men ikke hvordan noen nås eller hva som står i en sak.",
            "Leiar av forbundet. Ser kvar det er medlemmer og saker, men ikkje korleis nokon blir nådd eller kva som står i ei sak.",
            "Leader of the union. Sees where there are members and cases, but not how to reach anybody or what is in a case.",
        ),
    ),
    (
        "clerk",
        ("Nøye", "Perm"),
        (1988, 11, 11),
        about(
            "Fører medlemsregisteret. Ser hva som ble lest inn, og godkjenner filer som er holdt tilbake.",
            "Fører medlemsregisteret. Ser kva som blei lese inn, og godkjenner filer som er haldne tilbake.",
            "Keeps the member registry. Sees what was imported, and approves files that are held.",
        ),
    ),
    (
        "dpo",
        ("Årvåken", "Falk"),
        (1973, 7, 1),
        about(
            "Personvernombud. Ser hvem som har sett hva, men aldri innholdet i saker.",
            "Personvernombod. Ser kven som har sett kva, men aldri innhaldet i saker.",
            "Data protection officer. Sees who has seen what, but never the contents of cases.",
        ),
    ),
];

/// Those employed by the union.
pub(super) const STAFF: [(&str, Office); 6] = [
    ("lawyer", Office::LAWYER),
    ("adviser", Office::ADVISER),
    ("admin", Office::ADMIN),
    ("dpo", Office::DATA_PROTECTION),
    ("union", Office::UNION_LEADER),
    ("clerk", Office::REGISTRY_CLERK),
];

/// All of them, the stranger too.
pub(super) fn all() -> anyhow::Result<Vec<Persona>> {
    let persona = |(key, (given_name, family_name), (year, month, day), about): &Row| {
        let born = Date::new(*year, *month, *day)?;
        // 100 and up: the first that has check digits.
        let national_id = (100..1000).find_map(|individ| NationalId::synthetic(born, individ))?;
        Some(Persona { key, name: format!("{given_name} {family_name}"), given_name, family_name, national_id, about: *about, born })
    };
    ROWS.iter().map(persona).collect::<Option<_>>().context("a persona without a birthday")
}
