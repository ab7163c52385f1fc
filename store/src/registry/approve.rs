//! Saying yes to a held file.

use domain::identity::Accept;
use domain::imports::{ImportState, Limits};
use domain::registry::Line;
use domain::{ImportId, Timestamp};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

use crate::access_log::Look;
use crate::entity::import;
use crate::{Store, StoreError, Viewer, scope};

use super::import::{Asked, Imported, Outcome, Stage};
use super::kept::{Decided, settle};
use super::report::Source;

/// Who decides about a held file.
#[derive(Debug, Clone, Copy)]
pub enum By<'a> {
    /// An administrator, in the portal.
    Person(&'a Viewer),
    /// Somebody at the machine itself.
    Command,
}

impl By<'_> {
    /// An import does not exist for those who may not decide about it.
    pub(super) fn may(self) -> Result<(), StoreError> {
        match self {
            Self::Person(viewer) if !viewer.grants().may_administer_registry() => Err(StoreError::NotFound),
            Self::Person(_) | Self::Command => Ok(()),
        }
    }

    pub(super) fn decided(self, id: ImportId, at: Timestamp) -> Decided {
        let by = match self {
            Self::Person(viewer) => Some(viewer.person()),
            Self::Command => None,
        };
        Decided { id, at, by }
    }
}

impl Store {
    /// Says yes. What the file says is applied by [`Store::finish_approval`], which takes a while; until then, and if it
    /// is broken off, the file is still held, and yes can be said again.
    pub async fn begin_approval(&self, by: By<'_>, id: ImportId) -> Result<(), StoreError> {
        by.may()?;
        let decided = by.decided(id, self.clock.now());
        self.log_decision(&by, id, Look::ImportApproved(id)).await?;
        let tx = self.begin().await?;
        let held = scope::import(id).one(&tx).await?.ok_or(StoreError::NotFound)?;
        let newer = newer(&tx, &held).await?;
        if held.state != ImportState::Held || newer {
            return Err(StoreError::Conflict);
        }
        import::Entity::update_many()
            .col_expr(import::Column::DecidedAt, Expr::value(decided.at))
            .col_expr(import::Column::DecidedBy, Expr::value(decided.by))
            .filter(import::Column::Id.eq(id))
            .exec(&tx)
            .await?;
        tx.commit().await?;
        Ok(())
    }

    /// Writes to the access log that a person decides about a file that is held. The log comes first: a decision that is
    /// then refused after all is better logged than one that is taken and not.
    pub(super) async fn log_decision(&self, by: &By<'_>, id: ImportId, look: Look) -> Result<(), StoreError> {
        let held = scope::import(id).one(&self.db).await?.ok_or(StoreError::NotFound)?;
        match by {
            By::Person(viewer) if held.state == ImportState::Held => self.log_look(viewer, look).await,
            _ => Ok(()),
        }
    }

    /// Applies a held file to which somebody has said yes. It is compared anew: what is there may have changed since.
    pub async fn finish_approval(&self, id: ImportId, progress: fn(Stage)) -> Result<Imported, StoreError> {
        let held = scope::import(id).one(&self.db).await?.ok_or(StoreError::NotFound)?;
        let (ImportState::Held, Some(at)) = (held.state, held.decided_at) else { return Err(StoreError::Conflict) };
        let decided = Decided { id, at, by: held.decided_by };
        let lines = self.held_lines(id).await?;
        let source = Source { command: held.command, files: vec![(held.files, 0)], digest: held.digest };
        let asked = Asked { limits: Limits::NONE, source, progress, ..Asked::of(accepted(&lines)) };
        let imported = self.take_in(&lines, &asked, Some(&decided)).await?;
        if let Outcome::Rejected(_) = imported.outcome {
            let tx = self.begin().await?;
            settle(&tx, &decided, ImportState::Refused, Some((&imported.kept, 0))).await?;
            tx.commit().await?;
        }
        Ok(imported)
    }
}

/// A file was only held after its national ids had been found to be of the kind this system takes.
fn accepted(lines: &[(u64, Line)]) -> Accept {
    let invented = lines.iter().any(|(_, line)| matches!(line, Line::Member(member) if member.national_id.is_synthetic()));
    if invented { Accept::SyntheticOnly } else { Accept::RealOnly }
}

/// Whether a file was taken in after this one: to apply this one now would bring old things back.
pub(super) async fn newer(db: &impl ConnectionTrait, held: &import::Model) -> Result<bool, StoreError> {
    let applied = import::Column::State.is_in([ImportState::Applied, ImportState::Approved]);
    let after =
        scope::imports().filter(applied).filter(import::Column::BegunAt.gt(held.begun_at)).filter(import::Column::Unchanged.eq(false));
    Ok(after.one(db).await?.is_some())
}
