//! Classes on the boundaries of their rules.

use jiff::civil::date;
use rstest::rstest;
use uuid::Uuid;

use super::*;
use crate::rules::tests::national;

const TODAY: Date = date(2026, 11, 5);

fn class(kind: ClassKind) -> Class {
    Class {
        id: ClassId(Uuid::from_u128(1)),
        organisation: OrganisationId(Uuid::from_u128(2)),
        kind,
        title: " Bồi dưỡng  nhận thức về Đảng ".to_owned(),
        place: String::new(),
        from_on: date(2026, 10, 5),
        to_on: date(2026, 10, 9),
    }
}

#[test]
fn a_class_has_a_name_and_ends_after_it_begins() {
    let good = class(ClassKind::Candidates).checked().unwrap();
    assert_eq!(good.title, "Bồi dưỡng nhận thức về Đảng");
    let day = Class { to_on: good.from_on, ..good.clone() };
    assert!(day.checked().is_ok(), "of one day");
    let wrong = Class { title: " ".to_owned(), to_on: date(2026, 10, 4), ..good };
    let fields: Vec<_> = wrong.checked().unwrap_err().0.iter().map(|one| one.field).collect();
    assert_eq!(fields, ["title", "to_on"]);
}

#[rstest]
#[case(date(2026, 10, 4), false)]
#[case(date(2026, 10, 5), true)]
#[case(date(2026, 10, 9), true)]
#[case(date(2026, 10, 10), false)]
fn a_session_is_held_within_the_days_of_its_class(#[case] on: Date, #[case] good: bool) {
    let session = class(ClassKind::Theory).session(ClassSessionId(Uuid::nil()), on, "Điều lệ Đảng");
    assert_eq!(session.is_ok(), good);
}

#[rstest]
#[case(ClassKind::Candidates, Who::Candidate("Lê Thị Bưởi".to_owned()), None)]
#[case(ClassKind::Candidates, Who::Candidate(" ".to_owned()), Some(LearningError::Nameless))]
#[case(ClassKind::Candidates, Who::Member(MemberId(Uuid::nil())), Some(LearningError::ForCandidates))]
#[case(ClassKind::Secretaries, Who::Member(MemberId(Uuid::nil())), None)]
#[case(ClassKind::Theory, Who::Candidate("Lê Thị Bưởi".to_owned()), Some(LearningError::ForMembers))]
fn candidates_learn_by_name_and_members_as_members(
    #[case] kind: ClassKind,
    #[case] who: Who,
    #[case] refused: Option<LearningError>,
) {
    assert_eq!(class(kind).learner(LearnerId(Uuid::nil()), who, None).err(), refused);
}

#[rstest]
#[case("12", date(2026, 10, 9), &[])]
#[case("", date(2026, 10, 9), &["number"])]
#[case("12", date(2026, 10, 4), &["on"])]
#[case("12", date(2026, 11, 6), &["on"])]
fn a_certificate_has_a_number_and_a_day_that_has_come(
    #[case] number: &str,
    #[case] on: Date,
    #[case] wrong: &[&str],
) {
    let given = class(ClassKind::Theory).certificate(number, on, TODAY);
    let fields: Vec<_> = given.err().map(|problems| problems.0).unwrap_or_default();
    assert_eq!(fields.iter().map(|one| one.field).collect::<Vec<_>>(), wrong);
}

#[test]
fn statement_30_a_candidates_certificate_is_valid_for_sixty_months_and_no_other_has_a_term() {
    let certificate = Certificate { number: "12".to_owned(), on: date(2026, 10, 9) };
    let rules = national().on(certificate.on);
    let until = class(ClassKind::Candidates).valid_until(&certificate, &rules).unwrap();
    assert_eq!((until.value, until.citation.document.as_str()), (date(2031, 10, 9), "06-HD/TW"));
    assert_eq!(class(ClassKind::Theory).valid_until(&certificate, &rules), None);
}
