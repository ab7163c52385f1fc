//! The kinds of values, each made valid where it is read, so that the line with the mistake can be named.

use std::path::Path;
use std::time::Duration;

use domain::identity::Accept;
use serde::{Deserialize, Deserializer, de};
use url::{Host, Url};

/// Text that must not be shown. Has no readable `Debug`.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    /// Takes a text that must not be shown.
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// The text.
    pub fn expose(&self) -> &str {
        &self.0
    }

    pub(super) fn from_file(path: &Path) -> Result<Self, String> {
        let text = std::fs::read_to_string(path).map_err(|error| error.to_string())?;
        let text = text.trim_end_matches(['\r', '\n']);
        if text.is_empty() { Err("it is empty".to_owned()) } else { Ok(Self(text.to_owned())) }
    }
}

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secret(…)")
    }
}

impl<'de> Deserialize<'de> for Secret {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        // The ordinary message would repeat a number written without quotes.
        let text = String::deserialize(d).map_err(|_| de::Error::custom("expected text in quotes"))?;
        if text.is_empty() { Err(de::Error::custom("must not be empty")) } else { Ok(Self(text)) }
    }
}

/// Where people find the portal: scheme, host and port, nothing else.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct PublicUrl {
    url: Url,
    origin: String,
}

impl PublicUrl {
    /// As a browser writes it in `Origin`.
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// Whether the connection is encrypted. Where it is not, the host is this machine.
    pub fn is_https(&self) -> bool {
        self.url.scheme() == "https"
    }

    /// The whole address of one of our paths.
    pub fn at(&self, path: &str) -> String {
        format!("{}{path}", self.origin)
    }

    /// The address as such.
    pub fn url(&self) -> &Url {
        &self.url
    }
}

impl TryFrom<String> for PublicUrl {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let url = encrypted_or_local(&text)?;
        if url.path() != "/" || url.query().is_some() || url.fragment().is_some() || !url.username().is_empty() || url.password().is_some()
        {
            return Err(format!("expected scheme, host and port only, as in https://klar.example.org, not `{text}`"));
        }
        let origin = url.origin().ascii_serialization();
        Ok(Self { url, origin })
    }
}

/// The issuer, letter by letter as it was written.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct IssuerUrl(String);

impl IssuerUrl {
    /// The text that `iss` must equal.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether all traffic with the provider must be encrypted.
    pub fn is_https(&self) -> bool {
        self.0.starts_with("https:")
    }

    /// As in a content security policy.
    pub fn origin(&self) -> String {
        Url::parse(&self.0).map_or_else(|_| String::new(), |url| url.origin().ascii_serialization())
    }
}

impl TryFrom<String> for IssuerUrl {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let url = encrypted_or_local(&text)?;
        if url.query().is_some() || url.fragment().is_some() {
            return Err(format!("an issuer has no `?` and no `#`: `{text}`"));
        }
        Ok(Self(text))
    }
}

/// Where the business register is: an address that paths are put behind.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct RegisterUrl(String);

impl RegisterUrl {
    /// Whether all traffic with it must be encrypted.
    pub fn is_https(&self) -> bool {
        self.0.starts_with("https:")
    }

    /// The whole address of one of its paths.
    pub fn at(&self, path: &str) -> String {
        format!("{}/{path}", self.0)
    }
}

impl TryFrom<String> for RegisterUrl {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let url = encrypted_or_local(&text)?;
        if url.query().is_some() || url.fragment().is_some() || !url.username().is_empty() || url.password().is_some() {
            return Err(format!("the register's address has no `?`, no `#` and no user: `{text}`"));
        }
        Ok(Self(url.as_str().trim_end_matches('/').to_owned()))
    }
}

/// Where a virus scanner listens: `tcp://127.0.0.1:3310`, or `unix:/run/clamav/clamd.ctl`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub enum ScannerAddress {
    /// A host and a port.
    Tcp(String),
    /// A socket.
    Unix(std::path::PathBuf),
}

impl TryFrom<String> for ScannerAddress {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let wrong = || format!("expected tcp://host:port or unix:/path/to/socket, not `{text}`");
        if let Some(path) = text.strip_prefix("unix:") {
            return if path.starts_with('/') { Ok(Self::Unix(path.into())) } else { Err(wrong()) };
        }
        let address = text.strip_prefix("tcp://").ok_or_else(wrong)?;
        let (host, port) = address.rsplit_once(':').ok_or_else(wrong)?;
        if host.is_empty() || port.parse::<u16>().is_err() || address.contains('/') {
            Err(wrong())
        } else {
            Ok(Self::Tcp(address.to_owned()))
        }
    }
}

/// A length of time as people write it: `90s`, `15m`, `6h`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct Every(Duration);

impl Every {
    /// How long.
    pub fn duration(self) -> Duration {
        self.0
    }
}

impl Default for Every {
    fn default() -> Self {
        Self(Duration::from_secs(15 * 60))
    }
}

impl TryFrom<String> for Every {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let wrong = || format!("expected a time from one minute to one day, as in 15m or 6h, not `{text}`");
        let unit = text.chars().last().and_then(|unit| [('s', 1), ('m', 60), ('h', 3600)].into_iter().find(|(name, _)| *name == unit));
        let (name, seconds) = unit.ok_or_else(wrong)?;
        let count: u64 = text.trim_end_matches(name).trim_end().parse().map_err(|_| wrong())?;
        let seconds = count.checked_mul(seconds).filter(|seconds| (60..=86_400).contains(seconds)).ok_or_else(wrong)?;
        Ok(Self(Duration::from_secs(seconds)))
    }
}

/// Unencrypted traffic is for one's own machine only.
fn encrypted_or_local(text: &str) -> Result<Url, String> {
    let url = Url::parse(text).map_err(|_| format!("expected an address as in https://klar.example.org, not `{text}`"))?;
    let local = match url.host() {
        Some(Host::Domain(name)) => name == "localhost",
        Some(Host::Ipv4(ip)) => ip.is_loopback(),
        Some(Host::Ipv6(ip)) => ip.is_loopback(),
        None => false,
    };
    match url.scheme() {
        "https" if url.has_host() => Ok(url),
        "http" if local => Ok(url),
        "http" => Err(format!("http is accepted for localhost only, use https: `{text}`")),
        _ => Err(format!("expected an address that begins with https://, not `{text}`")),
    }
}

/// For whom this system is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum NationalIds {
    Synthetic,
    Real,
}

impl From<NationalIds> for Accept {
    fn from(ids: NationalIds) -> Self {
        match ids {
            NationalIds::Synthetic => Self::SyntheticOnly,
            NationalIds::Real => Self::RealOnly,
        }
    }
}

/// How the log is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LogFormat {
    /// For people.
    #[default]
    Text,
    /// For programs: one JSON object on each line.
    Json,
}

/// How the client's secret is sent to the provider.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ClientAuth {
    /// In the `Authorization` header.
    #[default]
    Basic,
    /// In the form.
    Post,
}

/// Where the national id is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ClaimsFrom {
    /// In the ID token.
    #[default]
    IdToken,
    /// At the userinfo endpoint, as JSON or as a signed JWT.
    Userinfo,
}

/// How an ID token may be signed: public keys only, so that whoever can check cannot sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[expect(missing_docs, reason = "the names are those of RFC 7518")]
pub enum SigningAlg {
    #[serde(rename = "RS256")]
    Rs256,
    #[serde(rename = "PS256")]
    Ps256,
    #[serde(rename = "ES256")]
    Es256,
}

impl SigningAlg {
    /// Every one.
    pub const ALL: [Self; 3] = [Self::Rs256, Self::Ps256, Self::Es256];
}
