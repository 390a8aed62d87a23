//! Tables on their way in.

use nennep_domain::ids::ImportId;
use nennep_store::imports::{self, Import, Taken};
use nennep_testkit::Engine;
use rstest::rstest;
use serde_json::json;

use crate::ground::{Ground, at, ground};

fn import(ground: &Ground) -> Import {
    Import {
        id: ImportId(ground.id()),
        kind: "members".to_owned(),
        file_name: "DS_DANGVIEN.xlsx".to_owned(),
        bytes: vec![1, 2, 3],
        into: Some(ground.cell()),
        mapping: json!(null),
        uploaded_at: at(8, 0),
        uploaded_by: ground.secretary(),
        requested_at: None,
        failed_at: None,
        taken: None,
    }
}

#[rstest]
#[tokio::test]
async fn a_table_is_taken_once_and_then_forgotten(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let ground = ground(engine).await;
    let (first, second) = (import(&ground), import(&ground));
    let mut tx = ground.store.write().await.unwrap();
    imports::insert(&mut tx, &first).await.unwrap();
    assert_eq!(imports::find(&mut tx, first.id).await.unwrap(), Some(first.clone()));
    imports::insert(&mut tx, &second).await.unwrap();
    assert_eq!(imports::find(&mut tx, first.id).await.unwrap(), None, "the next one takes its place");
    imports::set_mapping(&mut tx, second.id, &json!({ "3": "born_on" })).await.unwrap();
    assert_eq!(imports::find(&mut tx, second.id).await.unwrap().unwrap().mapping, json!({ "3": "born_on" }));
    let nine = Taken { at: at(9, 0), added: 3, changed: 1, unchanged: 0 };
    assert!(imports::mark_taken(&mut tx, second.id, &nine).await.unwrap());
    assert!(!imports::mark_taken(&mut tx, second.id, &Taken { at: at(9, 5), ..nine }).await.unwrap());
    let taken = imports::find(&mut tx, second.id).await.unwrap().unwrap();
    assert_eq!((taken.bytes.len(), taken.taken), (0, Some(nine)));
    assert!(!imports::delete(&mut tx, second.id).await.unwrap());
    let third = import(&ground);
    imports::insert(&mut tx, &third).await.unwrap();
    assert!(imports::delete(&mut tx, third.id).await.unwrap());
}

#[rstest]
#[tokio::test]
async fn a_table_that_waits_for_its_job_is_left_alone(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let ground = ground(engine).await;
    let (first, second) = (import(&ground), import(&ground));
    let mut tx = ground.store.write().await.unwrap();
    imports::insert(&mut tx, &first).await.unwrap();
    assert!(imports::request(&mut tx, first.id, at(8, 1)).await.unwrap());
    assert!(!imports::request(&mut tx, first.id, at(8, 2)).await.unwrap());
    imports::set_mapping(&mut tx, first.id, &json!({ "3": "born_on" })).await.unwrap();
    imports::insert(&mut tx, &second).await.unwrap();
    let waiting = imports::find(&mut tx, first.id).await.unwrap().unwrap();
    assert_eq!((waiting.requested_at, waiting.mapping), (Some(at(8, 1)), json!(null)));
    imports::give_back(&mut tx, first.id, Some(at(8, 3))).await.unwrap();
    let back = imports::find(&mut tx, first.id).await.unwrap().unwrap();
    assert_eq!((back.requested_at, back.failed_at), (None, Some(at(8, 3))));
    assert!(imports::history(&mut tx, None, 10).await.unwrap().is_empty());
    for (id, minute) in [(first.id, 10), (second.id, 20)] {
        let taken = Taken { at: at(9, minute), added: 1, changed: 0, unchanged: 0 };
        assert!(imports::mark_taken(&mut tx, id, &taken).await.unwrap());
    }
    let past = imports::history(&mut tx, Some(ground.secretary()), 10).await.unwrap();
    assert_eq!(past.iter().map(|one| one.id).collect::<Vec<_>>(), [second.id, first.id]);
    assert!(!past[0].by.is_empty());
    assert!(imports::history(&mut tx, Some(ground.world.office), 10).await.unwrap().is_empty());
}
