use std::time::Duration;

use super::*;

async fn userinfo(op: &TestId, authorization: &str) -> Reply {
    let url = format!("{}/userinfo", op.issuer());
    wire::send("GET", &url, &[("authorization", authorization)], "").await
}

#[tokio::test]
async fn an_access_token_tells_who_the_person_is_for_five_minutes() {
    let op = provider().await;
    let login = log_in(&op).await;
    let bearer = format!("Bearer {}", login.access_token);
    let person = userinfo(&op, &bearer).await.json();
    for claim in ["sub", "name", "given_name", "family_name", "pid"] {
        assert_eq!(person[claim], login.claims[claim], "{claim}");
    }
    assert_eq!(person.as_object().unwrap().len(), 5);
    op.clock().advance(Duration::from_secs(299));
    assert_eq!(userinfo(&op, &bearer).await.status, 200);
    op.clock().advance(Duration::from_secs(1));
    assert_eq!(userinfo(&op, &bearer).await.status, 401);
    assert_eq!(op.userinfo_calls(), 3);
}

#[tokio::test]
async fn nothing_else_opens_it() {
    let op = provider().await;
    let login = log_in(&op).await;
    let others = [format!("Bearer {}", login.id_token), format!("Basic {}", login.access_token), "Bearer".to_owned(), "Bearer ".to_owned()];
    for authorization in others {
        let reply = userinfo(&op, &authorization).await;
        assert_eq!(reply.status, 401);
        assert!(reply.header("www-authenticate").unwrap().contains("invalid_token"));
    }
}

#[tokio::test]
async fn a_known_birth_date_is_told() {
    let mut config = config();
    config.personas[0].birthdate = Some("1985-11-01".to_owned());
    let op = TestId::start(config).await;
    assert_eq!(log_in(&op).await.claims["birthdate"], "1985-11-01");
}
