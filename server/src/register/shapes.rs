//! A page of a change feed, as the register writes it.

use domain::identity::OrgNumber;
use serde::Deserialize;

/// The page. `_embedded` is absent when there is nothing new.
#[derive(Debug, Deserialize)]
pub(super) struct FeedPage {
    #[serde(rename = "_embedded")]
    embedded: Option<Embedded>,
}

#[derive(Debug, Deserialize)]
struct Embedded {
    #[serde(rename = "oppdaterteEnheter", alias = "oppdaterteUnderenheter", default)]
    changes: Vec<Line>,
}

#[derive(Debug, Deserialize)]
struct Line {
    oppdateringsid: i64,
    organisasjonsnummer: String,
    #[serde(default)]
    dato: String,
    #[serde(default)]
    endringstype: Kind,
    /// Objects of RFC 6902; some say a flat list. Only read for whether the unit has come under another one.
    #[serde(default)]
    endringer: Vec<serde_json::Value>,
}

/// What kind of change.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
pub(super) enum Kind {
    Ny,
    Endring,
    Sletting,
    Fjernet,
    /// `Ukjent`, or a kind that came after this program.
    #[default]
    #[serde(other)]
    Ukjent,
}

/// One change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Change {
    pub(super) id: i64,
    /// `None` for a number that is none: nothing can be asked about it.
    pub(super) number: Option<OrgNumber>,
    pub(super) kind: Kind,
    pub(super) day: Option<domain::Date>,
    /// Whether the unit may have come under another one.
    pub(super) moves: bool,
}

impl FeedPage {
    pub(super) fn changes(self) -> Vec<Change> {
        let lines = self.embedded.map(|embedded| embedded.changes).unwrap_or_default();
        lines.into_iter().map(Change::from).collect()
    }
}

impl From<Line> for Change {
    fn from(line: Line) -> Self {
        let is_parent = |patch: &serde_json::Value| {
            let path = patch.get("path").unwrap_or(patch).as_str();
            path.is_some_and(|path| path.starts_with("/overordnetEnhet"))
        };
        Self {
            id: line.oppdateringsid,
            number: line.organisasjonsnummer.parse().ok(),
            kind: line.endringstype,
            day: line.dato.get(..10).and_then(|day| day.parse().ok()),
            moves: line.endringer.iter().any(is_parent),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<Change> {
        serde_json::from_str::<FeedPage>(text).unwrap().changes()
    }

    #[test]
    fn nothing_new_is_a_page_without_contents() {
        assert_eq!(read(r#"{"_links":{"self":{"href":"x"}},"page":{"size":10,"totalElements":0,"totalPages":0,"number":0}}"#), []);
    }

    #[test]
    fn changes_of_every_kind_are_read() {
        let line =
            |more: &str| format!(r#"{{"oppdateringsid":7,"dato":"2022-07-05T04:01:39.613Z","organisasjonsnummer":"310000019"{more}}}"#);
        let page = |key: &str, line: &str| format!(r#"{{"_embedded":{{"{key}":[{line}]}},"_links":{{}}}}"#);
        for (text, kind, moves) in [
            (line(r#","endringstype":"Ny""#), Kind::Ny, false),
            (line(r#","endringstype":"Fjernet""#), Kind::Fjernet, false),
            (line(r#","endringstype":"Noe helt nytt""#), Kind::Ukjent, false),
            (line(""), Kind::Ukjent, false),
            (line(r#","endringstype":"Endring","endringer":[{"op":"replace","path":"/navn","value":"X"}]"#), Kind::Endring, false),
            (
                line(r#","endringstype":"Endring","endringer":[{"op":"replace","path":"/overordnetEnhet","value":"1"}]"#),
                Kind::Endring,
                true,
            ),
            (line(r#","endringstype":"Endring","endringer":["replace","/overordnetEnhet","1"]"#), Kind::Endring, true),
        ] {
            for key in ["oppdaterteEnheter", "oppdaterteUnderenheter"] {
                let changes = read(&page(key, &text));
                assert_eq!((changes[0].id, changes[0].kind, changes[0].moves), (7, kind, moves), "{text}");
                assert_eq!(changes[0].day, Some("2022-07-05".parse().unwrap()));
            }
        }
        assert_eq!(read(&page("oppdaterteEnheter", r#"{"oppdateringsid":8,"organisasjonsnummer":"123"}"#))[0].number, None);
    }
}
