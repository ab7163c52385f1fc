//! The ID token: its claims, and its signature.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD as BASE64URL};
use hmac::{Hmac, KeyInit, Mac};
use p256::ecdsa::{Signature, signature::Signer};
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

use super::{
    codes::{Grant, TOKEN_SECONDS},
    fault::Fault,
    keys::Key,
    provider::Provider,
};

/// Level "high": `BankID` with a personal password. What a login gives unless another is chosen.
pub const ACR_HIGH: &str = "urn:bankid:bid;LOA=4";
/// Level "substantial": `BankID` with biometrics.
pub const ACR_SUBSTANTIAL: &str = "urn:bankid:bis;LOA=3";

/// Signing failed; nothing a request could do about it.
#[derive(Debug)]
pub(super) struct CannotSign;

pub(super) fn id_token_claims(provider: &Provider, grant: &Grant, now: i64) -> Map<String, Value> {
    let mut claims = person_claims(provider, grant);
    let protocol = [
        ("iss", json!(provider.issuer)),
        ("aud", json!(grant.client_id)),
        ("azp", json!(grant.client_id)),
        ("exp", json!(now.saturating_add(TOKEN_SECONDS))),
        ("iat", json!(now)),
        ("auth_time", json!(grant.auth_time)),
        ("acr", json!(grant.acr)),
        ("amr", json!([method(&grant.acr)])),
        ("sid", json!(grant.sid)),
    ];
    claims.extend(protocol.map(|(name, value)| (name.to_owned(), value)));
    if let Some(nonce) = &grant.nonce {
        claims.insert("nonce".to_owned(), json!(nonce));
    }
    claims
}

/// Who the person is; what the ID token and userinfo have in common.
pub(super) fn person_claims(provider: &Provider, grant: &Grant) -> Map<String, Value> {
    let person = &grant.person;
    let known = [
        ("sub", Some(pairwise_subject(&grant.client_id, &person.national_id))),
        ("name", Some(person.name.clone())),
        ("given_name", person.given_name.clone()),
        ("family_name", person.family_name.clone()),
        ("birthdate", person.birthdate.clone()),
        (provider.national_id_claim.as_str(), Some(person.national_id.clone())),
    ];
    known.into_iter().filter_map(|(name, value)| Some((name.to_owned(), Value::String(value?)))).collect()
}

/// The same person gets the same subject at the same client, after a restart too, and another
/// one at another client. It hides nothing: an invented number needs no hiding.
fn pairwise_subject(client_id: &str, national_id: &str) -> String {
    let hash = Sha256::new()
        .chain_update("test-id pairwise subject\0")
        .chain_update(client_id)
        .chain_update("\0")
        .chain_update(national_id)
        .finalize();
    BASE64URL.encode(hash)
}

fn method(acr: &str) -> &'static str {
    match acr {
        ACR_HIGH => "BID",
        ACR_SUBSTANTIAL => "BIS",
        _ => "TEST",
    }
}

/// The compact form: honestly with ES256, or wrong in the one way asked for.
pub(super) fn sign(key: &Key, claims: &Map<String, Value>, fault: Option<Fault>) -> Result<String, CannotSign> {
    let alg = match fault {
        Some(Fault::AlgNone) => "none",
        Some(Fault::Hs256WithPublicKey) => "HS256",
        _ => "ES256",
    };
    let kid = match fault {
        Some(Fault::UnknownKid) => "unknown-key",
        _ => &key.kid,
    };
    let header = json!({ "alg": alg, "kid": kid, "typ": "JWT" });
    let claims = serde_json::to_vec(claims).map_err(|_| CannotSign)?;
    let message = format!("{}.{}", BASE64URL.encode(header.to_string()), BASE64URL.encode(claims));
    let signature = match fault {
        Some(Fault::AlgNone) => Vec::new(),
        Some(Fault::Hs256WithPublicKey) => {
            let mut mac = Hmac::<Sha256>::new_from_slice(key.public_pem.as_bytes()).map_err(|_| CannotSign)?;
            mac.update(message.as_bytes());
            mac.finalize().into_bytes().to_vec()
        }
        _ => {
            let signature: Signature = key.signing.try_sign(message.as_bytes()).map_err(|_| CannotSign)?;
            let mut bytes = signature.to_bytes().to_vec();
            if fault == Some(Fault::BadSignature)
                && let Some(last) = bytes.last_mut()
            {
                *last ^= 1;
            }
            bytes
        }
    };
    Ok(format!("{message}.{}", BASE64URL.encode(signature)))
}
