//! Logging out: here first, then at the provider.

use scraper::Selector;

use crate::world::{Answer, ORIGIN, World};

fn fields(page: &Answer) -> Vec<(String, String)> {
    let html = page.html();
    let inputs = Selector::parse("form input").unwrap();
    html.select(&inputs).map(|input| (input.attr("name").unwrap().to_owned(), input.attr("value").unwrap().to_owned())).collect()
}

async fn at_the_provider(page: &Answer) -> reqwest::Response {
    let action = page.attributes("form", "action").remove(0).unwrap();
    let client = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).build().unwrap();
    client.post(action).form(&fields(page)).send().await.unwrap()
}

#[tokio::test]
async fn the_session_is_over_on_the_server_before_the_provider_is_asked() {
    let world = World::new().await;
    let mut client = world.login("ptv").await;
    let token = client.cookie("__Host-klar").unwrap().to_owned();
    let page = client.post_form("/logg-ut", &[]).await;
    assert_eq!((page.status(), world.rows("sessions").await, world.test_id.logout_calls()), (200, 0, 0));
    assert_eq!(client.cookie("__Host-klar"), None);
    assert_eq!(page.header("clear-site-data"), Some("\"cache\", \"storage\""));
    assert_eq!(page.header("cache-control"), Some("no-store"));
    assert_eq!(world.client_with(&token).get("/i-dag").await.status(), 303);
}

#[tokio::test]
async fn the_provider_is_asked_by_a_form_and_sends_people_back() {
    let world = World::new().await;
    let mut client = world.login("ptv").await;
    let page = client.post_form("/logg-ut", &[]).await;
    assert_eq!(page.attributes("form", "action"), [Some(format!("{}/logout", world.test_id.issuer()))]);
    assert_eq!(page.attributes("form", "method"), [Some("post".to_owned())]);
    // The script may run: its hash is in the policy.
    assert!(page.header("content-security-policy").unwrap().starts_with("default-src 'none'; script-src 'sha256-"));
    let back = at_the_provider(&page).await;
    assert_eq!(back.status(), 303);
    let back = back.headers()["location"].to_str().unwrap().strip_prefix(ORIGIN).unwrap().to_owned();
    assert!(back.starts_with("/logg-ut/svar?state="), "{back}");
    let answer = client.get(&back).await;
    assert_eq!(answer.location(), Some("/?utlogget=1"));
    assert_eq!(client.get("/?utlogget=1").await.status(), 200);
    assert_eq!(client.cookie("__Host-klar-logout"), None);
}

#[tokio::test]
async fn an_answer_that_was_not_asked_for_says_nothing() {
    let world = World::new().await;
    let mut client = world.login("ptv").await;
    client.post_form("/logg-ut", &[]).await;
    for back in ["/logg-ut/svar", "/logg-ut/svar?state=another"] {
        assert_eq!(client.clone().get(back).await.location(), Some("/"), "{back}");
        assert_eq!(world.client().get(back).await.location(), Some("/"), "{back}");
    }
}

#[tokio::test]
async fn who_is_not_logged_in_can_log_out_too() {
    let world = World::new().await;
    let answer = world.client().post_form("/logg-ut", &[]).await;
    assert_eq!(answer.location(), Some("/?utlogget=1"));
}

#[tokio::test]
async fn a_link_does_not_log_out() {
    let world = World::new().await;
    let mut client = world.login("ptv").await;
    assert_eq!(client.get("/logg-ut").await.status(), 405);
    assert_eq!(world.rows("sessions").await, 1);
}

#[tokio::test]
async fn without_the_provider_one_is_logged_out_here_all_the_same() {
    let world = World::new().await;
    let mut client = world.login("ptv").await;
    world.test_id.set_fault(testkit::test_id::Fault::DiscoveryIssuerMismatch);
    assert_eq!(client.post_form("/logg-ut", &[]).await.status(), 200);
    assert_eq!(world.rows("sessions").await, 0);
}
