//! The cell committee's own meeting before the cell's: as 42-HD asks, with minutes of it.

use jiff::{Span, civil::time};
use nennep_domain::{
    ids::MemberId,
    meetings::{Attendance, Done, ItemKind, Meeting, MeetingKind},
    time::{Instant, Month as OfYear},
};

use super::{agenda::by_hand, before, story::Month};
use crate::error::Result;

/// One to four days before, at an hour at which a cell committee meets; twelve moments in all.
fn some_days_before(starts_at: Instant, which: i64) -> Instant {
    let hours = [time(19, 30, 0, 0), time(8, 0, 0, 0), time(16, 30, 0, 0)];
    let hour = hours[usize::try_from(which % 3).unwrap_or(0)];
    let day = starts_at.date().saturating_sub(Span::new().days(1 + which / 3));
    Instant::from_local(day.to_datetime(hour))
}

impl Month<'_, '_> {
    /// The cell committee's own meeting some days before, if it has one and met; gives the meeting.
    pub(super) fn committee(&mut self, starts_at: Instant) -> Result<Option<Meeting>> {
        let seats = self.told.holders.iter().filter(|one| one.term.office.sits_in_committee());
        let seats: Vec<MemberId> = seats.filter_map(|one| one.term.member).collect();
        if seats.len() < 2 || self.dice.happens(7) {
            return Ok(None);
        }
        let common = &self.told.setting.texts.common;
        let at = some_days_before(starts_at, self.dice.between(0, 11));
        let mut meeting =
            before::planned(self.told, self.plan, MeetingKind::CellCommittee, Some(at), self.dice);
        if OfYear::of(at.date()) != self.plan.month {
            meeting.starts_at = Some(starts_at.plus_minutes(-90));
        }
        let at = meeting.starts_at.unwrap_or(at);
        let closed = at.plus_minutes(self.dice.between(30, 55)).min(starts_at.plus_minutes(-10));
        let by = self.told.by();
        let mut view = self.view(meeting);
        view.roll.retain(|entry| seats.contains(&entry.who.member));
        for entry in &mut view.roll {
            entry.attendance = Some(Attendance::Present);
        }
        let title = self.plan.blanks.fill(&common.committee_title);
        let mut item = by_hand(&view.meeting, ItemKind::Discussion, title, self.dice);
        item.conclusion = self.plan.blanks.fill(&common.committee);
        (item.started_at, item.ended_at) = (Some(at), Some(closed));
        view.items.push(item);
        (view.meeting.chair, view.meeting.minute_taker) = (seats.first().copied(), seats.get(1).copied());
        view.meeting.steps.opened = Some(Done { at, by });
        view.meeting.steps.closed = Some(Done { at: closed, by });
        self.adopt(&mut view, None, Done { at: closed, by })?;
        let meeting = view.meeting.clone();
        self.put(view, None);
        Ok(Some(meeting))
    }
}
