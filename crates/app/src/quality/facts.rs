//! What is known of a meeting when it is scored, gathered from what was recorded of it and around it.

use std::collections::HashMap;

use nennep_domain::{
    accounts::Office,
    ids::{ItemId, MemberId},
    meetings::{Attendance, Item, ItemKind, Meeting, RollEntry},
    members::StandingState,
    motions::MotionSubject,
    quality::{CommitteeMeeting, MeetingFacts, RollCounts, Share, longest_excused_run},
    tasks::{Progress, Task, TaskState, progress},
    time::{Instant, Month},
};
use nennep_store::{Tx, meetings};

use crate::{Ctx, boxed, error::Result, meetings::MeetingView};

/// What is known of a meeting beyond its own records.
pub(crate) struct Around {
    /// All meetings of the cell in its month that were not called off.
    pub(crate) month: Vec<Meeting>,
    /// How members attended earlier meetings of the calendar year, oldest first.
    pub(crate) year: HashMap<MemberId, Vec<Attendance>>,
}

/// The facts of a meeting as they are known now. What is still to come while the meeting runs is left unknown.
#[boxed]
pub async fn facts(ctx: &Ctx, tx: &mut Tx, view: &MeetingView) -> Result<MeetingFacts> {
    let month = meetings::of_cell_month(tx, view.meeting.cell, view.meeting.month).await?;
    let around = Around { month, year: year(tx, view).await? };
    Ok(gathered(view, &around, ctx.now()))
}

/// The facts of a meeting as they are known at a moment.
pub(crate) fn gathered(view: &MeetingView, around: &Around, now: Instant) -> MeetingFacts {
    let meeting = &view.meeting;
    let closed = meeting.steps.closed.is_some();
    let roll = view.meeting.steps.opened.and_then(|_| called(&view.roll));
    let attendees: Vec<MemberId> = view.roll.iter().filter(|line| present(line)).map(member).collect();
    let speakers = view.speakers().into_iter().filter(|member| attendees.contains(member)).count();
    let at_end = |known: bool| (closed || known).then_some(known);
    let set = assigned(&view.tasks);
    MeetingFacts {
        as_of: now,
        kind: meeting.kind,
        members: count(view.roll.iter().filter(|line| line.who.state.belongs()).count()),
        starts_at: meeting.starts_at,
        length_minutes: meeting.length_minutes(),
        roll,
        longest_excused_run: roll.map(|_| longest_run(view, &around.year)),
        committee: committee(view, &around.month, now),
        notices: notices(view),
        overseer_notified: overseer_notified(view),
        papers_posted_at: papers_posted_at(view),
        draft_resolution: Some(is_drafted(view)),
        steps_done: view.items.iter().filter(|item| is_done(view, item)).map(|item| item.kind).collect(),
        records: closed.then(|| records(view)),
        criticism_minutes: minutes_of(view, ItemKind::Criticism),
        study_minutes: minutes_of(view, ItemKind::Study),
        attendees: count(attendees.len()),
        speakers: count(speakers),
        tasks: Some(results(view)),
        concluded: at_end(is_voted(view, MotionSubject::Resolution)),
        tasks_assigned: (closed || set.whole > 0).then_some(set),
        adopted_at: meeting.steps.adopted.map(|done| done.at),
        closed_at: meeting.steps.closed.map(|done| done.at),
        reported_at: meeting.steps.reported.map(|done| done.at),
        thematic_this_month: around.month.iter().any(|other| {
            other.kind.is_thematic() && (other.steps.closed.is_some() || other.id == meeting.id)
        }),
    }
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

fn present(line: &RollEntry) -> bool {
    line.attendance == Some(Attendance::Present)
}

const fn member(line: &RollEntry) -> MemberId {
    line.who.member
}

/// The counts of the roll, once everybody on it was called.
fn called(roll: &[RollEntry]) -> Option<RollCounts> {
    let open = roll.iter().any(|line| line.must_be_called() && line.attendance.is_none());
    (!open && !roll.is_empty()).then(|| RollCounts::of(roll))
}

/// How members attended the cell's earlier meetings of the calendar year; nothing before the roll was called.
async fn year(tx: &mut Tx, view: &MeetingView) -> Result<HashMap<MemberId, Vec<Attendance>>> {
    let meeting = &view.meeting;
    let mut year: HashMap<MemberId, Vec<Attendance>> = HashMap::new();
    if meeting.steps.opened.is_none() || called(&view.roll).is_none() {
        return Ok(year);
    }
    let first = Month::new(meeting.month.year(), 1).unwrap_or(meeting.month);
    let before = if meeting.kind.is_routine() { meeting.month } else { meeting.month.plus(1) };
    for (member, _, attendance) in meetings::excused_before(tx, meeting.cell, first, before).await? {
        year.entry(member).or_default().push(attendance);
    }
    Ok(year)
}

/// The longest run of absences with reason within the calendar year, over all who stand on the roll.
fn longest_run(view: &MeetingView, year: &HashMap<MemberId, Vec<Attendance>>) -> u32 {
    let routine = view.meeting.kind.is_routine();
    let run = |line: &RollEntry| {
        let before = year.get(&line.who.member).into_iter().flatten().copied();
        longest_excused_run(before.chain(line.attendance.filter(|_| routine)))
    };
    view.roll.iter().map(run).max().unwrap_or(0)
}

/// Whether the cell committee met in the month before this meeting was opened (42-HD/BTCTW II.2.2). A cell of which no
/// office is known cannot be judged.
fn committee(view: &MeetingView, around: &[Meeting], now: Instant) -> Option<CommitteeMeeting> {
    let by = view.meeting.steps.opened.map(|done| done.at).or(view.meeting.starts_at).unwrap_or(now);
    let met = |other: &&Meeting| {
        other.kind == nennep_domain::meetings::MeetingKind::CellCommittee
            && other.steps.closed.is_some_and(|closed| closed.at <= by)
    };
    if around.iter().any(|other| met(&other)) {
        return Some(CommitteeMeeting::Held);
    }
    view.holder(Office::Secretary)?;
    let others = view.holder(Office::Deputy).or_else(|| view.holder(Office::CommitteeMember));
    Some(if others.is_some() { CommitteeMeeting::NotHeld } else { CommitteeMeeting::SecretaryOnly })
}

/// Members notified, of those who stand on the roll and are called to meetings.
fn notices(view: &MeetingView) -> Option<Share> {
    let called = |line: &&RollEntry| {
        matches!(line.who.state, StandingState::Active | StandingState::Exempt | StandingState::Visiting)
    };
    let to_notify: Vec<_> = view.roll.iter().filter(called).map(member).collect();
    let notified = |member: &&MemberId| view.notices.iter().any(|notice| notice.member == **member);
    let part = count(to_notify.iter().filter(notified).count());
    (!to_notify.is_empty()).then_some(Share { part, whole: count(to_notify.len()) })
}

/// Whether the superior's follower was notified; `None` where nobody follows the cell.
fn overseer_notified(view: &MeetingView) -> Option<bool> {
    view.holder(Office::Overseer)?;
    Some(view.notices.iter().any(|notice| notice.overseer))
}

/// When the last of the papers was posted that came before the start; if all came later, when the first of them did.
fn papers_posted_at(view: &MeetingView) -> Option<Instant> {
    let posted = || view.papers.iter().map(|paper| paper.posted_at);
    let start = view.meeting.starts_at;
    posted().filter(|at| start.is_none_or(|start| *at <= start)).max().or_else(|| posted().min())
}

/// Whether a draft was prepared: the resolution's text, or words prepared for or written under the conclusion.
fn is_drafted(view: &MeetingView) -> bool {
    let text = &view.resolution;
    let resolution = [&text.situation, &text.results, &text.praise, &text.faults, &text.direction];
    let conclusions = view.items.iter().filter(|item| item.kind == ItemKind::Conclusion);
    resolution.iter().any(|text| !text.is_empty())
        || conclusions.into_iter().any(|item| !item.body.is_empty() || !item.conclusion.is_empty())
        || is_voted(view, MotionSubject::Resolution)
}

/// Whether an item was taken up, or anything stands under it. The opening shows in the roll, the closing in the meeting
/// being closed; scoring is under way whenever this is asked.
fn is_done(view: &MeetingView, item: &Item) -> bool {
    let steps = &view.meeting.steps;
    let shown = match item.kind {
        ItemKind::Opening => steps.opened.is_some() && called(&view.roll).is_some(),
        ItemKind::Scoring => true,
        ItemKind::Closing => steps.closed.is_some(),
        _ => false,
    };
    shown || item.started_at.is_some() || is_recorded(view, item)
}

fn is_recorded(view: &MeetingView, item: &Item) -> bool {
    let under = |id: ItemId| id == item.id;
    !item.notes.is_empty()
        || !item.conclusion.is_empty()
        || view.remarks.iter().any(|remark| under(remark.item))
        || view.motions.iter().any(|motion| under(motion.item))
        || view.tasks.iter().any(|task| task.item.is_some_and(under))
}

/// Items the minutes say something of. Opening, scoring and closing leave their record elsewhere: roll, score, adoption.
fn records(view: &MeetingView) -> Share {
    let formal =
        |item: &&Item| matches!(item.kind, ItemKind::Opening | ItemKind::Scoring | ItemKind::Closing);
    let items: Vec<_> = view.items.iter().filter(|item| !formal(item)).collect();
    let part = items.iter().filter(|item| is_recorded(view, item)).count();
    Share { part: count(part), whole: count(items.len()) }
}

/// Minutes spent on items of a kind: unknown while one of them is ahead or runs, or where something stands under an item
/// that was never timed.
fn minutes_of(view: &MeetingView, kind: ItemKind) -> Option<u32> {
    let closed = view.meeting.steps.closed.is_some();
    let minutes = view.items.iter().filter(|item| item.kind == kind).map(|item| {
        match (item.started_at, item.ended_at) {
            (Some(started), Some(ended)) => Some(ended.minutes_since(started)),
            _ if closed && !is_done(view, item) => Some(0),
            _ => None,
        }
    });
    minutes.sum::<Option<u32>>().filter(|minutes| closed || *minutes > 0)
}

fn is_voted(view: &MeetingView, subject: MotionSubject) -> bool {
    let passed = |motion: &nennep_domain::motions::Motion| {
        motion.subject == subject && motion.decision.as_ref().is_some_and(|decision| decision.passed)
    };
    view.motions.iter().any(passed)
}

/// Tasks due at the meeting and done by then; as the meeting found them, once closed.
fn results(view: &MeetingView) -> Progress {
    let found = view.due.iter().map(|due| match &due.review {
        Some(review) => Task { done_percent: review.done_percent, ..due.task.clone() },
        None => due.task.clone(),
    });
    let found: Vec<_> = found.collect();
    progress(&found, view.meeting.month, view.rules.date(), &view.rules)
}

/// Tasks set with owner, deadline (but for standing ones) and the meeting at which they are reported.
fn assigned(tasks: &[Task]) -> Share {
    let clear = |task: &&Task| {
        let dated = task.deadline.is_some() || task.state == TaskState::Standing;
        task.owner.is_some() && task.reports_in.is_some() && dated
    };
    Share { part: count(tasks.iter().filter(clear).count()), whole: count(tasks.len()) }
}
