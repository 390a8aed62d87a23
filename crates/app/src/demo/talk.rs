//! What was said: items taken up one after the other, notes and conclusions under them, and remarks by those present.

use nennep_domain::{
    ids::{MemberId, RemarkId},
    meetings::{Attendance, Item, ItemKind, ItemSource, Remark, RemarkKind, Speaker},
    time::Instant,
};

use super::{character::Habit, dice::Dice, plan::Plan, setting::Told};
use crate::meetings::MeetingView;

/// How this meeting's talk goes.
#[derive(Debug, Clone, Copy)]
pub(super) struct Manner {
    /// Few speak.
    pub(super) few: bool,
    /// They follow the director.
    pub(super) defers: bool,
    /// Time is short.
    pub(super) short: bool,
}

impl Manner {
    /// How a held meeting of the cell goes.
    pub(super) fn of(told: &Told<'_>, dice: &mut Dice) -> Self {
        Self {
            few: told.character.shows(Habit::FewSpeakers, dice),
            defers: told.character.shows(Habit::Defers, dice),
            short: told.character.shows(Habit::Short, dice),
        }
    }
}

/// Gives each item its time between opening and closing, by the minutes planned. What a short or quiet meeting leaves out
/// is not taken up. `until`: items that would begin later are still ahead.
pub(super) fn time(
    view: &mut MeetingView,
    opened: Instant,
    closed: Instant,
    until: Instant,
    manner: Manner,
    dice: &mut Dice,
) {
    let left_out = |item: &Item, dice: &mut Dice| match item.kind {
        ItemKind::Criticism => manner.few && dice.happens(35) || manner.short && dice.happens(30),
        ItemKind::Study | ItemKind::Proposals => manner.short && dice.happens(40),
        _ => false,
    };
    let taken: Vec<bool> = view.items.iter().map(|item| !left_out(item, dice)).collect();
    let planned: u32 = view
        .items
        .iter()
        .zip(&taken)
        .filter(|(_, taken)| **taken)
        .map(|(item, _)| item.planned_minutes)
        .sum();
    let length = i64::from(closed.minutes_since(opened));
    let mut gone: i64 = 0;
    for (item, _) in view.items.iter_mut().zip(&taken).filter(|(_, taken)| **taken) {
        let starts = opened.plus_minutes(length * gone / i64::from(planned.max(1)));
        gone += i64::from(item.planned_minutes);
        let ends = opened.plus_minutes(length * gone / i64::from(planned.max(1)));
        item.started_at = (starts <= until).then_some(starts);
        item.ended_at = (ends <= until).then_some(ends);
    }
}

/// Writes what the minutes say under each item that was taken up.
pub(super) fn note(told: &Told<'_>, view: &mut MeetingView, plan: &Plan<'_>, dice: &mut Dice) {
    let common = &told.setting.texts.common;
    let day = view.rules.date();
    let names: Vec<String> = present(view).iter().map(|one| view.name(*one).to_owned()).collect();
    let recognised: Vec<String> = told
        .people
        .iter()
        .filter(|one| one.recognised_on == Some(day))
        .map(|one| format!("probation-{}", one.id))
        .collect();
    let blanks = &plan.blanks;
    let named = |text: &str, dice: &mut Dice| {
        let name = if names.is_empty() { "…" } else { dice.pick(&names).as_str() };
        blanks.fill_named(text, name)
    };
    let topic = blanks.fill(&plan.topic.title).to_lowercase();
    for item in view.items.iter_mut().filter(|item| item.started_at.is_some()) {
        let of_template = item.source == ItemSource::Template;
        let (notes, conclusion) = match item.kind {
            ItemKind::Opening => (common.opening.clone(), String::new()),
            ItemKind::Information => {
                let month = usize::try_from(plan.month.number() - 1).unwrap_or(0);
                let news = blanks.fill(&common.information[month % common.information.len()]);
                (format!("{news}\n{}", dice.pick(&common.opinion)), String::new())
            }
            ItemKind::Review if of_template => {
                let praise = named(dice.pick(&common.praise).as_str(), dice);
                let reminder = named(dice.pick(&common.reminder).as_str(), dice);
                let values = [("{praise}", praise.as_str()), ("{reminder}", reminder.as_str())];
                (blanks.fill_with(&common.review, &values), dice.pick(&common.faults).clone())
            }
            ItemKind::Study => (blanks.fill(&common.study[plan.study].notes), String::new()),
            ItemKind::Discussion if of_template => {
                (blanks.fill(&plan.topic.report), blanks.fill(&plan.topic.conclusion))
            }
            ItemKind::Discussion => (String::new(), common.choose_theme.clone()),
            ItemKind::Theme => {
                let theme = plan.theme.unwrap_or(plan.topic);
                (blanks.fill(&theme.report), blanks.fill(&theme.conclusion))
            }
            ItemKind::Membership if recognised.contains(&item.source_key) => {
                (common.recognised.clone(), String::new())
            }
            ItemKind::Membership if item.source == ItemSource::Hand => {
                (common.admission.clone(), String::new())
            }
            ItemKind::Membership => (String::new(), common.on_probation.clone()),
            ItemKind::Plan => {
                (blanks.fill_with(dice.pick(&common.plan).as_str(), &[("{topic}", &topic)]), String::new())
            }
            ItemKind::Assignment => (common.assignment.clone(), String::new()),
            ItemKind::Conclusion => (String::new(), common.closing_words.clone()),
            _ => (String::new(), String::new()),
        };
        item.version += u32::from(!notes.is_empty()) + u32::from(!conclusion.is_empty());
        (item.notes, item.conclusion) = (notes, conclusion);
    }
}

/// Those who were there from beginning to end.
pub(super) fn present(view: &MeetingView) -> Vec<MemberId> {
    let whole = view.roll.iter().filter(|entry| {
        entry.attendance == Some(Attendance::Present) && entry.arrived_at.is_none() && entry.left_at.is_none()
    });
    whole.map(|entry| entry.who.member).collect()
}

/// The remarks of the items taken up.
pub(super) fn remarks(
    told: &Told<'_>,
    view: &MeetingView,
    plan: &Plan<'_>,
    manner: Manner,
    until: Instant,
    dice: &mut Dice,
) -> Vec<Remark> {
    let mut speakers = present(view);
    speakers.retain(|one| Some(*one) != view.meeting.chair);
    dice.shuffle(&mut speakers);
    speakers.truncate(speaking(speakers.len(), manner, dice));
    let mut talk = Talk { told, view, plan, until, said: Vec::new() };
    let mut rest = speakers.into_iter();
    let takes = |kind: ItemKind, dice: &mut Dice| match kind {
        ItemKind::Criticism | ItemKind::Theme => dice.between(2, 4),
        ItemKind::Proposals => i64::from(dice.happens(55)),
        ItemKind::Review => i64::from(dice.happens(30)),
        _ => 0,
    };
    for item in view.items.iter().filter(|item| item.started_at.is_some()) {
        let count = usize::try_from(takes(item.kind, dice)).unwrap_or(0);
        let here: Vec<MemberId> = rest.by_ref().take(count).collect();
        talk.under(item, &here, manner, dice);
    }
    let focus = view.items.iter().find(|item| {
        item.kind == ItemKind::Discussion && item.source == ItemSource::Template && item.started_at.is_some()
    });
    if let Some(item) = focus {
        let mut here: Vec<MemberId> = rest.collect();
        if here.is_empty() {
            here.extend(view.meeting.tracker);
        }
        talk.under(item, &here, manner, dice);
    }
    let mut said = talk.said;
    said.sort_by_key(|remark| (remark.at, remark.id));
    said
}

/// How many of those present beside the chair speak.
fn speaking(there: usize, manner: Manner, dice: &mut Dice) -> usize {
    let percent = match (manner.few, there) {
        (true, ..=6) => dice.between(20, 40),
        (true, _) => dice.between(10, 26),
        (false, ..=8) => dice.between(70, 100),
        (false, _) => dice.between(46, 78),
    };
    let percent = usize::try_from(percent).unwrap_or(50);
    (there * percent / 100).max(1).min(there)
}

struct Talk<'a, 'b> {
    told: &'a Told<'b>,
    view: &'a MeetingView,
    plan: &'a Plan<'a>,
    until: Instant,
    said: Vec<Remark>,
}

impl Talk<'_, '_> {
    fn under(&mut self, item: &Item, speakers: &[MemberId], manner: Manner, dice: &mut Dice) {
        let Some(starts) = item.started_at else { return };
        let ends = item.ended_at.unwrap_or(self.until);
        let seconds = i64::from(ends.minutes_since(starts)) * 60;
        let step = seconds / i64::try_from(speakers.len() + 2).unwrap_or(2);
        for (n, speaker) in speakers.iter().enumerate() {
            let at = starts.plus_seconds(step * i64::try_from(n + 1).unwrap_or(1));
            let (kind, body) = self.words(item, n, manner, dice);
            self.say(item, *speaker, kind, body, at, dice);
            if kind == RemarkKind::Proposal
                && let Some(chair) = self.view.meeting.chair
            {
                let common = &self.told.setting.texts.common;
                let asked = self.said.last().map_or("", |remark| remark.body.as_str());
                let answer =
                    common.proposal.iter().find(|one| one.ask == asked).map_or("", |one| one.answer.as_str());
                let answer = answer.to_owned();
                self.say(item, chair, RemarkKind::Answer, answer, at.plus_seconds(step / 2), dice);
            }
        }
    }

    fn say(
        &mut self,
        item: &Item,
        speaker: MemberId,
        kind: RemarkKind,
        body: String,
        at: Instant,
        dice: &mut Dice,
    ) {
        let (id, meeting, speaker) = (RemarkId(dice.id(at)), self.view.meeting.id, Speaker::Member(speaker));
        self.said.push(Remark { id, meeting, item: item.id, speaker, kind, body, at, version: 1 });
    }

    /// The words of the `n`-th speaker under an item.
    fn words(&self, item: &Item, n: usize, manner: Manner, dice: &mut Dice) -> (RemarkKind, String) {
        let common = &self.told.setting.texts.common;
        let plain = |text: &str| (RemarkKind::Remark, self.plan.blanks.fill(text));
        let others = present(self.view);
        match item.kind {
            ItemKind::Criticism if n.is_multiple_of(2) => {
                (RemarkKind::SelfCriticism, dice.pick(&common.self_criticism).clone())
            }
            ItemKind::Criticism => {
                let name = if others.is_empty() { "…" } else { self.view.name(*dice.pick(&others)) };
                (
                    RemarkKind::Criticism,
                    self.plan.blanks.fill_named(dice.pick(&common.criticism).as_str(), name),
                )
            }
            ItemKind::Proposals => (RemarkKind::Proposal, dice.pick(&common.proposal).ask.clone()),
            ItemKind::Discussion if manner.defers && n == 0 => plain(&common.director),
            ItemKind::Discussion if manner.defers => plain(dice.pick(&common.deferring).as_str()),
            ItemKind::Discussion | ItemKind::Theme => {
                let topic = if item.kind == ItemKind::Theme {
                    self.plan.theme.unwrap_or(self.plan.topic)
                } else {
                    self.plan.topic
                };
                let start = usize::try_from(item.position).unwrap_or(0) + self.plan.n;
                match topic.remarks.get(n) {
                    Some(_) => plain(&topic.remarks[(start + n) % topic.remarks.len()]),
                    None => plain(dice.pick(&common.brief).as_str()),
                }
            }
            _ => plain(dice.pick(&common.brief).as_str()),
        }
    }
}
