//! Where a request reads.
//!
//! A page is some ten small questions. Asked of a pool one by one, each pays for a connection being lent, handed back
//! and tested: with SQLite, whose connections are threads, that was more than the questions themselves. So a request
//! borrows one connection when it first asks, asks everything over it, and gives it back when its answer is made.

use std::sync::Arc;

use sea_orm::prelude::async_trait;
use sea_orm::{
    ConnectionTrait, DatabaseConnection, DatabaseTransaction, DbBackend, DbErr, ExecResult, QueryResult, Statement, TransactionTrait,
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

/// Asks the borrowed connection, or else the pool.
macro_rules! ask {
    ($reader:expr, $ask:ident, $what:expr) => {{
        if let Some(mut held) = $reader.held().await?
            && let Borrowed::Now(connection) = &*held
        {
            let result = connection.$ask($what).await;
            return Self::checked(result, &mut held);
        }
        $reader.pool.$ask($what).await
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
        ask!(self, query_one_raw, statement)
    }

    async fn query_all_raw(&self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        ask!(self, query_all_raw, statement)
    }
}
