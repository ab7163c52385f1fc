//! A code for tokens.

use openidconnect::core::CoreErrorResponseType;
use openidconnect::{AuthType, AuthorizationCode, PkceCodeVerifier, RequestTokenError};

use super::claims::{Client, TokenError, Tokens};
use super::discovery::Known;
use super::http::HttpError;
use super::{Oidc, Refusal};
use crate::config::ClientAuth;

impl Oidc {
    pub(super) fn client(&self, known: &Known) -> Result<Client, Refusal> {
        let token_uri = known.metadata.token_endpoint().cloned().ok_or(Refusal::provider_down("no token endpoint"))?;
        let client = openidconnect::Client::new(self.client_id(), known.metadata.issuer().clone(), known.keys.clone())
            .set_client_secret(self.client_secret())
            .set_auth_type(match self.config.client_auth {
                ClientAuth::Basic => AuthType::BasicAuth,
                ClientAuth::Post => AuthType::RequestBody,
            })
            .set_auth_uri(known.metadata.authorization_endpoint().clone())
            .set_token_uri(token_uri)
            .set_redirect_uri(self.redirect_uri.clone());
        Ok(client)
    }

    /// Redeems the code. The tokens are not checked yet.
    pub(super) async fn exchange(&self, known: &Known, code: String, pkce_verifier: String) -> Result<Tokens, Refusal> {
        self.client(known)?
            .exchange_code(AuthorizationCode::new(code))
            .set_pkce_verifier(PkceCodeVerifier::new(pkce_verifier))
            .request_async(&self.http)
            .await
            .map_err(|error| refusal(&error))
    }
}

fn refusal(error: &RequestTokenError<HttpError, TokenError>) -> Refusal {
    match error {
        RequestTokenError::Request(_) => Refusal::provider_down("the token request failed"),
        RequestTokenError::ServerResponse(answer) => match answer.error() {
            CoreErrorResponseType::InvalidGrant => Refusal::expired("the provider says invalid_grant"),
            CoreErrorResponseType::InvalidClient => Refusal::provider_down("the provider says invalid_client: check id and secret"),
            CoreErrorResponseType::Extension(code) if code == "server_error" || code == "temporarily_unavailable" => {
                Refusal::provider_down("the provider says server_error")
            }
            _ => Refusal::refused("the provider refuses the code"),
        },
        // The message would quote the answer, and the answer is tokens.
        RequestTokenError::Parse(..) => Refusal::refused("the token answer is not one"),
        RequestTokenError::Other(_) => Refusal::provider_down("the token answer has no body"),
    }
}
