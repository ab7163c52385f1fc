//! Many at once: nothing lost, nothing twice.

use std::collections::BTreeSet;

use domain::cases::{CaseFilter, Happening, Sensitivity};
use futures::future::join_all;

use crate::cases::{all_cases, key, note, open, opened, task};
use crate::union::Union;
use crate::world::both;

both! {
    async fn twenty_notes_and_ten_cases_at_once(world: World) {
        world.import(&Union::small()).await;
        let rep = world.viewer("rep").await;
        let case = opened(&world, &rep, "m1", Sensitivity::General).await;
        let notes = join_all((0..20).map(|n| world.store.add_note(&rep, case, key(), "note", note(&format!("notat {n}")))));
        let cases = join_all((0..10).map(|_| open(&world, &rep, "m2", Sensitivity::General, key())));
        let (notes, cases) = tokio::join!(notes, cases);
        for answer in notes {
            answer.unwrap();
        }
        let mut numbers = BTreeSet::from([1001]);
        for answer in cases {
            assert!(numbers.insert(answer.unwrap().number), "a number was given twice");
        }
        assert_eq!(numbers, (1001..=1011).collect());
        let view = world.whole(&rep, case).await;
        let note = |what: &Happening| if let Happening::Note { body, .. } = what { Some(body.clone()) } else { None };
        assert_eq!(view.timeline.iter().filter_map(|entry| note(&entry.what)).collect::<BTreeSet<_>>().len(), 20);
        assert_eq!(view.timeline.len(), 21);
        assert_eq!(world.texts("SELECT CAST(version AS text) FROM cases WHERE number = 1001").await, ["21"]);
        assert_eq!(all_cases(&world, &rep, CaseFilter::default()).await.0, 11);
    }

    async fn the_same_form_sent_ten_times_at_once_makes_one(world: World) {
        world.import(&Union::small()).await;
        let rep = world.viewer("rep").await;
        let once = key();
        let answers = join_all((0..10).map(|_| open(&world, &rep, "m1", Sensitivity::General, once))).await;
        let opened: Vec<_> = answers.into_iter().map(Result::unwrap).collect();
        assert!(opened.iter().all(|answer| *answer == opened[0]), "{opened:?}");
        assert_eq!((world.count("cases").await, opened[0].number), (1, 1001));
        let case = opened[0].id;
        let notes = join_all((0..10).map(|_| world.store.add_note(&rep, case, once, "note", note("En gang"))));
        let tasks = join_all((0..10).map(|_| world.store.add_task(&rep, case, once, "task", task("En gang"))));
        let (notes, tasks) = tokio::join!(notes, tasks);
        for answer in notes.into_iter().chain(tasks) {
            answer.unwrap();
        }
        assert_eq!((world.count("notes").await, world.count("tasks").await, world.count("case_events").await), (1, 1, 3));

        let ticked = world.whole(&rep, case).await.tasks.remove(0);
        for answer in join_all((0..10).map(|_| world.store.tick_task(&rep, case, ticked.id, true, ticked.version))).await {
            answer.unwrap();
        }
        assert_eq!(world.count("case_events").await, 4);
    }

    async fn readers_see_the_registry_before_or_after_an_import_never_between(world: World) {
        let mut union = Union::small();
        for n in 0..400 {
            let key = format!("x{n}");
            union.member(&key, "L1");
            union.works(&key, 11);
        }
        world.import(&union).await;
        let rep = world.viewer("rep").await;
        let mut changed = union.clone();
        for n in 0..200 {
            changed.leave_out(&format!("x{n}"));
        }
        let before = world.store.today(&rep).await.unwrap();
        assert_eq!(before.new_total, 0);
        let reading = async {
            let mut seen = BTreeSet::new();
            for _ in 0..25 {
                let choices = world.store.workplaces(&rep).await.unwrap();
                seen.extend(choices.iter().filter(|choice| choice.name == "Arbeidsplass 11").map(|choice| choice.members));
            }
            seen
        };
        let (seen, _) = tokio::join!(reading, world.import(&changed));
        assert!(seen.is_subset(&BTreeSet::from([402, 202])), "{seen:?}");
        let choices = world.store.workplaces(&rep).await.unwrap();
        assert_eq!(choices[0].members, 202);
    }
}
