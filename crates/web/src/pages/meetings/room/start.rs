//! What opens a meeting: who leads it, guests, roll, dues, and the agenda that is put to those who are there.

use nennep_app::{
    Ctx,
    meetings::{self, MeetingView},
};
use nennep_domain::{accounts::permission::Action, ids::GuestId};

use super::{aloud, deed::Trouble, guests::Guests, opening::Leaders, roll::Roll, text::Text};
use crate::layout::Page;

/// What opens a meeting, with the sentences that are read aloud.
#[derive(Debug)]
pub(super) struct Start {
    pub(super) said: Vec<String>,
    pub(super) said_roll: Vec<String>,
    pub(super) said_agenda: String,
    pub(super) leaders: Leaders,
    pub(super) guests: Guests,
    pub(super) roll: Roll,
    pub(super) dues: Text,
    /// The cell's dues book of the month, for those who open it.
    pub(super) dues_book: Option<String>,
    pub(super) agenda_adopted: bool,
}

impl Start {
    /// What opens this meeting.
    pub(super) fn of(ctx: &Ctx, view: &MeetingView, trouble: &Trouble, page: &Page) -> Self {
        let (w, meeting) = (page.w, &view.meeting);
        let quorum = aloud::quorum(view, page.now);
        let roll = Roll::of(view, trouble, w);
        let version = meetings::version_of(&meeting.dues_note);
        Self {
            said: aloud::opening(view, w),
            said_roll: if roll.left == 0 { aloud::roll(view, &quorum, w) } else { Vec::new() },
            said_agenda: aloud::agenda(view, w),
            leaders: Leaders::of(view, trouble, w),
            guests: Guests::of(view, GuestId(ctx.new_id())),
            dues: Text::of(trouble, "dues", "note", &meeting.dues_note, version),
            dues_book: ctx
                .may(Action::SeeDues, &view.resource())
                .then(|| format!("/cells/{}/dues/{}", meeting.cell, meeting.month)),
            agenda_adopted: meeting.steps.agenda_adopted.is_some(),
            roll,
        }
    }
}
