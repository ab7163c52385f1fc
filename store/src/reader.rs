//! Where a request reads.
//!
//! A page is some ten small questions. Asked of a pool one by one, each pays for a connection being lent, handed back
//! and tested: with SQLite, whose connections are threads, that was more than the questions themselves. So a request
//! borrows one connection when it first asks, asks everything over it, and gives it back when its answer is made.

use std::sync::Arc;

use sea_orm::prelude::async_trait;
use sea_orm::{
    ConnectionTrait, DatabaseConnection, DatabaseTransaction, DbBackend, DbErr, ExecResult, QueryResult, Statement, TransactionTrait, Value,
};
use tokio::sync::{Mutex, MutexGuard};

/// The pool; or one connection of it, for one request.
#[derive(Debug, Clone)]
pub(crate) struct Reader {
    pool: DatabaseConnection,
    borrowed: Option<Arc<Mutex<Borrowed>>>,
}

/// What a request has of the pool.
#[derive(Debug)]
enum Borrowed {
    NotYet,
    /// A transaction in which nothing is written: what holds a connection for as long as it lasts. What it reads may be
    /// as the database was when it began.
    Now(DatabaseTransaction),
    /// From here on the pool is asked: the answer is made, or something is about to be written, and a reader must see
    /// what its own request has written.
    NoMore,
}

impl Reader {
    pub(crate) fn new(pool: DatabaseConnection) -> Self {
        Self { pool, borrowed: None }
    }

    /// Shows each question that has been answered.
    pub(crate) fn watch(&mut self, watch: impl Fn(&Statement) + Send + Sync + 'static) {
        self.pool.set_metric_callback(move |asked| watch(asked.statement));
    }

    /// For one request; its clones share what is borrowed.
    pub(crate) fn for_request(&self) -> Self {
        Self { pool: self.pool.clone(), borrowed: Some(Arc::new(Mutex::new(Borrowed::NotYet))) }
    }

    /// The pool itself, for what goes on after a request, or reads more than a page.
    pub(crate) fn pool(&self) -> &DatabaseConnection {
        &self.pool
    }

    /// Gives back what is borrowed.
    pub(crate) async fn give_back(&self) {
        if let Some(borrowed) = &self.borrowed {
            // Dropping a transaction undoes it, and that lends the connection to the next one.
            *borrowed.lock().await = Borrowed::NoMore;
        }
    }

    /// The connection of this request, borrowed now if it was not; `None` where the pool is to be asked.
    async fn held(&self) -> Result<Option<MutexGuard<'_, Borrowed>>, DbErr> {
        let Some(borrowed) = &self.borrowed else { return Ok(None) };
        let mut held = borrowed.lock().await;
        if matches!(*held, Borrowed::NotYet) {
            *held = Borrowed::Now(self.pool.begin().await?);
        }
        Ok(Some(held))
    }

    /// PostgreSQL answers nothing more in a transaction in which something went wrong.
    fn checked<T>(result: Result<T, DbErr>, held: &mut Borrowed) -> Result<T, DbErr> {
        if result.is_err() {
            *held = Borrowed::NoMore;
        }
        result
    }
}

/// The same question with its limits written out.
///
/// PostgreSQL plans a question once for all values only when that looks as good as planning it anew for each. Of a limit that
/// it is not told it assumes a tenth of everything, which looks bad: lists of thirty rows were planned at each request, which
/// took longer than answering them. (A value that nothing refers to is let alone.)
fn limits_written_out(mut asked: Statement) -> Statement {
    const LIMIT: &str = " LIMIT $";
    let (DbBackend::Postgres, Some(values)) = (asked.db_backend, &asked.values) else { return asked };
    let mut pieces = asked.sql.split(LIMIT);
    let mut sql = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let end = piece.find(|at: char| !at.is_ascii_digit()).unwrap_or(piece.len());
        let (place, rest) = piece.split_at(end);
        match place.parse::<usize>().ok().and_then(|place| values.0.get(place.checked_sub(1)?)) {
            Some(Value::BigUnsigned(Some(limit))) => sql.extend([" LIMIT ", &limit.to_string(), rest]),
            _ => sql.extend([LIMIT, piece]),
        }
    }
    asked.sql = sql;
    asked
}

/// Asks the borrowed connection, or else the pool.
macro_rules! ask {
    ($reader:expr, $ask:ident, $what:expr) => {{
        let what = $what;
        if let Some(mut held) = $reader.held().await?
            && let Borrowed::Now(connection) = &*held
        {
            let result = connection.$ask(what).await;
            return Self::checked(result, &mut held);
        }
        $reader.pool.$ask(what).await
    }};
}

#[async_trait::async_trait]
impl ConnectionTrait for Reader {
    fn get_database_backend(&self) -> DbBackend {
        self.pool.get_database_backend()
    }

    async fn execute_raw(&self, statement: Statement) -> Result<ExecResult, DbErr> {
        ask!(self, execute_raw, statement)
    }

    async fn execute_unprepared(&self, sql: &str) -> Result<ExecResult, DbErr> {
        ask!(self, execute_unprepared, sql)
    }

    async fn query_one_raw(&self, statement: Statement) -> Result<Option<QueryResult>, DbErr> {
        ask!(self, query_one_raw, limits_written_out(statement))
    }

    async fn query_all_raw(&self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        ask!(self, query_all_raw, limits_written_out(statement))
    }
}

#[cfg(test)]
mod tests {
    use sea_orm::sea_query::{Alias, Expr, Query};

    use super::*;

    fn asked(backend: DbBackend) -> Statement {
        let (row, other) = (Alias::new("row"), Alias::new("other"));
        let inner = Query::select().column(row.clone()).from(other).limit(1).to_owned();
        let sub = Expr::SubQuery(None, Box::new(inner.into()));
        let of = Query::select().column(row).from(Alias::new("one")).and_where(sub).and_where(Expr::val(" LIMIT $1")).limit(31).to_owned();
        limits_written_out(backend.build(&of))
    }

    #[test]
    fn postgresql_is_told_the_limits_and_nothing_else_is_touched() {
        let asked = asked(DbBackend::Postgres);
        let (limit, other) = (Some(31), " LIMIT $1".to_owned());
        assert_eq!(asked.sql, r#"SELECT "row" FROM "one" WHERE (SELECT "row" FROM "other" LIMIT 1) AND $2 LIMIT 31"#);
        assert_eq!(asked.values.unwrap().0, [Value::BigUnsigned(Some(1)), other.into(), Value::BigUnsigned(limit)]);
    }

    #[test]
    fn sqlite_is_asked_as_it_was() {
        assert!(asked(DbBackend::Sqlite).sql.ends_with("LIMIT ?"));
    }
}
