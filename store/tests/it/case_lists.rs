//! Lists of cases by date, saved ones, the same task in many cases, and files. Whose and which they hold, in every world:
//! `scope/case_lists.rs`.

use domain::access_log::{LogFilter, LookedAt};
use domain::cases::{CASE_EXPORT_ROWS, CaseFilter, CaseOrder, Sensitivity, Whose};
use domain::members::{ExportOrder, ExportPurpose, SheetKind};
use domain::org::Office;
use domain::registry::Protection;
use domain::tasks::{NewTask, Repeat};
use domain::{CaseId, Code, Field};
use sea_orm::ConnectionTrait;
use store::{StoreError, Viewer};

use crate::cases::{all_cases_by, key, opened, task};
use crate::union::{Union, in_days};
use crate::world::{World, both};

fn order() -> ExportOrder {
    ExportOrder { purpose: ExportPurpose::FollowUp, why: "Kanarifugl formål".to_owned(), kind: SheetKind::Csv, contact: false }
}

async fn by_date(world: &World, viewer: &Viewer) -> Vec<CaseId> {
    let filter = CaseFilter { order: CaseOrder::Nearest, ..CaseFilter::default() };
    all_cases_by(&world.store, viewer, filter, 30).await.1.into_iter().map(|row| row.id).collect()
}

fn due(days: i32) -> NewTask {
    NewTask { due: Some(in_days(days)), ..task("Ring") }
}

/// What is kept with each case, against its open tasks.
async fn is_kept_right(world: &World) {
    let wrong = "SELECT count(*) FROM cases WHERE next_due <> CASE WHEN erased_at IS NULL THEN
        coalesce((SELECT min(due_on) FROM tasks WHERE case_id = cases.id AND done_at IS NULL), '9999-12-31') ELSE '9999-12-31' END";
    assert_eq!(world.rows(wrong).await[0].try_get_by_index::<i64>(0).unwrap(), 0);
}

both! {
    async fn the_nearest_date_follows_everything_that_is_done_to_tasks(world: World) {
        world.import(&Union::small()).await;
        let rep = world.viewer("rep").await;
        let (one, other) = (opened(&world, &rep, "m1", Sensitivity::General).await, opened(&world, &rep, "m2", Sensitivity::Health).await);
        world.store.add_task(&rep, other, key(), "task", due(5)).await.unwrap();
        assert_eq!(by_date(&world, &rep).await, [other, one]);
        world.store.add_task(&rep, one, key(), "task", due(3)).await.unwrap();
        assert_eq!(by_date(&world, &rep).await, [one, other]);
        let id = world.whole(&rep, one).await.tasks[0].id;
        world.store.change_task(&rep, one, id, 1, "change", due(9)).await.unwrap();
        assert_eq!(by_date(&world, &rep).await, [other, one]);
        is_kept_right(&world).await;
        let daily = NewTask { repeat: Repeat::Daily, ..due(1) };
        world.store.change_task(&rep, one, id, 2, "change", daily).await.unwrap();
        assert_eq!(by_date(&world, &rep).await, [one, other]);
        // Done: the next one's date. Dropped: none.
        world.store.tick_task(&rep, one, id, true, 3).await.unwrap();
        is_kept_right(&world).await;
        let next = world.whole(&rep, one).await.tasks.iter().find(|task| !task.done).unwrap().id;
        world.store.drop_task(&rep, (one, next), 1, "drop", "Nei").await.unwrap();
        assert_eq!(by_date(&world, &rep).await, [other, one]);
        world.store.tick_task(&rep, one, id, false, 4).await.unwrap();
        is_kept_right(&world).await;
        // Of what was erased nothing is told, not even by its place.
        let number = world.whole(&rep, one).await.number;
        world.store.erase_case(number).await.unwrap();
        assert_eq!(by_date(&world, &rep).await, [other, one]);
        is_kept_right(&world).await;
    }

    async fn the_same_task_in_many_cases_is_made_once_in_each_that_one_works_on(world: World) {
        world.import(&Union::small()).await;
        let (rep, leader) = (world.viewer("rep").await, world.viewer("leader").await);
        let mut cases = Vec::new();
        for sensitivity in [Sensitivity::General, Sensitivity::Personnel, Sensitivity::Health] {
            cases.push(opened(&world, &rep, "m1", sensitivity).await);
        }
        let own = opened(&world, &leader, "m2", Sensitivity::General).await;
        let (all, once, new) = ([&cases[..], &[own]].concat(), key(), due(3));
        // Sent twice at once, and once more.
        let (first, second) = tokio::join!(
            world.store.add_task_to_many(&rep, &all, once, "many", &new),
            world.store.add_task_to_many(&rep, &all, once, "many", &new)
        );
        let again = world.store.add_task_to_many(&rep, &all, once, "many", &new).await;
        for done in [first, second, again] {
            let done = done.unwrap();
            assert_eq!((done.made, done.refused, done.gone), (vec![1001, 1002, 1003], vec![], 1));
        }
        assert_eq!(world.count("tasks").await, 3);
        // The leader reads two of them and knows of no more; the same key of somebody else is another.
        let done = world.store.add_task_to_many(&leader, &all, once, "many", &new).await.unwrap();
        assert_eq!((done.made, done.refused, done.gone), (vec![1004], vec![1001, 1002], 1));
        assert_eq!(world.count("tasks").await, 4);
        let owners = world.texts("SELECT registry_key FROM tasks JOIN members ON members.id = tasks.owner_id ORDER BY 1").await;
        assert_eq!(owners, ["leader", "rep", "rep", "rep"]);
        is_kept_right(&world).await;
        let outsider = world.viewer("outsider").await;
        let before = world.contents(&["access_log", "sessions"]).await;
        let done = world.store.add_task_to_many(&outsider, &all, key(), "many", &new).await.unwrap();
        assert_eq!((done.made, done.refused, done.gone), (vec![], vec![], 4));
        assert_eq!(world.contents(&["access_log", "sessions"]).await, before);
    }

    async fn saved_lists_are_ones_own_and_their_names_differ(world: World) {
        world.import(&Union::small()).await;
        let (rep, leader) = (world.viewer("rep").await, world.viewer("leader").await);
        let filter = CaseFilter { whose: Some(Whose::Mine), order: CaseOrder::Nearest, ..CaseFilter::default() };
        let save = async |who: &Viewer, key, name: &str| world.store.save_case_segment(who, key, "segment", name.to_owned(), &filter).await;
        let once = key();
        save(&rep, once, "Mine").await.unwrap();
        save(&rep, once, "Mine").await.unwrap();
        save(&leader, once, "Mine").await.unwrap();
        let Err(StoreError::Invalid(errors)) = save(&rep, key(), "MINE").await else { panic!("taken twice") };
        assert_eq!(errors.of(Field::SegmentName), Some(Code::Taken));
        let own = world.store.case_segments(&rep).await.unwrap();
        assert_eq!((own.len(), own[0].narrowing.as_str()), (1, "eier=meg&sorter=dato"));
        world.store.remove_case_segment(&leader, own[0].id).await.unwrap();
        assert_eq!(world.store.case_segments(&rep).await.unwrap(), own);
        world.store.remove_case_segment(&rep, own[0].id).await.unwrap();
        assert_eq!((world.store.case_segments(&rep).await.unwrap().len(), world.store.case_segments(&leader).await.unwrap().len()), (0, 1));
    }

    async fn protected_members_are_named_in_no_file(world: World) {
        let mut union = Union::small();
        world.import(&union).await;
        let (rep, leader) = (world.viewer("rep").await, world.viewer("leader").await);
        for (about, who) in [("m1", &rep), ("m2", &leader)] {
            opened(&world, who, about, Sensitivity::General).await;
        }
        let names = async |viewer: &Viewer| -> Vec<(Vec<String>, String)> {
            let file = world.store.export_cases(viewer, &CaseFilter::default(), order()).await.unwrap();
            file.rows.into_iter().map(|row| (row.about, row.owner)).collect()
        };
        let named = |name: &str| vec![name.to_owned()];
        assert_eq!(names(&leader).await, [(named("Kari m2"), "Kari leader".to_owned()), (named("Kari m1"), "Kari rep".to_owned())]);
        for (key, graded) in [("m1", true), ("rep", false)] {
            let line = union.change(key);
            line.helper = Some("leader".to_owned());
            if graded { line.protection = Some(Protection::Confidential) } else { line.shielded = Some(true) }
        }
        world.import(&union).await;
        // The list itself names them to whoever works on the case.
        let list = all_cases_by(&world.store, &leader, CaseFilter::default(), 30).await.1;
        assert_eq!((list[1].about.clone(), list[1].owner.as_str()), (named("Kari m1"), "Kari rep"));
        assert_eq!(names(&leader).await, [(named("Kari m2"), "Kari leader".to_owned()), (vec![], String::new())]);
    }

    async fn a_file_of_cases_is_logged_with_its_purpose_sealed_and_has_an_end(world: World) {
        let mut union = Union::small();
        union.member("dpo", "L2");
        union.holds("dpo", Office::DATA_PROTECTION, "F");
        world.import(&union).await;
        let rep = world.viewer("rep").await;
        assert!(matches!(world.store.export_cases(&rep, &CaseFilter::default(), order()).await, Err(StoreError::NotFound)));
        opened(&world, &rep, "m1", Sensitivity::General).await;
        let mine = CaseFilter { whose: Some(Whose::Mine), ..CaseFilter::default() };
        let file = world.store.export_cases(&rep, &mine, order()).await.unwrap();
        assert_eq!((file.rows.len(), file.made_by.as_str(), file.made_at), (1, "Kari rep", world.clock.now()));
        assert_eq!(world.logged("SELECT action || ' ' || subject_kind FROM access_log").await, ["export case_list"]);
        assert!(!world.holds(b"Kanarifugl").await, "the purpose lies readable nowhere");
        let rows = world.store.access_log(&world.viewer("dpo").await, &LogFilter::default()).await.unwrap().rows;
        let row = rows.iter().find(|row| row.what == LookedAt::CasesTakenOut).unwrap();
        assert_eq!((row.by.member_no.as_str(), row.found), ("rep", Some(1)));
        assert_eq!(row.purpose, Some(("follow_up".to_owned(), "Kanarifugl formål".to_owned())));
        let part = CaseFilter { whose: Some(Whose::TakingPart), ..CaseFilter::default() };
        assert!(matches!(world.store.export_cases(&rep, &part, order()).await, Err(StoreError::Invalid(_))));
        // More than one file may hold: refused whole.
        let many = i64::try_from(CASE_EXPORT_ROWS).unwrap();
        let (id, numbers) = match world.on_sqlite() {
            true => ("randomblob(16)", format!("(WITH RECURSIVE c (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < {many}) SELECT n FROM c)")),
            false => ("gen_random_uuid()", format!("generate_series(1, {many}) AS numbers (n)")),
        };
        world
            .run(&format!(
                "INSERT INTO cases (id, number, case_type, sensitivity, status, unit_id, owner_id, happened_on, opened_at, opened_by,
                    updated_at, version, idempotency_key)
                 SELECT {id}, 5000 + n, case_type, sensitivity, status, unit_id, owner_id, happened_on, opened_at, opened_by, updated_at, 1,
                    {id} FROM cases CROSS JOIN {numbers}"
            ))
            .await;
        assert_eq!(world.store.exportable_cases(&rep, &mine).await.unwrap(), CASE_EXPORT_ROWS + 1);
        assert!(matches!(world.store.export_cases(&rep, &mine, order()).await, Err(StoreError::Invalid(_))));
        // Without the log there is no file.
        let gone = if world.on_sqlite() { "DROP TABLE access_log_details; DROP TABLE access_log" } else { "DROP TABLE access_log CASCADE" };
        world.log.execute_unprepared(gone).await.unwrap();
        world.run("DELETE FROM cases WHERE number > 5000").await;
        assert!(matches!(world.store.export_cases(&rep, &mine, order()).await, Err(StoreError::Log(_) | StoreError::Database(_))));
    }
}
