//! Who came: leave asked and answered before, the roll opened by the domain, and everybody on it called.

use nennep_domain::{
    accounts::Office,
    ids::MemberId,
    meetings::{Attendance, LeaveAnswer, LeaveRequest, RollEntry},
    members::StandingState,
    organisations::CellType,
    time::Instant,
};

use super::{character::Habit, dice::Dice, setting::Told};
use crate::{
    error::{Error, Result},
    meetings::MeetingView,
};

/// Who leads, writes and follows a meeting.
pub(super) struct Led {
    /// The chair.
    pub(super) chair: Option<MemberId>,
    /// The minute-taker.
    pub(super) minute_taker: Option<MemberId>,
    /// Who follows the meeting in order to score it.
    pub(super) tracker: Option<MemberId>,
}

/// Who leads: the secretary, now and then the deputy; the others are members of the day's roll.
pub(super) fn led(told: &Told<'_>, view: &MeetingView, away: &[MemberId], dice: &mut Dice) -> Led {
    let active =
        |entry: &&RollEntry| entry.who.state == StandingState::Active && !away.contains(&entry.who.member);
    let there: Vec<MemberId> = view.roll.iter().filter(active).map(|entry| entry.who.member).collect();
    let first = |office: Office| told.holder(office).filter(|one| there.contains(one));
    let chair = first(Office::Secretary).or_else(|| first(Office::Deputy)).or_else(|| there.first().copied());
    let deputy = first(Office::Deputy).filter(|_| dice.happens(7));
    let chair = deputy.or(chair);
    let others: Vec<MemberId> = there.into_iter().filter(|one| Some(*one) != chair).collect();
    let minute_taker = others.get(dice.below(others.len())).copied().or(chair);
    let tracker = others.iter().rev().find(|one| Some(**one) != minute_taker).copied();
    Led { chair, minute_taker, tracker }
}

/// Requests to be absent by `share` in a hundred, answered while `now` is after the answer.
pub(super) fn leave(
    told: &Told<'_>,
    view: &MeetingView,
    now: Instant,
    share: u32,
    dice: &mut Dice,
) -> Vec<LeaveRequest> {
    let Some(starts_at) = view.meeting.starts_at else { return Vec::new() };
    let common = &told.setting.texts.common;
    let share = if told.character.has(Habit::StaysAway) { share + 7 } else { share };
    let mut found = Vec::new();
    for entry in view.roll.iter().filter(|entry| entry.who.state == StandingState::Active) {
        if told.holder(Office::Secretary) == Some(entry.who.member) || !dice.happens(share) {
            continue;
        }
        let asked_at = starts_at.plus_minutes(-dice.between(14 * 60, 70 * 60));
        let answered_at = asked_at.plus_minutes(dice.between(30, 9 * 60));
        let refused = dice.happens(6);
        let answered = answered_at <= now;
        let answer = if refused { LeaveAnswer::Refused } else { LeaveAnswer::Granted };
        found.push(LeaveRequest {
            meeting: view.meeting.id,
            member: entry.who.member,
            reason: dice.pick(&common.leave).clone(),
            asked_at,
            answer: answered.then_some(answer),
            answered_at: answered.then_some(answered_at),
            answer_note: if answered && refused { common.refused.clone() } else { String::new() },
        });
    }
    found.retain(|request| request.asked_at <= now);
    found
}

/// Opens the meeting as the domain does and calls its roll. `called`: in a hundred, how many have been called.
pub(super) fn call(
    told: &Told<'_>,
    view: &mut MeetingView,
    led: &Led,
    called: u32,
    dice: &mut Dice,
) -> Result<()> {
    let roll = view.roll.iter().map(|entry| entry.who.clone()).collect();
    let opened = view.meeting.open(led.chair, led.minute_taker, roll, &view.leave, &view.rules);
    view.roll = opened.map_err(Error::refused)?;
    (view.meeting.chair, view.meeting.minute_taker, view.meeting.tracker) =
        (led.chair, led.minute_taker, led.tracker);
    let stays_away = told.character.shows(Habit::StaysAway, dice);
    let reasons = &told.setting.texts.common;
    for entry in &mut view.roll {
        let led_by = [led.chair, led.minute_taker, led.tracker].contains(&Some(entry.who.member));
        if led_by {
            entry.attendance = Some(Attendance::Present);
            continue;
        }
        let drawn = drawn(told, entry, stays_away, dice);
        if entry.attendance.is_some() || drawn.is_none() || !dice.happens(called) {
            continue;
        }
        entry.attendance = drawn;
        match drawn {
            Some(Attendance::Excused) => entry.note.clone_from(dice.pick(&reasons.absent)),
            Some(Attendance::SpecialDuty) => entry.note.clone_from(&reasons.duty),
            _ => {}
        }
    }
    Ok(())
}

fn drawn(told: &Told<'_>, entry: &RollEntry, stays_away: bool, dice: &mut Dice) -> Option<Attendance> {
    let chance = dice.below(1000);
    let duty = told.cell.kind == CellType::ArmedForces;
    match entry.who.state {
        StandingState::Active if duty && chance < 70 => Some(Attendance::SpecialDuty),
        StandingState::Active if stays_away && chance < 160 => Some(Attendance::Excused),
        StandingState::Active if stays_away && chance < 210 => Some(Attendance::Unexcused),
        StandingState::Active if chance < 25 => Some(Attendance::Excused),
        StandingState::Active if chance >= 998 => Some(Attendance::Unexcused),
        StandingState::Active => Some(Attendance::Present),
        StandingState::Visiting if chance < 850 => Some(Attendance::Present),
        _ => None,
    }
}

/// Some came late, some left early: never those who lead.
pub(super) fn times(view: &mut MeetingView, opened: Instant, closed: Instant, dice: &mut Dice) {
    let led = [view.meeting.chair, view.meeting.minute_taker, view.meeting.tracker];
    for entry in &mut view.roll {
        if entry.attendance != Some(Attendance::Present) || led.contains(&Some(entry.who.member)) {
            continue;
        }
        if dice.happens(4) {
            entry.arrived_at = Some(opened.plus_minutes(dice.between(5, 25)));
        } else if dice.happens(2) {
            entry.left_at = Some(closed.plus_minutes(-dice.between(5, 20)));
        }
    }
}
