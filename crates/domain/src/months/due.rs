//! What a cell's month still owes, and by when: shown while there is time to help, not only after.

use serde::Serialize;

use super::CellMonth;
use crate::{
    problems::Citation,
    rules::Rules,
    time::{Instant, Month},
};

text_enum! {
    /// What is owed.
    DueKind {
        /// A date for the month's routine meeting.
        Date = "date",
        /// The routine meeting itself.
        Meeting = "meeting",
        /// The notice to members and overseer.
        Notice = "notice",
        /// The agenda papers.
        Papers = "papers",
        /// A thematic meeting in the quarter.
        Thematic = "thematic",
        /// The finished papers and the report after the meeting.
        Report = "report",
        /// The superior's decision on the grade.
        Grade = "grade",
    }
}

/// Something owed, with the moment from which it is late.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Due {
    /// What.
    pub kind: DueKind,
    /// Late from this moment on.
    pub by: Instant,
    /// The rule it rests on, where there is one.
    pub citation: Option<Citation>,
}

impl Due {
    /// Whether it is late at `now`.
    pub fn is_late(&self, now: Instant) -> bool {
        self.by <= now
    }

    /// Whole days from `now` until it is late; negative once it is.
    pub fn days_left(&self, now: Instant) -> i64 {
        (self.by.timestamp().as_second() - now.timestamp().as_second()).div_euclid(24 * 60 * 60)
    }
}

/// The first moment after a month.
fn end_of(month: Month) -> Instant {
    Instant::from_local(month.plus(1).first_day().at(0, 0, 0, 0))
}

/// What a cell's month owes, earliest first. `thematic_so_far`: thematic meetings held in the quarter up to this month.
/// Statements 1, 2, 5 and 6.
pub fn due(month: &CellMonth, thematic_so_far: u32, rules: &Rules) -> Vec<Due> {
    let mut owed = Vec::new();
    let end = end_of(month.month);
    if !month.is_met() {
        let routine = rules.routine_per_month();
        if routine.value > 0 {
            owed.push(Due { kind: DueKind::Meeting, by: end, citation: Some(routine.citation) });
        }
        before_the_meeting(month, rules, &mut owed);
    }
    let thematic = rules.thematic_per_quarter();
    let ends_quarter = month.month.number() % 3 == 0;
    if ends_quarter && thematic_so_far < thematic.value {
        owed.push(Due { kind: DueKind::Thematic, by: end, citation: Some(thematic.citation) });
    }
    if let Some(closed) = month.closed_at
        && month.reported_at.is_none()
        && let Some(rule) = rules.report_days_after().set()
    {
        let by = closed.plus_minutes(i64::from(rule.value) * 24 * 60);
        owed.push(Due { kind: DueKind::Report, by, citation: Some(rule.citation) });
    }
    if let Some(reported) = month.reported_at
        && !month.is_decided()
    {
        let by = end_of(month.month.plus(1)).max(reported);
        owed.push(Due { kind: DueKind::Grade, by, citation: None });
    }
    owed.sort_by_key(|due| due.by);
    owed
}

fn before_the_meeting(month: &CellMonth, rules: &Rules, owed: &mut Vec<Due>) {
    let Some(starts_at) = month.starts_at else {
        owed.push(Due { kind: DueKind::Date, by: end_of(month.month), citation: None });
        return;
    };
    if month.called_at.is_none() {
        owed.push(Due { kind: DueKind::Notice, by: starts_at, citation: None });
    }
    if month.papers_at.is_none()
        && let Some(rule) = rules.papers_days_before().set()
    {
        let by = starts_at.plus_minutes(-i64::from(rule.value) * 24 * 60);
        owed.push(Due { kind: DueKind::Papers, by, citation: Some(rule.citation) });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{ids::OrganisationId, rules::RuleBook};
    use jiff::civil::date;
    use uuid::Uuid;

    fn rules() -> Rules {
        RuleBook::national().unwrap().on(date(2026, 11, 5))
    }

    fn at(day: i8, hour: i8) -> Instant {
        Instant::from_local(date(2026, 11, day).at(hour, 0, 0, 0))
    }

    fn month() -> CellMonth {
        CellMonth::empty(OrganisationId(Uuid::nil()), Month::new(2026, 11).unwrap())
    }

    fn kinds(month: &CellMonth, thematic: u32) -> Vec<DueKind> {
        due(month, thematic, &rules()).iter().map(|due| due.kind).collect()
    }

    #[test]
    fn statement_1_a_month_without_a_routine_meeting_is_flagged_at_its_end() {
        let owed = due(&month(), 1, &rules());
        let meeting = owed.iter().find(|due| due.kind == DueKind::Meeting).unwrap();
        assert_eq!(meeting.by, Instant::from_local(date(2026, 12, 1).at(0, 0, 0, 0)));
        assert!(!meeting.is_late(at(30, 23)));
        assert!(meeting.is_late(meeting.by));
        assert_eq!(meeting.days_left(at(24, 0)), 7);
        assert!(meeting.citation.is_some());
        let held = CellMonth { closed_at: Some(at(5, 21)), ..month() };
        assert!(!kinds(&held, 1).contains(&DueKind::Meeting));
    }

    #[test]
    fn statement_2_a_quarter_without_a_thematic_meeting_is_flagged_in_its_last_month() {
        let last = CellMonth { month: Month::new(2026, 12).unwrap(), ..month() };
        assert!(kinds(&last, 0).contains(&DueKind::Thematic));
        assert!(!kinds(&last, 1).contains(&DueKind::Thematic));
        assert!(!kinds(&month(), 0).contains(&DueKind::Thematic), "November does not end the quarter");
    }

    #[test]
    fn statement_5_papers_are_due_a_day_before_the_start() {
        let planned = CellMonth { starts_at: Some(at(5, 19)), ..month() };
        let owed = due(&planned, 1, &rules());
        let papers = owed.iter().find(|due| due.kind == DueKind::Papers).unwrap();
        assert_eq!(papers.by, at(4, 19));
        let posted = CellMonth { papers_at: Some(at(3, 8)), ..planned };
        assert!(!kinds(&posted, 1).contains(&DueKind::Papers));
    }

    #[test]
    fn statement_6_the_report_is_due_two_days_after_the_closing() {
        let closed = CellMonth { closed_at: Some(at(5, 21)), ..month() };
        let owed = due(&closed, 1, &rules());
        assert_eq!(owed.iter().find(|due| due.kind == DueKind::Report).unwrap().by, at(7, 21));
        let reported = CellMonth { reported_at: Some(at(6, 8)), ..closed };
        assert_eq!(kinds(&reported, 1), [DueKind::Grade]);
    }

    #[test]
    fn an_undated_month_owes_a_date_and_a_dated_one_a_notice() {
        assert!(kinds(&month(), 1).contains(&DueKind::Date));
        let dated = CellMonth { starts_at: Some(at(20, 19)), ..month() };
        assert!(kinds(&dated, 1).contains(&DueKind::Notice));
        assert!(!kinds(&dated, 1).contains(&DueKind::Date));
    }
}
