//! Members: the list, its named filters and its file, and cards.

use domain::identity::OrgNumber;
use domain::members::{MemberCursor, MemberFilter};
use domain::{MemberId, SegmentId};

use super::{Address, MEMBER_FILE, MEMBERS, SEGMENT_DONE, SEGMENTS};

/// A member's card.
pub fn member(id: MemberId) -> String {
    format!("{MEMBERS}/{id}")
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cursors_survive_the_address() {
        let id = MemberId(uuid::Uuid::from_u128(7));
        let cursor = MemberCursor { key: "{rlig ~ | }se & co".to_owned(), id };
        let address = members("blå åker", "", Some(&cursor));
        assert_eq!(address.split_once("q=").map(|(_, rest)| rest.starts_with("bl%C3%A5%20%C3%A5ker&etter=")), Some(true), "{address}");
        assert_eq!(member_cursor(&format!("{id}~{}", cursor.key)), Some(cursor));
        assert_eq!(member_cursor("nonsense"), None);
    }
}
