//! What follows the closing of a meeting: minutes adopted and frozen, the resolution with its number, the report, and the
//! events the deeds leave.

use nennep_domain::{
    ids::{EventId, IssueId},
    meetings::{Done, Resolution},
    papers::Score,
    time::Instant,
};
use nennep_store::{events::Event, issues::Issue, minutes::Adopted};
use serde_json::json;
use uuid::Uuid;

use super::{character::Habit, dice::Dice, plan::Plan, setting::Told};
use crate::{
    error::{Error, Result},
    keys::sha256,
    meetings::MeetingView,
    papers,
};

const HOUR: i64 = 60;
const DAY: i64 = 24 * HOUR;

/// The text of the resolution.
pub(super) fn resolution(
    told: &Told<'_>,
    view: &MeetingView,
    plan: &Plan<'_>,
    dice: &mut Dice,
) -> Resolution {
    let common = &told.setting.texts.common;
    let names: Vec<&str> = view.roll.iter().map(|entry| entry.who.name.as_str()).collect();
    let name = if names.is_empty() { "…" } else { *dice.pick(&names) };
    let topic = plan.blanks.fill(&plan.topic.title).to_lowercase();
    Resolution {
        situation: dice.pick(&common.opinion).clone(),
        results: plan.blanks.fill(&plan.topic.report),
        praise: plan.blanks.fill_named(dice.pick(&common.praise).as_str(), name),
        faults: dice.pick(&common.faults).clone(),
        direction: plan.blanks.fill_with(dice.pick(&common.plan).as_str(), &[("{topic}", &topic)]),
        execution: plan.blanks.fill(&common.execution),
        version: 1,
    }
}

/// A paper with the next number of its sign in the cell's term.
pub(super) fn issue(
    view: &MeetingView,
    term: Uuid,
    (sign, number): (String, u32),
    on: Instant,
    dice: &mut Dice,
) -> Issue {
    Issue {
        id: IssueId(dice.id(on)),
        organisation: view.meeting.cell,
        term,
        sign,
        number,
        meeting: Some(view.meeting.id),
        issued_on: on.date(),
    }
}

/// Freezes the minutes as they stand, as the deed does.
pub(super) fn adopt(view: &mut MeetingView, score: Option<Score>, done: Done) -> Result<Option<Adopted>> {
    let (written, voted_down) = (papers::is_anything_written(view), view.are_minutes_voted_down());
    if !view.meeting.adopt(written, voted_down).map_err(Error::refused)? {
        return Ok(None);
    }
    let body = serde_json::to_value(papers::minutes(view, score)).map_err(Error::fault)?;
    let sha256 = sha256(body.to_string().as_bytes());
    view.meeting.steps.adopted = Some(done);
    Ok(Some(Adopted { meeting: view.meeting.id, body, sha256, adopted_at: done.at }))
}

/// When a held meeting was reported: in time, late, or not at all.
pub(super) fn reported_at(told: &Told<'_>, closed_at: Instant, dice: &mut Dice) -> Option<Instant> {
    if told.character.shows(Habit::NoReport, dice) {
        return None;
    }
    let late = told.character.shows(Habit::LateReport, dice);
    let minutes = if late { dice.between(3 * DAY, 9 * DAY) } else { dice.between(10 * HOUR, 44 * HOUR) };
    Some(closed_at.plus_minutes(minutes))
}

/// The events of a meeting's steps.
pub(super) fn events(view: &MeetingView, dice: &mut Dice) -> Vec<Event> {
    let steps = &view.meeting.steps;
    let kinds = [
        (steps.registered, "meeting.registered"),
        (steps.called, "meeting.called"),
        (steps.opened, "meeting.opened"),
        (steps.closed, "meeting.closed"),
        (steps.adopted, "meeting.minutes_adopted"),
        (steps.reported, "meeting.reported"),
        (steps.cancelled, "meeting.cancelled"),
    ];
    let events = kinds.into_iter().filter_map(|(done, kind)| Some((done?, kind)));
    let event = |(done, kind): (Done, &str)| Event {
        id: EventId(dice.id(done.at)),
        at: done.at,
        account: Some(done.by).filter(|by| !by.0.is_nil()),
        kind: kind.to_owned(),
        organisation: Some(view.meeting.cell),
        subject: Some(view.meeting.id.0),
        payload: json!({}),
    };
    events.map(event).collect()
}
