//! What a provider might put into an ID token that Test-ID does not: each is signed properly.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use domain::Timestamp;
use openidconnect::AccessToken;
use p256::ecdsa::signature::Signer;
use p256::ecdsa::{Signature, SigningKey};
use p256::elliptic_curve::Generate;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use store::Clock;

use super::Oidc;
use super::claims::IdToken;
use super::discovery::Known;
use super::verify::Disbelief;
use crate::Config;

const NOW: i64 = 1_790_000_000;
const ISSUER: &str = "https://id.example.org";
const NONCE: &str = "the-nonce";
const ACCESS: &str = "the-access-token";

struct Provider {
    keys: Vec<(&'static str, SigningKey)>,
}

impl Provider {
    fn new(kids: &[&'static str]) -> Self {
        Self { keys: kids.iter().map(|kid| (*kid, SigningKey::generate())).collect() }
    }

    fn known(&self) -> Known {
        let keys: Vec<Value> = self
            .keys
            .iter()
            .map(|(kid, key)| {
                let point = key.verifying_key().to_sec1_point(false);
                let (x, y) = (URL_SAFE_NO_PAD.encode(point.x().unwrap()), URL_SAFE_NO_PAD.encode(point.y().unwrap()));
                json!({ "kty": "EC", "crv": "P-256", "use": "sig", "alg": "ES256", "kid": kid, "x": x, "y": y })
            })
            .collect();
        let metadata = json!({
            "issuer": ISSUER,
            "authorization_endpoint": format!("{ISSUER}/authorize"),
            "token_endpoint": format!("{ISSUER}/token"),
            "jwks_uri": format!("{ISSUER}/jwks"),
            "response_types_supported": ["code"],
            "subject_types_supported": ["pairwise"],
            "id_token_signing_alg_values_supported": ["ES256"],
        });
        Known { metadata: serde_json::from_value(metadata).unwrap(), keys: serde_json::from_value(json!({ "keys": keys })).unwrap() }
    }

    fn sign(&self, header: &Value, claims: &Value) -> IdToken {
        let message = format!("{}.{}", URL_SAFE_NO_PAD.encode(header.to_string()), URL_SAFE_NO_PAD.encode(claims.to_string()));
        let signature: Signature = self.keys[0].1.sign(message.as_bytes());
        format!("{message}.{}", URL_SAFE_NO_PAD.encode(signature.to_bytes())).parse().unwrap()
    }
}

fn oidc() -> Oidc {
    let config = format!(
        "public_url = \"https://klar.example.org\"\n[oidc]\nissuer = {ISSUER:?}\nclient_id = \"klar\"\nclient_secret = \"s\"\n\
         national_id_claim = \"pid\"\naccepted_acr = [\"high\"]\n"
    );
    Oidc::new(&Config::parse(&config).unwrap(), Clock::fixed(Timestamp(NOW * 1000))).unwrap()
}

fn claims(changes: Value) -> Value {
    let mut claims = json!({
        "iss": ISSUER, "aud": "klar", "sub": "somebody", "exp": NOW + 300, "iat": NOW, "nonce": NONCE, "acr": "high", "pid": "01918502064",
    });
    for (name, value) in changes.as_object().unwrap() {
        claims[name] = value.clone();
    }
    claims
}

fn header() -> Value {
    json!({ "alg": "ES256", "kid": "one", "typ": "JWT" })
}

/// The reason for refusing, if it is refused.
fn reason(provider: &Provider, token: &IdToken) -> Option<&'static str> {
    match oidc().verify(&provider.known(), token, &AccessToken::new(ACCESS.to_owned()), NONCE) {
        Ok(_) => None,
        Err(Disbelief::UnknownKey) => Some("unknown key"),
        Err(Disbelief::Refused(refusal)) => Some(refusal.reason),
    }
}

fn at_hash(token: &str) -> String {
    URL_SAFE_NO_PAD.encode(&Sha256::digest(token)[..16])
}

#[test]
fn every_claim_that_counts() {
    let provider = Provider::new(&["one", "two"]);
    for (changes, expected) in [
        (json!({}), None),
        (json!({ "aud": ["klar"] }), None),
        (json!({ "aud": ["klar", "klar"] }), None),
        (json!({ "aud": ["klar", "other"] }), Some("aud")),
        (json!({ "aud": [] }), Some("aud")),
        (json!({ "iss": format!("{ISSUER}/") }), Some("iss")),
        (json!({ "azp": "klar" }), None),
        (json!({ "azp": "other" }), Some("azp")),
        (json!({ "sub": "" }), Some("sub")),
        (json!({ "nonce": "the-nonce " }), Some("nonce")),
        (json!({ "acr": "higher" }), Some("acr")),
        (json!({ "acr": Value::Null }), Some("acr")),
        (json!({ "exp": NOW - 59 }), None),
        (json!({ "exp": NOW - 60 }), Some("exp or iat")),
        (json!({ "iat": NOW + 60 }), None),
        (json!({ "iat": NOW + 61 }), Some("exp or iat")),
        (json!({ "nbf": NOW + 60 }), None),
        (json!({ "nbf": NOW + 61 }), Some("nbf")),
        (json!({ "nbf": "now" }), Some("nbf")),
        (json!({ "auth_time": NOW }), None),
        (json!({ "auth_time": NOW + 61 }), Some("auth_time")),
        (json!({ "auth_time": NOW - 8 * 3600 }), None),
        (json!({ "auth_time": NOW - 8 * 3600 - 1 }), Some("auth_time")),
        (json!({ "at_hash": at_hash(ACCESS) }), None),
        (json!({ "at_hash": at_hash("another") }), Some("at_hash")),
        (json!({ "at_hash": "" }), Some("at_hash")),
        (json!({ "amr": ["BID"], "name": "Vakker Blomst", "sid": "x", "unheard_of": { "a": [1] } }), None),
    ] {
        assert_eq!(reason(&provider, &provider.sign(&header(), &claims(changes.clone()))), expected, "{changes}");
    }
}

#[test]
fn every_header_that_counts() {
    let (one, two) = (Provider::new(&["one"]), Provider::new(&["one", "two"]));
    for (provider, header, expected) in [
        (&one, json!({ "alg": "ES256" }), None),
        (&two, json!({ "alg": "ES256" }), Some("kid is missing and there are several keys")),
        (&two, json!({ "alg": "ES256", "kid": "two" }), Some("signature")),
        (&two, json!({ "alg": "ES256", "kid": "three" }), Some("unknown key")),
        (&one, json!({ "alg": "ES384", "kid": "one" }), Some("alg")),
        (&one, json!({ "alg": "RS256", "kid": "one" }), Some("unknown key")),
        (&one, json!({ "alg": "HS256", "kid": "one" }), Some("alg")),
        (&one, json!({ "alg": "ES256", "kid": "one", "typ": "at+jwt" }), Some("the ID token is not one we can read")),
        (&one, json!({ "alg": "ES256", "kid": "one", "typ": "logout+jwt" }), Some("the ID token is not one we can read")),
        (&one, json!({ "alg": "ES256", "kid": "one", "crit": ["exp"] }), Some("the ID token is not one we can read")),
        (&one, json!({ "alg": "ES256", "kid": "one", "jwk": { "kty": "EC" }, "jku": "https://evil.example" }), None),
    ] {
        assert_eq!(reason(provider, &provider.sign(&header, &claims(json!({})))), expected, "{header}");
    }
}

#[test]
fn another_providers_key_is_not_ours() {
    let (ours, theirs) = (Provider::new(&["one"]), Provider::new(&["one"]));
    assert_eq!(reason(&ours, &theirs.sign(&header(), &claims(json!({})))), Some("signature"));
}

#[test]
fn claims_are_not_shown() {
    let provider = Provider::new(&["one"]);
    let token = provider.sign(&header(), &claims(json!({})));
    let oidc = oidc();
    let known = provider.known();
    let claims = oidc.verify(&known, &token, &AccessToken::new(ACCESS.to_owned()), NONCE).unwrap();
    assert!(!format!("{claims:?}").contains("01918502064"));
}
