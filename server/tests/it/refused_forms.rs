//! A form without script that is refused: a page for people, with the true status and a way home.

use crate::access::{Caller, Gets, rows};
use crate::scene::Scene;
use crate::world::{Answer, ORIGIN};

fn is_a_page_with_a_way_home(answer: &Answer, what: &str) {
    assert!(answer.header("content-type").unwrap().starts_with("text/html"), "{what}");
    assert_eq!(answer.attributes("html", "lang"), [Some("nb".to_owned())], "{what}");
    let ways: Vec<_> = answer.attributes("main a", "href").into_iter().flatten().collect();
    assert_eq!(ways, ["/i-dag"], "{what}");
    assert_eq!(answer.text_of("main a").as_deref(), Some("Gå til I dag"));
    assert_eq!(answer.location(), None, "{what}: it is an answer, not a detour");
    assert!(!answer.text().contains("__err"), "{what}");
    assert!(answer.header("content-security-policy").unwrap().contains("default-src 'none'"));
}

#[tokio::test]
async fn every_refused_form_is_answered_with_a_page_and_the_true_status() {
    let scene = Scene::new().await;
    let mut seen = 0;
    for row in rows().into_iter().filter(|row| row.fields.is_some()) {
        for (who, gets) in row.others() {
            let status = match gets {
                Gets::NotFound => 404,
                Gets::Forbidden => 403,
                _ => continue,
            };
            let answer = row.ask(&scene, &mut scene.client(who), Caller::Form, None).await;
            assert_eq!(answer.status(), status, "{} {who}", row.route);
            is_a_page_with_a_way_home(&answer, row.route);
            seen += 1;
        }
    }
    assert!(seen >= 15, "{seen}");
}

/// The page a form comes from says nothing about where the answer goes, whatever stands in it.
#[tokio::test]
async fn where_the_form_says_it_comes_from_changes_nothing() {
    let scene = Scene::new().await;
    let from = [format!("{ORIGIN}/saker?__err=x&__path=/api/notes/add"), "https://evil.example/".to_owned()];
    for referer in from {
        let body = scene.fill("case={case}&key={key}&body=x");
        let headers = [
            ("accept", "text/html"),
            ("content-type", "application/x-www-form-urlencoded"),
            ("sec-fetch-site", "same-origin"),
            ("referer", referer.as_str()),
        ];
        let answer = scene.client("leader").send(http::Method::POST, "/api/notes/add", &headers, &body).await;
        assert_eq!(answer.status(), 403);
        is_a_page_with_a_way_home(&answer, &referer);
    }
}

/// Nonsense in place of a form is our page too, and never a fault of ours.
#[tokio::test]
async fn what_is_no_form_of_ours_is_refused_with_a_page() {
    let scene = Scene::new().await;
    let before = scene.world.contents().await;
    for row in rows().into_iter().filter(|row| row.is_function() && row.fields.is_some_and(|fields| !fields.is_empty())) {
        for body in ["", "a=b", "%", "case=%ff&draft=%ff&id=%ff", "{\"id\":1}", "case[0]=x&draft[0]=x&id[0]=x"] {
            let headers =
                [("accept", "text/html"), ("content-type", "application/x-www-form-urlencoded"), ("sec-fetch-site", "same-origin")];
            let answer = scene.client("ptv").send(http::Method::POST, row.route, &headers, body).await;
            assert!([404, 422].contains(&answer.status()), "{} {body:?}: {}", row.route, answer.status());
            is_a_page_with_a_way_home(&answer, row.route);
            // A program is told the same, and not that it was a fault of ours.
            let headers = [("accept", "application/json"), headers[1], headers[2]];
            let status = scene.client("ptv").send(http::Method::POST, row.route, &headers, body).await.status();
            assert_eq!(status, answer.status(), "{} {body:?}", row.route);
        }
    }
    assert!(scene.world.contents().await == before);
}

#[tokio::test]
async fn an_unknown_server_function_is_a_page_for_people_too() {
    let scene = Scene::new().await;
    let answer = scene.client("ptv").post_form("/api/finnes/ikke", &[]).await;
    assert_eq!(answer.status(), 404);
    is_a_page_with_a_way_home(&answer, "/api/finnes/ikke");
}
