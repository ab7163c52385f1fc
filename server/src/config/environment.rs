//! The environment: `oidc.client_id` is `KLAR_OIDC_CLIENT_ID`.

use serde::Deserialize;
use toml::{Table, Value};

use super::ConfigError;
use super::settings::Settings;

/// How the text of a variable is read.
#[derive(Debug, Clone, Copy)]
pub(super) enum Kind {
    Text,
    /// Separated by commas or spaces.
    List,
    Bool,
    Number,
}

/// Every key there is. A test compares the list with `docs/configuration.md`.
pub(super) const KEYS: [(&str, Kind); 37] = [
    ("listen", Kind::Text),
    ("public_url", Kind::Text),
    ("site_root", Kind::Text),
    ("data", Kind::Text),
    ("database_url", Kind::Text),
    ("audit_checkpoints", Kind::Text),
    ("backups_kept_days", Kind::Number),
    ("national_ids", Kind::Text),
    ("registry.hold_members_percent", Kind::Number),
    ("registry.hold_mandates_percent", Kind::Number),
    ("members.searches_per_minute", Kind::Number),
    ("members.searches_per_day", Kind::Number),
    ("log.format", Kind::Text),
    ("log.filter", Kind::Text),
    ("oidc.issuer", Kind::Text),
    ("oidc.client_id", Kind::Text),
    ("oidc.client_secret", Kind::Text),
    ("oidc.client_secret_file", Kind::Text),
    ("oidc.client_auth", Kind::Text),
    ("oidc.scopes", Kind::List),
    ("oidc.national_id_claim", Kind::Text),
    ("oidc.claims_from", Kind::Text),
    ("oidc.accepted_acr", Kind::List),
    ("oidc.acr_values", Kind::List),
    ("oidc.signing_algs", Kind::List),
    ("oidc.require_iss", Kind::Bool),
    ("register.address", Kind::Text),
    ("register.follow", Kind::Bool),
    ("register.every", Kind::Text),
    ("documents.folder", Kind::Text),
    ("documents.s3_endpoint", Kind::Text),
    ("documents.s3_bucket", Kind::Text),
    ("documents.s3_region", Kind::Text),
    ("documents.s3_access_key", Kind::Text),
    ("documents.s3_secret_key", Kind::Text),
    ("documents.s3_secret_key_file", Kind::Text),
    ("documents.scanner", Kind::Text),
];

/// The name of the variable for a key. `DATABASE_URL` has the name everybody else gives it.
pub(super) fn variable(key: &str) -> String {
    match key {
        "database_url" => "DATABASE_URL".to_owned(),
        key => format!("KLAR_{}", key.replace('.', "_").to_ascii_uppercase()),
    }
}

/// What the environment says. An empty variable says nothing.
pub(super) fn settings(variables: &[(String, String)]) -> Result<Settings, ConfigError> {
    let mut all = Table::new();
    for (name, text) in variables.iter().filter(|(_, text)| !text.is_empty()) {
        let Some((key, kind)) = KEYS.iter().find(|(key, _)| variable(key) == *name) else {
            // `KLAR_TEST_…` belongs to the tests.
            if name.starts_with("KLAR_") && !name.starts_with("KLAR_TEST_") && name != "KLAR_CONFIG" {
                return Err(ConfigError::UnknownVariable(name.clone()));
            }
            continue;
        };
        let wrong = |what: String| ConfigError::Variable { name: name.clone(), what };
        let value = kind.read(text).map_err(|what| wrong(what.to_owned()))?;
        let mut alone = Table::new();
        put(&mut alone, key, value.clone());
        read(alone).map_err(|error| wrong(error.message().to_owned()))?;
        put(&mut all, key, value);
    }
    read(all).map_err(|error| ConfigError::Unusable(error.message().to_owned()))
}

fn read(table: Table) -> Result<Settings, toml::de::Error> {
    Settings::deserialize(Value::Table(table))
}

fn put(table: &mut Table, key: &str, value: Value) {
    match key.split_once('.') {
        None => {
            table.insert(key.to_owned(), value);
        }
        Some((section, key)) => {
            if let Value::Table(section) = table.entry(section).or_insert_with(|| Value::Table(Table::new())) {
                section.insert(key.to_owned(), value);
            }
        }
    }
}

impl Kind {
    fn read(self, text: &str) -> Result<Value, &'static str> {
        match self {
            Self::Text => Ok(Value::String(text.to_owned())),
            Self::List => {
                let parts = text.split([',', ' ']).filter(|part| !part.is_empty());
                Ok(Value::Array(parts.map(|part| Value::String(part.to_owned())).collect()))
            }
            Self::Number => text.parse().map(Value::Integer).map_err(|_| "expected a whole number"),
            Self::Bool => text.parse().map(Value::Boolean).map_err(|_| "expected `true` or `false`"),
        }
    }
}
