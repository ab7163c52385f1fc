//! The access matrix: in force from the next request on, and the mandates too.

use domain::access::{Policy, PolicyError};
use domain::cases::Sensitivity;
use domain::members::MemberFilter;
use domain::org::Office;
use store::policy::NewPolicyError;
use store::{SignedIn, Store};

use crate::cases::opened;
use crate::search::all_members;
use crate::union::{Union, org};
use crate::world::both;

/// The standard without the lines that begin so.
fn without(start: &str) -> String {
    Policy::standard_text().lines().filter(|line| !line.starts_with(start)).fold(String::new(), |text, line| text + line + "\n")
}

both! {
    async fn a_new_version_holds_from_the_next_request_on_every_node(world: World) {
        world.import(&Union::small()).await;
        let token = world.log_in("rep").await.unwrap();
        let other_node = Store::open(world.options.clone()).await.unwrap();
        let sees = async |store: &Store| match store.signed_in(&token, "r").await.unwrap() {
            Some(SignedIn::Viewer(viewer)) => store.members(&viewer, &MemberFilter::default()).await.unwrap().total,
            other => panic!("{other:?}"),
        };
        assert_eq!((sees(&world.store).await, sees(&other_node).await), (4, 4));
        let version = world.store.set_policy(&without("PTV;member.basics"), None, "prøven", "Uten medlemmer").await.unwrap();
        assert_eq!(version, 1);
        assert_eq!((sees(&world.store).await, sees(&other_node).await), (0, 0));
        assert_eq!(other_node.set_policy(Policy::standard_text(), None, "prøven", "Tilbake").await.unwrap(), 2);
        assert_eq!((sees(&world.store).await, sees(&other_node).await), (4, 4));
        assert_eq!(world.store.policy_text().await.unwrap(), Policy::standard_text());
    }

    async fn a_wrong_version_changes_nothing(world: World) {
        let before = world.contents(&[]).await;
        let wrong = format!("{}ADMIN;case.contents.health;see;unit;Fordi.\n", Policy::standard_text());
        let answer = world.store.set_policy(&wrong, None, "prøven", "").await;
        assert!(matches!(answer, Err(NewPolicyError::Table(PolicyError::Senseless(..)))), "{answer:?}");
        assert_eq!(world.contents(&[]).await, before);
        assert_eq!(world.store.policy().await.unwrap().version, 0);
    }

    async fn a_mandate_that_ends_by_import_ends_the_open_session_s_access(world: World) {
        let mut union = Union::small();
        world.import(&union).await;
        let token = world.log_in("rep").await.unwrap();
        assert!(matches!(world.store.signed_in(&token, "r").await.unwrap(), Some(SignedIn::Viewer(_))));
        union.mandates.retain(|mandate| mandate.member != "rep");
        world.import(&union).await;
        assert!(matches!(world.store.signed_in(&token, "r").await.unwrap(), Some(SignedIn::WithoutMandate { .. })));
        // And one that lasts until yesterday, without any import.
        union.holds("rep", Office::WORKPLACE_REP, "C1").to = Some(crate::union::in_days(0));
        world.import(&union).await;
        assert!(matches!(world.store.signed_in(&token, "r").await.unwrap(), Some(SignedIn::Viewer(_))));
        world.clock.advance_seconds(24 * 3600);
        let token = world.log_in("rep").await.unwrap();
        assert!(matches!(world.store.signed_in(&token, "r").await.unwrap(), Some(SignedIn::WithoutMandate { .. })));
    }

    async fn a_party_at_another_workplace_is_named_and_not_linked(world: World) {
        let mut union = Union::small();
        union.mandates.iter_mut().find(|mandate| mandate.member == "rep").unwrap().workplace = Some(org(11));
        world.import(&union).await;
        let (rep, leader) = (world.viewer("rep").await, world.viewer("leader").await);
        for (about, linked) in [("m1", true), ("m2", false)] {
            let case = opened(&world, &leader, about, Sensitivity::General).await;
            world.take_part(case, rep.person()).await;
            assert_eq!(world.whole(&rep, case).await.parties[0].card.is_some(), linked, "{about}");
            assert!(world.whole(&leader, case).await.parties[0].card.is_some(), "{about}");
        }
    }

    async fn a_lawyer_sees_nobody_but_whom_they_are_named_for(world: World) {
        let mut union = Union::small();
        union.unit("J", domain::org::UnitKind::Legal, Some("F"));
        union.holds("m3", Office::LAWYER, "J");
        world.import(&union).await;
        assert!(!world.viewer("m3").await.sees_members());
        let line = union.members.iter_mut().find(|line| line.id == "m1").unwrap();
        (line.shielded, line.helper) = (Some(true), Some("m3".to_owned()));
        world.import(&union).await;
        let lawyer = world.viewer("m3").await;
        assert!(lawyer.sees_members());
        assert_eq!(all_members(&world, &lawyer, MemberFilter::default()).await.0, 1);
    }

    async fn a_protected_member_is_the_named_helper_s_alone(world: World) {
        let mut union = Union::small();
        let line = union.members.iter_mut().find(|line| line.id == "m1").unwrap();
        (line.shielded, line.helper) = (Some(true), Some("outsider".to_owned()));
        world.import(&union).await;
        let m1 = world.member_id("m1").await;
        for who in ["rep", "leader", "officer"] {
            let viewer = world.viewer(who).await;
            assert!(world.store.member(&viewer, m1).await.is_err(), "{who}");
            let (total, rows) = all_members(&world, &viewer, MemberFilter::default()).await;
            assert!(rows.len() as u64 == total && rows.iter().all(|row| row.id != m1), "{who}");
        }
        // The helper is no representative where m1 works: being named is enough.
        let helper = world.viewer("outsider").await;
        let card = world.store.member(&helper, m1).await.unwrap();
        assert!(card.protected && card.contact);
        let (total, rows) = all_members(&world, &helper, MemberFilter::default()).await;
        assert_eq!((total, rows.len()), (3, 3));
        let found = all_members(&world, &helper, MemberFilter { query: "m1".into(), ..MemberFilter::default() }).await;
        assert_eq!((found.0, found.1[0].id), (1, m1));
        // Another name in the next file: the first helper has seen the last of it.
        union.members.iter_mut().find(|line| line.id == "m1").unwrap().helper = Some("rep".to_owned());
        world.import(&union).await;
        assert!(world.store.member(&world.viewer("outsider").await, m1).await.is_err());
        assert!(world.store.member(&world.viewer("rep").await, m1).await.is_ok());
    }
}
