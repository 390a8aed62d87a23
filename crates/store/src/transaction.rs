//! Transactions with two arms, and the macro that type-checks one query for both engines.

use std::{
    ops::{Deref, DerefMut},
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
};

use sqlx::{Postgres, Sqlite, Transaction};

use crate::error::Result;

/// The two engines.
pub(crate) enum Engine {
    Sqlite(Transaction<'static, Sqlite>),
    Postgres(Transaction<'static, Postgres>),
}

/// A transaction that reads one unchanging state of the store.
pub struct Tx {
    engine: Engine,
    queries: Arc<AtomicU64>,
}

impl Tx {
    pub(crate) const fn new(engine: Engine, queries: Arc<AtomicU64>) -> Self {
        Self { engine, queries }
    }

    /// The engine, for one query; the query is counted.
    pub(crate) fn engine(&mut self) -> &mut Engine {
        self.queries.fetch_add(1, Ordering::Relaxed);
        &mut self.engine
    }

    /// Whether the engine is SQLite: only [`crate::dialect`] may ask.
    pub(crate) const fn is_sqlite(&self) -> bool {
        matches!(self.engine, Engine::Sqlite(_))
    }
}

/// A transaction that may change things. Functions that read take it too. Dropped without [`WriteTx::commit`], it never was.
pub struct WriteTx {
    tx: Tx,
    /// Whether its changes are undone where they would be made to last.
    rehearses: bool,
}

impl WriteTx {
    pub(crate) const fn new(tx: Tx, rehearses: bool) -> Self {
        Self { tx, rehearses }
    }

    /// Makes the changes of this transaction last, all of them or none.
    pub async fn commit(mut self) -> Result<()> {
        crate::dialect::note_change(&mut self).await?;
        match self.tx.engine {
            Engine::Sqlite(transaction) if self.rehearses => transaction.rollback().await?,
            Engine::Postgres(transaction) if self.rehearses => transaction.rollback().await?,
            Engine::Sqlite(transaction) => transaction.commit().await?,
            Engine::Postgres(transaction) => transaction.commit().await?,
        }
        Ok(())
    }
}

impl Deref for WriteTx {
    type Target = Tx;
    fn deref(&self) -> &Tx {
        &self.tx
    }
}
impl DerefMut for WriteTx {
    fn deref_mut(&mut self) -> &mut Tx {
        &mut self.tx
    }
}

/// Type-checks and runs one sqlx expression for both engines: `on_both!(tx, |c| query.fetch_all(c).await)`.
macro_rules! on_both {
    ($tx:expr, |$c:ident| $body:expr) => {
        match $tx.engine() {
            $crate::transaction::Engine::Sqlite(transaction) => {
                let $c = &mut **transaction;
                $body
            }
            $crate::transaction::Engine::Postgres(transaction) => {
                let $c = &mut **transaction;
                $body
            }
        }
    };
}

/// Runs one statement on either engine and gives how many rows it changed: `run!(tx, sqlx::query("…").bind(…))`.
macro_rules! run {
    ($tx:expr, $query:expr) => {
        on_both!($tx, |c| $query.execute(c).await.map(|done| done.rows_affected()))
    };
}
