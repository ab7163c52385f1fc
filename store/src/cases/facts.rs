//! What the rule must know of a case.

use domain::access::{CaseFacts, UnitFacts};
use domain::org::UnitKind;
use domain::{Date, UnitId};
use sea_orm::ConnectionTrait;

use crate::StoreError;
use crate::entity::case;
use crate::scope::{self, told};

/// The unit that has a case, or one above it.
#[derive(Debug)]
pub(super) struct Place {
    pub(super) unit: UnitId,
    pub(super) kind: UnitKind,
    pub(super) name: String,
}

/// What the rule must know of a case, and where its unit lies, in one question.
pub(super) async fn facts(db: &impl ConnectionTrait, row: &case::Model, today: Date) -> Result<(CaseFacts, Vec<Place>), StoreError> {
    let mut facts = CaseFacts {
        unit: UnitFacts::default(),
        owner: row.owner_id,
        participants: Vec::new(),
        conflicted: Vec::new(),
        sensitivity: row.sensitivity,
    };
    let mut places = Vec::new();
    for row in db.query_all(&scope::case_facts(row.id, row.unit_id, today)).await? {
        match row.try_get_by_index(0)? {
            told::TAKES_PART => facts.participants.push((row.try_get_by_index(1)?, row.try_get_by_index(2)?)),
            told::KEPT_OUT => facts.conflicted.push(row.try_get_by_index(1)?),
            told::UNIT => {
                places.push(Place { unit: row.try_get_by_index(1)?, kind: row.try_get_by_index(2)?, name: row.try_get_by_index(3)? })
            }
            told::EMPLOYER => facts.unit.employers.push(row.try_get_by_index(2)?),
            _ => return Err(StoreError::Inconsistent { table: "cases", what: "a fact of no known kind" }),
        }
    }
    facts.unit.units = places.iter().map(|place| place.unit).collect();
    Ok((facts, places))
}
