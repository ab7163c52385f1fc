//! The authorization request, checked.

use url::Url;

use super::{
    answers::OAuthError,
    params::Params,
    provider::Provider,
    tokens::{ACR_HIGH, ACR_SUBSTANTIAL},
};

/// The parameter of our own page that keeps the chosen level while the page is reloaded.
pub(super) const TEST_ACR: &str = "test_acr";

/// An authorization request that may be shown to a person.
#[derive(Debug, Clone)]
pub(super) struct AuthRequest {
    pub(super) back: Back,
    pub(super) nonce: Option<String>,
    pub(super) scope: String,
    pub(super) code_challenge: String,
    /// The level a login will have unless the form says otherwise.
    pub(super) acr: String,
}

/// The way back to the relying party. Only ever made of a registered address.
#[derive(Debug, Clone)]
pub(super) struct Back {
    pub(super) redirect_uri: String,
    pub(super) state: Option<String>,
}

/// What became of an authorization request that is not right.
#[derive(Debug)]
pub(super) enum Refusal {
    /// Client or way back is not to be trusted: the person is told here.
    Page(Stranger),
    /// The relying party is told.
    Back(Back, OAuthError),
}

/// Why there is no way back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stranger {
    Client,
    RedirectUri,
}

impl Back {
    fn parse(params: &Params, provider: &Provider) -> Result<Self, Stranger> {
        match params.once("client_id") {
            Ok(Some(id)) if id == provider.client_id => {}
            _ => return Err(Stranger::Client),
        }
        let redirect_uri = match params.once("redirect_uri") {
            Ok(Some(uri)) if provider.redirect_uris.lock().iter().any(|own| own == uri) => uri,
            _ => return Err(Stranger::RedirectUri),
        };
        Ok(Self { redirect_uri: redirect_uri.to_owned(), state: params.once("state").unwrap_or(None).map(str::to_owned) })
    }

    /// The whole address, with `state` and `iss`, and with the fault of the day.
    pub(super) fn location(&self, provider: &Provider, answer: impl IntoIterator<Item = (&'static str, String)>) -> String {
        let mut parameters: Vec<_> = answer.into_iter().collect();
        if let Some(state) = &self.state {
            parameters.push(("state", state.clone()));
        }
        parameters.push(("iss", provider.issuer.clone()));
        if let Some(fault) = provider.fault() {
            fault.spoil_response(&mut parameters);
        }
        with_query(&self.redirect_uri, &parameters)
    }

    pub(super) fn error_location(&self, provider: &Provider, error: OAuthError) -> String {
        let answer = [("error", error.error.to_owned()), ("error_description", error.description.to_owned())];
        self.location(provider, answer)
    }

    /// Host and port, to tell the person where the way leads.
    pub(super) fn host(&self) -> String {
        let Ok(url) = Url::parse(&self.redirect_uri) else {
            return String::new();
        };
        match (url.host_str(), url.port()) {
            (Some(host), Some(port)) => format!("{host}:{port}"),
            (Some(host), None) => host.to_owned(),
            (None, _) => String::new(),
        }
    }
}

/// A checked address with more parameters behind those it has.
pub(super) fn with_query(uri: &str, parameters: &[(&'static str, String)]) -> String {
    let Ok(mut url) = Url::parse(uri) else {
        return uri.to_owned();
    };
    if !parameters.is_empty() {
        url.query_pairs_mut().extend_pairs(parameters);
    }
    url.into()
}

impl AuthRequest {
    pub(super) fn parse(query: &str, provider: &Provider) -> Result<Self, Refusal> {
        let params = Params::parse(query);
        let back = Back::parse(&params, provider).map_err(Refusal::Page)?;
        match check(&params) {
            Ok(checked) => Ok(Self {
                back,
                nonce: params.first("nonce").map(str::to_owned),
                scope: checked.scope,
                code_challenge: checked.code_challenge,
                acr: level(&params).to_owned(),
            }),
            Err(error) => Err(Refusal::Back(back, error)),
        }
    }
}

struct Checked {
    scope: String,
    code_challenge: String,
}

fn check(params: &Params) -> Result<Checked, OAuthError> {
    if params.has_doubles() {
        return Err(OAuthError::invalid_request("A parameter was sent more than once."));
    }
    let unsupported = [
        ("request", "request_not_supported"),
        ("request_uri", "request_uri_not_supported"),
        ("registration", "registration_not_supported"),
    ];
    for (name, error) in unsupported {
        if params.first(name).is_some() {
            return Err(OAuthError::new(error, "This parameter is not supported."));
        }
    }
    match params.first("response_type") {
        Some("code") => {}
        Some(_) => {
            return Err(OAuthError::new("unsupported_response_type", "Only response_type=code is supported."));
        }
        None => return Err(OAuthError::invalid_request("response_type is missing.")),
    }
    if !matches!(params.first("response_mode"), None | Some("query")) {
        return Err(OAuthError::invalid_request("Only response_mode=query is supported."));
    }
    let scope = params.first("scope").unwrap_or_default();
    if !scope.split_whitespace().any(|word| word == "openid") {
        return Err(OAuthError::new("invalid_scope", "The scope must have openid."));
    }
    let code_challenge = check_pkce(params)?;
    check_prompt(params)?;
    Ok(Checked { scope: scope.to_owned(), code_challenge })
}

fn check_pkce(params: &Params) -> Result<String, OAuthError> {
    if params.first("code_challenge_method") != Some("S256") {
        return Err(OAuthError::invalid_request("PKCE with code_challenge_method=S256 is required."));
    }
    // SHA-256 in base64url without padding is always this long.
    match params.first("code_challenge") {
        Some(challenge) if challenge.len() == 43 && challenge.bytes().all(is_base64url) => Ok(challenge.to_owned()),
        _ => Err(OAuthError::invalid_request("code_challenge is missing or is not an S256 challenge.")),
    }
}

fn is_base64url(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_')
}

/// There is no session here, so every login is a new one and none can be silent.
fn check_prompt(params: &Params) -> Result<(), OAuthError> {
    let prompt: Vec<&str> = params.first("prompt").unwrap_or_default().split_whitespace().collect();
    if !prompt.contains(&"none") {
        return Ok(());
    }
    Err(if prompt.len() > 1 {
        OAuthError::invalid_request("prompt=none cannot be combined.")
    } else {
        OAuthError::new("login_required", "There is no session; ask without prompt.")
    })
}

/// The level picked on our page; else the first known one of `acr_values`; else the high one.
fn level(params: &Params) -> &'static str {
    let known = |wanted: &str| [ACR_HIGH, ACR_SUBSTANTIAL].into_iter().find(|level| *level == wanted);
    let picked = params.first(TEST_ACR).and_then(known);
    let mut asked = params.first("acr_values").unwrap_or_default().split_whitespace();
    picked.or_else(|| asked.find_map(known)).unwrap_or(ACR_HIGH)
}
