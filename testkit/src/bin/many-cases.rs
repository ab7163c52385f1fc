//! Fills a large invented union with cases, for measuring.

use std::process::ExitCode;

use clap::Parser;
use domain::Timestamp;
use store::Clock;
use testkit::many;

/// Fills a large invented union with cases, for measuring
#[derive(Debug, Parser)]
struct Arguments {
    /// The database the union was imported into
    #[arg(long)]
    database: String,
    /// How many
    #[arg(long, default_value_t = 200_000)]
    cases: u32,
}

#[tokio::main]
async fn main() -> ExitCode {
    let Arguments { database, cases } = Arguments::parse();
    let now: Timestamp = Clock::System.now();
    match many::cases(&database, cases, now).await {
        Ok(cases) => {
            println!("{cases} cases, with notes and tasks");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("many-cases: {error:#}");
            ExitCode::FAILURE
        }
    }
}
