use std::time::Duration;

use super::*;

async fn logout(op: &TestId, params: &[(&str, &str)]) -> Reply {
    get(&format!("{}/logout?{}", op.issuer(), form(params.iter().copied()))).await
}

#[tokio::test]
async fn a_logout_leads_back_with_state() {
    let op = provider().await;
    let login = log_in(&op).await;
    op.clock().advance(Duration::from_secs(86_400));
    op.rotate_key().unwrap();
    let params = [("id_token_hint", login.id_token.as_str()), ("post_logout_redirect_uri", AFTER_LOGOUT), ("state", "s&t")];
    let reply = logout(&op, &params).await;
    assert_eq!(reply.status, 303);
    assert_eq!(reply.header("location"), Some("http://portal.test/bye?state=s%26t"));
    assert_eq!(logout(&op, &params[..2]).await.header("location"), Some(AFTER_LOGOUT));
    let posted = post(&format!("{}/logout", op.issuer()), &[], &form(params)).await;
    assert_eq!(posted.header("location"), Some("http://portal.test/bye?state=s%26t"));
    assert_eq!(op.logout_calls(), 3);
}

#[tokio::test]
async fn a_logout_without_way_back_is_a_page() {
    let op = provider().await;
    let reply = logout(&op, &[("ui_locales", "en")]).await;
    assert_eq!(reply.status, 200);
    assert!(reply.body.contains("You are logged out"));
}

#[tokio::test]
async fn nobody_is_sent_to_a_place_that_is_not_registered_or_not_asked_for() {
    let op = provider().await;
    let login = log_in(&op).await;
    let hint = ("id_token_hint", login.id_token.as_str());
    let back = ("post_logout_redirect_uri", AFTER_LOGOUT);
    let stranger = provider().await;
    let foreign = log_in(&stranger).await.id_token;
    let mut forged = login.id_token.clone();
    forged.insert(forged.rfind('.').unwrap(), 'A');
    let refused: [&[(&str, &str)]; 7] = [
        &[back],
        &[hint, ("post_logout_redirect_uri", "http://evil.example/")],
        &[hint, ("post_logout_redirect_uri", "http://portal.test/bye/")],
        &[("id_token_hint", &foreign), back],
        &[("id_token_hint", &forged), back],
        &[("id_token_hint", "nonsense")],
        &[hint, back, ("client_id", "another")],
    ];
    for params in refused {
        let reply = logout(&op, params).await;
        assert_eq!((reply.status, reply.header("location")), (400, None), "{params:?}");
    }
    op.allow_post_logout_redirect_uri("http://portal.test/bye/").unwrap();
    assert_eq!(logout(&op, refused[2]).await.status, 303);
}
