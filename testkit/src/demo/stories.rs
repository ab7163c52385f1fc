//! What happened to the invented members.

use domain::cases::CaseType;

/// A case and what was done in it.
pub(super) struct Story {
    /// Whose it is: a persona's key.
    pub(super) who: &'static str,
    /// What they did, each with how many days ago, oldest first.
    pub(super) steps: &'static [(i64, Step)],
}

/// One thing done.
pub(super) enum Step {
    /// Opens the case.
    Opens(CaseType, &'static str),
    /// Writes a note.
    Notes(&'static str),
    /// Plans a task, due in so many days if at all.
    Plans(&'static str, Option<i32>),
    /// Ticks a task off.
    Does(&'static str),
}

use Step::{Does, Notes, Opens, Plans};

/// All of them.
pub(super) const STORIES: &[Story] = &[
    Story {
        who: "ptv",
        steps: &[
            (
                9,
                Opens(
                    CaseType::WorkingHours,
                    "Ny turnus ble hengt opp på vaktrommet uten at vi var med på å lage den. Hun har fått tre helger på rad i mai og mister en fridag.",
                ),
            ),
            (9, Plans("Be om drøftingsmøte om turnusen", Some(3))),
            (
                7,
                Notes(
                    "Snakket med avdelingsleder i gangen. Hun sier turnusen var et utkast, men den er allerede lagt inn i systemet.\n\nVi ble enige om at jeg skriver ned hvilke vakter det gjelder.",
                ),
            ),
            (6, Does("Be om drøftingsmøte om turnusen")),
            (6, Plans("Skrive ned vaktene som bryter med hviletiden", Some(8))),
            (2, Notes("Møtet er satt til torsdag kl. 13. Verneombudet blir med.")),
        ],
    },
    Story {
        who: "ptv",
        steps: &[
            (
                4,
                Opens(
                    CaseType::WrongPay,
                    "Kveldstillegget mangler på lønnsslippen for tre kvelder i forrige måned. Hun har bilder av vaktlisten.",
                ),
            ),
            (4, Plans("Få kopi av lønnsslippene", Some(3))),
            (1, Notes("Fikk lønnsslippene på e-post. Det mangler tillegg for 12 timer.")),
        ],
    },
    Story {
        who: "ptv",
        steps: &[(
            1,
            Opens(CaseType::SickLeave, "Har vært sykmeldt i fire uker og er kalt inn til samtale med leder. Ønsker at jeg blir med."),
        )],
    },
    Story {
        who: "leader-a",
        steps: &[
            (
                12,
                Opens(
                    CaseType::Reorganisation,
                    "Kommunen vil slå sammen to avdelinger fra høsten. Vi fikk brevet i dag og skal svare før neste uke.",
                ),
            ),
            (12, Plans("Lese saksframlegget og samle spørsmål", Some(5))),
            (8, Does("Lese saksframlegget og samle spørsmål")),
            (
                8,
                Notes(
                    "Spørsmål til møtet:\n1. Hvor mange stillinger blir borte?\n2. Hvem har hvilken ansiennitet?\n3. Når er vedtaket ment å tre i kraft?",
                ),
            ),
            (8, Plans("Innkalle klubbstyret før drøftingen", Some(6))),
        ],
    },
    Story {
        who: "leader-a",
        steps: &[
            (
                3,
                Opens(
                    CaseType::Dismissal,
                    "Fikk brev om oppsigelse på jobb i går. Begrunnelsen er nedbemanning. Han har jobbet her i elleve år og er usikker på hva han skal gjøre.",
                ),
            ),
            (3, Plans("Krev forhandling skriftlig", Some(4))),
            (2, Notes("Ringte og forklarte at han ikke skal skrive under på noe. Han sender meg bilde av brevet i kveld.")),
        ],
    },
    Story {
        who: "leader-b",
        steps: &[
            (6, Opens(CaseType::Temporary, "Har hatt midlertidig kontrakt på samme avdeling i over tre år, fornyet fire ganger.")),
            (6, Plans("Hente alle kontraktene", Some(7))),
        ],
    },
];
