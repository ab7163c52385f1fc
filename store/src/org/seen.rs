//! A unit that the viewer may see.

use domain::UnitId;
use domain::access::{Action, DataClass, Decision, UnitFacts};
use domain::org::{Shortfall, UnitNamed};
use sea_orm::{ColumnTrait, ConnectionTrait, QueryFilter};

use crate::entity::unit;
use crate::members::facts::of_unit;
use crate::{StoreError, Viewer, scope};

/// The proof that a viewer may see a unit's page, with what of it. The only key to its offices and to what is missing.
#[derive(Debug)]
pub(crate) struct SeenUnit {
    pub(super) row: unit::Model,
    pub(super) facts: UnitFacts,
    mandates: bool,
    statistics: bool,
}

impl SeenUnit {
    /// One who may see neither who holds office in a unit nor its numbers is not told that it is there.
    pub(crate) async fn find(db: &impl ConnectionTrait, viewer: &Viewer, id: UnitId) -> Result<Self, StoreError> {
        let living = scope::units().filter(unit::Column::Id.eq(id)).filter(unit::Column::EndedAt.is_null());
        let row = living.one(db).await?.ok_or(StoreError::NotFound)?;
        Self::of(viewer, row, of_unit(db, id).await?).ok_or(StoreError::NotFound)
    }

    /// The same for a unit whose facts are known.
    pub(super) fn of(viewer: &Viewer, row: unit::Model, facts: UnitFacts) -> Option<Self> {
        let may = |class| viewer.grants.decide_unit(class, Action::See, &facts) == Decision::Allow;
        let (mandates, statistics) = (may(DataClass::Mandates), may(DataClass::Statistics));
        (mandates || statistics).then_some(Self { row, facts, mandates, statistics })
    }

    pub(crate) fn id(&self) -> UnitId {
        self.row.id
    }

    pub(crate) fn shows_mandates(&self) -> bool {
        self.mandates
    }

    pub(crate) fn shows_numbers(&self) -> bool {
        self.statistics
    }

    /// Where representatives are missing is a number about workplaces; a mandate that expires is somebody's.
    pub(crate) fn shows(&self, kind: Shortfall) -> bool {
        match kind {
            Shortfall::NoRepresentative => self.statistics,
            Shortfall::Expiring | Shortfall::NotNotified => self.mandates,
        }
    }

    pub(super) fn named(&self) -> UnitNamed {
        named(&self.row)
    }
}

pub(super) fn named(row: &unit::Model) -> UnitNamed {
    UnitNamed { id: row.id, kind: row.kind, name: row.name.clone() }
}
