//! How long a session lives.

use crate::world::{Client, World};

const MINUTE: u32 = 60;

async fn is_logged_in(client: &mut Client) -> bool {
    client.get("/i-dag").await.status() == 200
}

#[tokio::test]
async fn half_an_hour_without_use_ends_it() {
    let world = World::new().await;
    let mut client = world.login("ptv").await;
    world.pass(29 * MINUTE);
    assert!(is_logged_in(&mut client).await);
    world.pass(29 * MINUTE);
    assert!(is_logged_in(&mut client).await, "use keeps it alive");
    world.pass(31 * MINUTE);
    let token = client.cookie("__Host-klar").unwrap().to_owned();
    let answer = client.get("/saker?eier=meg").await;
    assert_eq!(answer.location(), Some("/?borte=1&til=/saker%3Feier%3Dmeg"), "says why, and remembers where one was");
    assert_eq!(client.cookie("__Host-klar"), None, "the dead cookie is taken away");
    assert_eq!(client.get("/?borte=1&til=/saker").await.status(), 200);
    assert!(!is_logged_in(&mut world.client_with(&token)).await);
}

#[tokio::test]
async fn eight_hours_end_it_however_busy_one_is() {
    let world = World::new().await;
    let mut client = world.login("ptv").await;
    for _ in 0..24 {
        world.pass(19 * MINUTE);
        assert!(is_logged_in(&mut client).await);
    }
    world.pass(8 * 60 * MINUTE - 24 * 19 * MINUTE + 1);
    assert!(!is_logged_in(&mut client).await);
}

#[tokio::test]
async fn access_ends_when_the_mandate_does_and_not_at_the_next_login() {
    let world = World::new().await;
    let mut client = world.login("ptv").await;
    assert!(is_logged_in(&mut client).await);
    let ended = crate::world::LINES.replace(
        r#""office":"PTV","unit":"C1","from":"2025-03-01"}"#,
        r#""office":"PTV","unit":"C1","from":"2025-03-01","to":"2026-09-20"}"#,
    );
    let lines = (1..).zip(ended.lines()).map(|(number, line)| (number, domain::registry::parse_line(number, line).unwrap())).collect();
    world.store.import_registry(lines, &store::registry::Asked::of(domain::identity::Accept::SyntheticOnly)).await.unwrap();
    assert_eq!(client.get("/i-dag").await.location(), Some("/uten-verv"));
}

#[tokio::test]
async fn a_cookie_that_is_no_session_opens_nothing() {
    let world = World::new().await;
    let token = world.login("ptv").await.cookie("__Host-klar").unwrap().to_owned();
    for value in ["", "x", &token[1..], &format!("{token}="), &token.to_lowercase(), "' OR 1=1 --", &"A".repeat(5000)] {
        assert!(!is_logged_in(&mut world.client_with(value)).await, "{value}");
    }
    let twice = [("cookie", format!("__Host-klar={token}; __Host-klar={token}"))];
    let headers: Vec<_> = twice.iter().map(|(name, value)| (*name, value.as_str())).collect();
    assert_eq!(world.client().send(http::Method::GET, "/i-dag", &headers, "").await.status(), 303);
    assert!(is_logged_in(&mut world.client_with(&token)).await);
}

#[tokio::test]
async fn only_a_hash_of_the_cookie_lies_in_the_database() {
    let world = World::new().await;
    let client = world.login("ptv").await;
    let token = client.cookie("__Host-klar").unwrap();
    assert!(!format!("{:?}", world.store).contains(token));
    assert_eq!(world.rows(&format!("sessions WHERE CAST(token_hash AS text) = '{token}'")).await, 0);
}
