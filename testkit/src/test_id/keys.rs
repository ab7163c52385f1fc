//! The signing keys: the current one, and those it replaced.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD as BASE64URL};
use p256::{
    SecretKey,
    ecdsa::{Signature, SigningKey, VerifyingKey, signature::Verifier},
    elliptic_curve::Generate,
    pkcs8::{EncodePublicKey, LineEnding},
};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::config::ConfigError;

pub(super) struct Key {
    pub(super) kid: String,
    pub(super) signing: SigningKey,
    /// What a confused relying party would use as an HMAC secret.
    pub(super) public_pem: String,
    jwk: Value,
}

impl Key {
    fn new(signing: SigningKey) -> Result<Self, ConfigError> {
        let verifying = VerifyingKey::from(&signing);
        let point = verifying.to_sec1_point(false);
        let (x, y) = point.x().zip(point.y()).ok_or(ConfigError::Key)?;
        let (x, y) = (BASE64URL.encode(x), BASE64URL.encode(y));
        // RFC 7638: the members in this order, so that a kept key keeps its name.
        let thumbprint = format!(r#"{{"crv":"P-256","kty":"EC","x":"{x}","y":"{y}"}}"#);
        let kid = BASE64URL.encode(Sha256::digest(thumbprint));
        let jwk = json!({
            "kty": "EC", "crv": "P-256", "use": "sig", "alg": "ES256",
            "kid": kid, "x": x, "y": y,
        });
        let public_pem = verifying.to_public_key_pem(LineEnding::LF).map_err(|_| ConfigError::Key)?;
        Ok(Self { kid, signing, public_pem, jwk })
    }

    fn has_signed(&self, message: &str, signature: &[u8]) -> bool {
        let Ok(signature) = Signature::from_slice(signature) else {
            return false;
        };
        VerifyingKey::from(&self.signing).verify(message.as_bytes(), &signature).is_ok()
    }
}

pub(super) struct KeyRing {
    current: Key,
    retired: Vec<Key>,
}

impl KeyRing {
    pub(super) fn new(pem: Option<&str>) -> Result<Self, ConfigError> {
        let signing = match pem {
            Some(pem) => SecretKey::from_pem(private_part(pem)).map_err(|_| ConfigError::Key)?.into(),
            None => SigningKey::generate(),
        };
        Ok(Self { current: Key::new(signing)?, retired: Vec::new() })
    }

    pub(super) fn current(&self) -> &Key {
        &self.current
    }

    /// From now on a new key signs. The old ones stay published, as tokens signed with them
    /// may still be on their way.
    pub(super) fn rotate(&mut self) -> Result<String, ConfigError> {
        let fresh = Key::new(SigningKey::generate())?;
        let old = std::mem::replace(&mut self.current, fresh);
        self.retired.push(old);
        Ok(self.current.kid.clone())
    }

    pub(super) fn jwks(&self) -> Value {
        let keys: Vec<&Value> = std::iter::once(&self.current).chain(self.retired.iter().rev()).map(|key| &key.jwk).collect();
        json!({ "keys": keys })
    }

    /// The claims of an ID token that one of our keys signed, however old it is.
    pub(super) fn claims_of_own(&self, id_token: &str) -> Option<Value> {
        let (message, signature) = id_token.rsplit_once('.')?;
        let (header, claims) = message.split_once('.')?;
        let decode = |part: &str| BASE64URL.decode(part).ok();
        let header: Value = serde_json::from_slice(&decode(header)?).ok()?;
        if header.get("alg") != Some(&json!("ES256")) {
            return None;
        }
        let signature = decode(signature)?;
        let ours = std::iter::once(&self.current).chain(&self.retired).any(|key| key.has_signed(message, &signature));
        ours.then(|| serde_json::from_slice(&decode(claims)?).ok())?
    }
}

/// Without what `openssl ecparam -genkey` writes before the key.
fn private_part(pem: &str) -> &str {
    pem.rfind("-----BEGIN ").and_then(|at| pem.get(at..)).unwrap_or(pem)
}
