//! A committee's own rubric that uses what the national frame does not: starting at the maximum, deductions with their
//! explanation, two scorers, a form of its own for thematic meetings, a year of its own.

use rstest::rstest;

use super::{super::facts::tests::good_meeting, *};
use crate::{
    meetings::{Done, MeetingKind},
    organisations::CellType,
    problems::Refusal,
    rules::Hundredths,
    time::Instant,
};

const ROUTINE: &str = include_str!("deducting.toml");

fn thematic() -> String {
    ROUTINE.replace("meetings = [\"routine\", \"combined\"]", "meetings = [\"thematic\"]")
}

fn deducting() -> Rubric {
    let thematic = thematic();
    let book = RubricBook::with(&[("deducting.toml", ROUTINE), ("deducting-thematic.toml", &thematic)]);
    let book = book.unwrap_or_else(|wrong| panic!("{wrong}"));
    let own = rules_with("quality.rubric", Value::Text("deducting".to_owned()));
    assert!(book.for_meeting(&own, MeetingKind::Routine, None).is_none());
    let school = Some(CellType::PublicService);
    assert!(book.for_meeting(&own, MeetingKind::Thematic, school).is_some());
    book.for_meeting(&own, MeetingKind::Routine, school).unwrap().clone()
}

#[rstest]
#[case(0, 5, 10000)]
#[case(1, 5, 9800)]
#[case(2, 5, 9600)]
#[case(9, 5, 9000)]
#[case(0, 4, 10000)]
fn a_sheet_may_start_at_the_maximum_and_take_away(
    #[case] unexcused: u32,
    #[case] excused: u32,
    #[case] total: i64,
) {
    let roll = RollCounts { present: 15, excused, unexcused, ..RollCounts::default() };
    let facts = MeetingFacts { roll: Some(roll), ..good_meeting() };
    let sheet = propose(&deducting(), &facts, &rules());
    assert_eq!(sheet.total, Hundredths::new(total));
    let line = sheet.line("unexcused_members").unwrap();
    assert_eq!(line.basis, Basis::Evidence);
    assert_eq!(line.evidence[0].key, "quality-evidence-unexcused");
}

#[test]
fn a_condition_takes_away_once_and_no_block_falls_below_nothing() {
    let facts = MeetingFacts { papers_posted_at: None, length_minutes: Some(30), ..good_meeting() };
    let rubric = deducting();
    let sheet = propose(&rubric, &facts, &rules());
    assert_eq!(sheet.line("papers_late").unwrap().points, Hundredths::whole(-8));
    assert_eq!(sheet.line("too_short").unwrap().points, Hundredths::whole(-60));
    assert_eq!(rubric.block_total("regime", &sheet.points(), &sheet.scope()), Hundredths::ZERO);
    assert_eq!(sheet.total, Hundredths::whole(40));
}

#[test]
fn a_rubric_may_leave_absences_with_reason_out_of_the_base() {
    assert_eq!(deducting().attendance_excludes, [crate::meetings::Attendance::Excused]);
    assert_eq!(deducting().decided_by, Decider::Commune);
}

#[test]
fn a_deduction_by_judgement_needs_its_explanation() {
    let rubric = deducting();
    let mut score = Score::new(propose(&rubric, &good_meeting(), &rules()));
    let at = Instant::from_local(date(2026, 11, 5).at(21, 0, 0, 0));
    let mut entry = StageEntry {
        stage: Stage::Proposed,
        scorer: None,
        points: [("disorder".to_owned(), Hundredths::whole(-3))].into(),
        reasons: std::collections::BTreeMap::new(),
        done: Done { at, by: AccountId(uuid::Uuid::nil()) },
    };
    let refused = score.enter(&rubric, entry.clone(), &rules(), false).unwrap_err();
    assert_eq!(refused.code(), "quality-stage-reason-missing");
    entry.reasons = [("disorder".to_owned(), "Bỏ phần thảo luận".to_owned())].into();
    assert_eq!(score.enter(&rubric, entry, &rules(), false).unwrap().total, Hundredths::whole(97));
}

#[test]
fn two_scorers_propose_before_the_committee_agrees() {
    let rubric = deducting();
    assert_eq!(rubric.scorers, [Scorer::Tracker, Scorer::Overseer]);
    let mut score = Score::new(propose(&rubric, &good_meeting(), &rules()));
    let at = Instant::from_local(date(2026, 11, 5).at(21, 0, 0, 0));
    let entry = |stage, scorer| StageEntry {
        stage,
        scorer,
        points: Points::new(),
        reasons: std::collections::BTreeMap::new(),
        done: Done { at, by: AccountId(uuid::Uuid::nil()) },
    };
    score.enter(&rubric, entry(Stage::Proposed, None), &rules(), false).unwrap();
    let early = score.enter(&rubric, entry(Stage::Agreed, None), &rules(), false).unwrap_err();
    assert_eq!(early, StageErrors(vec![StageError::ScorerMissing(Scorer::Overseer)]));
    assert_eq!(score.next(&rubric), Some(Stage::Proposed));
    let stranger = entry(Stage::Proposed, Some(Scorer::CellCommittee));
    assert_eq!(
        score.enter(&rubric, stranger, &rules(), false).unwrap_err().code(),
        "quality-stage-wrong-scorer"
    );
    score.enter(&rubric, entry(Stage::Proposed, Some(Scorer::Overseer)), &rules(), false).unwrap();
    assert!(score.enter(&rubric, entry(Stage::Agreed, None), &rules(), false).is_ok());
    assert_eq!(score.stages.len(), 3);
}

#[rstest]
#[case(10, 2, 0, Some(Grade::Good))]
#[case(9, 3, 0, Some(Grade::Fair))]
#[case(9, 2, 1, Some(Grade::Average))]
fn statement_17_a_rubric_may_bring_its_own_year(
    #[case] good: usize,
    #[case] fair: usize,
    #[case] average: usize,
    #[case] grade: Option<Grade>,
) {
    let of = |grade, n| std::iter::repeat_n(grade, n);
    let year: Vec<_> =
        of(Grade::Good, good).chain(of(Grade::Fair, fair)).chain(of(Grade::Average, average)).collect();
    assert_eq!(year_grade(&year, &year_rules(Some(&deducting()), &rules())), grade);
}
