//! What those who look after cells have to do: what will be late, and what waits for their word.

use nennep_app::{
    Ctx,
    quality::Awaiting,
    today::{CommitteeToday, Listed},
};

use super::Todo;
use crate::{layout::Page, pages::months::OwedLine};

/// A committee whose cells the reader looks after.
pub(super) struct CommitteeCard {
    pub(super) name: String,
    pub(super) path: String,
    pub(super) met: u32,
    pub(super) reported: u32,
    pub(super) decided: u32,
    pub(super) cells: u32,
    pub(super) owed: Vec<OwedLine>,
    pub(super) more_owed: usize,
    pub(super) awaiting: Vec<Todo>,
    pub(super) approvals: Vec<Todo>,
}

impl CommitteeCard {
    pub(super) fn of(ctx: &Ctx, page: &Page, committee: &CommitteeToday) -> Self {
        let w = page.w;
        let totals = &committee.totals;
        let awaiting = |one: &Awaiting| Todo {
            words: w.with(
                "today-awaiting",
                &[("cell", (&one.cell_name).into()), ("month", w.month(one.month).into())],
            ),
            path: format!("/meetings/{}/score", one.meeting),
            at: Some(one.reported_at),
        };
        let approval = |one: &Listed| Todo {
            words: w.with(
                "today-approval",
                &[("cell", (&one.cell_name).into()), ("month", w.month(one.meeting.month).into())],
            ),
            path: format!("/meetings/{}", one.meeting.id),
            at: one.meeting.starts_at,
        };
        Self {
            name: committee.organisation.name.clone(),
            path: format!("/months?of={}", committee.organisation.id),
            met: totals.met,
            reported: totals.reported,
            decided: totals.decided,
            cells: totals.cells,
            owed: committee.owed.iter().map(|owed| OwedLine::of(ctx, w, owed, page.now)).collect(),
            more_owed: committee.more_owed,
            awaiting: committee.awaiting.iter().map(awaiting).collect(),
            approvals: committee.approvals.iter().map(approval).collect(),
        }
    }
}
