//! Named values of the installation: its name, the key's check value, the seed of its sample.

use crate::{Tx, WriteTx, error::Result};

/// The value kept under a name.
pub async fn find(tx: &mut Tx, name: &str) -> Result<Option<String>> {
    let row: Option<(String,)> = on_both!(tx, |c| {
        sqlx::query_as("select value from settings where name = $1").bind(name).fetch_optional(c).await
    })?;
    Ok(row.map(|(value,)| value))
}

/// Keeps a value under a name, in place of any other.
pub async fn set(tx: &mut WriteTx, name: &str, value: &str) -> Result<()> {
    run!(tx, sqlx::query(
        "insert into settings (name, value) values ($1, $2) on conflict (name) do update set value = excluded.value"
    )
    .bind(name)
    .bind(value))?;
    Ok(())
}
