//! AUTHZ-2: random unions, in which random things happen, through the real router; everything that everybody gets is
//! held against the oracle.
//!
//! `KLAR_AUTHZ_CASES` says how many sequences are tried; what fails is written beside this file, and tried first ever
//! after. `PROPTEST_MAX_SHRINK_ITERS` says how long it is made smaller.

use domain::org::Office;
use oracle::CaseAccess;
use proptest::test_runner::{Config, FileFailurePersistence, TestCaseError, TestRunner};
use tokio::runtime::Handle;

use super::operation::Act;
use super::running::{Counts, Running};
use super::spec::{Spec, any_spec};
use crate::world::World;

/// So many take about a minute.
const SEQUENCES: u32 = 12;
/// So many times that many are tried when something that is rare has not happened yet.
const ROUNDS: u32 = 6;
/// Longest sequence.
const OPERATIONS: usize = 30;
/// For so many of the actors, those with an office first, everything is compared in the end, beside those of the ending.
const WHOLE: usize = 2;
/// What must have been seen, or the worlds are too dull to prove anything.
const MUST_HAVE: [&str; 27] = [
    "alerts",
    "asked",
    "closed",
    "done",
    "employer hidden",
    "employer shown",
    "forbidden",
    "given",
    "hidden",
    "kept out",
    "keeps the registry",
    "knows",
    "many pages",
    "merged",
    "may not open cases",
    "may not open this case",
    "no log",
    "not found",
    "not let in",
    "not possible",
    "nothing",
    "opened",
    "reads",
    "reads the log",
    "shown",
    "waiting",
    "works",
];

#[expect(clippy::disallowed_methods, reason = "the one place where this test is told how long to go on")]
pub(super) fn asked_for(default: u32) -> u32 {
    std::env::var("KLAR_AUTHZ_CASES").ok().and_then(|text| text.parse().ok()).unwrap_or(default)
}

async fn check(world: &World, spec: &Spec, counts: &mut Counts) {
    let mut running = Running::begin(world, counts, |today| spec.facts(today)).await;
    for (n, operation) in spec.operations.iter().enumerate() {
        running.run(operation).await;
        let actor = running.actors_from(n).remove(0);
        running.glance(&actor, n).await;
        running.evening(operation).await;
    }
    let last = spec.operations.len();
    for (n, actor) in ending(&mut running).await.into_iter().enumerate() {
        running.compare(&actor, n + last).await;
    }
    for (n, actor) in running.actors_from(last).into_iter().enumerate() {
        match n {
            0..WHOLE => {
                running.compare(&actor, n + last).await;
            }
            _ => running.glance(&actor, n + last).await,
        }
    }
}

/// What would seldom happen by chance, happens at the end: an owner takes a case through what can be done with it,
/// somebody keeps the registry, somebody reads the log, and somebody tries to write in a case of which they only know. The
/// last but one and the one before are handed back, to be compared whole.
async fn ending(running: &mut Running<'_>) -> Vec<String> {
    let before = running.oracle();
    let owned = running.cases.iter().position(|case| before.closes(&case.told.owner, &case.told));
    if let Some(at) = owned {
        let owner = running.cases[at].told.owner.clone();
        for act in [Act::Wait(at), Act::GoOn(at), Act::Close(at), Act::GoOn(at), Act::Reopen(at)] {
            running.act(&owner, &act).await;
        }
        // Another about the same member, into which it is merged; and it is opened again.
        let (about, kind) = (running.cases[at].about.clone(), running.cases[at].kind);
        let about = running.facts.members.iter().position(|line| line.id == about);
        let other = running.cases.len();
        running.act(&owner, &Act::KeepOut(at, 4)).await;
        if let Some(about) = about {
            running.act(&owner, &Act::Open(about, false, kind)).await;
        }
        if running.cases.len() > other {
            for act in [Act::Task(at), Act::Merge(at, other), Act::Merge(at, other), Act::Reopen(at)] {
                running.act(&owner, &act).await;
            }
        }
        for act in (0..4).map(|whom| Act::Ask(at, whom)).chain([Act::KeepOut(at, 4)]).chain((0..4).map(|whom| Act::GiveCase(at, whom))) {
            running.act(&owner, &act).await;
        }
    }
    let mut actors = running.actors();
    actors.truncate(3);
    let [clerk, officer, deputy] = actors.as_slice() else { return Vec::new() };
    running.facts.holds(clerk, Office::REGISTRY_CLERK, "F");
    running.facts.holds(officer, Office::DATA_PROTECTION, "F");
    for club in running.facts.places(Office::CLUB_DEPUTY) {
        running.facts.holds(deputy, Office::CLUB_DEPUTY, &club);
    }
    running.import().await;
    let oracle = running.oracle();
    let known = running.cases.iter().position(|case| matches!(oracle.access(deputy, &case.told), CaseAccess::Knows | CaseAccess::Reads));
    if let Some(case) = known {
        running.act(deputy, &Act::Note(case)).await;
    }
    actors.truncate(2);
    actors
}

/// Runs a property in many worlds, one after the other, on one database.
pub(super) fn in_many_worlds(cases: u32, operations: std::ops::Range<usize>, failures: &'static str, mut test: impl FnMut(&Spec)) {
    let failure_persistence = Some(Box::new(FileFailurePersistence::Direct(failures)) as _);
    let mut config = Config { cases, failure_persistence, ..Config::default() };
    config.max_shrink_iters = config.max_shrink_iters.min(60);
    let test = std::cell::RefCell::new(&mut test);
    let outcome = TestRunner::new(config).run(&any_spec(operations), |spec| {
        (test.borrow_mut())(&spec);
        Ok::<(), TestCaseError>(())
    });
    if let Err(failed) = outcome {
        panic!("{failed}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn in_every_world_everybody_gets_what_the_oracle_says() {
    let world = World::empty("", &[]).await;
    let mut counts = Counts::new();
    let cases = asked_for(SEQUENCES);
    for _ in 0..ROUNDS {
        tokio::task::block_in_place(|| {
            in_many_worlds(cases, 1..OPERATIONS + 1, concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/authz/failures.txt"), |spec| {
                Handle::current().block_on(check(&world, spec, &mut counts));
            });
        });
        if missing(&counts).is_empty() || cases < SEQUENCES {
            break;
        }
    }
    eprintln!("{counts:?}");
    assert!(missing(&counts).is_empty() || cases < SEQUENCES, "the worlds are too dull: {:?}, {counts:?}", missing(&counts));
}

fn missing(counts: &Counts) -> Vec<&'static str> {
    MUST_HAVE.into_iter().filter(|what| !counts.contains_key(*what)).collect()
}
