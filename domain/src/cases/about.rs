//! Whom a case is about: one member, several by name, or everybody at a place.

use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::identity::OrgNumber;
use crate::{Code, InvalidId, MemberId, UnitId};

use super::CaseKind;

/// A case about fewer is about one member.
pub const GROUP_MIN: u32 = 2;
/// The most members one case can be about by name. What concerns more is about everybody at a place.
pub const GROUP_MAX: u32 = 50;

/// Whom a new case is about. Whether the viewer may see these members, and open a case there, is for the store to decide.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum About {
    /// One member.
    Member(MemberId),
    /// Several, each once: see [`About::group`].
    Members(Vec<MemberId>),
    /// All in a club or at a workplace; nobody is named.
    Everybody(Place),
}

impl About {
    /// Several members, from [`GROUP_MIN`] to [`GROUP_MAX`] of them, each counted once.
    pub fn group(members: impl IntoIterator<Item = MemberId>) -> Result<Self, Code> {
        let mut each: Vec<MemberId> = Vec::new();
        for member in members {
            if !each.contains(&member) {
                each.push(member);
            }
        }
        match u32::try_from(each.len()).unwrap_or(u32::MAX) {
            0 => Err(Code::Missing),
            few if few < GROUP_MIN => Err(Code::TooFew { min: GROUP_MIN }),
            many if many > GROUP_MAX => Err(Code::TooMany { max: GROUP_MAX }),
            _ => Ok(Self::Members(each)),
        }
    }

    /// How many it is about.
    pub const fn kind(&self) -> CaseKind {
        match self {
            Self::Member(_) => CaseKind::Individual,
            Self::Members(_) => CaseKind::Group,
            Self::Everybody(_) => CaseKind::Collective,
        }
    }

    /// Those it names.
    pub fn members(&self) -> &[MemberId] {
        match self {
            Self::Member(member) => std::slice::from_ref(member),
            Self::Members(members) => members,
            Self::Everybody(_) => &[],
        }
    }
}

/// Where everybody is: a club, or one workplace in it. Written as `club` or `club/workplace`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// The club, which the case belongs to.
    pub club: UnitId,
    /// The workplace, when it is not the whole club.
    pub workplace: Option<OrgNumber>,
}

impl std::fmt::Display for Place {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.workplace {
            Some(workplace) => write!(f, "{}/{workplace}", self.club),
            None => self.club.fmt(f),
        }
    }
}

impl FromStr for Place {
    type Err = InvalidId;
    fn from_str(text: &str) -> Result<Self, InvalidId> {
        let (club, workplace) = text.split_once('/').map_or((text, None), |(club, workplace)| (club, Some(workplace)));
        let workplace = workplace.map(|number| number.parse().map_err(|_| InvalidId)).transpose()?;
        Ok(Self { club: club.parse()?, workplace })
    }
}

/// What a place is called.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Everybody {
    /// All in this club.
    Club(String),
    /// All at this workplace.
    Workplace(String),
}

/// Places to choose from.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlacePage {
    /// Clubs first, then workplaces, each by name.
    pub places: Vec<(Place, Everybody)>,
    /// Whether there are more than are shown.
    pub more: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn member(n: u32) -> MemberId {
        MemberId(uuid::Uuid::from_u128(n.into()))
    }

    #[test]
    fn a_group_is_from_two_to_fifty_each_once() {
        assert_eq!(About::group([]), Err(Code::Missing));
        assert_eq!(About::group([member(1), member(1)]), Err(Code::TooFew { min: 2 }));
        assert_eq!(About::group([member(2), member(1), member(2)]).unwrap().members(), [member(2), member(1)]);
        assert_eq!(About::group((0..GROUP_MAX).map(member)).unwrap().members().len(), 50);
        assert_eq!(About::group((0..=GROUP_MAX).map(member)), Err(Code::TooMany { max: 50 }));
    }

    #[test]
    fn a_place_survives_the_form() {
        let club = UnitId(uuid::Uuid::from_u128(7));
        for place in [Place { club, workplace: None }, Place { club, workplace: OrgNumber::from_eight_digits(31_000_010) }] {
            assert_eq!(place.to_string().parse(), Ok(place));
        }
        for text in ["", "/", "x/123456785", "00000000-0000-0000-0000-000000000007/", "00000000-0000-0000-0000-000000000007/1"] {
            assert_eq!(text.parse::<Place>(), Err(InvalidId), "{text}");
        }
    }
}
