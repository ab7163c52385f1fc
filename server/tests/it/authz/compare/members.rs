//! Members: lists, counts, searches, choices and cards.

use std::collections::{BTreeMap, BTreeSet};

use domain::members::NEW_FOR_DAYS;
use domain::registry::Protection;

use super::super::seen::{Class, Seen, all_pages};
use super::{Moment, WHY, counted, keys};
use crate::journeys::fresh_key;

/// Rows on a page of the list.
const PAGE: usize = 50;

impl Moment<'_, '_> {
    pub(super) async fn member_lists(&mut self, sample: usize) {
        let shown = self.shown();
        self.list_is("/medlemmer", &shown, None).await;
        self.list_is("/medlemmer?q=kari", &shown, None).await;
        // Somebody by name, whether one sees them or not.
        let names: Vec<(String, String)> = self.running.names.iter().map(|(key, name)| (key.clone(), name.clone())).collect();
        let (key, name) = &names[sample % names.len()];
        let found = BTreeSet::from([key.clone()]).intersection(&shown).cloned().collect();
        self.list_is(&format!("/medlemmer?q={name}"), &found, Some(key)).await;
        self.workplaces(sample, &shown).await;
        let who = self.page(&format!("/saker/ny/{}/hvem", fresh_key())).await;
        if self.oracle.opens_cases(&self.actor) {
            let offered = self.ids_in(&who).0;
            let all = keys(&shown);
            assert!(offered.is_subset(&all) && offered.len() == all.len().min(PAGE), "{} may choose {offered:?} of {all:?}", self.actor);
        } else {
            assert_eq!(who.class(), Class::Forbidden);
        }
    }

    /// The list at this address, page by page, holds exactly these, and says how many; it may repeat what was `typed`.
    async fn list_is(&mut self, path: &str, expected: &BTreeSet<String>, typed: Option<&String>) {
        let list = all_pages(&mut self.client, path).await;
        assert_eq!(list.class(), Class::It, "{} at {path}", self.actor);
        assert_eq!(self.ids_in(&list).0, keys(expected), "{} at {path}", self.actor);
        self.names_only(&list, expected.iter().chain(typed), path);
        let count = list.text.split("k-count\">").nth(1).and_then(|rest| rest.split(' ').next());
        assert_eq!(count.unwrap_or("0").parse(), Ok(expected.len()), "{} at {path}: {}", self.actor, list.text);
        if expected.len() > PAGE {
            self.running.count("many pages");
        }
    }

    async fn workplaces(&mut self, sample: usize, shown: &BTreeSet<String>) {
        let told: Vec<(String, String)> = shown
            .iter()
            .flat_map(|member| self.oracle.workplaces_told(&self.actor, member).into_iter().map(move |at| (at.to_owned(), member.clone())))
            .collect();
        let expected = counted(told.iter().map(|(at, _)| at.clone()));
        let choices = self.json("/api/members/workplaces", &[]).await;
        let choice = |one: &serde_json::Value| (one["number"].as_str().unwrap().to_owned(), one["members"].as_u64().unwrap());
        let offered: BTreeMap<String, u64> = choices.as_array().unwrap().iter().map(choice).collect();
        assert_eq!(offered, expected, "the workplaces {} may choose from", self.actor);
        let at = self.running.facts.employers[sample % self.running.facts.employers.len()].number.to_string();
        let there = told.into_iter().filter(|(workplace, _)| *workplace == at).map(|(_, member)| member).collect();
        self.list_is(&format!("/medlemmer?arbeidsplass={at}"), &there, None).await;
    }

    /// How many, without drawing a page.
    pub(super) async fn totals(&mut self) {
        let shown = self.shown();
        let list = self.json("/api/members/list", &[]).await;
        assert_eq!(list["total"], shown.len(), "the members of {}", self.actor);
        let known = self.known();
        let list = self.json("/api/cases/list", &[]).await;
        assert_eq!((&list["total"], &list["total_unfiltered"]), (&known.len().into(), &known.len().into()), "the cases of {}", self.actor);
    }

    /// The newest of them on Today, and how many.
    pub(super) fn new_members(&self, view: &serde_json::Value) {
        let since = self.running.today().plus_days(-NEW_FOR_DAYS);
        let shown = self.shown();
        let is_new = |line: &&domain::registry::MemberLine| line.joined >= since && shown.contains(&line.id);
        let new: BTreeSet<&str> =
            self.running.facts.members.iter().filter(is_new).map(|line| self.running.ids[&line.id].as_str()).collect();
        assert_eq!(view["new_total"], new.len(), "new members of {}", self.actor);
        let listed: Vec<&str> = view["new_members"].as_array().unwrap().iter().map(|row| row["id"].as_str().unwrap()).collect();
        assert!(listed.len() == new.len().min(5) && listed.iter().all(|id| new.contains(id)), "{}: {listed:?} of {new:?}", self.actor);
    }

    pub(super) async fn cards(&mut self, sample: usize) {
        let members: Vec<String> = self.running.ids.keys().cloned().collect();
        // Of a crowd, one in ten.
        let some = |(n, key): (usize, String)| (!key.starts_with('q') || n % 10 == sample % 10).then_some(key);
        for (n, member) in members.into_iter().enumerate().filter_map(|(n, key)| some((n, key)).map(|key| (n, key))) {
            self.card(&member, n % 3 == sample % 3).await;
        }
    }

    pub(super) async fn one_card(&mut self, sample: usize) {
        let members: Vec<String> = self.running.ids.keys().cloned().collect();
        self.card(&members[sample % members.len()], true).await;
    }

    /// A card, as a function gives it and, if so, as a page.
    async fn card(&mut self, member: &str, page: bool) {
        let id = self.running.ids[member].clone();
        let sees = self.oracle.sees(&self.actor, member);
        let path = format!("/medlemmer/{id}");
        if page {
            let card = self.page(&path).await;
            assert_eq!(card.class(), if sees { Class::It } else { Class::NotFound }, "{} at the card of {member}", self.actor);
            assert_eq!(card.text.matches(WHY).count(), usize::from(sees), "{} at the card of {member}", self.actor);
            self.card_tells(&card, member, sees);
        }
        let seen = Seen::call(&mut self.client, "/api/members/card", &[("id", &id)]).await;
        if !sees {
            assert_eq!(seen.class(), Class::NotFound, "{} asks for the card of {member}", self.actor);
            self.running.count("hidden");
            return;
        }
        assert_eq!(seen.class(), Class::It, "{} asks for the card of {member}", self.actor);
        self.has_looked_at(member);
        let card = seen.json();
        self.is_a_reason(&card["why"], &self.oracle.why_seen(&self.actor, member));
        assert_eq!(card["contact"], self.oracle.sees_contact(&self.actor, member), "how {} reaches {member}", self.actor);
        assert_eq!(card["may_open_case"], !self.oracle.may_open_in(&self.actor, member).is_empty(), "{}, {member}", self.actor);
        let about: BTreeSet<String> = card["cases"].as_array().unwrap().iter().map(|row| row["id"].as_str().unwrap().to_owned()).collect();
        assert_eq!(about, self.readable(|case| case.about == member), "cases about {member}, for {}", self.actor);
        self.running.count("shown");
    }

    fn card_tells(&self, card: &Seen, member: &str, sees: bool) {
        let readable = self.readable(|case| case.about == member && sees);
        let (members, cases) = self.ids_in(card);
        let of_path = |key: &&str| *key == member;
        assert!(members.iter().all(of_path) && cases == readable, "{} at the card of {member}: {members:?}, {cases:?}", self.actor);
        let owners = self.running.cases.iter().filter(|case| readable.contains(&case.id)).map(|case| case.told.owner.clone());
        self.names_only(card, owners.chain(sees.then(|| member.to_owned())), "a card");
        self.texts_only(card, &readable, "a card");
        let line = self.running.facts.members.iter().find(|line| line.id == member);
        let reaches = self.oracle.sees_contact(&self.actor, member);
        // A graded address is not even kept.
        let graded = line.is_some_and(|line| line.protection.is_some_and(|grade| grade != Protection::None));
        let secrets = line.iter().flat_map(|line| [(&line.phone, reaches), (&line.email, reaches), (&line.street, reaches && !graded)]);
        for (secret, shown) in secrets.filter_map(|(secret, shown)| Some((secret.as_ref()?, shown))) {
            assert_eq!(card.text.contains(secret.as_str()), shown, "{}: {secret} of {member}", self.actor);
        }
    }
}
