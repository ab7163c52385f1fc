//! Which person the provider vouches for.

use domain::identity::NationalId;
use openidconnect::{AccessToken, UserInfoError, UserInfoUrl};
use serde_json::Value;

use super::claims::{IdTokenClaims, UserInfo};
use super::discovery::Known;
use super::http::HttpError;
use super::{Oidc, Refusal};
use crate::config::ClaimsFrom;

impl Oidc {
    /// The national id from where the configuration says it is, made valid for this system.
    pub(super) async fn national_id(&self, known: &Known, claims: &IdTokenClaims, access: &AccessToken) -> Result<NationalId, Refusal> {
        let name = self.config.national_id_claim.as_str();
        match self.config.claims_from {
            ClaimsFrom::IdToken => self.read(claims.additional_claims().get(name)),
            ClaimsFrom::Userinfo => self.read(self.userinfo(known, claims, access).await?.additional_claims().get(name)),
        }
    }

    fn read(&self, claim: Option<&Value>) -> Result<NationalId, Refusal> {
        let text = claim.and_then(Value::as_str).ok_or(Refusal::refused("no national id"))?;
        NationalId::parse(text, self.accept).map_err(|_| Refusal::refused("the national id is not one this system accepts"))
    }

    /// JSON, or a JWT signed with RS256. The subject must be that of the ID token.
    async fn userinfo(&self, known: &Known, claims: &IdTokenClaims, access: &AccessToken) -> Result<UserInfo, Refusal> {
        let url: &UserInfoUrl = known.metadata.userinfo_endpoint().ok_or(Refusal::provider_down("no userinfo endpoint"))?;
        self.client(known)?
            .set_user_info_url(url.clone())
            .user_info(access.clone(), Some(claims.subject().clone()))
            .request_async(&self.http)
            .await
            .map_err(|error: UserInfoError<HttpError>| match error {
                UserInfoError::Request(_) | UserInfoError::Response(..) => Refusal::provider_down("the userinfo request failed"),
                _ => Refusal::refused("userinfo"),
            })
    }
}
