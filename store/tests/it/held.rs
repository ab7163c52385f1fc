//! A file that would end much is held until somebody says yes or no; a report is kept of every import.

use domain::ImportId;
use domain::identity::Accept;
use domain::imports::{ImportState, ImportView, Limits};
use domain::org::{Office, UnitKind};
use domain::registry::{MembershipKind, Reason};
use store::StoreError;
use store::registry::{Asked, By, Imported, Outcome};

use crate::union::{Union, in_days};
use crate::world::{World, both};

/// A hundred members at work beside the small union's, and somebody who looks after the registry.
fn large() -> Union {
    let mut union = Union::small();
    union.member("admin", "F").kind = MembershipKind::Staff;
    union.holds("admin", Office::ADMIN, "F");
    for n in 0..100 {
        let key = format!("x{n}");
        union.member(&key, "L1");
        union.works(&key, 11);
        if n < 20 {
            union.holds(&key, Office::CLUB_BOARD, "C1");
        }
    }
    union
}

fn without(members: usize) -> Union {
    let mut union = large();
    for n in 20..20 + members {
        union.leave_out(&format!("x{n}"));
    }
    union
}

async fn take(world: &World, union: &Union) -> Imported {
    let asked = Asked { source: source(), ..Asked::of(Accept::SyntheticOnly) };
    world.store.import_registry(union.lines(), &asked).await.unwrap()
}

fn source() -> store::registry::Source {
    store::registry::Source { command: "test".to_owned(), files: vec![("registry.jsonl".to_owned(), 0)], digest: "d1".to_owned() }
}

async fn held(world: &World, union: &Union) -> ImportId {
    let imported = take(world, union).await;
    assert!(matches!(imported.outcome, Outcome::Held(_)), "{:?}", imported.outcome);
    imported.id.unwrap()
}

async fn view(world: &World, id: ImportId) -> ImportView {
    world.store.import(&world.viewer("admin").await, id).await.unwrap()
}

async fn state(world: &World, id: ImportId) -> ImportState {
    view(world, id).await.row.state
}

async fn approve(world: &World, id: ImportId) -> Result<Imported, StoreError> {
    world.store.begin_approval(By::Command, id).await?;
    world.store.finish_approval(id, |_| {}).await
}

fn untouched(before: &std::collections::BTreeMap<String, Vec<String>>, after: &std::collections::BTreeMap<String, Vec<String>>) {
    let left_out = ["import_parts", "access_log", "sessions"];
    for (table, rows) in before.iter().filter(|(table, _)| !left_out.contains(&table.as_str())) {
        assert_eq!(&after[table], rows, "{table}");
    }
}

both! {
    async fn a_file_that_ends_much_is_held_and_nobody_loses_anything(world: World) {
        world.import(&large()).await;
        let before = world.contents(&[]).await;
        let id = held(&world, &without(40)).await;
        untouched(&before, &world.contents(&[]).await);
        let shown = view(&world, id).await;
        assert_eq!((shown.row.state, shown.kept.report.members.ended, shown.decided), (ImportState::Held, 40, None));
        assert_eq!((shown.kept.ending.members, shown.kept.ending.of_members), (40, large().members.len() as u64));
        for line in without(40).members.iter().step_by(20) {
            assert!(!world.holds(line.national_id.expose().as_bytes()).await, "what it says is sealed");
        }
        assert!(world.count("import_parts").await > 0);

        let imported = approve(&world, id).await.unwrap();
        assert!(matches!(imported.outcome, Outcome::Applied(report) if report.members.ended == 40), "{:?}", imported.outcome);
        assert_eq!((imported.id, state(&world, id).await), (Some(id), ImportState::Approved));
        assert_eq!(world.count("import_parts").await, 0);
        assert_eq!(world.store.registry_counts().await.unwrap().members, without(40).members.len() as u64);
        assert!(matches!(approve(&world, id).await, Err(StoreError::Conflict)), "once");
        assert!(matches!(world.store.reject_import(By::Command, id).await, Err(StoreError::Conflict)));
    }

    async fn no_is_no(world: World) {
        world.import(&large()).await;
        let before = world.contents(&[]).await;
        let id = held(&world, &without(40)).await;
        world.store.reject_import(By::Command, id).await.unwrap();
        assert_eq!((state(&world, id).await, world.count("import_parts").await), (ImportState::Rejected, 0));
        untouched(&before, &world.contents(&[]).await);
        assert!(matches!(approve(&world, id).await, Err(StoreError::Conflict)));
        assert!(matches!(approve(&world, ImportId(uuid::Uuid::nil())).await, Err(StoreError::NotFound)));
    }

    async fn mandates_have_a_limit_of_their_own_and_a_last_day_counts(world: World) {
        world.import(&large()).await;
        let mut ends = large();
        for line in ends.mandates.iter_mut().filter(|line| line.office == Office::CLUB_BOARD).take(6) {
            line.to = Some(in_days(-1));
        }
        let imported = take(&world, &ends).await;
        assert!(matches!(imported.outcome, Outcome::Held(_)), "6 of {}: {:?}", ends.mandates.len(), imported.outcome);
        assert_eq!(imported.kept.ending.mandates, 6);
        let mut left = large();
        left.members.iter_mut().filter(|line| line.id.starts_with('x')).take(6).for_each(|line| line.left = Some(in_days(-1)));
        assert_eq!(take(&world, &left).await.kept.ending.members, 6);
        // What lies in the future is no loss today.
        let mut later = large();
        later.mandates.iter_mut().for_each(|line| line.to = Some(in_days(30)));
        assert!(matches!(take(&world, &later).await.outcome, Outcome::Applied(_)));
        // And what is over already is none either.
        world.clock.advance_seconds(31 * 24 * 60 * 60);
        later.mandates.clear();
        assert_eq!(take(&world, &later).await.kept.ending.mandates, 0);
    }

    async fn a_few_are_let_through_and_the_limits_are_a_setting(world: World) {
        world.import(&large()).await;
        assert!(matches!(take(&world, &without(5)).await.outcome, Outcome::Applied(_)));
        world.import(&large()).await;
        let asked = Asked { limits: Limits { members: 50, mandates: 5 }, ..Asked::of(Accept::SyntheticOnly) };
        let imported = world.store.import_registry(without(40).lines(), &asked).await.unwrap();
        assert!(matches!(imported.outcome, Outcome::Applied(_)), "{:?}", imported.outcome);
    }

    async fn an_older_file_is_not_laid_over_a_newer_one(world: World) {
        world.import(&large()).await;
        let id = held(&world, &without(40)).await;
        world.clock.advance_seconds(60);
        take(&world, &large()).await;
        let mut newer = large();
        newer.change("m1").family_name = "Ny".to_owned();
        take(&world, &newer).await;
        assert!(matches!(approve(&world, id).await, Err(StoreError::Conflict)));
        assert_eq!(state(&world, id).await, ImportState::Held);
        world.store.reject_import(By::Command, id).await.unwrap();
    }

    async fn approving_compares_anew(world: World) {
        let mut union = large();
        union.employer(60, "BEDR", Some(1));
        world.import(&union).await;
        let mut file = without(40);
        file.works("m1", 60);
        let id = held(&world, &file).await;
        // The employer it names is no longer known, as if the register had been made anew.
        world.run(&format!("DELETE FROM employer_units WHERE number = '{}'", crate::union::org(60))).await;
        let imported = approve(&world, id).await.unwrap();
        assert!(matches!(imported.outcome, Outcome::Rejected(_)), "{:?}", imported.outcome);
        let shown = view(&world, id).await;
        assert_eq!((shown.row.state, shown.kept.rejected.total), (ImportState::Refused, 1));
        assert_eq!(world.store.registry_counts().await.unwrap().members, union.members.len() as u64);
    }

    async fn only_the_administrator_sees_them_and_decides(world: World) {
        world.import(&large()).await;
        let id = held(&world, &without(40)).await;
        for who in ["rep", "leader", "officer", "outsider"] {
            let viewer = world.viewer(who).await;
            assert!(matches!(world.store.imports(&viewer).await, Err(StoreError::NotFound)));
            assert!(matches!(world.store.import(&viewer, id).await, Err(StoreError::NotFound)));
            assert!(matches!(world.store.begin_approval(By::Person(&viewer), id).await, Err(StoreError::NotFound)));
            assert!(matches!(world.store.reject_import(By::Person(&viewer), id).await, Err(StoreError::NotFound)));
        }
        let admin = world.viewer("admin").await;
        world.store.begin_approval(By::Person(&admin), id).await.unwrap();
        assert_eq!(state(&world, id).await, ImportState::Held, "begun, not finished");
        world.store.finish_approval(id, |_| {}).await.unwrap();
        let (_, by) = view(&world, id).await.decided.unwrap();
        assert_eq!(by.as_deref(), Some("Kari admin"));
        assert_eq!(world.logged("SELECT action FROM access_log WHERE subject_kind = 'import'").await, ["approve"]);
    }

    async fn a_report_is_kept_of_every_import(world: World) {
        world.import(&large()).await;
        let mut closed = large();
        closed.employers[1]["nedleggelsesdato"] = "2026-01-01".into();
        world.store.import_employers(closed.employer_files()).await.unwrap();
        take(&world, &large()).await;
        let mut bad = large();
        bad.covers("C1", 99);
        bad.unit("X", UnitKind::Club, Some("K"));
        let refused = take(&world, &bad).await;
        assert!(matches!(refused.outcome, Outcome::Rejected(_)));
        let dry = Asked { dry_run: true, ..Asked::of(Accept::SyntheticOnly) };
        assert_eq!(world.store.import_registry(large().lines(), &dry).await.unwrap().id, None);

        let admin = world.viewer("admin").await;
        let all = world.store.imports(&admin).await.unwrap();
        let states: Vec<_> = all.iter().map(|row| (row.state, row.unchanged)).collect();
        assert_eq!(states.len(), 3);
        assert!(states.contains(&(ImportState::Applied, false)) && states.contains(&(ImportState::Applied, true)));
        let shown = view(&world, refused.id.unwrap()).await;
        assert_eq!((shown.row.files.as_str(), shown.digest.as_str(), shown.command.as_str()), ("registry.jsonl", "d1", "test"));
        let reasons: Vec<_> = shown.kept.rejected.first.iter().map(|remark| &remark.reason).collect();
        assert!(matches!(reasons[..], [Reason::MisplacedUnit { .. }, Reason::UnknownEmployer { .. }]), "{reasons:?}");
        let unchanged = all.iter().find(|row| row.unchanged && row.state == ImportState::Applied).unwrap();
        let warned = view(&world, unchanged.id).await.kept.warnings;
        assert!(warned.total > 100 && matches!(warned.first[0].reason, Reason::ClosedEmployer { .. }), "{warned:?}");
    }
}
