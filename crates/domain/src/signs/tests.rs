//! Signs on the boundaries of their rules.

use jiff::civil::{Date, date};
use rstest::rstest;
use uuid::Uuid;

use super::*;
use crate::{
    members::{MemberGrade, StandingState},
    rules::{Rules, tests::national},
    time::{PartialDate, Precision},
};

const TODAY: Date = date(2026, 11, 5);
const CELL: OrganisationId = OrganisationId(Uuid::from_u128(1));

fn rules() -> Rules {
    national().on(TODAY)
}

fn people(from: u128, count: usize) -> Vec<MemberId> {
    (from..).take(count).map(|n| MemberId(Uuid::from_u128(n))).collect()
}

/// A cell with a committee where one is expected, a secretary and a deputy in it.
fn cell(official: u32, probationary: u32) -> CellFacts {
    let committee = if official < 9 { Vec::new() } else { people(1, 3) };
    CellFacts {
        cell: CELL,
        official,
        probationary,
        secretaries: people(1, 1),
        deputies: people(2, 1),
        committee,
    }
}

fn kinds(signs: &[Sign]) -> Vec<SignKind> {
    signs.iter().map(|sign| sign.kind).collect()
}

fn said_of(facts: &MemberFacts, today: Date) -> Vec<Sign> {
    Measure::of(&rules(), today).signs(facts)
}

fn member() -> MemberFacts {
    MemberFacts {
        cell: CELL,
        member: MemberId(Uuid::from_u128(1)),
        grade: MemberGrade::Official,
        state: StandingState::Active,
        since: date(2025, 1, 1),
        until: None,
        study: false,
        ceremony_on: None,
        admitted_on: None,
        badges: Vec::new(),
        absent: Vec::new(),
        unpaid: Vec::new(),
    }
}

#[rstest]
#[case(2, 5, &[SignKind::TooFewOfficial])]
#[case(3, 5, &[])]
#[case(20, 9, &[])]
#[case(20, 10, &[SignKind::ConsiderCommittee])]
fn statement_26_too_few_and_many_members(
    #[case] official: u32,
    #[case] probationary: u32,
    #[case] expected: &[SignKind],
) {
    assert_eq!(kinds(&of_cell(&cell(official, probationary), &rules())), expected);
}

#[test]
fn statement_26_too_few_blocks_and_many_is_only_to_be_considered() {
    let few = of_cell(&cell(2, 0), &rules()).remove(0);
    assert_eq!((few.weight, few.kind.statement()), (Weight::Blocking, 26));
    assert_eq!(few.citation.map(|by| by.document), Some("Điều lệ Đảng".to_owned()));
    assert_eq!(of_cell(&cell(30, 0), &rules())[0].weight, Weight::Consider);
}

#[rstest]
#[case(8, 0, &[])]
#[case(8, 3, &[SignKind::CommitteeNotExpected])]
#[case(9, 0, &[SignKind::CommitteeExpected])]
#[case(9, 7, &[])]
#[case(9, 8, &[SignKind::CommitteeTooLarge])]
fn statement_27_a_committee_from_nine_official_members_of_at_most_seven(
    #[case] official: u32,
    #[case] seats: usize,
    #[case] expected: &[SignKind],
) {
    let facts = CellFacts { committee: people(1, seats), ..cell(official, 0) };
    assert_eq!(kinds(&of_cell(&facts, &rules())), expected);
}

#[rstest]
#[case(people(1, 0), people(2, 1), &[SignKind::NoSecretary])]
#[case(people(1, 1), people(2, 0), &[])]
#[case(people(1, 2), people(3, 1), &[SignKind::TooManySecretaries])]
#[case(people(1, 1), people(2, 2), &[SignKind::TooManyDeputies])]
#[case(people(7, 1), people(2, 1), &[SignKind::OutsideCommittee])]
#[case(people(7, 1), people(8, 1), &[SignKind::OutsideCommittee, SignKind::OutsideCommittee])]
fn statement_27_one_secretary_one_deputy_both_in_the_committee(
    #[case] secretaries: Vec<MemberId>,
    #[case] deputies: Vec<MemberId>,
    #[case] expected: &[SignKind],
) {
    let facts = CellFacts { secretaries, deputies, ..cell(12, 0) };
    let signs = of_cell(&facts, &rules());
    assert_eq!(kinds(&signs), expected);
    assert!(signs.iter().all(|sign| sign.kind.statement() == 27));
}

#[rstest]
#[case(date(2030, 5, 4), None)]
#[case(date(2030, 5, 5), Some(Weight::Due))]
#[case(date(2031, 5, 5), Some(Weight::Due))]
#[case(date(2031, 5, 6), Some(Weight::Late))]
fn statement_29_a_congress_within_six_months_of_the_end_of_the_term(
    #[case] today: Date,
    #[case] weight: Option<Weight>,
) {
    let sign = of_term(TermFacts { cell: CELL, began_on: date(2025, 11, 5) }, &rules(), today);
    assert_eq!(sign.as_ref().map(|sign| sign.weight), weight);
    assert!(sign.is_none_or(|sign| sign.due == Some(date(2030, 11, 5))));
}

#[test]
fn statement_29_a_term_of_two_and_a_half_years_before_the_pilot() {
    let facts = TermFacts { cell: CELL, began_on: date(2022, 1, 10) };
    let sign = of_term(facts, &national().on(date(2024, 6, 1)), date(2024, 6, 1));
    assert_eq!(sign.and_then(|sign| sign.due), Some(date(2024, 7, 10)));
}

/// Decided on Wednesday 14 January 2026: Tet takes a week out of the thirty working days.
#[rstest]
#[case(date(2026, 1, 14), None, date(2026, 3, 4))]
#[case(date(2026, 1, 14), Some(date(2026, 1, 21)), date(2026, 3, 11))]
#[case(date(2026, 8, 3), Some(date(2026, 8, 10)), date(2026, 9, 16))]
fn statement_32_the_ceremony_within_thirty_working_days(
    #[case] decided_on: Date,
    #[case] received_on: Option<Date>,
    #[case] due: Date,
) {
    let facts = AdmissionFacts { cell: CELL, candidate: CandidateId(Uuid::nil()), decided_on, received_on };
    let rules = national().on(decided_on);
    let sign = of_admission(facts, &rules, due);
    assert_eq!((sign.due, sign.weight), (Some(due), Weight::Due));
    assert_eq!(of_admission(facts, &rules, due.tomorrow().unwrap()).weight, Weight::Late);
}

/// The probation ends on Sunday 15 February 2026, before Tet.
#[rstest]
#[case(date(2025, 11, 16), None)]
#[case(date(2025, 11, 17), Some(Weight::Due))]
#[case(date(2026, 4, 3), Some(Weight::Due))]
#[case(date(2026, 4, 4), Some(Weight::Late))]
fn statement_32_recognition_within_thirty_working_days_of_the_twelfth_month(
    #[case] today: Date,
    #[case] weight: Option<Weight>,
) {
    let facts =
        MemberFacts { grade: MemberGrade::Probationary, ceremony_on: Some(date(2025, 2, 15)), ..member() };
    let signs = said_of(&facts, today);
    assert_eq!(signs.first().map(|sign| sign.weight), weight);
    assert!(signs.iter().all(|sign| sign.due == Some(date(2026, 4, 3))));
    assert_eq!(said_of(&MemberFacts { grade: MemberGrade::Official, ..facts }, today), []);
}

const fn known(year: i16, month: i8, day: i8, precision: Precision) -> PartialDate {
    PartialDate { date: date(year, month, day), precision }
}

/// The next day of badges after 5 November 2026 is 7 November, the one before was 2 September.
#[rstest]
#[case(known(1996, 12, 7, Precision::Day), None)]
#[case(known(1996, 11, 8, Precision::Day), None)]
#[case(known(1996, 11, 7, Precision::Day), Some(30))]
#[case(known(1996, 9, 3, Precision::Day), Some(30))]
#[case(known(1996, 9, 2, Precision::Day), None)]
#[case(known(1996, 10, 1, Precision::Month), Some(30))]
#[case(known(1996, 11, 1, Precision::Month), None)]
#[case(known(1996, 1, 1, Precision::Year), None)]
#[case(known(1986, 11, 7, Precision::Day), Some(40))]
#[case(known(1991, 11, 7, Precision::Day), None)]
#[case(known(1936, 11, 7, Precision::Day), Some(90))]
fn statement_34_badges_by_full_years_on_the_next_day_of_badges(
    #[case] admitted_on: PartialDate,
    #[case] years: Option<u32>,
) {
    let signs = said_of(&MemberFacts { admitted_on: Some(admitted_on), ..member() }, TODAY);
    assert_eq!(badge_at(admitted_on, date(2026, 11, 7), &rules()).map(|badge| badge.value), years);
    let due: Vec<_> = signs.iter().map(|sign| (sign.kind, sign.due)).collect();
    let expected = years.map(|_| (SignKind::BadgeDue, Some(date(2026, 11, 7))));
    assert_eq!(due, expected.into_iter().collect::<Vec<_>>());
}

#[test]
fn statement_34_a_badge_that_was_awarded_is_no_sign() {
    let admitted_on = Some(known(1986, 11, 7, Precision::Day));
    let with = |badges: &[u32]| MemberFacts { admitted_on, badges: badges.to_vec(), ..member() };
    assert_eq!(kinds(&said_of(&with(&[30]), TODAY)), [SignKind::BadgeDue]);
    assert_eq!(said_of(&with(&[30, 40]), TODAY), []);
}

#[test]
fn statement_34_a_year_known_alone_counts_from_its_end() {
    let year = known(1996, 1, 1, Precision::Year);
    let next = badge_at(year, date(2027, 2, 3), &rules());
    assert_eq!(next.map(|badge| badge.value), Some(30));
}

#[rstest]
#[case(30, date(2025, 5, 19))]
#[case(65, date(2060, 5, 19))]
#[case(70, date(2064, 5, 19))]
fn statement_34_early_for_serious_illness(#[case] years: u32, #[case] earliest: Date) {
    let admitted_on = PartialDate::day(date(1996, 5, 19));
    assert_eq!(earliest_for_illness(admitted_on, years, &rules()).value, earliest);
}

#[rstest]
#[case(None, false, date(2025, 12, 31), false)]
#[case(None, false, date(2026, 1, 1), true)]
#[case(None, true, date(2027, 1, 1), false)]
#[case(None, true, date(2027, 1, 2), true)]
#[case(Some(date(2025, 6, 1)), true, date(2025, 6, 1), false)]
#[case(Some(date(2025, 6, 1)), true, date(2025, 6, 2), true)]
fn statement_35_away_longer_than_agreed_or_allowed(
    #[case] until: Option<Date>,
    #[case] study: bool,
    #[case] today: Date,
    #[case] over: bool,
) {
    let facts = MemberFacts { state: StandingState::Away, until, study, ..member() };
    let signs = said_of(&facts, today);
    assert_eq!(kinds(&signs), if over { vec![SignKind::TemporaryOver] } else { Vec::new() });
}

#[rstest]
#[case(Some(TODAY), false)]
#[case(Some(date(2026, 11, 4)), true)]
#[case(None, false)]
fn an_exemption_is_over_after_its_last_day(#[case] until: Option<Date>, #[case] over: bool) {
    let facts = MemberFacts { state: StandingState::Exempt, until, ..member() };
    assert_eq!(said_of(&facts, TODAY).len(), usize::from(over));
    let active = MemberFacts { state: StandingState::Active, ..facts };
    assert_eq!(said_of(&active, TODAY), []);
}

#[rstest]
#[case(&["2026-01", "2026-02"], &[], None)]
#[case(&["2026-01", "2026-02", "2026-10"], &[], Some("signs-removal-absent"))]
#[case(&["2026-01", "2026-02", "2026-02"], &[], None)]
#[case(&["2025-11", "2025-12", "2026-01"], &[], None)]
#[case(&["2026-01", "2026-02"], &["2026-03"], None)]
#[case(&[], &["2026-03", "2026-04", "2026-05"], Some("signs-removal-unpaid"))]
#[case(&["2026-01", "2026-02", "2026-03"], &["2026-03", "2026-04", "2026-05"], Some("signs-removal-absent-and-unpaid"))]
fn statement_36_three_months_of_one_year_are_to_be_considered_by_people(
    #[case] absent: &[&str],
    #[case] unpaid: &[&str],
    #[case] key: Option<&str>,
) {
    let months = |list: &[&str]| list.iter().map(|month| month.parse().unwrap()).collect();
    let facts = MemberFacts { absent: months(absent), unpaid: months(unpaid), ..member() };
    let signs = said_of(&facts, TODAY);
    assert_eq!(signs.first().map(|sign| sign.sentence.key), key);
    assert!(signs.iter().all(|sign| sign.weight == Weight::Consider && sign.kind.statement() == 36));
    assert!(!rules().removal_is_automatic().value);
}

/// Two months warn, three are for the cell to consider; one month, or months of last year, are nothing yet.
#[rstest]
#[case(&["2026-03"], None)]
#[case(&["2025-11", "2025-12", "2026-01"], None)]
#[case(&["2026-03", "2026-03"], None)]
#[case(&["2026-03", "2026-08"], Some(SignKind::DuesBehind))]
#[case(&["2026-03", "2026-04", "2026-08"], Some(SignKind::RemovalToConsider))]
fn statement_36_two_unpaid_months_warn(#[case] unpaid: &[&str], #[case] said: Option<SignKind>) {
    let unpaid = unpaid.iter().map(|month| month.parse().unwrap()).collect();
    let signs = said_of(&MemberFacts { unpaid, ..member() }, TODAY);
    assert_eq!(kinds(&signs), Vec::from_iter(said));
}
