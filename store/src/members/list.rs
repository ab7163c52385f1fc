//! The member list: search, filter, exact count, one page at a time.

use std::collections::HashMap;

use domain::access::Reach;
use domain::identity::OrgNumber;
use domain::members::{Job, MemberCursor, MemberFilter, MemberPage, MemberRow, NEW_FOR_DAYS, WorkplaceChoice};
use domain::{MemberId, text};
use sea_orm::sea_query::{Alias, Expr, ExprTrait, Func, LikeExpr, Query};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, Select};

use crate::access_log::Look;
use crate::entity::{club_member, employer_unit, member};
use crate::{Store, StoreError, Viewer, scope};

/// Rows on a page.
pub const PAGE_SIZE: u64 = 50;

impl Store {
    /// One page of the members this viewer may see, in the order of the Norwegian alphabet.
    pub async fn members(&self, viewer: &Viewer, filter: &MemberFilter) -> Result<MemberPage, StoreError> {
        self.log_look(viewer, Look::MemberList).await?;
        let found = filtered(viewer, filter);
        let total = found.clone().count(&self.db).await?;
        let mut page = found.order_by_asc(member::Column::NameSort).order_by_asc(member::Column::Id).limit(PAGE_SIZE + 1);
        if let Some(after) = &filter.after {
            // The cursor comes from an address anybody can change, and PostgreSQL takes no text with a NUL in it.
            let key = after.key.replace('\0', "");
            page = page.filter(
                Condition::any()
                    .add(member::Column::NameSort.gt(key.clone()))
                    .add(Condition::all().add(member::Column::NameSort.eq(key)).add(member::Column::Id.gt(after.id))),
            );
        }
        let mut rows = page.all(&self.db).await?;
        let more = rows.len() as u64 > PAGE_SIZE;
        rows.truncate(PAGE_SIZE as usize);
        let next = rows.last().filter(|_| more).map(|row| MemberCursor { key: row.name_sort.clone(), id: row.id });
        Ok(MemberPage { total, rows: self.with_jobs(viewer, rows).await?, next })
    }

    /// The newest of the viewer's members, and how many there are.
    pub(crate) async fn new_members(&self, viewer: &Viewer, at_most: u64) -> Result<(u64, Vec<MemberRow>), StoreError> {
        let since = viewer.today.plus_days(-NEW_FOR_DAYS);
        let new = scope::members(viewer).filter(member::Column::JoinedOn.gte(since));
        let total = new.clone().count(&self.db).await?;
        let rows = new.order_by_desc(member::Column::JoinedOn).order_by_asc(member::Column::NameSort).limit(at_most).all(&self.db).await?;
        Ok((total, self.with_jobs(viewer, rows).await?))
    }

    /// The workplaces of the members this viewer may see, each with how many, by name.
    pub async fn workplaces(&self, viewer: &Viewer) -> Result<Vec<WorkplaceChoice>, StoreError> {
        let members = Alias::new("members");
        let query = Query::select()
            .column((employer_unit::Entity, employer_unit::Column::Number))
            .column((employer_unit::Entity, employer_unit::Column::Name))
            .expr_as(Func::count_distinct(Expr::col((club_member::Entity, club_member::Column::MemberId))), members)
            .from(club_member::Entity)
            .inner_join(
                employer_unit::Entity,
                Expr::col((employer_unit::Entity, employer_unit::Column::Number))
                    .equals((club_member::Entity, club_member::Column::WorkplaceNumber)),
            )
            .cond_where(seen_jobs(viewer))
            .and_where(club_member::Column::MemberId.in_subquery(member_ids(viewer)))
            .group_by_col((employer_unit::Entity, employer_unit::Column::Number))
            .group_by_col((employer_unit::Entity, employer_unit::Column::Name))
            .to_owned();
        let mut choices = Vec::new();
        for row in self.db.query_all(&query).await? {
            let members: i64 = row.try_get_by_index(2)?;
            choices.push(WorkplaceChoice {
                number: row.try_get_by_index(0)?,
                name: row.try_get_by_index(1)?,
                members: members.unsigned_abs(),
            });
        }
        choices.sort_by_cached_key(|choice| text::sort_key(&choice.name));
        Ok(choices)
    }

    /// Adds to each row the jobs that the viewer's mandates reach: what somebody does elsewhere is not shown.
    async fn with_jobs(&self, viewer: &Viewer, rows: Vec<member::Model>) -> Result<Vec<MemberRow>, StoreError> {
        let ids: Vec<MemberId> = rows.iter().map(|row| row.id).collect();
        let mut jobs: HashMap<MemberId, Vec<Job>> = HashMap::new();
        if !ids.is_empty() {
            let clubs = scope::clubs_of(viewer, ids.iter().copied()).filter(seen_jobs(viewer)).all(&self.db).await?;
            let shown: Vec<_> = clubs.iter().map(|row| row.employment_id).collect();
            let employments = scope::employments_of(ids).filter(crate::entity::employment::Column::Id.is_in(shown)).all(&self.db).await?;
            let names = self.workplace_names(employments.iter().map(|row| row.workplace_number)).await?;
            for row in employments {
                let workplace = names.get(&row.workplace_number).cloned().unwrap_or_default();
                jobs.entry(row.member_id).or_default().push(Job { title: row.title, workplace });
            }
        }
        Ok(rows
            .into_iter()
            .map(|row| MemberRow {
                jobs: jobs.remove(&row.id).unwrap_or_default(),
                id: row.id,
                name: format!("{} {}", row.given_name, row.family_name),
                joined: row.joined_on,
            })
            .collect())
    }

    /// Names of workplaces and employers.
    pub(crate) async fn workplace_names(
        &self,
        numbers: impl IntoIterator<Item = OrgNumber>,
    ) -> Result<HashMap<OrgNumber, String>, StoreError> {
        let mut numbers: Vec<OrgNumber> = numbers.into_iter().collect();
        numbers.sort_unstable();
        numbers.dedup();
        let rows = scope::employer_units().filter(employer_unit::Column::Number.is_in(numbers)).all(&self.db).await?;
        Ok(rows.into_iter().map(|row| (row.number, row.name)).collect())
    }
}

fn filtered(viewer: &Viewer, filter: &MemberFilter) -> Select<member::Entity> {
    let mut found = scope::members(viewer);
    for word in text::search_words(&filter.query) {
        let escaped = word.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
        found = found.filter(member::Column::NameSearch.like(LikeExpr::new(format!("% {escaped}%")).escape('\\')));
    }
    if let Some(workplace) = &filter.workplace {
        let there = Query::select()
            .column(club_member::Column::MemberId)
            .from(club_member::Entity)
            .and_where(club_member::Column::WorkplaceNumber.eq(*workplace))
            .cond_where(seen_jobs(viewer))
            .to_owned();
        found = found.filter(member::Column::Id.in_subquery(there));
    }
    found
}

fn member_ids(viewer: &Viewer) -> sea_orm::sea_query::SelectStatement {
    Query::select().column(member::Column::Id).from(member::Entity).cond_where(scope::member_condition(viewer)).to_owned()
}

/// Which jobs the viewer may see: those through which one of the mandates reaches the member.
///
/// The leader of a local reaches persons, not workplaces, and sees every job of theirs in a club.
fn seen_jobs(viewer: &Viewer) -> Condition {
    let mut any = Condition::any().add(Expr::cust("1 = 0"));
    for grant in &viewer.grants.list {
        let of_club = Condition::all().add(club_member::Column::ClubId.eq(grant.unit));
        any = match &grant.reach {
            Reach::Club => any.add(of_club),
            Reach::Workplace(workplace) => any.add(of_club.add(club_member::Column::WorkplaceNumber.eq(*workplace))),
            Reach::Local => any.add(
                club_member::Column::MemberId.in_subquery(
                    Query::select()
                        .column(member::Column::Id)
                        .from(member::Entity)
                        .and_where(member::Column::LocalId.eq(grant.unit))
                        .to_owned(),
                ),
            ),
            Reach::Nobody => any,
        };
    }
    Condition::all().add(any).add(scope::on_day(club_member::Column::FromDate, club_member::Column::ToDate, viewer.today))
}
