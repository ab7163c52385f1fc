//! What a case list is narrowed to and how it is sorted, as an address and a saved selection write it.

use serde::{Deserialize, Serialize};

use crate::address;
use crate::code::code_enum;
use crate::{CaseId, Date, Timestamp};

use super::{CaseType, Status};

/// The names of the filters in the address.
pub mod case_names {
    /// Whose.
    pub const WHOSE: &str = "eier";
    /// A status.
    pub const STATUS: &str = "status";
    /// A type.
    pub const TYPE: &str = "type";
    /// The order.
    pub const ORDER: &str = "sorter";
}

code_enum! {
    /// Whose cases a list shows, among those the viewer may know of.
    pub enum Whose {
        /// Those the viewer owns.
        Mine = "meg",
        /// Those the viewer takes part in, without owning them.
        TakingPart = "deltar",
        /// Those of the clubs in which the viewer holds an office.
        Club = "klubb",
    }
}

code_enum! {
    /// How a list is sorted.
    #[derive(Default)]
    pub enum CaseOrder {
        /// The latest change first.
        #[default]
        Latest = "endret",
        /// The nearest date of an open task first, those without one last. Of cases that one may only know of, nothing
        /// is to be learnt of their tasks, not even by their place: they are not in such a list.
        Nearest = "dato",
    }
}

/// Which cases a list shows, and in which order.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseFilter {
    /// Whose; all the viewer may know of when `None`.
    pub whose: Option<Whose>,
    /// One status.
    pub status: Option<Status>,
    /// One type.
    pub case_type: Option<CaseType>,
    /// The order.
    pub order: CaseOrder,
    /// Where the page begins.
    pub after: Option<CaseCursor>,
}

/// A place in the list: the last row of the page before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseCursor {
    /// What that row is sorted by.
    pub mark: CaseMark,
    /// Breaks ties.
    pub id: CaseId,
}

/// What a row is sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum CaseMark {
    /// When the case was last changed.
    Changed(Timestamp),
    /// The nearest date of an open task, if there is one.
    Due(Option<Date>),
}

impl CaseFilter {
    /// What `narrowing` says, as [`CaseFilter::narrowing`] writes it. What cannot be read narrows nothing.
    pub fn read(narrowing: &str) -> Self {
        let mut filter = Self::default();
        for (name, value) in address::pairs(narrowing) {
            match name.as_str() {
                case_names::WHOSE => filter.whose = value.parse().ok(),
                case_names::STATUS => filter.status = value.parse().ok(),
                case_names::TYPE => filter.case_type = value.parse().ok(),
                case_names::ORDER => filter.order = value.parse().unwrap_or_default(),
                _ => {}
            }
        }
        filter
    }

    /// Each filter in force with its name, always in the same order; the order of the list is one when it is not the
    /// ordinary one.
    pub fn pairs(&self) -> Vec<(&'static str, String)> {
        let order = Some(self.order).filter(|order| *order != CaseOrder::default());
        let pairs = [
            (case_names::WHOSE, self.whose.map(|whose| whose.to_string())),
            (case_names::STATUS, self.status.map(|status| status.to_string())),
            (case_names::TYPE, self.case_type.map(|case_type| case_type.to_string())),
            (case_names::ORDER, order.map(|order| order.to_string())),
        ];
        pairs.into_iter().filter_map(|(name, value)| Some((name, value?))).collect()
    }

    /// The same as part of an address; empty when nothing is narrowed. Two filters that say the same are written alike.
    pub fn narrowing(&self) -> String {
        written(self.pairs())
    }

    /// The same without one of its filters.
    pub fn without(&self, name: &str) -> Self {
        Self::read(&written(self.pairs().into_iter().filter(|(own, _)| *own != name)))
    }

    /// Whether anything is narrowed, or sorted otherwise.
    pub fn is_narrowed(&self) -> bool {
        !self.pairs().is_empty()
    }
}

fn written(pairs: impl IntoIterator<Item = (&'static str, String)>) -> String {
    let pairs = pairs.into_iter().map(|(name, value)| format!("{name}={}", address::encode(&value)));
    pairs.collect::<Vec<_>>().join("&")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use proptest::sample::select;

    fn any_filter() -> impl Strategy<Value = CaseFilter> {
        let case_type = "FERIE".parse::<CaseType>().ok();
        let parts = (prop::option::of(select(Whose::ALL)), prop::option::of(select(Status::ALL)), any::<bool>(), select(CaseOrder::ALL));
        parts.prop_map(move |(whose, status, of_type, order)| CaseFilter {
            whose,
            status,
            case_type: case_type.filter(|_| of_type),
            order,
            after: None,
        })
    }

    proptest! {
        #[test]
        fn a_filter_survives_the_address(filter in any_filter()) {
            prop_assert_eq!(CaseFilter::read(&filter.narrowing()), filter);
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
            let filter = CaseFilter::read(&narrowing);
            prop_assert_eq!(CaseFilter::read(&filter.narrowing()), filter);
        }
    }

    #[test]
    fn what_cannot_be_read_narrows_nothing() {
        for narrowing in ["eier=alle&status=&sorter=x", "owner=meg", "status=%00", "eier", "type=%27"] {
            assert!(!CaseFilter::read(narrowing).is_narrowed(), "{narrowing}");
        }
    }
}
