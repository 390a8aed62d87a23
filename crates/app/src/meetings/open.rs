//! Opening a meeting, and taking the opening back while nothing was said yet.

use nennep_domain::{
    accounts::permission::Action,
    ids::{MeetingId, MemberId},
    problems::{Refusal, Sentence},
};
use nennep_store::{
    meetings::{self, Step},
    members, motions, tasks,
};

use super::{items, load::load, register::finish};
use crate::{
    Ctx, boxed,
    error::{Error, Result},
};

/// Who leads and who writes.
#[derive(Debug, Clone, Copy, Default)]
pub struct OpenForm {
    /// The chair.
    pub chair: Option<MemberId>,
    /// The minute-taker.
    pub minute_taker: Option<MemberId>,
    /// The comrade who follows the meeting in order to score it; may be named later.
    pub tracker: Option<MemberId>,
}

#[derive(Debug, thiserror::Error)]
#[error("something was recorded already")]
struct SomethingRecorded;

impl Refusal for SomethingRecorded {
    fn sentence(&self) -> Sentence {
        Sentence::new("meetings-refused-something-recorded")
    }
}

/// Opens the meeting, lays out its roll and takes up its opening item. Opening a running meeting again changes nothing.
#[boxed]
pub async fn open(ctx: &Ctx, id: MeetingId, form: OpenForm) -> Result<()> {
    let mut tx = ctx.store.write().await?;
    let loaded = load(ctx, &mut tx, id, Action::PrepareMeeting).await?;
    let meeting = &loaded.meeting;
    if meeting.is_running() {
        return Ok(());
    }
    let today = ctx.now().date();
    let roll = members::roll_on(&mut tx, meeting.cell, today).await?;
    let leave = meetings::leave_requests(&mut tx, id).await?;
    let rules = crate::rules::for_place(ctx, &mut tx, &loaded.place, today).await?;
    let entries =
        meeting.open(form.chair, form.minute_taker, roll, &leave, &rules).map_err(Error::refused)?;
    meetings::insert_roll(&mut tx, id, &entries).await?;
    meetings::set_people(&mut tx, id, form.chair, form.minute_taker, form.tracker).await?;
    meetings::mark_step(&mut tx, id, Step::Opened, ctx.done()).await?;
    items::begin(&mut tx, id, ctx.now()).await?;
    finish(ctx, tx, meeting, "meeting.opened", &[meeting.month]).await
}

/// Takes the opening back while no remark, motion or task was recorded.
#[boxed]
pub async fn take_opening_back(ctx: &Ctx, id: MeetingId) -> Result<()> {
    let mut tx = ctx.store.write().await?;
    let loaded = load(ctx, &mut tx, id, Action::PrepareMeeting).await?;
    loaded.meeting.must_be_running().map_err(Error::refused)?;
    let recorded = !meetings::remarks(&mut tx, id).await?.is_empty()
        || !motions::list(&mut tx, id).await?.is_empty()
        || !tasks::set_by_meeting(&mut tx, id).await?.is_empty();
    if recorded {
        return Err(Error::refused(SomethingRecorded));
    }
    meetings::clear_roll(&mut tx, id).await?;
    items::forget(&mut tx, id).await?;
    meetings::clear_step(&mut tx, id, Step::AgendaAdopted).await?;
    meetings::clear_step(&mut tx, id, Step::Opened).await?;
    finish(ctx, tx, &loaded.meeting, "meeting.opening_taken_back", &[loaded.meeting.month]).await
}
