//! Whether the regime of meetings is kept: what to flag in a month, a quarter or a meeting, each with its rule
//! (statements 1 to 6 and 10).

use serde::Serialize;

use super::timeliness::{Timeliness, papers_due, report_due};
use crate::{
    meetings::{Attendance, MeetingKind},
    problems::{Citation, Sentence},
    rules::Rules,
    time::Instant,
};

/// Something to flag, with the rule it rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Fault {
    /// The key of the rule, with which a page opens its text.
    pub rule: &'static str,
    /// The words.
    pub sentence: Sentence,
    /// The document and article.
    pub citation: Citation,
}

impl Fault {
    fn new<T>(ruled: crate::rules::Ruled<T>, sentence: Sentence) -> Self {
        Self { rule: ruled.key, sentence, citation: ruled.citation }
    }
}

/// What to flag in a month whose meetings of these kinds were held: no routine meeting, or more than one. A thematic
/// meeting alone does not stand in for it; a combined sitting holds both. Điều lệ Art. 24.2.
pub fn month_faults(held: &[MeetingKind], rules: &Rules) -> Vec<Fault> {
    let ruled = rules.routine_per_month();
    let routine = count(held, MeetingKind::is_routine);
    let thematic = count(held, MeetingKind::is_thematic);
    let stands_in = rules.thematic_replaces_routine();
    let key = match () {
        () if routine > ruled.value => "quality-fault-routine-twice",
        () if routine == ruled.value => return Vec::new(),
        () if thematic > 0 && stands_in.value => return Vec::new(),
        () if thematic > 0 => {
            return vec![Fault::new(
                stands_in,
                Sentence::new("quality-fault-thematic-only").with("expected", ruled.value),
            )];
        }
        () => "quality-fault-no-routine",
    };
    let sentence = Sentence::new(key).with("held", routine).with("expected", ruled.value);
    vec![Fault::new(ruled, sentence)]
}

/// What to flag in a calendar quarter whose meetings of these kinds were held: too few thematic ones. 42-HD/BTCTW.
pub fn quarter_fault(held: &[MeetingKind], rules: &Rules) -> Option<Fault> {
    let ruled = rules.thematic_per_quarter();
    let thematic = count(held, MeetingKind::is_thematic);
    let sentence =
        Sentence::new("quality-fault-no-thematic").with("held", thematic).with("expected", ruled.value);
    (thematic < ruled.value).then(|| Fault::new(ruled, sentence))
}

/// What to flag in the length of a routine or combined meeting; the rules set none for other kinds. `members` is the
/// cell's membership count. 42-HD/BTCTW.
pub fn length_fault(kind: MeetingKind, minutes: u32, members: u32, rules: &Rules) -> Option<Fault> {
    let ruled = rules.minimum_length_minutes(kind == MeetingKind::Combined, members);
    let sentence =
        Sentence::new("quality-fault-too-short").with("minutes", minutes).with("least", ruled.value);
    (kind.is_routine() && minutes < ruled.value).then(|| Fault::new(ruled, sentence))
}

/// What to flag in the posting of the papers: too late before the start, or not at all by then. 42-HD/BTCTW II.2.2.
pub fn papers_fault(
    posted: Option<Instant>,
    starts_at: Instant,
    as_of: Instant,
    rules: &Rules,
) -> Option<Fault> {
    let due = papers_due(starts_at, rules)?;
    let late = Timeliness::of(posted, due.value, as_of) == Timeliness::Late;
    let days = rules.papers_days_before().value.unwrap_or_default();
    late.then(|| Fault::new(due, Sentence::new("quality-fault-papers-late").with("days", days)))
}

/// What to flag in the report after a meeting: too late, or not at all by then. 42-HD/BTCTW II.2.2.
pub fn report_fault(
    reported: Option<Instant>,
    closed_at: Instant,
    as_of: Instant,
    rules: &Rules,
) -> Option<Fault> {
    let due = report_due(closed_at, rules)?;
    let late = Timeliness::of(reported, due.value, as_of) == Timeliness::Late;
    let days = rules.report_days_after().value.unwrap_or_default();
    late.then(|| Fault::new(due, Sentence::new("quality-fault-report-late").with("days", days)))
}

/// What to flag where a member was absent with reason too often in a row within the year. 12-HD and 42-HD/BTCTW.
pub fn excused_run_fault(run: u32, rules: &Rules) -> Option<Fault> {
    let ruled = rules.excused_running_limit();
    let sentence = Sentence::new("quality-fault-excused-running").with("run", run).with("limit", ruled.value);
    (run > ruled.value).then(|| Fault::new(ruled, sentence))
}

/// The longest run of absences with reason in a member's attendance over a year, oldest first. Meetings at which the member
/// was exempt or on special duty neither count nor break a run.
pub fn longest_excused_run(year: impl IntoIterator<Item = Attendance>) -> u32 {
    let mut longest = 0;
    let mut run = 0;
    for attendance in year {
        match attendance {
            Attendance::Excused => run += 1,
            Attendance::Present | Attendance::Unexcused => run = 0,
            Attendance::Exempt | Attendance::SpecialDuty => {}
        }
        longest = longest.max(run);
    }
    longest
}

fn count(held: &[MeetingKind], of: fn(MeetingKind) -> bool) -> u32 {
    u32::try_from(held.iter().filter(|kind| of(**kind)).count()).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::tests::national;
    use MeetingKind::{CellCommittee, Combined, Extraordinary, Review, Routine, SubCell, Thematic};
    use jiff::civil::date;
    use rstest::rstest;

    fn rules() -> Rules {
        national().on(date(2026, 11, 5))
    }

    fn keys(faults: &[Fault]) -> Vec<&'static str> {
        faults.iter().map(|fault| fault.sentence.key).collect()
    }

    #[rstest]
    #[case(&[Routine], &[])]
    #[case(&[], &["quality-fault-no-routine"])]
    #[case(&[CellCommittee, Extraordinary, Review, SubCell], &["quality-fault-no-routine"])]
    #[case(&[Routine, Routine], &["quality-fault-routine-twice"])]
    #[case(&[Routine, Combined], &["quality-fault-routine-twice"])]
    fn statement_1_one_routine_meeting_a_month(#[case] held: &[MeetingKind], #[case] expected: &[&str]) {
        let faults = month_faults(held, &rules());
        assert_eq!(keys(&faults), expected);
        assert!(faults.iter().all(|fault| fault.citation.to_string() == "Điều lệ Đảng, Điều 24.2"));
    }

    #[rstest]
    #[case(&[Routine, Routine, Routine], true)]
    #[case(&[], true)]
    #[case(&[Routine, Thematic], false)]
    #[case(&[Combined], false)]
    fn statement_2_one_thematic_meeting_a_quarter(#[case] held: &[MeetingKind], #[case] flagged: bool) {
        assert_eq!(quarter_fault(held, &rules()).is_some(), flagged);
    }

    #[rstest]
    #[case(&[Thematic], &["quality-fault-thematic-only"])]
    #[case(&[Thematic, Routine], &[])]
    #[case(&[Combined], &[])]
    fn statement_3_a_thematic_meeting_never_stands_in(
        #[case] held: &[MeetingKind],
        #[case] expected: &[&str],
    ) {
        assert_eq!(keys(&month_faults(held, &rules())), expected);
    }

    #[rstest]
    #[case(Routine, 90, None)]
    #[case(Routine, 89, Some("42-HD/BTCTW"))]
    #[case(Combined, 119, Some("42-HD/BTCTW"))]
    #[case(Combined, 120, None)]
    #[case(Thematic, 45, None)]
    fn statement_4_a_short_meeting_is_flagged(
        #[case] kind: MeetingKind,
        #[case] minutes: u32,
        #[case] document: Option<&str>,
    ) {
        let fault = length_fault(kind, minutes, 22, &rules());
        assert_eq!(fault.map(|fault| fault.citation.document).as_deref(), document);
    }

    #[test]
    fn statement_5_and_6_late_papers_and_reports_are_flagged() {
        let start = Instant::from_local(date(2026, 11, 5).at(19, 30, 0, 0));
        let (early, late) = (start.plus_minutes(-24 * 60), start.plus_minutes(-23 * 60));
        assert_eq!(papers_fault(Some(early), start, start, &rules()), None);
        assert!(papers_fault(Some(late), start, start, &rules()).is_some());
        assert_eq!(papers_fault(None, start, start.plus_minutes(-25 * 60), &rules()), None);
        assert!(papers_fault(None, start, late, &rules()).is_some());
        let (in_time, too_late) = (start.plus_minutes(47 * 60), start.plus_minutes(49 * 60));
        assert_eq!(report_fault(Some(in_time), start, too_late, &rules()), None);
        assert_eq!(report_fault(None, start, in_time, &rules()), None);
        assert!(report_fault(None, start, too_late, &rules()).is_some());
        assert_eq!(report_fault(None, start, too_late, &national().on(date(2024, 11, 5))), None);
    }

    #[rstest]
    #[case(3, false)]
    #[case(4, true)]
    fn statement_10_running_absences(#[case] run: u32, #[case] flagged: bool) {
        assert_eq!(excused_run_fault(run, &rules()).is_some(), flagged);
    }

    #[test]
    fn statement_10_a_run_is_broken_by_coming() {
        use Attendance::{Excused, Exempt, Present, SpecialDuty, Unexcused};
        assert_eq!(longest_excused_run([Excused, Excused, Present, Excused]), 2);
        assert_eq!(longest_excused_run([Excused, Exempt, Excused, SpecialDuty, Excused]), 3);
        assert_eq!(longest_excused_run([Excused, Unexcused, Excused]), 1);
        assert_eq!(longest_excused_run([]), 0);
    }
}
