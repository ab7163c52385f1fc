//! The pages of units: who may open which, and what stands there.
//!
//! Worked out with a pencil from these sentences, and under another table from what the oracle says (18). *Whoever holds an office, adviser and lawyer excepted, opens the page
//! of the unit where they hold it and of every unit under it; chief and joint representatives open, instead, those of
//! the clubs that cover something under their employers.* *Nobody who is protected is on any page, in any number, or a
//! representative for anybody.* *A workplace lacks a representative in a club when members of the club work there and
//! nobody holds an office of the agreement in the club, for the whole of it or for something the workplace lies under;
//! those in no club count for their local, and are represented by whom their local has elected for their employer.* *A
//! number below five is told only to those who may list the members.*

use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::AtomicUsize;

use domain::org::{Count, Shortfall, ShortfallCursor, ShortfallRow, UnitKind, UnitView};
use domain::registry::{EmploymentLine, MandateLine, MemberLine, MembershipKind, Protection};
use domain::{Date, UnitId};
use store::{StoreError, Viewer};

use super::{Moment, once_more};
use crate::naive;
use crate::world::World;

const AGREEMENT: [&str; 4] = ["PTV", "KLUBBLEDER", "HTV", "FTV"];
const LISTS: [&str; 9] = [
    "KLUBBLEDER",
    "KLUBBNESTLEDER",
    "KLUBBSEKRETAER",
    "FORENINGSLEDER",
    "NESTLEDER",
    "KASSERER",
    "FYLKESLEDER",
    "FORBUNDSLEDER",
    "REGISTERFORER",
];

#[derive(Debug, Default)]
pub(super) struct Seen {
    opened: AtomicUsize,
    hidden: AtomicUsize,
    few: AtomicUsize,
    exact: AtomicUsize,
    holders: AtomicUsize,
    missing: AtomicUsize,
    expiring: AtomicUsize,
    not_notified: AtomicUsize,
}

impl Seen {
    /// Whether everything came up at all.
    pub(super) fn of_everything(self) {
        for count in [self.opened, self.hidden, self.few, self.exact, self.holders, self.missing, self.expiring, self.not_notified] {
            assert!(count.into_inner() > 0, "the worlds are too dull for the pages of units");
        }
    }
}

/// Everything on the lists of one kind: what it is about, and where.
type Missing = BTreeSet<(String, String)>;
/// Club or local, workplace, and who is in it.
type Crews = BTreeMap<(String, String), BTreeSet<String>>;

/// What is the same for every viewer at one moment, and slow to work out.
pub(super) struct Sheet {
    units: BTreeMap<String, UnitId>,
    mandates: BTreeMap<domain::MandateId, String>,
    crews: Crews,
    missing: BTreeMap<(String, Shortfall), Missing>,
    sizes: BTreeMap<String, u64>,
}

impl Moment<'_> {
    fn today(&self) -> Date {
        self.world.clock.today()
    }

    fn kind(&self, unit: &str) -> UnitKind {
        self.union.units.iter().find(|line| line.id == unit).unwrap().kind
    }

    /// A unit and everything above it.
    fn path<'a>(&'a self, unit: &'a str) -> Vec<&'a str> {
        let mut path = vec![unit];
        while let Some(above) = self.union.units.iter().find(|line| line.id == path[path.len() - 1]).and_then(|line| line.parent.as_deref())
        {
            path.push(above);
        }
        path
    }

    fn line(&self, member: &str) -> Option<&MemberLine> {
        self.union.members.iter().find(|line| line.id == member)
    }

    fn is_protected(line: &MemberLine) -> bool {
        line.shielded == Some(true) || line.protection.is_some_and(|grade| grade != Protection::None)
    }

    /// A member today whom a list may show.
    fn is_listed(&self, line: &MemberLine) -> bool {
        let now = line.joined <= self.today() && line.left.is_none_or(|left| left >= self.today());
        now && line.kind != MembershipKind::Staff && !Self::is_protected(line)
    }

    fn is_job_now(&self, job: &EmploymentLine) -> bool {
        job.from <= self.today() && job.to.is_none_or(|to| to >= self.today())
    }

    pub(super) async fn sheet(&self) -> Sheet {
        let crews = self.crews();
        let missing = self.union.units.iter().flat_map(|unit| {
            Shortfall::ALL.iter().map(|kind| ((unit.id.clone(), *kind), self.missing_under(&unit.id, *kind, &crews))).collect::<Vec<_>>()
        });
        let sizes = self.union.units.iter().map(|unit| (unit.id.clone(), self.size(&unit.id, &crews)));
        let (missing, sizes) = (missing.collect(), sizes.collect());
        Sheet { units: unit_ids(self.world).await, mandates: mandate_keys(self.world).await, crews, missing, sizes }
    }

    /// The crews of today.
    fn crews(&self) -> Crews {
        let mut crews = Crews::new();
        for job in self.union.employments.iter().filter(|job| self.is_job_now(job)) {
            let Some(member) = self.line(&job.member).filter(|line| self.is_listed(line)) else { continue };
            let clubs = naive::clubs_of(self.union, job);
            let units = if clubs.is_empty() { BTreeSet::from([member.local.as_str()]) } else { clubs };
            for unit in units {
                crews.entry((unit.to_owned(), job.workplace.to_string())).or_default().insert(member.id.clone());
            }
        }
        crews
    }

    fn last(mandate: &MandateLine) -> Option<Date> {
        mandate.to.into_iter().chain(mandate.revoked.map(|day| day.plus_days(-1))).min()
    }

    fn is_held(&self, mandate: &MandateLine) -> bool {
        mandate.from <= self.today() && Self::last(mandate).is_none_or(|last| last >= self.today())
    }

    /// Mandates whose holders may be named.
    fn open_mandates(&self) -> impl Iterator<Item = &MandateLine> {
        self.union.mandates.iter().filter(|mandate| self.line(&mandate.member).is_some_and(|line| !Self::is_protected(line)))
    }

    fn is_represented(&self, unit: &str, workplace: &str) -> bool {
        let above = naive::above(self.union, workplace.parse().unwrap());
        self.open_mandates().any(|mandate| {
            let for_them = match mandate.workplace {
                Some(named) => above.contains(named.as_str()),
                None => self.kind(unit) == UnitKind::Club,
            };
            mandate.unit == unit && AGREEMENT.contains(&mandate.office.code()) && self.is_held(mandate) && for_them
        })
    }

    fn missing_under(&self, unit: &str, kind: Shortfall, crews: &Crews) -> Missing {
        let under = |other: &str| self.path(other).contains(&unit);
        let mandate = |line: &MandateLine| (line.id.clone(), line.unit.clone());
        match kind {
            Shortfall::NoRepresentative => {
                let crews = crews.keys().filter(|(at, workplace)| under(at) && !self.is_represented(at, workplace));
                crews.map(|(at, workplace)| (workplace.clone(), at.clone())).collect()
            }
            Shortfall::Expiring => {
                let soon = |line: &&MandateLine| Self::last(line).is_some_and(|last| last <= self.today().plus_days(60));
                self.open_mandates().filter(|line| under(&line.unit) && self.is_held(line)).filter(soon).map(mandate).collect()
            }
            Shortfall::NotNotified => {
                let untold = |line: &&MandateLine| line.employer_notified.is_none() && AGREEMENT.contains(&line.office.code());
                self.open_mandates().filter(|line| under(&line.unit) && self.is_held(line)).filter(untold).map(mandate).collect()
            }
        }
    }

    fn opens(&self, person: &str, unit: &str) -> bool {
        ["mandates", "statistics"].iter().any(|data| self.tells(person, unit, data))
    }

    /// Whether the page tells this person who holds office (`mandates`), or how many there are (`statistics`). By the
    /// standard, whoever opens it is told of both.
    fn tells(&self, person: &str, unit: &str, data: &str) -> bool {
        self.oracle.knows_of_unit(person, unit, data).unwrap_or_else(|| self.opens_by_standard(person, unit))
    }

    fn opens_by_standard(&self, person: &str, unit: &str) -> bool {
        self.union.mandates.iter().filter(|held| held.member == person && self.is_held(held)).any(|held| match held.office.code() {
            "RAADGIVER_KS" | "ADVOKAT" => false,
            "HTV" | "FTV" => {
                let covered = |club: &str| {
                    let lines = self.union.coverages.iter().filter(move |line| line.unit == club);
                    lines.map(|line| line.employer).collect::<Vec<_>>()
                };
                let employers = held.workplace.map_or_else(|| covered(&held.unit), |named| vec![named]);
                covered(unit).into_iter().any(|number| {
                    let above = naive::above(self.union, number);
                    employers.iter().any(|employer| above.contains(employer.as_str()))
                })
            }
            _ => self.path(unit).contains(&held.unit.as_str()),
        })
    }

    fn lists(&self, person: &str, unit: &str) -> bool {
        self.oracle.lists_unit(person, unit).unwrap_or_else(|| self.lists_by_standard(person, unit))
    }

    fn lists_by_standard(&self, person: &str, unit: &str) -> bool {
        self.union.mandates.iter().filter(|held| held.member == person && self.is_held(held)).any(|held| {
            let whole = LISTS.contains(&held.office.code()) || held.office.code() == "PTV" && held.workplace.is_none();
            whole && self.path(unit).contains(&held.unit.as_str())
        })
    }

    fn size(&self, unit: &str, crews: &Crews) -> u64 {
        let belongs = |line: &&MemberLine| {
            let clubs = crews.iter().filter(|(_, crew)| crew.contains(&line.id)).map(|((at, _), _)| at.as_str());
            self.is_listed(line) && clubs.chain([line.local.as_str()]).any(|at| self.path(at).contains(&unit))
        };
        self.union.members.iter().filter(belongs).count() as u64
    }

    pub(super) async fn compare_units(&self, viewer: &Viewer, person: &str, sheet: &Sheet) {
        let own: BTreeSet<UnitId> = self.world.store.my_units(viewer).await.unwrap().into_iter().map(|choice| choice.unit.id).collect();
        for line in &self.union.units {
            let unit = line.id.as_str();
            let id = sheet.units[unit];
            let opens = self.opens(person, unit);
            assert!(opens || !own.contains(&id), "{person} is offered {unit}");
            let seen = match self.world.store.unit(viewer, id, None).await {
                Ok(view) => Some(view),
                Err(StoreError::NotFound) => None,
                Err(other) => panic!("{other:?}"),
            };
            assert_eq!(seen.is_some(), opens, "{person}, {unit}");
            for kind in Shortfall::ALL {
                let told = self.tells(person, unit, data(*kind));
                match self.missing(viewer, id, *kind, sheet).await {
                    Some((total, found)) => {
                        let expected = &sheet.missing[&(unit.to_owned(), *kind)];
                        assert!(
                            told && total == expected.len() as u64 && found == *expected,
                            "{person}, {unit}, {kind}: {found:?}, not {expected:?}"
                        );
                    }
                    None => assert!(!told, "{person}, {unit}, {kind}"),
                }
            }
            match seen {
                Some(view) => self.compare_page(person, unit, &view, sheet),
                None => once_more(&self.seen.units.hidden),
            }
        }
    }

    fn compare_page(&self, person: &str, unit: &str, view: &UnitView, sheet: &Sheet) {
        let mandates = &sheet.mandates;
        once_more(&self.seen.units.opened);
        let (holders_told, numbers_told) = (self.tells(person, unit, "mandates"), self.tells(person, unit, "statistics"));
        let shown = |unit: &str| numbers_told.then(|| Count::of(sheet.sizes[unit], self.lists(person, unit)));
        assert_eq!(view.members, shown(unit), "{person}: the members of {unit}");
        once_more(if view.members == Some(Count::Few) { &self.seen.units.few } else { &self.seen.units.exact });
        let name = |unit: &str| format!("Enheten {unit}");
        let below: BTreeMap<String, Option<Count>> = view.below.rows.iter().map(|row| (row.unit.name.clone(), row.members)).collect();
        let under = self.union.units.iter().filter(|line| line.parent.as_deref() == Some(unit));
        assert_eq!(below, under.map(|line| (name(&line.id), shown(&line.id))).collect(), "{person}: what lies under {unit}");
        let above: Vec<(String, bool)> = view.above.iter().map(|(unit, opens)| (unit.name.clone(), *opens)).collect();
        let path = self.path(unit).into_iter().skip(1).rev();
        assert_eq!(above, path.map(|unit| (name(unit), self.opens(person, unit))).collect::<Vec<_>>(), "{person}: what lies over {unit}");

        assert_eq!(view.holders.is_some(), holders_told, "{person}: who holds office in {unit}");
        let named = view.holders.as_deref().unwrap_or_default();
        let holders: BTreeSet<String> = named.iter().map(|holder| mandates[&holder.id].clone()).collect();
        let lasting = self.open_mandates().filter(|line| line.unit == unit && Self::last(line).is_none_or(|last| last >= self.today()));
        let expected: BTreeSet<String> = lasting.filter(|_| holders_told).map(|line| line.id.clone()).collect();
        assert_eq!(holders, expected, "{person}: who holds office in {unit}");
        for holder in named {
            let line = self.union.mandates.iter().find(|line| line.id == mandates[&holder.id]).unwrap();
            assert_eq!(holder.card.is_some(), self.oracle.sees(person, &line.member), "{person} and the card of {}", line.member);
            once_more(&self.seen.units.holders);
        }
        if !matches!(view.unit.kind, UnitKind::Advisory | UnitKind::Legal) {
            let told: Vec<(Shortfall, u64)> = view.shortfalls.iter().map(|here| (here.kind, here.total)).collect();
            let kinds = Shortfall::ALL.iter().filter(|kind| self.tells(person, unit, data(**kind)));
            let expected = kinds.map(|kind| (*kind, sheet.missing[&(unit.to_owned(), *kind)].len() as u64));
            assert_eq!(told, expected.collect::<Vec<_>>(), "{person}: what is missing in {unit}");
        }
    }

    /// The whole list, page by page: what the page says there are, and what they are.
    async fn missing(&self, viewer: &Viewer, unit: UnitId, kind: Shortfall, sheet: &Sheet) -> Option<(u64, Missing)> {
        let Sheet { mandates, crews, .. } = sheet;
        let mut found = Missing::new();
        let mut after: Option<ShortfallCursor> = None;
        loop {
            let page = match self.world.store.shortfalls(viewer, unit, kind, after.as_ref()).await {
                Ok(page) => page,
                Err(StoreError::NotFound) => return None,
                Err(other) => panic!("{other:?}"),
            };
            for row in page.rows {
                let at = |name: &str| name.strip_prefix("Enheten ").unwrap().to_owned();
                let (count, key) = match row {
                    ShortfallRow::Workplace { workplace, unit, members, .. } => {
                        let key = (workplace.number.to_string(), at(&unit.name));
                        let size = crews.get(&(key.1.clone(), key.0.clone())).map_or(0, BTreeSet::len) as u64;
                        assert!(
                            matches!(members, Some(Count::Exactly(n)) if n == size) || members == Some(Count::Few) && size < 5,
                            "{key:?}"
                        );
                        (&self.seen.units.missing, key)
                    }
                    ShortfallRow::Mandate { holder, unit } => {
                        let count = if kind == Shortfall::Expiring { &self.seen.units.expiring } else { &self.seen.units.not_notified };
                        (count, (mandates[&holder.id].clone(), at(&unit.name)))
                    }
                };
                once_more(count);
                assert!(found.insert(key.clone()), "{key:?} twice");
            }
            match page.next {
                Some(next) => after = Some(next),
                None => return Some((page.total, found)),
            }
        }
    }
}

/// The kind of data that a list of what is missing is of.
fn data(kind: Shortfall) -> &'static str {
    match kind {
        Shortfall::NoRepresentative => "statistics",
        Shortfall::Expiring | Shortfall::NotNotified => "mandates",
    }
}

/// The units by their keys.
pub(crate) async fn unit_ids(world: &World) -> BTreeMap<String, UnitId> {
    let rows = world.rows("SELECT registry_key, id FROM units").await;
    rows.into_iter().map(|row| (row.try_get_by_index(0).unwrap(), UnitId(row.try_get_by_index(1).unwrap()))).collect()
}

async fn mandate_keys(world: &World) -> BTreeMap<domain::MandateId, String> {
    let rows = world.rows("SELECT id, registry_key FROM mandates").await;
    rows.into_iter().map(|row| (domain::MandateId(row.try_get_by_index(0).unwrap()), row.try_get_by_index(1).unwrap())).collect()
}
