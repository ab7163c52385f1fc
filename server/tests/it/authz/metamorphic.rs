//! AUTHZ-8: properties that need no oracle. Whatever the rule is, less office never shows more, what concerns nobody
//! here changes nothing, and it does not matter in which way an office came to its end.

use std::collections::{BTreeMap, BTreeSet};

use domain::org::{Office, UnitKind};
use domain::registry::MandateLine;
use tokio::runtime::Handle;

use super::facts::org;
use super::operation::Act;
use super::running::{Counts, Running};
use super::seen::{Class, Seen, all_pages};
use super::sequences::{asked_for, in_many_worlds};
use super::spec::Spec;
use crate::world::World;

/// So many worlds take about half a minute.
const WORLDS: u32 = 5;

/// Everything that somebody gets, as sets.
type Everything = BTreeMap<&'static str, BTreeSet<String>>;

impl Running<'_> {
    async fn everything(&mut self, actor: &str) -> Everything {
        let mut client = self.client(actor).await;
        let mut all: Everything = ["listed", "card", "contact", "may open", "known", "read", "work", "employer", "workplace"]
            .map(|key| (key, BTreeSet::new()))
            .into();
        let mut add = |key: &str, what: &str| {
            all.get_mut(key).unwrap().insert(what.to_owned());
        };
        let list = all_pages(&mut client, "/medlemmer").await;
        if list.class() != Class::It {
            return all;
        }
        list.holds(&self.ids).into_iter().for_each(|member| add("listed", member));
        for (member, id) in &self.ids {
            let card = Seen::call(&mut client, "/api/members/card", &[("id", id)]).await;
            if card.class() == Class::It {
                add("card", member);
                let told = card.json();
                ["contact", "may_open_case"]
                    .into_iter()
                    .zip(["contact", "may open"])
                    .filter(|(field, _)| told[*field] == true)
                    .for_each(|(_, key)| add(key, member));
            }
        }
        for case in &self.cases {
            let seen = Seen::call(&mut client, "/api/cases/view", &[("id", &case.id)]).await;
            if seen.class() == Class::It {
                add("known", &case.id);
                let view = seen.json();
                if view["whole"].is_object() {
                    add("read", &case.id);
                }
                if view["whole"]["may_work"] == true {
                    add("work", &case.id);
                }
            }
        }
        for employer in &self.facts.employers {
            let number = employer.number.to_string();
            if Seen::call(&mut client, "/api/employers/view", &[("number", &number)]).await.class() == Class::It {
                add("employer", &number);
            }
        }
        let choices = Seen::call(&mut client, "/api/members/workplaces", &[]).await.json();
        choices.as_array().unwrap().iter().for_each(|choice| add("workplace", choice["number"].as_str().unwrap()));
        all
    }

    /// The file with another list of mandates.
    async fn with_mandates(&mut self, mandates: Vec<MandateLine>) {
        self.facts.mandates = mandates;
        self.import().await;
    }

    /// Somebody's mandates of today.
    fn held(&self, actor: &str) -> Vec<MandateLine> {
        let today = self.today();
        let now = |line: &&MandateLine| line.member == actor && line.from <= today && line.to.is_none_or(|to| to >= today);
        self.facts.mandates.iter().filter(now).cloned().collect()
    }
}

fn within(less: &Everything, more: &Everything) -> Vec<String> {
    let beyond = |(key, set): (&&str, &BTreeSet<String>)| {
        let more: Vec<_> = set.difference(&more[key]).cloned().collect();
        (!more.is_empty()).then(|| format!("{key}: {more:?}"))
    };
    less.iter().filter_map(beyond).collect()
}

/// Taking an office away never shows anybody more.
async fn less_is_never_more(running: &mut Running<'_>, actor: &str) {
    let (all, before) = (running.facts.mandates.clone(), running.everything(actor).await);
    for held in running.held(actor) {
        running.with_mandates(all.iter().filter(|line| line.id != held.id).cloned().collect()).await;
        let after = running.everything(actor).await;
        assert_eq!(within(&after, &before), Vec::<String>::new(), "without {held:?}, {actor} gets more");
        running.with_mandates(all.clone()).await;
        assert_eq!(running.everything(actor).await, before, "{actor} has {held:?} again");
        running.count("less");
    }
}

/// It does not matter in which order the file names the offices, or what it calls them.
async fn order_does_not_matter(running: &mut Running<'_>, actors: &[String]) {
    let all = running.facts.mandates.clone();
    let mut before = Vec::new();
    for actor in actors {
        before.push(running.everything(actor).await);
    }
    let renamed = all.iter().rev().map(|line| MandateLine { id: format!("{}r", line.id), ..line.clone() }).collect();
    running.with_mandates(renamed).await;
    for (actor, before) in actors.iter().zip(before) {
        assert_eq!(running.everything(actor).await, before, "{actor}, in another order");
    }
    running.with_mandates(all).await;
    running.count("order");
}

/// Two offices give what the one gives and what the other gives, and nothing else.
async fn two_are_the_sum(running: &mut Running<'_>, actor: &str) {
    let (all, held) = (running.facts.mandates.clone(), running.held(actor));
    let Some((first, second)) = held.first().zip(held.get(1)) else { return };
    let others: Vec<MandateLine> = all.iter().filter(|line| line.member != actor).cloned().collect();
    let mut gets = Vec::new();
    for some in [vec![first.clone()], vec![second.clone()], vec![first.clone(), second.clone()]] {
        running.with_mandates(others.iter().cloned().chain(some).collect()).await;
        gets.push(running.everything(actor).await);
    }
    let sum: Everything = gets[0].iter().map(|(key, set)| (*key, set.union(&gets[1][key]).cloned().collect())).collect();
    assert_eq!(gets[2], sum, "{actor} with {first:?} and {second:?}");
    running.with_mandates(all).await;
    running.count("sum");
}

/// Over by its date, ended by a file and gone from the file are the same.
async fn over_is_over(running: &mut Running<'_>, actor: &str) {
    let today = running.today();
    let Some(held) = running.held(actor).into_iter().find(|line| line.from < today) else { return };
    let all = running.facts.mandates.clone();
    let with = |to: Option<domain::Date>| -> Vec<MandateLine> {
        let changed =
            |line: &MandateLine| if line.id == held.id { to.map(|_| MandateLine { to, ..line.clone() }) } else { Some(line.clone()) };
        all.iter().filter_map(changed).collect()
    };
    running.with_mandates(with(Some(today))).await;
    running.client(actor).await;
    running.world.pass(20 * 60);
    let by_date = running.everything(actor).await;
    running.with_mandates(with(Some(today.plus_days(-1)))).await;
    let by_file = running.everything(actor).await;
    running.with_mandates(with(None)).await;
    let gone = running.everything(actor).await;
    assert!(by_date == by_file && by_file == gone, "{actor} after {held:?}: {by_date:?}, {by_file:?}, {gone:?}");
    running.evening(&super::operation::Operation::Days(1)).await;
    running.count("over");
}

/// A county that nobody here has to do with, and a case in it, change nothing for anybody but those of the whole union.
async fn what_is_far_away_changes_nothing(running: &mut Running<'_>, actors: &[String]) {
    let whole = |running: &Running<'_>, actor: &str| running.held(actor).iter().any(|line| line.unit == "F");
    let near: Vec<&String> = actors.iter().filter(|actor| !whole(running, actor)).collect();
    let mut before = Vec::new();
    for actor in &near {
        before.push(running.everything(actor).await);
    }
    for (id, kind, parent) in [("KX", UnitKind::County, "F"), ("LX", UnitKind::Local, "KX"), ("CX", UnitKind::Club, "LX")] {
        running.facts.unit(id, kind, Some(parent));
    }
    running.facts.employer(90, None);
    running.facts.covers("CX", org(90));
    for key in ["z0", "z1"] {
        running.facts.member(key, "LX");
        running.facts.works(key, org(90));
    }
    running.facts.holds("z0", Office::WORKPLACE_REP, "CX");
    running.import().await;
    let about = running.facts.members.len() - 1;
    running.act("z0", &Act::Open(about, false, "FERIE")).await;
    for (actor, before) in near.into_iter().zip(before) {
        assert_eq!(running.everything(actor).await, before, "{actor}, with a county far away");
    }
    running.count("far away");
}

async fn check(world: &World, spec: &Spec, counts: &mut Counts) {
    let mut running = Running::begin(world, counts, |today| spec.facts(today)).await;
    for operation in &spec.operations {
        running.run(operation).await;
        running.evening(operation).await;
    }
    let mut actors = running.actors_from(spec.operations.len());
    actors.truncate(3);
    less_is_never_more(&mut running, &actors[0]).await;
    order_does_not_matter(&mut running, &actors).await;
    // Whoever holds two offices, if anybody does.
    let two = running.actors_from(0).into_iter().find(|actor| running.held(actor).len() > 1);
    if let Some(actor) = two {
        two_are_the_sum(&mut running, &actor).await;
    }
    over_is_over(&mut running, &actors[1]).await;
    what_is_far_away_changes_nothing(&mut running, &actors).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_holds_whatever_the_rule_is() {
    let world = World::empty("", &[]).await;
    let mut counts = Counts::new();
    let worlds = asked_for(WORLDS);
    tokio::task::block_in_place(|| {
        in_many_worlds(worlds, 4..16, concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/authz/metamorphic-failures.txt"), |spec| {
            Handle::current().block_on(check(&world, spec, &mut counts));
        });
    });
    eprintln!("{counts:?}");
    let missing: Vec<_> = ["far away", "less", "order", "over", "sum"].into_iter().filter(|what| !counts.contains_key(what)).collect();
    assert!(missing.is_empty() || worlds < WORLDS, "never tried: {missing:?}, {counts:?}");
}
