//! How a meeting of the sample is scored: the sheet proposed by the domain from what was recorded, then the stages it went
//! through, each refused by the domain where it would refuse a real one.

use std::collections::BTreeMap;

use nennep_domain::{
    accounts::Office,
    meetings::{Done, ItemKind},
    motions::MotionSubject,
    papers,
    quality::{Basis, Points, Rubric, Score, Sheet, Stage, StageEntry, propose, report_due},
    rules::Hundredths,
    time::Instant,
};
use nennep_store::quality::StoredSheet;

use super::{dice::Dice, setting::Told, talk::Manner};
use crate::{
    error::{Error, Result},
    meetings::MeetingView,
    papers::score_of_rows,
    quality::{Around, Said, StageRows, gathered, rows},
};

/// What is known of a meeting's quality beyond its records.
#[derive(Debug, Clone, Copy)]
pub(super) struct Seen {
    /// How the talk went.
    pub(super) manner: Manner,
    /// Whether the minutes are last month's.
    pub(super) copies: bool,
}

/// A score on its way through the stages.
pub(super) struct Scoring<'a> {
    rubric: &'a Rubric,
    score: Score,
    drawn_at: Instant,
    seen: Seen,
}

/// A score as it is kept.
pub(super) struct Scored {
    /// The sheet.
    pub(super) sheet: StoredSheet,
    /// Its stages.
    pub(super) stages: Vec<StageRows>,
}

/// Scores a closed meeting up to the cell's vote; `None` where the rules of its day name no rubric.
pub(super) fn voted<'a>(
    told: &Told<'a>,
    view: &MeetingView,
    around: &Around,
    seen: Seen,
    dice: &mut Dice,
) -> Result<Option<Scoring<'a>>> {
    let rubric = told.setting.rubrics.for_meeting(&view.rules, view.meeting.kind, Some(told.cell.kind));
    let (Some(rubric), Some(closed)) = (rubric, view.meeting.steps.closed) else { return Ok(None) };
    let item = view.items.iter().find(|item| item.kind == ItemKind::Scoring);
    let at = item.and_then(|item| item.ended_at).unwrap_or(closed.at);
    let mut known = gathered(view, around, closed.at);
    // The minutes are read out and adopted before everybody goes home.
    known.adopted_at = Some(closed.at);
    let score = Score::new(propose(rubric, &known, &view.rules));
    let mut scoring = Scoring { rubric, score, drawn_at: at.plus_seconds(-120), seen };
    let judged = lowered(told, rubric, &scoring.score.sheet, seen, dice);
    let done = |seconds: i64| Done { at: at.plus_seconds(seconds), by: told.by() };
    let tracker = told.setting.account(view.meeting.tracker);
    let proposed = if tracker.0.is_nil() { done(-120) } else { Done { by: tracker, ..done(-120) } };
    scoring.enter(Stage::Proposed, judged, proposed, view)?;
    scoring.enter(Stage::Agreed, Changes::new(), done(-60), view)?;
    scoring.enter(Stage::Voted, Changes::new(), done(0), view)?;
    Ok(Some(scoring))
}

impl Scoring<'_> {
    /// Lets the direct superior decide.
    pub(super) fn decide(
        &mut self,
        told: &Told<'_>,
        view: &MeetingView,
        at: Instant,
        dice: &mut Dice,
    ) -> Result<()> {
        let changes = decided(told, view, self, dice);
        let by = told.setting.account(told.holder(Office::Overseer));
        self.enter(Stage::Decided, changes, Done { at, by }, view)
    }

    /// The rows of the score as far as it came.
    pub(super) fn rows(&self, told: &Told<'_>, view: &MeetingView) -> Result<Scored> {
        let vote = view.motions.iter().find(|motion| motion.subject == MotionSubject::Score);
        let motion = vote.map(|motion| motion.id);
        let notes = &told.setting.texts.common.decided_note;
        let said = |stage: Stage| match stage {
            Stage::Voted => Said { note: String::new(), motion },
            Stage::Decided => {
                let otherwise = self.score.decided_otherwise() == Some(true);
                let note = if otherwise { notes.last() } else { notes.first() };
                Said { note: note.cloned().unwrap_or_default(), motion: None }
            }
            _ => Said::default(),
        };
        let (sheet, stages) = rows(view.meeting.id, &self.score, self.drawn_at, said)?;
        Ok(Scored { sheet, stages })
    }

    fn enter(&mut self, stage: Stage, changes: Changes, done: Done, view: &MeetingView) -> Result<()> {
        let overseer = view.guests.iter().any(|guest| guest.overseer);
        let points: Points = changes.iter().map(|(item, (points, _))| (item.clone(), *points)).collect();
        let reasons = changes.into_iter().map(|(item, (_, reason))| (item, reason)).collect();
        let entry = StageEntry { stage, scorer: None, points, reasons, done };
        self.score.enter(self.rubric, entry, &view.rules, overseer).map_err(Error::refused)?;
        Ok(())
    }
}

impl Scored {
    /// The score as the minutes give it.
    pub(super) fn on_paper(&self, told: &Told<'_>, view: &MeetingView) -> papers::Score {
        let stages: Vec<_> = self.stages.iter().map(|(_, stage, _)| stage.clone()).collect();
        let points: Vec<_> = self.stages.iter().flat_map(|(.., points)| points).cloned().collect();
        score_of_rows(&told.setting.rubrics, view, Some(&self.sheet), &stages, &points)
    }
}

/// Points by item, each with a reason.
type Changes = BTreeMap<String, (Hundredths, String)>;

/// What the tracker judges lower than the program starts from.
fn lowered(told: &Told<'_>, rubric: &Rubric, sheet: &Sheet, seen: Seen, dice: &mut Dice) -> Changes {
    let reasons = &told.setting.texts.common.score_reasons;
    let mut changes = Changes::new();
    let mut lower = |item: &str, by: i64, reason: &str| {
        let judged =
            sheet.line(item).filter(|line| line.basis == Basis::Judgement && line.points > Hundredths::ZERO);
        if let (Some(line), Some(_)) = (judged, rubric.criterion(item)) {
            let points = (line.points + Hundredths::new(-by * 100)).max(Hundredths::ZERO);
            changes.insert(item.to_owned(), (points, reason.to_owned()));
        }
    };
    let weak = seen.manner.few || seen.manner.short || seen.manner.defers;
    if weak || dice.happens(55) {
        let by = if weak { dice.between(2, 4) } else { dice.between(1, 2) };
        lower("content", by, &reasons.content);
    }
    if weak || dice.happens(35) {
        lower("chairing", dice.between(1, if weak { 3 } else { 1 }), &reasons.chairing);
    }
    changes
}

/// What the superior decides otherwise: reports that came late, copied minutes, meetings in which few spoke.
fn decided(told: &Told<'_>, view: &MeetingView, scoring: &Scoring<'_>, dice: &mut Dice) -> Changes {
    let reasons = &told.setting.texts.common.score_reasons;
    let voted = scoring.score.at(Stage::Voted);
    let mut changes = Changes::new();
    let mut lower = |item: &str, by: i64, reason: &str| {
        let known = voted.filter(|_| scoring.rubric.criterion(item).is_some());
        let had = known.and_then(|voted| voted.points.get(item)).copied();
        if let Some(had) = had.filter(|had| *had > Hundredths::ZERO) {
            let points = (had + Hundredths::new(-by * 100)).max(Hundredths::ZERO);
            changes.insert(item.to_owned(), (points, reason.to_owned()));
        }
    };
    let due = view.meeting.steps.closed.and_then(|closed| report_due(closed.at, &view.rules));
    let late = view.meeting.steps.reported.is_none_or(|done| due.is_some_and(|due| due.value < done.at));
    if late {
        lower("reported", 1, &reasons.lowered);
    }
    if scoring.seen.copies {
        lower("content", dice.between(3, 5), &reasons.copied);
    }
    if scoring.seen.manner.few || scoring.seen.manner.defers {
        lower("chairing", dice.between(1, 2), &reasons.speaking);
    }
    changes
}
