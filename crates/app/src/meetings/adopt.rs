//! Adopting the minutes: they are frozen as they stand, and only added to from then on.

use nennep_domain::{accounts::permission::Action, ids::MeetingId};
use nennep_store::{
    meetings::{self, Step},
    minutes::{self, Adopted},
};

use super::{load::load, record::draw_up, register::finish};
use crate::{
    Ctx,
    error::{Error, Result},
    keys::sha256,
};

/// What the minutes would say if they were adopted now: to be read out before.
pub async fn read_out(ctx: &Ctx, id: MeetingId) -> Result<super::MinutesRecord> {
    let mut tx = ctx.store.read().await?;
    let loaded = load(ctx, &mut tx, id, Action::ReadMeeting).await?;
    draw_up(ctx, &mut tx, &loaded).await
}

/// Adopts the minutes: freezes everything they say as data, with its SHA-256. Adopting twice changes nothing.
pub async fn adopt(ctx: &Ctx, id: MeetingId) -> Result<()> {
    let mut tx = ctx.store.write().await?;
    let loaded = load(ctx, &mut tx, id, Action::AdoptMinutes).await?;
    let record = draw_up(ctx, &mut tx, &loaded).await?;
    if !loaded.meeting.adopt(record.is_anything_written()).map_err(Error::refused)? {
        return Ok(());
    }
    let body = serde_json::to_value(&record).map_err(Error::fault)?;
    let sha256 = sha256(body.to_string().as_bytes());
    let done = ctx.done();
    let adopted = Adopted { meeting: id, body, sha256, adopted_at: done.at };
    minutes::insert(&mut tx, &adopted, ctx.actor.account).await?;
    meetings::mark_step(&mut tx, id, Step::Adopted, done).await?;
    finish(ctx, tx, &loaded.meeting, "meeting.minutes_adopted", &[loaded.meeting.month]).await
}
