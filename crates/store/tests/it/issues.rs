//! Numbers of papers: no gap, no double, also under many writers.

use jiff::civil::date;
use nennep_domain::ids::IssueId;
use nennep_store::issues::{self, Issue, Term};
use nennep_testkit::Engine;
use rstest::rstest;

use crate::ground::{Ground, ground, november};

async fn issue(ground: &Ground, sign: &str) -> Issue {
    let mut tx = ground.store.read().await.unwrap();
    let term = issues::term_on(&mut tx, ground.cell(), date(2026, 11, 5)).await.unwrap().unwrap();
    Issue {
        id: IssueId(ground.id()),
        organisation: ground.cell(),
        term: term.id,
        sign: sign.to_owned(),
        number: 0,
        meeting: None,
        issued_on: date(2026, 11, 5),
    }
}

#[rstest]
#[tokio::test]
async fn many_writers_leave_no_gap_and_no_double(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let ground = ground(engine).await;
    let mut writers = Vec::new();
    for _ in 0..16 {
        let (store, paper) = (ground.store.clone(), issue(&ground, "NQ").await);
        writers.push(tokio::spawn(async move {
            let mut tx = store.write().await.unwrap();
            let number = issues::number(&mut tx, &paper, None).await.unwrap();
            tx.commit().await.unwrap();
            number
        }));
    }
    let mut numbers = Vec::new();
    for writer in writers {
        numbers.push(writer.await.unwrap());
    }
    numbers.sort_unstable();
    assert_eq!(numbers, (1..=16).collect::<Vec<_>>());
    let mut tx = ground.store.write().await.unwrap();
    let minutes = issue(&ground, "BB").await;
    assert_eq!(issues::number(&mut tx, &minutes, None).await.unwrap(), 1, "each type counts for itself");
}

#[rstest]
#[tokio::test]
async fn numbers_run_through_a_term_and_begin_anew_in_the_next(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let ground = ground(engine).await;
    let meeting = ground.meeting(november()).await.id;
    let of_meeting = Issue { meeting: Some(meeting), ..issue(&ground, "NQ").await };
    let again = Issue { id: IssueId(ground.id()), ..of_meeting.clone() };
    let mut tx = ground.store.write().await.unwrap();
    let earlier = Issue {
        id: IssueId(ground.id()),
        number: 7,
        meeting: None,
        issued_on: date(2025, 12, 31),
        ..of_meeting.clone()
    };
    issues::insert_many(&mut tx, &[earlier]).await.unwrap();
    assert_eq!(issues::number(&mut tx, &of_meeting, None).await.unwrap(), 8, "not restarted on 1 January");
    assert_eq!(issues::number(&mut tx, &again, None).await.unwrap(), 8, "a paper keeps its number");
    assert_eq!(
        issues::of_meeting(&mut tx, meeting).await.unwrap(),
        [("NQ".to_owned(), 8, date(2026, 11, 5))]
    );
    let next = Term {
        id: ground.id(),
        organisation: ground.cell(),
        name: "2030-2035".to_owned(),
        from_on: date(2030, 7, 1),
        to_on: None,
    };
    issues::insert_terms(&mut tx, std::slice::from_ref(&next)).await.unwrap();
    let found = issues::term_on(&mut tx, ground.cell(), date(2031, 1, 1)).await.unwrap().unwrap();
    assert_eq!(found, next);
    let first = Issue { id: IssueId(ground.id()), term: next.id, meeting: None, ..of_meeting };
    assert_eq!(issues::number(&mut tx, &first, None).await.unwrap(), 1);
    assert_eq!(issues::term_on(&mut tx, ground.cell(), date(2020, 1, 1)).await.unwrap(), None);
}
