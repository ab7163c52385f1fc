//! A portal in which a random union lives: files come in, days pass, people work; and what the oracle knows of it.

use std::collections::{BTreeMap, BTreeSet};

use domain::identity::Accept;
use domain::imports::Limits;
use domain::{Date, Timestamp};
use store::registry::{Asked, Outcome};

use super::facts::Facts;
use super::operation::{Operation, nth};
use super::seen::Class;
use super::spec::{ACTORS, person};
use crate::world::{Client, World};

/// A day in a world begins so long before midnight in Oslo.
const BEFORE_MIDNIGHT: i64 = 600;
const DAY: u32 = 24 * 3600;

/// A case, here and in the oracle.
#[derive(Debug, Clone)]
pub(super) struct Case {
    pub(super) id: String,
    /// The member it is about.
    pub(super) about: String,
    pub(super) kind: &'static str,
    pub(super) told: oracle::Case,
    /// What stands in it and nowhere else.
    pub(super) texts: Vec<String>,
    /// What stands on the pages of its tasks alone.
    pub(super) details: Vec<String>,
    pub(super) tasks: Vec<Task>,
    /// Notes in it, private ones among them.
    pub(super) notes: Vec<Note>,
    /// Who has written in it.
    pub(super) writers: BTreeSet<String>,
    /// The cases with which it was merged, now or before.
    pub(super) merged: BTreeSet<String>,
}

#[derive(Debug, Clone)]
pub(super) struct Note {
    pub(super) id: String,
    pub(super) author: String,
    /// Its text, when nobody but the author sees it; else the text stands among the case's.
    pub(super) private: Option<String>,
}

#[derive(Debug, Clone)]
pub(super) struct Task {
    pub(super) id: String,
    pub(super) title: String,
    pub(super) details: String,
    pub(super) owner: String,
    pub(super) version: i32,
    pub(super) done: bool,
}

/// How often each answer was right, so that a test that compares nothing with nothing is noticed.
pub(super) type Counts = BTreeMap<&'static str, u32>;

/// The portal, the union in it, and what has happened.
pub(super) struct Running<'a> {
    pub(super) world: &'a World,
    pub(super) facts: Facts,
    pub(super) cases: Vec<Case>,
    /// Each person's id in the portal, those who are not in the file any more among them.
    pub(super) ids: BTreeMap<String, String>,
    /// Each person's family name.
    pub(super) names: BTreeMap<String, String>,
    /// (alert, person) that are marked as seen.
    pub(super) alerts_seen: BTreeSet<(String, String)>,
    /// Who has opened the card of each member, a case about them, or the report of that.
    pub(super) looked: BTreeMap<String, BTreeSet<String>>,
    pub(super) counts: &'a mut Counts,
    clients: BTreeMap<String, Client>,
    pub(super) texts: u32,
}

impl<'a> Running<'a> {
    /// Another world begins on the same database, in the evening.
    pub(super) async fn begin(world: &'a World, counts: &'a mut Counts, facts: impl FnOnce(Date) -> Facts) -> Self {
        world.begin_again().await;
        let asking = crate::case_types::asking();
        if world.store.case_types_text(None).await.unwrap().as_ref() != Some(&asking) {
            world.store.set_case_types(&asking, "prøven", "Alle spør").await.unwrap();
        }
        to_the_evening(world);
        let facts = facts(today(world));
        let mut running = Self {
            world,
            facts,
            cases: Vec::new(),
            ids: BTreeMap::new(),
            names: BTreeMap::new(),
            alerts_seen: BTreeSet::new(),
            looked: BTreeMap::new(),
            counts,
            clients: BTreeMap::new(),
            texts: 0,
        };
        running.import().await;
        running
    }

    pub(super) fn today(&self) -> Date {
        today(self.world)
    }

    pub(super) fn oracle(&self) -> oracle::Union {
        self.facts.told(self.today())
    }

    pub(super) fn count(&mut self, what: &'static str) {
        *self.counts.entry(what).or_default() += 1;
    }

    /// The employers and the registry come in, whole.
    pub(super) async fn import(&mut self) {
        self.world.store.import_employers(self.facts.employer_files()).await.unwrap();
        let lines = (1..).zip(self.facts.lines()).collect();
        let asked = Asked { limits: Limits::NONE, ..Asked::of(Accept::SyntheticOnly) };
        match self.world.store.import_registry(lines, &asked).await.unwrap().outcome {
            Outcome::Applied(_) => {}
            other => panic!("{other:?}"),
        }
        let ids = self.world.uuids("SELECT id FROM members ORDER BY registry_key").await;
        let keys = self.world.texts("SELECT registry_key FROM members ORDER BY registry_key").await;
        self.ids = keys.into_iter().zip(ids).collect();
        let names = self.facts.members.iter().map(|line| (line.id.clone(), line.family_name.clone()));
        self.names.extend(names);
    }

    /// Somebody's browser: a session that stays open for as long as it lives, and a new one after that.
    pub(super) async fn client(&mut self, key: &str) -> Client {
        if let Some(client) = self.clients.get(key) {
            return client.clone();
        }
        let mut client = self.world.client();
        if let Some(line) = self.facts.members.iter().find(|line| line.id == key) {
            // The first comes in through the provider, as people do; the others with a session opened for them.
            if self.clients.is_empty() {
                let to = self.world.begin(&mut client, "/i-dag").await;
                let back = self.world.vouch_for(&to, line.national_id.expose()).await;
                client.get(&back).await;
                assert!(client.cookie("__Host-klar").is_some(), "{key} could not log in");
            } else {
                let person = self.world.store.person_by_national_id(&line.national_id).await.unwrap().unwrap();
                let token = self.world.store.open_session(&person, "high", None).await.unwrap();
                client.set_cookie("__Host-klar", token.expose());
            }
        }
        self.clients.insert(key.to_owned(), client.clone());
        client
    }

    /// One thing happens.
    pub(super) async fn run(&mut self, operation: &Operation) {
        match operation {
            Operation::File(change) => {
                let today = self.today();
                change.apply(&mut self.facts, today);
                self.import().await;
            }
            Operation::Policy(matrix) => {
                matrix.apply(&mut self.facts);
                self.world.store.set_policy(&self.facts.policy(), None, "a test", "").await.unwrap();
            }
            // Across midnight with open sessions; what comes after that is compared before anybody logs in again.
            Operation::Days(days) => {
                (1..*days).for_each(|_| self.world.pass(DAY));
                if *days > 1 {
                    self.clients.clear();
                }
                for n in 0..ACTORS {
                    self.client(&person(n)).await;
                }
                self.world.pass(u32::try_from(2 * BEFORE_MIDNIGHT).unwrap());
            }
            Operation::Act(actor, may, act) => {
                let may = if *may { self.who_may(act) } else { Vec::new() };
                let actor = nth(&may, *actor).cloned().unwrap_or_else(|| person(*actor));
                self.act(&actor, act).await;
            }
        }
    }

    pub(super) fn actors(&self) -> Vec<String> {
        (0..ACTORS).map(person).filter(|actor| self.facts.members.iter().any(|line| line.id == *actor)).collect()
    }

    /// The actors, those who hold an office today first; each time another one of them is the very first.
    pub(super) fn actors_from(&self, n: usize) -> Vec<String> {
        let oracle = self.oracle();
        let (mut hold, rest): (Vec<String>, Vec<String>) = (0..ACTORS).map(person).partition(|actor| !oracle.mandates_of(actor).is_empty());
        let by = n.checked_rem(hold.len()).unwrap_or_default();
        hold.rotate_left(by);
        hold.into_iter().chain(rest).collect()
    }

    /// The evening comes, and those who were logged in are not any more. Called when what a day has changed was seen.
    pub(super) async fn evening(&mut self, operation: &Operation) {
        if matches!(operation, Operation::Days(_)) {
            to_the_evening(self.world);
            self.clients.clear();
        }
    }

    /// What somebody is let in to.
    pub(super) fn standing(&self, oracle: &oracle::Union, actor: &str) -> Class {
        if !self.facts.members.iter().any(|line| line.id == actor) {
            Class::Login
        } else if oracle.mandates_of(actor).is_empty() {
            Class::NoMandate
        } else {
            Class::It
        }
    }

    /// What has happened to employers, the newest first.
    pub(super) async fn alerts(&self) -> Vec<AlertRow> {
        let order = "FROM employer_alerts ORDER BY noticed_at DESC, id DESC";
        let ids = self.world.uuids(&format!("SELECT id {order}")).await;
        let rows = self.world.texts(&format!("SELECT employer_number || ' ' || kind || ' ' || coalesce(old_value, '') {order}")).await;
        let times = self.world.texts(&format!("SELECT CAST(noticed_at AS text) {order}")).await;
        let row = |((id, row), at): ((String, String), String)| {
            let parts: Vec<&str> = row.split(' ').collect();
            let left = (parts[1] == "new_parent" && !parts[2].is_empty()).then(|| parts[2].to_owned());
            AlertRow { id, about: parts[0].to_owned(), left, at: Timestamp(at.parse().unwrap()) }
        };
        ids.into_iter().zip(rows).zip(times).map(row).collect()
    }
}

/// Something that has happened to an employer.
#[derive(Debug, Clone)]
pub(super) struct AlertRow {
    pub(super) id: String,
    pub(super) about: String,
    /// The unit it has left, if that is what has happened.
    pub(super) left: Option<String>,
    pub(super) at: Timestamp,
}

fn today(world: &World) -> Date {
    world.now().oslo_date()
}

/// Ten minutes before the next midnight that is not so near.
fn to_the_evening(world: &World) {
    let now = world.now();
    let evenings = (1..).filter_map(|days| Timestamp::beginning_of(now.oslo_date().plus_days(days)));
    let evening = evenings.map(|midnight| midnight.plus_seconds(-BEFORE_MIDNIGHT)).find(|evening| *evening > now).unwrap();
    world.pass(u32::try_from((evening.0 - now.0) / 1000).unwrap());
}
