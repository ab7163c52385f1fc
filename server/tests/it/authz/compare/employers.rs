//! The page of an employer.

use std::collections::BTreeMap;

use super::super::seen::{Class, Seen};
use super::{Moment, counted};

impl Moment<'_, '_> {
    pub(super) async fn employers(&mut self, sample: usize) {
        let numbers: Vec<String> = self.running.facts.employers.iter().map(|one| one.number.to_string()).collect();
        for (n, number) in numbers.iter().enumerate() {
            let shown = self.oracle.shows_employer(&self.actor, number);
            let seen = Seen::call(&mut self.client, "/api/employers/view", &[("number", number)]).await;
            let expected = if shown { Class::It } else { Class::NotFound };
            assert_eq!(seen.class(), expected, "{} asks for the employer {number}", self.actor);
            if n % 3 == sample % 3 {
                let page = self.page(&format!("/arbeidsgivere/{number}")).await;
                assert_eq!(page.class(), expected, "{} at the employer {number}", self.actor);
                let named: Vec<String> =
                    if shown { self.oracle.named_at(number).iter().map(|(person, _)| (*person).to_owned()).collect() } else { Vec::new() };
                self.names_only(&page, named, "an employer");
            }
            if shown {
                self.employer_is(number, &seen.json()).await;
            }
            self.running.count(if shown { "employer shown" } else { "employer hidden" });
        }
    }

    async fn employer_is(&mut self, number: &str, view: &serde_json::Value) {
        // Who is named, by name and office, however many clubs name them.
        let club = |club: &serde_json::Value| club["representatives"].as_array().unwrap().clone();
        let told = view["clubs"].as_array().unwrap().iter().flat_map(club);
        let told = counted(told.map(|one| (one["name"].as_str().unwrap().to_owned(), one["office"].as_str().unwrap().to_owned())));
        let named = self.oracle.named_at(number);
        let named = named.iter().map(|(person, office)| (format!("Kari {}", self.running.names[*person]), (*office).to_owned()));
        assert_eq!(
            told.keys().cloned().collect::<Vec<_>>(),
            counted(named).keys().cloned().collect::<Vec<_>>(),
            "{} at {number}",
            self.actor
        );
        // How many members work there, and at what lies under it.
        let shown = self.shown();
        let told = shown.iter().flat_map(|member| self.oracle.workplaces_told(&self.actor, member).into_iter());
        let told = counted(told.map(str::to_owned));
        let members = |at: &str| told.get(at).copied().unwrap_or_default();
        assert_eq!(view["members"], members(number), "{}'s members at {number}", self.actor);
        let under = |at: &str| at != number && self.under(at, number) && self.oracle.shows_employer(&self.actor, at);
        let all = self.running.facts.employers.iter().map(|one| one.number.to_string());
        let expected: BTreeMap<String, u64> = all.filter(|at| under(at)).map(|at| (at.clone(), members(&at))).collect();
        let row = |row: &serde_json::Value| (row["unit"]["number"].as_str().unwrap().to_owned(), row["members"].as_u64().unwrap());
        let listed: BTreeMap<String, u64> = view["workplaces"].as_array().unwrap().iter().map(row).collect();
        assert_eq!(listed, expected, "{} at {number}: what lies under it", self.actor);
        let about = |one: &super::super::running::AlertRow| one.about == number || one.left.as_deref() == Some(number);
        let alerts = self.running.alerts().await.into_iter().filter(about);
        let alerts = alerts.filter(|one| self.oracle.is_told(&self.actor, &one.about, one.left.as_deref())).map(|one| one.id);
        let listed = view["alerts"].as_array().unwrap().iter().map(|one| one["id"].as_str().unwrap().to_owned());
        assert_eq!(listed.collect::<Vec<_>>(), alerts.collect::<Vec<_>>(), "{} at {number}: what has happened", self.actor);
    }

    /// Whether an employer lies under another, by the parents in the files.
    fn under(&self, number: &str, other: &str) -> bool {
        let parent = |one: &str| {
            let line = self.running.facts.employers.iter().find(|line| line.number.as_str() == one);
            line.and_then(|line| line.parent).map(|parent| parent.to_string())
        };
        std::iter::successors(Some(number.to_owned()), |one| parent(one)).any(|one| one == other)
    }
}
