//! Asking the register: no redirects, thirty seconds, a largest answer, five requests a second at most.

use std::time::Duration;

use domain::identity::OrgNumber;
use http::{StatusCode, header};
use serde::de::DeserializeOwned;
use store::Clock;
use store::employers::{Cursor, Entity, Feed, Found};

use super::manners::{Manners, Turns, retry_after};
use super::shapes::{Change, FeedPage};
use crate::config::RegisterUrl;

const SECONDS: u64 = 30;
const UNIT_BYTES: usize = 1024 * 1024;
const FEED_BYTES: usize = 16 * 1024 * 1024;
/// Changes on a page: what is read and written together.
const PAGE: u32 = 1_000;
const USER_AGENT: &str = concat!("klar/", env!("CARGO_PKG_VERSION"));

/// Why the register gave no answer that can be used.
#[derive(Debug, thiserror::Error)]
pub enum RegisterError {
    /// No connection, or none that lasted.
    #[error("the business register cannot be reached: {0}")]
    Unreachable(#[from] reqwest::Error),
    /// It asked us to come back later, again and again, or much later.
    #[error("the business register is busy: it answered {0}")]
    Busy(StatusCode),
    /// An answer this program does not know.
    #[error("the business register answered {0}")]
    Unexpected(StatusCode),
    /// More than any sensible answer.
    #[error("the answer of the business register is larger than any sensible one")]
    TooLarge,
    /// Not the register's JSON.
    #[error("the answer of the business register cannot be read: {0}")]
    Unreadable(#[from] serde_json::Error),
    /// About something else than was asked.
    #[error("the answer of the business register is about something else than was asked")]
    AboutSomethingElse,
}

/// The register, as this program asks it.
#[derive(Debug)]
pub struct Register {
    http: reqwest::Client,
    address: RegisterUrl,
    manners: Manners,
    clock: Clock,
    turns: Turns,
}

struct Answer {
    status: StatusCode,
    retry_after: Option<Duration>,
    body: Vec<u8>,
}

impl Register {
    /// A client that can be led nowhere and made to read nothing endless.
    pub fn new(address: RegisterUrl, manners: Manners, clock: Clock) -> Result<Self, RegisterError> {
        let http = reqwest::Client::builder()
            .redirect(reqwest::redirect::Policy::none())
            .timeout(Duration::from_secs(SECONDS))
            .connect_timeout(Duration::from_secs(10))
            .https_only(address.is_https())
            .referer(false)
            .user_agent(USER_AGENT)
            .build()?;
        Ok(Self { http, address, manners, clock, turns: Turns::default() })
    }

    /// The next page of a feed. The register's filter takes the id itself along, so the next one is asked for.
    pub(super) async fn changes(&self, feed: Feed, cursor: Cursor) -> Result<Vec<Change>, RegisterError> {
        let query = match cursor {
            Cursor::After(id) => format!("oppdateringsid={}&size={PAGE}&includeChanges=true", id.saturating_add(1)),
            // The first change since then is all there is to know.
            Cursor::From(day) => format!("dato={day}T00:00:00.000Z&size=1"),
        };
        let accept = format!("application/vnd.brreg.enhetsregisteret.oppdatering.{}.v1+json, application/json;q=0.9", singular(feed));
        let answer = self.get(&format!("oppdateringer/{}?{query}", feed.code()), &accept, FEED_BYTES).await?;
        match answer.status {
            StatusCode::OK => Ok(parse::<FeedPage>(&answer.body)?.changes()),
            status => Err(RegisterError::Unexpected(status)),
        }
    }

    /// A unit as it is now; `None` when the register knows none with this number. A number may have changed kind since
    /// the feed was written, so the other kind is asked for too.
    pub(super) async fn unit(&self, feed: Feed, number: OrgNumber) -> Result<Option<Found>, RegisterError> {
        let other = if feed == Feed::Enheter { Feed::Underenheter } else { Feed::Enheter };
        match self.unit_at(feed, number).await? {
            None => self.unit_at(other, number).await,
            found => Ok(found),
        }
    }

    async fn unit_at(&self, feed: Feed, number: OrgNumber) -> Result<Option<Found>, RegisterError> {
        let accept = format!("application/vnd.brreg.enhetsregisteret.{}.v2+json", singular(feed));
        let answer = self.get(&format!("{}/{number}", feed.code()), &accept, UNIT_BYTES).await?;
        match answer.status {
            StatusCode::OK => {
                let entity: Entity = parse(&answer.body)?;
                if entity.number() == number { Ok(Some(Found::Entity(Box::new(entity)))) } else { Err(RegisterError::AboutSomethingElse) }
            }
            StatusCode::NOT_FOUND => Ok(None),
            StatusCode::GONE => Ok(Some(Found::Removed(number))),
            status => Err(RegisterError::Unexpected(status)),
        }
    }

    /// Asks until there is an answer: one that is busy or away is asked again, politely.
    async fn get(&self, path: &str, accept: &str, most: usize) -> Result<Answer, RegisterError> {
        let mut attempt = 0;
        loop {
            self.turns.take(self.manners.gap).await;
            let (asked, error) = match self.once(path, accept, most).await {
                Ok(answer) if is_busy(answer.status) => (answer.retry_after, RegisterError::Busy(answer.status)),
                Err(error @ RegisterError::Unreachable(_)) => (None, error),
                outcome => return outcome,
            };
            attempt += 1;
            let wait = self.manners.wait(attempt, asked);
            if attempt >= self.manners.tries || asked.is_some_and(|asked| asked > self.manners.longest_wait) {
                return Err(error);
            }
            tracing::warn!(%error, attempt, wait_ms = wait.as_millis(), "asking the business register again later");
            tokio::time::sleep(wait).await;
        }
    }

    async fn once(&self, path: &str, accept: &str, most: usize) -> Result<Answer, RegisterError> {
        let mut response = self.http.get(self.address.at(path)).header(header::ACCEPT, accept).send().await?;
        let asked = response.headers().get(header::RETRY_AFTER).and_then(|value| value.to_str().ok());
        let retry_after = asked.and_then(|value| retry_after(value, self.clock.now()));
        let mut body = Vec::new();
        while let Some(chunk) = response.chunk().await? {
            if body.len() + chunk.len() > most {
                return Err(RegisterError::TooLarge);
            }
            body.extend_from_slice(&chunk);
        }
        Ok(Answer { status: response.status(), retry_after, body })
    }
}

const fn singular(feed: Feed) -> &'static str {
    match feed {
        Feed::Enheter => "enhet",
        Feed::Underenheter => "underenhet",
    }
}

fn is_busy(status: StatusCode) -> bool {
    matches!(
        status,
        StatusCode::TOO_MANY_REQUESTS | StatusCode::BAD_GATEWAY | StatusCode::SERVICE_UNAVAILABLE | StatusCode::GATEWAY_TIMEOUT
    )
}

fn parse<T: DeserializeOwned>(body: &[u8]) -> Result<T, RegisterError> {
    Ok(serde_json::from_slice(body)?)
}
