//! The member list: search, filter, exact count, one page at a time.

use std::collections::HashMap;

use domain::access::{Action, DataClass};
use domain::identity::OrgNumber;
use domain::members::{Job, MemberCursor, MemberFilter, MemberPage, MemberRow, NEW_FOR_DAYS, WorkplaceChoice};
use domain::{Date, EmploymentId, MemberId, text};
use sea_orm::sea_query::{Alias, Expr, Func, Query, SelectStatement};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DerivePartialModel, PaginatorTrait, QueryFilter, QueryOrder, QueryResult, QuerySelect,
};

use crate::access_log::{Detail, Look};
use crate::entity::{employer_unit, member};
use crate::scope::members::{Reached, has_word, seen_jobs};
use crate::{Store, StoreError, Viewer, scope};

/// Rows on a page.
pub const PAGE_SIZE: u64 = 50;

/// As much of a member as a list shows.
#[derive(Debug, DerivePartialModel)]
#[sea_orm(entity = "member::Entity")]
pub(super) struct Listed {
    pub(super) id: MemberId,
    pub(super) given_name: String,
    pub(super) family_name: String,
    pub(super) joined_on: Date,
    pub(super) email: Option<String>,
    pub(super) phone: Option<String>,
}

impl Store {
    /// One page of the members this viewer may see, in the order of the Norwegian alphabet.
    pub async fn members(&self, viewer: &Viewer, filter: &MemberFilter) -> Result<MemberPage, StoreError> {
        self.may_search(viewer)?;
        let found = self.narrowed(viewer, filter, Reached::new(viewer, DataClass::MemberBasics, Action::See)).await?;
        let total = match filter.query.is_empty() && !filter.is_narrowed() {
            true => self.members_in_reach(viewer).await?,
            false => self.count(&found).await?,
        };
        let detail = Detail { words: filter.query.clone(), narrowed: told(filter), found: Some(total), ..Detail::of(viewer) };
        self.log_search(viewer, Look::MemberList, &detail).await?;
        // The cursor comes from an address anybody can change, and PostgreSQL takes no text with a NUL in it.
        let after = filter.after.as_ref().map(|after| (after.key.replace('\0', ""), after.id));
        let page = found.page(after.as_ref().map(|(key, id)| (key.as_str(), *id)), PAGE_SIZE + 1);
        let mut order: Vec<(String, MemberId)> = Vec::new();
        for row in self.rows(page).await? {
            order.push((row.try_get_by_index(0)?, row.try_get_by_index(1)?));
        }
        order.sort_unstable();
        order.dedup();
        let more = order.len() as u64 > PAGE_SIZE;
        order.truncate(PAGE_SIZE as usize);
        let next = order.last().filter(|_| more).map(|(key, id)| MemberCursor { key: key.clone(), id: *id });
        let rows = self.members_in_order(order.into_iter().map(|(_, id)| id).collect()).await?;
        Ok(MemberPage { total, rows: self.with_jobs(viewer, rows).await?, next })
    }

    /// The rows of members whose ids came out of a scope, in the order of the ids.
    pub(super) async fn members_in_order(&self, ids: Vec<MemberId>) -> Result<Vec<Listed>, StoreError> {
        if ids.is_empty() {
            return Ok(Vec::new());
        }
        let listed: Vec<Listed> = scope::members_listed(ids.iter().copied()).into_partial_model().all(&self.db).await?;
        let mut rows: HashMap<MemberId, Listed> = listed.into_iter().map(|row| (row.id, row)).collect();
        Ok(ids.iter().filter_map(|id| rows.remove(id)).collect())
    }

    pub(super) async fn rows(&self, query: Option<SelectStatement>) -> Result<Vec<QueryResult>, StoreError> {
        match query {
            Some(query) => Ok(self.db.query_all(&query).await?),
            None => Ok(Vec::new()),
        }
    }

    /// Exactly how many, each counted once.
    pub(super) async fn count(&self, members: &Reached) -> Result<u64, StoreError> {
        let Some((unit, protected)) = members.known_sum() else {
            return self.count_rows(members.ids()).await;
        };
        let sum = self.members_of(members.today(), [unit]).await?.remove(&unit).unwrap_or(0);
        Ok(sum + self.count_rows(protected).await?)
    }

    async fn count_rows(&self, ids: Option<SelectStatement>) -> Result<u64, StoreError> {
        let Some(ids) = ids else { return Ok(0) };
        let count = Query::select().expr(Func::count(Expr::col(Alias::new("id")))).from_subquery(ids, Alias::new("found")).to_owned();
        let count: i64 = match self.db.query_one(&count).await? {
            Some(row) => row.try_get_by_index(0)?,
            None => 0,
        };
        Ok(count.unsigned_abs())
    }

    /// How many members this viewer reaches; counted once for a request.
    pub(crate) async fn members_in_reach(&self, viewer: &Viewer) -> Result<u64, StoreError> {
        let counted = viewer.reached.get_or_try_init(|| async {
            let all = Reached::new(viewer, DataClass::MemberBasics, Action::See);
            self.count(&all).await
        });
        counted.await.copied()
    }

    /// The newest of the viewer's members, and how many there are.
    ///
    /// Whoever reaches few is asked about each of them; whoever reaches very many, about each who is new.
    pub(crate) async fn new_members(&self, viewer: &Viewer, at_most: u64) -> Result<(u64, Vec<MemberRow>), StoreError> {
        let since = viewer.today.plus_days(-NEW_FOR_DAYS);
        let (total, new) = if self.members_in_reach(viewer).await? > self.many {
            let new = scope::members::joined_since(viewer, since);
            (new.clone().count(&self.db).await?, new)
        } else {
            let new = Reached::new(viewer, DataClass::MemberBasics, Action::See)
                .filter(Condition::all().add(member::Column::JoinedOn.gte(since)));
            let mut ids: Vec<MemberId> = Vec::new();
            for row in self.rows(new.ids()).await? {
                ids.push(row.try_get_by_index(0)?);
            }
            if ids.is_empty() {
                return Ok((0, Vec::new()));
            }
            (ids.len() as u64, scope::members_listed(ids))
        };
        let newest = new.order_by_desc(member::Column::JoinedOn).order_by_asc(member::Column::NameSort).limit(at_most);
        let rows = newest.into_partial_model().all(&self.db).await?;
        Ok((total, self.with_jobs(viewer, rows).await?))
    }

    /// The workplaces of the members this viewer may see, each with how many, by name. None for whoever reaches very
    /// many: nobody finds a workplace in a list of thousands.
    pub async fn workplaces(&self, viewer: &Viewer) -> Result<Vec<WorkplaceChoice>, StoreError> {
        if self.members_in_reach(viewer).await? > self.many {
            return Ok(Vec::new());
        }
        let Some(query) = scope::members::workplaces(viewer) else { return Ok(Vec::new()) };
        let mut choices: Vec<WorkplaceChoice> = Vec::new();
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
    async fn with_jobs(&self, viewer: &Viewer, rows: Vec<Listed>) -> Result<Vec<MemberRow>, StoreError> {
        let mut jobs: HashMap<MemberId, Vec<Job>> = HashMap::new();
        if !rows.is_empty() {
            let reached = scope::clubs_of(viewer, rows.iter().map(|row| row.id)).filter(seen_jobs(viewer));
            let shown: Vec<(EmploymentId, MemberId, String, String)> = scope::jobs_in(reached).into_tuple().all(&self.db).await?;
            for (_, member, title, workplace) in shown {
                jobs.entry(member).or_default().push(Job { title, workplace });
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
        if numbers.is_empty() {
            return Ok(HashMap::new());
        }
        let names = scope::employer_units()
            .filter(employer_unit::Column::Number.is_in(numbers))
            .select_only()
            .columns([employer_unit::Column::Number, employer_unit::Column::Name])
            .into_tuple()
            .all(&self.db)
            .await?;
        Ok(names.into_iter().collect())
    }

    /// Those among `found` whom the filter asks for.
    pub(super) async fn narrowed(&self, viewer: &Viewer, filter: &MemberFilter, mut found: Reached) -> Result<Reached, StoreError> {
        let mut words = text::search_words(&filter.query);
        // The longest word is in the fewest names.
        words.sort_by_key(|word| std::cmp::Reverse(word.len()));
        let mut words = words.iter();
        if !filter.query.is_empty() && self.members_in_reach(viewer).await? > self.many {
            found = words.next().iter().fold(found, |found, word| found.with_word(word, viewer));
        }
        found = words.fold(found, |found, word| found.filter(has_word(word)));
        if let Some(condition) = super::filter::condition(viewer, filter) {
            found = found.filter(condition);
        }
        Ok(found)
    }
}

/// How a list was narrowed, for the access log.
pub(super) fn told(filter: &MemberFilter) -> Vec<String> {
    filter.pairs().into_iter().map(|(name, value)| format!("{name}={value}")).collect()
}
