//! One rating with what it rests on, for whoever it is about and for those who follow it. Who else opened it is noted.

use nennep_domain::{
    accounts::permission::Action,
    ids::{MemberId, RatingRoundId, RatingStepId},
    organisations::Organisation,
    problems::{Citation, Sentence},
    ratings::{Commitment, Grounds, Level, Round, Step, StepKind, Support, support},
    rules::Rules,
    tasks::Task,
};
use nennep_store::{
    Tx,
    ratings::{self, Rated},
};

use super::{
    Rests, Who,
    cell_sheet::{grounds, voters},
    facts,
    load::{One, one, span},
};
use crate::{
    Ctx, boxed,
    error::Result,
    events::{self, Event},
    tasks::shown_of_member,
};

/// What the reader may do with a rating as it stands.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each says one thing a page offers or not")]
pub struct May {
    /// Whether it is the reader's own.
    pub own: bool,
    /// Enter the self-rating.
    pub rate: bool,
    /// Enter opinions.
    pub keep: bool,
    /// Answer the decision.
    pub answer: bool,
}

/// How an earlier year was rated.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PastLevel {
    /// The round.
    pub round: Round,
    /// The level decided.
    pub level: Option<Level>,
}

/// One rating.
#[derive(Debug, Clone)]
pub struct RatingView {
    /// The round.
    pub round: Round,
    /// The cell, as it was called on the day counted.
    pub cell: Organisation,
    /// Whose it is.
    pub who: Who,
    /// The member; none for a cell's own.
    pub rated: Option<Rated>,
    /// The steps that stand, in the order they were entered.
    pub steps: Vec<Step>,
    /// What it rests on, as the program knows it.
    pub rests: Rests,
    /// The tasks reported done in the year, each with how many files it rests on; of a member's rating.
    pub tasks: Vec<(Task, u32)>,
    /// What is weighed: points and tasks as they were put forward.
    pub grounds: Grounds,
    /// What level that bears.
    pub support: Support,
    /// What to say of the cell's vote where its level did not get the majority of all official members.
    pub short: Option<(Sentence, Citation)>,
    /// The commitment of the year.
    pub commitment: Option<Commitment>,
    /// How earlier years were rated, the latest first.
    pub past: Vec<PastLevel>,
    /// The steps the reader can take back now.
    pub undone: Vec<RatingStepId>,
    /// What the reader may do.
    pub may: May,
    /// The rules in force.
    pub rules: Rules,
}

impl RatingView {
    /// The step of a kind that stands; of opinions the first.
    pub fn step(&self, kind: StepKind) -> Option<&Step> {
        self.steps.iter().find(|step| step.kind == kind)
    }
}

/// One rating, for the member it is about and for those who follow it; it is noted which of those opened it.
#[boxed]
pub async fn show(ctx: &Ctx, round: RatingRoundId, who: Who) -> Result<RatingView> {
    let mut tx = ctx.store.write().await?;
    let one = one(ctx, &mut tx, round, who, Action::SeeRating).await?;
    let own = who.member().is_some() && who.member() == ctx.actor.member;
    let view = view(ctx, &mut tx, one, own).await?;
    if let Some(member) = who.member().filter(|_| !own) {
        let event = Event::new("member.rating_read").at(view.cell.id).to(member.0);
        events::record(&mut tx, ctx, event.with("year", view.round.year)).await?;
        tx.commit().await?;
    }
    Ok(view)
}

async fn view(ctx: &Ctx, tx: &mut Tx, one: One, own: bool) -> Result<RatingView> {
    let (round, rules) = (&one.at.round, &one.at.rules);
    let span = span(ctx, round, rules);
    let rests = match one.who {
        Who::Cell(_) => facts::of_itself(tx, round, &one.at.cell, &span, rules).await?,
        Who::Member(member) => {
            let mut found = facts::of_members(tx, round.id, Some(one.who.whose()), &span).await?;
            found.remove(&member).unwrap_or_default()
        }
    };
    let (commitment, past) = match one.who {
        Who::Member(member) => {
            (ratings::find_commitment(tx, member, round.year).await?, past(tx, member, round).await?)
        }
        Who::Cell(_) => (None, Vec::new()),
    };
    let tasks = match one.who {
        Who::Member(member) => shown_of_member(tx, member, (span.from, span.to)).await?,
        Who::Cell(_) => Vec::new(),
    };
    let official = voters(tx, &one.at.cell, ctx.now().date()).await?;
    let vote = one.step(StepKind::Vote).map(|step| &step.body);
    let short = vote.and_then(|body| body.ballots?.short_of(body.level?, official, rules));
    let grounds = grounds(&one.steps, &rests);
    let is_open = one.must_be_open().is_ok();
    let writes = match one.who {
        Who::Member(_) => Action::RateOneself,
        Who::Cell(_) => Action::KeepRatings,
    };
    let may = May {
        own,
        rate: is_open && ctx.may(writes, &one.resource()),
        keep: is_open && ctx.may(Action::KeepRatings, &one.resource()),
        answer: one.step(StepKind::Decision).is_some() && ctx.may(Action::AnswerRating, &one.resource()),
    };
    let undone = one.steps.iter().filter(|step| one.can_take_back(ctx, step)).map(|step| step.id).collect();
    Ok(RatingView {
        support: support(&grounds, rules),
        who: one.who,
        rests,
        tasks,
        grounds,
        short,
        commitment,
        past,
        undone,
        may,
        rules: one.at.rules,
        round: one.at.round,
        cell: one.at.cell,
        rated: one.rated,
        steps: one.steps,
    })
}

/// How a member was rated in years before: a round for each, so few that each is asked about.
async fn past(tx: &mut Tx, member: MemberId, this: &Round) -> Result<Vec<PastLevel>> {
    let rounds = ratings::rounds_of_member(tx, member).await?;
    let decided = ratings::decisions_of(tx, member).await?;
    let before = rounds.into_iter().filter(|round| round.year < this.year);
    let level = |id| decided.iter().find(|(round, _)| *round == id).and_then(|(_, level)| *level);
    Ok(before.map(|round| PastLevel { level: level(round.id), round }).collect())
}
