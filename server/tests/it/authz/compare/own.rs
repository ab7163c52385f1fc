//! One's own: Today, the mandates; and what only some offices have.

use std::collections::BTreeSet;

use domain::employers::FRESH_FOR_DAYS;
use oracle::CaseAccess;

use super::super::seen::{Class, Seen};
use super::Moment;

/// Most alerts on Today.
const ALERTS: usize = 10;

impl Moment<'_, '_> {
    pub(super) async fn own_pages(&mut self) {
        self.today().await;
        let mine = self.json("/api/mandates/mine", &[]).await;
        let told = |one: &serde_json::Value| (one["office"].as_str().unwrap().to_owned(), one["unit"].as_str().unwrap().to_owned());
        let mut told: Vec<_> = mine.as_array().unwrap().iter().map(told).collect();
        let mut held: Vec<_> =
            self.oracle.mandates_of(&self.actor).iter().map(|held| (held.office.clone(), format!("Enheten {}", held.unit))).collect();
        told.sort();
        held.sort();
        assert_eq!(told, held, "the mandates of {}", self.actor);
        for path in ["/mer", "/mer/verv", "/saker/ny"] {
            let page = self.page(path).await;
            let expected = if path == "/saker/ny" && !self.oracle.opens_cases(&self.actor) { Class::Forbidden } else { Class::It };
            assert!([expected, Class::Done].contains(&page.class()), "{} at {path}: {page:?}", self.actor);
            let (members, cases) = self.ids_in(&page);
            assert!(members.is_empty() && cases.is_empty(), "{} at {path}", self.actor);
            self.names_only(&page, [] as [&str; 0], path);
        }
    }

    /// Today: own tasks, own cases, what has happened to employers, new members.
    pub(super) async fn today(&mut self) {
        let view = self.json("/api/today/view", &[]).await;
        let ids = |list: &str, key: &str| -> BTreeSet<String> {
            view[list].as_array().unwrap().iter().map(|row| row[key].as_str().unwrap().to_owned()).collect()
        };
        let own = self.readable(|case| !case.told.closed && case.told.owner == self.actor);
        assert_eq!(ids("cases", "id"), own, "the cases of {} on Today", self.actor);
        let in_readable = self.running.cases.iter().filter(|case| self.oracle.access(&self.actor, &case.told) >= CaseAccess::Reads);
        let open = in_readable.flat_map(|case| &case.tasks).filter(|task| !task.done && task.owner == self.actor);
        let tasks: BTreeSet<String> = open.map(|task| task.id.clone()).collect();
        assert_eq!(ids("tasks", "id"), tasks, "the tasks of {}", self.actor);
        self.new_members(&view);
        let since = self.running.world.now().plus_seconds(-i64::from(FRESH_FOR_DAYS) * 24 * 3600);
        let fresh = self.running.alerts().await.into_iter().filter(|alert| alert.at >= since);
        let told = fresh.filter(|alert| self.oracle.is_told(&self.actor, &alert.about, alert.left.as_deref()));
        let unseen = told.filter(|alert| !self.running.alerts_seen.contains(&(alert.id.clone(), self.actor.clone())));
        let alerts: BTreeSet<String> = unseen.map(|alert| alert.id).take(ALERTS).collect();
        assert_eq!(ids("alerts", "id"), alerts, "what {} is told of employers", self.actor);
        if !alerts.is_empty() {
            self.running.count("alerts");
        }
        let page = self.page("/i-dag").await;
        assert_eq!(page.class(), Class::It, "{} at Today", self.actor);
        let of_tasks: BTreeSet<String> =
            view["tasks"].as_array().unwrap().iter().map(|row| row["case"].as_str().unwrap().to_owned()).collect();
        let (members, cases) = self.ids_in(&page);
        assert_eq!(cases, own.union(&of_tasks).cloned().collect(), "{} at Today", self.actor);
        let listed = view["new_members"].as_array().unwrap();
        assert_eq!(members.len(), listed.len(), "{} at Today: {members:?}", self.actor);
        let about = self.running.cases.iter().filter(|case| own.contains(&case.id)).map(|case| case.about.as_str());
        self.names_only(&page, members.iter().copied().chain(about), "Today");
        self.texts_only(&page, &own.union(&of_tasks).cloned().collect(), "Today");
    }

    /// The access log and the files of the registry: there for those who have them, and for nobody else.
    pub(super) async fn readers(&mut self, sample: usize) {
        let member = self.running.ids.values().nth(sample % self.running.ids.len()).unwrap().clone();
        let import = self.running.world.uuids("SELECT id FROM imports ORDER BY id").await.remove(0);
        let log = if self.oracle.reads_access_log(&self.actor) { Class::It } else { Class::NotFound };
        for path in ["/innsyn".to_owned(), format!("/innsyn/{member}"), format!("/innsyn/{member}/oppslag.csv")] {
            let page = self.page(&path).await;
            assert_eq!(page.class(), log, "{} at {path}", self.actor);
            assert!(self.ids_in(&page).1.is_empty(), "{} is told of a case at {path}", self.actor);
            self.texts_only(&page, &BTreeSet::new(), &path);
        }
        for (path, fields) in [("/api/access-log/list", vec![]), ("/api/access-log/about", vec![("id", member.as_str())])] {
            assert_eq!(Seen::call(&mut self.client, path, &fields).await.class(), log, "{} asks {path}", self.actor);
        }
        if log == Class::It {
            for (key, member) in self.running.ids.clone() {
                self.everybody_who_looked(&key, &member).await;
            }
        }
        let registry = if self.oracle.keeps_registry(&self.actor) { Class::It } else { Class::NotFound };
        for path in ["/import".to_owned(), format!("/import/{import}")] {
            let page = self.page(&path).await;
            assert_eq!(page.class(), registry, "{} at {path}", self.actor);
            self.names_only(&page, [] as [&str; 0], &path);
        }
        for (path, fields) in [("/api/imports/list", vec![]), ("/api/imports/view", vec![("id", import.as_str())])] {
            assert_eq!(Seen::call(&mut self.client, path, &fields).await.class(), registry, "{} asks {path}", self.actor);
        }
        self.running.count(if log == Class::It { "reads the log" } else { "no log" });
        self.running.count(if registry == Class::It { "keeps the registry" } else { "no registry" });
    }

    /// The report of who has read about somebody names exactly those who did.
    async fn everybody_who_looked(&mut self, key: &str, member: &str) {
        self.has_looked_at(key);
        let report = self.json("/api/access-log/about", &[("id", member)]).await;
        let told: BTreeSet<&str> = report["rows"].as_array().unwrap().iter().map(|row| row["by"]["id"].as_str().unwrap()).collect();
        let looked = self.running.looked[key].iter().map(|person| self.running.ids[person].as_str()).collect();
        assert_eq!(told, looked, "who has read about {key}");
    }
}
