//! Who gets to which page at all.

use http::Method;

use crate::world::World;

#[tokio::test]
async fn who_is_not_logged_in_is_sent_to_the_login_from_every_page() {
    let world = World::new().await;
    for page in ["/i-dag", "/saker?eier=meg&status=open", "/medlemmer", "/finnes/ikke", "/uten-verv", "/.env"] {
        let answer = world.client().get(page).await;
        assert_eq!((answer.status(), answer.location()), (303, Some(app::routes::login_to(page).as_str())), "{page}");
        assert!(answer.cookies().is_empty());
    }
    for page in ["/", "/logg-inn/feil?hvorfor=nede"] {
        assert_eq!(world.client().get(page).await.status(), 200, "{page}");
    }
    assert_eq!(world.client().get("/helse").await.json(), serde_json::json!({ "status": "ok" }));
}

#[tokio::test]
async fn a_page_that_does_not_exist_is_404_for_those_who_are_logged_in() {
    let world = World::new().await;
    let mut client = world.login("ptv").await;
    assert_eq!(client.get("/finnes/ikke").await.status(), 404);
    assert_eq!(client.get("/i-dag").await.status(), 200);
}

#[tokio::test]
async fn server_functions_answer_programs_with_a_status_and_people_with_a_page() {
    let world = World::new().await;
    let program = [("sec-fetch-site", "same-origin"), ("accept", "application/json")];
    let answer = world.client().send(Method::POST, "/api/finnes/ikke", &program, "").await;
    assert_eq!((answer.status(), answer.json()), (401, serde_json::json!({ "error": "unauthenticated" })));
    let mut member = world.client();
    world.log_in(&mut member, "member", "/").await;
    let answer = member.send(Method::POST, "/api/finnes/ikke", &program, "").await;
    assert_eq!((answer.status(), answer.json()), (403, serde_json::json!({ "error": "forbidden" })));
    assert_eq!(member.post_form("/api/finnes/ikke", &[]).await.location(), Some("/uten-verv?ikke-lagret=1"));
    let referer = format!("{}/saker/ny", crate::world::ORIGIN);
    let form = [("sec-fetch-site", "same-origin"), ("accept", "text/html"), ("referer", referer.as_str())];
    let answer = world.client().send(Method::POST, "/api/finnes/ikke", &form, "").await;
    assert_eq!((answer.status(), answer.location()), (303, Some("/?borte=1&til=/saker/ny")));
    let elsewhere = [("sec-fetch-site", "same-origin"), ("accept", "text/html"), ("referer", "https://klar.example.org.evil.example/x")];
    let answer = world.client().send(Method::POST, "/api/finnes/ikke", &elsewhere, "").await;
    assert_eq!(answer.location(), Some("/?borte=1&til=/i-dag"));
    // No advice for developers.
    let answer = world.login("ptv").await.send(Method::POST, "/api/finnes/ikke", &program, "").await;
    assert_eq!((answer.status(), answer.json()), (404, serde_json::json!({ "error": "not_found" })));
}

#[tokio::test]
async fn the_language_is_chosen_by_a_form_and_remembered() {
    let world = World::new().await;
    let mut client = world.client();
    assert_eq!(client.get("/").await.attributes("html", "lang"), [Some("nb".to_owned())]);
    let answer = client.post_form("/sprak", &[("lang", "nn"), ("til", "/logg-inn/feil?x=1")]).await;
    assert_eq!(answer.location(), Some("/"), "only to pages");
    assert_eq!(answer.cookies(), ["lang=nn; Path=/; SameSite=Lax; Max-Age=31536000; Secure"]);
    assert_eq!(client.get("/").await.attributes("html", "lang"), [Some("nn".to_owned())]);
    let answer = client.post_form("/sprak", &[("lang", "<script>"), ("til", "//evil.example")]).await;
    assert_eq!((answer.location(), answer.cookies().len()), (Some("/"), 0));
    let accept = [("accept-language", "de, en-GB;q=0.9")];
    let page = world.client().send(Method::GET, "/", &accept, "").await;
    assert_eq!(page.attributes("html", "lang"), [Some("en".to_owned())]);
}

#[tokio::test]
async fn requests_that_are_too_large_are_refused() {
    let world = World::new().await;
    let mut client = world.login("ptv").await;
    let answer = client.post_form("/sprak", &[("lang", &"x".repeat(1100 * 1024))]).await;
    assert_eq!(answer.status(), 413);
    assert_eq!(client.get(&format!("/saker?q={}", "x".repeat(9000))).await.status(), 414);
    assert_eq!(client.get("/i-dag").await.status(), 200);
}
