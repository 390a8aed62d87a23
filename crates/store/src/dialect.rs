//! What must differ between the two engines; a test counts the functions here, so that the list stays short.

use crate::{WriteTx, error::Result, transaction::Tx};

/// Bytes the database takes on disk.
pub async fn size_bytes(tx: &mut Tx) -> Result<i64> {
    let sql = if tx.is_sqlite() {
        "select page_count * page_size from pragma_page_count(), pragma_page_size()"
    } else {
        "select pg_database_size(current_database())"
    };
    Ok(on_both!(tx, |c| sqlx::query_scalar(sql).fetch_one(c).await)?)
}

/// What the engine finds broken in the file; PostgreSQL looks after its own.
pub async fn faults(tx: &mut Tx) -> Result<Vec<String>> {
    if !tx.is_sqlite() {
        return Ok(Vec::new());
    }
    let mut found: Vec<String> =
        on_both!(tx, |c| sqlx::query_scalar("select * from pragma_quick_check limit 20").fetch_all(c).await)?;
    found.retain(|line| line != "ok");
    Ok(found)
}

/// A mark of the state this transaction reads: two transactions with the same mark read the same state, whatever process
/// wrote it. What was worked out from a state can be given again as long as the mark stays.
///
/// PostgreSQL's own snapshot is such a mark. SQLite counts commits for it ([`note_change`]).
pub async fn change_mark(tx: &mut Tx) -> Result<String> {
    let sql = if tx.is_sqlite() {
        "select coalesce((select value from settings where name = 'changes'), '')"
    } else {
        "select cast(pg_current_snapshot() as text)"
    };
    Ok(on_both!(tx, |c| sqlx::query_scalar(sql).fetch_one(c).await)?)
}

/// Counts a commit where the engine has no mark of its own.
pub(crate) async fn note_change(tx: &mut WriteTx) -> Result<()> {
    if tx.is_sqlite() {
        run!(
            tx,
            sqlx::query(
                "insert into settings (name, value) values ('changes', '1')
                 on conflict (name) do update set value = cast(cast(value as integer) + 1 as text)"
            )
        )?;
    }
    Ok(())
}
