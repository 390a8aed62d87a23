//! The four stages of a score.

use std::collections::BTreeMap;

use rstest::rstest;

use super::{super::facts::tests::good_meeting, *};
use crate::{
    ids::MeetingId,
    meetings::{Done, Meeting, MeetingKind, Steps},
    problems::Refusal,
    rules::Hundredths,
    time::{Instant, Month},
};

fn done() -> Done {
    Done { at: Instant::from_local(date(2026, 11, 5).at(21, 0, 0, 0)), by: AccountId(uuid::Uuid::nil()) }
}

fn entry(stage: Stage, changes: &[(&str, i64, &str)]) -> StageEntry {
    let points =
        changes.iter().map(|(item, points, _)| ((*item).to_owned(), Hundredths::whole(*points))).collect();
    let reasons: BTreeMap<_, _> =
        changes.iter().map(|(item, _, reason)| ((*item).to_owned(), (*reason).to_owned())).collect();
    StageEntry { stage, scorer: None, points, reasons, done: done() }
}

fn score() -> (Rubric, Score) {
    let rubric = rubric("42-hd");
    let sheet = propose(&rubric, &good_meeting(), &rules());
    (rubric, Score::new(sheet))
}

#[test]
fn statement_16_four_states_are_kept_and_the_superiors_differs_visibly() {
    let (rubric, mut score) = score();
    score.enter(&rubric, entry(Stage::Proposed, &[("chairing", 9, "")]), &rules(), false).unwrap();
    score.enter(&rubric, entry(Stage::Agreed, &[]), &rules(), false).unwrap();
    score
        .enter(&rubric, entry(Stage::Voted, &[("speaking", 4, "Ba đồng chí chỉ nhất trí")]), &rules(), false)
        .unwrap();
    assert_eq!(score.decided_otherwise(), None);
    let changed = [("task_results", 20, "Hai nhiệm vụ chưa nghiệm thu")];
    score.enter(&rubric, entry(Stage::Decided, &changed), &rules(), false).unwrap();
    let totals: Vec<_> = score.stages.iter().map(|stage| stage.total.floor()).collect();
    assert_eq!(totals, [99, 99, 98, 88]);
    assert_eq!((score.at(Stage::Voted).unwrap().grade, score.grade()), (Grade::Good, Some(Grade::Fair)));
    assert_eq!(score.decided_otherwise(), Some(true));
    let differences = score.differences(Some(Stage::Voted), Stage::Decided);
    assert_eq!(differences.len(), 1);
    assert_eq!((differences[0].item.as_str(), differences[0].to), ("task_results", Hundredths::whole(20)));
    assert_eq!(differences[0].reason, "Hai nhiệm vụ chưa nghiệm thu");
    assert_eq!(score.differences(None, Stage::Proposed).len(), 1);
}

#[rstest]
#[case(&[], Stage::Agreed, "quality-stage-agreed-out-of-order")]
#[case(&[], Stage::Decided, "quality-stage-decided-out-of-order")]
#[case(&[Stage::Proposed], Stage::Voted, "quality-stage-voted-out-of-order")]
#[case(&[Stage::Proposed, Stage::Agreed], Stage::Proposed, "quality-stage-proposed-too-late")]
#[case(&[Stage::Proposed, Stage::Agreed, Stage::Voted], Stage::Agreed, "quality-stage-agreed-out-of-order")]
fn statement_16_stages_follow_each_other(#[case] entered: &[Stage], #[case] next: Stage, #[case] code: &str) {
    let (rubric, mut score) = score();
    for stage in entered {
        score.enter(&rubric, entry(*stage, &[]), &rules(), false).unwrap();
    }
    let refused = score.enter(&rubric, entry(next, &[]), &rules(), false).unwrap_err();
    assert_eq!(refused.code(), code);
}

#[test]
fn statement_16_a_stage_may_be_entered_again_until_the_next() {
    let (rubric, mut score) = score();
    score.enter(&rubric, entry(Stage::Proposed, &[("chairing", 7, "")]), &rules(), false).unwrap();
    score.enter(&rubric, entry(Stage::Proposed, &[("chairing", 8, "")]), &rules(), false).unwrap();
    assert_eq!(score.stages.len(), 1);
    assert_eq!(score.stages[0].total, Hundredths::whole(98));
}

#[rstest]
#[case(Stage::Proposed, ("speaking", 4, ""), Some("quality-stage-reason-missing"))]
#[case(Stage::Proposed, ("speaking", 4, "Có đồng chí chỉ nói nhất trí"), None)]
#[case(Stage::Proposed, ("speaking", 4, "   "), Some("quality-stage-reason-missing"))]
#[case(Stage::Proposed, ("chairing", 8, ""), None)]
#[case(Stage::Agreed, ("chairing", 8, ""), Some("quality-stage-reason-missing"))]
#[case(Stage::Agreed, ("chairing", 8, "Kéo dài phần đầu"), None)]
#[case(Stage::Agreed, ("chairing", 11, "Rất tốt"), Some("quality-stage-out-of-range"))]
#[case(Stage::Agreed, ("chairing", -1, "Kém"), Some("quality-stage-out-of-range"))]
#[case(Stage::Agreed, ("dancing", 1, "Vui"), Some("quality-stage-unknown-item"))]
fn statement_16_changes_need_a_reason(
    #[case] stage: Stage,
    #[case] change: (&str, i64, &str),
    #[case] refusal: Option<&str>,
) {
    let (rubric, mut score) = score();
    if stage == Stage::Agreed {
        score.enter(&rubric, entry(Stage::Proposed, &[]), &rules(), false).unwrap();
    }
    let entered = score.enter(&rubric, entry(stage, &[change]), &rules(), false);
    assert_eq!(entered.err().map(|error| error.code()), refusal);
}

#[test]
fn statement_16_an_attending_superior_confirms_where_the_committee_asks_for_it() {
    let asking = rules_with("quality.overseer_confirms", Value::Boolean(true));
    let (rubric, mut score) = score();
    for stage in [Stage::Proposed, Stage::Agreed, Stage::Voted] {
        score.enter(&rubric, entry(stage, &[]), &asking, true).unwrap();
    }
    let refused = score.enter(&rubric, entry(Stage::Decided, &[]), &asking, true).unwrap_err();
    assert_eq!(refused.code(), "quality-stage-not-confirmed");
    let mut absent = score.clone();
    assert!(absent.enter(&rubric, entry(Stage::Decided, &[]), &asking, false).is_ok());
    score.confirmed = Some(done());
    assert!(score.enter(&rubric, entry(Stage::Decided, &[]), &asking, true).is_ok());
}

#[test]
fn an_item_that_does_not_count_cannot_be_given_points() {
    let rubric = rubric("an-phu");
    let mut score = Score::new(propose(&rubric, &good_meeting(), &rules()));
    let given = entry(Stage::Proposed, &[("thematic_content", 5, "Có chuyên đề")]);
    let refused = score.enter(&rubric, given, &rules(), false).unwrap_err();
    assert_eq!(refused.code(), "quality-stage-out-of-range");
}

#[test]
fn what_is_wrong_is_said_of_every_item_at_once() {
    let (rubric, mut score) = score();
    let changes = [("speaking", 4, ""), ("chairing", 11, ""), ("steps", 3, "Thiếu phần tự phê bình")];
    let wrong = score.enter(&rubric, entry(Stage::Proposed, &changes), &rules(), false).unwrap_err();
    let items: Vec<_> = wrong.0.iter().map(|error| (error.item(), error.code())).collect();
    let expected = [
        (Some("chairing"), "quality-stage-out-of-range"),
        (Some("speaking"), "quality-stage-reason-missing"),
    ];
    assert_eq!(items, expected);
    assert!(score.stages.is_empty());
}

#[test]
fn a_stage_is_taken_back_while_no_later_one_stands() {
    let (rubric, mut score) = score();
    assert_eq!(score.take_back(Stage::Proposed, None), Ok(false));
    for stage in [Stage::Proposed, Stage::Agreed, Stage::Voted] {
        assert_eq!(score.next(&rubric), Some(stage));
        score.enter(&rubric, entry(stage, &[]), &rules(), false).unwrap();
    }
    score.confirmed = Some(done());
    let refused = score.take_back(Stage::Agreed, None).unwrap_err();
    assert_eq!(refused.code(), "quality-stage-later-stands");
    assert_eq!(score.take_back(Stage::Voted, None), Ok(true));
    assert_eq!((score.stage(), score.confirmed), (Some(Stage::Agreed), None));
}

#[rstest]
#[case(&[], [Some("meetings-refused-not-opened"), Some("meetings-refused-not-opened")])]
#[case(&["opened"], [None, Some("quality-stage-not-reported")])]
#[case(&["opened", "closed"], [None, Some("quality-stage-not-reported")])]
#[case(&["opened", "closed", "reported"], [None, None])]
#[case(&["opened", "cancelled"], [Some("meetings-refused-cancelled"), Some("meetings-refused-cancelled")])]
fn a_cell_scores_from_the_opening_on_and_its_superior_after_the_report(
    #[case] steps: &[&str],
    #[case] codes: [Option<&str>; 2],
) {
    let meeting = meeting(steps);
    for stage in [Stage::Proposed, Stage::Agreed, Stage::Voted] {
        assert_eq!(stage.must_be_open(&meeting).err().map(|error| error.code()), codes[0], "{stage}");
    }
    assert_eq!(Stage::Decided.must_be_open(&meeting).err().map(|error| error.code()), codes[1]);
}

fn meeting(steps: &[&str]) -> Meeting {
    let step = |name: &str| steps.contains(&name).then(done);
    let nil = uuid::Uuid::nil();
    Meeting {
        id: MeetingId(nil),
        cell: OrganisationId(nil),
        month: Month::of(date(2026, 11, 5)),
        kind: MeetingKind::Routine,
        topic: String::new(),
        starts_at: None,
        place: String::new(),
        chair: None,
        minute_taker: None,
        tracker: None,
        dues_note: String::new(),
        cancel_reason: String::new(),
        steps: Steps {
            opened: step("opened"),
            closed: step("closed"),
            reported: step("reported"),
            cancelled: step("cancelled"),
            ..Steps::default()
        },
    }
}
