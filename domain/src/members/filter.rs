//! What a member list is narrowed to, as an address and a saved segment write it.

use serde::{Deserialize, Serialize};

use crate::address;
use crate::code::code_enum;
use crate::identity::OrgNumber;
use crate::registry::{Section, TariffArea};
use crate::text;

use super::MemberCursor;

/// The names of the filters in the address.
pub mod names {
    /// One workplace.
    pub const WORKPLACE: &str = "arbeidsplass";
    /// The beginning of a position's words.
    pub const POSITION: &str = "stilling";
    /// An occupational section.
    pub const SECTION: &str = "seksjon";
    /// A tariff area.
    pub const AREA: &str = "tariff";
    /// New since.
    pub const SINCE: &str = "ny";
    /// Without contact.
    pub const CONTACT: &str = "kontakt";
    /// The only value of [`CONTACT`].
    pub const WITHOUT: &str = "uten";
}

/// The longest text for a position, in characters.
pub const POSITION_MAX: u32 = 100;

code_enum! {
    /// How long ago somebody became a member at most. Told by length, so that a saved segment means the same next month.
    pub enum Since {
        /// Seven days.
        Week = "7",
        /// Thirty days.
        Month = "30",
        /// Ninety days.
        Quarter = "90",
        /// A year.
        Year = "365",
    }
}

impl Since {
    /// How many days.
    pub const fn days(self) -> i32 {
        match self {
            Self::Week => 7,
            Self::Month => super::NEW_FOR_DAYS,
            Self::Quarter => 90,
            Self::Year => 365,
        }
    }
}

/// What the list is narrowed to. What is asked of a job (workplace, position, tariff area) is asked of one and the same.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MemberFilter {
    /// Words as typed; each must begin a word in the name.
    pub query: String,
    /// One workplace.
    pub workplace: Option<OrgNumber>,
    /// What a word of the job title begins with, as typed; empty for any.
    pub position: String,
    /// One occupational section.
    pub section: Option<Section>,
    /// One tariff area.
    pub area: Option<TariffArea>,
    /// New since.
    pub since: Option<Since>,
    /// Only those for whom the registry has neither telephone nor e-mail, and whose contact the viewer may see.
    pub without_contact: bool,
    /// Where the page begins: the last row of the page before.
    pub after: Option<MemberCursor>,
}

impl MemberFilter {
    /// The filter with these words, and what `narrowing` says as [`MemberFilter::narrowing`] writes it. What cannot be
    /// read narrows nothing.
    pub fn read(query: String, narrowing: &str) -> Self {
        let mut filter = Self { query, ..Self::default() };
        for (name, value) in address::pairs(narrowing) {
            match name.as_str() {
                names::WORKPLACE => filter.workplace = value.parse().ok(),
                names::POSITION => filter.position = text::line(&value, POSITION_MAX).unwrap_or_default(),
                names::SECTION => filter.section = value.parse().ok(),
                names::AREA => filter.area = value.parse().ok(),
                names::SINCE => filter.since = value.parse().ok(),
                names::CONTACT => filter.without_contact = value == names::WITHOUT,
                _ => {}
            }
        }
        filter
    }

    /// Each filter in force but the words, with its name, always in the same order.
    pub fn pairs(&self) -> Vec<(&'static str, String)> {
        let pairs = [
            (names::WORKPLACE, self.workplace.map(|number| number.to_string())),
            (names::POSITION, Some(self.position.clone())),
            (names::SECTION, self.section.map(|section| section.to_string())),
            (names::AREA, self.area.map(|area| area.to_string())),
            (names::SINCE, self.since.map(|since| since.to_string())),
            (names::CONTACT, self.without_contact.then(|| names::WITHOUT.to_owned())),
        ];
        pairs.into_iter().filter_map(|(name, value)| Some((name, value.filter(|value| !value.is_empty())?))).collect()
    }

    /// The same as part of an address; empty when nothing is narrowed. Two filters that say the same are written alike.
    pub fn narrowing(&self) -> String {
        let pairs = self.pairs().into_iter().map(|(name, value)| format!("{name}={}", address::encode(&value)));
        pairs.collect::<Vec<_>>().join("&")
    }

    /// The same without one of its filters.
    pub fn without(&self, name: &str) -> Self {
        let kept = self.pairs().into_iter().filter(|(own, _)| *own != name);
        let kept: Vec<_> = kept.map(|(name, value)| format!("{name}={}", address::encode(&value))).collect();
        Self::read(self.query.clone(), &kept.join("&"))
    }

    /// Whether anything but words narrows the list.
    pub fn is_narrowed(&self) -> bool {
        !self.pairs().is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use proptest::sample::select;

    fn any_filter() -> impl Strategy<Value = MemberFilter> {
        let some = |seldom: f64| prop::bool::weighted(seldom);
        let workplace = some(0.5).prop_map(|there| there.then(|| OrgNumber::from_eight_digits(31_000_000)).flatten());
        let codes =
            (prop::option::of(select(Section::ALL)), prop::option::of(select(TariffArea::ALL)), prop::option::of(select(Since::ALL)));
        (".*", workplace, ".*", codes, some(0.5)).prop_map(|(query, workplace, position, (section, area, since), without_contact)| {
            let position = text::line(&position, POSITION_MAX).unwrap_or_default();
            MemberFilter { query, workplace, position, section, area, since, without_contact, after: None }
        })
    }

    proptest! {
        #[test]
        fn a_filter_survives_the_address(filter in any_filter()) {
            let read = MemberFilter::read(filter.query.clone(), &filter.narrowing());
            prop_assert_eq!(&read, &filter);
            prop_assert_eq!(read.is_narrowed(), !filter.narrowing().is_empty());
        }

        #[test]
        fn each_filter_can_be_undone_alone(filter in any_filter()) {
            for (name, _) in filter.pairs() {
                let mut rest = filter.pairs();
                rest.retain(|(own, _)| *own != name);
                prop_assert_eq!(filter.without(name).pairs(), rest);
            }
        }

        #[test]
        fn any_text_is_answered(narrowing in ".*") {
            let filter = MemberFilter::read(String::new(), &narrowing);
            prop_assert_eq!(MemberFilter::read(String::new(), &filter.narrowing()), filter);
        }
    }

    #[test]
    fn what_cannot_be_read_narrows_nothing() {
        for narrowing in ["arbeidsplass=1&seksjon=alle&tariff=&ny=31&kontakt=ja", "q=kari&etter=x", "stilling=%00", "stilling=+"] {
            assert!(!MemberFilter::read(String::new(), narrowing).is_narrowed(), "{narrowing}");
        }
        let long = format!("stilling={}", "a".repeat(5_000));
        assert!(!MemberFilter::read(String::new(), &long).is_narrowed());
    }
}
