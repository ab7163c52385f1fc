//! Carrying out a plan, in a transaction.

use domain::{Timestamp, UnitId};
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, DbBackend, EntityTrait, QueryFilter};
use uuid::Uuid;

use crate::StoreError;
use crate::bulk::Bulk;
use crate::database::CACHE_KIB;
use crate::entity::{coverage, employment, mandate, member, unit, unit_period};

use super::plan::{NO_LINE, Plan};
use super::{helpers, rows};

/// More rows than this are worth memory: SQLite's pages are then written once and not again and again.
const MANY: usize = 20_000;

impl Plan<'_> {
    /// Writes what differs. In this order, because each points at those before it.
    pub(super) async fn write(mut self, tx: &impl ConnectionTrait, now: Timestamp) -> Result<(), StoreError> {
        let memory = tx.get_database_backend() == DbBackend::Sqlite && self.rows() > MANY;
        if memory {
            tx.execute_unprepared("PRAGMA cache_size = -131072").await?;
        }
        self.write_units(tx, now).await?;
        self.write_coverages(tx, now).await?;
        self.write_members(tx, now).await?;
        self.write_employments(tx, now).await?;
        self.write_mandates(tx, now).await?;
        helpers::write(tx, self.lines, &self.member_ids).await?;
        std::mem::take(&mut self.derived).write(tx).await?;
        if memory {
            tx.execute_unprepared(&format!("PRAGMA cache_size = -{CACHE_KIB}")).await?;
        }
        Ok(())
    }

    async fn write_units(&self, tx: &impl ConnectionTrait, now: Timestamp) -> Result<(), StoreError> {
        end::<unit::Entity>(tx, unit::Column::Id, unit::Column::EndedAt, &ids(&self.units.gone), now).await?;
        let lines = self.units.write.iter().map(|write| Ok((write, self.lines.units.get(write.line).ok_or(NO_LINE)?)));
        let rows = lines.map(|line: Result<_, StoreError>| line.and_then(|(write, line)| rows::unit(line, write, &self.unit_ids, now)));
        Bulk::<unit::Entity>::new(tx.get_database_backend()).upsert(tx, rows).await?;
        self.write_periods(tx, now).await
    }

    /// A period ends when a unit is renamed, moved or closed; another begins unless it is closed.
    async fn write_periods(&self, tx: &impl ConnectionTrait, now: Timestamp) -> Result<(), StoreError> {
        let mut over: Vec<Uuid> = ids(&self.units.gone);
        let mut begun = Vec::new();
        for write in &self.units.write {
            let line = self.lines.units.get(write.line).ok_or(NO_LINE)?;
            let parent = line.parent.as_deref().and_then(|key| self.unit_ids.get(key)).map(UnitId);
            let before = self.before.named.get(&write.id);
            let closes = line.replaced_by.is_some();
            if before.is_some_and(|(name, above)| *name == line.name && *above == parent && !closes) {
                continue;
            }
            over.push(write.id);
            if !closes || before.is_none() {
                begun.push(unit_period::ActiveModel {
                    unit_id: Set(UnitId(write.id)),
                    from_at: Set(now),
                    to_at: Set(closes.then_some(now)),
                    name: Set(line.name.clone()),
                    parent_id: Set(parent),
                });
            }
        }
        for ids in over.chunks(10_000) {
            unit_period::Entity::update_many()
                .col_expr(unit_period::Column::ToAt, Expr::value(now))
                .filter(unit_period::Column::UnitId.is_in(ids.iter().copied()))
                .filter(unit_period::Column::ToAt.is_null())
                .exec(tx)
                .await?;
        }
        Bulk::<unit_period::Entity>::new(tx.get_database_backend()).upsert(tx, begun.into_iter().map(Ok)).await
    }

    async fn write_coverages(&self, tx: &impl ConnectionTrait, now: Timestamp) -> Result<(), StoreError> {
        let row = |(unit, employer): &(UnitId, _), ended_at| coverage::ActiveModel {
            unit_id: Set(*unit),
            employer_number: Set(*employer),
            ended_at: Set(ended_at),
        };
        let gone = self.coverages.gone.iter().map(|key| row(key, Some(now)));
        let rows = gone.chain(self.coverages.write.iter().map(|key| row(key, None))).map(Ok);
        Bulk::<coverage::Entity>::new(tx.get_database_backend()).upsert(tx, rows).await
    }

    async fn write_members(&self, tx: &impl ConnectionTrait, now: Timestamp) -> Result<(), StoreError> {
        // What is changed is ended with what is gone, and comes back as it is written: what only one living row may
        // hold, as a national id, can so move from one row to another, or be exchanged between two.
        let aside = self.members.write.iter().filter(|write| write.living).map(|write| write.id);
        let ended: Vec<Uuid> = ids(&self.members.gone).into_iter().chain(aside).collect();
        end::<member::Entity>(tx, member::Column::Id, member::Column::EndedAt, &ended, now).await?;
        let rows = self
            .members
            .write
            .iter()
            .zip(&self.sealed)
            .map(|(write, sealed)| rows::member(self.lines.members.get(write.line).ok_or(NO_LINE)?, write, sealed, &self.unit_ids));
        Bulk::<member::Entity>::new(tx.get_database_backend()).upsert(tx, rows).await
    }

    async fn write_employments(&self, tx: &impl ConnectionTrait, now: Timestamp) -> Result<(), StoreError> {
        end::<employment::Entity>(tx, employment::Column::Id, employment::Column::EndedAt, &ids(&self.employments.gone), now).await?;
        let rows = self
            .employments
            .write
            .iter()
            .map(|write| rows::employment(self.lines.employments.get(write.line).ok_or(NO_LINE)?, write, &self.member_ids));
        Bulk::<employment::Entity>::new(tx.get_database_backend()).upsert(tx, rows).await
    }

    async fn write_mandates(&self, tx: &impl ConnectionTrait, now: Timestamp) -> Result<(), StoreError> {
        end::<mandate::Entity>(tx, mandate::Column::Id, mandate::Column::EndedAt, &ids(&self.mandates.gone), now).await?;
        let rows = self.mandates.write.iter().map(|write| {
            let line = self.lines.mandates.get(write.line).ok_or(NO_LINE)?;
            rows::mandate(line, write, &self.mandate_ids, &self.member_ids, &self.unit_ids)
        });
        Bulk::<mandate::Entity>::new(tx.get_database_backend()).upsert(tx, rows).await
    }
}

fn ids(gone: &[(String, Uuid)]) -> Vec<Uuid> {
    gone.iter().map(|(_, id)| *id).collect()
}

async fn end<E: EntityTrait>(
    tx: &impl ConnectionTrait,
    id: E::Column,
    ended_at: E::Column,
    ids: &[Uuid],
    now: Timestamp,
) -> Result<(), StoreError> {
    for ids in ids.chunks(10_000) {
        E::update_many().col_expr(ended_at, Expr::value(now)).filter(id.is_in(ids.iter().copied())).exec(tx).await?;
    }
    Ok(())
}
