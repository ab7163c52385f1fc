//! The scope is the rule: random unions under random access matrices, in which every list, card and case of every viewer
//! is compared with what an oracle of its own says.

mod case_lists;
mod lifecycle;
mod lists;
mod spec;
mod told;
mod units;

use std::collections::{BTreeSet, HashMap};
use std::sync::atomic::{AtomicUsize, Ordering};

use domain::cases::{CaseFilter, CaseSeen, CaseType, Status};
use domain::members::{MemberFilter, NEW_FOR_DAYS};
use domain::participants::Role;
use domain::registry::{MemberLine, Protection};
use domain::{CaseId, Date, MemberId, text};
use proptest::test_runner::{Config, FileFailurePersistence, TestCaseError, TestRunner};
use store::{SignedIn, StoreError, Viewer};
use tokio::runtime::Handle;

use crate::cases::{all_cases, key, open, type_of};
use crate::search::all_members;
use crate::union::{Union, in_days};
use crate::world::{World, both};
use oracle::CaseAccess;
use spec::{Spec, Toggles, any_spec, policy};
pub(crate) use units::unit_ids;

/// A union at one moment, in the store and in the oracle.
struct Moment<'a> {
    world: &'a World,
    union: &'a Union,
    oracle: oracle::Under,
    ids: &'a HashMap<String, MemberId>,
    cases: Vec<Case>,
    seen: &'a Seen,
}

/// A case in the store and in the oracle.
#[derive(Debug)]
struct Case {
    id: CaseId,
    about: String,
    kind: CaseType,
    /// The nearest date of an open task, as far as there is one.
    due: Option<Date>,
    /// Open, waiting or closed.
    status: Status,
    told: oracle::Case,
}

/// How often each answer was right, so that a test that compares nothing with nothing is noticed.
#[derive(Debug, Default)]
struct Seen {
    shown: AtomicUsize,
    found: AtomicUsize,
    hidden: AtomicUsize,
    opened: AtomicUsize,
    refused: AtomicUsize,
    narrowed: AtomicUsize,
    taken_out: AtomicUsize,
    works: AtomicUsize,
    reads: AtomicUsize,
    knows: AtomicUsize,
    nothing: AtomicUsize,
    audiences: AtomicUsize,
    mine: AtomicUsize,
    taking_part: AtomicUsize,
    waiting: AtomicUsize,
    closed: AtomicUsize,
    closes: AtomicUsize,
    must_not_close: AtomicUsize,
    of_club: AtomicUsize,
    by_date: AtomicUsize,
    in_file: AtomicUsize,
    lists: AtomicUsize,
    units: units::Seen,
}

fn once_more(count: &AtomicUsize) {
    count.fetch_add(1, Ordering::Relaxed);
}

/// Opens cases, lets days pass and the second file come, and compares before and after.
async fn check(world: &World, spec: &Spec, seen: &Seen) {
    world.begin_again().await;
    let first = spec.union(false);
    world.import(&first).await;
    set_policy(world, &spec.policies.0).await;
    let ids = &world.member_ids().await;
    let oracle = oracle::Under { union: told::union(&first, in_days(0)), table: told::table(&spec.policies.0) };
    let mut before = Moment { world, union: &first, oracle, ids, cases: Vec::new(), seen };
    before.open_cases(spec).await;
    before.compare(spec).await;

    world.clock.advance_seconds(i64::from(spec.days) * 24 * 3600);
    let second = spec.union(true);
    world.import(&second).await;
    set_policy(world, &spec.policies.1).await;
    let oracle = oracle::Under { union: told::union(&second, in_days(spec.days)), table: told::table(&spec.policies.1) };
    let after = Moment { world, union: &second, oracle, ids, cases: before.cases, seen };
    after.compare(spec).await;
}

/// Puts a matrix in force. What locks somebody out is not asked here: the rule must hold whatever the table says.
async fn set_policy(world: &World, toggles: &Toggles) {
    world.force_policy(&policy(toggles).table()).await;
}

impl Moment<'_> {
    async fn open_cases(&mut self, spec: &Spec) {
        for attempt in &spec.cases {
            let owner = spec.holder(attempt.by);
            let Some(SignedIn::Viewer(viewer)) = self.world.signed_in(&owner).await else { continue };
            let mut choice = spec.everybody();
            let sensitivity = attempt.sensitivity.to_string();
            let may = |member: &str| self.oracle.may_open_in(&owner, member, Some(&sensitivity));
            choice.retain(|member| !attempt.allowed || !may(member).is_empty());
            if choice.is_empty() {
                continue;
            }
            let about = choice[attempt.about % choice.len()].clone();
            let clubs = may(&about);
            match open(self.world, &viewer, &about, attempt.sensitivity, key()).await {
                Ok(opened) => {
                    let unit = self.world.unit_of(opened.id).await;
                    let club = clubs.iter().find(|club| unit == format!("Enheten {club}"));
                    let club = club.unwrap_or_else(|| panic!("{owner} opened a case about {about} in {unit}, not in {clubs:?}"));
                    let club = (*club).to_owned();
                    let mut told = oracle::Case { club, owner, sensitivity: attempt.sensitivity.to_string(), ..oracle::Case::default() };
                    for n in &attempt.with {
                        self.join(spec, opened.id, *n, &mut told).await;
                    }
                    let (kind, due) = (type_of(attempt.sensitivity), self.give_dates(&viewer, opened.id).await);
                    let mut case = Case { id: opened.id, about, kind, due, status: Status::Open, told };
                    self.move_on(&viewer, &mut case).await;
                    self.cases.push(case);
                    once_more(&self.seen.opened);
                }
                Err(StoreError::Invalid(_)) => {
                    assert!(clubs.is_empty(), "{owner} could not open a case about {about}");
                    once_more(&self.seen.refused);
                }
                Err(other) => panic!("{other:?}"),
            }
        }
    }

    /// Somebody takes part, in one role or another, or is kept out.
    async fn join(&self, spec: &Spec, case: CaseId, n: usize, told: &mut oracle::Case) {
        let person = spec.member(n);
        if n % 5 == 4 && person != told.owner {
            self.world.keep_out(case, self.ids[&person]).await;
            told.conflicted.push(person);
            return;
        }
        if told.participants.contains(&person) || told.followers.contains(&person) {
            return;
        }
        let role = Role::ALL[n % Role::ALL.len()];
        self.world.take_part_as(case, self.ids[&person], role).await;
        if role.works() {
            told.participants.push(person);
        } else {
            told.followers.push(person);
        }
    }

    /// Exactly those whom the oracle names see a case, by name; and whoever is protected is counted.
    async fn compare_audience(&self, viewer: &Viewer, case: &Case) {
        let access = self.world.store.who_sees(viewer, case.id).await.unwrap();
        let told = &case.told;
        let takes_part = |id: &String| *id == told.owner || told.participants.contains(id) || told.followers.contains(id);
        let (mut named, mut protected) = (BTreeSet::new(), 0);
        for line in &self.union.members {
            let sees = self.oracle.access(&line.id, told);
            if sees == CaseAccess::Nothing || takes_part(&line.id) {
                continue;
            }
            if line.shielded == Some(true) || line.protection.is_some_and(|grade| grade != Protection::None) {
                protected += 1;
            } else {
                named.insert((format!("{} {}", line.given_name, line.family_name), sees >= CaseAccess::Reads));
            }
        }
        let shown: BTreeSet<(String, bool)> = access.onlookers.into_iter().map(|one| (one.name, one.reads)).collect();
        assert_eq!((shown, access.unnamed), (named, protected), "who sees {case:?}");
        for one in &access.participants {
            let key = self.ids.iter().find(|(_, id)| **id == one.person).unwrap().0;
            assert_eq!(one.sees, self.oracle.access(key, told) >= CaseAccess::Reads, "{key} takes part in {case:?}");
        }
        once_more(&self.seen.audiences);
    }

    /// Everything for every viewer.
    async fn compare(&self, spec: &Spec) {
        let sheet = self.sheet().await;
        for person in spec.everybody() {
            let in_file = self.union.members.iter().any(|line| line.id == person);
            let holds_any = !self.oracle.union.mandates_of(&person).is_empty();
            match self.world.signed_in(&person).await {
                None => assert!(!in_file, "{person} could not log in"),
                Some(SignedIn::WithoutMandate { .. }) => assert!(in_file && !holds_any, "{person} has a mandate"),
                Some(SignedIn::Viewer(viewer)) => {
                    assert!(in_file && holds_any, "{person} has no mandate");
                    self.compare_members(&viewer, &person).await;
                    self.compare_lists(&viewer, &person).await;
                    self.compare_today(&viewer, &person).await;
                    self.compare_cases(&viewer, &person).await;
                    self.compare_case_lists(&viewer, &person).await;
                    self.compare_units(&viewer, &person, &sheet).await;
                }
            }
        }
    }

    fn shown_to(&self, person: &str) -> BTreeSet<MemberId> {
        self.ids.iter().filter(|(member, _)| self.oracle.sees(person, member)).map(|(_, id)| *id).collect()
    }

    async fn compare_members(&self, viewer: &Viewer, person: &str) {
        let expected = self.shown_to(person);
        let (total, rows) = all_members(self.world, viewer, MemberFilter::default()).await;
        let listed: BTreeSet<MemberId> = rows.iter().map(|row| row.id).collect();
        assert_eq!((total, rows.len(), &listed), (expected.len() as u64, expected.len(), &expected), "the list of {person}");
        for (n, line) in self.union.members.iter().enumerate() {
            // Of many names, of few, of one; now and then two words.
            let query: String = match n % 4 {
                0 => format!("{} {}", line.given_name, line.family_name),
                letters => line.family_name.chars().take(letters).collect(),
            };
            let named = |other: &&MemberLine| {
                let name = text::searched(&format!("{} {}", other.family_name, other.given_name));
                text::search_words(&query).iter().all(|word| name.contains(&format!(" {word}")))
            };
            let wanted: BTreeSet<MemberId> =
                self.union.members.iter().filter(named).map(|line| self.ids[&line.id]).filter(|id| expected.contains(id)).collect();
            let filter = MemberFilter { query: query.clone(), ..MemberFilter::default() };
            let (total, rows) = all_members(self.world, viewer, filter).await;
            let found: BTreeSet<MemberId> = rows.iter().map(|row| row.id).collect();
            assert_eq!((total, rows.len(), &found), (wanted.len() as u64, wanted.len(), &wanted), "{person} searches for {query}");
            if !wanted.is_empty() {
                once_more(&self.seen.found);
            }
        }
        for (member, id) in self.ids {
            let shown = expected.contains(id);
            match self.world.store.member(viewer, *id).await {
                Ok(card) => {
                    assert!(shown, "{person} sees {member}");
                    assert_eq!(card.contact, self.oracle.sees_contact(person, member), "{person} sees how to reach {member}");
                    let nothing = card.phone.is_none() && card.email.is_none() && card.address.is_empty() && card.national_id.is_none();
                    assert_ne!(card.contact, nothing, "{person}, {member}");
                    let about: BTreeSet<CaseId> = card.cases.iter().map(|row| row.id).collect();
                    let readable = |case: &&Case| case.about == *member && self.oracle.access(person, &case.told) >= CaseAccess::Reads;
                    assert_eq!(about, self.cases.iter().filter(readable).map(|case| case.id).collect(), "{person}: cases about {member}");
                    once_more(&self.seen.shown);
                }
                Err(StoreError::NotFound) => {
                    assert!(!shown, "{person} does not see {member}");
                    once_more(&self.seen.hidden);
                }
                Err(other) => panic!("{other:?}"),
            }
            let may_open = self.world.store.may_open_case_about(viewer, *id).await.is_ok();
            assert_eq!(may_open, !self.oracle.may_open_in(person, member, None).is_empty(), "{person} may open a case about {member}");
        }
    }

    async fn compare_today(&self, viewer: &Viewer, person: &str) {
        let expected = self.shown_to(person);
        let since = self.world.clock.now().oslo_date().plus_days(-NEW_FOR_DAYS);
        let is_new = |line: &&MemberLine| line.joined >= since && expected.contains(&self.ids[&line.id]);
        let today = self.world.store.today(viewer).await.unwrap();
        let as_many = self.world.store.clone().with_many(0).today(viewer).await.unwrap();
        assert_eq!((today.new_total, &today.new_members), (as_many.new_total, &as_many.new_members), "new members of {person}");
        assert_eq!(today.new_total, self.union.members.iter().filter(is_new).count() as u64, "new members of {person}");
        assert!(today.new_members.iter().all(|row| expected.contains(&row.id)), "new members of {person}");
        let own: BTreeSet<CaseId> = self
            .cases
            .iter()
            .filter(|case| {
                case.status != Status::Closed && case.told.owner == person && self.oracle.access(person, &case.told) >= CaseAccess::Reads
            })
            .map(|case| case.id)
            .collect();
        assert_eq!(today.cases.iter().map(|row| row.id).collect::<BTreeSet<_>>(), own, "{person}'s own cases");
    }

    async fn compare_cases(&self, viewer: &Viewer, person: &str) {
        let access = |case: &Case| self.oracle.access(person, &case.told);
        let known: BTreeSet<CaseId> = self.cases.iter().filter(|case| access(case) >= CaseAccess::Knows).map(|case| case.id).collect();
        let (total, unfiltered, rows) = all_cases(self.world, viewer, CaseFilter::default()).await;
        let listed: BTreeSet<CaseId> = rows.iter().map(|row| row.id).collect();
        let all = known.len() as u64;
        assert_eq!((total, unfiltered, rows.len() as u64, &listed), (all, all, all, &known), "the cases of {person}");
        for case in &self.cases {
            let access = access(case);
            if let Some(row) = rows.iter().find(|row| row.id == case.id) {
                assert_eq!(row.readable, access >= CaseAccess::Reads, "{person}: {case:?}");
                assert_eq!(row.about.is_empty(), !row.readable, "{person}: {case:?}");
            }
            let seen = self.world.store.case(viewer, case.id).await;
            if let Ok(CaseSeen::Whole(view)) = &seen {
                assert_eq!(view.parties[0].card.is_some(), self.oracle.sees(person, &case.about), "{person}, who is in {case:?}");
                self.compare_moves(person, case, view);
            }
            match (seen, access) {
                (Ok(CaseSeen::Whole(view)), CaseAccess::Works) => assert!(view.may_work),
                (Ok(CaseSeen::Whole(view)), CaseAccess::Reads) => assert!(!view.may_work),
                (Ok(CaseSeen::Known(_)), CaseAccess::Knows) | (Err(StoreError::NotFound), CaseAccess::Nothing) => {}
                (other, _) => panic!("{person} should have {access:?}: {case:?}, {other:?}"),
            }
            match (self.world.store.may_add_to(viewer, case.id).await, self.oracle.writes(person, &case.told)) {
                (Ok(()), true) => {}
                (Err(StoreError::Closed(_)), false) => assert!(case.told.closed && access == CaseAccess::Works, "{person}: {case:?}"),
                (Err(_), false) => assert!(access < CaseAccess::Works, "{person}: {case:?}"),
                (other, _) => panic!("{person} writes in {case:?}: {other:?}"),
            }
            match (self.world.store.may_work_on(viewer, case.id).await, access) {
                (Ok(()), CaseAccess::Works) => once_more(&self.seen.works),
                (Err(StoreError::Forbidden), CaseAccess::Reads) => {
                    self.compare_audience(viewer, case).await;
                    once_more(&self.seen.reads);
                }
                (Err(StoreError::Forbidden), CaseAccess::Knows) => once_more(&self.seen.knows),
                (Err(StoreError::NotFound), CaseAccess::Nothing) => once_more(&self.seen.nothing),
                (other, _) => panic!("{person} should have {access:?}: {case:?}, {other:?}"),
            }
        }
    }
}

/// What fails is written beside this file, and tried first ever after.
fn in_many_worlds(world: &World) {
    let failures = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/scope/failures.txt");
    let failure_persistence = Some(Box::new(FileFailurePersistence::Direct(failures)) as _);
    let worlds = if world.on_sqlite() { 40 } else { 24 };
    let config = Config { cases: worlds, max_shrink_iters: 150, failure_persistence, ..Config::default() };
    let seen = Seen::default();
    let outcome = TestRunner::new(config).run(&any_spec(), |spec| {
        Handle::current().block_on(check(world, &spec, &seen));
        Ok::<(), TestCaseError>(())
    });
    if let Err(failed) = outcome {
        panic!("{failed}");
    }
    eprintln!("{seen:?}");
    for count in [
        seen.shown,
        seen.found,
        seen.hidden,
        seen.narrowed,
        seen.taken_out,
        seen.opened,
        seen.refused,
        seen.works,
        seen.reads,
        seen.knows,
        seen.nothing,
        seen.audiences,
        seen.mine,
        seen.taking_part,
        seen.waiting,
        seen.closed,
        seen.closes,
        seen.must_not_close,
        seen.of_club,
        seen.by_date,
        seen.in_file,
    ] {
        assert!(count.into_inner() > 0, "the worlds are too dull");
    }
    seen.units.of_everything();
}

both! {
    async fn in_every_world_each_viewer_gets_what_the_rule_says(world: World) {
        tokio::task::block_in_place(|| in_many_worlds(&world));
    }
}
