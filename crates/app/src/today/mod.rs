//! Today: what is next for whoever asks, and what is theirs to do. Nothing here is kept; it is read from what the deeds
//! left, so that it is never out of step with them.

mod cell;
mod committee;
mod own;

use nennep_domain::accounts::permission::{Action, Resource};
pub use nennep_store::meetings::{Coming, Listed, OwnLeave, OwnProposal};
use nennep_store::{accounts, jobs, meetings};

pub use cell::{CellToday, MonthToday, OpenLeave};
pub use committee::CommitteeToday;
pub use own::OwnToday;

use crate::{Ctx, boxed, error::Result, reach};

/// What the machine's keeper looks after.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MachineToday {
    /// Accounts in all.
    pub accounts: u32,
    /// Of them, open but never used.
    pub unused: u32,
    /// Jobs that were given up.
    pub failed_jobs: u32,
}

/// What is next and what is to be done.
#[derive(Debug, Clone)]
pub struct Today {
    /// Meetings under way or ahead in the cells to stand in, lead or follow, the nearest first.
    pub coming: Vec<Coming>,
    /// The cells the asker prepares meetings for.
    pub cells: Vec<CellToday>,
    /// What is the asker's own as a member; none for those who are no member here.
    pub own: Option<OwnToday>,
    /// The committees whose cells the asker looks after.
    pub committees: Vec<CommitteeToday>,
    /// What the machine's keeper looks after.
    pub machine: Option<MachineToday>,
}

/// So many meetings ahead are told.
const MOST_COMING: u32 = 4;
/// A meeting that was not opened is still told of for so long after its time.
const GRACE_MINUTES: i64 = 6 * 60;

/// What is next for whoever asks, and what is theirs to do.
#[boxed]
pub async fn today(ctx: &Ctx) -> Result<Today> {
    let reach = reach::of_asker(ctx).await?;
    let ids: Vec<_> = reach.cells.iter().map(|cell| cell.id).collect();
    let from = ctx.now().plus_minutes(-GRACE_MINUTES);
    let mut tx = ctx.store.read().await?;
    let coming = meetings::coming(&mut tx, &ids, from, MOST_COMING).await?;
    let cells = cell::of(ctx, &mut tx, &reach.cells, &coming).await?;
    let own = own::of(ctx, &mut tx).await?;
    let machine = if ctx.may(Action::SeeMachine, &Resource::installation()) {
        let (accounts, unused, _) = accounts::counts(&mut tx).await?;
        let (_, failed_jobs) = jobs::counts(&mut tx).await?;
        Some(MachineToday { accounts, unused, failed_jobs })
    } else {
        None
    };
    drop(tx);
    Ok(Today { coming, cells, own, committees: committee::of(ctx).await?, machine })
}
