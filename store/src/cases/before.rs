//! What is worth knowing before a case is made.

use domain::cases::{About, Before, CaseKind, CaseRow, CaseType, ENDINGS_AMONG, Endings, Joined, OutcomeCode, Sensitivity, Status};
use domain::{Date, MemberId, UnitId};
use sea_orm::sea_query::Query;
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder, QuerySelect};

use crate::access_log::Look;
use crate::entity::{case, case_party, member};
use crate::members::names;
use crate::{Store, StoreError, Viewer, scope};

use super::PAGE_SIZE;
use super::club::club_of;

impl Store {
    /// The cases about these members or this place that may be the one about to be made, as far as the viewer may read
    /// them; who of them had not joined when it happened; and how such cases have ended in the club. Where no case may be
    /// opened, the answer is that of [`Store::open_case`].
    pub async fn before_case(
        &self,
        viewer: &Viewer,
        about: &About,
        kind: Option<&CaseType>,
        happened: Option<Date>,
    ) -> Result<Before, StoreError> {
        let facts = kind.and_then(|kind| viewer.case_types.offer(*kind));
        let sensitivities = facts.map_or_else(|| Sensitivity::ALL.to_vec(), |facts| vec![facts.sensitivity]);
        let club = club_of(&self.db, viewer, about, &sensitivities).await?;
        let joined = self.joined(viewer, about.members()).await?;
        let found = match about {
            About::Member(member) => {
                self.log_look(viewer, Look::Member(*member)).await?;
                self.cases_about(viewer, *member).await?
            }
            About::Members(members) => {
                // Of several, only those are looked at of whom something is told.
                for (member, one) in &joined {
                    if domain::cases::joined_later(one.on, happened) {
                        self.log_look(viewer, Look::Member(*member)).await?;
                    }
                }
                self.log_look(viewer, Look::CaseList).await?;
                self.cases_about_any(viewer, members).await?
            }
            About::Everybody(_) => {
                self.log_look(viewer, Look::CaseList).await?;
                match kind {
                    Some(kind) => self.cases_about_more(viewer, club, *kind).await?,
                    None => Vec::new(),
                }
            }
        };
        let joined = joined.into_iter().map(|(_, joined)| joined).collect();
        let mut before = Before::of(found, kind, joined, happened, viewer.today);
        if let Some(kind) = kind {
            before.endings = self.endings(viewer, club, *kind).await?;
        }
        Ok(before)
    }

    /// Since when these are members.
    async fn joined(&self, viewer: &Viewer, members: &[MemberId]) -> Result<Vec<(MemberId, Joined)>, StoreError> {
        let rows: Vec<(MemberId, Date)> = scope::members(viewer)
            .filter(member::Column::Id.is_in(members.iter().copied()))
            .select_only()
            .columns([member::Column::Id, member::Column::JoinedOn])
            .into_tuple()
            .all(&self.db)
            .await?;
        let names = names::of(&self.db, rows.iter().map(|(id, _)| *id)).await?;
        let mut joined: Vec<(MemberId, Joined)> =
            rows.into_iter().map(|(id, on)| (id, Joined { name: names.get(&id).cloned().unwrap_or_default(), on })).collect();
        joined.sort_by_cached_key(|(_, one)| domain::text::sort_key(&one.name));
        Ok(joined)
    }

    /// The latest cases about any of these members, as far as the viewer may read them.
    async fn cases_about_any(&self, viewer: &Viewer, members: &[MemberId]) -> Result<Vec<CaseRow>, StoreError> {
        let about = Query::select()
            .column(case_party::Column::CaseId)
            .from(case_party::Entity)
            .and_where(case_party::Column::MemberId.is_in(members.iter().copied()))
            .to_owned();
        let rows = scope::cases(viewer).filter(case::Column::Id.in_subquery(about)).filter(case::Column::ErasedAt.is_null());
        let rows = rows.order_by_desc(case::Column::UpdatedAt).limit(PAGE_SIZE).all(&self.db).await?;
        self.case_rows(viewer, rows).await
    }

    /// The latest cases of a type about more than one in a club, as far as the viewer may read them.
    async fn cases_about_more(&self, viewer: &Viewer, club: UnitId, case_type: CaseType) -> Result<Vec<CaseRow>, StoreError> {
        let rows = scope::cases(viewer)
            .filter(case::Column::UnitId.eq(club))
            .filter(case::Column::CaseType.eq(case_type))
            .filter(case::Column::Kind.ne(CaseKind::Individual))
            .filter(case::Column::ErasedAt.is_null())
            .order_by_desc(case::Column::UpdatedAt)
            .limit(PAGE_SIZE)
            .all(&self.db)
            .await?;
        self.case_rows(viewer, rows).await
    }

    /// How the latest closed cases of a type in a club ended, of those that the viewer may read: numbers alone. One
    /// question, however many there are.
    async fn endings(&self, viewer: &Viewer, club: UnitId, case_type: CaseType) -> Result<Option<Endings>, StoreError> {
        let rows: Vec<(Option<OutcomeCode>, MemberId)> = scope::cases(viewer)
            .filter(case::Column::UnitId.eq(club))
            .filter(case::Column::CaseType.eq(case_type))
            .filter(case::Column::Status.eq(Status::Closed))
            .filter(case::Column::Outcome.is_not_null())
            .filter(case::Column::ErasedAt.is_null())
            .order_by_desc(case::Column::UpdatedAt)
            .limit(ENDINGS_AMONG)
            .select_only()
            .columns([case::Column::Outcome, case::Column::OwnerId])
            .into_tuple()
            .all(&self.db)
            .await?;
        let ended: Vec<(OutcomeCode, bool)> =
            rows.into_iter().filter_map(|(outcome, owner)| Some((outcome?, owner == viewer.person()))).collect();
        Ok(Endings::of(&ended))
    }
}
