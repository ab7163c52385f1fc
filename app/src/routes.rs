//! Every address, as a function: no page puts one together by itself.

mod cases;
mod documents;
mod lifecycle;
mod links;
mod meetings;
mod members;
mod org;
mod outsiders;
mod participants;
pub(crate) mod paths;
mod settings;

pub use self::cases::*;
pub use self::documents::*;
pub use self::lifecycle::*;
pub use self::links::*;
pub use self::meetings::*;
pub use self::members::*;
pub use self::org::*;
pub use self::outsiders::*;
pub use self::participants::*;
pub use self::settings::*;
pub use domain::address::encode;

use domain::access_log::{LogAsked, LogCursor};
use domain::identity::OrgNumber;
use domain::{ImportId, IncidentId, MemberId};

use crate::login::LoginFailure;

/// The front page, when nobody is logged in.
pub const FRONT: &str = "/";

/// Today.
pub const TODAY: &str = "/i-dag";

/// Begins a login.
pub const LOGIN: &str = "/logg-inn";

/// Where the identity provider sends people back to.
pub const LOGIN_CALLBACK: &str = "/logg-inn/svar";

/// Why a login failed.
pub const LOGIN_FAILED: &str = "/logg-inn/feil";

/// Ends the session (POST).
pub const LOGOUT: &str = "/logg-ut";

/// Chooses a language (POST).
pub const LANGUAGE: &str = "/sprak";

/// For those who are known but hold no office.
pub const WITHOUT_MANDATE: &str = "/uten-verv";
/// Says in an address that a form was refused, and that nothing of it is kept.
pub const NOT_SAVED: &str = "ikke-lagret";

/// Members.
pub const MEMBERS: &str = "/medlemmer";

/// What is to be known before the list is taken out as a file.
pub const MEMBER_FILE: &str = "/medlemmer/fil";

/// Where that form is sent (POST); the answer is the file.
pub const MEMBER_FILE_MADE: &str = "/medlemmer/fil/hent";

/// The viewer's own named filters.
pub const SEGMENTS: &str = "/medlemmer/utvalg";

/// Says in an address what was just done to a segment.
pub const SEGMENT_DONE: &str = "gjort";

/// Employers and workplaces.
pub const EMPLOYERS: &str = "/arbeidsgivere";

/// One's own part of the organisation.
pub const ORGANISATION: &str = "/organisasjon";

/// Cases.
pub const CASES: &str = "/saker";

/// What is to be known before the list of cases is taken out as a file.
pub const CASE_FILE: &str = "/saker/fil";

/// Where that form is sent (POST); the answer is the file.
pub const CASE_FILE_MADE: &str = "/saker/fil/hent";

/// The viewer's own named filters of the case list.
pub const CASE_SEGMENTS: &str = "/saker/utvalg";

/// The same task in several cases.
pub const MANY_TASKS: &str = "/saker/felles-oppgave";

/// A new case.
pub const NEW_CASE: &str = "/saker/ny";

/// Who am I, language, log out.
pub const MORE: &str = "/mer";

/// The viewer's own mandates, and what they give.
pub const MY_MANDATES: &str = "/mer/verv";

/// Where the viewer is logged in.
pub const MY_SESSIONS: &str = "/mer/innlogginger";

/// Says in an address that a session was ended.
pub const LOGGED_OUT: &str = "logget-ut";

/// The access log.
pub const ACCESS_LOG: &str = "/innsyn";

/// The files of the registry, for the administrator.
pub const IMPORTS: &str = "/import";

/// What can be set in the portal.
pub const SETTINGS: &str = "/innstillinger";

/// The access matrix.
pub const MATRIX: &str = "/innstillinger/tilgang";

/// A new office.
pub const NEW_OFFICE: &str = "/innstillinger/nytt-verv";

/// Its versions.
pub const POLICY_VERSIONS: &str = "/innstillinger/versjoner";

/// The case types.
pub const CASE_TYPES: &str = "/innstillinger/sakstyper";

/// Another file of them.
pub const EDIT_CASE_TYPES: &str = "/innstillinger/sakstyper/endre";

/// The last page before it is put in force.
pub const CHECK_CASE_TYPES: &str = "/innstillinger/sakstyper/endre/sjekk";

/// What would this person see? Finding them.
pub const HOLDERS: &str = "/innstillinger/person";

/// Says in an address that a new version was put in force.
pub const IN_FORCE: &str = "lagret";

/// Says in an address that somebody was quicker.
pub const TOO_LATE: &str = "for-sent";

/// Says in an address that what was typed first is saved, and what stands in the form now is not.
pub const SAVED_FIRST: &str = "lagret-forst";

/// Says in an address that what was typed when the session ended is kept.
pub const TYPED: &str = "skrevet";

/// Where the server functions live.
pub const API: &str = "/api";

/// A form whose key was used for something else: that is saved, and what was typed now stands in the form.
pub fn saved_first(form: &str) -> String {
    let joint = if form.contains('?') { '&' } else { '?' };
    format!("{form}{joint}{SAVED_FIRST}=1")
}

/// The page for a failed login.
pub fn login_failed(why: LoginFailure, incident: IncidentId) -> String {
    format!("{LOGIN_FAILED}?hvorfor={}&id={incident}", why.code())
}

/// The front page, saying that one has logged out.
pub fn front_after_logout() -> String {
    format!("{FRONT}?utlogget=1")
}

/// The front page, saying that one was away too long, and where one was going.
pub fn front_after_timeout(to: &str) -> String {
    format!("{FRONT}?borte=1&til={}", encode(to))
}

/// The same, saying that what was typed is kept.
pub fn front_after_timeout_kept(to: &str) -> String {
    format!("{FRONT}?borte=1&{TYPED}=1&til={}", encode(to))
}

/// For those who hold no office (any more) and sent a form: nothing of it is saved or kept.
pub fn without_mandate_not_saved() -> String {
    format!("{WITHOUT_MANDATE}?{NOT_SAVED}=1")
}

/// The front page, remembering where one was going.
pub fn front_on_the_way_to(to: &str) -> String {
    format!("{FRONT}?til={}", encode(to))
}

/// Begins a login that ends at `to`, a path of our own.
pub fn login_to(to: &str) -> String {
    format!("{LOGIN}?til={}", encode(to))
}

/// Whether a page may be seen by anybody.
pub fn is_public(path: &str) -> bool {
    matches!(path, FRONT | LOGIN | LOGIN_CALLBACK | LOGIN_FAILED | LOGOUT | LANGUAGE)
}

/// An employer or a workplace.
pub fn employer(number: OrgNumber) -> String {
    format!("{EMPLOYERS}/{number}")
}

/// One import of the registry.
pub fn import(id: ImportId) -> String {
    format!("{IMPORTS}/{id}")
}

/// The same after an answer to it; `done` unless it came too late.
pub fn import_after(id: ImportId, done: bool) -> String {
    if done { import(id) } else { format!("{}?{TOO_LATE}=1", import(id)) }
}

/// The viewer's sessions, after one or more were ended.
pub fn my_sessions_after() -> String {
    format!("{MY_SESSIONS}?{LOGGED_OUT}=1")
}

/// The access log, narrowed.
pub fn access_log(asked: &LogAsked, after: Option<LogCursor>) -> String {
    let mut address = Address::new(ACCESS_LOG);
    address.with("om", &asked.about).with("av", &asked.by).with("fra", &asked.from).with("til", &asked.to);
    if let Some(after) = after {
        address.with("etter", &format!("{}~{}", after.seq, after.at.0));
    }
    address.done()
}

/// The other way: reads the place in the list that [`access_log`] wrote.
pub fn log_cursor(text: &str) -> Option<LogCursor> {
    let (seq, at) = text.split_once('~')?;
    Some(LogCursor { at: domain::Timestamp(at.parse().ok()?), seq: seq.parse().ok()? })
}

/// Who has read about a member.
pub fn read_about(id: MemberId) -> String {
    format!("{ACCESS_LOG}/{id}")
}

/// The same as a file.
pub fn read_about_file(id: MemberId) -> String {
    format!("{ACCESS_LOG}/{id}/oppslag.csv")
}

/// The pattern of [`read_about_file`], for the server's own router.
pub const READ_ABOUT_FILE: &str = "/innsyn/{id}/oppslag.csv";

/// A path to return to, if it is one of ours: `//host`, `\host` and whole addresses are not.
pub fn own_path(path: &str) -> Option<&str> {
    let ours = path.starts_with('/') && !path.starts_with("//") && !path.contains('\\') && !path.chars().any(char::is_control);
    (ours && path.len() < 500).then_some(path)
}

/// Builds an address with a query.
struct Address {
    text: String,
    first: bool,
}

impl Address {
    fn new(path: &str) -> Self {
        Self { text: path.to_owned(), first: true }
    }

    fn with(&mut self, name: &str, value: &str) -> &mut Self {
        if !value.is_empty() {
            self.text.push(if self.first { '?' } else { '&' });
            self.text.push_str(name);
            self.text.push('=');
            self.text.push_str(&encode(value));
            self.first = false;
        }
        self
    }

    /// Names and values that are an address already.
    fn with_written(&mut self, pairs: &str) -> &mut Self {
        if !pairs.is_empty() {
            self.text.push(if self.first { '?' } else { '&' });
            self.text.push_str(pairs);
            self.first = false;
        }
        self
    }

    fn done(self) -> String {
        self.text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_our_own_paths_are_returned_to() {
        for path in ["/saker", "/saker/ny?x=1", "/"] {
            assert_eq!(own_path(path), Some(path));
        }
        for path in ["//evil.example", "/\\evil.example", "https://evil.example", "saker", "", "/a\nb"] {
            assert_eq!(own_path(path), None, "{path}");
        }
    }
}
