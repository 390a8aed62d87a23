//! The order of the file, and what rests on what.

use rstest::rstest;

use super::*;
use crate::problems::Refusal;

fn recorded(file: &File, step: Step, on: Date) -> Result<(), RecordError> {
    record(file, &Fact::on(step, on), ALL_TWENTY, TODAY, &rules())
}

fn code(result: Result<(), RecordError>) -> &'static str {
    result.map_or_else(|refused| refused.code(), |()| "")
}

#[test]
fn the_application_comes_before_the_cv_and_the_seal_before_the_check() {
    let day = date(2026, 3, 2);
    assert_eq!(code(recorded(&empty(), Step::Cv, day)), "recruiting-refused-before");
    let file = with(empty(), Fact::on(Step::Application, day));
    assert_eq!(code(recorded(&file, Step::Cv, date(2026, 3, 1))), "recruiting-refused-earlier");
    assert_eq!(recorded(&file, Step::Cv, day), Ok(()), "on the same day");
    let file = with(file, Fact::on(Step::Cv, day));
    assert_eq!(code(recorded(&file, Step::Check, day)), "recruiting-refused-before");
    let waived = Fact { waived: true, ..Fact::on(Step::Check, day) };
    assert_eq!(record(&file, &waived, ALL_TWENTY, TODAY, &rules()), Ok(()), "not needed, so not sealed");
    let sealed = with(file, Fact::on(Step::Seal, day));
    assert_eq!(recorded(&sealed, Step::Check, day), Ok(()));
}

#[test]
fn the_cell_committee_comments_only_after_the_check() {
    let file = without(without(ready(), Step::Check), Step::Comment);
    let refused = recorded(&file, Step::Comment, TODAY).unwrap_err();
    assert_eq!(refused.code(), "recruiting-refused-before");
    assert_eq!(refused.citation().unwrap().to_string(), "06-HD/TW, 3.4");
    let checked = with(file, Fact::on(Step::Check, date(2026, 8, 3)));
    assert_eq!(code(recorded(&checked, Step::Comment, date(2026, 8, 2))), "recruiting-refused-earlier");
    assert_eq!(recorded(&checked, Step::Comment, date(2026, 8, 3)), Ok(()));
}

#[rstest]
#[case(Step::Certificate)]
#[case(Step::Application)]
#[case(Step::Cv)]
#[case(Step::Seal)]
#[case(Step::Check)]
#[case(Step::Associations)]
#[case(Step::Residence)]
#[case(Step::Comment)]
fn the_vote_waits_for_every_paper(#[case] step: Step) {
    let file = without(ready(), step);
    let Err(RecordError::Obstacles(against)) = record(&file, &vote(TODAY, 20), ALL_TWENTY, TODAY, &rules())
    else {
        panic!("{step}");
    };
    assert!(against.iter().any(|one| one.step == step && one.kind == ObstacleKind::Missing), "{against:?}");
    let later = with(ready(), Fact::on(step, TODAY.tomorrow().unwrap()));
    assert!(!obstacles(&later, TODAY, &rules()).is_empty(), "what is done later is not there yet");
}

#[test]
fn a_check_that_was_not_needed_does_without_the_seal() {
    let waived = Fact { waived: true, ..Fact::on(Step::Check, date(2026, 8, 3)) };
    let file = with(without(ready(), Step::Seal), waived);
    assert!(obstacles(&file, TODAY, &rules()).is_empty());
    let strides = way(&file, TODAY, &rules());
    let seal = strides.iter().find(|stride| stride.step == Step::Seal).unwrap();
    assert_eq!(seal.state, StepState::NotNeeded);
}

#[test]
fn what_a_later_step_rests_on_is_not_changed_and_not_undone() {
    let voted = with(ready(), vote(date(2026, 10, 20), 18));
    for step in [Step::Certificate, Step::Application, Step::Comment, Step::Introductions] {
        assert_eq!(undo(&voted, step), Err(RecordError::RestedOn { by: Step::Vote }));
    }
    assert_eq!(code(recorded(&voted, Step::Application, date(2026, 3, 1))), "recruiting-refused-rested-on");
    assert_eq!(undo(&voted, Step::Vote), Ok(()));
    let decided = with(voted, Fact::on(Step::Decision, date(2026, 10, 30)));
    assert_eq!(undo(&decided, Step::Vote), Err(RecordError::RestedOn { by: Step::Decision }));
    assert_eq!(undo(&decided, Step::Decision), Ok(()));
    assert_eq!(undo(&ready(), Step::Application), Ok(()), "nothing rests on it yet");
}

#[test]
fn decision_and_ceremony_follow_the_vote() {
    let decide = |file: &File, on| recorded(file, Step::Decision, on);
    assert_eq!(code(decide(&ready(), TODAY)), "recruiting-refused-before");
    let voted = with(ready(), vote(date(2026, 10, 20), 18));
    assert_eq!(code(decide(&voted, date(2026, 10, 19))), "recruiting-refused-earlier");
    assert_eq!(decide(&voted, date(2026, 10, 20)), Ok(()));
    assert_eq!(code(decide(&voted, date(2026, 11, 6))), "recruiting-refused-to-come");
    let hold = |file: &File, on| file.check_ceremony(on, TODAY, &rules());
    assert_eq!(code(hold(&voted, TODAY)), "recruiting-refused-before");
    let decided = with(voted, Fact::on(Step::Decision, date(2026, 10, 30)));
    assert_eq!(code(hold(&decided, date(2026, 10, 29))), "recruiting-refused-earlier");
    assert_eq!(hold(&decided, date(2026, 10, 30)), Ok(()));
    assert_eq!(code(hold(&decided, date(2026, 11, 6))), "recruiting-refused-to-come");
    assert_eq!(code(recorded(&decided, Step::Ceremony, TODAY)), "recruiting-refused-own-deed");
}

#[test]
fn who_was_dropped_or_admitted_has_a_closed_file() {
    let mut dropped = ready();
    dropped.candidate.dropped = Some(Dropped { on: date(2026, 10, 1), reason: "Chuyển đi".to_owned() });
    assert_eq!(code(recorded(&dropped, Step::Residence, TODAY)), "recruiting-refused-dropped");
    assert_eq!(code(undo(&dropped, Step::Residence)), "recruiting-refused-dropped");
    let mut admitted = with(ready(), vote(date(2026, 10, 1), 18));
    admitted.facts.push(Fact::on(Step::Decision, date(2026, 10, 10)));
    admitted.facts.push(Fact::on(Step::Ceremony, date(2026, 10, 20)));
    admitted.candidate.member = Some(member(50));
    assert_eq!(code(recorded(&admitted, Step::Decision, TODAY)), "recruiting-refused-admitted");
    assert_eq!(code(recorded(&admitted, Step::MemberCv, date(2026, 10, 19))), "recruiting-refused-earlier");
    assert_eq!(recorded(&admitted, Step::MemberCv, TODAY), Ok(()));
}

#[test]
fn the_youth_union_speaks_for_its_own_members() {
    assert_eq!(code(recorded(&ready(), Step::YouthUnion, TODAY)), "recruiting-refused-not-in-union");
    let mut young = ready();
    young.candidate.person.youth_union = true;
    assert_eq!(recorded(&young, Step::YouthUnion, TODAY), Ok(()));
}

#[test]
fn an_introducer_introduces_today_or_before_and_was_together_before() {
    let check = |one: &Introducer| code(check_new_introducer(&ready(), one, TODAY, &rules()));
    let one = introducer(3, date(2024, 1, 1));
    assert_eq!(check(&one), "");
    let to_come = Introducer { introduced_on: date(2026, 11, 6), ..one };
    assert_eq!(check(&to_come), "recruiting-refused-to-come");
    let later = Introducer { together_from: date(2026, 10, 2), ..one };
    assert_eq!(check(&later), "recruiting-refused-together-later");
}

#[test]
fn a_form_says_all_that_is_wrong_with_it() {
    let fields = |draft: FactDraft, step: Step| -> Vec<&str> {
        draft.check(step).err().map(|wrong| wrong.0.iter().map(|one| one.field).collect()).unwrap_or_default()
    };
    assert_eq!(fields(FactDraft::default(), Step::Certificate), ["on", "number"]);
    assert_eq!(fields(FactDraft::default(), Step::Vote), ["on", "counted", "in_favour"]);
    let on = Some(TODAY);
    let many = FactDraft { on, counted: Some(10), in_favour: Some(11), ..FactDraft::default() };
    assert_eq!(fields(many, Step::Vote), ["in_favour"]);
    let early =
        FactDraft { on, number: "1".to_owned(), received_on: TODAY.yesterday().ok(), ..FactDraft::default() };
    assert_eq!(fields(early.clone(), Step::Decision), ["received_on"]);
    assert_eq!(
        early.check(Step::Seal).unwrap(),
        Fact::on(Step::Seal, TODAY),
        "what is not asked is not kept"
    );
    let person = PersonDraft { name: "An".to_owned(), born_on: Some(TODAY), ..PersonDraft::default() };
    let wrong = person.check(TODAY).unwrap_err();
    assert_eq!(
        wrong.0.iter().map(|one| one.field).collect::<Vec<_>>(),
        ["name", "sex", "schooling", "born_on"]
    );
}

#[test]
fn a_helper_is_an_official_member_and_helps_from_today_or_before() {
    let check = |fitness, from| code(check_new_helper(&ready(), fitness, from, TODAY, &rules()));
    assert_eq!(check(Fitness::Official, TODAY), "");
    assert_eq!(check(Fitness::NotOfficial, TODAY), "recruiting-refused-helper-unfit");
    assert_eq!(check(Fitness::Official, TODAY.tomorrow().unwrap()), "recruiting-refused-to-come");
}

#[test]
fn statement_20_who_is_away_or_exempt_may_be_left_out_of_the_count() {
    use crate::members::{MemberGrade, RollMember, StandingState};
    let one = |n, grade, state| RollMember { member: member(n), name: String::new(), grade, state };
    let roll = [
        one(1, MemberGrade::Official, StandingState::Active),
        one(2, MemberGrade::Official, StandingState::Exempt),
        one(3, MemberGrade::Official, StandingState::Away),
        one(4, MemberGrade::Probationary, StandingState::Active),
        one(5, MemberGrade::Official, StandingState::Residence),
        one(6, MemberGrade::Official, StandingState::Visiting),
    ];
    assert_eq!(Electorate::of(&roll), Electorate { least: 1, most: 3 });
}
