//! Coming into the Party, recognised, and out of it.

use jiff::civil::date;
use rstest::rstest;

use super::*;
use crate::problems::Refusal;

#[test]
fn statement_33_recognition_counts_from_the_end_of_the_probation_even_if_papers_are_late() {
    let (over, late) = (date(2027, 7, 30), date(2027, 10, 5));
    let mut life = admitted();
    let early = life.refused(&LifeDeed::Recognise, date(2027, 7, 29));
    assert!(matches!(early, LifeError::ProbationNotOver { first, months: 12, .. } if first == over));
    assert_eq!(early.citation().map(|by| by.document), Some("Điều lệ Đảng".to_owned()));
    for decided in [over, late] {
        let life = admitted().go(&LifeDeed::Recognise, decided);
        assert_eq!(life.on(date(2027, 7, 29)), [(cell(1), PROBATIONARY, ACTIVE)]);
        assert_eq!(life.on(over), [(cell(1), OFFICIAL, ACTIVE)]);
    }
}

#[test]
fn statement_33_late_papers_make_official_whatever_changed_since() {
    let introduced = LifeDeed::Introduce { cell: cell(3) };
    let exempt = LifeDeed::Exempt { until: None, reason: String::new() };
    let life = admitted()
        .go(&introduced, CEREMONY)
        .go(&exempt, date(2027, 8, 10))
        .go(&LifeDeed::Transfer { to: cell(2) }, date(2027, 9, 10))
        .go(&LifeDeed::Recognise, date(2027, 10, 5));
    let contact = |grade| (cell(3), grade, StandingState::Residence);
    let exempt = StandingState::Exempt;
    assert_eq!(life.on(date(2027, 7, 29)), [(cell(1), PROBATIONARY, ACTIVE), contact(PROBATIONARY)]);
    assert_eq!(life.on(date(2027, 7, 30)), [(cell(1), OFFICIAL, ACTIVE), contact(OFFICIAL)]);
    assert_eq!(life.on(date(2027, 8, 10)), [(cell(1), OFFICIAL, exempt), contact(OFFICIAL)]);
    assert_eq!(life.on(date(2027, 9, 10)), [(cell(2), OFFICIAL, exempt), contact(OFFICIAL)]);
    let transferred = life.standings.iter().filter(|one| one.left == Some(Leaving::Transferred));
    assert_eq!(transferred.map(|one| one.grade).collect::<Vec<_>>(), [OFFICIAL]);
}

#[test]
fn statement_33_whoever_was_admitted_elsewhere_brings_the_ceremony_along() {
    let received = LifeDeed::Receive { cell: cell(1), grade: PROBATIONARY, from: String::new() };
    let mut life = Life { ceremony_on: Some(date(2026, 2, 1)), ..Life::default() };
    life.try_decided(&received, CEREMONY, CEREMONY).unwrap();
    let (before, decided) = (date(2026, 1, 31), date(2027, 2, 1));
    let refused = life.clone().try_decided(&LifeDeed::Recognise, decided, before);
    assert!(matches!(refused, Err(LifeError::DecisionBeforeCeremony { .. })));
    assert_eq!(life.go(&LifeDeed::Recognise, decided).on(decided), [(cell(1), OFFICIAL, ACTIVE)]);
}

#[test]
fn recognition_asks_for_a_probationary_member() {
    assert_eq!(Life::default().refused(&LifeDeed::Recognise, CEREMONY), LifeError::NotAdmitted);
    assert_eq!(official().refused(&LifeDeed::Recognise, CEREMONY), LifeError::OfficialAlready);
}

#[test]
fn an_admission_is_decided_before_its_ceremony_and_happens_once() {
    let (admit, day) = (LifeDeed::Admit { cell: cell(1) }, CEREMONY);
    let after = day.tomorrow().unwrap();
    let refused = Life::default().try_decided(&admit, day, after);
    assert_eq!(refused, Err(LifeError::DecisionAfterCeremony));
    assert!(
        Life::default().try_decided(&admit, day, date(2025, 1, 2)).is_ok(),
        "a late ceremony is only a sign"
    );
    assert_eq!(admitted().refused(&admit, after), LifeError::AlreadyBelongs);
    assert_eq!(admitted().go(&LifeDeed::Resign, after).refused(&admit, after), LifeError::MemberBefore);
}

#[rstest]
#[case(LifeDeed::Resign)]
#[case(LifeDeed::Remove)]
#[case(LifeDeed::Expel)]
fn statement_36_readmission_after_three_years_out(#[case] leaving: LifeDeed) {
    let life = official().go(&leaving, date(2027, 1, 31));
    let received = LifeDeed::Receive { cell: cell(2), grade: OFFICIAL, from: String::new() };
    for deed in [LifeDeed::Readmit { cell: cell(2) }, received] {
        let early = life.clone().refused(&deed, date(2030, 1, 30));
        assert!(
            matches!(&early, LifeError::ReadmissionEarly { first, months: 36, .. } if *first == date(2030, 1, 31))
        );
        assert_eq!(early.citation().map(|by| by.document), Some("208-QĐ/TW".to_owned()));
        assert!(life.clone().try_decided(&deed, date(2030, 1, 31), date(2030, 1, 31)).is_ok());
    }
    let again = life.go(&LifeDeed::Readmit { cell: cell(2) }, date(2030, 2, 1));
    let early = again.clone().refused(&LifeDeed::Recognise, date(2031, 1, 31));
    assert!(matches!(early, LifeError::ProbationNotOver { first, .. } if first == date(2031, 2, 1)));
}
