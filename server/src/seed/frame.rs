//! Everything but the people: units, register, clubs and who is to hold which office.

use std::rc::Rc;

use domain::org::UnitKind;
use domain::registry::{CoverageLine, Line, UnitLine};

use super::clubs::{self, Club, Local};
use super::dice::Dice;
use super::employers::{Place, Register};
use super::names;
use super::personas::{self, Persona};
use super::places;
use super::plan::Plan;
use super::seats::{self, Staff};
use super::trades::{self, Owner};

/// The union before it has members.
pub(super) struct Frame {
    pub(super) plan: Plan,
    pub(super) register: Register,
    pub(super) locals: Vec<Rc<Local>>,
    pub(super) clubs: Vec<Club>,
    /// Workplaces that no club covers, with the local that the few members there belong to.
    pub(super) uncovered: Vec<(Rc<Place>, Rc<Local>)>,
    pub(super) staff: Vec<Staff>,
    pub(super) personas: Vec<Persona>,
    counties: Vec<String>,
    centres: Vec<String>,
}

const UNION: &str = "F";
const LEGAL: &str = "JUR";

impl Frame {
    pub(super) fn build(plan: Plan, dice: &mut Dice) -> anyhow::Result<Self> {
        let mut register = Register::default();
        let locals = clubs::locals(&plan);
        let mut clubs = clubs::clubs(&plan, dice, &locals, &mut register)?;
        for municipality in locals.iter().filter(|local| !local.second) {
            for department in trades::Department::ALL {
                register.department(&municipality.at, department)?;
            }
        }
        let mut uncovered = Vec::with_capacity(plan.uncovered);
        for _ in 0..plan.uncovered {
            let Some(local) = dice.one_of(&locals).cloned() else { break };
            let trade = trades::trade(dice, 4, |owner| matches!(owner, Owner::Own(..)));
            let site = places::site(dice);
            let heads = 3 + dice.below(12);
            uncovered.push((register.open(&site, trade, &local.at, heads)?, local));
        }
        let counties: Vec<String> = (1..=plan.counties).map(|n| format!("FK{n:02}")).collect();
        let centres: Vec<String> = (1..=plan.centres).map(|n| format!("KS{n}")).collect();
        let staff = seats::fill(&plan, dice, (UNION, LEGAL), &centres, &counties, &locals, &mut clubs)?;
        Ok(Self { plan, register, locals, clubs, uncovered, staff, personas: personas::all()?, counties, centres })
    }

    /// The lines of the units and of what the clubs cover.
    pub(super) fn lines(&self, out: &mut dyn FnMut(Line) -> anyhow::Result<()>) -> anyhow::Result<()> {
        let mut unit = |id: &str, kind, name: String, parent: Option<&str>| {
            let email = (kind != UnitKind::Club).then(|| format!("{}@example.com", names::plain(&name)));
            let phone = (kind == UnitKind::Local).then(|| format!("01000{:03}", id.bytes().map(u32::from).sum::<u32>() % 1000));
            out(Line::Unit(UnitLine { id: id.to_owned(), kind, name, parent: parent.map(str::to_owned), phone, email, replaced_by: None }))
        };
        unit(UNION, UnitKind::Union, "Nordlysforbundet".to_owned(), None)?;
        unit(LEGAL, UnitKind::Legal, "Juridisk avdeling".to_owned(), Some(UNION))?;
        for (id, name) in self.counties.iter().zip(places::counties(self.plan.counties)) {
            unit(id, UnitKind::County, format!("{name} fylkeskrets"), Some(UNION))?;
        }
        let counties = places::counties(self.plan.counties).zip(&self.counties);
        for (centre, (name, county)) in self.centres.iter().zip(counties) {
            // The only one serves everybody.
            let (name, parent) = match self.plan.centres {
                1 => ("Kompetansesenteret".to_owned(), UNION),
                _ => (format!("Kompetansesenteret i {name}"), county.as_str()),
            };
            unit(centre, UnitKind::Advisory, name, Some(parent))?;
        }
        for local in &self.locals {
            let county = self.counties.get(local.at.county).map(String::as_str);
            unit(&local.id, UnitKind::Local, local.name.clone(), county)?;
        }
        for club in &self.clubs {
            unit(&club.id, UnitKind::Club, club.name.clone(), Some(&club.local.id))?;
        }
        for club in &self.clubs {
            for employer in &club.covers {
                out(Line::Coverage(CoverageLine { unit: club.id.clone(), employer: *employer }))?;
            }
        }
        Ok(())
    }
}
