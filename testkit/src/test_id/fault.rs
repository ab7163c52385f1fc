use std::time::Duration;

use serde_json::{Map, Value, json};

use super::tokens::ACR_SUBSTANTIAL;

/// An issuer that is not this provider.
const ANOTHER_ISSUER: &str = "https://another-issuer.example";
/// A client that is not this provider's.
const ANOTHER_CLIENT: &str = "another-client";
/// More than any sane discovery document.
const HUGE: usize = 5 * 1024 * 1024;

/// One thing done wrong, and nothing else: what a relying party must notice.
///
/// A fault holds from [`set_fault`](super::TestId::set_fault) until it is replaced or cleared.
/// Each changes a single claim, header, parameter or answer, so that a relying party which
/// refuses can only have refused for that reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// ID token: `iss` is another issuer.
    WrongIssuer,
    /// ID token: `aud` is another client.
    WrongAudience,
    /// ID token: `aud` is a list of the client and another one.
    ExtraAudience,
    /// ID token: `azp` is another client.
    ForeignAzp,
    /// ID token: no `sub`.
    MissingSub,
    /// ID token: no `iat`.
    MissingIat,
    /// ID token: no `aud`.
    MissingAud,
    /// ID token: no `exp`.
    MissingExp,
    /// ID token: `exp` is five minutes ago (`iat` is not moved).
    Expired,
    /// ID token: `iat` is ten minutes ahead (`exp` is not moved).
    IssuedInFuture,
    /// ID token: no `nonce`.
    MissingNonce,
    /// ID token: another `nonce`.
    WrongNonce,
    /// ID token: no `acr`.
    MissingAcr,
    /// ID token: `acr` is [`ACR_SUBSTANTIAL`], whatever was chosen.
    LowAcr,
    /// ID token: `alg` is `none` and the signature is empty.
    AlgNone,
    /// ID token: one bit of the signature is turned.
    BadSignature,
    /// ID token: HS256, with the public key's PEM as the secret.
    Hs256WithPublicKey,
    /// ID token: `kid` names a key that is not published (the signature is right).
    UnknownKid,
    /// Discovery: `issuer` is another issuer.
    DiscoveryIssuerMismatch,
    /// Authorization response: another `state`.
    WrongStateInResponse,
    /// Authorization response: `iss` is another issuer.
    WrongIssInResponse,
    /// Authorization response: no `iss`.
    MissingIssInResponse,
    /// ID token and userinfo: no national id.
    MissingNationalId,
    /// ID token and userinfo: the national id lacks its last digit.
    MalformedNationalId,
    /// Token endpoint: status 500. The code is not used up.
    TokenEndpointDown,
    /// Token endpoint: the right answer, this much later.
    SlowToken(Duration),
    /// Discovery: the right document, and 5 MB of padding in it.
    HugeDiscovery,
    /// Token endpoint: status 307 to an address that would give the right answer. Whoever
    /// follows is counted by [`redirects_followed`](super::TestId::redirects_followed).
    TokenRedirect,
}

impl Fault {
    /// Every fault, for a test that wants all of them. The slow one takes ten seconds.
    pub const ALL: [Self; 28] = [
        Self::WrongIssuer,
        Self::WrongAudience,
        Self::ExtraAudience,
        Self::ForeignAzp,
        Self::MissingSub,
        Self::MissingIat,
        Self::MissingAud,
        Self::MissingExp,
        Self::Expired,
        Self::IssuedInFuture,
        Self::MissingNonce,
        Self::WrongNonce,
        Self::MissingAcr,
        Self::LowAcr,
        Self::AlgNone,
        Self::BadSignature,
        Self::Hs256WithPublicKey,
        Self::UnknownKid,
        Self::DiscoveryIssuerMismatch,
        Self::WrongStateInResponse,
        Self::WrongIssInResponse,
        Self::MissingIssInResponse,
        Self::MissingNationalId,
        Self::MalformedNationalId,
        Self::TokenEndpointDown,
        Self::SlowToken(Duration::from_secs(10)),
        Self::HugeDiscovery,
        Self::TokenRedirect,
    ];

    pub(super) fn spoil_claims(self, claims: &mut Map<String, Value>, national_id_claim: &str) {
        let iat = claims.get("iat").and_then(Value::as_i64).unwrap_or(0);
        let mut set = |name: &str, value: Value| {
            claims.insert(name.to_owned(), value);
        };
        match self {
            Self::WrongIssuer => set("iss", json!(ANOTHER_ISSUER)),
            Self::WrongAudience => set("aud", json!(ANOTHER_CLIENT)),
            Self::ExtraAudience => {
                let own = claims.get("aud").cloned().unwrap_or_default();
                claims.insert("aud".to_owned(), json!([own, ANOTHER_CLIENT]));
            }
            Self::ForeignAzp => set("azp", json!(ANOTHER_CLIENT)),
            Self::Expired => set("exp", json!(iat - 300)),
            Self::IssuedInFuture => set("iat", json!(iat + 600)),
            Self::WrongNonce => set("nonce", json!("another-nonce")),
            Self::LowAcr => set("acr", json!(ACR_SUBSTANTIAL)),
            Self::MissingSub => drop(claims.remove("sub")),
            Self::MissingIat => drop(claims.remove("iat")),
            Self::MissingAud => drop(claims.remove("aud")),
            Self::MissingExp => drop(claims.remove("exp")),
            Self::MissingNonce => drop(claims.remove("nonce")),
            Self::MissingAcr => drop(claims.remove("acr")),
            Self::MissingNationalId | Self::MalformedNationalId => {
                self.spoil_national_id(claims, national_id_claim);
            }
            _ => {}
        }
    }

    /// The part of [`spoil_claims`](Self::spoil_claims) that userinfo shares.
    pub(super) fn spoil_national_id(self, claims: &mut Map<String, Value>, national_id_claim: &str) {
        match self {
            Self::MissingNationalId => drop(claims.remove(national_id_claim)),
            Self::MalformedNationalId => {
                if let Some(Value::String(national_id)) = claims.get_mut(national_id_claim) {
                    national_id.pop();
                }
            }
            _ => {}
        }
    }

    pub(super) fn spoil_discovery(self, document: &mut Map<String, Value>) {
        match self {
            Self::DiscoveryIssuerMismatch => {
                document.insert("issuer".to_owned(), json!(ANOTHER_ISSUER));
            }
            Self::HugeDiscovery => {
                document.insert("padding".to_owned(), json!("x".repeat(HUGE)));
            }
            _ => {}
        }
    }

    /// The parameters a person brings back to the relying party.
    pub(super) fn spoil_response(self, parameters: &mut Vec<(&'static str, String)>) {
        let replaced = match self {
            Self::WrongStateInResponse => Some(("state", "another-state")),
            Self::WrongIssInResponse => Some(("iss", ANOTHER_ISSUER)),
            Self::MissingIssInResponse => {
                parameters.retain(|(name, _)| *name != "iss");
                None
            }
            _ => None,
        };
        if let Some((name, value)) = replaced {
            parameters.retain(|(known, _)| *known != name);
            parameters.push((name, value.to_owned()));
        }
    }
}
