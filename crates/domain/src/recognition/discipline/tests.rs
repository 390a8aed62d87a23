//! Discipline on the boundaries of its rules.

use jiff::civil::date;
use rstest::rstest;
use uuid::Uuid;

use super::*;
use crate::{problems::Refusal, rules::tests::national};

const DAY: Date = date(2026, 11, 5);

fn rules() -> Rules {
    national().on(DAY)
}

const fn member(grade: MemberGrade) -> Disciplined {
    Disciplined::Member(MemberId(Uuid::nil()), grade)
}

const OFFICIAL: Disciplined = member(MemberGrade::Official);
const ORGANISATION: Disciplined = Disciplined::Organisation(OrganisationId(Uuid::nil()));

#[rstest]
#[case(OFFICIAL, DisciplineForm::Reprimand, None)]
#[case(OFFICIAL, DisciplineForm::Warning, None)]
#[case(OFFICIAL, DisciplineForm::Dismissal, Some("discipline-refused-heavier"))]
#[case(OFFICIAL, DisciplineForm::Expulsion, Some("discipline-refused-heavier"))]
#[case(ORGANISATION, DisciplineForm::Reprimand, Some("discipline-refused-members-only"))]
fn statement_25_a_cell_decides_reprimand_and_warning_and_proposes_what_is_heavier(
    #[case] of: Disciplined,
    #[case] form: DisciplineForm,
    #[case] refused: Option<&str>,
) {
    let checked = of.check_cell_decides(form, &rules());
    assert_eq!(checked.as_ref().err().map(Refusal::code), refused);
    if let Err(error) = checked {
        let citation = error.citation().unwrap();
        assert_eq!((citation.document.as_str(), citation.article.as_str()), ("296-QĐ/TW", "Điều 10.1.1"));
    }
}

#[rstest]
#[case(OFFICIAL, DisciplineForm::Expulsion, None)]
#[case(OFFICIAL, DisciplineForm::Dissolution, Some("discipline-refused-not-for-members"))]
#[case(member(MemberGrade::Probationary), DisciplineForm::Warning, None)]
#[case(
    member(MemberGrade::Probationary),
    DisciplineForm::Dismissal,
    Some("discipline-refused-not-for-probationary")
)]
#[case(ORGANISATION, DisciplineForm::Dissolution, None)]
#[case(ORGANISATION, DisciplineForm::Expulsion, Some("discipline-refused-not-for-organisations"))]
fn forms_belong_to_who_is_disciplined(
    #[case] of: Disciplined,
    #[case] form: DisciplineForm,
    #[case] refused: Option<&str>,
) {
    assert_eq!(of.check_form(form, &rules()).err().map(|error| error.code()), refused);
}

fn decision(on: Date) -> Decision {
    Decision { number: "03-QĐ/CB".to_owned(), on, by: "Chi bộ".to_owned() }
}

#[rstest]
#[case(Decider::Cell, date(2026, 11, 9), date(2026, 11, 5))]
#[case(Decider::Superior, date(2026, 11, 5), date(2026, 11, 5))]
fn statement_25_a_cells_decision_holds_from_the_announcement_of_the_vote(
    #[case] decider: Decider,
    #[case] decided_on: Date,
    #[case] holds_from: Date,
) {
    // The cell's paper is written days after the vote was announced.
    let decided = Decided::new(decider, decision(decided_on), DAY, None, &rules()).unwrap();
    assert_eq!(decided.holds_from, holds_from);
}

fn measure() -> Discipline {
    let decided = Decided::new(Decider::Cell, decision(DAY), DAY, None, &rules()).unwrap();
    Discipline {
        id: DisciplineId(Uuid::nil()),
        of: OFFICIAL,
        place: OrganisationId(Uuid::nil()),
        form: DisciplineForm::Reprimand,
        reason: "Bỏ sinh hoạt".to_owned(),
        proposed_on: None,
        decided: Some(decided),
        received_on: None,
        ended: None,
    }
}

#[test]
fn it_holds_from_its_day_until_its_term_or_its_end() {
    let one = measure();
    assert!(!one.holds_on(date(2026, 11, 4)) && one.holds_on(DAY) && !one.is_proposal());
    let decided = |until| Decided { until_on: until, ..one.decided.clone().unwrap() };
    let for_a_year = Discipline { decided: Some(decided(Some(date(2027, 11, 4)))), ..one.clone() };
    assert!(for_a_year.holds_on(date(2027, 11, 4)) && !for_a_year.holds_on(date(2027, 11, 5)));
    let end = Ended { on: date(2027, 5, 1), basis: "QĐ 7".to_owned() };
    assert_eq!(one.check_end(&end), Ok(()));
    let ended = Discipline { ended: Some(end.clone()), ..one.clone() };
    assert!(ended.holds_on(date(2027, 4, 30)) && !ended.holds_on(date(2027, 5, 1)));
    assert_eq!(ended.check_end(&end), Ok(()), "the same again");
    let other = Ended { on: date(2027, 6, 1), basis: String::new() };
    assert_eq!(ended.check_end(&other), Err(DisciplineError::EndedAlready { on: end.on }));
    let first = Ended { on: date(2026, 11, 4), basis: String::new() };
    assert_eq!(one.check_end(&first), Err(DisciplineError::EndsFirst { on: DAY }));
    let short = Decided::new(Decider::Cell, decision(DAY), DAY, Some(date(2026, 11, 4)), &rules());
    assert_eq!(short, Err(DisciplineError::EndsFirst { on: DAY }));
}

#[rstest]
#[case(None, None)]
#[case(Some(date(2026, 11, 10)), Some(date(2026, 12, 10)))]
fn an_appeal_is_made_within_thirty_days_of_receiving_it(
    #[case] received_on: Option<Date>,
    #[case] until: Option<Date>,
) {
    let one = Discipline { received_on, ..measure() };
    assert_eq!(one.appeal_until(&rules()).map(|until| until.value), until);
    assert_eq!(one.check_reception(date(2026, 11, 4)), Err(DisciplineError::ReceivedFirst { on: DAY }));
    assert_eq!(one.check_reception(DAY), Ok(()));
}

#[test]
fn statement_25_a_proposal_holds_nothing_until_it_is_decided_from_above() {
    let proposed =
        Discipline { form: DisciplineForm::Expulsion, proposed_on: Some(DAY), decided: None, ..measure() };
    assert!(proposed.is_proposal() && !proposed.holds_on(date(2030, 1, 1)));
    assert_eq!(proposed.appeal_until(&rules()), None);
    assert_eq!(proposed.check_reception(DAY), Err(DisciplineError::NotDecided));
    let from = |on| Decided::new(Decider::Superior, decision(on), on, None, &rules()).unwrap();
    let (early, later) = (from(date(2026, 11, 4)), from(date(2026, 11, 20)));
    let first = proposed.check_decision(DisciplineForm::Expulsion, &early, &rules());
    assert_eq!(first, Err(DisciplineError::DecidedFirst { on: DAY }));
    assert_eq!(proposed.check_decision(DisciplineForm::Warning, &later, &rules()), Ok(()), "a lighter form");
    let dissolved = proposed.check_decision(DisciplineForm::Dissolution, &later, &rules());
    assert!(matches!(dissolved, Err(DisciplineError::NotForMembers { .. })));
    let decided = Discipline { decided: Some(later.clone()), ..proposed };
    assert_eq!(decided.check_decision(DisciplineForm::Expulsion, &later, &rules()), Ok(()), "the same again");
    let again = decided.check_decision(DisciplineForm::Warning, &later, &rules());
    assert_eq!(again, Err(DisciplineError::DecidedAlready { on: date(2026, 11, 20) }));
}
