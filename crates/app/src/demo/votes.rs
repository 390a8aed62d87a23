//! Motions of a meeting, each decided by the domain on the roll as it stood; opinions reserved.

use nennep_domain::{
    ids::MotionId,
    meetings::{Done, Item, ItemKind, ItemSource},
    motions::{
        Count, Decision, Motion, MotionKind, MotionSubject, ReservedOpinion, decide, denominator, eligible,
        may_vote,
    },
    time::Instant,
};

use super::{agenda::proposed, dice::Dice, plan::Plan, setting::Told, talk};
use crate::{
    error::{Error, Result},
    meetings::MeetingView,
};

/// Puts and decides what a meeting votes on, as far as its items came.
pub(super) fn vote(told: &Told<'_>, view: &mut MeetingView, plan: &Plan<'_>, dice: &mut Dice) -> Result<()> {
    let common = &told.setting.texts.common;
    let day = view.rules.date();
    let mut wanted: Vec<(Item, MotionKind, MotionSubject, String)> = Vec::new();
    let admitted: Vec<&str> = proposed(told, day).collect();
    for item in view.items.iter().filter(|item| item.ended_at.is_some()) {
        let procedural =
            |subject, text: &str| (item.clone(), MotionKind::Procedural, subject, plan.blanks.fill(text));
        match item.kind {
            ItemKind::Opening => wanted.push(procedural(MotionSubject::Agenda, &common.agenda_motion)),
            ItemKind::Scoring => wanted.push(procedural(MotionSubject::Score, &common.score_motion)),
            ItemKind::Closing => wanted.push(procedural(MotionSubject::Minutes, &common.minutes_motion)),
            ItemKind::Conclusion => {
                let (kind, subject) = (MotionKind::Resolution, MotionSubject::Resolution);
                let text = if view.meeting.kind.is_routine() {
                    &common.resolution_motion
                } else {
                    &common.theme_motion
                };
                wanted.push((item.clone(), kind, subject, plan.blanks.fill(text)));
            }
            ItemKind::Membership if item.source == ItemSource::Hand => {
                if let Some(name) = admitted.iter().find(|name| item.title.ends_with(*name)) {
                    let text = plan.blanks.fill_named(&common.admission_motion, name);
                    wanted.push((item.clone(), MotionKind::Admission, MotionSubject::Other, text));
                }
            }
            ItemKind::Membership => {
                let of_item = |one: &&super::cells::Person| {
                    one.recognised_on == Some(day) && item.source_key == format!("probation-{}", one.id)
                };
                if let Some(one) = told.people.iter().find(of_item) {
                    let text = plan.blanks.fill_named(&common.recognition_motion, &one.profile.full_name);
                    wanted.push((item.clone(), MotionKind::Recognition, MotionSubject::Other, text));
                }
            }
            _ => {}
        }
    }
    for (item, kind, subject, body) in wanted {
        let at = item.ended_at.unwrap_or(Instant::new(jiff::Timestamp::UNIX_EPOCH)).plus_seconds(-20);
        let motion = decided(told, view, (item.id, kind, subject, body), at, dice)?;
        reserve(told, view, &motion, dice);
        if subject == MotionSubject::Agenda {
            view.meeting.steps.agenda_adopted = motion.decision.as_ref().map(|decision| decision.done);
        }
        view.motions.push(motion);
    }
    view.motions.sort_by_key(|motion| (motion.put_at, motion.id));
    Ok(())
}

type Put = (nennep_domain::ids::ItemId, MotionKind, MotionSubject, String);

fn decided(told: &Told<'_>, view: &MeetingView, put: Put, at: Instant, dice: &mut Dice) -> Result<Motion> {
    let (item, kind, subject, body) = put;
    let hands = eligible(&view.roll, Some(at));
    let dissent = if kind == MotionKind::Procedural || !dice.happens(12) { 0 } else { u32::from(hands > 5) };
    let count = Count { in_favour: hands.saturating_sub(dissent), against: 0, other: dissent };
    let outcome = decide(kind, &view.roll, Some(at), count, &view.rules).map_err(Error::refused)?;
    let base = denominator(&view.roll, &view.rules).value;
    let decision = Decision {
        done: Done { at, by: told.by() },
        count,
        official: base.official,
        away: base.away,
        exempt_absent: base.exempt,
        base: outcome.terms.base,
        needed: outcome.terms.needed,
        passed: outcome.passed,
        citation: outcome.terms.citation,
    };
    let (id, meeting, put_at) = (MotionId(dice.id(at)), view.meeting.id, at.plus_seconds(-30));
    Ok(Motion { id, meeting, item, kind, subject, body, put_at, decision: Some(decision) })
}

/// Whoever was of another opinion about a resolution may keep it, word for word.
fn reserve(told: &Told<'_>, view: &mut MeetingView, motion: &Motion, dice: &mut Dice) {
    let other = motion.decision.as_ref().is_some_and(|decision| decision.count.other > 0);
    if !other || motion.kind != MotionKind::Resolution || !dice.happens(40) {
        return;
    }
    let there = talk::present(view);
    let voters = view.roll.iter().filter(|entry| may_vote(entry) && there.contains(&entry.who.member));
    let voters: Vec<_> =
        voters.map(|entry| entry.who.member).filter(|one| Some(*one) != view.meeting.chair).collect();
    if let Some(member) = voters.get(dice.below(voters.len())) {
        let body = dice.pick(&told.setting.texts.common.reserved).clone();
        let at = motion.put_at.plus_seconds(60);
        view.reserved.push(ReservedOpinion { motion: motion.id, member: *member, body, at });
    }
}
