//! What the file, or the environment, may say: every key optional, no other key allowed.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use super::ConfigError;
use super::values::{
    ClaimsFrom, ClientAuth, Every, IssuerUrl, LogFormat, NationalIds, PublicUrl, RegisterUrl, ScannerAddress, Secret, SigningAlg,
};

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Settings {
    pub(super) listen: Option<SocketAddr>,
    pub(super) public_url: Option<PublicUrl>,
    pub(super) site_root: Option<PathBuf>,
    pub(super) data: Option<PathBuf>,
    pub(super) database_url: Option<Secret>,
    pub(super) audit_checkpoints: Option<PathBuf>,
    pub(super) national_ids: Option<NationalIds>,
    pub(super) backups_kept_days: Option<u16>,
    pub(super) registry: RegistrySettings,
    pub(super) members: MembersSettings,
    pub(super) log: LogSettings,
    pub(super) oidc: Option<OidcSettings>,
    pub(super) register: RegisterSettings,
    pub(super) documents: DocumentsSettings,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct RegistrySettings {
    pub(super) hold_members_percent: Option<u8>,
    pub(super) hold_mandates_percent: Option<u8>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct MembersSettings {
    pub(super) searches_per_minute: Option<u32>,
    pub(super) searches_per_day: Option<u32>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct LogSettings {
    pub(super) format: Option<LogFormat>,
    pub(super) filter: Option<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct OidcSettings {
    pub(super) issuer: Option<IssuerUrl>,
    pub(super) client_id: Option<String>,
    pub(super) client_secret: Option<Secret>,
    pub(super) client_secret_file: Option<PathBuf>,
    pub(super) client_auth: Option<ClientAuth>,
    pub(super) scopes: Option<Vec<String>>,
    pub(super) national_id_claim: Option<String>,
    pub(super) claims_from: Option<ClaimsFrom>,
    pub(super) accepted_acr: Option<Vec<String>>,
    pub(super) acr_values: Option<Vec<String>>,
    pub(super) signing_algs: Option<Vec<SigningAlg>>,
    pub(super) require_iss: Option<bool>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct RegisterSettings {
    pub(super) address: Option<RegisterUrl>,
    pub(super) follow: Option<bool>,
    pub(super) every: Option<Every>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct DocumentsSettings {
    pub(super) folder: Option<PathBuf>,
    pub(super) s3_endpoint: Option<RegisterUrl>,
    pub(super) s3_bucket: Option<String>,
    pub(super) s3_region: Option<String>,
    pub(super) s3_access_key: Option<String>,
    pub(super) s3_secret_key: Option<Secret>,
    pub(super) s3_secret_key_file: Option<PathBuf>,
    pub(super) scanner: Option<ScannerAddress>,
}

impl Settings {
    pub(super) fn read(path: &Path) -> Result<Self, ConfigError> {
        let shown = path.display().to_string();
        let text = std::fs::read_to_string(path).map_err(|source| ConfigError::Unreadable { path: shown.clone(), source })?;
        Self::parse(&text, &shown)
    }

    /// The parser's own message would quote the whole line, and a line may hold a secret; its short one does not.
    pub(super) fn parse(text: &str, path: &str) -> Result<Self, ConfigError> {
        toml::from_str(text).map_err(|error| {
            let start = error.span().map_or(0, |span| span.start);
            let line = 1 + text.bytes().take(start).filter(|byte| *byte == b'\n').count();
            ConfigError::File { path: path.to_owned(), line, what: error.message().to_owned() }
        })
    }

    /// These settings where there are any, the others elsewhere.
    pub(super) fn over(self, other: Self) -> Self {
        Self {
            listen: self.listen.or(other.listen),
            public_url: self.public_url.or(other.public_url),
            site_root: self.site_root.or(other.site_root),
            data: self.data.or(other.data),
            database_url: self.database_url.or(other.database_url),
            audit_checkpoints: self.audit_checkpoints.or(other.audit_checkpoints),
            national_ids: self.national_ids.or(other.national_ids),
            backups_kept_days: self.backups_kept_days.or(other.backups_kept_days),
            registry: RegistrySettings {
                hold_members_percent: self.registry.hold_members_percent.or(other.registry.hold_members_percent),
                hold_mandates_percent: self.registry.hold_mandates_percent.or(other.registry.hold_mandates_percent),
            },
            members: MembersSettings {
                searches_per_minute: self.members.searches_per_minute.or(other.members.searches_per_minute),
                searches_per_day: self.members.searches_per_day.or(other.members.searches_per_day),
            },
            log: LogSettings { format: self.log.format.or(other.log.format), filter: self.log.filter.or(other.log.filter) },
            oidc: match (self.oidc, other.oidc) {
                (Some(these), Some(others)) => Some(these.over(others)),
                (these, others) => these.or(others),
            },
            documents: self.documents.over(other.documents),
            register: RegisterSettings {
                address: self.register.address.or(other.register.address),
                follow: self.register.follow.or(other.register.follow),
                every: self.register.every.or(other.register.every),
            },
        }
    }
}

impl DocumentsSettings {
    fn over(self, other: Self) -> Self {
        // What says where documents lie, or how a secret is known, takes the place of what says it otherwise.
        let other = match (self.folder.is_some(), self.s3_endpoint.is_some()) {
            (true, _) => Self { scanner: other.scanner, ..Self::default() },
            (false, true) => Self { folder: None, ..other },
            (false, false) => other,
        };
        let own_secret = self.s3_secret_key.is_some() || self.s3_secret_key_file.is_some();
        let (key, file) = if own_secret { (None, None) } else { (other.s3_secret_key, other.s3_secret_key_file) };
        Self {
            folder: self.folder.or(other.folder),
            s3_endpoint: self.s3_endpoint.or(other.s3_endpoint),
            s3_bucket: self.s3_bucket.or(other.s3_bucket),
            s3_region: self.s3_region.or(other.s3_region),
            s3_access_key: self.s3_access_key.or(other.s3_access_key),
            s3_secret_key: self.s3_secret_key.or(key),
            s3_secret_key_file: self.s3_secret_key_file.or(file),
            scanner: self.scanner.or(other.scanner),
        }
    }
}

impl OidcSettings {
    fn over(self, other: Self) -> Self {
        // A secret given in one way takes the place of one given in the other.
        let own_secret = self.client_secret.is_some() || self.client_secret_file.is_some();
        let other_secret = if own_secret { (None, None) } else { (other.client_secret, other.client_secret_file) };
        Self {
            issuer: self.issuer.or(other.issuer),
            client_id: self.client_id.or(other.client_id),
            client_secret: self.client_secret.or(other_secret.0),
            client_secret_file: self.client_secret_file.or(other_secret.1),
            client_auth: self.client_auth.or(other.client_auth),
            scopes: self.scopes.or(other.scopes),
            national_id_claim: self.national_id_claim.or(other.national_id_claim),
            claims_from: self.claims_from.or(other.claims_from),
            accepted_acr: self.accepted_acr.or(other.accepted_acr),
            acr_values: self.acr_values.or(other.acr_values),
            signing_algs: self.signing_algs.or(other.signing_algs),
            require_iss: self.require_iss.or(other.require_iss),
        }
    }
}
