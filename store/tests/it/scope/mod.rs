//! The scope is the rule: random unions, in which every list, card and case of every viewer is compared with what an
//! oracle of its own says.

mod oracle;
mod spec;

use std::collections::{BTreeSet, HashMap};
use std::sync::Mutex;

use domain::cases::CaseFilter;
use domain::members::{MemberFilter, NEW_FOR_DAYS};
use domain::{CaseId, MemberId};
use proptest::test_runner::{Config, FileFailurePersistence, TestCaseError, TestRunner};
use store::{SignedIn, StoreError, Viewer};

use crate::cases::{all_cases, key, open};
use crate::search::all_members;
use crate::union::in_days;
use crate::world::{World, on_postgres, on_sqlite};
use oracle::{Access, Case, Oracle};
use spec::{Spec, any_spec};

const WORLDS: u32 = 24;

/// How often each answer was right, so that a test that compares nothing with nothing is noticed.
#[derive(Debug, Default)]
struct Seen {
    shown: usize,
    hidden: usize,
    opened: usize,
    refused: usize,
    works: usize,
    reads: usize,
    nothing: usize,
}

static SEEN: Mutex<Option<Seen>> = Mutex::new(None);

fn saw(count: impl FnOnce(&mut Seen)) {
    count(SEEN.lock().unwrap().get_or_insert_default());
}

/// Opens cases, lets days pass and the second file come, and compares before and after.
async fn check(world: World, spec: Spec) {
    let first = spec.union(false);
    world.import(&first).await;
    let ids = world.member_ids().await;
    let oracle = Oracle { union: &first, today: in_days(0) };
    let cases = open_cases(&world, &spec, &oracle, &ids).await;
    compare(&world, &spec, &oracle, &ids, &cases).await;

    world.clock.advance_seconds(i64::from(spec.days) * 24 * 3600);
    let second = spec.union(true);
    world.import(&second).await;
    let oracle = Oracle { union: &second, today: in_days(spec.days) };
    compare(&world, &spec, &oracle, &ids, &cases).await;
}

async fn open_cases(world: &World, spec: &Spec, oracle: &Oracle<'_>, ids: &HashMap<String, MemberId>) -> Vec<Case> {
    let mut cases = Vec::new();
    for (owner, about, sensitivity) in &spec.cases {
        let (owner, about) = (spec.holder(*owner), spec.member(*about));
        let Some(SignedIn::Viewer(viewer)) = world.signed_in(&owner).await else { continue };
        let clubs = oracle.may_open_in(&owner, &about);
        match open(world, &viewer, &about, *sensitivity, key()).await {
            Ok(opened) => {
                let unit = world.store.case(&viewer, opened.id).await.unwrap().unit;
                let club = clubs.iter().find(|club| unit == format!("Enheten {club}"));
                let club = club.unwrap_or_else(|| panic!("{owner} opened a case about {about} in {unit}, not in {clubs:?}"));
                cases.push(Case { id: opened.id, club: (*club).to_owned(), owner, about, sensitivity: *sensitivity });
                saw(|seen| seen.opened += 1);
            }
            Err(StoreError::Invalid(_)) => {
                assert!(clubs.is_empty(), "{owner} could not open a case about {about} ({})", ids[&about]);
                saw(|seen| seen.refused += 1);
            }
            Err(other) => panic!("{other:?}"),
        }
    }
    cases
}

/// Everything for every viewer.
async fn compare(world: &World, spec: &Spec, oracle: &Oracle<'_>, ids: &HashMap<String, MemberId>, cases: &[Case]) {
    for person in spec.everybody() {
        let in_file = oracle.union.members.iter().any(|line| line.id == person);
        match world.signed_in(&person).await {
            None => assert!(!in_file, "{person} could not log in"),
            Some(SignedIn::WithoutMandate { .. }) => assert!(in_file && oracle.mandates(&person).is_empty(), "{person} has a mandate"),
            Some(SignedIn::Viewer(viewer)) => {
                assert!(in_file && !oracle.mandates(&person).is_empty(), "{person} has no mandate");
                members(world, &viewer, &person, oracle, ids, cases).await;
                case_by_case(world, &viewer, &person, oracle, cases).await;
            }
        }
    }
}

async fn members(world: &World, viewer: &Viewer, person: &str, oracle: &Oracle<'_>, ids: &HashMap<String, MemberId>, cases: &[Case]) {
    let expected: BTreeSet<MemberId> = ids.iter().filter(|(member, _)| oracle.sees(person, member)).map(|(_, id)| *id).collect();
    let (total, rows) = all_members(world, viewer, MemberFilter::default()).await;
    let listed: BTreeSet<MemberId> = rows.iter().map(|row| row.id).collect();
    assert_eq!((total, rows.len(), &listed), (expected.len() as u64, expected.len(), &expected), "the list of {person}");
    for (member, id) in ids {
        let shown = expected.contains(id);
        match world.store.member(viewer, *id).await {
            Ok(card) => {
                assert!(shown, "{person} sees {member}");
                let about: BTreeSet<CaseId> = card.cases.iter().map(|row| row.id).collect();
                let readable = |case: &&Case| case.about == *member && oracle.access(person, case) != Access::Nothing;
                assert_eq!(about, cases.iter().filter(readable).map(|case| case.id).collect(), "cases on {member}'s card for {person}");
                saw(|seen| seen.shown += 1);
            }
            Err(StoreError::NotFound) => {
                assert!(!shown, "{person} does not see {member}");
                saw(|seen| seen.hidden += 1);
            }
            Err(other) => panic!("{other:?}"),
        }
        let may_open = world.store.may_open_case_about(viewer, *id).await.is_ok();
        assert_eq!(may_open, !oracle.may_open_in(person, member).is_empty(), "{person} may open about {member}");
    }
    let today = world.store.today(viewer).await.unwrap();
    let since = oracle.today.plus_days(-NEW_FOR_DAYS);
    let is_new = |line: &&domain::registry::MemberLine| line.joined >= since && expected.contains(&ids[&line.id]);
    assert_eq!(today.new_total, oracle.union.members.iter().filter(is_new).count() as u64, "new members of {person}");
    assert!(today.new_members.iter().all(|row| expected.contains(&row.id)));
    let own: BTreeSet<CaseId> = cases.iter().filter(|case| case.owner == person).map(|case| case.id).collect();
    assert_eq!(today.cases.iter().map(|row| row.id).collect::<BTreeSet<_>>(), own, "{person}'s own cases");
}

async fn case_by_case(world: &World, viewer: &Viewer, person: &str, oracle: &Oracle<'_>, cases: &[Case]) {
    let readable: BTreeSet<CaseId> = cases.iter().filter(|case| oracle.access(person, case) != Access::Nothing).map(|case| case.id).collect();
    let (total, unfiltered, rows) = all_cases(world, viewer, CaseFilter::default()).await;
    let listed: BTreeSet<CaseId> = rows.iter().map(|row| row.id).collect();
    let all = readable.len() as u64;
    assert_eq!((total, unfiltered, rows.len() as u64, &listed), (all, all, all, &readable), "the cases of {person}");
    for case in cases {
        let access = oracle.access(person, case);
        match (world.store.case(viewer, case.id).await, access) {
            (Ok(view), Access::Works) => assert!(view.may_work && view.mine),
            (Ok(view), Access::Reads) => assert!(!view.may_work && !view.mine),
            (Err(StoreError::NotFound), Access::Nothing) => {}
            (other, _) => panic!("{person} should have {access:?}: {case:?}, {other:?}"),
        }
        match (world.store.may_work_on(viewer, case.id).await, access) {
            (Ok(()), Access::Works) => saw(|seen| seen.works += 1),
            (Err(StoreError::Forbidden), Access::Reads) => saw(|seen| seen.reads += 1),
            (Err(StoreError::NotFound), Access::Nothing) => saw(|seen| seen.nothing += 1),
            (other, _) => panic!("{person} should have {access:?}: {case:?}, {other:?}"),
        }
    }
}

/// Each world on a database of its own. What fails is written beside this file, and tried first ever after.
fn in_many_worlds(run: impl Fn(&tokio::runtime::Runtime, Spec)) {
    let failures = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/scope/failures.txt");
    let failure_persistence = Some(Box::new(FileFailurePersistence::Direct(failures)) as _);
    let config = Config { cases: WORLDS, max_shrink_iters: 150, failure_persistence, ..Config::default() };
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let outcome = TestRunner::new(config).run(&any_spec(), |spec| {
        run(&runtime, spec);
        Ok::<(), TestCaseError>(())
    });
    if let Err(failed) = outcome {
        panic!("{failed}");
    }
    let seen = SEEN.lock().unwrap();
    eprintln!("{seen:?}");
}

mod in_every_world_each_viewer_gets_what_the_rule_says {
    use super::*;

    #[test]
    fn sqlite() {
        in_many_worlds(|runtime, spec| runtime.block_on(on_sqlite(|world| check(world, spec))));
    }

    #[test]
    fn postgres() {
        in_many_worlds(|runtime, spec| runtime.block_on(on_postgres(|world| check(world, spec))));
    }
}
