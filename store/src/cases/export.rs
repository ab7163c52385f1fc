//! The case list as a file: what the list shows, and no more.

use std::collections::HashSet;

use domain::access::CaseAction;
use domain::cases::{CASE_EXPORT_ROWS, CaseExport, CaseFilter};
use domain::members::ExportOrder;
use domain::registry::Protection;
use domain::{FieldErrors, MemberId};
use sea_orm::{ColumnTrait, Condition, QueryFilter, QuerySelect};

use crate::access_log::Look;
use crate::entity::{case, member};
use crate::members::names;
use crate::{Store, StoreError, Viewer, scope};

use super::list::{Listed, detail};

impl Store {
    /// How many cases a file with this filter would hold; logged as the list it is.
    pub async fn exportable_cases(&self, viewer: &Viewer, filter: &CaseFilter) -> Result<u64, StoreError> {
        let all_known = self.cases_in_reach(viewer, CaseAction::Know).await?;
        let total = self.count_listed(viewer, &Listed::of(viewer, filter), all_known).await?;
        self.log_detailed(viewer, Look::CaseList, &detail(viewer, filter, total)).await?;
        Ok(total)
    }

    /// The contents of a file, with the look logged: who, how many, which filter, what for.
    ///
    /// Made with the rights of this moment, by the same scope as the list. A file can be passed on: protected members are
    /// not named in it, whoever makes it. More than [`CASE_EXPORT_ROWS`] are refused, and so is a file with nothing in
    /// it; to those who know of no case at all, there is no file.
    pub async fn export_cases(&self, viewer: &Viewer, filter: &CaseFilter, order: ExportOrder) -> Result<CaseExport, StoreError> {
        self.may_search(viewer)?;
        let filter = CaseFilter { after: None, ..filter.clone() };
        let all_known = self.cases_in_reach(viewer, CaseAction::Know).await?;
        if all_known == 0 {
            return Err(StoreError::NotFound);
        }
        let listed = self.listed(viewer, &Listed::of(viewer, &filter), all_known, CASE_EXPORT_ROWS + 1).await?;
        if listed.is_empty() || listed.len() as u64 > CASE_EXPORT_ROWS {
            return Err(StoreError::Invalid(FieldErrors::default()));
        }
        let unnamed = self.names_in_no_file(viewer, &listed).await?;
        let mut rows = self.known_rows(viewer, listed).await?;
        for row in &mut rows {
            row.about.retain(|name| !unnamed.contains(name));
            if unnamed.contains(&row.owner) {
                row.owner.clear();
            }
        }
        let mut detail = detail(viewer, &filter, rows.len() as u64);
        detail.narrowed.push(format!("file={}", order.kind));
        detail.purpose = Some((order.purpose.code().to_owned(), order.why.clone()));
        let offices = detail.offices.clone();
        self.log_search(viewer, Look::CasesTakenOut, &detail).await?;
        Ok(CaseExport { made_by: viewer.name().to_owned(), offices, made_at: self.clock.now(), order, filter, rows })
    }

    /// The names of those among owners and parties who are in no file.
    async fn names_in_no_file(&self, viewer: &Viewer, rows: &[case::Model]) -> Result<HashSet<String>, StoreError> {
        let parties = scope::parties_of(viewer, rows.iter().map(|row| row.id)).all(&self.db).await?;
        let mut people: Vec<MemberId> =
            parties.into_iter().map(|party| party.member_id).chain(rows.iter().map(|row| row.owner_id)).collect();
        people.sort_unstable();
        people.dedup();
        let hidden: Vec<MemberId> = scope::persons_named(people)
            .filter(Condition::any().add(member::Column::Protection.ne(Protection::None)).add(member::Column::Shielded.eq(true)))
            .select_only()
            .column(member::Column::Id)
            .into_tuple()
            .all(&self.db)
            .await?;
        Ok(names::of(&self.db, hidden).await?.into_values().collect())
    }
}
