//! Opening a store, and the two kinds of transaction.

use std::{
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

use sqlx::{
    ConnectOptions as _, Executor as _, SqlitePool,
    migrate::{Migration, Migrator},
    postgres::{PgConnectOptions, PgPool, PgPoolOptions},
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous},
};

use crate::{
    error::{Error, Result},
    transaction::{Engine, Tx, WriteTx},
};

/// Where a store is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Location {
    /// An SQLite file; it and its folder are made when missing.
    Sqlite(PathBuf),
    /// A PostgreSQL schema; it is made when missing.
    Postgres {
        /// Connection address, `postgres://…`.
        url: String,
        /// The schema: one per party committee.
        schema: String,
    },
}

pub(crate) enum Pools {
    Sqlite { read: SqlitePool, write: SqlitePool },
    Postgres(PgPool),
}

/// The database of one party committee and all below it. Cloning gives another handle on the same store.
#[derive(Clone)]
pub struct Store {
    pools: Arc<Pools>,
    location: Arc<Location>,
    queries: Arc<AtomicU64>,
    /// Whether what is written is undone.
    rehearses: bool,
}

/// How long a writer waits for another before the store says that it is busy.
const WAIT: Duration = Duration::from_secs(10);
/// How many rows SQLite's thread reads ahead of whoever takes them: each time it must wait costs a change of threads.
const ROWS_AHEAD: usize = 1_000;

impl Store {
    /// Opens the store and brings its schema up to date.
    pub async fn open(location: &Location) -> Result<Self> {
        let pools = match location {
            Location::Sqlite(file) => open_sqlite(file).await?,
            Location::Postgres { url, schema } => open_postgres(url, schema).await?,
        };
        Ok(Self {
            pools: Arc::new(pools),
            location: Arc::new(location.clone()),
            queries: Arc::default(),
            rehearses: false,
        })
    }

    /// Another handle on this store, through which every change goes as far as it would and is then undone: for asking
    /// who may do what on one state of things.
    #[must_use]
    pub fn rehearsal(&self) -> Self {
        Self { rehearses: true, ..self.clone() }
    }

    /// Its connections.
    pub(crate) fn pools(&self) -> &Pools {
        &self.pools
    }

    /// Where it is.
    pub fn location(&self) -> &Location {
        &self.location
    }

    /// A transaction that reads.
    pub async fn read(&self) -> Result<Tx> {
        let engine = match &*self.pools {
            Pools::Sqlite { read, .. } => Engine::Sqlite(read.begin().await?),
            Pools::Postgres(pool) => {
                Engine::Postgres(pool.begin_with("begin isolation level repeatable read read only").await?)
            }
        };
        Ok(Tx::new(engine, Arc::clone(&self.queries)))
    }

    /// A transaction that may change things. SQLite takes one at a time: others wait their turn.
    pub async fn write(&self) -> Result<WriteTx> {
        let engine = match &*self.pools {
            Pools::Sqlite { write, .. } => Engine::Sqlite(write.begin_with("begin immediate").await?),
            Pools::Postgres(pool) => Engine::Postgres(pool.begin().await?),
        };
        Ok(WriteTx::new(Tx::new(engine, Arc::clone(&self.queries)), self.rehearses))
    }

    /// How many queries ran since the store was opened: tests hold pages to a bound with it.
    pub fn queries(&self) -> u64 {
        self.queries.load(Ordering::Relaxed)
    }

    /// Closes every connection; the SQLite file is left whole, without a write-ahead log beside it.
    pub async fn close(&self) {
        match &*self.pools {
            Pools::Sqlite { read, write } => {
                read.close().await;
                write.close().await;
            }
            Pools::Postgres(pool) => pool.close().await,
        }
    }
}

static SQLITE: Migrator = sqlx::migrate!("migrations/sqlite");

/// The migrations an embedded store has had once it is open.
pub(crate) fn migrations() -> Vec<&'static Migration> {
    SQLITE.iter().filter(|one| one.migration_type.is_up_migration()).collect()
}

async fn open_sqlite(file: &Path) -> Result<Pools> {
    if let Some(folder) = file.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        std::fs::create_dir_all(folder)
            .map_err(|source| Error::File { path: folder.display().to_string(), source })?;
    }
    let options = SqliteConnectOptions::new()
        .filename(file)
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
        .busy_timeout(WAIT)
        .pragma("cache_size", "-65536")
        .pragma("mmap_size", "268435456")
        .statement_cache_capacity(256)
        .row_buffer_size(ROWS_AHEAD)
        .disable_statement_logging();
    // A connection to a file does not go away by itself: it is not asked whether it is still there.
    let write = SqlitePoolOptions::new()
        .max_connections(1)
        .acquire_timeout(WAIT)
        .test_before_acquire(false)
        .connect_with(options.clone())
        .await?;
    SQLITE.run(&write).await?;
    let read = SqlitePoolOptions::new()
        .max_connections(4)
        .acquire_timeout(WAIT)
        .test_before_acquire(false)
        .connect_with(options.read_only(true).create_if_missing(false))
        .await?;
    Ok(Pools::Sqlite { read, write })
}

async fn open_postgres(url: &str, schema: &str) -> Result<Pools> {
    if schema.is_empty() || !schema.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
    {
        return Err(Error::Unreadable(format!("schema {schema:?}: use lower-case letters, digits and _")));
    }
    let options: PgConnectOptions = url.parse()?;
    let options =
        options.options([("search_path", schema)]).application_name("nennep").statement_cache_capacity(256);
    let options = options.disable_statement_logging();
    let pool = PgPoolOptions::new().max_connections(12).acquire_timeout(WAIT).connect_with(options).await?;
    pool.execute(sqlx::AssertSqlSafe(format!("create schema if not exists \"{schema}\""))).await?;
    sqlx::migrate!("migrations/postgres").run(&pool).await?;
    Ok(Pools::Postgres(pool))
}
