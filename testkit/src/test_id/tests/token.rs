use std::time::Duration;

use base64::engine::general_purpose::STANDARD;

use super::*;

#[tokio::test]
async fn a_login_gives_a_signed_token_with_everything_in_it() {
    let op = provider().await;
    let login = log_in(&op).await;
    let jwks = get(&format!("{}/jwks", op.issuer())).await.json();
    assert_eq!(login.header["alg"], "ES256");
    assert_eq!(login.header["kid"], jwks["keys"][0]["kid"]);
    assert!(signed_by_current(&op, &login.id_token).await);

    let mut claims = login.claims;
    let random = claims.as_object_mut().unwrap();
    assert_eq!(random.remove("sid").unwrap().as_str().unwrap().len(), 43);
    assert_eq!(random.remove("sub").unwrap().as_str().unwrap().len(), 43);
    let expected = serde_json::json!({
        "iss": op.issuer(), "aud": "klar", "azp": "klar",
        "iat": 1_790_000_000, "auth_time": 1_790_000_000, "exp": 1_790_000_300,
        "nonce": "the-nonce", "acr": "urn:bankid:bid;LOA=4", "amr": ["BID"],
        "name": "Vakker Fin Blomst", "given_name": "Vakker Fin", "family_name": "Blomst",
        "pid": NATIONAL_ID,
    });
    assert_eq!(claims, expected);
}

#[tokio::test]
async fn the_answer_is_bearer_and_may_not_be_kept() {
    let op = provider().await;
    let reply = exchange(&op, &code(&op).await, &[]).await;
    assert_eq!(reply.header("cache-control"), Some("no-store"));
    let tokens = reply.json();
    assert_eq!(tokens["token_type"], "Bearer");
    assert_eq!(tokens["expires_in"], 300);
    assert_eq!(tokens["scope"], "openid profile");
    assert_eq!(op.token_calls(), 1);
}

#[tokio::test]
async fn without_nonce_there_is_none() {
    let op = provider().await;
    let back = op.authorize(&request(&op, &[("nonce", "")]), NATIONAL_ID, ACR_HIGH).await.unwrap();
    let login = opened(&exchange(&op, &query(&back)["code"], &[]).await);
    assert_eq!(login.claims.get("nonce"), None);
}

#[tokio::test]
async fn the_subject_is_stable_for_a_person_and_differs_between_clients() {
    let op = provider().await;
    let subject = |login: Login| login.claims["sub"].clone();
    let first = subject(log_in(&op).await);
    assert_eq!(first, subject(log_in(&op).await));
    let other = TestId::start(Config { client_id: "another".to_owned(), ..config() }).await;
    assert_ne!(first, subject(log_in(&other).await));
    let restarted = provider().await;
    assert_eq!(first, subject(log_in(&restarted).await));
}

#[tokio::test]
async fn any_level_can_be_asked_for() {
    let op = provider().await;
    for acr in ["urn:bankid:bis;LOA=3", "urn:bankid:bid;LOA=40", "LOA=4 å"] {
        let back = op.authorize(&request(&op, &[]), NATIONAL_ID, acr).await.unwrap();
        let login = opened(&exchange(&op, &query(&back)["code"], &[]).await);
        assert_eq!(login.claims["acr"], acr);
    }
}

#[tokio::test]
async fn a_typed_number_without_persona_logs_in_too() {
    let op = TestId::start(Config { national_id_claim: "nnin_altsub".to_owned(), ..config() }).await;
    let back = op.authorize(&request(&op, &[]), "248692\u{a0}00928", ACR_HIGH).await.unwrap();
    let login = opened(&exchange(&op, &query(&back)["code"], &[]).await);
    assert_eq!(login.claims["nnin_altsub"], "24869200928");
    assert_eq!(login.claims.get("pid"), None);
    assert_eq!(login.claims["name"], "Ukjent Testperson");
}

#[tokio::test]
async fn a_code_works_once_and_a_replay_ends_what_it_gave() {
    let op = provider().await;
    let code = code(&op).await;
    let login = opened(&exchange(&op, &code, &[]).await);
    let userinfo = format!("{}/userinfo", op.issuer());
    let bearer = format!("Bearer {}", login.access_token);
    assert_eq!(wire::send("GET", &userinfo, &[("authorization", &bearer)], "").await.status, 200);
    let replay = exchange(&op, &code, &[]).await;
    assert_eq!((replay.status, &replay.json()["error"]), (400, &"invalid_grant".into()));
    assert_eq!(wire::send("GET", &userinfo, &[("authorization", &bearer)], "").await.status, 401);
    assert_eq!(op.token_calls(), 2);
}

#[tokio::test]
async fn a_code_lives_for_sixty_seconds() {
    let op = provider().await;
    let (young, old) = (code(&op).await, code(&op).await);
    op.clock().advance(Duration::from_secs(59));
    assert_eq!(exchange(&op, &young, &[]).await.status, 200);
    op.clock().advance(Duration::from_secs(1));
    assert_eq!(exchange(&op, &old, &[]).await.json()["error"], "invalid_grant");
}

#[tokio::test]
async fn a_code_is_bound_to_verifier_and_redirect_address() {
    let op = provider().await;
    let wrong: [&[(&str, &str)]; 6] = [
        &[("code_verifier", "another-verifier-that-is-long-enough-0123456789")],
        &[("code_verifier", "")],
        &[("code_verifier", "too-short")],
        &[("redirect_uri", "http://portal.test/callback")],
        &[("redirect_uri", "")],
        &[("code", "unknown")],
    ];
    for changes in wrong {
        let code = code(&op).await;
        let reply = exchange(&op, &code, changes).await;
        assert_eq!((reply.status, &reply.json()["error"]), (400, &"invalid_grant".into()), "{changes:?}");
        if changes[0].0 != "code" {
            assert_eq!(exchange(&op, &code, &[]).await.status, 400, "used up by the wrong try: {changes:?}");
        }
    }
}

#[tokio::test]
async fn the_client_must_show_its_secret_in_one_of_two_ways() {
    let op = TestId::start(Config { client_secret: "s p:ä&=%".to_owned(), ..config() }).await;
    let encode = |text: &str| form([(text, "")]).trim_end_matches('=').to_owned();
    let basic = |id: &str, secret: &str| format!("Basic {}", STANDARD.encode(format!("{id}:{secret}")));
    let by_basic = async |header: String, changes: &[(&str, &str)]| {
        let code = code(&op).await;
        let mut pairs =
            vec![("grant_type", "authorization_code"), ("code", &code), ("redirect_uri", CALLBACK), ("code_verifier", VERIFIER)];
        pairs.extend(changes);
        post(&format!("{}/token", op.issuer()), &[("authorization", &header)], &form(pairs)).await
    };
    let right = basic("klar", &encode("s p:ä&=%"));
    assert_eq!(by_basic(right.clone(), &[]).await.status, 200);
    assert_eq!(by_basic(right.clone(), &[("client_id", "klar")]).await.status, 200);
    assert_eq!(exchange(&op, &code(&op).await, &[]).await.status, 200);

    for header in [basic("klar", "wrong"), basic("another", &encode("s p:ä&=%")), "Basic ???".to_owned()] {
        let reply = by_basic(header, &[]).await;
        assert_eq!((reply.status, &reply.json()["error"]), (401, &"invalid_client".into()));
        assert!(reply.header("www-authenticate").unwrap().starts_with("Basic"));
    }
    assert_eq!(by_basic(right.clone(), &[("client_id", "another")]).await.status, 401);
    assert_eq!(by_basic(right, &[("client_secret", "s p:ä&=%")]).await.status, 400);
    for changes in [("client_secret", "wrong"), ("client_secret", ""), ("client_id", "another"), ("client_id", "")] {
        assert_eq!(exchange(&op, &code(&op).await, &[changes]).await.status, 401, "{changes:?}");
    }
}

#[tokio::test]
async fn a_wrong_secret_does_not_use_up_the_code() {
    let op = provider().await;
    let code = code(&op).await;
    assert_eq!(exchange(&op, &code, &[("client_secret", "wrong")]).await.status, 401);
    assert_eq!(exchange(&op, &code, &[]).await.status, 200);
}

#[tokio::test]
async fn a_token_request_must_be_a_proper_one() {
    let op = provider().await;
    let code = code(&op).await;
    let other_grant = exchange(&op, &code, &[("grant_type", "client_credentials")]).await;
    assert_eq!(other_grant.json()["error"], "unsupported_grant_type");
    assert_eq!(exchange(&op, &code, &[("grant_type", "")]).await.json()["error"], "invalid_request");
    assert_eq!(exchange(&op, "", &[]).await.json()["error"], "invalid_request");
    let url = format!("{}/token", op.issuer());
    let twice = post(&url, &[], &form([("code", "a"), ("code", "b")])).await;
    assert_eq!(twice.json()["error"], "invalid_request");
    let json = wire::send("POST", &url, &[("content-type", "application/json")], "{}").await;
    assert_eq!((json.status, &json.json()["error"]), (400, &"invalid_request".into()));
    assert_eq!(get(&url).await.status, 405);
}

#[tokio::test]
async fn a_new_key_signs_and_the_old_one_stays_published() {
    let op = provider().await;
    let before = log_in(&op).await;
    let kid = op.rotate_key().unwrap();
    let after = log_in(&op).await;
    assert_eq!(after.header["kid"], kid.as_str());
    assert_ne!(after.header["kid"], before.header["kid"]);
    assert!(signed_by_current(&op, &after.id_token).await);
    assert!(!signed_by_current(&op, &before.id_token).await);
    let jwks = get(&format!("{}/jwks", op.issuer())).await.json();
    assert_eq!(jwks["keys"][1]["kid"], before.header["kid"]);
    assert_eq!(op.jwks_calls(), 3);
}
