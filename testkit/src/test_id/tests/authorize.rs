use super::{super::AuthorizeError, *};

/// What the relying party is told about a request with these changes.
async fn error(op: &TestId, changes: &[(&str, &str)]) -> String {
    let back = get(&request(op, changes)).await.location();
    let answer = query(&back);
    assert!(back.as_str().starts_with(CALLBACK), "{back}");
    assert_eq!(answer.get("iss").map(String::as_str), Some(op.issuer()));
    assert!(answer.contains_key("error_description") && !answer.contains_key("code"));
    answer["error"].clone()
}

#[tokio::test]
async fn the_answer_carries_code_state_and_issuer_and_keeps_the_own_query() {
    let op = provider().await;
    let back = op.authorize(&request(&op, &[]), NATIONAL_ID, ACR_HIGH).await.unwrap();
    let answer = query(&back);
    assert_eq!(answer["from"], "test");
    assert_eq!(answer["state"], "the state & more");
    assert_eq!(answer["iss"], op.issuer());
    assert_eq!(answer["code"].len(), 43);
    assert_eq!(answer.len(), 4);
}

#[tokio::test]
async fn without_state_none_is_made_up() {
    let op = provider().await;
    let back = op.authorize(&request(&op, &[("state", "")]), NATIONAL_ID, ACR_HIGH).await.unwrap();
    assert!(!query(&back).contains_key("state"));
}

#[tokio::test]
async fn a_request_may_be_posted() {
    let op = provider().await;
    let url = request(&op, &[]);
    let (endpoint, body) = url.split_once('?').unwrap();
    let page = post(endpoint, &[], body).await;
    assert_eq!(page.status, 200);
    assert!(page.body.contains("Vakker Fin Blomst"));
}

#[tokio::test]
async fn cancelling_is_access_denied_with_state() {
    let op = provider().await;
    let answer = query(&op.cancel(&request(&op, &[])).await.unwrap());
    assert_eq!(answer["error"], "access_denied");
    assert_eq!(answer["state"], "the state & more");
    assert!(!answer.contains_key("code"));
}

#[tokio::test]
async fn a_wrong_request_is_told_to_the_relying_party() {
    let op = provider().await;
    let cases: [(&[(&str, &str)], &str); 13] = [
        (&[("response_type", "token")], "unsupported_response_type"),
        (&[("response_type", "")], "invalid_request"),
        (&[("response_mode", "fragment")], "invalid_request"),
        (&[("scope", "profile")], "invalid_scope"),
        (&[("scope", "")], "invalid_scope"),
        (&[("code_challenge", "")], "invalid_request"),
        (&[("code_challenge", "short")], "invalid_request"),
        (&[("code_challenge_method", "plain")], "invalid_request"),
        (&[("code_challenge_method", "")], "invalid_request"),
        (&[("prompt", "none")], "login_required"),
        (&[("prompt", "none login")], "invalid_request"),
        (&[("request", "eyJ")], "request_not_supported"),
        (&[("request_uri", "https://portal.test/r")], "request_uri_not_supported"),
    ];
    for (changes, expected) in cases {
        assert_eq!(error(&op, changes).await, expected, "{changes:?}");
    }
    let twice = format!("{}&nonce=another", request(&op, &[]));
    assert_eq!(query(&get(&twice).await.location())["error"], "invalid_request");
}

#[tokio::test]
async fn nobody_is_sent_to_an_address_that_is_not_registered() {
    let op = provider().await;
    let wrong = [
        "http://portal.test/callback",
        "http://portal.test/callback?from=test&more=1",
        "http://portal.test/callback?from=test/",
        "HTTP://portal.test/callback?from=test",
        "http://portal.test.evil.example/callback?from=test",
        "",
    ];
    for redirect_uri in wrong {
        let reply = get(&request(&op, &[("redirect_uri", redirect_uri)])).await;
        assert_eq!((reply.status, reply.header("location")), (400, None), "{redirect_uri}");
        assert!(reply.body.contains("invalid_redirect_uri"), "{}", reply.body);
    }
    for client_id in ["another", ""] {
        let reply = get(&request(&op, &[("client_id", client_id)])).await;
        assert_eq!((reply.status, reply.header("location")), (400, None));
        assert!(reply.body.contains("invalid_client_id"));
    }
    let twice = format!("{}&redirect_uri={CALLBACK}", request(&op, &[]));
    assert_eq!(get(&twice).await.status, 400);
}

#[tokio::test]
async fn the_form_does_not_get_around_the_checks() {
    let op = provider().await;
    let url = request(&op, &[("redirect_uri", "http://evil.example/")]);
    let smuggled = form([("request", url.split_once('?').unwrap().1), ("person", "ptv")]);
    let reply = post(&format!("{}/authorize/choose", op.issuer()), &[], &smuggled).await;
    assert_eq!((reply.status, reply.header("location")), (400, None));
}

#[tokio::test]
async fn an_address_can_be_registered_later() {
    let op = provider().await;
    let later = "http://127.0.0.1:5999/callback";
    let url = request(&op, &[("redirect_uri", later)]);
    let refused = op.authorize(&url, NATIONAL_ID, ACR_HIGH).await;
    assert!(matches!(refused, Err(AuthorizeError::Page { status, .. }) if status == 400));
    op.allow_redirect_uri(later).unwrap();
    assert!(op.authorize(&url, NATIONAL_ID, ACR_HIGH).await.is_ok());
    assert!(op.allow_redirect_uri("/relative").is_err());
    assert!(op.allow_redirect_uri("http://portal.test/#fragment").is_err());
}

#[tokio::test]
async fn the_helper_says_when_it_cannot_log_in() {
    let op = provider().await;
    let elsewhere = op.authorize("https://bankid.example/authorize?a=b", NATIONAL_ID, ACR_HIGH).await;
    assert!(matches!(elsewhere, Err(AuthorizeError::NotOurs(_))));
    let bad_number = op.authorize(&request(&op, &[]), "123", ACR_HIGH).await;
    assert!(matches!(bad_number, Err(AuthorizeError::Page { status, .. }) if status == 422));
}
