//! The configuration: one file, each key also as an environment variable.
//!
//! `docs/configuration.md` describes every key. This is the only place that reads the environment.

mod environment;
mod settings;
#[cfg(test)]
mod tests;
mod values;

use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use domain::identity::Accept;
use domain::imports::Limits;
use domain::members::SearchLimits;

use settings::{DocumentsSettings, MembersSettings, OidcSettings, RegistrySettings, Settings};
pub use values::{ClaimsFrom, ClientAuth, Every, IssuerUrl, LogFormat, PublicUrl, RegisterUrl, ScannerAddress, Secret, SigningAlg};

/// The file that is read when none is named, if it is there.
const DEFAULT_FILE: &str = "klar.toml";

/// Why the program cannot start with this configuration. Each is a sentence for whoever wrote it; none repeats
/// a secret.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    /// The file cannot be read.
    #[error("the configuration file {path} cannot be read: {source}")]
    Unreadable {
        /// The file.
        path: String,
        /// What the operating system said.
        source: std::io::Error,
    },
    /// A key or value in the file is wrong.
    #[error("{path}, line {line}: {what}")]
    File {
        /// The file.
        path: String,
        /// The line, from 1.
        line: usize,
        /// What is wrong, and what was expected.
        what: String,
    },
    /// A value in the environment is wrong.
    #[error("the environment variable {name}: {what}")]
    Variable {
        /// The variable.
        name: String,
        /// What is wrong, and what was expected.
        what: String,
    },
    /// A variable that begins with `KLAR_` and means nothing.
    #[error("the environment variable {0} is unknown; docs/configuration.md lists those there are")]
    UnknownVariable(String),
    /// Something that must be there is not.
    #[error("{key} is not set: write it in klar.toml or set {variable}")]
    Missing {
        /// The key.
        key: &'static str,
        /// The variable that would do as well.
        variable: String,
    },
    /// Two settings that contradict each other, or one that cannot be.
    #[error("{0}")]
    Unusable(String),
}

/// Everything the program can be told.
#[derive(Debug, Clone)]
pub struct Config {
    /// The address to listen on.
    pub listen: SocketAddr,
    /// Where people find the portal.
    pub public_url: PublicUrl,
    /// The folder with what the browser downloads: `pkg` and the icons.
    pub site_root: PathBuf,
    /// The folder for the database and the key file.
    pub data: PathBuf,
    /// The database, when it is not the SQLite file in `data`. May hold a password.
    pub database_url: Option<Secret>,
    /// The folder for the signed checkpoints of the access log, when it is not the one in `data`.
    audit_checkpoints: Option<PathBuf>,
    /// Whether this system is for real persons or for invented ones.
    pub national_ids: Accept,
    /// How much one file of the registry may end before a person must say yes.
    pub limits: Limits,
    /// For how many days backups are kept: so long, a retired key is needed to read them.
    pub backups_kept_days: u16,
    /// How often one person may search among members.
    pub search_limits: SearchLimits,
    /// How the log is written.
    pub log_format: LogFormat,
    /// What is logged, as `tracing` filter directives.
    pub log_filter: String,
    /// Where documents lie.
    pub documents: Documents,
    /// The virus scanner, if there is one.
    pub scanner: Option<ScannerAddress>,
    /// The business register, and whether it is followed.
    pub register: RegisterConfig,
    /// The OpenID provider; only `serve` needs it.
    oidc: Option<OidcConfig>,
}

/// Where documents lie.
#[derive(Debug, Clone)]
pub enum Documents {
    /// In the folder `objects` in `data`.
    Beside,
    /// In another folder.
    Folder(PathBuf),
    /// In an S3 bucket.
    Bucket(store::Bucket),
}

/// The business register.
#[derive(Debug, Clone)]
pub struct RegisterConfig {
    /// Where it is.
    pub address: RegisterUrl,
    /// Whether `serve` follows it.
    pub follow: bool,
    /// How often.
    pub every: Every,
}

/// The OpenID provider people log in with.
#[derive(Debug, Clone)]
pub struct OidcConfig {
    /// The issuer, exactly as the provider writes it.
    pub issuer: IssuerUrl,
    /// What the provider calls us.
    pub client_id: String,
    /// What we prove it with.
    pub client_secret: Secret,
    /// How the secret is sent.
    pub client_auth: ClientAuth,
    /// What is asked for; `openid` is always among them.
    pub scopes: Vec<String>,
    /// The claim that carries the national id.
    pub national_id_claim: String,
    /// Where that claim is looked for.
    pub claims_from: ClaimsFrom,
    /// The levels of assurance that give a session, compared letter by letter.
    pub accepted_acr: Vec<String>,
    /// What is sent as `acr_values`.
    pub acr_values: Vec<String>,
    /// How an ID token may be signed.
    pub signing_algs: Vec<SigningAlg>,
    /// Whether the provider's answer must say who it is from (RFC 9207).
    pub require_iss: bool,
}

impl Config {
    /// Reads the file (the one named, else the one `KLAR_CONFIG` names, else `klar.toml` if it is there), then the
    /// environment over it.
    pub fn load(file: Option<&Path>) -> Result<Self, ConfigError> {
        let variables: Vec<_> =
            std::env::vars_os().filter_map(|(name, value)| Some((name.into_string().ok()?, value.into_string().ok()?))).collect();
        Self::load_from(file, &variables)
    }

    /// Reads the text of a file alone. For tests: the environment of the moment has no say.
    pub fn parse(text: &str) -> Result<Self, ConfigError> {
        Self::from_settings(Settings::parse(text, DEFAULT_FILE)?)
    }

    fn load_from(file: Option<&Path>, variables: &[(String, String)]) -> Result<Self, ConfigError> {
        let named =
            variables.iter().find(|(name, value)| name == "KLAR_CONFIG" && !value.is_empty()).map(|(_, value)| Path::new(value.as_str()));
        let by_default = Some(Path::new(DEFAULT_FILE)).filter(|path| path.exists());
        let from_file = match file.or(named).or(by_default) {
            Some(path) => Settings::read(path)?,
            None => Settings::default(),
        };
        Self::from_settings(environment::settings(variables)?.over(from_file))
    }

    fn from_settings(settings: Settings) -> Result<Self, ConfigError> {
        let public_url = match settings.public_url {
            Some(url) => url,
            None => "http://localhost:3000".to_owned().try_into().map_err(ConfigError::Unusable)?,
        };
        let address = match settings.register.address {
            Some(address) => address,
            None => "https://data.brreg.no/enhetsregisteret/api".to_owned().try_into().map_err(ConfigError::Unusable)?,
        };
        Ok(Self {
            listen: settings.listen.unwrap_or_else(|| SocketAddr::from(([127, 0, 0, 1], 3000))),
            public_url,
            site_root: settings.site_root.unwrap_or_else(|| PathBuf::from("target/site")),
            data: settings.data.unwrap_or_else(|| PathBuf::from("data")),
            database_url: settings.database_url.map(kept).transpose()?,
            audit_checkpoints: settings.audit_checkpoints,
            national_ids: settings.national_ids.map_or(Accept::SyntheticOnly, Accept::from),
            limits: limits(settings.registry)?,
            backups_kept_days: settings.backups_kept_days.unwrap_or(400),
            search_limits: search_limits(&settings.members)?,
            log_format: settings.log.format.unwrap_or_default(),
            log_filter: settings.log.filter.unwrap_or_else(|| "info,sqlx=warn,sea_orm=warn".to_owned()),
            scanner: settings.documents.scanner.clone(),
            documents: documents(settings.documents)?,
            register: RegisterConfig {
                address,
                follow: settings.register.follow.unwrap_or(false),
                every: settings.register.every.unwrap_or_default(),
            },
            oidc: settings.oidc.map(OidcConfig::from_settings).transpose()?,
        })
    }

    /// The provider, or which key is missing.
    pub fn oidc(&self) -> Result<&OidcConfig, ConfigError> {
        self.oidc.as_ref().ok_or_else(|| missing("oidc.issuer"))
    }

    /// The file with the encryption keys.
    pub fn key_file(&self) -> PathBuf {
        self.data.join("keys.json")
    }

    /// The folder for the signed checkpoints of the access log.
    pub fn audit_checkpoints(&self) -> PathBuf {
        self.audit_checkpoints.clone().unwrap_or_else(|| self.data.join("checkpoints"))
    }

    /// What the access log is called in its checkpoints: the portal's address without the scheme, as signed notes do.
    pub fn log_origin(&self) -> String {
        let origin = self.public_url.origin();
        format!("{}/access-log", origin.split_once("://").map_or(origin, |(_, host)| host))
    }
}

impl OidcConfig {
    fn from_settings(oidc: OidcSettings) -> Result<Self, ConfigError> {
        let client_secret = match (oidc.client_secret, oidc.client_secret_file) {
            (Some(_), Some(_)) => {
                return Err(ConfigError::Unusable("set oidc.client_secret or oidc.client_secret_file, not both".to_owned()));
            }
            (Some(secret), None) => secret,
            (None, Some(path)) => Secret::from_file(&path)
                .map_err(|error| ConfigError::Unusable(format!("oidc.client_secret_file: {} cannot be used: {error}", path.display())))?,
            (None, None) => return Err(missing("oidc.client_secret")),
        };
        let accepted_acr = oidc.accepted_acr.filter(|list| !list.is_empty()).ok_or_else(|| missing("oidc.accepted_acr"))?;
        let signing_algs = oidc.signing_algs.unwrap_or_else(|| SigningAlg::ALL.to_vec());
        if signing_algs.is_empty() {
            return Err(ConfigError::Unusable("oidc.signing_algs must name at least one algorithm".to_owned()));
        }
        Ok(Self {
            issuer: oidc.issuer.ok_or_else(|| missing("oidc.issuer"))?,
            client_id: oidc.client_id.filter(|id| !id.is_empty()).ok_or_else(|| missing("oidc.client_id"))?,
            client_secret,
            client_auth: oidc.client_auth.unwrap_or_default(),
            scopes: oidc.scopes.unwrap_or_else(|| vec!["openid".to_owned(), "profile".to_owned()]),
            national_id_claim: oidc.national_id_claim.filter(|name| !name.is_empty()).ok_or_else(|| missing("oidc.national_id_claim"))?,
            claims_from: oidc.claims_from.unwrap_or_default(),
            accepted_acr,
            acr_values: oidc.acr_values.unwrap_or_default(),
            signing_algs,
            require_iss: oidc.require_iss.unwrap_or(true),
        })
    }
}

/// A folder or a bucket, not both; a bucket needs all that tells where it is and who we are.
fn documents(settings: DocumentsSettings) -> Result<Documents, ConfigError> {
    let secret_key =
        match (settings.s3_secret_key, settings.s3_secret_key_file) {
            (Some(_), Some(_)) => {
                return Err(ConfigError::Unusable("set documents.s3_secret_key or documents.s3_secret_key_file, not both".to_owned()));
            }
            (None, Some(path)) => Some(Secret::from_file(&path).map_err(|error| {
                ConfigError::Unusable(format!("documents.s3_secret_key_file: {} cannot be used: {error}", path.display()))
            })?),
            (secret, None) => secret,
        };
    let named = [settings.s3_bucket.is_some(), settings.s3_access_key.is_some(), secret_key.is_some(), settings.s3_region.is_some()];
    match (settings.folder, settings.s3_endpoint) {
        (Some(_), Some(_)) => Err(ConfigError::Unusable("set documents.folder or documents.s3_endpoint, not both".to_owned())),
        (_, None) if named.contains(&true) => Err(missing("documents.s3_endpoint")),
        (Some(folder), None) => Ok(Documents::Folder(folder)),
        (None, None) => Ok(Documents::Beside),
        (None, Some(endpoint)) => Ok(Documents::Bucket(store::Bucket {
            endpoint: endpoint.at("").trim_end_matches('/').to_owned(),
            name: settings.s3_bucket.filter(|name| !name.is_empty()).ok_or_else(|| missing("documents.s3_bucket"))?,
            region: settings.s3_region.unwrap_or_else(|| "us-east-1".to_owned()),
            access_key: settings.s3_access_key.filter(|key| !key.is_empty()).ok_or_else(|| missing("documents.s3_access_key"))?,
            secret_key: secret_key.ok_or_else(|| missing("documents.s3_secret_key"))?.expose().to_owned(),
        })),
    }
}

fn limits(settings: RegistrySettings) -> Result<Limits, ConfigError> {
    let usual = Limits::default();
    let percent = |key: &str, value: Option<u8>, usual: u8| match value {
        Some(percent) if percent > 100 => Err(ConfigError::Unusable(format!("{key} must be from 0 to 100"))),
        percent => Ok(percent.unwrap_or(usual)),
    };
    Ok(Limits {
        members: percent("registry.hold_members_percent", settings.hold_members_percent, usual.members)?,
        mandates: percent("registry.hold_mandates_percent", settings.hold_mandates_percent, usual.mandates)?,
    })
}

/// A minute needs room for a name typed letter by letter, and a day for more than a minute.
fn search_limits(settings: &MembersSettings) -> Result<SearchLimits, ConfigError> {
    let usual = SearchLimits::default();
    let per_minute = settings.searches_per_minute.unwrap_or(usual.per_minute);
    let per_day = settings.searches_per_day.unwrap_or_else(|| usual.per_day.max(per_minute));
    if per_minute < 20 {
        return Err(ConfigError::Unusable("members.searches_per_minute must be at least 20: a name is typed letter by letter".to_owned()));
    }
    if per_day < per_minute {
        return Err(ConfigError::Unusable("members.searches_per_day must not be less than members.searches_per_minute".to_owned()));
    }
    Ok(SearchLimits { per_minute, per_day })
}

/// The access log lies beside the database, and many connections share both: memory that one connection has is neither.
fn kept(database_url: Secret) -> Result<Secret, ConfigError> {
    let url = database_url.expose();
    match url.starts_with("sqlite:") && (url.contains(":memory:") || url.contains("mode=memory")) {
        true => Err(ConfigError::Unusable("database_url must name a file: nothing may be kept in memory alone".to_owned())),
        false => Ok(database_url),
    }
}

fn missing(key: &'static str) -> ConfigError {
    ConfigError::Missing { key, variable: environment::variable(key) }
}
