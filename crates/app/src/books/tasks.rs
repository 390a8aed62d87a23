//! The task book: what the cell's meetings set, who answers for it, and how far it is.

use std::collections::HashMap;

use nennep_domain::{
    ids::{MemberId, OrganisationId, TaskId},
    tasks::Task,
};
use nennep_store::{members, tasks as kept};

use super::{Book, LEAF, open};
use crate::{Ctx, error::Result};

/// A line of the task book.
#[derive(Debug, Clone)]
pub struct TaskLine {
    /// The task.
    pub task: Task,
    /// The name of who answers for it; empty for tasks taken over without one.
    pub owner: String,
}

/// A leaf of a cell's task book, latest set first. `open`: only those neither accepted nor let drop. `after`: the last
/// line of the leaf before.
pub async fn tasks(
    ctx: &Ctx,
    cell: OrganisationId,
    open_only: bool,
    after: Option<TaskId>,
) -> Result<Book<TaskLine>> {
    let mut tx = ctx.store.read().await?;
    let book = open(ctx, &mut tx, cell).await?;
    let filter = kept::Filter { cell: Some(cell), owner: None, open: open_only, after };
    let tasks = kept::list(&mut tx, filter, LEAF + 1).await?;
    let mut owners: Vec<MemberId> = tasks.iter().filter_map(|task| task.owner).collect();
    owners.sort_unstable();
    owners.dedup();
    let names: HashMap<MemberId, String> = members::find_many(&mut tx, &owners)
        .await?
        .into_iter()
        .map(|member| (member.id, member.profile.full_name))
        .collect();
    let line = |task: Task| TaskLine {
        owner: task.owner.and_then(|owner| names.get(&owner).cloned()).unwrap_or_default(),
        task,
    };
    Ok(book.with(tasks.into_iter().map(line).collect()))
}
