//! A relying party that somebody else wrote finds nothing to object to.

use openidconnect::{
    AuthenticationFlow, AuthorizationCode, ClientId, ClientSecret, CsrfToken, HttpRequest, HttpResponse, IssuerUrl, Nonce,
    PkceCodeChallenge, RedirectUrl, TokenResponse,
    core::{CoreClient, CoreJwsSigningAlgorithm, CoreProviderMetadata, CoreResponseType},
};

use super::*;

async fn http(request: HttpRequest) -> Result<HttpResponse, std::io::Error> {
    let headers: Vec<(&str, &str)> = request.headers().iter().map(|(name, value)| (name.as_str(), value.to_str().unwrap())).collect();
    let body = String::from_utf8(request.body().clone()).unwrap();
    let reply = wire::send(request.method().as_str(), &request.uri().to_string(), &headers, &body).await;
    let mut response = HttpResponse::new(reply.body.clone().into_bytes());
    *response.status_mut() = reply.status.try_into().unwrap();
    for (name, value) in reply.headers {
        let name: axum::http::HeaderName = name.parse().unwrap();
        response.headers_mut().insert(name, value.parse().unwrap());
    }
    Ok(response)
}

#[tokio::test]
async fn a_login_with_the_openidconnect_crate() {
    let op = TestId::start(Config { clock: Clock::default(), ..config() }).await;
    let issuer = IssuerUrl::new(op.issuer().to_owned()).unwrap();
    let metadata = CoreProviderMetadata::discover_async(issuer, &http).await.unwrap();
    let client = CoreClient::from_provider_metadata(
        metadata,
        ClientId::new(op.client_id().to_owned()),
        Some(ClientSecret::new(op.client_secret().to_owned())),
    )
    .set_redirect_uri(RedirectUrl::new(CALLBACK.to_owned()).unwrap());
    let (challenge, verifier) = PkceCodeChallenge::new_random_sha256();
    let (url, state, nonce) = client
        .authorize_url(AuthenticationFlow::<CoreResponseType>::AuthorizationCode, CsrfToken::new_random, Nonce::new_random)
        .set_pkce_challenge(challenge)
        .url();
    let answer = query(&op.authorize(url.as_str(), NATIONAL_ID, ACR_HIGH).await.unwrap());
    assert_eq!(&answer["state"], state.secret());
    let tokens = client
        .exchange_code(AuthorizationCode::new(answer["code"].clone()))
        .unwrap()
        .set_pkce_verifier(verifier)
        .request_async(&http)
        .await
        .unwrap();
    let checked = client.id_token_verifier().set_allowed_algs([CoreJwsSigningAlgorithm::EcdsaP256Sha256]);
    let claims = tokens.id_token().unwrap().claims(&checked, &nonce).unwrap();
    assert_eq!(claims.auth_context_ref().unwrap().as_str(), ACR_HIGH);
    assert_eq!(claims.name().unwrap().get(None).unwrap().as_str(), "Vakker Fin Blomst");
}
