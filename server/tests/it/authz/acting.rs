//! What people do in the portal, as a browser without script sends it, and what they must be answered.

use std::collections::{BTreeMap, BTreeSet};

use oracle::CaseAccess;

use super::operation::{Act, nth};
use super::running::{Case, Running, Task};
use super::seen::{Class, Seen};
use crate::journeys::fresh_key;
use crate::world::Client;

/// What a form holds.
type Fields<'a> = Vec<(&'a str, &'a str)>;

impl Running<'_> {
    /// Those among the actors who may do this, by what the oracle says.
    pub(super) fn who_may(&self, act: &Act) -> Vec<String> {
        let oracle = self.oracle();
        let case = |n: usize| nth(&self.cases, n);
        let works = |actor: &str, n: usize| case(n).is_some_and(|case| oracle.access(actor, &case.told) == CaseAccess::Works);
        let may = |actor: &String| match act {
            Act::Open(..) => self.facts.members.iter().any(|line| !oracle.may_open_in(actor, &line.id).is_empty()),
            Act::Note(n) | Act::Task(n) => works(actor, *n),
            Act::Tick(_) | Act::Join(_) | Act::See(_) => !oracle.mandates_of(actor).is_empty(),
        };
        self.actors().into_iter().filter(may).collect()
    }

    fn fresh_text(&mut self, what: &str) -> String {
        self.texts += 1;
        format!("{what} nummer {}x", self.texts)
    }

    /// What a command is answered when this person may do so much with the case.
    fn expected(&self, oracle: &oracle::Union, actor: &str, access: CaseAccess) -> Class {
        match (self.standing(oracle, actor), access) {
            (Class::It, CaseAccess::Works) => Class::Done,
            (Class::It, CaseAccess::Reads | CaseAccess::Knows) => Class::Forbidden,
            (Class::It, CaseAccess::Nothing) => Class::NotFound,
            (other, _) => other,
        }
    }

    /// Somebody does something, and is answered as the oracle says.
    pub(super) async fn act(&mut self, actor: &str, act: &Act) {
        let oracle = self.oracle();
        let mut client = self.client(actor).await;
        match act {
            Act::Open(about, allowed, kind) => {
                let mut choice: Vec<String> = self.facts.members.iter().map(|line| line.id.clone()).collect();
                choice.retain(|member| !allowed || !oracle.may_open_in(actor, member).is_empty());
                if let Some(about) = nth(&choice, *about).cloned() {
                    self.open(&oracle, &mut client, actor, &about, kind.code()).await;
                }
            }
            Act::Note(n) => {
                let Some(case) = nth(&self.cases, *n).cloned() else { return };
                let text = self.fresh_text("Notat");
                let fields = [("case", &*case.id), ("key", &fresh_key()), ("body", &text)];
                if self.try_in(&oracle, &mut client, actor, &case, "/api/notes/add", &fields).await {
                    self.wrote(actor, &case, text);
                }
            }
            Act::Task(n) => {
                let Some(case) = nth(&self.cases, *n).cloned() else { return };
                let text = self.fresh_text("Oppgave");
                let fields = [("case", &*case.id), ("key", &fresh_key()), ("title", &text)];
                if self.try_in(&oracle, &mut client, actor, &case, "/api/tasks/add", &fields).await {
                    let id = self.world.uuids(&format!("SELECT id FROM tasks WHERE title = '{text}'")).await.remove(0);
                    let task = Task { id, owner: actor.to_owned(), version: 1, done: false };
                    self.wrote(actor, &case, text).tasks.push(task);
                }
            }
            Act::Tick(n) => {
                let having: Vec<Case> = self.cases.iter().filter(|case| !case.tasks.is_empty()).cloned().collect();
                let Some(case) = nth(&having, *n) else { return };
                let task = nth(&case.tasks, *n).unwrap().clone();
                let (version, done) = (task.version.to_string(), (!task.done).to_string());
                let fields = [("case", &*case.id), ("task", &task.id), ("version", &version), ("done", &done)];
                if self.try_in(&oracle, &mut client, actor, case, "/api/tasks/tick", &fields).await {
                    let case = self.cases.iter_mut().find(|own| own.id == case.id).unwrap();
                    case.writers.insert(actor.to_owned());
                    let task = case.tasks.iter_mut().find(|own| own.id == task.id).unwrap();
                    (task.version, task.done) = (task.version + 1, !task.done);
                }
            }
            // Nobody can be asked in the portal yet.
            Act::Join(n) => {
                let Some(at) = n.checked_rem(self.cases.len()) else { return };
                let (Some(id), case) = (self.ids.get(actor).cloned(), self.cases[at].id.clone()) else { return };
                self.world.insert_pair("case_participants", ["case_id", "person_id"], [&case, &id]).await;
                self.cases[at].told.participants.push(actor.to_owned());
            }
            Act::See(n) => {
                let alerts = self.alerts().await;
                let Some(alert) = nth(&alerts, *n) else { return };
                let told = oracle.is_told(actor, &alert.about, alert.left.as_deref());
                let expected = match self.standing(&oracle, actor) {
                    Class::It if told => Class::Done,
                    Class::It => Class::NotFound,
                    other => other,
                };
                let seen = Seen::of(client.post_form("/api/employers/seen", &[("alert", &alert.id)]).await);
                assert_eq!(seen.class(), expected, "{actor} marks {alert:?} as seen");
                if told && expected == Class::Done {
                    self.alerts_seen.insert((alert.id.clone(), actor.to_owned()));
                }
            }
        }
    }

    fn wrote(&mut self, actor: &str, case: &Case, text: String) -> &mut Case {
        let case = self.cases.iter_mut().find(|own| own.id == case.id).unwrap();
        case.texts.push(text);
        case.writers.insert(actor.to_owned());
        case
    }

    /// Sends a command about a case; whether it was done. What is refused must have changed nothing.
    async fn try_in(
        &mut self,
        oracle: &oracle::Union,
        client: &mut Client,
        actor: &str,
        case: &Case,
        path: &str,
        fields: &[(&str, &str)],
    ) -> bool {
        // Time passes between one thing and the next, so that lists have an order.
        self.world.pass(1);
        let expected = self.expected(oracle, actor, oracle.access(actor, &case.told));
        let before = if expected == Class::Done { BTreeMap::new() } else { self.world.contents().await };
        let seen = Seen::of(client.post_form(path, fields).await);
        assert_eq!(seen.class(), expected, "{actor} sends {fields:?} to {path}: {case:?}");
        if expected == Class::Done {
            self.count("done");
            return true;
        }
        assert!(before == self.world.contents().await, "{actor} was refused {path}, and something is otherwise");
        self.count(match expected {
            Class::Forbidden => "forbidden",
            Class::NotFound => "not found",
            _ => "not let in",
        });
        false
    }

    /// Through the form, step by step.
    async fn open(&mut self, oracle: &oracle::Union, client: &mut Client, actor: &str, about: &str, kind: &'static str) {
        self.world.pass(1);
        let (draft, description) = (fresh_key(), self.fresh_text("Beskrivelse"));
        let expected = match self.standing(oracle, actor) {
            Class::It if !oracle.opens_cases(actor) => Class::Forbidden,
            Class::It => Class::Done,
            other => other,
        };
        let member = self.ids[about].clone();
        let steps: [(&str, Fields<'_>); 4] = [
            ("/api/cases/new/about", vec![("draft", &draft), ("case_type", kind)]),
            ("/api/cases/new/who", vec![("draft", &draft), ("member", &member)]),
            ("/api/cases/new/what", vec![("draft", &draft), ("happened", "1.1.2026"), ("description", &description)]),
            ("/api/cases/new/save", vec![("draft", &draft)]),
        ];
        let mut led_to = String::new();
        for (path, fields) in steps {
            let seen = Seen::of(client.post_form(path, &fields).await);
            assert_eq!(seen.class(), expected, "{actor} sends {fields:?} to {path}");
            led_to = seen.location.unwrap_or_default();
        }
        if expected != Class::Done {
            self.count("may not open cases");
            return;
        }
        let clubs: BTreeSet<String> = oracle.may_open_in(actor, about).into_iter().map(str::to_owned).collect();
        let Some(id) = led_to.strip_prefix("/saker/").and_then(|rest| rest.strip_suffix("?ny=1")) else {
            assert_eq!(led_to, format!("/saker/ny/{draft}/sjekk"));
            assert!(clubs.is_empty(), "{actor} could not open a case about {about}");
            self.count("may not open this case");
            return;
        };
        let sql = "SELECT units.registry_key FROM cases JOIN units ON units.id = cases.unit_id WHERE description";
        let club = self.world.texts(&format!("{sql} = '{description}'")).await.remove(0);
        assert!(clubs.contains(&club), "{actor} opened a case about {about} in {club}, not in {clubs:?}");
        let sensitivity = kind.parse::<domain::cases::CaseType>().unwrap().sensitivity().to_string();
        self.cases.push(Case {
            id: id.to_owned(),
            about: about.to_owned(),
            kind,
            told: oracle::Case { club, owner: actor.to_owned(), participants: Vec::new(), sensitivity },
            texts: vec![description],
            tasks: Vec::new(),
            writers: BTreeSet::from([actor.to_owned()]),
        });
        self.count("opened");
    }
}
