//! A line of the file as a row of its table.

use domain::registry::{EmploymentLine, MandateLine, MemberLine, Protection, UnitLine};
use domain::{EmploymentId, MandateId, MemberId, Timestamp, UnitId, text};
use sea_orm::ActiveValue::Set;
use uuid::Uuid;

use crate::StoreError;
use crate::crypto::{Indexer, Keys, Place};
use crate::entity::{employment, mandate, member, unit};

use super::table::{Ids, Write};

/// What [`domain::registry::check`] has made sure of, so that this is a fault of the program, not of the file.
fn id_of(ids: &Ids<'_>, key: &str, table: &'static str) -> Result<Uuid, StoreError> {
    ids.get(key).ok_or(StoreError::Inconsistent { table, what: "a checked line refers to something that is nowhere" })
}

/// A national id as it is stored.
pub(super) struct Sealed {
    pub(super) national_id: Vec<u8>,
    pub(super) index: Vec<u8>,
}

pub(super) fn seal(line: &MemberLine, id: Uuid, keys: &Keys, indexer: &Indexer) -> Result<Sealed, StoreError> {
    let place = Place::new("members", "national_id", MemberId(id));
    Ok(Sealed { national_id: keys.seal(&place, line.national_id.expose().as_bytes())?, index: indexer.index(&line.national_id) })
}

pub(super) fn unit(line: &UnitLine, write: &Write, units: &Ids<'_>, now: Timestamp) -> Result<unit::ActiveModel, StoreError> {
    let successor = line.replaced_by.as_deref().map(|key| id_of(units, key, "units")).transpose()?;
    let parent = line.parent.as_deref().map(|key| id_of(units, key, "units")).transpose()?;
    Ok(unit::ActiveModel {
        id: Set(UnitId(write.id)),
        registry_key: Set(line.id.clone()),
        kind: Set(line.kind),
        name: Set(line.name.clone()),
        parent_id: Set(parent.map(UnitId)),
        phone: Set(line.phone.clone()),
        email: Set(line.email.clone()),
        digest: Set(write.digest.clone()),
        ended_at: Set(successor.map(|_| now)),
        replaced_by: Set(successor.map(UnitId)),
    })
}

pub(super) fn member(line: &MemberLine, write: &Write, sealed: &Sealed, units: &Ids<'_>) -> Result<member::ActiveModel, StoreError> {
    let protection = line.protection.unwrap_or(Protection::None);
    // A graded address is never stored: what is not here cannot leak from here.
    let address = |part: &Option<String>| part.clone().filter(|_| protection == Protection::None);
    let full = full_name(line);
    Ok(member::ActiveModel {
        id: Set(MemberId(write.id)),
        registry_key: Set(line.id.clone()),
        national_id: Set(sealed.national_id.clone()),
        national_id_index: Set(sealed.index.clone()),
        given_name: Set(line.given_name.clone()),
        family_name: Set(line.family_name.clone()),
        name_search: Set(text::searched(&full)),
        name_sort: Set(text::sort_key(&full)),
        kind: Set(line.kind),
        section: Set(line.section),
        local_id: Set(UnitId(id_of(units, &line.local, "members")?)),
        joined_on: Set(line.joined),
        left_on: Set(line.left),
        email: Set(line.email.clone()),
        phone: Set(line.phone.clone()),
        street: Set(address(&line.street)),
        postal_code: Set(address(&line.postal_code)),
        city: Set(address(&line.city)),
        language: Set(line.language),
        protection: Set(protection),
        shielded: Set(line.shielded.unwrap_or(false)),
        digest: Set(write.digest.clone()),
        ended_at: Set(None),
    })
}

/// A name in the order of lists.
pub(super) fn full_name(line: &MemberLine) -> String {
    format!("{} {}", line.family_name, line.given_name)
}

pub(super) fn employment(line: &EmploymentLine, write: &Write, members: &Ids<'_>) -> Result<employment::ActiveModel, StoreError> {
    Ok(employment::ActiveModel {
        id: Set(EmploymentId(write.id)),
        registry_key: Set(line.id.clone()),
        member_id: Set(MemberId(id_of(members, &line.member, "employments")?)),
        workplace_number: Set(line.workplace),
        title: Set(line.title.clone()),
        position_code: Set(line.position_code.clone()),
        percent: Set(i32::from(line.percent)),
        tariff_area: Set(line.tariff_area),
        from_date: Set(line.from),
        to_date: Set(line.to),
        digest: Set(write.digest.clone()),
        ended_at: Set(None),
    })
}

pub(super) fn mandate(
    line: &MandateLine,
    write: &Write,
    mandates: &Ids<'_>,
    members: &Ids<'_>,
    units: &Ids<'_>,
) -> Result<mandate::ActiveModel, StoreError> {
    let substitute_for = line.substitute_for.as_deref().map(|key| id_of(mandates, key, "mandates")).transpose()?;
    Ok(mandate::ActiveModel {
        id: Set(MandateId(write.id)),
        registry_key: Set(line.id.clone()),
        member_id: Set(MemberId(id_of(members, &line.member, "mandates")?)),
        office: Set(line.office),
        unit_id: Set(UnitId(id_of(units, &line.unit, "mandates")?)),
        workplace_number: Set(line.workplace),
        from_date: Set(line.from),
        to_date: Set(line.last_day()),
        term_ends_on: Set(line.to),
        revoked_on: Set(line.revoked),
        elected_on: Set(line.elected),
        employer_notified_on: Set(line.employer_notified),
        substitute_for: Set(substitute_for.map(MandateId)),
        digest: Set(write.digest.clone()),
        ended_at: Set(None),
    })
}
