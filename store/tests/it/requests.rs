//! A request reads over one connection, and gives it back.

use domain::FieldErrors;
use store::drafts::Draft;
use tokio::task::JoinSet;

use crate::union::Union;
use crate::world::both;

/// More than there are connections.
const MANY: usize = 40;

fn typed(text: &str) -> Draft<String> {
    Draft { typed: text.to_owned(), errors: FieldErrors::default() }
}

both! {
    async fn it_sees_what_it_has_written_itself(world: World) {
        world.import(&Union::small()).await;
        let rep = world.viewer("rep").await;
        let request = world.store.for_request();
        for text in ["første", "andre"] {
            assert_ne!(request.draft::<String>(&rep, "a").await.unwrap(), Some(typed(text)));
            request.keep_draft(&rep, "a", &typed(text)).await.unwrap();
            assert_eq!(request.draft::<String>(&rep, "a").await.unwrap(), Some(typed(text)));
        }
    }

    async fn it_sees_the_database_as_it_was_when_it_began_or_as_it_is(world: World) {
        world.import(&Union::small()).await;
        let rep = world.viewer("rep").await;
        let request = world.store.for_request();
        assert_eq!(request.draft::<String>(&rep, "a").await.unwrap(), None);
        world.store.keep_draft(&rep, "a", &typed("en annens")).await.unwrap();
        let seen = request.draft::<String>(&rep, "a").await.unwrap();
        assert!(seen.is_none() || seen == Some(typed("en annens")), "{seen:?}");
        assert_eq!(world.store.for_request().draft::<String>(&rep, "a").await.unwrap(), Some(typed("en annens")), "the next one");
    }

    async fn when_it_is_answered_it_holds_nothing(world: World) {
        world.import(&Union::small()).await;
        let rep = world.viewer("rep").await;
        let mut answered = Vec::new();
        for _ in 0..MANY {
            let request = world.store.for_request();
            assert_eq!(request.draft::<String>(&rep, "a").await.unwrap(), None);
            request.let_go().await;
            answered.push(request);
        }
        assert_eq!(answered[0].draft::<String>(&rep, "a").await.unwrap(), None, "and may still ask");
    }

    async fn when_it_writes_it_does_not_wait_for_itself(world: World) {
        world.import(&Union::small()).await;
        let rep = world.viewer("rep").await;
        let mut requests = JoinSet::new();
        for n in 0..MANY {
            let (request, rep) = (world.store.for_request(), rep.clone());
            requests.spawn(async move {
                let form = format!("form {n}");
                request.draft::<String>(&rep, &form).await?;
                request.keep_draft(&rep, &form, &typed("tekst")).await
            });
        }
        for written in requests.join_all().await {
            written.unwrap();
        }
        assert_eq!(world.count("drafts").await, MANY as i64);
    }

    async fn many_at_once_that_wait_for_the_log_are_all_answered(world: World) {
        world.import(&Union::small()).await;
        let rep = world.viewer("rep").await;
        let mut requests = JoinSet::new();
        for _ in 0..MANY {
            let (request, rep) = (world.store.for_request(), rep.clone());
            requests.spawn(async move {
                // It holds a connection before it waits.
                request.draft::<String>(&rep, "a").await?;
                request.today(&rep).await
            });
        }
        for answered in requests.join_all().await {
            answered.unwrap();
        }
    }
}
