//! Motions by show of hands: put, counted among the right members, taken back while the meeting runs.

use nennep_domain::{
    accounts::permission::Action,
    ids::{ItemId, MeetingId, MemberId, MotionId},
    motions::{
        Count, Decision, Motion, MotionKind, MotionSubject, Outcome, ReservedOpinion, Terms, decide,
        denominator, terms,
    },
    names,
    problems::Sentence,
};
use nennep_store::{
    Tx, WriteTx,
    meetings::{self, Step},
    motions,
};

use super::{
    agenda::found,
    load::{Loaded, load},
    register::finish,
};
use crate::{
    Ctx, boxed,
    error::{Error, Result},
    recruiting,
};

/// A motion as typed.
#[derive(Debug, Clone)]
pub struct MotionForm {
    /// The item it belongs to.
    pub item: ItemId,
    /// The kind, which decides base and majority.
    pub kind: MotionKind,
    /// What it is about.
    pub subject: MotionSubject,
    /// Its words.
    pub body: String,
}

async fn writable(ctx: &Ctx, tx: &mut Tx, meeting: MeetingId) -> Result<Loaded> {
    let loaded = load(ctx, tx, meeting, Action::RunMeeting).await?;
    if loaded.meeting.steps.closed.is_none() {
        loaded.meeting.must_be_running().map_err(Error::refused)?;
    }
    loaded.meeting.must_be_open_to_change().map_err(Error::refused)?;
    Ok(loaded)
}

async fn motion_of(tx: &mut Tx, meeting: MeetingId, id: MotionId) -> Result<Motion> {
    motions::find(tx, id).await?.filter(|motion| motion.meeting == meeting).ok_or(Error::NotFound)
}

/// What a vote of this kind would need on the roll as it stands now: for the sentence to read aloud before.
#[boxed]
pub async fn terms_of(ctx: &Ctx, meeting: MeetingId, kind: MotionKind) -> Result<Terms> {
    let mut tx = ctx.store.read().await?;
    let loaded = load(ctx, &mut tx, meeting, Action::ReadMeeting).await?;
    let roll = meetings::roll(&mut tx, meeting).await?;
    let rules = loaded.rules(ctx, &mut tx).await?;
    let at = loaded.meeting.is_running().then(|| ctx.now());
    Ok(terms(kind, &roll, at, &rules))
}

/// Puts a motion; the same id posted twice is one motion.
#[boxed]
pub async fn put_motion(ctx: &Ctx, meeting: MeetingId, id: MotionId, form: &MotionForm) -> Result<()> {
    let body = names::tidy_text(&form.body);
    if body.is_empty() || body.chars().count() > 5_000 {
        return Err(Error::invalid("body", Sentence::new("meetings-motion-body")));
    }
    let mut tx = ctx.store.write().await?;
    let loaded = writable(ctx, &mut tx, meeting).await?;
    found(&mut tx, meeting, form.item).await?;
    let motion = Motion {
        id,
        meeting,
        item: form.item,
        kind: form.kind,
        subject: form.subject,
        body,
        put_at: ctx.now(),
        decision: None,
    };
    motions::insert_many(&mut tx, &[motion], ctx.actor.account).await?;
    finish(ctx, tx, &loaded.meeting, "meeting.motion_put", &[]).await
}

/// Records the hands counted for a motion and gives what came of it; counting again replaces the former count.
#[boxed]
pub async fn count_hands(ctx: &Ctx, meeting: MeetingId, id: MotionId, count: Count) -> Result<Outcome> {
    let mut tx = ctx.store.write().await?;
    let loaded = writable(ctx, &mut tx, meeting).await?;
    let motion = motion_of(&mut tx, meeting, id).await?;
    let roll = meetings::roll(&mut tx, meeting).await?;
    let rules = loaded.rules(ctx, &mut tx).await?;
    // What stands against a vote about a person stands against counting hands.
    recruiting::must_be_ready(ctx, &mut tx, &loaded, id).await?;
    let at = motion.decision.as_ref().map_or_else(|| ctx.now(), |decision| decision.done.at);
    let at = loaded.meeting.steps.closed.map_or(at, |closed| at.min(closed.at));
    let outcome = decide(motion.kind, &roll, Some(at), count, &rules).map_err(Error::refused)?;
    let base = denominator(&roll, &rules).value;
    let decision = Decision {
        done: ctx.done(),
        count,
        official: base.official,
        away: base.away,
        exempt_absent: base.exempt,
        base: outcome.terms.base,
        needed: outcome.terms.needed,
        passed: outcome.passed,
        citation: outcome.terms.citation.clone(),
    };
    motions::decide(&mut tx, id, &decision).await?;
    settle_agenda(ctx, &mut tx, &motion, outcome.passed).await?;
    finish(ctx, tx, &loaded.meeting, "meeting.motion_counted", &[]).await?;
    Ok(outcome)
}

/// Takes a count back: the motion is open again.
#[boxed]
pub async fn take_count_back(ctx: &Ctx, meeting: MeetingId, id: MotionId) -> Result<()> {
    let mut tx = ctx.store.write().await?;
    let loaded = writable(ctx, &mut tx, meeting).await?;
    let motion = motion_of(&mut tx, meeting, id).await?;
    motions::reopen(&mut tx, id).await?;
    settle_agenda(ctx, &mut tx, &motion, false).await?;
    finish(ctx, tx, &loaded.meeting, "meeting.motion_reopened", &[]).await
}

/// Withdraws a motion that was put by mistake; doing it twice is safe.
#[boxed]
pub async fn withdraw_motion(ctx: &Ctx, meeting: MeetingId, id: MotionId) -> Result<()> {
    let mut tx = ctx.store.write().await?;
    let loaded = writable(ctx, &mut tx, meeting).await?;
    if let Some(motion) = motions::find(&mut tx, id).await?.filter(|motion| motion.meeting == meeting) {
        motions::withdraw(&mut tx, id, ctx.now()).await?;
        settle_agenda(ctx, &mut tx, &motion, false).await?;
    }
    finish(ctx, tx, &loaded.meeting, "meeting.motion_withdrawn", &[]).await
}

/// Brings a withdrawn motion again, with its count if it had one; doing it twice is safe.
#[boxed]
pub async fn bring_motion_again(ctx: &Ctx, meeting: MeetingId, id: MotionId) -> Result<()> {
    let mut tx = ctx.store.write().await?;
    let loaded = writable(ctx, &mut tx, meeting).await?;
    motions::bring_again(&mut tx, meeting, id).await?;
    let motion = motion_of(&mut tx, meeting, id).await?;
    let passed = motion.decision.as_ref().is_some_and(|decision| decision.passed);
    settle_agenda(ctx, &mut tx, &motion, passed).await?;
    finish(ctx, tx, &loaded.meeting, "meeting.motion_brought_again", &[]).await
}

/// A vote on the agenda is a step of the meeting: adopted when it passes, and no longer when that is taken back.
async fn settle_agenda(ctx: &Ctx, tx: &mut WriteTx, motion: &Motion, passed: bool) -> Result<()> {
    if motion.subject != MotionSubject::Agenda {
        return Ok(());
    }
    if passed {
        meetings::mark_step(tx, motion.meeting, Step::AgendaAdopted, ctx.done()).await?;
    } else {
        meetings::clear_step(tx, motion.meeting, Step::AgendaAdopted).await?;
    }
    Ok(())
}

/// Keeps a member's reserved opinion word for word; empty words take it back (Điều lệ Art. 9).
#[boxed]
pub async fn reserve_opinion(
    ctx: &Ctx,
    meeting: MeetingId,
    id: MotionId,
    member: MemberId,
    words: &str,
) -> Result<()> {
    // Word for word: only line ends and unseen marks are put in order.
    let body = names::tidy_text(words);
    if body.chars().count() > 20_000 {
        return Err(Error::invalid("body", Sentence::new("form-too-long").with("most", 20_000)));
    }
    let mut tx = ctx.store.write().await?;
    let loaded = writable(ctx, &mut tx, meeting).await?;
    motion_of(&mut tx, meeting, id).await?;
    meetings::roll(&mut tx, meeting)
        .await?
        .iter()
        .find(|entry| entry.who.member == member)
        .ok_or(Error::NotFound)?;
    motions::reserve(&mut tx, &ReservedOpinion { motion: id, member, body, at: ctx.now() }).await?;
    finish(ctx, tx, &loaded.meeting, "meeting.opinion_reserved", &[]).await
}
