//! Adopted minutes, additions, the resolution's text.

use nennep_domain::{
    ids::AdditionId,
    meetings::{Addition, Resolution},
};
use nennep_store::{
    meetings::{self, Step},
    minutes::{self, Adopted},
};
use nennep_testkit::Engine;
use rstest::rstest;
use serde_json::json;

use crate::ground::{at, ground, november};

#[rstest]
#[tokio::test]
async fn adopted_minutes_stand_as_they_were(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let ground = ground(engine).await;
    let meeting = ground.meeting(november()).await.id;
    let by = Some(ground.secretary());
    let adopted =
        Adopted { meeting, body: json!({ "items": ["một"] }), sha256: vec![1; 32], adopted_at: at(21, 10) };
    let other = Adopted { body: json!({ "items": ["khác"] }), adopted_at: at(22, 0), ..adopted.clone() };
    let mut tx = ground.store.write().await.unwrap();
    assert_eq!(minutes::find(&mut tx, meeting).await.unwrap(), None);
    assert!(minutes::insert(&mut tx, &adopted, by).await.unwrap());
    assert!(!minutes::insert(&mut tx, &other, by).await.unwrap());
    assert_eq!(minutes::find(&mut tx, meeting).await.unwrap(), Some(adopted));
    let addition = Addition {
        id: AdditionId(ground.id()),
        meeting,
        body: "Bổ sung khách mời".to_owned(),
        reason: "Ghi thiếu".to_owned(),
        at: at(22, 0),
        by,
    };
    assert!(minutes::insert_addition(&mut tx, &addition).await.unwrap());
    assert!(!minutes::insert_addition(&mut tx, &addition).await.unwrap());
    let names = minutes::addition_names(&mut tx, meeting).await.unwrap();
    assert_eq!((names.len(), names[0].0), (1, addition.id));
    assert!(!names[0].1.is_empty(), "the name is kept as it was then");
    assert_eq!(minutes::additions(&mut tx, meeting).await.unwrap(), [addition]);
}

#[rstest]
#[tokio::test]
async fn the_book_shows_what_was_opened(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let ground = ground(engine).await;
    let planned = ground.meeting(november()).await;
    let opened = ground.meeting(november().plus(1)).await;
    let mut tx = ground.store.write().await.unwrap();
    assert_eq!(minutes::book(&mut tx, ground.cell(), "BB", None, 10).await.unwrap(), []);
    let done = ground.done(at(19, 30));
    assert!(meetings::mark_step(&mut tx, opened.id, Step::Opened, done).await.unwrap());
    let book = minutes::book(&mut tx, ground.cell(), "BB", None, 10).await.unwrap();
    assert_eq!((book.len(), book[0].meeting), (1, opened.id));
    assert_eq!((book[0].opened_at, book[0].number, book[0].additions), (at(19, 30), None, 0));
    let after = Some((opened.month, opened.id));
    assert_eq!(minutes::book(&mut tx, ground.cell(), "BB", after, 10).await.unwrap(), []);
    assert_ne!(planned.id, opened.id);
}

#[rstest]
#[tokio::test]
async fn a_resolution_is_written_by_one_at_a_time(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let ground = ground(engine).await;
    let meeting = ground.meeting(november()).await.id;
    let mut tx = ground.store.write().await.unwrap();
    let empty = minutes::resolution(&mut tx, meeting).await.unwrap();
    assert_eq!(empty, Resolution::default());
    let first = Resolution { direction: "Tập trung vệ sinh".to_owned(), ..empty };
    assert!(minutes::save_resolution(&mut tx, meeting, &first, at(20, 0)).await.unwrap());
    assert!(
        !minutes::save_resolution(&mut tx, meeting, &first, at(20, 1)).await.unwrap(),
        "version 0 is gone"
    );
    let kept = minutes::resolution(&mut tx, meeting).await.unwrap();
    assert_eq!((kept.direction.as_str(), kept.version), ("Tập trung vệ sinh", 1));
    let second = Resolution { praise: "Biểu dương tổ 3".to_owned(), ..kept };
    assert!(minutes::save_resolution(&mut tx, meeting, &second, at(20, 2)).await.unwrap());
    assert_eq!(minutes::resolution(&mut tx, meeting).await.unwrap(), Resolution { version: 2, ..second });
}
