//! The way to recognition on the boundaries of its rules.

use rstest::rstest;

use super::{cell_vote::in_meeting, *};
use crate::{
    problems::Refusal,
    recruiting::probation::{
        ProbationError, ProbationFact, ProbationFile, ProbationStep, next_action, record, undo, way,
    },
};

const CEREMONY: Date = date(2025, 11, 5);

fn begun() -> ProbationFile {
    ProbationFile {
        member: member(1),
        ceremony_on: CEREMONY,
        official_on: None,
        facts: Vec::new(),
        votes: Vec::new(),
    }
}

fn complete() -> ProbationFile {
    let papers = ProbationStep::ALL.iter().filter(|step| step.is_paper());
    ProbationFile {
        facts: papers.map(|step| ProbationFact::on(*step, date(2026, 10, 5))).collect(),
        ..begun()
    }
}

fn voted(on: Date, in_favour: u32) -> ProbationFact {
    let tally = Some(Tally { counted: 20, in_favour });
    ProbationFact { tally, ..ProbationFact::on(ProbationStep::Vote, on) }
}

fn code(result: Result<(), ProbationError>) -> &'static str {
    result.map_or_else(|refused| refused.code(), |()| "")
}

fn states(file: &ProbationFile, today: Date) -> Vec<StepState> {
    way(file, today, &rules()).iter().map(|stride| stride.state).collect()
}

#[rstest]
#[case(13, "recruiting-refused-not-carried")]
#[case(14, "")]
fn statement_22_two_thirds_recognise(#[case] in_favour: u32, #[case] expected: &str) {
    let done = record(&begun(), &voted(TODAY, in_favour), ALL_TWENTY, TODAY, &rules());
    if let Err(refused) = &done {
        assert_eq!(refused.citation().unwrap().document, "Điều lệ Đảng");
    }
    assert_eq!(code(done), expected);
}

#[rstest]
#[case(date(2026, 11, 4), "probation-refused-not-over")]
#[case(date(2026, 11, 5), "")]
fn statement_33_the_cell_votes_once_the_twelve_months_are_over(#[case] on: Date, #[case] expected: &str) {
    assert_eq!(code(record(&begun(), &voted(on, 20), ALL_TWENTY, TODAY, &rules())), expected);
    assert_eq!(code(begun().may_be_put_to_vote(on, &rules())), expected);
    assert_eq!(code(begun().may_be_counted(on, &rules())), expected);
}

#[test]
fn statement_32_the_recognition_is_due_thirty_working_days_after_the_twelve_months() {
    let strides = way(&begun(), TODAY, &rules());
    let due: Vec<_> = strides.iter().filter_map(|one| Some((one.step, one.due.as_ref()?.on))).collect();
    let last = recognition_due(CEREMONY, &rules()).value;
    assert_eq!(due, [(ProbationStep::Vote, last), (ProbationStep::Decision, last)]);
    assert_eq!(strides[6].rule.citation.document, "208-QĐ/TW");
}

#[test]
fn papers_are_next_before_the_end_and_missing_from_it_on() {
    use StepState::{Done, Later, Missing, Next};
    let before = date(2026, 11, 4);
    assert_eq!(states(&begun(), before), [Next, Later, Later, Later, Later, Later, Later]);
    assert_eq!(states(&begun(), TODAY), [Missing, Missing, Missing, Missing, Missing, Next, Later]);
    assert_eq!(states(&complete(), before), [Done, Done, Done, Done, Done, Later, Later]);
    assert_eq!(next_action(&way(&complete(), before, &rules())), None, "only waiting is left");
    let mut file = complete();
    file.facts.push(voted(TODAY, 20));
    assert_eq!(states(&file, TODAY), [Done, Done, Done, Done, Done, Done, Next]);
    file.official_on = Some(TODAY);
    assert_eq!(states(&file, TODAY)[6], Done);
}

#[test]
fn the_vote_is_read_from_the_meeting() {
    let file =
        ProbationFile { votes: vec![in_meeting(TODAY, Some(14), true)], ..complete() }.with_settled_vote();
    assert_eq!(file.fact(ProbationStep::Vote).unwrap().tally, Some(Tally { counted: 20, in_favour: 14 }));
    assert_eq!(
        code(record(&file, &voted(TODAY, 20), ALL_TWENTY, TODAY, &rules())),
        "recruiting-refused-on-agenda"
    );
    assert_eq!(code(undo(&file, ProbationStep::Vote)), "recruiting-refused-from-meeting");
    assert_eq!(code(file.may_be_put_to_vote(TODAY, &rules())), "recruiting-refused-voted");
    let lost =
        ProbationFile { votes: vec![in_meeting(TODAY, Some(13), true)], ..complete() }.with_settled_vote();
    assert_eq!(lost.fact(ProbationStep::Vote), None);
    assert_eq!(code(lost.may_be_put_to_vote(TODAY, &rules())), "", "the cell may vote again");
}

#[test]
fn what_was_recorded_lies_between_ceremony_and_recognition() {
    let paper = |on| ProbationFact::on(ProbationStep::SelfReview, on);
    let recorded = |file: &ProbationFile, on| code(record(file, &paper(on), ALL_TWENTY, TODAY, &rules()));
    assert_eq!(recorded(&begun(), date(2025, 11, 4)), "probation-refused-before-ceremony");
    assert_eq!(recorded(&begun(), CEREMONY), "");
    assert_eq!(recorded(&begun(), TODAY.tomorrow().unwrap()), "recruiting-refused-to-come");
    let official = ProbationFile { official_on: Some(TODAY), ..complete() };
    assert_eq!(recorded(&official, TODAY), "probation-refused-official");
    assert_eq!(code(undo(&official, ProbationStep::Class)), "probation-refused-official");
    let decision = ProbationFact::on(ProbationStep::Decision, TODAY);
    assert_eq!(code(record(&begun(), &decision, ALL_TWENTY, TODAY, &rules())), "probation-refused-own-deed");
}
