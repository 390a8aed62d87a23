//! Attendance list, agenda, and the blank roll for a meeting held on paper.

use nennep_domain::{
    meetings::{Attendance, RollEntry},
    papers::{Agenda, AttendanceLine, AttendanceList, BlankRoll, PaperType, Person, RollLine},
    time::Instant,
};

use super::{
    head::{day_of, letterhead, person, sitting},
    invitation::{chair, entries},
    minutes::task,
};
use crate::meetings::MeetingView;

/// Lines of a blank roll for motions and for tasks.
const MOTION_LINES: u32 = 5;
const TASK_LINES: u32 = 8;

/// Who was there, or before the roll call, who is to sign.
pub(super) fn attendance(view: &MeetingView) -> AttendanceList {
    let listed = view.roll.iter().filter(|entry| entry.must_be_called() || entry.attendance.is_some());
    let present = |entry: &RollEntry| entry.attendance.filter(|state| *state == Attendance::Present);
    let line = |entry: &RollEntry| AttendanceLine {
        name: entry.who.name.clone(),
        grade: entry.who.grade,
        attendance: entry.attendance,
        note: entry.note.clone(),
        arrived_at: present(entry).and(entry.arrived_at).map(Instant::local),
        left_at: present(entry).and(entry.left_at).map(Instant::local),
    };
    let guests = view.guests.iter().map(|guest| Person::with_role(&guest.name, &guest.role));
    AttendanceList {
        letterhead: letterhead(view, PaperType::Attendance, day_of(view)),
        sitting: sitting(view, true),
        lines: listed.map(line).collect(),
        guests: guests.collect(),
        minute_taker: view.meeting.minute_taker.map(|member| person(view, member)),
        chair: view.meeting.chair.map(|member| person(view, member)),
    }
}

/// The agenda to be handed out.
pub(super) fn agenda(view: &MeetingView) -> Agenda {
    let made_on = view.meeting.steps.called.map(|done| done.at.date());
    Agenda {
        letterhead: letterhead(view, PaperType::Agenda, made_on),
        sitting: sitting(view, false),
        chair: chair(view),
        entries: entries(view),
        signatory: None,
    }
}

/// The blank roll: members, agenda and due tasks as the program lists them, so that it can be typed back in that order.
pub(super) fn roll(view: &MeetingView) -> BlankRoll {
    let called: Vec<_> = view.roll.iter().filter(|entry| entry.must_be_called()).collect();
    let line = |entry: &&RollEntry| RollLine { name: entry.who.name.clone(), grade: entry.who.grade };
    let members = u32::try_from(called.len()).unwrap_or(u32::MAX);
    BlankRoll {
        letterhead: letterhead(view, PaperType::Roll, None),
        sitting: sitting(view, false),
        lines: called.iter().map(line).collect(),
        items: view.items.iter().map(|item| (item.part, item.title.clone())).collect(),
        due: view.due.iter().map(|due| task(view, &due.task)).collect(),
        // As many remarks as there are members, but no more than three pages of them and never less than half a page.
        remark_lines: members.clamp(8, 48),
        motion_lines: MOTION_LINES,
        task_lines: TASK_LINES,
    }
}
