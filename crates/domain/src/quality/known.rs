//! The value of each fact of a meeting under the rules of its day.

use super::{
    CommitteeMeeting, MeetingFacts,
    fact::{Fact, FactValue, Share},
    timeliness::{Timeliness, papers_due, report_due},
};
use crate::{
    meetings::{Attendance, ItemKind, MeetingKind},
    rules::{Ruled, Rules},
};

/// A meeting's facts seen under the rules and with a rubric's own exclusions from the attendance base.
pub(super) struct Known<'a> {
    pub(super) facts: &'a MeetingFacts,
    pub(super) rules: &'a Rules,
    pub(super) excluded: &'a [Attendance],
}

impl Known<'_> {
    /// The value of a fact, `None` while it is not known: a count not yet taken, a share of nothing, a thing whose time
    /// has not passed.
    pub(super) fn value(&self, fact: Fact) -> Option<FactValue> {
        use FactValue::{Number, YesNo};
        let facts = self.facts;
        match fact {
            Fact::Members => Some(Number(facts.members)),
            Fact::MinutesShort => {
                facts.length_minutes.map(|length| Number(self.least_minutes().saturating_sub(length)))
            }
            Fact::Unexcused => facts.roll.map(|roll| Number(roll.unexcused)),
            Fact::LongestExcusedRun => facts.longest_excused_run.map(Number),
            Fact::CriticismMinutes => facts.criticism_minutes.map(Number),
            Fact::StudyMinutes => facts.study_minutes.map(Number),
            Fact::TasksDue => facts.tasks.map(|tasks| Number(tasks.due)),
            Fact::StepsMissing => self.whole_course().then(|| Number(count(self.missing_steps().len()))),
            Fact::Length => {
                facts.length_minutes.and_then(|part| ratio(Share { part, whole: self.least_minutes() }))
            }
            Fact::Attendance => self.attendance().and_then(|ruled| ratio(ruled.value)),
            Fact::Speaking => ratio(self.speaking()),
            Fact::TaskResults => {
                facts.tasks.and_then(|tasks| ratio(Share { part: tasks.done, whole: tasks.due }))
            }
            Fact::Notices => facts.notices.and_then(ratio),
            Fact::Steps => self.whole_course().then(|| ratio(self.steps())).flatten(),
            Fact::Records => facts.records.and_then(ratio),
            Fact::LengthReached => facts.length_minutes.map(|length| YesNo(length >= self.least_minutes())),
            Fact::UnexcusedDrop => {
                let drops = self.rules.unexcused_drops_attendance().value;
                facts.roll.map(|roll| YesNo(drops && roll.unexcused > 0))
            }
            Fact::ExcusedTooOften => {
                facts.longest_excused_run.map(|run| YesNo(run > self.rules.excused_running_limit().value))
            }
            Fact::PapersPosted => Some(YesNo(facts.papers_posted_at.is_some())),
            Fact::PapersOnTime => self.papers().and_then(known),
            Fact::ReportedOnTime => known(self.report()),
            Fact::CommitteeMet => facts.committee.map(|met| YesNo(met == CommitteeMeeting::Held)),
            Fact::SecretaryOnly => facts.committee.map(|met| YesNo(met == CommitteeMeeting::SecretaryOnly)),
            Fact::OverseerNotified => Some(YesNo(facts.overseer_notified != Some(false))),
            Fact::CriticismHeld => {
                facts.criticism_minutes.map(|held| YesNo(held >= self.rules.criticism_minutes_from().value))
            }
            Fact::Concluded => facts.concluded.map(YesNo),
            // Held against the cell only once the report is overdue: the score is settled before the minutes are read.
            Fact::MinutesAdopted => match facts.adopted_at {
                Some(_) => Some(YesNo(true)),
                None => (self.report() == Timeliness::Late).then_some(YesNo(false)),
            },
            Fact::TasksAssigned => {
                facts.tasks_assigned.map(|share| YesNo(share.whole > 0 && share.part == share.whole))
            }
            Fact::DraftResolution => facts.draft_resolution.map(YesNo),
            Fact::ThematicThisMonth => Some(YesNo(facts.thematic_this_month || facts.kind.is_thematic())),
            Fact::Combined => Some(YesNo(facts.kind == MeetingKind::Combined)),
        }
    }

    /// The least length of this meeting; 0 for a kind to which the rules set none.
    pub(super) fn least_minutes(&self) -> u32 {
        let (kind, members) = (self.facts.kind, self.facts.members);
        if kind.is_routine() {
            self.rules.minimum_length_minutes(kind == MeetingKind::Combined, members).value
        } else {
            0
        }
    }

    pub(super) fn attendance(&self) -> Option<Ruled<Share>> {
        self.facts.roll.map(|roll| roll.attendance(self.rules, self.excluded))
    }

    /// Distinct speakers of the attendees; who spoke without being on the roll is not counted beyond all.
    pub(super) fn speaking(&self) -> Share {
        Share { part: self.facts.speakers.min(self.facts.attendees), whole: self.facts.attendees }
    }

    /// The steps the rules ask for that were not taken up.
    pub(super) fn missing_steps(&self) -> Vec<ItemKind> {
        let asked = self.rules.steps(self.facts.kind).value;
        asked.into_iter().filter(|step| !self.facts.steps_done.contains(step)).collect()
    }

    /// Whether the meeting has run its whole course: while it runs, steps still to come are not counted against the cell.
    pub(super) const fn whole_course(&self) -> bool {
        self.facts.closed_at.is_some()
    }

    pub(super) fn steps(&self) -> Share {
        let whole = count(self.rules.steps(self.facts.kind).value.len());
        Share { part: whole - count(self.missing_steps().len()), whole }
    }

    /// Whether the papers were posted in time; in time where the rules of the day set no time.
    pub(super) fn papers(&self) -> Option<Timeliness> {
        let start = self.facts.starts_at?;
        let due = papers_due(start, self.rules);
        Some(due.map_or(Timeliness::InTime, |due| {
            Timeliness::of(self.facts.papers_posted_at, due.value, self.facts.as_of)
        }))
    }

    /// The rules a fact's value rests on, by their keys.
    pub(super) fn rules_of(&self, fact: Fact) -> Vec<&'static str> {
        let rules = self.rules;
        match fact {
            Fact::MinutesShort | Fact::Length | Fact::LengthReached if self.facts.kind.is_routine() => {
                let combined = self.facts.kind == MeetingKind::Combined;
                vec![rules.minimum_length_minutes(combined, self.facts.members).key]
            }
            Fact::Attendance => vec![rules.attendance_counts_excused().key],
            Fact::UnexcusedDrop => vec![rules.unexcused_drops_attendance().key],
            Fact::ExcusedTooOften | Fact::LongestExcusedRun => vec![rules.excused_running_limit().key],
            Fact::Speaking => vec![rules.speaking_boundary_side().key],
            Fact::TaskResults => vec![rules.done_from_percent().key],
            Fact::PapersOnTime => vec![rules.papers_days_before().key],
            Fact::ReportedOnTime => vec![rules.report_days_after().key],
            Fact::CommitteeMet => vec![rules.committee_meets_before().key],
            Fact::OverseerNotified => vec![rules.notify_overseer().key],
            Fact::CriticismMinutes | Fact::CriticismHeld => vec![rules.criticism_minutes_from().key],
            Fact::StudyMinutes => vec![rules.study_minutes_from().key],
            Fact::Steps | Fact::StepsMissing => vec![rules.steps(self.facts.kind).key],
            _ => Vec::new(),
        }
    }

    /// Whether the report came in time; in time where the rules of the day set no time, open while the meeting runs.
    pub(super) fn report(&self) -> Timeliness {
        let Some(closed) = self.facts.closed_at else { return Timeliness::Open };
        let due = report_due(closed, self.rules);
        due.map_or(Timeliness::InTime, |due| {
            Timeliness::of(self.facts.reported_at, due.value, self.facts.as_of)
        })
    }
}

fn known(timeliness: Timeliness) -> Option<FactValue> {
    match timeliness {
        Timeliness::InTime => Some(FactValue::YesNo(true)),
        Timeliness::Late => Some(FactValue::YesNo(false)),
        Timeliness::Open => None,
    }
}

fn ratio(share: Share) -> Option<FactValue> {
    (share.whole > 0).then_some(FactValue::Ratio(share))
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::super::facts::tests::good_meeting;
    use super::*;
    use crate::rules::tests::national;
    use jiff::civil::date;
    use rstest::rstest;

    fn value(fact: Fact, facts: &MeetingFacts) -> Option<FactValue> {
        let rules = national().on(date(2026, 11, 5));
        Known { facts, rules: &rules, excluded: &[] }.value(fact)
    }

    #[test]
    fn every_fact_of_a_meeting_that_was_held_is_known_in_its_kind() {
        for fact in Fact::ALL {
            let value = value(*fact, &good_meeting()).unwrap_or_else(|| panic!("{fact} is not known"));
            let kind = match value {
                FactValue::YesNo(_) => super::super::fact::FactKind::YesNo,
                FactValue::Number(_) => super::super::fact::FactKind::Number,
                FactValue::Ratio(_) => super::super::fact::FactKind::Ratio,
            };
            assert_eq!(kind, fact.kind(), "{fact}");
        }
    }

    #[rstest]
    #[case(Fact::MinutesAdopted)]
    #[case(Fact::ReportedOnTime)]
    #[case(Fact::LengthReached)]
    #[case(Fact::MinutesShort)]
    #[case(Fact::Steps)]
    #[case(Fact::StepsMissing)]
    fn what_is_still_to_come_is_not_known_while_the_meeting_runs(#[case] fact: Fact) {
        let mut facts = good_meeting();
        (facts.closed_at, facts.adopted_at, facts.reported_at, facts.length_minutes) =
            (None, None, None, None);
        assert_eq!(value(fact, &facts), None);
    }

    #[rstest]
    #[case(3, false)]
    #[case(4, true)]
    fn statement_10_more_than_three_times_running(#[case] run: u32, #[case] too_often: bool) {
        let facts = MeetingFacts { longest_excused_run: Some(run), ..good_meeting() };
        assert_eq!(value(Fact::ExcusedTooOften, &facts), Some(FactValue::YesNo(too_often)));
    }

    #[rstest]
    #[case(60, None)]
    #[case(48 * 60, None)]
    #[case(48 * 60 + 1, Some(FactValue::YesNo(false)))]
    fn minutes_not_adopted_count_against_the_cell_once_the_report_is_overdue(
        #[case] since_closing: i64,
        #[case] known: Option<FactValue>,
    ) {
        let as_of = good_meeting().closed_at.unwrap().plus_minutes(since_closing);
        let facts = MeetingFacts { adopted_at: None, reported_at: None, as_of, ..good_meeting() };
        assert_eq!(value(Fact::MinutesAdopted, &facts), known);
    }

    #[test]
    fn a_share_of_nothing_is_not_known() {
        let facts = MeetingFacts { tasks: Some(crate::tasks::Progress::default()), ..good_meeting() };
        assert_eq!(value(Fact::TaskResults, &facts), None);
        assert_eq!(value(Fact::Speaking, &MeetingFacts { attendees: 0, ..good_meeting() }), None);
    }
}
