//! The timeline of a case: every line once, in order, whole or narrowed, and no slower for being long.

use std::collections::BTreeSet;

use domain::CaseId;
use domain::cases::{Happening, Sensitivity, TimelineEntry, TimelinePart};
use domain::entries::{Contact, ContactWay, ContactWith, Decision, Entry};
use sea_orm::{ConnectionTrait, Statement};
use store::cases::TIMELINE_LINES;
use store::{StoreError, Viewer};

use crate::cases::{key, note, opened, task};
use crate::union::{Union, day};
use crate::world::{World, both};

pub(crate) fn contact(said: &str) -> Entry {
    let at = Some("14:30".parse().unwrap());
    Entry::Contact(Contact {
        way: ContactWay::Called,
        with: ContactWith::Employer,
        who: "Rektor".to_owned(),
        on: day("2026-03-01"),
        at,
        said: said.to_owned(),
    })
}

pub(crate) fn decision(decided: &str) -> Entry {
    Entry::Decision(Decision { decided: decided.to_owned(), reason: "Fristen er ute".to_owned(), by: "Styret".to_owned() })
}

/// Every line, page by page.
async fn all_lines(world: &World, viewer: &Viewer, case: CaseId, part: Option<TimelinePart>) -> Vec<TimelineEntry> {
    let (mut lines, mut after) = (Vec::new(), None);
    loop {
        let page = world.store.timeline(viewer, case, part, after).await.unwrap();
        assert!(page.entries.len() <= TIMELINE_LINES && (page.older.is_none() || page.entries.len() == TIMELINE_LINES));
        lines.extend(page.entries);
        match page.older {
            Some(older) => after = Some(older),
            None => return lines,
        }
    }
}

const fn part_of(what: &Happening) -> TimelinePart {
    match what {
        Happening::Note { .. } | Happening::NoteAdded { .. } => TimelinePart::Notes,
        Happening::Contact(_) => TimelinePart::Contact,
        Happening::Decision(_) => TimelinePart::Decisions,
        Happening::TaskMade { .. }
        | Happening::TaskChanged { .. }
        | Happening::TaskComment { .. }
        | Happening::TaskDropped { .. }
        | Happening::TaskDone { .. }
        | Happening::TaskReopened { .. } => TimelinePart::Tasks,
        Happening::Document { .. } => TimelinePart::Documents,
        Happening::Meeting { .. } => TimelinePart::Meetings,
        Happening::Opened
        | Happening::Waits(_)
        | Happening::WentOn
        | Happening::Closed(_)
        | Happening::Reopened { .. }
        | Happening::Link { .. }
        | Happening::PersonAsked { .. }
        | Happening::PersonLeft { .. }
        | Happening::OwnerChanged { .. }
        | Happening::ConflictSet { .. }
        | Happening::ConflictLifted { .. }
        | Happening::OutsiderAdded { .. }
        | Happening::OutsiderChanged { .. }
        | Happening::OutsiderRemoved { .. }
        | Happening::PartyAdded { .. }
        | Happening::PartyRemoved { .. } => TimelinePart::Other,
    }
}

both! {
    async fn contact_and_decisions_are_sealed_and_told_in_order(world: World) {
        world.import(&Union::small()).await;
        let rep = world.viewer("rep").await;
        let case = opened(&world, &rep, "m1", Sensitivity::Health).await;
        let once = key();
        for _ in 0..2 {
            world.store.add_entry(&rep, case, once, "contact", &contact("CANARY-sagt")).await.unwrap();
        }
        world.store.add_entry(&rep, case, key(), "decision", &decision("CANARY-besluttet")).await.unwrap();
        assert!(!world.holds(b"CANARY").await && !world.holds("Rektor".as_bytes()).await && !world.holds(b"2026-03-01\",\"at").await);
        let lines = all_lines(&world, &rep, case, None).await;
        let said: Vec<_> = lines.iter().map(|line| &line.what).collect();
        let (Entry::Contact(contact), Entry::Decision(decision)) = (contact("CANARY-sagt"), decision("CANARY-besluttet")) else { unreachable!() };
        assert_eq!(said, [&Happening::Decision(decision), &Happening::Contact(contact), &Happening::Opened]);
        let other = opened(&world, &rep, "m2", Sensitivity::General).await;
        let conflict = world.store.add_entry(&rep, other, once, "contact", &crate::timeline::contact("Et annet sted")).await;
        assert!(matches!(conflict, Err(StoreError::Conflict)), "{conflict:?}");
    }

    async fn every_line_comes_once_on_its_page_whole_or_narrowed(world: World) {
        world.import(&Union::small()).await;
        let rep = world.viewer("rep").await;
        let case = opened(&world, &rep, "m1", Sensitivity::General).await;
        for n in 0..75 {
            match n % 4 {
                0 => world.store.add_note(&rep, case, key(), "note", note(&format!("notat {n}"))).await.unwrap(),
                1 => world.store.add_task(&rep, case, key(), "task", task(&format!("oppgave {n}"))).await.unwrap(),
                2 => world.store.add_entry(&rep, case, key(), "contact", &contact(&format!("sagt {n}"))).await.unwrap(),
                _ => world.store.add_entry(&rep, case, key(), "decision", &decision(&format!("besluttet {n}"))).await.unwrap(),
            }
            // Some in the same millisecond, so that the id must break ties across a page's end.
            if n % 7 == 0 {
                world.clock.advance_seconds(1);
            }
        }
        let all = all_lines(&world, &rep, case, None).await;
        assert_eq!(all.len(), 76);
        assert!(all.is_sorted_by(|newer, older| newer.at >= older.at));
        let distinct: BTreeSet<String> = all.iter().map(|line| format!("{:?}", line.what)).collect();
        assert_eq!(distinct.len(), 76);
        for part in TimelinePart::ALL {
            let narrowed = all_lines(&world, &rep, case, Some(*part)).await;
            let expected: Vec<_> = all.iter().filter(|line| part_of(&line.what) == *part).cloned().collect();
            assert_eq!(narrowed, expected, "{part}");
        }
        let view = world.whole(&rep, case).await;
        assert_eq!((view.timeline.as_slice(), view.older.is_some()), (&all[..TIMELINE_LINES], true));
        // Nobody else's.
        let outsider = world.viewer("outsider").await;
        assert!(matches!(world.store.timeline(&outsider, case, None, None).await, Err(StoreError::NotFound)));
        let officer = world.viewer("officer").await;
        assert!(matches!(world.store.timeline(&officer, case, None, None).await, Err(StoreError::Forbidden)));
    }

    async fn a_page_is_found_by_a_walk_along_an_index(world: World) {
        world.import(&Union::small()).await;
        let rep = world.viewer("rep").await;
        let case = opened(&world, &rep, "m1", Sensitivity::General).await;
        let (backend, uuid) = (world.raw.get_database_backend(), if world.on_sqlite() { "randomblob(16)" } else { "gen_random_uuid()" });
        let numbers = "WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < 10000)";
        let fill = format!(
            "INSERT INTO case_events (id, case_id, at, by_person, kind, part) {numbers}
             SELECT {uuid}, cases.id, n, owner_id, 'opened', CASE WHEN n % 500 = 0 THEN 'contact' ELSE 'other' END FROM n CROSS JOIN cases"
        );
        world.run(&fill).await;
        world.run("ANALYZE").await;
        let lines = world.store.timeline(&rep, case, Some(TimelinePart::Notes), None).await.unwrap();
        assert!(lines.entries.is_empty() && lines.older.is_none());
        for (narrowed, index) in [("", "case_events_case"), (" AND part = 'contact'", "case_events_part")] {
            let explain = if world.on_sqlite() { "EXPLAIN QUERY PLAN" } else { "EXPLAIN" };
            let sql = format!(
                "{explain} SELECT * FROM case_events WHERE case_id = (SELECT id FROM cases LIMIT 1){narrowed} AND at <= 5000
                 AND (at < 5000 OR (at = 5000 AND id < (SELECT id FROM cases LIMIT 1))) ORDER BY at DESC, id DESC LIMIT 31"
            );
            let rows = world.raw.query_all_raw(Statement::from_string(backend, sql)).await.unwrap();
            let column = if world.on_sqlite() { "detail" } else { "QUERY PLAN" };
            let plan: Vec<String> = rows.iter().map(|row| row.try_get("", column).unwrap()).collect();
            let plan = plan.join("\n");
            assert!(plan.contains(index), "{plan}");
            assert!(!plan.contains("TEMP B-TREE") && !plan.contains("Sort"), "{plan}");
        }
    }
}
