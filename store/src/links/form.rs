//! The form that links a case to another.

use domain::lifecycle::Deed;
use domain::links::{LinkForm, LinkTyped};
use domain::{CaseId, FieldErrors};
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder, QuerySelect};

use crate::access_log::Look;
use crate::cases::CaseWork;
use crate::drafts::Draft;
use crate::entity::case;
use crate::{Store, StoreError, Viewer, scope};

/// So many other cases are offered; the rest are found by their numbers.
const OFFERED: u64 = 10;

impl Store {
    /// What a case is linked to and what it can be linked to, for those who may; the look is logged.
    pub async fn link_form(&self, viewer: &Viewer, case: CaseId) -> Result<LinkForm, StoreError> {
        let work = self.unless_guessing(viewer, CaseWork::shown(&self.db, viewer, case, Deed::Add).await).await?;
        self.log_look(viewer, Look::Case(case)).await?;
        let links = self.links(viewer, work.readable()).await?;
        let others = scope::cases_about_the_same(work.readable(), viewer)
            .filter(case::Column::Id.is_not_in(links.iter().map(|link| link.case.id)))
            .order_by_desc(case::Column::UpdatedAt)
            .order_by_desc(case::Column::Id)
            .limit(OFFERED)
            .all(&self.db)
            .await?;
        let draft = self.draft::<LinkTyped>(viewer, &domain::drafts::new_link(case)).await?;
        let Draft { typed, errors } = draft.unwrap_or_else(|| Draft { typed: LinkTyped::default(), errors: FieldErrors::default() });
        Ok(LinkForm {
            case,
            number: work.readable().number(),
            others: self.case_rows(viewer, others).await?,
            links,
            typed,
            errors,
            today: viewer.today,
        })
    }
}
