//! Who looked at what: one row for each look, written before the answer is sent.

use domain::{CaseId, ImportId, MemberId};
use sea_orm::{ActiveValue::NotSet, ActiveValue::Set, ConnectionTrait, EntityTrait};
use uuid::Uuid;

use crate::entity::access_log;
use crate::{Store, StoreError, Viewer};

/// A look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// A member's card was opened.
    Member(MemberId),
    /// A list of members was shown or searched.
    MemberList,
    /// A case was opened.
    Case(CaseId),
    /// A list of cases was shown.
    CaseList,
    /// The page Today was shown: own tasks and cases, and the newest members.
    Today,
    /// A held file of the registry was approved.
    ImportApproved(ImportId),
    /// A held file of the registry was rejected.
    ImportRejected(ImportId),
}

impl Look {
    fn parts(self) -> (&'static str, &'static str, Option<Uuid>) {
        match self {
            Self::Member(id) => ("open", "member", Some(id.0)),
            Self::MemberList => ("list", "member", None),
            Self::Case(id) => ("open", "case", Some(id.0)),
            Self::CaseList => ("list", "case", None),
            Self::Today => ("list", "today", None),
            Self::ImportApproved(id) => ("approve", "import", Some(id.0)),
            Self::ImportRejected(id) => ("reject", "import", Some(id.0)),
        }
    }
}

impl Store {
    /// Writes one look.
    pub(crate) async fn log_look(&self, viewer: &Viewer, look: Look) -> Result<(), StoreError> {
        let tx = self.begin().await?;
        log_in(&tx, self, viewer, look).await?;
        tx.commit().await?;
        Ok(())
    }
}

pub(crate) async fn log_in(db: &impl ConnectionTrait, store: &Store, viewer: &Viewer, look: Look) -> Result<(), StoreError> {
    let (action, kind, subject) = look.parts();
    access_log::Entity::insert(access_log::ActiveModel {
        seq: NotSet,
        at: Set(store.clock.now()),
        person_id: Set(viewer.person()),
        action: Set(action.to_owned()),
        subject_kind: Set(kind.to_owned()),
        subject_id: Set(subject),
        request_id: Set(viewer.request_id.clone()),
    })
    .exec_without_returning(db)
    .await?;
    Ok(())
}
