//! A whole case taken out as a file: what is in it, who may have it, and what the log says.

use domain::access_log::{LogFilter, LookedAt};
use domain::cases::{CaseSeen, Happening, Sensitivity, WHOLE_LINES};
use domain::members::{ExportOrder, ExportPurpose, SheetKind};
use domain::notes::{NewNote, NoteKind};
use domain::org::Office;
use domain::registry::Protection;
use domain::tasks::NewTask;
use sea_orm::{ConnectionTrait, Statement, Value};
use store::cases::TIMELINE_LINES;
use store::{StoreError, Viewer};
use uuid::Uuid;

use crate::cases::{key, opened, task};
use crate::meetings::{called, presented};
use crate::union::Union;
use crate::world::{World, both};

fn order() -> ExportOrder {
    ExportOrder { purpose: ExportPurpose::Other, why: "Kanarifugl formål".to_owned(), kind: SheetKind::Xlsx, contact: false }
}

async fn note(world: &World, viewer: &Viewer, case: domain::CaseId, body: &str, kind: NoteKind) {
    world.store.add_note(viewer, case, key(), "note", NewNote { body: body.to_owned(), kind }).await.unwrap();
}

both! {
    async fn it_holds_what_its_reader_may_read_and_the_log_says_what_for(world: World) {
        let mut union = Union::small();
        union.member("dpo", "L2");
        union.holds("dpo", Office::DATA_PROTECTION, "F");
        world.import(&union).await;
        let (rep, leader) = (world.viewer("rep").await, world.viewer("leader").await);
        let (case, meeting) = called(&world, &rep).await;
        presented(&world, &rep, case, meeting).await;
        for n in 0..=TIMELINE_LINES {
            note(&world, &rep, case, &format!("Notat {n}"), NoteKind::Shared).await;
        }
        note(&world, &rep, case, "Bare min", NoteKind::Private).await;
        let before = world.logged("SELECT action FROM access_log").await.len();
        let whole = world.store.take_out_case(&rep, case, order()).await.unwrap();
        assert_eq!((whole.made_by.as_str(), whole.made_at, whole.begins_later), ("Kari rep", world.clock.now(), false));
        assert!(matches!(whole.timeline[0].what, Happening::Opened), "the oldest first");
        let notes: Vec<&str> =
            whole.timeline.iter().filter_map(|entry| if let Happening::Note { body, .. } = &entry.what { Some(body.as_str()) } else { None }).collect();
        assert_eq!((notes.len(), notes[0], notes[TIMELINE_LINES]), (TIMELINE_LINES + 1, "Notat 0", &*format!("Notat {TIMELINE_LINES}")));
        assert!(whole.case.private_notes.is_empty(), "what one keeps to oneself is no part of the case");
        let (told, protocol) = &whole.meetings[0];
        assert_eq!((told.row.id, protocol.as_ref().map(|view| view.number)), (meeting, Some(1)));
        // The first thing that is logged is that it was taken out.
        let logged = world.logged("SELECT action || ' ' || subject_kind FROM access_log ORDER BY seq").await;
        assert_eq!(logged[before], "export case");
        assert!(!world.holds(b"Kanarifugl").await, "the purpose lies readable nowhere");
        let rows = world.store.access_log(&world.viewer("dpo").await, &LogFilter::default()).await.unwrap().rows;
        let row = rows.iter().find(|row| row.what == LookedAt::CaseTakenOut(Some(whole.case.number))).unwrap();
        assert_eq!((row.by.member_no.as_str(), row.purpose.clone()), ("rep", Some(("other".to_owned(), "Kanarifugl formål".to_owned()))));
        // Whoever reads without working on it takes out what they read: of others' drafts nothing.
        let read = world.store.take_out_case(&leader, case, order()).await.unwrap();
        assert_eq!(read.timeline.len(), whole.timeline.len());
        let text = format!("{read:?}");
        assert!(text.contains("Notat 0") && !text.contains("Bare min"));
    }

    async fn of_a_long_case_every_note_is_in_it_and_what_tasks_say(world: World) {
        world.import(&Union::small()).await;
        let rep = world.viewer("rep").await;
        let case = opened(&world, &rep, "m1", Sensitivity::General).await;
        note(&world, &rep, case, "Det eldste", NoteKind::Internal).await;
        let more = NewTask { details: Some("Mer om den".to_owned()), ..task("Oppgaven") };
        world.store.add_task(&rep, case, key(), "task", more).await.unwrap();
        world.clock.advance_seconds(60);
        let (backend, at) = (world.raw.get_database_backend(), world.clock.now().0);
        let insert = "INSERT INTO case_events (id, case_id, at, by_person, kind, part) VALUES ($1, $2, $3, $4, 'went_on', 'other')";
        for _ in 0..WHOLE_LINES + TIMELINE_LINES {
            let values: [Value; 4] = [Uuid::now_v7().into(), case.0.into(), at.into(), rep.person().0.into()];
            world.raw.execute_raw(Statement::from_sql_and_values(backend, insert, values)).await.unwrap();
        }
        note(&world, &rep, case, "Det nyeste", NoteKind::Internal).await;
        let whole = world.store.take_out_case(&rep, case, order()).await.unwrap();
        assert!(whole.begins_later && whole.timeline.len() >= WHOLE_LINES);
        let notes: Vec<&str> = whole
            .older_notes
            .iter()
            .chain(&whole.timeline)
            .filter_map(|entry| if let Happening::Note { body, .. } = &entry.what { Some(body.as_str()) } else { None })
            .collect();
        assert_eq!(notes, ["Det eldste", "Det nyeste"]);
        assert_eq!(whole.details.values().collect::<Vec<_>>(), ["Mer om den"]);
    }

    async fn those_who_may_not_read_it_take_out_nothing(world: World) {
        world.import(&Union::small()).await;
        let rep = world.viewer("rep").await;
        let case = opened(&world, &rep, "m1", Sensitivity::Health).await;
        let leader = world.viewer("leader").await;
        let knows = matches!(world.store.case(&leader, case).await, Ok(CaseSeen::Known(_)));
        let before = world.contents(&["access_log", "sessions"]).await;
        let refused = world.store.take_out_case(&leader, case, order()).await.unwrap_err();
        assert_eq!(matches!(refused, StoreError::Forbidden), knows, "{refused}");
        assert!(matches!(world.store.take_out_case(&world.viewer("outsider").await, case, order()).await, Err(StoreError::NotFound)));
        assert_eq!(world.contents(&["access_log", "sessions"]).await, before);
        assert_eq!(world.logged("SELECT 1 FROM access_log WHERE action = 'export'").await.len(), 0);
        // Without the log there is no file.
        let gone = if world.on_sqlite() { "DROP TABLE access_log_details; DROP TABLE access_log" } else { "DROP TABLE access_log CASCADE" };
        sea_orm::ConnectionTrait::execute_unprepared(&world.log, gone).await.unwrap();
        assert!(world.store.take_out_case(&rep, case, order()).await.is_err());
    }

    async fn the_protected_are_named_nowhere_in_it(world: World) {
        let mut union = Union::small();
        world.import(&union).await;
        let rep = world.viewer("rep").await;
        let case = opened(&world, &rep, "m1", Sensitivity::General).await;
        note(&world, &rep, case, "Et notat", NoteKind::Shared).await;
        let named = |whole: &domain::cases::WholeCase| (whole.case.parties[0].name.clone(), whole.timeline[0].by.clone(), whole.case.owner.clone());
        let whole = world.store.take_out_case(&rep, case, order()).await.unwrap();
        assert_eq!(named(&whole), ("Kari m1".to_owned(), "Kari rep".to_owned(), "Kari rep".to_owned()));
        for (key, graded) in [("m1", true), ("rep", false)] {
            let line = union.change(key);
            line.helper = Some("leader".to_owned());
            if graded { line.protection = Some(Protection::Confidential) } else { line.shielded = Some(true) }
        }
        world.import(&union).await;
        let whole = world.store.take_out_case(&world.viewer("rep").await, case, order()).await.unwrap();
        assert_eq!(named(&whole), (String::new(), String::new(), String::new()));
        let mut told = whole.clone();
        told.made_by.clear();
        assert!(!format!("{told:?}").contains("Kari m1"));
    }
}
