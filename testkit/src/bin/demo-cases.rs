//! Fills the demonstration with cases, as its personas.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Context;
use clap::Parser;
use store::Clock;
use testkit::demo;
use testkit::test_id::Persona;

/// Fills the demonstration with cases
#[derive(Debug, Parser)]
struct Arguments {
    /// The personas that `klar seed` wrote
    #[arg(long)]
    personas: PathBuf,
    /// The database the demonstration union was imported into
    #[arg(long)]
    database: String,
    /// Its key file
    #[arg(long)]
    keys: PathBuf,
}

#[tokio::main]
async fn main() -> ExitCode {
    match run(Arguments::parse()).await {
        Ok(cases) => {
            println!("{cases} cases, worked by the personas");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("demo-cases: {error:#}");
            ExitCode::FAILURE
        }
    }
}

async fn run(arguments: Arguments) -> anyhow::Result<usize> {
    let personas = Persona::load(&arguments.personas).with_context(|| format!("cannot read {}", arguments.personas.display()))?;
    demo::work(&personas, &arguments.database, &arguments.keys, Clock::System.now()).await
}
