//! Certificates read from classes.

use rstest::rstest;
use uuid::Uuid;

use super::*;
use crate::{
    ids::{ClassId, LearnerId},
    recruiting::probation::{ProbationFile, ProbationStep, undo as undo_probation},
};

fn given(n: u128, on: Date) -> ClassCertificate {
    ClassCertificate {
        learner: LearnerId(Uuid::from_u128(n)),
        class: ClassId(Uuid::from_u128(50)),
        name: "Đinh Thị Ưu Tú".to_owned(),
        number: format!("{n}/GCN"),
        on,
        by: "Đảng bộ phường An Bình".to_owned(),
    }
}

#[rstest]
#[case(date(2021, 11, 5), &[])]
#[case(date(2021, 11, 4), &[ObstacleKind::CertificateOld])]
fn statement_30_a_certificate_of_a_class_grows_too_old_as_any_other(
    #[case] on: Date,
    #[case] expected: &[ObstacleKind],
) {
    let file = without(ready(), Step::Certificate);
    assert_eq!(kinds(&obstacles(&file, TODAY, &rules())), [ObstacleKind::Missing]);
    let file = file.with_certificate(&[given(1, on), given(2, date(2020, 1, 1))]);
    let fact = file.fact(Step::Certificate).unwrap();
    assert_eq!((fact.on, fact.number.as_str(), fact.learner.is_some()), (on, "1/GCN", true));
    assert_eq!(kinds(&obstacles(&file, TODAY, &rules())), expected);
}

#[test]
fn what_was_entered_by_hand_stands() {
    let file = ready().with_certificate(&[given(1, TODAY)]);
    assert_eq!(file.fact(Step::Certificate).unwrap().on, date(2025, 12, 1));
    let member = member(1);
    let begun = ProbationFile {
        member,
        ceremony_on: date(2025, 11, 5),
        official_on: None,
        facts: Vec::new(),
        votes: Vec::new(),
    };
    let file = begun.with_certificate(&[given(1, TODAY)]);
    assert_eq!(file.fact(ProbationStep::Class).unwrap().number, "1/GCN");
    assert!(undo_probation(&file, ProbationStep::Class).is_err(), "it is corrected in its class");
}
