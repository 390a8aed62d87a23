//! The rules a deed is judged by: those of its day, with the values the committees above set for themselves; and how those
//! values are shown, set and ended.

mod end;
mod explain;
mod list;
mod own;
mod set;

use jiff::civil::Date;
use nennep_domain::{organisations::Place, rules::Rules};
use nennep_store::{Tx, organisations, rules};

pub use end::{end_override, must_be_of, withdraw_override};
pub use explain::{OwnValue, RuleView, explain};
pub use list::{RulePage, choices, list, places_to_set, show, standing};
pub use set::{OverrideForm, set_override};

use crate::{App, boxed, error::Result};

/// The rules in force on a day for an organisation: a committee's own values hold for what stood below it that day.
#[boxed]
pub async fn for_place(app: &App, tx: &mut Tx, place: &Place, on: Date) -> Result<Rules> {
    let overrides = rules::overrides(tx).await?;
    if overrides.is_empty() {
        return Ok(app.rules.on(on));
    }
    if on >= app.now().date() {
        return Ok(app.rules.on_for(on, place, &overrides));
    }
    let mut lineage = organisations::lineage(tx, place.organisation, on).await?.into_iter().map(|one| one.id);
    let then = lineage.next().map(|organisation| Place { organisation, above: lineage.collect() });
    Ok(app.rules.on_for(on, then.as_ref().unwrap_or(place), &overrides))
}
