//! Adopting the minutes: they are frozen as they stand, and only added to from then on.

use nennep_domain::{accounts::permission::Action, ids::MeetingId, papers::PaperType};
use nennep_store::{
    meetings::{self, Step},
    minutes::{self, Adopted},
};

use super::{
    load::{Loaded, load},
    register::finish,
    view::load_view,
};
use crate::{
    Ctx, boxed,
    error::{Error, Result},
    keys::sha256,
    papers,
};

/// Adopts the minutes: gives them their number, and freezes everything they say as data, with its SHA-256. Adopting twice
/// changes nothing.
#[boxed]
pub async fn adopt(ctx: &Ctx, id: MeetingId) -> Result<()> {
    let mut tx = ctx.store.write().await?;
    let Loaded { meeting, place } = load(ctx, &mut tx, id, Action::AdoptMinutes).await?;
    let mut view = load_view(ctx, &mut tx, Loaded { meeting: meeting.clone(), place }).await?;
    let (written, voted_down) = (papers::is_anything_written(&view), view.are_minutes_voted_down());
    if !meeting.adopt(written, voted_down).map_err(Error::refused)? {
        return Ok(());
    }
    let day = meeting.steps.closed.map_or_else(|| ctx.now(), |done| done.at).date();
    if let Some(sign) = PaperType::Minutes.sign(&view.rules) {
        papers::give_number_in(ctx, &mut tx, &mut view, &sign, day).await?;
    }
    let score = papers::score(ctx, &mut tx, &view).await?;
    let body = serde_json::to_value(papers::minutes(&view, score)).map_err(Error::fault)?;
    let sha256 = sha256(body.to_string().as_bytes());
    let done = ctx.done();
    let adopted = Adopted { meeting: id, body, sha256, adopted_at: done.at };
    if !minutes::insert(&mut tx, &adopted, ctx.actor.account).await? {
        return Ok(());
    }
    meetings::mark_step(&mut tx, id, Step::Adopted, done).await?;
    finish(ctx, tx, &meeting, "meeting.minutes_adopted", &[meeting.month]).await
}
