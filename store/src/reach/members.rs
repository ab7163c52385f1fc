//! The members of each unit, and how many they are from day to day.

use std::collections::{BTreeMap, HashMap};

use domain::registry::{MembershipKind, Protection};
use domain::{Date, MemberId, UnitId};
use sea_orm::sea_query::{Alias, Expr, ExprTrait, OnConflict};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use crate::entity::{club_member, member, member_change, reach};
use crate::{StoreError, scope};

use super::paths::Paths;
use super::periods::{Period, merged};

/// Members looked at together.
const MEMBERS: u64 = 4_000;

/// A member's rows, by unit.
type Places = BTreeMap<UnitId, Vec<Period>>;

/// Compares every member's rows with what they should be, some thousand members at a time, and mends what differs.
pub(super) async fn derive(db: &impl ConnectionTrait, units: &Paths<UnitId>) -> Result<(), StoreError> {
    let mut changes = HashMap::new();
    let mut last = None;
    loop {
        let mut members = scope::everything::<member::Entity>().order_by_asc(member::Column::Id).limit(MEMBERS);
        if let Some(last) = last {
            members = members.filter(member::Column::Id.gt(last));
        }
        let members = members.all(db).await?;
        let (Some(from), Some(to)) = (members.first().map(|row| row.id), members.last().map(|row| row.id)) else { break };
        portion(db, units, &members, (from, to), &mut changes).await?;
        last = Some(to);
    }
    count(db, changes).await
}

async fn portion(
    db: &impl ConnectionTrait,
    units: &Paths<UnitId>,
    members: &[member::Model],
    (from, to): (MemberId, MemberId),
    changes: &mut HashMap<(UnitId, Date), i64>,
) -> Result<(), StoreError> {
    let mut clubs: HashMap<MemberId, Vec<club_member::Model>> = HashMap::new();
    for row in scope::everything::<club_member::Entity>().filter(club_member::Column::MemberId.between(from, to)).all(db).await? {
        clubs.entry(row.member_id).or_default().push(row);
    }
    let mut there: HashMap<MemberId, Vec<reach::Model>> = HashMap::new();
    for row in scope::everything::<reach::Entity>().filter(reach::Column::MemberId.between(from, to)).all(db).await? {
        there.entry(row.member_id).or_default().push(row);
    }
    let mut stale = Vec::new();
    let mut new = Vec::new();
    for member in members {
        let places = places(member, clubs.get(&member.id).map_or(&[], Vec::as_slice), units);
        let wanted: Vec<reach::Model> = places.into_iter().flat_map(|(unit, periods)| rows(member, unit, periods)).collect();
        let mut old = there.remove(&member.id).unwrap_or_default();
        old.sort_unstable_by_key(|row| (row.unit_id, row.from_date));
        if old == wanted {
            continue;
        }
        for (rows, sign) in [(&old, -1), (&wanted, 1)] {
            for row in rows {
                *changes.entry((row.unit_id, row.from_date)).or_default() += sign;
                if let Some(to) = row.to_date {
                    *changes.entry((row.unit_id, to.plus_days(1))).or_default() -= sign;
                }
            }
        }
        stale.extend(old.first().map(|row| row.member_id));
        new.extend(wanted);
    }
    if !stale.is_empty() {
        reach::Entity::delete_many().filter(reach::Column::MemberId.is_in(stale)).exec(db).await?;
    }
    super::insert(db, new.into_iter().map(sea_orm::IntoActiveModel::into_active_model).collect::<Vec<reach::ActiveModel>>()).await
}

fn rows(member: &member::Model, unit: UnitId, periods: Vec<Period>) -> impl Iterator<Item = reach::Model> {
    merged(periods).into_iter().map(move |period| reach::Model {
        unit_id: unit,
        name_sort: member.name_sort.clone(),
        member_id: member.id,
        from_date: period.from,
        to_date: period.to,
    })
}

/// Where and when this member is to be found; nowhere for those whom no list may show.
fn places(member: &member::Model, clubs: &[club_member::Model], units: &Paths<UnitId>) -> Places {
    let mut places = Places::new();
    let shown =
        member.protection == Protection::None && !member.shielded && member.kind != MembershipKind::Staff && member.ended_at.is_none();
    if !shown {
        return places;
    }
    let membership = Period { from: member.joined_on, to: member.left_on };
    let Some(membership) = membership.within(membership) else { return places };
    let mut add = |unit: UnitId, period: Period| {
        for above in units.get(&unit).into_iter().flatten() {
            places.entry(*above).or_default().push(period);
        }
    };
    add(member.local_id, membership);
    for club in clubs {
        if let Some(period) = membership.within(Period { from: club.from_date, to: club.to_date }) {
            add(club.club_id, period);
        }
    }
    places
}

async fn count(db: &impl ConnectionTrait, changes: HashMap<(UnitId, Date), i64>) -> Result<(), StoreError> {
    let rows: Vec<member_change::ActiveModel> = changes
        .into_iter()
        .filter(|(_, change)| *change != 0)
        .map(|((unit, date), change)| member_change::ActiveModel { unit_id: Set(unit), on_date: Set(date), change: Set(change) })
        .collect();
    if rows.is_empty() {
        return Ok(());
    }
    let table = Alias::new("member_changes");
    let column = Alias::new("change");
    let sum = Expr::col((table, column.clone())).add(Expr::col((Alias::new("excluded"), column)));
    let add = OnConflict::columns([member_change::Column::UnitId, member_change::Column::OnDate])
        .value(member_change::Column::Change, sum)
        .to_owned();
    for portion in rows.chunks(super::ROWS) {
        member_change::Entity::insert_many(portion.iter().cloned()).on_conflict(add.clone()).exec_without_returning(db).await?;
    }
    member_change::Entity::delete_many().filter(member_change::Column::Change.eq(0)).exec(db).await?;
    Ok(())
}
