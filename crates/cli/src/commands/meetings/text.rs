//! A meeting for a terminal: what was asked, said, decided and set, line by line.

use nennep_app::{
    meetings::{Listed, MeetingView},
    quality::ScoreView,
};
use nennep_domain::{
    meetings::{Attendance, Item, Meeting},
    motions::Motion,
    quality::RollCounts,
    tasks::Task,
};
use nennep_web::words::Words;

use crate::commands::score;

/// One line of a list.
pub(super) fn line(w: Words, listed: &Listed) -> String {
    let meeting = &listed.meeting;
    format!(
        "{}  {:<20} {:<44} {}",
        meeting.id,
        listed.cell_code,
        w.meeting(meeting.kind, meeting.month),
        state(w, meeting)
    )
}

/// Everything about one meeting.
pub(super) fn whole(w: Words, view: &MeetingView, score: &ScoreView) -> Vec<String> {
    let meeting = &view.meeting;
    let mut lines = vec![
        format!("{}, {}", view.cell.name, view.cell.code),
        format!("{} · {}", w.meeting(meeting.kind, meeting.month), state(w, meeting)),
    ];
    lines.extend(meeting.starts_at.map(|at| format!("{} · {}", w.exact(at), meeting.place)));
    lines.extend(meeting.length_minutes().map(|minutes| w.with("words-minutes", &[("n", minutes.into())])));
    lines.push(String::new());
    lines.extend(roll(w, view));
    for (number, item) in view.items.iter().enumerate() {
        lines.push(String::new());
        lines.extend(of_item(w, view, number + 1, item));
    }
    if !view.due.is_empty() {
        lines.extend([String::new(), w.t("room-due")]);
        lines.extend(view.due.iter().map(|due| task(w, view, &due.task)));
    }
    lines.push(String::new());
    lines.extend(score::lines(w, score));
    lines
}

fn state(w: Words, meeting: &Meeting) -> String {
    w.one_of("meeting-state", meeting.state().as_str())
}

/// How many were there, and who was not.
fn roll(w: Words, view: &MeetingView) -> Vec<String> {
    let counts = RollCounts::of(&view.roll);
    let expected = counts.present + counts.excused + counts.unexcused;
    let mut lines = vec![
        w.with("room-fact-present", &[("present", counts.present.into()), ("expected", expected.into())]),
    ];
    let marked = view.roll.iter().filter_map(|entry| entry.attendance.map(|how| (entry, how)));
    lines.extend(marked.filter(|(_, how)| *how != Attendance::Present).map(|(entry, how)| {
        let how = w.one_of("room-attendance", how.as_str());
        let why = if entry.note.is_empty() { String::new() } else { format!(": {}", entry.note) };
        format!("    {} · {how}{why}", entry.who.name)
    }));
    lines
}

/// An item with what was said, decided and set under it.
fn of_item(w: Words, view: &MeetingView, number: usize, item: &Item) -> Vec<String> {
    let mut lines = vec![format!("{number}. {}", item.title)];
    let remarks = view.remarks.iter().filter(|remark| remark.item == item.id);
    lines.extend(remarks.map(|remark| {
        let kind = w.one_of("room-remark", remark.kind.as_str());
        let words = if remark.body.is_empty() { String::new() } else { format!(": {}", remark.body) };
        format!("    {} ({kind}){words}", view.speaker_name(remark.speaker))
    }));
    let motions = view.motions.iter().filter(|motion| motion.item == item.id);
    lines.extend(motions.flat_map(|motion| of_motion(w, view, motion)));
    let written = [&item.notes, &item.conclusion].into_iter().filter(|text| !text.is_empty());
    lines.extend(written.map(|text| format!("    {text}")));
    let tasks = view.tasks.iter().filter(|task| task.item == Some(item.id));
    lines.extend(tasks.map(|one| task(w, view, one)));
    lines
}

/// What was voted on, and what came of it among how many.
fn of_motion(w: Words, view: &MeetingView, motion: &Motion) -> Vec<String> {
    let mut lines = vec![format!("    {}", motion.body)];
    lines.extend(view.outcome(motion).map(|outcome| format!("        {}", w.say(&outcome.line()))));
    let reserved = view.reserved.iter().filter(|one| one.motion == motion.id);
    lines.extend(reserved.map(|one| format!("        {}: {}", view.name(one.member), one.body)));
    lines
}

fn task(w: Words, view: &MeetingView, task: &Task) -> String {
    let owner = task.owner.map(|owner| format!(" · {}", view.name(owner))).unwrap_or_default();
    let until = task.deadline.map(|day| w.with("room-task-until", &[("date", w.date(day).into())]));
    let until = until.map(|until| format!(" · {until}")).unwrap_or_default();
    format!("    {}{owner}{until} · {}", task.title, w.one_of("tasks-state", task.state.as_str()))
}
