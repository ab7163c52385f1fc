//! Each fault changes what it says, and nothing else.

use std::{collections::BTreeSet, time::Duration, time::Instant};

use hmac::{Hmac, KeyInit, Mac};

use super::{
    super::{Fault, keys::KeyRing},
    *,
};

type Seen = BTreeMap<String, Value>;

/// Everything a relying party can see of one login, flat. What is random is left out.
async fn observe(op: &TestId) -> Seen {
    let discovery = get(&format!("{}/.well-known/openid-configuration", op.issuer())).await.json();
    let back = op.authorize(&request(op, &[]), NATIONAL_ID, ACR_HIGH).await.unwrap();
    let mut response = serde_json::json!(query(&back));
    let code = response.as_object_mut().unwrap().remove("code").unwrap();
    let mut login = opened(&exchange(op, code.as_str().unwrap(), &[]).await);
    login.claims.as_object_mut().unwrap().remove("sid");
    let bearer = format!("Bearer {}", login.access_token);
    let url = format!("{}/userinfo", op.issuer());
    let userinfo = wire::send("GET", &url, &[("authorization", &bearer)], "").await.json();
    let mut seen = Seen::new();
    for (part, object) in
        [("discovery", discovery), ("response", response), ("header", login.header), ("claims", login.claims), ("userinfo", userinfo)]
    {
        for (name, value) in object.as_object().unwrap() {
            seen.insert(format!("{part}.{name}"), value.clone());
        }
    }
    let good = signed_by_current(op, &login.id_token).await;
    seen.insert("signature.good".to_owned(), good.into());
    seen
}

fn differences(honest: &Seen, spoiled: &Seen) -> BTreeSet<String> {
    let names: BTreeSet<&String> = honest.keys().chain(spoiled.keys()).collect();
    names.into_iter().filter(|name| honest.get(*name) != spoiled.get(*name)).cloned().collect()
}

/// What a relying party sees differently. `None`: the login does not get so far.
fn expected(fault: Fault) -> Option<&'static [&'static str]> {
    Some(match fault {
        Fault::WrongIssuer => &["claims.iss"],
        Fault::WrongAudience | Fault::ExtraAudience | Fault::MissingAud => &["claims.aud"],
        Fault::ForeignAzp => &["claims.azp"],
        Fault::MissingSub => &["claims.sub"],
        Fault::MissingIat | Fault::IssuedInFuture => &["claims.iat"],
        Fault::MissingExp | Fault::Expired => &["claims.exp"],
        Fault::MissingNonce | Fault::WrongNonce => &["claims.nonce"],
        Fault::MissingAcr | Fault::LowAcr => &["claims.acr"],
        Fault::AlgNone | Fault::Hs256WithPublicKey => &["header.alg", "signature.good"],
        Fault::BadSignature => &["signature.good"],
        Fault::UnknownKid => &["header.kid"],
        Fault::DiscoveryIssuerMismatch => &["discovery.issuer"],
        Fault::HugeDiscovery => &["discovery.padding"],
        Fault::WrongStateInResponse => &["response.state"],
        Fault::WrongIssInResponse | Fault::MissingIssInResponse => &["response.iss"],
        Fault::MissingNationalId | Fault::MalformedNationalId => &["claims.pid", "userinfo.pid"],
        Fault::TokenEndpointDown | Fault::SlowToken(_) | Fault::TokenRedirect => return None,
    })
}

#[tokio::test]
async fn each_fault_changes_exactly_one_thing() {
    let op = provider().await;
    let honest = observe(&op).await;
    for fault in Fault::ALL {
        let Some(expected) = expected(fault) else { continue };
        op.set_fault(fault);
        let spoiled = observe(&op).await;
        let seen = differences(&honest, &spoiled);
        assert_eq!(seen.iter().map(String::as_str).collect::<Vec<_>>(), expected, "{fault:?}");
        let name = expected[0];
        let is_missing = format!("{fault:?}").starts_with("Missing");
        assert_eq!(!spoiled.contains_key(name), is_missing, "{fault:?}");
    }
    op.clear_fault();
    assert_eq!(differences(&honest, &observe(&op).await), BTreeSet::new());
}

#[tokio::test]
async fn the_spoiled_values_are_what_they_claim_to_be() {
    let op = provider().await;
    let now = op.clock().now();
    for (fault, name, value) in [
        (Fault::ExtraAudience, "claims.aud", serde_json::json!(["klar", "another-client"])),
        (Fault::Expired, "claims.exp", (now - 300).into()),
        (Fault::IssuedInFuture, "claims.iat", (now + 600).into()),
        (Fault::LowAcr, "claims.acr", "urn:bankid:bis;LOA=3".into()),
        (Fault::MalformedNationalId, "claims.pid", "0191850206".into()),
        (Fault::AlgNone, "header.alg", "none".into()),
        (Fault::Hs256WithPublicKey, "header.alg", "HS256".into()),
    ] {
        op.set_fault(fault);
        assert_eq!(observe(&op).await.get(name), Some(&value), "{fault:?}");
    }
}

#[tokio::test]
async fn alg_none_has_no_signature_and_a_bad_one_is_one_bit_off() {
    let op = provider().await;
    op.set_fault(Fault::AlgNone);
    assert!(log_in(&op).await.id_token.ends_with('.'));
    op.set_fault(Fault::BadSignature);
    let mut token = log_in(&op).await.id_token;
    assert!(!signed_by_current(&op, &token).await);
    let (message, signature) = token.rsplit_once('.').unwrap();
    let mut bytes = BASE64URL.decode(signature).unwrap();
    bytes[63] ^= 1;
    token = format!("{message}.{}", BASE64URL.encode(bytes));
    assert!(signed_by_current(&op, &token).await);
}

#[tokio::test]
async fn hs256_is_keyed_with_the_public_key() {
    use p256::{SecretKey, elliptic_curve::Generate, pkcs8::LineEnding};
    let pem = SecretKey::generate().to_sec1_pem(LineEnding::LF).unwrap().to_string();
    let public = KeyRing::new(Some(&pem)).unwrap().current().public_pem.clone();
    assert!(public.starts_with("-----BEGIN PUBLIC KEY-----"));
    let op = TestId::start(Config { key_pem: Some(pem), ..config() }).await;
    op.set_fault(Fault::Hs256WithPublicKey);
    let token = log_in(&op).await.id_token;
    let (message, signature) = token.rsplit_once('.').unwrap();
    let mut mac = Hmac::<Sha256>::new_from_slice(public.as_bytes()).unwrap();
    mac.update(message.as_bytes());
    assert!(mac.verify_slice(&BASE64URL.decode(signature).unwrap()).is_ok());
}

#[tokio::test]
async fn an_error_answer_is_spoiled_as_well() {
    let op = provider().await;
    op.set_fault(Fault::WrongIssInResponse);
    let answer = query(&op.cancel(&request(&op, &[])).await.unwrap());
    assert_ne!(answer["iss"], op.issuer());
    op.set_fault(Fault::WrongStateInResponse);
    let answer = query(&op.cancel(&request(&op, &[("state", "")])).await.unwrap());
    assert_eq!(answer["state"], "another-state");
}

#[tokio::test]
async fn discovery_can_be_larger_than_anybody_should_read() {
    let op = provider().await;
    op.set_fault(Fault::HugeDiscovery);
    let reply = get(&format!("{}/.well-known/openid-configuration", op.issuer())).await;
    assert!(reply.body.len() > 5 * 1024 * 1024);
    assert_eq!(reply.json()["issuer"], op.issuer());
}

#[tokio::test]
async fn a_token_endpoint_that_is_down_does_not_use_up_the_code() {
    let op = provider().await;
    let code = code(&op).await;
    op.set_fault(Fault::TokenEndpointDown);
    assert_eq!(exchange(&op, &code, &[]).await.status, 500);
    op.clear_fault();
    assert_eq!(exchange(&op, &code, &[]).await.status, 200);
    assert_eq!(op.token_calls(), 2);
}

#[tokio::test]
async fn a_slow_token_endpoint_answers_late_and_well() {
    let op = provider().await;
    let code = code(&op).await;
    op.set_fault(Fault::SlowToken(Duration::from_millis(300)));
    let asked = Instant::now();
    assert_eq!(exchange(&op, &code, &[]).await.status, 200);
    assert!(asked.elapsed() >= Duration::from_millis(300));
}

#[tokio::test]
async fn whoever_follows_the_redirect_of_the_token_endpoint_is_noticed() {
    let op = provider().await;
    let code = code(&op).await;
    op.set_fault(Fault::TokenRedirect);
    let reply = exchange(&op, &code, &[]).await;
    assert_eq!((reply.status, reply.body.as_str()), (307, ""));
    assert_eq!((op.token_calls(), op.redirects_followed()), (1, 0));
    let body = form([
        ("grant_type", "authorization_code"),
        ("code", &code),
        ("redirect_uri", CALLBACK),
        ("code_verifier", VERIFIER),
        ("client_id", op.client_id()),
        ("client_secret", op.client_secret()),
    ]);
    assert_eq!(post(reply.location().as_str(), &[], &body).await.status, 200);
    assert_eq!((op.token_calls(), op.redirects_followed()), (1, 1));
}
