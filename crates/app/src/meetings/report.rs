//! Reporting a meeting to the superior committee, within the days the rule gives.

use nennep_domain::{accounts::permission::Action, ids::MeetingId, meetings::StateError};
use nennep_store::meetings::{self, Step};

use super::{load::load, register::finish};
use crate::{
    Ctx, boxed,
    error::{Error, Result},
};

/// Reports a meeting whose minutes are adopted; doing it twice keeps the first time.
#[boxed]
pub async fn report(ctx: &Ctx, id: MeetingId) -> Result<()> {
    let mut tx = ctx.store.write().await?;
    let loaded = load(ctx, &mut tx, id, Action::ReportMeeting).await?;
    if loaded.meeting.steps.adopted.is_none() {
        return Err(Error::refused(StateError::NotAdopted));
    }
    meetings::mark_step(&mut tx, id, Step::Reported, ctx.done()).await?;
    finish(ctx, tx, &loaded.meeting, "meeting.reported", &[loaded.meeting.month]).await
}

/// Takes the report back while the superior committee has not decided the grade.
#[boxed]
pub async fn take_report_back(ctx: &Ctx, id: MeetingId) -> Result<()> {
    let mut tx = ctx.store.write().await?;
    let loaded = load(ctx, &mut tx, id, Action::ReportMeeting).await?;
    if crate::months::of_meeting(&mut tx, &loaded.meeting).await?.is_some_and(|month| month.is_decided()) {
        return Err(Error::refused(StateError::Reported));
    }
    meetings::clear_step(&mut tx, id, Step::Reported).await?;
    finish(ctx, tx, &loaded.meeting, "meeting.report_taken_back", &[loaded.meeting.month]).await
}
