//! The security headers stand on every answer, whatever it is.

use std::collections::HashSet;

use http::Method;

use crate::world::{Answer, World};

fn check(answer: &Answer, what: &str) {
    for (name, value) in [
        ("x-content-type-options", "nosniff"),
        ("referrer-policy", "same-origin"),
        ("cross-origin-opener-policy", "same-origin"),
        ("cross-origin-resource-policy", "same-origin"),
        ("x-robots-tag", "noindex, nofollow"),
        ("strict-transport-security", "max-age=31536000; includeSubDomains"),
    ] {
        assert_eq!(answer.header(name), Some(value), "{what}: {name}");
        assert_eq!(answer.headers().get_all(name).iter().count(), 1, "{what}: {name}");
    }
    assert!(answer.header("permissions-policy").is_some_and(|policy| policy.contains("camera=()")), "{what}");
    let policy = answer.header("content-security-policy").unwrap_or_default();
    assert!(
        policy.starts_with("default-src 'none'; ") && policy.contains("frame-ancestors 'none'") && policy.contains("base-uri 'none'"),
        "{what}: {policy}"
    );
    assert!(!policy.contains("unsafe-inline") && !policy.contains("'unsafe-eval'") && !policy.contains('*'), "{what}: {policy}");
    assert_eq!(answer.headers().get_all("content-security-policy").iter().count(), 1, "{what}");
    let request_id = answer.header("x-request-id").unwrap_or_default();
    assert!(uuid::Uuid::try_parse(request_id).is_ok(), "{what}");
    assert!(answer.header("cache-control").is_some(), "{what}");
}

#[tokio::test]
async fn on_every_kind_of_answer() {
    let world = World::new().await;
    let mut client = world.login("ptv").await;
    let same = [("sec-fetch-site", "same-origin"), ("accept", "text/html")];
    for (method, path, headers, status) in [
        (Method::GET, "/i-dag", &same[..], 200),
        (Method::HEAD, "/i-dag", &same[..], 200),
        (Method::GET, "/", &same[..], 303),
        (Method::GET, "/finnes/ikke", &same[..], 404),
        (Method::POST, "/i-dag", &same[..], 405),
        (Method::POST, "/logg-ut", &[][..], 403),
        (Method::POST, "/api/finnes/ikke", &same[..], 404),
        (Method::GET, "/pkg/klar.css", &[][..], 200),
        (Method::GET, "/pkg/finnes-ikke.css", &[][..], 404),
        (Method::GET, "/helse", &[][..], 200),
        (Method::GET, "/logg-inn/svar?code=x", &[][..], 303),
        (Method::OPTIONS, "/i-dag", &[][..], 405),
        (Method::TRACE, "/i-dag", &same[..], 405),
        (Method::POST, "/sprak", &same[..], 415),
    ] {
        let answer = client.send(method.clone(), path, headers, "").await;
        let what = format!("{method} {path}");
        assert_eq!(answer.status(), status, "{what}");
        check(&answer, &what);
        let expected = if path == "/pkg/klar.css" { "no-cache" } else { "no-store" };
        assert_eq!(answer.header("cache-control"), Some(expected), "{what}");
        assert_eq!(answer.header("access-control-allow-origin"), None);
    }
    let large = client.post_form("/sprak", &[("lang", &"x".repeat(1100 * 1024))]).await;
    check(&large, "413");
    let logout = client.post_form("/logg-ut", &[]).await;
    check(&logout, "logout");
    check(&world.client().get("/saker").await, "to the login");
    check(&world.client().get("/logg-inn").await, "to the provider");
}

#[tokio::test]
async fn the_policy_and_the_page_have_the_same_nonce_and_never_again() {
    let world = World::new().await;
    let mut client = world.login("ptv").await;
    let mut seen = HashSet::new();
    for path in ["/i-dag", "/finnes/ikke"].into_iter().cycle().take(50) {
        let page = client.get(path).await;
        let policy = page.header("content-security-policy").unwrap().to_owned();
        let nonce = policy.split("'nonce-").nth(1).unwrap().split('\'').next().unwrap().to_owned();
        assert!(policy.contains(&format!("script-src 'nonce-{nonce}' 'strict-dynamic' 'wasm-unsafe-eval'; style-src 'self';")), "{policy}");
        assert!(nonce.len() == 22);
        let scripts = page.attributes("script", "nonce");
        assert!(!scripts.is_empty() && scripts.iter().all(|own| own.as_deref() == Some(nonce.as_str())), "{path}: {scripts:?}");
        assert!(page.attributes("[style]", "style").is_empty(), "{path}");
        assert!(page.attributes("style", "media").is_empty(), "{path}");
        assert!(seen.insert(nonce));
    }
}

#[tokio::test]
async fn forms_may_go_to_us_and_to_the_provider() {
    let world = World::new().await;
    let mut client = world.client();
    let page = client.get("/").await;
    let expected = format!("form-action 'self' {};", world.test_id.issuer());
    assert!(page.header("content-security-policy").unwrap().contains(&expected));
}

#[tokio::test]
async fn the_number_of_a_request_is_ours() {
    let world = World::new().await;
    let answer = world.client().send(Method::GET, "/", &[("x-request-id", "theirs")], "").await;
    assert_ne!(answer.header("x-request-id"), Some("theirs"));
}

#[tokio::test]
async fn files_are_served_from_where_they_belong_and_nowhere_else() {
    let world = World::new().await;
    let mut client = world.client();
    let hashed = client.get("/pkg/klar.0123456789abcdefXY.js").await;
    assert_eq!(hashed.header("cache-control"), Some("public, max-age=31536000, immutable"));
    assert_eq!(client.get("/favicon.svg").await.header("cache-control"), Some("public, max-age=604800"));
    let brotli = client.send(Method::GET, "/pkg/klar.css", &[("accept-encoding", "br")], "").await;
    assert_eq!((brotli.header("content-encoding"), brotli.header("content-type")), (Some("br"), Some("text/css")));
    for path in ["/secret.txt", "/pkg/../secret.txt", "/pkg/%2e%2e/secret.txt", "/pkg/..%2fsecret.txt", "/pkg/", "/pkg", "/pkg//etc/passwd"]
    {
        let answer = client.get(path).await;
        assert!(answer.status() != 200 && answer.text() != "no", "{path} {}", answer.status());
    }
}

#[tokio::test]
async fn pages_are_compressed_for_those_who_can_read_it() {
    let world = World::new().await;
    let mut client = world.login("ptv").await;
    for (accept, encoding) in [("br, gzip", Some("br")), ("gzip", Some("gzip")), ("identity", None)] {
        let page = client.send(Method::GET, "/i-dag", &[("accept-encoding", accept), ("accept", "text/html")], "").await;
        assert_eq!((page.status(), page.header("content-encoding")), (200, encoding));
    }
}
