//! The life of a mandate: what its holder sees on the next request of one and the same session (AUTHZ-5).

use domain::mandates::MandateState;
use domain::members::MemberFilter;
use domain::org::Office;
use domain::{MemberId, UnitId};
use store::crypto::Token;
use store::{SignedIn, StoreError};

use crate::scope::unit_ids;
use crate::union::{Union, in_days};
use crate::world::{World, both};

/// What an open session sees of the club: its list, a card, the unit's page. All, or nothing.
async fn sees(world: &World, token: &Token, member: MemberId, club: UnitId) -> bool {
    match world.store.signed_in(token, "r").await.unwrap() {
        Some(SignedIn::Viewer(viewer)) => {
            let listed = world.store.members(&viewer, &MemberFilter::default()).await.unwrap().total > 0;
            let card = answered(world.store.member(&viewer, member).await);
            let page = answered(world.store.unit(&viewer, club, None).await);
            assert!(listed == card && card == page, "{listed} {card} {page}");
            page
        }
        Some(SignedIn::WithoutMandate { .. }) => false,
        None => panic!("the session is over"),
    }
}

fn answered<T: std::fmt::Debug>(answer: Result<T, StoreError>) -> bool {
    match answer {
        Ok(_) => true,
        Err(StoreError::NotFound) => false,
        Err(other) => panic!("{other:?}"),
    }
}

async fn states(world: &World, token: &Token) -> Vec<MandateState> {
    match world.store.signed_in(token, "r").await.unwrap() {
        Some(SignedIn::Viewer(viewer)) => world.store.my_other_mandates(&viewer).await.unwrap().into_iter().map(|one| one.state).collect(),
        other => panic!("{other:?}"),
    }
}

/// A union in which `holder` holds the office under test in C1 and, all the time, one that shows nothing of C1.
fn with(change: impl Fn(&mut domain::registry::MandateLine)) -> Union {
    let mut union = Union::small();
    union.member("holder", "L1");
    union.holds("holder", Office::CLUB_BOARD, "C2");
    change(union.holds("holder", Office::CLUB_SECRETARY, "C1"));
    union
}

both! {
    async fn it_begins_and_ends_with_its_days(world: World) {
        world.import(&with(|line| (line.from, line.to) = (in_days(1), Some(in_days(2))))).await;
        let (m1, c1) = (world.member_id("m1").await, unit_ids(&world).await["C1"]);
        // Ten minutes to midnight in Oslo: the session lives over it.
        world.clock.advance_seconds(13 * 3600 + 50 * 60);
        let token = world.log_in("holder").await.unwrap();
        assert!(!sees(&world, &token, m1, c1).await, "planned");
        assert_eq!(states(&world, &token).await, [MandateState::Planned]);
        world.clock.advance_seconds(15 * 60);
        assert!(sees(&world, &token, m1, c1).await, "its first day, without any import");
        assert_eq!(states(&world, &token).await, []);
        world.clock.advance_seconds(24 * 3600 + 23 * 3600 + 45 * 60);
        let token = world.log_in("holder").await.unwrap();
        assert!(sees(&world, &token, m1, c1).await, "its last day");
        world.clock.advance_seconds(15 * 60);
        assert!(!sees(&world, &token, m1, c1).await, "over");
        assert_eq!(states(&world, &token).await, [MandateState::Ended]);
    }

    async fn it_is_revoked_from_the_next_request_or_from_a_day(world: World) {
        world.import(&with(|line| line.to = Some(in_days(300)))).await;
        let (m1, c1) = (world.member_id("m1").await, unit_ids(&world).await["C1"]);
        let token = world.log_in("holder").await.unwrap();
        assert!(sees(&world, &token, m1, c1).await);
        let today = with(|line| (line.to, line.revoked) = (Some(in_days(300)), Some(in_days(0))));
        let report = world.import(&today).await;
        assert_eq!((report.mandates.changed, report.mandates.added, report.mandates.ended), (1, 0, 0));
        assert!(!sees(&world, &token, m1, c1).await, "on the next request");
        assert_eq!(states(&world, &token).await, [MandateState::Revoked]);
        // The history: until when it was given, and what became of it.
        let kept = "SELECT to_date || ' ' || term_ends_on || ' ' || revoked_on FROM mandates WHERE revoked_on IS NOT NULL";
        assert_eq!(world.texts(kept).await, [format!("{} {} {}", in_days(-1), in_days(300), in_days(0))]);

        // A day that is to come; and the same file again is no change.
        let tomorrow = with(|line| (line.to, line.revoked) = (Some(in_days(300)), Some(in_days(1))));
        world.import(&tomorrow).await;
        assert!(world.import(&tomorrow).await.is_unchanged());
        assert!(sees(&world, &token, m1, c1).await, "today still");
        world.clock.advance_seconds(13 * 3600 + 50 * 60);
        let token = world.log_in("holder").await.unwrap();
        assert!(sees(&world, &token, m1, c1).await);
        world.clock.advance_seconds(15 * 60);
        assert!(!sees(&world, &token, m1, c1).await);
        assert_eq!(states(&world, &token).await, [MandateState::Revoked]);
    }

    async fn what_goes_out_of_the_file_goes_at_once_and_is_remembered(world: World) {
        world.import(&with(|_| {})).await;
        let (m1, c1) = (world.member_id("m1").await, unit_ids(&world).await["C1"]);
        let token = world.log_in("holder").await.unwrap();
        assert!(sees(&world, &token, m1, c1).await);
        let mut without = with(|_| {});
        without.mandates.pop();
        world.import(&without).await;
        assert!(!sees(&world, &token, m1, c1).await);
        assert_eq!(states(&world, &token).await, [MandateState::Revoked]);
        world.import(&with(|_| {})).await;
        assert!(sees(&world, &token, m1, c1).await, "and back");
        // With the unit itself.
        let mut merged = with(|_| {});
        merged.units.retain(|unit| unit.id != "C1");
        merged.coverages.retain(|line| line.unit != "C1");
        merged.mandates.retain(|line| line.unit != "C1");
        world.import(&merged).await;
        assert!(!sees(&world, &token, m1, c1).await);
    }

    async fn many_revoked_at_once_are_not_believed(world: World) {
        let mut union = Union::small();
        for n in 0..10 {
            union.member(&format!("x{n}"), "L1");
            union.holds(&format!("x{n}"), Office::CLUB_BOARD, "C1");
        }
        world.import(&union).await;
        for line in union.mandates.iter_mut().filter(|line| line.member.starts_with('x')) {
            line.revoked = Some(in_days(0));
        }
        let asked = store::registry::Asked::of(domain::identity::Accept::SyntheticOnly);
        let outcome = world.store.import_registry(union.lines(), &asked).await.unwrap().outcome;
        assert!(matches!(outcome, store::registry::Outcome::Held(_)), "{outcome:?}");
    }
}
