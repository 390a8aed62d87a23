//! Badges on the boundaries of their rules.

use jiff::civil::{Date, date};
use rstest::rstest;
use uuid::Uuid;

use super::*;
use crate::{
    ids::{BadgeProposalId, MemberId, OrganisationId},
    rules::{Rules, tests::national},
    time::PartialDate,
};

const DAY: Date = date(2027, 2, 3);

fn rules() -> Rules {
    national().on(DAY)
}

fn facts(admitted_on: Date, died_on: Option<Date>) -> BadgeFacts {
    BadgeFacts { admitted_on: PartialDate::day(admitted_on), died_on, awarded: Vec::new() }
}

/// The day of badges before 3 February 2027 is 7 November 2026.
#[rstest]
#[case(date(1997, 2, 3), None, Some((30, BadgeGround::Due)))]
#[case(date(1996, 11, 8), None, Some((30, BadgeGround::Due)))]
#[case(date(1996, 11, 7), None, None)]
#[case(date(1997, 2, 4), None, Some((30, BadgeGround::Illness)))]
#[case(date(1998, 2, 3), None, Some((30, BadgeGround::Illness)))]
#[case(date(1998, 2, 4), None, None)]
#[case(date(1959, 2, 3), None, Some((70, BadgeGround::Illness)))]
#[case(date(1959, 2, 4), None, None)]
#[case(date(1997, 12, 1), Some(date(2026, 12, 1)), Some((30, BadgeGround::Posthumous)))]
#[case(date(1997, 12, 2), Some(date(2026, 12, 1)), None)]
#[case(date(1996, 11, 7), Some(date(2026, 12, 1)), None)]
#[case(date(1996, 11, 20), Some(date(2026, 12, 1)), Some((30, BadgeGround::Posthumous)))]
#[case(date(1996, 11, 20), Some(date(2026, 2, 3)), None)]
fn statement_34_due_early_and_posthumous_on_a_day_of_badges(
    #[case] admitted_on: Date,
    #[case] died_on: Option<Date>,
    #[case] expected: Option<(u32, BadgeGround)>,
) {
    let case = case_at(&facts(admitted_on, died_on), DAY, &rules());
    assert_eq!(case.as_ref().map(|case| (case.years, case.ground)), expected);
    assert!(case.is_none_or(|case| case.citation.document == "01-HD/TW"));
}

#[test]
fn statement_34_a_badge_awarded_is_not_due_again() {
    let facts = BadgeFacts { awarded: vec![30], ..facts(date(1997, 2, 3), None) };
    assert_eq!(case_at(&facts, DAY, &rules()), None);
    let asked = Candidate { years: 30, ground: BadgeGround::Due, day: DAY };
    assert_eq!(check(&facts, asked, &rules()), Err(BadgeError::AwardedAlready { years: 30 }));
}

#[rstest]
#[case(30, BadgeGround::Due, DAY, None, None)]
#[case(31, BadgeGround::Due, DAY, None, Some("badges-refused-no-such-badge"))]
#[case(40, BadgeGround::Due, DAY, None, Some("badges-refused-not-full"))]
#[case(30, BadgeGround::Due, date(2027, 2, 4), None, Some("badges-refused-not-a-day"))]
#[case(30, BadgeGround::Illness, date(2026, 2, 3), None, None)]
#[case(30, BadgeGround::Illness, date(2026, 2, 2), None, Some("badges-refused-too-early"))]
#[case(30, BadgeGround::Posthumous, DAY, None, Some("badges-refused-not-deceased"))]
#[case(30, BadgeGround::Posthumous, DAY, Some(date(2026, 2, 3)), None)]
#[case(30, BadgeGround::Posthumous, DAY, Some(date(2026, 2, 2)), Some("badges-refused-too-early"))]
#[case(30, BadgeGround::Due, DAY, Some(date(2026, 12, 1)), Some("badges-refused-deceased"))]
fn statement_34_a_proposal_keeps_to_the_rule(
    #[case] years: u32,
    #[case] ground: BadgeGround,
    #[case] day: Date,
    #[case] died_on: Option<Date>,
    #[case] refused: Option<&str>,
) {
    use crate::problems::Refusal as _;
    let checked = check(&facts(date(1997, 2, 3), died_on), Candidate { years, ground, day }, &rules());
    assert_eq!(checked.err().map(|error| error.code()), refused);
}

fn proposal(steps: &[(BadgeStep, Date)]) -> BadgeProposal {
    let taken = |(step, on): &(BadgeStep, Date)| StepTaken {
        step: *step,
        on: *on,
        number: "1".to_owned(),
        by: String::new(),
    };
    BadgeProposal {
        id: BadgeProposalId(Uuid::nil()),
        member: MemberId(Uuid::nil()),
        cell: OrganisationId(Uuid::nil()),
        years: 30,
        ground: BadgeGround::Due,
        day: DAY,
        steps: steps.iter().map(taken).collect(),
        withdrawn_on: None,
    }
}

fn step(step: BadgeStep, on: Date) -> StepTaken {
    StepTaken { step, on, number: "1".to_owned(), by: String::new() }
}

#[test]
fn steps_follow_one_another_and_the_committee_may_decide_on_the_list_at_once() {
    let (asked, later, today) = (date(2026, 12, 1), date(2026, 12, 10), date(2027, 3, 1));
    let listed = proposal(&[(BadgeStep::Requested, asked)]);
    assert_eq!(listed.next(), Some(BadgeStep::Proposed));
    assert_eq!(listed.check_step(&step(BadgeStep::Requested, asked), today), Ok(()), "the same again");
    assert_eq!(listed.check_step(&step(BadgeStep::Proposed, later), today), Ok(()));
    assert_eq!(listed.check_step(&step(BadgeStep::Decided, later), today), Ok(()));
    let awarded = listed.check_step(&step(BadgeStep::Awarded, later), today);
    assert_eq!(awarded, Err(BadgeError::NotTheNext { next: Some(BadgeStep::Proposed) }));
    let before = listed.check_step(&step(BadgeStep::Proposed, date(2026, 11, 30)), today);
    assert_eq!(before, Err(BadgeError::BeforeTheLast { on: asked }));
    let to_come = listed.check_step(&step(BadgeStep::Proposed, date(2027, 3, 2)), today);
    assert_eq!(to_come, Err(BadgeError::ToCome));

    let decided = proposal(&[(BadgeStep::Requested, asked), (BadgeStep::Decided, later)]);
    assert_eq!(decided.next(), Some(BadgeStep::Awarded));
    let back = decided.check_step(&step(BadgeStep::Proposed, later), today);
    assert_eq!(back, Err(BadgeError::NotTheNext { next: Some(BadgeStep::Awarded) }));
    assert_eq!(decided.check_withdrawal(), Err(BadgeError::Decided { on: later }));
    assert_eq!(listed.check_withdrawal(), Ok(()));
    let withdrawn = BadgeProposal { withdrawn_on: Some(later), ..listed };
    assert_eq!(withdrawn.next(), None);
    let after = withdrawn.check_step(&step(BadgeStep::Decided, later), today);
    assert_eq!(after, Err(BadgeError::Withdrawn { on: later }));
}

#[rstest]
#[case(BadgeStep::Proposed, "", true)]
#[case(BadgeStep::Decided, " ", false)]
#[case(BadgeStep::Awarded, "", false)]
#[case(BadgeStep::Awarded, "38-01234", true)]
fn a_decision_and_a_badge_have_a_number(#[case] step: BadgeStep, #[case] number: &str, #[case] good: bool) {
    let form = StepForm { step, on: DAY, number: number.to_owned(), by: String::new() };
    assert_eq!(form.check().is_ok(), good);
}

#[test]
fn the_days_around_today_are_two_past_and_five_to_come() {
    let days = days_around(date(2026, 11, 5), &rules());
    assert_eq!((days.len(), days[1], days[2]), (7, date(2026, 9, 2), date(2026, 11, 7)));
    assert_eq!(
        days_around(date(2026, 11, 7), &rules())[2],
        date(2026, 11, 7),
        "today is one of those to come"
    );
}
