//! Logging in, staying in, and being out.

use domain::org::Office;
use sea_orm::{ConnectionTrait, TransactionTrait};
use store::crypto::Token;
use store::sessions::{ABSOLUTE_SECONDS, ATTEMPT_SECONDS, IDLE_SECONDS, LoginAttempt, REMEMBERED_SECONDS};
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
        assert!(!is_live(&world, &old).await && is_live(&world, &new).await);
        assert_eq!(world.count("sessions").await, 2, "whose it was is remembered for a while");
        world.clock.advance_seconds(REMEMBERED_SECONDS);
        let new = world.log_in("leader").await.unwrap();
        assert!(!is_live(&world, &old).await && is_live(&world, &new).await);
        assert_eq!(world.count("sessions").await, 2, "the leader's two");
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
        let next = union.holds("m1", Office::WORKPLACE_REP, "C1");
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

    async fn reading_never_waits_for_a_lock_that_somebody_holds(world: World) {
        world.import(&Union::small()).await;
        let token = world.log_in("rep").await.unwrap();
        let seen = async || world.texts("SELECT CAST(last_seen_at AS text) FROM sessions").await.remove(0).parse::<i64>().unwrap();
        let at_login = seen().await;
        // As an import does for up to a minute: with SQLite the whole database, with PostgreSQL this row.
        let options = sea_orm::TransactionOptions {
            sqlite_transaction_mode: world.on_sqlite().then_some(sea_orm::SqliteTransactionMode::Immediate),
            ..sea_orm::TransactionOptions::default()
        };
        let held = world.raw.begin_with_options(options).await.unwrap();
        held.execute_unprepared("UPDATE sessions SET acr = acr").await.unwrap();
        for _ in 0..3 {
            world.clock.advance_seconds(29 * 60);
            let began = std::time::Instant::now();
            assert!(is_live(&world, &token).await, "what is not written yet counts");
            assert!(began.elapsed() < std::time::Duration::from_secs(2), "it waited {:?}", began.elapsed());
        }
        // Asked while the lock is held: what waits may be written as soon as it is not.
        assert_eq!(seen().await, at_login);
        held.rollback().await.unwrap();
        let until = std::time::Instant::now() + std::time::Duration::from_secs(20);
        while seen().await != world.clock.now().0 {
            assert!(std::time::Instant::now() < until, "it was never written");
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        }
        // Another program reads what was written.
        let other = store::Store::open(world.options.clone()).await.unwrap();
        world.clock.advance_seconds(IDLE_SECONDS);
        assert!(other.signed_in(&token, "r").await.unwrap().is_some());
    }

    async fn the_half_hour_is_exact_to_a_minute_and_never_longer(world: World) {
        world.import(&Union::small()).await;
        for used_after in [1, 59, 60, 61, 119, 300] {
            let (asked, left) = (world.log_in("rep").await.unwrap(), world.log_in("rep").await.unwrap());
            world.clock.advance_seconds(used_after);
            assert!(is_live(&world, &asked).await && is_live(&world, &left).await);
            world.clock.advance_seconds(IDLE_SECONDS - 60);
            assert!(is_live(&world, &asked).await, "29 minutes after it was used ({used_after})");
            world.clock.advance_seconds(61);
            assert!(!is_live(&world, &left).await, "half an hour and a second after it was used ({used_after})");
        }
    }

    async fn a_login_does_not_clear_away_a_session_whose_use_is_not_written_yet(world: World) {
        world.import(&Union::small()).await;
        let token = world.log_in("rep").await.unwrap();
        world.clock.advance_seconds(20 * 60);
        assert!(is_live(&world, &token).await);
        world.clock.advance_seconds(20 * 60);
        world.log_in("leader").await.unwrap();
        assert!(is_live(&world, &token).await);
    }

    async fn a_person_sees_and_ends_their_own_sessions_alone(world: World) {
        world.import(&Union::small()).await;
        let first = world.log_in("rep").await.unwrap();
        world.clock.advance_seconds(60);
        let second = world.log_in("rep").await.unwrap();
        let leader = world.log_in("leader").await.unwrap();
        let viewer = async |token: &Token| match world.store.signed_in(token, "r").await.unwrap() {
            Some(SignedIn::Viewer(viewer)) => viewer,
            other => panic!("{other:?}"),
        };
        let (rep, other) = (viewer(&second).await, viewer(&leader).await);
        let own = world.store.own_sessions(&rep).await.unwrap();
        assert_eq!(own.iter().map(|own| own.is_this).collect::<Vec<_>>(), [true, false]);
        assert_eq!(own[0].begun_at.0 - own[1].begun_at.0, 60_000);
        world.store.end_own_session(&other, own[1].id).await.unwrap();
        world.store.end_other_sessions(&other).await.unwrap();
        assert!(is_live(&world, &first).await && is_live(&world, &second).await);
        world.store.end_own_session(&rep, own[1].id).await.unwrap();
        assert!(!is_live(&world, &first).await && is_live(&world, &second).await && is_live(&world, &leader).await);
        // What is over is not shown, though the row may lie there still.
        let third = world.log_in("rep").await.unwrap();
        world.clock.advance_seconds(20 * 60);
        assert!(is_live(&world, &third).await);
        world.clock.advance_seconds(11 * 60);
        let rep = viewer(&third).await;
        assert_eq!(world.store.own_sessions(&rep).await.unwrap().len(), 1);
        assert_eq!(world.count("sessions").await, 3);
    }
}
