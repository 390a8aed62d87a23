//! What can go wrong between the program and its database.

use sqlx::migrate::MigrateError;

/// A failure of the database, or of what stands in it.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The database is busy, full or gone; trying again later may help.
    #[error("the database could not take this now: {0}")]
    Busy(#[source] sqlx::Error),
    /// The disk is full or cannot be written.
    #[error("the database's disk is full or cannot be written: {0}")]
    DiskFull(#[source] sqlx::Error),
    /// What was to be written speaks of something that does not exist.
    #[error("what was to be written speaks of something that does not exist: {0}")]
    Dangling(#[source] sqlx::Error),
    /// The database answered with an error.
    #[error(transparent)]
    Database(sqlx::Error),
    /// A migration could not be applied.
    #[error(transparent)]
    Migration(MigrateError),
    /// Something stands in the database that the domain does not know.
    #[error("unreadable value in the database: {0}")]
    Unreadable(String),
    /// The engine has tools of its own for this.
    #[error("PostgreSQL has its own tools for this: pg_dump and pg_restore")]
    OtherTools,
    /// A file of the store could not be read or written.
    #[error("{path}: {source}")]
    File {
        /// The file.
        path: String,
        /// Why.
        source: std::io::Error,
    },
}

/// What the store's functions give.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// SQLite's primary result codes: busy 5, locked 6, full 13, read-only 8.
const SQLITE_BUSY: [&str; 2] = ["5", "6"];
const SQLITE_DISK: [&str; 2] = ["13", "8"];
/// SQLite's extended codes of an I/O error on writing: write, sync, sync of the folder, truncate, shared memory.
const SQLITE_WRITING: [&str; 5] = ["778", "1034", "1290", "1546", "4874"];
/// PostgreSQL's `disk_full`, and its classes for too many connections, serialization failures and shutdown.
const POSTGRES_DISK: &str = "53100";
const POSTGRES_BUSY: [&str; 5] = ["53300", "40001", "40P01", "57P01", "57P03"];

/// SQLite's codes are short; its extended ones carry the primary one in the low byte.
fn primary(code: &str) -> Option<String> {
    let number: i64 = code.parse().ok().filter(|_| code.len() < 5)?;
    Some((number & 0xff).to_string())
}

fn is_disk(error: &sqlx::Error) -> bool {
    let sqlx::Error::Database(database) = error else { return false };
    let code = database.code().unwrap_or_default();
    let is_sqlite = primary(&code).is_some_and(|primary| {
        SQLITE_DISK.contains(&primary.as_str()) || SQLITE_WRITING.contains(&code.as_ref())
    });
    code == POSTGRES_DISK || is_sqlite
}

fn is_busy(error: &sqlx::Error) -> bool {
    let sqlx::Error::Database(database) = error else {
        return matches!(error, sqlx::Error::PoolTimedOut | sqlx::Error::Io(_) | sqlx::Error::PoolClosed);
    };
    let code = database.code().unwrap_or_default();
    let is_sqlite = primary(&code).is_some_and(|primary| SQLITE_BUSY.contains(&primary.as_str()));
    POSTGRES_BUSY.contains(&code.as_ref()) || is_sqlite
}

impl From<MigrateError> for Error {
    fn from(error: MigrateError) -> Self {
        match error {
            MigrateError::Execute(error) | MigrateError::ExecuteMigration(error, _) if is_disk(&error) => {
                Self::DiskFull(error)
            }
            other => Self::Migration(other),
        }
    }
}

impl From<sqlx::Error> for Error {
    fn from(error: sqlx::Error) -> Self {
        match &error {
            _ if is_disk(&error) => Self::DiskFull(error),
            _ if is_busy(&error) => Self::Busy(error),
            sqlx::Error::Database(database) if database.is_foreign_key_violation() => Self::Dangling(error),
            _ => Self::Database(error),
        }
    }
}
