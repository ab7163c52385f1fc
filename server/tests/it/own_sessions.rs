//! Where one is logged in: what the page shows, and that ending a session ends it everywhere.

use http::Method;
use store::{Clock, Store, StoreOptions};

use crate::world::{Client, NOW, World};

const PAGE: &str = "/mer/innlogginger";
const ANDROID: &str = "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Mobile Safari/537.36";
const WINDOWS: &str = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:143.0) Gecko/20100101 Firefox/143.0";

async fn log_in_on(world: &World, key: &str, agent: &str) -> Client {
    let mut client = world.client();
    let to = world.begin(&mut client, "/i-dag").await;
    let back = world.vouch(&to, key).await;
    let answer = client.send(Method::GET, &back, &[("user-agent", agent)], "").await;
    assert_eq!(answer.location(), Some("/i-dag"), "{}", answer.text());
    client
}

fn cookie(client: &Client) -> String {
    client.cookie("__Host-klar").unwrap().to_owned()
}

/// Whether a browser that holds this cookie is let in, on this node and on another.
async fn opens(world: &World, token: &str) -> bool {
    let here = world.client_with(token).get("/i-dag").await.status() == 200;
    let options = StoreOptions {
        database_url: world.database_url().to_owned(),
        key_file: world.key_file(),
        clock: Clock::fixed(domain::Timestamp(NOW * 1000)),
    };
    let token = store::crypto::Token::received(token).unwrap();
    let there = Store::open(options).await.unwrap().signed_in(&token, "r").await.unwrap().is_some();
    assert_eq!(here, there, "the nodes do not agree");
    here
}

/// The ids that the page's forms would send.
async fn ids(client: &mut Client) -> Vec<String> {
    let page = client.get(PAGE).await;
    page.attributes("input[name=session]", "value").into_iter().flatten().collect()
}

#[tokio::test]
async fn each_place_is_named_in_plain_words_and_this_one_is_marked() {
    let world = World::new().await;
    let mut phone = log_in_on(&world, "ptv", ANDROID).await;
    world.pass(120);
    let desk = log_in_on(&world, "ptv", WINDOWS).await;
    let page = phone.get(PAGE).await;
    let text = page.text_of("main").unwrap();
    let (here, there) = (text.find("Chrome på Android").unwrap(), text.find("Firefox på Windows").unwrap());
    let mark = text.find("Her er du nå").unwrap();
    assert!(here < mark && mark < there, "this one first: {text}");
    assert!(text.contains("Logget inn 21. september 2026 kl. 14.26") || text.contains("Logget inn 21. september 2026"), "{text}");
    assert!(text.contains("Logg ut Firefox på Windows") && !text.contains("Logg ut Chrome på Android"), "{text}");
    // What the browser called itself is kept nowhere, and no secret is on the page.
    let html = page.text();
    for secret in ["Mozilla", "141.0", &cookie(&phone), &cookie(&desk)] {
        assert!(!html.contains(secret), "{secret}");
    }
    assert_eq!(world.rows("sessions WHERE device = 'chrome android'").await, 1);
    assert_eq!(world.rows("sessions WHERE device LIKE '%Mozilla%' OR device LIKE '%/%'").await, 0);
    assert!(world.login("leader").await.get(PAGE).await.text_of("main").unwrap().contains("Du er ikke logget inn andre steder"));
}

#[tokio::test]
async fn ending_one_ends_it_at_the_next_request_on_every_node() {
    let world = World::new().await;
    let mut phone = log_in_on(&world, "ptv", ANDROID).await;
    let desk = cookie(&log_in_on(&world, "ptv", WINDOWS).await);
    let third = cookie(&world.login("ptv").await);
    let firefox = {
        let page = phone.get(PAGE).await;
        let forms = page.html();
        let item = scraper::Selector::parse("li").unwrap();
        let field = scraper::Selector::parse("input[name=session]").unwrap();
        let row = forms.select(&item).find(|row| row.text().collect::<String>().contains("Firefox")).unwrap();
        row.select(&field).next().unwrap().attr("value").unwrap().to_owned()
    };
    assert!(opens(&world, &desk).await);
    let answer = phone.post_form("/api/sessions/end", &[("session", &firefox)]).await;
    assert_eq!(answer.location(), Some("/mer/innlogginger?logget-ut=1"));
    assert!(!opens(&world, &desk).await, "a replayed cookie gets nothing");
    assert!(opens(&world, &third).await && opens(&world, &cookie(&phone)).await);
    let page = phone.get("/mer/innlogginger?logget-ut=1").await;
    assert!(page.text_of("[role=status]").unwrap().contains("Logget ut"));
    // A second click finds it over, which is what was wanted.
    let answer = phone.post_form("/api/sessions/end", &[("session", &firefox)]).await;
    assert_eq!(answer.location(), Some("/mer/innlogginger?logget-ut=1"));
    assert_eq!(phone.post_form("/api/sessions/end", &[("session", "nonsense")]).await.status(), 404);
}

#[tokio::test]
async fn ending_all_others_leaves_this_one_and_other_people_alone() {
    let world = World::new().await;
    let mut phone = log_in_on(&world, "ptv", ANDROID).await;
    let mut others = Vec::new();
    for _ in 0..3 {
        others.push(cookie(&world.login("ptv").await));
    }
    let leader = cookie(&world.login("leader").await);
    assert_eq!(phone.post_form("/api/sessions/end-others", &[]).await.location(), Some("/mer/innlogginger?logget-ut=1"));
    for token in &others {
        assert!(!opens(&world, token).await);
    }
    assert!(opens(&world, &cookie(&phone)).await && opens(&world, &leader).await);
}

#[tokio::test]
async fn nobody_ends_another_persons_session() {
    let world = World::new().await;
    let mut phone = log_in_on(&world, "ptv", ANDROID).await;
    let desk = cookie(&log_in_on(&world, "ptv", WINDOWS).await);
    let theirs = ids(&mut phone).await;
    assert_eq!(theirs.len(), 1);
    let mut leader = world.login("leader").await;
    assert!(ids(&mut leader).await.is_empty(), "nor sees it");
    // The same answer as for one that is not there.
    let answer = leader.post_form("/api/sessions/end", &[("session", &theirs[0])]).await;
    assert_eq!(answer.location(), Some("/mer/innlogginger?logget-ut=1"));
    assert_eq!(leader.post_form("/api/sessions/end-others", &[]).await.status(), answer.status());
    assert!(opens(&world, &desk).await && opens(&world, &cookie(&phone)).await);
}
