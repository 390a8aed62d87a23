//! The monthly review of a cell's list.

use jiff::civil::Date;
use nennep_domain::{
    accounts::permission::Action, ids::OrganisationId, names, problems::Sentence, time::Month,
};
use nennep_store::recruiting::{self, Review};

use super::load::load_cell;
use crate::{
    Ctx, boxed,
    error::{Error, Result},
    events::{self, Event},
};

/// The most letters of a note.
const MOST_LETTERS: usize = 500;

/// A review as typed.
#[derive(Debug, Clone, Default)]
pub struct ReviewForm {
    /// The day; today where nothing is said.
    pub on: Option<Date>,
    /// The resolution it is written in.
    pub resolution: String,
    /// What was said of the list.
    pub note: String,
}

/// Records that a cell reviewed its list, in the month of that day; who was added and dropped follows from the list itself. Recorded again
/// for the same month it is corrected.
#[boxed]
pub async fn review(ctx: &Ctx, cell: OrganisationId, form: &ReviewForm) -> Result<Month> {
    let mut tx = ctx.store.write().await?;
    load_cell(ctx, &mut tx, cell, Action::KeepMembers).await?;
    let today = ctx.now().date();
    let on = form.on.unwrap_or(today);
    if on > today {
        return Err(Error::invalid("on", Sentence::new("recruiting-refused-to-come")));
    }
    let short = |text: &str| names::tidy(text).chars().take(MOST_LETTERS).collect();
    let review = Review {
        cell,
        month: Month::of(on),
        on,
        resolution: short(&form.resolution),
        note: short(&form.note),
    };
    let known = recruiting::reviews(&mut tx, &[cell], (review.month, review.month)).await?;
    if known.first() != Some(&review) {
        recruiting::save_review(&mut tx, &review, ctx.now(), ctx.actor.account).await?;
        let event = Event::new("candidates.reviewed").at(cell).to(cell.0);
        events::record(&mut tx, ctx, event.with("month", review.month.index())).await?;
        tx.commit().await?;
    }
    Ok(review.month)
}

/// Takes the review of a month back. Doing it twice is safe.
#[boxed]
pub async fn take_review_back(ctx: &Ctx, cell: OrganisationId, month: Month) -> Result<()> {
    let mut tx = ctx.store.write().await?;
    load_cell(ctx, &mut tx, cell, Action::KeepMembers).await?;
    if recruiting::delete_review(&mut tx, cell, month).await? {
        let event = Event::new("candidates.review_taken_back").at(cell).to(cell.0);
        events::record(&mut tx, ctx, event.with("month", month.index())).await?;
        tx.commit().await?;
    }
    Ok(())
}
