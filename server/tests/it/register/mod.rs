//! Following the business register, against one of our own that answers in the real one's shapes.

mod fake;

use std::collections::BTreeMap;
use std::time::Duration;

use domain::identity::OrgNumber;
use serde_json::{Value, json};
use server::register::{FollowError, Follower, Manners, Register, RegisterError, Round};
use store::employers::{Cursor, Feed, Followed};

use crate::world::{EMPLOYER, HOME, KINDERGARTEN, SCHOOL, SHOP, Union, World};
pub(crate) use fake::Fake;
use fake::Fault;

const DEPARTMENT: &str = "310000086";
const QUICK: Manners =
    Manners { gap: Duration::ZERO, tries: 3, first_wait: Duration::from_millis(2), longest_wait: Duration::from_secs(5) };

struct Following {
    world: World,
    fake: Fake,
    address: String,
}

impl Following {
    async fn new() -> Self {
        let world = World::peopled().await;
        let (fake, address) = Fake::start().await;
        Self { world, fake, address }
    }

    /// Another node.
    fn node(&self, manners: Manners) -> Follower {
        let register = Register::new(Fake::url(&self.address), manners, self.world.store.clock().clone()).unwrap();
        Follower::new(self.world.store.clone(), register)
    }

    async fn round(&self) -> Result<Round, FollowError> {
        self.node(QUICK).round().await
    }

    async fn cursors(&self) -> [Option<Cursor>; 2] {
        [
            self.world.store.register_cursor(Feed::Enheter).await.unwrap(),
            self.world.store.register_cursor(Feed::Underenheter).await.unwrap(),
        ]
    }

    /// Everything but the lease, which a round takes and gives back.
    async fn contents(&self) -> BTreeMap<String, Vec<String>> {
        let mut contents = self.world.contents().await;
        contents.remove("leases");
        contents
    }

    async fn field(&self, number: &str, column: &str) -> String {
        self.world.texts(&format!("SELECT CAST({column} AS text) FROM employer_units WHERE number = '{number}'")).await.remove(0)
    }

    async fn alerts(&self) -> Vec<String> {
        self.world.texts("SELECT employer_number || ' ' || kind FROM employer_alerts ORDER BY 1").await
    }
}

/// A unit of the small union, as the register writes it, with something else in it.
fn unit(number: &str, changes: Value) -> Value {
    let mut unit = Union::small().employers.into_iter().find(|unit| unit["organisasjonsnummer"] == number).unwrap();
    let object = unit.as_object_mut().unwrap();
    object.extend(changes.as_object().unwrap().clone());
    object.insert("_links".to_owned(), json!({"self": {"href": "x"}}));
    unit
}

fn number(n: u32) -> String {
    (39_000_000 + n * 10..).find_map(OrgNumber::from_eight_digits).unwrap().to_string()
}

#[tokio::test]
async fn a_round_reads_again_what_has_changed_and_believes_no_patches() {
    let f = Following::new().await;
    f.fake.change("underenheter", 501, HOME, "Endring", Some("/navn"));
    f.fake.unit(&format!("underenheter/{HOME}"), unit(HOME, json!({"navn": "GRANLIA SYKEHJEM OG BOSENTER", "antallAnsatte": 40})));
    assert_eq!(f.round().await.unwrap(), Round::Read(Followed { changed: 1, alerts: 0 }));
    assert_eq!(f.field(HOME, "name").await, "Granlia sykehjem og bosenter");
    // Nothing had changed among the employers: that feed begins at its date the next time too.
    assert!(matches!(f.cursors().await, [Some(Cursor::From(_)), Some(Cursor::After(501))]));
    let asked = f.fake.asked();
    let queries: Vec<_> = asked.iter().map(|asked| asked.path.as_str()).collect();
    // The world's bulk file is of 2026-09-21; the feed is asked from the day before.
    assert_eq!(
        queries,
        [
            "oppdateringer/enheter?dato=2026-09-20T00:00:00.000Z&size=1",
            "oppdateringer/underenheter?dato=2026-09-20T00:00:00.000Z&size=1",
            "oppdateringer/underenheter?oppdateringsid=501&size=1000&includeChanges=true",
            &format!("underenheter/{HOME}"),
            "oppdateringer/underenheter?oppdateringsid=502&size=1000&includeChanges=true",
        ]
    );
    assert!(asked.iter().all(|asked| asked.user_agent.starts_with("klar/")));
    f.fake.paths();
    assert_eq!(f.round().await.unwrap(), Round::Read(Followed::default()));
    assert_eq!(f.fake.paths(), ["oppdateringer/enheter", "oppdateringer/underenheter"], "nothing new, nothing read");
}

#[tokio::test]
async fn every_way_a_unit_can_be_gone() {
    let f = Following::new().await;
    let reading = [
        (HOME, "Endring", 410, json!({"organisasjonsnummer": HOME, "slettedato": "2026-09-20", "_links": {}}).to_string()),
        (
            SCHOOL,
            "Sletting",
            200,
            json!({"organisasjonsnummer": SCHOOL, "slettedato": "2026-09-19", "respons_klasse": "SlettetUnderEnhet", "_links": {}})
                .to_string(),
        ),
        (KINDERGARTEN, "Sletting", 404, String::new()),
        (SHOP, "Endring", 404, String::new()),
    ];
    for (id, (number, kind, status, body)) in (10..).zip(&reading) {
        f.fake.change("underenheter", id, number, kind, None);
        f.fake.raw(&format!("underenheter/{number}"), *status, body);
    }
    // What is removed is removed, even where a cache still has it.
    f.fake.change("enheter", 20, DEPARTMENT, "Fjernet", None);
    f.fake.unit(&format!("enheter/{DEPARTMENT}"), unit(DEPARTMENT, json!({})));
    assert_eq!(f.round().await.unwrap(), Round::Read(Followed { changed: 2, alerts: 4 }));
    let expected =
        [format!("{HOME} removed"), format!("{SCHOOL} closure"), format!("{KINDERGARTEN} closure"), format!("{DEPARTMENT} removed")];
    assert_eq!(f.alerts().await, expected);
    assert_eq!(f.field(SCHOOL, "closed_on").await, "2026-09-19");
    assert_eq!(f.field(SCHOOL, "name").await, "Granlia skole", "we keep what the register forgets");
    assert_eq!(f.field(KINDERGARTEN, "closed_on").await, "2026-09-21", "the day of the change");
    assert_eq!([f.field(HOME, "name").await, f.field(DEPARTMENT, "name").await], ["310 000 027", "310 000 086"]);
    assert_eq!(f.field(SHOP, "name").await, "Fjordheim butikk", "a unit that cannot be found is left as it was");
    let paths = f.fake.paths();
    // What is not found is asked for among the other kind, and never again; what is removed is not asked for at all.
    assert_eq!(paths.iter().filter(|path| path.contains(SHOP)).count(), 2);
    assert!(paths.contains(&format!("enheter/{SHOP}")) && !paths.contains(&format!("enheter/{DEPARTMENT}")));
}

#[tokio::test]
async fn what_is_new_or_comes_under_ours_is_taken_in_and_nothing_else() {
    let f = Following::new().await;
    let [team, child, stranger, arriving, moving, owner, group] = [1, 2, 3, 4, 5, 6, 7].map(number);
    // In the order in which they came: the child's number would sort first.
    f.fake.change("enheter", 1, &team, "Ny", None);
    f.fake.change("enheter", 2, &child, "Ny", None);
    f.fake.change("underenheter", 3, &stranger, "Ny", None);
    f.fake.change("underenheter", 4, &arriving, "Endring", Some("/overordnetEnhet"));
    f.fake.change("underenheter", 5, &moving, "Endring", Some("/navn"));
    f.fake.change("underenheter", 6, HOME, "Ukjent", None);
    f.fake.change("underenheter", 7, "123", "Ny", None);
    let new = |number: &str, form: &str, parent: Option<&str>| json!({"organisasjonsnummer": number, "navn": "NY", "organisasjonsform": {"kode": form, "beskrivelse": "x"}, "overordnetEnhet": parent, "respons_klasse": "Enhet"});
    f.fake.unit(&format!("enheter/{team}"), new(&team, "ORGL", Some(EMPLOYER)));
    f.fake.unit(&format!("enheter/{child}"), new(&child, "ORGL", Some(&team)));
    f.fake.unit(&format!("underenheter/{stranger}"), new(&stranger, "BEDR", Some(&number(90))));
    f.fake.unit(&format!("underenheter/{arriving}"), new(&arriving, "BEDR", Some(EMPLOYER)));
    f.fake.unit(&format!("underenheter/{HOME}"), unit(HOME, json!({"overordnetEnhet": owner})));
    f.fake.unit(&format!("enheter/{owner}"), new(&owner, "AS", Some(&group)));
    f.fake.unit(&format!("enheter/{group}"), new(&group, "AS", None));
    assert_eq!(f.round().await.unwrap(), Round::Read(Followed { changed: 6, alerts: 1 }));
    for (number, known) in [(&team, 1), (&child, 1), (&stranger, 0), (&arriving, 1), (&moving, 0), (&owner, 1), (&group, 1)] {
        let found = f.world.texts(&format!("SELECT name FROM employer_units WHERE number = '{number}'")).await;
        assert_eq!(found.len(), known, "{number}");
    }
    assert_eq!(f.alerts().await, [format!("{HOME} new_parent")]);
    assert!(!f.fake.paths().contains(&format!("underenheter/{moving}")), "what is not ours is not even read");
    // Club C1 covers the home itself, so its people stay; C4 covered the whole municipality, so they have left that.
    let clubs = format!(
        "SELECT DISTINCT units.registry_key FROM club_members JOIN units ON units.id = club_id WHERE workplace_number = '{HOME}' ORDER BY 1"
    );
    assert_eq!(f.world.texts(&clubs).await, ["C1"]);
}

#[tokio::test]
async fn a_long_feed_is_read_page_by_page() {
    let f = Following::new().await;
    for id in 1..=2_300 {
        f.fake.change("enheter", id * 3, &number(u32::try_from(id).unwrap()), "Endring", Some("/navn"));
    }
    f.fake.change("enheter", 7_000, EMPLOYER, "Endring", None);
    f.fake.unit(&format!("enheter/{EMPLOYER}"), unit(EMPLOYER, json!({"underTvangsavviklingEllerTvangsopplosning": true})));
    assert_eq!(f.round().await.unwrap(), Round::Read(Followed { changed: 1, alerts: 1 }));
    assert_eq!(f.cursors().await[0], Some(Cursor::After(7_000)));
    let asked: Vec<_> = f.fake.asked().into_iter().filter(|asked| asked.path.contains("oppdateringsid")).map(|asked| asked.path).collect();
    let ids: Vec<_> = asked.iter().map(|path| path.split(['=', '&']).nth(1).unwrap()).collect();
    assert_eq!(ids, ["3", "3001", "6001", "7001"]);
}

#[tokio::test]
async fn a_busy_register_is_asked_again_later_and_not_for_ever() {
    let f = Following::new().await;
    f.fake.change("underenheter", 5, HOME, "Endring", None);
    let path = format!("underenheter/{HOME}");
    f.fake.unit(&path, unit(HOME, json!({"konkurs": true})));
    f.fake.fault(&path, [Fault::Status(429, Some("1")), Fault::Status(503, None)]);
    let began = std::time::Instant::now();
    assert_eq!(f.round().await.unwrap(), Round::Read(Followed { changed: 1, alerts: 1 }));
    assert!(began.elapsed() >= Duration::from_secs(1), "it was asked to wait a second");
    // Three times is enough, and an hour is too long.
    f.fake.change("underenheter", 6, HOME, "Endring", None);
    let before = f.contents().await;
    f.fake.paths();
    f.fake.fault(&path, [503, 502, 504].map(|status| Fault::Status(status, None)));
    let error = f.round().await.unwrap_err();
    assert!(matches!(error, FollowError::Register(RegisterError::Busy(status)) if status == 504), "{error:?}");
    assert_eq!(f.fake.paths().iter().filter(|asked| **asked == path).count(), 3);
    f.fake.fault(&path, [Fault::Status(429, Some("3600"))]);
    assert!(matches!(f.round().await.unwrap_err(), FollowError::Register(RegisterError::Busy(_))));
    assert_eq!(f.fake.paths().iter().filter(|asked| **asked == path).count(), 1);
    assert_eq!(f.contents().await, before, "the cursor is where it was");
    assert_eq!(f.round().await.unwrap(), Round::Read(Followed::default()));
    assert_eq!(f.cursors().await[1], Some(Cursor::After(6)));
}

#[tokio::test]
async fn an_answer_that_cannot_be_right_changes_nothing() {
    let f = Following::new().await;
    f.fake.change("underenheter", 5, SCHOOL, "Endring", None);
    f.fake.change("underenheter", 6, HOME, "Endring", None);
    f.fake.unit(&format!("underenheter/{SCHOOL}"), unit(SCHOOL, json!({"konkurs": true})));
    f.fake.unit(&format!("underenheter/{HOME}"), unit(HOME, json!({"konkurs": true})));
    f.fake.fault("oppdateringer/underenheter?oppdateringsid", [Fault::Status(500, None)]);
    assert!(f.round().await.is_err(), "the first round only sets the cursor");
    let before = f.contents().await;
    for fault in [
        Fault::Endless,
        Fault::Redirect,
        Fault::Status(500, None),
        Fault::Status(406, None),
        Fault::Says("<html>"),
        Fault::Says(r#"{"organisasjonsnummer":"310000051","navn":"EN ANNEN"}"#),
        Fault::Says(""),
    ] {
        // The second of two: the first was read well, and is not written either.
        f.fake.fault(&format!("underenheter/{HOME}"), [fault.clone()]);
        f.fake.paths();
        let error = f.round().await.unwrap_err();
        let FollowError::Register(error) = error else { panic!("{fault:?}: {error:?}") };
        assert_eq!(matches!(error, RegisterError::TooLarge), matches!(fault, Fault::Endless), "{error:?}");
        assert_eq!(matches!(error, RegisterError::Unexpected(_)), matches!(fault, Fault::Redirect | Fault::Status(..)), "{error:?}");
        assert!(!f.fake.paths().contains(&format!("enheter/{EMPLOYER}")), "it is led nowhere");
        assert_eq!(f.contents().await, before, "{fault:?}");
    }
    for text in ["[]", "{\"_embedded\":{\"oppdaterteUnderenheter\":[{\"oppdateringsid\":4,\"organisasjonsnummer\":\"310000027\"}]}}"] {
        f.fake.fault("oppdateringer/underenheter?oppdateringsid", [Fault::Says(text)]);
        assert!(f.round().await.is_err(), "{text}: not a page, or one that goes backwards");
        assert_eq!(f.contents().await, before);
    }
    assert_eq!(f.round().await.unwrap(), Round::Read(Followed { changed: 2, alerts: 2 }));
}

#[tokio::test]
async fn a_node_that_dies_in_the_middle_leaves_everything_to_the_next() {
    let f = Following::new().await;
    f.fake.change("underenheter", 5, SCHOOL, "Endring", None);
    f.fake.change("underenheter", 6, HOME, "Endring", None);
    for number in [SCHOOL, HOME] {
        f.fake.unit(&format!("underenheter/{number}"), unit(number, json!({"konkurs": true})));
    }
    f.fake.fault(&format!("underenheter/{HOME}"), [Fault::Hangs]);
    let mut dying = f.node(QUICK);
    let dying = tokio::spawn(async move { dying.round().await });
    while !f.fake.asked().iter().any(|asked| asked.path.contains(HOME)) {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    assert_eq!(f.round().await.unwrap(), Round::Elsewhere, "it still holds the lease");
    let before = f.contents().await;
    dying.abort();
    assert!(dying.await.unwrap_err().is_cancelled());
    assert_eq!((f.contents().await, f.alerts().await.len()), (before, 0));
    assert_eq!(f.cursors().await[1], Some(Cursor::After(4)));
    f.world.pass(181);
    assert_eq!(f.round().await.unwrap(), Round::Read(Followed { changed: 2, alerts: 2 }));
    assert_eq!(f.round().await.unwrap(), Round::Read(Followed::default()));
    assert_eq!(f.alerts().await.len(), 2);
}

#[tokio::test]
async fn it_never_asks_faster_than_it_should() {
    let f = Following::new().await;
    for (id, number) in (1..).zip([HOME, SCHOOL, KINDERGARTEN, SHOP]) {
        f.fake.change("underenheter", id, number, "Endring", None);
        f.fake.unit(&format!("underenheter/{number}"), unit(number, json!({})));
    }
    f.node(Manners { gap: Duration::from_millis(60), ..QUICK }).round().await.unwrap();
    let asked = f.fake.asked();
    assert!(asked.len() >= 7);
    let span = asked.last().unwrap().at - asked[0].at;
    let least = Duration::from_millis(60) * u32::try_from(asked.len() - 1).unwrap();
    assert!(span + Duration::from_millis(20) >= least, "{span:?} for {}", asked.len());
}

#[tokio::test]
async fn without_a_bulk_file_there_is_nothing_to_go_on_from() {
    let world = World::empty("", &[]).await;
    let (fake, address) = Fake::start().await;
    let register = Register::new(Fake::url(&address), QUICK, world.store.clock().clone()).unwrap();
    let error = Follower::new(world.store.clone(), register).round().await.unwrap_err();
    assert!(matches!(error, FollowError::NoBulkFile), "{error:?}");
    assert!(fake.asked().is_empty());
}

#[tokio::test]
async fn a_register_that_is_not_there_is_an_error() {
    let f = Following::new().await;
    let register = Register::new(Fake::url("http://127.0.0.1:9/api"), QUICK, f.world.store.clock().clone()).unwrap();
    let error = Follower::new(f.world.store.clone(), register).round().await.unwrap_err();
    assert!(matches!(error, FollowError::Register(RegisterError::Unreachable(_))), "{error:?}");
    assert_eq!(f.round().await.unwrap(), Round::Read(Followed::default()), "and the lease was given back");
}
