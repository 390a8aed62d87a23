//! Printing a paper of a meeting, for those who may read the meeting; that it was printed is noted.

use nennep_documents::papers::compose;
use nennep_domain::{
    accounts::permission::Action,
    ids::MeetingId,
    papers::{Layout, PaperType},
};

use super::{
    content::{Said, content},
    format::Format,
    invitation::Invitee,
    overview::{Standing, standing},
    press::Printed,
};
use crate::{
    Ctx, boxed,
    error::{Error, Result},
    events::{self, Event},
    meetings::{load::load, load_view},
};

/// Prints a paper of a meeting. Adopted minutes and issued resolutions come out as they were frozen, everything else as it
/// stands now, in the layout of the meeting's day. Minutes before the opening are refused. `to`: to whom an invitation is made out.
#[boxed]
pub async fn print(
    ctx: &Ctx,
    meeting: MeetingId,
    paper: PaperType,
    format: Format,
    to: &Invitee,
) -> Result<Printed> {
    let mut tx = ctx.store.read().await?;
    let loaded = load(ctx, &mut tx, meeting, Action::ReadMeeting).await?;
    let view = load_view(ctx, &mut tx, loaded).await?;
    if standing(&view, paper) == Standing::NotYet {
        view.meeting.must_be_held().map_err(Error::refused)?;
    }
    let Said { content, since } = content(ctx, &mut tx, &view, paper, to).await?;
    drop(tx);
    let composed = compose(&content, &Layout::by(&view.rules));
    let printed = ctx.press().print(composed, format, since.unwrap_or_else(|| ctx.now())).await?;
    let mut tx = ctx.store.write().await?;
    let event = Event::new("paper.printed").at(view.meeting.cell).to(meeting.0);
    let event = event.with("paper", paper.as_str()).with("format", format.as_str());
    events::record(&mut tx, ctx, event).await?;
    tx.commit().await?;
    Ok(printed)
}
