//! Another site cannot make a logged-in browser change anything. The whole table is a unit test of `csrf`; here is
//! that it stands before every address.

use http::Method;

use crate::world::{ORIGIN, World};

#[tokio::test]
async fn every_address_is_protected() {
    let world = World::new().await;
    let mut client = world.login("ptv").await;
    let paths = ["/logg-ut", "/sprak", "/logg-inn", "/api/finnes/ikke", "/i-dag", "/", "/helse", "/pkg/klar.css", "/finnes/ikke"];
    let attacks: [&[(&str, &str)]; 6] = [
        &[("sec-fetch-site", "cross-site"), ("origin", "https://evil.example")],
        &[("sec-fetch-site", "same-site"), ("origin", "https://www.example.org")],
        &[("origin", "https://evil.example")],
        &[("origin", "null")],
        &[("content-type", "text/plain")],
        &[],
    ];
    for path in paths {
        for method in [Method::POST, Method::PUT, Method::DELETE, Method::PATCH] {
            for attack in attacks {
                let answer = client.send(method.clone(), path, attack, "a=b").await;
                assert_eq!(answer.status(), 403, "{method} {path} {attack:?}");
            }
        }
    }
    assert_eq!(world.rows("sessions").await, 1);
    assert_eq!(client.get("/i-dag").await.status(), 200);
}

#[tokio::test]
async fn our_own_forms_pass_in_old_browsers_too() {
    let world = World::new().await;
    let form = ("content-type", "application/x-www-form-urlencoded");
    for headers in [[("sec-fetch-site", "same-origin"), form], [("sec-fetch-site", "none"), form], [("origin", ORIGIN), form]] {
        let mut client = world.login("ptv").await;
        assert_eq!(client.send(Method::POST, "/logg-ut", &headers, "").await.status(), 200, "{headers:?}");
    }
}

#[tokio::test]
async fn a_link_from_elsewhere_leads_in() {
    let world = World::new().await;
    let headers = [("sec-fetch-site", "cross-site"), ("sec-fetch-mode", "navigate"), ("sec-fetch-dest", "document")];
    assert_eq!(world.login("ptv").await.send(Method::GET, "/i-dag", &headers, "").await.status(), 200);
}

#[tokio::test]
async fn a_person_is_told_and_a_program_gets_a_code() {
    let world = World::new().await;
    let mut client = world.login("ptv").await;
    let page = client.send(Method::POST, "/logg-ut", &[("accept", "text/html"), ("sec-fetch-site", "cross-site")], "").await;
    assert_eq!(page.text_of("h1").as_deref(), Some("Forespørselen ble stoppet"));
    let answer = client.send(Method::POST, "/logg-ut", &[("sec-fetch-site", "cross-site")], "").await;
    assert_eq!(answer.json()["error"], "cross_site");
}
