//! Filters, segments and files, in every world: exactly whom the oracle says, and the jobs it says.

use std::collections::{BTreeMap, BTreeSet};

use domain::MemberId;
use domain::members::{ExportOrder, ExportPurpose, MemberFilter, SheetKind, Since};
use domain::registry::{EmploymentLine, MemberLine, Section, TariffArea};
use store::{StoreError, Viewer};

use crate::search::all_members;
use crate::union::{in_days, org};

use super::{Moment, once_more};

/// Whether a job is one that is asked for.
type OfJob = Box<dyn Fn(&EmploymentLine) -> bool>;

/// What a filter asks, told of the lines of the files.
struct Asks {
    filter: MemberFilter,
    of_member: fn(&MemberLine, domain::Date) -> bool,
    /// Of one job; `None` when it asks nothing of jobs.
    of_job: Option<OfJob>,
    contact: bool,
}

impl Asks {
    fn of(filter: MemberFilter) -> Self {
        Self { filter, of_member: |_, _| true, of_job: None, contact: false }
    }
}

/// That a word of the title begins so, as one would say it.
fn begins(title: &str, word: &str) -> bool {
    title.to_lowercase().split([' ', '-', ',']).any(|own| own.starts_with(word))
}

pub(super) fn order(contact: bool) -> ExportOrder {
    ExportOrder { purpose: ExportPurpose::Meeting, why: "Årsmøtet".to_owned(), kind: SheetKind::Csv, contact }
}

impl Moment<'_> {
    /// One of each kind, and some together.
    fn questions(&self) -> Vec<Asks> {
        // Where somebody works; or, when nobody works anywhere, where nobody does.
        let workplace = Some(self.union.employments.first().map_or_else(|| org(99), |job| job.workplace));
        let new = |line: &MemberLine, today: domain::Date| line.joined >= today.plus_days(-30);
        let position = |words: &str| MemberFilter { position: words.to_owned(), ..MemberFilter::default() };
        vec![
            Asks {
                of_job: Some(Box::new(move |job| Some(job.workplace) == workplace)),
                ..Asks::of(MemberFilter { workplace, ..MemberFilter::default() })
            },
            Asks { of_job: Some(Box::new(|job| begins(&job.title, "sykepl"))), ..Asks::of(position("Sykepl")) },
            Asks {
                of_job: Some(Box::new(move |job| Some(job.workplace) == workplace && begins(&job.title, "renh"))),
                ..Asks::of(MemberFilter { workplace, ..position("renh") })
            },
            Asks {
                of_job: Some(Box::new(|job| job.tariff_area == Some(TariffArea::Ks) && begins(&job.title, "v"))),
                ..Asks::of(MemberFilter { area: Some(TariffArea::Ks), ..position("v") })
            },
            Asks {
                of_job: Some(Box::new(|job| job.tariff_area == Some(TariffArea::Oslo))),
                ..Asks::of(MemberFilter { area: Some(TariffArea::Oslo), ..MemberFilter::default() })
            },
            Asks {
                of_member: |line, _| line.section == Some(Section::HealthSocial),
                ..Asks::of(MemberFilter { section: Some(Section::HealthSocial), ..MemberFilter::default() })
            },
            Asks { of_member: new, ..Asks::of(MemberFilter { since: Some(Since::Month), ..MemberFilter::default() }) },
            Asks {
                of_member: |line, _| line.phone.is_none() && line.email.is_none(),
                contact: true,
                ..Asks::of(MemberFilter { without_contact: true, ..MemberFilter::default() })
            },
        ]
    }

    /// The members of this moment's file for whom the question holds, as this person may know it.
    fn answer(&self, person: &str, asks: &Asks) -> BTreeSet<MemberId> {
        let today = self.world.clock.now().oslo_date();
        let holds = |line: &&MemberLine| {
            let shown = self.oracle.jobs_shown(person, &line.id);
            let job_holds = |ask: &dyn Fn(&EmploymentLine) -> bool| {
                shown.iter().any(|shown| {
                    // The oracle knows neither titles nor areas: the line of the file does.
                    let same = |job: &&EmploymentLine| {
                        job.member == shown.member
                            && job.workplace.as_str() == shown.workplace
                            && job.from.to_string() == shown.from
                            && job.to.map(|day| day.to_string()) == shown.to
                    };
                    self.union.employments.iter().filter(same).any(ask)
                })
            };
            self.oracle.sees(person, &line.id)
                && (asks.of_member)(line, today)
                && asks.of_job.as_ref().is_none_or(|ask| job_holds(ask.as_ref()))
                && (!asks.contact || self.oracle.sees_contact(person, &line.id))
        };
        self.union.members.iter().filter(holds).map(|line| self.ids[&line.id]).collect()
    }

    pub(super) async fn compare_lists(&self, viewer: &Viewer, person: &str) {
        for asks in self.questions() {
            let expected = self.answer(person, &asks);
            let (total, rows) = all_members(self.world, viewer, asks.filter.clone()).await;
            let listed: BTreeSet<MemberId> = rows.iter().map(|row| row.id).collect();
            assert_eq!((total, rows.len(), &listed), (expected.len() as u64, expected.len(), &expected), "{person}: {:?}", asks.filter);
            // What a segment holds is the filter, and finds the same.
            let again = MemberFilter::read(String::new(), &asks.filter.narrowing());
            assert_eq!(again, asks.filter);
            if !expected.is_empty() {
                once_more(&self.seen.narrowed);
            }
            self.compare_file(viewer, person, &asks.filter, &expected).await;
        }
        self.compare_file(viewer, person, &MemberFilter::default(), &self.shown_to(person)).await;
        let (_, rows) = all_members(self.world, viewer, MemberFilter::default()).await;
        for row in rows {
            let key = self.key_of(row.id);
            let mut shown: Vec<String> = row.jobs.iter().map(|job| job.workplace.clone()).collect();
            shown.sort();
            assert_eq!(shown, self.workplaces(self.oracle.jobs_shown(person, &key)), "the jobs of {key} for {person}");
        }
    }

    fn key_of(&self, id: MemberId) -> String {
        self.ids.iter().find(|(_, own)| **own == id).unwrap().0.clone()
    }

    /// The names of their workplaces, in order.
    fn workplaces(&self, jobs: Vec<&oracle::Job>) -> Vec<String> {
        let name = |job: &oracle::Job| {
            let unit = self.union.employers.iter().find(|unit| unit["organisasjonsnummer"] == job.workplace.as_str());
            unit.unwrap()["navn"].as_str().unwrap().to_owned()
        };
        let mut names: Vec<String> = jobs.into_iter().map(name).collect();
        names.sort();
        names
    }

    /// The file has those of the list whom the person may take out, with contact where that may be taken out too.
    async fn compare_file(&self, viewer: &Viewer, person: &str, filter: &MemberFilter, listed: &BTreeSet<MemberId>) {
        let expected: BTreeMap<String, &MemberLine> = self
            .union
            .members
            .iter()
            .filter(|line| listed.contains(&self.ids[&line.id]) && self.oracle.takes_out(person, &line.id))
            .map(|line| (line.family_name.clone(), line))
            .collect();
        match self.world.store.export_members(viewer, filter, order(true)).await {
            Ok(export) => {
                let contact = |line: &MemberLine| self.oracle.takes_contact_out(person, &line.id);
                assert!(export.contact || !expected.values().any(|line| contact(line)), "the file of {person}: {filter:?}");
                let names: BTreeSet<String> = export.rows.iter().map(|row| row.name.strip_prefix("Kari ").unwrap().to_owned()).collect();
                let keys: BTreeSet<String> = expected.keys().cloned().collect();
                assert_eq!((names, export.rows.len()), (keys, expected.len()), "the file of {person}: {filter:?}");
                for row in &export.rows {
                    let line = expected[row.name.strip_prefix("Kari ").unwrap()];
                    let reached = |written: &Option<String>| written.clone().filter(|_| contact(line));
                    let wanted = (reached(&line.phone), reached(&line.email), line.joined);
                    assert_eq!((row.phone.clone(), row.email.clone(), row.joined), wanted, "{person}: {}", row.name);
                    let mut jobs: Vec<String> = row.jobs.iter().map(|job| job.workplace.clone()).collect();
                    jobs.sort();
                    assert_eq!(jobs, self.workplaces(self.oracle.jobs_taken_out(person, &line.id)), "{person}: {}", row.name);
                }
                once_more(&self.seen.taken_out);
            }
            Err(StoreError::Invalid(_)) => assert!(expected.is_empty(), "{person} got no file: {filter:?}"),
            Err(StoreError::Forbidden | StoreError::NotFound) => assert!(expected.is_empty(), "{person} may take out: {filter:?}"),
            Err(other) => panic!("{other:?}"),
        }
    }
}

#[test]
fn the_days_of_these_questions_are_days_of_the_worlds() {
    assert_eq!(in_days(0).plus_days(-30), in_days(-30));
}
