//! The sentence that says what is known of each fact: the evidence a proposed score rests on.

use super::{
    CommitteeMeeting,
    fact::{Fact, Share},
    known::Known,
    timeliness::Timeliness,
};
use crate::{problems::Sentence, time::Instant};

impl Known<'_> {
    /// What is known of a fact, in words; that it is not known yet where it is not.
    pub(super) fn evidence(&self, fact: Fact) -> Sentence {
        self.said(fact).unwrap_or_else(|| Sentence::new(self.unknown(fact)))
    }

    fn said(&self, fact: Fact) -> Option<Sentence> {
        let facts = self.facts;
        match fact {
            Fact::Members => Some(Sentence::new("quality-evidence-members").with("members", facts.members)),
            Fact::MinutesShort | Fact::Length | Fact::LengthReached => self.length(),
            Fact::Attendance => {
                let roll = facts.roll?;
                let share = self.attendance()?.value;
                let said = of_share("quality-evidence-attendance", share);
                Some(said.with("excused", roll.excused).with("unexcused", roll.unexcused))
            }
            Fact::Unexcused | Fact::UnexcusedDrop => {
                Some(Sentence::new("quality-evidence-unexcused").with("unexcused", facts.roll?.unexcused))
            }
            Fact::LongestExcusedRun | Fact::ExcusedTooOften => {
                let limit = self.rules.excused_running_limit().value;
                Some(
                    Sentence::new("quality-evidence-excused-run")
                        .with("run", facts.longest_excused_run?)
                        .with("limit", limit),
                )
            }
            Fact::Speaking => Some(of_share("quality-evidence-speaking", self.speaking())),
            Fact::TaskResults | Fact::TasksDue => {
                let tasks = facts.tasks.filter(|tasks| tasks.due > 0)?;
                Some(of_share("quality-evidence-task-results", Share { part: tasks.done, whole: tasks.due }))
            }
            Fact::Notices => facts.notices.map(|share| of_share("quality-evidence-notices", share)),
            Fact::OverseerNotified => Some(Sentence::new(match facts.overseer_notified {
                Some(true) => "quality-evidence-overseer-notified",
                Some(false) => "quality-evidence-overseer-not-notified",
                None => "quality-evidence-no-overseer",
            })),
            Fact::Steps | Fact::StepsMissing => {
                self.whole_course().then(|| of_share("quality-evidence-steps", self.steps()))
            }
            Fact::Records => facts.records.map(|share| of_share("quality-evidence-records", share)),
            Fact::CriticismMinutes | Fact::CriticismHeld => {
                let least = self.rules.criticism_minutes_from().value;
                let said =
                    Sentence::new("quality-evidence-criticism").with("minutes", facts.criticism_minutes?);
                Some(said.with("least", least))
            }
            Fact::StudyMinutes => {
                Some(Sentence::new("quality-evidence-study").with("minutes", facts.study_minutes?))
            }
            Fact::PapersPosted | Fact::PapersOnTime => self.papers_said(),
            Fact::ReportedOnTime => self.report_said(),
            Fact::CommitteeMet | Fact::SecretaryOnly => Some(Sentence::new(match facts.committee? {
                CommitteeMeeting::Held => "quality-evidence-committee-met",
                CommitteeMeeting::NotHeld => "quality-evidence-committee-not-met",
                CommitteeMeeting::SecretaryOnly => "quality-evidence-secretary-only",
            })),
            Fact::Concluded => {
                Some(either(facts.concluded?, "quality-evidence-concluded", "quality-evidence-not-concluded"))
            }
            Fact::MinutesAdopted => {
                (facts.adopted_at.is_some() || facts.closed_at.is_some()).then_some(())?;
                let adopted = facts.adopted_at.is_some();
                Some(either(
                    adopted,
                    "quality-evidence-minutes-adopted",
                    "quality-evidence-minutes-not-adopted",
                ))
            }
            Fact::TasksAssigned => {
                facts.tasks_assigned.map(|share| of_share("quality-evidence-tasks-assigned", share))
            }
            Fact::DraftResolution => {
                Some(either(facts.draft_resolution?, "quality-evidence-draft", "quality-evidence-no-draft"))
            }
            Fact::ThematicThisMonth => {
                let held = facts.thematic_this_month || facts.kind.is_thematic();
                Some(either(held, "quality-evidence-thematic", "quality-evidence-no-thematic"))
            }
            Fact::Combined => {
                let combined = facts.kind == crate::meetings::MeetingKind::Combined;
                Some(either(combined, "quality-evidence-combined", "quality-evidence-not-combined"))
            }
        }
    }

    fn length(&self) -> Option<Sentence> {
        let (length, least) = (self.facts.length_minutes?, self.least_minutes());
        let said = Sentence::new(match () {
            () if least == 0 => "quality-evidence-length-no-rule",
            () if length >= least => "quality-evidence-length",
            () => "quality-evidence-length-short",
        });
        Some(said.with("minutes", length).with("least", least).with("short", least.saturating_sub(length)))
    }

    fn papers_said(&self) -> Option<Sentence> {
        let start = self.facts.starts_at?;
        let Some(posted) = self.facts.papers_posted_at else {
            return Some(Sentence::new("quality-evidence-papers-not-posted"));
        };
        let hours = hours(posted, start);
        let Some(days) = self.rules.papers_days_before().value else {
            return Some(Sentence::new("quality-evidence-papers-no-rule").with("hours", hours));
        };
        let late = self.papers()? == Timeliness::Late;
        let said = Sentence::new(if late {
            "quality-evidence-papers-late"
        } else {
            "quality-evidence-papers-on-time"
        });
        Some(said.with("hours", hours).with("days", days))
    }

    fn report_said(&self) -> Option<Sentence> {
        let closed = self.facts.closed_at?;
        let days = self.rules.report_days_after().value;
        match (self.report(), self.facts.reported_at) {
            (Timeliness::Open, _) => {
                Some(Sentence::new("quality-evidence-report-open").with("days", days.unwrap_or(0)))
            }
            (_, None) if days.is_none() => Some(Sentence::new("quality-evidence-report-no-rule")),
            (_, None) => Some(Sentence::new("quality-evidence-not-reported").with("days", days.unwrap_or(0))),
            (Timeliness::InTime, Some(at)) => {
                Some(Sentence::new("quality-evidence-reported").with("hours", hours(closed, at)))
            }
            (Timeliness::Late, Some(at)) => {
                let said = Sentence::new("quality-evidence-reported-late").with("hours", hours(closed, at));
                Some(said.with("days", days.unwrap_or(0)))
            }
        }
    }

    /// Why a fact is not known.
    const fn unknown(&self, fact: Fact) -> &'static str {
        match fact {
            Fact::MinutesShort
            | Fact::Length
            | Fact::LengthReached
            | Fact::ReportedOnTime
            | Fact::MinutesAdopted => "quality-unknown-until-closed",
            Fact::Attendance | Fact::Unexcused | Fact::UnexcusedDrop => "quality-unknown-until-roll-call",
            Fact::TaskResults | Fact::TasksDue => "quality-unknown-no-task-due",
            Fact::Steps
            | Fact::StepsMissing
            | Fact::Records
            | Fact::Concluded
            | Fact::TasksAssigned
            | Fact::CriticismMinutes
            | Fact::CriticismHeld
            | Fact::StudyMinutes
                if !self.whole_course() =>
            {
                "quality-unknown-until-closed"
            }
            _ => "quality-unknown-not-recorded",
        }
    }
}

fn hours(from: Instant, to: Instant) -> u32 {
    to.minutes_since(from) / 60
}

fn of_share(key: &'static str, share: Share) -> Sentence {
    Sentence::new(key).with("part", share.part).with("whole", share.whole).with("percent", share.percent())
}

fn either(yes: bool, said: &'static str, otherwise: &'static str) -> Sentence {
    Sentence::new(if yes { said } else { otherwise })
}
