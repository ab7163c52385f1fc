//! Every check of an ID token.
//!
//! `openidconnect` checks the algorithm, the key, the signature, `iss`, `aud` (ours, and no other) and the nonce.
//! What it leaves to its caller is done here: `azp`, `acr`, `auth_time`, `iat`, `nbf`, `at_hash`, and the time by
//! our clock with a minute's leeway. Symmetric algorithms are out twice: they are not in the list, and the verifier
//! has no secret. (RUSTSEC-2023-0071 is about private RSA keys; here RSA only verifies.)

use domain::Timestamp;
use openidconnect::core::{CoreIdTokenVerifier, CoreJwsSigningAlgorithm};
use openidconnect::{AccessToken, AccessTokenHash, ClaimsVerificationError, Nonce, SignatureVerificationError};
use serde_json::Value;

use super::claims::{IdToken, IdTokenClaims};
use super::discovery::Known;
use super::{Oidc, Refusal};
use crate::config::SigningAlg;

/// How far two clocks may be apart.
const LEEWAY_SECONDS: i64 = 60;
/// An authentication older than the longest session would give one that is over.
const AUTH_SECONDS: i64 = store::sessions::ABSOLUTE_SECONDS;

/// Why a token is not believed.
#[derive(Debug)]
pub(super) enum Disbelief {
    /// Signed with a key we do not have: the provider may have changed its keys.
    UnknownKey,
    /// Anything else.
    Refused(Refusal),
}

impl From<Refusal> for Disbelief {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl Oidc {
    /// The claims, if every check passes.
    pub(super) fn verify<'a>(
        &self,
        known: &Known,
        id_token: &'a IdToken,
        access: &AccessToken,
        nonce: &str,
    ) -> Result<&'a IdTokenClaims, Disbelief> {
        let now = self.clock.now();
        let verifier = self.verifier(known, now);
        let claims = id_token.claims(&verifier, &Nonce::new(nonce.to_owned())).map_err(disbelief)?;
        if claims.authorized_party().is_some_and(|azp| azp.as_str() != self.config.client_id) {
            return Err(Refusal::refused("azp").into());
        }
        if claims.subject().is_empty() {
            return Err(Refusal::refused("sub").into());
        }
        if !begun(claims.additional_claims().get("nbf"), now) {
            return Err(Refusal::refused("nbf").into());
        }
        if let Some(expected) = claims.access_token_hash() {
            let bad = |_| Refusal::refused("at_hash");
            let algorithm = id_token.signing_alg().map_err(|_| Refusal::refused("at_hash"))?;
            let key = id_token.signing_key(&verifier).map_err(|_| Refusal::refused("at_hash"))?;
            if AccessTokenHash::from_token(access, algorithm, key).map_err(bad)? != *expected {
                return Err(Refusal::refused("at_hash").into());
            }
        }
        Ok(claims)
    }

    fn verifier<'a>(&'a self, known: &Known, now: Timestamp) -> CoreIdTokenVerifier<'a> {
        let accepted = &self.config.accepted_acr;
        let (oldest, latest) = (now.plus_seconds(-AUTH_SECONDS), now.plus_seconds(LEEWAY_SECONDS));
        CoreIdTokenVerifier::new_public_client(self.client_id(), known.metadata.issuer().clone(), known.keys.clone())
            .set_allowed_algs(self.config.signing_algs.iter().map(|alg| match alg {
                SigningAlg::Rs256 => CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha256,
                SigningAlg::Ps256 => CoreJwsSigningAlgorithm::RsaSsaPssSha256,
                SigningAlg::Es256 => CoreJwsSigningAlgorithm::EcdsaP256Sha256,
            }))
            .set_time_fn(move || {
                chrono::DateTime::from_timestamp_millis(now.plus_seconds(-LEEWAY_SECONDS).0).unwrap_or(chrono::DateTime::UNIX_EPOCH)
            })
            .set_issue_time_verifier_fn(move |iat| if iat.timestamp_millis() <= latest.0 { Ok(()) } else { Err("iat".to_owned()) })
            .set_auth_time_verifier_fn(move |auth_time| match auth_time.map(|time| time.timestamp_millis()) {
                Some(time) if time > latest.0 || time < oldest.0 => Err("auth_time".to_owned()),
                _ => Ok(()),
            })
            // Letter by letter: `urn:bankid:bis;LOA=3` is not `urn:bankid:bid;LOA=4`.
            .set_auth_context_verifier_fn(move |acr| match acr {
                Some(acr) if accepted.iter().any(|accepted| accepted == acr.as_str()) => Ok(()),
                _ => Err("acr".to_owned()),
            })
    }
}

fn begun(nbf: Option<&Value>, now: Timestamp) -> bool {
    match nbf {
        None => true,
        #[expect(clippy::cast_precision_loss, reason = "seconds since 1970 have room in a double")]
        Some(nbf) => nbf.as_f64().is_some_and(|nbf| nbf <= (now.0 / 1000 + LEEWAY_SECONDS) as f64),
    }
}

/// The crate's texts quote claims; ours do not.
fn disbelief(error: ClaimsVerificationError) -> Disbelief {
    let reason = match error {
        ClaimsVerificationError::SignatureVerification(SignatureVerificationError::NoMatchingKey) => return Disbelief::UnknownKey,
        ClaimsVerificationError::SignatureVerification(SignatureVerificationError::AmbiguousKeyId(_)) => {
            "kid is missing and there are several keys"
        }
        ClaimsVerificationError::SignatureVerification(SignatureVerificationError::DisallowedAlg(_)) => "alg",
        ClaimsVerificationError::SignatureVerification(_) => "signature",
        ClaimsVerificationError::InvalidAuthContext(_) => {
            return Disbelief::Refused(Refusal::new(app::login::LoginFailure::WeakLogin, "acr"));
        }
        ClaimsVerificationError::Expired(_) => "exp or iat",
        ClaimsVerificationError::InvalidAudience(_) => "aud",
        ClaimsVerificationError::InvalidIssuer(_) => "iss",
        ClaimsVerificationError::InvalidNonce(_) => "nonce",
        ClaimsVerificationError::InvalidAuthTime(_) => "auth_time",
        ClaimsVerificationError::InvalidSubject(_) => "sub",
        _ => "the ID token is not one we can read",
    };
    Disbelief::Refused(Refusal::refused(reason))
}
