//! The cell's votes, entered together as one sitting took them: for each member, and for the cell itself, totals only.

use std::collections::HashMap;

use jiff::civil::Date;
use nennep_domain::{
    accounts::permission::Action,
    ids::{OrganisationId, RatingRoundId, RatingStepId},
    problems::{Problems, Sentence},
    ratings::{Step, StepBody, StepKind, VoteForm},
};
use nennep_store::{
    Tx, WriteTx,
    ratings::{self, Whose},
};

use super::{
    Who,
    cell_sheet::voters,
    load::{InCell, cell, day, must_be_open},
    refused::RowProblems,
};
use crate::{
    Ctx, boxed,
    error::{Error, Result},
    events::{self, Event},
};

/// The vote on one rating.
#[derive(Debug, Clone, Copy)]
pub struct Voted {
    /// Whose rating.
    pub who: Who,
    /// The step's id: the same posted twice is one vote.
    pub id: RatingStepId,
    /// Totals, points, the level proposed.
    pub form: VoteForm,
}

/// The votes of one sitting.
#[derive(Debug, Clone)]
pub struct Vote {
    /// The day; today where none is named.
    pub on: Option<Date>,
    /// The votes.
    pub rows: Vec<Voted>,
}

/// Enters the cell's votes, all of them or none. The totals must balance among the official members, of a
/// committee organisation among its committee's members; "excellent" needs its points and
/// its share of tasks (statement 38). A vote entered anew replaces the one before until it is decided.
#[boxed]
pub async fn vote(ctx: &Ctx, round: RatingRoundId, cell_id: OrganisationId, form: &Vote) -> Result<usize> {
    let mut tx = ctx.store.write().await?;
    let at = cell(ctx, &mut tx, round, cell_id, Action::KeepRatings).await?;
    must_be_open(&at.round)?;
    let on = day(ctx, &at.round, form.on)?;
    let official = voters(&mut tx, &at.cell, on).await?;
    let rows = Rows::of(&mut tx, &at).await?;
    let mut steps = Vec::new();
    let mut wrong = Vec::new();
    for row in &form.rows {
        match rows.undecided(row.who).and_then(|()| row.form.check(official, &at.rules)) {
            Ok(body) => steps.push(rows.step(ctx, row.who, row.id, StepKind::Vote, on, body)),
            Err(problems) => wrong.push((row.who, problems)),
        }
    }
    enter(ctx, tx, "ratings.voted", &at, steps, wrong).await
}

/// The ratings of a cell as they stand.
pub(super) struct Rows<'a> {
    at: &'a InCell,
    steps: HashMap<Who, Vec<Step>>,
}

impl<'a> Rows<'a> {
    pub(super) async fn of(tx: &mut Tx, at: &'a InCell) -> Result<Self> {
        let cell = at.cell.id;
        let mut steps: HashMap<Who, Vec<Step>> = HashMap::from([(Who::Cell(cell), Vec::new())]);
        for rated in ratings::rated(tx, at.round.id, Some(cell)).await? {
            steps.insert(Who::Member(rated.member), Vec::new());
        }
        for step in ratings::steps(tx, at.round.id, Whose::Cell(cell)).await? {
            let who = step.member.map_or(Who::Cell(cell), Who::Member);
            steps.entry(who).or_default().push(step);
        }
        Ok(Self { at, steps })
    }

    /// The steps of one rating; a problem where it is none of the cell's.
    pub(super) fn steps(&self, who: Who) -> Result<&[Step], Problems> {
        let found = self.steps.get(&who).map(Vec::as_slice);
        found.ok_or_else(|| Problems::one("", Sentence::new("ratings-not-rated-here")))
    }

    fn undecided(&self, who: Who) -> Result<(), Problems> {
        let decided = self.steps(who)?.iter().any(|step| step.kind == StepKind::Decision);
        if decided { Err(Problems::one("", Sentence::new("ratings-refused-decided"))) } else { Ok(()) }
    }

    pub(super) fn step(
        &self,
        ctx: &Ctx,
        who: Who,
        id: RatingStepId,
        kind: StepKind,
        on: Date,
        body: StepBody,
    ) -> Step {
        Step {
            id,
            round: self.at.round.id,
            cell: self.at.cell.id,
            member: who.member(),
            kind,
            source: None,
            on,
            body,
            at: ctx.now(),
            by: ctx.actor.account,
        }
    }
}

/// Writes steps of one kind, or refuses them all where some are wrong; gives how many were new.
pub(super) async fn enter(
    ctx: &Ctx,
    mut tx: WriteTx,
    event: &'static str,
    at: &InCell,
    steps: Vec<Step>,
    wrong: Vec<(Who, Problems)>,
) -> Result<usize> {
    if !wrong.is_empty() {
        return Err(Error::refused(RowProblems(wrong)));
    }
    if steps.is_empty() {
        return Err(Error::invalid("", Sentence::new("ratings-no-rows")));
    }
    let new = ratings::replace_steps(&mut tx, &steps).await?;
    if new > 0 {
        let event = Event::new(event).at(at.cell.id).to(at.round.id.0).with("ratings", new);
        events::record(&mut tx, ctx, event).await?;
        tx.commit().await?;
    }
    Ok(usize::try_from(new).unwrap_or(usize::MAX))
}
