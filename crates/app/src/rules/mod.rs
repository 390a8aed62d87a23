//! The rules a deed is judged by: those of its day, with the values the committees above set for themselves.

mod list;
mod overrides;

pub use list::{RuleView, history, list};
pub use overrides::{OverrideForm, end_override, overrides, set_override};

use jiff::civil::Date;
use nennep_domain::{organisations::Place, rules::Rules};
use nennep_store::{Tx, rules};

use crate::{App, error::Result};

/// The rules in force on a day for an organisation.
pub async fn for_place(app: &App, tx: &mut Tx, place: &Place, on: Date) -> Result<Rules> {
    let overrides = rules::overrides(tx).await?;
    Ok(if overrides.is_empty() { app.rules.on(on) } else { app.rules.on_for(on, place, &overrides) })
}
