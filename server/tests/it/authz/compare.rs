//! What somebody gets from the portal, held against what the oracle says: each page, list, count and card.

mod cases;
mod employers;
mod members;
mod own;

use std::collections::{BTreeMap, BTreeSet};

use super::running::{Case, Running};
use super::seen::{Class, Seen};
use crate::world::Client;

/// The beginning of every sentence that says why something is seen.
const WHY: &str = "Du ser dette fordi du ";

/// One person at one moment.
pub(super) struct Moment<'a, 'b> {
    running: &'a mut Running<'b>,
    oracle: oracle::Union,
    client: Client,
    actor: String,
}

type Keys<'a> = BTreeSet<&'a str>;

impl Running<'_> {
    /// Everything that this person can open; `samples` chooses what there is too much of to open all.
    pub(super) async fn compare(&mut self, actor: &str, sample: usize) {
        let mut moment = Moment::of(self, actor).await;
        if moment.is_let_in(sample).await {
            moment.own_pages().await;
            moment.member_lists(sample).await;
            moment.cards(sample).await;
            moment.case_lists().await;
            moment.each_case(sample).await;
            moment.employers(sample).await;
            moment.readers(sample).await;
        }
    }

    /// A short look, between one operation and the next.
    pub(super) async fn glance(&mut self, actor: &str, sample: usize) {
        let mut moment = Moment::of(self, actor).await;
        if moment.is_let_in(sample).await {
            moment.today().await;
            moment.totals().await;
            moment.one_card(sample).await;
            moment.one_case(sample).await;
        }
    }
}

impl<'a, 'b> Moment<'a, 'b> {
    async fn of(running: &'a mut Running<'b>, actor: &str) -> Self {
        let (oracle, client) = (running.oracle(), running.client(actor).await);
        Self { running, oracle, client, actor: actor.to_owned() }
    }

    async fn page(&mut self, path: &str) -> Seen {
        Seen::page(&mut self.client, path).await
    }

    /// What a server function gives; it must give it.
    async fn json(&mut self, path: &str, fields: &[(&str, &str)]) -> serde_json::Value {
        let seen = Seen::call(&mut self.client, path, fields).await;
        assert_eq!(seen.class(), Class::It, "{} asks {path} for {fields:?}: {}", self.actor, seen.text);
        seen.json()
    }

    /// Whether somebody is let in at all; if not, to nothing.
    async fn is_let_in(&mut self, sample: usize) -> bool {
        let standing = self.running.standing(&self.oracle, &self.actor);
        if standing == Class::It {
            return true;
        }
        let member = self.running.ids.values().nth(sample % self.running.ids.len()).unwrap().clone();
        let mut paths: Vec<String> = ["/i-dag", "/medlemmer", "/saker", "/innsyn", "/import", "/mer/verv"].map(str::to_owned).into();
        paths.push(format!("/medlemmer/{member}"));
        paths.extend(self.running.cases.iter().map(|case| format!("/saker/{}", case.id)));
        for path in paths {
            let seen = self.page(&path).await;
            assert_eq!(seen.class(), standing, "{} at {path}", self.actor);
            assert!(!seen.text.contains(WHY));
        }
        for path in ["/api/today/view", "/api/members/list", "/api/cases/list"] {
            assert_eq!(Seen::call(&mut self.client, path, &[]).await.class(), standing, "{} asks {path}", self.actor);
        }
        self.running.count("not let in");
        false
    }

    /// The members whom the oracle shows.
    fn shown(&self) -> BTreeSet<String> {
        let members = self.running.facts.members.iter().map(|line| line.id.clone());
        members.filter(|member| self.oracle.sees(&self.actor, member)).collect()
    }

    /// This person has looked at somebody.
    fn has_looked_at(&mut self, member: &str) {
        self.running.looked.entry(member.to_owned()).or_default().insert(self.actor.clone());
    }

    /// Names of nobody but these and whoever is logged in.
    fn names_only(&self, seen: &Seen, allowed: impl IntoIterator<Item = impl AsRef<str>>, path: &str) {
        let mut allowed: BTreeSet<String> = allowed.into_iter().map(|key| key.as_ref().to_owned()).collect();
        allowed.insert(self.actor.clone());
        let named = seen.holds(&self.running.names);
        let more: Vec<_> = named.into_iter().filter(|key| !allowed.contains(*key)).collect();
        assert!(more.is_empty(), "{} is told of {more:?} at {path}", self.actor);
    }

    /// Texts of no cases but these. What was to be done in a case that was merged stands in both.
    fn texts_only(&self, seen: &Seen, allowed: &BTreeSet<String>, path: &str) {
        let (may, may_not): (Vec<&Case>, Vec<&Case>) = self.running.cases.iter().partition(|case| allowed.contains(&case.id));
        let theirs: BTreeSet<&String> = may.into_iter().flat_map(|case| case.texts.iter().chain(&case.details)).collect();
        for case in may_not {
            let texts = case.texts.iter().chain(&case.details).filter(|text| !theirs.contains(text));
            let told: Vec<_> = texts.filter(|text| seen.text.contains(text.as_str())).collect();
            assert!(told.is_empty(), "{} is told {told:?} at {path}: {case:?}", self.actor);
        }
        for case in &self.running.cases {
            for note in &case.notes {
                let told = note.private.as_ref().is_some_and(|text| seen.text.contains(text.as_str()));
                let may = allowed.contains(&case.id) && self.oracle.sees_private_note(&self.actor, &note.author, &case.told);
                assert!(!told || may, "{} is told {note:?} at {path}: {case:?}", self.actor);
            }
        }
    }

    /// Which members' ids stand in it, and which cases'.
    fn ids_in(&self, seen: &Seen) -> (Keys<'_>, BTreeSet<String>) {
        let cases = self.running.cases.iter().map(|case| case.id.clone()).filter(|id| seen.text.contains(id.as_str())).collect();
        (seen.holds(&self.running.ids), cases)
    }

    /// That a mandate of this person's is named as the reason, one of those which give it.
    fn is_a_reason(&self, why: &serde_json::Value, giving: &[&oracle::Mandate]) {
        let given = |held: &&oracle::Mandate| {
            let until = why["until"].as_str();
            why["office"] == held.office && why["unit"] == format!("Enheten {}", held.unit) && until == held.to.as_deref()
        };
        assert!(giving.iter().any(given), "{} is told {why}, but {giving:?} give it", self.actor);
    }
}

fn keys(set: &BTreeSet<String>) -> Keys<'_> {
    set.iter().map(String::as_str).collect()
}

/// How many there are of each.
fn counted<T: Ord>(all: impl IntoIterator<Item = T>) -> BTreeMap<T, u64> {
    let mut counts = BTreeMap::new();
    for one in all {
        *counts.entry(one).or_default() += 1;
    }
    counts
}
