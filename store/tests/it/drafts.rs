//! Drafts: nothing typed is lost, and nothing is kept longer than it is needed.

use domain::cases::Sensitivity;
use domain::{Code, Field, FieldErrors};
use store::StoreError;
use store::drafts::{Draft, KEPT_SECONDS};

use crate::cases::{key, note, open, opened, task};
use crate::union::Union;
use crate::world::both;

fn draft(typed: &str) -> Draft<String> {
    Draft { typed: typed.to_owned(), errors: FieldErrors(vec![(Field::NoteBody, Code::TooLong { max: 20_000 })]) }
}

both! {
    async fn a_draft_is_kept_and_replaced_and_ones_own(world: World) {
        world.import(&Union::small()).await;
        let (rep, leader) = (world.viewer("rep").await, world.viewer("leader").await);
        let read = async |viewer, form| world.store.draft::<String>(viewer, form).await.unwrap();
        assert_eq!(read(&rep, "a").await, None);
        world.store.keep_draft(&rep, "a", &draft("første")).await.unwrap();
        world.store.keep_draft(&rep, "b", &draft("et annet skjema")).await.unwrap();
        world.store.keep_draft(&leader, "a", &draft("lederens")).await.unwrap();
        world.store.keep_draft(&rep, "a", &draft(" andre\r\n\tutgave, ord for ord 🎉 ")).await.unwrap();
        assert_eq!(read(&rep, "a").await, Some(draft(" andre\r\n\tutgave, ord for ord 🎉 ")));
        assert_eq!(read(&rep, "b").await, Some(draft("et annet skjema")));
        assert_eq!(read(&leader, "a").await, Some(draft("lederens")));
        assert_eq!(read(&leader, "b").await, None);
        world.store.drop_draft(&leader, "a").await.unwrap();
        world.store.drop_draft(&leader, "b").await.unwrap();
        assert_eq!(read(&leader, "a").await, None);
        assert_eq!(world.count("drafts").await, 2);
        assert_eq!(world.store.draft::<Vec<u64>>(&rep, "a").await.unwrap(), None, "of another shape");
    }

    async fn a_draft_does_not_open_in_anybody_elses_name(world: World) {
        world.import(&Union::small()).await;
        let (rep, leader) = (world.viewer("rep").await, world.viewer("leader").await);
        world.store.keep_draft(&rep, "a", &draft("hemmelig")).await.unwrap();
        world.run("UPDATE drafts SET person_id = (SELECT id FROM members WHERE registry_key = 'leader')").await;
        let answer = world.store.draft::<String>(&leader, "a").await;
        assert!(matches!(answer, Err(StoreError::Sealed("drafts"))), "{answer:?}");
        world.run("UPDATE drafts SET person_id = (SELECT id FROM members WHERE registry_key = 'rep'), form = 'b'").await;
        assert!(world.store.draft::<String>(&rep, "b").await.is_err(), "nor in another form");
    }

    async fn what_is_saved_is_no_draft_any_more(world: World) {
        world.import(&Union::small()).await;
        let rep = world.viewer("rep").await;
        let keep = async || {
            for form in ["case", "note", "task", "other"] {
                world.store.keep_draft(&rep, form, &draft(form)).await.unwrap();
            }
        };
        let left = async || world.texts("SELECT form FROM drafts ORDER BY form").await;
        keep().await;
        assert!(open(&world, &rep, "m3", Sensitivity::General, key()).await.is_err());
        assert_eq!(left().await.len(), 4, "what is refused stays a draft");
        let case = opened(&world, &rep, "m1", Sensitivity::General).await;
        assert_eq!(left().await, ["note", "other", "task"]);
        world.store.add_note(&rep, case, key(), "note", note("Notat")).await.unwrap();
        assert_eq!(left().await, ["other", "task"]);
        world.store.add_task(&rep, case, key(), "task", task("Ring")).await.unwrap();
        assert_eq!(left().await, ["other"]);
    }

    async fn what_was_saved_before_is_no_draft_when_the_form_comes_again(world: World) {
        world.import(&Union::small()).await;
        let rep = world.viewer("rep").await;
        let once = key();
        let case = open(&world, &rep, "m1", Sensitivity::General, once).await.unwrap();
        world.store.add_note(&rep, case.id, once, "note", note("Notat")).await.unwrap();
        world.store.add_task(&rep, case.id, once, "task", task("Ring")).await.unwrap();
        // The answer was lost on its way, and the form is sent once more: what it holds is kept first, then saved.
        for form in ["case", "note", "task"] {
            world.store.keep_draft(&rep, form, &draft(form)).await.unwrap();
        }
        assert_eq!(open(&world, &rep, "m1", Sensitivity::General, once).await.unwrap(), case);
        world.store.add_note(&rep, case.id, once, "note", note("Notat")).await.unwrap();
        world.store.add_task(&rep, case.id, once, "task", task("Ring")).await.unwrap();
        assert_eq!(world.count("drafts").await, 0);
        assert_eq!(world.count("case_events").await, 3);
    }

    async fn drafts_of_one_kind_are_listed_latest_first(world: World) {
        world.import(&Union::small()).await;
        let (rep, leader) = (world.viewer("rep").await, world.viewer("leader").await);
        let listed = async |viewer, prefix| -> Vec<String> {
            let drafts = world.store.drafts::<String>(viewer, prefix).await.unwrap();
            drafts.into_iter().map(|draft| format!("{}: {}", draft.form, draft.typed)).collect()
        };
        for n in 0..12 {
            world.store.keep_draft(&rep, &format!("case/{n:02}"), &draft(&format!("nr. {n}"))).await.unwrap();
            world.clock.advance_seconds(1);
        }
        world.store.keep_draft(&rep, "note/1", &draft("et notat")).await.unwrap();
        world.store.keep_draft(&leader, "case/99", &draft("lederens")).await.unwrap();
        world.store.keep_draft(&leader, "case/98", &Draft { typed: 7, ..Draft::default() }).await.unwrap();
        let drafts = listed(&rep, "case/").await;
        assert_eq!((drafts.len(), drafts[0].as_str(), drafts[9].as_str()), (10, "case/11: nr. 11", "case/02: nr. 2"));
        assert_eq!(listed(&leader, "case/").await, ["case/99: lederens"], "of another shape is as good as none");
        assert_eq!(listed(&rep, "note/").await, ["note/1: et notat"]);
        world.clock.advance_seconds(KEPT_SECONDS - 5);
        assert_eq!(listed(&rep, "case/").await.len(), 5, "and too old is, too");
    }

    async fn old_drafts_are_thrown_away(world: World) {
        world.import(&Union::small()).await;
        let rep = world.viewer("rep").await;
        world.store.keep_draft(&rep, "old", &draft("gammelt")).await.unwrap();
        world.clock.advance_seconds(1);
        world.store.keep_draft(&rep, "newer", &draft("nyere")).await.unwrap();
        world.clock.advance_seconds(KEPT_SECONDS);
        let rep = world.viewer("rep").await;
        assert_eq!(world.store.draft::<String>(&rep, "old").await.unwrap(), None, "not even while it lies there");
        assert_eq!(world.store.draft::<String>(&rep, "newer").await.unwrap(), Some(draft("nyere")));
        let leader = world.viewer("leader").await;
        world.store.keep_draft(&leader, "a", &draft("nytt")).await.unwrap();
        assert_eq!(world.texts("SELECT form FROM drafts ORDER BY form").await, ["a", "newer"]);
    }
}
