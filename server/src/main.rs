//! The command line of `klar`.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use server::{Config, commands, logging, seed};

/// Half of what a page costs is asking for memory and giving it back.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// KLAR: the workroom of trade-union representatives.
#[derive(Debug, Parser)]
#[command(name = "klar", version)]
struct Arguments {
    /// The configuration file; else the one KLAR_CONFIG names, else klar.toml if it is there
    #[arg(long, global = true, value_name = "FILE")]
    config: Option<PathBuf>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Serve the portal
    Serve,
    /// Bring the database up to date
    Migrate,
    /// Load data from the systems that are its masters
    #[command(subcommand)]
    Import(Import),
    /// Read what has changed in the systems that are the masters
    #[command(subcommand)]
    Follow(Follow),
    /// Print how much of everything the registry holds, as JSON
    Counts,
    /// The access matrix: which office may do what (docs/access-policy.md)
    #[command(subcommand)]
    Policy(Policy),
    /// The case types: what a case can be about, and what is asked (docs/adding-a-case-type.md)
    #[command(subcommand)]
    CaseTypes(InForce),
    /// The letter templates: which letters there are, and what they say (docs/letter-templates.md)
    #[command(subcommand)]
    Letters(InForce),
    /// The access log: who looked at whom
    #[command(subcommand)]
    Audit(Audit),
    /// Erase everything that is written in a case, here and in every backup (docs/runbook.md). It cannot be undone
    EraseCase {
        /// The number people say on the telephone
        number: i64,
        /// The number once more: the wrong case would be lost
        #[arg(long, value_name = "NUMBER")]
        yes_erase: i64,
    },
    /// The keys with which the database is sealed (docs/runbook.md)
    #[command(subcommand)]
    Keys(commands::Keys),
    /// The place where documents lie (docs/runbook.md)
    #[command(subcommand)]
    Objects(commands::Objects),
    /// Check one file, for the portal itself
    #[command(hide = true)]
    CheckFile,
    /// Bind one case into a PDF, for the portal itself
    #[command(hide = true)]
    BindFile,
    /// Draw one page of a PDF, for the portal itself
    #[command(hide = true)]
    DrawPage,
    /// Write an invented union, for demonstrations and measurements
    Seed(seed::SeedArgs),
}

#[derive(Debug, Subcommand)]
enum Audit {
    /// Read the whole log and compare it with the checkpoints; fails, and names the row, unless it is whole
    Verify {
        /// A copy of the checkpoints, kept where this system cannot change it; else the folder it writes them to
        #[arg(long, value_name = "DIR")]
        checkpoints: Option<PathBuf>,
    },
    /// Sign the log as it is now
    Checkpoint,
}

#[derive(Debug, Subcommand)]
enum Import {
    /// The registry file of the member system (docs/registry-format.md)
    Registry(commands::RegistryArgs),
    /// Say yes to a file that was held because it would end much
    Approve {
        /// The id that the import gave
        id: domain::ImportId,
    },
    /// Say no to a file that was held
    Reject {
        /// The id that the import gave
        id: domain::ImportId,
    },
    /// The business register's bulk files, as JSON or gzip
    Employers {
        /// The files
        #[arg(required = true)]
        files: Vec<PathBuf>,
        /// The day they were made (YYYY-MM-DD); else that of the oldest file
        #[arg(long, value_name = "DATE")]
        made_on: Option<domain::Date>,
    },
}

#[derive(Debug, Subcommand)]
enum Follow {
    /// The business register's change feeds
    Employers {
        /// Read them to their ends and stop, instead of coming back again and again
        #[arg(long)]
        once: bool,
    },
}

#[derive(Debug, Subcommand)]
enum Policy {
    /// Print the table in force
    Show {
        /// Print the table of offices instead
        #[arg(long)]
        offices: bool,
    },
    /// Say whether a table is whole and sensible, and change nothing
    Check {
        /// The table
        file: PathBuf,
        /// The table of the offices that it is about, where the union has others than the standard
        #[arg(long)]
        offices: Option<PathBuf>,
    },
    /// Make a table the policy, from the next request on
    Set {
        /// The table
        file: PathBuf,
        /// A table of offices, where these are to be others than now; one that was added before stays
        #[arg(long)]
        offices: Option<PathBuf>,
        /// Why, for those who read the history
        #[arg(long)]
        note: String,
    },
}

/// What is in force as a file, each time as one more version.
#[derive(Debug, Subcommand)]
enum InForce {
    /// Print the file in force
    Export {
        /// Print this version instead
        #[arg(long, value_name = "NUMBER", conflicts_with = "standard")]
        version: Option<i32>,
        /// Print what this program comes with instead
        #[arg(long)]
        standard: bool,
    },
    /// Say what is wrong with a file, or what it would change, and change nothing
    Check {
        /// The file
        file: PathBuf,
    },
    /// Put a file in force, from the next request on
    Set {
        /// The file
        file: PathBuf,
        /// Why, for those who read the history
        #[arg(long)]
        note: String,
    },
}

#[tokio::main]
async fn main() -> ExitCode {
    match run(Arguments::parse()).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("klar: {error:#}");
            ExitCode::FAILURE
        }
    }
}

async fn run(arguments: Arguments) -> anyhow::Result<()> {
    // These know no configuration, and open nothing.
    match arguments.command {
        Command::CheckFile => return commands::check_file(),
        Command::BindFile => return commands::bind_file(),
        Command::DrawPage => return commands::draw_page(),
        _ => {}
    }
    let config = Config::load(arguments.config.as_deref())?;
    logging::start(&config)?;
    match arguments.command {
        Command::Serve => commands::serve(&config).await,
        Command::Migrate => commands::migrate(&config).await,
        Command::Import(Import::Registry(arguments)) => commands::registry(&config, arguments).await,
        Command::Import(Import::Approve { id }) => commands::approve(&config, id).await,
        Command::Import(Import::Reject { id }) => commands::reject(&config, id).await,
        Command::Import(Import::Employers { files, made_on }) => commands::employers(&config, &files, made_on).await,
        Command::Follow(Follow::Employers { once }) => commands::follow(&config, once).await,
        Command::Counts => commands::counts(&config).await,
        Command::Policy(Policy::Show { offices }) => commands::policy::show(&config, offices).await,
        Command::Policy(Policy::Check { file, offices }) => commands::policy::check(&file, offices.as_deref()),
        Command::Policy(Policy::Set { file, offices, note }) => commands::policy::set(&config, &file, offices.as_deref(), &note).await,
        Command::CaseTypes(InForce::Export { version, standard }) => commands::case_types::export(&config, version, standard).await,
        Command::CaseTypes(InForce::Check { file }) => commands::case_types::check(&config, &file).await,
        Command::CaseTypes(InForce::Set { file, note }) => commands::case_types::set(&config, &file, &note).await,
        Command::Letters(InForce::Export { version, standard }) => commands::letters::export(&config, version, standard).await,
        Command::Letters(InForce::Check { file }) => commands::letters::check(&config, &file).await,
        Command::Letters(InForce::Set { file, note }) => commands::letters::set(&config, &file, &note).await,
        Command::Audit(Audit::Verify { checkpoints }) => commands::audit::verify(&config, checkpoints.as_deref()).await,
        Command::Audit(Audit::Checkpoint) => commands::audit::checkpoint(&config).await,
        Command::EraseCase { number, yes_erase } => commands::erase_case(&config, number, yes_erase).await,
        Command::Keys(what) => commands::keys(&config, what).await,
        Command::Objects(what) => commands::objects(&config, what).await,
        Command::CheckFile => commands::check_file(),
        Command::BindFile => commands::bind_file(),
        Command::DrawPage => commands::draw_page(),
        Command::Seed(arguments) => seed::run(arguments),
    }
}
