//! The words of a member's life and of the signs.

use std::collections::BTreeSet;

use jiff::civil::{Date, date};
use nennep_domain::{
    decisions::Decision,
    ids::{CandidateId, LoanId, MemberId, OrganisationId, TransferId},
    members::{MemberGrade, Sex, StandingState, life, loan::Loan},
    problems::{Citation, Refusal},
    recruiting, rules, signs,
    time::{Month, PartialDate},
};
use uuid::Uuid;

use super::{brings, locale};

#[test]
fn refusals_in_a_members_life_bring_the_values_their_words_name() {
    use life::{LifeError, TransferError};
    let (vi, on) = (locale("vi"), date(2026, 11, 5));
    let citation = || Citation { document: "208-QĐ/TW".to_owned(), article: String::new() };
    let life = [
        LifeError::LaterChange { on },
        LifeError::ReadmissionEarly { first: on, months: 36, citation: citation() },
        LifeError::DecisionBeforeCeremony { ceremony_on: on },
        LifeError::ProbationNotOver { first: on, months: 12, citation: citation() },
        LifeError::TemporarySpan { least: on, latest: on, citation: citation() },
    ];
    let transfers = [
        TransferError::Underway { introduced_on: on },
        TransferError::BeforeIntroduction { introduced_on: on },
        TransferError::Received { on },
        TransferError::Withdrawn { on },
    ];
    let sentences = life.iter().map(Refusal::sentence).chain(transfers.iter().map(Refusal::sentence));
    for sentence in sentences {
        brings(&vi, &sentence);
    }
}

/// A candidate's file with an application, a certificate of that day and an introducer who is not official.
fn file(issued_on: Date, born_on: Date) -> recruiting::File {
    use recruiting::{Fact, Fitness, Introducer, Person, Schooling, Step};
    let person = Person {
        name: "Đinh Thị Ưu Tú".to_owned(),
        sex: Sex::Female,
        born_on,
        workplace: String::new(),
        residence: String::new(),
        youth_union: false,
        schooling: Schooling::Primary,
        note: String::new(),
    };
    let introducer = |fitness, together_from| Introducer {
        member: MemberId(Uuid::nil()),
        introduced_on: issued_on,
        together_from,
        fitness,
    };
    recruiting::File {
        candidate: recruiting::Candidate {
            id: CandidateId(Uuid::nil()),
            cell: OrganisationId(Uuid::nil()),
            person,
            listed_on: issued_on,
            listed_by: String::new(),
            dropped: None,
            member: None,
        },
        helpers: Vec::new(),
        introducers: vec![
            introducer(Fitness::NotOfficial, issued_on),
            introducer(Fitness::Elsewhere, issued_on),
            introducer(Fitness::Official, date(2026, 10, 1)),
        ],
        votes: Vec::new(),
        facts: vec![Fact::on(Step::Certificate, issued_on), Fact::on(Step::Application, issued_on)],
    }
}

#[test]
fn what_stands_against_a_vote_or_a_step_brings_the_values_its_words_name() {
    use recruiting::{RecordError, Step, probation::ProbationError};
    let (vi, on) = (locale("vi"), date(2026, 11, 5));
    let rules = rules::RuleBook::national().unwrap().on(on);
    for (issued_on, born_on) in [(date(2020, 1, 1), date(1950, 1, 1)), (date(2025, 1, 1), date(2012, 1, 1))] {
        for obstacle in recruiting::obstacles(&file(issued_on, born_on), on, &rules) {
            brings(&vi, &obstacle.sentence);
        }
    }
    let citation = || Citation { document: "06-HD/TW".to_owned(), article: "3.4".to_owned() };
    let refused = [
        RecordError::Dropped { on },
        RecordError::Before { needed: Step::Application, citation: citation() },
        RecordError::EarlierThan { step: Step::Cv, on },
        RecordError::LaterThan { step: Step::Cv, on },
        RecordError::NotCarried { in_favour: 13, counted: 20, needed: 14, citation: citation() },
        RecordError::Miscounted { least: 18, most: 20, citation: citation() },
        RecordError::RestedOn { by: Step::Vote },
        RecordError::OnAgenda { on: Some(on) },
        RecordError::OnAgenda { on: None },
        RecordError::Voted,
        RecordError::FromMeeting,
        RecordError::NoMeeting,
    ];
    let not_over = ProbationError::NotOver { first: on, months: 12, citation: citation() };
    let before = ProbationError::BeforeCeremony { on };
    let none = ProbationError::NoProbation;
    brings(&vi, &ProbationError::FromClass.sentence());
    for refused in [not_over, before, ProbationError::Official { on }, none, ProbationError::OwnDeed] {
        brings(&vi, &refused.sentence());
    }
    for sentence in refused.iter().map(Refusal::sentence) {
        brings(&vi, &sentence);
    }
}

/// Every sign of a cell and of a member with everything amiss, in time or late.
fn all_signs() -> Vec<signs::Sign> {
    let (cell, member) = (OrganisationId(Uuid::nil()), MemberId(Uuid::nil()));
    let (start, late) = (date(2020, 1, 1), date(2026, 11, 5));
    let rules = rules::RuleBook::national().unwrap().on(late);
    let people = |count: usize| vec![member; count];
    let mut all = Vec::new();
    for (official, officers, seats) in [(2, 0, 1), (40, 2, 0), (40, 2, 8)] {
        let (secretaries, deputies) = (people(officers), people(officers));
        let committee = vec![MemberId(Uuid::max()); seats];
        let facts = signs::CellFacts { cell, official, probationary: 0, secretaries, deputies, committee };
        all.extend(signs::of_cell(&facts, &rules));
    }
    let by_sub_cells = nennep_domain::meetings::SubCellFacts { sub_cells: 0, members: 22, time: 4 };
    all.extend(signs::of_sub_cells(cell, by_sub_cells, &rules));
    for today in [date(2024, 12, 1), late] {
        all.extend(signs::of_term(signs::TermFacts { cell, began_on: start }, &rules, today));
    }
    for today in [date(2020, 12, 1), late] {
        let candidate = CandidateId(Uuid::nil());
        let facts = signs::AdmissionFacts { cell, candidate, decided_on: today, received_on: None };
        all.extend([today, date(2030, 1, 1)].map(|day| signs::of_admission(facts, &rules, day)));
        let months: Vec<_> = [1, 2, 3].iter().filter_map(|month| Month::new(today.year(), *month)).collect();
        for (state, absent, unpaid) in [
            (StandingState::Away, months.clone(), months.clone()),
            (StandingState::Exempt, months.clone(), Vec::new()),
            (StandingState::Active, Vec::new(), months.iter().copied().take(2).collect()),
            (StandingState::Active, Vec::new(), months),
        ] {
            let grade = MemberGrade::Probationary;
            let (until, ceremony_on) = (Some(start), Some(start));
            let admitted_on = Some(PartialDate::day(date(1996, 11, 5)));
            let (since, study) = (start, false);
            let facts = signs::MemberFacts {
                cell,
                member,
                grade,
                state,
                since,
                until,
                study,
                ceremony_on,
                admitted_on,
                badges: Vec::new(),
                absent,
                unpaid,
            };
            all.extend(signs::Measure::of(&rules, today).signs(&facts));
        }
    }
    let transfer = life::Transfer {
        id: TransferId(Uuid::nil()),
        member,
        from: cell,
        to: life::Destination::Outside(String::new()),
        decision: Decision { number: "12-QĐ/ĐU".to_owned(), on: start, by: String::new() },
        introduced_on: start,
        received_on: None,
        withdrawn_on: None,
    };
    all.extend(signs::of_transfer(&transfer, &rules, late));
    let loan = Loan {
        id: LoanId(Uuid::nil()),
        member,
        cell,
        borrower: "Văn phòng Đảng ủy".to_owned(),
        reason: String::new(),
        lent_on: start,
        due_on: start,
        returned_on: None,
    };
    all.extend(signs::of_loan(&loan, late));
    let files = [file(date(2020, 1, 1), date(2000, 1, 1)), file(date(2021, 12, 1), date(1950, 1, 1))];
    all.extend(files.iter().flat_map(|file| signs::of_candidate(file, &rules, late)));
    all
}

#[test]
fn signs_of_every_kind_bring_the_values_their_words_name() {
    let (vi, all) = (locale("vi"), all_signs());
    for sign in &all {
        brings(&vi, &sign.sentence);
    }
    for kind in signs::SignKind::ALL {
        assert!(all.iter().any(|sign| sign.kind == *kind), "{kind}");
    }
    let keys = all.iter().map(|sign| sign.sentence.key).filter(|key| key.starts_with("signs-"));
    let said: BTreeSet<_> = keys.collect();
    let named = |key: &&String| {
        key.starts_with("signs-")
            && ["signs-kind-", "signs-weight-", "signs-page-"].iter().all(|other| !key.starts_with(other))
    };
    assert_eq!(said.len(), vi.keys().filter(named).count(), "{said:?}");
}
