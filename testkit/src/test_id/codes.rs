//! Authorization codes and access tokens: what was granted to whom, once, and until when.

use std::collections::HashMap;

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD as BASE64URL};

use super::persona::Person;

/// How long a code can be redeemed.
const CODE_SECONDS: i64 = 60;
/// How long an access token, and an ID token, is valid.
pub(super) const TOKEN_SECONDS: i64 = 300;

/// What a person allowed by choosing who to be. Everything the token answer depends on was
/// fixed at that moment.
#[derive(Debug, Clone)]
pub(super) struct Grant {
    pub(super) client_id: String,
    pub(super) redirect_uri: String,
    pub(super) code_challenge: String,
    pub(super) nonce: Option<String>,
    pub(super) scope: String,
    pub(super) person: Person,
    pub(super) acr: String,
    pub(super) auth_time: i64,
    pub(super) sid: String,
}

struct Code {
    /// `None` once redeemed. The code stays, so that a replay is recognised.
    grant: Option<Grant>,
    issued: i64,
}

struct Access {
    from_code: String,
    grant: Grant,
    expires: i64,
}

#[derive(Default)]
pub(super) struct Codes {
    codes: HashMap<String, Code>,
    access: HashMap<String, Access>,
}

impl Codes {
    pub(super) fn issue(&mut self, grant: Grant, now: i64) -> String {
        self.codes.retain(|_, code| now < code.issued.saturating_add(CODE_SECONDS + TOKEN_SECONDS));
        self.access.retain(|_, access| now < access.expires);
        let code = random_token();
        let grant = Some(grant);
        self.codes.insert(code.clone(), Code { grant, issued: now });
        code
    }

    /// Takes the code out of use, whatever becomes of the request. A second try gets nothing
    /// and ends what the first one got (RFC 6749, 4.1.2).
    pub(super) fn redeem(&mut self, code: &str, now: i64) -> Option<Grant> {
        let found = self.codes.get_mut(code)?;
        let Some(grant) = found.grant.take() else {
            self.access.retain(|_, access| access.from_code != code);
            return None;
        };
        (now < found.issued.saturating_add(CODE_SECONDS)).then_some(grant)
    }

    pub(super) fn issue_access(&mut self, from_code: &str, grant: Grant, now: i64) -> String {
        let token = random_token();
        let access = Access { from_code: from_code.to_owned(), grant, expires: now.saturating_add(TOKEN_SECONDS) };
        self.access.insert(token.clone(), access);
        token
    }

    pub(super) fn granted_to(&self, access_token: &str, now: i64) -> Option<&Grant> {
        self.access.get(access_token).filter(|access| now < access.expires).map(|access| &access.grant)
    }
}

/// 256 bits nobody can guess, fit for an address.
pub(super) fn random_token() -> String {
    BASE64URL.encode(rand::random::<[u8; 32]>())
}
