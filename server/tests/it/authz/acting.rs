//! What people do in the portal, as a browser without script sends it, and what they must be answered.

use std::collections::{BTreeMap, BTreeSet};

use oracle::CaseAccess;

use super::operation::{Act, nth};
use super::running::{Case, Note, Running, Task};
use super::seen::{Class, Seen};
use crate::journeys::fresh_key;
use crate::world::{Client, World};

/// What writes in a case.
const WRITES: [&str; 4] = ["/api/notes/add", "/api/notes/add-to", "/api/entries/contact", "/api/tasks/add"];

/// The answer of a closed case to whoever writes in it.
pub(super) const CLOSED: Class = Class::Other(409);

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
            Act::Ask(n, _) | Act::EndPart(n, _) | Act::KeepOut(n, _) | Act::LetIn(n, _) => works(actor, *n),
            Act::GiveCase(n, _) => case(*n).is_some_and(|case| case.told.owner == **actor) && works(actor, *n),
            Act::Give(n) | Act::Comment(n) | Act::Drop(n) => {
                nth(&self.with_tasks(), *n).is_some_and(|case| oracle.access(actor, &case.told) == CaseAccess::Works)
            }
            Act::Note(n) | Act::Private(n) | Act::AddTo(n) | Act::Contact(n) | Act::Task(n) | Act::Wait(n) | Act::GoOn(n) => {
                works(actor, *n)
            }
            Act::Close(n) | Act::Reopen(n) | Act::Merge(n, _) => case(*n).is_some_and(|case| oracle.closes(actor, &case.told)),
            Act::Tick(_) | Act::Join(_) | Act::See(_) => !oracle.mandates_of(actor).is_empty(),
        };
        self.actors().into_iter().filter(may).collect()
    }

    fn with_tasks(&self) -> Vec<Case> {
        self.cases.iter().filter(|case| !case.tasks.is_empty()).cloned().collect()
    }

    pub(super) fn fresh_text(&mut self, what: &str) -> String {
        self.texts += 1;
        format!("{what} nummer {}x", self.texts)
    }

    /// What a command is answered when this person may do so much with the case.
    pub(super) fn expected(&self, oracle: &oracle::Union, actor: &str, access: CaseAccess) -> Class {
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
                    self.open(&oracle, &mut client, actor, &about, kind).await;
                }
            }
            Act::Note(n) => {
                let Some(case) = nth(&self.cases, *n).cloned() else { return };
                let text = self.fresh_text("Notat");
                let fields = [("case", &*case.id), ("key", &fresh_key()), ("body", &text)];
                if self.try_in(&oracle, &mut client, actor, &case, "/api/notes/add", &fields).await {
                    let note = Note { id: self.newest("notes").await, author: actor.to_owned(), private: None };
                    self.wrote(actor, &case, text).notes.push(note);
                }
            }
            Act::Private(n) => {
                let Some(case) = nth(&self.cases, *n).cloned() else { return };
                let text = self.fresh_text("Kladd");
                let fields = [("case", &*case.id), ("key", &fresh_key()), ("body", &text), ("note_kind", "private")];
                if self.try_in(&oracle, &mut client, actor, &case, "/api/notes/add", &fields).await {
                    let note = Note { id: self.newest("notes").await, author: actor.to_owned(), private: Some(text) };
                    self.cases.iter_mut().find(|own| own.id == case.id).unwrap().notes.push(note);
                    self.count("private");
                }
            }
            Act::AddTo(n) => {
                let having: Vec<Case> =
                    self.cases.iter().filter(|case| case.notes.iter().any(|note| note.private.is_none())).cloned().collect();
                let Some(case) = nth(&having, *n) else { return };
                let note = case.notes.iter().find(|note| note.private.is_none()).unwrap();
                let text = self.fresh_text("Tillegg");
                let fields = [("case", &*case.id), ("note", &note.id), ("key", &fresh_key()), ("body", &text)];
                if self.try_in(&oracle, &mut client, actor, case, "/api/notes/add-to", &fields).await {
                    self.wrote(actor, case, text);
                }
            }
            Act::Contact(n) => {
                let Some(case) = nth(&self.cases, *n).cloned() else { return };
                let text = self.fresh_text("Samtale");
                let (key, way) = (fresh_key(), [("way", "called"), ("with", "employer"), ("on", "1.1.2026")]);
                let fields: Fields<'_> = [("case", &*case.id), ("key", &*key), ("said", &*text)].into_iter().chain(way).collect();
                if self.try_in(&oracle, &mut client, actor, &case, "/api/entries/contact", &fields).await {
                    self.wrote(actor, &case, text);
                }
            }
            Act::Task(n) => {
                let Some(case) = nth(&self.cases, *n).cloned() else { return };
                let text = self.fresh_text("Oppgave");
                let details = self.fresh_text("Detalj");
                let fields = [("case", &*case.id), ("key", &fresh_key()), ("title", &text), ("details", &details)];
                if self.try_in(&oracle, &mut client, actor, &case, "/api/tasks/add", &fields).await {
                    let id = self.newest("tasks").await;
                    let (title, owner) = (text.clone(), actor.to_owned());
                    let task = Task { id, title, details: details.clone(), owner, version: 1, done: false };
                    let case = self.wrote(actor, &case, text);
                    case.tasks.push(task);
                    case.details.push(details);
                }
            }
            Act::Give(n) => {
                let having = self.with_tasks();
                let Some(case) = nth(&having, *n) else { return };
                let task = nth(&case.tasks, *n).unwrap().clone();
                // Whoever is gone from the file stays in the portal.
                let owner = self.world.id(&format!("SELECT id FROM members WHERE registry_key = '{}'", case.told.owner)).await;
                let version = task.version.to_string();
                let fields = [
                    ("case", &*case.id),
                    ("task", &task.id),
                    ("version", &version),
                    ("title", &task.title),
                    ("details", &task.details),
                    ("given_to", &owner),
                ];
                if self.try_in(&oracle, &mut client, actor, case, "/api/tasks/change", &fields).await && task.owner != case.told.owner {
                    let own = self.cases.iter_mut().find(|own| own.id == case.id).unwrap();
                    own.writers.insert(actor.to_owned());
                    // Whoever had it is named in the timeline.
                    own.writers.insert(task.owner.clone());
                    let task = own.tasks.iter_mut().find(|own| own.id == task.id).unwrap();
                    (task.version, task.owner) = (task.version + 1, case.told.owner.clone());
                }
            }
            Act::Comment(n) => {
                let having = self.with_tasks();
                let Some(case) = nth(&having, *n) else { return };
                let (task, text) = (nth(&case.tasks, *n).unwrap().id.clone(), self.fresh_text("Kommentar"));
                let fields = [("case", &*case.id), ("task", &task), ("key", &fresh_key()), ("comment", &text)];
                if self.try_in(&oracle, &mut client, actor, case, "/api/tasks/comment", &fields).await {
                    self.wrote(actor, case, text);
                }
            }
            Act::Drop(n) => {
                let having = self.with_tasks();
                let Some(case) = nth(&having, *n) else { return };
                let task = nth(&case.tasks, *n).unwrap().clone();
                let (text, version) = (self.fresh_text("Grunn"), task.version.to_string());
                let fields = [("case", &*case.id), ("task", &task.id), ("version", &version), ("reason", &text)];
                // Of one that is over already nothing is dropped: the answer leads back to it.
                if self.try_in(&oracle, &mut client, actor, case, "/api/tasks/drop", &fields).await && !task.done {
                    let task = self.wrote(actor, case, text).tasks.iter_mut().find(|own| own.id == task.id).unwrap();
                    (task.version, task.done) = (task.version + 1, true);
                }
            }
            Act::Tick(n) => {
                let having = self.with_tasks();
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
            // As somebody was asked before, whatever the rules for asking say now.
            Act::Join(n) => {
                let Some(at) = n.checked_rem(self.cases.len()) else { return };
                let (Some(id), case) = (self.ids.get(actor).cloned(), self.cases[at].id.clone()) else { return };
                self.world.insert_pair("case_participants", ["case_id", "person_id"], [&case, &id]).await;
                let told = &mut self.cases[at].told;
                if !told.followers.iter().any(|follower| follower == actor) {
                    told.participants.push(actor.to_owned());
                }
            }
            Act::Ask(..) | Act::EndPart(..) | Act::KeepOut(..) | Act::LetIn(..) | Act::GiveCase(..) => {
                self.act_on_somebody(&oracle, &mut client, actor, act).await;
            }
            Act::Wait(..) | Act::GoOn(..) | Act::Close(..) | Act::Reopen(..) => {
                self.move_case(&oracle, &mut client, actor, act).await;
            }
            Act::Merge(from, into) => self.merge(&oracle, &mut client, actor, (*from, *into)).await,
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

    pub(super) async fn newest(&self, table: &str) -> String {
        self.world.uuids(&format!("SELECT id FROM {table} ORDER BY id DESC LIMIT 1")).await.remove(0)
    }

    pub(super) fn wrote(&mut self, actor: &str, case: &Case, text: String) -> &mut Case {
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
        // In a closed case nobody writes (23); what was typed is kept.
        let closed = expected == Class::Done && WRITES.contains(&path) && !oracle.writes(actor, &case.told);
        let expected = if closed { CLOSED } else { expected };
        self.tried(client, actor, case, path, fields, expected).await
    }

    /// Sends a command about a case that must be answered so; whether it was done.
    pub(super) async fn tried(
        &mut self,
        client: &mut Client,
        actor: &str,
        case: &Case,
        path: &str,
        fields: &[(&str, &str)],
        expected: Class,
    ) -> bool {
        let contents = async |world: &World| {
            let mut contents = world.contents().await;
            contents.remove(if expected == CLOSED { "drafts" } else { "" });
            contents
        };
        let before = if expected == Class::Done { BTreeMap::new() } else { contents(self.world).await };
        let seen = Seen::of(client.post_form(path, fields).await);
        assert_eq!(seen.class(), expected, "{actor} sends {fields:?} to {path}: {case:?}");
        if expected == Class::Done {
            self.count("done");
            return true;
        }
        assert!(before == contents(self.world).await, "{actor} was refused {path}, and something is otherwise");
        self.count(match expected {
            Class::Forbidden => "forbidden",
            Class::NotFound => "not found",
            CLOSED => "closed",
            _ => "not let in",
        });
        false
    }

    /// Through the form, step by step.
    async fn open(&mut self, oracle: &oracle::Union, client: &mut Client, actor: &str, about: &str, kind: &'static str) {
        self.world.pass(1);
        let (draft, description, answer) = (fresh_key(), self.fresh_text("Beskrivelse"), self.fresh_text("Svar"));
        let expected = match self.standing(oracle, actor) {
            Class::It if !oracle.opens_cases(actor) => Class::Forbidden,
            Class::It => Class::Done,
            other => other,
        };
        let member = self.ids[about].clone();
        let steps: [(&str, Fields<'_>); 5] = [
            ("/api/cases/new/about", vec![("draft", &draft), ("case_type", kind)]),
            ("/api/cases/new/who", vec![("draft", &draft), ("member", &member)]),
            ("/api/cases/new/what", vec![("draft", &draft), ("happened", "1.1.2026"), ("description", &description)]),
            ("/api/cases/new/answers", vec![("draft", &draft), ("page", "0"), ("answers[svar]", &answer)]),
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
        let sql = "SELECT units.registry_key FROM cases JOIN units ON units.id = cases.unit_id ORDER BY cases.number DESC LIMIT 1";
        let club = self.world.texts(sql).await.remove(0);
        assert!(clubs.contains(&club), "{actor} opened a case about {about} in {club}, not in {clubs:?}");
        let sensitivity = domain::cases::CaseTypes::standard().get(kind.parse().unwrap()).unwrap().sensitivity.to_string();
        self.cases.push(Case {
            id: id.to_owned(),
            about: about.to_owned(),
            kind,
            told: oracle::Case { club, owner: actor.to_owned(), sensitivity, ..oracle::Case::default() },
            texts: vec![description, answer],
            details: Vec::new(),
            tasks: Vec::new(),
            notes: Vec::new(),
            writers: BTreeSet::from([actor.to_owned()]),
            merged: BTreeSet::new(),
        });
        self.count("opened");
    }
}
