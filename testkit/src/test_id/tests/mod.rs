//! Every test speaks HTTP to a provider on a real port, as a relying party would.

mod authorize;
mod faults;
mod logout;
mod openid_client;
mod pages;
mod personas;
mod setup;
mod token;
mod userinfo;
mod wire;

use std::collections::BTreeMap;

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD as BASE64URL};
use p256::ecdsa::{Signature, VerifyingKey, signature::Verifier};
use serde_json::Value;
use sha2::{Digest, Sha256};
use url::{Url, form_urlencoded};
use wire::{Reply, get, post};

use super::{ACR_HIGH, Clock, Config, Persona, TestId};

const CALLBACK: &str = "http://portal.test/callback?from=test";
const AFTER_LOGOUT: &str = "http://portal.test/bye";
const VERIFIER: &str = "a-verifier-that-is-long-enough.0123456789~ABCDEF";
const NATIONAL_ID: &str = "01918502064";

fn config() -> Config {
    Config {
        redirect_uris: vec![CALLBACK.to_owned()],
        post_logout_redirect_uris: vec![AFTER_LOGOUT.to_owned()],
        personas: vec![Persona::new("ptv", "Vakker Fin Blomst", NATIONAL_ID)],
        clock: Clock::frozen(1_790_000_000),
        ..Config::default()
    }
}

async fn provider() -> TestId {
    TestId::start(config()).await
}

fn challenge(verifier: &str) -> String {
    BASE64URL.encode(Sha256::digest(verifier))
}

fn form<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> String {
    form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish()
}

/// A right authorization request, with some parameters replaced; `""` leaves one out.
fn request(op: &TestId, changes: &[(&str, &str)]) -> String {
    let challenge = challenge(VERIFIER);
    let mut params = BTreeMap::from([
        ("client_id", op.client_id()),
        ("redirect_uri", CALLBACK),
        ("response_type", "code"),
        ("scope", "openid profile"),
        ("state", "the state & more"),
        ("nonce", "the-nonce"),
        ("code_challenge", challenge.as_str()),
        ("code_challenge_method", "S256"),
    ]);
    params.extend(changes.iter().copied());
    params.retain(|_, value| !value.is_empty());
    format!("{}/authorize?{}", op.issuer(), form(params))
}

fn query(url: &Url) -> BTreeMap<String, String> {
    url.query_pairs().into_owned().collect()
}

async fn code(op: &TestId) -> String {
    let back = op.authorize(&request(op, &[]), NATIONAL_ID, ACR_HIGH).await.unwrap();
    query(&back).remove("code").unwrap()
}

/// A token request, with some parameters replaced; `""` leaves one out.
async fn exchange(op: &TestId, code: &str, changes: &[(&str, &str)]) -> Reply {
    let mut params = BTreeMap::from([
        ("grant_type", "authorization_code"),
        ("code", code),
        ("redirect_uri", CALLBACK),
        ("code_verifier", VERIFIER),
        ("client_id", op.client_id()),
        ("client_secret", op.client_secret()),
    ]);
    params.extend(changes.iter().copied());
    params.retain(|_, value| !value.is_empty());
    post(&format!("{}/token", op.issuer()), &[], &form(params)).await
}

struct Login {
    id_token: String,
    access_token: String,
    header: Value,
    claims: Value,
}

async fn log_in(op: &TestId) -> Login {
    let code = code(op).await;
    opened(&exchange(op, &code, &[]).await)
}

fn opened(reply: &Reply) -> Login {
    assert_eq!(reply.status, 200, "{}", reply.body);
    let tokens = reply.json();
    let id_token = tokens["id_token"].as_str().unwrap().to_owned();
    let part = |at: usize| {
        let encoded = id_token.split('.').nth(at).unwrap();
        serde_json::from_slice(&BASE64URL.decode(encoded).unwrap()).unwrap()
    };
    Login { header: part(0), claims: part(1), access_token: tokens["access_token"].as_str().unwrap().to_owned(), id_token }
}

/// Whether the first published key signed the token.
async fn signed_by_current(op: &TestId, id_token: &str) -> bool {
    let jwks = get(&format!("{}/jwks", op.issuer())).await.json();
    let key = &jwks["keys"][0];
    let mut point = vec![4];
    for coordinate in ["x", "y"] {
        point.extend(BASE64URL.decode(key[coordinate].as_str().unwrap()).unwrap());
    }
    let key = VerifyingKey::from_sec1_bytes(&point).unwrap();
    let (message, signature) = id_token.rsplit_once('.').unwrap();
    Signature::from_slice(&BASE64URL.decode(signature).unwrap()).is_ok_and(|signature| key.verify(message.as_bytes(), &signature).is_ok())
}
