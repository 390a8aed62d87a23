//! Tasks as people look at them: one's own, a cell's, how many each cell has, and one with all that came of it.

use nennep_domain::{
    accounts::permission::{Action, Resource},
    ids::{MemberId, OrganisationId, TaskId},
    meetings::Meeting,
    members::RollMember,
    organisations::{Organisation, Place},
    rules::Rules,
    tasks::{Evidence, Return, Task, TaskReview},
    time::Month,
};
use nennep_store::{
    Tx, meetings, members, organisations,
    tasks::{self, CellTasks, Record, Whose},
};

use crate::{
    Ctx, boxed,
    error::{Error, Result},
    rules,
};

/// Whose tasks are asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Of {
    /// The asker's own, in whichever cell.
    Asker,
    /// A cell's.
    Cell(OrganisationId),
}

/// One leaf of a list of tasks.
#[derive(Debug, Clone)]
pub struct Leaf {
    /// The tasks, each with its owner's name where it has an owner.
    pub tasks: Vec<(Task, Option<String>)>,
    /// Whether more follow after the last of them.
    pub more: bool,
    /// The rules of today, by which a task counts as done.
    pub rules: Rules,
    /// Whether the asker may change and accept these tasks.
    pub keeps: bool,
}

async fn whose(ctx: &Ctx, tx: &mut Tx, of: Of) -> Result<(Whose, Rules, bool)> {
    let today = ctx.now().date();
    match of {
        Of::Asker => Ok((Whose::Owner(ctx.member()?), ctx.rules.on(today), false)),
        Of::Cell(cell) => {
            let place: Place = organisations::place(tx, cell).await?.ok_or(Error::NotFound)?;
            let resource = Resource::at(&place);
            ctx.must(Action::SeeTasks, &resource, Action::SeeTasks)?;
            let rules = rules::for_place(ctx, tx, &place, today).await?;
            Ok((Whose::Cell(cell), rules, ctx.may(Action::KeepTasks, &resource)))
        }
    }
}

/// Open tasks, earliest deadline first and those without one last; continues after the task `after`.
#[boxed]
pub async fn due_first(ctx: &Ctx, of: Of, after: Option<TaskId>, limit: u32) -> Result<Leaf> {
    let mut tx = ctx.store.read().await?;
    let (whose, rules, keeps) = whose(ctx, &mut tx, of).await?;
    let after = match after {
        Some(id) => tasks::find(&mut tx, id).await?.as_ref().map(tasks::due_key),
        None => None,
    };
    let found = tasks::due_first(&mut tx, whose, after, limit + 1).await?;
    leaf(&mut tx, found, limit, rules, keeps).await
}

/// Tasks that were accepted or let drop, latest set first; continues after the task `after`.
#[boxed]
pub async fn settled(ctx: &Ctx, of: Of, after: Option<TaskId>, limit: u32) -> Result<Leaf> {
    let mut tx = ctx.store.read().await?;
    let (whose, rules, keeps) = whose(ctx, &mut tx, of).await?;
    let found = tasks::settled(&mut tx, whose, after, limit + 1).await?;
    leaf(&mut tx, found, limit, rules, keeps).await
}

async fn leaf(tx: &mut Tx, mut found: Vec<Task>, limit: u32, rules: Rules, keeps: bool) -> Result<Leaf> {
    let limit = usize::try_from(limit).unwrap_or(usize::MAX);
    let more = found.len() > limit;
    found.truncate(limit);
    let mut owners: Vec<MemberId> = found.iter().filter_map(|task| task.owner).collect();
    owners.sort_unstable();
    owners.dedup();
    let people = members::find_many(tx, &owners).await?;
    let name = |id: MemberId| {
        people.iter().find(|person| person.id == id).map(|person| person.profile.full_name.clone())
    };
    let tasks = found.into_iter().map(|task| {
        let owner = task.owner.and_then(name);
        (task, owner)
    });
    Ok(Leaf { tasks: tasks.collect(), more, rules, keeps })
}

/// The cells within an organisation by code, each with its open and late tasks; and whether more follow.
#[boxed]
pub async fn of_cells(
    ctx: &Ctx,
    within: OrganisationId,
    after: Option<(&str, OrganisationId)>,
    limit: u32,
) -> Result<(Vec<CellTasks>, bool)> {
    let mut tx = ctx.store.read().await?;
    let place = organisations::place(&mut tx, within).await?.ok_or(Error::NotFound)?;
    ctx.must(Action::SeeTasks, &Resource::at(&place), Action::SeeTasks)?;
    let mut found = tasks::of_cells(&mut tx, within, ctx.now().date(), after, limit + 1).await?;
    let limit = usize::try_from(limit).unwrap_or(usize::MAX);
    let more = found.len() > limit;
    found.truncate(limit);
    Ok((found, more))
}

/// The most reviews a task's history shows: ten years of months.
const MOST_REVIEWS: u32 = 120;

/// A task with all that came of it.
#[derive(Debug, Clone)]
pub struct History {
    /// The task.
    pub task: Task,
    /// Its cell.
    pub cell: Organisation,
    /// Its owner's name.
    pub owner: Option<String>,
    /// When and in which month it was set, and how it ended.
    pub record: Record,
    /// How meetings found it, latest first, each with its month.
    pub reviews: Vec<(Month, TaskReview)>,
    /// The files its result rests on.
    pub evidence: Vec<Evidence>,
    /// How often the cell returned its result, and why, the latest first.
    pub returns: Vec<Return>,
    /// The rules of today.
    pub rules: Rules,
    /// Whether the minutes of the meeting that set it are adopted: then its words stand.
    pub is_adopted: bool,
    /// Who could own it: the cell's roll of today, for those who keep tasks; else nobody.
    pub roll: Vec<RollMember>,
    /// Whether the asker may change, accept and let it drop.
    pub keeps: bool,
    /// Whether the asker may report on it.
    pub reports: bool,
}

/// A task with all that came of it, for its owner and those who may see its cell's tasks.
#[boxed]
pub async fn history(ctx: &Ctx, id: TaskId) -> Result<History> {
    let mut tx = ctx.store.read().await?;
    let task = tasks::find(&mut tx, id).await?.ok_or(Error::NotFound)?;
    let place = organisations::place(&mut tx, task.cell).await?.ok_or(Error::NotFound)?;
    let resource = Resource { member: task.owner, ..Resource::at(&place) };
    let is_own = task.owner.is_some() && task.owner == ctx.actor.member;
    if !is_own {
        ctx.must(Action::SeeTasks, &resource, Action::SeeTasks)?;
    }
    let today = ctx.now().date();
    let owners: Vec<_> = task.owner.into_iter().collect();
    let owner = members::find_many(&mut tx, &owners).await?.pop().map(|owner| owner.profile.full_name);
    let meeting: Meeting = meetings::find(&mut tx, task.meeting).await?.ok_or(Error::NotFound)?;
    let keeps = ctx.may(Action::KeepTasks, &resource);
    Ok(History {
        cell: organisations::find(&mut tx, task.cell).await?.ok_or(Error::NotFound)?,
        owner,
        record: tasks::record(&mut tx, id).await?.ok_or(Error::NotFound)?,
        reviews: tasks::reviews_of(&mut tx, id, MOST_REVIEWS).await?,
        evidence: tasks::evidence(&mut tx, id).await?,
        returns: tasks::returns(&mut tx, id).await?,
        rules: rules::for_place(ctx, &mut tx, &place, today).await?,
        is_adopted: meeting.steps.adopted.is_some(),
        roll: if keeps { members::roll_on(&mut tx, task.cell, today).await? } else { Vec::new() },
        keeps,
        reports: ctx.may(Action::ReportTask, &resource),
        task,
    })
}
