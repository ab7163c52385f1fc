//! What is missing in a unit and under it, page by page.

use std::collections::{HashMap, HashSet};

use domain::access::UnitFacts;
use domain::employers::Named;
use domain::identity::OrgNumber;
use domain::org::{Count, Holder, Shortfall, ShortfallCursor, ShortfallPage, ShortfallRow, UnitKind, UnitNamed};
use domain::{MandateId, UnitId};
use sea_orm::sea_query::{Alias, Expr, ExprTrait, Func, Query};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, QueryFilter, QueryOrder, QuerySelect};

use crate::access_log::Look;
use crate::entity::{club_member, employment, member, reach, shortfall, unit};
use crate::{Store, StoreError, Viewer, scope};

use super::seen::named;
use super::{SHORTFALLS, SeenUnit};

impl Store {
    /// One page of what is missing, with the look logged. A list that the viewer may not see is [`StoreError::NotFound`].
    pub async fn shortfalls(
        &self,
        viewer: &Viewer,
        unit: UnitId,
        kind: Shortfall,
        after: Option<&ShortfallCursor>,
    ) -> Result<ShortfallPage, StoreError> {
        let seen = SeenUnit::find(&self.db, viewer, unit).await?;
        if !seen.shows(kind) {
            return Err(StoreError::NotFound);
        }
        self.log_look(viewer, Look::Unit(unit)).await?;
        let total = self.shortfall_totals(viewer, &seen).await?.remove(&kind).unwrap_or_default();
        let (rows, next) = self.shortfall_rows(viewer, &seen, kind, after, SHORTFALLS).await?;
        Ok(ShortfallPage { unit: seen.named(), kind, total, rows, next, today: viewer.today })
    }

    /// The first lines after a cursor, and where the rest begins.
    pub(super) async fn shortfall_rows(
        &self,
        viewer: &Viewer,
        unit: &SeenUnit,
        kind: Shortfall,
        after: Option<&ShortfallCursor>,
        at_most: u64,
    ) -> Result<(Vec<ShortfallRow>, Option<ShortfallCursor>), StoreError> {
        let Some(mut found) = scope::shortfalls(viewer, unit, kind) else { return Ok((Vec::new(), None)) };
        if let Some(ShortfallCursor { key, id }) = after {
            // The cursor comes from an address anybody can change, and PostgreSQL takes no text with a NUL in it.
            let key = key.replace('\0', "");
            let same = Condition::all().add(shortfall::Column::Sort.eq(key.as_str())).add(shortfall::Column::SubjectId.gt(*id));
            found = found.filter(Condition::any().add(shortfall::Column::Sort.gt(key)).add(same));
        }
        let mut rows =
            found.order_by_asc(shortfall::Column::Sort).order_by_asc(shortfall::Column::SubjectId).limit(at_most + 1).all(&self.db).await?;
        let more = rows.len() as u64 > at_most;
        rows.truncate(usize::try_from(at_most).unwrap_or(usize::MAX));
        let next = rows.last().filter(|_| more).map(|row| ShortfallCursor { key: row.sort.clone(), id: row.subject_id });
        let lines = match kind {
            Shortfall::NoRepresentative => self.workplace_lines(viewer, unit, rows).await?,
            Shortfall::Expiring | Shortfall::NotNotified => self.mandate_lines(viewer, rows).await?,
        };
        Ok((lines, next))
    }

    async fn mandate_lines(&self, viewer: &Viewer, rows: Vec<shortfall::Model>) -> Result<Vec<ShortfallRow>, StoreError> {
        let ids: Vec<MandateId> = rows.iter().map(|row| MandateId(row.subject_id)).collect();
        let mandates = scope::mandates_short(ids.iter().copied()).all(&self.db).await?;
        let at: HashMap<MandateId, UnitId> = mandates.iter().map(|mandate| (mandate.id, mandate.unit_id)).collect();
        let units = self.units_named(at.values().copied()).await?;
        let mut holders: HashMap<MandateId, Holder> =
            self.named_holders(viewer, mandates).await?.into_iter().map(|holder| (holder.id, holder)).collect();
        let line = |id: &MandateId| Some(ShortfallRow::Mandate { holder: holders.remove(id)?, unit: units.get(at.get(id)?)?.clone() });
        Ok(ids.iter().filter_map(line).collect())
    }

    async fn workplace_lines(
        &self,
        viewer: &Viewer,
        seen: &SeenUnit,
        rows: Vec<shortfall::Model>,
    ) -> Result<Vec<ShortfallRow>, StoreError> {
        let crews: Vec<(UnitId, OrgNumber)> = rows.iter().filter_map(|row| Some((UnitId(row.subject_id), row.workplace_number?))).collect();
        let numbers: HashSet<OrgNumber> = crews.iter().map(|(_, number)| *number).collect();
        let names = self.workplace_names(numbers.iter().copied()).await?;
        let shown = self.employers_shown(viewer, numbers.iter().copied()).await?;
        let units = self.units_named(crews.iter().map(|(unit, _)| *unit)).await?;
        let members = self.crew_sizes(viewer, &crews, &units).await?;
        let line = |(unit, number): &(UnitId, OrgNumber)| {
            let name = names.get(number).filter(|name| !name.is_empty()).cloned().unwrap_or_else(|| number.spaced());
            // Whoever lists everybody in the page's unit lists everybody in a unit under it, and perhaps in that alone.
            let own = UnitFacts { units: vec![*unit], employers: Vec::new() };
            let listed = viewer.grants.list_all_of(&seen.facts) || viewer.grants.list_all_of(&own);
            let size = members.get(&(*unit, *number)).copied().unwrap_or_default();
            Some(ShortfallRow::Workplace {
                workplace: Named { number: *number, name },
                may_open: shown.contains(number),
                unit: units.get(unit)?.clone(),
                members: seen.shows_numbers().then(|| Count::of(size, listed)),
            })
        };
        Ok(crews.iter().filter_map(line).collect())
    }

    /// How many work at each of these workplaces and are in the club; or belong to the local and are in no club for it.
    async fn crew_sizes(
        &self,
        viewer: &Viewer,
        crews: &[(UnitId, OrgNumber)],
        units: &HashMap<UnitId, UnitNamed>,
    ) -> Result<HashMap<(UnitId, OrgNumber), u64>, StoreError> {
        let is_club = |unit: &UnitId| units.get(unit).is_some_and(|unit| unit.kind == UnitKind::Club);
        let mut sizes = HashMap::new();
        for clubs in [true, false] {
            let some: Vec<(UnitId, OrgNumber)> = crews.iter().copied().filter(|(unit, _)| is_club(unit) == clubs).collect();
            if some.is_empty() {
                continue;
            }
            let query = if clubs { crew_in_clubs(viewer, &some) } else { crew_in_locals(viewer, &some) };
            for row in self.db.query_all(&query).await? {
                let size: i64 = row.try_get_by_index(2)?;
                sizes.insert((row.try_get_by_index(0)?, row.try_get_by_index(1)?), size.unsigned_abs());
            }
        }
        Ok(sizes)
    }

    /// Units by id; they carry no personal data.
    pub(super) async fn units_named(&self, ids: impl IntoIterator<Item = UnitId>) -> Result<HashMap<UnitId, UnitNamed>, StoreError> {
        let ids: HashSet<UnitId> = ids.into_iter().collect();
        let rows = scope::units().filter(unit::Column::Id.is_in(ids)).all(&self.db).await?;
        Ok(rows.iter().map(|row| (row.id, named(row))).collect())
    }
}

/// A member whom lists show is in `reach`; nobody else is counted.
fn reached(viewer: &Viewer, unit: Expr, member: Expr) -> Expr {
    let row = Query::select()
        .expr(Expr::val(1))
        .from(reach::Entity)
        .and_where(member.equals((reach::Entity, reach::Column::MemberId)))
        .and_where(unit.equals((reach::Entity, reach::Column::UnitId)))
        .cond_where(scope::on_day(reach::Column::FromDate, reach::Column::ToDate, viewer.today))
        .to_owned();
    Expr::exists(row)
}

fn crew_in_clubs(viewer: &Viewer, crews: &[(UnitId, OrgNumber)]) -> sea_orm::sea_query::SelectStatement {
    let column = |column| Expr::col((club_member::Entity, column));
    Query::select()
        .columns([club_member::Column::ClubId, club_member::Column::WorkplaceNumber])
        .expr_as(Func::count_distinct(Expr::col(club_member::Column::MemberId)), Alias::new("size"))
        .from(club_member::Entity)
        .and_where(club_member::Column::WorkplaceNumber.is_in(crews.iter().map(|(_, number)| *number)))
        .and_where(club_member::Column::ClubId.is_in(crews.iter().map(|(unit, _)| *unit)))
        .cond_where(scope::on_day(club_member::Column::FromDate, club_member::Column::ToDate, viewer.today))
        .and_where(reached(viewer, column(club_member::Column::ClubId), column(club_member::Column::MemberId)))
        .group_by_columns([club_member::Column::ClubId, club_member::Column::WorkplaceNumber])
        .to_owned()
}

fn crew_in_locals(viewer: &Viewer, crews: &[(UnitId, OrgNumber)]) -> sea_orm::sea_query::SelectStatement {
    let job = |column| Expr::col((employment::Entity, column));
    let local = || Expr::col((member::Entity, member::Column::LocalId));
    let club = Query::select()
        .expr(Expr::val(1))
        .from(club_member::Entity)
        .and_where(job(employment::Column::MemberId).equals((club_member::Entity, club_member::Column::MemberId)))
        .and_where(job(employment::Column::Id).equals((club_member::Entity, club_member::Column::EmploymentId)))
        .to_owned();
    Query::select()
        .column((member::Entity, member::Column::LocalId))
        .column((employment::Entity, employment::Column::WorkplaceNumber))
        .expr_as(Func::count_distinct(job(employment::Column::MemberId)), Alias::new("size"))
        .from(employment::Entity)
        .inner_join(member::Entity, job(employment::Column::MemberId).equals((member::Entity, member::Column::Id)))
        .and_where(job(employment::Column::WorkplaceNumber).is_in(crews.iter().map(|(_, number)| *number)))
        .and_where(local().is_in(crews.iter().map(|(unit, _)| *unit)))
        .and_where(job(employment::Column::EndedAt).is_null())
        .cond_where(scope::on_day(employment::Column::FromDate, employment::Column::ToDate, viewer.today))
        .and_where(reached(viewer, local(), job(employment::Column::MemberId)))
        .and_where(Expr::exists(club).not())
        .group_by_columns([(member::Entity, member::Column::LocalId)])
        .group_by_columns([(employment::Entity, employment::Column::WorkplaceNumber)])
        .to_owned()
}
