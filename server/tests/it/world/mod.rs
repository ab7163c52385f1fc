//! A small union, a provider and the portal in one process.

mod browser;
mod database;
mod registry;
mod union;

use std::collections::BTreeMap;

use axum::Router;
use domain::Timestamp;
use domain::registry::Line;
use server::{AppState, Config};
use store::{Clock, Store, StoreOptions};
use testkit::test_id::{self, ACR_HIGH, Persona, TestId};
use url::Url;

pub(crate) use browser::{Answer, Client, FILES_HEADERS, elsewhere, files_form};
use database::Database;
pub(crate) use registry::{LINES, PEOPLE, lines, person};
pub(crate) use union::{EMPLOYER, HOME, KINDERGARTEN, SCHOOL, SHOP, Union, day};

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
    config: Config,
    options: StoreOptions,
}

impl World {
    /// The usual one.
    pub(crate) async fn new() -> Self {
        Self::with("").await
    }

    /// With more lines for the `[oidc]` section of the configuration.
    pub(crate) async fn with(oidc: &str) -> Self {
        let world = Self::empty(oidc, &PEOPLE).await;
        world.load(lines()).await;
        world
    }

    /// One whose clubs have members.
    pub(crate) async fn peopled() -> Self {
        Self::peopled_with("").await
    }

    /// The same with more lines in the configuration.
    pub(crate) async fn peopled_with(more: &str) -> Self {
        let (world, union) = (Self::empty(more, &PEOPLE).await, Union::small());
        world.store.import_employers(union.employer_files()).await.unwrap();
        world.load(union.lines).await;
        world
    }

    /// The business register says something new of a unit: `true` in this field. The id of the alert that comes of it.
    pub(crate) async fn alert_about(&self, number: &str, field: &str) -> String {
        let mut union = Union::small();
        let unit = union.employers.iter_mut().find(|unit| unit["organisasjonsnummer"] == number).unwrap();
        unit[field] = true.into();
        self.store.import_employers(union.employer_files()).await.unwrap();
        self.database.id(&format!("SELECT id FROM employer_alerts WHERE employer_number = '{number}'")).await
    }

    /// With nothing in the registry yet; these people can say who they are.
    pub(crate) async fn empty(oidc: &str, people: &[(&str, &str, &str)]) -> Self {
        // A test that fails shows what the portal wrote in its log. Another test may have begun it already.
        drop(tracing_subscriber::fmt().with_max_level(tracing::Level::ERROR).with_test_writer().try_init());
        let clock = Clock::fixed(Timestamp(NOW * 1000));
        let test_id = TestId::start(test_id::Config {
            redirect_uris: vec![format!("{ORIGIN}/logg-inn/svar")],
            post_logout_redirect_uris: vec![format!("{ORIGIN}/logg-ut/svar")],
            personas: people.iter().map(|(key, name, id)| Persona::new(key, name, id)).collect(),
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
        let store = Store::open(options.clone()).await.unwrap();
        // Tests try what is not there again and again; one test is about how often one may.
        store.limit_misses(u32::MAX);
        // What a type asks and has to be done would stand beside what a test does; some tests are about that.
        store.set_case_types(&crate::case_types::plain(), "prøven", "Uten spørsmål og oppgaver").await.unwrap();
        let router = server::router(AppState::new(&config, store.clone()).unwrap()).await;
        Self { store, test_id, router, clock, database, config, options }
    }

    /// A second portal on the same database, with a store of its own: what another node would be.
    pub(crate) async fn second_node(&self) -> Node {
        let store = Store::open(self.options.clone()).await.unwrap();
        store.limit_misses(u32::MAX);
        Node { router: server::router(AppState::new(&self.config, store).unwrap()).await }
    }

    /// The same portal, where this program checks files that people send.
    pub(crate) async fn checking_apart(&self, program: &str) -> Router {
        let checker = server::Checker::Apart(program.into());
        server::router(AppState::with_checker(&self.config, self.store.clone(), checker).unwrap()).await
    }

    /// The router as it describes itself: every address it serves stands in it.
    pub(crate) fn described(&self) -> String {
        format!("{:?}", self.router)
    }

    /// The present instant, here and at the provider.
    pub(crate) fn now(&self) -> Timestamp {
        self.clock.now()
    }

    /// Throws everything away but the migrations', the keys', the series' and the access log's rows: another world may
    /// begin on the same database. Time goes on.
    pub(crate) async fn begin_again(&self) {
        self.database.begin_again().await;
        // The matrix has no version now, and will have a first one again: the store must not take it for the first before.
        self.store.policy().await.unwrap();
    }

    /// Changes something behind the portal's back.
    pub(crate) async fn run(&self, sql: &str) {
        self.database.run(sql).await;
    }

    /// Imports these lines; all must be good.
    pub(crate) async fn load(&self, lines: Vec<Line>) {
        registry::load(&self.store, lines).await;
    }

    /// Sends in a file that ends much, and gives the id under which it is held.
    pub(crate) async fn hold_a_file(&self) -> String {
        registry::hold(&self.store, Union::small().without_many()).await
    }

    /// For another program on the same database.
    pub(crate) fn database_url(&self) -> &str {
        self.database.url()
    }

    /// The key file that belongs to it.
    pub(crate) fn key_file(&self) -> std::path::PathBuf {
        self.database.key_file()
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

    /// A browser in which the person with this national id has just logged in.
    pub(crate) async fn login_with(&self, national_id: &str) -> Client {
        let mut client = self.client();
        let to = self.begin(&mut client, "/i-dag").await;
        let back = path_of(&self.test_id.authorize(&to, national_id, ACR_HIGH).await.unwrap());
        assert_eq!(client.get(&back).await.location(), Some("/i-dag"));
        client
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

    /// Every row of every table as text, but for what merely using the portal changes: sessions, logins, the access log;
    /// and but for the reports of imports, of which each leaves one.
    pub(crate) async fn contents(&self) -> BTreeMap<String, Vec<String>> {
        self.database.contents(&["sessions", "login_attempts", "access_log", "imports"]).await
    }

    /// The one id that this finds.
    pub(crate) async fn id(&self, sql: &str) -> String {
        self.database.id(sql).await
    }

    /// What an id column holds, in the order of the rows.
    pub(crate) async fn uuids(&self, sql: &str) -> Vec<String> {
        self.database.uuids(sql).await
    }

    /// Writes a row of two ids behind the portal's back.
    pub(crate) async fn insert_pair(&self, table: &str, columns: [&str; 2], ids: [&str; 2]) {
        self.database.insert_pair(table, columns, ids).await;
    }

    /// The same at the provider, for anybody who has a national id.
    pub(crate) async fn vouch_for(&self, to: &str, national_id: &str) -> String {
        path_of(&self.test_id.authorize(to, national_id, ACR_HIGH).await.unwrap())
    }

    /// What these columns hold, as text, in the order of the rows.
    pub(crate) async fn texts(&self, sql: &str) -> Vec<String> {
        self.database.texts(sql).await
    }

    /// The id of the unit that the registry calls `key`.
    pub(crate) async fn unit_id(&self, key: &str) -> String {
        self.database.id(&format!("SELECT id FROM units WHERE registry_key = '{key}'")).await
    }

    /// The same for the access log, which lies in a file of its own with SQLite.
    pub(crate) async fn logged(&self, sql: &str) -> Vec<String> {
        self.database.logged(sql).await
    }

    /// The id of the member whom the registry calls `key`.
    pub(crate) async fn member_id(&self, key: &str) -> String {
        self.database.id(&format!("SELECT id FROM members WHERE registry_key = '{key}'")).await
    }
}

/// Another portal on a world's database.
pub(crate) struct Node {
    router: Router,
}

impl Node {
    /// A browser that goes there, and holds this session cookie.
    pub(crate) fn client_with(&self, session: &str) -> Client {
        let mut client = Client::new(self.router.clone());
        client.set_cookie("__Host-klar", session);
        client
    }
}

/// Path and query.
pub(crate) fn path_of(url: &Url) -> String {
    assert!(url.as_str().starts_with(ORIGIN), "{url}");
    url.as_str()[ORIGIN.len()..].to_owned()
}
