//! Handlers that panic or hang: there are none on purpose, so these are made for the test.

use std::time::Duration;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::middleware::{from_fn, from_fn_with_state};
use axum::routing::get;
use domain::Timestamp;
use http::{Request, StatusCode};
use store::{Clock, Store, StoreOptions};
use tower::ServiceExt;

use crate::{AppState, Config, headers, limits, request_id};

async fn router() -> (tempfile::TempDir, Router) {
    let folder = tempfile::tempdir().unwrap();
    let config = Config::parse(
        "public_url = \"https://klar.example.org\"\n[oidc]\nissuer = \"https://id.example.org\"\nclient_id = \"klar\"\n\
         client_secret = \"s\"\nnational_id_claim = \"pid\"\naccepted_acr = [\"high\"]\n",
    );
    let options = StoreOptions {
        database_url: format!("sqlite://{}", folder.path().join("klar.db").display()),
        key_file: folder.path().join("keys.json"),
        clock: Clock::fixed(Timestamp(0)),
    };
    let app = AppState::new(&config.unwrap(), Store::open(options).await.unwrap()).unwrap();
    let panics = || async {
        if true {
            panic!("the secret of 01918502064")
        }
    };
    let router = Router::new()
        .route("/panics", get(panics))
        .route("/hangs", get(|| tokio::time::sleep(Duration::from_secs(3600))))
        .layer(from_fn_with_state(app.clone(), limits::time_out))
        .layer(from_fn_with_state(app.clone(), limits::catch_panic))
        .layer(from_fn_with_state(app, headers::secure))
        .layer(from_fn(request_id::number));
    (folder, router)
}

/// The status, the number of the request, whether it has the headers, and the text.
async fn ask(router: &Router, path: &str, headers: &[(&str, &str)]) -> (StatusCode, String, bool, String) {
    let request = headers.iter().fold(Request::builder().uri(path), |request, (name, value)| request.header(*name, *value));
    let response = router.clone().oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
    let id = response.headers()["x-request-id"].to_str().unwrap().to_owned();
    let secure = response.headers().contains_key("content-security-policy");
    (response.status(), id, secure, String::from_utf8(to_bytes(response.into_body(), 10_000).await.unwrap().to_vec()).unwrap())
}

#[tokio::test]
async fn a_panic_is_a_page_with_the_number_to_look_for() {
    let (_folder, router) = router().await;
    let (status, id, secure, page) = ask(&router, "/panics", &[("accept", "text/html")]).await;
    assert_eq!((status, secure), (StatusCode::INTERNAL_SERVER_ERROR, true));
    assert!(page.contains("Noe gikk galt hos oss") && page.contains(&id) && !page.contains("01918502064"), "{page}");
    let (_, _, _, page) = ask(&router, "/panics", &[("accept", "text/html"), ("cookie", "lang=nn")]).await;
    assert!(page.contains("Noko gjekk gale hos oss"));
    let (status, id, _, json) = ask(&router, "/panics", &[]).await;
    assert_eq!((status, json), (StatusCode::INTERNAL_SERVER_ERROR, format!(r#"{{"error":"internal","id":"{id}"}}"#)));
}

#[tokio::test]
async fn what_hangs_is_given_up() {
    let (_folder, router) = router().await;
    tokio::time::pause();
    let (status, id, secure, page) = ask(&router, "/hangs", &[("accept", "text/html")]).await;
    assert_eq!((status, secure), (StatusCode::SERVICE_UNAVAILABLE, true));
    assert!(page.contains("KLAR svarer ikke akkurat nå") && page.contains(&id), "{page}");
}
