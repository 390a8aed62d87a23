//! What must differ between the two engines; a test counts the functions here, so that the list stays short.

use crate::{error::Result, transaction::Tx};

/// Bytes the database takes on disk.
pub async fn size_bytes(tx: &mut Tx) -> Result<i64> {
    let sql = if tx.is_sqlite() {
        "select page_count * page_size from pragma_page_count(), pragma_page_size()"
    } else {
        "select pg_database_size(current_database())"
    };
    Ok(on_both!(tx, |c| sqlx::query_scalar(sql).fetch_one(c).await)?)
}
