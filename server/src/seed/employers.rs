//! The invented business register: employers in chains, with workplaces under them.

use std::collections::BTreeMap;
use std::rc::Rc;

use anyhow::Context;
use domain::identity::OrgNumber;

use super::dice::Dice;
use super::places::{self, Municipality};
use super::trades::{Department, Owner, Trade};

/// An employer (enhet).
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Employer {
    pub(super) number: OrgNumber,
    pub(super) name: String,
    /// Organisation form: code and text.
    pub(super) form: (&'static str, &'static str),
    pub(super) parent: Option<OrgNumber>,
    pub(super) industry: (&'static str, &'static str),
    pub(super) at: Rc<Municipality>,
}

/// A workplace (underenhet).
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) number: OrgNumber,
    /// "Granlia sykehjem".
    pub(super) name: String,
    pub(super) parent: OrgNumber,
    pub(super) trade: &'static Trade,
    pub(super) at: Rc<Municipality>,
    /// Everybody who works there, members or not.
    pub(super) heads: usize,
}

/// Everything in the register, in the order it was founded.
#[derive(Default)]
pub(super) struct Register {
    pub(super) employers: Vec<Employer>,
    pub(super) places: Vec<Rc<Place>>,
    next: u32,
    /// Shared owners by name: municipalities, their departments, county municipalities, hospital trusts.
    owners: BTreeMap<String, OrgNumber>,
}

/// Organisation numbers that begin with 31 are never issued.
const SERIES: u32 = 31_000_000;

impl Register {
    fn number(&mut self) -> anyhow::Result<OrgNumber> {
        loop {
            self.next += 1;
            anyhow::ensure!(self.next < 1_000_000, "the series of organisation numbers is used up");
            if let Some(number) = OrgNumber::from_eight_digits(SERIES + self.next) {
                return Ok(number);
            }
        }
    }

    fn employer(
        &mut self,
        name: String,
        form: (&'static str, &'static str),
        parent: Option<OrgNumber>,
        industry: (&'static str, &'static str),
        at: &Rc<Municipality>,
    ) -> anyhow::Result<OrgNumber> {
        let number = self.number()?;
        self.employers.push(Employer { number, name, form, parent, industry, at: at.clone() });
        Ok(number)
    }

    /// An employer that several workplaces share, founded the first time it is asked for.
    fn shared(
        &mut self,
        name: &str,
        form: (&'static str, &'static str),
        parent: Option<OrgNumber>,
        at: &Rc<Municipality>,
    ) -> anyhow::Result<OrgNumber> {
        if let Some(number) = self.owners.get(name) {
            return Ok(*number);
        }
        let number = self.employer(name.to_owned(), form, parent, ("84.110", "Generell offentlig administrasjon"), at)?;
        self.owners.insert(name.to_owned(), number);
        Ok(number)
    }

    /// The municipality as an employer.
    pub(super) fn municipality(&mut self, at: &Rc<Municipality>) -> anyhow::Result<OrgNumber> {
        self.shared(&format!("{} kommune", at.name), ("KOMM", "Kommune"), None, at)
    }

    /// A department of the municipality: the middle of the chain.
    pub(super) fn department(&mut self, at: &Rc<Municipality>, department: Department) -> anyhow::Result<OrgNumber> {
        let parent = self.municipality(at)?;
        let name = format!("{} kommune {}", at.name, department.name());
        self.shared(&name, ("ORGL", "Organisasjonsledd"), Some(parent), at)
    }

    fn owner(&mut self, trade: &Trade, site: &str, at: &Rc<Municipality>) -> anyhow::Result<OrgNumber> {
        let county = || places::counties(usize::MAX).nth(at.county).context("a county without a name");
        match trade.owner {
            Owner::Municipal(department) => self.department(at, department),
            Owner::Hospital => self.shared(&format!("{} sykehus HF", county()?), ("SÆR", "Annet foretak iflg. særskilt lov"), None, at),
            Owner::County => {
                let county = format!("{} fylkeskommune", county()?);
                let parent = self.shared(&county, ("FYLK", "Fylkeskommune"), None, at)?;
                self.shared(&format!("{county} opplæring"), ("ORGL", "Organisasjonsledd"), Some(parent), at)
            }
            Owner::Own(form, text, suffix) => {
                self.employer(format!("{site} {}{suffix}", trade.noun), (form, text), None, trade.industry, at)
            }
        }
    }

    /// Opens a workplace, and its employer where there is none yet.
    pub(super) fn open(&mut self, site: &str, trade: &'static Trade, at: &Rc<Municipality>, heads: usize) -> anyhow::Result<Rc<Place>> {
        let parent = self.owner(trade, site, at)?;
        self.open_under(parent, site, trade, at, heads)
    }

    /// Opens one more workplace of an employer.
    pub(super) fn open_under(
        &mut self,
        parent: OrgNumber,
        site: &str,
        trade: &'static Trade,
        at: &Rc<Municipality>,
        heads: usize,
    ) -> anyhow::Result<Rc<Place>> {
        let name = format!("{site} {}", trade.noun);
        let place = Rc::new(Place { number: self.number()?, name, parent, trade, at: at.clone(), heads });
        self.places.push(place.clone());
        Ok(place)
    }

    /// Each municipality's own workplaces, where second jobs are found.
    pub(super) fn municipal_places(&self) -> BTreeMap<usize, Vec<Rc<Place>>> {
        let mut by_municipality: BTreeMap<usize, Vec<Rc<Place>>> = BTreeMap::new();
        for place in self.places.iter().filter(|place| matches!(place.trade.owner, Owner::Municipal(_))) {
            by_municipality.entry(place.at.index).or_default().push(place.clone());
        }
        by_municipality
    }
}

/// A job at a workplace: title and position code.
pub(super) fn job(dice: &mut Dice, place: &Place) -> (&'static str, Option<&'static str>) {
    dice.one_of(place.trade.jobs).copied().unwrap_or(("Medarbeider", None))
}
