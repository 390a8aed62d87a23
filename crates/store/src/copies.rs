//! Whole copies of an embedded store: written while others work, looked through before they are trusted, put in its place.

use std::path::Path;

use sqlx::{ConnectOptions as _, Connection as _, SqliteConnection, sqlite::SqliteConnectOptions};

use crate::{
    Store,
    connection::{Pools, migrations},
    error::{Error, Result},
    tables::TABLES,
};

/// How a copy's schema compares with this program's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Schema {
    /// It is this program's.
    Current,
    /// It is an older one: opening brings it up to date.
    Older,
    /// A newer program made it, or it was changed by hand.
    Unknown,
    /// It is no store.
    None,
}

/// What was found in a copy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inspection {
    /// Its schema.
    pub schema: Schema,
    /// What SQLite found broken; empty if nothing.
    pub broken: Vec<String>,
    /// Rows of each table.
    pub rows: Vec<(&'static str, u64)>,
    /// The mark of the key its secrets are sealed with, as `settings` keep it.
    pub key_check: Option<String>,
}

impl Inspection {
    /// Whether it can take a store's place.
    pub const fn is_whole(&self) -> bool {
        self.broken.is_empty() && matches!(self.schema, Schema::Current | Schema::Older)
    }
}

impl Store {
    /// Writes a copy of the whole store as it stands at one moment into an empty file, while others go on reading and
    /// writing. PostgreSQL has its own tools for that: [`Error::OtherTools`].
    pub async fn copy_into(&self, file: &Path) -> Result<()> {
        let Pools::Sqlite { read, .. } = self.pools() else { return Err(Error::OtherTools) };
        let mut connection = read.acquire().await?;
        let name = file.to_str().ok_or_else(|| unreadable(file))?;
        sqlx::query("vacuum into $1").bind(name).execute(&mut *connection).await?;
        Ok(())
    }
}

/// Looks through the file of an embedded store that nobody has open, without changing it.
pub async fn inspect(file: &Path) -> Result<Inspection> {
    let options = SqliteConnectOptions::new().filename(file).read_only(true).immutable(true);
    let mut connection = options.connect().await?;
    let found = look_through(&mut connection).await;
    connection.close().await?;
    match found {
        Err(Error::Database(error)) => {
            let broken = vec![error.to_string()];
            Ok(Inspection { schema: Schema::None, broken, rows: Vec::new(), key_check: None })
        }
        found => found,
    }
}

async fn look_through(connection: &mut SqliteConnection) -> Result<Inspection> {
    let mut broken: Vec<String> = sqlx::query_scalar("select * from pragma_integrity_check limit 20")
        .fetch_all(&mut *connection)
        .await?;
    broken.retain(|line| line != "ok");
    let orphans: i64 = sqlx::query_scalar("select count(*) from pragma_foreign_key_check")
        .fetch_one(&mut *connection)
        .await?;
    if orphans > 0 {
        broken.push(format!("{orphans} rows refer to rows that are not there"));
    }
    let schema = schema(connection).await?;
    let mut rows = Vec::new();
    if matches!(schema, Schema::Current | Schema::Older) {
        for table in TABLES {
            let there: i64 =
                sqlx::query_scalar("select count(*) from sqlite_schema where type = 'table' and name = $1")
                    .bind(table)
                    .fetch_one(&mut *connection)
                    .await?;
            if there == 1 {
                let sql = sqlx::AssertSqlSafe(format!("select count(*) from {table}"));
                let count: i64 = sqlx::query_scalar(sql).fetch_one(&mut *connection).await?;
                rows.push((*table, u64::try_from(count).unwrap_or(0)));
            }
        }
    }
    let key_check = if rows.iter().any(|(table, _)| *table == "settings") {
        sqlx::query_scalar("select value from settings where name = 'key_check'")
            .fetch_optional(&mut *connection)
            .await?
    } else {
        None
    };
    Ok(Inspection { schema, broken, rows, key_check })
}

/// Compares the migrations a file has had with those this program knows.
async fn schema(connection: &mut SqliteConnection) -> Result<Schema> {
    let there: i64 = sqlx::query_scalar(
        "select count(*) from sqlite_schema where name in ('_sqlx_migrations', 'settings')",
    )
    .fetch_one(&mut *connection)
    .await?;
    if there < 2 {
        return Ok(Schema::None);
    }
    let had: Vec<(i64, Vec<u8>)> =
        sqlx::query_as("select version, checksum from _sqlx_migrations where success order by version")
            .fetch_all(&mut *connection)
            .await?;
    let known: Vec<(i64, Vec<u8>)> =
        migrations().iter().map(|one| (one.version, one.checksum.to_vec())).collect();
    Ok(match had.len() {
        0 => Schema::None,
        count if count <= known.len() && had == known[..count] => {
            if count == known.len() {
                Schema::Current
            } else {
                Schema::Older
            }
        }
        _ => Schema::Unknown,
    })
}

fn unreadable(file: &Path) -> Error {
    let source = std::io::Error::new(std::io::ErrorKind::InvalidFilename, "the name is not UTF-8");
    Error::File { path: file.display().to_string(), source }
}
