//! One deed at a time where what was looked at must stay true until it is written.

use nennep_store::{WriteTx, settings};

use crate::{App, error::Result};

/// Waits until no other writer changes organisations or standings; until this transaction ends, no other will. SQLite has one writer
/// anyway; on PostgreSQL a row stands for the turn.
pub(crate) async fn take(app: &App, tx: &mut WriteTx) -> Result<()> {
    Ok(settings::set(tx, "deed_turn", &app.now().to_string()).await?)
}
