//! From "log in" until the provider sends the person back.

use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
use subtle::ConstantTimeEq;

use crate::crypto::Token;
use crate::entity::login_attempt;
use crate::{Store, StoreError};

use super::ATTEMPT_SECONDS;

/// What must be remembered to check the provider's answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LoginAttempt {
    /// Must come back in the ID token.
    pub nonce: String,
    /// Proves that the code is redeemed by whoever asked for it (RFC 7636).
    pub pkce_verifier: String,
    /// The page to go to afterwards: a path of our own.
    pub return_to: String,
}

impl Store {
    /// Remembers an attempt, bound to a cookie in one browser and to `state`.
    pub async fn begin_login(&self, browser: &Token, state: &Token, attempt: LoginAttempt) -> Result<(), StoreError> {
        let now = self.clock.now();
        let tx = self.begin().await?;
        login_attempt::Entity::delete_many()
            .filter(login_attempt::Column::CreatedAt.lt(now.plus_seconds(-ATTEMPT_SECONDS)))
            .exec(&tx)
            .await?;
        login_attempt::Entity::insert(login_attempt::ActiveModel {
            browser_hash: Set(browser.hash().0),
            state_hash: Set(state.hash().0),
            nonce: Set(attempt.nonce),
            pkce_verifier: Set(attempt.pkce_verifier),
            return_to: Set(attempt.return_to),
            created_at: Set(now),
        })
        .exec_without_returning(&tx)
        .await?;
        tx.commit().await?;
        Ok(())
    }

    /// Takes the attempt this browser began with this `state`; it can be taken once, and within ten minutes.
    ///
    /// A wrong `state` leaves the attempt as it was: somebody else's answer must not spoil one's own.
    pub async fn take_login(&self, browser: &Token, state: &Token) -> Result<LoginAttempt, StoreError> {
        let oldest = self.clock.now().plus_seconds(-ATTEMPT_SECONDS);
        let tx = self.begin().await?;
        let row = crate::scope::login_attempt(&browser.hash()).one(&tx).await?.ok_or(StoreError::NotFound)?;
        if row.created_at < oldest || !bool::from(row.state_hash.ct_eq(&state.hash().0)) {
            return Err(StoreError::NotFound);
        }
        let taken =
            login_attempt::Entity::delete_many().filter(login_attempt::Column::BrowserHash.eq(row.browser_hash.clone())).exec(&tx).await?;
        if taken.rows_affected != 1 {
            return Err(StoreError::NotFound);
        }
        tx.commit().await?;
        Ok(LoginAttempt { nonce: row.nonce, pkce_verifier: row.pkce_verifier, return_to: row.return_to })
    }
}
