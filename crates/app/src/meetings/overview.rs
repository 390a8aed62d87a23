//! A meeting as those who prepare it look at it: how far it has come, what is next, and what is still missing.

use nennep_domain::{
    accounts::permission::Action,
    ids::MeetingId,
    meetings::{CourseFacts, Leg, MeetingKind, SubCellFault, course, next},
    months::CellMonth,
    rules::Ruled,
};

use super::{
    load::load,
    sub_cells,
    view::{MeetingView, load_view},
};
use crate::{Ctx, boxed, error::Result, months};

/// A meeting with the way it has come.
#[derive(Debug, Clone)]
pub struct Overview {
    /// Everything about it.
    pub view: MeetingView,
    /// Its steps in order.
    pub course: Vec<Leg>,
    /// The step to be done next, if any is left.
    pub next: Option<Leg>,
    /// Minutes the agenda's items sum to.
    pub planned_minutes: u32,
    /// The least length that is asked for, where the kind of meeting has one.
    pub minimum_minutes: Option<Ruled<u32>>,
    /// What the committee sees of its month, for a routine meeting.
    pub month: Option<CellMonth>,
    /// Why a meeting by sub-cells does not stand in for the whole cell's; nothing where it does, and for other meetings.
    pub sub_cell_faults: Vec<SubCellFault>,
}

/// A meeting with the way it has come, for those who may read it.
#[boxed]
pub async fn overview(ctx: &Ctx, id: MeetingId) -> Result<Overview> {
    let mut tx = ctx.store.read().await?;
    let loaded = load(ctx, &mut tx, id, Action::ReadMeeting).await?;
    let view = load_view(ctx, &mut tx, loaded).await?;
    let meeting = &view.meeting;
    let month = if meeting.kind.is_routine() { months::of_meeting(&mut tx, meeting).await? } else { None };
    let month = month.filter(|month| month.meeting == Some(id));
    let facts = CourseFacts {
        items: view.items.len(),
        papers_at: view.papers.iter().map(|paper| paper.posted_at).max(),
        stage: month.as_ref().and_then(|month| month.stage),
    };
    let course = course(meeting, facts, &view.rules);
    let sub_cell_faults = sub_cells::faults(ctx, &mut tx, meeting).await?.unwrap_or_default();
    Ok(Overview {
        next: next(meeting, &course).cloned(),
        planned_minutes: view.items.iter().map(|item| item.planned_minutes).sum(),
        minimum_minutes: minimum_minutes(&view),
        course,
        month,
        sub_cell_faults,
        view,
    })
}

/// The least length of a routine or combined sitting for this many members (statement 4).
fn minimum_minutes(view: &MeetingView) -> Option<Ruled<u32>> {
    let kind = view.meeting.kind;
    let members = view.roll.iter().filter(|entry| entry.who.state.belongs()).count();
    let members = u32::try_from(members).unwrap_or(u32::MAX);
    kind.is_routine().then(|| view.rules.minimum_length_minutes(kind == MeetingKind::Combined, members))
}
