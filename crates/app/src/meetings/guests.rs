//! Guests and the overseer in the room: never counted, never voting.

use nennep_domain::{
    accounts::permission::Action,
    ids::{GuestId, MeetingId, MemberId},
    meetings::Guest,
    names,
    problems::Sentence,
};
use nennep_store::meetings;

use super::{load::load, register::finish};
use crate::{
    Ctx, boxed,
    error::{Error, Result},
};

/// A guest as typed.
#[derive(Debug, Clone, Default)]
pub struct GuestForm {
    /// Name.
    pub name: String,
    /// Office or body.
    pub role: String,
    /// The member, if the guest is one in this store.
    pub member: Option<MemberId>,
    /// Whether as the superior committee's member who follows the cell.
    pub overseer: bool,
}

/// Adds a guest; the same id posted twice is one guest.
#[boxed]
pub async fn add_guest(ctx: &Ctx, meeting: MeetingId, id: GuestId, form: &GuestForm) -> Result<()> {
    let (name, role) = (names::tidy(&form.name), names::tidy(&form.role));
    if name.is_empty() || name.chars().count() > 100 {
        return Err(Error::invalid("name", Sentence::new("meetings-guest-name")));
    }
    if role.chars().count() > 200 {
        return Err(Error::invalid("role", Sentence::new("form-too-long").with("most", 200)));
    }
    let mut tx = ctx.store.write().await?;
    let loaded = load(ctx, &mut tx, meeting, Action::RunMeeting).await?;
    loaded.meeting.must_be_open_to_change().map_err(Error::refused)?;
    let guest = Guest { id, meeting, name, role, member: form.member, overseer: form.overseer };
    meetings::insert_guests(&mut tx, &[guest]).await?;
    finish(ctx, tx, &loaded.meeting, "meeting.guest_added", &[]).await
}

/// Removes a guest who has not spoken; doing it twice is safe.
#[boxed]
pub async fn remove_guest(ctx: &Ctx, meeting: MeetingId, id: GuestId) -> Result<()> {
    let mut tx = ctx.store.write().await?;
    let loaded = load(ctx, &mut tx, meeting, Action::RunMeeting).await?;
    loaded.meeting.must_be_open_to_change().map_err(Error::refused)?;
    let there = meetings::guests(&mut tx, meeting).await?.iter().any(|guest| guest.id == id);
    if there && !meetings::delete_guest(&mut tx, meeting, id).await? {
        return Err(Error::invalid("", Sentence::new("meetings-guest-spoke")));
    }
    finish(ctx, tx, &loaded.meeting, "meeting.guest_removed", &[]).await
}
