//! What is a member's own: tasks, and what was answered.

use nennep_domain::{ratings::Round, tasks::Task};
use nennep_store::{
    Tx,
    meetings::{self, OwnLeave, OwnProposal},
    ratings,
    tasks::{self, Whose},
};

use crate::{Ctx, error::Result, offers};

/// What is a member's own.
#[derive(Debug, Clone)]
pub struct OwnToday {
    /// Open tasks, earliest deadline first; the first few.
    pub tasks: Vec<Task>,
    /// Whether there are more of them.
    pub more_tasks: bool,
    /// Requests for leave of these weeks, latest first.
    pub leave: Vec<OwnLeave>,
    /// Proposals made of late, each with its answer, latest first.
    pub proposals: Vec<OwnProposal>,
    /// Open rounds of ratings that wait for the member's self-rating.
    pub ratings: Vec<Round>,
    /// Whether the member is asked what they can and would like to do.
    pub asks_offer: bool,
}

/// So many tasks are told.
const MOST_TASKS: u32 = 5;
/// So many answers of each kind are told.
const MOST_ANSWERS: u32 = 3;
/// Answers of so many days are told.
const DAYS_BACK: i64 = 45;

/// The asker's own; none for those who are no member here.
pub(super) async fn of(ctx: &Ctx, tx: &mut Tx) -> Result<Option<OwnToday>> {
    let Some(member) = ctx.actor.member else { return Ok(None) };
    let since = ctx.now().plus_minutes(-DAYS_BACK * 24 * 60);
    let mut open = tasks::due_first(tx, Whose::Owner(member), None, MOST_TASKS + 1).await?;
    let most = usize::try_from(MOST_TASKS).unwrap_or(usize::MAX);
    let more_tasks = open.len() > most;
    open.truncate(most);
    Ok(Some(OwnToday {
        tasks: open,
        more_tasks,
        leave: meetings::leave_of_member(tx, member, since, MOST_ANSWERS).await?,
        proposals: meetings::proposals_of_member(tx, member, since, MOST_ANSWERS).await?,
        ratings: ratings::waiting_for(tx, member).await?,
        asks_offer: offers::is_asked(ctx, tx).await?,
    }))
}
