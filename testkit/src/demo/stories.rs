//! What happened to the invented members. What a type has to be done in each case is written down by itself.

/// A case and what was done in it.
pub(super) struct Story {
    /// Whose it is: a persona's key.
    pub(super) who: &'static str,
    /// What they did, each with how many days ago, oldest first.
    pub(super) steps: &'static [(i64, Step)],
}

/// One thing done.
pub(super) enum Step {
    /// Opens the case, of this type, with what happened and what was answered.
    Opens(&'static str, &'static str, &'static [(&'static str, Answer)]),
    /// Writes a note.
    Notes(&'static str),
    /// Plans a task, due in so many days if at all.
    Plans(&'static str, Option<i32>),
    /// Ticks a task off.
    Does(&'static str),
}

/// What was answered to a question of the type.
pub(super) enum Answer {
    /// This.
    Is(&'static str),
    /// The day so many days before the case was made, or after it.
    Days(i32),
}

use Answer::{Days, Is};
use Step::{Does, Notes, Opens, Plans};

/// All of them.
pub(super) const STORIES: &[Story] = &[
    Story {
        who: "ptv",
        steps: &[
            (
                9,
                Opens(
                    "ARBEIDSTID_TURNUS",
                    "Ny turnus ble hengt opp på vaktrommet uten at vi var med på å lage den. Hun har fått tre helger på rad i mai og mister en fridag.",
                    &[("hva", Is("turnus")), ("drofted", Is("no")), ("flere", Is("yes")), ("onske", Is("Annenhver helg fri, som før."))],
                ),
            ),
            (
                7,
                Notes(
                    "Snakket med avdelingsleder i gangen. Hun sier turnusen var et utkast, men den er allerede lagt inn i systemet.\n\nVi ble enige om at jeg skriver ned hvilke vakter det gjelder.",
                ),
            ),
            (7, Does("Få kopi av arbeidsplanen")),
            (6, Does("Be om drøftingsmøte om arbeidsplanen")),
            (2, Notes("Møtet er satt til torsdag kl. 13. Verneombudet blir med.")),
        ],
    },
    Story {
        who: "ptv",
        steps: &[
            (
                4,
                Opens(
                    "LONN_FEIL",
                    "Kveldstillegget mangler på lønnsslippen for tre kvelder i forrige måned. Hun har bilder av vaktlisten.",
                    &[
                        ("hva", Is("tillegg")),
                        ("fra", Days(-30)),
                        ("belop", Is("Rundt 900 kroner")),
                        ("tatt_opp", Is("no")),
                        ("flere", Is("")),
                    ],
                ),
            ),
            (1, Notes("Fikk lønnsslippene på e-post. Det mangler tillegg for 12 timer.")),
            (1, Does("Få lønnsslipper og vaktlister fra medlemmet")),
        ],
    },
    Story {
        who: "ptv",
        steps: &[(
            1,
            Opens(
                "SYKEFRAVAER_TILRETTELEGGING",
                "Har vært sykmeldt i fire uker og er kalt inn til samtale med leder. Ønsker at jeg blir med.",
                &[("hva", Is("mote")), ("sykmeldt", Is("helt")), ("plan", Is("no")), ("motedato", Days(6)), ("fravaer_fra", Days(-28))],
            ),
        )],
    },
    Story {
        who: "leader-a",
        steps: &[
            (
                12,
                Opens(
                    "OMSTILLING_DROFTING",
                    "Kommunen vil slå sammen to avdelinger fra høsten. Vi fikk brevet i dag og skal svare før neste uke.",
                    &[
                        ("hva", Is("Slå sammen to avdelinger fra høsten.")),
                        ("varslet", Days(0)),
                        ("svarfrist", Days(7)),
                        ("grunnlag", Is("no")),
                    ],
                ),
            ),
            (12, Plans("Lese saksframlegget og samle spørsmål", Some(5))),
            (11, Does("Be om mer informasjon")),
            (8, Does("Lese saksframlegget og samle spørsmål")),
            (
                8,
                Notes(
                    "Spørsmål til møtet:\n1. Hvor mange stillinger blir borte?\n2. Hvem har hvilken ansiennitet?\n3. Når er vedtaket ment å tre i kraft?",
                ),
            ),
            (6, Does("Spør medlemmene hva de mener")),
            (5, Does("Skriv svaret fra klubben")),
        ],
    },
    Story {
        who: "leader-a",
        steps: &[
            (
                3,
                Opens(
                    "OPPSIGELSE",
                    "Fikk brev om oppsigelse på jobb i går. Begrunnelsen er nedbemanning. Han har jobbet her i elleve år og er usikker på hva han skal gjøre.",
                    &[
                        ("brev_kom", Days(-1)),
                        ("skriftlig", Is("yes")),
                        ("ansatt_fra", Days(-4_020)),
                        ("drofting", Is("yes")),
                        ("bli", Is("yes")),
                        ("grunn", Is("nedbemanning")),
                    ],
                ),
            ),
            (2, Notes("Ringte og forklarte at han ikke skal skrive under på noe. Han sender meg bilde av brevet i kveld.")),
            (2, Does("Få kopi av oppsigelsen")),
        ],
    },
    Story {
        who: "leader-b",
        steps: &[(
            6,
            Opens(
                "MIDLERTIDIG",
                "Har hatt midlertidig kontrakt på samme avdeling i over tre år, fornyet fire ganger.",
                &[
                    ("forste", Days(-1_160)),
                    ("grunn", Is("vikar")),
                    ("hull", Is("no")),
                    ("fortsatt", Is("ja")),
                    ("onske", Is("Fast jobb i den stillingen hun har.")),
                    ("utlop", Days(60)),
                ],
            ),
        )],
    },
];
