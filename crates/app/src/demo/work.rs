//! Tasks: what came of those due, and new ones set, each with owner, deadline and the meeting that asks for it.

use jiff::{Span, civil::Date};
use nennep_domain::{
    accounts::Office,
    ids::{MemberId, TaskId},
    meetings::{Attendance, ItemKind},
    members::StandingState,
    tasks::{Task, TaskDraft, TaskReview, TaskState},
    time::{Instant, Month},
};
use nennep_store::tasks::Kept;

use super::{character::Habit, dice::Dice, plan::Plan, setting::Told, texts::Work};
use crate::{
    error::Result,
    meetings::{DueTask, MeetingView},
};

/// A task of the cell with what may be reported of it.
pub(super) struct Running {
    /// The task as far as it came.
    pub(super) kept: Kept,
    done: String,
    partial: String,
}

impl Running {
    /// Whether it still comes back.
    pub(super) const fn is_open(&self) -> bool {
        self.kept.task.accepted_at.is_none() && self.kept.task.dropped_on.is_none()
    }
}

/// Reports what is due at a held meeting: done and accepted, or not yet. The view keeps both the task and how it was found.
pub(super) fn review(
    told: &Told<'_>,
    view: &mut MeetingView,
    running: &mut [Running],
    at: Instant,
    dice: &mut Dice,
) {
    let day = view.rules.date();
    let undone = told.character.shows(Habit::TasksUndone, dice);
    let month = view.meeting.month;
    for one in running.iter_mut().filter(|one| one.is_open() && one.kept.task.is_due(month, day)) {
        let state_before = one.kept.task.state;
        let fresh = one.kept.task.result.is_empty();
        let chance = match (undone, fresh) {
            (true, true) => 45,
            (true, false) => 60,
            (false, true) => 91,
            (false, false) => 85,
        };
        let task = &mut one.kept.task;
        if task.state == TaskState::Standing {
            task.result.clone_from(&one.done);
            task.done_percent = 100;
            task.done_on.get_or_insert(day);
        } else if dice.happens(chance) {
            task.result.clone_from(&one.done);
            task.done_percent = 100;
            let back = Span::new().days(dice.between(0, 6));
            task.done_on = Some(day.saturating_sub(back).max(one.kept.set_at.date()));
            task.accepted_at = Some(at);
            one.kept.accepted_in = Some(view.meeting.id);
        } else {
            task.result.clone_from(&one.partial);
            task.done_percent = u8::try_from(dice.between(3, 8) * 10).unwrap_or(50);
        }
        task.version += 1;
        let review = TaskReview {
            meeting: view.meeting.id,
            task: task.id,
            state_before,
            result: task.result.clone(),
            done_percent: task.done_percent,
        };
        view.due.push(DueTask { task: task.clone(), review: Some(review) });
    }
}

/// The tasks due at a meeting that is ahead or runs, as they stand.
pub(super) fn due(view: &mut MeetingView, running: &[Running]) {
    let (month, day) = (view.meeting.month, view.rules.date());
    let due = running.iter().filter(|one| one.is_open() && one.kept.task.is_due(month, day));
    view.due = due.map(|one| DueTask { task: one.kept.task.clone(), review: None }).collect();
}

/// Sets the tasks of a meeting; gives them with what may be reported of them.
pub(super) fn set(
    told: &Told<'_>,
    view: &mut MeetingView,
    plan: &Plan<'_>,
    first: bool,
    dice: &mut Dice,
) -> Result<Vec<Running>> {
    let item = view.items.iter().find(|item| item.kind == ItemKind::Assignment && item.started_at.is_some());
    let Some((item, set_at)) = item.and_then(|item| Some((item.id, item.ended_at?.plus_seconds(-30)))) else {
        return Ok(Vec::new());
    };
    let common = &told.setting.texts.common;
    let of_theme = plan.theme.filter(|_| plan.theme_at.is_none()).map_or(&[][..], |theme| &theme.tasks);
    let other = &told.texts.topics[(plan.n * 5 + 3) % told.texts.topics.len()].tasks;
    let dated = plan.topic.tasks.iter().chain(of_theme).chain(other.iter().take(1));
    let works = dated.map(|work| (work, TaskState::Dated));
    let standing = common.standing.iter().filter(|_| first).map(|work| (work, TaskState::Standing));
    let mut set = Vec::new();
    for (work, state) in works.chain(standing) {
        let position = u32::try_from(set.len() + 1).unwrap_or(u32::MAX);
        let draft = drafted(told, view, plan, work, state, set.len(), dice);
        let plan_of = draft.check(set_at.date(), &view.rules)?;
        let task = Task {
            id: TaskId(dice.id(set_at)),
            cell: told.cell.organisation.id,
            meeting: view.meeting.id,
            position,
            title: plan_of.title,
            product: plan_of.product,
            owner: plan_of.owner,
            deadline: plan_of.deadline,
            reports_in: plan_of.reports_in,
            state: plan_of.state,
            result: String::new(),
            done_percent: 0,
            done_on: None,
            dropped_on: None,
            item: Some(item),
            accepted_at: None,
            version: 1,
        };
        view.tasks.push(task.clone());
        let kept = Kept {
            task,
            set_at,
            set_by: Some(told.by()).filter(|by| !by.0.is_nil()),
            accepted_in: None,
            drop_reason: String::new(),
        };
        set.push(Running {
            kept,
            done: plan.blanks.fill(&work.done),
            partial: plan.blanks.fill(&work.partial),
        });
    }
    Ok(set)
}

fn drafted(
    told: &Told<'_>,
    view: &MeetingView,
    plan: &Plan<'_>,
    work: &Work,
    state: TaskState,
    nth: usize,
    dice: &mut Dice,
) -> TaskDraft {
    let later = i32::from(state == TaskState::Dated && dice.happens(12));
    let reports_in = plan.month.plus(1 + later);
    let deadline = (state == TaskState::Dated).then(|| deadline(view.rules.date(), reports_in, dice));
    TaskDraft {
        title: plan.blanks.fill(&work.title),
        product: plan.blanks.fill(&work.product),
        owner: owner(told, view, nth, dice),
        deadline,
        reports_in: Some(reports_in),
        state,
    }
}

/// By the beginning of the month that asks for it, and never sooner than ten days from now.
fn deadline(today: Date, reports_in: Month, dice: &mut Dice) -> Date {
    let back = Span::new().days(dice.between(1, 6));
    let soonest = today.saturating_add(Span::new().days(10));
    reports_in.first_day().saturating_sub(back).max(soonest.min(reports_in.first_day()))
}

/// Who does it: members of the cell in turn; in the main cell the ordinary member of the printed accounts has the first and
/// the secretary the second.
fn owner(told: &Told<'_>, view: &MeetingView, nth: usize, dice: &mut Dice) -> Option<MemberId> {
    let printed = match nth {
        0 => told.people.get(super::accounts::MEMBER).map(|one| one.id),
        1 => told.holder(Office::Secretary),
        _ => None,
    };
    if let Some(printed) = printed.filter(|_| told.cell.is_main) {
        return Some(printed);
    }
    let able = view.roll.iter().filter(|entry| {
        entry.who.state == StandingState::Active && entry.attendance == Some(Attendance::Present)
    });
    let able: Vec<MemberId> = able.map(|entry| entry.who.member).collect();
    able.get(dice.below(able.len())).copied().or_else(|| told.holder(Office::Secretary))
}
