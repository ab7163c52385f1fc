use std::{sync::Arc, time::Duration};

use axum::{
    Router,
    body::{Body, to_bytes},
    http::{Method, Request, StatusCode, header},
    response::Response,
};
use tokio::{net::TcpListener, sync::oneshot, task::JoinHandle};
use tower::ServiceExt;
use url::{Url, form_urlencoded};

use super::{
    clock::Clock,
    config::{Config, ConfigError, check_redirect_uri},
    fault::Fault,
    provider::Provider,
    routes,
};

/// How long open requests may take to finish when the provider is shut down.
const GRACE: Duration = Duration::from_secs(2);
/// More than any page of ours.
const PAGE_AT_MOST: usize = 1024 * 1024;

/// A running provider. It stops when dropped.
///
/// All methods that change something take `&self` and hold from the next request on, so one
/// provider can be shared by a test and the server it tests.
pub struct TestId {
    provider: Arc<Provider>,
    router: Router,
    stop: Option<oneshot::Sender<()>>,
    server: JoinHandle<()>,
}

/// Why a provider did not start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// The configuration cannot be used.
    #[error(transparent)]
    Config(#[from] ConfigError),
    /// The port could not be listened on.
    #[error("Cannot listen: {0}.")]
    Listen(#[from] std::io::Error),
}

/// Why [`TestId::authorize`] came to no redirect.
#[derive(Debug, thiserror::Error)]
pub enum AuthorizeError {
    /// The address is not this provider's authorization endpoint.
    #[error("{0} is not an authorization request to this provider")]
    NotOurs(String),
    /// The provider showed a page instead of redirecting.
    #[error("the provider answered {status} with a page: {page}")]
    Page {
        /// 400 for a client or redirect address it does not know, 422 for a bad national id.
        status: StatusCode,
        /// The HTML.
        page: String,
    },
}

impl TestId {
    /// Starts a provider for a test, on a free port of 127.0.0.1.
    ///
    /// # Panics
    /// If the configuration cannot be used or no port is free, as a test can do nothing about
    /// either. [`TestId::start_on`] returns these as errors.
    pub async fn start(config: Config) -> Self {
        let started = match TcpListener::bind(("127.0.0.1", 0)).await {
            Ok(listener) => Self::start_on(listener, config).await,
            Err(error) => Err(error.into()),
        };
        match started {
            Ok(test_id) => test_id,
            Err(error) => panic!("Test-ID did not start: {error}"),
        }
    }

    /// Starts a provider on a port that the caller listens on.
    ///
    /// # Errors
    /// [`StartError`], in one sentence.
    pub async fn start_on(listener: TcpListener, config: Config) -> Result<Self, StartError> {
        let address = listener.local_addr()?;
        let provider = Arc::new(Provider::new(config, &format!("http://{address}"))?);
        let router = routes::router(provider.clone());
        let (stop, stopped) = oneshot::channel::<()>();
        let serving = axum::serve(listener, router.clone()).with_graceful_shutdown(async {
            // An error means that the handle is gone, which is a reason to stop as well.
            drop(stopped.await);
        });
        let server = tokio::spawn(async move { drop(serving.await) });
        Ok(Self { provider, router, stop: Some(stop), server })
    }

    /// Stops listening, lets open requests finish for a moment, and returns.
    pub async fn shutdown(mut self) {
        drop(self.stop.take());
        drop(tokio::time::timeout(GRACE, &mut self.server).await);
    }

    /// The issuer, as it stands in discovery and tokens.
    #[must_use]
    pub fn issuer(&self) -> &str {
        &self.provider.issuer
    }

    /// The one client's id.
    #[must_use]
    pub fn client_id(&self) -> &str {
        &self.provider.client_id
    }

    /// The one client's secret.
    #[must_use]
    pub fn client_secret(&self) -> &str {
        &self.provider.client_secret
    }

    /// The claim that carries the national id.
    #[must_use]
    pub fn national_id_claim(&self) -> &str {
        &self.provider.national_id_claim
    }

    /// The provider's time; moving it moves the provider.
    #[must_use]
    pub fn clock(&self) -> &Clock {
        &self.provider.clock
    }

    /// Registers one more address a login may lead back to. The server under test learns its
    /// port only after it has been told the issuer.
    ///
    /// # Errors
    /// [`ConfigError::RedirectUri`] when it is not absolute or has a fragment.
    pub fn allow_redirect_uri(&self, uri: &str) -> Result<(), ConfigError> {
        check_redirect_uri(uri)?;
        self.provider.redirect_uris.lock().push(uri.to_owned());
        Ok(())
    }

    /// Registers one more address a logout may lead back to.
    ///
    /// # Errors
    /// [`ConfigError::RedirectUri`] when it is not absolute or has a fragment.
    pub fn allow_post_logout_redirect_uri(&self, uri: &str) -> Result<(), ConfigError> {
        check_redirect_uri(uri)?;
        let mut registered = self.provider.post_logout_redirect_uris.lock();
        registered.push(uri.to_owned());
        Ok(())
    }

    /// Does one thing wrong from now on, in place of any other fault.
    pub fn set_fault(&self, fault: Fault) {
        *self.provider.fault.lock() = Some(fault);
    }

    /// Does everything right again.
    pub fn clear_fault(&self) {
        *self.provider.fault.lock() = None;
    }

    /// Signs with a new key from now on, and returns its `kid`. The old one stays published,
    /// behind the new one.
    ///
    /// # Errors
    /// [`ConfigError::Key`] if the new key cannot be written down, which does not happen.
    pub fn rotate_key(&self) -> Result<String, ConfigError> {
        self.provider.keys.lock().rotate()
    }

    /// How often the discovery document was fetched.
    #[must_use]
    pub fn discovery_calls(&self) -> u64 {
        self.provider.calls.discovery.get()
    }

    /// How often the keys were fetched.
    #[must_use]
    pub fn jwks_calls(&self) -> u64 {
        self.provider.calls.jwks.get()
    }

    /// How often the token endpoint was asked, whatever it answered.
    #[must_use]
    pub fn token_calls(&self) -> u64 {
        self.provider.calls.token.get()
    }

    /// How often somebody followed the redirect of [`Fault::TokenRedirect`]. Must stay 0.
    #[must_use]
    pub fn redirects_followed(&self) -> u64 {
        self.provider.calls.redirects_followed.get()
    }

    /// How often userinfo was asked.
    #[must_use]
    pub fn userinfo_calls(&self) -> u64 {
        self.provider.calls.userinfo.get()
    }

    /// How often a logout was asked for.
    #[must_use]
    pub fn logout_calls(&self) -> u64 {
        self.provider.calls.logout.get()
    }

    /// Logs in as a browser would: opens the authorization request `url`, types `national_id`
    /// (a persona's, or any other), and returns where the provider sends the browser. `acr` is
    /// [`ACR_HIGH`](super::ACR_HIGH), or any other text that the token shall carry.
    ///
    /// # Errors
    /// [`AuthorizeError`] when the provider shows a page instead.
    pub async fn authorize(&self, url: &str, national_id: &str, acr: &str) -> Result<Url, AuthorizeError> {
        let choice = [("national_id", national_id), ("acr", acr)];
        self.answer_page(url, &choice).await
    }

    /// Opens the authorization request `url` and cancels.
    ///
    /// # Errors
    /// [`AuthorizeError`] when the provider shows a page instead.
    pub async fn cancel(&self, url: &str) -> Result<Url, AuthorizeError> {
        self.answer_page(url, &[("cancel", "1")]).await
    }

    async fn answer_page(&self, url: &str, choice: &[(&str, &str)]) -> Result<Url, AuthorizeError> {
        let endpoint = format!("{}/authorize", self.provider.issuer);
        let query =
            url.strip_prefix(&endpoint).and_then(|rest| rest.strip_prefix('?')).ok_or_else(|| AuthorizeError::NotOurs(url.to_owned()))?;
        let base = &self.provider.base;
        let page = self.call(Method::GET, &format!("{base}/authorize?{query}"), String::new()).await;
        if page.status() != StatusCode::OK {
            return location(page).await;
        }
        let form = form_urlencoded::Serializer::new(String::new()).append_pair("request", query).extend_pairs(choice).finish();
        let choose = format!("{base}/authorize/choose");
        location(self.call(Method::POST, &choose, form).await).await
    }

    async fn call(&self, method: Method, path: &str, form: String) -> Response {
        let request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(Body::from(form));
        match request {
            Ok(request) => match self.router.clone().oneshot(request).await {
                Ok(response) => response,
                Err(never) => match never {},
            },
            Err(_) => {
                let mut response = Response::new(Body::from("not a usable address"));
                *response.status_mut() = StatusCode::BAD_REQUEST;
                response
            }
        }
    }
}

impl Drop for TestId {
    fn drop(&mut self) {
        // Stops listening at once; a test that ends needs no grace.
        self.server.abort();
    }
}

async fn location(response: Response) -> Result<Url, AuthorizeError> {
    let found = response.headers().get(header::LOCATION).and_then(|value| value.to_str().ok()).and_then(|value| Url::parse(value).ok());
    if let Some(url) = found {
        return Ok(url);
    }
    let status = response.status();
    let page =
        to_bytes(response.into_body(), PAGE_AT_MOST).await.map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).unwrap_or_default();
    Err(AuthorizeError::Page { status, page })
}
