//! The member list as a file: for those who may take it out, and only what they may take out.

use std::collections::{HashMap, HashSet};

use domain::access::{Action, DataClass};
use domain::members::{EXPORT_ROWS, ExportOrder, ExportRow, Job, MemberExport, MemberFilter};
use domain::registry::Protection;
use domain::{FieldErrors, MemberId};
use sea_orm::{ColumnTrait, Condition, QueryFilter, QuerySelect};

use crate::access_log::{Detail, Look};
use crate::entity::{employment, member};
use crate::scope::members::{Reached, condition, jobs_through};
use crate::{Store, StoreError, Viewer, scope};

impl Store {
    /// Whether this viewer may take members out at all, and with how to reach them.
    pub fn may_export(&self, viewer: &Viewer) -> Result<bool, StoreError> {
        if viewer.grants.any_way(DataClass::MemberBasics, Action::Export) {
            Ok(viewer.grants.any_way(DataClass::MemberContact, Action::Export))
        } else if viewer.sees_members() {
            Err(StoreError::Forbidden)
        } else {
            Err(StoreError::NotFound)
        }
    }

    /// How many members a file with this filter would hold: those of the list whom the viewer may take out.
    ///
    /// Shown to nobody but the viewer who asks for the page, and logged there as the list it is.
    pub async fn exportable(&self, viewer: &Viewer, filter: &MemberFilter) -> Result<u64, StoreError> {
        self.may_export(viewer)?;
        self.may_search(viewer)?;
        let total = self.count(&self.exported(viewer, filter).await?).await?;
        self.log_search(viewer, Look::MemberList, &detail(viewer, filter, total)).await?;
        Ok(total)
    }

    /// The contents of a file, with the look logged: who, how many, which filter, what for.
    ///
    /// Made with the rights of this moment. Protected members are in no file, whatever the policy says: a file can be
    /// passed on. More than [`EXPORT_ROWS`] are refused, and so is a file with nobody in it.
    pub async fn export_members(&self, viewer: &Viewer, filter: &MemberFilter, order: ExportOrder) -> Result<MemberExport, StoreError> {
        let contact = self.may_export(viewer)? && order.contact;
        self.may_search(viewer)?;
        let mut listed: Vec<(String, MemberId)> = Vec::new();
        for row in self.rows(self.exported(viewer, filter).await?.page(None, EXPORT_ROWS + 1)).await? {
            listed.push((row.try_get_by_index(0)?, row.try_get_by_index(1)?));
        }
        listed.sort_unstable();
        listed.dedup();
        if listed.is_empty() || listed.len() as u64 > EXPORT_ROWS {
            return Err(StoreError::Invalid(FieldErrors::default()));
        }
        let ids: Vec<MemberId> = listed.into_iter().map(|(_, id)| id).collect();
        let members = self.members_in_order(ids.clone()).await?;
        let mut jobs = self.jobs_taken_out(viewer, &ids).await?;
        let reachable = if contact { self.contact_taken_out(viewer, &ids).await? } else { HashSet::new() };
        let rows: Vec<ExportRow> = members
            .into_iter()
            .map(|row| ExportRow {
                jobs: jobs.remove(&row.id).unwrap_or_default(),
                phone: row.phone.filter(|_| reachable.contains(&row.id)),
                email: row.email.filter(|_| reachable.contains(&row.id)),
                name: format!("{} {}", row.given_name, row.family_name),
                joined: row.joined_on,
            })
            .collect();
        let mut detail = detail(viewer, filter, rows.len() as u64);
        detail.narrowed.push(format!("file={}", order.kind));
        detail.narrowed.extend(contact.then(|| "contact=yes".to_owned()));
        detail.purpose = Some((order.purpose.code().to_owned(), order.why.clone()));
        let offices = detail.offices.clone();
        self.log_search(viewer, Look::MembersTakenOut, &detail).await?;
        Ok(MemberExport {
            made_by: viewer.name().to_owned(),
            offices,
            made_at: self.clock.now(),
            order,
            filter: filter.clone(),
            contact,
            rows,
        })
    }

    /// The jobs through which these members may be taken out.
    async fn jobs_taken_out(&self, viewer: &Viewer, ids: &[MemberId]) -> Result<HashMap<MemberId, Vec<Job>>, StoreError> {
        let through = jobs_through(viewer, DataClass::MemberBasics, Action::Export);
        let shown = scope::clubs_of(viewer, ids.iter().copied()).filter(through).all(&self.db).await?;
        let shown: Vec<_> = shown.iter().map(|row| row.employment_id).collect();
        let rows = scope::employments_of(ids.iter().copied()).filter(employment::Column::Id.is_in(shown)).all(&self.db).await?;
        let names = self.workplace_names(rows.iter().map(|row| row.workplace_number)).await?;
        let mut jobs: HashMap<MemberId, Vec<Job>> = HashMap::new();
        for row in rows {
            let workplace = names.get(&row.workplace_number).cloned().unwrap_or_default();
            jobs.entry(row.member_id).or_default().push(Job { title: row.title, workplace });
        }
        Ok(jobs)
    }

    /// The members of the list whom the viewer may take out.
    async fn exported(&self, viewer: &Viewer, filter: &MemberFilter) -> Result<Reached, StoreError> {
        let members = self.narrowed(viewer, filter, Reached::new(viewer, DataClass::MemberBasics, Action::Export)).await?;
        Ok(members
            .filter(condition(viewer, DataClass::MemberBasics, Action::See))
            .filter(Condition::all().add(member::Column::Protection.eq(Protection::None)).add(member::Column::Shielded.eq(false))))
    }

    /// Those among them whose telephone and e-mail may be taken out.
    async fn contact_taken_out(&self, viewer: &Viewer, ids: &[MemberId]) -> Result<HashSet<MemberId>, StoreError> {
        let found: Vec<MemberId> = scope::members_listed(ids.iter().copied())
            .filter(condition(viewer, DataClass::MemberContact, Action::Export))
            .filter(condition(viewer, DataClass::MemberContact, Action::See))
            .select_only()
            .column(member::Column::Id)
            .into_tuple()
            .all(&self.db)
            .await?;
        Ok(found.into_iter().collect())
    }
}

fn detail(viewer: &Viewer, filter: &MemberFilter, found: u64) -> Detail {
    Detail { words: filter.query.clone(), narrowed: super::list::told(filter), found: Some(found), ..Detail::of(viewer) }
}
