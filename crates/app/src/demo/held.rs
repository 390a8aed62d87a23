//! A meeting held from beginning to end, with what followed: minutes, resolution, score, report, decision.

use std::collections::HashMap;

use nennep_domain::{
    ids::MemberId,
    meetings::{Attendance, Done, ItemKind, Meeting, MeetingKind},
    motions::MotionSubject,
    papers::{PaperType, Score},
    time::Instant,
};

use super::{
    after, before, roll,
    score::{self, Scored, Seen},
    story::Month,
    talk::Manner,
    votes, work,
};
use crate::{error::Result, meetings::MeetingView, quality::Around};

/// Whether the resolution was passed.
fn is_passed(view: &MeetingView) -> bool {
    view.motions.iter().any(|motion| {
        motion.subject == MotionSubject::Resolution
            && motion.decision.as_ref().is_some_and(|decision| decision.passed)
    })
}

impl Month<'_, '_> {
    /// Held from beginning to end, with what followed.
    pub(super) fn held(&mut self, meeting: Meeting) -> Result<()> {
        let Some(starts_at) = meeting.starts_at else { return Ok(()) };
        let committee = self.committee(starts_at)?;
        let manner = Manner::of(self.told, self.dice);
        let mut view = self.view(meeting);
        self.prepare(&mut view);
        let opened = starts_at.plus_minutes(self.dice.between(0, 7));
        self.open(&mut view, opened, 100)?;
        let closed = opened.plus_minutes(self.length(&view, manner));
        roll::times(&mut view, opened, closed, self.dice);
        view.items = self.agenda(&view);
        self.talk(&mut view, closed, closed, manner);
        votes::vote(self.told, &mut view, self.plan, self.dice)?;
        self.work(&mut view, closed)?;
        view.meeting.steps.closed = Some(Done { at: closed, by: self.told.by() });
        let thematic = self.plan.kind.is_thematic() || self.plan.theme_at.is_some();
        let mut month = vec![view.meeting.clone()];
        month.extend(committee);
        let around = Around { month, year: self.year_before(&view) };
        let scored = self.conclude(&mut view, &around, manner)?;
        self.remember(&view);
        self.keep(view, scored.as_ref(), thematic);
        if let Some(at) = self.plan.theme_at {
            self.thematic(at)?;
        }
        Ok(())
    }

    fn work(&mut self, view: &mut MeetingView, closed: Instant) -> Result<()> {
        let reviewed =
            view.items.iter().find(|item| item.kind == ItemKind::Review).and_then(|item| item.ended_at);
        work::review(self.told, view, &mut self.thread.running, reviewed.unwrap_or(closed), self.dice);
        let first = self.thread.running.is_empty();
        let set = work::set(self.told, view, self.plan, first, self.dice)?;
        self.thread.running.extend(set);
        Ok(())
    }

    fn year_before(&self, view: &MeetingView) -> HashMap<MemberId, Vec<Attendance>> {
        let year = view.meeting.month.year();
        let this = self.thread.year.iter().filter(|(_, (of, _))| *of == year);
        this.map(|(member, (_, attendances))| (*member, attendances.clone())).collect()
    }

    fn remember(&mut self, view: &MeetingView) {
        let year = view.meeting.month.year();
        for entry in &view.roll {
            let kept = self.thread.year.entry(entry.who.member).or_insert_with(|| (year, Vec::new()));
            if kept.0 != year {
                *kept = (year, Vec::new());
            }
            kept.1.extend(entry.attendance);
        }
    }

    /// Scored, minutes adopted, resolution numbered, reported, decided: each if its time has come.
    fn conclude(
        &mut self,
        view: &mut MeetingView,
        around: &Around,
        manner: Manner,
    ) -> Result<Option<Scored>> {
        let Some(closed) = view.meeting.steps.closed else { return Ok(None) };
        view.resolution = after::resolution(self.told, view, self.plan, self.dice);
        self.rows.resolutions.push((view.meeting.id, view.resolution.clone(), closed.at));
        let seen = Seen { manner, copies: self.plan.copies };
        let mut scoring = score::voted(self.told, view, around, seen, self.dice)?;
        let voted = scoring.as_ref().map(|scoring| scoring.rows(self.told, view)).transpose()?;
        let on_paper = voted.map(|voted| voted.on_paper(self.told, view));
        self.adopt(view, on_paper, closed)?;
        if is_passed(view) {
            self.number(view, PaperType::Resolution, closed.at);
        }
        let reported_at = after::reported_at(self.told, closed.at, self.dice)
            .filter(|_| view.meeting.steps.adopted.is_some());
        view.meeting.steps.reported = reported_at.and_then(|at| before::done(at, closed.by, self.now()));
        let decided_at = reported_at.map(|at| at.plus_minutes(self.dice.between(3, 16) * 24 * 60));
        if let (Some(scoring), Some(at)) = (&mut scoring, decided_at.filter(|at| *at <= self.now())) {
            scoring.decide(self.told, view, at, self.dice)?;
        }
        scoring.map(|scoring| scoring.rows(self.told, view)).transpose()
    }

    /// Gives the minutes their number and freezes them, unless they were voted down.
    pub(super) fn adopt(&mut self, view: &mut MeetingView, score: Option<Score>, done: Done) -> Result<()> {
        if !view.are_minutes_voted_down() {
            self.number(view, PaperType::Minutes, done.at);
            self.rows.minutes.extend(after::adopt(view, score, done)?);
        }
        Ok(())
    }

    /// A thematic meeting of its own.
    fn thematic(&mut self, starts_at: Instant) -> Result<()> {
        let meeting =
            before::planned(self.told, self.plan, MeetingKind::Thematic, Some(starts_at), self.dice);
        let manner = Manner { few: false, defers: false, short: false };
        let mut view = self.view(meeting);
        self.prepare(&mut view);
        let opened = starts_at.plus_minutes(self.dice.between(0, 7));
        self.open(&mut view, opened, 100)?;
        let closed = opened.plus_minutes(self.dice.between(75, 115));
        view.items = self.agenda(&view);
        self.talk(&mut view, closed, closed, manner);
        votes::vote(self.told, &mut view, self.plan, self.dice)?;
        let done = Done { at: closed, by: self.told.by() };
        view.meeting.steps.closed = Some(done);
        self.adopt(&mut view, None, done)?;
        let reported_at =
            after::reported_at(self.told, closed, self.dice).filter(|_| view.meeting.steps.adopted.is_some());
        view.meeting.steps.reported = reported_at.and_then(|at| before::done(at, done.by, self.now()));
        self.put(view, None);
        Ok(())
    }
}
