//! Cases: lists, counts, pages, forms.

use std::collections::BTreeSet;

use oracle::CaseAccess;

use super::super::acting::CLOSED;
use super::super::running::{Case, Task};
use super::super::seen::{Class, Seen, all_pages};
use super::{Moment, WHY};

impl Moment<'_, '_> {
    fn access(&self, case: &Case) -> CaseAccess {
        self.oracle.access(&self.actor, &case.told)
    }

    fn ids_of(&self, which: impl Fn(&Case) -> bool) -> BTreeSet<String> {
        self.running.cases.iter().filter(|case| which(case)).map(|case| case.id.clone()).collect()
    }

    /// The cases this person may know of.
    pub(super) fn known(&self) -> BTreeSet<String> {
        self.ids_of(|case| self.access(case) >= CaseAccess::Knows)
    }

    /// Those of these that this person may read.
    pub(super) fn readable(&self, which: impl Fn(&Case) -> bool) -> BTreeSet<String> {
        self.ids_of(|case| which(case) && self.access(case) >= CaseAccess::Reads)
    }

    pub(super) async fn case_lists(&mut self) {
        let known = self.known();
        let mine = self.ids_of(|case| case.told.owner == self.actor);
        self.cases_are("/saker", &known).await;
        self.cases_are("/saker?eier=meg", &known.intersection(&mine).cloned().collect()).await;
        for kind in ["FERIE", "YRKESSKADE"] {
            let of_kind = self.ids_of(|case| case.kind == kind);
            self.cases_are(&format!("/saker?type={kind}"), &known.intersection(&of_kind).cloned().collect()).await;
        }
        let closed = self.ids_of(|case| case.told.closed);
        self.cases_are("/saker?status=closed", &known.intersection(&closed).cloned().collect()).await;
        let takes_part = |case: &Case| case.told.participants.iter().chain(&case.told.followers).any(|one| *one == self.actor);
        let part = self.ids_of(takes_part);
        self.cases_are("/saker?eier=deltar", &known.intersection(&part).cloned().collect()).await;
        let held: BTreeSet<String> = self.oracle.mandates_of(&self.actor).into_iter().map(|held| held.unit.clone()).collect();
        let club = self.ids_of(|case| held.contains(&case.told.club));
        self.cases_are("/saker?eier=klubb", &known.intersection(&club).cloned().collect()).await;
        // By the dates of their tasks, only what may be read.
        let reads = self.readable(|_| true);
        self.cases_are("/saker?sorter=dato", &reads).await;
        self.cases_are("/saker?eier=klubb&sorter=dato", &reads.intersection(&club).cloned().collect()).await;
        self.case_file(&known, &reads).await;
        let list = self.json("/api/cases/list", &[]).await;
        assert_eq!((&list["total"], &list["total_unfiltered"]), (&known.len().into(), &known.len().into()), "the cases of {}", self.actor);
        let readable = self.readable(|_| true);
        for row in list["rows"].as_array().unwrap() {
            let reads = readable.contains(row["id"].as_str().unwrap());
            assert_eq!(row["readable"], reads, "{}: {row}", self.actor);
            assert_eq!(row["about"].as_array().unwrap().is_empty(), !reads, "{}: {row}", self.actor);
            assert!(reads || row["next"].is_null() && row["waiting"].is_null(), "{}: {row}", self.actor);
        }
    }

    async fn cases_are(&mut self, path: &str, expected: &BTreeSet<String>) {
        let list = all_pages(&mut self.client, path).await;
        assert_eq!(list.class(), Class::It, "{} at {path}", self.actor);
        let (members, cases) = self.ids_in(&list);
        assert_eq!((members, &cases), (BTreeSet::new(), expected), "{} at {path}", self.actor);
        let readable = self.readable(|_| true);
        let here = || self.running.cases.iter().filter(|case| expected.contains(&case.id));
        let about = here().filter(|case| readable.contains(&case.id)).map(|case| &case.about);
        self.names_only(&list, here().map(|case| &case.told.owner).chain(about), path);
        self.texts_only(&list, &readable, path);
        if !expected.is_empty() {
            let said = format!("{} sak", expected.len());
            assert!(list.text.contains(&said), "{} at {path} is not told {said}", self.actor);
        }
    }

    /// The list as a file: the same cases, and of those that may only be known of, nothing that is in them.
    async fn case_file(&mut self, known: &BTreeSet<String>, reads: &BTreeSet<String>) {
        let fields = [("purpose", "follow_up"), ("why", "Gjennomgang"), ("kind", "csv")];
        let seen = Seen::of(self.client.post_form("/saker/fil/hent", &fields).await);
        if known.is_empty() {
            assert_eq!(seen.class(), Class::NotFound, "{} takes out no cases: {seen:?}", self.actor);
            return;
        }
        assert_eq!(seen.status, 200, "{} takes out cases: {seen:?}", self.actor);
        let (members, cases) = self.ids_in(&seen);
        assert!(members.is_empty() && cases.is_empty(), "{} is told ids", self.actor);
        assert_eq!(seen.text.matches("\r\n").count(), 5 + known.len(), "{}: a row for each case", self.actor);
        let here = || self.running.cases.iter().filter(|case| known.contains(&case.id));
        let about = here().filter(|case| reads.contains(&case.id)).map(|case| &case.about);
        self.names_only(&seen, here().map(|case| &case.told.owner).chain(about), "the file of cases");
        self.texts_only(&seen, reads, "the file of cases");
    }

    pub(super) async fn each_case(&mut self, sample: usize) {
        for n in 0..self.running.cases.len() {
            self.case(n, n % 2 == sample % 2).await;
        }
    }

    pub(super) async fn one_case(&mut self, sample: usize) {
        if let Some(n) = sample.checked_rem(self.running.cases.len()) {
            self.case(n, true).await;
        }
    }

    /// A case as a page, and the form to write in it, if so.
    async fn case(&mut self, n: usize, form: bool) {
        let case = self.running.cases[n].clone();
        let access = self.access(&case);
        let path = format!("/saker/{}", case.id);
        let page = self.page(&path).await;
        let knows = access >= CaseAccess::Knows;
        assert_eq!(page.class(), if knows { Class::It } else { Class::NotFound }, "{} has {access:?} of {case:?}", self.actor);
        assert_eq!(page.text.matches(WHY).count(), usize::from(knows), "{} has {access:?} of {case:?}", self.actor);
        self.case_tells(&page, &case, access);
        if knows {
            self.has_looked_at(&case.about);
            let view = self.json("/api/cases/view", &[("id", &case.id)]).await;
            let whole = if access >= CaseAccess::Reads { &view["whole"] } else { &view["known"] };
            self.is_a_reason(&whole["why"], &self.oracle.mandates_of(&self.actor));
            if access >= CaseAccess::Reads {
                assert_eq!(whole["may_work"], access == CaseAccess::Works, "{}: {case:?}", self.actor);
                assert_eq!(whole["may_add"], self.oracle.writes(&self.actor, &case.told), "{}: {case:?}", self.actor);
            }
        }
        if form {
            let expected = match access {
                CaseAccess::Works => Class::It,
                CaseAccess::Reads | CaseAccess::Knows => Class::Forbidden,
                CaseAccess::Nothing => Class::NotFound,
            };
            let closes = self.oracle.closes(&self.actor, &case.told);
            for (form, for_owner) in [("vent", false), ("avslutt", true), ("gjenapne", true)] {
                let page = self.page(&format!("{path}/{form}")).await;
                let refused = for_owner && !closes && expected == Class::It;
                assert_eq!(page.class(), if refused { Class::Forbidden } else { expected }, "{} at {path}/{form}: {case:?}", self.actor);
            }
            let expected = if case.told.closed && expected == Class::It { CLOSED } else { expected };
            for form in ["notat", "oppgave", "kontakt", "beslutning"] {
                let page = self.page(&format!("{path}/{form}")).await;
                assert_eq!(page.class(), expected, "{} at {path}/{form}: {case:?}", self.actor);
            }
            let timeline = self.page(&format!("{path}/tidslinje")).await;
            let reads = match access {
                CaseAccess::Works | CaseAccess::Reads => Class::It,
                CaseAccess::Knows => Class::Forbidden,
                CaseAccess::Nothing => Class::NotFound,
            };
            assert_eq!(timeline.class(), reads, "{} at the timeline of {case:?}", self.actor);
            self.texts_only(&timeline, &self.readable(|own| own.id == case.id), "a timeline");
            for note in &case.notes {
                let page = self.page(&format!("{path}/notat/{}", note.id)).await;
                let hidden = note.private.is_some() && !self.oracle.sees_private_note(&self.actor, &note.author, &case.told);
                let expected = if hidden && access >= CaseAccess::Reads { Class::NotFound } else { reads };
                assert_eq!(page.class(), expected, "{} at {note:?} of {case:?}", self.actor);
                self.texts_only(&page, &BTreeSet::from([case.id.clone()]), "a note");
            }
        }
        for task in &case.tasks {
            self.task(&case, task, access).await;
        }
        self.running.count(match access {
            CaseAccess::Works => "works",
            CaseAccess::Reads => "reads",
            CaseAccess::Knows => "knows",
            CaseAccess::Nothing => "nothing",
        });
    }

    /// A task on its page, and the form that changes it.
    async fn task(&mut self, case: &Case, task: &Task, access: CaseAccess) {
        let path = format!("/saker/{}/oppgaver/{}", case.id, task.id);
        let page = self.page(&path).await;
        let (seen, changed) = match access {
            CaseAccess::Works => (Class::It, Class::It),
            CaseAccess::Reads => (Class::It, Class::Forbidden),
            CaseAccess::Knows => (Class::Forbidden, Class::Forbidden),
            CaseAccess::Nothing => (Class::NotFound, Class::NotFound),
        };
        assert_eq!(page.class(), seen, "{} has {access:?} at {path}: {case:?}", self.actor);
        let reads = access >= CaseAccess::Reads;
        assert_eq!(page.text.contains(&task.title) && page.text.contains(&task.details), reads, "{} at {path}", self.actor);
        let own = if reads { BTreeSet::from([case.id.clone()]) } else { BTreeSet::new() };
        self.texts_only(&page, &own, &path);
        let workers = || std::iter::once(&case.told.owner).chain(&case.told.participants).chain([&task.owner]);
        let named: BTreeSet<&String> = if reads { workers().chain(&case.writers).collect() } else { BTreeSet::new() };
        self.names_only(&page, &named, &path);
        assert!(self.ids_in(&page).0.is_empty(), "{} at {path}", self.actor);
        let form = self.page(&format!("{path}/endre")).await;
        assert_eq!(form.class(), changed, "{} has {access:?} at {path}/endre: {case:?}", self.actor);
        self.texts_only(&form, if changed == Class::It { &own } else { const { &BTreeSet::new() } }, &path);
        if reads {
            self.has_looked_at(&case.about);
        }
    }

    fn case_tells(&self, page: &Seen, case: &Case, access: CaseAccess) {
        let reads = access >= CaseAccess::Reads;
        let told = case.texts.iter().filter(|text| page.text.contains(text.as_str())).count();
        assert_eq!(told, if reads { case.texts.len() } else { 0 }, "{} has {access:?} of {case:?}", self.actor);
        self.texts_only(page, &BTreeSet::from([case.id.clone()]), "a case");
        for note in case.notes.iter().filter(|note| self.oracle.sees_private_note(&self.actor, &note.author, &case.told)) {
            let shown = note.private.as_ref().is_none_or(|text| page.text.contains(text.as_str()));
            assert!(shown, "{} does not find {note:?} again", self.actor);
        }
        let (members, _) = self.ids_in(page);
        let card = reads && self.oracle.sees(&self.actor, &case.about);
        assert_eq!(
            members.into_iter().collect::<Vec<_>>(),
            if card { vec![case.about.as_str()] } else { vec![] },
            "{}: {case:?}",
            self.actor
        );
        let mut named = BTreeSet::new();
        if access >= CaseAccess::Knows {
            named.insert(case.told.owner.clone());
        }
        if reads {
            named.insert(case.about.clone());
            named.extend(case.writers.iter().cloned());
            named.extend(case.tasks.iter().map(|task| task.owner.clone()));
            let merged = self.running.cases.iter().filter(|own| case.merged.contains(&own.id));
            named.extend(merged.map(|own| own.told.owner.clone()));
        }
        self.names_only(page, named, "a case");
    }
}
