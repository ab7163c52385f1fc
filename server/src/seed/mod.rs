//! `klar seed`: an invented union, for demonstrations, tests and measuring.
//!
//! The same scale and seed give the same bytes, on any machine and at any time: there is one seeded stream of
//! chance, no clock, and no walk through a map without order. Everybody is invented: national ids have 80 added to
//! the month, organisation numbers begin with 31, and addresses of e-mail end in example.com, so none of them is a
//! person's. Telephones begin with 01: no Norwegian number of eight digits does, so
//! nobody has them and they cannot be called.

mod bulk;
mod clubs;
mod dice;
mod employers;
mod frame;
mod names;
mod people;
mod personas;
mod places;
mod plan;
mod seats;
#[cfg(test)]
mod tests;
mod trades;
mod write;

use std::path::PathBuf;

use domain::registry::Line;

pub use bulk::{Adresse, Enhet, HistoriskNavn, Href, Kode, Links, Underenhet};
pub use personas::{About, Persona};
pub use plan::{Plan, Scale};
pub use write::{ENHETER, PERSONAS, REGISTRY, UNDERENHETER};

use dice::Dice;
use frame::Frame;

/// What the command line says.
#[derive(Debug, Clone, clap::Args)]
pub struct SeedArgs {
    /// How large a union.
    #[arg(long, value_enum, default_value = "demo")]
    pub scale: Scale,
    /// Another number gives another union of the same shape.
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
    /// The directory to write to; it is made if it does not exist.
    #[arg(long)]
    pub out: PathBuf,
}

/// Writes the registry file, the business register's two bulk files and the personas.
pub fn run(args: SeedArgs) -> anyhow::Result<()> {
    let mut dice = Dice::new(args.seed);
    let frame = Frame::build(args.scale.plan(), &mut dice)?;
    let lines = write::all(&frame, &mut dice, &args.out)?;
    tracing::info!(lines, out = %args.out.display(), "seed written");
    Ok(())
}

/// A whole union in memory.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Union {
    /// The lines of the registry file, in its order.
    pub lines: Vec<Line>,
    /// The employers (enheter) of the business register.
    pub employers: Vec<Enhet>,
    /// The workplaces (underenheter) of the business register.
    pub workplaces: Vec<Underenhet>,
    /// The people everybody knows, the stranger among them.
    pub personas: Vec<Persona>,
}

impl Union {
    /// The persona with this key.
    pub fn persona(&self, key: &str) -> Option<&Persona> {
        self.personas.iter().find(|persona| persona.key == key)
    }
}

/// The union that [`run`] would write, in memory.
pub fn generate(scale: Scale, seed: u64) -> anyhow::Result<Union> {
    let mut dice = Dice::new(seed);
    let frame = Frame::build(scale.plan(), &mut dice)?;
    let mut lines = Vec::new();
    let mut keep = |line| {
        lines.push(line);
        Ok(())
    };
    frame.lines(&mut keep)?;
    people::lines(&frame, &mut dice, &mut keep)?;
    let (employers, workplaces) = (frame.register.enheter().collect(), frame.register.underenheter().collect());
    Ok(Union { lines, employers, workplaces, personas: frame.personas })
}

/// The small union, in memory.
pub fn demo(seed: u64) -> anyhow::Result<Union> {
    generate(Scale::Demo, seed)
}
