//! Form parameters under OAuth's rules: none twice, an empty one counts as absent.

use url::form_urlencoded;

#[derive(Debug, Clone, Default)]
pub(super) struct Params(Vec<(String, String)>);

/// The same parameter was sent more than once (RFC 6749, 3.1 and 3.2).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Twice;

impl Params {
    pub(super) fn parse(encoded: &str) -> Self {
        Self(form_urlencoded::parse(encoded.as_bytes()).into_owned().collect())
    }

    /// The value of a parameter that was sent at most once.
    pub(super) fn once(&self, name: &str) -> Result<Option<&str>, Twice> {
        let mut values = self.0.iter().filter(|(key, _)| key == name);
        match (values.next(), values.next()) {
            (_, Some(_)) => Err(Twice),
            (found, None) => Ok(found.map(|(_, value)| value.as_str()).filter(|value| !value.is_empty())),
        }
    }

    /// The first value, for parameters of our own pages where nobody gains by sending two.
    pub(super) fn first(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(key, value)| key == name && !value.is_empty()).map(|(_, value)| value.as_str())
    }

    pub(super) fn has_doubles(&self) -> bool {
        self.0.iter().any(|(name, _)| self.once(name).is_err())
    }
}

/// The same query with one parameter replaced.
pub(super) fn with(query: &str, name: &str, value: &str) -> String {
    form_urlencoded::Serializer::new(String::new())
        .extend_pairs(form_urlencoded::parse(query.as_bytes()).filter(|(key, _)| key != name))
        .append_pair(name, value)
        .finish()
}
