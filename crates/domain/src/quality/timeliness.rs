//! Papers a day before the start and the report within two days after the closing: when they are due and whether they
//! came in time (statements 5 and 6).

use serde::Serialize;

use crate::{
    rules::{Ruled, Rules},
    time::Instant,
};

const MINUTES_A_DAY: i64 = 24 * 60;

/// Whether something came in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Timeliness {
    /// It came in time.
    InTime,
    /// It came late, or its time has passed without it.
    Late,
    /// Its time has not passed yet.
    Open,
}

impl Timeliness {
    /// Whether what was done at `done` was done by `due`, as known at `as_of`.
    pub fn of(done: Option<Instant>, due: Instant, as_of: Instant) -> Self {
        match done {
            Some(done) if done <= due => Self::InTime,
            None if as_of <= due => Self::Open,
            _ => Self::Late,
        }
    }
}

/// By when the papers of a meeting are to be posted; `None` where the rules set no time. 42-HD/BTCTW II.2.2.
pub fn papers_due(starts_at: Instant, rules: &Rules) -> Option<Ruled<Instant>> {
    let rule = rules.papers_days_before().set()?;
    Some(rule.map(|days| starts_at.plus_minutes(-i64::from(days) * MINUTES_A_DAY)))
}

/// By when the finished papers are to be reported; `None` where the rules set no time. 42-HD/BTCTW II.2.2.
pub fn report_due(closed_at: Instant, rules: &Rules) -> Option<Ruled<Instant>> {
    let rule = rules.report_days_after().set()?;
    Some(rule.map(|days| closed_at.plus_minutes(i64::from(days) * MINUTES_A_DAY)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::tests::national;
    use jiff::civil::date;
    use rstest::rstest;

    fn start() -> Instant {
        Instant::from_local(date(2026, 11, 5).at(19, 30, 0, 0))
    }

    #[rstest]
    #[case(Some(-24 * 60), Timeliness::InTime)]
    #[case(Some(-24 * 60 + 1), Timeliness::Late)]
    #[case(Some(10), Timeliness::Late)]
    #[case(None, Timeliness::Late)]
    fn statement_5_papers_a_day_before(#[case] posted: Option<i64>, #[case] expected: Timeliness) {
        let due = papers_due(start(), &national().on(date(2026, 11, 5))).unwrap();
        let posted = posted.map(|minutes| start().plus_minutes(minutes));
        assert_eq!(Timeliness::of(posted, due.value, start()), expected);
        assert_eq!(due.citation.to_string(), "42-HD/BTCTW, II.2.2");
        assert!(papers_due(start(), &national().on(date(2024, 11, 5))).is_none());
    }

    #[rstest]
    #[case(Some(48 * 60), 72 * 60, Timeliness::InTime)]
    #[case(Some(48 * 60 + 1), 72 * 60, Timeliness::Late)]
    #[case(None, 48 * 60, Timeliness::Open)]
    #[case(None, 48 * 60 + 1, Timeliness::Late)]
    fn statement_6_report_within_two_days(
        #[case] reported: Option<i64>,
        #[case] as_of: i64,
        #[case] expected: Timeliness,
    ) {
        let due = report_due(start(), &national().on(date(2026, 11, 5))).unwrap();
        let reported = reported.map(|minutes| start().plus_minutes(minutes));
        assert_eq!(Timeliness::of(reported, due.value, start().plus_minutes(as_of)), expected);
    }
}
