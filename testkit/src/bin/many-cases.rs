//! Fills a large invented union with cases, for measuring.

use std::process::ExitCode;

use clap::Parser;
use domain::Timestamp;
use store::Clock;
use testkit::many::{self, Long};

/// Fills a large invented union with cases, for measuring
#[derive(Debug, Parser)]
struct Arguments {
    /// The database the union was imported into
    #[arg(long)]
    database: String,
    /// How many
    #[arg(long, default_value_t = 200_000)]
    cases: u32,
    /// How many of them have a long timeline
    #[arg(long, default_value_t = 1_000)]
    long: u32,
    /// How many lines more
    #[arg(long, default_value_t = 10_000)]
    lines: u32,
}

#[tokio::main]
async fn main() -> ExitCode {
    let Arguments { database, cases, long, lines } = Arguments::parse();
    let now: Timestamp = Clock::System.now();
    match many::cases(&database, cases, Long { cases: long, lines }, now).await {
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
