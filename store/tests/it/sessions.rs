//! Logging in, staying in, and being out.

use domain::org::Office;
use store::crypto::Token;
use store::sessions::{ABSOLUTE_SECONDS, ATTEMPT_SECONDS, IDLE_SECONDS, LoginAttempt};
use store::{SignedIn, StoreError};

use crate::union::{Union, day, national_id};
use crate::world::{World, both};

async fn is_live(world: &World, token: &Token) -> bool {
    world.store.signed_in(token, "r").await.unwrap().is_some()
}

fn attempt(return_to: &str) -> LoginAttempt {
    LoginAttempt { nonce: "n".to_owned(), pkce_verifier: "v".to_owned(), return_to: return_to.to_owned() }
}

both! {
    async fn half_an_hour_unused_and_it_is_over(world: World) {
        world.import(&Union::small()).await;
        let (used, unused) = (world.log_in("rep").await.unwrap(), world.log_in("rep").await.unwrap());
        world.clock.advance_seconds(IDLE_SECONDS);
        assert!(is_live(&world, &used).await, "a whole half hour is allowed");
        world.clock.advance_seconds(1);
        assert!(!is_live(&world, &unused).await);
        assert!(!is_live(&world, &unused).await, "asking does not wake it");
        world.clock.advance_seconds(IDLE_SECONDS - 1);
        assert!(is_live(&world, &used).await, "using it has kept it alive");
        world.clock.advance_seconds(IDLE_SECONDS + 1);
        assert!(!is_live(&world, &used).await);
    }

    async fn eight_hours_and_it_is_over_used_or_not(world: World) {
        world.import(&Union::small()).await;
        let token = world.log_in("rep").await.unwrap();
        for _ in 0..ABSOLUTE_SECONDS / 600 {
            world.clock.advance_seconds(600);
            assert!(is_live(&world, &token).await);
        }
        world.clock.advance_seconds(1);
        assert!(!is_live(&world, &token).await);
    }

    async fn what_is_over_is_cleared_away_when_somebody_logs_in(world: World) {
        world.import(&Union::small()).await;
        let old = world.log_in("rep").await.unwrap();
        world.clock.advance_seconds(IDLE_SECONDS + 1);
        let new = world.log_in("leader").await.unwrap();
        assert_eq!(world.count("sessions").await, 1);
        assert!(!is_live(&world, &old).await && is_live(&world, &new).await);
    }

    async fn an_attempt_is_taken_once_and_in_time(world: World) {
        let (browser, state) = (Token::fresh(), Token::fresh());
        let not_found = |taken| matches!(taken, Err(StoreError::NotFound));
        world.store.begin_login(&browser, &state, attempt("/saker")).await.unwrap();
        assert!(not_found(world.store.take_login(&browser, &Token::fresh()).await), "a wrong state");
        assert!(not_found(world.store.take_login(&Token::fresh(), &state).await), "another browser");
        assert!(not_found(world.store.take_login(&state, &browser).await));
        assert_eq!(world.store.take_login(&browser, &state).await.unwrap(), attempt("/saker"), "is left as it was");
        assert!(not_found(world.store.take_login(&browser, &state).await), "twice");

        world.store.begin_login(&browser, &state, attempt("/")).await.unwrap();
        world.clock.advance_seconds(ATTEMPT_SECONDS + 1);
        assert!(not_found(world.store.take_login(&browser, &state).await), "too late");
        world.store.begin_login(&Token::fresh(), &state, attempt("/")).await.unwrap();
        assert_eq!(world.count("login_attempts").await, 1, "old ones are cleared away");
    }

    async fn who_is_not_in_the_registry_is_nobody(world: World) {
        let mut union = Union::small();
        world.import(&union).await;
        assert_eq!(world.store.person_by_national_id(&national_id(999)).await.unwrap(), None);
        assert!(world.store.signed_in(&Token::fresh(), "r").await.unwrap().is_none());
        let token = world.log_in("rep").await.unwrap();
        union.leave_out("rep");
        world.import(&union).await;
        assert!(!is_live(&world, &token).await, "a person who has left the registry is out at once");
        assert!(world.log_in("rep").await.is_none());
    }

    async fn access_ends_with_the_mandate_at_once(world: World) {
        let mut union = Union::small();
        let local = union.units.iter_mut().find(|unit| unit.id == "L1").unwrap();
        (local.phone, local.email) = (Some("40000100".to_owned()), Some("post@solvik.example".to_owned()));
        world.import(&union).await;
        let token = world.log_in("rep").await.unwrap();
        assert!(matches!(world.store.signed_in(&token, "r").await.unwrap(), Some(SignedIn::Viewer(_))));
        let without_mandate = |signed_in: Option<SignedIn>| match signed_in {
            Some(SignedIn::WithoutMandate { name, local, phone, email }) => {
                assert_eq!((name.as_str(), local.as_str()), ("Kari rep", "Enheten L1"));
                assert_eq!((phone.as_deref(), email.as_deref()), (Some("40000100"), Some("post@solvik.example")));
            }
            other => panic!("{other:?}"),
        };

        let mut ended = union.clone();
        ended.mandates.retain(|mandate| mandate.member != "rep");
        world.import(&ended).await;
        without_mandate(world.store.signed_in(&token, "r").await.unwrap());
        world.import(&union).await;
        assert!(matches!(world.store.signed_in(&token, "r").await.unwrap(), Some(SignedIn::Viewer(_))));

        // The unit goes, and the mandate with it.
        let mut gone = union.clone();
        gone.units.retain(|unit| unit.id != "C1");
        gone.coverages.retain(|coverage| coverage.unit != "C1");
        gone.mandates.retain(|mandate| mandate.unit != "C1");
        world.import(&gone).await;
        without_mandate(world.store.signed_in(&token, "r").await.unwrap());
    }

    async fn the_day_turns_at_midnight_in_oslo(world: World) {
        let mut union = Union::small();
        union.mandates[0].to = Some(day("2026-03-12"));
        let next = union.holds("m1", Office::WorkplaceRep, "C1");
        next.from = day("2026-03-13");
        world.import(&union).await;
        // From ten in the morning to one second before midnight.
        world.clock.advance_seconds(14 * 3600 - 1);
        assert!(matches!(world.signed_in("rep").await, Some(SignedIn::Viewer(viewer)) if viewer.today() == day("2026-03-12")));
        assert!(matches!(world.signed_in("m1").await, Some(SignedIn::WithoutMandate { .. })));
        world.clock.advance_seconds(1);
        assert!(matches!(world.signed_in("rep").await, Some(SignedIn::WithoutMandate { .. })));
        assert!(matches!(world.signed_in("m1").await, Some(SignedIn::Viewer(viewer)) if viewer.today() == day("2026-03-13")));
    }

    async fn logging_out_ends_one_session(world: World) {
        world.import(&Union::small()).await;
        let person = world.store.person_by_national_id(&Union::small().change("rep").national_id).await.unwrap().unwrap();
        let here = world.store.open_session(&person, "high", Some("the.id.token")).await.unwrap();
        let elsewhere = world.store.open_session(&person, "high", None).await.unwrap();
        let ended = world.store.end_session(&here).await.unwrap();
        assert_eq!(ended.id_token.as_deref(), Some("the.id.token"));
        assert!(!is_live(&world, &here).await && is_live(&world, &elsewhere).await);
        assert_eq!(world.store.end_session(&here).await.unwrap().id_token, None);
        assert_eq!(world.store.end_session(&Token::fresh()).await.unwrap().id_token, None);
        assert_eq!(world.count("sessions").await, 1);
    }
}
