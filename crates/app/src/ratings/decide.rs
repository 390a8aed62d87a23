//! The decision of the committee above on the ratings of a cell, entered together as one paper took them.

use jiff::civil::Date;
use nennep_domain::{
    accounts::permission::Action,
    ids::{OrganisationId, RatingRoundId, RatingStepId},
    ratings::{DecisionForm, StepKind},
};

use super::{
    Who, facts,
    load::{cell, day, must_be_open},
    vote::{Rows, enter},
};
use crate::{Ctx, boxed, error::Result};

/// The decision on one rating.
#[derive(Debug, Clone)]
pub struct Decided {
    /// Whose rating.
    pub who: Who,
    /// The step's id: the same posted twice is one decision.
    pub id: RatingStepId,
    /// The level, or the reason why none.
    pub form: DecisionForm,
}

/// The decisions of one paper.
#[derive(Debug, Clone)]
pub struct Decision {
    /// The day; today where none is named.
    pub on: Option<Date>,
    /// The decisions.
    pub rows: Vec<Decided>,
}

/// Enters decisions on a cell's ratings, all of them or none. "Excellent" needs the points and the share of tasks the cell put forward
/// (statement 38). A decision entered anew replaces the one before while the round is open.
#[boxed]
pub async fn decide(
    ctx: &Ctx,
    round: RatingRoundId,
    cell_id: OrganisationId,
    form: &Decision,
) -> Result<usize> {
    let mut tx = ctx.store.write().await?;
    let at = cell(ctx, &mut tx, round, cell_id, Action::DecideRatings).await?;
    must_be_open(&at.round)?;
    let on = day(ctx, &at.round, form.on)?;
    let rows = Rows::of(&mut tx, &at).await?;
    let mut steps = Vec::new();
    let mut wrong = Vec::new();
    for row in &form.rows {
        let checked =
            rows.steps(row.who).and_then(|kept| row.form.check(facts::put_forward(kept), &at.rules));
        match checked {
            Ok(body) => steps.push(rows.step(ctx, row.who, row.id, StepKind::Decision, on, body)),
            Err(problems) => wrong.push((row.who, problems)),
        }
    }
    enter(ctx, tx, "ratings.decided", &at, steps, wrong).await
}
