//! Adopted minutes, additions, the resolution's text.

use nennep_domain::{
    ids::AdditionId,
    meetings::{Addition, Resolution},
};
use nennep_store::minutes::{self, Adopted};
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
    assert_eq!(minutes::additions(&mut tx, meeting).await.unwrap(), [addition]);
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
