//! Whatever a provider can do wrong, nobody gets in by it.

use std::time::Duration;

use testkit::test_id::Fault;

use crate::world::World;

/// What the person is told.
fn expected(fault: Fault) -> &'static str {
    match fault {
        Fault::DiscoveryIssuerMismatch | Fault::HugeDiscovery | Fault::TokenEndpointDown | Fault::SlowToken(_) | Fault::TokenRedirect => {
            "nede"
        }
        Fault::LowAcr | Fault::MissingAcr => "svak",
        // Another state is another browser's answer, for all one can know.
        Fault::WrongStateInResponse => "utlopt",
        _ => "avvist",
    }
}

/// How far it gets: the provider is not asked for a token when the answer is wrong already.
fn token_calls(fault: Fault) -> u64 {
    match fault {
        Fault::DiscoveryIssuerMismatch
        | Fault::HugeDiscovery
        | Fault::WrongStateInResponse
        | Fault::WrongIssInResponse
        | Fault::MissingIssInResponse => 0,
        _ => 1,
    }
}

async fn try_it(fault: Fault) {
    let world = World::new().await;
    world.test_id.set_fault(fault);
    let mut client = world.client();
    let start = client.get("/logg-inn").await;
    let answer = match start.location().unwrap() {
        failed if failed.starts_with("/logg-inn/feil") => start,
        to => {
            let back = world.vouch(to, "ptv").await;
            client.get(&back).await
        }
    };
    let location = answer.location().unwrap();
    assert_eq!(answer.status(), 303, "{fault:?}");
    assert!(location.starts_with(&format!("/logg-inn/feil?hvorfor={}&id=", expected(fault))), "{fault:?}: {location}");
    assert!(!answer.gives_a_session(), "{fault:?}");
    assert_eq!(client.cookie("__Host-klar"), None, "{fault:?}");
    assert_eq!(world.rows("sessions").await, 0, "{fault:?}");
    assert_eq!((world.test_id.token_calls(), world.test_id.redirects_followed()), (token_calls(fault), 0), "{fault:?}");
    // And when the provider is well again, so is the login.
    world.test_id.clear_fault();
    world.login("ptv").await;
}

#[tokio::test]
async fn every_fault_of_the_provider_ends_without_a_session() {
    for fault in Fault::ALL.into_iter().filter(|fault| !matches!(fault, Fault::SlowToken(_))) {
        try_it(fault).await;
    }
}

#[tokio::test]
async fn a_slow_provider_is_given_five_seconds() {
    let started = std::time::Instant::now();
    try_it(Fault::SlowToken(Duration::from_secs(20))).await;
    assert!(started.elapsed() < Duration::from_secs(15));
}

#[tokio::test]
async fn clocks_may_be_a_minute_apart_and_no_more() {
    for (drift, accepted) in [(-55, true), (-65, false), (355, true), (365, false)] {
        // The provider's tokens are valid for five minutes.
        let world = World::new().await;
        let mut client = world.client();
        let to = world.begin(&mut client, "/").await;
        let back = world.vouch(&to, "ptv").await;
        world.drift(drift);
        assert_eq!(client.get(&back).await.gives_a_session(), accepted, "{drift}");
    }
}
