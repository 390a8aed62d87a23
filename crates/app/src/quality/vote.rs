//! The cell's vote on its score: put and counted like every vote of the meeting, then entered as the third stage.

use std::collections::BTreeMap;

use nennep_domain::{
    accounts::permission::Action,
    ids::{AdditionId, ItemId, MeetingId, MotionId},
    meetings::{Addition, ItemKind},
    motions::{Count, Decision, Motion, MotionKind, MotionSubject, Outcome, decide, denominator},
    names,
    problems::Sentence,
    quality::{Points, Stage},
};
use nennep_store::{minutes, motions};

use super::{
    enter::{Entry, enter_by, try_entry},
    load::{Scoring, scoring},
};
use crate::{
    Ctx, boxed,
    error::{Error, Result},
    meetings::{self, MeetingView, MotionForm, finish},
};

/// The cell's vote as typed.
#[derive(Debug, Clone)]
pub struct VoteForm {
    /// The motion: one that was put already, or a new id.
    pub motion: MotionId,
    /// What was put to the vote, in words.
    pub body: String,
    /// The hands counted.
    pub count: Count,
    /// Points by item as the cell settled them; those left out stay as agreed.
    pub points: Points,
    /// Why items are changed, by item.
    pub reasons: BTreeMap<String, String>,
    /// Faults the chair named, and their remedies; may be empty.
    pub note: String,
    /// Where the minutes are adopted already: the words added to them.
    pub addition: String,
}

/// Puts the score to the vote, counts the hands, and enters the stage if it passed. The same motion counted again replaces
/// the former count. Once the minutes are adopted, the vote is added to them instead of written into them.
#[boxed]
pub async fn vote(ctx: &Ctx, meeting: MeetingId, form: VoteForm) -> Result<Outcome> {
    let entry = Entry {
        stage: Stage::Voted,
        scorer: None,
        points: form.points.clone(),
        reasons: form.reasons.clone(),
        note: form.note.clone(),
    };
    let scoring = scoring(ctx, &mut ctx.store.read().await?, meeting).await?;
    try_entry(ctx, &scoring, &entry)?;
    let outcome = if scoring.view.meeting.steps.adopted.is_some() {
        vote_late(ctx, &scoring, &form).await?
    } else {
        let item = item_of(&scoring.view)?;
        let (kind, subject) = (MotionKind::Procedural, MotionSubject::Score);
        let motion = MotionForm { item, kind, subject, body: form.body.clone() };
        meetings::put_motion(ctx, meeting, form.motion, &motion).await?;
        meetings::count_hands(ctx, meeting, form.motion, form.count).await?
    };
    if outcome.passed {
        enter_by(ctx, meeting, entry, Some(form.motion)).await?;
    }
    Ok(outcome)
}

/// The item under which the score is put to the vote.
fn item_of(view: &MeetingView) -> Result<ItemId> {
    let of_kind = |kind: ItemKind| view.items.iter().rev().find(|item| item.kind == kind);
    let kinds = [ItemKind::Scoring, ItemKind::Conclusion, ItemKind::Closing];
    let item = kinds.into_iter().find_map(of_kind).or(view.items.last());
    item.map(|item| item.id).ok_or_else(|| Error::invalid("motion", Sentence::new("quality-vote-no-item")))
}

/// A vote recorded after the minutes were adopted: as a motion of its own time, with an addition that says so.
async fn vote_late(ctx: &Ctx, scoring: &Scoring, form: &VoteForm) -> Result<Outcome> {
    let view = &scoring.view;
    if !ctx.may(Action::AdoptMinutes, &view.resource()) {
        return Err(Error::Forbidden);
    }
    let words = names::tidy_text(&form.addition);
    if words.is_empty() || words.chars().count() > 20_000 {
        return Err(Error::invalid("addition", Sentence::new("quality-vote-addition-missing")));
    }
    let at = view.meeting.steps.closed.map(|closed| closed.at);
    let outcome =
        decide(MotionKind::Procedural, &view.roll, at, form.count, &view.rules).map_err(Error::refused)?;
    let motion = Motion {
        id: form.motion,
        meeting: view.meeting.id,
        item: item_of(view)?,
        kind: MotionKind::Procedural,
        subject: MotionSubject::Score,
        body: names::tidy_text(&form.body),
        put_at: ctx.now(),
        decision: None,
    };
    let mut tx = ctx.store.write().await?;
    motions::insert_many(&mut tx, &[motion], ctx.actor.account).await?;
    motions::decide(&mut tx, form.motion, &decision(ctx, view, &outcome)).await?;
    let (id, meeting) = (AdditionId(form.motion.0), view.meeting.id);
    let addition =
        Addition { id, meeting, reason: words.clone(), body: words, at: ctx.now(), by: ctx.actor.account };
    minutes::insert_addition(&mut tx, &addition).await?;
    finish(ctx, tx, &view.meeting, "meeting.score_vote_added", &[]).await?;
    Ok(outcome)
}

fn decision(ctx: &Ctx, view: &MeetingView, outcome: &Outcome) -> Decision {
    let base = denominator(&view.roll, &view.rules).value;
    Decision {
        done: ctx.done(),
        count: outcome.count,
        official: base.official,
        away: base.away,
        exempt_absent: base.exempt,
        base: outcome.terms.base,
        needed: outcome.terms.needed,
        passed: outcome.passed,
        citation: outcome.terms.citation.clone(),
    }
}
