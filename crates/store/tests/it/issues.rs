//! Numbers of papers: no gap, no double, also under many writers.

use jiff::civil::date;
use nennep_domain::ids::IssueId;
use nennep_store::issues::{self, Filter, Issue, Term};
use nennep_testkit::Engine;
use rstest::rstest;
use serde_json::json;

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

#[rstest]
#[tokio::test]
async fn terms_follow_each_other_and_go_back_while_unused(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let ground = ground(engine).await;
    let cell = ground.cell();
    let mut tx = ground.store.write().await.unwrap();
    issues::begin_turn(&mut tx, cell).await.unwrap();
    let first = issues::terms(&mut tx, cell).await.unwrap().remove(0);
    let next = Term {
        id: ground.id(),
        organisation: cell,
        name: "2027-2030".to_owned(),
        from_on: date(2027, 3, 20),
        to_on: None,
    };
    issues::end_term(&mut tx, first.id, Some(next.from_on)).await.unwrap();
    issues::insert_terms(&mut tx, std::slice::from_ref(&next)).await.unwrap();
    let on = |term: &Term| term.id;
    let last_day = issues::term_on(&mut tx, cell, date(2027, 3, 19)).await.unwrap().unwrap();
    let first_day = issues::term_on(&mut tx, cell, date(2027, 3, 20)).await.unwrap().unwrap();
    assert_eq!((on(&last_day), on(&first_day)), (first.id, next.id));
    tx.commit().await.unwrap();
    let paper = Issue { term: first.id, ..issue(&ground, "TB").await };
    let mut tx = ground.store.write().await.unwrap();
    issues::number(&mut tx, &paper, None).await.unwrap();
    assert!(!issues::delete_term(&mut tx, first.id).await.unwrap(), "a paper is numbered in it");
    assert!(issues::delete_term(&mut tx, next.id).await.unwrap());
    issues::end_term(&mut tx, first.id, None).await.unwrap();
    assert_eq!(issues::terms(&mut tx, cell).await.unwrap(), [first]);
}

#[rstest]
#[tokio::test]
async fn the_register_keeps_what_was_said_once(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let ground = ground(engine).await;
    let meeting = ground.meeting(november()).await.id;
    let other = ground.meeting(november().plus(1)).await.id;
    let resolution = Issue { meeting: Some(meeting), ..issue(&ground, "NQ").await };
    let notice = Issue { issued_on: date(2026, 12, 1), ..issue(&ground, "TB").await };
    let later = Issue { issued_on: date(2027, 1, 4), ..issue(&ground, "TB").await };
    let mut tx = ground.store.write().await.unwrap();
    for paper in [&resolution, &notice, &later] {
        issues::number(&mut tx, paper, None).await.unwrap();
    }
    let said = json!({ "vote": { "agreed": 16, "base": 20 } });
    assert_eq!(issues::frozen(&mut tx, meeting, "NQ").await.unwrap(), None);
    assert!(issues::keep(&mut tx, resolution.id, "", Some(&said)).await.unwrap());
    assert!(!issues::keep(&mut tx, resolution.id, "", Some(&json!({}))).await.unwrap(), "kept once");
    assert!(issues::keep(&mut tx, notice.id, "Lịch trực Tết", None).await.unwrap());
    let frozen = issues::frozen(&mut tx, meeting, "NQ").await.unwrap().unwrap();
    assert_eq!((frozen.body, frozen.issued_on), (said, date(2026, 11, 5)));

    let all = Filter::default();
    let listed = issues::list(&mut tx, ground.cell(), all, None, 10).await.unwrap();
    let ids: Vec<_> = listed.iter().map(|line| line.id).collect();
    assert_eq!(ids, [later.id, notice.id, resolution.id], "latest first");
    assert_eq!((listed[1].about.as_str(), listed[1].number), ("Lịch trực Tết", 1));
    assert_eq!((listed[2].meeting, listed[2].month), (Some(meeting), Some(november())));
    let after = Some((notice.issued_on, notice.id));
    let rest = issues::list(&mut tx, ground.cell(), all, after, 10).await.unwrap();
    assert_eq!(rest.len(), 1);
    let of_2026 = Filter { sign: Some("TB"), year: Some(2026) };
    let of_2026 = issues::list(&mut tx, ground.cell(), of_2026, None, 10).await.unwrap();
    assert_eq!(of_2026.iter().map(|line| line.id).collect::<Vec<_>>(), [notice.id]);
    let signs = issues::signs(&mut tx, ground.cell()).await.unwrap();
    let known: Vec<_> = signs.iter().map(|one| (one.sign.as_str(), one.papers)).collect();
    assert_eq!(known, [("NQ", 1), ("TB", 2)]);
    assert_eq!((signs[1].first_on, signs[1].last_on), (date(2026, 12, 1), date(2027, 1, 4)));

    let of = async |tx: &mut _, day, meeting| issues::previous(tx, ground.cell(), "NQ", day, meeting).await;
    let found = of(&mut tx, date(2026, 12, 3), other).await.unwrap();
    assert_eq!(found, Some((1, date(2026, 11, 5))));
    assert_eq!(of(&mut tx, date(2026, 12, 3), meeting).await.unwrap(), None, "not its own");
    assert_eq!(of(&mut tx, date(2026, 10, 3), other).await.unwrap(), None);
}
