//! The rules a deed is judged by: those of its day, with the values the committees above set for themselves; and how those
//! values are shown, set and ended.

mod end;
mod explain;
mod list;
mod own;
mod set;

use jiff::civil::Date;
use nennep_domain::{organisations::Place, rules::Rules};
use nennep_store::{Tx, rules};

pub use end::{end_override, must_be_of, withdraw_override};
pub use explain::{OwnValue, RuleView, explain};
pub use list::{RulePage, choices, list, places_to_set, show, standing};
pub use set::{OverrideForm, set_override};

use crate::{App, boxed, error::Result};

/// The rules in force on a day for an organisation.
#[boxed]
pub async fn for_place(app: &App, tx: &mut Tx, place: &Place, on: Date) -> Result<Rules> {
    let overrides = rules::overrides(tx).await?;
    Ok(if overrides.is_empty() { app.rules.on(on) } else { app.rules.on_for(on, place, &overrides) })
}
