//! From the register's entity to our row, and from a row to the facts that the rule compares.

use domain::employers::Facts;
use domain::{Date, Timestamp};

use crate::entity::employer_unit::Model;

use super::Entity;

/// The row for an entity. Of a deleted one the register has forgotten almost everything; we have not.
pub(super) fn of(entity: Entity, digest: Vec<u8>, old: Option<&Model>, now: Timestamp) -> Model {
    let gone_on = |today: Date| entity.slettedato.or_else(|| entity.is_deleted().then_some(today));
    let closed_on = entity.nedleggelsesdato.or(gone_on(now.oslo_date()));
    if let Some(old) = old.filter(|old| entity.is_deleted() && old.removed_at.is_none()) {
        return Model { closed_on: old.closed_on.or(closed_on), digest, read_at: Some(now), ..old.clone() };
    }
    let address = entity.address();
    let heads = entity.heads();
    let text = |code: &Option<super::entity::Code>| code.as_ref().and_then(|code| code.beskrivelse.clone());
    Model {
        number: entity.organisasjonsnummer,
        kind: if entity.is_workplace() { "underenhet" } else { "enhet" }.to_owned(),
        name: Some(entity.readable_name()).filter(|name| !name.is_empty()).unwrap_or_else(|| entity.organisasjonsnummer.spaced()),
        form: entity.form().to_owned(),
        parent_number: entity.overordnet_enhet,
        street: address.street(),
        city: address.place(),
        postal_code: address.postnummer,
        municipality: address.kommune,
        employees: heads,
        bankrupt: entity.konkurs,
        winding_up: entity.under_avvikling || entity.under_tvangsavvikling_eller_tvangsopplosning,
        closed_on,
        digest,
        form_name: text(&entity.organisasjonsform),
        industry: text(&entity.naeringskode1),
        industry_code: entity.naeringskode1.as_ref().map(|code| code.kode.clone()),
        sector: text(&entity.institusjonell_sektorkode),
        sector_code: entity.institusjonell_sektorkode.as_ref().map(|code| code.kode.clone()),
        phone: entity.phone(),
        registered_name: Some(entity.navn),
        website: entity.hjemmeside,
        email: entity.epostadresse,
        registered_on: entity.registreringsdato,
        founded_on: entity.stiftelsesdato,
        started_on: entity.oppstartsdato,
        owner_changed_on: entity.dato_eierskifte,
        bankrupt_on: entity.konkursdato,
        winding_up_on: entity.under_avvikling_dato,
        employees_baseline: old.and_then(baseline).or(heads),
        read_at: Some(now),
        removed_at: None,
    }
}

/// What is left of a unit that the register took out of its open data: that it was, and where it lay. Its number is its
/// name.
pub(super) fn tombstone(old: &Model, now: Timestamp) -> Model {
    Model {
        name: old.number.spaced(),
        registered_name: None,
        street: None,
        postal_code: None,
        city: None,
        municipality: None,
        website: None,
        email: None,
        phone: None,
        employees: None,
        // What comes back is something new.
        digest: Vec::new(),
        read_at: Some(now),
        removed_at: Some(now),
        ..old.clone()
    }
}

/// The number of people that the next one is compared with.
pub(super) fn baseline(row: &Model) -> Option<i64> {
    row.employees_baseline.or(row.employees)
}

/// What the rule compares.
pub(super) fn facts(row: &Model) -> Facts {
    Facts {
        parent: row.parent_number,
        heads: row.employees,
        bankrupt: row.bankrupt,
        bankrupt_on: row.bankrupt_on,
        winding_up: row.winding_up,
        winding_up_on: row.winding_up_on,
        closed_on: row.closed_on,
        owner_changed_on: row.owner_changed_on,
        removed: row.removed_at.is_some(),
    }
}
