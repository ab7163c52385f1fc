//! Every address, as a function: no page puts one together by itself.

pub use domain::address::encode;

use domain::access_log::{LogAsked, LogCursor};
use domain::identity::OrgNumber;
use domain::members::{MemberCursor, MemberFilter};
use domain::org::{BelowCursor, Office, Shortfall, ShortfallCursor};
use domain::settings::{Proposed, Step};
use domain::{CaseId, ImportId, IncidentId, MemberId, SegmentId, UnitId};

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
/// Its versions.
pub const POLICY_VERSIONS: &str = "/innstillinger/versjoner";
/// What would this person see? Finding them.
pub const HOLDERS: &str = "/innstillinger/person";
/// Says in an address that a new version was put in force.
pub const IN_FORCE: &str = "lagret";
/// Says in an address that somebody was quicker.
pub const TOO_LATE: &str = "for-sent";
/// Where the server functions live.
pub const API: &str = "/api";

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

/// A member's card.
pub fn member(id: MemberId) -> String {
    format!("{MEMBERS}/{id}")
}

/// An employer or a workplace.
pub fn employer(number: OrgNumber) -> String {
    format!("{EMPLOYERS}/{number}")
}

/// The member list, narrowed. Empty text and `None` leave a filter out; `narrowing` is as [`MemberFilter::narrowing`]
/// writes it, an address already.
pub fn members(query: &str, narrowing: &str, after: Option<&MemberCursor>) -> String {
    let mut address = Address::new(MEMBERS);
    address.with("q", query).with_written(narrowing);
    if let Some(after) = after {
        address.with("etter", &format!("{}~{}", after.id, after.key));
    }
    address.done()
}

/// The members at one workplace.
pub fn members_at(workplace: OrgNumber) -> String {
    members("", &MemberFilter { workplace: Some(workplace), ..MemberFilter::default() }.narrowing(), None)
}

/// The page before the list is taken out.
pub fn member_file(query: &str, narrowing: &str) -> String {
    let mut address = Address::new(MEMBER_FILE);
    address.with("q", query).with_written(narrowing);
    address.done()
}

/// The viewer's segments, and the form that names this filter, if there is one.
pub fn segments(narrowing: &str) -> String {
    let mut address = Address::new(SEGMENTS);
    address.with_written(narrowing);
    address.done()
}

/// One segment.
pub fn segment(id: SegmentId) -> String {
    format!("{SEGMENTS}/{id}")
}

/// The segments, with a word about what was just done.
pub fn segments_after(done: SegmentDone) -> String {
    format!("{SEGMENTS}?{SEGMENT_DONE}={}", done.code())
}

/// What was just done to a segment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SegmentDone {
    /// It was saved.
    Saved,
    /// It has another name.
    Renamed,
    /// It is no more.
    Removed,
}

impl SegmentDone {
    /// The word in the address.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Saved => "lagret",
            Self::Renamed => "endret",
            Self::Removed => "slettet",
        }
    }

    /// Reads the word in the address.
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Saved, Self::Renamed, Self::Removed].into_iter().find(|done| done.code() == code)
    }
}

/// The other way: reads what [`members`] wrote.
pub fn member_cursor(text: &str) -> Option<MemberCursor> {
    let (id, key) = text.split_once('~')?;
    Some(MemberCursor { key: key.to_owned(), id: id.parse().ok()? })
}

/// A unit of the organisation.
pub fn unit(id: UnitId, after: Option<&BelowCursor>) -> String {
    let mut address = Address::new(&format!("{ORGANISATION}/{id}"));
    if let Some(after) = after {
        address.with("etter", &format!("{}~{}", after.id, after.key));
    }
    address.done()
}

/// The other way: reads the place among the units below that [`unit`] wrote.
pub fn below_cursor(text: &str) -> Option<BelowCursor> {
    let (id, key) = text.split_once('~')?;
    Some(BelowCursor { key: key.to_owned(), id: id.parse().ok()? })
}

/// The word for a list of what is missing.
pub const fn shortfall(kind: Shortfall) -> &'static str {
    match kind {
        Shortfall::NoRepresentative => "uten-tillitsvalgt",
        Shortfall::Expiring => "utloper",
        Shortfall::NotNotified => "uten-beskjed",
    }
}

/// What is missing in a unit.
pub fn shortfalls(id: UnitId, kind: Shortfall, after: Option<&ShortfallCursor>) -> String {
    let mut address = Address::new(&format!("{ORGANISATION}/{id}/{}", shortfall(kind)));
    if let Some(after) = after {
        address.with("etter", &format!("{}~{}", after.id, after.key));
    }
    address.done()
}

/// The other way: reads the place in the list that [`shortfalls`] wrote.
pub fn shortfall_cursor(text: &str) -> Option<ShortfallCursor> {
    let (id, key) = text.split_once('~')?;
    Some(ShortfallCursor { key: key.to_owned(), id: id.parse::<UnitId>().ok()?.0 })
}

/// A case.
pub fn case(id: CaseId) -> String {
    format!("{CASES}/{id}")
}

/// A case, with a word about what was just done to it.
pub fn case_after(id: CaseId, what: Done) -> String {
    format!("{CASES}/{id}?{}=1", what.code())
}

/// What was just done to a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Done {
    /// It was made.
    Opened,
    /// A note was added.
    Noted,
    /// A task was added.
    Tasked,
    /// A task was ticked, or a tick taken back.
    Ticked,
    /// Somebody else changed it first.
    Changed,
}

impl Done {
    /// All.
    pub const ALL: [Self; 5] = [Self::Opened, Self::Noted, Self::Tasked, Self::Ticked, Self::Changed];

    /// The word in the address.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Opened => "ny",
            Self::Noted => "notat",
            Self::Tasked => "oppgave",
            Self::Ticked => "huket",
            Self::Changed => "endret",
        }
    }
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

/// A new note.
pub fn new_note(id: CaseId) -> String {
    format!("{CASES}/{id}/notat")
}

/// A new task.
pub fn new_task(id: CaseId) -> String {
    format!("{CASES}/{id}/oppgave")
}

/// A new case about somebody.
pub fn new_case_about(member: MemberId) -> String {
    format!("{NEW_CASE}?medlem={member}")
}

/// One step of a new case.
pub fn new_case(draft: &str, step: domain::cases::Step) -> String {
    use domain::cases::Step;
    let step = match step {
        Step::About => "hva",
        Step::Who => "hvem",
        Step::What => "hendelse",
        Step::Check => "sjekk",
    };
    format!("{NEW_CASE}/{draft}/{step}")
}

/// The first step of a new case, with the member it is about if one was chosen beforehand.
pub fn new_case_first(draft: &str, member: Option<MemberId>) -> String {
    let member = member.map(|id| id.to_string()).unwrap_or_default();
    let mut address = Address::new(&new_case(draft, domain::cases::Step::About));
    address.with("medlem", &member);
    address.done()
}

/// A step of a new case, searching for somebody.
pub fn new_case_who(draft: &str) -> String {
    new_case(draft, domain::cases::Step::Who)
}

/// The case list, narrowed.
pub fn cases(owner: &str, status: &str, case_type: &str, after: Option<&domain::cases::CaseCursor>) -> String {
    let mut address = Address::new(CASES);
    address.with("eier", owner).with("status", status).with("type", case_type);
    if let Some(after) = after {
        address.with("etter", &format!("{}~{}", after.id, after.updated_at.0));
    }
    address.done()
}

/// The other way: reads what [`cases`] wrote.
pub fn case_cursor(text: &str) -> Option<domain::cases::CaseCursor> {
    let (id, at) = text.split_once('~')?;
    Some(domain::cases::CaseCursor { updated_at: domain::Timestamp(at.parse().ok()?), id: id.parse().ok()? })
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

/// The rights of one office.
pub fn office_rights(office: Office) -> String {
    format!("{MATRIX}/{office}")
}

/// One step of changing them.
pub fn change_rights(office: Office, step: Step) -> String {
    let step = match step {
        Step::Rights => "endre",
        Step::Reasons => "hvorfor",
        Step::Check => "sjekk",
    };
    format!("{}/{step}", office_rights(office))
}

/// One version of the access matrix.
pub fn policy_version(version: i32) -> String {
    format!("{POLICY_VERSIONS}/{version}")
}

/// The same, just put in force.
pub fn policy_version_in_force(version: i32) -> String {
    format!("{}?{IN_FORCE}=1", policy_version(version))
}

/// The last page before an earlier version is put in force again.
pub fn bring_back(version: i32) -> String {
    format!("{}/tilbake", policy_version(version))
}

/// The last page before something is put in force.
pub fn check_change(what: Proposed) -> String {
    match what {
        Proposed::Office(office) => change_rights(office, Step::Check),
        Proposed::Version(version) => bring_back(version),
    }
}

/// What somebody who holds an office would see.
pub fn holder(id: MemberId) -> String {
    format!("{HOLDERS}/{id}")
}

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

/// The patterns that the router matches; the only place with `path!`.
pub(crate) mod paths {
    use leptos_router::{ParamSegment, StaticSegment};

    macro_rules! patterns {
        ($($name:ident -> ($($ty:ty),*) = ($($segment:expr),*);)+) => {
            $(pub(crate) fn $name() -> ($($ty,)*) { ($($segment,)*) })+
        };
    }
    type S = StaticSegment<&'static str>;
    type P = ParamSegment;
    patterns! {
        front -> (S) = (StaticSegment(""));
        login_failed -> (S, S) = (StaticSegment("logg-inn"), StaticSegment("feil"));
        without_mandate -> (S) = (StaticSegment("uten-verv"));
        today -> (S) = (StaticSegment("i-dag"));
        members -> (S) = (StaticSegment("medlemmer"));
        member_file -> (S, S) = (StaticSegment("medlemmer"), StaticSegment("fil"));
        segments -> (S, S) = (StaticSegment("medlemmer"), StaticSegment("utvalg"));
        segment -> (S, S, P) = (StaticSegment("medlemmer"), StaticSegment("utvalg"), ParamSegment("id"));
        member -> (S, P) = (StaticSegment("medlemmer"), ParamSegment("id"));
        employer -> (S, P) = (StaticSegment("arbeidsgivere"), ParamSegment("number"));
        organisation -> (S) = (StaticSegment("organisasjon"));
        unit -> (S, P) = (StaticSegment("organisasjon"), ParamSegment("unit"));
        shortfalls -> (S, P, P) = (StaticSegment("organisasjon"), ParamSegment("unit"), ParamSegment("list"));
        cases -> (S) = (StaticSegment("saker"));
        new_case -> (S, S) = (StaticSegment("saker"), StaticSegment("ny"));
        new_case_about -> (S, S, P, S) = (StaticSegment("saker"), StaticSegment("ny"), ParamSegment("draft"), StaticSegment("hva"));
        new_case_who -> (S, S, P, S) = (StaticSegment("saker"), StaticSegment("ny"), ParamSegment("draft"), StaticSegment("hvem"));
        new_case_what -> (S, S, P, S) = (StaticSegment("saker"), StaticSegment("ny"), ParamSegment("draft"), StaticSegment("hendelse"));
        new_case_check -> (S, S, P, S) = (StaticSegment("saker"), StaticSegment("ny"), ParamSegment("draft"), StaticSegment("sjekk"));
        case -> (S, P) = (StaticSegment("saker"), ParamSegment("id"));
        new_note -> (S, P, S) = (StaticSegment("saker"), ParamSegment("id"), StaticSegment("notat"));
        new_task -> (S, P, S) = (StaticSegment("saker"), ParamSegment("id"), StaticSegment("oppgave"));
        access_log -> (S) = (StaticSegment("innsyn"));
        read_about -> (S, P) = (StaticSegment("innsyn"), ParamSegment("id"));
        imports -> (S) = (StaticSegment("import"));
        import -> (S, P) = (StaticSegment("import"), ParamSegment("id"));
        settings -> (S) = (StaticSegment("innstillinger"));
        matrix -> (S, S) = (StaticSegment("innstillinger"), StaticSegment("tilgang"));
        office_rights -> (S, S, P) = (StaticSegment("innstillinger"), StaticSegment("tilgang"), ParamSegment("office"));
        edit_rights -> (S, S, P, S) = (StaticSegment("innstillinger"), StaticSegment("tilgang"), ParamSegment("office"), StaticSegment("endre"));
        edit_reasons -> (S, S, P, S) = (StaticSegment("innstillinger"), StaticSegment("tilgang"), ParamSegment("office"), StaticSegment("hvorfor"));
        check_rights -> (S, S, P, S) = (StaticSegment("innstillinger"), StaticSegment("tilgang"), ParamSegment("office"), StaticSegment("sjekk"));
        policy_versions -> (S, S) = (StaticSegment("innstillinger"), StaticSegment("versjoner"));
        policy_version -> (S, S, P) = (StaticSegment("innstillinger"), StaticSegment("versjoner"), ParamSegment("version"));
        bring_back -> (S, S, P, S) = (StaticSegment("innstillinger"), StaticSegment("versjoner"), ParamSegment("version"), StaticSegment("tilbake"));
        holders -> (S, S) = (StaticSegment("innstillinger"), StaticSegment("person"));
        holder -> (S, S, P) = (StaticSegment("innstillinger"), StaticSegment("person"), ParamSegment("id"));
        more -> (S) = (StaticSegment("mer"));
        my_mandates -> (S, S) = (StaticSegment("mer"), StaticSegment("verv"));
        my_sessions -> (S, S) = (StaticSegment("mer"), StaticSegment("innlogginger"));
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

    #[test]
    fn cursors_survive_the_address() {
        let id = MemberId(uuid_of(7));
        let cursor = MemberCursor { key: "{rlig ~ | }se & co".to_owned(), id };
        let address = members("blå åker", "", Some(&cursor));
        assert_eq!(address.split_once("q=").map(|(_, rest)| rest.starts_with("bl%C3%A5%20%C3%A5ker&etter=")), Some(true), "{address}");
        assert_eq!(member_cursor(&format!("{id}~{}", cursor.key)), Some(cursor));
        assert_eq!(member_cursor("nonsense"), None);
    }

    fn uuid_of(n: u8) -> uuid::Uuid {
        uuid::Uuid::from_u128(u128::from(n))
    }
}
