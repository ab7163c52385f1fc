//! Many rows at a time.

use std::fmt::Write;
use std::marker::PhantomData;

use sea_orm::{
    ActiveModelTrait, ConnectionTrait, DbBackend, EntityName, EntityTrait, IdenStatic, Iterable, PrimaryKeyToColumn, Statement, Value,
};

use crate::StoreError;

/// The variables one statement carries. SQLite's limit is 32,766; the same statement is sent again and again, so that
/// it is planned once.
const VARIABLES: usize = 12_000;

/// Writes rows; one whose primary key is there takes the new contents.
pub(crate) struct Bulk<E> {
    backend: DbBackend,
    rows: usize,
    full: String,
    entity: PhantomData<E>,
}

impl<E: EntityTrait + EntityName> Bulk<E> {
    pub(crate) fn new(backend: DbBackend) -> Self {
        let rows = VARIABLES / E::Column::iter().count().max(1);
        Self { backend, rows, full: statement::<E>(backend, rows), entity: PhantomData }
    }

    /// Each row is made when its turn comes: the next are made while the database writes those before them.
    pub(crate) async fn upsert<A, I>(&self, db: &impl ConnectionTrait, rows: I) -> Result<(), StoreError>
    where
        A: ActiveModelTrait<Entity = E>,
        I: Iterator<Item = Result<A, StoreError>> + Send,
    {
        let mut rows = rows;
        let mut batch = self.batch(&mut rows)?;
        while let Some(statement) = batch {
            let (written, next) = tokio::join!(db.execute_raw(statement), async { self.batch(&mut rows) });
            written?;
            batch = next?;
        }
        Ok(())
    }

    fn batch<A>(&self, rows: &mut impl Iterator<Item = Result<A, StoreError>>) -> Result<Option<Statement>, StoreError>
    where
        A: ActiveModelTrait<Entity = E>,
    {
        let mut values: Vec<Value> = Vec::with_capacity(VARIABLES);
        let mut count = 0;
        for row in rows.by_ref().take(self.rows) {
            let mut row = row?;
            for column in E::Column::iter() {
                let unset = StoreError::Inconsistent { table: "registry", what: "a row is written without one of its columns" };
                values.push(row.take(column).into_value().ok_or(unset)?);
            }
            count += 1;
        }
        Ok(match count {
            0 => None,
            full if full == self.rows => Some(Statement::from_sql_and_values(self.backend, &self.full, values)),
            some => Some(Statement::from_sql_and_values(self.backend, statement::<E>(self.backend, some), values)),
        })
    }
}

/// `INSERT … ON CONFLICT … DO UPDATE`, for so many rows.
fn statement<E: EntityTrait + EntityName>(backend: DbBackend, rows: usize) -> String {
    let quoted = |columns: &[&str]| columns.iter().map(|name| format!("\"{name}\"")).collect::<Vec<_>>().join(", ");
    let columns: Vec<E::Column> = E::Column::iter().collect();
    let names: Vec<&str> = columns.iter().map(IdenStatic::as_str).collect();
    let is_key = |column: &&E::Column| E::PrimaryKey::from_column(**column).is_some();
    let keys: Vec<&str> = columns.iter().filter(is_key).map(IdenStatic::as_str).collect();
    let others = columns.iter().filter(|column| !is_key(column)).map(IdenStatic::as_str);
    let set: Vec<String> = others.map(|name| format!("\"{name}\" = excluded.\"{name}\"")).collect();
    let mut sql = format!("INSERT INTO \"{}\" ({}) VALUES ", E::default().table_name(), quoted(&names));
    let mut variable = 0;
    for row in 0..rows {
        sql.push_str(if row == 0 { "(" } else { ", (" });
        for column in 0..names.len() {
            variable += 1;
            if column > 0 {
                sql.push_str(", ");
            }
            match backend {
                // Writing to a String cannot fail.
                DbBackend::Postgres => {
                    let _ = write!(sql, "${variable}");
                }
                _ => sql.push('?'),
            }
        }
        sql.push(')');
    }
    // A row that is nothing but its key is there or is not.
    let _ = match set.is_empty() {
        true => write!(sql, " ON CONFLICT ({}) DO NOTHING", quoted(&keys)),
        false => write!(sql, " ON CONFLICT ({}) DO UPDATE SET {}", quoted(&keys), set.join(", ")),
    };
    sql
}
