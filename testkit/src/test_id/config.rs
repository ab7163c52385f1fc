use url::Url;

use super::{
    clock::Clock,
    persona::{self, Persona, PersonaError},
};

/// The client id when none is given.
pub const DEV_CLIENT_ID: &str = "klar";

/// The client secret when none is given. It protects nothing: it is public, fixed, and there
/// so that development needs no setting up.
pub const DEV_CLIENT_SECRET: &str = "test-id-public-development-text-not-a-secret";

/// The claims that have a fixed meaning; the national id may not take the place of one.
const TAKEN_CLAIMS: [&str; 16] = [
    "iss",
    "sub",
    "aud",
    "azp",
    "exp",
    "iat",
    "nbf",
    "auth_time",
    "nonce",
    "acr",
    "amr",
    "sid",
    "name",
    "given_name",
    "family_name",
    "birthdate",
];

/// How a provider is set up. One provider has exactly one client.
#[derive(Debug, Clone)]
pub struct Config {
    /// The issuer, exactly as relying parties will compare it (a trailing slash is dropped).
    /// A path is allowed and then precedes every route. `None`: `http://` and the address
    /// listened on.
    pub issuer: Option<String>,
    /// The one client.
    pub client_id: String,
    /// Its secret, for `client_secret_basic` and `client_secret_post`.
    pub client_secret: String,
    /// Where a login may lead back to, compared letter by letter.
    pub redirect_uris: Vec<String>,
    /// Where a logout may lead back to, compared letter by letter.
    pub post_logout_redirect_uris: Vec<String>,
    /// The claim that carries the national id: `pid` (ID-porten), `nnin_altsub` (BankID),
    /// `nin` (Signicat).
    pub national_id_claim: String,
    /// The cards on the page. A typed national id that belongs to one of them logs in as it.
    pub personas: Vec<Persona>,
    /// A P-256 private key in PEM (PKCS #8 or SEC 1), to keep the key over restarts.
    /// `None`: a fresh key.
    pub key_pem: Option<String>,
    /// The time.
    pub clock: Clock,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            issuer: None,
            client_id: DEV_CLIENT_ID.to_owned(),
            client_secret: DEV_CLIENT_SECRET.to_owned(),
            redirect_uris: Vec::new(),
            post_logout_redirect_uris: Vec::new(),
            national_id_claim: "pid".to_owned(),
            personas: Vec::new(),
            key_pem: None,
            clock: Clock::default(),
        }
    }
}

/// Why a [`Config`] cannot be used. Each is one sentence.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    /// The issuer is no address a relying party could use.
    #[error("The issuer {0:?} must be an http or https address without query and fragment.")]
    Issuer(String),
    /// Client id or secret is empty.
    #[error("The client id and the client secret must not be empty.")]
    EmptyClient,
    /// A redirect address is not absolute, or has a fragment.
    #[error("The redirect address {0:?} must be absolute and without fragment.")]
    RedirectUri(String),
    /// The claim for the national id is empty or means something else.
    #[error("The national id cannot be put in the claim {0:?}.")]
    NationalIdClaim(String),
    /// The key file holds something else.
    #[error("The key must be a P-256 private key in PEM (PKCS #8 or SEC 1).")]
    Key,
    /// A persona is not right.
    #[error(transparent)]
    Persona(#[from] PersonaError),
}

impl Config {
    /// Everything that can be known wrong before the first request.
    pub(super) fn check(&self) -> Result<(), ConfigError> {
        if self.client_id.is_empty() || self.client_secret.is_empty() {
            return Err(ConfigError::EmptyClient);
        }
        for uri in self.redirect_uris.iter().chain(&self.post_logout_redirect_uris) {
            check_redirect_uri(uri)?;
        }
        let claim = self.national_id_claim.as_str();
        if claim.trim().is_empty() || TAKEN_CLAIMS.contains(&claim) {
            return Err(ConfigError::NationalIdClaim(claim.to_owned()));
        }
        Ok(persona::check(&self.personas)?)
    }
}

pub(super) fn check_redirect_uri(uri: &str) -> Result<(), ConfigError> {
    match Url::parse(uri) {
        Ok(url) if url.fragment().is_none() && !url.cannot_be_a_base() => Ok(()),
        _ => Err(ConfigError::RedirectUri(uri.to_owned())),
    }
}

/// The issuer without trailing slash, and its path (empty, or with a leading slash).
pub(super) fn check_issuer(issuer: &str) -> Result<(String, String), ConfigError> {
    let bad = || ConfigError::Issuer(issuer.to_owned());
    let issuer = issuer.trim_end_matches('/');
    let url = Url::parse(issuer).map_err(|_| bad())?;
    let usable = matches!(url.scheme(), "http" | "https")
        && url.has_host()
        && url.query().is_none()
        && url.fragment().is_none()
// These mean something to the router.
        && !issuer.contains(['{', '}'])
        && !url.path().contains([':', '*']);
    if !usable {
        return Err(bad());
    }
    Ok((issuer.to_owned(), url.path().trim_end_matches('/').to_owned()))
}
