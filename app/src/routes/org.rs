//! The organisation.

use domain::UnitId;
use domain::org::{BelowCursor, Shortfall, ShortfallCursor};

use super::{Address, ORGANISATION};

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
