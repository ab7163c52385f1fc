//! Whom a case about several is about, for whoever changes that.

use domain::cases::{CaseKind, GROUP_MAX, PartiesForm, Person};
use domain::lifecycle::Deed;
use domain::members::MemberFilter;
use domain::{CaseId, Code, Field, MemberId};
use sea_orm::ConnectionTrait;

use crate::access_log::Look;
use crate::members::names;
use crate::{Store, StoreError, Viewer, scope};

use super::club::{open_in, wrong};
use super::{CaseWork, Readable};

impl Store {
    /// The form for those who work on a case about several: whom it is about, and members to choose from. The looks are
    /// logged.
    pub async fn parties_form(&self, viewer: &Viewer, case: CaseId, query: &str) -> Result<PartiesForm, StoreError> {
        let found = Readable::find(&self.db, viewer, case).await;
        let case = self.unless_guessing(viewer, found).await?;
        case.allows(viewer, Deed::Add)?;
        of_several(&case)?;
        self.log_look(viewer, Look::Case(case.id())).await?;
        let there = parties(&self.db, viewer, case.id()).await?;
        let names = names::of(&self.db, there.iter().copied()).await?;
        let mut people: Vec<Person> = there.iter().map(|id| Person { id: *id, name: names.get(id).cloned().unwrap_or_default() }).collect();
        people.sort_by_cached_key(|person| domain::text::sort_key(&person.name));
        let mut found = self.members(viewer, &MemberFilter { query: query.to_owned(), ..MemberFilter::default() }).await?;
        found.rows.retain(|row| !there.contains(&row.id));
        let errors = self.draft::<()>(viewer, &domain::drafts::parties(case.id())).await?.unwrap_or_default().errors;
        Ok(PartiesForm { case: case.id(), number: case.number(), query: query.to_owned(), people, found, errors })
    }
}

/// Those whom the case is about, as far as the viewer is told.
pub(super) async fn parties(db: &impl ConnectionTrait, viewer: &Viewer, case: CaseId) -> Result<Vec<MemberId>, StoreError> {
    Ok(scope::parties_of(viewer, [case]).all(db).await?.into_iter().map(|row| row.member_id).collect())
}

/// Only a case about several has members to be added or taken out.
pub(super) fn of_several(case: &Readable) -> Result<(), StoreError> {
    if case.row().kind == CaseKind::Group { Ok(()) } else { Err(StoreError::Forbidden) }
}

/// Proves that this member can be one of those whom the case is about: as when it was opened, in the case's own club.
pub(super) async fn may_be_added(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    work: &CaseWork,
    there: &[MemberId],
    member: MemberId,
) -> Result<(), StoreError> {
    let case = work.readable();
    let open = open_in(db, viewer, &[member], &[case.sensitivity()]).await?;
    let clubs = open.get(&member).filter(|clubs| !clubs.is_empty()).ok_or_else(|| wrong(Field::Member, Code::NotOffered))?;
    if !clubs.contains(&case.unit()) {
        return Err(wrong(Field::Member, Code::NoSharedClub));
    }
    if there.len() >= GROUP_MAX as usize {
        return Err(wrong(Field::Member, Code::TooMany { max: GROUP_MAX }));
    }
    Ok(())
}
