//! Cases: lists, counts, pages, forms.

use std::collections::BTreeSet;

use oracle::CaseAccess;

use super::super::running::Case;
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
        self.cases_are("/saker?status=closed", &BTreeSet::new()).await;
        let list = self.json("/api/cases/list", &[]).await;
        assert_eq!((&list["total"], &list["total_unfiltered"]), (&known.len().into(), &known.len().into()), "the cases of {}", self.actor);
        let readable = self.readable(|_| true);
        for row in list["rows"].as_array().unwrap() {
            let reads = readable.contains(row["id"].as_str().unwrap());
            assert_eq!(row["readable"], reads, "{}: {row}", self.actor);
            assert_eq!(row["about"].as_array().unwrap().is_empty(), !reads, "{}: {row}", self.actor);
            assert!(reads || row["next"].is_null(), "{}: {row}", self.actor);
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
            }
        }
        if form {
            let expected = match access {
                CaseAccess::Works => Class::It,
                CaseAccess::Reads | CaseAccess::Knows => Class::Forbidden,
                CaseAccess::Nothing => Class::NotFound,
            };
            for form in ["notat", "oppgave"] {
                let page = self.page(&format!("{path}/{form}")).await;
                assert_eq!(page.class(), expected, "{} at {path}/{form}: {case:?}", self.actor);
            }
        }
        self.running.count(match access {
            CaseAccess::Works => "works",
            CaseAccess::Reads => "reads",
            CaseAccess::Knows => "knows",
            CaseAccess::Nothing => "nothing",
        });
    }

    fn case_tells(&self, page: &Seen, case: &Case, access: CaseAccess) {
        let reads = access >= CaseAccess::Reads;
        let told = case.texts.iter().filter(|text| page.text.contains(text.as_str())).count();
        assert_eq!(told, if reads { case.texts.len() } else { 0 }, "{} has {access:?} of {case:?}", self.actor);
        self.texts_only(page, &BTreeSet::from([case.id.clone()]), "a case");
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
        }
        self.names_only(page, named, "a case");
    }
}
