//! Sheets proposed from facts.

use proptest::prelude::*;
use rstest::rstest;

use super::{super::facts::tests::good_meeting, *};
use crate::{
    meetings::MeetingKind,
    rules::{Hundredths, Unit},
    tasks::Progress,
    time::Instant,
};

fn points(code: &str, facts: &MeetingFacts, item: &str) -> Hundredths {
    propose(&rubric(code), facts, &rules()).line(item).unwrap().points
}

#[test]
fn a_meeting_done_as_it_should_be_earns_everything() {
    let sheet = propose(&rubric("42-hd"), &good_meeting(), &rules());
    assert_eq!((sheet.total, sheet.grade), (Hundredths::whole(100), Grade::Good));
    assert!(sheet.lines.iter().all(|line| line.basis == Basis::Judgement || !line.evidence.is_empty()));
}

#[rstest]
#[case(90, 22, 5)]
#[case(89, 22, 4)]
#[case(75, 22, 4)]
#[case(74, 22, 3)]
#[case(60, 22, 3)]
#[case(59, 22, 2)]
#[case(45, 22, 2)]
#[case(44, 22, 1)]
fn statement_4_time_bands(#[case] length: u32, #[case] members: u32, #[case] expected: i64) {
    let facts = MeetingFacts { length_minutes: Some(length), members, ..good_meeting() };
    assert_eq!(points("an-phu", &facts, "length"), Hundredths::whole(expected));
}

#[test]
fn statement_4_a_thematic_meeting_has_no_least_length() {
    let facts = MeetingFacts { kind: MeetingKind::Thematic, length_minutes: Some(45), ..good_meeting() };
    let sheet = propose(&rubric("42-hd"), &facts, &rules());
    let line = sheet.line("length").unwrap();
    assert_eq!(
        (line.points, line.evidence[0].key),
        (Hundredths::whole(5), "quality-evidence-length-no-rule")
    );
}

#[rstest]
#[case(-24 * 60, 2, "quality-evidence-papers-on-time")]
#[case(-24 * 60 + 1, 0, "quality-evidence-papers-late")]
fn statement_5_late_papers_lose_their_item(
    #[case] posted: i64,
    #[case] expected: i64,
    #[case] evidence: &str,
) {
    let start = good_meeting().starts_at.unwrap();
    let facts = MeetingFacts { papers_posted_at: Some(start.plus_minutes(posted)), ..good_meeting() };
    let sheet = propose(&rubric("an-phu"), &facts, &rules());
    let line = sheet.line("papers_on_time").unwrap();
    assert_eq!((line.points, line.basis), (Hundredths::whole(expected), Basis::Evidence));
    assert_eq!(line.evidence[0].key, evidence);
    let none = MeetingFacts { papers_posted_at: None, ..good_meeting() };
    assert_eq!(points("an-phu", &none, "papers_on_time"), Hundredths::ZERO);
}

#[rstest]
#[case(Some(48 * 60), 1, Basis::Evidence)]
#[case(Some(48 * 60 + 1), 0, Basis::Evidence)]
#[case(None, 0, Basis::Evidence)]
fn statement_6_a_late_report_loses_its_item(
    #[case] reported: Option<i64>,
    #[case] expected: i64,
    #[case] basis: Basis,
) {
    let closed = good_meeting().closed_at.unwrap();
    let facts =
        MeetingFacts { reported_at: reported.map(|after| closed.plus_minutes(after)), ..good_meeting() };
    let sheet = propose(&rubric("42-hd"), &facts, &rules());
    let line = sheet.line("reported").unwrap();
    assert_eq!((line.points, line.basis), (Hundredths::whole(expected), basis));
}

#[test]
fn statement_6_a_report_still_to_come_is_not_held_against_the_cell() {
    let facts = MeetingFacts { closed_at: None, adopted_at: None, reported_at: None, ..good_meeting() };
    let sheet = propose(&rubric("42-hd"), &facts, &rules());
    for item in ["reported", "concluded"] {
        let line = sheet.line(item).unwrap();
        assert_eq!((line.points, line.basis), (line.maximum, Basis::Judgement), "{item}");
        assert!(line.evidence.iter().any(|sentence| sentence.key == "quality-unknown-until-closed"));
    }
}

#[rstest]
#[case(RollCounts { present: 19, unexcused: 1, ..RollCounts::default() }, 1)]
#[case(RollCounts { present: 19, excused: 1, ..RollCounts::default() }, 4)]
#[case(RollCounts { present: 18, excused: 2, ..RollCounts::default() }, 4)]
#[case(RollCounts { present: 179, excused: 20, ..RollCounts::default() }, 3)]
#[case(RollCounts { present: 15, excused: 5, ..RollCounts::default() }, 3)]
#[case(RollCounts { present: 13, excused: 7, ..RollCounts::default() }, 2)]
#[case(RollCounts { present: 12, excused: 8, ..RollCounts::default() }, 1)]
#[case(RollCounts { present: 18, excused: 2, exempt: 9, special_duty: 9, ..RollCounts::default() }, 4)]
fn statement_9_one_unexcused_absence_drops_attendance(#[case] roll: RollCounts, #[case] expected: i64) {
    let facts = MeetingFacts { roll: Some(roll), ..good_meeting() };
    assert_eq!(points("an-phu", &facts, "attendance_share"), Hundredths::whole(expected));
    assert_eq!(points("42-hd", &facts, "attendance_share"), Hundredths::whole(expected));
}

#[test]
fn statement_9_a_committee_may_set_the_drop_aside() {
    let roll = RollCounts { present: 19, unexcused: 1, ..RollCounts::default() };
    let facts = MeetingFacts { roll: Some(roll), ..good_meeting() };
    let own = rules_with("quality.unexcused_drops_attendance", Value::Boolean(false));
    let sheet = propose(&rubric("an-phu"), &facts, &own);
    assert_eq!(sheet.line("attendance_share").unwrap().points, Hundredths::whole(4));
}

#[rstest]
#[case(3, 1)]
#[case(4, 0)]
fn statement_10_a_long_run_of_absences_loses_the_bonus(#[case] run: u32, #[case] expected: i64) {
    let facts = MeetingFacts { longest_excused_run: Some(run), ..good_meeting() };
    assert_eq!(points("an-phu", &facts, "no_running_absence"), Hundredths::whole(expected));
}

#[test]
fn statement_13_thematic_content_counts_only_in_its_months() {
    let ward = rubric("an-phu");
    let routine = propose(&ward, &good_meeting(), &rules());
    assert_eq!(routine.total, Hundredths::whole(95));
    assert_eq!(routine.line("thematic_content").unwrap().basis, Basis::NotApplicable);
    let rebasing = rules_with("quality.rebase_inapplicable_items", Value::Boolean(true));
    assert_eq!(propose(&ward, &good_meeting(), &rebasing).total, Hundredths::whole(100));
    let themed = MeetingFacts { thematic_this_month: true, ..good_meeting() };
    assert_eq!(propose(&ward, &themed, &rules()).total, Hundredths::whole(100));
    let short = MeetingFacts { length_minutes: Some(44), ..good_meeting() };
    assert_eq!(propose(&ward, &short, &rebasing).total.to_string(), "95.79");
}

#[rstest]
#[case(11, 20, None, 5)]
#[case(10, 20, None, 4)]
#[case(10, 20, Some("upper"), 5)]
#[case(10, 20, Some("lower"), 4)]
#[case(8, 20, None, 4)]
#[case(6, 20, None, 3)]
#[case(5, 20, None, 2)]
#[case(25, 20, None, 5)]
fn statement_14_speaking(
    #[case] speakers: u32,
    #[case] attendees: u32,
    #[case] side: Option<&str>,
    #[case] expected: i64,
) {
    let set = |side: &str| rules_with("quality.speaking_boundary_side", Unit::Choice.read(side).unwrap());
    let facts = MeetingFacts { attendees, speakers, ..good_meeting() };
    let sheet = propose(&rubric("an-phu"), &facts, &side.map_or_else(rules, set));
    assert_eq!(sheet.line("speaking").unwrap().points, Hundredths::whole(expected));
}

#[rstest]
#[case(10, 10, 30)]
#[case(9, 10, 30)]
#[case(899, 1000, 27)]
#[case(8, 10, 27)]
#[case(7, 10, 24)]
#[case(6, 10, 20)]
#[case(5, 10, 15)]
#[case(499, 1000, 10)]
#[case(0, 10, 10)]
fn statement_15_results(#[case] done: u32, #[case] due: u32, #[case] expected: i64) {
    let facts = MeetingFacts { tasks: Some(Progress { due, done }), ..good_meeting() };
    assert_eq!(points("42-hd", &facts, "task_results"), Hundredths::whole(expected));
}

#[test]
fn statement_15_no_task_due_is_for_a_person_to_judge() {
    for tasks in [None, Some(Progress::default())] {
        let sheet = propose(&rubric("42-hd"), &MeetingFacts { tasks, ..good_meeting() }, &rules());
        let line = sheet.line("task_results").unwrap();
        assert_eq!((line.basis, line.evidence[0].key), (Basis::Judgement, "quality-unknown-no-task-due"));
    }
}

#[test]
fn a_cell_with_a_secretary_only_is_not_asked_for_a_committee_meeting() {
    let facts = MeetingFacts { committee: Some(CommitteeMeeting::SecretaryOnly), ..good_meeting() };
    assert_eq!(points("an-phu", &facts, "committee_met"), Hundredths::whole(2));
    let facts = MeetingFacts { committee: Some(CommitteeMeeting::NotHeld), ..good_meeting() };
    assert_eq!(points("an-phu", &facts, "committee_met"), Hundredths::ZERO);
    let facts = MeetingFacts { overseer_notified: Some(false), ..good_meeting() };
    assert_eq!(points("an-phu", &facts, "notices"), Hundredths::ZERO);
    let facts = MeetingFacts { overseer_notified: None, ..good_meeting() };
    assert_eq!(points("an-phu", &facts, "notices"), Hundredths::whole(1));
}

fn any_facts() -> impl Strategy<Value = MeetingFacts> {
    let counts = (0_u32..60, 0_u32..20, 0_u32..20, 0_u32..10, 0_u32..10);
    let of_time = (
        proptest::option::of(0_u32..300),
        proptest::option::of(-5000_i64..500),
        proptest::option::of(0_i64..9000),
    );
    let of_tasks = (0_u32..30, 0_u32..30, 0_u32..80, 0_u32..80, proptest::option::of(0_u32..60));
    let flags = (any::<bool>(), any::<bool>(), proptest::option::of(any::<bool>()), 0_usize..14);
    (counts, of_time, of_tasks, flags).prop_map(|(counts, of_time, of_tasks, flags)| {
        let base = good_meeting();
        let (start, closed): (Instant, Instant) = (base.starts_at.unwrap(), base.closed_at.unwrap());
        let (present, excused, unexcused, exempt, special_duty) = counts;
        let (due, done, speakers, attendees, criticism_minutes) = of_tasks;
        MeetingFacts {
            kind: if flags.1 { MeetingKind::Combined } else { MeetingKind::Routine },
            length_minutes: of_time.0,
            roll: Some(RollCounts { present, excused, unexcused, exempt, special_duty }),
            papers_posted_at: of_time.1.map(|minutes| start.plus_minutes(minutes)),
            reported_at: of_time.2.map(|minutes| closed.plus_minutes(minutes)),
            tasks: Some(Progress { due, done: done.min(due) }),
            speakers,
            attendees,
            criticism_minutes,
            concluded: flags.2,
            thematic_this_month: flags.0,
            steps_done: base.steps_done.iter().copied().take(flags.3).collect(),
            ..base
        }
    })
}

proptest! {
    #[test]
    fn a_score_never_exceeds_its_maximum(facts in any_facts(), rebased in any::<bool>(), ward in any::<bool>()) {
        let rubric = rubric(if ward { "an-phu" } else { "42-hd" });
        let rules = rules_with("quality.rebase_inapplicable_items", Value::Boolean(rebased));
        let sheet = propose(&rubric, &facts, &rules);
        prop_assert!(sheet.total >= Hundredths::ZERO && sheet.total <= rubric.maximum);
        for line in &sheet.lines {
            prop_assert!(line.points >= Hundredths::ZERO && line.points <= line.maximum, "{}", line.item);
        }
        let kept = serde_json::to_string(&sheet).unwrap();
        prop_assert_eq!(&serde_json::from_str::<Sheet>(&kept).unwrap(), &sheet);
        prop_assert_eq!(sheet.grade, rubric.cut_offs.grade(sheet.total));
        let blocks: Hundredths =
            rubric.blocks.iter().map(|block| rubric.block_total(&block.key, &sheet.points(), &sheet.scope())).sum();
        prop_assert!(rebased || blocks == sheet.total);
    }
}
