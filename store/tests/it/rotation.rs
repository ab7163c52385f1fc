//! CRYPT-4 and CRYPT-7: keys are rotated while the portal is used, and everything can be read throughout.

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};

use domain::cases::Sensitivity;
use domain::identity::Accept;
use domain::members::MemberFilter;
use domain::registry::{FileKind, FileLine, Line, Reason};
use sea_orm::{ConnectionTrait, Statement};
use serde_json::Value;
use store::access_log::checkpoints::Made;
use store::drafts::Draft;
use store::keys::{KeyRefusal, KeyState, Node, SEEN_SECONDS};
use store::registry::{Asked, By, Outcome};
use store::{Store, StoreError, StoreOptions};

use crate::cases::opened;
use crate::union::{Union, national_id};
use crate::world::{World, both};

/// As many as are sealed anew in several transactions.
const MANY: usize = 450;

fn many() -> Union {
    let mut union = Union::small();
    for n in 0..MANY {
        let key = format!("x{n}");
        union.member(&key, "L1");
        union.works(&key, 11);
    }
    union
}

fn draft(text: &str) -> Draft<String> {
    Draft { typed: text.to_owned(), ..Draft::default() }
}

/// Another program on the same database, with a key file of its own.
async fn another_node(world: &World, key_file: &str) -> Store {
    let path = world.folder.path().join(key_file);
    std::fs::copy(&world.options.key_file, &path).unwrap();
    Store::open(StoreOptions { key_file: path, ..world.options.clone() }).await.unwrap()
}

fn key_file(world: &World) -> Value {
    serde_json::from_slice(&std::fs::read(&world.options.key_file).unwrap()).unwrap()
}

/// Something sealed in every table there is, with the first key.
async fn fill(world: &World, union: &Union) {
    world.import(union).await;
    let rep = world.viewer("rep").await;
    for n in 0..3 {
        world.store.keep_draft(&rep, &format!("form {n}"), &draft(&format!("utkast {n}"))).await.unwrap();
    }
    opened(world, &rep, "m1", Sensitivity::Health).await;
    let person = world.store.person_by_national_id(&union.members[0].national_id).await.unwrap().unwrap();
    world.store.open_session(&person, "high", Some("the.id.token")).await.unwrap();
    world.store.members(&rep, &MemberFilter::default()).await.unwrap();
    let mut less = union.clone();
    less.leave_out("m2");
    for n in 0..60 {
        less.leave_out(&format!("x{n}"));
    }
    let held = world.store.import_registry(less.lines(), &Asked::of(Accept::SyntheticOnly)).await.unwrap();
    assert!(matches!(held.outcome, Outcome::Held(_)), "{:?}", held.outcome);
}

async fn rotate(world: &World) -> u32 {
    let number = world.store.add_key().await.unwrap();
    world.store.activate_key(number).await.unwrap();
    assert_eq!(world.store.rewrap(|_, _| {}).await.unwrap().unreadable, 0);
    number
}

/// Which columns hold something sealed with this key: looked for byte by byte, with no list to go by.
async fn columns_sealed_with(world: &World, number: u8) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut tables = world.tables().await;
    tables.extend(["access_log".to_owned(), "access_log_details".to_owned(), "case_keys".to_owned()]);
    tables.sort();
    tables.dedup();
    for table in tables {
        let sql = if world.on_sqlite() {
            format!("SELECT name FROM pragma_table_info('{table}') WHERE lower(type) = 'blob'")
        } else {
            format!("SELECT CAST(column_name AS text) FROM information_schema.columns WHERE table_name = '{table}' AND data_type = 'bytea'")
        };
        let log = table.starts_with("access_log");
        let ask = async |sql: &str| match table.as_str() {
            _ if log => world.logged(sql).await,
            "case_keys" => world.case_key_rows(sql).await.iter().map(|row| row.try_get_by_index(0).unwrap()).collect(),
            _ => world.texts(sql).await,
        };
        let columns = ask(&sql).await;
        for column in columns {
            let mark = if world.on_sqlite() { format!("x'010000000{number}'") } else { format!("'\\x010000000{number}'::bytea") };
            let sql = format!("SELECT '{table}.{column}' FROM {table} WHERE substr({column}, 2, 5) = {mark} AND length({column}) > 100");
            found.extend(ask(&sql).await);
        }
    }
    found
}

fn every_sealed_column() -> BTreeSet<String> {
    [
        "access_log_details.sealed",
        "case_keys.sealed",
        "drafts.contents",
        "import_parts.sealed",
        "key_checks.sealed",
        "members.national_id",
        "sessions.id_token",
    ]
    .map(str::to_owned)
    .into()
}

both! {
    async fn every_sealed_column_is_sealed_anew(world: World) {
        let union = many();
        fill(&world, &union).await;
        assert_eq!(columns_sealed_with(&world, 1).await, every_sealed_column(), "a new column belongs in store/src/keys/tables.rs");
        let before = world.store.sealed_with(1).await.unwrap();
        assert_eq!(before["members"], union.members.len() as u64);
        rotate(&world).await;
        assert_eq!(columns_sealed_with(&world, 1).await, BTreeSet::from(["key_checks.sealed".to_owned()]));
        assert!(world.store.sealed_with(1).await.unwrap().is_empty());
        let mut after = world.store.sealed_with(2).await.unwrap();
        assert_eq!(after.remove("kept_keys"), Some(3));
        assert_eq!(after, before);
        assert_eq!(world.store.rewrap(|_, _| {}).await.unwrap().done, 0, "there is nothing left to do");
    }

    async fn everything_is_readable_while_keys_are_rotated_on_two_nodes(world: World) {
        let union = many();
        fill(&world, &union).await;
        let other = another_node(&world, "other.json").await;
        let (rep, m1) = (world.viewer("rep").await, world.member_id("m1").await);
        let over = AtomicBool::new(false);
        let (reads, writes, logins) = (AtomicU32::new(0), AtomicU32::new(0), AtomicU32::new(0));
        let reading = async |store: &Store| {
            while !over.load(Ordering::Relaxed) {
                store.member(&rep, m1).await.unwrap();
                for n in 0..3 {
                    assert_eq!(store.draft(&rep, &format!("form {n}")).await.unwrap(), Some(draft(&format!("utkast {n}"))));
                }
                reads.fetch_add(1, Ordering::Relaxed);
            }
        };
        let writing = async |store: &Store, name: &str| {
            let mut last = None;
            while !over.load(Ordering::Relaxed) {
                let n = writes.fetch_add(1, Ordering::Relaxed);
                let text = draft(&format!("{name} {n}"));
                store.keep_draft(&rep, name, &text).await.unwrap();
                assert_eq!(store.draft(&rep, name).await.unwrap().as_ref(), Some(&text));
                last = Some(text);
            }
            last.unwrap()
        };
        let logging_in = async |store: &Store| {
            let mut n = 0;
            while !over.load(Ordering::Relaxed) {
                let line = &union.members[n % union.members.len()];
                let person = store.person_by_national_id(&line.national_id).await.unwrap();
                let person = person.unwrap_or_else(|| panic!("{} was not recognised", line.id));
                let token = store.open_session(&person, "high", Some("the.id.token")).await.unwrap();
                assert_eq!(store.end_session(&token).await.unwrap().id_token.as_deref(), Some("the.id.token"));
                logins.fetch_add(1, Ordering::Relaxed);
                n += 7;
            }
        };
        let importing = async {
            let mut changed = union.clone();
            for n in 0..6 {
                changed.change("m3").family_name = format!("Navn {n}");
                let lines = changed.members.iter().filter(|line| line.id == "m3").map(|line| (1, Line::Member(line.clone())));
                let lines = lines.chain([(2, Line::File(FileLine { kind: FileKind::Difference }))]).collect();
                let outcome = world.store.import_registry(lines, &Asked::of(Accept::SyntheticOnly)).await.unwrap().outcome;
                assert!(matches!(outcome, Outcome::Applied(_)), "{outcome:?}");
            }
        };
        let rotating = async {
            let node = &mut Node::new("the other".to_owned());
            for round in 2..4 {
                assert_eq!(world.store.add_key().await.unwrap(), round);
                std::fs::copy(&world.options.key_file, world.folder.path().join("other.json")).unwrap();
                other.follow_keys(node).await.unwrap();
                world.store.activate_key(round).await.unwrap();
                assert_eq!(world.store.rewrap(|_, _| {}).await.unwrap().unreadable, 0);
            }
            over.store(true, Ordering::Relaxed);
        };
        let (_, _, _, here, there, ..) = tokio::join!(
            rotating,
            reading(&world.store),
            reading(&other),
            writing(&world.store, "here"),
            writing(&other, "there"),
            logging_in(&world.store),
            logging_in(&other),
            importing,
        );
        assert!(reads.into_inner() > 10 && writes.into_inner() > 10 && logins.into_inner() > 10);
        // What was written while keys changed is there.
        assert_eq!(world.store.draft(&rep, "here").await.unwrap(), Some(here));
        assert_eq!(world.store.draft(&rep, "there").await.unwrap(), Some(there));
        world.store.rewrap(|_, _| {}).await.unwrap();
        for old in [1, 2] {
            assert!(world.store.sealed_with(old).await.unwrap().is_empty(), "key {old}");
            world.store.retire_key(old).await.unwrap();
        }
        for line in &union.members {
            assert!(world.store.person_by_national_id(&line.national_id).await.unwrap().is_some(), "{}", line.id);
        }
    }

    async fn no_key_is_activated_that_a_serving_program_does_not_know(world: World) {
        fill(&world, &many()).await;
        let other = another_node(&world, "other.json").await;
        let node = &mut Node::new("tjener2".to_owned());
        other.follow_keys(node).await.unwrap();
        let number = world.store.add_key().await.unwrap();
        let without = |answer: Result<(), KeyRefusal>| match answer {
            Err(KeyRefusal::NodesWithout { hosts, .. }) => hosts,
            other => panic!("{other:?}"),
        };
        assert_eq!(without(world.store.activate_key(number).await), ["tjener2"]);
        other.follow_keys(node).await.unwrap();
        assert_eq!(without(world.store.activate_key(number).await), ["tjener2"], "it has the old file still");
        std::fs::copy(&world.options.key_file, world.folder.path().join("other.json")).unwrap();
        other.follow_keys(node).await.unwrap();
        world.store.activate_key(number).await.unwrap();

        let third = world.store.add_key().await.unwrap();
        assert_eq!(without(world.store.activate_key(third).await), ["tjener2"]);
        other.leave_keys(node).await.unwrap();
        world.store.activate_key(third).await.unwrap();
        // One that was killed says nothing, and is not waited for for ever.
        let fourth = world.store.add_key().await.unwrap();
        std::fs::write(world.folder.path().join("other.json"), std::fs::read(&world.options.key_file).unwrap()).unwrap();
        other.follow_keys(&mut Node::new("tjener3".to_owned())).await.unwrap();
        let fifth = world.store.add_key().await.unwrap();
        world.store.activate_key(fourth).await.unwrap();
        assert_eq!(without(world.store.activate_key(fifth).await), ["tjener3"]);
        world.clock.advance_seconds(SEEN_SECONDS + 1);
        world.store.activate_key(fifth).await.unwrap();
    }

    async fn a_key_is_not_retired_nor_removed_while_it_is_needed(world: World) {
        let union = many();
        fill(&world, &union).await;
        let in_use = |answer: Result<(), KeyRefusal>| matches!(answer, Err(KeyRefusal::InUse { number: 1, ref sealed }) if sealed["members"] > 0);
        assert!(matches!(world.store.retire_key(1).await, Err(KeyRefusal::Active(1))));
        assert!(matches!(world.store.remove_key(1, 0).await, Err(KeyRefusal::Active(1))));
        assert!(matches!(world.store.activate_key(2).await, Err(KeyRefusal::NotThere(2))));
        let number = world.store.add_key().await.unwrap();
        world.store.activate_key(number).await.unwrap();
        assert!(in_use(world.store.retire_key(1).await));
        world.store.rewrap(|_, _| {}).await.unwrap();
        assert!(matches!(world.store.remove_key(1, 0).await, Err(KeyRefusal::NotRetired(1))));
        world.store.retire_key(1).await.unwrap();
        assert_eq!(key_file(&world)["retired"]["1"], "2026-03-12");
        assert!(matches!(world.store.activate_key(1).await, Err(KeyRefusal::Retired(1))));
        let states: Vec<_> = world.store.keys().await.unwrap().into_iter().map(|key| key.state).collect();
        assert_eq!(states, [KeyState::Retired(world.clock.today()), KeyState::Active]);

        world.clock.advance_seconds(30 * 86_400);
        let backups = world.store.remove_key(1, 30).await;
        assert!(matches!(backups, Err(KeyRefusal::Backups { number: 1, until }) if until == world.clock.today()));
        world.clock.advance_seconds(86_400);
        // A row from a backup that was put back.
        let rep = world.log_in("rep").await.unwrap();
        assert!(world.store.signed_in(&rep, "r").await.unwrap().is_some());
        world.store.remove_key(1, 30).await.unwrap();
        assert!(key_file(&world)["keys"]["1"].is_null() && !key_file(&world)["keys"]["2"].is_null());
        assert!(Store::open(world.options.clone()).await.is_ok());
        assert!(matches!(world.store.remove_key(1, 30).await, Err(KeyRefusal::NotThere(1))));
    }

    async fn a_key_that_a_row_still_names_is_not_removed(world: World) {
        fill(&world, &many()).await;
        let old = world.rows("SELECT id, national_id FROM members WHERE registry_key = 'm1'").await;
        let (id, sealed): (uuid::Uuid, Vec<u8>) = (old[0].try_get_by_index(0).unwrap(), old[0].try_get_by_index(1).unwrap());
        rotate(&world).await;
        world.store.retire_key(1).await.unwrap();
        world.clock.advance_seconds(2 * 86_400);
        // Somebody puts a row of an older backup back.
        let put_back = Statement::from_sql_and_values(
            world.raw.get_database_backend(),
            "UPDATE members SET national_id = $1 WHERE id = $2",
            [sealed.into(), id.into()],
        );
        world.raw.execute_raw(put_back).await.unwrap();
        assert!(matches!(world.store.remove_key(1, 1).await, Err(KeyRefusal::InUse { .. })));
        assert!(!key_file(&world)["keys"]["1"].is_null());
        world.store.rewrap(|_, _| {}).await.unwrap();
        world.store.remove_key(1, 1).await.unwrap();
        let rep = world.viewer("rep").await;
        assert!(world.store.member(&rep, domain::MemberId(id)).await.is_ok());
    }

    async fn what_lasts_outlives_its_key(world: World) {
        let union = many();
        fill(&world, &union).await;
        let folder = world.folder.path().join("checkpoints");
        let signed = world.store.make_checkpoint(&folder, "klar.example.org/access-log").await.unwrap();
        assert!(matches!(signed, Made::Written(..)));
        let log = world.logged("SELECT CAST(seq AS text) || ' ' || coalesce(CAST(subject_id AS text), '') FROM access_log ORDER BY seq").await;
        rotate(&world).await;
        world.store.retire_key(1).await.unwrap();
        world.clock.advance_seconds(2 * 86_400);
        world.store.remove_key(1, 1).await.unwrap();
        // Opened anew, so that nothing is remembered of the key that is gone.
        let store = Store::open(world.options.clone()).await.unwrap();
        let rep = world.viewer("rep").await;
        store.members(&rep, &MemberFilter::default()).await.unwrap();
        // Everybody is found by an index that was made with the new key alone.
        for line in &union.members {
            assert!(store.person_by_national_id(&line.national_id).await.unwrap().is_some(), "{}", line.id);
        }
        // The log: the chain is whole, its details can be read, and the checkpoint of before is ours.
        let checkpoints = store.checkpoints(&folder).unwrap();
        assert_eq!(checkpoints.len(), 1);
        let whole = store.verify_log(&checkpoints).await.unwrap().unwrap();
        assert_eq!((whole.checkpoints, whole.shredded), (1, 0));
        assert_eq!(world.logged("SELECT CAST(seq AS text) || ' ' || coalesce(CAST(subject_id AS text), '') FROM access_log ORDER BY seq").await[..log.len()], log);
        let signed = store.make_checkpoint(&folder, "klar.example.org/access-log").await.unwrap();
        assert!(matches!(signed, Made::Written(..)), "{signed:?}");
        assert_eq!(store.checkpoints(&folder).unwrap().len(), 2, "one of each key");
        // The registry: a file that says the same changes nothing, and what was held can be approved.
        let asked = Asked { dry_run: true, ..Asked::of(Accept::SyntheticOnly) };
        let same = store.import_registry(union.lines(), &asked).await.unwrap();
        assert!(matches!(same.outcome, Outcome::WouldApply(report) if report.is_unchanged()), "{:?}", same.outcome);
        let held = world.rows("SELECT id FROM imports WHERE state = 'held'").await;
        let held = domain::ImportId(held[0].try_get_by_index(0).unwrap());
        store.begin_approval(By::Command, held).await.unwrap();
        let approved = store.finish_approval(held, |_| {}).await.unwrap();
        assert!(matches!(approved.outcome, Outcome::Applied(report) if report.members.ended == 61), "{:?}", approved.outcome);
    }

    async fn somebody_is_found_under_the_old_index_and_the_new(world: World) {
        let union = Union::small();
        world.import(&union).await;
        let number = world.store.add_key().await.unwrap();
        world.store.activate_key(number).await.unwrap();
        // One row under the new key, the others under the old.
        let mut changed = union.clone();
        changed.change("m1").family_name = "Endret".to_owned();
        world.try_import(&changed, false).await;
        assert_eq!(world.store.sealed_with(2).await.unwrap()["members"], 1);
        for line in &union.members {
            assert!(world.store.person_by_national_id(&line.national_id).await.unwrap().is_some(), "{}", line.id);
        }
        // A national id that somebody has is taken, whichever key it was indexed with.
        for taken in ["m1", "m2"] {
            let mut more = changed.clone();
            let owner = more.change(taken).national_id.clone();
            more.member("new", "L1").national_id = owner;
            let line = more.members.iter().find(|line| line.id == "new").unwrap().clone();
            let lines = vec![(1, Line::Member(line)), (2, Line::File(FileLine { kind: FileKind::Difference }))];
            let outcome = world.store.import_registry(lines, &Asked::of(Accept::SyntheticOnly)).await.unwrap().outcome;
            let Outcome::Rejected(rejected) = outcome else { panic!("{outcome:?}") };
            assert_eq!(rejected[0].reason, Reason::DuplicateNationalId, "{taken}");
        }
        assert!(world.store.person_by_national_id(&national_id(999)).await.unwrap().is_none());
    }

    async fn what_was_moved_or_altered_does_not_open_and_is_left_as_it_is(world: World) {
        let union = Union::small();
        world.import(&union).await;
        let (rep, m1, m2) = (world.viewer("rep").await, world.member_id("m1").await, world.member_id("m2").await);
        world.run("UPDATE members SET national_id = (SELECT national_id FROM members WHERE registry_key = 'm1') WHERE registry_key = 'm2'").await;
        assert!(world.store.member(&rep, m1).await.is_ok());
        assert!(matches!(world.store.member(&rep, m2).await, Err(StoreError::Sealed("members"))));
        let number = world.store.add_key().await.unwrap();
        world.store.activate_key(number).await.unwrap();
        let rewrapped = world.store.rewrap(|_, _| {}).await.unwrap();
        assert_eq!(rewrapped.unreadable, 1);
        assert_eq!(world.store.sealed_with(1).await.unwrap()["members"], 1);
        assert!(matches!(world.store.retire_key(1).await, Err(KeyRefusal::InUse { .. })));
        assert!(world.store.member(&rep, m1).await.is_ok());
    }

    async fn nothing_is_sealed_with_the_key_before_once_another_is_active(world: World) {
        let union = many();
        world.import(&union).await;
        let other = another_node(&world, "other.json").await;
        let rep = world.viewer("rep").await;
        let number = world.store.add_key().await.unwrap();
        std::fs::copy(&world.options.key_file, world.folder.path().join("other.json")).unwrap();
        // The other program has not looked since; it notices when it writes.
        world.store.activate_key(number).await.unwrap();
        other.keep_draft(&rep, "form", &draft("etter")).await.unwrap();
        other.members(&rep, &MemberFilter::default()).await.unwrap();
        let sealed = world.store.sealed_with(1).await.unwrap();
        assert!(!sealed.contains_key("drafts") && !sealed.contains_key("access_log_details"), "{sealed:?}");
        assert_eq!(world.store.draft(&rep, "form").await.unwrap(), Some(draft("etter")));
    }

    async fn a_key_that_came_while_nobody_looked_opens_what_it_sealed(world: World) {
        world.import(&Union::small()).await;
        let other = another_node(&world, "other.json").await;
        let rep = world.viewer("rep").await;
        rotate(&world).await;
        world.store.keep_draft(&rep, "form", &draft("etter")).await.unwrap();
        assert!(other.draft::<String>(&rep, "form").await.is_err(), "it does not have the key");
        std::fs::copy(&world.options.key_file, world.folder.path().join("other.json")).unwrap();
        assert_eq!(other.draft(&rep, "form").await.unwrap(), Some(draft("etter")));
        assert!(other.member(&rep, world.member_id("m1").await).await.is_ok());
    }
}
