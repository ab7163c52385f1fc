//! A small union, a provider and the portal in one process.

mod browser;
mod database;
mod registry;

use axum::Router;
use domain::Timestamp;
use server::{AppState, Config};
use store::{Clock, Store, StoreOptions};
use testkit::test_id::{self, ACR_HIGH, Persona, TestId};
use url::Url;

pub(crate) use browser::{Answer, Client};
use database::Database;
pub(crate) use registry::{LINES, PEOPLE, person};

/// Where the portal believes to be found. With https, as in production: `__Host-` cookies and all.
pub(crate) const ORIGIN: &str = "https://klar.example.org";
/// 2026-09-21, a Monday, half past two in Oslo.
pub(crate) const NOW: i64 = 1_790_000_000;

/// Everything a test needs. Each is its own world.
pub(crate) struct World {
    /// The portal's memory.
    pub store: Store,
    /// The provider.
    pub test_id: TestId,
    router: Router,
    clock: Clock,
    database: Database,
}

impl World {
    /// The usual one.
    pub(crate) async fn new() -> Self {
        Self::with("").await
    }

    /// With more lines for the `[oidc]` section of the configuration.
    pub(crate) async fn with(oidc: &str) -> Self {
        let clock = Clock::fixed(Timestamp(NOW * 1000));
        let test_id = TestId::start(test_id::Config {
            redirect_uris: vec![format!("{ORIGIN}/logg-inn/svar")],
            post_logout_redirect_uris: vec![format!("{ORIGIN}/logg-ut/svar")],
            personas: PEOPLE.iter().map(|(key, name, id)| Persona::new(key, name, id)).collect(),
            clock: test_id::Clock::frozen(NOW),
            ..test_id::Config::default()
        })
        .await;
        let acr = if oidc.contains("accepted_acr") { String::new() } else { format!("accepted_acr = [{ACR_HIGH:?}]") };
        let database = Database::fresh().await;
        let config = format!(
            "public_url = {ORIGIN:?}\nsite_root = {site:?}\n[oidc]\nissuer = {issuer:?}\nclient_id = {id:?}\nclient_secret = {secret:?}\n\
             national_id_claim = \"pid\"\n{acr}\n{oidc}\n",
            site = database.site().display().to_string(),
            issuer = test_id.issuer(),
            id = test_id.client_id(),
            secret = test_id.client_secret(),
        );
        let config = Config::parse(&config).unwrap();
        let options = StoreOptions { database_url: database.url().to_owned(), key_file: database.key_file(), clock: clock.clone() };
        let store = Store::open(options).await.unwrap();
        registry::load(&store).await;
        let router = server::router(AppState::new(&config, store.clone()).unwrap()).await;
        Self { store, test_id, router, clock, database }
    }

    /// A browser that has never been here.
    pub(crate) fn client(&self) -> Client {
        Client::new(self.router.clone())
    }

    /// A browser that holds this session cookie, however it came by it.
    pub(crate) fn client_with(&self, session: &str) -> Client {
        let mut client = self.client();
        client.set_cookie("__Host-klar", session);
        client
    }

    /// A browser in which this person has just logged in; see [`PEOPLE`].
    pub(crate) async fn login(&self, key: &str) -> Client {
        let mut client = self.client();
        let answer = self.log_in(&mut client, key, "/i-dag").await;
        assert_eq!((answer.status(), answer.location()), (303, Some("/i-dag")), "{}", answer.text());
        client
    }

    /// Logs somebody in, from the portal to the provider and back; the answer to the way back.
    pub(crate) async fn log_in(&self, client: &mut Client, key: &str, return_to: &str) -> Answer {
        let to = self.begin(client, return_to).await;
        let back = self.vouch(&to, key).await;
        client.get(&back).await
    }

    /// Begins a login, and returns where the portal sends the browser.
    pub(crate) async fn begin(&self, client: &mut Client, return_to: &str) -> String {
        let answer = client.get(&app::routes::login_to(return_to)).await;
        assert_eq!(answer.status(), 303);
        answer.location().unwrap().to_owned()
    }

    /// What the person does at the provider; returns the path of ours that it sends the browser back to.
    pub(crate) async fn vouch(&self, to: &str, key: &str) -> String {
        self.vouch_at(to, key, ACR_HIGH).await
    }

    /// The same, at some level of assurance.
    pub(crate) async fn vouch_at(&self, to: &str, key: &str, acr: &str) -> String {
        path_of(&self.test_id.authorize(to, person(key), acr).await.unwrap())
    }

    /// Time passes, here and at the provider.
    pub(crate) fn pass(&self, seconds: u32) {
        self.clock.advance_seconds(seconds.into());
        self.test_id.clock().advance(std::time::Duration::from_secs(seconds.into()));
    }

    /// Time passes here only: the clocks drift apart.
    pub(crate) fn drift(&self, seconds: i64) {
        self.clock.advance_seconds(seconds);
    }

    /// How many rows there are, whoever they belong to.
    pub(crate) async fn rows(&self, table: &str) -> i64 {
        self.database.rows(table).await
    }
}

/// Path and query.
pub(crate) fn path_of(url: &Url) -> String {
    assert!(url.as_str().starts_with(ORIGIN), "{url}");
    url.as_str()[ORIGIN.len()..].to_owned()
}
