//! Statements 22, 30, 31 and 32 on their boundaries.

use rstest::rstest;

use super::*;
use crate::{
    problems::Refusal,
    signs::{SignKind, Weight, of_candidate},
};

/// Issued on 5 November 2021: sixty months later is the very day.
#[rstest]
#[case(date(2026, 11, 4), true)]
#[case(date(2026, 11, 5), true)]
#[case(date(2026, 11, 6), false)]
fn statement_30_a_certificate_older_than_sixty_months_blocks_the_vote(#[case] on: Date, #[case] good: bool) {
    let file = with(ready(), Fact::on(Step::Certificate, date(2021, 11, 5)));
    let against = obstacles(&file, on, &rules());
    assert_eq!(kinds(&against), if good { vec![] } else { vec![ObstacleKind::CertificateOld] });
    let voted = record(&file, &vote(on, 20), ALL_TWENTY, date(2026, 12, 1), &rules());
    assert_eq!(voted.is_ok(), good);
    if let Err(refused) = voted {
        assert_eq!(refused.code(), "recruiting-certificate-old");
        assert_eq!(refused.citation().unwrap().to_string(), "06-HD/TW, 5.4");
    }
}

#[test]
fn statement_30_a_month_that_is_shorter_ends_on_its_last_day() {
    let ends = certificate_ends(date(2021, 8, 31), &rules()).value;
    assert_eq!(ends, date(2026, 8, 31));
    assert_eq!(certificate_ends(date(2024, 2, 29), &rules()).value, date(2029, 2, 28));
}

#[test]
fn statement_30_a_vote_taken_while_the_certificate_was_good_stands() {
    let file = with(ready(), Fact::on(Step::Certificate, date(2021, 11, 5)));
    let file = with(file, vote(date(2026, 11, 5), 20));
    let way = way(&file, date(2027, 6, 1), &rules());
    assert!(way.iter().all(|stride| stride.state != StepState::Blocked && stride.obstacles.is_empty()));
    assert!(of_candidate(&file, &rules(), date(2027, 6, 1)).is_empty());
}

#[rstest]
#[case(date(2026, 11, 5), None)]
#[case(date(2026, 11, 6), Some((SignKind::CertificateOld, Weight::Blocking)))]
#[case(date(2026, 8, 7), None)]
fn statement_30_a_sign_tells_of_it(#[case] today: Date, #[case] sign: Option<(SignKind, Weight)>) {
    let file = with(ready(), Fact::on(Step::Certificate, date(2021, 11, 5)));
    let found = of_candidate(&file, &rules(), today);
    let old = found.iter().find(|one| one.kind == SignKind::CertificateOld);
    assert_eq!(old.map(|one| (one.kind, one.weight)), sign);
    let ends = found.iter().any(|one| one.kind == SignKind::CertificateEnds);
    assert_eq!(ends, today <= date(2026, 11, 5) && today >= date(2026, 8, 7), "ninety days before");
    assert!(found.iter().all(|one| one.candidate == Some(file.candidate.id)));
}

/// The vote is taken on 5 November 2026.
#[rstest]
#[case(date(2025, 11, 5), true)]
#[case(date(2025, 11, 6), false)]
#[case(date(2024, 1, 1), true)]
fn statement_31_an_introducer_is_together_with_the_candidate_for_twelve_months(
    #[case] together_from: Date,
    #[case] long_enough: bool,
) {
    let introducers = vec![introducer(1, date(2020, 1, 1)), introducer(2, together_from)];
    let file = File { introducers, ..ready() };
    let against = obstacles(&file, TODAY, &rules());
    let short = against.iter().find(|one| one.kind == ObstacleKind::IntroducerShort);
    assert_eq!((against.is_empty(), short.is_none()), (long_enough, long_enough));
    assert!(short.is_none_or(|one| one.member == Some(member(2)) && one.citation.document == "208-QĐ/TW"));
    assert_eq!(record(&file, &vote(TODAY, 20), ALL_TWENTY, TODAY, &rules()).is_ok(), long_enough);
}

#[rstest]
#[case(Fitness::Official, true)]
#[case(Fitness::NotOfficial, false)]
#[case(Fitness::Elsewhere, false)]
fn statement_31_an_introducer_is_official_and_of_the_same_base_organisation(
    #[case] fitness: Fitness,
    #[case] fit: bool,
) {
    let mut file = ready();
    file.introducers[1].fitness = fitness;
    assert_eq!(obstacles(&file, TODAY, &rules()).is_empty(), fit);
    let signs = of_candidate(&file, &rules(), TODAY);
    assert_eq!(signs.iter().any(|sign| sign.kind == SignKind::IntroducerUnfit), !fit);
    assert!(signs.iter().all(|sign| sign.kind.statement() == 31 && sign.weight == Weight::Blocking));
    let fresh = Introducer { fitness, ..introducer(3, date(2024, 1, 1)) };
    assert_eq!(check_new_introducer(&ready(), &fresh, TODAY, &rules()).is_ok(), fit);
}

/// Two introduce; one is enough for a member of the youth union whom the union introduces as well.
#[rstest]
#[case(false, false, 2, true)]
#[case(false, false, 1, false)]
#[case(true, true, 1, true)]
#[case(true, true, 0, false)]
#[case(true, false, 1, false)]
fn statement_31_how_many_introduce(
    #[case] youth_union: bool,
    #[case] union_resolved: bool,
    #[case] count: usize,
    #[case] enough: bool,
) {
    let mut file = ready();
    file.candidate.person.youth_union = youth_union;
    file.introducers.truncate(count);
    if union_resolved {
        file.facts.push(Fact::on(Step::YouthUnion, date(2026, 9, 3)));
    }
    let few = obstacles(&file, TODAY, &rules());
    assert_eq!(!few.iter().any(|one| one.step == Step::Introductions), enough);
    assert_eq!(few.iter().any(|one| one.step == Step::YouthUnion), youth_union && !union_resolved);
}

/// Counted by month: the whole month in which the years are completed is in range.
#[rstest]
#[case(date(2008, 11, 30), date(2026, 10, 31), Some(ObstacleKind::TooYoung))]
#[case(date(2008, 11, 30), date(2026, 11, 5), None)]
#[case(date(1966, 11, 1), date(2026, 11, 5), None)]
#[case(date(1966, 10, 31), date(2026, 11, 5), Some(ObstacleKind::TooOld))]
#[case(date(1966, 10, 31), date(2026, 10, 31), None)]
fn statement_31_the_age_on_the_day_of_the_vote_counts_by_month(
    #[case] born_on: Date,
    #[case] on: Date,
    #[case] expected: Option<ObstacleKind>,
) {
    let mut file = ready();
    file.candidate.person.born_on = born_on;
    let against = obstacles(&file, on, &rules());
    assert_eq!(kinds(&against), expected.into_iter().collect::<Vec<_>>());
    assert!(against.iter().all(|one| one.citation.document == "208-QĐ/TW"));
    assert_eq!(record(&file, &vote(on, 20), ALL_TWENTY, TODAY, &rules()).is_ok(), expected.is_none());
}

#[test]
fn statement_31_above_the_age_the_province_consents() {
    let mut file = ready();
    file.candidate.person.born_on = date(1960, 1, 1);
    let consent = |on| Fact { number: "77-CV/TU".to_owned(), ..Fact::on(Step::Consent, on) };
    assert_eq!(kinds(&obstacles(&file, TODAY, &rules())), [ObstacleKind::TooOld]);
    let late = with(file.clone(), consent(date(2026, 11, 6)));
    assert_eq!(kinds(&obstacles(&late, TODAY, &rules())), [ObstacleKind::TooOld], "the day after the vote");
    assert!(obstacles(&with(file, consent(TODAY)), TODAY, &rules()).is_empty());
    assert_eq!(ObstacleKind::TooOld.statement(), Some(31));
    assert_eq!(ObstacleKind::CertificateOld.statement(), Some(30));
}

#[rstest]
#[case(13, false)]
#[case(14, true)]
#[case(20, true)]
fn statement_22_thirteen_of_twenty_is_not_two_thirds(#[case] in_favour: u32, #[case] carried: bool) {
    let voted = record(&ready(), &vote(TODAY, in_favour), ALL_TWENTY, TODAY, &rules());
    assert_eq!(voted.is_ok(), carried);
    if let Err(refused) = voted {
        assert_eq!(refused.code(), "recruiting-refused-not-carried");
        assert_eq!(refused.citation().unwrap().to_string(), "06-HD/TW, 3.6");
    }
}

#[rstest]
#[case(17, false)]
#[case(18, true)]
#[case(20, true)]
#[case(21, false)]
fn statement_20_the_vote_is_counted_among_those_who_must_be_counted(
    #[case] counted: u32,
    #[case] right: bool,
) {
    let fact = Fact { tally: Some(Tally { counted, in_favour: counted }), ..Fact::on(Step::Vote, TODAY) };
    let voted = record(&ready(), &fact, ALL_TWENTY, TODAY, &rules());
    assert_eq!(voted.is_ok(), right);
    assert!(voted.is_ok() || voted.unwrap_err().code() == "recruiting-refused-miscounted");
}

/// Decided on Wednesday 14 January 2026, received a week later: 294-QĐ/TW counts from the reception, 208-QĐ/TW from the decision.
#[rstest]
#[case(date(2026, 1, 14), Some(date(2026, 1, 21)), date(2026, 3, 11))]
#[case(date(2026, 1, 14), None, date(2026, 3, 4))]
#[case(date(2026, 8, 3), Some(date(2026, 8, 10)), date(2026, 9, 16))]
fn statement_32_the_ceremony_counts_by_the_rule_of_the_day_of_the_decision(
    #[case] decided_on: Date,
    #[case] received_on: Option<Date>,
    #[case] due: Date,
) {
    assert_eq!(ceremony_due(decided_on, received_on, &rules()).value, due);
    let file = with(ready(), vote(decided_on, 20));
    let decision =
        Fact { received_on, number: "12-QĐ/ĐU".to_owned(), ..Fact::on(Step::Decision, decided_on) };
    let file = with(file, decision);
    let on = |today: Date| {
        let signs = of_candidate(&file, &rules(), today);
        assert_eq!(signs.len(), 1);
        (signs[0].kind, signs[0].due, signs[0].weight)
    };
    assert_eq!(on(due), (SignKind::CeremonyDue, Some(due), Weight::Due));
    assert_eq!(on(due.tomorrow().unwrap()), (SignKind::CeremonyDue, Some(due), Weight::Late));
}
