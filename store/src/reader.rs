//! Where a request reads.
//!
//! A page is some ten small questions. Asked of a pool one by one, each pays for a connection being lent, handed back
//! and tested: with SQLite, whose connections are threads, that was more than the questions themselves. So a request
//! borrows one connection when it first asks, asks everything over it, and gives it back when its answer is made.

use std::sync::Arc;

use sea_orm::prelude::async_trait;
use sea_orm::sqlx::{self, PgConnection, Postgres, pool::PoolConnection};
use sea_orm::{
    ConnAcquireErr, ConnectionTrait, DatabaseConnection, DatabaseTransaction, DbBackend, DbErr, ExecResult, QueryResult, RuntimeErr,
    Statement, TransactionTrait, Value,
};
use sea_query_sqlx::SqlxValues;
use tokio::sync::{Mutex, MutexGuard};

/// The pool; or one connection of it, for one request.
#[derive(Clone)]
pub(crate) struct Reader {
    pool: DatabaseConnection,
    borrowed: Option<Arc<Mutex<Borrowed>>>,
    watch: Option<Watch>,
}

/// Is shown each question that has been answered.
type Watch = Arc<dyn Fn(&Statement) + Send + Sync>;

/// What a request has of the pool.
enum Borrowed {
    NotYet,
    /// A transaction in which nothing is written: what holds a connection for as long as it lasts. What it reads is as the
    /// database was when it began.
    Sqlite(DatabaseTransaction),
    /// A connection without a transaction: to begin one and to end it would be two questions more, and each question sees
    /// what is written by then with or without it.
    Postgres(PoolConnection<Postgres>),
    /// From here on the pool is asked: the answer is made, or something is about to be written, and a reader must see
    /// what its own request has written.
    NoMore,
}

impl std::fmt::Debug for Reader {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("Reader").field("for_request", &self.borrowed.is_some()).finish_non_exhaustive()
    }
}

impl Reader {
    pub(crate) fn new(pool: DatabaseConnection) -> Self {
        Self { pool, borrowed: None, watch: None }
    }

    /// Shows each question that has been answered.
    pub(crate) fn watch(&mut self, watch: impl Fn(&Statement) + Send + Sync + 'static) {
        let watch: Watch = Arc::new(watch);
        self.watch = Some(Arc::clone(&watch));
        self.pool.set_metric_callback(move |asked| watch(asked.statement));
    }

    /// For one request; its clones share what is borrowed.
    pub(crate) fn for_request(&self) -> Self {
        Self { borrowed: Some(Arc::new(Mutex::new(Borrowed::NotYet))), ..self.clone() }
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
            *held = match self.pool.get_database_backend() {
                DbBackend::Postgres => Borrowed::Postgres(self.pool.get_postgres_connection_pool().acquire().await.map_err(not_lent)?),
                _ => Borrowed::Sqlite(self.pool.begin().await?),
            };
        }
        Ok((!matches!(*held, Borrowed::NoMore)).then_some(held))
    }

    /// All rows that answer, from what is borrowed or else from the pool. After something went wrong nothing is borrowed.
    async fn rows(&self, asked: Statement) -> Result<Vec<QueryResult>, DbErr> {
        let asked = limits_written_out(asked);
        let Some(mut held) = self.held().await? else { return self.pool.query_all_raw(asked).await };
        let result = match &mut *held {
            Borrowed::Sqlite(transaction) => transaction.query_all_raw(asked).await,
            Borrowed::Postgres(connection) => {
                let rows = rows(connection, &asked).await;
                self.watch.iter().for_each(|watch| watch(&asked));
                rows
            }
            Borrowed::NotYet | Borrowed::NoMore => self.pool.query_all_raw(asked).await,
        };
        if result.is_err() {
            *held = Borrowed::NoMore;
        }
        result
    }
}

/// Asks one connection to PostgreSQL, as SeaORM asks its pool.
async fn rows(connection: &mut PgConnection, asked: &Statement) -> Result<Vec<QueryResult>, DbErr> {
    let values = asked.values.clone().unwrap_or_else(|| sea_orm::Values(Vec::new()));
    // No text of a request is a part of it: statements are built by SeaQuery, with their values beside them.
    let query = sqlx::query_with(sqlx::AssertSqlSafe(asked.sql.as_str()), SqlxValues(values));
    match query.fetch_all(connection).await {
        Ok(rows) => Ok(rows.into_iter().map(QueryResult::from).collect()),
        Err(error) => Err(DbErr::Query(RuntimeErr::SqlxError(error.into()))),
    }
}

/// Why no connection was lent, as SeaORM says it.
fn not_lent(error: sqlx::Error) -> DbErr {
    match error {
        sqlx::Error::PoolTimedOut => DbErr::ConnectionAcquire(ConnAcquireErr::Timeout),
        sqlx::Error::PoolClosed => DbErr::ConnectionAcquire(ConnAcquireErr::ConnectionClosed),
        other => DbErr::Conn(RuntimeErr::SqlxError(other.into())),
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

#[async_trait::async_trait]
impl ConnectionTrait for Reader {
    fn get_database_backend(&self) -> DbBackend {
        self.pool.get_database_backend()
    }

    async fn execute_raw(&self, statement: Statement) -> Result<ExecResult, DbErr> {
        self.give_back().await;
        self.pool.execute_raw(statement).await
    }

    async fn execute_unprepared(&self, sql: &str) -> Result<ExecResult, DbErr> {
        self.give_back().await;
        self.pool.execute_unprepared(sql).await
    }

    async fn query_one_raw(&self, statement: Statement) -> Result<Option<QueryResult>, DbErr> {
        Ok(self.rows(statement).await?.into_iter().next())
    }

    async fn query_all_raw(&self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        self.rows(statement).await
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
